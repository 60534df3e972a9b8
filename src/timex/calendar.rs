//! Stretches of the calendar: their values, their days, and the steps between them.

use super::Interval;
use super::symbol::{Modifier, NamedDay};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "their names say all")]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// The unit's name in the singular.
    pub fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Fortnight => "fortnight",
            Self::Weekend => "weekend",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Millennium => "millennium",
        }
    }
}

/// The halves of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "their names say all")]
pub enum Half {
    First,
    Second,
}

/// The seasons of the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "their names say all")]
pub enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    /// The season of a folded word: "autumn" and "fall" are one.
    pub fn of_word(word: &str) -> Option<Self> {
        Some(match word {
            "spring" => Self::Spring,
            "summer" => Self::Summer,
            "autumn" | "fall" => Self::Autumn,
            "winter" => Self::Winter,
            _ => return None,
        })
    }

    /// The season as TIMEX3 writes it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// Its first month.
    pub fn month(self) -> u32 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }

    /// The season as EDTF numbers it.
    fn number(self) -> u32 {
        match self {
            Self::Spring => 21,
            Self::Summer => 22,
            Self::Autumn => 23,
            Self::Winter => 24,
        }
    }
}

/// A stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// A day.
    Day(NaiveDate),
    /// The week from this Monday on.
    Week(NaiveDate),
    /// The weekend of the week from this Monday on.
    Weekend(NaiveDate),
    /// A month: year, month.
    Month(i32, u32),
    /// A quarter: year, quarter.
    Quarter(i32, u32),
    /// A half of a year.
    Half(i32, Half),
    /// A season; a winter belongs to the year in which it begins.
    Season(i32, Season),
    /// A year; 0 is 1 BC.
    Year(i32),
    /// The ten years from this one on.
    Decade(i32),
    /// The hundred years from this one on.
    Century(i32),
}

