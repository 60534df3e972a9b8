//! Lengths of time: "three weeks", "two-year", "several months", "the past two months".

use super::{Gate, Rule};
use crate::finding::examples;
use crate::lexicon::Classes;
use crate::text::{Document, ParagraphKind, TokenKind, words};
use crate::timex::TimexType;
use crate::timex::calendar::Unit;
use crate::timex::parts;
use crate::timex::symbol::{Count, Match, Modifier, Symbol};

/// Rules for lengths.
pub const RULES: &[Rule] = &[
    Rule {
        name: "length",
        about: "A length of time with its number.",
        gate: Gate::NUMBER.or(Gate::COUNT).or(Gate::WORD).or(Gate::TIME),
        confidence: 0.88,
        read: length,
        accepts: examples(&[
            ("The siege lasted three weeks.", "three weeks", "P3W"),
            ("It took more than four hours.", "more than four hours", "PT4H"),
            ("It took two and a half years.", "two and a half years", "P2Y6M"),
            ("He was away for several months.", "several months", "PXM"),
            ("He waited for a decade.", "a decade", "P10Y"),
            ("She got a two-year term.", "two-year", "P2Y"),
            ("It grew over a three-year period.", "a three-year period", "P3Y"),
            ("She served for twenty-four years.", "twenty-four years", "P24Y"),
        ]),
        rejects: examples(&[
            "A 43-year-old man was hurt.",
            "She is 12 years old.",
            "He is a second-year student.",
            "At 30 years of age he left.",
        ]),
    },
    Rule {
        name: "span",
        about: "A length of time that ends or begins now.",
        gate: Gate::WORD.or(Gate::TIME),
        confidence: 0.82,
        read: span,
        accepts: examples(&[
            ("Prices rose in the past two months.", "the past two months", "P2M"),
            ("Prices rose over the last few weeks.", "the last few weeks", "PXW"),
            ("Prices will rise in the next five years.", "the next five years", "P5Y"),
            ("Profit rose in the first nine months.", "the first nine months", "P9M"),
            ("Profit rose in recent months.", "recent months", "PXM"),
        ]),
        rejects: examples(&["In the past it was so calm.", "The next two men left."]),
    },
    Rule {
        name: "length-unsaid",
        about: "A length of time whose number is not said.",
        gate: Gate::UNIT,
        confidence: 0.55,
        read: unsaid,
        accepts: examples(&[
            ("It took for years to heal.", "years", "PXY"),
            ("It lasted for weeks.", "weeks", "PXW"),
            ("A decades-long feud ended.", "decades-long", "PXY"),
        ]),
        rejects: examples(&["The hours are good.", "Days Inn shut."]),
    },
];

/// "a three-year period".
fn period(document: &Document, i: usize) -> Option<Match> {
    let (count, at) = parts::count(document, i + 1).filter(|_| document.is_any(i, &["a", "an", "the"]))?;
    let ((unit, plural), end) = parts::unit(document, at + 1).filter(|_| parts::hyphen(document, at))?;
    (!plural && document.is(end, "period")).then(|| Match::new(i..end + 1, Symbol::Length(count, unit)))
}

fn length(document: &Document, i: usize) -> Option<Match> {
    if let Some(read) = period(document, i) {
        return Some(read);
    }
    let (count, at) = parts::count(document, i).filter(|_| !parts::is_part_of_number(document, i))?;
    if is_some_day(document, i) {
        return None;
    }
    let (at, ranged) = range_end(document, i, at).map_or((at, false), |end| (end, true));
    let article = document.is_any(i, &["a", "an"]) && count == Count::whole(1);
    let dash = parts::hyphen(document, at);
    let at = if dash { at + 1 } else { at };
    let at =
        if document.is_any(at, words!["more", "full", "consecutive", "straight", "additional", "trading", "whole"]) { at + 1 } else { at };
    let ((unit, plural), end) = parts::unit(document, at)?;
    let titled = document.is_capitalized(end - 1) && document.kind(i) == Some(TokenKind::Number) && !is_in_title(document, i);
    if titled || is_age(document, end) || is_rank(document, i) || unit == Unit::Weekend {
        return None;
    }
    if article && plural || unit == Unit::Quarter && document.is_any(end, &["of", "."]) && dash {
        return None;
    }
    if article && !dash && !is_length_with_article(document, unit, i, end) {
        return None;
    }
    if !plural && !dash && !article && !is_single(count, document, end) {
        return None;
    }
    let (count, end) =
        if document.is_phrase(end, &["and", "a", "half"]) && article { (Count::Hundredths(150), end + 3) } else { (count, end) };
    let loose = article && !dash && document.is(end, "or") && document.is_any(end + 1, &["two", "so"]);
    let end = if loose { end + 2 } else { end };
    let read = Match::new(i..end, Symbol::Length(count, unit)).doubted(if article { 0.1 } else { 0.0 });
    Some(if ranged { read.with(Some(Modifier::EqualOrMore)).doubted(0.2) } else { read })
}

/// "will one day": some time, not a length.
fn is_some_day(document: &Document, i: usize) -> bool {
    let modal = |k: Option<usize>| k.is_some_and(|k| document.has(k, Classes::MODAL));
    document.is_phrase(i, &["one", "day"]) && (modal(i.checked_sub(1)) || modal(Some(i + 2)) || modal(Some(i + 3)))
}

