//! Verb groups: "announced", "will also attend", "has not confirmed", "is planned to start".

use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, TokenKind, Words};
use std::ops::Range;

/// What the auxiliaries and the form of a verb group tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Present,
    Progressive,
    /// "has been meeting".
    PerfectProgressive,
    Future,
    /// "would", which is a future seen from the past or a condition.
    Would,
    /// "may", "could", "should".
    Modal,
}

/// A verb with what belongs to it.
#[derive(Clone, Debug)]
pub(super) struct VerbGroup {
    /// From the first auxiliary to the verb.
    pub tokens: Range<usize>,
    /// The verb that names the event.
    pub head: usize,
    pub tense: Tense,
    pub negated: bool,
    /// Whether a verb of planning leads to the head: "plans to meet".
    pub planned: bool,
}

/// Verbs and participles, folded, whose infinitive is something planned.
static PLANNING: Words = Words::new(&[
    "plan",
    "plans",
    "planned",
    "planning",
    "scheduled",
    "expected",
    "due",
    "set",
    "agreed",
    "agree",
    "agrees",
    "intend",
    "intends",
    "intended",
    "vowed",
    "promised",
    "pledged",
    "hope",
    "hopes",
    "hoping",
    "aim",
    "aims",
    "aiming",
    "prepare",
    "prepares",
    "preparing",
    "prepared",
    "poised",
    "going",
    "expects",
    "expect",
    "likely",
    "want",
    "wants",
    "ready",
    "slated",
    "decided",
    "threatened",
    "threatens",
    "ordered",
    "bound",
]);

/// Verbs, folded, that only say that the infinitive's event begins, goes on or comes true.
static ASPECT: Words = Words::new(&[
    "began",
    "begun",
    "begins",
    "begin",
    "started",
    "starts",
    "start",
    "continued",
    "continues",
    "continue",
    "managed",
    "failed",
    "had",
    "has",
    "have",
    "used",
]);

/// Finds the finite verb groups of the sentence `tokens`, and in a heading also "to meet".
pub(super) fn find(document: &Document, tokens: Range<usize>, heading: bool) -> Vec<VerbGroup> {
    let mut groups = Vec::new();
    let mut i = tokens.start;
    while i < tokens.end {
        let group = finite(document, i, tokens.end).or_else(|| if heading { infinitive(document, i, tokens.start) } else { None });
        i = group.as_ref().map_or(i + 1, |group: &VerbGroup| group.tokens.end);
        groups.extend(group);
    }
    groups
}

/// The group whose first word, a finite one, stands at `start`.
fn finite(document: &Document, start: usize, limit: usize) -> Option<VerbGroup> {
    let tag = finite_tag(document, start)?;
    let mut group =
        VerbGroup { tokens: start..start + 1, head: start, tense: first_tense(document, start, tag), negated: false, planned: false };
    let auxiliary = tag == Tag::Md || document.has(start, Classes::AUXILIARY);
    if auxiliary {
        extend(document, &mut group, limit);
    }
    catenate(document, &mut group, limit);
    let first = start.saturating_sub(1);
    group.negated |= (first..group.head).any(|i| document.has(i, Classes::NEGATION));
    Some(group)
}

/// The tag of a finite verb at `i`, also where the tagger took its form for another: "the company plans to …", "which the two signed in …".
fn finite_tag(document: &Document, i: usize) -> Option<Tag> {
    let tag = document.tag(i)?;
    let before = i.checked_sub(1)?;
    if document.kind(i) != Some(TokenKind::Word) || document.is(before, "having") {
        return None;
    }
    // "his will", "the might of the river": a noun.
    if tag == Tag::Md && matches!(document.tag(before), Some(Tag::Prps | Tag::Dt)) {
        return None;
    }
    let after_noun = || document.tag(before).is_some_and(|tag| tag.is_noun() || tag == Tag::Prp);
    match tag {
        tag if tag.is_finite() => Some(tag),
        Tag::Nns if document.is_any(i, &PLANNING) && document.is(i + 1, "to") && document.tag(i + 2) == Some(Tag::Vb) && after_noun() => {
            Some(Tag::Vbz)
        }
        Tag::Vbn if !document.has(i, Classes::AUXILIARY) && follows_relative(document, i) => Some(Tag::Vbd),
        _ => None,
    }
}

