//! Mends tags that leave a clause without its verb: "The army seized power" holds no participle, and "the deadline expires" no plural.

use super::Tag;
use crate::lexicon::{self, Classes};
use crate::text::{Document, ParagraphKind, TokenKind, Words, words};
use std::ops::Range;

/// So many tokens behind a word its clause is searched for a verb.
const REACH: usize = 40;

/// What the clause has so far.
#[derive(Clone, Copy, Default)]
struct Clause {
    /// A noun or a pronoun that can be its subject.
    subject: bool,
    /// The verb with tense.
    verb: Option<usize>,
    /// It stands inside a clause that has a subject and no verb yet: "the family that owned the mill …".
    inside: bool,
}

/// Mends the tags of the sentence with that number.
pub(super) fn mend(document: &mut Document, sentence: usize) {
    let Some(tokens) = document.sentences.get(sentence).map(|sentence| sentence.tokens.clone()) else { return };
    let kind = document.kind_of_paragraph(tokens.start);
    let heading = matches!(kind, Some(ParagraphKind::Title | ParagraphKind::Standfirst | ParagraphKind::Caption));
    let mut clause = Clause::default();
    for i in tokens.clone() {
        if let Some(tag) = better(document, &tokens, i, clause, heading) {
            document.tokens[i].tag = tag;
        }
        step(document, i, &mut clause);
    }
}

/// Takes note of the token at `i`.
fn step(document: &Document, i: usize, clause: &mut Clause) {
    let Some(tag) = document.tag(i) else { return };
    if opens(document, i, tag) {
        let inside = tag == Tag::Wp && clause.subject && clause.verb.is_none();
        *clause = Clause { subject: tag == Tag::Wp, verb: None, inside };
    } else if tag.is_finite() {
        // "said the plant closed": what is said has a verb of its own.
        let takes = document.has(i, Classes::SAY_CLAUSE | Classes::SAY_FINDING);
        if clause.inside && clause.verb.is_some() {
            clause.inside = false;
        }
        *clause = Clause { subject: clause.subject && !takes, verb: (!takes).then_some(i), inside: clause.inside };
    } else if tag == Tag::Cc {
        clause.subject = clause.verb.is_some() || clause.subject;
    } else if tag.is_noun() || tag == Tag::Prp {
        clause.subject = true;
    }
}

/// Whether a clause of its own begins behind the token.
fn opens(document: &Document, i: usize, tag: Tag) -> bool {
    match tag {
        Tag::Wp | Tag::Wrb | Tag::Colon | Tag::Mark => !(tag == Tag::Colon && document.is_glued(i)),
        Tag::In => document.is_any(i, &SUBORDINATORS),
        _ => false,
    }
}

/// Words, folded, that open a clause with a verb of its own.
static SUBORDINATORS: Words =
    Words::new(&["that", "because", "if", "although", "though", "while", "unless", "whether", "after", "before", "since", "until", "as"]);

/// Words, folded, that make a preposition with "to".
static PREPOSITIONS: Words = Words::new(&["according", "thanks", "prior", "owing", "addition", "contrary", "response", "close", "next"]);

/// Nouns, folded, to which somebody comes or goes and that are verbs, too.
static DESTINATIONS: Words = Words::new(&[
    "power",
    "government",
    "prison",
    "jail",
    "court",
    "hospital",
    "parliament",
    "office",
    "safety",
    "school",
    "victory",
    "defeat",
]);

/// Reporting verbs, folded, whose plain form is a noun, too.
const REPORTING: [&str; 6] = ["demand", "claim", "urge", "promise", "dispute", "blame"];

