//! What a reader says of an expression: the date that it names, or what it is counted from.

use super::anchored;
use super::calendar::{Point, Unit};
use super::context::Context;
use super::find::Found;
use super::resolve;
use super::symbol::Symbol;
use super::{Anchor, Reading, Timex, TimexType, values};
use crate::finding::Grounds;
use crate::text::{Document, Span};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// The rule that findings name which a reader made or changed.
pub const READER: &str = "reader";

/// What a reader says of an expression.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The words of the expression.
    pub span: Span,
    /// What it is.
    pub says: Says,
}

/// What an expression is, in a reader's word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Says {
    /// The stretch of the calendar that TIMEX3 writes so: "2015-12-15", "2015-12", "2015-Q4", "2015". Other values change nothing.
    Date(String),
    /// It is counted from the expression with these words; from the day of publication where there are none.
    /// An expression that cannot be counted from there stays as it was read.
    From(Option<Span>),
}

/// The expressions of a text, and what a reader says of some of them.
pub(super) struct Reader<'r> {
    document: &'r Document<'r>,
    found: &'r [Found],
    /// What was said last of the expression with these words.
    said: FxHashMap<Span, &'r Says>,
    /// The number of the expression with these words; empty where nothing was said.
    places: FxHashMap<Span, usize>,
}

impl<'r> Reader<'r> {
    pub(super) fn new(document: &'r Document<'r>, given: &'r [Given], found: &'r [Found]) -> Self {
        let said = given.iter().map(|given| (given.span, &given.says)).collect();
        let spans = found.iter().filter(|_| !given.is_empty()).map(|found| document.span(found.read.tokens.clone()));
        let places = spans.enumerate().map(|(number, span)| (span, number)).collect();
        Self { document, found, said, places }
    }

    /// What the reader says of an expression.
    fn says(&self, found: &Found) -> Option<&'r Says> {
        if self.said.is_empty() {
            return None;
        }
        self.said.get(&self.document.span(found.read.tokens.clone())).copied()
    }

    /// The expression number `index` as the reader has it, where `points` are the stretches of those before it.
    pub(super) fn read(&self, context: &Context, index: usize, points: &[Option<Point>]) -> Option<(Timex, Option<Point>)> {
        let found = self.found.get(index)?;
        match self.says(found)? {
            Says::Date(value) => Some(set(context, found, Point::of_value(value)?, None, "The reader gave this date.".to_owned())),
            Says::From(None) => {
                let point = counted(context, found, Anchor::Published, Point::Day(context.published?))?;
                let why = "The reader said that it is counted from the day of publication.".to_owned();
                Some(set(context, found, point, Some(Anchor::Published), why))
            }
            Says::From(Some(span)) => {
                let anchor = self.places.get(span).copied().filter(|other| *other != index)?;
                let from = self.found.get(anchor)?;
                // What comes later in the text is read for itself: nothing can be counted from what is counted from it.
                let start = points.get(anchor).copied().unwrap_or_else(|| self.later(context, from))?;
                let point = counted(context, found, Anchor::Timex(anchor), start)?;
                let why = ["The reader said that it is counted from “", span.of(self.document.text), "”."].concat();
                Some(set(context, found, point, Some(Anchor::Timex(anchor)), why))
            }
        }
    }

    fn later(&self, context: &Context, found: &Found) -> Option<Point> {
        match self.says(found) {
            Some(Says::Date(value)) => Point::of_value(value),
            _ => resolve::resolve(context, found).1,
        }
    }
}

/// The stretch that an expression names when it is counted from `start`.
fn counted(context: &Context, found: &Found, anchor: Anchor, start: Point) -> Option<Point> {
    let day = start.interval()?.earliest;
    match found.read.symbol {
        Symbol::Shift(unit, count, _) => away(start, unit, count),
        Symbol::Within(count, unit) => away(start, unit, count.as_whole()?),
        Symbol::YearsAway(years, unit) => Some(Point::around(Point::Day(day).shift_years(years)?.interval()?.earliest, unit)),
        symbol @ (Symbol::FromEvent(..) | Symbol::WeekdayFrom(_)) => {
            let sign = anchored::direction(context.document, found.read.tokens.end).unwrap_or(1);
            anchored::away(symbol, start, sign)
        }
        _ => resolve::resolve(&context.counted_from(anchor, start, found.read.tokens.start)?, found).1,
    }
}

/// The stretch of size `unit` that lies so many of them from the one that holds `start`.
fn away(start: Point, unit: Unit, count: i32) -> Option<Point> {
    let whole = start.interval()?;
    Point::around(whole.earliest, unit).shift(count)
}

/// The expression with that stretch; what was read instead stays as another reading.
fn set(context: &Context, found: &Found, point: Point, anchor: Option<Anchor>, why: String) -> (Timex, Option<Point>) {
    let (read, was) = resolve::resolve(context, found);
    let kind = if read.kind == TimexType::Time { TimexType::Time } else { TimexType::Date };
    let time = found.read.time.filter(|_| kind == TimexType::Time).map(values::time).unwrap_or_default();
    let value = point.value() + &time;
    let mut alternatives = Vec::new();
    if was.is_some() && read.value != value {
        alternatives.push(Reading { value: read.value, why: read.grounds.why.into_owned() });
    }
    alternatives.extend(read.alternatives.into_iter().filter(|other| other.value != value));
    let timex = Timex {
        kind,
        value,
        modifier: None,
        anchor,
        interval: point.interval(),
        edtf: point.edtf(None, false),
        alternatives,
        grounds: Grounds::new(READER, 1.0, why),
        ..read
    };
    (timex, Some(point))
}
