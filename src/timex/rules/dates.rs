//! Dates with a month: "11 December 2015", "Dec. 11", "December 2015", "2015-12-11", "11/12/2015".

use super::{Gate, Rule};
use crate::finding::examples;
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, TokenKind, words};
use crate::timex::parts::{self, Read};
use crate::timex::symbol::{Base, Direction, Fields, Fine, Match, Symbol, TimeOfDay, YearPart};
use chrono::{NaiveDate, Weekday};

/// Rules for dates.
pub const RULES: &[Rule] = &[
    Rule {
        name: "date-month-first",
        about: "A month and a day in the American order, with or without a year.",
        gate: Gate::MONTH.or(Gate::WEEKDAY).or(Gate::WORD),
        confidence: 0.98,
        read: month_first,
        accepts: examples(&[
            ("The talks began on November 3, 2014 in Oslo.", "November 3, 2014", "2014-11-03"),
            ("The mayor resigned Dec. 9.", "Dec. 9", "2015-12-09"),
            ("They will vote on January 4.", "January 4", "2016-01-04"),
            ("The court ruled on Wednesday, Dec. 2, 2015.", "Wednesday, Dec. 2, 2015", "2015-12-02"),
            ("The bridge opened on June 5th.", "June 5th", "2015-06-05"),
            ("The bridge opened last June 5 in rain.", "last June 5", "2015-06-05"),
            ("It was sealed on Feb. 29, 2015.", "Feb. 29, 2015", "2015-02-29"),
        ]),
        rejects: examples(&["She may 3 times a week swim.", "In March 40 people left.", "Flight May 1234 left."]),
    },
    Rule {
        name: "date-day-first",
        about: "A day and a month in the British order, with or without a year.",
        gate: Gate::NUMBER.or(Gate::WEEKDAY).or(Gate::WORD).or(Gate::ORDINAL).or(Gate::COUNT),
        confidence: 0.98,
        read: day_first,
        accepts: examples(&[
            ("The school closed on 11 March 2011.", "11 March 2011", "2011-03-11"),
            ("The hearing is set for 4 January.", "4 January", "2016-01-04"),
            ("They met on the 5th of November.", "the 5th of November", "2015-11-05"),
            ("They met on Tuesday 8 December.", "Tuesday 8 December", "2015-12-08"),
        ]),
        rejects: examples(&["Some 3 May supporters left.", "It sold 40 March tickets."]),
    },
    Rule {
        name: "date-month-year",
        about: "A month and its year.",
        gate: Gate::MONTH.or(Gate::WORD).or(Gate::NUMBER).or(Gate::UNIT),
        confidence: 0.98,
        read: month_year,
        accepts: examples(&[
            ("The plant opened in May 2004.", "May 2004", "2004-05"),
            ("The plant opened in March of 1998.", "March of 1998", "1998-03"),
            ("The plant closed in June last year.", "June last year", "2014-06"),
            ("It opened in May 1990 and shut in November of the same year.", "November of the same year", "1990-11"),
        ]),
        rejects: examples(&["Rosa May 2000 times said so."]),
    },
    Rule {
        name: "month",
        about: "A month whose year the article leaves open.",
        gate: Gate::MONTH.or(Gate::WORD).or(Gate::TIME),
        confidence: 0.95,
        read: month_alone,
        accepts: examples(&[
            ("Sales fell in October.", "October", "2015-10"),
            ("It will open in February.", "February", "2016-02"),
            ("He died last June.", "last June", "2015-06"),
            ("It opens next March.", "next March", "2016-03"),
        ]),
        rejects: examples(&[
            "Rosa May said no.",
            "They may leave.",
            "The march began.",
            "Ms. April Reyes sang.",
            "March on, he said.",
            "May I go?",
            "She was late, and May was wrong.",
        ]),
    },
    Rule {
        name: "date-iso",
        about: "A date in digits, year first.",
        gate: Gate::NUMBER,
        confidence: 0.97,
        read: iso,
        accepts: examples(&[
            ("The log says 2015-11-30 only.", "2015-11-30", "2015-11-30"),
            ("The log says 2015-11-30T14:30:00Z only.", "2015-11-30T14:30:00Z", "2015-11-30T14:30"),
        ]),
        rejects: examples(&["Call 2015-111-300 now.", "Version 2.2015-11 is out."]),
    },
    Rule {
        name: "date-slashes",
        about: "A date in digits with slashes or stops.",
        gate: Gate::NUMBER,
        confidence: 0.85,
        read: slashes,
        accepts: examples(&[
            ("The letter is dated 25/11/2015 and signed.", "25/11/2015", "2015-11-25"),
            ("The letter is dated 11/25/2015 and signed.", "11/25/2015", "2015-11-25"),
            ("The letter is dated 25.11.2015 and signed.", "25.11.2015", "2015-11-25"),
        ]),
        rejects: examples(&[
            "He scored 24/7 in it.",
            "It fell 3/4 of a point.",
            "Route 9/11/40 is shut.",
            "Version 10.11.2 is out.",
            "The address is 192.168.10.11 here.",
        ]),
    },
    Rule {
        name: "day-of-month",
        about: "A day of a month that the article named before.",
        gate: Gate::WORD,
        confidence: 0.7,
        read: day_of_month,
        accepts: examples(&[("They met on December 3 and again on the 8th.", "the 8th", "2015-12-08")]),
        rejects: examples(&["He is on the 8th floor.", "In the 5th Congressional district she won.", "the 3rd time"]),
    },
];