/// A tag that fits better than that of the token at `i`.
fn better(document: &Document, tokens: &Range<usize>, i: usize, clause: Clause, heading: bool) -> Option<Tag> {
    let tag = document.tag(i)?;
    let before = i.checked_sub(1).filter(|before| *before >= tokens.start);
    if document.has(i, Classes::PAST_FORM) && !document.is_capitalized(i) {
        return (tag != Tag::Vbd && !before.is_some_and(|before| determines(document, before))).then_some(Tag::Vbd);
    }
    match tag {
        // "Church bells rang": a noun in front of the verb.
        Tag::Vbp if document.is(i, "last") && is_past(document, i + 1, Tag::Vbn) => Some(Tag::Rb),
        Tag::Vbz | Tag::Vbp if !document.has(i, Classes::AUXILIARY | Classes::SAY) && carries(document, i + 1) => {
            (tag == Tag::Vbz).then_some(Tag::Nns)
        }
        // "administrators say will": a verb between a plural and its own.
        Tag::Nn if document.is(i, "say") && before.is_some_and(|before| document.tag(before) == Some(Tag::Nns)) => Some(Tag::Vbp),
        // "nurses demand a vote": a plural and its verb.
        Tag::Nn | Tag::Nnp
            if document.is_any(i, &REPORTING)
                && !document.is_capitalized(i)
                && before.is_some_and(|before| document.word(before).ends_with('s') && document.word(before).len() > 3)
                && matches!(document.tag(i + 1), Some(Tag::Dt | Tag::Prps | Tag::Prp | Tag::Jjr)) =>
        {
            Some(Tag::Vbp)
        }
        // "one ally": no adverb.
        Tag::Rb if document.is_any(i, words!["ally", "family", "assembly", "reply", "supply", "rally"]) => Some(Tag::Nn),
        // "according to state records": a noun behind a preposition of two words.
        Tag::Vb if before.is_some_and(|to| to > tokens.start && document.is(to, "to") && document.is_any(to - 1, &PREPOSITIONS)) => {
            Some(Tag::Nn)
        }
        // "Company aides said": only "is said" and "has said" hold the participle.
        Tag::Vbz if document.is_any(i + 1, &["said", "told", "say"]) && !document.has(i, Classes::AUXILIARY) => Some(Tag::Nns),
        Tag::Vbn
            if document.is_any(i, &["said", "told"]) && before.is_some_and(|before| document.tag(before).is_some_and(Tag::is_noun)) =>
        {
            Some(Tag::Vbd)
        }
        // "Orle researcher Ann Lee": no past form ends so.
        Tag::Vbd | Tag::Vbn if document.word(i).len() > 5 && (document.word(i).ends_with("er") || document.word(i).ends_with("ist")) => {
            Some(Tag::Nn)
        }
        // "Peace talks in Orsk collapse": a headline with another verb.
        Tag::Vbz if heading && document.has(i, Classes::EVENT_NOUN) && document.tag(i + 1) == Some(Tag::In) => {
            another(document, tokens, i).then_some(Tag::Nns)
        }
        // "in an earnings call": what one article begins goes on to its noun.
        Tag::Vbp | Tag::Vb if before.is_some_and(|before| ends_compound(document, tokens, before)) => Some(Tag::Nn),
        Tag::Nn | Tag::Vb if heading && before.is_some_and(|before| document.tag(before).is_some_and(Tag::is_noun)) => {
            (clause.verb.is_none() && is_base(document, i) && goes_with_many(document, tokens, i)).then_some(Tag::Vbp)
        }
        // "the old pier burned": what an article leads to and a verb follows is a noun.
        Tag::Jjr
            if document.tag(i + 1).is_some_and(|next| matches!(next, Tag::Vbd | Tag::Vbn | Tag::Md | Tag::Vbz))
                && before.is_some_and(|before| determines(document, before) && document.tag(before) != Some(Tag::Md)) =>
        {
            Some(Tag::Nn)
        }
        // "swept to power": a noun unless it takes an object.
        Tag::Vb
            if document.is_any(i, &DESTINATIONS)
                && before.is_some_and(|before| document.is(before, "to"))
                && !document.tag(i + 1).is_some_and(|next| matches!(next, Tag::Dt | Tag::Prps | Tag::Prp)) =>
        {
            Some(Tag::Nn)
        }
        // "had been due to end in May": a verb.
        Tag::Nn
            if before.is_some_and(|to| document.is(to, "to") && to > tokens.start && document.has(to - 1, Classes::PLANNING))
                && lexicon::classes(&[document.word(i), "s"].concat()).has(Classes::HEADLINE_VERB) =>
        {
            Some(Tag::Vb)
        }
        // "and dozens injured when": a participle behind many.
        Tag::Jj
            if document.word(i).ends_with("ed")
                && before.is_some_and(|before| document.tag(before) == Some(Tag::Nns))
                && document.tag(i + 1).is_none_or(|next| matches!(next, Tag::In | Tag::Wrb | Tag::Stop | Tag::Comma)) =>
        {
            Some(Tag::Vbn)
        }
        // "dozens injured", "leads walks": no verb.
        Tag::Vbz | Tag::Vbp if document.is_any(i, words!["dozens", "hundreds", "thousands", "scores", "millions"]) => Some(Tag::Nns),
        Tag::Vbz
            if before.is_some_and(|before| {
                document.tag(before) == Some(Tag::Vbz) && !document.has(before, Classes::AUXILIARY | Classes::SAY)
            }) && !document.has(i, Classes::AUXILIARY | Classes::SAY) =>
        {
            Some(Tag::Nns)
        }
        // "that demand had weakened": no past form.
        Tag::Vbd if carries(document, i + 1) && !has_past_form(document, i) => Some(Tag::Nn),
        // "will redeem its preferred shares": no second verb.
        Tag::Vbd if qualifies(document, i, clause) || completes(document, tokens, i) => Some(Tag::Vbn),
        // "May is the first": a name.
        Tag::Md if document.is(i, "may") && document.is_capitalized(i) && carries(document, i + 1) => Some(Tag::Nnp),
        Tag::Vbn if document.is(i, "had") => (!is_helped(document, tokens, i)).then_some(Tag::Vbd),
        Tag::Vbn | Tag::Nn | Tag::Vb | Tag::Vbp if is_past(document, i, tag) => {
            is_verb(document, tokens, i, clause, heading).then_some(Tag::Vbd)
        }
        // "Orle secured promotion", "The shares, which …, fell again": no adjective.
        Tag::Jj | Tag::Nnp | Tag::Vbn if (clause.verb.is_none() || clause.inside) && looks_past(document, i) => {
            (is_verb(document, tokens, i, clause, heading) && !verb_follows(document, tokens, i)).then_some(Tag::Vbd)
        }
        // "Lind claims she left": what follows is a clause.
        Tag::Nns if document.has(i, Classes::SAY_CLAUSE) && document.is_any(i + 1, words!["he", "she", "they", "it", "we", "i"]) => {
            before.is_some_and(|before| document.tag(before).is_some_and(Tag::is_proper)).then_some(Tag::Vbz)
        }
        Tag::Nns if document.has(i, Classes::HEADLINE_VERB) => is_present(document, tokens, i, clause).then_some(Tag::Vbz),
        _ => None,
    }
}

