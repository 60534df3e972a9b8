//! Sentences: where one ends and the next begins.

use super::document::Document;
use super::span::Span;
use super::token::{Case, TokenKind};
use super::words::words;
use crate::lexicon::Classes;
use std::ops::Range;

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, from its first token to its last.
    pub span: Span,
    /// The number of its paragraph.
    pub paragraph: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// A sentence is cut after so many tokens, several times what any author writes, so
/// that rules which look as far as their sentence goes take a bounded time.
const LONGEST: usize = 240;

/// Cuts each paragraph of `document` into sentences and notes in each paragraph which are its own.
pub(super) fn split(document: &mut Document) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for p in 0..document.paragraphs.len() {
        let tokens = document.paragraphs[p].tokens.clone();
        let first = sentences.len();
        let mut start = tokens.start;
        let mut i = tokens.start;
        while i < tokens.end {
            let ends = ends_sentence(document, i);
            let next = if ends { after_closers(document, i, tokens.end.min(start + LONGEST)) } else { i + 1 };
            if (ends && (next >= tokens.end || begins_sentence(document, i, next))) || next - start >= LONGEST {
                sentences.push(Sentence { span: document.span(start..next), paragraph: p, tokens: start..next });
                start = next;
            }
            i = next;
        }
        if start < tokens.end {
            sentences.push(Sentence { span: document.span(start..tokens.end), paragraph: p, tokens: start..tokens.end });
        }
        document.paragraphs[p].sentences = first..sentences.len();
    }
    sentences
}

/// Whether a sentence can end with the token at `i`: a final mark, or an abbreviation that keeps its stop.
fn ends_sentence(document: &Document, i: usize) -> bool {
    match document.kind(i) {
        Some(TokenKind::Punct) => matches!(document.text_of(i).chars().next(), Some('.' | '?' | '!' | '…' | '。')),
        Some(TokenKind::Word) => document.text_of(i).ends_with('.'),
        _ => false,
    }
}

/// The first token behind the closing marks and brackets that follow the final mark at `i`; at most `end`.
fn after_closers(document: &Document, i: usize, end: usize) -> usize {
    let mut next = i + 1;
    while next < end && document.is_glued(next) {
        let closes = match document.kind(next) {
            Some(TokenKind::Mark) => !matches!(document.text_of(next), "“" | "«" | "``" | "‘"),
            Some(TokenKind::Punct) => matches!(document.text_of(next), ")" | "]" | "." | "?" | "!" | "…"),
            _ => false,
        };
        if !closes {
            break;
        }
        next += 1;
    }
    next
}

/// Whether a sentence that can end at `i` does, given that the next one would begin at `next`.
fn begins_sentence(document: &Document, i: usize, next: usize) -> bool {
    let opened = (next..next + 2).find(|k| !matches!(document.kind(*k), Some(TokenKind::Mark))).unwrap_or(next);
    let Some(token) = document.token(opened) else { return true };
    if token.kind == TokenKind::Word && token.case == Case::Lower {
        return false;
    }
    if next == i + 1 && !document.token(next).is_some_and(|token| token.spaced) {
        return false;
    }
    if document.kind(next - 1) == Some(TokenKind::Mark) && names_who_said(document, i, next) {
        return false;
    }
    // "PORTLAND, Ore. (AP) — The bridge": the dateline goes on.
    if document.kind(i) == Some(TokenKind::Word) && document.is_any(next, &["(", "—", "–", "--"]) {
        return false;
    }
    if document.kind(i) == Some(TokenKind::Word) && next == i + 1 {
        return abbreviation_ends(document, i, opened);
    }
    true
}

/// So many tokens behind quoted words the verb that reports them is looked for.
const ATTRIBUTION: usize = 24;

