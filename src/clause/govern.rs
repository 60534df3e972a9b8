//! Which verb group some words of its sentence belong to, as "on Monday" belongs to "met" in "the two met in Oslo on Monday".

use super::group::{Form, VerbGroup};
use super::link::ClauseKind;
use super::{Clauses, link};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, words};
use std::ops::Range;

impl Clauses {
    /// The number of the group that `tokens`, an adverbial of its sentence, belongs to; `None` where the sentence has no verb.
    pub fn governor(&self, document: &Document, tokens: &Range<usize>) -> Option<usize> {
        let own = self.of_sentence(document.sentence_of(tokens.start));
        let groups = self.groups.get(own.clone())?;
        let split = groups.partition_point(|group| group.tokens.start < tokens.start);
        let left = split.checked_sub(1);
        let governor = match (left, split < groups.len()) {
            (None, false) => return None,
            (Some(left), false) => left,
            (None, true) => first_whole(groups, 0),
            (Some(left), true) => match is_ahead(document, groups, left, tokens) {
                true => split,
                false => left,
            },
        };
        Some(own.start + governor)
    }
}

/// The first group of `groups` that carries a clause of its own, else the first finite one, else the first.
fn first_whole(groups: &[VerbGroup], first: usize) -> usize {
    let whole = |group: &&VerbGroup| group.is_finite() && matches!(group.kind, ClauseKind::Main | ClauseKind::Content);
    let rest = &groups[first..];
    let at = rest.iter().position(|group| whole(&group)).or_else(|| rest.iter().position(VerbGroup::is_finite));
    first + at.unwrap_or(0)
}

/// Whether `tokens` belong to the group behind them rather than to the group `left` before them.
fn is_ahead(document: &Document, groups: &[VerbGroup], left: usize, tokens: &Range<usize>) -> bool {
    let (before, behind) = (&groups[left], &groups[left + 1]);
    let front = front(document, tokens);
    if front <= before.tokens.end && !document.is(tokens.end, ",") {
        return false;
    }
    if behind.opener.is_some_and(|opener| opener < front && opener >= before.tokens.end && behind.is_finite()) {
        return behind.tokens.start.saturating_sub(tokens.end) <= FARTHEST;
    }
    let comma = front.checked_sub(1).is_some_and(|i| document.is(i, ","));
    let adjacent = behind.tokens.start == tokens.end || behind.tokens.start == tokens.end + 1 && document.is(tokens.end, ",");
    let free = behind.is_finite() && behind.kind == ClauseKind::Main && behind.opener.is_none();
    // "The company, which makes cars, on Monday announced": the clause goes on behind the comma.
    if comma && free && (adjacent || before.kind != ClauseKind::Main) {
        return true;
    }
    // "… said the company Tuesday announced": a bare day between a subject and its verb.
    let subject = front == tokens.start && front.checked_sub(1).and_then(|i| document.tag(i)).is_some_and(Tag::is_noun);
    subject
        && tokens.len() == 1
        && behind.tokens.start == tokens.end
        && behind.is_finite()
        && before.form == Form::Finite
        && front > before.tokens.end + 1
}

/// So many tokens behind an opening adverbial its verb is still looked for.
const FARTHEST: usize = 24;

/// The first token of an adverbial: the preposition before `tokens`, else their own first.
fn front(document: &Document, tokens: &Range<usize>) -> usize {
    let lead = tokens.start.checked_sub(1).filter(|i| is_temporal_lead(document, *i));
    lead.unwrap_or(tokens.start)
}

/// Whether the word at `i` can lead a time expression: "on", "in", "by", "late".
pub fn is_temporal_lead(document: &Document, i: usize) -> bool {
    (document.has(i, Classes::PREPOSITION) || document.is_any(i, words!["early", "late", "earlier", "later", "only", "just"]))
        && !document.is(i, "that")
        || document.is_any(i, words!["since", "until", "till", "after", "before"]) && !link::opens_coordinate(document, i)
}