/// Whether the word at `i` has a form that tells of the past.
fn has_past_form(document: &Document, i: usize) -> bool {
    document.word(i).ends_with("ed")
        || document.has(i, Classes::PAST_FORM | Classes::PAST_PARTICIPLE | Classes::AUXILIARY | Classes::SAY)
        || document.is_any(i, &UNCHANGED)
        || document.is_any(i, words!["fell", "felt", "saw", "lay", "left", "bore"])
}

/// Whether what the tagger took for an adjective or a name can be the past of a verb.
fn looks_past(document: &Document, i: usize) -> bool {
    let word = document.word(i);
    !document.is_capitalized(i)
        && (word.len() > 5 && word.ends_with("ed") && !word.starts_with("un")
            || document.is_any(i, &["fell", "cast", "lost", "won"])
            || document.is_any(i, &ONLY_VERBS))
}

/// Whether the form in "ed" at `i` stands before a noun in a clause that has its verb.
fn qualifies(document: &Document, i: usize, clause: Clause) -> bool {
    let noun = document.tag(i + 1).is_some_and(|tag| matches!(tag, Tag::Nn | Tag::Nns));
    let spare = clause.verb.is_some_and(|verb| !clause.inside && !is_behind_conjunction(document, verb, i));
    let named = i.checked_sub(1).and_then(|before| document.tag(before)).is_some_and(|tag| tag.is_noun() || tag.is_adjective());
    noun && spare && named && document.word(i).ends_with("ed") && !document.has(i, Classes::SAY)
}

/// "an earnings |": whether the noun at `i`, a plural behind "a" or "an", needs another noun behind it.
fn ends_compound(document: &Document, tokens: &Range<usize>, i: usize) -> bool {
    let first = (tokens.start.max(i.saturating_sub(3))..=i)
        .rev()
        .find(|k| !document.tag(*k).is_some_and(|tag| tag.is_noun() || tag.is_adjective()));
    let counted =
        (i.saturating_sub(2)..=i).any(|k| document.is_any(k, words!["few", "dozen", "hundred", "thousand", "million", "couple", "many"]));
    document.tag(i) == Some(Tag::Nns) && !counted && first.is_some_and(|first| document.is_any(first, &["a", "an"]))
}

