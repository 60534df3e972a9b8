//! What each rule for words in marks and for labels finds.

use super::clause::Clause;
use super::content;
use super::cue;
use super::phrase;
use super::rules::Parts;
use crate::lexicon::Classes;
use crate::mention::Entity;
use crate::tag::Tag;
use crate::text::{Case, Document, ParagraphKind, TokenKind, Words, words};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// So many items before a colon are looked at for words that another rule has taken.
const LEAD: usize = 40;

/// “A,” X grinned. Whatever the verb, nothing else can stand so behind words in marks.
pub(super) fn any_verb(clause: &Clause, p: usize) -> Option<Parts> {
    let asks = matches!(clause.block_last(p), "?" | "!");
    let spoken = (asks || clause.block_last(p) == ",") && clause.block_words(p) >= 3 && content::clause_start(clause, p) == p;
    if !spoken || clause.claimed.get(p) != Some(&false) {
        return None;
    }
    let end = phrase::end_of(clause, p + 1)?;
    let verb = (end..end + 3).find(|k| !cue::is_adverb(clause, *k))?;
    let tense = matches!(clause.tag(verb), Some(Tag::Vbd | Tag::Vbz)) && !clause.has(verb, cue::ANY | Classes::AUXILIARY | Classes::MODAL);
    let human = clause.is_any(p + 1, &["he", "she", "they"]) && end == p + 2 || clause.is_capitalized(end - 1) && clause.is_word(end - 1);
    let behind = verb + 1;
    let ended = clause.is_end(behind)
        || clause.is_comma(behind)
        || !asks && (clause.has(behind, Classes::PREPOSITION) || cue::is_adverb(clause, behind));
    (tense && human && ended).then(|| Parts::of(p..p + 1).said(Some(verb..verb + 1), p + 1..end))
}

/// “A.” — X
pub(super) fn name_after_dash(clause: &Clause, p: usize) -> Option<Parts> {
    let dash = clause.block(p).map(|_| p + 1).filter(|dash| clause.is_any(*dash, words!["—", "–", "--", "-", "―"]))?;
    if clause.block_words(p) < 4 || !clause.is_capitalized(dash + 1) {
        return None;
    }
    let source = phrase::after(clause, dash + 1)?;
    let ends = clause.is_end(source.end) || clause.is_comma(source.end);
    ends.then(|| Parts::of(p..p + 1).said(None, source))
}

/// X: A, to the end of the paragraph.
pub(super) fn label(clause: &Clause, p: usize) -> Option<Parts> {
    if p != 0 || clause.document.paragraphs.get(clause.paragraph).is_none_or(|paragraph| paragraph.tokens.start != clause.tokens.start) {
        return None;
    }
    let tokens = label_tokens(clause.document, &clause.tokens);
    let first = clause.item_of(tokens.start)?;
    let colon = clause.item_of(label_end(clause.document, tokens, clause.transcript)?)?;
    let answer = colon == first + 1 && clause.is(first, "a");
    let asks = colon == first + 1 && clause.is(first, "q");
    // Within a quotation that goes on, label and colon are one item, and nobody is named.
    let named = first < colon && (answer || clause.transcript);
    if asks || !named || colon + 1 >= clause.len() || clause.block(colon + 1).is_some() {
        return None;
    }
    Some(Parts { transcript: true, ..Parts::of(colon + 1..clause.len()).said(None, first..colon) })
}

/// So many items name the source of a headline.
const HEADLINE_SOURCE: usize = 5;

/// X: A, and A: X, in a headline.
pub(super) fn headline(clause: &Clause, p: usize) -> Option<Parts> {
    let kind = clause.document.paragraphs.get(clause.paragraph)?.kind;
    if p != 0 || !matches!(kind, ParagraphKind::Title | ParagraphKind::Standfirst) {
        return None;
    }
    let end = clause.len() - usize::from(clause.is_end(clause.len().saturating_sub(1)));
    let colon = (1..=HEADLINE_SOURCE)
        .find(|k| clause.is(*k, ":"))
        .filter(|colon| colon + 2 - usize::from(clause.block(colon + 1).is_some()) < end && names_source(clause, 0..*colon));
    if let Some(colon) = colon {
        return Some(Parts::of(colon + 1..end).said(None, 0..colon));
    }
    let sign = |k: &usize| clause.is(*k, ":") || clause.is_break(*k) || clause.is(*k, "-") && !clause.document.is_glued(clause.token(*k));
    let marked = clause.block_words(0) > 2;
    let named = (end.saturating_sub(HEADLINE_SOURCE)..end)
        .find(sign)
        .filter(|sign| (*sign > 2 || marked && *sign == 1) && names_source(clause, sign + 1..end));
    match named {
        Some(sign) => Some(Parts::of(0..sign).said(None, sign + 1..end)),
        // “It was late”: a family's anguish
        None => (marked && sign(&1)).then(|| Parts::of(0..1)),
    }
}

