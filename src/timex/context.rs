//! What is known when an expression is resolved: the day of publication and the dates mentioned before.

use super::Anchor;
use super::calendar::{Point, Unit};
use super::find::Found;
use super::symbol::{Base, Count, Direction, Fields, Fine, Symbol, YearPart};
use super::tense::{self, Tense};
use crate::clause::{ClauseKind, Clauses, Form, Tense as Verb, VerbGroup};
use crate::lexicon::Classes;
use crate::text::Document;
use chrono::{Datelike, NaiveDate};
use std::ops::Range;

/// A date that was mentioned.
#[derive(Clone, Copy, Debug)]
pub struct Mentioned {
    /// The number of the time expression.
    pub index: usize,
    /// The stretch that it names.
    pub point: Point,
    /// Its sentence.
    pub sentence: usize,
    /// Its first token.
    pub start: usize,
    /// The token behind it.
    pub end: usize,
    /// Whether its words give the year.
    pub stated: bool,
}

/// What is known so far.
#[derive(Debug)]
pub struct Context<'d, 't> {
    /// The article.
    pub document: &'d Document<'t>,
    /// Its clauses.
    pub clauses: &'d Clauses,
    /// The day of publication.
    pub published: Option<NaiveDate>,
    /// How sure that day is.
    pub published_sure: f32,
    /// Whether another date in digits puts the day first; `None` where none shows.
    pub day_first: Option<bool>,
    mentioned: Vec<Mentioned>,
    /// The number, in `mentioned`, of the quarter on which a business article reports.
    quarter: Option<usize>,
    /// The sentence that named a quarter last, unless another length of time has been reported on since.
    compares: Option<usize>,
    /// The last expression that names a day which is not known.
    lost: Option<usize>,
    /// The number, in `mentioned`, of the date that a story without a day of publication has reached.
    reached: Option<usize>,
}

/// So many sentences behind a quarter "a year earlier" still means the quarter a year before.
const COMPARED: usize = 4;

/// So many sentences behind a date "the next day" still follows it.
const TOLD: usize = 6;

/// How many dates back a distance can reach.
const REACH: usize = 6;

impl<'d, 't> Context<'d, 't> {
    /// The context at the beginning of `document`, of which `found` are the expressions.
    pub fn new(
        document: &'d Document<'t>,
        clauses: &'d Clauses,
        published: Option<NaiveDate>,
        published_sure: f32,
        found: &[Found],
    ) -> Self {
        Self {
            document,
            clauses,
            published,
            published_sure,
            day_first: order_of_digits(document, found),
            mentioned: Vec::new(),
            quarter: None,
            compares: None,
            lost: None,
            reached: None,
        }
    }

    /// The context in which nothing is known but the stretch `point` at `anchor`: what the token `at` begins is counted from it alone.
    /// `None` where it lies beyond the calendar.
    pub fn counted_from(&self, anchor: Anchor, point: Point, at: usize) -> Option<Self> {
        let sentence = self.document.sentence_of(at);
        let index = if let Anchor::Timex(index) = anchor { Some(index) } else { None };
        let mentioned = index.map(|index| Mentioned { index, point, sentence, start: at, end: at, stated: true });
        let is_quarter = matches!(point, Point::Quarter(..)) && mentioned.is_some();
        Some(Self {
            published: Some(point.interval()?.earliest),
            published_sure: 1.0,
            quarter: is_quarter.then_some(0),
            compares: is_quarter.then_some(sentence),
            lost: None,
            reached: mentioned.map(|_| 0),
            mentioned: mentioned.into_iter().collect(),
            ..*self
        })
    }