/// "was found abandoned": what completes a verb in the passive.
fn completes(document: &Document, tokens: &Range<usize>, i: usize) -> bool {
    let before = i.checked_sub(1).filter(|before| *before >= tokens.start);
    let found = before.filter(|before| document.is_any(*before, words!["found", "left", "kept", "reported", "believed", "feared"]));
    found.is_some_and(|found| document.tag(found) == Some(Tag::Vbn) && is_helped(document, tokens, found))
}

/// Whether a headline has a word behind `i` that can be its verb.
fn another(document: &Document, tokens: &Range<usize>, i: usize) -> bool {
    (i + 2..tokens.end).any(|k| is_base(document, k) && document.tag(k - 1).is_some_and(Tag::is_noun))
}

/// Whether the word at `i` is the base of a verb that headlines use.
fn is_base(document: &Document, i: usize) -> bool {
    !document.is_capitalized(i) && lexicon::classes(&[document.word(i), "s"].concat()).has(Classes::HEADLINE_VERB)
}

/// Whether the subject before the word at `i` is of more than one.
fn goes_with_many(document: &Document, tokens: &Range<usize>, i: usize) -> bool {
    (tokens.start..i).any(|k| document.tag(k) == Some(Tag::Nns) || document.is(k, "and"))
}

/// Whether the word at `i` makes a noun or an adjective of the next one.
fn determines(document: &Document, i: usize) -> bool {
    document.tag(i).is_some_and(|tag| matches!(tag, Tag::Dt | Tag::Prps | Tag::Pos | Tag::To | Tag::Md) || tag.is_adjective())
}

/// Whether the word at `i` can only carry a clause: an auxiliary or a modal with tense, a plain past form.
fn carries(document: &Document, i: usize) -> bool {
    let helper = document.is_any(i, words!["had", "has", "have", "was", "were", "is", "are", "did", "does"]);
    document.tag(i) == Some(Tag::Md) || helper || document.has(i, Classes::PAST_FORM) || document.tag(i) == Some(Tag::Vbd)
}

/// Verbs, folded, whose past has the form of the present.
static UNCHANGED: Words = Words::new(&[
    "beat", "cut", "hit", "put", "set", "shut", "let", "cost", "quit", "spread", "split", "hurt", "burst", "cast", "bet", "shed",
]);

/// Past forms, folded, that are no noun.
static ONLY_VERBS: Words = Words::new(&[
    "swept", "wept", "slept", "crept", "clung", "swung", "flung", "stung", "slid", "dug", "bled", "bred", "fled", "knelt", "leapt", "wrung",
]);

/// Whether the form at `i` can be the past of a verb.
fn is_past(document: &Document, i: usize, tag: Tag) -> bool {
    if document.is_capitalized(i) {
        return false;
    }
    match tag {
        Tag::Vbn => document.word(i).ends_with("ed") || document.has(i, Classes::PAST_PARTICIPLE) && !document.has(i, Classes::AUXILIARY),
        Tag::Nn => {
            let past = document.is_any(
                i,
                words!["lent", "sent", "bent", "fled", "dealt", "held", "sold", "hit", "built", "led", "shot", "set", "spread", "quit"],
            ) || document.is_any(i, &ONLY_VERBS);
            // "a shot": a noun unless an object or a particle follows.
            let noun = document.is_any(i, &["shot", "set", "spread"]) && !begins_object(document, i + 1);
            past && !noun
        }
        _ => document.is_any(i, &UNCHANGED),
    }
}

/// Whether what a verb acts on can begin at `i`: "shot | three people", "set | fire to", "spread | to".
fn begins_object(document: &Document, i: usize) -> bool {
    document.tag(i).is_some_and(|tag| matches!(tag, Tag::Dt | Tag::Cd | Tag::Prps | Tag::Prp | Tag::To) || tag.is_noun())
}

/// Verbs, folded, whose participle takes an object behind it: "a boat named Ida".
static NAMING: Words = Words::new(&[
    "called",
    "named",
    "dubbed",
    "titled",
    "entitled",
    "nicknamed",
    "given",
    "awarded",
    "offered",
    "paid",
    "told",
    "asked",
    "shown",
    "promised",
    "granted",
    "sent",
    "denied",
    "valued",
    "aged",
    "worth",
    "considered",
    "deemed",
    "declared",
    "elected",
    "appointed",
    "made",
]);

