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
    /// How it is known.
    pub ground: Ground,
}

/// How the date of an event is known, the least sure first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// It is the day of publication, which proves nothing.
    Published,
    /// Words elsewhere in the text date it.
    Elsewhere,
    /// Words of the same sentence do.
    Own,
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
    /// They cannot contradict each other, because not both stand beside their events.
    Open,
}

/// The date of an event: its own, else the one date that its words name ("a survey of 14 February"), else the day of publication.
pub fn date_of<'a>(article: &Article<'a>, event: &'a Event) -> Option<Dated<'a>> {
    let own = event.date.as_ref().map(|date| Dated {
        value: &date.value,
        days: Interval { earliest: date.earliest, latest: date.latest },
        ground: match event.basis {
            Basis::Explicit => Ground::Own,
            Basis::Context => Ground::Elsewhere,
            Basis::Publication | Basis::None => Ground::Published,
        },
    });
    own.filter(|date| date.ground > Ground::Published).or_else(|| named(article, event)).or(own)
}

/// The only date within the clause. What an event says or asks has dates of its own.
fn named<'a>(article: &Article<'a>, event: &Event) -> Option<Dated<'a>> {
    let timexes = &article.analysis.timexes;
    let first = timexes.partition_point(|timex| timex.span.start < event.span.start);
    let mut within = timexes.get(first..)?.iter().take_while(|timex| event.span.contains(timex.span));
    let (timex, None) = (within.next()?, within.next()) else { return None };
    let days = timex.interval.filter(|_| timex.kind == TimexType::Date && event.quotation.is_none())?;
    Some(Dated { value: &timex.value, days, ground: Ground::Own })
}

/// How the dates of two events stand to each other.
pub(super) fn agreement(one: Option<&Dated>, other: Option<&Dated>) -> Agreement {
    let (Some(one), Some(other)) = (one, other) else { return Agreement::Open };
    let least = one.ground.min(other.ground);
    let (a, b) = (one.days, other.days);
    let within = |a: Interval, b: Interval| a.earliest >= b.earliest && a.latest <= b.latest;
    match (b.earliest - a.latest).num_days().max((a.earliest - b.latest).num_days()) {
        _ if least == Ground::Published => Agreement::Open,
        _ if a == b => Agreement::Same,
        _ if within(a, b) || within(b, a) => Agreement::Within,
        _ if least == Ground::Elsewhere => Agreement::Open,
        gap if gap <= APART => Agreement::Near,
        _ => Agreement::Apart,
    }
}

/// The first and the last day on which an event of the row can have begun, by its surest dates.
pub(super) fn first(articles: &[Article], row: &Row) -> Option<(NaiveDate, NaiveDate)> {
    of_row(articles, row).into_iter().map(|date| (date.days.earliest, date.days.latest)).min()
}

/// The surest dates of the events of a row: where one stands beside its event, those that do not are left out.
pub fn of_row<'a>(articles: &[Article<'a>], row: &Row) -> Vec<Dated<'a>> {
    let date = |place: &Place| date_of(articles.get(place.article)?, event(articles, *place)?);
    let all: Vec<Dated> = row.places.iter().filter_map(date).collect();
    let surest = all.iter().map(|date| date.ground).max();
    all.into_iter().filter(|date| Some(date.ground) == surest).collect()
}
