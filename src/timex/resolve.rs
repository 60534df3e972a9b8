//! Turns what words say into values, given the day of publication, the tense of the clause and the dates mentioned before.

use super::calendar::{self, Point, Unit};
use super::context::{Context, Mentioned};
use super::find::Found;
use super::symbol::{Base, Direction, Fields, Fine, Symbol, TimeOfDay, Vague, YearPart};
use super::tense::{self, Tense};
use super::{Anchor, Reading, Timex, TimexType};
use super::{values, words};
use crate::finding::Grounds;
use crate::text::TokenKind;
use chrono::{Datelike, NaiveDate, Weekday};

/// A value with all that led to it.
#[derive(Clone, Debug)]
pub struct Resolution {
    /// The stretch of the calendar; `None` where there is none.
    pub point: Option<Point>,
    /// The value where there is no stretch.
    pub value: String,
    /// What it hangs on.
    pub anchor: Option<Anchor>,
    /// Why, in one sentence.
    pub why: String,
    /// Other readings.
    pub alternatives: Vec<Reading>,
    /// How much confidence the circumstances take away.
    pub doubt: f32,
}

impl Resolution {
    /// A stretch of the calendar.
    pub fn at(point: Point, anchor: Option<Anchor>, why: impl Into<String>) -> Self {
        Self { point: Some(point), value: String::new(), anchor, why: why.into(), alternatives: Vec::new(), doubt: 0.0 }
    }

    /// A value without a stretch.
    pub fn bare(value: impl Into<String>, why: impl Into<String>) -> Self {
        Self { point: None, value: value.into(), anchor: None, why: why.into(), alternatives: Vec::new(), doubt: 0.0 }
    }

    /// The same with another reading, and one sentence for it.
    fn or(mut self, point: Option<Point>, why: impl Into<String>) -> Self {
        let same = point == self.point;
        self.alternatives.extend(point.filter(|_| !same).map(|point| Reading { value: point.value(), why: why.into() }));
        self
    }

    /// The same with less confidence.
    fn doubted(mut self, doubt: f32) -> Self {
        self.doubt += doubt;
        self
    }
}

/// Resolves `found`; the stretch of the calendar that it names is given beside it.
pub fn resolve(context: &Context, found: &Found) -> (Timex, Option<Point>) {
    let read = &found.read;
    let span = context.document.span(read.tokens.clone());
    let resolution = resolve_symbol(context, found);
    let from_inferred = resolution.anchor == Some(Anchor::Published);
    let sure = if from_inferred { context.published_sure } else { 1.0 };
    let confidence = ((found.rule.confidence - read.doubt - resolution.doubt) * sure).clamp(0.05, 0.99);
    let kind = read.kind.unwrap_or_else(|| kind_of(&read.symbol, read.time));
    let point = resolution.point.filter(|_| kind != TimexType::Set);
    let base = point.map_or(resolution.value, Point::value);
    let value = match read.time {
        Some(time) if kind == TimexType::Time => format!("{base}{}", values::time(time)),
        _ => base,
    };
    let timex = Timex {
        span,
        kind,
        value,
        modifier: read.modifier.map(|modifier| modifier.code().to_owned()),
        anchor: resolution.anchor,
        interval: point.and_then(|point| point.narrowed(read.modifier)),
        edtf: point.and_then(|point| point.edtf(read.modifier, confidence < 0.6)),
        alternatives: resolution.alternatives,
        grounds: Grounds::new(found.rule.name, confidence, resolution.why),
    };
    (timex, point)
}

fn kind_of(symbol: &Symbol, time: Option<TimeOfDay>) -> TimexType {
    match symbol {
        Symbol::Length(..) | Symbol::FromEvent(..) => TimexType::Duration,
        Symbol::Repeat(..) => TimexType::Set,
        _ if time.is_some() => TimexType::Time,
        _ => TimexType::Date,
    }
}

fn resolve_symbol(context: &Context, found: &Found) -> Resolution {
    match found.read.symbol {
        Symbol::Calendar(fields) => calendar(context, found, fields),
        Symbol::Known(point) => Resolution::at(point, None, "The words name a whole decade or century."),
        Symbol::Weekday(weekday, direction) => weekday_near(context, found, weekday, direction),
        Symbol::Shift(unit, count, base) => shift(context, found, unit, count, base),
        Symbol::SameQuarter(year) => match context.last_quarter() {
            Some((quarter, anchor)) => Resolution::at(
                Point::Quarter(year, quarter),
                Some(anchor),
                "The words name the year; the quarter is the one mentioned earlier.",
            ),
            None => Resolution::at(Point::Year(year), None, "The words name the year."),
        },
        Symbol::DayOfMonth(day) => day_of_month(context, day),
        Symbol::Length(count, unit) => Resolution::bare(values::length(count, unit), "The words give a length of time, not a date."),
        Symbol::FromEvent(count, unit) => Resolution::bare(
            values::length(count, unit),
            "It is counted from something that happened, and the words do not date that; so it has a length but no date.",
        ),
        Symbol::Repeat(repeat) => Resolution::bare(values::repeat(repeat), "The words say how often, not when."),
        Symbol::Vague(vague) => Resolution::bare(values::vague(vague), vague_why(vague)),
        Symbol::Impossible(year, month, day) => Resolution::bare(
            format!("{year:04}-{month:02}-{day:02}"),
            format!("There is no such day: month {month} of {year} does not have {day} days."),
        )
        .doubted(0.5),
        Symbol::Slashes(year, first, second) => slashes(context, year, first, second),
    }
}

