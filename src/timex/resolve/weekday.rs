//! Weekdays: the last one, the next one, and which the clause means.

use super::{Resolution, because};
use crate::tag::Tag;
use crate::timex::calendar::{self, Point};
use crate::timex::context::Context;
use crate::timex::find::Found;
use crate::timex::symbol::Direction;
use crate::timex::tense::{self, Tense};
use crate::timex::{Anchor, words};
use chrono::{NaiveDate, Weekday};

/// The days that a weekday can mean, seen from the day of publication.
struct Days {
    /// The last one, that day included.
    behind: Option<Point>,
    /// The next one, that day included.
    ahead: Option<Point>,
    strictly_behind: Option<Point>,
    strictly_ahead: Option<Point>,
    /// A week after the next one.
    week_on: Option<Point>,
}

impl Days {
    fn of(published: NaiveDate, weekday: Weekday) -> Self {
        let day = |date: Option<NaiveDate>| date.map(Point::Day);
        let ahead = |days| calendar::add_days(published, days).and_then(|day| calendar::weekday_from(day, weekday));
        Self {
            behind: day(calendar::weekday_until(published, weekday)),
            ahead: day(ahead(0)),
            strictly_behind: day(calendar::add_days(published, -1).and_then(|day| calendar::weekday_until(day, weekday))),
            strictly_ahead: day(ahead(1)),
            week_on: day(ahead(8)),
        }
    }
}

/// The day that a weekday means, by its direction or by the tense of its clause.
pub(super) fn near(context: &Context, found: &Found, weekday: Weekday, direction: Direction) -> Resolution {
    let Some(published) = context.published else {
        return open(weekday, "The words name a weekday, and the article does not say which week.");
    };
    if direction == Direction::Bare && is_any(context, found) {
        return open(weekday, "The words mean some weekday and do not say which.");
    }
    let days = Days::of(published, weekday);
    let (tense, cue) = match direction {
        Direction::Bare | Direction::This => tense::around(context.document, context.clauses, &found.read.tokens),
        _ => (Tense::Open, None),
    };
    let told = |way: &str| format!("{way}{}", because(context, cue));
    let (point, way, doubt) = match (direction, tense) {
        (Direction::Last, _) => (days.strictly_behind, "the last one before publication because the words say so".to_owned(), 0.08),
        (Direction::Next, _) => (days.strictly_ahead, "the next one after publication because the words say so".to_owned(), 0.15),
        (Direction::WeekOn, _) => (days.week_on, "a week after the next one because the words say so".to_owned(), 0.1),
        (Direction::This, Tense::Past) => (days.behind, told("the last one before publication"), 0.1),
        (Direction::This, _) => (days.ahead, "the first one from the day of publication on because the words say so".to_owned(), 0.15),
        (_, Tense::Future) => (days.ahead, told("the next one after publication"), 0.2),
        (_, Tense::Past) => (days.behind, told("the last one before publication"), 0.08),
        _ => (days.behind, "the last one before publication, as is usual in news".to_owned(), 0.15),
    };
    let said = context.document.slice(context.document.span(found.read.tokens.clone()));
    let Some(point) = point else { return open(weekday, "That lies beyond the calendar.") };
    let name = words::weekday(weekday);
    let (way, doubt) = match point == Point::Day(published) {
        true => ("the day of publication itself".to_owned(), 0.0),
        false => (way, doubt),
    };
    Resolution::at(point, Some(Anchor::Published), format!("“{said}” says the weekday; the day is {way}."))
        .doubted(doubt)
        .or(days.strictly_behind, format!("It could also be the last {name} before the day of publication."))
        .or(days.strictly_ahead, format!("It could also be the first {name} after the day of publication."))
}

/// "a Tuesday that has no numbers in it": not "a Tuesday meeting".
fn is_any(context: &Context, found: &Found) -> bool {
    let (document, tokens) = (context.document, &found.read.tokens);
    let article = tokens.start.checked_sub(1).is_some_and(|i| document.is_any(i, &["a", "any"]));
    article && !document.tag(tokens.end).is_some_and(|tag| tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Vbg | Tag::Pos))
}

/// A weekday before or after the day mentioned last: "the previous Friday".
pub(super) fn beside(context: &Context, found: &Found, weekday: Weekday, side: i32) -> Resolution {
    let mentioned = context.last_day(found.read.tokens.start);
    let published = context.published.map(|day| (day, Anchor::Published));
    let Some((day, anchor)) = mentioned.or(published) else {
        return open(weekday, "The words count from another day, which the article does not give.");
    };
    let near = calendar::add_days(day, i64::from(side));
    let date = near.and_then(|near| if side < 0 { calendar::weekday_until(near, weekday) } else { calendar::weekday_from(near, weekday) });
    let Some(date) = date else { return open(weekday, "That lies beyond the calendar.") };
    let (which, from) = (if side < 0 { "last" } else { "first" }, if side < 0 { "before" } else { "after" });
    let told = match anchor {
        Anchor::Published => "the day of publication",
        Anchor::Timex(_) => "the day mentioned earlier",
    };
    Resolution::at(Point::Day(date), Some(anchor), format!("It is the {which} {} {from} {told}.", words::weekday(weekday))).doubted(0.15)
}

/// A weekday of no known week.
pub(super) fn open(weekday: Weekday, why: &str) -> Resolution {
    Resolution::bare(format!("XXXX-WXX-{}", weekday.number_from_monday()), why)
}
