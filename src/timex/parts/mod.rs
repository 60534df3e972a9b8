//! Readers for the parts of time expressions: each reads one part at a token and says where it ends.

mod count;
mod year;

use super::calendar::{Half, Season, Unit};
use super::symbol::{Direction, Part};
use crate::lexicon::Classes;
use crate::text::{Case, Document, TokenKind, words};
use chrono::Weekday;

pub use count::count;
pub use year::{any_year, era_year, season_end, short_year, year, year_in_words};

/// What was read, and the token behind it.
pub type Read<T> = Option<(T, usize)>;

/// Whether the token at `i` is a hyphen or dash between two words without spaces.
pub fn hyphen(document: &Document, i: usize) -> bool {
    document.is_any(i, words!["-", "–", "‑", "‐", "--"]) && document.is_glued(i) && document.is_glued(i + 1)
}

/// The token behind an optional hyphen at `i`.
pub fn after_hyphen(document: &Document, i: usize) -> usize {
    if hyphen(document, i) { i + 1 } else { i }
}

/// Whole digits without signs between them.
pub fn digits(document: &Document, i: usize) -> Option<u32> {
    if document.kind(i) != Some(TokenKind::Number) {
        return None;
    }
    let text = document.text_of(i);
    if text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

/// Digits and what is glued behind them: "1990s", "30pm", "5th".
pub fn digits_with_tail<'d>(document: &'d Document, i: usize) -> Option<(u32, &'d str)> {
    if document.kind(i) != Some(TokenKind::Word) {
        return None;
    }
    let word = document.word(i);
    let count = word.bytes().take_while(u8::is_ascii_digit).count();
    (count > 0 && count <= 9).then(|| Some((word.get(..count)?.parse().ok()?, word.get(count..)?))).flatten()
}

/// A unit of time; whether it stands in the plural.
pub fn unit(document: &Document, i: usize) -> Read<(Unit, bool)> {
    if !document.has(i, Classes::TIME_UNIT) {
        return None;
    }
    let word = document.word(i);
    let single = word.strip_suffix('s').unwrap_or(word);
    let unit = match single {
        "second" => Unit::Second,
        "minute" | "min" => Unit::Minute,
        "hour" | "hr" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "fortnight" => Unit::Fortnight,
        "weekend" => Unit::Weekend,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" | "yr" => Unit::Year,
        "decade" => Unit::Decade,
        "century" | "centurie" => Unit::Century,
        "millennium" | "millennia" => Unit::Millennium,
        _ => return None,
    };
    Some(((unit, word.ends_with('s') || word == "millennia"), i + 1))
}

/// A month's name. "May", "march" and "sun" are words too; only a capital makes a month of them.
pub fn month(document: &Document, i: usize) -> Read<u32> {
    if !document.has(i, Classes::MONTH) || document.token(i)?.case == Case::Lower {
        return None;
    }
    const NAMES: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let word = document.word(i);
    let month = NAMES.iter().position(|name| word.starts_with(name))? as u32 + 1;
    let stop = document.is(i + 1, ".") && document.is_glued(i + 1) && word.len() <= 4 && !document.is_glued(i + 2);
    Some((month, i + 1 + usize::from(stop && document.kind(i + 2) == Some(TokenKind::Number))))
}

/// Whether the month word at `i` is as often a name or a verb: "May", "March", "August", "Mar", "Jan".
pub fn is_doubtful_month(document: &Document, i: usize) -> bool {
    document.is_any(i, words!["may", "march", "august", "mar", "mar.", "jan", "april", "june", "dec", "sep"])
}

/// A weekday's name in the singular; whole, or shortened with a stop or beside a date.
pub fn weekday(document: &Document, i: usize) -> Read<Weekday> {
    let (weekday, end) = weekday_name(document, i)?;
    (!document.word(i).ends_with("days")).then_some((weekday, end))
}

/// A weekday's name in the plural.
pub fn weekdays(document: &Document, i: usize) -> Read<Weekday> {
    let (weekday, end) = weekday_name(document, i)?;
    document.word(i).ends_with("days").then_some((weekday, end))
}

