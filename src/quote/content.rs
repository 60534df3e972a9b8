//! What is attributed: where it begins behind or before the cue, and where it ends.

use super::clause::Clause;
use super::cue;
use super::phrase;
use crate::clause::{Form as GroupForm, VerbGroup};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Words, words};
use crate::timex::TimexType;
use std::ops::Range;

/// What stands behind a cue once hearers, times and places are passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// Nothing that could be said.
    Nothing,
    /// A colon.
    Colon,
    /// Words in quotation marks.
    Marks,
    /// A clause with "that".
    That,
    /// A question: "whether", "how".
    Question,
    /// "to" and a verb.
    Infinitive,
    /// "as": "described it as".
    Phrase,
}

/// The words behind a cue.
#[derive(Clone, Debug)]
pub(super) struct Right {
    /// What they begin with.
    pub opening: Opening,
    /// Where the content begins.
    pub start: usize,
    /// The hearer, or the object before "to", "of" or "that".
    pub object: Option<Range<usize>>,
}

static QUESTIONS: Words = Words::new(&["whether", "how", "why", "what", "when", "where", "who", "if", "which"]);
static PLACES: Words = Words::new(&[
    "in",
    "inside",
    "outside",
    "aboard",
    "near",
    "on",
    "at",
    "during",
    "after",
    "before",
    "from",
    "via",
    "through",
    "by",
    "with",
    "of",
    "about",
    "to",
    "following",
    "over",
    "under",
    "without",
    "for",
]);
/// No content of one sentence is longer than this many items; keeps hostile text linear.
pub(super) const REACH: usize = 300;
/// No more words than these are passed over between cue and content.
pub(super) const GAP: usize = 40;

/// Reads on from `from`, behind the cue whose verb is at `verb`.
pub(super) fn right(clause: &Clause, verb: usize, from: usize, may_object: bool) -> Right {
    let mut p = from;
    let mut object = None;
    let hears = may_object
        && clause.has(verb, Classes::SAY_ADDRESSEE)
        && (clause.kind_is_phrase(p) || clause.is_any(p, words!["him", "her", "them", "me", "us"]))
        && !phrase::is_time(clause, p)
        && clause.block(p).is_none();
    if let Some(end) = hearer_end(clause, p).filter(|_| hears) {
        object = Some(p..end);
        p = end;
    }
    let told_when = clause.that_behind(p);
    p = pass_over(clause, p, from + GAP);
    let (opening, start) = match (opening(clause, p), told_when.or_else(|| clause.that_behind(p))) {
        ((Opening::Question | Opening::Phrase | Opening::Nothing, _), Some(that)) => (Opening::That, that),
        (opening, _) => opening,
    };
    Right { opening, start, object }
}

/// Where the hearer that begins at `p` ends: a pronoun, a name, "reporters".
fn hearer_end(clause: &Clause, p: usize) -> Option<usize> {
    if clause.is_any(p, words!["him", "her", "them", "me", "us", "you", "it"])
        && !(clause.is(p, "her") && phrase::is_nominal(clause, p + 1))
    {
        return Some(p + 1);
    }
    if clause.is_any(p, words!["reporters", "journalists", "lawmakers", "supporters", "voters", "investors"]) {
        return Some(p + 1);
    }
    // "told parents | buses would run late"
    let people = p + usize::from(clause.is(p, "the"));
    if clause.has(people, Classes::GROUP_NOUN) && phrase::is_nominal(clause, people + 1) && !clause.is_capitalized(people + 1) {
        return Some(people + 1);
    }
    let end = phrase::end_of(clause, p)?;
    if clause.is_comma(end) {
        // "warned the envoy, Ann Lee, that"
        let close = (end + 1..clause.len().min(end + 10)).find(|k| clause.is_comma(*k) || clause.block(*k).is_some());
        let goes_on = |close: &usize| {
            clause.is_any(close + 1, words!["that", "to", "not", "in", "on", "at", "during"]) || clause.block(close + 1).is_some()
        };
        let apposed =
            clause.is_capitalized(end + 1) || clause.is_any(end + 1, words!["the", "a", "an", "his", "her", "their", "its", "who"]);
        if let Some(close) = close.filter(|close| apposed && clause.is_comma(*close) && goes_on(close)) {
            return Some(close + 1);
        }
    }
    Some(end).filter(|end| !clause.has(*end, Classes::MODAL | Classes::AUXILIARY))
}

