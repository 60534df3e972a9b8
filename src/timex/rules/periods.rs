//! Quarters, halves, seasons and fiscal years.

use super::{Gate, Rule, dates};
use crate::finding::examples;
use crate::text::{Case, Document, words};
use crate::timex::TimexType;
use crate::timex::calendar::{Half, Unit};
use crate::timex::parts::{self, Read};
use crate::timex::symbol::{Base, Count, Direction, Fields, Fine, Match, Symbol, YearPart};

/// Rules for parts of years.
pub const RULES: &[Rule] = &[
    Rule {
        name: "quarter",
        about: "A quarter of a year.",
        gate: Gate::WORD.or(Gate::ORDINAL).or(Gate::UNIT).or(Gate::NUMBER).or(Gate::TIME),
        confidence: 0.96,
        read: quarter,
        accepts: examples(&[
            ("Profit rose in the third quarter.", "the third quarter", "2015-Q3"),
            ("Its third-quarter profit rose.", "third-quarter", "2015-Q3"),
            ("Profit rose in the first quarter of 2014.", "the first quarter of 2014", "2014-Q1"),
            ("Profit rose in the fiscal third quarter ended March 31, 2014.", "the fiscal third quarter", "2014-Q1"),
            ("Profit rose in the last quarter of 2014.", "the last quarter of 2014", "2014-Q4"),
            ("Profit rose in the year-ago quarter.", "the year-ago quarter", "2014-Q3"),
            ("Profit rose from the same quarter last year.", "the same quarter last year", "2014-Q3"),
        ]),
        rejects: examples(&[
            "They trailed after the third quarter of the game.",
            "A quarter of voters stayed home.",
            "He lives in the Latin quarter.",
            "The third quarter ended 14-7.",
        ]),
    },
    Rule {
        name: "half-year",
        about: "A half of a year.",
        gate: Gate::WORD.or(Gate::ORDINAL),
        confidence: 0.85,
        read: half,
        accepts: examples(&[
            ("Sales fell in the first half of 2015.", "the first half of 2015", "2015-H1"),
            ("The fair was held in the second half of November 2014.", "the second half of November 2014", "2014-11"),
        ]),
        rejects: examples(&["They led in the first half.", "She ate the second half of the cake."]),
    },
    Rule {
        name: "season",
        about: "A season of the year.",
        gate: Gate::WORD.or(Gate::TIME),
        confidence: 0.85,
        read: season,
        accepts: examples(&[
            ("The pool opened in the summer of 2014.", "the summer of 2014", "2014-SU"),
            ("The pool opened last spring.", "last spring", "2015-SP"),
            ("They will return this winter.", "this winter", "2015-WI"),
        ]),
        rejects: examples(&[
            "Prices fall when demand drops.",
            "They spring into action.",
            "The fall of the city was swift.",
            "Last, fall back.",
        ]),
    },
    Rule {
        name: "period-code",
        about: "A quarter, a half or a fiscal year in the short form of business reports.",
        gate: Gate::TIME.or(Gate::NUMBER).or(Gate::WORD),
        confidence: 0.85,
        read: code,
        accepts: examples(&[
            ("Sales rose in Q3 2015.", "Q3 2015", "2015-Q3"),
            ("Sales rose in 3Q15.", "3Q15", "2015-Q3"),
            ("Sales rose in H1 2016.", "H1 2016", "2016-H1"),
            ("Sales rose in FY2016.", "FY2016", "2016"),
            ("Sales rose in FY15.", "FY15", "2015"),
            ("Sales rose in Q3.", "Q3", "2015-Q3"),
        ]),
        rejects: examples(&["The Audi Q3 sold well.", "The Q&A ran late.", "Type H1 is rare."]),
    },
    Rule {
        name: "fiscal-year",
        about: "A fiscal year.",
        gate: Gate::WORD,
        confidence: 0.75,
        read: fiscal,
        accepts: examples(&[
            ("The budget for fiscal 2016 grew.", "fiscal 2016", "2016"),
            ("It grew in the current fiscal year.", "the current fiscal year", "2015"),
        ]),
        rejects: examples(&["Fiscal policy matters."]),
    },
];