/// An optional weekday with its comma.
fn leading_weekday(document: &Document, i: usize) -> (Option<Weekday>, usize) {
    match parts::weekday(document, i) {
        Some((weekday, end)) => {
            let end = if document.is(end, ".") { end + 1 } else { end };
            (Some(weekday), if document.is(end, ",") { end + 1 } else { end })
        }
        None => (None, i),
    }
}

/// A day with its month, for times of the clock beside it.
pub fn day(document: &Document, i: usize) -> Read<Symbol> {
    month_first(document, i).or_else(|| day_first(document, i)).map(|read| (read.symbol, read.tokens.end))
}

fn month_first(document: &Document, i: usize) -> Option<Match> {
    let (weekday, at) = leading_weekday(document, i);
    let (direction, at) = parts::direction(document, at).filter(|_| weekday.is_none()).unwrap_or((Direction::Bare, at));
    let (month, at) = parts::month(document, at)?;
    let at = if document.is(at, "the") { at + 1 } else { at };
    let (day, end) = parts::day_number(document, at).or_else(|| parts::ordinal_day(document, at))?;
    if !document.token(at)?.spaced || parts::is_part_of_number(document, at) || is_score(document, at) {
        return None;
    }
    let (year, end) = trailing_year(document, end);
    let symbol = match dated(year, month, day, weekday) {
        Symbol::Calendar(fields) => Symbol::Calendar(Fields { direction, ..fields }),
        other => other,
    };
    Some(Match::new(i..end, symbol))
}

/// "December 3-1": a result, not a day; but "December 3-5" is a range of days.
fn is_score(document: &Document, i: usize) -> bool {
    let (first, second) = (parts::digits(document, i), parts::digits(document, i + 2));
    parts::hyphen(document, i + 1) && matches!((first, second), (Some(first), Some(second)) if second <= first)
}

/// A year behind a day: ", 2015", "2015", "of 2015", "last year".
fn trailing_year(document: &Document, i: usize) -> (Option<YearPart>, usize) {
    let at = if document.is_any(i, &[",", "of", "in"]) { i + 1 } else { i };
    if let Some((year, end)) = parts::any_year(document, at) {
        return (Some(YearPart::Stated(year)), end);
    }
    named_year(document, at).map_or((None, i), |(year, end)| (Some(year), end))
}