/// Passes over times, places and adverbs from `p` on, as far as they surely are such.
pub(super) fn pass_over(clause: &Clause, mut p: usize, limit: usize) -> usize {
    while p < limit.min(clause.len()) {
        if let Some(end) = timex_end(clause, p) {
            p = end;
        } else if phrase::is_time(clause, p) {
            p = time_end(clause, p);
            // "during this week's debate": the time only tells which debate.
            if clause.is(p, "'s") {
                p = phrase::end_of(clause, p + 1).unwrap_or(p + 1);
            }
        } else if clause.is_any(p, &PLACES) && !(clause.is(p, "to") && is_base_verb(clause, p + 1)) {
            match prepositional_end(clause, p) {
                Some(end) => p = end,
                None => break,
            }
        } else if cue::is_adverb(clause, p)
            && !(clause.is(p + 1, "-") && clause.document.is_glued(clause.token(p + 1)))
            && !clause.is_any(p, &["both", "all", "so", "too"])
            && (!clause.is(p, "first") || clause.is_any(p + 1, &[",", "that", ":"]))
            || clause.is_any(p, words!["again", "there", "here", "loudly", "as", "flatly"]) && clause.is_any(p + 1, &["that", ":", ","])
            || clause.is_aside(p)
        {
            p += 1;
        } else if clause.is_comma(p) {
            match comma_insertion_end(clause, p) {
                Some(end) => p = end,
                None => break,
            }
        } else {
            break;
        }
    }
    p
}

/// Where the time expression that begins at `p` and has a number in it ends: "16:20", "5 p.m. on Friday".
fn timex_end(clause: &Clause, p: usize) -> Option<usize> {
    let start = clause.document.token(clause.token(p))?.span.start;
    let near = clause.timexes.partition_point(|timex| timex.span.start < start);
    let timex = clause.timexes.get(near).filter(|timex| timex.span.start == start)?;
    let behind = clause.item_of(clause.document.tokens_in(timex.span).end);
    let parted = behind.is_some_and(|p| clause.is_any(p, &["that", ":", ","]) || clause.block(p).is_some());
    if timex.kind != TimexType::Time && !parted {
        return None;
    }
    clause.item_of(clause.document.tokens_in(timex.span).end.checked_sub(1)?).map(|last| last + 1)
}

fn time_end(clause: &Clause, p: usize) -> usize {
    let mut end = p + 1;
    while phrase::is_time(clause, end)
        || clause.has(end, Classes::TIME_UNIT | Classes::WEEKDAY | Classes::MONTH)
        || clause.tag(end) == Some(Tag::Cd)
    {
        end += 1;
    }
    end
}

/// The end of a preposition with its noun phrase.
fn prepositional_end(clause: &Clause, p: usize) -> Option<usize> {
    let counted = clause.tag(p + 1) == Some(Tag::Cd) || clause.is_any(p + 1, words!["half", "a", "one", "two-thirds", "three-quarters"]);
    // "said at least ten were hurt": a number.
    let bounded = clause.is(p, "at") && clause.is_any(p + 1, &["least", "most"]);
    if bounded || clause.is_any(p, &["about", "over", "under"]) && counted {
        return None;
    }
    if let Some(end) = timex_end(clause, p + 1).filter(|end| !clause.is(*end, "'s")) {
        return Some(end);
    }
    if phrase::is_time(clause, p + 1) && !clause.is(time_end(clause, p + 1), "'s") {
        return Some(time_end(clause, p + 1));
    }
    if clause.is_any(p + 1, words!["him", "her", "them", "me", "us", "it"]) {
        return Some(p + 2);
    }
    // "said in putting the question to Ann Lee"
    if clause.group(p + 1).is_some_and(|group| group.form == GroupForm::Gerund) && !clause.has(p + 1, cue::ANY) {
        let stops = |k: &usize| clause.is_any(*k, &["that", ",", ":"]) || clause.is_end(*k) || clause.block(*k).is_some();
        return (p + 2..clause.len().min(p + GAP)).find(stops);
    }
    phrase::end_of(clause, p + 1)
}