impl Point {
    /// The stretch of size `unit` that holds `day`.
    pub fn around(day: NaiveDate, unit: Unit) -> Self {
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => Self::Day(day),
            Unit::Week | Unit::Fortnight => Self::Week(monday(day)),
            Unit::Weekend => Self::Weekend(monday(day)),
            Unit::Month => Self::Month(day.year(), day.month()),
            Unit::Quarter => Self::Quarter(day.year(), day.month0() / 3 + 1),
            Unit::Year => Self::Year(day.year()),
            Unit::Decade => Self::Decade(day.year().div_euclid(10) * 10),
            Unit::Century | Unit::Millennium => Self::Century(day.year().div_euclid(100) * 100),
        }
    }

    /// The stretch `count` steps of its own size away; `None` beyond the calendar.
    pub fn shift(self, count: i32) -> Option<Self> {
        let days = |day: NaiveDate, each: i64| add_days(day, i64::from(count).checked_mul(each)?);
        let shifted = match self {
            Self::Day(day) => Self::Day(days(day, 1)?),
            Self::Week(day) => Self::Week(days(day, 7)?),
            Self::Weekend(day) => Self::Weekend(days(day, 7)?),
            Self::Month(year, month) => {
                let months = year.checked_mul(12)?.checked_add(month as i32 - 1)?.checked_add(count)?;
                Self::Month(months.div_euclid(12), months.rem_euclid(12) as u32 + 1)
            }
            Self::Quarter(year, quarter) => {
                let quarters = year.checked_mul(4)?.checked_add(quarter as i32 - 1)?.checked_add(count)?;
                Self::Quarter(quarters.div_euclid(4), quarters.rem_euclid(4) as u32 + 1)
            }
            Self::Half(year, half) => Self::Half(year.checked_add(count)?, half),
            Self::Season(year, season) => Self::Season(year.checked_add(count)?, season),
            Self::Year(year) => Self::Year(year.checked_add(count)?),
            Self::Decade(year) => Self::Decade(year.checked_add(count.checked_mul(10)?)?),
            Self::Century(year) => Self::Century(year.checked_add(count.checked_mul(100)?)?),
        };
        shifted.on_calendar()
    }

    /// The same stretch `years` years away, of the same size; `None` beyond the calendar.
    pub fn shift_years(self, years: i32) -> Option<Self> {
        let shifted = match self {
            Self::Day(day) => {
                Self::Day(day.with_year(day.year().checked_add(years)?).or_else(|| add_days(day, -1)?.with_year(day.year() + years))?)
            }
            Self::Week(day) => Self::Week(monday(add_days(day, i64::from(years) * 364)?)),
            Self::Weekend(day) => Self::Weekend(monday(add_days(day, i64::from(years) * 364)?)),
            Self::Month(year, month) => Self::Month(year.checked_add(years)?, month),
            Self::Quarter(year, quarter) => Self::Quarter(year.checked_add(years)?, quarter),
            Self::Half(year, half) => Self::Half(year.checked_add(years)?, half),
            Self::Season(year, season) => Self::Season(year.checked_add(years)?, season),
            Self::Year(year) => Self::Year(year.checked_add(years)?),
            Self::Decade(year) => Self::Decade(year.checked_add(years)?),
            Self::Century(year) => Self::Century(year.checked_add(years)?),
        };
        shifted.on_calendar()
    }

    /// The stretch, where the calendar has its year.
    pub fn on_calendar(self) -> Option<Self> {
        NaiveDate::from_ymd_opt(self.year(), 1, 1).map(|_| self)
    }

    /// The year that it lies in or begins in.
    pub fn year(self) -> i32 {
        match self {
            Self::Day(day) | Self::Week(day) | Self::Weekend(day) => day.year(),
            Self::Month(year, _) | Self::Quarter(year, _) | Self::Half(year, _) | Self::Season(year, _) => year,
            Self::Year(year) | Self::Decade(year) | Self::Century(year) => year,
        }
    }

    /// The month, where it lies in one.
    pub fn month(self) -> Option<(i32, u32)> {
        match self {
            Self::Day(day) => Some((day.year(), day.month())),
            Self::Month(year, month) => Some((year, month)),
            _ => None,
        }
    }

    /// The value as TIMEX3 writes it.
    pub fn value(self) -> String {
        match self {
            Self::Day(day) => with_day(year(day.year()), day),
            Self::Week(day) => format!("{}-W{:02}", year(day.iso_week().year()), day.iso_week().week()),
            Self::Weekend(day) => format!("{}-W{:02}-WE", year(day.iso_week().year()), day.iso_week().week()),
            Self::Month(y, month) => with_number(year(y), month),
            Self::Quarter(y, quarter) => format!("{}-Q{quarter}", year(y)),
            Self::Half(y, half) => format!("{}-H{}", year(y), if half == Half::First { 1 } else { 2 }),
            Self::Season(y, season) => format!("{}-{}", year(y), season.code()),
            Self::Year(y) => year(y),
            Self::Decade(y) => year(y).chars().take(if y < 0 { 5 } else { 3 }).collect(),
            Self::Century(y) if y < 0 => format!("BC{:02}", y.unsigned_abs() / 100),
            Self::Century(y) => year(y).chars().take(2).collect(),
        }
    }

    /// The stretch that a value of TIMEX3 names; `None` where it names none or the calendar does not have it.
    ///
    /// A time of day is left out: "2015-12-15T14:30" is the day.
    pub fn of_value(value: &str) -> Option<Self> {
        let value = value.split_once('T').map_or(value, |(day, _)| day);
        let digits =
            |part: &str, many: usize| (part.len() == many && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse::<u32>().ok())?;
        if let Some(tens) = digits(value, 3) {
            return i32::try_from(tens * 10).ok().map(Self::Decade);
        }
        let (year, rest) = value.split_at_checked(4)?;
        let year = i32::try_from(digits(year, 4)?).ok()?;
        let Some(rest) = rest.strip_prefix('-') else { return (rest.is_empty()).then_some(Self::Year(year)) };
        let season = |code: &str| [Season::Spring, Season::Summer, Season::Autumn, Season::Winter].into_iter().find(|s| s.code() == code);
        let point = match rest.split_once('-') {
            Some((week, "WE")) => Self::Weekend(week_of(year, digits(week.strip_prefix('W')?, 2)?)?),
            Some((month, day)) => Self::Day(NaiveDate::from_ymd_opt(year, digits(month, 2)?, digits(day, 2)?)?),
            None => match rest.as_bytes() {
                [b'Q', quarter @ b'1'..=b'4'] => Self::Quarter(year, u32::from(quarter - b'0')),
                [b'H', half @ b'1'..=b'2'] => Self::Half(year, if *half == b'1' { Half::First } else { Half::Second }),
                [b'W', b'0'..=b'9', ..] => Self::Week(week_of(year, digits(&rest[1..], 2)?)?),
                _ => match digits(rest, 2) {
                    Some(month @ 1..=12) => Self::Month(year, month),
                    _ => Self::Season(year, season(rest)?),
                },
            },
        };
        point.on_calendar()
    }

    /// Its first and last day.
    pub fn interval(self) -> Option<Interval> {
        let span = |year: i32, month: u32, months: u32| {
            let earliest = NaiveDate::from_ymd_opt(year, month, 1)?;
            let latest = earliest.checked_add_months(Months::new(months))?.pred_opt()?;
            Some(Interval { earliest, latest })
        };
        match self {
            Self::Day(day) => Some(Interval { earliest: day, latest: day }),
            Self::Week(day) => Some(Interval { earliest: day, latest: add_days(day, 6)? }),
            Self::Weekend(day) => Some(Interval { earliest: add_days(day, 5)?, latest: add_days(day, 6)? }),
            Self::Month(year, month) => span(year, month, 1),
            Self::Quarter(year, quarter) => span(year, quarter * 3 - 2, 3),
            Self::Half(year, half) => span(year, if half == Half::First { 1 } else { 7 }, 6),
            Self::Season(year, season) => span(year, season.month(), 3),
            Self::Year(year) => span(year, 1, 12),
            Self::Decade(year) => span(year, 1, 120),
            Self::Century(year) => span(year, 1, 1200),
        }
    }

    /// The days that remain when a modifier narrows it.
    pub fn narrowed(self, modifier: Option<Modifier>) -> Option<Interval> {
        let whole = self.interval()?;
        let days = (whole.latest - whole.earliest).num_days() + 1;
        let third = match modifier {
            Some(Modifier::Start) if days > 2 => 0,
            Some(Modifier::Mid) if days > 2 => 1,
            Some(Modifier::End) if days > 2 => 2,
            _ => return Some(whole),
        };
        let [first, second] = self.thirds()?;
        let earliest = [whole.earliest, first, second][third];
        let next = [Some(first), Some(second), whole.latest.succ_opt()][third]?;
        Some(Interval { earliest, latest: next.pred_opt()? })
    }

    /// Where its second and its last third begin, in whole years, months or days as people count them: the nineties in 1994 and 1997, a year in May and September.
    fn thirds(self) -> Option<[NaiveDate; 2]> {
        let whole = self.interval()?;
        let months = |first: u32, second: u32| {
            let at = |months| whole.earliest.checked_add_months(Months::new(months));
            Some([at(first)?, at(second)?])
        };
        match self {
            Self::Century(_) => months(34 * 12, 67 * 12),
            Self::Decade(_) => months(4 * 12, 7 * 12),
            Self::Year(_) => months(4, 8),
            Self::Half(..) => months(2, 4),
            Self::Quarter(..) | Self::Season(..) => months(1, 2),
            Self::Month(..) => Some([add_days(whole.earliest, 10)?, add_days(whole.earliest, 20)?]),
            Self::Week(_) => Some([add_days(whole.earliest, 2)?, add_days(whole.earliest, 4)?]),
            Self::Weekend(_) | Self::Day(_) => Some([whole.earliest, whole.latest]),
        }
    }

    /// The value in EDTF level 1; a stretch without a name of its own is written as an interval.
    pub fn edtf(self, modifier: Option<Modifier>, doubted: bool) -> Option<String> {
        let sign = match (modifier == Some(Modifier::Approx), doubted) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        };
        let narrowed = matches!(modifier, Some(Modifier::Start | Modifier::Mid | Modifier::End));
        match self {
            Self::Day(day) => Some(edtf_day(day) + sign),
            _ if narrowed => self.narrowed(modifier).map(|days| between(days, sign)),
            Self::Month(year, month) => Some(with_number(edtf_year(year), month) + sign),
            Self::Season(year, season) => Some(format!("{}-{}{sign}", edtf_year(year), season.number())),
            Self::Year(year) => Some(edtf_year(year) + sign),
            Self::Decade(year) if year >= 0 => Some(format!("{:03}X{sign}", year / 10)),
            Self::Century(year) if year >= 0 => Some(format!("{:02}XX{sign}", year / 100)),
            _ => self.interval().map(|days| between(days, sign)),
        }
    }
}

