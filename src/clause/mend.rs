//! Mends what single words hide: participles that are the verb of their clause, and past forms that are not.

use super::finite::catenate;
use super::group::{Form, Tense, VerbGroup};
use super::link::boundary;
use crate::lexicon::{self, Classes};
use crate::tag::Tag;
use crate::text::{Document, TokenKind, Words, words};
use std::ops::Range;

/// Makes a finite verb of the participle behind the subject that opens the sentence, unless the finite verb of the subject is still to come:
/// "The agency quoted witnesses as saying …", but "The treaty signed in 1994 runs out".
pub(super) fn promote_first(document: &Document, tokens: &Range<usize>, first: usize, groups: &mut [VerbGroup]) {
    let Some(group) = groups.get(first).filter(|group| group.form == Form::Participle) else { return };
    let phrase = |i: usize| {
        document.tag(i).is_some_and(|tag| {
            tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Dt | Tag::Prps | Tag::Pos | Tag::Cd | Tag::Prp | Tag::Rb | Tag::In)
        })
    };
    let verb = group.tokens.start;
    let subject = verb.checked_sub(1).and_then(|i| document.tag(i)).is_some_and(|tag| tag.is_noun() || tag == Tag::Prp);
    if !subject || !(tokens.start..verb).all(phrase) || document.has(tokens.start, Classes::PREPOSITION) {
        return;
    }
    let next = groups[first + 1..].iter().find(|next| next.is_finite());
    let resumes = next.is_some_and(|next| {
        let between = group.tokens.end..next.tokens.start;
        document.is(next.tokens.start - 1, ",")
            || boundary(document, between.clone()).is_none() && !between.clone().any(|i| document.is_any(i, &[",", "and", "but"]))
    });
    if let Some(group) = groups.get_mut(first).filter(|_| !resumes) {
        (group.form, group.tense, group.passive) = (Form::Finite, Tense::Past, false);
    }
}

/// Makes a headline's future of the infinitive behind a noun in a sentence without a finite verb: "Finance chief to step down on Dec. 31".
pub(super) fn is_plan(document: &Document, tokens: &Range<usize>, first: usize, groups: &mut [VerbGroup]) -> bool {
    let Some(group) = groups.get_mut(first).filter(|group| group.form == Form::Infinitive) else { return false };
    let subject = group.tokens.start > tokens.start && document.tag(group.tokens.start - 1).is_some_and(Tag::is_noun);
    if subject {
        (group.form, group.tense, group.planned, group.start) = (Form::Finite, Tense::Future, true, tokens.start);
    }
    subject
}

/// Whether the sentence opens with a date and a colon, as in "June 2009: The abbey sues".
pub(super) fn is_labelled(document: &Document, tokens: &Range<usize>) -> bool {
    let near = tokens.start..tokens.end.min(tokens.start + 9);
    let Some(colon) = near.clone().find(|i| document.is(*i, ":") && !document.is_glued(*i + 1)) else { return false };
    (near.start..colon).any(|i| document.kind(i) == Some(TokenKind::Number) || document.has(i, Classes::MONTH | Classes::WEEKDAY))
        && !(near.start..colon).any(|i| document.tag(i).is_some_and(Tag::is_finite))
}

/// Words, folded, that are a past form and a participle, besides those in "-ed".
static BOTH: Words = Words::new(&[
    "found", "held", "made", "built", "sent", "left", "brought", "caught", "shot", "led", "lost", "paid", "put", "set", "sold", "hit",
    "kept", "bought", "taught", "cut", "hurt", "won", "laid", "lent", "spent", "read", "shut", "fed", "hung", "struck", "bound", "fought",
]);

