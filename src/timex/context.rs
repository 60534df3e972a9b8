//! What is known when an expression is resolved: the day of publication and the dates mentioned before.

use super::Anchor;
use super::calendar::{Point, Unit};
use super::find::Found;
use super::symbol::{Base, Direction, Fields, Symbol, YearPart};
use crate::tag::Tag;
use crate::text::Document;
use chrono::{Datelike, NaiveDate};

/// A date that was mentioned.
#[derive(Clone, Copy, Debug)]
pub struct Mentioned {
    /// The number of the time expression.
    pub index: usize,
    /// The stretch that it names.
    pub point: Point,
    /// Its sentence.
    pub sentence: usize,
    /// Whether its words give the year.
    pub stated: bool,
}

/// What is known so far.
#[derive(Debug)]
pub struct Context<'d, 't> {
    /// The article.
    pub document: &'d Document<'t>,
    /// The day of publication.
    pub published: Option<NaiveDate>,
    /// How sure that day is.
    pub published_sure: f32,
    /// Whether another date in digits puts the day first; `None` where none shows.
    pub day_first: Option<bool>,
    mentioned: Vec<Mentioned>,
    /// The number, in `mentioned`, of the date that a story without a day of publication has reached.
    reached: Option<usize>,
}

/// How many dates back a distance can reach.
const REACH: usize = 6;

impl<'d, 't> Context<'d, 't> {
    /// The context at the beginning of `document`, of which `found` are the expressions.
    pub fn new(document: &'d Document<'t>, published: Option<NaiveDate>, published_sure: f32, found: &[Found]) -> Self {
        Self { document, published, published_sure, day_first: order_of_digits(document, found), mentioned: Vec::new(), reached: None }
    }

    /// Notes that `found` is the expression number `index` and names `point`.
    pub fn note(&mut self, index: usize, found: &Found, point: Point) {
        let sentence = self.document.sentence_of(found.read.tokens.start);
        let stated = match found.read.symbol {
            Symbol::Calendar(fields) => matches!(fields.year, YearPart::Stated(_)),
            Symbol::Slashes(..) => true,
            _ => false,
        };
        let open = matches!(found.read.symbol, Symbol::Calendar(fields) if fields.year == YearPart::Open);
        if self.moves_story(found, point, stated, open) {
            self.reached = Some(self.mentioned.len());
        }
        self.mentioned.push(Mentioned { index, point, sentence, stated });
    }

    /// Whether a date moves the story on: a day or a month does, and a year that is not before the one that it has reached.
    fn moves_story(&self, found: &Found, point: Point, stated: bool, open: bool) -> bool {
        let reached = self.story().map(|reached| reached.point.year());
        let first = self.document.sentence_tokens(found.read.tokens.start).start;
        let leads = found.read.tokens.start <= first + 2;
        match point {
            Point::Decade(_) | Point::Century(_) => false,
            Point::Year(year) => stated && (leads || reached.is_none_or(|reached| (reached..=reached + 4).contains(&year))),
            _ => stated || open,
        }
    }

    /// The date that the story has reached.
    fn story(&self) -> Option<&Mentioned> {
        self.reached.and_then(|reached| self.mentioned.get(reached))
    }

    /// The year to count from.
    pub fn year(&self, base: Base) -> Option<(i32, Anchor)> {
        let mentioned = || self.mentioned.last().map(|last| (last.point.year(), Anchor::Timex(last.index)));
        let published = self.published.map(|day| (day.year(), Anchor::Published));
        match base {
            Base::Mentioned => mentioned().or(published),
            _ => published.or_else(mentioned),
        }
    }

    /// The date whose year a date at token `at` without a year takes: in a text that does not date itself the last
    /// one with a year; in an article one of another year in the same sentence.
    pub fn carried_year(&self, at: usize, fields: Fields) -> Option<&Mentioned> {
        if fields.direction != Direction::Bare {
            return None;
        }
        let sentence = self.document.sentence_of(at);
        let Some(published) = self.published else { return self.story() };
        let last = self.mentioned.last()?;
        (last.stated
            && !self.tells_of_now(at)
            && last.sentence == sentence
            && last.point.year() < published.year()
            && !matches!(last.point, Point::Decade(_) | Point::Century(_)))
        .then_some(last)
    }

    /// Whether the verb before the token `at` stands in the present or the future: "signed in 1994, runs out on June 30".
    fn tells_of_now(&self, at: usize) -> bool {
        let start = self.document.sentence_tokens(at).start;
        let verb = (start.max(at.saturating_sub(12))..at).rev().find_map(|i| self.document.tag(i).filter(|tag| tag.is_finite()));
        matches!(verb, Some(Tag::Vbz | Tag::Vbp | Tag::Md))
    }

