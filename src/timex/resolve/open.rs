//! Dates that leave their year open: the one behind or the one ahead of the day of publication, or the year that the story has reached.

use super::{NO_SUCH_DAY, NO_YEAR, Resolution, because, point_of, unresolved};
use crate::timex::Anchor;
use crate::timex::calendar::Point;
use crate::timex::context::{Context, Mentioned};
use crate::timex::find::Found;
use crate::timex::symbol::{Direction, Fields, Fine};
use crate::timex::tense::{self, Tense};
use chrono::{Datelike, NaiveDate};

/// The date of `fields`, whose year is open.
pub(super) fn open_year(context: &Context, found: &Found, fields: Fields) -> Resolution {
    if let Some(mentioned) = context.carried_year(found.read.tokens.start, fields) {
        return carried(fields, mentioned);
    }
    if let Some(resolution) = beside_told(context, found, fields) {
        return resolution;
    }
    let Some(published) = context.published else { return unresolved(fields, NO_YEAR) };
    let (tense, cue) = tense::around(context.document, context.clauses, &found.read.tokens);
    let sides = Sides::of(published, fields);
    let sure = tense == Tense::Past && tense::is_plainly_past(context.document, context.clauses, &found.read.tokens);
    // "that May", where no story has set its year.
    let said = if context.document.is(found.read.tokens.start, "that") { Direction::Bare } else { fields.direction };
    let (point, way) = sides.choose(said, tense, sure, published);
    let Some(point) = point else { return unresolved(fields, NO_SUCH_DAY) };
    let way = match (way, point) {
        (Way::Said(way), _) => way.to_owned(),
        (_, Point::Day(day)) if day == published => "it is the day of publication".to_owned(),
        (_, point) if holds(point, published) => "it is the one in which the article was published".to_owned(),
        (Way::Tense(way), _) => format!("{way}{}", because(context, cue)),
        (Way::Near, _) => "it is the nearest to the day of publication".to_owned(),
    };
    let why = format!("The words leave the year open; {way}.");
    let checked = match (point, fields.weekday) {
        (Point::Day(day), Some(weekday)) if day.weekday() != weekday => (-1..=1)
            .filter_map(|away| point_of(published.year() + away, fields.fine))
            .find(|other| matches!(other, Point::Day(day) if day.weekday() == weekday)),
        _ => None,
    };
    if let Some(other) = checked {
        return Resolution::at(
            other,
            Some(Anchor::Published),
            "The words leave the year open; the weekday beside the date says which year.",
        );
    }
    let doubt = if tense == Tense::Open && fields.direction == Direction::Bare { 0.1 } else { 0.02 };
    Resolution::at(point, Some(Anchor::Published), why)
        .doubted(doubt)
        .or(sides.behind, other_side(sides.behind, published, "It could also be the last one before the day of publication."))
        .or(sides.ahead, other_side(sides.ahead, published, "It could also be the first one after the day of publication."))
}

/// "the following spring" in a story that stands in the past: the first one behind the date told last, or the last one before it.
fn beside_told(context: &Context, found: &Found, fields: Fields) -> Option<Resolution> {
    let ahead = match fields.direction {
        Direction::Following => true,
        Direction::Preceding => false,
        _ => return None,
    };
    let told = context.story_at(&found.read.tokens)?;
    let days = told.point.interval()?;
    let year = days.earliest.year();
    let mut points = (year.saturating_sub(2)..=year.saturating_add(2)).filter_map(|year| point_of(year, fields.fine));
    let (point, side) = if ahead {
        (points.find(|point| point.interval().is_some_and(|own| own.earliest > days.latest)), "first one after")
    } else {
        (points.rfind(|point| point.interval().is_some_and(|own| own.latest < days.earliest)), "last one before")
    };
    let why = format!("The words leave the year open; it is the {side} the date mentioned earlier.");
    Some(Resolution::at(point?, Some(Anchor::Timex(told.index)), why).doubted(0.15))
}