/// Whether "which", "who" or "that" and a subject without a verb stand before a participle, so that it is the clause's verb.
fn follows_relative(document: &Document, i: usize) -> bool {
    let floor = document.sentence_tokens(i).start.max(i.saturating_sub(6));
    let opener = (floor..i).rev().find(|k| document.tag(*k) == Some(Tag::Wp) || document.is(*k, "that"));
    opener.is_some_and(|opener| {
        i > opener + 1 && (opener + 1..i).all(|k| !document.tag(k).is_some_and(|tag| tag.is_verb() || tag == Tag::Md || tag == Tag::In))
    })
}

/// The tense that the first word of a group shows.
fn first_tense(document: &Document, start: usize, tag: Tag) -> Tense {
    match tag {
        Tag::Md if document.is_any(start, &["will", "shall", "'ll", "wo"]) => Tense::Future,
        Tag::Md if document.is_any(start, &["would", "'d"]) => Tense::Would,
        Tag::Md => Tense::Modal,
        Tag::Vbd => Tense::Past,
        _ => Tense::Present,
    }
}

/// Walks from an auxiliary over adverbs and further auxiliaries to the verb.
fn extend(document: &Document, group: &mut VerbGroup, limit: usize) {
    let mut last = group.head;
    let mut at = group.head + 1;
    while at < limit && at - group.tokens.start < 10 {
        let Some(tag) = document.tag(at) else { break };
        if matches!(tag, Tag::Vb | Tag::Vbn | Tag::Vbg) || (tag == Tag::Vbd && last == group.head) {
            group.tense = combined_tense(document, group.tense, last, tag);
            last = at;
            if !document.has(at, Classes::AUXILIARY) {
                break;
            }
        } else if tag != Tag::Rb && !document.has(at, Classes::NEGATION) {
            break;
        }
        at += 1;
    }
    group.head = last;
    group.tokens.end = last + 1;
}

/// The tense of auxiliary and verb together.
fn combined_tense(document: &Document, tense: Tense, auxiliary: usize, tag: Tag) -> Tense {
    let be = document.is_any(auxiliary, &["am", "is", "are", "'s", "'re", "'m", "be", "been"]);
    let have = document.is_any(auxiliary, &["has", "have", "'ve", "having"]);
    match (tense, tag) {
        (Tense::Present, Tag::Vbg) if document.is(auxiliary, "been") => Tense::PerfectProgressive,
        (Tense::Past, Tag::Vbg) if document.is(auxiliary, "been") => Tense::Past,
        (Tense::Present, Tag::Vbg) if be => Tense::Progressive,
        (Tense::Present, Tag::Vbn | Tag::Vbd) if have || be => Tense::Past,
        _ => tense,
    }
}

/// Follows "plans to meet", "is to meet", "began to rain" to the verb that names the event.
fn catenate(document: &Document, group: &mut VerbGroup, limit: usize) {
    let mut at = group.head + 1;
    let mut leads = document.is_any(group.head, &PLANNING);
    let be = document.is_any(group.head, &["is", "are", "was", "were", "be"]);
    if be && document.is_any(at, &PLANNING) {
        leads = true;
        at += 1;
    }
    let aspect = document.is_any(group.head, &ASPECT);
    if at + 1 < limit && document.is(at, "to") && document.tag(at + 1) == Some(Tag::Vb) && (leads || be || aspect) {
        group.planned |= leads || be;
        let passive = document.is(at + 1, "be") && document.tag(at + 2) == Some(Tag::Vbn);
        group.head = at + 1 + usize::from(passive);
        group.tokens.end = group.head + 1;
    }
}

/// "Quist to meet Lind": a headline's future.
fn infinitive(document: &Document, i: usize, start: usize) -> Option<VerbGroup> {
    let follows_noun = i > start && document.tag(i - 1).is_some_and(Tag::is_noun);
    let verb = document.is(i, "to") && document.tag(i + 1) == Some(Tag::Vb);
    (follows_noun && verb).then(|| VerbGroup { tokens: i..i + 2, head: i + 1, tense: Tense::Future, negated: false, planned: true })
}
