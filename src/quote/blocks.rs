//! What each rule for words in marks and for labels finds.

use super::clause::Clause;
use super::cue;
use super::rules::Parts;
use super::source;
use crate::lexicon::Classes;
use crate::text::{Case, Document};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// So many items before a colon are looked at for words that another rule has taken.
const LEAD: usize = 40;

/// “A.” — X
pub(super) fn name_after_dash(clause: &Clause, p: usize) -> Option<Parts> {
    let dash = clause.block(p).map(|_| p + 1).filter(|dash| clause.is_any(*dash, &["—", "–", "--", "-", "―"]))?;
    if clause.block_words(p) < 4 || !clause.is_capitalized(dash + 1) {
        return None;
    }
    let source = source::after(clause, dash + 1)?;
    let ends = clause.is_end(source.end) || clause.is_comma(source.end);
    ends.then(|| Parts::of(p..p + 1).said(None, source))
}

/// X: A, to the end of the paragraph.
pub(super) fn label(clause: &Clause, p: usize) -> Option<Parts> {
    if p != 0 || clause.document.paragraphs.get(clause.paragraph).is_none_or(|paragraph| paragraph.tokens.start != clause.tokens.start) {
        return None;
    }
    let colon = label_end(clause.document, clause.tokens.clone(), clause.transcript)?.checked_sub(clause.tokens.start)?;
    let answer = colon == 1 && clause.is(0, "a");
    if clause.is(0, "q") && colon == 1 || !(answer || clause.transcript) || colon + 1 >= clause.len() || clause.block(colon + 1).is_some() {
        return None;
    }
    Some(Parts { transcript: true, ..Parts::of(colon + 1..clause.len()).said(None, 0..colon) })
}

/// The colon behind a label in capitals that begins `tokens`; in a transcript a name as usually written is one, too.
fn label_end(document: &Document, tokens: Range<usize>, names: bool) -> Option<usize> {
    let colon = (tokens.start + 1..tokens.end.min(tokens.start + 5)).find(|i| document.is(*i, ":"))?;
    let capitals = (tokens.start..colon).all(|i| {
        document.token(i).is_some_and(|token| {
            token.case == Case::Upper
                || names && token.is_capitalized()
                || document.text_of(i).len() <= 2 && token.case == Case::Title
                || document.text_of(i).ends_with('.')
        })
    });
    capitals.then_some(colon)
}

/// Whether at least two paragraphs begin with a label, or four with names that come again.
pub(super) fn is_transcript(document: &Document) -> bool {
    let labels = |names: bool| {
        let paragraphs = document.paragraphs.iter();
        paragraphs.filter_map(move |paragraph| Some((paragraph.tokens.start, label_end(document, paragraph.tokens.clone(), names)?)))
    };
    let mut known = FxHashSet::default();
    let again = labels(true).filter(|(start, colon)| !known.insert(document.slice(document.span(*start..*colon)))).count();
    labels(false).nth(1).is_some() || again >= 2
}

/// X was blunt: “A.”
pub(super) fn colon_before_marks(clause: &Clause, p: usize) -> Option<Parts> {
    let colon = clause.block(p).and(p.checked_sub(1)).filter(|colon| clause.is(*colon, ":"))?;
    if clause.block_words(p) < 4 || clause.is_claimed(colon.saturating_sub(LEAD)..colon) {
        return None;
    }
    let (source, cue) = leading(clause, colon)?;
    Some(Parts::of(p..p + 1).said(Some(cue), source))
}

/// The subject of words that end with a colon, and what is said of it.
pub(super) fn leading(clause: &Clause, colon: usize) -> Option<(Range<usize>, Range<usize>)> {
    let start =
        (0..colon.min(8)).find(|p| clause.is_comma(*p)).filter(|_| clause.has(0, Classes::PREPOSITION)).map_or(0, |comma| comma + 1);
    let start = start
        + (start..colon)
            .take_while(|p| clause.is_any(*p, &["but", "and", "so", "then", "still", "yet"]) || cue::is_adverb(clause, *p))
            .count();
    if clause.is(start, "from") {
        let source = source::after(clause, start + 1)?;
        return (source.end == colon).then_some((source, 0..start + 1));
    }
    let source = source::after(clause, start)?;
    let human = source.clone().any(|p| {
        clause.has(
            p,
            Classes::ROLE
                | Classes::PERSON_NOUN
                | Classes::GROUP_NOUN
                | Classes::PERSON_PRONOUN
                | Classes::HONORIFIC
                | Classes::GIVEN_NAME
                | Classes::ORGANIZATION,
        ) || clause.is_capitalized(p) && p > start
    });
    (human && source.end < colon).then(|| (source.clone(), source.end..colon))
}