/// Whether the words from `start` on say whose the quoted words are that end with the final mark at `i`: “Is it safe?” Ann Lee asked.
fn names_who_said(document: &Document, i: usize, start: usize) -> bool {
    let asks = document.is_any(i, &["?", "!"]);
    let mut named = false;
    let mut inserted = false;
    for k in start..start + ATTRIBUTION {
        match document.kind(k) {
            Some(TokenKind::Punct) if document.is(k, ",") => {
                inserted = named && (!inserted || document.is_any(k + 1, &["who", "whose", "which"]));
            }
            // "Ann Lee, whose house is near, asked"
            Some(TokenKind::Word) if inserted => {}
            Some(TokenKind::Word) if named && document.has(k, Classes::SAY | Classes::SAY_MARKS) && !is_said_noun(document, k) => {
                return ends_attribution(document, k + 1, asks);
            }
            // "Ann Lee grinned."
            Some(TokenKind::Word)
                if asks && named && document.word(k).ends_with("ed") && document.is_capitalized(k - 1) && !document.is_capitalized(k) =>
            {
                return document.is(k + 1, ".");
            }
            Some(TokenKind::Word) if document.has(k, Classes::AUXILIARY | Classes::MODAL | Classes::PAST_FORM) => return false,
            Some(TokenKind::Word | TokenKind::Number) => named = true,
            Some(TokenKind::Punct) if document.is_any(k, words![".", "?", "!", ";", ":"]) => return false,
            Some(_) => {}
            None => return false,
        }
    }
    false
}

/// "the claim", "his call": no verb.
fn is_said_noun(document: &Document, k: usize) -> bool {
    document.is_any(k.saturating_sub(1), words!["the", "a", "an", "his", "her", "their", "its", "this", "that", "of", "to"])
}

/// Whether nothing that could be what was said stands at `k`, behind the verb of an attribution.
fn ends_attribution(document: &Document, k: usize, asks: bool) -> bool {
    if document.kind(k) == Some(TokenKind::Punct) && !document.is(k, ":") {
        return asks || document.is(k, ".");
    }
    let hearer = document.is_any(k, words!["him", "her", "them", "me", "us", "reporters", "journalists"]);
    let k = k + usize::from(hearer);
    let heard = document.is_any(k.saturating_sub(1), &["asked", "told", "asks", "tells"])
        && (k + 1..k + 6).find(|stop| document.is(*stop, ".")).is_some_and(|stop| {
            !(k..stop).any(|i| {
                document.has(i, Classes::AUXILIARY | Classes::MODAL)
                    || document.is_any(i, words!["that", "whether", "if", "how", "why", "what", ","])
            })
        });
    let aside = heard
        || document.has(k, Classes::PREPOSITION | Classes::WEEKDAY | Classes::TIME_WORD)
        || document.is_any(k, words!["to", "as", "when", "while", "after", "before", "and", "again", "aloud", "back", "."])
        || document.word(k).ends_with("ly");
    asks && aside
}

/// Whether the abbreviation at `i` ends its sentence before the token at `next`.
fn abbreviation_ends(document: &Document, i: usize, next: usize) -> bool {
    if document.has(i, Classes::HONORIFIC | Classes::MONTH | Classes::ROLE)
        || document.is_any(i, words!["no.", "vs.", "v.", "st.", "mt.", "ft."])
    {
        return false;
    }
    if document.is_any(i, &["a.m.", "p.m."]) {
        // "8:30 a.m. Eastern Time".
        let zone = (next + 1..next + 3).any(|k| document.is(k, "time"));
        return document.is_capitalized(next)
            && !zone
            && !document.has(next, Classes::WEEKDAY | Classes::MONTH)
            && document.token(next).is_none_or(|token| token.case != Case::Upper);
    }
    if document.word(i).len() == 2 && document.token(i).is_some_and(|token| token.case != Case::Lower) {
        return document.has(next, Classes::STARTER) && i.checked_sub(1).is_some_and(|before| !document.is_capitalized(before));
    }
    document.has(next, Classes::STARTER) || document.kind(next) != Some(TokenKind::Word)
}