/// "two to three weeks", "three or four days": the token behind the second number.
fn range_end(document: &Document, i: usize, at: usize) -> Option<usize> {
    let joined = document.is_any(at, &["to", "or"]) && !document.is_any(i, &["a", "an"]);
    let (_, end) = parts::count(document, at + 1).filter(|_| joined && !document.is_any(at + 1, &["a", "an"]))?;
    parts::unit(document, end).map(|_| end)
}

/// Whether the token stands in a headline, where every word can begin with a capital.
fn is_in_title(document: &Document, i: usize) -> bool {
    document.kind_of_paragraph(i) == Some(ParagraphKind::Title)
}

/// "one day", "five year low": a singular unit behind its number.
fn is_single(count: Count, document: &Document, end: usize) -> bool {
    matches!(count, Count::Hundredths(0..=100)) || document.kind(end) == Some(TokenKind::Word) || document.is_any(end, &["-"])
}

/// "43-year-old", "12 years old", "30 years of age".
fn is_age(document: &Document, end: usize) -> bool {
    let at = parts::after_hyphen(document, end);
    document.is_any(at, &["old", "olds"]) || document.is_phrase(end, &["of", "age"])
}

/// "Act 3 seconds": not numbered things; "at 30 years": not ages.
fn is_rank(document: &Document, i: usize) -> bool {
    i.checked_sub(1).is_some_and(|b| document.is_any(b, &["aged", "age", "channel", "section"]))
}

/// "a year" is a length after "for" and its like; "$5 a year" is a rate, "a second term" a rank.
fn is_length_with_article(document: &Document, unit: Unit, i: usize, end: usize) -> bool {
    if unit == Unit::Second || unit == Unit::Quarter {
        return false;
    }
    let before = i.checked_sub(1);
    let led = before.is_some_and(|b| {
        document.is_any(
            b,
            words![
                "for", "in", "within", "of", "than", "about", "after", "over", "least", "nearly", "almost", "lasted", "take", "takes",
                "took", "half", "spent", "spend", "last", "lasts", "least", "once", "by", "under", "every", "up", "to", "lasting",
                "taking",
            ],
        )
    });
    led || document.is_any(end, &["and", "or"]) || matches!(unit, Unit::Decade | Unit::Century)
}

fn span(document: &Document, i: usize) -> Option<Match> {
    let the = document.is_any(i, &["the", "these", "those"]);
    let at = if the { i + 1 } else { i };
    let turned = document.is_any(
        at,
        words![
            "past",
            "last",
            "next",
            "first",
            "coming",
            "final",
            "previous",
            "following",
            "recent",
            "preceding",
            "final",
            "latest",
            "early"
        ],
    );
    let ended = the && parts::unit(document, at).is_some_and(|(_, end)| document.is_any(end, &["ended", "ending"]));
    let counted = the && parts::count(document, at).is_some();
    if !(turned || ended || counted) || document.is_any(i, &["these", "those"]) && turned {
        return None;
    }
    let at = if turned { at + 1 } else { at };
    if let Some((count, at)) = parts::count(document, at).filter(|_| !document.is_any(at, &["a", "an"])) {
        let dash = parts::hyphen(document, at);
        let at = if document.is_any(at, &["consecutive", "trading", "full", "-"]) { at + 1 } else { at };
        let ((unit, plural), end) = parts::unit(document, at)?;
        if is_age(document, end) {
            return None;
        }
        let start = if (dash || !plural) && the && !turned { i + 1 } else { i };
        return Some(Match::new(start..end, Symbol::Length(count, unit)).typed(TimexType::Duration));
    }
    let ((unit, plural), end) = parts::unit(document, at)?;
    if the && !turned && !plural && document.is_any(end, &["ended", "ending"]) {
        return Some(Match::new(i..end, Symbol::Length(Count::whole(1), unit)).typed(TimexType::Duration));
    }
    let decade = turned && the && document.is_any(at - 1, &["past", "last", "next"]) && matches!(unit, Unit::Decade | Unit::Century);
    let recent = turned && plural && document.is_any(at - 1, &["recent", "past", "coming"]);
    let count = if decade { Count::whole(1) } else { Count::Unsaid };
    let doubt = if recent { 0.3 } else { 0.1 };
    (decade || recent).then(|| Match::new(i..end, Symbol::Length(count, unit)).typed(TimexType::Duration).doubted(doubt))
}

fn unsaid(document: &Document, i: usize) -> Option<Match> {
    let ((unit, plural), end) = parts::unit(document, i).filter(|((_, plural), _)| *plural)?;
    let long = parts::hyphen(document, end) && document.is(end + 1, "long");
    let led = i
        .checked_sub(1)
        .is_some_and(|b| document.is_any(b, words!["for", "after", "within", "in", "of", "over"]) && document.has(b, Classes::PREPOSITION));
    let known = !matches!(unit, Unit::Second | Unit::Weekend | Unit::Quarter);
    let sure = i.checked_sub(1).is_some_and(|b| document.is_any(b, &["for", "within"]));
    let fits = plural && known && (long || (sure || led && document.is_any(end, &["of", ",", "."])) && !document.is_capitalized(i));
    fits.then(|| Match::new(i..if long { end + 2 } else { end }, Symbol::Length(Count::Unsaid, unit)))
}
