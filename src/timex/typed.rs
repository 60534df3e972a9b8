//! What a reader types for a date, as a value: "14 February 1999" is "1999-02-14".
//!
//! This is for one short line that means a date and nothing else, so it needs no document and no rules: what is not wholly a date
//! is refused. Nothing is counted from another day, and nothing is guessed: no year is completed, no impossible day is mended.

use super::calendar::{Point, Season, Unit};
use super::words::{Order, PARTS_OF_DAY, PARTS_OF_YEAR, month, weekday};
use chrono::{NaiveDate, Weekday};

/// A line longer than this is no date.
const LONGEST: usize = 120;

/// Words between the ends of a stretch, as they stand in a folded line.
const BETWEEN: [&str; 7] = [" to ", " until ", " till ", " through ", "–", " - ", "/"];

/// The value that the reader's words mean, as [`Point::of_value`] reads it; a stretch as two such values with a slash between, the
/// first not after the last. `None` where they are no date.
///
/// Values themselves are read as they are. Numbers alone are read in the reader's `order`, unless only the other one gives a day.
/// Years have four digits. A weekday may stand in front and is not compared with the day. Of a stretch, what the ends share may
/// stand once: "3 to 5 March 2021", "March 3–5, 2021".
pub fn value(words: &str, order: Order) -> Option<String> {
    if words.len() > LONGEST {
        return None;
    }
    let line = folded(words);
    let line = line.strip_prefix("the ").unwrap_or(&line);
    if let Some(days) = line.strip_prefix("weekend of ") {
        let days = value(days, order)?;
        let day = Point::of_value(days.split('/').next()?)?;
        return matches!(day, Point::Day(_)).then(|| around(day, Unit::Weekend))?;
    }
    date(line, order).or_else(|| winter(line)).or_else(|| stretch(line, order))
}

/// A value in words for the field in which it can be changed: those that [`value`] reads back; the value itself where there are none.
pub fn shown(value: &str, order: Order) -> String {
    let words = match value.split_once('/') {
        Some((first, last)) => format!("{} to {}", one_shown(first, order), one_shown(last, order)),
        None => one_shown(value, order),
    };
    let reads_back = self::value(&words, order).is_some_and(|read| read == value);
    if reads_back { words } else { value.to_owned() }
}

fn one_shown(value: &str, order: Order) -> String {
    let Some(Point::Day(day)) = Point::of_value(value) else { return order.line(value, None) };
    let Some((_, time)) = value.split_once('T') else { return order.date(day) };
    let part = PARTS_OF_DAY.iter().find(|(code, _)| *code == time).map(|(_, words)| *words);
    format!("{}, {}", order.date(day), part.unwrap_or(time))
}

