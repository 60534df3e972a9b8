//! Dates in words that a reader knows: "Tuesday 15 December 2015".

mod edtf;
mod length;
mod open;

use crate::timex::{Interval, TimexType};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::fmt::Display;

/// A date in words for a narrow column: what stands large, and what stands small around it.
/// Read in order it is the date in one line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateWords {
    /// "Tuesday"; empty where the value is no day.
    pub before: String,
    /// "15 December", "winter 2015".
    pub main: String,
    /// "2015, 14:30"; empty where the large part says all.
    pub after: String,
}

/// In which order the parts of a date stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// "15 December 2015".
    #[default]
    DayFirst,
    /// "December 15, 2015".
    MonthFirst,
}

impl Order {
    /// The day in one line: "Tuesday 15 December 2015", "Tuesday, December 15, 2015".
    pub fn day(self, date: NaiveDate) -> String {
        let comma = if self == Self::MonthFirst { "," } else { "" };
        format!("{}{comma} {}", weekday(date.weekday()), self.date(date))
    }

    /// "15 December 2015", "December 15, 2015".
    pub(super) fn date(self, date: NaiveDate) -> String {
        let comma = if self == Self::MonthFirst { "," } else { "" };
        format!("{}{comma} {}", self.of_year(date.day(), month(date.month())), date.year())
    }

    /// "15 December", "December 15"; `day` may be a range.
    fn of_year(self, day: impl Display, month: &str) -> String {
        match self {
            Self::DayFirst => format!("{day} {month}"),
            Self::MonthFirst => format!("{month} {day}"),
        }
    }

    /// A TIMEX3 value of some type in one line: "P2W" is "2 weeks" as a length, and "every 2 weeks" as a time that comes again.
    pub fn typed(self, kind: TimexType, value: &str, interval: Option<Interval>) -> String {
        let again = if kind == TimexType::Set { length::every(value).or_else(|| open::every(self, value)) } else { None };
        again.unwrap_or_else(|| self.line(value, interval))
    }

    /// A TIMEX3 value in one line; `interval` speaks for values that have no words of their own.
    pub fn line(self, value: &str, interval: Option<Interval>) -> String {
        if let Some((date, time)) = full_day(value) {
            let time = time.map(|time| format!(", {}", time_of_day(time))).unwrap_or_default();
            return format!("{}{time}", self.day(date));
        }
        let words = self.stretch(value).or_else(|| vague(value));
        let words = words.or_else(|| interval.map(|interval| self.between(interval))).or_else(|| open::words(self, value));
        words.unwrap_or_else(|| value.to_owned())
    }

    /// A TIMEX3 value for a narrow column.
    pub fn column(self, value: &str, interval: Option<Interval>) -> DateWords {
        if let Some((date, time)) = full_day(value) {
            let time = time.map(|time| format!(", {}", time_of_day(time))).unwrap_or_default();
            return DateWords {
                before: weekday(date.weekday()).to_owned(),
                main: self.of_year(date.day(), month(date.month())),
                after: format!("{}{time}", date.year()),
            };
        }
        if let Some((year, number)) = year_and_month(value) {
            return DateWords { before: String::new(), main: month(number).to_owned(), after: year.to_string() };
        }
        DateWords { main: self.line(value, interval), ..DateWords::default() }
    }
}

/// The day in one line: "Tuesday 15 December 2015".
pub fn day(date: NaiveDate) -> String {
    Order::DayFirst.day(date)
}

/// A TIMEX3 value of some type in one line, the day first.
pub fn typed(kind: TimexType, value: &str, interval: Option<Interval>) -> String {
    Order::DayFirst.typed(kind, value, interval)
}

/// A TIMEX3 value in one line, the day first; `interval` speaks for values that have no words of their own.
pub fn line(value: &str, interval: Option<Interval>) -> String {
    Order::DayFirst.line(value, interval)
}

/// What the EDTF form adds to a value: the author's "about" and our own doubt.
pub fn hedge(edtf: &str) -> Option<&'static str> {
    match (edtf.contains('~'), edtf.contains('?'), edtf.contains('%')) {
        (_, _, true) | (true, true, _) => Some("about, and unsure"),
        (true, ..) => Some("about"),
        (_, true, _) => Some("unsure"),
        _ => None,
    }
}

/// The word before a date that bounds a stretch open at its other end; `planned` where what it bounds is still to come.
pub fn side(edtf: &str, planned: bool) -> Option<&'static str> {
    match (edtf.starts_with("../"), edtf.ends_with("/.."), planned) {
        (true, _, true) => Some("by"),
        (true, _, false) => Some("until"),
        (_, true, _) => Some("since"),
        _ => None,
    }
}

