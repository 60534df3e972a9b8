//! Verb groups without tense: "to meet", "killed by", "saying".

use super::finite::{ACTS, extend};
use super::group::{Form, Tense, VerbGroup};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, TokenKind, Words};
use std::ops::Range;

/// A group without tense that begins at `i`.
pub(super) fn bare(document: &Document, i: usize, sentence: &Range<usize>) -> Option<VerbGroup> {
    if document.kind(i) != Some(TokenKind::Word) {
        return None;
    }
    match document.tag(i)? {
        Tag::To => infinitive(document, i, sentence.end),
        Tag::Vbg if is_gerund_clause(document, i, sentence) => Some(extended(document, i, Form::Gerund, sentence.end)),
        Tag::Vbn if is_reduced(document, i, sentence) => Some(extended(document, i, Form::Participle, sentence.end)),
        _ => None,
    }
}

/// "to meet", "to formally open", "to be held".
fn infinitive(document: &Document, i: usize, limit: usize) -> Option<VerbGroup> {
    let verb = if document.tag(i + 1) == Some(Tag::Rb) { i + 2 } else { i + 1 };
    if verb >= limit || document.tag(verb) != Some(Tag::Vb) {
        return None;
    }
    let mut group = extended(document, verb, Form::Infinitive, limit);
    group.tokens.start = i;
    group.start = i;
    group.negated = i.checked_sub(1).is_some_and(|before| document.is(before, "not"));
    group.planned = i.checked_sub(1).is_some_and(|before| document.is_any(before, &ACTS));
    Some(group)
}

fn extended(document: &Document, i: usize, form: Form, limit: usize) -> VerbGroup {
    let mut group = VerbGroup::new(i, i, form, Tense::Bare);
    if document.has(i, Classes::AUXILIARY) {
        extend(document, &mut group, limit);
    }
    group
}

/// Forms in "-ing" that are prepositions, folded.
static PREPOSITIONS: Words =
    Words::new(&["including", "according", "following", "regarding", "concerning", "excluding", "during", "pending", "depending"]);

/// Whether the form in "-ing" at `i` has a clause of its own: not "the rising prices", "a meeting".
fn is_gerund_clause(document: &Document, i: usize, sentence: &Range<usize>) -> bool {
    if document.is_any(i, &PREPOSITIONS) {
        return false;
    }
    let before = i.checked_sub(1).filter(|before| sentence.contains(before));
    // "Operating profit rose": part of the subject.
    let behind = (i + 1..sentence.end).find(|k| !document.tag(*k).is_some_and(Tag::is_noun));
    if before.is_none() && behind.is_some_and(|behind| behind > i + 1 && document.tag(behind).is_some_and(Tag::is_finite)) {
        return false;
    }
    let modifies = document.tag(i + 1).is_some_and(Tag::is_noun)
        && before
            .and_then(|before| document.tag(before))
            .is_some_and(|tag| tag.is_adjective() || matches!(tag, Tag::In | Tag::Cd | Tag::Cc));
    let named = before.and_then(|before| document.tag(before)).is_some_and(|tag| matches!(tag, Tag::Dt | Tag::Prps | Tag::Pos | Tag::Jj));
    // "cleared of money laundering last month": part of a noun.
    let object = document.tag(i + 1).is_some_and(|tag| matches!(tag, Tag::Dt | Tag::Prps | Tag::Prp | Tag::Nn | Tag::Nns | Tag::Nnp));
    let of_noun = before.is_some_and(|noun| {
        matches!(document.tag(noun), Some(Tag::Nn)) && noun.checked_sub(1).is_some_and(|i| document.is_any(i, &["of", "for", "with"]))
    });
    !modifies && !named && (object || !of_noun)
}

/// Whether the past participle at `i` has a clause of its own: "a man killed on Monday", ", born in 1950"; not "the planned talks".
fn is_reduced(document: &Document, i: usize, sentence: &Range<usize>) -> bool {
    let behind = document.tag(i + 1);
    // "children born today".
    let qualified = behind.is_some_and(|tag| matches!(tag, Tag::Nn | Tag::Nns))
        && !document.is_any(i + 1, &["today", "yesterday", "tomorrow", "tonight"]);
    if document.has(i, Classes::AUXILIARY) || qualified {
        return false;
    }
    let mut before = i;
    loop {
        before = match before.checked_sub(1) {
            Some(before) if sentence.contains(&before) => before,
            _ => return true,
        };
        match document.tag(before) {
            Some(Tag::Rb) => {}
            Some(Tag::Jj) => return behind == Some(Tag::In),
            Some(tag) => return tag.is_noun() || matches!(tag, Tag::Comma | Tag::Colon | Tag::Mark | Tag::Cc | Tag::Prp | Tag::Cd),
            None => return false,
        }
    }
}