/// Takes for a participle what stands before the finite verb of its clause: "the body found along a road belonged to".
pub(super) fn reduce(document: &Document, first: usize, groups: &mut [VerbGroup]) {
    for g in first..groups.len() {
        let group = &groups[g];
        let single = group.is_finite() && group.tokens.len() == 1 && document.tag(group.head) == Some(Tag::Vbd);
        let parted = group.head.checked_sub(1).is_some_and(|i| document.is(i, ","));
        if !single || document.has(group.head, Classes::AUXILIARY) || document.has(group.head, Classes::SAY) && !parted {
            continue;
        }
        let form = document.word(group.head).ends_with("ed") || document.is_any(group.head, &BOTH);
        let follows = document.tag(group.tokens.end).is_some_and(|tag| matches!(tag, Tag::In | Tag::Rb | Tag::To));
        let noun = group.head.checked_sub(1).and_then(|i| document.tag(i)).is_some_and(Tag::is_noun);
        let next = groups[g + 1..].iter().find(|next| next.is_finite());
        let whole = next.is_some_and(|next| {
            let between = group.tokens.end..next.tokens.start;
            boundary(document, between.clone()).is_none() && !between.clone().any(|i| document.is_any(i, &[",", "and", "but", "or"]))
        });
        // "for the six months ended March 31".
        let ended = noun
            && document.is(group.head, "ended")
            && document.has(group.head - 1, Classes::TIME_UNIT)
            && ends_on_date(document, group.tokens.end);
        let absolute = g > first && form && noun && is_behind_with(document, group.head);
        let relative = group.head.checked_sub(1).and_then(|i| document.tag(i)) == Some(Tag::Wp);
        let aside =
            g == first && form && follows && !relative && next.is_some_and(|next| is_aside(document, group.head, next.tokens.start));
        if form && follows && noun && whole || absolute || aside || ended {
            let group = &mut groups[g];
            (group.form, group.tense, group.passive) = (Form::Participle, Tense::Bare, true);
        }
    }
}

/// Gives a participle that "and" joins to a passive what the passive has: "was suspended in January and arrested in March", "eleven were killed and dozens injured".
pub(super) fn coordinate(document: &Document, first: usize, groups: &mut [VerbGroup]) {
    for g in first + 1..groups.len() {
        let (above, group) = (&groups[g - 1], &groups[g]);
        let bare = group.form == Form::Participle && above.is_finite() && above.passive && !above.planned;
        let gap = above.tokens.end..group.tokens.start;
        let last = gap.clone().rev().find(|i| !of_phrase(document, *i) && document.tag(*i) != Some(Tag::Rb));
        let joined = last.is_some_and(|i| document.is(i, "and") && group.tokens.start - i <= OBJECT && !document.is(i - 1, ","));
        let plain = !gap.clone().any(|i| document.has(i, Classes::NEGATION)) && !document.is(group.tokens.end, "by");
        if bare && joined && plain {
            let (tense, perfect) = (above.tense, above.perfect);
            let group = &mut groups[g];
            (group.form, group.tense, group.perfect, group.passive) = (Form::Finite, tense, perfect, true);
        }
    }
}

/// Takes what stands behind the object of another verb for its complement: "had the chain raised", "found the gates shut".
pub(super) fn complement(document: &Document, first: usize, groups: &mut Vec<VerbGroup>) {
    let mut g = first + 1;
    while g < groups.len() {
        let (above, group) = (&groups[g - 1], &groups[g]);
        // "was found abandoned", "went missing".
        let adjacent = above.is_finite() && above.tokens.end == group.tokens.start;
        let found = above.passive && document.is_any(above.head, &["found", "left", "kept", "seen"]) && group.form == Form::Participle;
        let went = group.form == Form::Gerund && document.is_any(above.head, &WITH_GERUND);
        if adjacent && (found || went) {
            groups[g - 1].tokens.end = groups.remove(g).tokens.end;
            continue;
        }
        let between = above.tokens.end..group.tokens.start;
        let object = (1..=OBJECT).contains(&between.len())
            && document.tag(between.start).is_some_and(|tag| matches!(tag, Tag::Dt | Tag::Prps | Tag::Nnp | Tag::Prp))
            && between.clone().all(|i| of_phrase(document, i));
        let single = group.tokens.len() == 1 && matches!(document.tag(group.head), Some(Tag::Vbd | Tag::Vbn | Tag::Vbp));
        let participle = document.word(group.head).ends_with("ed") || document.is_any(group.head, &BOTH) || group.form == Form::Participle;
        let asks = above.tokens.start == document.sentence_tokens(above.head).start;
        if above.is_finite() && single && participle && object && !asks && document.is_any(above.head, &CAUSES) {
            let group = groups.remove(g);
            if document.is_any(groups[g - 1].head, words!["had", "has", "have", "got", "get"]) {
                (groups[g - 1].head, groups[g - 1].tokens.end) = (group.head, group.tokens.end);
            }
        } else {
            g += 1;
        }
    }
}