/// "last year", "this year", "next year", "the same year".
fn named_year(document: &Document, i: usize) -> Read<YearPart> {
    let at = if document.is(i, "of") { i + 1 } else { i };
    let same = if document.is_phrase(at, &["the", "same"]) { Some(at + 2) } else { document.is(at, "that").then_some(at + 1) };
    if let Some(end) = same.filter(|end| document.is(*end, "year")) {
        return Some((YearPart::Away(0, Base::Mentioned), end + 1));
    }
    let (direction, at) = parts::direction(document, if document.is(i, "of") { i + 1 } else { i })?;
    let (away, base) = match direction {
        Direction::Last => (-1, Base::Published),
        Direction::Next => (1, Base::Published),
        Direction::Following => (1, Base::Mentioned),
        Direction::Preceding => (-1, Base::Mentioned),
        _ => (0, Base::Published),
    };
    let follows = document.is(at, "year") && !document.is(at + 1, "'s");
    follows.then_some((YearPart::Away(away, base), at + 1))
}

/// The symbol of a day of a month, or of a day that no calendar has.
fn dated(year: Option<YearPart>, month: u32, day: u32, weekday: Option<Weekday>) -> Symbol {
    if let Some(YearPart::Stated(year)) = year.filter(|_| day > 28)
        && NaiveDate::from_ymd_opt(year, month, day).is_none()
    {
        return Symbol::Impossible(year, month, day);
    }
    let year = year.unwrap_or(YearPart::Open);
    Symbol::Calendar(Fields { year, fine: Fine::Day(month, day), direction: Direction::Bare, weekday })
}

fn day_first(document: &Document, i: usize) -> Option<Match> {
    let (weekday, at) = leading_weekday(document, i);
    let at = if document.is(at, "the") { at + 1 } else { at };
    let (day, end) = parts::day_number(document, at).or_else(|| parts::ordinal_day(document, at))?;
    let ordinal = document.kind(at) != Some(TokenKind::Number);
    if parts::is_part_of_number(document, at)
        || (at > i && weekday.is_none() && !ordinal && !document.is(end, "of") && !document.has(end, Classes::MONTH))
    {
        return None;
    }
    let of = ordinal && document.is(end, "of");
    let dash = parts::hyphen(document, end);
    let (month, end) = parts::month(document, end + usize::from(of || dash))?;
    let (year, end) = trailing_year(document, end);
    if year.is_none() && parts::is_street(document, end) {
        return None;
    }
    let quantity = year.is_none() && weekday.is_none() && document.kind(end) == Some(TokenKind::Word) && is_name_ahead(document, end);
    (!quantity).then(|| Match::new(i..end, dated(year, month, day, weekday)))
}

/// "3 May supporters", "Sunday 5 May Smith": lower-case nouns behind make the number a quantity.
fn is_name_ahead(document: &Document, i: usize) -> bool {
    let word = document.word(i);
    parts::is_doubtful_month(document, i.saturating_sub(1)) && word.len() > 4 && word.ends_with('s') && !document.is_capitalized(i)
        || document.is(i, "tickets")
}

fn month_year(document: &Document, i: usize) -> Option<Match> {
    let at = if document.is(i, "the") { i + 1 } else { i };
    let at = if at > i && document.is(at, "month") && document.is(at + 1, "of") { at + 2 } else { at };
    if at == i + 1 {
        return None;
    }
    let (month, end) = parts::month(document, at)?;
    let comma = document.is_any(end, &[",", "of", "'"]);
    let named = i.checked_sub(1).is_some_and(|b| document.has(b, Classes::GIVEN_NAME | Classes::HONORIFIC | Classes::ROLE));
    if parts::is_doubtful_month(document, at) && named {
        return None;
    }
    if let Some((year, end)) = parts::any_year(document, end + usize::from(comma))
        .filter(|(_, end)| !parts::is_doubtful_month(document, at) || !parts::is_counted(document, *end))
    {
        return Some(Match::new(i..end, Symbol::Calendar(Fields::of(year, Fine::Month(month)))));
    }
    let (year, end) = named_year(document, end)?;
    let fields = Fields { year, fine: Fine::Month(month), direction: Direction::Bare, weekday: None };
    Some(Match::new(i..end, Symbol::Calendar(fields)))
}

