//! Values of which a part is open, in words: "XXXX-12-25" is "25 December, year unknown".

use super::{Order, ordinal_suffix, part_of_year, time_of_day, two_digits, weekday};
use chrono::Weekday;

/// What of a value is known.
enum Known<'a> {
    /// Nothing but how long it lasts.
    Unit(&'static str),
    /// The day of the week.
    Weekday(&'static str),
    /// That it is a weekend.
    Weekend,
    /// The part of the year: "summer".
    Season(&'static str),
    /// The part of the year that needs the year's name: "first quarter of".
    PartOf(&'a str),
    /// The month, and perhaps its day.
    InYear(String),
    /// The day of the month: "15th".
    InMonth(String),
}

/// A value of which a part is open.
pub fn words(order: Order, value: &str) -> Option<String> {
    let (date, time) = split(value);
    let date = match (known(order, date)?, time) {
        (Known::Unit(unit), None) => format!("{unit} unknown"),
        (Known::Unit(unit), Some(time)) => return Some(format!("{}, {unit} unknown", time_of_day(time))),
        (Known::Weekday(name), _) => format!("a {name}"),
        (Known::Weekend, _) => "a weekend".to_owned(),
        (Known::Season(name), _) => format!("{name}, year unknown"),
        (Known::PartOf(part), _) => format!("{part}, year unknown"),
        (Known::InYear(day), _) => format!("{day}, year unknown"),
        (Known::InMonth(day), _) => format!("{day}, month unknown"),
    };
    Some(with_time(date, time))
}

/// The same value as a time that comes again.
pub fn every(order: Order, value: &str) -> Option<String> {
    let (date, time) = split(value);
    let part = time.map(time_of_day).filter(|time| matches!(time.as_str(), "morning" | "afternoon" | "evening" | "night"));
    let date = match (known(order, date)?, part) {
        (Known::Unit("day"), Some(part)) => return Some(format!("every {part}")),
        (Known::Weekday(name), Some(part)) => return Some(format!("{name} {part}s")),
        (Known::Unit(unit), _) => format!("every {unit}"),
        (Known::Weekday(name), _) => format!("{name}s"),
        (Known::Weekend, _) => "every weekend".to_owned(),
        (Known::Season(name), _) => format!("every {name}"),
        (Known::PartOf(part), _) => format!("{part} of every year"),
        (Known::InYear(day), _) => format!("every {day}"),
        (Known::InMonth(day), _) => format!("{day} of every month"),
    };
    Some(with_time(date, time))
}

fn split(value: &str) -> (&str, Option<&str>) {
    value.split_once('T').map_or((value, None), |(date, time)| (date, Some(time)))
}

fn with_time(date: String, time: Option<&str>) -> String {
    match time {
        Some(time) => format!("{date}, {}", time_of_day(time)),
        None => date,
    }
}

fn known(order: Order, date: &str) -> Option<Known<'_>> {
    let rest = match date {
        "XX" => return Some(Known::Unit("century")),
        "XXX" => return Some(Known::Unit("decade")),
        "XXXX" => return Some(Known::Unit("year")),
        _ => date.strip_prefix("XXXX-")?,
    };
    match rest {
        "XX" => return Some(Known::Unit("month")),
        "QX" => return Some(Known::Unit("quarter")),
        "WXX" => return Some(Known::Unit("week")),
        "XX-XX" => return Some(Known::Unit("day")),
        "WXX-WE" => return Some(Known::Weekend),
        _ => {}
    }
    if let Some(number) = rest.strip_prefix("WXX-") {
        return day_of_week(number).map(Known::Weekday);
    }
    if let Some(day) = rest.strip_prefix("XX-") {
        let day = two_digits(day)?;
        return Some(Known::InMonth(format!("{day}{}", ordinal_suffix(day))));
    }
    if let Some(part) = part_of_year(rest) {
        return Some(part.strip_suffix(" of").map_or(Known::Season(part), Known::PartOf));
    }
    order.month_and_day(rest).map(Known::InYear)
}

fn day_of_week(number: &str) -> Option<&'static str> {
    let number = number.parse::<u8>().ok()?;
    Weekday::try_from(number.checked_sub(1)?).ok().map(weekday)
}