    /// Notes that `found` is the expression number `index` and names `point`.
    pub fn note(&mut self, index: usize, found: &Found, point: Point) {
        let sentence = self.document.sentence_of(found.read.tokens.start);
        let stated = match found.read.symbol {
            Symbol::Calendar(fields) => matches!(fields.year, YearPart::Stated(_)),
            Symbol::Slashes(..) | Symbol::YearsAway(..) => true,
            _ => false,
        };
        let open = matches!(found.read.symbol, Symbol::Calendar(fields) if fields.year == YearPart::Open);
        if self.moves_story(found, point, stated, open) {
            self.reached = Some(self.mentioned.len());
        }
        if let Point::Quarter(..) = point {
            let best = self.quarter.and_then(|quarter| self.mentioned.get(quarter)).map(|quarter| self.rank(quarter.point));
            let looks_back = matches!(found.read.symbol, Symbol::Shift(_, ..0, _) | Symbol::SameQuarter(_));
            if !looks_back && best.is_none_or(|best| self.rank(point) >= best) {
                self.quarter = Some(self.mentioned.len());
            }
            self.compares = Some(sentence);
        } else if let Point::Half(..) = point {
            self.compares = None;
        }
        let tokens = &found.read.tokens;
        // A date that took its year from another hands it on.
        // "that September".
        let told = self.document.is(tokens.start, "that");
        let carried = open
            && (told || self.mentioned.last().is_some_and(|last| last.stated && last.point.year() == point.year()))
            && Some(point.year()) != self.published.map(|day| day.year());
        self.mentioned.push(Mentioned { index, point, sentence, start: tokens.start, end: tokens.end, stated: stated || carried });
    }

    /// Notes the expression number `index`, which has no place on the calendar.
    pub fn note_unplaced(&mut self, index: usize, found: &Found) {
        match found.read.symbol {
            // "the nine months" are compared with nine months, not with a quarter.
            Symbol::Length(Count::Hundredths(200..=1100), Unit::Month) => self.compares = None,
            Symbol::WeekdayFrom(_) | Symbol::Weekday(..) | Symbol::WeekdayBeside(..) | Symbol::WeekdayOf(..) => self.lost = Some(index),
            _ => {}
        }
    }

