//! The dates of events, as far as they can contradict each other.

use super::{Article, Place, Row, event};
use crate::event::{Basis, Event};
use crate::timex::{Interval, TimexType};
use chrono::NaiveDate;

/// When an event took place, for a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated<'a> {
    /// As TIMEX3 writes it.
    pub value: &'a str,
    /// The days on which it can have begun.
    pub days: Interval,
    /// Whether words of the text date it; the day of publication proves nothing.
    pub is_told: bool,
}

/// Dates of one event that do not agree lie no farther apart than this, in days between their ends.
const APART: i64 = 7;

/// How two dates stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Agreement {
    /// They are the same days.
    Same,
    /// One is more exact than the other.
    Within,
    /// They differ, but so little that the event can be one.
    Near,
    /// They are dates of two events.
    Apart,
    /// One of them is not told.
    Open,
}

/// The date of an event: its own, else the one date that its words name ("a survey of 14 February"), else the day of publication.
pub fn date_of<'a>(article: &Article<'a>, event: &'a Event) -> Option<Dated<'a>> {
    let own = event.date.as_ref().map(|date| Dated {
        value: &date.value,
        days: Interval { earliest: date.earliest, latest: date.latest },
        is_told: event.basis != Basis::Publication,
    });
    own.filter(|date| date.is_told).or_else(|| named(article, event)).or(own)
}

/// The only date within the clause. What an event says or asks has dates of its own.
fn named<'a>(article: &Article<'a>, event: &Event) -> Option<Dated<'a>> {
    let timexes = &article.analysis.timexes;
    let first = timexes.partition_point(|timex| timex.span.start < event.span.start);
    let mut within = timexes.get(first..)?.iter().take_while(|timex| event.span.contains(timex.span));
    let (timex, None) = (within.next()?, within.next()) else { return None };
    let days = timex.interval.filter(|_| timex.kind == TimexType::Date && event.quotation.is_none())?;
    Some(Dated { value: &timex.value, days, is_told: true })
}

/// How the dates of two events stand to each other.
pub(super) fn agreement(one: Option<&Dated>, other: Option<&Dated>) -> Agreement {
    let (Some(one), Some(other)) = (one, other) else { return Agreement::Open };
    if !one.is_told || !other.is_told {
        return Agreement::Open;
    }
    let (a, b) = (one.days, other.days);
    let within = |a: Interval, b: Interval| a.earliest >= b.earliest && a.latest <= b.latest;
    match (b.earliest - a.latest).num_days().max((a.earliest - b.latest).num_days()) {
        _ if a == b => Agreement::Same,
        _ if within(a, b) || within(b, a) => Agreement::Within,
        gap if gap <= APART => Agreement::Near,
        _ => Agreement::Apart,
    }
}

/// The first and the last day on which an event of the row can have begun. Where several articles tell it, a date that is told counts first.
pub(super) fn first(articles: &[Article], row: &Row) -> Option<(NaiveDate, NaiveDate)> {
    let days = of_row(articles, row).into_iter().map(|date| (date.days.earliest, date.days.latest));
    days.min()
}

/// The dates of the events of a row: those that are told, else those of publication.
pub(super) fn of_row<'a>(articles: &[Article<'a>], row: &Row) -> Vec<Dated<'a>> {
    let date = |place: &Place| {
        let (article, event) = (articles.get(place.article)?, event(articles, *place)?);
        date_of(article, event)
    };
    let all: Vec<Dated> = row.places.iter().filter_map(date).collect();
    let told: Vec<Dated> = all.iter().filter(|date| date.is_told).copied().collect();
    if told.is_empty() { all } else { told }
}
