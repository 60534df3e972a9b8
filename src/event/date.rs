//! Which time expression dates which event.

use super::verb::VerbGroup;
use super::{Basis, EventDate};
use crate::lexicon::Classes;
use crate::text::Document;
use crate::timex::{Published, Timex, TimexType};
use std::ops::Range;

/// A time expression of a sentence, by index, with the tokens it stands on.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub timex: usize,
    pub tokens: Range<usize>,
}

/// The time expressions that stand in the sentence `tokens`.
pub(super) fn places(document: &Document, timexes: &[Timex], tokens: &Range<usize>) -> Vec<Place> {
    let span = document.span(tokens.clone());
    let first = timexes.partition_point(|timex| timex.span.start < span.start);
    let inside = timexes.iter().enumerate().skip(first).take_while(|(_, timex)| timex.span.end <= span.end);
    inside.map(|(timex, found)| Place { timex, tokens: document.tokens_in(found.span) }).collect()
}

/// For each verb group the expression that dates it: the verb before it governs it, and the first verb behind it when it opens the sentence or a clause.
///
/// What somebody says is not when it is said: `said_by` tells for an expression the group that reports the words around it, which it cannot date.
pub(super) fn govern(
    document: &Document,
    sentence: &Range<usize>,
    groups: &[VerbGroup],
    places: &[Place],
    timexes: &[Timex],
    said_by: impl Fn(&Place) -> Option<usize>,
) -> Vec<Option<usize>> {
    let mut dated: Vec<Option<usize>> = vec![None; groups.len()];
    let free = |place: &&Place| {
        can_date(&timexes[place.timex]) && noun_behind(document, &place.tokens).is_none() && says_when(document, &place.tokens)
    };
    for place in places.iter().filter(free) {
        let before = groups.iter().rposition(|group| group.tokens.start < place.tokens.start);
        let behind = groups.iter().position(|group| group.tokens.start >= place.tokens.end);
        let governor = match (before, behind) {
            (None, behind) => behind,
            (Some(before), Some(behind)) if opens_clause(document, sentence, &place.tokens, &groups[before]) => {
                Some(if groups[behind].tokens.start - place.tokens.end <= 12 { behind } else { before })
            }
            (before, _) => before,
        };
        let reporting = said_by(place);
        let governor = match governor {
            Some(cue) if reporting == Some(cue) => behind.filter(|behind| *behind > cue),
            governor => governor,
        };
        let governor =
            governor.filter(|_| !begins_something(document, &place.tokens)).filter(|g| !only_since(document, &place.tokens, &groups[*g]));
        if let Some(slot) = governor.and_then(|governor| dated.get_mut(governor)) {
            // Of two expressions the one with a stretch of the calendar dates the event.
            if slot.is_none_or(|old: usize| timexes[old].interval.is_none()) {
                *slot = Some(place.timex);
            }
        }
    }
    dated
}

/// Whether the expression can date an event at all: a length of time cannot.
fn can_date(timex: &Timex) -> bool {
    match timex.kind {
        TimexType::Date | TimexType::Time => timex.interval.is_some(),
        TimexType::Set => true,
        TimexType::Duration => false,
    }
}

/// Whether the expression stands behind a word or comma that opens a clause after the verb group `before`: "… that on Monday they would meet".
fn opens_clause(document: &Document, sentence: &Range<usize>, timex: &Range<usize>, before: &VerbGroup) -> bool {
    let lead = timex
        .start
        .checked_sub(1)
        .filter(|i| *i >= sentence.start && document.has(*i, Classes::PREPOSITION) && !document.is_any(*i, &["that"]));
    let at = lead.unwrap_or(timex.start).checked_sub(1);
    at.is_some_and(|i| {
        i >= before.tokens.end && document.is_any(i, &["that", "and", "but", "when", "which", ";", ":"]) && i + 1 > before.tokens.end
    })
}

/// Whether the expression says when: not where it is a possessor ("this year's results"), nor the end of a stretch ("the months to June 30"), nor a bound ("before 2027").
fn says_when(document: &Document, timex: &Range<usize>) -> bool {
    let possessive = document.is_any(timex.end, &["'s", "'"]);
    let bound =
        timex.start.checked_sub(1).is_some_and(|i| document.is_any(i, &["to", "until", "till", "through", "before", "after", "than"]));
    !possessive && !bound && !in_dateline(document, timex)
}

/// Whether the expression stands in the dateline that opens a paragraph: "PORT ESSEN, Nov. 21 (Meridian Press) —".
fn in_dateline(document: &Document, timex: &Range<usize>) -> bool {
    let start = document.paragraphs.get(document.paragraph_of(timex.start)).map_or(0, |paragraph| paragraph.tokens.start);
    let dash = |i: usize| document.is_any(i, &["—", "–", "--", "_", "-"]) && document.token(i).is_some_and(|token| token.spaced);
    timex.start < start + 10 && (timex.end..timex.end + 6).any(dash) && document.is_capitalized(start)
}

/// Whether "since" or "from" stands before the expression and the verb does not tell of a time that lasts: "the lowest since October".
fn only_since(document: &Document, timex: &Range<usize>, group: &VerbGroup) -> bool {
    let since = timex.start.checked_sub(1).is_some_and(|i| document.is(i, "since"));
    since && !group.tokens.clone().any(|i| document.is_any(i, &["has", "have", "had", "'ve", "been"]))
}

/// Whether the expression says when something begins or ends that no finite verb names: "mourning, beginning on Monday".
fn begins_something(document: &Document, timex: &Range<usize>) -> bool {
    (1..=2).any(|back| timex.start.checked_sub(back).is_some_and(|i| document.is_any(i, &["beginning", "starting", "ending", "dating"])))
}

/// The event noun right behind an expression that qualifies it: "Tuesday's vote", "the 2011 earthquake".
pub(super) fn noun_behind(document: &Document, timex: &Range<usize>) -> Option<usize> {
    let possessive = usize::from(document.is_any(timex.end, &["'s", "'"]));
    let at = timex.end + possessive;
    let noun = (at..at + 3).find(|i| document.has(*i, Classes::EVENT_NOUN))?;
    let joined = (at..noun).all(|i| document.tag(i).is_some_and(|tag| tag.is_adjective() || tag.is_noun()));
    (joined && document.sentence_of(noun) == document.sentence_of(timex.start)).then_some(noun)
}

/// The date that a time expression gives.
pub(super) fn explicit(timexes: &[Timex], timex: usize) -> Option<EventDate> {
    let timex = timexes.get(timex)?;
    let interval = timex.interval?;
    let edtf = timex.edtf.clone().unwrap_or_else(|| timex.value.clone());
    Some(EventDate { value: timex.value.clone(), edtf, earliest: interval.earliest, latest: interval.latest })
}

/// The day of publication as the date of a report.
pub(super) fn published(published: &Published) -> Option<EventDate> {
    let day = published.date?;
    Some(EventDate { value: day.to_string(), edtf: day.to_string(), earliest: day, latest: day })
}

/// How a date is known, for the reader: the second half of a sentence, before and behind the words of the date.
pub(super) fn why(basis: Basis) -> (&'static str, &'static str) {
    match basis {
        Basis::Explicit => ("; “", "” in the same sentence dates it."),
        Basis::Context => ("; it is told after “", "” and has no date of its own."),
        Basis::Publication => ("; it is told as news without a date, so it stands on the day of publication.", ""),
        Basis::None => ("; the text gives no date for it.", ""),
    }
}
