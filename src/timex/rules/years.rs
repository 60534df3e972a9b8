//! Years, decades and centuries.

use super::{Gate, Rule};
use crate::finding::examples;
use crate::lexicon::Classes;
use crate::text::{Document, TokenKind, words};
use crate::timex::calendar::Point;
use crate::timex::parts;
use crate::timex::symbol::{Fields, Fine, Match, Modifier, Symbol};

/// Rules for years and what is longer.
pub const RULES: &[Rule] = &[
    Rule {
        name: "year",
        about: "A year in four digits.",
        gate: Gate::NUMBER,
        confidence: 0.97,
        read: year,
        accepts: examples(&[("The dam was built in 1998.", "1998", "1998"), ("The law changed in 2012, he said.", "2012", "2012")]),
        rejects: examples(&[
            "Call +00 5550 2024 0912.",
            "It cost $1990 in all.",
            "Some 2,015 people came.",
            "Some 1500 people came.",
            "Bus 2015-B left.",
            "The Boeing 1900 shares fell.",
            "Room 2010 is shut.",
            "It is 1800 meters high.",
        ]),
    },
    Rule {
        name: "year-before-christ",
        about: "A year before or of our era.",
        gate: Gate::NUMBER.or(Gate::WORD),
        confidence: 0.97,
        read: era_year,
        accepts: examples(&[
            ("The city fell in 146 BC after a siege.", "146 BC", "BC0146"),
            ("The town was founded in AD 79 by settlers.", "AD 79", "0079"),
        ]),
        rejects: examples(&["The BC 40 team won.", "Vancouver, BC 200 people came."]),
    },
    Rule {
        name: "year-short",
        about: "A year in two digits with an apostrophe.",
        gate: Gate::SIGN,
        confidence: 0.85,
        read: short_year,
        accepts: examples(&[("She left in '98 for good.", "'98", "1998")]),
        rejects: examples(&["He said '40 people' came."]),
    },
    Rule {
        name: "year-words",
        about: "A year in words.",
        gate: Gate::COUNT.or(Gate::TIME).or(Gate::WORD),
        confidence: 0.95,
        read: year_words,
        accepts: examples(&[("The dam was built in nineteen ninety-six.", "nineteen ninety-six", "1996")]),
        rejects: examples(&["Nineteen people came.", "In all, nineteen were hurt."]),
    },
    Rule {
        name: "decade",
        about: "A decade.",
        gate: Gate::NUMBER.or(Gate::TIME).or(Gate::WORD).or(Gate::SIGN),
        confidence: 0.8,
        read: decade,
        accepts: examples(&[
            ("The mill closed in the 1990s.", "the 1990s", "199"),
            ("The mill closed in the late 1970s.", "the late 1970s", "197"),
            ("The mill closed in the sixties.", "the sixties", "196"),
        ]),
        rejects: examples(&["She is in her sixties.", "Temperatures in the 90s are common.", "He drives a 1990 saloon in the 20s zone."]),
    },
    Rule {
        name: "century",
        about: "A century.",
        gate: Gate::NUMBER.or(Gate::WORD).or(Gate::ORDINAL),
        confidence: 0.9,
        read: century,
        accepts: examples(&[
            ("It dates from the 19th century.", "the 19th century", "18"),
            ("A twentieth-century mill burned.", "twentieth-century", "19"),
        ]),
        rejects: examples(&["Century 21 sold it.", "He scored his 19th goal."]),
    },
];

/// "the plague of 1349".
fn is_year_of(document: &Document, i: usize) -> bool {
    i >= 2 && document.is(i - 1, "of") && document.has(i - 2, Classes::EVENT_NOUN | Classes::DOCUMENT_NOUN)
}

fn year(document: &Document, i: usize) -> Option<Match> {
    let (year, end) = parts::year(document, i)?;
    let led = is_led(document, i) || ends_between(document, i);
    let plural = parts::is_counted(document, end);
    let unit = parts::hyphen(document, end) && document.has(end + 1, Classes::TIME_UNIT)
        || document.has(end, Classes::TIME_UNIT)
        || document.is(end, "people");
    let numbered = i.checked_sub(1).is_some_and(|b| {
        document.is_any(
            b,
            words![
                "room", "flight", "route", "section", "article", "some", "windows", "office", "model", "unit", "boeing", "bus", "mark",
                "mk"
            ],
        )
    });
    let compound =
        parts::hyphen(document, end) && document.kind(end + 1) == Some(TokenKind::Word) && !document.has(end + 1, Classes::MONTH);
    // "+00 5550 2024 0912": digits in groups, as telephone numbers are written.
    let digits = |k: usize| document.kind(k) == Some(TokenKind::Number);
    let grouped = digits(end) && i.checked_sub(1).is_some_and(digits);
    let plausible = led || (1700..2100).contains(&year) || is_year_of(document, i);
    if unit
        || grouped
        || numbered
        || !plausible
        || (plural && !led)
        || (document.is_glued(i) && compound)
        || (compound && document.text_of(end + 1).len() < 3)
    {
        return None;
    }
    let glued_number =
        parts::hyphen(document, end) && parts::digits(document, end + 1).is_some() && !matches!(document.text_of(end + 1).len(), 2 | 4);
    if glued_number
        || document.is_glued(i)
            && i.checked_sub(2).is_some_and(|b| {
                parts::hyphen(document, i - 1) && document.kind(b) == Some(TokenKind::Number) && document.text_of(b).len() != 4
            })
    {
        return None;
    }
    let doubt = if led { 0.0 } else { 0.05 };
    Some(Match::new(i..end, Symbol::Calendar(Fields::of(year, Fine::Whole))).doubted(doubt))
}

