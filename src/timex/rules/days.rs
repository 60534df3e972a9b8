//! Weekdays and days named from today: "Tuesday", "next Friday", "yesterday", "tonight", with parts of the day.

use super::{Gate, Rule, clocks, dates};
use crate::finding::examples;
use crate::lexicon::Classes;
use crate::text::{Document, TokenKind, Words, words};
use crate::timex::calendar::Unit;
use crate::timex::parts::{self, Read};
use crate::timex::symbol::{Base, Direction, Match, Part, Symbol, TimeOfDay};

/// Rules for days.
pub const RULES: &[Rule] = &[
    Rule {
        name: "weekday",
        about: "A weekday, with or without a part of the day; the tense of the clause says which one.",
        gate: Gate::WEEKDAY.or(Gate::WORD),
        confidence: 0.97,
        read: weekday,
        accepts: examples(&[
            ("The panel met on Thursday.", "Thursday", "2015-12-10"),
            ("The panel will meet on Tuesday.", "Tuesday", "2015-12-15"),
            ("He resigned last Friday.", "last Friday", "2015-12-04"),
            ("Schools reopen next Monday.", "next Monday", "2015-12-14"),
            ("Police searched the house Wednesday night.", "Wednesday night", "2015-12-09TNI"),
            ("The court will sit a week on Tuesday.", "a week on Tuesday", "2015-12-22"),
            ("They will strike on Monday and Tuesday next week.", "Monday", "2015-12-14"),
        ]),
        rejects: examples(&["The sun rose.", "They sat down.", "Black Friday Inc. rose.", "The Sun reported it.", "Joe Friday left."]),
    },
    Rule {
        name: "today",
        about: "A day named from the day of publication.",
        gate: Gate::TIME.or(Gate::WORD),
        confidence: 0.97,
        read: today,
        accepts: examples(&[
            ("The talks resumed today.", "today", "2015-12-11"),
            ("He left yesterday morning.", "yesterday morning", "2015-12-10TMO"),
            ("The shop opens tomorrow.", "tomorrow", "2015-12-12"),
            ("It airs tonight.", "tonight", "2015-12-11TNI"),
            ("He fled last night.", "last night", "2015-12-10TNI"),
            ("She arrived this morning.", "this morning", "2015-12-11TMO"),
            ("They met the day before yesterday.", "the day before yesterday", "2015-12-09"),
        ]),
        rejects: examples(&["USA Today reported it.", "She read Psychology Today twice."]),
    },
    Rule {
        name: "part-of-day",
        about: "A part of a day that the words name behind it.",
        gate: Gate::WORD,
        confidence: 0.8,
        read: part_of_day,
        accepts: examples(&[("He fled on the night of April 18, 1775 on foot.", "the night of April 18, 1775", "1775-04-18TNI")]),
        rejects: examples(&["The night of terror ended."]),
    },
    Rule {
        name: "next-day",
        about: "A day counted from the day that was mentioned before.",
        gate: Gate::WORD,
        confidence: 0.6,
        read: next_day,
        accepts: examples(&[
            ("They met on December 3 and left the next day.", "the next day", "2015-12-04"),
            ("They met on December 3 and left the following morning.", "the following morning", "2015-12-04TMO"),
            ("They met on December 3 and left the same day.", "the same day", "2015-12-03"),
        ]),
        rejects: examples(&["She works the day shift.", "He told us the day the shop shut."]),
    },
];

/// A part of the day behind a day: "Tuesday morning", "Friday's evening".
fn trailing_part(document: &Document, i: usize) -> (Option<TimeOfDay>, usize) {
    match parts::part(document, i) {
        Some((part, end)) => (Some(TimeOfDay::Part(part)), end),
        None => (None, i),
    }
}

