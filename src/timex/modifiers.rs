//! Words around an expression that change its value: "early", "more than", "or so".

use super::calendar::Unit;
use super::parts;
use super::symbol::{Count, Edge, Fine, Match, Modifier, Symbol};
use crate::text::Document;

/// A phrase before an expression and what it does.
struct Before {
    words: &'static [&'static str],
    modifier: Modifier,
    fits: Fits,
}

/// What a modifier can stand before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fits {
    /// A date longer than a moment.
    Date,
    /// A date or a length.
    Any,
    /// A length.
    Length,
}

const fn before(words: &'static [&'static str], modifier: Modifier, fits: Fits) -> Before {
    Before { words, modifier, fits }
}

/// Longer phrases first.
const BEFORE: &[Before] = &[
    before(&["at", "the", "very", "end", "of"], Modifier::End, Fits::Date),
    before(&["the", "very", "end", "of"], Modifier::End, Fits::Date),
    before(&["the", "very", "beginning", "of"], Modifier::Start, Fits::Date),
    before(&["the", "early", "part", "of"], Modifier::Start, Fits::Date),
    before(&["the", "latter", "part", "of"], Modifier::End, Fits::Date),
    before(&["the", "end", "of"], Modifier::End, Fits::Date),
    before(&["the", "close", "of"], Modifier::End, Fits::Date),
    before(&["the", "beginning", "of"], Modifier::Start, Fits::Date),
    before(&["the", "start", "of"], Modifier::Start, Fits::Date),
    before(&["the", "middle", "of"], Modifier::Mid, Fits::Date),
    before(&["end", "of"], Modifier::End, Fits::Date),
    before(&["beginning", "of"], Modifier::Start, Fits::Date),
    before(&["the", "early"], Modifier::Start, Fits::Date),
    before(&["the", "late"], Modifier::End, Fits::Date),
    before(&["early", "in"], Modifier::Start, Fits::Date),
    before(&["late", "in"], Modifier::End, Fits::Date),
    before(&["earlier", "in"], Modifier::Start, Fits::Date),
    before(&["later", "in"], Modifier::End, Fits::Date),
    before(&["early", "on"], Modifier::Start, Fits::Date),
    before(&["late", "on"], Modifier::End, Fits::Date),
    before(&["early"], Modifier::Start, Fits::Date),
    before(&["earlier"], Modifier::Start, Fits::Date),
    before(&["late"], Modifier::End, Fits::Date),
    before(&["later"], Modifier::End, Fits::Date),
    before(&["mid"], Modifier::Mid, Fits::Date),
    before(&["no", "more", "than"], Modifier::EqualOrLess, Fits::Length),
    before(&["no", "less", "than"], Modifier::EqualOrMore, Fits::Length),
    before(&["not", "more", "than"], Modifier::EqualOrLess, Fits::Length),
    before(&["more", "than"], Modifier::MoreThan, Fits::Length),
    before(&["less", "than"], Modifier::LessThan, Fits::Length),
    before(&["fewer", "than"], Modifier::LessThan, Fits::Length),
    before(&["at", "least"], Modifier::EqualOrMore, Fits::Length),
    before(&["at", "most"], Modifier::EqualOrLess, Fits::Length),
    before(&["up", "to"], Modifier::EqualOrLess, Fits::Length),
    before(&["as", "many", "as"], Modifier::EqualOrLess, Fits::Length),
    before(&["as", "long", "as"], Modifier::EqualOrLess, Fits::Length),
    before(&["nearly"], Modifier::LessThan, Fits::Length),
    before(&["almost"], Modifier::LessThan, Fits::Length),
    before(&["over"], Modifier::MoreThan, Fits::Length),
    before(&["under"], Modifier::LessThan, Fits::Length),
    before(&["about"], Modifier::Approx, Fits::Any),
    before(&["around"], Modifier::Approx, Fits::Any),
    before(&["approximately"], Modifier::Approx, Fits::Any),
    before(&["roughly"], Modifier::Approx, Fits::Any),
    before(&["circa"], Modifier::Approx, Fits::Any),
    before(&["ca."], Modifier::Approx, Fits::Any),
    before(&["c", "."], Modifier::Approx, Fits::Any),
    before(&["some"], Modifier::Approx, Fits::Length),
];