fn vague_why(vague: Vague) -> &'static str {
    match vague {
        Vague::Past => "The words point to the past without a date.",
        Vague::Present => "The words point to the time of writing.",
        Vague::Future => "The words point to the future without a date.",
    }
}

/// The stretch of `fine` in `year`.
fn point_of(year: i32, fine: Fine) -> Option<Point> {
    let point = match fine {
        Fine::Whole => Point::Year(year),
        Fine::Month(month) => Point::Month(year, month),
        Fine::Day(month, day) => Point::Day(NaiveDate::from_ymd_opt(year, month, day)?),
        Fine::Quarter(quarter) => Point::Quarter(year, quarter),
        Fine::Half(half) => Point::Half(year, half),
        Fine::Season(season) => Point::Season(year, season),
        Fine::Named(named) => Point::Day(calendar::named_day(year, named)?),
    };
    point.on_calendar()
}

fn calendar(context: &Context, found: &Found, fields: Fields) -> Resolution {
    match fields.year {
        YearPart::Stated(year) => stated(year, fields),
        YearPart::Away(count, base) => year_away(context, fields, count, base),
        YearPart::Open => open_year(context, found, fields),
    }
}

fn stated(year: i32, fields: Fields) -> Resolution {
    let Some(point) = point_of(year, fields.fine) else { return unresolved(fields, NO_SUCH_DAY) };
    let whole = match fields.fine {
        Fine::Whole => "The words give the year.",
        Fine::Month(_) => "The words give the month and the year.",
        Fine::Day(..) | Fine::Named(_) => "The words give the whole date.",
        Fine::Quarter(_) | Fine::Half(_) | Fine::Season(_) => "The words give the part of the year and the year.",
    };
    match (point, fields.weekday) {
        (Point::Day(day), Some(weekday)) if day.weekday() != weekday => {
            let why = format!("The words give the whole date, but that day is not the {} that they name.", words::weekday(weekday));
            Resolution::at(point, None, why).doubted(0.3)
        }
        _ => Resolution::at(point, None, whole),
    }
}

fn year_away(context: &Context, fields: Fields, count: i32, base: Base) -> Resolution {
    let Some((year, anchor)) = context.year(base) else { return unresolved(fields, hangs_on(base)) };
    let why = format!("The words say how far the year is from {}.", reference(anchor, Unit::Year));
    match year.checked_add(count).and_then(|year| point_of(year, fields.fine)) {
        Some(point) => Resolution::at(point, Some(anchor), why),
        None => unresolved(fields, NO_SUCH_DAY),
    }
}

/// The words that name `unit` of the date that a value hangs on.
fn reference(anchor: Anchor, unit: Unit) -> String {
    match (anchor, unit) {
        (Anchor::Published, Unit::Weekend) => "the week of publication".to_owned(),
        (Anchor::Published, unit) => format!("the {} of publication", unit.name()),
        (Anchor::Timex(_), Unit::Day) => "the day mentioned earlier".to_owned(),
        (Anchor::Timex(_), Unit::Weekend) => "the week of the date mentioned earlier".to_owned(),
        (Anchor::Timex(_), unit) => format!("the {} of the date mentioned earlier", unit.name()),
    }
}

const NO_SUCH_DAY: &str = "The calendar has no such day.";

const NO_YEAR: &str = "The words leave the year open, and the article does not date itself.";

/// A date of which the year stays open.
fn unresolved(fields: Fields, why: &str) -> Resolution {
    Resolution::bare(values::open_year(fields.fine), why)
}