/// Whether the words of a headline before or behind a colon name somebody, and not what the story is about.
fn names_source(clause: &Clause, label: Range<usize>) -> bool {
    let Some(last) = label.end.checked_sub(1).filter(|last| *last >= label.start && clause.is_word(*last)) else { return false };
    let plain = label.clone().all(|k| clause.is_word(k) && !phrase::is_finite_verb(clause, k));
    let noun = Classes::GROUP_NOUN | Classes::DOCUMENT_NOUN | Classes::ROLE | Classes::PERSON_NOUN | Classes::ORGANIZATION_NOUN;
    let end = clause.document.span(clause.tokens_of(label)).end;
    let known = |entity: &Entity| entity.mentions.len() > 1 && entity.mentions.iter().any(|mention| mention.span.end == end);
    let body = clause.is_any(last, words!["inquiry", "probe", "watchdog", "panel", "audit", "sources"]);
    plain && !clause.is_any(last, &TOPICS) && (body || clause.has(last, noun) || clause.entities.iter().any(known))
}

/// What stands before a colon in a headline and speaks about the text itself, folded.
static TOPICS: Words = Words::new(&[
    "live",
    "watch",
    "video",
    "analysis",
    "opinion",
    "review",
    "explainer",
    "interview",
    "update",
    "profile",
    "obituary",
    "editorial",
    "exclusive",
    "comment",
    "letters",
    "notebook",
    "blog",
    "column",
    "speech",
]);

/// The tokens of a paragraph without a quotation mark at its head, as in a transcript that is quoted itself.
pub(super) fn label_tokens(document: &Document, tokens: &Range<usize>) -> Range<usize> {
    let marked = document.kind(tokens.start) == Some(TokenKind::Mark);
    tokens.start + usize::from(marked)..tokens.end
}

/// No label of a speaker has more tokens than these: "The Minister for Transport (Odo Farr):".
const LABEL: usize = 12;

/// The colon behind a label in capitals that begins `tokens`; in a transcript a name as usually written is one, too.
pub(super) fn label_end(document: &Document, tokens: Range<usize>, names: bool) -> Option<usize> {
    let reach = if names { LABEL } else { 5 };
    let colon = (tokens.start + 1..tokens.end.min(tokens.start + reach)).find(|i| document.is(*i, ":"))?;
    let small = |i: usize| i > tokens.start && document.is_any(i, words!["of", "for", "and", "the", "(", ")"]);
    let label = (tokens.start..colon).all(|i| {
        document.token(i).is_some_and(|token| {
            token.case == Case::Upper
                || names && (token.is_capitalized() || small(i))
                || document.text_of(i).len() <= 2 && token.case == Case::Title
                || document.text_of(i).ends_with('.')
        })
    });
    label.then_some(colon)
}

/// Whether at least two paragraphs begin with a label, or four with names that come again.
pub(super) fn is_transcript(document: &Document) -> bool {
    let labels = |names: bool| {
        let paragraphs = document.paragraphs.iter();
        paragraphs.filter_map(move |paragraph| {
            let tokens = label_tokens(document, &paragraph.tokens);
            Some(tokens.start..label_end(document, tokens, names)?)
        })
    };
    let mut known = FxHashSet::default();
    let mut again = 0;
    for label in labels(true) {
        // The surname, before a bracket or in it: "Ida Moss (Harlow)", "The Minister (Odo Farr)".
        let ends = label.clone().filter(|i| document.is_any(i + 1, &["(", ")", ":"]) && document.is_capitalized(*i));
        let fresh = ends.map(|i| known.insert(document.word(i))).filter(|fresh| !fresh).count() == 0;
        again += usize::from(!fresh);
    }
    labels(false).nth(1).is_some() || again >= 2
}

/// X was blunt: “A.”
pub(super) fn colon_before_marks(clause: &Clause, p: usize) -> Option<Parts> {
    let colon = clause.block(p).and(p.checked_sub(1)).filter(|colon| clause.is(*colon, ":"))?;
    if clause.block_words(p) < 4 || clause.is_claimed(colon.saturating_sub(LEAD)..colon) {
        return None;
    }
    if let Some(source) = name_before(clause, colon) {
        return Some(Parts::of(p..p + 1).said(None, source));
    }
    let (source, cue) = leading(clause, colon)?;
    Some(Parts::of(p..p + 1).said(Some(cue), source))
}

/// Ilse Marten: “A.” “B,” they sang. Tom Okoro: “C.” The name that stands alone before the colon.
fn name_before(clause: &Clause, colon: usize) -> Option<Range<usize>> {
    let start = phrase::start_of(clause, colon, colon.saturating_sub(LEAD))?;
    let opens = start
        .checked_sub(1)
        .is_none_or(|before| clause.is_dash(before) || clause.block(before).is_some() || clause.is_any(before, &[".", "?", "!"]));
    let named = if clause.is_aside(colon - 1) { colon - 1 } else { colon };
    let last = clause.document.span(clause.tokens_of(start..named)).end;
    (opens && clause.name_ends.binary_search(&last).is_ok()).then_some(start..colon)
}

/// The subject of words that end with a colon, and what is said of it.
pub(super) fn leading(clause: &Clause, colon: usize) -> Option<(Range<usize>, Range<usize>)> {
    let start =
        (0..colon.min(8)).find(|p| clause.is_comma(*p)).filter(|_| clause.has(0, Classes::PREPOSITION)).map_or(0, |comma| comma + 1);
    let start = start
        + (start..colon)
            .take_while(|p| clause.is_any(*p, words!["but", "and", "so", "then", "still", "yet"]) || cue::is_adverb(clause, *p))
            .count();
    if clause.is(start, "from") {
        let source = phrase::after(clause, start + 1)?;
        return (source.end == colon).then_some((source, 0..start + 1));
    }
    let source = phrase::after(clause, start)?;
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
