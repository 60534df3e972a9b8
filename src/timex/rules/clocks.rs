//! Times of the clock: "2:30 p.m.", "14:30", "noon", alone or with a day on either side.

use super::days;
use super::{Gate, Rule};
use crate::finding::examples;
use crate::lexicon::Classes;
use crate::text::{Document, TokenKind, words};
use crate::timex::TimexType;
use crate::timex::calendar::Unit;
use crate::timex::parts::{self, Read};
use crate::timex::rules::dates;
use crate::timex::symbol::{Base, Match, Part, Symbol, TimeOfDay};

/// Rules for times of the clock.
pub const RULES: &[Rule] = &[
    Rule {
        name: "clock",
        about: "A time of the clock, on a day that stands beside it or that the sentence names.",
        gate: Gate::NUMBER.or(Gate::TIME).or(Gate::COUNT).or(Gate::UNIT).or(Gate::WORD),
        confidence: 0.56,
        read: clock,
        accepts: examples(&[
            ("The train left at 2:30 p.m. on time.", "2:30 p.m.", "2015-12-11T14:30"),
            ("Voting ends at 8 p.m. Tuesday.", "8 p.m. Tuesday", "2015-12-15T20:00"),
            ("The talks began at noon Thursday.", "noon Thursday", "2015-12-10T12:00"),
            ("The siren sounded at 14:05 in town.", "14:05", "2015-12-11T14:05"),
            ("The shop opens at 9am on Saturday.", "9am on Saturday", "2015-12-12T09:00"),
            ("The shop opens at 2.30pm.", "2.30pm", "2015-12-11T14:30"),
            ("The siren sounded at half past nine in town.", "half past nine", "2015-12-11T09:30"),
            ("The siren sounded at quarter to ten in town.", "quarter to ten", "2015-12-11T09:45"),
            ("It began at nine o'clock on Monday morning.", "nine o'clock on Monday morning", "2015-12-07T09:00"),
            ("The call came at 0315 GMT.", "0315 GMT", "2015-12-11T03:15"),
            ("They met from 8 a.m. to 10 a.m. on Monday.", "8 a.m.", "2015-12-07T08:00"),
        ]),
        rejects: examples(&[
            "The ratio was 14:5 at best.",
            "He ran it in 2:30.12 flat.",
            "They won 2:30 minutes later.",
            "Psalm 23:4 was read.",
            "A quarter to share.",
            "It took 1500 hours.",
        ]),
    },
    Rule {
        name: "day-clock",
        about: "A day and then a time of the clock.",
        gate: Gate::WEEKDAY.or(Gate::TIME).or(Gate::MONTH),
        confidence: 0.75,
        read: day_then_clock,
        accepts: examples(&[("The doors will open Tuesday at 7:30 p.m. in town.", "Tuesday at 7:30 p.m.", "2015-12-15T19:30")]),
        rejects: examples(&["The show on Tuesday at the hall was off."]),
    },
];

/// A time of the clock in digits or words.
pub fn clock_time(document: &Document, i: usize) -> Read<TimeOfDay> {
    match document.word(i) {
        "noon" | "midday" => return Some((TimeOfDay::Clock(12, 0), i + 1)),
        "midnight" => return Some((TimeOfDay::Clock(24, 0), i + 1)),
        _ => {}
    }
    if let Some((time, end)) = military(document, i) {
        return Some((time, end));
    }
    let (hour, minute, end, bare) = spoken_time(document, i).or_else(|| hour_and_minute(document, i))?;
    let (half, end) = match half_of_day(document, i, end) {
        Some((half, end)) => (Some(half), end),
        None if document.is(end, "o'clock") && (1..=12).contains(&hour) => (None, end + 1),
        None if bare => return None,
        None => (None, end),
    };
    let hour = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(Half::Before) => hour % 12,
        Some(Half::After) => hour % 12 + 12,
        None => hour,
    };
    Some((TimeOfDay::Clock(hour, minute), zone_end(document, end)))
}