fn month_alone(document: &Document, i: usize) -> Option<Match> {
    let (direction, at) = parts::direction(document, i).filter(|_| !document.is(i, "coming")).unwrap_or((Direction::Bare, i));
    let (month, end) = parts::month(document, at)?;
    let before = i.checked_sub(1);
    let doubtful = parts::is_doubtful_month(document, at);
    let short = document.word(at).trim_end_matches('.').len() == 3 && month != 5;
    let listed = before.is_some_and(|b| document.is(b, ",") && b.checked_sub(1).is_some_and(|b| document.has(b, Classes::MONTH)))
        && (document.is(end, ",") || document.is_any(end, &["and", "or"]));
    let led = direction != Direction::Bare || is_led(document, i) || listed;
    if (short || doubtful) && !led || is_in_name(document, at, end) {
        return None;
    }
    // "and May was wrong": a name that acts.
    let joined = before.is_some_and(|b| document.is_any(b, &["and", "or", "than"]));
    if doubtful && joined && document.tag(end).is_some_and(Tag::is_finite) {
        return None;
    }
    let named = before.is_some_and(|b| document.is_capitalized(b) && !document.has(b, Classes::PREPOSITION | Classes::STARTER));
    if doubtful && named && direction == Direction::Bare {
        return None;
    }
    Some(Match::new(i..end, Symbol::Calendar(Fields::open(Fine::Month(month), direction))))
}

/// Whether a word before the month makes a time of it: "in", "since", "early", "last".
fn is_led(document: &Document, i: usize) -> bool {
    i.checked_sub(1).is_some_and(|b| {
        document.is_any(
            b,
            words![
                "in", "since", "until", "till", "by", "from", "during", "before", "after", "early", "late", "mid", "of", "for", "and",
                "or", "to", "through", "between", "next", "last", "this", "each", "every", "around", "about", "earlier", "later", "-",
                "until", "on", "than",
            ],
        )
    })
}

/// "March Madness", "June Carter", "May Day": a capitalised word right behind.
fn is_in_name(document: &Document, at: usize, end: usize) -> bool {
    parts::is_doubtful_month(document, at)
        && document.is_capitalized(end)
        && !document.has(end, Classes::WEEKDAY | Classes::MONTH | Classes::STARTER)
}

/// "12.11.2015": the day stands first where stops part the numbers.
fn dotted(document: &Document, i: usize) -> Option<Match> {
    let mut numbers = document.text_of(i).split('.').map(|part| part.parse::<u32>().ok().map(|number| (number, part.len())));
    let (Some(Some((day, 1..=2))), Some(Some((month, 1..=2))), Some(Some((year, 4))), None) =
        (numbers.next(), numbers.next(), numbers.next(), numbers.next())
    else {
        return None;
    };
    let joined = document.is_glued(i) || document.is_glued(i + 1) && document.is_any(i + 1, &["/", "-", ":"]);
    let days = (1..=12).contains(&month) && (1..=31).contains(&day) && (1000..2200).contains(&year);
    let numbered = i.checked_sub(1).is_some_and(|b| document.is_any(b, words!["version", "release", "build", "address", "ip"]));
    (!joined && days && !numbered).then(|| Match::new(i..i + 1, dated(Some(YearPart::Stated(year as i32)), month, day, None)).doubted(0.1))
}

/// Whether the tokens from `i` on are digits and `sign` in turn, three times, with nothing glued around.
fn three_numbers(document: &Document, i: usize, signs: &[&str]) -> Option<(u32, u32, u32)> {
    let separated = document.is_any(i + 1, signs) && document.word(i + 1) == document.word(i + 3);
    let glued = (1..=4).all(|k| document.is_glued(i + k));
    let opened = !document.is_glued(i) || i.checked_sub(1).is_some_and(|b| document.is_any(b, &["(", "[", "\"", "“"]));
    let goes_on = document.is_glued(i + 5) && document.is_any(i + 5, &["/", "-", ":"]);
    let numbers = (parts::digits(document, i)?, parts::digits(document, i + 2)?, parts::digits(document, i + 4)?);
    (separated && glued && opened && !goes_on).then_some(numbers)
}

