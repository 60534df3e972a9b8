//! Whether a time expression says when something happens, or what something else is like.

use super::place::{is_latest, is_moved};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, TokenKind, behind_dateline, words};
use crate::timex::{Timex, TimexType};
use std::ops::Range;

/// Whether the expression can date an event at all: a length of time cannot.
pub(super) fn can_date(timex: &Timex) -> bool {
    match timex.kind {
        TimexType::Date | TimexType::Time => timex.interval.is_some(),
        TimexType::Set => true,
        TimexType::Duration => false,
    }
}

/// Whether the expression says when: not where it is a possessor ("this year's results"), nor the end of a stretch ("the months to June 30"), nor a bound ("before 2027").
///
/// A time of day is bounded within its day: "shortly before 4 a.m. on Friday".
pub(super) fn says_when(document: &Document, timex: &Range<usize>, kind: TimexType) -> bool {
    let possessive = document.is_any(timex.end, &["'s", "'"]);
    let qualifier = |i: &usize| document.tag(*i).is_some_and(|tag| tag.is_adjective() || tag == Tag::Dt);
    let lead = (timex.start.saturating_sub(3)..timex.start).rev().find(|i| !qualifier(i));
    let bound = lead.is_some_and(|i| document.is_any(i, words!["to", "through", "before", "after", "than", "about", "of", "like"]));
    // "in the early hours of Monday".
    let within = lead.is_some_and(|i| {
        let part = |i: usize| {
            document.has(i, Classes::TIME_UNIT | Classes::TIME_WORD)
                || document.is_any(i, words!["course", "eve", "end", "start", "rest", "remainder"])
        };
        document.is(i, "of") && i.checked_sub(1).is_some_and(part)
    });
    let bound = bound && !within && !is_latest(document, timex.start);
    let shown = document.is_any(timex.start, &["that", "this"]);
    let bound = bound && (kind != TimexType::Time || shown);
    // "shareholders of record as of the close of business on June 14".
    let floor = document.sentence_tokens(timex.start).start.max(timex.start.saturating_sub(7));
    let as_of = (floor..timex.start).any(|i| document.is_phrase(i, &["of", "record"]));
    let beside = as_of
        || in_dateline(document, timex)
        || qualifies(document, timex)
        || is_aside(document, timex)
        || compares(document, timex)
        || is_moved(document, timex.start);
    !possessive && !bound && !beside
}

/// "dropped from 22.9 million a year earlier": the date of what is compared.
fn compares(document: &Document, timex: &Range<usize>) -> bool {
    if document.is_phrase(timex.start, &["the", "same", "period"]) || document.is_phrase(timex.start, &["the", "same", "quarter"]) {
        return true;
    }
    let away = document.is_any(timex.end.saturating_sub(1), &["earlier", "ago", "before", "previously"]);
    let amount = |i: usize| {
        document.kind(i) == Some(TokenKind::Number) || document.has(i, Classes::NUMBER_WORD) || document.is_any(i, &["%", "percent"])
    };
    let near = timex.start.saturating_sub(COMPARED).max(document.sentence_tokens(timex.start).start)..timex.start;
    // "up from 1% in March".
    let of_month = timex.start.checked_sub(2).is_some_and(|i| {
        document.is_any(i + 1, &["in", "on"]) && (amount(i) || document.is_any(i, &["percent", "million", "billion", "points"]))
    });
    let from = near.clone().any(|i| document.is_any(i, words!["from", "than", "against", "versus", "vs"]));
    of_month && from
        || away
            && near.clone().any(amount)
            && near.clone().any(|i| document.is_any(i, words!["from", "than", "with", "against", "to", "versus", "vs"]))
}

/// So many tokens before its date the amount begins that something is compared with.
const COMPARED: usize = 5;

/// Whether the expression qualifies a noun: "the 1991 agreement", "a July 16 letter", "the Expo 2010".
fn qualifies(document: &Document, timex: &Range<usize>) -> bool {
    let Some(before) = timex.start.checked_sub(1) else { return false };
    let led =
        document.tag(before).is_some_and(|tag| tag.is_adjective() || matches!(tag, Tag::Dt | Tag::Prps | Tag::Pos | Tag::Vbn | Tag::Vbg));
    let nominal = document.tag(timex.end).is_some_and(|tag| tag.is_noun() || tag.is_adjective());
    let number = timex.len() == 1 && document.kind(timex.start) == Some(TokenKind::Number);
    let named =
        number && document.is_capitalized(before) && !document.has(before, Classes::PREPOSITION | Classes::STARTER | Classes::MONTH);
    // "missed the 2022-23 season": a stretch of time itself.
    let stretch = document.is_any(timex.end, &["season", "campaign", "term", "semester"]);
    led && nominal && !document.is(timex.start, "the") && !stretch || named
}

/// Whether the expression stands in an aside between commas that has no verb: "her house, worth a million in October, is".
fn is_aside(document: &Document, timex: &Range<usize>) -> bool {
    let start = document.sentence_tokens(timex.start).start;
    let closes = document.is(timex.end, ",") && document.tag(timex.end + 1).is_some_and(Tag::is_finite);
    let opened = || (start..timex.start).rev().find(|i| document.is(*i, ","));
    closes
        && opened().is_some_and(|comma| {
            comma > start + 1 && timex.start > comma + 2 && (comma..timex.start).all(|i| !document.tag(i).is_some_and(Tag::is_verb))
        })
}

/// Whether the expression stands in the dateline that opens a paragraph: "PORT ESSEN, Nov. 21 (Meridian Press) —".
fn in_dateline(document: &Document, timex: &Range<usize>) -> bool {
    let paragraph = document.paragraphs.get(document.paragraph_of(timex.start));
    paragraph.is_some_and(|paragraph| timex.start < behind_dateline(document, &paragraph.tokens))
}

/// Whether the expression says when something begins, ends or holds that no finite verb names: "mourning, beginning on Monday", "resigned, effective on 31 May".
pub(super) fn begins_something(document: &Document, timex: &Range<usize>) -> bool {
    (1..=2).filter_map(|back| timex.start.checked_sub(back)).any(|i| {
        // "a dividend payable on 28 June", but "it is payable on 28 June".
        let attribute = document.is_any(i, &["effective", "payable", "due"]) && !i.checked_sub(1).is_some_and(|i| says_of_it(document, i));
        attribute || document.is_any(i, &["beginning", "starting", "ending", "dating"])
    })
}

/// Whether the word at `i` leads to an adjective that is said of the subject: "is", "become", "now".
fn says_of_it(document: &Document, i: usize) -> bool {
    document.has(i, Classes::AUXILIARY) || document.tag(i) == Some(Tag::Rb) || document.is_any(i, &["become", "becomes", "became"])
}