enum Half {
    Before,
    After,
}

/// "half past nine", "quarter to ten", "ten past four": the hour, the minute, the token behind, and that more was said than the hour.
fn spoken_time(document: &Document, i: usize) -> Option<(u32, u32, usize, bool)> {
    let spoken = |k: usize| {
        parts::count(document, k).filter(|_| document.has(k, Classes::NUMBER_WORD))?.0.as_whole().and_then(|n| u32::try_from(n).ok())
    };
    let led = i
        .checked_sub(1)
        .is_some_and(|b| document.is_any(b, words!["at", "by", "until", "around", "about", "before", "after", "from", "till", "a"]));
    let (minutes, at) = match document.word(i) {
        "half" => (30, i + 1),
        "quarter" => (15, i + 1),
        _ => (spoken(i).filter(|minutes| (1..30).contains(minutes))?, if document.is(i + 1, "minutes") { i + 2 } else { i + 1 }),
    };
    let past = document.is(at, "past");
    let hour = spoken(at + 1).or_else(|| parts::digits(document, at + 1)).filter(|hour| (1..=12).contains(hour))?;
    if !led || !(past || document.is(at, "to") && minutes < 30) {
        return None;
    }
    let (hour, minute) = if past { (hour, minutes) } else { ((hour + 10) % 12 + 1, 60 - minutes) };
    Some((hour, minute, at + 2, false))
}

/// "0735 GMT", "1430hrs", "at 1430 hours".
fn military(document: &Document, i: usize) -> Read<TimeOfDay> {
    let hours = |i: usize| {
        document.is_any(i, &["hrs", "hours"]) && i.checked_sub(2).is_some_and(|b| document.is_any(b, &["at", "by", "from", "until"]))
    };
    let (number, end) = match parts::digits_with_tail(document, i) {
        Some((number, "hrs" | "h" | "z")) => (number, i + 1),
        _ => (parts::digits(document, i)?, i + 1),
    };
    let wide = document.text_of(i).bytes().take_while(u8::is_ascii_digit).count() == 4;
    let known = document.kind(i) == Some(TokenKind::Word) || is_zone(document, end) || hours(end);
    let (hour, minute) = (number / 100, number % 100);
    let end = if hours(end) { end + 1 } else { zone_end(document, end) };
    (wide && known && hour < 24 && minute < 60).then_some((TimeOfDay::Clock(hour, minute), end))
}

/// The hour, the minute, the token behind them, and whether nothing but the hour was said.
fn hour_and_minute(document: &Document, i: usize) -> Option<(u32, u32, usize, bool)> {
    if let Some((hour, "am" | "pm")) = parts::digits_with_tail(document, i) {
        return Some((hour, 0, i, true));
    }
    let spoken = || parts::count(document, i).filter(|_| document.has(i, Classes::NUMBER_WORD))?.0.as_whole();
    let hour = match parts::digits(document, i) {
        Some(hour) => hour,
        None => decimal_time(document, i).map(|(hour, _)| hour).or_else(|| spoken().and_then(|hour| u32::try_from(hour).ok()))?,
    };
    if let Some((hour, minute)) = decimal_time(document, i) {
        return Some((hour, minute, i + 1, true));
    }
    if document.is(i + 1, ":") && document.is_glued(i + 1) && document.is_glued(i + 2) && !document.is_glued(i) {
        let tail = parts::digits_with_tail(document, i + 2).filter(|(_, tail)| matches!(*tail, "am" | "pm" | "hrs"));
        let minute = parts::digits(document, i + 2).or(tail.map(|(minute, _)| minute))?;
        let width = document.text_of(i + 2).bytes().take_while(u8::is_ascii_digit).count();
        let clean = width == 2
            && minute < 60
            && hour <= 24
            && !(document.is_glued(i + 3) && document.is_any(i + 3, &[":", ".", "/", "-"]) && parts::digits(document, i + 4).is_some());
        let bare = !is_led_as_clock(document, i) && tail.is_none();
        let halved = tail.is_some_and(|(_, tail)| tail != "hrs");
        return clean.then_some((hour, minute, if halved { i + 2 } else { i + 3 }, bare));
    }
    (hour <= 12 && (1..).contains(&hour)).then_some((hour, 0, i + 1, true))
}