/// A weekday with its direction, for this rule and for times of the clock.
pub fn weekday_symbol(document: &Document, i: usize) -> Read<Symbol> {
    let (direction, at) = parts::direction(document, i).filter(|_| !document.is(i, "coming")).unwrap_or((Direction::Bare, i));
    let (weekday, end) = parts::weekday(document, at)?;
    match direction {
        Direction::Following => return Some((Symbol::WeekdayBeside(weekday, 1), end)),
        Direction::Preceding => return Some((Symbol::WeekdayBeside(weekday, -1), end)),
        _ => {}
    }
    if let Some(away) = week_behind(document, end).filter(|_| direction == Direction::Bare) {
        return Some((Symbol::WeekdayOf(weekday, away), end));
    }
    let closed = |i: usize| document.kind(i) != Some(TokenKind::Word) || document.has(i, Classes::PREPOSITION | Classes::STARTER);
    match document.word(end) {
        // "Tuesday week", "Monday last".
        "week" if direction == Direction::Bare && closed(end + 1) => Some((Symbol::Weekday(weekday, Direction::WeekOn), end + 1)),
        "last" if direction == Direction::Bare && closed(end + 1) => Some((Symbol::Weekday(weekday, Direction::Last), end + 1)),
        _ => Some((Symbol::Weekday(weekday, direction), end)),
    }
}

/// The week that stands behind a weekday and others joined to it: "Monday to Thursday next week", "Tuesday of last week".
fn week_behind(document: &Document, i: usize) -> Option<i32> {
    let mut at = i;
    for _ in 0..LISTED {
        let next = if document.is(at, ",") { at + 1 } else { at };
        let next = if document.is_any(next, words!["and", "or", "to", "until", "through", "-", "–"]) { next + 1 } else { next };
        match parts::weekday(document, if document.is(next, "on") { next + 1 } else { next }).filter(|_| next > at) {
            Some((_, end)) => at = end,
            None => break,
        }
    }
    let at = if document.is(at, "of") { at + 1 } else { at };
    let away = match document.word(at) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    document.is(at + 1, "week").then_some(away)
}

/// So many weekdays may be listed before their week.
const LISTED: usize = 5;

/// "a week on Tuesday", "a week from Friday".
fn week_on(document: &Document, i: usize) -> Option<Match> {
    let led = document.is_phrase(i, &["a", "week", "on"]) || document.is_phrase(i, &["a", "week", "from"]);
    let (weekday, end) = parts::weekday(document, i + 3).filter(|_| led)?;
    Some(Match::new(i..end, Symbol::Weekday(weekday, Direction::WeekOn)))
}

fn weekday(document: &Document, i: usize) -> Option<Match> {
    if let Some(read) = week_on(document, i) {
        return Some(read);
    }
    let (symbol, end) = weekday_symbol(document, i)?;
    if is_named_after_weekday(document, i, end) {
        return None;
    }
    let (time, end) = trailing_part(document, end);
    Some(Match::new(i..end, symbol).at(time).doubted(if time.is_some() { 0.15 } else { 0.0 }))
}

/// What stands behind a weekday in the name of a newspaper or a place, folded.
static PAPERS: Words = Words::new(&[
    "times",
    "post",
    "herald",
    "telegraph",
    "mail",
    "mirror",
    "express",
    "tribune",
    "independent",
    "star",
    "world",
    "sun",
    "harbor",
    "harbour",
    "island",
    "club",
    "group",
    "school",
]);

/// "Black Friday", "Joe Friday", "Good Friday", "Friday Inc.": a name that holds the weekday.
fn is_named_after_weekday(document: &Document, i: usize, end: usize) -> bool {
    let site = document.is(end, ".") && document.is_glued(end) && document.is_glued(end + 1);
    let paper = document.is_any(end, &PAPERS) && document.is_capitalized(end);
    document.is_any(end, &["inc", "inc.", "corp."])
        || site
        || paper
        || parts::is_street(document, end)
        || i.checked_sub(1).is_some_and(|before| {
            document.is_any(
                before,
                words![
                    "black", "good", "ash", "palm", "easter", "bloody", "super", "cyber", "joe", "ruby", "maundy", "fat", "casual", "whit",
                    "giving",
                ],
            ) && document.is_capitalized(before)
        })
}

