//! Ends of ranges that leave to the other end what they share: "3 to 5 May", "1939–45", "between May and July 2015".

use super::{Gate, Rule, dates};
use crate::finding::examples;
use crate::text::{Document, words};
use crate::timex::parts;
use crate::timex::symbol::{Fields, Fine, Match, Symbol, YearPart};

/// Rules for ranges.
pub const RULES: &[Rule] = &[
    Rule {
        name: "range-first-date",
        about: "The first day of a range whose year stands at its end.",
        gate: Gate::NUMBER.or(Gate::MONTH),
        confidence: 0.93,
        read: first_date,
        accepts: examples(&[
            ("The fair ran from 30 April to 2 May 2013 in town.", "30 April", "2013-04-30"),
            ("It was shut from Dec. 28 to Jan. 3, 2014, he said.", "Dec. 28", "2013-12-28"),
            ("Aug. 14-16, 2013: The fair is held.", "Aug. 14", "2013-08-14"),
        ]),
        rejects: examples(&["Some 30 people to 2 May Hill buses went."]),
    },
    Rule {
        name: "range-first-day",
        about: "The first day of a range whose month stands at its end.",
        gate: Gate::NUMBER,
        confidence: 0.95,
        read: first_day,
        accepts: examples(&[("The fair ran from 3 to 5 May 2014 in town.", "3", "2014-05-03")]),
        rejects: examples(&["It cost 3 to 5 million.", "From 3 to 5 people came."]),
    },
    Rule {
        name: "range-last-day",
        about: "The last day of a range whose month stands at its beginning.",
        gate: Gate::NUMBER,
        confidence: 0.9,
        read: last_day,
        accepts: examples(&[("The fair ran May 3-5, 2014 in town.", "5, 2014", "2014-05-05")]),
        rejects: examples(&["They won 3-5 at home.", "The score was 21-14."]),
    },
    Rule {
        name: "range-last-year",
        about: "The last year of a range, in two digits.",
        gate: Gate::NUMBER,
        confidence: 0.95,
        read: last_year,
        accepts: examples(&[("The war of 1939–45 changed it.", "45", "1945")]),
        rejects: examples(&["Call 555-1939-45 now."]),
    },
    Rule {
        name: "range-first-year",
        about: "The first year of a range whose era stands at its end.",
        gate: Gate::NUMBER,
        confidence: 0.93,
        read: first_year,
        accepts: examples(&[("The revolt lasted from 499 to 493 BC in the south.", "499", "BC0499")]),
        rejects: examples(&["They won 499 to 493 at home."]),
    },
    Rule {
        name: "range-first-month",
        about: "The first month of a range whose year stands at its end.",
        gate: Gate::MONTH,
        confidence: 0.93,
        read: first_month,
        accepts: examples(&[("It ran from March to July 2013 in town.", "March", "2013-03")]),
        rejects: examples(&["They may to July stay."]),
    },
];

/// The token behind "to", "and", "or", "-" at `i`.
fn joined(document: &Document, i: usize) -> Option<usize> {
    let joins = document.is_any(i, words!["to", "and", "or", "until", "through", "&"])
        || parts::hyphen(document, i)
        || document.is_any(i, &["–", "-"]);
    joins.then_some(i + 1)
}

fn first_date(document: &Document, i: usize) -> Option<Match> {
    let (Symbol::Calendar(first), end) = dates::day(document, i)? else { return None };
    let next = joined(document, end)?;
    if let (YearPart::Open, Fine::Day(month, day)) = (first.year, first.fine)
        && let Some((year, fine)) = same_month(document, next, month, day)
    {
        return Some(Match::new(i..end, Symbol::Calendar(Fields { year: YearPart::Stated(year), fine, ..first })));
    }
    let (Symbol::Calendar(last), _) = dates::day(document, next)? else { return None };
    match (first.year, first.fine, last.year, last.fine) {
        (YearPart::Open, Fine::Day(month, day), YearPart::Stated(year), Fine::Day(later, until)) => {
            let year = if (month, day) < (later, until) { year } else { year - 1 };
            Some(Match::new(i..end, Symbol::Calendar(Fields { year: YearPart::Stated(year), ..first })))
        }
        _ => None,
    }
}

/// "Aug. 14-16, 2013": the year behind the last day of the same month, for the first one.
fn same_month(document: &Document, next: usize, month: u32, day: u32) -> Option<(i32, Fine)> {
    let (_, end) = parts::day_number(document, next).filter(|(last, _)| *last > day)?;
    let (year, _) = parts::year(document, end + usize::from(document.is(end, ",")))?;
    Some((year, Fine::Day(month, day)))
}

fn first_day(document: &Document, i: usize) -> Option<Match> {
    let (day, end) = parts::day_number(document, i).filter(|_| !parts::is_part_of_number(document, i))?;
    let next = joined(document, end)?;
    let (last, at) = parts::day_number(document, next)?;
    let (month, at) = parts::month(document, at).filter(|(_, end)| !parts::is_street(document, *end))?;
    let year = parts::year(document, if document.is(at, ",") { at + 1 } else { at }).map(|(year, _)| year);
    (day < last).then(|| Match::new(i..end, Symbol::Calendar(Fields::maybe(year, Fine::Day(month, day)))))
}

fn last_day(document: &Document, i: usize) -> Option<Match> {
    let (day, end) = parts::day_number(document, i)?;
    let sign = i.checked_sub(1)?;
    let first = sign.checked_sub(1)?;
    joined(document, sign)?;
    let (from, _) = parts::day_number(document, first).filter(|(from, _)| *from < day)?;
    let month = first.checked_sub(1).and_then(|k| parts::month(document, k).or_else(|| parts::month(document, k.checked_sub(1)?)))?;
    let at = if document.is(end, ",") { end + 1 } else { end };
    let year = parts::year(document, at);
    let fits = month.1 == first && from > 0;
    let end = year.map_or(end, |(_, end)| end);
    fits.then(|| Match::new(i..end, Symbol::Calendar(Fields::maybe(year.map(|(year, _)| year), Fine::Day(month.0, day)))))
}

fn last_year(document: &Document, i: usize) -> Option<Match> {
    let last = parts::digits(document, i).filter(|_| document.text_of(i).len() == 2)?;
    let sign = i.checked_sub(1).filter(|sign| parts::hyphen(document, *sign) || document.is(*sign, "/"))?;
    let (year, _) = parts::year(document, sign.checked_sub(1)?)?;
    let alone = !document.is_glued(sign - 1) || document.is(sign.saturating_sub(2), "(");
    let last = year.div_euclid(100) * 100 + last as i32;
    (alone && last > year).then(|| Match::new(i..i + 1, Symbol::Calendar(Fields::of(last, Fine::Whole))))
}

fn first_year(document: &Document, i: usize) -> Option<Match> {
    let year = parts::digits(document, i).filter(|year| (1..3000).contains(year))? as i32;
    let next = joined(document, i + 1)?;
    let (last, _) = parts::era_year(document, next).filter(|(last, _)| *last <= 0 && 1 - year < *last)?;
    (last <= 0).then(|| Match::new(i..i + 1, Symbol::Calendar(Fields::of(1 - year, Fine::Whole))))
}

fn first_month(document: &Document, i: usize) -> Option<Match> {
    let (month, end) = parts::month(document, i)?;
    let next = joined(document, end)?;
    let (last, at) = parts::month(document, next)?;
    let (year, _) = parts::year(document, at)?;
    (month < last).then(|| Match::new(i..end, Symbol::Calendar(Fields::of(year, Fine::Month(month)))))
}
