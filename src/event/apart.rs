//! What sets a clause apart from the time of which its neighbours tell.

use super::find::{Draft, Finder};
use super::scene::NEWS;
use crate::clause::{ClauseKind, VerbGroup, noun};
use crate::lexicon::Classes;
use crate::text::{TokenKind, Words, words};
use crate::timex::{Timex, TimexType};

/// Adverbs, folded, that set what they tell of apart from the news.
static LONG_AGO: Words = Words::new(&["once", "previously", "formerly", "originally", "long", "traditionally"]);

/// Whether the clause says that it tells of another time: "was once asked", "during the war he carried bread".
pub(super) fn is_of_another_time(finder: &Finder, draft: &Draft, group: &VerbGroup) -> bool {
    let document = finder.document;
    let clause = document.tokens_in(draft.event.span);
    // Not in an aside: "a hearing, originally set for April, was postponed".
    let aside = |i: usize| i > clause.start && (i..group.tokens.start).any(|k| document.is(k, ","));
    let long_ago = clause.clone().any(|i| document.is_any(i, &LONG_AGO) && !aside(i));
    let apart = (clause.start..group.tokens.start).any(|i| {
        document.is_any(i, &["during", "after", "before", "since"])
            && (i + 1..(i + 5).min(group.tokens.start)).any(|k| noun::names_event(document, k))
    });
    let unplaced = || {
        finder.timexes_in(draft.event.span).any(|timex| {
            timex.grounds.rule == "from-event" && !timex.value.starts_with("PT") || is_unplaced(timex) || is_bound(finder, timex)
        })
    };
    group.kind == ClauseKind::Relative || long_ago || apart || is_apart(finder, group) || has_own_time(finder, draft) || unplaced()
}

/// Whether the clause says when, in words that no calendar dates: "during the First World War", "when she was 7", "on the 12th day".
pub(super) fn has_own_time(finder: &Finder, draft: &Draft) -> bool {
    let document = finder.document;
    let clause = document.tokens_in(draft.event.span);
    let limit = document.sentence_tokens(draft.head).end;
    let war = |i: usize| {
        let named = (i + 1..(i + 4).min(limit)).any(|k| document.is_capitalized(k))
            && (i + 1..(i + 6).min(limit)).any(|k| noun::names_event(document, k));
        document.is_any(i, &["during", "throughout"]) && named
    };
    let ordinal = |i: usize| document.has(i, Classes::ORDINAL_WORD) || document.text_of(i).starts_with(|c: char| c.is_ascii_digit());
    let day = |i: usize| document.is_phrase(i, &["on", "the"]) && ordinal(i + 2) && document.is(i + 3, "day");
    let aged = |i: usize| {
        document.is_phrase(i, &["at", "the", "age", "of"]) || document.is(i, "aged") && document.kind(i + 1) == Some(TokenKind::Number)
    };
    let child = |i: usize| {
        let count = document.kind(i + 3) == Some(TokenKind::Number) || document.has(i + 3, Classes::NUMBER_WORD);
        document.is(i, "when") && document.is_any(i + 2, &["was", "were"]) && count && i + 3 < limit
    };
    clause.clone().any(|i| war(i) || day(i) || aged(i)) || (clause.start..(clause.end + 1).min(limit)).any(child)
}

/// "never played there again after 1962": it tells of that time, though not of a day.
fn is_bound(finder: &Finder, timex: &Timex) -> bool {
    let document = finder.document;
    let far = timex.interval.zip(finder.published.date).is_some_and(|(days, published)| (published - days.latest).num_days() > NEWS);
    let lead = document.tokens_in(timex.span).start.checked_sub(1);
    far && lead.is_some_and(|i| document.is_any(i, words!["after", "before", "until", "since", "over"]))
}

/// Whether an expression names a time that is not known: "the Tuesday after the storm".
fn is_unplaced(timex: &Timex) -> bool {
    matches!(timex.kind, TimexType::Date | TimexType::Time) && timex.interval.is_none() && !timex.value.ends_with("_REF")
}

/// Whether a stretch of time parts the clause from the one on which it hangs: "a week after auditors found it".
pub(super) fn is_apart(finder: &Finder, group: &VerbGroup) -> bool {
    group.opener.and_then(|opener| opener.checked_sub(1)).is_some_and(|i| finder.document.has(i, Classes::TIME_UNIT))
}