/// The sentence for the reading `point`, which `why` says unless it holds the day of publication.
fn other_side(point: Option<Point>, published: NaiveDate, why: &'static str) -> &'static str {
    let around = point.is_some_and(|point| holds(point, published));
    if around { "It could also be the one in which the article was published." } else { why }
}

fn holds(point: Point, day: NaiveDate) -> bool {
    point.interval().is_some_and(|days| days.earliest <= day && day <= days.latest)
}

/// Why one of the two readings was taken.
enum Way {
    /// The words say which.
    Said(&'static str),
    /// The tense says which.
    Tense(&'static str),
    /// It is the nearest.
    Near,
}

/// The two readings of a date without a year: behind and ahead of the day of publication.
struct Sides {
    behind: Option<Point>,
    ahead: Option<Point>,
    behind_whole: Option<Point>,
    ahead_whole: Option<Point>,
    same_year: Option<Point>,
}

/// A reading so many times farther from publication than the other is not taken, whatever the tense.
const FAR: i64 = 5;

impl Sides {
    fn of(published: NaiveDate, fields: Fields) -> Self {
        let year = published.year();
        let points: Vec<Point> = (year.saturating_sub(2)..=year.saturating_add(2)).filter_map(|year| point_of(year, fields.fine)).collect();
        let begins = |point: &Point| point.interval().is_some_and(|days| days.earliest <= published);
        let ends = |point: &Point| point.interval().is_some_and(|days| days.latest < published);
        Self {
            behind: points.iter().rev().find(|point| begins(point)).copied(),
            ahead: points.iter().find(|point| !ends(point)).copied(),
            behind_whole: points.iter().rev().find(|point| ends(point)).copied(),
            ahead_whole: points.iter().find(|point| !begins(point)).copied(),
            same_year: point_of(year, fields.fine),
        }
    }

    /// Whether `point` lies so much farther away than `other` that the tense cannot be about it.
    fn is_far(&self, point: Option<Point>, other: Option<Point>, published: NaiveDate) -> bool {
        point.zip(other).is_some_and(|(point, other)| distance(point, published) > FAR.saturating_mul(distance(other, published).max(12)))
    }

    /// Whether the last one is the month before that of publication.
    fn just_past(&self, published: NaiveDate) -> bool {
        let before = Point::Month(published.year(), published.month()).shift(-1);
        matches!(self.behind_whole, Some(Point::Month(..))) && self.behind_whole == before
    }

    /// The side that the words or the tense of their clause say; a tense that is not `sure` yields to a reading that is much nearer.
    fn choose(&self, direction: Direction, tense: Tense, sure: bool, published: NaiveDate) -> (Option<Point>, Way) {
        let nearest = match (self.behind, self.ahead_whole) {
            (Some(behind), Some(ahead)) if distance(ahead, published) < distance(behind, published) => Some(ahead),
            (behind, _) => behind,
        };
        match (direction, tense) {
            (Direction::Last, _) if self.just_past(published) => (
                self.behind_whole.and_then(|point| point.shift_years(-1)),
                Way::Said("it is the one a year before, as the last one would be called last month"),
            ),
            (Direction::Last | Direction::Preceding, _) => {
                (self.behind_whole, Way::Said("it is the last one before publication because the words say so"))
            }
            (Direction::Next | Direction::WeekOn | Direction::Following, _) => {
                (self.ahead_whole, Way::Said("it is the next one after publication because the words say so"))
            }
            (Direction::This, _) => (self.same_year, Way::Said("it is the one in the year of publication")),
            (_, Tense::Past) if sure || !self.is_far(self.behind, self.ahead, published) => {
                (self.behind, Way::Tense("it is the last one before publication"))
            }
            (_, Tense::Future) if !self.is_far(self.ahead, self.behind, published) => {
                (self.ahead, Way::Tense("it is the next one after publication"))
            }
            _ => (nearest, Way::Near),
        }
    }
}

/// How many days lie between a point and a day.
fn distance(point: Point, day: NaiveDate) -> i64 {
    let Some(days) = point.interval() else { return i64::MAX };
    if days.latest < day {
        (day - days.latest).num_days()
    } else if day < days.earliest {
        (days.earliest - day).num_days()
    } else {
        0
    }
}

/// A date that takes its year from the date mentioned before.
fn carried(fields: Fields, mentioned: &Mentioned) -> Resolution {
    let year = mentioned.point.year();
    let Some(point) = point_of(year, fields.fine) else { return unresolved(fields, NO_SUCH_DAY) };
    let turned = turns_year(mentioned.point, fields.fine).then(|| point.shift_years(1)).flatten();
    let anchor = Some(Anchor::Timex(mentioned.index));
    match turned {
        Some(next) => {
            Resolution::at(next, anchor, "The words leave the year open; it is the year after that of the date mentioned earlier.")
                .doubted(0.45)
                .or(Some(point), "It could also be in the year of the date mentioned earlier.")
        }
        None => Resolution::at(point, anchor, "The words leave the year open; it is the year of the date mentioned earlier.").doubted(0.07),
    }
}

/// Whether a story that has reached `reached` goes on in the next year with `fine`: from autumn to early months.
fn turns_year(reached: Point, fine: Fine) -> bool {
    let month = match fine {
        Fine::Month(month) | Fine::Day(month, _) => month,
        _ => return false,
    };
    reached.month().is_some_and(|(_, from)| from >= 10 && month <= 3)
}