    /// The day that the sentence of token `at` named before it.
    pub fn day_in_sentence(&self, at: usize) -> Option<(Point, Anchor)> {
        let sentence = self.document.sentence_of(at);
        let near = self.mentioned.iter().rev().take(REACH).find(|mentioned| matches!(mentioned.point, Point::Day(_)))?;
        (near.sentence == sentence || self.published.is_none()).then_some((near.point, Anchor::Timex(near.index)))
    }

    /// The stretch from which `count` units are counted at token `at`.
    pub fn base(&self, at: usize, unit: Unit, count: i32) -> Option<(Point, Anchor)> {
        let sentence = self.document.sentence_of(at);
        let fits = |mentioned: &&Mentioned| fits(mentioned.point, unit);
        let recent = || self.mentioned.iter().rev().take(REACH).filter(fits);
        let near = if unit == Unit::Quarter { recent().max_by_key(|mentioned| self.rank(mentioned.point)) } else { recent().next() };
        let published = self.published.map(|day| (Point::around(day, unit), Anchor::Published));
        let latest = match unit {
            Unit::Quarter if count == 0 => published.and_then(|(point, anchor)| Some((point.shift(-1)?, anchor))),
            _ => published,
        };
        let Some(near) = near else { return latest };
        let anchor = Anchor::Timex(near.index);
        let close = near.sentence + 2 >= sentence;
        match (unit, near.point) {
            (Unit::Year, _) if !close => latest.or(Some((coarsen(near.point, unit)?, anchor))),
            _ => Some((coarsen(near.point, unit)?, anchor)),
        }
    }

    /// The quarter mentioned last.
    pub fn last_quarter(&self) -> Option<(u32, Anchor)> {
        self.mentioned.iter().rev().take(REACH).find_map(|mentioned| match mentioned.point {
            Point::Quarter(_, quarter) => Some((quarter, Anchor::Timex(mentioned.index))),
            _ => None,
        })
    }

    /// The quarter that the sentence of token `at` or the two before it named.
    pub fn recent_quarter(&self, at: usize) -> Option<(Point, Anchor)> {
        let sentence = self.document.sentence_of(at);
        let near = self.mentioned.iter().rev().take(REACH).take_while(|mentioned| mentioned.sentence + 2 >= sentence);
        near.filter(|mentioned| matches!(mentioned.point, Point::Quarter(..)))
            .max_by_key(|mentioned| self.rank(mentioned.point))
            .map(|mentioned| (mentioned.point, Anchor::Timex(mentioned.index)))
    }

    /// Later quarters rank higher, as far as they have begun: an article speaks of its own quarter, and of others to compare.
    fn rank(&self, point: Point) -> (i32, u32) {
        let begun = |day: NaiveDate| point.interval().is_some_and(|days| days.earliest <= day);
        match point {
            Point::Quarter(year, quarter) if self.published.is_none_or(begun) => (year, quarter),
            _ => (i32::MIN, 0),
        }
    }

    /// The month mentioned last, with the number of its expression.
    pub fn last_month(&self) -> Option<(i32, u32, usize)> {
        self.mentioned
            .iter()
            .rev()
            .take(REACH)
            .find_map(|mentioned| mentioned.point.month().map(|(year, month)| (year, month, mentioned.index)))
    }
}

/// Whether units of that size can be counted from `point`.
fn fits(point: Point, unit: Unit) -> bool {
    match unit {
        Unit::Quarter => matches!(point, Point::Quarter(..)),
        _ => coarsen(point, unit).is_some(),
    }
}

/// The stretch of size `unit` that holds `point`; `None` where `point` is longer.
fn coarsen(point: Point, unit: Unit) -> Option<Point> {
    let whole = point.interval()?;
    let around = Point::around(whole.earliest, unit);
    let outer = around.interval()?;
    (outer.earliest <= whole.earliest && whole.latest <= outer.latest
        || matches!((point, unit), (Point::Week(_) | Point::Weekend(_), Unit::Month | Unit::Year)))
    .then_some(around)
}

/// Whether a date in digits that allows one order only shows it.
fn order_of_digits(document: &Document, found: &[Found]) -> Option<bool> {
    found.iter().filter(|found| found.rule.name == "date-slashes").find_map(|found| {
        let first = super::parts::digits(document, found.read.tokens.start)?;
        let second = super::parts::digits(document, found.read.tokens.start + 2)?;
        ((first > 12) != (second > 12)).then_some(first > 12)
    })
}