/// Words between commas behind the cue: "said, in a statement on Friday, that", "said, pointing at the dam, “…”". The end is behind the second comma.
fn comma_insertion_end(clause: &Clause, comma: usize) -> Option<usize> {
    let gerund =
        clause.group(comma + 1).is_some_and(|group| group.form == GroupForm::Gerund) && !clause.has(comma + 1, Classes::SAY_CLAUSE);
    let adverb = cue::is_adverb(clause, comma + 1) || clause.is(comma + 1, "however");
    if !(clause.has(comma + 1, Classes::PREPOSITION) || adverb || gerund) {
        return None;
    }
    let second = (comma + 1..clause.len().min(comma + 14)).find(|p| clause.is_comma(*p) || clause.block(*p).is_some())?;
    (clause.is_comma(second) && (clause.is(second + 1, "that") || clause.block(second + 1).is_some()))
        .then_some(second + usize::from(clause.is(second + 1, "that")))
}

/// What begins at `p`, and where the content would begin.
fn opening(clause: &Clause, p: usize) -> (Opening, usize) {
    if clause.is_end(p) {
        return (Opening::Nothing, p);
    }
    if clause.is(p, ":") && !is_clock(clause, p) {
        let opening = if clause.block(p + 1).is_some() && ends_behind_block(clause, p + 1) { Opening::Marks } else { Opening::Colon };
        return (if p + 1 >= clause.len() { Opening::Nothing } else { opening }, p + 1);
    }
    if clause.is_comma(p) && clause.is_any(p + 1, &["but", "and"]) && clause.block_words(p + 2) > 3 {
        return (Opening::Marks, p + 2);
    }
    if clause.is_comma(p) {
        let marks =
            clause.block(p + 1).is_some() && !phrase::is_name_block(clause, p + 1) || clause.block(p + 1).is_some() && clause.is_end(p + 2);
        return (if marks { Opening::Marks } else { Opening::Nothing }, p + 1);
    }
    if clause.is_break(p) {
        return (Opening::Nothing, p);
    }
    if clause.block(p).is_some() {
        return (if ends_behind_block(clause, p) { Opening::Marks } else { Opening::Phrase }, p);
    }
    if clause.is(p, "that") {
        return (Opening::That, p);
    }
    if clause.is_any(p, &QUESTIONS) {
        return (Opening::Question, p);
    }
    if clause.is(p, "to") && is_base_verb(clause, p + 1) || clause.is(p, "not") && clause.is(p + 1, "to") {
        return (Opening::Infinitive, p);
    }
    (if clause.is_any(p, &["and", "but", "or"]) { Opening::Nothing } else { Opening::Phrase }, p)
}

/// Whether the colon at `p` stands inside a time of day: "16:20".
fn is_clock(clause: &Clause, p: usize) -> bool {
    let digit = |p: usize| clause.tag(p) == Some(Tag::Cd);
    p > 0 && clause.document.is_glued(clause.token(p)) && digit(p - 1) && digit(p + 1)
}

/// Whether nothing goes on behind the block that the words around it would need.
fn ends_behind_block(clause: &Clause, p: usize) -> bool {
    let next = p + 1;
    clause.is_end(next)
        || clause.is_comma(next)
        || clause.is_any(next, words!["and", "but", "in", "on", "at", "as", "when", "during", "before", "after", "while", "to"])
        || matches!(clause.block_last(p), "." | "?" | "!" | ",")
        || clause.is_break(next)
}

