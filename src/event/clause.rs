//! The clause around a verb: the words that a reader would quote as what happened, and its place.

use super::verb::VerbGroup;
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, TokenKind, Words};
use std::ops::Range;

/// Words, folded, that begin a clause of their own.
static OPENERS: Words = Words::new(&[
    "that", "which", "who", "whom", "whose", "when", "while", "because", "if", "although", "though", "since", "until", "whether", "where",
    "but", "unless", "after", "before", "as",
]);

/// The clause of `groups[g]` in the sentence `tokens`.
pub(super) fn extent(document: &Document, tokens: &Range<usize>, groups: &[VerbGroup], g: usize) -> Range<usize> {
    let group = &groups[g];
    let floor = g.checked_sub(1).map_or(tokens.start, |before| groups[before].tokens.end);
    let start = (floor..group.tokens.start).rev().find(|i| begins_behind(document, *i)).map_or(floor, |i| i + 1);
    let end = (group.tokens.end..tokens.end).find(|i| ends_before(document, *i, groups.get(g + 1))).unwrap_or(tokens.end);
    trim(document, start..before_open_mark(document, group.tokens.end..end), &group.tokens)
}

/// Where the clause ends if it opens a quotation and does not close it, otherwise its own end.
fn before_open_mark(document: &Document, tail: Range<usize>) -> usize {
    let mut opened = None;
    for i in tail.clone() {
        match (document.text_of(i), opened) {
            ("\"", Some(_)) | ("”", _) => opened = None,
            ("\"" | "“", None) => opened = Some(i),
            _ => {}
        }
    }
    opened.unwrap_or(tail.end)
}

/// Whether a clause can begin right behind the token at `i`.
fn begins_behind(document: &Document, i: usize) -> bool {
    let sign =
        is_speech_mark(document, i) || document.is_any(i, &[";", "—", "–", "--"]) || (document.is(i, ":") && !document.is_glued(i + 1));
    sign || (opens(document, i) && !document.is_any(i, &["who", "which"])) || opens_coordinate(document, i)
}

/// "and" or a comma between two clauses: a verb or a subject with its verb follows.
fn opens_coordinate(document: &Document, i: usize) -> bool {
    document.is(i, "and") && i.checked_sub(1).is_some_and(|before| document.is(before, ","))
        || document.is_any(i, &["and", "but"]) && document.tag(i + 1).is_some_and(Tag::is_finite)
}

/// Whether the clause ends before the token at `i`, given the group that comes next.
fn ends_before(document: &Document, i: usize, next: Option<&VerbGroup>) -> bool {
    let verb_follows = next.is_some_and(|next| next.tokens.start > i);
    let sign = is_speech_mark(document, i) || document.is_any(i, &[";", "—", "–", "--"]);
    let resumes = document.is(i, ",") && next.is_some_and(|next| next.tokens.start == i + 1);
    sign || resumes || (verb_follows && (opens(document, i) || opens_coordinate(document, i)))
}

/// A quotation mark that stands between what is said and who says it; one around a few words of a clause does not part it.
fn is_speech_mark(document: &Document, i: usize) -> bool {
    let edge = |k: usize| matches!(document.kind(k), Some(TokenKind::Punct) | None) && !document.is_any(k, &["-", ")", "("]);
    document.kind(i) == Some(TokenKind::Mark) && (i.checked_sub(1).is_none_or(edge) || document.sentence_tokens(i).start == i)
}

/// Whether the word at `i` begins a clause; "that" before a noun does not.
fn opens(document: &Document, i: usize) -> bool {
    document.is_any(i, &OPENERS) && document.tag(i) != Some(Tag::Dt)
}

/// Takes conjunctions and punctuation off both ends, never the verb itself.
fn trim(document: &Document, mut tokens: Range<usize>, verb: &Range<usize>) -> Range<usize> {
    while tokens.start < verb.start
        && (is_edge(document, tokens.start) || document.is_any(tokens.start, &["and", "but", "or", "meanwhile", "however"]))
    {
        tokens.start += 1;
    }
    let dangles = |i: usize| {
        document.is_any(i, &["and", "but", "or"])
            || document.has(i, Classes::PREPOSITION) && !document.is_any(i, &["up", "down", "off", "out"])
    };
    while tokens.end > verb.end && (is_edge(document, tokens.end - 1) || dangles(tokens.end - 1)) {
        tokens.end -= 1;
    }
    tokens
}

fn is_edge(document: &Document, i: usize) -> bool {
    let closing = document.is_any(i, &[")", "(", "%"]);
    !closing && matches!(document.kind(i), Some(TokenKind::Punct | TokenKind::Mark))
}

/// Prepositions, folded, before a place.
static PLACING: Words = Words::new(&["in", "at", "near", "outside", "off", "inside"]);

/// Where: the capitalised words behind "in", "at", "near" and the like.
pub(super) fn place(document: &Document, clause: &Range<usize>) -> Option<Range<usize>> {
    let at = clause.clone().find(|i| document.is_any(*i, &PLACING) && is_place_word(document, *i + 1 + article(document, *i + 1)))?;
    let start = at + 1 + article(document, at + 1);
    let mut end = start + 1;
    while end < clause.end && document.is_capitalized(end) && !document.has(end, Classes::MONTH | Classes::WEEKDAY) {
        end += 1;
    }
    Some(start..end)
}

fn article(document: &Document, i: usize) -> usize {
    usize::from(document.is(i, "the"))
}

fn is_place_word(document: &Document, i: usize) -> bool {
    document.is_capitalized(i) && !document.has(i, Classes::MONTH | Classes::WEEKDAY | Classes::ROLE | Classes::GIVEN_NAME)
}