fn between(days: Interval, sign: &str) -> String {
    format!("{}{sign}/{}{sign}", edtf_day(days.earliest), edtf_day(days.latest))
}

fn edtf_day(day: NaiveDate) -> String {
    with_day(edtf_year(day.year()), day)
}

fn edtf_year(year: i32) -> String {
    if year < 0 { format!("-{:04}", year.unsigned_abs()) } else { four_digits(year) }
}

/// A year as TIMEX3 writes it; years before our era count down.
fn year(year: i32) -> String {
    if year <= 0 { format!("BC{:04}", 1 - i64::from(year)) } else { four_digits(year) }
}

/// A year from 0 on in four digits or more. Most values are written so; the general way to write a number takes many times as long.
fn four_digits(year: i32) -> String {
    if !(0..=9999).contains(&year) {
        return format!("{year:04}");
    }
    let mut digits = String::with_capacity("2015-12-11".len());
    digits.extend([1000, 100, 10, 1].map(|place| digit(year as u32 / place)));
    digits
}

/// `written` with the month and the day behind it.
fn with_day(written: String, day: NaiveDate) -> String {
    with_number(with_number(written, day.month()), day.day())
}

/// `written` with a hyphen and a number of two digits behind it.
fn with_number(mut written: String, number: u32) -> String {
    written.extend(['-', digit(number / 10), digit(number)]);
    written
}

