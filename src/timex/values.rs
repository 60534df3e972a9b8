//! Values as TIMEX3 writes them, where they are no stretch of the calendar.

use super::calendar::Unit;
use super::symbol::{Count, Fine, Repeat, TimeOfDay, Vague};

/// The value of a length: "P3W", "PT4H", "P2Y6M", "PXM".
pub fn length(count: Count, unit: Unit) -> String {
    let (letter, timed, each) = match unit {
        Unit::Second => ("S", true, 1),
        Unit::Minute => ("M", true, 1),
        Unit::Hour => ("H", true, 1),
        Unit::Day | Unit::Weekend => ("D", false, 1),
        Unit::Week => ("W", false, 1),
        Unit::Fortnight => ("W", false, 2),
        Unit::Month => ("M", false, 1),
        Unit::Quarter => ("Q", false, 1),
        Unit::Year => ("Y", false, 1),
        Unit::Decade => ("Y", false, 10),
        Unit::Century => ("Y", false, 100),
        Unit::Millennium => ("Y", false, 1000),
    };
    let mark = if timed { "T" } else { "" };
    match count {
        Count::Unsaid => format!("P{mark}X{}", unsaid_letter(unit, letter)),
        Count::Hundredths(hundredths) => {
            let hundredths = hundredths.saturating_mul(each);
            format!("P{}", number(hundredths, unit, mark, letter))
        }
    }
}

fn unsaid_letter(unit: Unit, letter: &'static str) -> &'static str {
    match unit {
        Unit::Century => "CE",
        _ => letter,
    }
}

/// A number of units; a fraction is written in the next smaller unit where that divides evenly.
fn number(hundredths: u64, unit: Unit, mark: &str, letter: &str) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    let smaller = match unit {
        Unit::Year => Some((12, "M", "")),
        Unit::Hour => Some((60, "M", "")),
        Unit::Minute => Some((60, "S", "")),
        Unit::Day => Some((24, "H", "T")),
        _ => None,
    };
    let head = if whole > 0 || rest == 0 { format!("{mark}{whole}{letter}") } else { mark.to_owned() };
    match smaller {
        _ if rest == 0 => head,
        Some((each, letter, mark)) if (rest * each).is_multiple_of(100) => format!("{head}{mark}{}{letter}", rest * each / 100),
        _ => format!("{mark}{whole}.{}{letter}", format!("{rest:02}").trim_end_matches('0')),
    }
}

/// The value of a time that comes again.
pub fn repeat(repeat: Repeat) -> String {
    match repeat {
        Repeat::Every(count, unit) => length(count, unit),
        Repeat::Weekday(weekday) => format!("XXXX-WXX-{}", weekday.number_from_monday()),
        Repeat::WeekdayPart(weekday, part) => format!("XXXX-WXX-{}{}", weekday.number_from_monday(), part.code()),
        Repeat::Weekly(part) => format!("XXXX-WXX-{part}"),
        Repeat::Month(month) => format!("XXXX-{month:02}"),
        Repeat::Part(part) => format!("XXXX-XX-XX{}", part.code()),
        Repeat::Season(season) => format!("XXXX-{}", season.code()),
    }
}

/// The value of a time that is only pointed at.
pub fn vague(vague: Vague) -> &'static str {
    match vague {
        Vague::Past => "PAST_REF",
        Vague::Present => "PRESENT_REF",
        Vague::Future => "FUTURE_REF",
    }
}

/// The value of a time of day, to stand behind a date.
pub fn time(time: TimeOfDay) -> String {
    match time {
        TimeOfDay::Clock(hour, minute) => format!("T{hour:02}:{minute:02}"),
        TimeOfDay::Part(part) => part.code().to_owned(),
    }
}

/// The value of a date whose year nothing says.
pub fn open_year(fine: Fine) -> String {
    match fine {
        Fine::Month(month) => format!("XXXX-{month:02}"),
        Fine::Day(month, day) => format!("XXXX-{month:02}-{day:02}"),
        Fine::Quarter(quarter) => format!("XXXX-Q{quarter}"),
        Fine::Season(season) => format!("XXXX-{}", season.code()),
        Fine::Named(_) => "XXXX-XX-XX".to_owned(),
        Fine::WeekOf(..) => "XXXX-WXX".to_owned(),
        Fine::Whole | Fine::Half(_) => "XXXX".to_owned(),
    }
}

/// The value of a distance from a day that nothing says.
pub fn open_shift(unit: Unit) -> String {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century | Unit::Millennium => "XX",
    }
    .to_owned()
}
