//! Dates in EDTF level 1 in words: "1998-21" is "spring 1998".

use super::{Order, full_day, hedge};
use crate::timex::Interval;

/// The parts of a year: as EDTF numbers them, and as TIMEX3 writes them.
const NUMBERS: [(&str, &str); 10] = [
    ("21", "SP"),
    ("22", "SU"),
    ("23", "FA"),
    ("24", "WI"),
    ("33", "Q1"),
    ("34", "Q2"),
    ("35", "Q3"),
    ("36", "Q4"),
    ("40", "H1"),
    ("41", "H2"),
];

impl Order {
    /// A date in EDTF in one line, with what it says of doubt: "about spring 1998", "1999, unsure", "since May 1987".
    pub fn edtf(self, edtf: &str) -> String {
        let dates = edtf.replace(['~', '?', '%'], "");
        let words = match dates.split_once('/') {
            None => self.one(&dates),
            Some(("..", last)) => format!("until {}", self.one(last)),
            Some((first, "..")) => format!("since {}", self.one(first)),
            Some((first, last)) => self.both(first, last),
        };
        match hedge(edtf) {
            None => words,
            Some("unsure") => format!("{words}, unsure"),
            Some("about") => format!("about {words}"),
            Some(_) => format!("about {words}, unsure"),
        }
    }

    fn one(self, date: &str) -> String {
        self.line(&value(date).unwrap_or_else(|| date.to_owned()), None)
    }

    /// A stretch by its ends; two days are told with what they share said once.
    fn both(self, first: &str, last: &str) -> String {
        let day = |date| full_day(date).filter(|(_, time)| time.is_none()).map(|(date, _)| date);
        match (day(first), day(last)) {
            (Some(earliest), Some(latest)) => self.between(Interval { earliest, latest }),
            _ => format!("{} to {}", self.one(first), self.one(last)),
        }
    }
}

/// The value of TIMEX3 that names the same stretch, where it is written otherwise.
fn value(date: &str) -> Option<String> {
    if let Some(before) = date.strip_prefix('-') {
        let (year, rest) = before.split_at_checked(4)?;
        return Some(format!("BC{:04}{rest}", year.parse::<u32>().ok()? + 1));
    }
    if let Some(rest) = date.strip_prefix("0000") {
        return Some(format!("BC0001{rest}"));
    }
    if let Some(hundreds) = date.strip_suffix("XX").or_else(|| date.strip_suffix('X')).filter(|_| date.len() == 4) {
        return Some(hundreds.to_owned());
    }
    let (year, number) = date.split_once('-')?;
    NUMBERS.iter().find(|(own, _)| *own == number).map(|(_, code)| format!("{year}-{code}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edtf_is_said_in_words() {
        for (edtf, words) in [
            ("1999-02-14", "Sunday 14 February 1999"),
            ("1999-02", "February 1999"),
            ("1999", "1999"),
            ("1998-21", "spring 1998"),
            ("1998-22", "summer 1998"),
            ("1998-23", "autumn 1998"),
            ("1998-24", "winter 1998"),
            ("1998-33", "first quarter of 1998"),
            ("1998-36", "fourth quarter of 1998"),
            ("1998-41", "second half of 1998"),
            ("1998-21~", "about spring 1998"),
            ("1999?", "1999, unsure"),
            ("1999%", "about 1999, unsure"),
            ("199X", "1990s"),
            ("19XX", "20th century"),
            ("-0043-03", "March 44 BC"),
            ("0000", "1 BC"),
            ("2015-06-01/2015-06-10", "1–10 June 2015"),
            ("2015-06-01~/2015-06-10~", "about 1–10 June 2015"),
            ("2015-05/2016", "May 2015 to 2016"),
            ("1998-21/..", "since spring 1998"),
            ("../1998-05?", "until May 1998, unsure"),
            ("2015-99", "2015-99"),
            ("é", "é"),
            ("XXé", "XXé"),
            ("", ""),
        ] {
            assert_eq!(Order::DayFirst.edtf(edtf), words, "{edtf}");
        }
        assert_eq!(Order::MonthFirst.edtf("2015-06-01/2015-06-10"), "June 1–10, 2015");
    }
}
