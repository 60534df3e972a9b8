//! Expressions that are counted from an event: where the text dates that event elsewhere, its date resolves them.

use super::calendar::{self, Point, Unit};
use super::find::Found;
use super::symbol::Symbol;
use super::tense::{self, Tense};
use super::{Anchor, READER, Timex, TimexType};
use crate::clause::{Clauses, noun, stem};
use crate::lexicon::Classes;
use crate::text::{Document, Words, words};
use chrono::{Datelike, NaiveDate};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// So many words behind "before" or "after" the event is named.
const REACH: usize = 8;

/// An event that the text dates: the number of the expression, and the stretch that it names.
#[derive(Clone, Copy)]
struct Dated {
    timex: usize,
    point: Point,
}

/// Resolves the expressions among `found` that are counted from an event which another one of them dates.
pub fn resolve(
    document: &Document,
    clauses: &Clauses,
    published: Option<NaiveDate>,
    found: &[Found],
    points: &[Option<Point>],
    timexes: &mut [Timex],
) {
    let counted = |found: &Found| matches!(found.read.symbol, Symbol::FromEvent(..) | Symbol::WeekdayFrom(_));
    let open: Vec<bool> = timexes.iter().map(|timex| timex.grounds.rule != READER).collect();
    if !found.iter().any(counted) {
        return;
    }
    let dated = dated_events(document, clauses, found, points);
    for (k, (read, timex)) in found.iter().zip(timexes).enumerate().filter(|(k, (read, _))| counted(read) && open[*k]) {
        if let Some(beside) = beside(document, found, points, k).filter(|_| read.read.kind == Some(TimexType::Date)) {
            settle(timex, beside.timex, beside.point, "It is the day that stands beside it.".to_owned());
            continue;
        }
        let end = read.read.tokens.end;
        if let Some((beside, from)) = behind(document, found, points, k, end) {
            let why = "It is counted from the day that stands behind it.".to_owned();
            if let Some(point) = direction(document, end).and_then(|sign| away(read.read.symbol, from, sign)) {
                settle(timex, beside, point, why);
            }
            continue;
        }
        let event = named_event(document, clauses, end).and_then(|word| {
            let known = dated.get(&stem::of(document, word)).copied();
            Some((word, known.or_else(|| last_told(document, found, points, k).filter(|_| leads_back(document, word)))?))
        });
        if let (Some((word, event)), Some(sign)) = (event, direction(document, end))
            && let Some(point) = away(read.read.symbol, event.point, sign)
            && beside(document, found, points, k).is_none()
            && !is_to_come(document, clauses, published, &read.read.tokens, point)
        {
            let why = ["It is counted from “", document.text_of(word), "”, which the text dates elsewhere."].concat();
            settle(timex, event.timex, point, why);
        }
    }
}

/// Nouns, folded, for whatever grave thing has been told.
static LEADING_BACK: Words = Words::new(&[
    "disaster",
    "tragedy",
    "catastrophe",
    "accident",
    "incident",
    "event",
    "wreck",
    "crash",
    "blast",
    "blaze",
    "attack",
    "shooting",
    "sinking",
    "flood",
]);

/// Whether the noun stands for whatever has been told: "two days before the disaster".
fn leads_back(document: &Document, noun: usize) -> bool {
    let shown = noun.checked_sub(1).is_some_and(|i| document.is_any(i, &["the", "this", "that"]));
    shown && document.is_any(noun, &LEADING_BACK)
}

/// The day told right before the expression numbered `k`.
fn last_told(document: &Document, found: &[Found], points: &[Option<Point>], k: usize) -> Option<Dated> {
    let sentence = document.sentence_of(found.get(k)?.read.tokens.start);
    let near = (0..k).rev().take_while(|other| document.sentence_of(found[*other].read.tokens.start) + 2 >= sentence);
    near.filter_map(|timex| Some(Dated { timex, point: points[timex]? })).find(|told| matches!(told.point, Point::Day(_)))
}

/// The day right before the expression numbered `k`, of which the words only say more: "on Friday, two months after the vote".
fn beside(document: &Document, found: &[Found], points: &[Option<Point>], k: usize) -> Option<Dated> {
    let before = k.checked_sub(1)?;
    let gap = found.get(before)?.read.tokens.end..found.get(k)?.read.tokens.start;
    let close = gap.len() <= 2 && gap.clone().all(|i| document.is_any(i, words![",", "-", "—", "–", "just", "only", "exactly"]));
    let point = points.get(before).copied().flatten().filter(|point| matches!(point, Point::Day(_)))?;
    close.then_some(Dated { timex: before, point })
}

/// Whether the date lies behind the day of publication though the clause looks back: then another event is meant.
fn is_to_come(document: &Document, clauses: &Clauses, published: Option<NaiveDate>, tokens: &Range<usize>, point: Point) -> bool {
    let later = point.interval().zip(published).is_some_and(|(days, published)| days.earliest > published);
    later && tense::around(document, clauses, tokens).0 != Tense::Future
}