fn weekday_name(document: &Document, i: usize) -> Read<Weekday> {
    if !document.has(i, Classes::WEEKDAY) || document.token(i)?.case == Case::Lower {
        return None;
    }
    let word = document.word(i);
    let weekday = match word.get(..3)? {
        "mon" => Weekday::Mon,
        "tue" => Weekday::Tue,
        "wed" => Weekday::Wed,
        "thu" => Weekday::Thu,
        "fri" => Weekday::Fri,
        "sat" => Weekday::Sat,
        "sun" => Weekday::Sun,
        _ => return None,
    };
    let whole = word.contains("day");
    let next = if document.is(i + 1, ",") { i + 2 } else { i + 1 };
    let beside = word.ends_with('.') || document.has(next, Classes::MONTH) || document.kind(next) == Some(TokenKind::Number);
    (whole || (beside && document.is_capitalized(i))).then_some((weekday, i + 1))
}

/// A day of a month in digits, with or without an ending, or in words: "5", "5th", "fifth".
pub fn day_number(document: &Document, i: usize) -> Read<u32> {
    let plain = digits(document, i).filter(|_| document.text_of(i).len() <= 2);
    let ending = || digits_with_tail(document, i).filter(|(_, tail)| matches!(*tail, "st" | "nd" | "rd" | "th")).map(|(day, _)| day);
    let day = plain.or_else(ending)?;
    (1..=31).contains(&day).then_some((day, i + 1))
}

/// A day of a month with an ordinal ending or in words: "5th", "fifth", "twenty-first".
pub fn ordinal_day(document: &Document, i: usize) -> Read<u32> {
    if document.kind(i) == Some(TokenKind::Number) {
        return None;
    }
    day_number(document, i).or_else(|| {
        let tens = if document.is(i, "twenty") {
            20
        } else if document.is(i, "thirty") {
            30
        } else {
            0
        };
        let at = if tens > 0 { after_hyphen(document, i + 1) } else { i };
        let (ones, end) = ordinal_word(document, at)?;
        let day = tens + ones;
        ((tens == 0 || ones < 10) && day <= 31).then_some((day, end))
    })
}

/// An ordinal number in words.
pub fn ordinal_word(document: &Document, i: usize) -> Read<u32> {
    if !document.has(i, Classes::ORDINAL_WORD) {
        return None;
    }
    const WORDS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    let word = document.word(i);
    let number = if word == "thirtieth" { 30 } else { WORDS.iter().position(|name| *name == word)? as u32 + 1 };
    Some((number, i + 1))
}

/// An ordinal number in words or digits.
pub fn ordinal(document: &Document, i: usize) -> Read<u32> {
    let ending = || digits_with_tail(document, i).filter(|(_, tail)| matches!(*tail, "st" | "nd" | "rd" | "th"));
    ordinal_word(document, i).or_else(|| ending().map(|(number, _)| (number, i + 1)))
}

/// "14-7": a result.
pub fn is_score(document: &Document, i: usize) -> bool {
    digits(document, i).is_some_and(|points| points < 200)
        && hyphen(document, i + 1)
        && digits(document, i + 2).is_some_and(|points| points < 200)
}

/// Whether the word at `i` is a plural noun that a number before it would count.
pub fn is_counted(document: &Document, i: usize) -> bool {
    let word = document.word(i);
    document.is(i, "people")
        || document.kind(i) == Some(TokenKind::Word)
            && !document.is_capitalized(i)
            && word.len() > 3
            && word.ends_with('s')
            && !document.has(i, Classes::PREPOSITION | Classes::STARTER | Classes::AUXILIARY | Classes::MODAL)
            && !document.is_any(
                i,
                words!["was", "elections", "games", "sales", "earnings", "results", "levels", "profits", "revenues", "talks", "finals"],
            )
}

