//! Time expressions in a sentence as places for events: points, ranges, open ends, and the dates that they give.

use super::EventDate;
use crate::tag::Tag;
use crate::text::{Document, Span};
use crate::timex::{Timex, TimexType, tense};
use chrono::{Days, Months, NaiveDate};
use std::ops::Range;

/// One time expression of a sentence, or the two ends of a range.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The number of the expression, or of the first end.
    pub timex: usize,
    /// The number of the last end of a range.
    pub until: Option<usize>,
    /// The number of the length of time that ends with it: "the six months ended March 31".
    pub length: Option<usize>,
    /// The tokens of all of it.
    pub tokens: Range<usize>,
    /// How it bounds what it dates.
    pub bound: Bound,
}

/// How a date bounds what it dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// It happens then.
    At,
    /// It goes on since then: "since 1921".
    Since,
    /// It goes on to then, or happens then at the latest: "until July", "by Friday".
    Until,
}

/// The time expressions that stand in the sentence `tokens`, ranges as one.
pub(super) fn places(document: &Document, timexes: &[Timex], tokens: &Range<usize>) -> Vec<Place> {
    let span = document.span(tokens.clone());
    let first = timexes.partition_point(|timex| timex.span.start < span.start);
    let inside = timexes.iter().enumerate().skip(first).take_while(|(_, timex)| timex.span.end <= span.end);
    let mut places: Vec<Place> = Vec::new();
    for (timex, found) in inside {
        let tokens = document.tokens_in(found.span);
        let before = places.last_mut().filter(|before| before.until.is_none());
        match before {
            Some(before) if ends_length(document, timexes, before, timex, &tokens) => {
                (before.length, before.timex, before.tokens.end, before.bound) = (Some(before.timex), timex, tokens.end, Bound::At);
            }
            Some(before) if is_range(document, timexes, before, timex, &tokens) => {
                (before.until, before.tokens.end) = (Some(timex), tokens.end);
            }
            _ => places.push(Place { timex, until: None, length: None, bound: bound(document, &tokens), tokens }),
        }
    }
    places
}

/// Whether `before` is a length of time, or a quarter, that ends with the expression numbered `timex` at `tokens`: "the three months to March", "the third quarter ended March 31".
fn ends_length(document: &Document, timexes: &[Timex], before: &Place, timex: usize, tokens: &Range<usize>) -> bool {
    let at = before.tokens.end;
    let joined = document.is_any(at, &["ended", "ending"]) || document.is_any(at, &["to", "through"]) && before.length.is_none();
    let near = tokens.start == at + 1 || tokens.start == at + 2 && document.is_any(at + 1, &["on", "in"]);
    let first = &timexes[before.timex];
    let quarter = first.kind == TimexType::Date && first.value.contains("-Q") && !document.is_any(at, &["to", "through"]);
    let counted = first.kind == TimexType::Duration && steps(&first.value).is_some();
    joined && near && (counted || quarter) && timexes[timex].interval.is_some()
}

/// The months or the days of a length of time in TIMEX3: (3, 0) for "P3M".
fn steps(value: &str) -> Option<(u32, u64)> {
    let (count, unit) = value.strip_prefix('P')?.split_at_checked(value.len().checked_sub(2)?)?;
    let count: u32 = count.parse().ok().filter(|count| (1..=120).contains(count))?;
    match unit {
        "Y" => Some((count.checked_mul(12)?, 0)),
        "M" => Some((count, 0)),
        "W" => Some((0, u64::from(count) * 7)),
        "D" => Some((0, u64::from(count))),
        _ => None,
    }
}

/// The first day of a length of time whose last day is `last`; a quarter has three months.
fn begin(length: &Timex, last: NaiveDate) -> Option<NaiveDate> {
    let (months, days) = if length.kind == TimexType::Date { (3, 0) } else { steps(&length.value)? };
    last.checked_add_days(Days::new(1))?.checked_sub_months(Months::new(months))?.checked_sub_days(Days::new(days))
}

/// How the word before an expression bounds what it dates.
///
/// "By noon the toll stood at 14": with the words that open a sentence its verb happens then.
/// "since its founding in 1998" bounds as "since 1998" does.
fn bound(document: &Document, tokens: &Range<usize>) -> Bound {
    let opens = tokens.start == document.sentence_tokens(tokens.start).start + 1;
    let lead = |words: &[&str]| tokens.start.checked_sub(1).is_some_and(|i| words.iter().any(|word| document.is(i, word)));
    if lead(&["since"]) || since_event(document, tokens.start) {
        Bound::Since
    } else if lead(&["until", "till"]) || lead(&["by"]) && !opens || is_latest(document, tokens.start) {
        Bound::Until
    } else {
        Bound::At
    }
}

