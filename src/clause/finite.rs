//! Finite verb groups: "announced", "will also attend", "has not confirmed", "is planned to start".

use super::group::{Form, Tense, VerbGroup};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, TokenKind, Words, words};

/// Verbs, folded, that only say that the infinitive's event begins, goes on or comes true.
static ASPECT: Words = Words::new(&[
    "began",
    "begun",
    "begins",
    "begin",
    "started",
    "starts",
    "start",
    "continued",
    "continues",
    "continue",
    "managed",
    "failed",
    "had",
    "has",
    "have",
    "used",
    "chosen",
    "chose",
]);

/// Verbs, folded, that are acts of their own and not only lead to the infinitive behind them, which tells what is planned.
pub(super) static ACTS: Words = Words::new(&[
    "agreed",
    "agrees",
    "agree",
    "promised",
    "promises",
    "promise",
    "pledged",
    "pledges",
    "pledge",
    "vowed",
    "vows",
    "vow",
    "threatened",
    "threatens",
    "threaten",
    "ordered",
    "orders",
    "decided",
    "decides",
    "decide",
    "invited",
    "invites",
]);

/// The group whose first word, a finite one, stands at `start`.
pub(super) fn finite(document: &Document, start: usize, limit: usize) -> Option<VerbGroup> {
    let tag = finite_tag(document, start)?;
    let mut group = VerbGroup::new(start, start, Form::Finite, first_tense(document, start, tag));
    if tag == Tag::Md || document.has(start, Classes::AUXILIARY) {
        extend(document, &mut group, limit);
    }
    catenate(document, &mut group, limit);
    let first = start.saturating_sub(1);
    group.negated |= (first..group.head).any(|i| document.has(i, Classes::NEGATION));
    Some(group)
}

/// The tag of a finite verb at `i`, also where the tagger took its form for another: "the company plans to …", "which the two signed in …".
fn finite_tag(document: &Document, i: usize) -> Option<Tag> {
    let tag = document.tag(i)?;
    // A verb may open the text; no token stands at the number that is then before it.
    let before = i.wrapping_sub(1);
    if document.kind(i) != Some(TokenKind::Word) || document.is(before, "having") || is_address(document, i) {
        return None;
    }
    // "his will", "the might of the river": a noun.
    if tag == Tag::Md && matches!(document.tag(before), Some(Tag::Prps | Tag::Dt)) {
        return None;
    }
    // "Church bells rang": a noun in front of the verb; "two plays": one that is counted.
    let counted = tag == Tag::Vbz && document.tag(before) == Some(Tag::Cd) && !document.is(before, "one");
    let before_verb = matches!(tag, Tag::Vbz | Tag::Vbp) && (document.tag(i + 1) == Some(Tag::Md) || is_past(document, i + 1));
    let noun = (counted || before_verb) && !document.has(i, Classes::SAY | Classes::AUXILIARY);
    // "longer than thought".
    let compared = matches!(tag, Tag::Vbd | Tag::Vbn) && document.is(before, "than");
    if noun || compared || tag == Tag::Vbd && is_attributive(document, i) {
        return None;
    }
    let after_noun = || document.tag(before).is_some_and(|tag| tag.is_noun() || tag == Tag::Prp);
    match tag {
        tag if tag.is_finite() => Some(tag),
        Tag::Nns
            if document.has(i, Classes::PLANNING) && document.is(i + 1, "to") && document.tag(i + 2) == Some(Tag::Vb) && after_noun() =>
        {
            Some(Tag::Vbz)
        }
        Tag::Vbn if !document.has(i, Classes::AUXILIARY) && follows_relative(document, i) => Some(Tag::Vbd),
        _ => None,
    }
}

/// "press@firm.example".
fn is_address(document: &Document, i: usize) -> bool {
    document.is(i + 1, "@") && document.is_glued(i + 1)
}

/// Whether the word at `i` is a past form.
fn is_past(document: &Document, i: usize) -> bool {
    document.tag(i) == Some(Tag::Vbd)
}

