//! Times that are only pointed at: "now", "recently", "the past", "the future".

use super::{Gate, Rule};
use crate::lexicon::Classes;
use crate::text::{Document, Words};
use crate::timex::symbol::{Match, Symbol, Vague};
use crate::timex::tense;

/// Rules for times that are only pointed at.
pub const RULES: &[Rule] = &[Rule {
    name: "vague",
    about: "A time that is pointed at without a date.",
    gate: Gate::TIME.or(Gate::WORD),
    confidence: 0.75,
    read: vague,
    accepts: &[
        ("The mill is now shut.", "now", "PRESENT_REF"),
        ("It was recently sold.", "recently", "PAST_REF"),
        ("It happened in the past.", "the past", "PAST_REF"),
        ("It will be needed in the future.", "the future", "FUTURE_REF"),
    ],
    rejects: &["They sold futures.", "They went past the mill.", "Now Magazine wrote it."],
}];

const PHRASES: &[(&[&str], Vague)] = &[
    (&["more", "recently"], Vague::Past),
    (&["most", "recently"], Vague::Past),
    (&["right", "now"], Vague::Present),
    (&["the", "near", "future"], Vague::Future),
    (&["the", "foreseeable", "future"], Vague::Future),
    (&["the", "past"], Vague::Past),
    (&["the", "future"], Vague::Future),
    (&["recently"], Vague::Past),
    (&["recent"], Vague::Past),
    (&["now"], Vague::Present),
    (&["currently"], Vague::Present),
    (&["current"], Vague::Present),
    (&["presently"], Vague::Present),
    (&["nowadays"], Vague::Present),
    (&["soon"], Vague::Future),
    (&["future"], Vague::Future),
];

/// What the phrases begin with.
static FIRST: Words = Words::new(&[
    "more",
    "most",
    "right",
    "the",
    "recently",
    "recent",
    "now",
    "currently",
    "current",
    "presently",
    "nowadays",
    "soon",
    "future",
]);

fn vague(document: &Document, i: usize) -> Option<Match> {
    if !document.is_any(i, &FIRST) {
        return None;
    }
    let (words, vague) = PHRASES.iter().find(|(words, _)| document.is_phrase(i, words))?;
    let end = i + words.len();
    let named = document.is_capitalized(end - 1) && document.is_capitalized(end);
    let length = document.has(end, Classes::TIME_UNIT) && *vague != Vague::Present;
    let counted = document.is_phrase(i, &["the", "past"])
        && (document.has(end, Classes::NUMBER_WORD)
            || document.kind(end) == Some(crate::text::TokenKind::Number)
            || document.is_any(end, &["few", "several"]));
    let preposition = document.is_phrase(i, &["the", "past"])
        && !i.checked_sub(1).is_some_and(|b| document.is_any(b, &["in", "of", "from", "than", "about", "with", "to"]));
    let after = document.is(i, "soon") && document.is_any(end, &["after", "as"]);
    let distant = document.is(i, "soon") && tense::around(document, &(i..end)).0 != tense::Tense::Future;
    let adjective = document.is_any(i, &["recent", "current", "future", "currently"]);
    let doubt = if adjective { 0.22 } else { 0.0 };
    (!named && !length && !counted && !preposition && !after && !distant).then(|| Match::new(i..end, Symbol::Vague(*vague)).doubted(doubt))
}