/// "Q3 2015", "3Q15", "H1", "FY16".
fn code(document: &Document, i: usize) -> Option<Match> {
    if document.token(i)?.case == Case::Lower {
        return None;
    }
    let (fine, year, end) = coded(document, i)?;
    let (year, end) = match year {
        Some(year) => (YearPart::Stated(year), end),
        None => match trailing_year(document, end) {
            Some((year, end)) => (year, end),
            None if fine == Fine::Whole => return None,
            None => (YearPart::Open, end),
        },
    };
    let led = i.checked_sub(1).is_some_and(|b| {
        document.is_any(
            b,
            words![
                "in", "for", "of", "from", "to", "during", "since", "by", "(", "and", "early", "late", "the", "fiscal", "through", "vs",
                "versus",
            ],
        )
    });
    (led || year != YearPart::Open).then(|| Match::new(i..end, with_year(year, fine)))
}

/// The part of the year that a code names, and the year where it holds one.
fn coded(document: &Document, i: usize) -> Option<(Fine, Option<i32>, usize)> {
    let word = document.word(i);
    let two = |digits: &str| match digits.len() {
        2 => digits.parse::<i32>().ok().map(|year| 2000 + year),
        4 => digits.parse().ok().filter(|year| (1900..2100).contains(year)),
        _ => None,
    };
    if let Some(rest) = word.strip_prefix("fy") {
        let year = if rest.is_empty() { None } else { Some(two(rest)?) };
        return Some((Fine::Whole, year, i + 1));
    }
    let part = |letter: &str, number: &str| match (letter, number.parse::<u32>().ok()?) {
        ("q", number @ 1..=4) => Some(Fine::Quarter(number)),
        ("h", number @ 1..=2) => Some(Fine::Half(parts::half(number)?)),
        _ => None,
    };
    let (first, rest) = word.split_at_checked(1)?;
    if let Some(fine) = part(first, rest) {
        return Some((fine, None, i + 1));
    }
    let (letter, year) = rest.split_at_checked(1)?;
    let fine = part(letter, first)?;
    let year = if year.is_empty() { None } else { Some(two(year)?) };
    Some((fine, year, i + 1))
}

/// A year behind a part of a year: "of 2014", "2014", "of last year", "this year".
fn trailing_year(document: &Document, i: usize) -> Read<YearPart> {
    let at = if document.is_any(i, &["of", "in", ","]) { i + 1 } else { i };
    let at = if document.is(at, "fiscal") { at + 1 } else { at };
    if let Some((year, end)) = parts::any_year(document, at).or_else(|| parts::short_year(document, at)) {
        return Some((YearPart::Stated(year), end));
    }
    let same = if document.is_phrase(at, &["the", "same"]) { Some(at + 2) } else { document.is(at, "that").then_some(at + 1) };
    if let Some(end) = same.filter(|end| document.is(*end, "year")) {
        return Some((YearPart::Away(0, Base::Mentioned), end + 1));
    }
    let (direction, at) = parts::direction(document, at)?;
    let year = match direction {
        Direction::Last => YearPart::Away(-1, Base::Published),
        Direction::Next => YearPart::Away(1, Base::Published),
        Direction::Following => YearPart::Away(1, Base::Mentioned),
        Direction::Preceding => YearPart::Away(-1, Base::Mentioned),
        _ => YearPart::Away(0, Base::Published),
    };
    document.is(at, "year").then_some((year, at + 1))
}

/// A year before it: "this year's", "the 1989", "last year's".
fn leading_year(document: &Document, i: usize) -> (YearPart, usize) {
    if document.is_any(i, &["of", "in"]) {
        return (YearPart::Open, i);
    }
    let at = if document.is(i, "the") { i + 1 } else { i };
    if let Some((year, end)) = parts::year(document, at) {
        return (YearPart::Stated(year), end);
    }
    match trailing_year(document, i) {
        Some((year, end)) if document.is(end, "'s") => (year, end + 1),
        _ => (YearPart::Open, at),
    }
}

fn with_year(year: YearPart, fine: Fine) -> Symbol {
    Symbol::Calendar(Fields { year, fine, direction: Direction::Bare, weekday: None })
}