/// "2.30" with a half of the day behind it.
fn decimal_time(document: &Document, i: usize) -> Option<(u32, u32)> {
    let (hour, minute) = document.text_of(i).split_once('.')?;
    let minute = minute.strip_suffix("pm").or(minute.strip_suffix("am")).unwrap_or(minute);
    let (hour, minute): (u32, u32) = (hour.parse().ok()?, (minute.len() == 2).then(|| minute.parse().ok()).flatten()?);
    ((1..=12).contains(&hour) && minute < 60).then_some((hour, minute))
}

/// A time of 24 hours needs a word before it or a zone behind it: "at 14:30".
fn is_led_as_clock(document: &Document, i: usize) -> bool {
    let before = i.checked_sub(1).is_some_and(|b| {
        document.is_any(
            b,
            words!["at", "by", "until", "from", "before", "after", "around", "about", "since", "to", "between", "past", "the", "till"],
        )
    });
    // A live report: "18:42 The dam is holding".
    let opens_line = document.paragraphs.get(document.paragraph_of(i)).is_some_and(|paragraph| paragraph.tokens.start == i)
        && document.token(i + 3).is_some_and(|token| token.spaced && token.kind != TokenKind::Number);
    before || opens_line || is_zone(document, i + 3) || document.is_any(i + 3, &["local", "hrs", "hours"])
}

/// "p.m.", "pm", "o'clock in the evening", "in the morning".
fn half_of_day(document: &Document, start: usize, i: usize) -> Read<Half> {
    if let Some((hour, minute)) = document.text_of(start).split_once('.').filter(|_| document.kind(start) == Some(TokenKind::Word))
        && hour.bytes().all(|byte| byte.is_ascii_digit())
    {
        return match minute {
            minute if minute.ends_with("am") => Some((Half::Before, i)),
            minute if minute.ends_with("pm") => Some((Half::After, i)),
            _ => None,
        };
    }
    let glued = [start, i].into_iter().find_map(|k| parts::digits_with_tail(document, k));
    match (glued, document.word(i)) {
        (Some((_, "am")), _) => return Some((Half::Before, i + 1)),
        (Some((_, "pm")), _) => return Some((Half::After, i + 1)),
        (_, "am" | "a.m." | "a.m") => return Some((Half::Before, i + 1)),
        (_, "pm" | "p.m." | "p.m") => return Some((Half::After, i + 1)),
        (_, "a" | "p") if document.is(i + 1, ".") && document.is(i + 2, "m") => {
            return Some((if document.is(i, "a") { Half::Before } else { Half::After }, i + 3));
        }
        _ => {}
    }
    let at = if document.is(i, "o'clock") { i + 1 } else { i };
    match document.word(at + 2) {
        "morning" if document.is_phrase(at, &["in", "the"]) => Some((Half::Before, at + 3)),
        "afternoon" | "evening" if document.is_phrase(at, &["in", "the"]) => Some((Half::After, at + 3)),
        _ => None,
    }
}

fn is_zone(document: &Document, i: usize) -> bool {
    document.is_any(
        i,
        words![
            "gmt", "utc", "bst", "cet", "cest", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "ist", "jst", "msk", "et", "pt",
            "ct",
        ],
    ) && document.token(i).is_some_and(|token| token.case == crate::text::Case::Upper)
}