/// The last digit of `number`.
fn digit(number: u32) -> char {
    char::from(b'0' + (number % 10) as u8)
}

/// The Monday of a week by its number in ISO 8601.
fn week_of(year: i32, week: u32) -> Option<NaiveDate> {
    NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
}

/// The Monday of the week of `day`.
pub fn monday(day: NaiveDate) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))).unwrap_or(day)
}

/// The day so many days away; `None` beyond the calendar.
pub fn add_days(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_signed(chrono::TimeDelta::try_days(days)?)
}

/// The first such weekday on or after `day`.
pub fn weekday_from(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    add_days(day, (i64::from(weekday.num_days_from_monday()) - i64::from(day.weekday().num_days_from_monday())).rem_euclid(7))
}

/// The last such weekday on or before `day`.
pub fn weekday_until(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    weekday_from(add_days(day, -6)?, weekday)
}

/// The date of a named day in `year`.
pub fn named_day(year: i32, named: NamedDay) -> Option<NaiveDate> {
    match named {
        NamedDay::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        NamedDay::Nth(month, weekday, 0) => {
            let last = NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt()?;
            weekday_until(last, weekday)
        }
        NamedDay::Nth(month, weekday, n) => {
            add_days(weekday_from(NaiveDate::from_ymd_opt(year, month, 1)?, weekday)?, i64::from(n - 1) * 7)
        }
        NamedDay::Easter(days) => add_days(easter(year)?, days),
        NamedDay::AfterThanksgiving => add_days(named_day(year, NamedDay::Nth(11, Weekday::Thu, 4))?, 1),
        NamedDay::ElectionDay => add_days(weekday_from(NaiveDate::from_ymd_opt(year, 11, 1)?, Weekday::Mon)?, 1),
    }
}