/// Phrases behind an expression.
const AFTER: &[(&[&str], Modifier)] =
    &[(&["or", "so"], Modifier::Approx), (&["or", "more"], Modifier::EqualOrMore), (&["or", "less"], Modifier::EqualOrLess)];

/// Takes the modifiers around `read` into it; none before the token `floor`.
pub fn extend(document: &Document, read: &mut Match, floor: usize) {
    let floor = floor.max(document.sentence_tokens(read.tokens.start).start);
    if is_dash_modifier(document, read.tokens.start, floor) {
        return join(read, read.tokens.start - 2, Modifier::Mid);
    }
    if let Some((words, edge)) = edge(document, read, floor) {
        (read.tokens.start, read.edge) = (read.tokens.start - words, Some(edge));
        return;
    }
    let counted = is_counted(document, read);
    let fitting = BEFORE
        .iter()
        .find(|before| fits(document, before.fits, read, counted) && ends_at(document, read.tokens.start, before.words, floor));
    // "grew over several years": no more than they were.
    let period = document.is(read.tokens.end.saturating_sub(1), "period");
    let within =
        fitting.is_some_and(|before| before.words == ["over"]) && (period || matches!(read.symbol, Symbol::Length(Count::Unsaid, _)));
    if let Some(before) = fitting.filter(|_| !within) {
        join(read, read.tokens.start - before.words.len(), before.modifier);
    }
    if let Some((words, modifier)) =
        AFTER.iter().find(|(words, _)| (counted || matches!(read.symbol, Symbol::Length(..))) && document.is_phrase(read.tokens.end, words))
    {
        read.tokens.end += words.len();
        read.modifier = Some(*modifier);
    }
}

/// "the last day of" before a stretch, with the number of its words.
fn edge(document: &Document, read: &Match, floor: usize) -> Option<(usize, Edge)> {
    const EDGES: &[(&[&str], Edge)] = &[
        (&["the", "first", "day", "of"], Edge::First),
        (&["the", "opening", "day", "of"], Edge::First),
        (&["the", "last", "day", "of"], Edge::Last),
        (&["the", "final", "day", "of"], Edge::Last),
    ];
    let long = match read.symbol {
        Symbol::Calendar(fields) => !matches!(fields.fine, Fine::Day(..) | Fine::Named(_)),
        Symbol::Shift(unit, ..) => !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Day),
        Symbol::Known(_) => true,
        _ => false,
    };
    let found = EDGES.iter().find(|(words, _)| ends_at(document, read.tokens.start, words, floor))?;
    (long && read.time.is_none()).then_some((found.0.len(), found.1))
}

fn join(read: &mut Match, start: usize, modifier: Modifier) {
    read.tokens.start = start;
    read.modifier = Some(modifier);
}

/// "mid-November".
fn is_dash_modifier(document: &Document, start: usize, floor: usize) -> bool {
    start >= floor + 2 && document.is(start - 2, "mid") && parts::hyphen(document, start - 1)
}

fn ends_at(document: &Document, start: usize, words: &[&str], floor: usize) -> bool {
    start >= floor + words.len() && document.is_phrase(start - words.len(), words)
}

/// Whether the expression counts something: "three weeks", "two years ago".
fn is_counted(document: &Document, read: &Match) -> bool {
    match read.symbol {
        Symbol::Length(..) | Symbol::FromEvent(..) => !document.is_any(read.tokens.start, &["the", "this", "these", "those"]),
        Symbol::Shift(..) => document.is_any(read.tokens.end.saturating_sub(1), &["ago", "earlier", "later", "before"]),
        _ => false,
    }
}

fn fits(document: &Document, fits: Fits, read: &Match, counted: bool) -> bool {
    // "a film about that night".
    let shown = document.is_any(read.tokens.start, &["that", "this", "these", "those"]);
    let dated = !counted && !matches!(read.symbol, Symbol::Length(..) | Symbol::Repeat(..) | Symbol::Vague(..) | Symbol::Impossible(..));
    match fits {
        Fits::Date => dated,
        Fits::Length => counted,
        Fits::Any => counted || dated && !matches!(read.symbol, Symbol::Weekday(..) | Symbol::Shift(..)) || read.time.is_some() && !shown,
    }
}