/// The token behind a zone: "GMT", "EST", "local time", "Eastern time".
fn zone_end(document: &Document, i: usize) -> usize {
    if is_zone(document, i) {
        return i + 1;
    }
    if document.is(i + 1, "time")
        && document.is_any(i, words!["local", "eastern", "pacific", "central", "mountain", "moscow", "london", "paris", "beijing"])
    {
        return i + 2;
    }
    i
}

/// A day beside a time: "Tuesday", "Dec. 9", "yesterday".
pub fn day(document: &Document, i: usize) -> Read<Symbol> {
    days::weekday_symbol(document, i)
        .or_else(|| days::today_symbol(document, i).filter(|(_, time, _)| time.is_none()).map(|(symbol, _, end)| (symbol, end)))
        .map_or_else(|| dates::day(document, i), Some)
        .map(|found| dates::day(document, i).filter(|date| date.1 > found.1).unwrap_or(found))
}

/// The day that stands behind a second time or behind brackets: "8 a.m. to 10 a.m. on Monday", "10:35 a.m. (0735 GMT) Friday".
fn shared_day(document: &Document, i: usize) -> Option<Symbol> {
    let behind = |at: usize| day(document, if document.is_any(at, &[",", "on"]) { at + 1 } else { at }).map(|(symbol, _)| symbol);
    if document.is(i, "(") {
        let close = (i + 1..i + 7).find(|k| document.is(*k, ")"))?;
        return behind(close + 1);
    }
    let joined = document.is_any(i, words!["to", "until", "and", "till", "through"])
        || parts::hyphen(document, i)
        || document.is_any(i, &["-", "–"]);
    let (_, end) = clock_time(document, i + 1).filter(|_| joined)?;
    behind(end)
}

fn clock(document: &Document, i: usize) -> Option<Match> {
    let counted =
        document.has(i, Classes::NUMBER_WORD) || document.kind(i) == Some(TokenKind::Number) || document.kind(i) == Some(TokenKind::Word);
    if !counted {
        return None;
    }
    if parts::is_part_of_number(document, i) && !document.is(i + 1, ":") {
        return None;
    }
    let (time, end) = clock_time(document, i)?;
    let at = if document.is_any(end, &[",", "on"]) { end + 1 } else { end };
    // A line ends with its time: "The ship docks at 6.30 a.m." and, below, "March 20: Members vote".
    let same_line = document.paragraph_of(at) == document.paragraph_of(i);
    if let Some((symbol, end)) = day(document, at).filter(|_| same_line) {
        let (part, end) = parts::part(document, end).map_or((None, end), |(part, end)| (Some(part), end));
        return Some(Match::new(i..end, symbol).at(Some(in_part(time, part))));
    }
    if let Some(symbol) = shared_day(document, end) {
        return Some(Match::new(i..end, symbol).at(Some(time)).doubted(0.1));
    }
    Some(Match::new(i..end, Symbol::Shift(Unit::Day, 0, Base::Nearby)).at(Some(time)).typed(TimexType::Time))
}

/// The time of the clock in a part of the day: nine o'clock in the evening is 21:00.
fn in_part(time: TimeOfDay, part: Option<Part>) -> TimeOfDay {
    match (time, part) {
        (TimeOfDay::Clock(hour @ 1..12, minute), Some(Part::Afternoon | Part::Evening)) => TimeOfDay::Clock(hour + 12, minute),
        (TimeOfDay::Clock(hour @ 6..12, minute), Some(Part::Night)) => TimeOfDay::Clock(hour + 12, minute),
        _ => time,
    }
}

fn day_then_clock(document: &Document, i: usize) -> Option<Match> {
    let (symbol, end) = day(document, i)?;
    let (part, end) = parts::part(document, end).map_or((None, end), |(part, end)| (Some(part), end));
    let at = if document.is(end, ",") { end + 1 } else { end };
    let (time, end) = clock_time(document, if document.is(at, "at") { at + 1 } else { at })?;
    Some(Match::new(i..end, symbol).at(Some(in_part(time, part))))
}