/// Whether the word at `i` makes an address of what stands before: "Street", "Road".
pub fn is_street(document: &Document, i: usize) -> bool {
    document.is_capitalized(i)
        && document.is_any(
            i,
            words![
                "street",
                "st.",
                "road",
                "rd.",
                "avenue",
                "ave.",
                "lane",
                "drive",
                "square",
                "boulevard",
                "place",
                "terrace",
                "court",
                "way"
            ],
        )
}

/// Whether the digits at `i` stand in a row of numbers, as in a telephone number, or number a house or a box.
fn is_in_row(document: &Document, i: usize) -> bool {
    let number = |k: Option<usize>| k.is_some_and(|k| document.kind(k) == Some(TokenKind::Number));
    let box_number =
        i.checked_sub(1).is_some_and(|b| document.is_any(b, words!["box", "suite", "apartment", "apt.", "unit", "channel", "extension"]));
    number(i.checked_sub(1)) && number(i.checked_sub(2))
        || box_number
        || (1..=2).any(|k| document.is_capitalized(i + 1) && is_street(document, i + 1 + k))
}

/// Whether the digits at `i` belong to a price, a number, a time or an address.
pub fn is_part_of_number(document: &Document, i: usize) -> bool {
    let before = i.checked_sub(1);
    let glued_before = document.is_glued(i)
        && before.is_some_and(|b| {
            document.is_any(b, words!["$", "£", "€", "¥", "#", "/", ":", "+", "=", "."]) || document.kind(b) == Some(TokenKind::Word)
        });
    let currency = before.is_some_and(|b| document.is_any(b, words!["$", "£", "€", "¥", "#", "no.", "no", "number", "nos."]));
    let glued_after = document.is_glued(i + 1)
        && (document.is_any(i + 1, words!["%", "/", "°", "+", "="]) || document.is(i + 1, ":") && document.is_glued(i + 2));
    let after = document.is_any(
        i + 1,
        words![
            "percent",
            "per",
            "million",
            "billion",
            "trillion",
            "dollars",
            "euros",
            "pounds",
            "meters",
            "metres",
            "feet",
            "miles",
            "km",
            "kilometers",
            "kilometres",
            "points",
            "votes",
            "%",
        ],
    );
    glued_before || currency || glued_after || after || is_in_row(document, i)
}

/// "first", "second" as the half of a year.
pub fn half(ordinal: u32) -> Option<Half> {
    match ordinal {
        1 => Some(Half::First),
        2 => Some(Half::Second),
        _ => None,
    }
}

/// A season's name.
pub fn season(document: &Document, i: usize) -> Read<Season> {
    Some((Season::of_word(document.word(i))?, i + 1))
}

/// A part of the day.
pub fn part(document: &Document, i: usize) -> Read<Part> {
    let part = match document.word(i) {
        "morning" => Part::Morning,
        "afternoon" => Part::Afternoon,
        "evening" => Part::Evening,
        "night" => Part::Night,
        _ => return None,
    };
    Some((part, i + 1))
}

/// "last", "this", "next" with "past" and "coming", after "the" where that goes.
pub fn direction(document: &Document, i: usize) -> Read<Direction> {
    match document.word(i) {
        "last" => Some((Direction::Last, i + 1)),
        "this" if document.is_any(i + 1, &["past", "last"]) => Some((Direction::Last, i + 2)),
        "this" if document.is_any(i + 1, &["coming", "next"]) => Some((Direction::Next, i + 2)),
        "this" => Some((Direction::This, i + 1)),
        "that" if month(document, i + 1).is_some() || season(document, i + 1).is_some() => Some((Direction::Following, i + 1)),
        "next" | "coming" => Some((Direction::Next, i + 1)),
        "the" if document.is(i + 1, "coming") => Some((Direction::Next, i + 2)),
        "the" if document.is_any(i + 1, &["next", "following"]) => Some((Direction::Following, i + 2)),
        "the" if document.is_any(i + 1, &["previous", "preceding"]) => Some((Direction::Preceding, i + 2)),
        "past" => Some((Direction::Last, i + 1)),
        _ => None,
    }
}