/// "between 1940 and 1944 soldiers were billeted there": the number behind "and" is a year as the one before it is.
fn ends_between(document: &Document, i: usize) -> bool {
    i.checked_sub(3)
        .is_some_and(|between| document.is(between, "between") && document.is(i - 1, "and") && parts::year(document, i - 2).is_some())
}

/// Whether a word before the number makes a year of it.
fn is_led(document: &Document, i: usize) -> bool {
    i.checked_sub(1).is_some_and(|b| {
        document.is_any(
            b,
            words![
                "in",
                "since",
                "until",
                "till",
                "by",
                "from",
                "during",
                "before",
                "after",
                "early",
                "late",
                "mid",
                "year",
                "fiscal",
                "(",
                "circa",
                "spring",
                "summer",
                "autumn",
                "fall",
                "winter",
                "through",
                "throughout",
                "between",
            ],
        )
    })
}

fn era_year(document: &Document, i: usize) -> Option<Match> {
    let number = |k: usize| parts::digits(document, k).filter(|year| (1..=9999).contains(year)).map(|year| year as i32);
    if document.is_any(i, &["ad", "a.d."]) && document.token(i)?.case == crate::text::Case::Upper {
        return Some(Match::new(i..i + 2, Symbol::Calendar(Fields::of(number(i + 1)?, Fine::Whole))));
    }
    let (year, end) = parts::era_year(document, i)?;
    Some(Match::new(i..end, Symbol::Calendar(Fields::of(year, Fine::Whole))))
}

fn short_year(document: &Document, i: usize) -> Option<Match> {
    let (year, end) = parts::short_year(document, i).filter(|_| is_led(document, i))?;
    Some(Match::new(i..end, Symbol::Calendar(Fields::of(year, Fine::Whole))))
}

fn year_words(document: &Document, i: usize) -> Option<Match> {
    let start = i;
    let i = if document.is_phrase(i, &["the", "year"]) { i + 2 } else { i };
    let named = i > start;
    if document.is_phrase(i, &["two", "thousand"]) && named {
        return Some(Match::new(start..i + 2, Symbol::Calendar(Fields::of(2000, Fine::Whole))));
    }
    let (year, end) = parts::year_in_words(document, i).filter(|(year, _)| *year < 2000 || named || is_led(document, i))?;
    Some(Match::new(start..end, Symbol::Calendar(Fields::of(year, Fine::Whole))))
}

fn decade(document: &Document, i: usize) -> Option<Match> {
    let at = if document.is(i, "the") { i + 1 } else { i };
    let (at, modifier) = match document.word(at) {
        "early" => (at + 1, Some(Modifier::Start)),
        "late" => (at + 1, Some(Modifier::End)),
        "mid" => (parts::after_hyphen(document, at + 1), Some(Modifier::Mid)),
        _ => (at, None),
    };
    let (year, end, sure) = decade_word(document, at)?;
    let said = sure
        || document.is(i, "the")
            && i.checked_sub(1)
                .is_some_and(|b| document.is_any(b, words!["in", "since", "of", "during", "from", "throughout", "through", "until"]));
    said.then(|| Match::new(i..end, Symbol::Known(Point::Decade(year))).with(modifier))
}

/// The first year of a decade, and whether the words leave no doubt.
fn decade_word(document: &Document, i: usize) -> Option<(i32, usize, bool)> {
    const WORDS: [&str; 8] = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    if let Some((year, tail)) = parts::digits_with_tail(document, i) {
        let year = (tail == "s" && (1000..2100).contains(&year) && year % 10 == 0).then_some(year as i32)?;
        return Some((year, i + 1, true));
    }
    if let Some((year, end)) =
        parts::year(document, i).filter(|(year, end)| year % 10 == 0 && document.is(*end, "'s") && document.is_glued(*end))
    {
        return Some((year, end + 1, true))
            .filter(|_| i.checked_sub(1).is_some_and(|b| document.is_any(b, &["the", "early", "late", "-"])));
    }
    if document.is_any(i, &["'", "‘", "’"]) || document.text_of(i) == "’" {
        let (year, tail) = parts::digits_with_tail(document, i + 1)?;
        return (tail == "s" && year % 10 == 0 && year < 100).then_some((1900 + year as i32, i + 2, true));
    }
    let decade = WORDS.iter().position(|word| document.is(i, word))?;
    let mild = document.is_any(i + 1, &["and", "degrees"]);
    (!mild).then_some((1920 + decade as i32 * 10, i + 1, false))
}

fn century(document: &Document, i: usize) -> Option<Match> {
    let at = if document.is(i, "the") { i + 1 } else { i };
    let (number, end) = parts::ordinal(document, at)?;
    let end = parts::after_hyphen(document, end);
    // "the 17th and 18th centuries".
    let last = document.is_any(i.wrapping_sub(1), &["and", "or", "to"]) && document.is(end, "centuries");
    let first = document.is_any(end, &["and", "or", "to"])
        && parts::ordinal(document, end + 1).is_some_and(|(_, end)| document.is_any(end, &["centuries", "century"]));
    if first && (1..=21).contains(&number) {
        return Some(Match::new(i..end, Symbol::Known(Point::Century((number as i32 - 1) * 100))));
    }
    let named = (document.is(end, "century") || last) && (1..=21).contains(&number);
    if named && document.is_any(end + 1, &["bc", "bce", "b.c."]) {
        return Some(Match::new(i..end + 2, Symbol::Known(Point::Century(1 - number as i32 * 100))));
    }
    named.then(|| Match::new(i..end + 1, Symbol::Known(Point::Century((number as i32 - 1) * 100))))
}