/// Whether "since" and a noun with its preposition stand before the expression: "since its founding in 1998", "since the crash of 2008".
fn since_event(document: &Document, start: usize) -> bool {
    let floor = document.sentence_tokens(start).start.max(start.saturating_sub(SINCE));
    let of_phrase = |i: usize| {
        document.tag(i).is_some_and(|tag| tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Dt | Tag::Prps | Tag::Pos | Tag::Vbg))
    };
    let Some(lead) = start.checked_sub(1).filter(|i| *i > floor && document.is_any(*i, &["in", "of", "on"])) else { return false };
    let first = (floor..lead).rev().take_while(|i| of_phrase(*i)).last();
    first.and_then(|first| first.checked_sub(1)).is_some_and(|i| i >= floor && document.is(i, "since"))
}

/// So many tokens before a date "since" is looked for.
const SINCE: usize = 7;

/// "no later than Oct. 30".
pub(super) fn is_latest(document: &Document, start: usize) -> bool {
    start.checked_sub(3).is_some_and(|from| document.is_phrase(from, &["no", "later", "than"]))
}

/// Whether "to", "and" or a dash makes a range of the expression `before` and the one numbered `timex` at `tokens`.
fn is_range(document: &Document, timexes: &[Timex], before: &Place, timex: usize, tokens: &Range<usize>) -> bool {
    let lead = |word: &str| before.tokens.start.checked_sub(1).is_some_and(|i| document.is(i, word));
    let at = before.tokens.end;
    // "was moved from Saturday to Sunday".
    let moved = is_moved(document, before.tokens.start);
    let joined = tokens.start == at + 1
        && !moved
        && (document.is_any(at, &["-", "–", "—"])
            || lead("from") && document.is_any(at, &["to", "until", "till", "through"])
            || lead("between") && document.is(at, "and"));
    let days = |timex: usize| timexes.get(timex).and_then(|timex| timex.interval);
    // "rain is forecast for Thursday and Friday", "in August and September".
    let next_day = days(before.timex).zip(days(timex)).is_some_and(|(first, next)| first.latest.succ_opt() == Some(next.earliest));
    let joined = joined || tokens.start == at + 1 && document.is(at, "and") && next_day;
    let order = timexes.get(before.timex).and_then(|timex| timex.interval).zip(timexes.get(timex).and_then(|timex| timex.interval));
    joined && order.is_some_and(|(first, last)| first.earliest < last.latest)
}

/// "was moved from Saturday to Sunday": the dates are those of what is moved.
pub(super) fn is_moved(document: &Document, start: usize) -> bool {
    let near = start.saturating_sub(MOVED).max(document.sentence_tokens(start).start)..start;
    start > 0 && document.is_any(start - 1, &["from", "to", "until", "till"]) && near.clone().any(|i| tense::moves(document, i))
}

/// So many tokens behind its verb the date is given to which something is moved.
const MOVED: usize = 7;

/// The first and the last day of a place.
pub(super) fn days(timexes: &[Timex], place: &Place) -> Option<(NaiveDate, NaiveDate)> {
    let first = timexes.get(place.timex)?.interval?;
    if let Some(length) = place.length.and_then(|length| timexes.get(length)) {
        return Some((begin(length, first.latest)?, first.latest));
    }
    let last = place.until.and_then(|until| timexes.get(until)?.interval);
    Some((first.earliest, last.map_or(first.latest, |last| last.latest.max(first.latest))))
}

/// The date that a place gives.
pub(super) fn explicit(timexes: &[Timex], place: &Place) -> Option<EventDate> {
    let timex = timexes.get(place.timex)?;
    let (earliest, latest) = days(timexes, place)?;
    let edtf = timex.edtf.clone().unwrap_or_else(|| timex.value.clone());
    let last = place.until.and_then(|until| timexes.get(until));
    if place.length.is_some() {
        let edtf = format!("{earliest}/{latest}");
        return Some(EventDate { value: edtf.clone(), edtf, earliest, latest });
    }
    let (value, edtf) = match (last, place.bound) {
        (Some(last), _) => ([&*timex.value, "/", &last.value].concat(), format!("{earliest}/{latest}")),
        (None, Bound::Since) => (timex.value.clone(), [edtf.split_once('/').map_or(&*edtf, |(first, _)| first), "/.."].concat()),
        (None, Bound::Until) if !edtf.starts_with("..") => {
            (timex.value.clone(), ["../", edtf.split_once('/').map_or(&*edtf, |(_, last)| last)].concat())
        }
        _ => (timex.value.clone(), edtf),
    };
    Some(EventDate { value, edtf, earliest, latest })
}

/// The words of a place.
pub(super) fn words(document: &Document, place: &Place) -> Span {
    document.span(place.tokens.clone())
}
