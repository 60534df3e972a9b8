//! Distances: so many units from the day of publication or from a date mentioned before.

use super::{Resolution, hangs_on, reference};
use crate::timex::calendar::{Point, Unit};
use crate::timex::context::Context;
use crate::timex::find::Found;
use crate::timex::symbol::{Base, Count};
use crate::timex::tense::{self, Tense};
use crate::timex::{Anchor, values};
use chrono::Datelike;

/// The stretch so many units away.
pub(super) fn shift(context: &Context, found: &Found, unit: Unit, count: i32, base: Base) -> Resolution {
    let at = found.read.tokens.start;
    if let Some((point, anchor)) = context.said_more(&found.read.tokens, unit).filter(|_| count != 0 && base != Base::Published) {
        return Resolution::at(point, Some(anchor), "It is the date that stands beside it.");
    }
    if let (Base::Told | Base::Mentioned, Unit::Decade | Unit::Century, 1..) = (base, unit, count)
        && let Some((Point::Year(year), anchor)) = context.told(at, Unit::Year)
    {
        let years = count.saturating_mul(if unit == Unit::Decade { 10 } else { 100 });
        let point = year.checked_add(years).map(Point::Year).filter(|point| !is_still_to_come(context, found, *point));
        return point.map_or_else(
            || Resolution::bare(values::open_shift(unit), hangs_on(base)),
            |point| Resolution::at(point, Some(anchor), away(Unit::Year, years, anchor)),
        );
    }
    // "broke out on April 20 and had vanished by the end of the month".
    let plain = count == 0 && base == Base::Published && context.document.is(at, "the");
    if let Some(told) = context.story_at(&found.read.tokens).filter(|told| plain && told.sentence == context.document.sentence_of(at))
        && matches!(told.point, Point::Day(_))
        && let Some(days) = told.point.interval()
    {
        let anchor = Anchor::Timex(told.index);
        return Resolution::at(Point::around(days.earliest, unit), Some(anchor), away(unit, 0, anchor));
    }
    let yearly = unit == Unit::Year && count == -1 && !context.document.is(at, "last");
    let compared = if yearly { context.compared_quarter_near(at) } else { None };
    let base_point = match base {
        Base::Published | Base::Mentioned if compared.is_some() => compared,
        Base::Published => context.published.map(|day| (Point::around(day, unit), Anchor::Published)),
        Base::Nearby => context.day_in_sentence(at).or(context.published.map(|day| (Point::Day(day), Anchor::Published))),
        Base::Mentioned if yearly && context.reports() && context.published.is_some() => {
            context.published.map(|day| (Point::around(day, unit), Anchor::Published))
        }
        Base::Mentioned => context.base(at, unit),
        Base::Told => context.told(at, unit),
    };
    let Some((from, anchor)) = base_point else {
        return Resolution::bare(values::open_shift(unit), hangs_on(base));
    };
    let count = if unit == Unit::Weekend && base == Base::Published { weekend(context, found, count) } else { count };
    let years = unit == Unit::Year && !matches!(from, Point::Year(_)) || unit == Unit::Quarter && count % 4 == 0 && count != 0;
    let steps = if unit == Unit::Quarter && years { count / 4 } else { count };
    let moved = if years { from.shift_years(steps) } else { from.shift(count) };
    let Some(point) = moved else { return Resolution::bare(values::open_shift(unit), "That lies beyond the calendar.") };
    if count > 0 && matches!(base, Base::Told | Base::Mentioned) && is_still_to_come(context, found, point) {
        return Resolution::bare(values::open_shift(unit), hangs_on(base));
    }
    let why = match (base, years) {
        (Base::Nearby, _) => clock_why(anchor).to_owned(),
        (Base::Mentioned, _) if unit == Unit::Quarter && count == 0 && anchor == Anchor::Published => {
            "It is the last quarter that ended before the day of publication.".to_owned()
        }
        (_, true) => same_part(steps),
        _ => away(unit, count, anchor),
    };
    Resolution::at(point, Some(anchor), why)
}

/// "will move in two weeks", but "built it in two weeks".
pub(super) fn within(context: &Context, found: &Found, count: Count, unit: Unit) -> Resolution {
    let ahead = tense::around(context.document, context.clauses, &found.read.tokens).0 == Tense::Future;
    let point = context.published.filter(|_| ahead).zip(count.as_whole()).and_then(|(day, count)| Point::around(day, unit).shift(count));
    match (point, count.as_whole()) {
        (Some(point), Some(count)) => Resolution::at(point, Some(Anchor::Published), away(unit, count, Anchor::Published)),
        _ => Resolution::bare(values::length(count, unit), "The words give a length of time, not a date."),
    }
}

/// Whether the clause looks back though `point` lies ahead of publication: then the date to count from is not the one mentioned.
fn is_still_to_come(context: &Context, found: &Found, point: Point) -> bool {
    let ahead = point.interval().zip(context.published).is_some_and(|(days, published)| days.earliest > published);
    ahead && tense::around(context.document, context.clauses, &found.read.tokens).0 == Tense::Past
}

fn clock_why(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Published => "The words give a time of day; the day is that of publication.",
        Anchor::Timex(_) => "The words give a time of day; the day is the one mentioned earlier.",
    }
}

/// "It is the week before the week of publication."
fn away(unit: Unit, count: i32, anchor: Anchor) -> String {
    let (from, name) = (reference(anchor, unit), unit.name());
    let (whose, name) = if unit == Unit::Weekend { ("the weekend of ", "week") } else { ("", name) };
    match count {
        0 => format!("It is {whose}{from}."),
        1 => format!("It is {whose}the {name} after {from}."),
        -1 => format!("It is {whose}the {name} before {from}."),
        2.. => format!("It is {whose}the {name} that is {count} {name}s after {from}."),
        _ => format!("It is {whose}the {name} that is {} {name}s before {from}.", count.unsigned_abs()),
    }
}

/// The day, week or month of publication in another year.
pub(super) fn years_away(context: &Context, years: i32, unit: Unit) -> Resolution {
    let open = |why| Resolution::bare(values::open_shift(unit), why);
    let Some(published) = context.published else { return open(hangs_on(Base::Published)) };
    let Some(day) = Point::Day(published).shift_years(years) else { return open("That lies beyond the calendar.") };
    let point = day.interval().map(|days| Point::around(days.earliest, unit));
    let many = if years.unsigned_abs() == 1 { "one year".to_owned() } else { format!("{} years", years.unsigned_abs()) };
    let why = format!("It is the {} of publication, {many} before.", unit.name());
    point.map_or_else(|| open("That lies beyond the calendar."), |point| Resolution::at(point, Some(Anchor::Published), why))
}

/// The same part of another year.
fn same_part(years: i32) -> String {
    let many = if years.unsigned_abs() == 1 { "one year".to_owned() } else { format!("{} years", years.unsigned_abs()) };
    let side = if years < 0 { "before" } else { "after" };
    format!("It is the same part of the year, {many} {side} the one mentioned earlier.")
}

/// How many weekends away "the weekend" lies.
fn weekend(context: &Context, found: &Found, count: i32) -> i32 {
    let Some(published) = context.published else { return count };
    let on = published.weekday().num_days_from_monday() >= 5;
    let ahead = tense::around(context.document, context.clauses, &found.read.tokens).0 == Tense::Future;
    let plain = context.document.is(found.read.tokens.start, "the");
    if plain && (on || ahead) { 0 } else { count }
}
