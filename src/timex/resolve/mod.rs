//! Turns what words say into values, given the day of publication, the tense of the clause and the dates mentioned before.

mod digits;
mod open;
mod shift;
mod weekday;

use super::calendar::{self, Point, Unit};
use super::context::Context;
use super::find::Found;
use super::symbol::{Base, Edge, Fields, Fine, Match, Symbol, TimeOfDay, Vague, YearPart};
use super::{Anchor, Interval, Reading, Timex, TimexType};
use super::{values, words};
use crate::finding::Grounds;
use crate::text::{Document, TokenKind};
use chrono::{Datelike, NaiveDate};

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
    let resolution = at_edge(resolve_symbol(context, found), read.edge);
    let from_inferred = resolution.anchor == Some(Anchor::Published);
    let sure = if from_inferred { context.published_sure } else { 1.0 };
    let confidence = ((found.rule.confidence - read.doubt - resolution.doubt) * sure).clamp(0.05, 0.99);
    let length = matches!(read.symbol, Symbol::Within(..)) && resolution.point.is_none();
    let kind = if length { TimexType::Duration } else { read.kind.unwrap_or_else(|| kind_of(&read.symbol, read.time)) };
    let point = resolution.point.filter(|_| kind != TimexType::Set);
    let base = point.map_or(resolution.value, Point::value);
    let value = match read.time {
        Some(time) if matches!(kind, TimexType::Time | TimexType::Set) => format!("{base}{}", values::time(time)),
        _ => base,
    };
    let around_publication = point.zip(context.published).and_then(|(point, day)| split_by(context.document, read, point, day));
    let timex = Timex {
        span,
        kind,
        value,
        modifier: read.modifier.map(|modifier| modifier.code().to_owned()),
        anchor: resolution.anchor,
        interval: around_publication.or(point.and_then(|point| point.narrowed(read.modifier))),
        edtf: around_publication
            .map(|days| format!("{}/{}", days.earliest, days.latest))
            .or(point.and_then(|point| point.edtf(read.modifier, confidence < 0.6 && !is_day_said(read, context.document)))),
        alternatives: resolution.alternatives,
        grounds: Grounds::new(found.rule.name, confidence, resolution.why),
    };
    (timex, point)
}

/// "earlier this year", "later this week": the part of a stretch on that side of the day of publication, which lies in it.
fn split_by(document: &Document, read: &Match, point: Point, published: NaiveDate) -> Option<Interval> {
    let whole = point.interval().filter(|days| days.earliest < published && published < days.latest)?;
    match document.word(read.tokens.start) {
        "earlier" => Some(Interval { latest: published, ..whole }),
        "later" => Some(Interval { earliest: published, ..whole }),
        _ => None,
    }
}

/// The first or the last day of the stretch, where the words name it.
fn at_edge(mut resolution: Resolution, edge: Option<Edge>) -> Resolution {
    let (Some(edge), Some(point)) = (edge, resolution.point) else { return resolution };
    resolution.point = point.interval().map(|days| Point::Day(if edge == Edge::First { days.earliest } else { days.latest }));
    resolution.why += if edge == Edge::First { " They name its first day." } else { " They name its last day." };
    resolution.alternatives.clear();
    resolution
}

