//! Times that are only pointed at: "now", "recently", "the past", "the future".

use super::{Gate, Rule};
use crate::finding::examples;
use crate::lexicon::Classes;
use crate::text::{Document, Words, words};
use crate::timex::symbol::{Match, Symbol, Vague};

/// Rules for times that are only pointed at.
pub const RULES: &[Rule] = &[Rule {
    name: "vague",
    about: "A time that is pointed at without a date.",
    gate: Gate::TIME.or(Gate::WORD).or(Gate::COUNT),
    confidence: 0.8,
    read: vague,
    accepts: examples(&[
        ("The mill is now shut.", "now", "PRESENT_REF"),
        ("The mill will one day open.", "one day", "FUTURE_REF"),
        ("It was recently sold.", "recently", "PAST_REF"),
        ("It happened in the past.", "the past", "PAST_REF"),
        ("It will be needed in the future.", "the future", "FUTURE_REF"),
    ]),
    rejects: examples(&["They sold futures.", "They went past the mill.", "Now Magazine wrote it."]),
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
    (&["these", "days"], Vague::Present),
    (&["the", "moment"], Vague::Present),
    (&["one", "day"], Vague::Future),
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
    "these",
    "one",
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
        && !i.checked_sub(1).is_some_and(|b| document.is_any(b, words!["in", "of", "from", "than", "about", "with", "to"]));
    let after = document.is(i, "soon") && document.is_any(end, &["after", "as"]);
    let distant = document.is(i, "soon")
        && !(1..=3).any(|k| document.has(i + k, Classes::MODAL) || i.checked_sub(k).is_some_and(|b| document.has(b, Classes::MODAL)));
    let adjective = document.is_any(i, &["recent", "current", "currently"]);
    // "future payments" are not a time; "in future" is.
    let coming = document.is(i, "future") && !i.checked_sub(1).is_some_and(|b| document.is(b, "in"));
    let instant = document.is_phrase(i, &["the", "moment"]) && !i.checked_sub(1).is_some_and(|b| document.is_any(b, &["at", "for"]));
    let doubt = match document.word(i) {
        _ if adjective => 0.25,
        "recently" | "most" | "soon" => 0.1,
        _ => 0.0,
    };
    let modal = |k: Option<usize>| k.is_some_and(|k| document.has(k, Classes::MODAL));
    let other_day = document.is(i, "one") && !(modal(i.checked_sub(1)) || modal(Some(i + 2)) || modal(Some(i + 3)));
    (!named && !other_day && !length && !counted && !preposition && !after && !distant && !coming && !instant)
        .then(|| Match::new(i..end, Symbol::Vague(*vague)).doubted(doubt))
}