fn iso(document: &Document, i: usize) -> Option<Match> {
    if let Some(read) = iso_time(document, i) {
        return Some(read);
    }
    let (year, month, day) = three_numbers(document, i, &["-", "/", "‑", "–"])?;
    let widths = (document.text_of(i).len(), document.text_of(i + 2).len(), document.text_of(i + 4).len());
    let year = i32::try_from(year).ok().filter(|year| (1000..2200).contains(year))?;
    if widths.0 != 4 || widths.1 > 2 || widths.2 > 2 || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    Some(Match::new(i..i + 5, dated(Some(YearPart::Stated(year)), month, day, None)))
}

/// "2015-12-10T14:30:00Z".
fn iso_time(document: &Document, i: usize) -> Option<Match> {
    let glued = (1..=6).all(|k| document.is_glued(i + k));
    let signs = document.is(i + 1, "-") && document.is(i + 3, "-") && document.is(i + 5, ":");
    let (year, month, minute) = (parts::digits(document, i)?, parts::digits(document, i + 2)?, parts::digits(document, i + 6)?);
    let (day, tail) = parts::digits_with_tail(document, i + 4)?;
    let hour: u32 = tail.strip_prefix('t')?.parse().ok()?;
    let seconds = document.is(i + 7, ":") && document.is_glued(i + 7) && document.is_glued(i + 8);
    let fits =
        glued && signs && (1000..2200).contains(&year) && hour < 25 && minute < 60 && (1..=12).contains(&month) && (1..=31).contains(&day);
    let symbol = dated(Some(YearPart::Stated(year as i32)), month, day, None);
    fits.then(|| Match::new(i..i + if seconds { 9 } else { 7 }, symbol).at(Some(TimeOfDay::Clock(hour, minute))))
}

fn slashes(document: &Document, i: usize) -> Option<Match> {
    if let Some(read) = dotted(document, i) {
        return Some(read);
    }
    let (first, second, year) = three_numbers(document, i, &["/", "-"])?;
    let width = document.text_of(i + 4).len();
    let year = match width {
        4 if (1000..2200).contains(&year) => year as i32,
        2 => 1900 + year as i32 + if year < 70 { 100 } else { 0 },
        _ => return None,
    };
    if width == 2 && !document.is(i + 1, "/") || document.text_of(i).len() > 2 || document.text_of(i + 2).len() > 2 {
        return None;
    }
    let numbered = i.checked_sub(1).is_some_and(|b| document.is_any(b, words!["route", "flight", "version", "model", "case"]));
    let days = (1..=31).contains(&first) && (1..=31).contains(&second);
    if !days || numbered || (first > 12 && second > 12) {
        return None;
    }
    let doubt = if width == 2 { 0.1 } else { 0.0 };
    let symbol = match (first > 12, second > 12) {
        (true, _) => dated(Some(YearPart::Stated(year)), second, first, None),
        (_, true) => dated(Some(YearPart::Stated(year)), first, second, None),
        _ if first == second => dated(Some(YearPart::Stated(year)), first, second, None),
        _ => Symbol::Slashes(year, first, second),
    };
    Some(Match::new(i..i + 5, symbol).doubted(doubt))
}

/// "the 5th": a day of a month that is left open.
pub fn numbered_day(document: &Document, i: usize) -> Read<Symbol> {
    let ordinal = parts::digits_with_tail(document, i + 1)
        .filter(|(day, tail)| document.is(i, "the") && matches!(*tail, "st" | "nd" | "rd" | "th") && (1..=31).contains(day));
    ordinal.map(|(day, _)| (Symbol::DayOfMonth(day), i + 2))
}

fn day_of_month(document: &Document, i: usize) -> Option<Match> {
    if !document.is(i, "the") || !i.checked_sub(1).is_some_and(|b| document.is_any(b, words!["on", "by", "until", "since", "from"])) {
        return None;
    }
    let (symbol, end) = numbered_day(document, i)?;
    let closes = document.kind(end) != Some(TokenKind::Word) || document.has(end, Classes::PREPOSITION | Classes::STARTER);
    let centuries = document.is_any(end, &["and", "or", "to"]) && document.is_any(end + 2, &["century", "centuries"]);
    (closes && !centuries && !document.is_any(end, &["of", "-"])).then(|| Match::new(i..end, symbol))
}