/// The line in small letters, with one space between words, one sign for each kind of hyphen and dash, and no commas.
fn folded(words: &str) -> String {
    let signs = words.chars().map(|sign| match sign {
        '\u{2010}' | '\u{2011}' => '-',
        '‒' | '—' | '―' | '−' => '–',
        ',' => ' ',
        sign => sign,
    });
    signs.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// One date: a value, or the words for one.
fn date(line: &str, order: Order) -> Option<String> {
    written(line).or_else(|| said(line, order))
}

/// A value as it is; of a time of day, hours and minutes.
fn written(line: &str) -> Option<String> {
    let value = line.to_ascii_uppercase();
    let point = Point::of_value(&value).filter(|point| !matches!(point, Point::Decade(_)))?;
    let Some((day, own)) = value.split_once('T') else { return Some(value) };
    let time = PARTS_OF_DAY.iter().find(|(code, _)| *code == own).map(|(code, _)| (*code).to_owned());
    let time = time.or_else(|| clock(own.get(..5).unwrap_or(own)))?;
    matches!(point, Point::Day(_)).then(|| format!("{day}T{time}"))
}

/// The words for one date.
fn said(line: &str, order: Order) -> Option<String> {
    let is_torn = ["..", "--", "//", " - ", "–"].iter().any(|sign| line.contains(sign));
    if is_torn || line.starts_with(['.', '-', '/']) || line.ends_with(['-', '/']) {
        return None;
    }
    if let Some(month) = month_in_digits(line) {
        return value_of(month);
    }
    let line = line.replace(['.', '-', '/'], " ");
    let words = line.split_whitespace().filter(|word| !matches!(*word, "of" | "the")).collect::<Vec<_>>();
    match *words {
        ["in" | "on", ref words @ ..] => named(words, order),
        ["week", ref day @ ..] => around(calendar(day, order)?, Unit::Week),
        _ => named(&words, order),
    }
}

/// A stretch of the calendar, or a day with its weekday in front or a time of day behind it.
fn named(words: &[&str], order: Order) -> Option<String> {
    if let Some(point) = calendar(words, order) {
        return value_of(point);
    }
    let words = words.split_first().filter(|(first, _)| is_weekday(first)).map_or(words, |(_, rest)| rest);
    let timed = words.split_last().and_then(|(last, day)| Some((day, format!("T{}", time(last)?))));
    let (day, time) = timed.unwrap_or((words, String::new()));
    let day = calendar(day, order).filter(|point| matches!(point, Point::Day(_)))?;
    Some(value_of(day)? + &time)
}

/// The value of a stretch of the calendar, where it leads back to it.
fn value_of(point: Point) -> Option<String> {
    let value = point.value();
    Point::of_value(&value).map(|_| value)
}

/// The value of the week or the weekend of a day.
fn around(day: Point, unit: Unit) -> Option<String> {
    if let Point::Day(day) = day { value_of(Point::around(day, unit)) } else { None }
}

/// The stretch of the calendar that the words name and do nothing else.
fn calendar(words: &[&str], order: Order) -> Option<Point> {
    match *words {
        [word] => year(word).map(Point::Year).or_else(|| decade(word)),
        [first, second] => part(&[first], second).or_else(|| part(&[second], first)),
        [first, second, third] => day(words, order).or_else(|| part(&[first, second], third)).or_else(|| part(&[second, third], first)),
        _ => None,
    }
}

/// A part of a year: "February", "spring", "Q3", "third quarter".
fn part(words: &[&str], of: &str) -> Option<Point> {
    let year = year(of)?;
    if let [word] = words
        && let Some(month) = month_of(word)
    {
        return Some(Point::Month(year, month));
    }
    let name = match *words {
        [word] => Season::of_word(word).map_or_else(|| word.to_uppercase(), |season| season.code().to_owned()),
        [number, unit] => match (numbered(number), unit) {
            (Some(number), "quarter") => format!("Q{number}"),
            (Some(number), "half") => format!("H{number}"),
            _ => words.join(" "),
        },
        _ => return None,
    };
    let is_named = |words: &str| words.strip_suffix(" of").unwrap_or(words) == name;
    let code = PARTS_OF_YEAR.iter().find(|(code, words)| *code == name || is_named(words)).map(|(code, _)| *code)?;
    Point::of_value(&format!("{of}-{code}"))
}

/// A month and its year in digits: "02/1999".
fn month_in_digits(line: &str) -> Option<Point> {
    let (month, of) = line.split_once(['/', '.', '-'])?;
    Some(Point::Month(year(of)?, digits(month).filter(|month| (1..=12).contains(month))?))
}

/// A day: its number, its month and its year in any usual order.
fn day(words: &[&str], order: Order) -> Option<Point> {
    let [first, second, third] = *words else { return None };
    let day = |of: &str, month: Option<u32>, number: Option<u32>| NaiveDate::from_ymd_opt(year(of)?, month?, number?);
    let named = day(third, month_of(second), number(first))
        .or_else(|| day(third, month_of(first), number(second)))
        .or_else(|| day(first, month_of(second), number(third)))
        .or_else(|| day(first, digits(second), digits(third)));
    let in_digits = || {
        let day_first = day(third, digits(second), digits(first));
        let month_first = day(third, digits(first), digits(second));
        if order == Order::DayFirst { day_first.or(month_first) } else { month_first.or(day_first) }
    };
    named.or_else(in_digits).map(Point::Day)
}

/// The winter of two years, which belongs to the first: "winter 1999/2000".
fn winter(line: &str) -> Option<String> {
    let (first, last) = line.strip_prefix("winter ")?.split_once(['/', '-', '–'])?;
    let first = year(first.strip_prefix("of ").unwrap_or(first).trim())?;
    (year(last.trim())? == first + 1).then(|| value_of(Point::Season(first, Season::Winter)))?
}

/// Two dates and what lies between.
fn stretch(line: &str, order: Order) -> Option<String> {
    if let Some(ends) = line.strip_prefix("between ") {
        return ends.split_once(" and ").and_then(|(first, last)| ends_of(first, last, order));
    }
    let line = line.strip_prefix("from ").unwrap_or(line);
    BETWEEN.into_iter().chain(["-"]).find_map(|sign| {
        let (first, last) = line.split_once(sign).filter(|(_, last)| !last.contains(sign))?;
        ends_of(first.trim(), last.trim(), order)
    })
}

/// The stretch between two ends. Where one is no date without what the other says, it gets that: the last the month in front of the
/// first ("March 3–5, 2021"), the first what stands at the end of the last ("3 to 5 March 2021"). Days are not shared.
fn ends_of(first: &str, last: &str, order: Order) -> Option<String> {
    if first.is_empty() || last.is_empty() {
        return None;
    }
    let shared = |words: &&str| !words.is_empty() && words.split(' ').all(|word| number(word).is_none());
    let heads = || first.match_indices(' ').filter_map(|(at, _)| first.get(..at)).chain([first]).filter(shared);
    let tails = || [last].into_iter().chain(last.match_indices(' ').filter_map(|(at, _)| last.get(at + 1..))).filter(shared);
    let end = date(last, order).or_else(|| heads().find_map(|head| date(&format!("{head} {last}"), order)))?;
    let completed = |tail: &str| date(&format!("{first} {tail}"), order).filter(|start| size(start) == size(&end));
    let start = date(first, order).or_else(|| tails().find_map(completed))?;
    let (earliest, latest) = (Point::of_value(&start)?.interval()?.earliest, Point::of_value(&end)?.interval()?.latest);
    (earliest <= latest).then(|| format!("{start}/{end}"))
}

/// Of what size a value is: two days are of one size.
fn size(value: &str) -> Option<std::mem::Discriminant<Point>> {
    Point::of_value(value).as_ref().map(std::mem::discriminant)
}

/// A time of day as a value writes it behind its "T": "MO" of "morning", "09:30" of "9:30".
fn time(word: &str) -> Option<String> {
    let part = PARTS_OF_DAY.iter().find(|(_, words)| *words == word).map(|(code, _)| (*code).to_owned());
    part.or_else(|| clock(word))
}

fn clock(word: &str) -> Option<String> {
    let (hours, minutes) = word.split_once(':')?;
    let (hour, minute) = (digits(hours)?, digits(minutes).filter(|_| minutes.len() == 2)?);
    let is_clock = hour < 24 && minute < 60 || (hour, minute) == (24, 0);
    is_clock.then(|| format!("{hour:02}:{minute:02}"))
}

/// A year in four digits.
fn year(word: &str) -> Option<i32> {
    (word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())).then(|| word.parse().ok())?
}