/// Whether the words give the day beside a time of the clock, of which the hour alone is in doubt.
fn is_day_said(read: &Match, document: &Document) -> bool {
    let stated = match read.symbol {
        Symbol::Calendar(fields) => matches!(fields.year, YearPart::Stated(_)),
        Symbol::Weekday(..) => true,
        _ => document.is_any(read.tokens.end.saturating_sub(1), &["today", "tonight", "tomorrow"]),
    };
    read.time.is_some() && stated
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
        Symbol::Weekday(weekday, direction) => weekday::near(context, found, weekday, direction),
        Symbol::WeekdayOf(weekday, away) => weekday::of_week(context, weekday, away),
        Symbol::WeekdayBeside(weekday, side) => weekday::beside(context, found, weekday, side),
        Symbol::Shift(unit, count, base) => shift::shift(context, found, unit, count, base),
        Symbol::YearsAway(years, unit) => shift::years_away(context, years, unit),
        Symbol::SameQuarter(year) => match context.compared_quarter() {
            Some((quarter, anchor)) => Resolution::at(
                Point::Quarter(year, quarter),
                Some(anchor),
                "The words name the year; the quarter is the one mentioned earlier.",
            ),
            None => Resolution::at(Point::Year(year), None, "The words name the year."),
        },
        Symbol::DayOfMonth(day) => digits::day_of_month(context, day),
        Symbol::Length(count, unit) => Resolution::bare(values::length(count, unit), "The words give a length of time, not a date."),
        Symbol::FromEvent(count, unit) => Resolution::bare(
            if found.read.kind == Some(TimexType::Date) { values::open_shift(unit) } else { values::length(count, unit) },
            "It is counted from something that happened, and the words do not date that; so it has a length but no date.",
        ),
        Symbol::Within(count, unit) => shift::within(context, found, count, unit),
        Symbol::WeekdayFrom(weekday) => weekday::open(weekday, "It is counted from something that the text does not date."),
        Symbol::Repeat(repeat) => Resolution::bare(values::repeat(repeat), "The words say how often, not when."),
        Symbol::Vague(vague) => Resolution::bare(values::vague(vague), vague_why(vague)),
        Symbol::Impossible(year, month, day) => Resolution::bare(
            format!("{year:04}-{month:02}-{day:02}"),
            format!("There is no such day: month {month} of {year} does not have {day} days."),
        )
        .doubted(0.5),
        Symbol::Slashes(year, first, second) => digits::slashes(context, year, first, second),
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
        Fine::WeekOf(month, day) => Point::Week(calendar::monday(NaiveDate::from_ymd_opt(year, month, day)?)),
    };
    point.on_calendar()
}

fn calendar(context: &Context, found: &Found, fields: Fields) -> Resolution {
    match fields.year {
        YearPart::Stated(year) => stated(year, fields),
        YearPart::Away(count, base) => year_away(context, fields, count, base),
        YearPart::Open => open::open_year(context, found, fields),
    }
}

fn stated(year: i32, fields: Fields) -> Resolution {
    let Some(point) = point_of(year, fields.fine) else { return unresolved(fields, NO_SUCH_DAY) };
    let whole = match fields.fine {
        Fine::Whole => "The words give the year.",
        Fine::Month(_) => "The words give the month and the year.",
        Fine::Day(..) | Fine::Named(_) => "The words give the whole date.",
        Fine::WeekOf(..) => "The words name a day of the week that is meant.",
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

fn hangs_on(base: Base) -> &'static str {
    match base {
        Base::Published | Base::Nearby => "It is counted from the day of publication, which the article does not give.",
        Base::Mentioned | Base::Told => "It is counted from another date, which the article does not give.",
    }
}

const NO_SUCH_DAY: &str = "The calendar has no such day.";

const NO_YEAR: &str = "The words leave the year open, and the article does not date itself.";

/// A date of which the year stays open.
fn unresolved(fields: Fields, why: &str) -> Resolution {
    Resolution::bare(values::open_year(fields.fine), why)
}

/// A verb of so many words is shown whole.
const VERB: usize = 4;

/// " because of “will meet”": the words that show the tense; nothing where there are none.
fn because(context: &Context, cue: Option<usize>) -> String {
    let Some(cue) = cue else { return String::new() };
    let document = context.document;
    let sentence = document.sentence_tokens(cue);
    // The whole verb: "was held" rather than "was".
    let number = document.sentence_of(cue);
    let mut groups = context.clauses.groups(context.clauses.of_sentence(number)).iter();
    if let Some(group) = groups.find(|group| group.tokens.start == cue && group.tokens.len() <= VERB) {
        return format!(" because of “{}”", document.slice(document.span(group.tokens.clone())));
    }
    let beside = |i: &usize| sentence.contains(i) && document.kind(*i) == Some(TokenKind::Word);
    let before = cue.checked_sub(1).filter(beside).filter(|_| document.is(cue, "to"));
    let after = Some(cue + 1).filter(beside).filter(|_| document.is_any(cue, &["to", "will", "'ll", "shall"]));
    let tokens = before.unwrap_or(cue)..after.unwrap_or(cue) + 1;
    match document.slice(document.span(tokens)) {
        "" => String::new(),
        words => format!(" because of “{words}”"),
    }
}
