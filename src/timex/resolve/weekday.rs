//! Weekdays: the last one, the next one, and which the clause means.

use super::{Resolution, because};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::Words;
use crate::timex::calendar::{self, Point};
use crate::timex::context::Context;
use crate::timex::find::Found;
use crate::timex::symbol::Direction;
use crate::timex::tense::{self, Tense};
use crate::timex::{Anchor, parts, words};
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
    if direction == Direction::Bare
        && let Some(resolution) = in_range(context, found, weekday, published)
    {
        return resolution;
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
        _ if tense::is_plain_present(context.document, context.clauses, &found.read.tokens) => {
            (days.ahead, "the next one after publication, as the clause stands in the present".to_owned(), 0.25)
        }
        _ => (days.behind, "the last one before publication, as is usual in news".to_owned(), 0.15),
    };
    // "since Friday" on a Friday: the one a week before.
    let since = found.read.tokens.start.checked_sub(1).is_some_and(|i| context.document.is(i, "since"));
    let point = if since && point == Some(Point::Day(published)) { days.strictly_behind } else { point };
    let said = named(context, found);
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

/// The word for the weekday, without the hour beside it.
fn named<'c>(context: &'c Context, found: &Found) -> &'c str {
    let document = context.document;
    let word = found.read.tokens.clone().find(|i| document.has(*i, Classes::WEEKDAY));
    document.slice(document.span(word.map_or(found.read.tokens.clone(), |i| i..i + 1)))
}

/// Signs, folded, between the two ends of a range.
static TO: Words = Words::new(&["to", "until", "till", "through", "-", "–"]);

/// A weekday that is one end of a range, so that the first lies before the last: "from Monday through Wednesday".
fn in_range(context: &Context, found: &Found, weekday: Weekday, published: NaiveDate) -> Option<Resolution> {
    let (document, tokens) = (context.document, &found.read.tokens);
    let joined = |i: usize| document.is_any(i, &TO) || document.is(i, "and");
    let behind_weekday = |i: &usize| joined(*i) && i.checked_sub(1).is_some_and(|i| document.has(i, Classes::WEEKDAY));
    if let Some((from, anchor)) = tokens.start.checked_sub(1).filter(behind_weekday).and_then(|i| context.day_before(i)) {
        let between = document.is(tokens.start - 1, "and");
        let led = tokens.start.checked_sub(3).is_some_and(|i| document.is(i, "between"));
        let point = calendar::weekday_from(from, weekday).map(Point::Day).filter(|_| !between || led)?;
        return Some(Resolution::at(point, Some(anchor), "It is the first one after the day with which the range begins.").doubted(0.1));
    }
    let led = tokens.start.checked_sub(1).is_some_and(|i| document.is_any(i, &["from", "between"]));
    let (last, _) = parts::weekday(document, tokens.end + 1).filter(|_| led && joined(tokens.end))?;
    let (tense, _) = tense::around(document, context.clauses, tokens);
    let (point, why) = if tense == Tense::Past {
        let end = calendar::weekday_until(published, last)?;
        (calendar::weekday_until(end, weekday)?, "It begins a range of days that ends before publication.")
    } else {
        (calendar::weekday_from(published, weekday)?, "It begins a range of days; it is the first one from the day of publication on.")
    };
    Some(Resolution::at(Point::Day(point), Some(Anchor::Published), why).doubted(0.15))
}

/// A weekday of the week of publication or of one beside it.
pub(super) fn of_week(context: &Context, weekday: Weekday, away: i32) -> Resolution {
    let Some(published) = context.published else {
        return open(weekday, "The words count from the week of publication, which the article does not give.");
    };
    let monday = calendar::add_days(calendar::monday(published), i64::from(away) * 7);
    let day = monday.and_then(|monday| calendar::weekday_from(monday, weekday));
    let Some(day) = day else { return open(weekday, "That lies beyond the calendar.") };
    let week = match away {
        0 => "the week of publication",
        1.. => "the week after that of publication",
        _ => "the week before that of publication",
    };
    Resolution::at(Point::Day(day), Some(Anchor::Published), format!("The words name the weekday and {week}.")).doubted(0.1)
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