/// Verbs, folded, whose object can have a participle behind it.
static CAUSES: Words =
    Words::new(&["had", "has", "have", "got", "get", "found", "find", "finds", "left", "leave", "leaves", "kept", "keep", "keeps"]);

/// Verbs, folded, that only say that what the form in "-ing" behind them tells begins, goes on or ends.
static WITH_GERUND: Words = Words::new(&[
    "went",
    "go",
    "goes",
    "gone",
    "came",
    "kept",
    "keep",
    "keeps",
    "remained",
    "stayed",
    "stopped",
    "stops",
    "begin",
    "start",
    "stop",
    "keep",
    "started",
    "starts",
    "began",
    "begins",
    "continued",
    "continues",
    "finished",
    "resumed",
]);

/// So many tokens an object has at most before its participle.
const OBJECT: usize = 4;

/// Whether the word can stand in a simple noun phrase.
fn of_phrase(document: &Document, i: usize) -> bool {
    document
        .tag(i)
        .is_some_and(|tag| tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Dt | Tag::Cd | Tag::Prps | Tag::Pos | Tag::Prp))
}

/// Whether a date stands at `i`: "March 31", "on 31 March", "31 March".
fn ends_on_date(document: &Document, i: usize) -> bool {
    let i = i + usize::from(document.is_any(i, &["on", "in"]));
    document.has(i, Classes::MONTH) || document.kind(i) == Some(TokenKind::Number) && document.has(i + 1, Classes::MONTH)
}

/// "The ship, 190 metres long and loaded with wheat, ran aground": what stands between commas.
fn is_aside(document: &Document, verb: usize, next: usize) -> bool {
    let start = document.sentence_tokens(verb).start;
    document.is(next - 1, ",") && (start + 1..verb).any(|i| document.is(i, ","))
}

/// "with 83 percent of the ballots counted".
fn is_behind_with(document: &Document, verb: usize) -> bool {
    let phrase = |i: &usize| {
        document.tag(*i).is_some_and(|tag| tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Dt | Tag::Cd | Tag::Prps | Tag::Pos))
            || document.is(*i, "of")
    };
    let floor = document.sentence_tokens(verb).start.max(verb.saturating_sub(9));
    (floor..verb).rev().find(|i| !phrase(i)).is_some_and(|i| document.is(i, "with"))
}

/// Makes a finite verb of the participle with which a sentence ends that somebody said: "…, analysts estimated."
pub(super) fn promote_tail(document: &Document, tokens: &Range<usize>, groups: &mut [VerbGroup]) {
    let Some(last) = groups.last_mut().filter(|last| last.form == Form::Participle && document.has(last.head, Classes::SAY)) else {
        return;
    };
    let ends = (last.tokens.end..tokens.end).all(|i| document.kind(i) != Some(TokenKind::Word));
    let of_name =
        |i: &usize| document.tag(*i).is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::Dt | Tag::Jj | Tag::Prps | Tag::Pos | Tag::In));
    let before = (tokens.start..last.tokens.start).rev().find(|i| !of_name(i));
    if ends && before.is_some_and(|i| document.is(i, ",") && i + 1 < last.tokens.start) {
        (last.form, last.tense, last.passive) = (Form::Finite, Tense::Past, false);
    }
}