    /// Whether a date moves the story on: a day or a month does, and a year that is not before the one that it has reached.
    fn moves_story(&self, found: &Found, point: Point, stated: bool, open: bool) -> bool {
        let reached = self.story().map(|reached| reached.point.year());
        let first = self.document.sentence_tokens(found.read.tokens.start).start;
        let leads = found.read.tokens.start <= first + 2;
        if matches!(point, Point::Year(_)) && self.is_modifier(found.read.tokens.start) {
            return false;
        }
        let looks_ahead = stated && tense::around(self.document, self.clauses, &found.read.tokens).0 == Tense::Future;
        match point {
            Point::Decade(_) | Point::Century(_) => false,
            Point::Year(year) => stated && (leads || !looks_ahead && reached.is_none_or(|reached| (reached..=reached + 4).contains(&year))),
            _ => stated && (leads || !looks_ahead) || open,
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
        let past = last.stated
            && !self.tells_of_now(at)
            && last.point.year() < published.year()
            && !matches!(last.point, Point::Decade(_) | Point::Century(_));
        let near = if last.sentence == sentence { self.is_one_story(last, at) } else { self.follows(last, at, fields.fine) };
        (past && near).then_some(last)
    }

    /// Whether a date and the token `at` in its sentence are told of one time: not "it has failed since 2020, said a report released in August".
    fn is_one_story(&self, last: &Mentioned, at: usize) -> bool {
        let governor = |i: usize| self.clauses.governor(self.document, &(i..i + 1));
        let (first, second) = (governor(last.start), governor(at));
        let modifies = |number: Option<usize>| {
            number
                .and_then(|number| self.clauses.get(number))
                .is_some_and(|group| group.form == Form::Participle || group.kind == ClauseKind::Relative)
        };
        let since = last.start.checked_sub(1).is_some_and(|i| self.document.is(i, "since"));
        // "rejected a plan in 2019, but a new one was lodged in June": the second has a subject of its own.
        let turns = second.and_then(|number| self.clauses.get(number)).is_some_and(|group| {
            group.opener.is_some_and(|i| self.document.is(i, "but"))
                && group.start < group.tokens.start
                && group.opener.is_some_and(|i| i > last.end)
        });
        if turns {
            return false;
        }
        first == second || !since && !modifies(first) && !modifies(second)
    }

    /// Whether the token at `i` is part of what only says more about a noun: "built in 1987".
    fn is_modifier(&self, i: usize) -> bool {
        let group = self.clauses.governor(self.document, &(i..i + 1)).and_then(|number| self.clauses.get(number));
        group.is_some_and(|group| group.form == Form::Participle && group.tokens.end <= i)
    }

    /// Whether a story of the past goes on behind a day or a month with its year: "She vanished on 14 June 2013. Her car was found on 16 June."
    fn follows(&self, last: &Mentioned, at: usize, fine: Fine) -> bool {
        let sentence = self.document.sentence_of(at);
        let close = last.sentence + 1 == sentence && self.document.paragraph_of(last.start) == self.document.paragraph_of(at);
        let group = self.clauses.governor(self.document, &(at..at + 1)).and_then(|number| self.clauses.get(number));
        let told = group.is_some_and(|group| {
            group.tense == Verb::Past && group.is_finite() && (group.passive || !self.document.has(group.head, Classes::SAY))
        });
        let later = match (last.point, fine) {
            (Point::Day(day), Fine::Day(month, of_month)) => (day.month(), day.day()) < (month, of_month),
            (Point::Day(_) | Point::Month(..), Fine::Month(month) | Fine::Day(month, _)) => {
                last.point.month().is_some_and(|(_, from)| from < month)
            }
            _ => false,
        };
        close && told && later && self.is_one_story(last, last.start)
    }

    /// Whether the verb of the token `at` stands in the present or the future: "signed in 1994, runs out on June 30".
    fn tells_of_now(&self, at: usize) -> bool {
        let group = self.clauses.governor(self.document, &(at..at + 1)).and_then(|group| self.clauses.get(group));
        group.is_some_and(|group| matches!(group.tense, Verb::Present | Verb::Future | Verb::Modal) && !group.perfect)
    }

    /// The day that the sentence of the token `at`, or the one before it in a story of the past, named.
    pub fn day_in_sentence(&self, at: usize) -> Option<(Point, Anchor)> {
        let sentence = self.document.sentence_of(at);
        let near = self.mentioned.iter().rev().take(REACH).find(|mentioned| matches!(mentioned.point, Point::Day(_)))?;
        let group = self.clauses.governor(self.document, &(at..at + 1)).and_then(|number| self.clauses.get(number));
        let told = group.is_some_and(|group| group.tense == Verb::Past && (group.passive || !self.document.has(group.head, Classes::SAY)));
        // "March 8: The two sides agree. The ship docks at 6.30 a.m."
        let labelled = self.document.is(near.end, ":") && !self.document.is_glued(near.end);
        let labelled = labelled && self.document.sentence_tokens(near.start).start == near.start;
        let goes_on =
            (near.sentence + 1 == sentence && told || labelled) && self.document.paragraph_of(near.start) == self.document.paragraph_of(at);
        (near.sentence == sentence || goes_on || self.published.is_none()).then_some((near.point, Anchor::Timex(near.index)))
    }

    /// The stretch from which `count` units are counted at token `at`.
    pub fn base(&self, at: usize, unit: Unit) -> Option<(Point, Anchor)> {
        let sentence = self.document.sentence_of(at);
        let fits = |mentioned: &&Mentioned| fits(mentioned.point, unit);
        let recent = || self.mentioned.iter().rev().take(REACH).filter(fits);
        if unit == Unit::Quarter
            && let Some(reported) = self.reported()
        {
            return Some(reported);
        }
        let near = recent().next();
        // "In the winter of 1962 … three weeks later": too coarse to count weeks from.
        let coarse = self.mentioned.last().filter(|last| !self::fits(last.point, unit) && last.sentence + 2 >= sentence);
        if coarse.is_some() && matches!(unit, Unit::Day | Unit::Week | Unit::Month) {
            return None;
        }
        let published = self.published.map(|day| (Point::around(day, unit), Anchor::Published));
        let latest = match unit {
            Unit::Quarter => published.and_then(|(point, anchor)| Some((point.shift(-1)?, anchor))),
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

    /// The quarter on which the article reports, with its number within the year, while it is what is compared.
    pub fn compared_quarter(&self) -> Option<(u32, Anchor)> {
        self.compares?;
        match self.reported()? {
            (Point::Quarter(_, quarter), anchor) => Some((quarter, anchor)),
            _ => None,
        }
    }

    /// The same quarter, where the token `at` stands close behind a quarter.
    pub fn compared_quarter_near(&self, at: usize) -> Option<(Point, Anchor)> {
        let near = self.compares.is_some_and(|sentence| sentence + COMPARED >= self.document.sentence_of(at));
        if near { self.reported() } else { None }
    }

    /// Whether the article reports on a quarter.
    pub fn reports(&self) -> bool {
        self.quarter.is_some()
    }

    /// The quarter on which the article reports.
    fn reported(&self) -> Option<(Point, Anchor)> {
        let quarter = self.mentioned.get(self.quarter?)?;
        Some((quarter.point, Anchor::Timex(quarter.index)))
    }

    /// Quarters that have ended rank above those that have only begun, and later ones higher; what lies ahead is a forecast.
    fn rank(&self, point: Point) -> (u8, i32, u32) {
        let Point::Quarter(year, quarter) = point else { return (0, i32::MIN, 0) };
        let days = point.interval().zip(self.published);
        let stage = match days {
            Some((days, published)) if days.latest < published => 2,
            Some((days, published)) if days.earliest <= published => 1,
            Some(_) => 0,
            None => 2,
        };
        (stage, year, quarter)
    }

    /// The stretch of size `unit` of the date mentioned last, where there is one.
    pub fn told(&self, at: usize, unit: Unit) -> Option<(Point, Anchor)> {
        let mentioned = || self.mentioned.iter().rev().take(REACH);
        let near = mentioned().find(|mentioned| fits(mentioned.point, unit))?;
        // "On 3 May 1929 … In the winter of 1962 … three weeks later": that day is left behind.
        let left = self.mentioned.last().is_some_and(|last| !overlaps(last.point, near.point) && last.stated);
        let lost = unit == Unit::Day && self.lost.is_some_and(|lost| lost > near.index);
        if left || lost {
            return None;
        }
        let close = near.sentence + TOLD >= self.document.sentence_of(at) || self.published.is_none();
        close.then(|| Some((coarsen(near.point, unit)?, Anchor::Timex(near.index)))).flatten()
    }

    /// The day mentioned last before the token `at`.
    pub fn last_day(&self, at: usize) -> Option<(NaiveDate, Anchor)> {
        let near = self.mentioned.last().filter(|last| last.sentence + 2 >= self.document.sentence_of(at))?;
        match near.point {
            Point::Day(day) => Some((day, Anchor::Timex(near.index))),
            _ => None,
        }
    }

    /// The date told last right before an expression whose clause is part of a story of the past.
    pub fn story_at(&self, tokens: &Range<usize>) -> Option<&Mentioned> {
        let told = self.mentioned.last().filter(|last| last.sentence + 2 >= self.document.sentence_of(tokens.start))?;
        let group = self.clauses.governor(self.document, tokens).and_then(|group| self.clauses.get(group));
        let bare = |group: &&VerbGroup| matches!(group.form, Form::Infinitive | Form::Gerund);
        let group = group.filter(bare).and_then(|group| self.clauses.get(group.parent?)).or(group);
        // In a list of dates the present tells of the past, too.
        let labelled = || self.document.is(told.end, ":") && told.sentence == self.document.sentence_of(tokens.start);
        let past =
            group.is_none_or(|group| matches!(group.tense, Verb::Past | Verb::Would) || group.form == Form::Participle) || labelled();
        let over = || told.point.interval().zip(self.published).is_none_or(|(days, published)| days.latest < published);
        (past && over()).then_some(told)
    }

    /// The stretch of size `unit` of the date of which the expression at `tokens` only says more: "in the autumn of 1924, five years later".
    pub fn said_more(&self, tokens: &Range<usize>, unit: Unit) -> Option<(Point, Anchor)> {
        let closes = self.document.is_any(tokens.end, &[",", ";", ".", ")"]);
        let near = self.mentioned.last().filter(|last| closes && last.end + 1 == tokens.start && self.document.is(last.end, ","))?;
        Some((coarsen(near.point, unit)?, Anchor::Timex(near.index)))
    }

    /// The day that the expression right before the token `at` names.
    pub fn day_before(&self, at: usize) -> Option<(NaiveDate, Anchor)> {
        let near = self.mentioned.last().filter(|last| last.end == at)?;
        match near.point {
            Point::Day(day) => Some((day, Anchor::Timex(near.index))),
            _ => None,
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

/// Whether two stretches share a day.
fn overlaps(one: Point, other: Point) -> bool {
    one.interval().zip(other.interval()).is_some_and(|(one, other)| one.earliest <= other.latest && other.earliest <= one.latest)
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
