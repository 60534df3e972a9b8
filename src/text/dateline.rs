//! The dateline that opens an agency's report: "PORT ESSEN, Nov. 21 (Meridian Press) —".

use super::document::Document;
use super::token::{Case, TokenKind};
use super::words::words;
use std::ops::Range;

/// How many tokens a dateline has at most, its dash included.
pub const LONGEST: usize = 14;

/// Where the words of `tokens`, a paragraph, begin behind its dateline; its first token where it has none.
pub fn behind_dateline(document: &Document, tokens: &Range<usize>) -> usize {
    let near = tokens.start..tokens.end.min(tokens.start + LONGEST);
    let dash = near.clone().skip(1).find(|i| is_dash(document, *i));
    let Some(dash) = dash.filter(|dash| (near.start..*dash).all(|i| can_be_in(document, i))) else { return tokens.start };
    let place = document.token(near.start).is_some_and(|token| token.case == Case::Upper && token.span.len() > 2);
    let agency = document.is(dash - 1, ")");
    let dated = (near.start..dash).any(|i| document.kind(i) == Some(TokenKind::Number));
    let goes_on = document.token(dash + 1).is_some_and(|token| token.is_capitalized() || token.kind == TokenKind::Mark);
    if goes_on && tokens.contains(&(dash + 1)) && (place || agency || dated) { dash + 1 } else { tokens.start }
}

fn is_dash(document: &Document, i: usize) -> bool {
    document.is_any(i, words!["—", "–", "--", "_", "-", "―"]) && document.token(i).is_some_and(|token| token.spaced)
        || document.is_any(i, &["—", "_"]) && !document.is_glued(i + 1)
}

fn can_be_in(document: &Document, i: usize) -> bool {
    match document.kind(i) {
        Some(TokenKind::Word) => document.is_capitalized(i) || document.is_any(i, words!["of", "de", "la", "le", "al", "and", "on"]),
        Some(TokenKind::Number | TokenKind::Punct) => !document.is_any(i, &["?", "!", ";", ":"]),
        _ => false,
    }
}
