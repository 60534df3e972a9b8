//! Times that come again: "every Monday", "daily", "twice a year".

use super::{Gate, Rule, clocks};
use crate::finding::examples;
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Case, Document, words};
use crate::timex::calendar::Unit;
use crate::timex::parts;
use crate::timex::symbol::{Count, Match, Part, Repeat, Symbol};

/// Rules for sets.
pub const RULES: &[Rule] = &[
    Rule {
        name: "every",
        about: "A time that comes again and again.",
        gate: Gate::WORD,
        confidence: 0.82,
        read: every,
        accepts: examples(&[
            ("They meet every Monday.", "every Monday", "XXXX-WXX-1"),
            ("They meet every Saturday morning.", "every Saturday morning", "XXXX-WXX-6TMO"),
            ("They meet every Wednesday at noon.", "every Wednesday at noon", "XXXX-WXX-3T12:00"),
            ("They meet every day.", "every day", "P1D"),
            ("They meet every two weeks.", "every two weeks", "P2W"),
            ("They meet every other Monday.", "every other Monday", "P2W"),
            ("The fair comes every other May.", "every other May", "P2Y"),
            ("They pay each month.", "each month", "P1M"),
            ("They meet on the first Monday of every month.", "the first Monday of every month", "P1M"),
            ("They meet on the second and fourth Monday of each month.", "the second and fourth Monday of each month", "P1M"),
        ]),
        rejects: examples(&["Every second person left.", "Each side won."]),
    },
    Rule {
        name: "frequency",
        about: "A word for how often something comes.",
        gate: Gate::TIME,
        confidence: 0.45,
        read: frequency,
        accepts: examples(&[
            ("The mill makes 40 tons daily.", "daily", "P1D"),
            ("It meets annually.", "annually", "P1Y"),
            ("The weekly market was shut.", "weekly", "P1W"),
        ]),
        rejects: examples(&["The Daily News wrote it.", "The Weekly Standard wrote it."]),
    },
    Rule {
        name: "rate",
        about: "So often, or so much, in each unit of time.",
        gate: Gate::WORD,
        confidence: 0.6,
        read: rate,
        accepts: examples(&[
            ("They meet twice a year in town.", "a year", "P1Y"),
            ("It makes 40 tons per day now.", "per day", "P1D"),
            ("It costs $5 a month.", "a month", "P1M"),
        ]),
        rejects: examples(&["He stayed for a year.", "It was a year to forget."]),
    },
    Rule {
        name: "weekdays",
        about: "A weekday that comes again.",
        gate: Gate::WEEKDAY.or(Gate::TIME).or(Gate::UNIT),
        confidence: 0.75,
        read: plural_weekday,
        accepts: examples(&[
            ("The museum is shut on Mondays.", "Mondays", "XXXX-WXX-1"),
            ("It flies on Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI"),
            ("It is shut on weekends.", "weekends", "XXXX-WXX-WE"),
            ("It is open on weekdays.", "weekdays", "XXXX-WXX-WD"),
        ]),
        rejects: examples(&["Monday's talks failed."]),
    },
];

/// "the first Monday of every month".
fn every_first(document: &Document, i: usize) -> Option<Match> {
    let ordinal = |i: usize| if document.is(i, "last") { Some(i + 1) } else { parts::ordinal(document, i).map(|(_, end)| end) };
    let first = ordinal(i + 1)?;
    // "the second and fourth Monday of each month".
    let at = if document.is_any(first, &["and", "or"]) { ordinal(first + 1)? } else { first };
    let (_, end) = parts::weekday(document, at).or_else(|| parts::weekdays(document, at))?;
    let ((unit, _), last) = parts::unit(document, end + 2)?;
    let set = document.is(end, "of") && document.is_any(end + 1, &["every", "each"]);
    set.then(|| Match::new(i..last, Symbol::Repeat(Repeat::Every(Count::whole(1), unit))))
}