/// The events that expressions date, by the stem of their noun or verb; the first date of each counts.
fn dated_events(document: &Document, clauses: &Clauses, found: &[Found], points: &[Option<Point>]) -> FxHashMap<stem::Stem, Dated> {
    let mut dated = FxHashMap::default();
    for (timex, (read, point)) in found.iter().zip(points).enumerate() {
        let Some(point) = point.filter(|point| matches!(point, Point::Day(_) | Point::Month(..) | Point::Year(_))) else { continue };
        let tokens = &read.read.tokens;
        let verb = clauses.governor(document, tokens);
        let group = verb.and_then(|verb| clauses.get(verb));
        let noun = noun::behind(document, tokens).or_else(|| noun::before(document, tokens, group).map(|(noun, _)| noun));
        let tells = |i: &usize| !document.has(*i, Classes::AUXILIARY) && !document.is_any(*i, &["said", "says", "told", "saying"]);
        let subject = group.and_then(|group| (group.start..group.tokens.start).rev().find(|i| noun::names_event(document, *i)));
        for word in noun.into_iter().chain(group.map(|group| group.head).filter(tells)).chain(subject) {
            dated.entry(stem::of(document, word)).or_insert(Dated { timex, point });
        }
    }
    dated
}

/// The noun or the verb of the event that "before" or "after" at `i` leads to.
fn named_event(document: &Document, clauses: &Clauses, i: usize) -> Option<usize> {
    let limit = document.sentence_tokens(i).end.min(i + REACH);
    let verb = clauses.of_sentence(document.sentence_of(i)).filter_map(|g| clauses.get(g)).find(|group| group.opener == Some(i));
    let noun = (i + 1..limit).take_while(|k| !document.is(*k, ",")).find(|k| noun::names_event(document, *k));
    // "before the storm the mayor left": the noun, unless it is the subject of the clause.
    let alone = noun.filter(|noun| verb.is_none_or(|group| *noun < group.tokens.start && noun + 1 != group.tokens.start));
    alone.or(verb.map(|group| group.head)).or(noun)
}

/// Whether the words count back or ahead from the event.
pub(super) fn direction(document: &Document, i: usize) -> Option<i32> {
    match document.word(i) {
        "before" | "prior" => Some(-1),
        "after" | "following" => Some(1),
        _ => None,
    }
}

/// Whether `next` is only what `found` is counted from: "the Monday after Easter".
pub fn counts_from(found: &Found, next: &Found) -> bool {
    let counted = matches!(found.read.symbol, Symbol::FromEvent(..) | Symbol::WeekdayFrom(_));
    counted && next.read.tokens.start == found.read.tokens.end + 1 && matches!(next.read.symbol, Symbol::Calendar(_))
}

/// The day or the part of the year that stands behind "after" at `at`, with its number: "the Monday after Easter".
fn behind(document: &Document, found: &[Found], points: &[Option<Point>], k: usize, at: usize) -> Option<(usize, Point)> {
    let next = found.get(k + 1).filter(|next| next.read.tokens.start == at + 1 && !document.is(at, "into"))?;
    let point = points.get(k + 1).copied().flatten()?;
    matches!(next.read.symbol, Symbol::Calendar(_)).then_some((k + 1, point))
}

/// The first day of the Gregorian calendar: before it the weekdays of the text are not ours.
const GREGORIAN: i32 = 1583;

/// The stretch that `symbol` names, on the side `sign` of the event at `event`.
pub(super) fn away(symbol: Symbol, event: Point, sign: i32) -> Option<Point> {
    match (symbol, event) {
        (Symbol::FromEvent(count, unit), event) => from(event, unit, count.as_whole()? * sign),
        (Symbol::WeekdayFrom(weekday), Point::Day(day)) if day.year() >= GREGORIAN => {
            let next = calendar::add_days(day, i64::from(sign))?;
            let near = if sign < 0 { calendar::weekday_until(next, weekday) } else { calendar::weekday_from(next, weekday) };
            near.map(Point::Day)
        }
        _ => None,
    }
}

/// The stretch so many units from that of the event, where that is precise enough.
fn from(event: Point, unit: Unit, away: i32) -> Option<Point> {
    match (event, unit) {
        (Point::Day(day), Unit::Day | Unit::Week | Unit::Month | Unit::Year) => Point::around(day, unit).shift(away),
        (Point::Month(..), Unit::Month) | (Point::Year(_), Unit::Year) => event.shift(away),
        (Point::Month(year, _), Unit::Year) => Point::Year(year).shift(away),
        _ => None,
    }
}

/// Writes the date into the expression.
fn settle(timex: &mut Timex, anchor: usize, point: Point, why: String) {
    timex.kind = TimexType::Date;
    timex.value = point.value();
    timex.interval = point.interval();
    timex.edtf = point.edtf(None, false);
    timex.anchor = Some(Anchor::Timex(anchor));
    timex.grounds.why = why.into();
    timex.grounds.confidence = 0.6;
}