/// "the recently announced plan": a form in "-ed" that qualifies the noun behind it.
fn is_attributive(document: &Document, i: usize) -> bool {
    let mut before = i;
    while let Some(k) = before.checked_sub(1) {
        before = k;
        if document.tag(k) != Some(Tag::Rb) {
            break;
        }
    }
    document.is_any(before, words!["the", "a", "an", "his", "her", "its", "their", "our", "my", "your"])
        && document.tag(i + 1).is_some_and(|tag| tag.is_noun() || tag.is_adjective())
}

/// Whether "which", "who" or "that" and a subject without a verb stand before a participle, so that it is the clause's verb.
fn follows_relative(document: &Document, i: usize) -> bool {
    let floor = document.sentence_tokens(i).start.max(i.saturating_sub(6));
    let opener = (floor..i).rev().find(|k| document.tag(*k) == Some(Tag::Wp) || document.is(*k, "that"));
    opener.is_some_and(|opener| {
        i > opener + 1 && (opener + 1..i).all(|k| !document.tag(k).is_some_and(|tag| tag.is_verb() || tag == Tag::Md || tag == Tag::In))
    })
}

/// The tense that the first word of a group shows.
fn first_tense(document: &Document, start: usize, tag: Tag) -> Tense {
    match tag {
        Tag::Md if document.is_any(start, &["will", "shall", "'ll", "wo"]) => Tense::Future,
        Tag::Md if document.is_any(start, &["would", "'d"]) => Tense::Would,
        Tag::Md => Tense::Modal,
        Tag::Vbd => Tense::Past,
        Tag::Vbp if document.is_any(start, &UNCHANGED) && follows_one(document, start) => Tense::Past,
        _ => Tense::Present,
    }
}

/// Verbs, folded, whose past has the form of the present.
static UNCHANGED: Words = Words::new(&[
    "beat", "cut", "hit", "put", "set", "shut", "let", "cost", "quit", "read", "spread", "split", "hurt", "burst", "cast", "bet", "shed",
    "thrust",
]);

/// Whether the subject before the verb is one thing, behind which the present would end in "s".
fn follows_one(document: &Document, verb: usize) -> bool {
    verb.checked_sub(1).is_some_and(|i| {
        document.tag(i).is_some_and(|tag| matches!(tag, Tag::Nn | Tag::Nnp)) && !document.is_any(i, &["police", "people"])
            || document.is_any(i, &["he", "she", "it", "who"])
    })
}

/// Walks from an auxiliary over adverbs and further auxiliaries to the verb.
pub(super) fn extend(document: &Document, group: &mut VerbGroup, limit: usize) {
    let mut last = group.head;
    let mut at = behind_subject(document, group.head).unwrap_or(group.head + 1);
    while at < limit && at - group.tokens.start < 10 {
        let Some(tag) = document.tag(at) else { break };
        if matches!(tag, Tag::Vb | Tag::Vbn | Tag::Vbg) || (tag == Tag::Vbd && last == group.head) {
            note_aspect(document, group, last, tag);
            last = at;
            if !document.has(at, Classes::AUXILIARY) {
                break;
            }
        } else if is_mistaken(document, group, last, at) {
            group.perfect |= document.is_any(last, &["had", "has", "have"]);
            last = at;
            break;
        } else if document.is(at, "since") && document.tag(at + 1) == Some(Tag::Vbn) {
            // "have since been scanned".
        } else if tag != Tag::Rb && !document.has(at, Classes::NEGATION) && document.kind(at) != Some(TokenKind::Mark) {
            break;
        }
        at += 1;
    }
    group.head = last;
    group.tokens.end = last + 1;
}

/// Where the verb stands in a question: "when will | the court | rule".
fn behind_subject(document: &Document, auxiliary: usize) -> Option<usize> {
    let sentence = document.sentence_tokens(auxiliary);
    let asks = auxiliary == sentence.start || document.tag(auxiliary - 1).is_some_and(|tag| matches!(tag, Tag::Wrb | Tag::Wp));
    let of_subject = |i: &usize| {
        document.tag(*i).is_some_and(|tag| tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Dt | Tag::Prp | Tag::Prps | Tag::Pos))
    };
    let verb = (auxiliary + 1..sentence.end.min(auxiliary + 7)).find(|i| !of_subject(i))?;
    let question = (verb..sentence.end).next_back().is_some_and(|i| document.is(i, "?"))
        || document.tag(auxiliary) == Some(Tag::Md)
        || document.is(auxiliary, "had");
    let fits = document.tag(verb).is_some_and(|tag| matches!(tag, Tag::Vb | Tag::Vbn | Tag::Vbg | Tag::Vbp | Tag::Vbd));
    (asks && question && verb > auxiliary + 1 && fits).then_some(verb)
}

