//! Days with a name: "Christmas Day", "Thanksgiving", "New Year's Eve".

use super::{Gate, Rule};
use crate::finding::examples;
use crate::text::{Document, words};
use crate::timex::parts;
use crate::timex::symbol::{Direction, Fields, Fine, Match, NamedDay, Symbol, YearPart};
use chrono::Weekday;

/// Rules for named days.
pub const RULES: &[Rule] = &[
    Rule {
        name: "nth-weekday",
        about: "A weekday counted from the beginning or the end of a month.",
        gate: Gate::WORD,
        confidence: 0.85,
        read: nth_weekday,
        accepts: examples(&[
            ("The fair opened on the first Monday in September 2014.", "the first Monday in September 2014", "2014-09-01"),
            ("They met on the last Friday of November.", "the last Friday of November", "2015-11-27"),
        ]),
        rejects: examples(&["The first Monday Club met in March.", "He won on the first day in March."]),
    },
    Rule {
        name: "named-day",
        about: "A feast or a public holiday.",
        gate: Gate::TIME.or(Gate::MONTH).or(Gate::WORD).or(Gate::NUMBER),
        confidence: 0.75,
        read: named_day,
        accepts: examples(&[
            ("The shops will shut on Christmas Day.", "Christmas Day", "2015-12-25"),
            ("They met on New Year's Eve 2013 at home.", "New Year's Eve 2013", "2013-12-31"),
            ("He left last Thanksgiving.", "last Thanksgiving", "2015-11-26"),
            ("The match was on Easter Sunday.", "Easter Sunday", "2015-04-05"),
            ("Shops were full on Black Friday.", "Black Friday", "2015-11-27"),
            ("They met after 9/11 in town.", "9/11", "2001-09-11"),
        ]),
        rejects: examples(&[
            "A thanksgiving service was held.",
            "Easter Island is far.",
            "He met New York officials.",
            "Labor Secretary Reyes left.",
        ]),
    },
];

/// "the first Monday in September 2014".
fn nth_weekday(document: &Document, i: usize) -> Option<Match> {
    if !document.is(i, "the") {
        return None;
    }
    let (number, at) = if document.is(i + 1, "last") { (0, i + 2) } else { parts::ordinal(document, i + 1)? };
    let (weekday, at) = parts::weekday(document, at).filter(|(_, at)| number <= 4 && document.is_any(*at, &["in", "of"]))?;
    let (month, end) = parts::month(document, at + 1)?;
    let fine = Fine::Named(NamedDay::Nth(month, weekday, number));
    let year = parts::year(document, if document.is_any(end, &[",", "of"]) { end + 1 } else { end });
    Some(match year {
        Some((year, end)) => Match::new(i..end, Symbol::Calendar(Fields::of(year, fine))),
        None => Match::new(i..end, Symbol::Calendar(Fields::open(fine, Direction::Bare))),
    })
}

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
    (&["martin", "luther", "king", "day"], NamedDay::Nth(1, Weekday::Mon, 3)),
    (&["presidents", "day"], NamedDay::Nth(2, Weekday::Mon, 3)),
    (&["presidents", "'", "day"], NamedDay::Nth(2, Weekday::Mon, 3)),
    (&["st.", "patrick", "'s", "day"], NamedDay::Fixed(3, 17)),
    (&["st", "patrick", "'s", "day"], NamedDay::Fixed(3, 17)),
    (&["valentines", "day"], NamedDay::Fixed(2, 14)),
    (&["women", "'s", "day"], NamedDay::Fixed(3, 8)),
    (&["international", "women", "'s", "day"], NamedDay::Fixed(3, 8)),
    (&["april", "fools", "'", "day"], NamedDay::Fixed(4, 1)),
    (&["april", "fool", "'s", "day"], NamedDay::Fixed(4, 1)),
    (&["earth", "day"], NamedDay::Fixed(4, 22)),
    (&["anzac", "day"], NamedDay::Fixed(4, 25)),
    (&["victory", "day"], NamedDay::Fixed(5, 9)),
    (&["canada", "day"], NamedDay::Fixed(7, 1)),
    (&["australia", "day"], NamedDay::Fixed(1, 26)),
    (&["armistice", "day"], NamedDay::Fixed(11, 11)),
    (&["remembrance", "day"], NamedDay::Fixed(11, 11)),
    (&["remembrance", "sunday"], NamedDay::Nth(11, Weekday::Sun, 2)),
    (&["bonfire", "night"], NamedDay::Fixed(11, 5)),
    (&["all", "saints", "'", "day"], NamedDay::Fixed(11, 1)),
    (&["shrove", "tuesday"], NamedDay::Easter(-47)),
    (&["maundy", "thursday"], NamedDay::Easter(-3)),
    (&["holy", "saturday"], NamedDay::Easter(-1)),
    (&["ascension", "day"], NamedDay::Easter(39)),
    (&["whit", "monday"], NamedDay::Easter(50)),
    (&["pentecost"], NamedDay::Easter(49)),
    (&["black", "friday"], NamedDay::AfterThanksgiving),
];

/// "9/11", alone: the day in 2001.
fn nine_eleven(document: &Document, i: usize) -> Option<Match> {
    let written = document.is_phrase(i, &["9", "/", "11"]) && document.is_glued(i + 1) && document.is_glued(i + 2);
    let joined = document.is_glued(i) || document.is_glued(i + 3) && document.is_any(i + 3, &["/", "-"]);
    let fields = Fields { year: YearPart::Stated(2001), fine: Fine::Day(9, 11), direction: Direction::Bare, weekday: None };
    (written && !joined).then(|| Match::new(i..i + 3, Symbol::Calendar(fields)))
}

fn named_day(document: &Document, i: usize) -> Option<Match> {
    if let Some(read) = nine_eleven(document, i) {
        return Some(read);
    }
    let (direction, at) = parts::direction(document, i).unwrap_or((Direction::Bare, i));
    if !document.is_capitalized(at) {
        return None;
    }
    let (words, named) = NAMES.iter().find(|(words, _)| document.is_phrase(at, words))?;
    let end = at + words.len();
    let bare = words.len() == 1;
    let company = document.is_any(end, &["inc", "inc.", "corp.", "ltd"]);
    let compound = company || bare && (document.is_capitalized(end) || is_of_season(document, end));
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
        words![
            "shopping", "tree", "trees", "season", "sales", "party", "parties", "dinner", "card", "cards", "present", "presents", "gift",
            "gifts", "carol", "carols", "holiday", "holidays", "break", "eggs", "bunny", "egg", "market", "markets", "lights", "service",
            "turkey", "week", "weekend",
        ],
    )
}
