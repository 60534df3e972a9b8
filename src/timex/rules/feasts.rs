//! Days with a name: "Christmas Day", "Thanksgiving", "New Year's Eve".

use super::{Gate, Rule};
use crate::text::Document;
use crate::timex::parts;
use crate::timex::symbol::{Direction, Fields, Fine, Match, NamedDay, Symbol, YearPart};
use chrono::Weekday;

/// Rules for named days.
pub const RULES: &[Rule] = &[Rule {
    name: "named-day",
    about: "A feast or a public holiday.",
    gate: Gate::TIME.or(Gate::MONTH).or(Gate::WORD),
    confidence: 0.78,
    read: named_day,
    accepts: &[
        ("The shops will shut on Christmas Day.", "Christmas Day", "2015-12-25"),
        ("They met on New Year's Eve 2013 at home.", "New Year's Eve 2013", "2013-12-31"),
        ("He left last Thanksgiving.", "last Thanksgiving", "2015-11-26"),
        ("The match was on Easter Sunday.", "Easter Sunday", "2015-04-05"),
    ],
    rejects: &["A thanksgiving service was held.", "Easter Island is far.", "He met New York officials.", "Labor Secretary Reyes left."],
}];

/// A name and its day; whole names first where one begins another.
const NAMES: &[(&[&str], NamedDay)] = &[
    (&["christmas", "eve"], NamedDay::Fixed(12, 24)),
    (&["christmas", "day"], NamedDay::Fixed(12, 25)),
    (&["christmas"], NamedDay::Fixed(12, 25)),
    (&["boxing", "day"], NamedDay::Fixed(12, 26)),
    (&["new", "year", "'s", "eve"], NamedDay::Fixed(12, 31)),
    (&["new", "year", "'s", "day"], NamedDay::Fixed(1, 1)),
    (&["valentine", "'s", "day"], NamedDay::Fixed(2, 14)),
    (&["halloween"], NamedDay::Fixed(10, 31)),
    (&["may", "day"], NamedDay::Fixed(5, 1)),
    (&["bastille", "day"], NamedDay::Fixed(7, 14)),
    (&["independence", "day"], NamedDay::Fixed(7, 4)),
    (&["juneteenth"], NamedDay::Fixed(6, 19)),
    (&["veterans", "day"], NamedDay::Fixed(11, 11)),
    (&["easter", "sunday"], NamedDay::Easter(0)),
    (&["easter", "monday"], NamedDay::Easter(1)),
    (&["easter"], NamedDay::Easter(0)),
    (&["good", "friday"], NamedDay::Easter(-2)),
    (&["palm", "sunday"], NamedDay::Easter(-7)),
    (&["ash", "wednesday"], NamedDay::Easter(-46)),
    (&["thanksgiving", "day"], NamedDay::Nth(11, Weekday::Thu, 4)),
    (&["thanksgiving"], NamedDay::Nth(11, Weekday::Thu, 4)),
    (&["labor", "day"], NamedDay::Nth(9, Weekday::Mon, 1)),
    (&["memorial", "day"], NamedDay::Nth(5, Weekday::Mon, 0)),
    (&["columbus", "day"], NamedDay::Nth(10, Weekday::Mon, 2)),
    (&["election", "day"], NamedDay::ElectionDay),
];

fn named_day(document: &Document, i: usize) -> Option<Match> {
    let (direction, at) = parts::direction(document, i).unwrap_or((Direction::Bare, i));
    if !document.is_capitalized(at) {
        return None;
    }
    let (words, named) = NAMES.iter().find(|(words, _)| document.is_phrase(at, words))?;
    let end = at + words.len();
    let bare = words.len() == 1;
    let compound = bare && (document.is_capitalized(end) || is_of_season(document, end));
    if compound {
        return None;
    }
    let year_at = if document.is_any(end, &[",", "of"]) { end + 1 } else { end };
    let fields = match parts::year(document, year_at) {
        Some((year, end)) => (Fields { year: YearPart::Stated(year), fine: Fine::Named(*named), direction, weekday: None }, end),
        None => (Fields::open(Fine::Named(*named), direction), end),
    };
    let doubt = if bare { 0.15 } else { 0.0 };
    Some(Match::new(i..fields.1, Symbol::Calendar(fields.0)).doubted(doubt))
}

/// "Christmas shopping", "Easter break": the time of year rather than the day.
fn is_of_season(document: &Document, i: usize) -> bool {
    document.is_any(
        i,
        &[
            "shopping", "tree", "trees", "season", "sales", "party", "parties", "dinner", "card", "cards", "present", "presents", "gift",
            "gifts", "carol", "carols", "holiday", "holidays", "break", "eggs", "bunny", "egg", "market", "markets", "lights", "service",
            "turkey", "week", "weekend",
        ],
    )
}