/// Easter Sunday: of the Gregorian calendar, before 1583 of the Julian one, as the texts of its time name it.
fn easter(year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, 1, 1)?;
    if year < 1583 {
        let moon = (19 * year.rem_euclid(19) + 15).rem_euclid(30);
        let days = moon + (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - moon + 34).rem_euclid(7) + 114;
        return NaiveDate::from_ymd_opt(year, (days / 31) as u32, (days % 31 + 1) as u32);
    }
    let golden = year.rem_euclid(19);
    let century = year.div_euclid(100);
    let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15).rem_euclid(30);
    let moon = epact - (epact / 28) * (1 - (29 / (epact + 1)) * ((21 - golden) / 11));
    let weekday = (year + year.div_euclid(4) + moon + 2 - century + century / 4).rem_euclid(7);
    let days = moon - weekday;
    let month = 3 + (days + 40) / 44;
    NaiveDate::from_ymd_opt(year, month as u32, (days + 28 - 31 * (month / 4)) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feasts_that_move_fall_on_their_days() {
        let day = |year, named| named_day(year, named).map(|day| day.to_string());
        assert_eq!(day(2015, NamedDay::Easter(0)).as_deref(), Some("2015-04-05"));
        assert_eq!(day(1387, NamedDay::Easter(0)).as_deref(), Some("1387-04-07"));
        assert_eq!(day(2024, NamedDay::Easter(-2)).as_deref(), Some("2024-03-29"));
        assert_eq!(day(2015, NamedDay::Nth(11, Weekday::Thu, 4)).as_deref(), Some("2015-11-26"));
        assert_eq!(day(2015, NamedDay::Nth(5, Weekday::Mon, 0)).as_deref(), Some("2015-05-25"));
        assert_eq!(day(2016, NamedDay::ElectionDay).as_deref(), Some("2016-11-08"));
    }

    #[test]
    fn a_value_leads_back_to_its_stretch() {
        for value in
            ["2015-12-11", "2015-12", "2015-Q4", "2015-H1", "2015-SU", "2015-WI", "2015-W51", "2015-W51-WE", "2015", "0079", "199", "007"]
        {
            assert_eq!(Point::of_value(value).map(Point::value).as_deref(), Some(value));
        }
        assert_eq!(Point::of_value("2015-12-11T14:30"), Point::of_value("2015-12-11"));
        for other in ["", "15", "2015-13", "2015-02-30", "2015-Q5", "P3D", "PAST_REF", "XXXX-WXX-1", "2015-", "2015é", "+015-01"] {
            assert_eq!(Point::of_value(other), None, "{other}");
        }
    }

    #[test]
    fn weeks_count_as_iso_counts_them() {
        let first = NaiveDate::from_ymd_opt(2016, 1, 1).map(|day| Point::around(day, Unit::Week).value());
        assert_eq!(first.as_deref(), Some("2015-W53"));
    }

    #[test]
    fn narrowed_stretches_are_written_as_intervals() {
        assert_eq!(Point::Year(2015).edtf(Some(Modifier::Approx), true).as_deref(), Some("2015%"));
        assert_eq!(Point::Month(2015, 6).edtf(Some(Modifier::Start), false).as_deref(), Some("2015-06-01/2015-06-10"));
        assert_eq!(Point::Decade(1990).edtf(None, false).as_deref(), Some("199X"));
    }
}