fn quarter(document: &Document, i: usize) -> Option<Match> {
    if let Some(symbol) = year_ago_quarter(document, i) {
        return Some(Match::new(i..symbol.1, symbol.0));
    }
    let (year, at) = leading_year(document, i);
    let at = if document.is_any(at, &["fiscal", "latest"]) { at + 1 } else { at };
    // "the last quarter of 2014", but "the last quarter", which is the one before this.
    let closing = document.is_any(at, &["last", "final"]) && document.is(at + 1, "quarter") && document.is(at + 2, "of");
    let stated = |i: usize| matches!(trailing_year(document, i), Some((YearPart::Stated(_) | YearPart::Away(..), _)));
    let numbered = parts::ordinal(document, at).filter(|(number, _)| (1..=4).contains(number));
    let (number, end) = if closing && stated(at + 2) { (4, at + 1) } else { numbered? };
    let dash = parts::hyphen(document, end);
    let end = if dash { end + 1 } else { end };
    let end = if document.is(end, "fiscal") { end + 1 } else { end };
    if !document.is(end, "quarter") || is_game(document, end + 1) {
        return None;
    }
    let (year, end) = match trailing_year(document, end + 1).filter(|_| !dash) {
        Some((stated, end)) if year == YearPart::Open => (stated, end),
        _ => (year, end + 1),
    };
    let start = if dash && document.is(i, "the") { i + 1 } else { i };
    // "the fiscal third quarter ended March 31, 2014": the first one of the calendar.
    if let Some(symbol) = ended(document, end).filter(|_| year == YearPart::Open) {
        return Some(Match::new(start..end, symbol));
    }
    Some(Match::new(start..end, with_year(year, Fine::Quarter(number))))
}

/// The calendar's quarter where the words say on which day of which year the quarter ended.
fn ended(document: &Document, i: usize) -> Option<Symbol> {
    let at = i + 1 + usize::from(document.is(i + 1, "on"));
    let (Symbol::Calendar(last), _) = dates::day(document, at).filter(|_| document.is_any(i, &["ended", "ending"]))? else { return None };
    match (last.year, last.fine) {
        (YearPart::Stated(_), Fine::Day(month, _)) if month % 3 == 0 => Some(with_year(last.year, Fine::Quarter(month / 3))),
        _ => None,
    }
}

/// "of the game", "touchdown": a quarter of a match.
fn is_game(document: &Document, i: usize) -> bool {
    let score = document.is_any(i, &["ended", "with", "at"]) && (i..i + 5).any(|k| parts::is_score(document, k));
    score
        || document.is_phrase(i, &["of", "the", "game"])
        || document.is_any(i, words!["touchdown", "lead", "pass", "century", "final", "finals"])
}

/// "the year-ago quarter", "the year-earlier period", "the same quarter a year ago".
fn year_ago_quarter(document: &Document, i: usize) -> Read<Symbol> {
    let at = if document.is(i, "the") { i + 1 } else { i };
    let at = if document.is_any(at, &["comparable", "corresponding", "same"]) { at + 1 } else { at };
    if let Some(end) = behind_period(document, i, at) {
        return Some((Symbol::Shift(Unit::Quarter, -4, Base::Mentioned), end));
    }
    let dashed = document.is(at, "year") && document.is_any(at + 1, &["-"]) && document.is_any(at + 2, &["ago", "earlier"]);
    if !dashed {
        return None;
    }
    if let Some((number, end)) = parts::ordinal(document, at + 3).filter(|(number, end)| *number <= 4 && document.is(*end, "quarter")) {
        return Some((with_year(YearPart::Away(-1, Base::Published), Fine::Quarter(number)), end + 1));
    }
    let named = document.is_any(at + 3, &["quarter", "period"]);
    named.then_some((Symbol::Shift(Unit::Quarter, -4, Base::Mentioned), at + 4))
}

/// "last year's quarter", "the quarter a year ago", "the corresponding period last year".
fn behind_period(document: &Document, i: usize, at: usize) -> Option<usize> {
    let period = |k: usize| document.is_any(k, &["quarter", "period"]);
    if document.is_phrase(at, &["last", "year", "'s"]) && period(at + 3) {
        return Some(at + 4);
    }
    let compared = at > i + 1 || document.is(i, "the") && document.is(at, "quarter");
    let year_ago = document.is_phrase(at + 1, &["a", "year", "ago"]) || document.is_phrase(at + 1, &["a", "year", "earlier"]);
    let last_year = at > i + 1 && document.is_phrase(at + 1, &["last", "year"]);
    let of_last_year = at > i + 1 && document.is_phrase(at + 1, &["of", "last", "year"]);
    let length = if year_ago || of_last_year { 3 } else { 2 };
    (compared && period(at) && (year_ago || last_year || of_last_year)).then_some(at + 1 + length)
}