/// Whether the form at `i` is the verb of its clause rather than a participle.
fn is_verb(document: &Document, tokens: &Range<usize>, i: usize, clause: Clause, heading: bool) -> bool {
    let Some(before) = behind_adverbs(document, tokens, i) else { return false };
    let Some(tag) = document.tag(before) else { return false };
    if document.has(before, Classes::AUXILIARY) || document.is_any(before, words!["get", "gets", "got", "getting", "to"]) || tag == Tag::Md
    {
        return false;
    }
    if tag == Tag::Cc {
        return joins(document, tokens, before);
    }
    let gerund = tag == Tag::Vbg && before == tokens.start;
    let subject =
        tag.is_noun() || gerund || tag == Tag::Prp && !document.is_any(before, &["him", "them", "me", "us"]) || document.is(before, "who");
    let aside = tag == Tag::Comma && clause.subject && closes_aside(document, tokens, before);
    if !(subject || aside || tag == Tag::Cd && clause.subject) {
        return false;
    }
    let object = takes_object(document, i);
    // "a boat named Ida", "controlled by the army".
    let passive = object && document.is_any(i, &NAMING) || document.is(i + 1, "by") && document.tag(i + 2) != Some(Tag::Cd);
    let alone = !passive && clause.verb.is_none_or(|verb| clause.inside || is_behind_conjunction(document, verb, i));
    alone
        && (object && !heading
            || document.has(i, Classes::SAY_CLAUSE) && reports(document, tokens, i)
            || !heading && !verb_follows(document, tokens, i))
}

/// Whether an auxiliary stands before the word at `i` and its adverbs.
fn is_helped(document: &Document, tokens: &Range<usize>, i: usize) -> bool {
    behind_adverbs(document, tokens, i).is_some_and(|before| document.has(before, Classes::AUXILIARY | Classes::MODAL))
}

/// The token before `i` that is no adverb.
fn behind_adverbs(document: &Document, tokens: &Range<usize>, i: usize) -> Option<usize> {
    (tokens.start..i).rev().take(4).find(|k| document.tag(*k) != Some(Tag::Rb))
}

/// Whether "and" at `i` joins a verb to one that carries its clause: "approved it and set a date", not "was hit and killed".
fn joins(document: &Document, tokens: &Range<usize>, i: usize) -> bool {
    let verb = (tokens.start..i).rev().take(REACH).find(|k| document.tag(*k).is_some_and(Tag::is_verb));
    verb.is_some_and(|verb| {
        let helped = (tokens.start..verb).rev().take(3).any(|k| document.has(k, Classes::AUXILIARY | Classes::MODAL));
        document.tag(verb) == Some(Tag::Vbd) && !document.has(verb, Classes::AUXILIARY) && !helped
    })
}

/// Whether the comma at `i` closes words that say more about the subject: "The boss, Paula Stroud, stepped down".
fn closes_aside(document: &Document, tokens: &Range<usize>, i: usize) -> bool {
    let open = (tokens.start..i).rev().take(REACH).find(|k| document.tag(*k) == Some(Tag::Comma));
    open.is_some_and(|open| {
        open > tokens.start
            && open + 1 < i
            && document.tag(open - 1).is_some_and(|tag| tag.is_noun() || tag.is_adjective())
            && !document.has(tokens.start, Classes::PREPOSITION)
    })
}

/// Whether an object begins behind the verb at `i`: no participle of the passive takes one.
fn takes_object(document: &Document, i: usize) -> bool {
    document.tag(i + 1).is_some_and(|tag| match tag {
        Tag::Dt | Tag::Prps | Tag::Prp | Tag::Cd | Tag::Nn | Tag::Nns | Tag::Nnps => {
            !document.has(i + 1, Classes::WEEKDAY | Classes::MONTH | Classes::TIME_UNIT)
        }
        Tag::Nnp => !document.has(i + 1, Classes::WEEKDAY | Classes::MONTH),
        _ => document.is(i + 1, "$"),
    })
}

/// Whether "that" follows close behind: "officials announced on Thursday that".
fn reports(document: &Document, tokens: &Range<usize>, i: usize) -> bool {
    (i + 1..tokens.end.min(i + 5)).any(|k| document.is(k, "that") && document.tag(k) == Some(Tag::In))
}