/// Whether the word at `at` is the verb behind the auxiliary `last` though the tagger took it for another: "will almost double its flights".
fn is_mistaken(document: &Document, group: &VerbGroup, last: usize, at: usize) -> bool {
    let first = group.head == group.tokens.start;
    let modal = first && document.tag(group.head) == Some(Tag::Md);
    let object = document.tag(at + 1).is_some_and(|tag| matches!(tag, Tag::Dt | Tag::Prps | Tag::Prp | Tag::Cd));
    // "had repaid 210,000 marks".
    let form = document.word(at).ends_with("ed") || document.word(at).ends_with("aid") || document.is_any(at, &UNCHANGED);
    let have =
        form && first && document.is_any(group.head, &["had", "has", "have"]) && at == group.head + 1 && !document.is_capitalized(at);
    let amount =
        have && document.tag(at + 1).is_some_and(|tag| matches!(tag, Tag::Dt | Tag::Prps | Tag::Cd)) && document.tag(at) == Some(Tag::Nn);
    // "may have cost them a million".
    let unchanged = document.is_any(last, &["had", "has", "have"]) && at == last + 1 && document.is_any(at, &UNCHANGED);
    amount || unchanged || modal && object && document.tag(at).is_some_and(|tag| matches!(tag, Tag::Jj | Tag::Nn | Tag::Vbp))
}

/// What an auxiliary and the form behind it tell.
fn note_aspect(document: &Document, group: &mut VerbGroup, auxiliary: usize, tag: Tag) {
    let be = document.is_any(auxiliary, words!["am", "is", "are", "was", "were", "'s", "'re", "'m", "be", "been", "being"]);
    let have = document.is_any(auxiliary, words!["has", "have", "had", "'ve", "having"]) || document.is(auxiliary, "'d");
    match tag {
        Tag::Vbg => group.progressive |= be,
        Tag::Vbn | Tag::Vbd => {
            group.perfect |= have || (document.is(auxiliary, "'s") && !be);
            group.passive |= be;
        }
        _ => {}
    }
}

/// Follows "plans to meet", "is to meet", "began to rain" to the verb that names the event.
pub(super) fn catenate(document: &Document, group: &mut VerbGroup, limit: usize) {
    let mut at = group.head + 1;
    let acts = document.is_any(group.head, &ACTS);
    let mut leads = document.has(group.head, Classes::PLANNING) && !acts;
    let be = document.is_any(group.head, words!["is", "are", "was", "were", "be", "been"]);
    // "was not due to be published".
    if be && document.has(at, Classes::NEGATION) && document.has(at + 1, Classes::PLANNING) {
        group.negated = true;
        at += 1;
    }
    if be && document.has(at, Classes::PLANNING) {
        leads = true;
        at += 1;
    }
    let aspect = document.is_any(group.head, &ASPECT) && !acts;
    if at + 1 < limit && document.is(at, "to") && document.tag(at + 1) == Some(Tag::Vb) && (leads || be || aspect) {
        group.planned |= leads || be;
        // "failed to appear" did not.
        group.negated |= document.is_any(group.head, &["failed", "fails", "fail"]);
        let passive = document.is(at + 1, "be") && document.tag(at + 2) == Some(Tag::Vbn);
        let perfect = document.is(at + 1, "have") && document.tag(at + 2) == Some(Tag::Vbn);
        group.passive |= passive;
        group.perfect |= perfect;
        group.head = at + 1 + usize::from(passive || perfect);
        group.tokens.end = group.head + 1;
    }
}

/// "Quist to meet Lind": a headline's future.
pub(super) fn headline_future(document: &Document, i: usize, start: usize) -> Option<VerbGroup> {
    let follows_noun = i > start && document.tag(i - 1).is_some_and(Tag::is_noun);
    let verb = document.is(i, "to") && document.tag(i + 1) == Some(Tag::Vb);
    (follows_noun && verb).then(|| VerbGroup { planned: true, ..VerbGroup::new(i, i + 1, Form::Finite, Tense::Future) })
}