/// Makes a finite verb of the participle that ends a sentence which opened with a clause: "When he arrived, police fired."
pub(super) fn promote_behind(document: &Document, opened: usize, first: usize, groups: &mut [VerbGroup]) {
    let Some(last) = groups[first..].last() else { return };
    let start = document.sentence_tokens(opened).start;
    let comma = (opened..last.tokens.start).find(|i| document.is(*i, ","));
    let adverbial = document.is_any(start, words!["when", "after", "as", "while", "before", "if", "although", "because", "since"]);
    let subject = last.tokens.start.checked_sub(1).and_then(|i| document.tag(i)).is_some_and(|tag| tag.is_noun() || tag == Tag::Prp);
    let alone = groups[first..].iter().filter(|group| group.is_finite()).count() == 1;
    if last.form == Form::Participle
        && adverbial
        && comma.is_some()
        && subject
        && alone
        && let Some(last) = groups.last_mut()
    {
        (last.form, last.tense, last.passive) = (Form::Finite, Tense::Past, false);
    }
}

/// Makes a finite verb of the word that must be one in a sentence that shows none: "Stocks hit a low", "Mayor resigns".
pub(super) fn promote(document: &Document, tokens: &Range<usize>, heading: bool, first: usize, groups: &mut Vec<VerbGroup>) {
    let subject = |i: usize| i > tokens.start && document.tag(i - 1).is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::Prp | Tag::Rb));
    let begun = |i: usize| {
        subject(i) || i > tokens.start + 1 && document.tag(i - 1).is_some_and(Tag::is_adjective) && document.tag(i - 2) == Some(Tag::Dt)
    };
    let headline = || tokens.clone().find(|i| heading && begun(*i) && document.has(*i, Classes::HEADLINE_VERB));
    if let Some(i) = headline().or_else(|| unseen(document, tokens)) {
        let mut group = VerbGroup::new(i, i, Form::Finite, Tense::Present);
        catenate(document, &mut group, tokens.end);
        let apart = |other: &VerbGroup| other.tokens.end <= group.tokens.start || group.tokens.end <= other.tokens.start;
        let mut own: Vec<VerbGroup> = groups.drain(first..).filter(apart).collect();
        own.insert(own.partition_point(|other| other.tokens.start < i), group);
        groups.extend(own);
    } else if let Some(group) = groups[first..].iter_mut().find(|group| group.form == Form::Participle && subject(group.tokens.start)) {
        group.form = Form::Finite;
        group.tense = Tense::Past;
        group.passive = heading;
    }
}

/// The verb in the present that the tagger took for a noun or an infinitive: "Vale host Tarn Hill", "Tickets, at 12 to 20, go on sale".
fn unseen(document: &Document, tokens: &Range<usize>) -> Option<usize> {
    tokens.clone().skip(1).find(|i| {
        let before = document.tag(i - 1).is_some_and(|tag| tag.is_noun() || matches!(tag, Tag::Comma | Tag::Prp));
        let object = || {
            document.is_capitalized(i + 1) || document.tag(i + 1).is_some_and(|tag| matches!(tag, Tag::Dt | Tag::Prps | Tag::Cd | Tag::In))
        };
        let known = || lexicon::classes(&[document.word(*i), "s"].concat()).has(Classes::HEADLINE_VERB);
        before
            && !document.is_capitalized(*i)
            && match document.tag(*i) {
                Some(Tag::Vb) => true,
                Some(Tag::Nn) => object() && known(),
                Some(Tag::Nns) => object() && document.has(*i, Classes::HEADLINE_VERB),
                _ => false,
            }
    })
}