/// The `datetime` attribute of a value, where HTML knows such dates.
pub fn attribute(value: &str) -> Option<String> {
    if let Some((date, time)) = full_day(value) {
        let clock = time.filter(|time| time.len() >= 5 && time.starts_with(|c: char| c.is_ascii_digit()) && !time.starts_with("24"));
        return Some(clock.map_or_else(|| date.to_string(), |time| format!("{date}T{time}")));
    }
    let known = year_and_month(value).is_some() || year(value).is_some() || week(value).is_some_and(|(_, weekend)| !weekend);
    known.then(|| value.to_owned())
}

/// `YYYY-MM-DD`, with the time of day behind its "T".
fn full_day(value: &str) -> Option<(NaiveDate, Option<&str>)> {
    let (date, time) = value.split_once('T').map_or((value, None), |(date, time)| (date, Some(time)));
    let is_day = date.len() == 10 && date.is_ascii();
    Some((date.parse().ok().filter(|_| is_day)?, time))
}

fn year_and_month(value: &str) -> Option<(i32, u32)> {
    let (years, months) = value.split_once('-')?;
    let number = months.parse().ok().filter(|number| (1..=12).contains(number) && months.len() == 2)?;
    Some((year(years)?, number))
}

fn year(value: &str) -> Option<i32> {
    value.parse().ok().filter(|_| value.len() == 4 && value.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The Monday of a week, and whether only its weekend is meant.
fn week(value: &str) -> Option<(NaiveDate, bool)> {
    let (years, rest) = value.split_once("-W")?;
    let (number, weekend) = rest.strip_suffix("-WE").map_or((rest, false), |number| (number, true));
    Some((NaiveDate::from_isoywd_opt(year(years)?, number.parse().ok()?, Weekday::Mon)?, weekend))
}

impl Order {
    /// Values that name a stretch of the calendar longer than a day.
    fn stretch(self, value: &str) -> Option<String> {
        if let Some((year, number)) = year_and_month(value) {
            return Some(format!("{} {year}", month(number)));
        }
        if let Some(before) = value.strip_prefix("BC") {
            return self.before_christ(before);
        }
        if let Some((monday, weekend)) = week(value) {
            return Some(self.week_words(monday, weekend));
        }
        if let Some(year) = year(value) {
            return Some(year.to_string());
        }
        if !value.is_empty() && value.len() <= 3 && value.bytes().all(|byte| byte.is_ascii_digit()) {
            return decade_or_century(value);
        }
        let (years, part) = value.split_once('-')?;
        Some(format!("{} {}", part_of_year(part)?, year(years)?))
    }

    /// What stands behind "BC": a year, with or without a part of it, the tens of a decade or the hundreds of a century.
    fn before_christ(self, value: &str) -> Option<String> {
        let (years, part) = value.split_once('-').map_or((value, None), |(years, part)| (years, Some(part)));
        if let (2, None, Ok(hundreds)) = (years.len(), part, years.parse::<u32>()) {
            return Some(format!("{}{} century BC", hundreds + 1, ordinal_suffix(hundreds + 1)));
        }
        if let (3, None, Ok(tens)) = (years.len(), part, years.parse::<u32>()) {
            return Some(format!("{tens}0s BC"));
        }
        let year = year(years)?;
        let Some(part) = part else { return Some(format!("{year} BC")) };
        let part = part_of_year(part).map(str::to_owned).or_else(|| self.month_and_day(part))?;
        let comma = if part.ends_with(|c: char| c.is_ascii_digit()) { "," } else { "" };
        Some(format!("{part}{comma} {year} BC"))
    }

    /// "December" of "12", "25 December" of "12-25".
    fn month_and_day(self, value: &str) -> Option<String> {
        let (months, day) = value.split_once('-').map_or((value, None), |(months, day)| (months, Some(day)));
        let name = Some(month(two_digits(months)?)).filter(|name| !name.is_empty())?;
        match day {
            None => Some(name.to_owned()),
            Some(day) => Some(self.of_year(two_digits(day).filter(|day| (1..=31).contains(day))?, name)),
        }
    }

    fn week_words(self, monday: NaiveDate, weekend: bool) -> String {
        let days = |count| monday.checked_add_days(Days::new(count)).unwrap_or(monday);
        if weekend {
            return format!("weekend of {}", self.between(Interval { earliest: days(5), latest: days(6) }));
        }
        format!("week of {}", self.date(monday))
    }

    /// Two days and what lies between: "19–20 December 2015".
    fn between(self, interval: Interval) -> String {
        let (first, last) = (interval.earliest, interval.latest);
        if first == last {
            return self.day(first);
        }
        if first.year() != last.year() {
            format!("{} – {}", self.date(first), self.date(last))
        } else if first.month() != last.month() {
            format!("{} – {}", self.of_year(first.day(), month(first.month())), self.date(last))
        } else {
            let comma = if self == Self::MonthFirst { "," } else { "" };
            format!("{}{comma} {}", self.of_year(format!("{}–{}", first.day(), last.day()), month(last.month())), last.year())
        }
    }
}

fn two_digits(value: &str) -> Option<u32> {
    value.parse().ok().filter(|_| value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_digit()))
}

fn decade_or_century(value: &str) -> Option<String> {
    let number = value.parse::<u32>().ok()?;
    match value.len() {
        3 => Some(format!("{number}0s")),
        2 => Some(format!("{}{} century", number + 1, ordinal_suffix(number + 1))),
        _ => None,
    }
}

fn ordinal_suffix(number: u32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}

/// The parts of a year: as TIMEX3 writes them, and the words that stand before the year.
pub(super) const PARTS_OF_YEAR: [(&str, &str); 10] = [
    ("Q1", "first quarter of"),
    ("Q2", "second quarter of"),
    ("Q3", "third quarter of"),
    ("Q4", "fourth quarter of"),
    ("H1", "first half of"),
    ("H2", "second half of"),
    ("SP", "spring"),
    ("SU", "summer"),
    ("FA", "autumn"),
    ("WI", "winter"),
];

fn part_of_year(part: &str) -> Option<&'static str> {
    PARTS_OF_YEAR.iter().find(|(code, _)| *code == part).map(|(_, words)| *words)
}

