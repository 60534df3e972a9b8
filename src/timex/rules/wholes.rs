//! Units as a whole and their ends: "for the year", "later in the week", "the week of March 6", "the end of the month", "year-end".

use super::{Gate, Rule, dates};
use crate::finding::examples;
use crate::text::{Document, words};
use crate::timex::calendar::Unit;
use crate::timex::parts;
use crate::timex::symbol::{Base, Direction, Fields, Fine, Match, Modifier, Symbol};

/// Rules for whole units.
pub const RULES: &[Rule] = &[
    Rule {
        name: "week-of",
        about: "The week that holds a day.",
        gate: Gate::WORD.or(Gate::UNIT),
        confidence: 0.85,
        read: week_of,
        accepts: examples(&[("The hearing is set for the week of January 4.", "the week of January 4", "2016-W01")]),
        rejects: examples(&["It was a week of talks.", "The week of May storms passed."]),
    },
    Rule {
        name: "quarter-ended",
        about: "The quarter that ended on a day.",
        gate: Gate::WORD,
        confidence: 0.7,
        read: ended,
        accepts: examples(&[
            ("Sales rose in the quarter ended Sept. 30.", "the quarter", "2015-Q3"),
            ("Sales rose in the quarter ended July 31.", "the quarter", "2015-Q2"),
        ]),
        rejects: examples(&["The year ended badly.", "They led when the quarter ended."]),
    },
    Rule {
        name: "whole-unit",
        about: "The year, month or week of publication as a whole, or a part of it.",
        gate: Gate::WORD,
        confidence: 0.6,
        read: whole,
        accepts: examples(&[
            ("Sales were flat for the year.", "the year", "2015"),
            ("They will meet later in the week.", "later in the week", "2015-W50"),
            ("It was her best game of the season, and the last day of the year is near.", "the last day of the year", "2015-12-31"),
        ]),
        rejects: examples(&["She was named player of the year.", "It is the year of the dog.", "He worked through the day shift."]),
    },
    Rule {
        name: "year-end",
        about: "The end of a year or of another unit.",
        gate: Gate::UNIT.or(Gate::WORD),
        confidence: 0.62,
        read: unit_end,
        accepts: examples(&[
            ("It will shut by the end of the year.", "the end of the year", "2015"),
            ("It will shut by year-end.", "year-end", "2015"),
            ("It will shut by month's end.", "month's end", "2015-12"),
        ]),
        rejects: examples(&["The year ends badly."]),
    },
];

fn week_of(document: &Document, i: usize) -> Option<Match> {
    let at = if document.is(i, "the") { i + 1 } else { i };
    if !document.is_phrase(at, &["week", "of"]) {
        return None;
    }
    let (symbol, end) = dates::day(document, at + 2)?;
    match symbol {
        Symbol::Calendar(Fields { fine: Fine::Day(month, day), year, direction, .. }) => {
            let fields = Fields { year, fine: Fine::WeekOf(month, day), direction, weekday: None };
            Some(Match::new(i..end, Symbol::Calendar(fields)))
        }
        _ => None,
    }
}

/// "the quarter ended Sept. 30": the calendar's quarter in which most of it lies.
fn ended(document: &Document, i: usize) -> Option<Match> {
    let at = if document.is_any(i + 1, &["latest", "fiscal", "full"]) { i + 2 } else { i + 1 };
    let at = if document.is_any(at, &["fiscal"]) { at + 1 } else { at };
    if !document.is(i, "the") || !document.is_any(at + 1, &["ended", "ending"]) {
        return None;
    }
    let (symbol, _) = dates::day(document, at + 2)?;
    let Symbol::Calendar(Fields { fine: Fine::Day(month, day), year, .. }) = symbol else { return None };
    // The middle of the quarter lies some 45 days before its end.
    let fine = Fine::Quarter((month * 30 + day + 285) / 90 % 4 + 1);
    let fields = Fields { year, fine, direction: Direction::Bare, weekday: None };
    document.is(at, "quarter").then(|| Match::new(i..at + 1, Symbol::Calendar(fields)))
}

/// "for the year", "most of the month", "earlier in the week".
fn whole(document: &Document, i: usize) -> Option<Match> {
    if !document.is(i, "the") {
        return None;
    }
    let (start, at) = (i, i + 1);
    let led = i.checked_sub(2).is_some_and(|b| document.is(b + 1, "in") && document.is_any(b, &["early", "late", "earlier", "later"]));
    let at = if document.is_any(at, &["full", "whole", "entire"]) { at + 1 } else { at };
    let ((unit, plural), end) = parts::unit(document, at)?;
    let before = start.checked_sub(1)?;
    let part = document.is(before, "of")
        && before.checked_sub(1).is_some_and(|k| {
            document.is_any(
                k,
                words![
                    "rest",
                    "most",
                    "much",
                    "remainder",
                    "months",
                    "quarter",
                    "half",
                    "part",
                    "day",
                    "days",
                    "month",
                    "weeks",
                    "quarters"
                ],
            )
        });
    let fits = match unit {
        Unit::Year => led || part || document.is_any(before, &["for", "during", "throughout", "through"]),
        Unit::Month | Unit::Week => led || part || document.is_any(before, &["for", "during", "throughout"]),
        Unit::Day => led,
        _ => false,
    };
    let closed = !document.is_any(end, words!["of", "that", "when", "-", "before", "after", "following", "to", "'s", "ended", "ending"])
        && !document.tag(end).is_some_and(|tag| tag.is_noun())
        && document.kind(end) != Some(crate::text::TokenKind::Number);
    (fits && closed && !plural).then(|| Match::new(start..end, Symbol::Shift(unit, 0, Base::Published)))
}

fn unit_end(document: &Document, i: usize) -> Option<Match> {
    if let Some((unit, end)) = end_of_unit(document, i) {
        return Some(Match::new(i..end, Symbol::Shift(unit, 0, Base::Published)).with(Some(Modifier::End)));
    }
    let modifier = match document.word(i + 1) {
        "end" | "close" => Modifier::End,
        "beginning" | "start" => Modifier::Start,
        "middle" => Modifier::Mid,
        _ => return None,
    };
    if !document.is(i, "the") || !document.is_phrase(i + 2, &["of", "the"]) {
        return None;
    }
    let ((unit, plural), end) = parts::unit(document, i + 4)?;
    let fits = matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century) && !plural;
    fits.then(|| Match::new(i..end, Symbol::Shift(unit, 0, Base::Published)).with(Some(modifier)))
}

/// "year-end", "year end", "year's end", "month's end".
fn end_of_unit(document: &Document, i: usize) -> Option<(Unit, usize)> {
    let ((unit, _), at) =
        parts::unit(document, i).filter(|((unit, plural), _)| !plural && matches!(unit, Unit::Year | Unit::Month | Unit::Week))?;
    if document.is_phrase(at, &["'s", "end"]) {
        return Some((unit, at + 2));
    }
    let end = parts::after_hyphen(document, at);
    let closed = !document.tag(end + 1).is_some_and(|tag| tag.is_noun());
    (document.is(end, "end") && (unit == Unit::Year || end > at) && closed).then_some((unit, end + 1))
}