fn half(document: &Document, i: usize) -> Option<Match> {
    let (year, at) = leading_year(document, i);
    let (number, end) = if document.is(at, "last") { (2, at + 1) } else { parts::ordinal(document, at)? };
    let half: Half = parts::half(number)?;
    let dash = parts::hyphen(document, end);
    let end = if dash { end + 1 } else { end };
    if !document.is(end, "half") {
        return None;
    }
    if let Some((month, year, end)) = of_month(document, end + 1) {
        return Some(Match::new(i..end, Symbol::Calendar(Fields::maybe(year, Fine::Month(month)))));
    }
    let trailing = trailing_year(document, end + 1).filter(|_| !dash);
    let whole = || document.is_phrase(end + 1, &["of", "the", "year"]).then_some((YearPart::Open, end + 4));
    let (year, end) = match (year, trailing.or_else(whole)) {
        (YearPart::Open, Some(trailing)) => trailing,
        (YearPart::Open, None) => return None,
        (year, _) => (year, end + 1),
    };
    Some(Match::new(i..end, with_year(year, Fine::Half(half))))
}

/// "of November", "of November 2014".
fn of_month(document: &Document, i: usize) -> Option<(u32, Option<i32>, usize)> {
    let (month, end) = parts::month(document, i + 1).filter(|_| document.is(i, "of"))?;
    let year = parts::year(document, end);
    Some((month, year.map(|(year, _)| year), year.map_or(end, |(_, end)| end)))
}

fn season(document: &Document, i: usize) -> Option<Match> {
    let the = document.is(i, "the");
    let (direction, at) = match parts::direction(document, i) {
        Some(said) => said,
        None if the && document.is(i + 1, "past") => (Direction::Last, i + 2),
        None => (Direction::Bare, i + usize::from(the)),
    };
    let (season, end) = parts::season(document, at)?;
    let across = |end: usize| parts::season_end(document, end).unwrap_or(end);
    if let Some((year, end)) = trailing_year(document, end)
        .map(|(year, end)| (year, across(end)))
        .filter(|_| !document.is(end, ",") || parts::year(document, end + 1).is_some())
    {
        let verb = at == i && document.is_any(i, &["fall", "spring"]) && !document.is_capitalized(i);
        let said = !verb || matches!(year, YearPart::Stated(_));
        return said.then(|| Match::new(i..end, with_year(year, Fine::Season(season))));
    }
    let led = i.checked_sub(1).is_some_and(|b| {
        document.is_any(b, words!["in", "since", "until", "during", "by", "through", "throughout", "over", "early", "late", "this", "mid"])
    });
    let verb = document.is_any(at, &["fall", "spring"]);
    let fits =
        direction != Direction::Bare || (led && (the || !verb)) || (led && verb && !document.is_any(end, &["of", "in", "on", "from"]));
    let name = document.is_capitalized(at) && document.is_capitalized(end);
    let possessed = direction == Direction::Bare && document.is(end, "of");
    (fits && !name && !possessed).then(|| Match::new(i..end, Symbol::Calendar(Fields::open(Fine::Season(season), direction))))
}

fn fiscal(document: &Document, i: usize) -> Option<Match> {
    let the = document.is(i, "the");
    let at = if the { i + 1 } else { i };
    let (away, at) = match document.word(at) {
        "current" | "this" => (Some(0), at + 1),
        "next" | "coming" => (Some(1), at + 1),
        "last" | "previous" | "past" => (Some(-1), at + 1),
        _ => (None, at),
    };
    if !document.is_any(at, &["fiscal", "financial"]) {
        return None;
    }
    let year = if document.is(at + 1, "year") { at + 2 } else { at + 1 };
    if let Some((year, end)) = parts::year(document, year) {
        return Some(Match::new(i..end, Symbol::Calendar(Fields::of(year, Fine::Whole))));
    }
    if year == at + 1 {
        return None;
    }
    match away {
        Some(away) => Some(Match::new(i..year, Symbol::Shift(Unit::Year, away, Base::Published))),
        None if the => Some(Match::new(i..year, Symbol::Length(Count::whole(1), Unit::Year)).typed(TimexType::Duration)),
        None => None,
    }
}