fn open_year(context: &Context, found: &Found, fields: Fields) -> Resolution {
    if let Some(mentioned) = context.carried_year(found.read.tokens.start, fields) {
        return carried(fields, mentioned);
    }
    let Some(published) = context.published else { return unresolved(fields, NO_YEAR) };
    let (tense, cue) = tense::around(context.document, &found.read.tokens);
    let sides = Sides::of(published, fields);
    let (point, way) = sides.choose(fields.direction, tense, published);
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
    let doubt = if tense == Tense::Open && fields.direction == Direction::Bare { 0.08 } else { 0.04 };
    Resolution::at(point, Some(Anchor::Published), why)
        .doubted(doubt)
        .or(sides.behind, other_side(sides.behind, published, "It could also be the last one before the day of publication."))
        .or(sides.ahead, other_side(sides.ahead, published, "It could also be the first one after the day of publication."))
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

    fn choose(&self, direction: Direction, tense: Tense, published: NaiveDate) -> (Option<Point>, Way) {
        let nearest = match (self.behind, self.ahead_whole) {
            (Some(behind), Some(ahead)) if distance(ahead, published) < distance(behind, published) => Some(ahead),
            (behind, _) => behind,
        };
        match (direction, tense) {
            (Direction::Last, _) => (self.behind_whole, Way::Said("it is the last one before publication because the words say so")),
            (Direction::Next, _) => (self.ahead_whole, Way::Said("it is the next one after publication because the words say so")),
            (Direction::This, _) => (self.same_year, Way::Said("it is the one in the year of publication")),
            (_, Tense::Past) if !self.is_far(self.behind, self.ahead, published) => {
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
                .doubted(0.15)
                .or(Some(point), "It could also be in the year of the date mentioned earlier.")
        }
        None => Resolution::at(point, anchor, "The words leave the year open; it is the year of the date mentioned earlier.").doubted(0.05),
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

/// " because of “will meet”": the words that show the tense; nothing where there are none.
fn because(context: &Context, cue: Option<usize>) -> String {
    let Some(cue) = cue else { return String::new() };
    let document = context.document;
    let sentence = document.sentence_tokens(cue);
    let beside = |i: &usize| sentence.contains(i) && document.kind(*i) == Some(TokenKind::Word);
    let before = cue.checked_sub(1).filter(beside).filter(|_| document.is(cue, "to"));
    let after = Some(cue + 1).filter(beside).filter(|_| document.is_any(cue, &["to", "will", "'ll", "shall"]));
    let tokens = before.unwrap_or(cue)..after.unwrap_or(cue) + 1;
    match document.slice(document.span(tokens)) {
        "" => String::new(),
        words => format!(" because of “{words}”"),
    }
}

fn weekday_near(context: &Context, found: &Found, weekday: Weekday, direction: Direction) -> Resolution {
    let Some(published) = context.published else {
        let value = format!("XXXX-WXX-{}", weekday.number_from_monday());
        return Resolution::bare(value, "The words name a weekday, and the article does not say which week.");
    };
    let (tense, cue) = match direction {
        Direction::Bare => tense::around(context.document, &found.read.tokens),
        _ => (Tense::Open, None),
    };
    let day = |date: Option<NaiveDate>| date.map(Point::Day);
    let behind = day(calendar::weekday_until(published, weekday));
    let ahead = day(calendar::weekday_from(published, weekday));
    let strictly_behind = day(calendar::add_days(published, -1).and_then(|day| calendar::weekday_until(day, weekday)));
    let strictly_ahead = day(calendar::add_days(published, 1).and_then(|day| calendar::weekday_from(day, weekday)));
    let (point, way, doubt) = match (direction, tense) {
        (Direction::Last, _) => (strictly_behind, "the last one before publication because the words say so".to_owned(), 0.1),
        (Direction::Next, _) => (strictly_ahead, "the next one after publication because the words say so".to_owned(), 0.1),
        (Direction::This, _) => (ahead, "the first one from the day of publication on because the words say so".to_owned(), 0.15),
        (_, Tense::Future) => (ahead, format!("the next one after publication{}", because(context, cue)), 0.05),
        (_, Tense::Past) => (behind, format!("the last one before publication{}", because(context, cue)), 0.0),
        _ => (behind, "the last one before publication, as is usual in news".to_owned(), 0.1),
    };
    let said = context.document.slice(context.document.span(found.read.tokens.clone()));
    let Some(point) = point else {
        return Resolution::bare(format!("XXXX-WXX-{}", weekday.number_from_monday()), "That lies beyond the calendar.");
    };
    let name = words::weekday(weekday);
    let way = if point == Point::Day(published) { "the day of publication itself".to_owned() } else { way };
    Resolution::at(point, Some(Anchor::Published), format!("“{said}” says the weekday; the day is {way}."))
        .doubted(doubt)
        .or(strictly_behind, format!("It could also be the last {name} before the day of publication."))
        .or(strictly_ahead, format!("It could also be the first {name} after the day of publication."))
}

fn shift(context: &Context, found: &Found, unit: Unit, count: i32, base: Base) -> Resolution {
    let at = found.read.tokens.start;
    let yearly = unit == Unit::Year && count == -1 && !context.document.is(at, "last");
    let base_point = match base {
        Base::Published | Base::Mentioned if yearly && context.recent_quarter(at).is_some() => context.recent_quarter(at),
        Base::Published if context.published.is_none() => context.base(at, unit, count),
        Base::Published => context.published.map(|day| (Point::around(day, unit), Anchor::Published)),
        Base::Nearby => context.day_in_sentence(at).or(context.published.map(|day| (Point::Day(day), Anchor::Published))),
        Base::Mentioned => context.base(at, unit, count),
    };
    let Some((from, anchor)) = base_point else {
        return Resolution::bare(values::open_shift(unit), hangs_on(base));
    };
    let count = if unit == Unit::Weekend && base == Base::Published { weekend(context, found, count) } else { count };
    let years = unit == Unit::Year && !matches!(from, Point::Year(_)) || unit == Unit::Quarter && count % 4 == 0 && count != 0;
    let steps = if unit == Unit::Quarter && years { count / 4 } else { count };
    let moved = if years { from.shift_years(steps) } else { from.shift(count) };
    let Some(point) = moved else { return Resolution::bare(values::open_shift(unit), "That lies beyond the calendar.") };
    let why = match (base, years) {
        (Base::Nearby, _) => clock_why(anchor).to_owned(),
        (Base::Mentioned, _) if unit == Unit::Quarter && count == 0 && anchor == Anchor::Published => {
            "It is the last quarter that ended before the day of publication.".to_owned()
        }
        (_, true) => years_away(steps),
        _ => away(unit, count, anchor),
    };
    Resolution::at(point, Some(anchor), why)
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

/// The same part of another year.
fn years_away(years: i32) -> String {
    let many = if years.unsigned_abs() == 1 { "one year".to_owned() } else { format!("{} years", years.unsigned_abs()) };
    let side = if years < 0 { "before" } else { "after" };
    format!("It is the same part of the year, {many} {side} the one mentioned earlier.")
}

fn hangs_on(base: Base) -> &'static str {
    match base {
        Base::Published | Base::Nearby => "It is counted from the day of publication, which the article does not give.",
        Base::Mentioned => "It is counted from another date, which the article does not give.",
    }
}

/// How many weekends away "the weekend" lies.
fn weekend(context: &Context, found: &Found, count: i32) -> i32 {
    let Some(published) = context.published else { return count };
    let on = published.weekday().num_days_from_monday() >= 5;
    let ahead = tense::around(context.document, &found.read.tokens).0 == Tense::Future;
    let plain = context.document.is(found.read.tokens.start, "the");
    if plain && (on || ahead) { 0 } else { count }
}

fn day_of_month(context: &Context, day: u32) -> Resolution {
    let open =
        || Resolution::bare(format!("XXXX-XX-{day:02}"), "The words name a day of a month, and the article does not say which month.");
    let mentioned = context.last_month().map(|(year, month, index)| (year, month, Anchor::Timex(index)));
    let published = context.published.map(|published| (published.year(), published.month(), Anchor::Published));
    let Some((year, month, anchor)) = mentioned.or(published) else { return open() };
    let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else { return open() };
    let why = format!("The words name a day of the month; the month is {}.", reference(anchor, Unit::Month));
    Resolution::at(Point::Day(date), Some(anchor), why)
}

/// A day in digits that both orders allow: the order that the article shows elsewhere, else the day nearest to publication.
fn slashes(context: &Context, year: i32, first: u32, second: u32) -> Resolution {
    let month_first = NaiveDate::from_ymd_opt(year, first, second);
    let day_first = NaiveDate::from_ymd_opt(year, second, first);
    let near =
        |date: Option<NaiveDate>| date.zip(context.published).map_or(i64::MAX, |(date, published)| (date - published).num_days().abs());
    let shown = context.day_first;
    let british = shown.unwrap_or(near(day_first) < near(month_first));
    let (chosen, other) = if british { (day_first, month_first) } else { (month_first, day_first) };
    let Some(date) = chosen.or(other) else { return Resolution::bare(format!("{year:04}"), NO_SUCH_DAY) };
    let why = match shown {
        _ if other.is_none() || chosen.is_none() => "Only one order of the digits gives a day of the calendar.",
        Some(true) => "The digits can be read in two orders; another date of the article puts the day first.",
        Some(false) => "The digits can be read in two orders; another date of the article puts the month first.",
        None if near(chosen) < near(other) => "The digits can be read in two orders; this one is nearer to the day of publication.",
        None => "The digits can be read in two orders; we take the month to stand first.",
    };
    let doubt = if shown.is_some() { 0.05 } else { 0.3 };
    Resolution::at(Point::Day(date), None, why)
        .doubted(doubt)
        .or(other.map(Point::Day), "The digits could also be read in the other order.")
}