/// Whether a verb in its base form can stand at `p`, or marked words, as behind "to".
fn is_base_verb(clause: &Clause, p: usize) -> bool {
    clause.block(p).is_some()
        || clause.tag(p) == Some(Tag::Vb)
        || clause.is_word(p)
            && !clause.is_capitalized(p)
            && !clause.kind_is_determined(p)
            && clause.tag(p).is_some_and(|tag| !matches!(tag, Tag::Nns | Tag::Prp | Tag::Prps | Tag::Dt | Tag::Cd))
}

impl Clause<'_, '_> {
    fn kind_is_determined(&self, p: usize) -> bool {
        self.is_any(
            p,
            words![
                "the",
                "a",
                "an",
                "his",
                "her",
                "their",
                "its",
                "our",
                "my",
                "your",
                "him",
                "them",
                "us",
                "me",
                "reporters",
                "this",
                "these",
                "those",
            ],
        )
    }
}

/// Where the clause before `end` begins: behind what is claimed, a semicolon or a dash, and behind "But" and the like.
pub(super) fn clause_start(clause: &Clause, end: usize) -> usize {
    (end.saturating_sub(REACH)..end)
        .rev()
        .find(|p| clause.claimed.get(*p) == Some(&true) || clause.is_any(*p, &[";", "("]))
        .map_or(end.saturating_sub(REACH), |p| p + 1 + usize::from(clause.is_comma(p + 1)))
        .max(clause.start)
}

/// Where the clause before `end` begins when it may hold whole quotations: "The envoy said the talks had failed, | the paper reported".
pub(super) fn nesting_start(clause: &Clause, end: usize) -> usize {
    let mut start = clause_start(clause, end);
    loop {
        let claimed = start.checked_sub(1).map(|before| before - usize::from(before > 0 && clause.is_comma(before)));
        let Some(inner) = claimed.and_then(|at| clause.found.iter().find(|found| found.contains(&at))) else { return start };
        let joined = clause.is_any(start, &["and", "but", "while", "or"]) || (inner.end..end).any(|p| ends_sentence(clause, p));
        let before = clause_start(clause, inner.start);
        if joined || before >= start {
            return start;
        }
        start = before;
    }
}

/// Whether a sentence ends at `p`, be it in marks.
fn ends_sentence(clause: &Clause, p: usize) -> bool {
    clause.is_any(p, &[".", "?", "!"]) || clause.block(p).is_some() && matches!(clause.block_last(p), "." | "?" | "!")
}

/// Whether the range holds a verb that carries a clause, be it in marks.
pub(super) fn has_verb(clause: &Clause, items: Range<usize>) -> bool {
    items.into_iter().any(|p| is_carrier(clause, p) || clause.block_words(p) > 4 || block_has_verb(clause, p))
}

/// Whether the words in marks at `p` hold a finite verb.
fn block_has_verb(clause: &Clause, p: usize) -> bool {
    clause.block(p).is_some_and(|block| {
        let first = clause.groups.partition_point(|group| group.tokens.start < block.inner.start);
        let rest = clause.groups[first..].iter();
        rest.take_while(|group| group.tokens.end <= block.inner.end).any(VerbGroup::is_finite)
    })
}

/// Whether the word at `p` is a verb that carries a clause: a modal, a helper or a finite verb; a possessive "'s" is none.
pub(super) fn is_carrier(clause: &Clause, p: usize) -> bool {
    if clause.is_any(p, words!["'s", "being", "having", "been", "be"]) {
        return clause.is(p, "'s")
            && p.checked_sub(1).is_some_and(|before| clause.is_any(before, words!["he", "she", "it", "that", "there", "who", "what"]));
    }
    clause.has(p, Classes::MODAL | Classes::AUXILIARY) || phrase::is_finite_verb(clause, p)
}