fn today(document: &Document, i: usize) -> Option<Match> {
    let (symbol, time, end) = today_symbol(document, i)?;
    let named =
        document.is_capitalized(i) && document.is(i, "today") && i.checked_sub(1).is_some_and(|before| document.is_capitalized(before));
    let doubt = match document.word(i) {
        "overnight" => 0.3,
        "tonight" => 0.15,
        "tomorrow" => 0.1,
        "today" => 0.06,
        _ => 0.0,
    };
    (!named).then(|| Match::new(i..end, symbol).at(time).doubted(doubt))
}

/// What "today" and its like say, and the part of the day behind them.
pub fn today_symbol(document: &Document, i: usize) -> Option<(Symbol, Option<TimeOfDay>, usize)> {
    let day = |count| Symbol::Shift(Unit::Day, count, Base::Published);
    match document.word(i) {
        "tonight" => return Some((day(0), Some(TimeOfDay::Part(Part::Night)), i + 1)),
        "overnight" => {
            return Some((day(0), Some(TimeOfDay::Part(Part::Night)), i + 1))
                .filter(|_| !document.has(i + 1, crate::lexicon::Classes::EVENT_NOUN));
        }
        "last" if document.is(i + 1, "night") => return Some((day(-1), Some(TimeOfDay::Part(Part::Night)), i + 2)),
        "this" if document.is_any(i + 1, &["very"]) => return None,
        "this" => {
            let (part, end) = parts::part(document, i + 1)?;
            return Some((day(0), Some(TimeOfDay::Part(part)), end));
        }
        "the" if document.is_phrase(i + 1, &["day", "before", "yesterday"]) => return Some((day(-2), None, i + 4)),
        "the" if document.is_phrase(i + 1, &["day", "after", "tomorrow"]) => return Some((day(2), None, i + 4)),
        _ => {}
    }
    let count = match document.word(i) {
        "today" => 0,
        "yesterday" => -1,
        "tomorrow" => 1,
        _ => return None,
    };
    let (time, end) = trailing_part(document, i + 1);
    Some((day(count), time, end))
}

/// "the day after", "the day before" at the end of their clause.
fn day_beside(document: &Document, i: usize) -> Option<i32> {
    let closed = document.is_any(i + 3, words![",", ".", ";", ")", "!", "?"]);
    match document.word(i + 2) {
        "after" if document.is_phrase(i, &["the", "day"]) && closed => Some(1),
        "before" if document.is_phrase(i, &["the", "day"]) && closed => Some(-1),
        _ => None,
    }
}

fn part_of_day(document: &Document, i: usize) -> Option<Match> {
    let (part, at) = parts::part(document, i + 1).filter(|_| document.is(i, "the"))?;
    let numbered = || dates::numbered_day(document, at + 1);
    let (symbol, end) = document.is(at, "of").then(|| clocks::day(document, at + 1).or_else(numbered)).flatten()?;
    Some(Match::new(i..end, symbol).at(Some(TimeOfDay::Part(part))))
}

fn next_day(document: &Document, i: usize) -> Option<Match> {
    if let Some(count) = day_beside(document, i) {
        return Some(Match::new(i..i + 3, Symbol::Shift(Unit::Day, count, Base::Told)));
    }
    let that = document.is_any(i, &["that", "this"]);
    let (count, at) = match document.word(i + 1) {
        "next" | "following" if document.is(i, "the") => (1, i + 2),
        "previous" | "preceding" if document.is(i, "the") => (-1, i + 2),
        "same" if that || document.is(i, "the") => (0, i + 2),
        _ if document.is(i, "that") => (0, i + 1),
        _ => return None,
    };
    let symbol = Symbol::Shift(Unit::Day, count, Base::Told);
    if document.is(at, "day") {
        return Some(Match::new(i..at + 1, symbol));
    }
    let (part, end) = parts::part(document, at)?;
    Some(Match::new(i..end, symbol).at(Some(TimeOfDay::Part(part))))
}