/// Whether a conjunction parts the verb at `verb` from the clause at `i`.
fn is_behind_conjunction(document: &Document, verb: usize, i: usize) -> bool {
    (verb + 1..i).rev().take(REACH).any(|k| {
        // "and in 1936 published".
        let dated = document.tag(k + 1) == Some(Tag::In) && document.kind(k + 2) == Some(TokenKind::Number) && k + 3 == i;
        document.tag(k) == Some(Tag::Cc) && dated
            || document.tag(k) == Some(Tag::Cc)
                && document.tag(k + 1).is_some_and(|tag| {
                    matches!(tag, Tag::Dt | Tag::Prps | Tag::Prp | Tag::Nnp) || tag == Tag::Nns && k > 0 && document.is(k - 1, ",")
                })
    })
}

/// Whether a verb with tense comes behind `i` that the same subject would need: none does behind "and the", a semicolon or a new clause.
fn verb_follows(document: &Document, tokens: &Range<usize>, i: usize) -> bool {
    let mut inside = 0;
    for k in (i + 1..tokens.end).take(REACH) {
        let Some(tag) = document.tag(k) else { return false };
        match tag {
            Tag::Colon | Tag::Mark | Tag::Stop => return false,
            Tag::Cc
                if document.tag(k - 1) == Some(Tag::Comma)
                    || document.tag(k + 1).is_some_and(|tag| matches!(tag, Tag::Dt | Tag::Prps | Tag::Prp)) =>
            {
                return false;
            }
            Tag::Wp | Tag::Wrb => inside += 1,
            Tag::In
                if document.is_any(k, &SUBORDINATORS)
                    && document.tag(k + 1).is_some_and(|tag| matches!(tag, Tag::Prp | Tag::Dt | Tag::Prps | Tag::Nnp | Tag::Nns)) =>
            {
                inside += 1
            }
            Tag::Vbn if document.tag(k - 1).is_some_and(Tag::is_noun) && inside == 0 && !takes_object(document, k) => return true,
            _ if tag.is_finite() && inside > 0 => inside -= 1,
            _ if tag.is_finite() && tells_who(document, i, k) => return false,
            _ if tag.is_finite() || document.has(k, Classes::PAST_FORM) => return !(document.tag(k - 1) == Some(Tag::Cc)),
            _ => {}
        }
    }
    false
}

/// Whether the verb at `k` only says who tells what stands before its comma: "…, officials said".
fn tells_who(document: &Document, from: usize, k: usize) -> bool {
    let of_name = |i: &usize| {
        document
            .tag(*i)
            .is_some_and(|tag| tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Dt | Tag::Prp | Tag::Prps | Tag::Pos | Tag::Cd))
    };
    let before = (from..k).rev().find(|i| !of_name(i));
    document.has(k, Classes::SAY) && before.is_some_and(|i| i + 1 < k && document.is(i, ","))
}

/// Whether the form in "s" at `i` is the verb of its clause rather than a plural: "the deadline expires on Friday".
fn is_present(document: &Document, tokens: &Range<usize>, i: usize, clause: Clause) -> bool {
    let Some(before) = behind_adverbs(document, tokens, i) else { return false };
    let tag = document.tag(before);
    let comma = tag == Some(Tag::Comma) && clause.subject && closes_aside(document, tokens, before);
    let noun = matches!(tag, Some(Tag::Nn | Tag::Nnp)) && begins_phrase(document, tokens, before);
    let goes_on = document
        .tag(i + 1)
        .is_none_or(|tag| matches!(tag, Tag::In | Tag::Dt | Tag::Prps | Tag::To | Tag::Rb | Tag::Cd | Tag::Prp | Tag::Stop));
    let of = document.is_any(i + 1, &["of", "for"]);
    clause.verb.is_none() && (comma || noun) && goes_on && !of && !verb_follows(document, tokens, i)
}

/// Whether the noun at `i` ends a phrase that an article or a possessor opens, so that a plural behind it would be odd.
fn begins_phrase(document: &Document, tokens: &Range<usize>, i: usize) -> bool {
    let of_phrase = |k: &usize| document.tag(*k).is_some_and(|tag| tag.is_noun() || tag.is_adjective());
    let start = (tokens.start..=i).rev().take_while(of_phrase).last().unwrap_or(i);
    let determined = start.checked_sub(1).is_some_and(|k| {
        k >= tokens.start && document.is_any(k, words!["the", "a", "an", "his", "her", "its", "their", "this", "that", "our", "my"])
    });
    determined || document.tag(i).is_some_and(Tag::is_proper)
}
