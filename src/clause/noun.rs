//! Nouns that name an event, beside the time expression that dates them: "Tuesday's vote", "its launch in 2003".

use super::{VerbGroup, is_temporal_lead};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, Words, words};
use std::ops::Range;

/// Whether an expression behind a noun dates the noun alone or its verb with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// "since its launch in 2003": the verb happens at another time.
    Alone,
    /// "were killed in an explosion on Monday".
    Both,
}

/// How far an event noun may stand before its date.
const REACH: usize = 8;

/// The event noun right behind an expression that qualifies it: "Tuesday's vote", "the 2011 earthquake".
pub fn behind(document: &Document, timex: &Range<usize>) -> Option<usize> {
    let possessive = usize::from(document.is_any(timex.end, &["'s", "'"]));
    let at = timex.end + possessive;
    let noun = (at..at + 3).find(|i| document.has(*i, Classes::EVENT_NOUN))?;
    let joined = (at..noun).all(|i| document.tag(i).is_some_and(|tag| tag.is_adjective() || tag.is_noun()));
    (joined && document.sentence_of(noun) == document.sentence_of(timex.start)).then_some(noun)
}

/// Whether the expression and its noun say when something else happened: "in a July 16 press conference".
pub fn is_adjunct(document: &Document, timex: &Range<usize>) -> bool {
    let floor = document.sentence_tokens(timex.start).start;
    let start = phrase_start(document, timex.start, floor);
    start.checked_sub(1).is_some_and(|i| i >= floor && document.is_any(i, &["in", "at", "during"]))
}

/// The event noun before an expression with its preposition, and whether the verb `group` shares the date.
pub fn before(document: &Document, timex: &Range<usize>, group: Option<&VerbGroup>) -> Option<(usize, Reach)> {
    let lead = timex.start.checked_sub(1).filter(|i| is_temporal_lead(document, *i))?;
    // "the first free election, in 1991".
    let lead = lead.checked_sub(1).filter(|i| document.is(*i, ",") && !document.is(timex.end, ",")).unwrap_or(lead);
    let floor = document.sentence_tokens(lead).start.max(lead.saturating_sub(REACH));
    let floor = group.filter(|group| group.tokens.end <= lead).map_or(floor, |group| floor.max(group.tokens.end));
    let noun = (floor..lead).rev().take_while(|i| is_of_phrase(document, *i)).find(|i| names_event(document, *i))?;
    let start = phrase_start(document, noun, floor);
    let reach = match start.checked_sub(1).filter(|i| *i >= floor) {
        // "filed for bankruptcy in July": one deed.
        Some(i)
            if document.is(i, "for") && group.is_some_and(|group| document.is_any(group.head, &["filed", "files", "file", "filing"])) =>
        {
            Reach::Both
        }
        Some(i) if document.is_any(i, &APART) => Reach::Alone,
        Some(i) if document.has(i, Classes::PREPOSITION) => Reach::Both,
        _ if group.is_some_and(|group| speaks_of(document, group)) => Reach::Alone,
        _ => Reach::Both,
    };
    Some((noun, reach))
}

/// Prepositions, folded, that set a noun and its date apart from the verb.
static APART: Words = Words::new(&[
    "since",
    "after",
    "before",
    "following",
    "of",
    "for",
    "from",
    "until",
    "despite",
    "over",
    "about",
    "against",
    "to",
    "like",
    "than",
    "as",
    "because",
]);

/// Whether the verb tells what somebody says or thinks of the noun rather than what was done: "condemned the invasion".
fn speaks_of(document: &Document, group: &VerbGroup) -> bool {
    document.has(group.head, Classes::SAY) && !document.is_any(group.head, &["announced", "declared"])
}

/// Whether the word at `i` can stand between an event noun and its date: "invasion of northern Farrland on".
fn is_of_phrase(document: &Document, i: usize) -> bool {
    let tag = document.tag(i);
    tag.is_some_and(|tag| tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Dt | Tag::Pos | Tag::Prps | Tag::Cd))
        || document.is_any(i, words!["of", "in", "at", "near", "with", "between", "and", "on", "by", "against"])
}

/// Whether the word at `i` names an event and is no verb or part of a name.
#[inline]
pub fn names_event(document: &Document, i: usize) -> bool {
    document.has(i, Classes::EVENT_NOUN) && document.tag(i).is_some_and(|tag| matches!(tag, Tag::Nn | Tag::Nns | Tag::Nnp))
}

/// Whether the word at `i` names an event that the text speaks of as known: "the attack", "his resignation".
pub fn is_definite(document: &Document, i: usize) -> bool {
    if !names_event(document, i) || document.tag(i + 1).is_some_and(Tag::is_noun) {
        return false;
    }
    let start = phrase_start(document, i, document.sentence_tokens(i).start);
    // "told analysts that demand fell": a conjunction.
    let shown = |k: usize| document.is_any(k, &["this", "that"]) && document.tag(k) == Some(Tag::Dt);
    (start..i).any(|k| shown(k) || document.is_any(k, words!["the", "his", "her", "its", "their", "'s", "'"]))
}

/// Whether the verb before the noun only says that it takes place: "held its spring meeting".
pub fn is_held(document: &Document, noun: usize) -> bool {
    let start = phrase_start(document, noun, document.sentence_tokens(noun).start);
    start.checked_sub(1).is_some_and(|i| {
        document.is_any(i, words!["hold", "holds", "held", "holding", "have", "has", "had", "having", "made", "make", "makes", "making"])
    })
}

/// Where the phrase begins that the noun at `noun` ends: "its long-awaited launch".
pub fn phrase_start(document: &Document, noun: usize, floor: usize) -> usize {
    let of_phrase = |i: usize| {
        let hyphen = document.is(i, "-") && document.is_glued(i) && document.is_glued(i + 1);
        let fits = |tag: Tag| tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Dt | Tag::Pos | Tag::Prps | Tag::Cd);
        // "the planned talks", but "has called a strike".
        let determined = || i > floor && document.tag(i - 1).is_some_and(|tag| matches!(tag, Tag::Dt | Tag::Prps | Tag::Pos | Tag::Jj));
        hyphen || document.tag(i).is_some_and(|tag| fits(tag) || tag == Tag::Vbn && determined())
    };
    let mut start = noun;
    while start > floor && of_phrase(start - 1) {
        start -= 1;
    }
    start
}

/// Whether the word at `i` is part of a name, and not of a date.
fn names(document: &Document, i: usize) -> bool {
    document.is_capitalized(i) && !document.has(i, Classes::MONTH | Classes::WEEKDAY)
}

/// Where the phrase ends whose noun stands at `noun`: behind "in Carrick", "of the parties".
pub fn phrase_end(document: &Document, noun: usize, limit: usize) -> usize {
    let mut end = noun + 1;
    while end + 1 < limit && document.is_any(end, &["in", "of", "at", "on"]) && names(document, end + 1) {
        end += 2;
        while end < limit && names(document, end) {
            end += 1;
        }
    }
    end
}