fn vague(value: &str) -> Option<String> {
    match value {
        "PAST_REF" => Some("some time ago".to_owned()),
        "PRESENT_REF" => Some("now".to_owned()),
        "FUTURE_REF" => Some("some time later".to_owned()),
        _ => length::words(value),
    }
}

/// The parts of a day: as TIMEX3 writes them behind the "T", and in words.
pub(super) const PARTS_OF_DAY: [(&str, &str); 6] =
    [("MO", "morning"), ("MI", "midday"), ("AF", "afternoon"), ("EV", "evening"), ("NI", "night"), ("DT", "daytime")];

pub(super) fn time_of_day(time: &str) -> String {
    let part = PARTS_OF_DAY.iter().find(|(code, _)| *code == time).map(|(_, words)| *words);
    part.unwrap_or(if time == "24:00" { "midnight (24:00)" } else { time }).to_owned()
}

/// The name of a weekday.
pub fn weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// The name of a month, from 1 on; empty where there is none.
pub(super) fn month(number: u32) -> &'static str {
    const MONTHS: [&str; 12] =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    usize::try_from(number).ok().and_then(|number| MONTHS.get(number.checked_sub(1)?)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_said_in_words() {
        for (value, words) in [
            ("2015-12-15", "Tuesday 15 December 2015"),
            ("2015-12-15T14:30", "Tuesday 15 December 2015, 14:30"),
            ("2015-12-15TMO", "Tuesday 15 December 2015, morning"),
            ("2015-12", "December 2015"),
            ("2015-W51", "week of 14 December 2015"),
            ("2015-W51-WE", "weekend of 19–20 December 2015"),
            ("2015-Q4", "fourth quarter of 2015"),
            ("2015-SU", "summer 2015"),
            ("2015", "2015"),
            ("199", "1990s"),
            ("20", "21st century"),
            ("P3D", "3 days"),
            ("P1Y", "1 year"),
            ("PXY", "some years"),
            ("PT2H", "2 hours"),
            ("PAST_REF", "some time ago"),
            ("P2Q", "2 quarters"),
            ("P2Y6M", "2 years 6 months"),
            ("PT1H30M", "1 hour 30 minutes"),
            ("P1DT12H", "1 day 12 hours"),
            ("P2.5W", "2.5 weeks"),
            ("PXCE", "some centuries"),
            ("P", "P"),
            ("P3", "P3"),
            ("PTD", "PTD"),
            ("BC0480", "480 BC"),
            ("BC0044-03", "March 44 BC"),
            ("BC0044-03-15", "15 March 44 BC"),
            ("BC048", "480s BC"),
            ("BC04", "5th century BC"),
            ("2015-12-15T24:00", "Tuesday 15 December 2015, midnight (24:00)"),
            ("XXXX-WXX-5", "a Friday"),
            ("XXXX-WXX-5TNI", "a Friday, night"),
            ("XXXX-12-25", "25 December, year unknown"),
            ("XXXX-12", "December, year unknown"),
            ("XXXX-SU", "summer, year unknown"),
            ("XXXX-Q1", "first quarter, year unknown"),
            ("XXXX-XX-15", "15th, month unknown"),
            ("XXXX-XX-XX", "day unknown"),
            ("XXXX-XX-XXT24:00", "midnight (24:00), day unknown"),
            ("XXXX-WXX", "week unknown"),
            ("XXXX-WXX-WE", "a weekend"),
            ("XXXX", "year unknown"),
            ("XXX", "decade unknown"),
            ("", ""),
            ("é", "é"),
        ] {
            assert_eq!(line(value, None), words, "{value}");
        }
    }

    #[test]
    fn times_that_come_again_say_so() {
        for (value, words) in [
            ("P1D", "every day"),
            ("P2W", "every 2 weeks"),
            ("PXY", "every few years"),
            ("PT1H30M", "every 1 hour 30 minutes"),
            ("XXXX-WXX-5", "Fridays"),
            ("XXXX-WXX-5TNI", "Friday nights"),
            ("XXXX-WXX-5T14:30", "Fridays, 14:30"),
            ("XXXX-WXX-WE", "every weekend"),
            ("XXXX-12", "every December"),
            ("XXXX-12-25", "every 25 December"),
            ("XXXX-SU", "every summer"),
            ("XXXX-Q1", "first quarter of every year"),
            ("XXXX-XX-XXTMO", "every morning"),
            ("XXXX-XX-XX", "every day"),
            ("XXXX-XX-15", "15th of every month"),
            ("XXXX", "every year"),
            ("2015-12", "December 2015"),
        ] {
            assert_eq!(typed(TimexType::Set, value, None), words, "{value}");
            assert_eq!(typed(TimexType::Date, value, None), line(value, None), "{value}");
        }
    }

    #[test]
    fn a_stretch_without_words_is_said_by_its_ends() {
        let date = |day: &str| day.parse().unwrap();
        let interval = |first: &str, last: &str| Some(Interval { earliest: date(first), latest: date(last) });
        assert_eq!(line("?", interval("2015-12-10", "2015-12-12")), "10–12 December 2015");
        assert_eq!(line("?", interval("2015-11-10", "2015-12-12")), "10 November – 12 December 2015");
        assert_eq!(line("?", interval("2014-11-10", "2015-12-12")), "10 November 2014 – 12 December 2015");
    }

    #[test]
    fn the_month_stands_first_where_readers_are_used_to_that() {
        for (value, words) in [
            ("2015-12-15", "Tuesday, December 15, 2015"),
            ("2015-12-15T14:30", "Tuesday, December 15, 2015, 14:30"),
            ("2015-12", "December 2015"),
            ("2015-W51", "week of December 14, 2015"),
            ("2015-W51-WE", "weekend of December 19–20, 2015"),
            ("XXXX-12-25", "December 25, year unknown"),
            ("BC0044-03-15", "March 15, 44 BC"),
        ] {
            assert_eq!(Order::MonthFirst.line(value, None), words, "{value}");
        }
        let interval = Interval { earliest: "2014-11-10".parse().unwrap(), latest: "2015-12-12".parse().unwrap() };
        assert_eq!(Order::MonthFirst.line("?", Some(interval)), "November 10, 2014 – December 12, 2015");
    }

    #[test]
    fn a_column_says_the_same_as_a_line() {
        let words = |order: Order| order.column("2015-12-15T14:30", None);
        let parts = |words: DateWords| [words.before, words.main, words.after];
        assert_eq!(parts(words(Order::DayFirst)), ["Tuesday", "15 December", "2015, 14:30"]);
        assert_eq!(parts(words(Order::MonthFirst)), ["Tuesday", "December 15", "2015, 14:30"]);
    }

    #[test]
    fn only_dates_that_html_knows_become_attributes() {
        assert_eq!(attribute("2015-12-15T14:30").as_deref(), Some("2015-12-15T14:30"));
        assert_eq!(attribute("2015-12-15TMO").as_deref(), Some("2015-12-15"));
        assert_eq!(attribute("2015-12").as_deref(), Some("2015-12"));
        assert_eq!(attribute("2015-12-15T24:00").as_deref(), Some("2015-12-15"));
        assert_eq!(attribute("2015-Q4"), None);
        assert_eq!(attribute("PAST_REF"), None);
    }
}