fn every(document: &Document, i: usize) -> Option<Match> {
    if document.is(i, "the") {
        return every_first(document, i);
    }
    if !document.is_any(i, &["every", "each"]) {
        return None;
    }
    let other = document.is(i + 1, "other");
    let at = if other { i + 2 } else { i + 1 };
    if document.is(at, "weekday") {
        return Some(Match::new(i..at + 1, Symbol::Repeat(Repeat::Weekly("WD"))));
    }
    let named = parts::weekday(document, at).map(|(weekday, end)| (Repeat::Weekday(weekday), Unit::Week, end));
    let named = named.or_else(|| parts::month(document, at).map(|(month, end)| (Repeat::Month(month), Unit::Year, end)));
    let named = named.or_else(|| parts::part(document, at).map(|(part, end)| (Repeat::Part(part), Unit::Day, end)));
    let named = named.or_else(|| parts::season(document, at).map(|(season, end)| (Repeat::Season(season), Unit::Year, end)));
    if let Some((repeat, round, end)) = named {
        // "every Saturday morning", "every Wednesday at noon".
        if let (Repeat::Weekday(weekday), Some((part, end))) = (repeat, parts::part(document, end).filter(|_| !other)) {
            return Some(Match::new(i..end, Symbol::Repeat(Repeat::WeekdayPart(weekday, part))));
        }
        let clock = if document.is(end, "at") { clocks::clock_time(document, end + 1) } else { None };
        if let Some((time, end)) = clock.filter(|_| !other) {
            return Some(Match::new(i..end, Symbol::Repeat(repeat)).at(Some(time)));
        }
        let repeat = if other { Repeat::Every(Count::whole(2), round) } else { repeat };
        return Some(Match::new(i..end, Symbol::Repeat(repeat)));
    }
    let counted = parts::count(document, at).filter(|_| !other);
    if let Some((count, (unit, end))) = counted.and_then(|(count, at)| Some((count, parts::unit(document, at)?))) {
        return Some(Match::new(i..end, Symbol::Repeat(Repeat::Every(count, unit.0))));
    }
    let ((unit, plural), end) = parts::unit(document, at)?;
    let times = if other { 2 } else { 1 };
    (!plural && unit != Unit::Second).then(|| Match::new(i..end, Symbol::Repeat(Repeat::Every(Count::whole(times), unit))))
}

fn frequency(document: &Document, i: usize) -> Option<Match> {
    let (count, unit) = match document.word(i) {
        "daily" => (1, Unit::Day),
        "nightly" => (1, Unit::Day),
        "hourly" => (1, Unit::Hour),
        "weekly" => (1, Unit::Week),
        "fortnightly" => (2, Unit::Week),
        "monthly" => (1, Unit::Month),
        "yearly" | "annually" => (1, Unit::Year),
        "quarterly" if !document.tag(i + 1).is_some_and(Tag::is_noun) => (3, Unit::Month),
        "biennial" => (2, Unit::Year),
        _ => return None,
    };
    let named = document.token(i)?.case != Case::Lower
        && (document.is_capitalized(i + 1) || i.checked_sub(1).is_some_and(|b| document.is_capitalized(b)));
    // "the party daily Granma": a newspaper.
    let paper = document.is_capitalized(i + 1) && document.tag(i + 1).is_some_and(Tag::is_proper);
    (!named && !paper).then(|| Match::new(i..i + 1, Symbol::Repeat(Repeat::Every(Count::whole(count), unit))))
}

fn rate(document: &Document, i: usize) -> Option<Match> {
    let per = document.is(i, "per");
    if !per && !document.is_any(i, &["a", "an"]) {
        return None;
    }
    let ((unit, plural), end) = parts::unit(document, i + 1)?;
    if plural || unit == Unit::Second && !per || matches!(unit, Unit::Decade | Unit::Quarter) {
        return None;
    }
    let before = i.checked_sub(1)?;
    let counted = document.is_any(
        before,
        words![
            "once", "twice", "times", "cents", "dollars", "percent", "%", "days", "hours", "barrels", "tons", "tonnes", "million",
            "billion"
        ],
    ) || document.kind(before) == Some(crate::text::TokenKind::Number)
        && !document.is_any(end, &["ago", "earlier", "later", "old"])
        || document.is(before, "share")
        || is_amount(document, before);
    (per || counted).then(|| Match::new(i..end, Symbol::Repeat(Repeat::Every(Count::whole(1), unit))))
}

/// "fifty thousand records": a plural noun with its number just before.
fn is_amount(document: &Document, i: usize) -> bool {
    let numbered = |k: usize| document.kind(k) == Some(crate::text::TokenKind::Number) || document.has(k, Classes::NUMBER_WORD);
    document.word(i).ends_with('s')
        && !document.has(i, Classes::AUXILIARY | Classes::STARTER)
        && (1..4).any(|back| i.checked_sub(back).is_some_and(numbered))
}

fn plural_weekday(document: &Document, i: usize) -> Option<Match> {
    if let Some((weekday, end)) = parts::weekday(document, i) {
        let part = match document.word(end) {
            "mornings" => Part::Morning,
            "afternoons" => Part::Afternoon,
            "evenings" => Part::Evening,
            "nights" => Part::Night,
            _ => return None,
        };
        return Some(Match::new(i..end + 1, Symbol::Repeat(Repeat::WeekdayPart(weekday, part))));
    }
    if document.is_any(i, &["weekdays", "weekends"]) {
        let part = if document.is(i, "weekdays") { "WD" } else { "WE" };
        let led = i.checked_sub(1).is_some_and(|b| document.is_any(b, words!["on", "at", "and", "or", "during"]));
        return led.then(|| Match::new(i..i + 1, Symbol::Repeat(Repeat::Weekly(part))));
    }
    let (weekday, end) = parts::weekdays(document, i)?;
    Some(Match::new(i..end, Symbol::Repeat(Repeat::Weekday(weekday))))
}