/// "1990s", "1990’s".
fn decade(word: &str) -> Option<Point> {
    let years = word.strip_suffix('s')?;
    let year = year(years.strip_suffix(['\'', '’']).unwrap_or(years))?;
    (year % 10 == 0).then_some(Point::Decade(year))
}

/// One or two digits.
fn digits(word: &str) -> Option<u32> {
    (matches!(word.len(), 1 | 2) && word.bytes().all(|byte| byte.is_ascii_digit())).then(|| word.parse().ok())?
}

/// One or two digits with an ordinal ending: "14th".
fn numbered(word: &str) -> Option<u32> {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| digits(word.strip_suffix(ending)?))
}

/// The number of a day: "14", "14th".
fn number(word: &str) -> Option<u32> {
    digits(word).or_else(|| numbered(word))
}

/// A month by its name or by the first letters of it.
fn month_of(word: &str) -> Option<u32> {
    (1..=12).find(|number| begins(month(*number), word))
}

fn is_weekday(word: &str) -> bool {
    (0..7).filter_map(|number| Weekday::try_from(number).ok()).any(|day| begins(weekday(day), word))
}

/// Whether a folded word is a name, or three letters or more of its beginning.
fn begins(name: &str, word: &str) -> bool {
    word.len() >= 3 && name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests;
