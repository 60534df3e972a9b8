//! Verb groups: "announced", "will also attend", "has not confirmed", "is planned to start", "to meet", "killed by".

use super::bare::bare;
use super::finite::{finite, headline_future};
use super::link::ClauseKind;
use super::mend;
use crate::text::Document;
use std::ops::Range;

/// What the auxiliaries and the form of a finite verb group tell of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// "met", "had met", "was meeting".
    Past,
    /// "meets", "has met", "is meeting"; see [`VerbGroup::perfect`].
    Present,
    /// "will meet".
    Future,
    /// "would", which is a future seen from the past or a condition.
    Would,
    /// "may", "could", "should".
    Modal,
    /// None: the group is not finite.
    Bare,
}

/// The form of a group's first verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// It carries tense: "met", "will meet".
    Finite,
    /// "to meet".
    Infinitive,
    /// "meeting".
    Gerund,
    /// "killed", "born", without an auxiliary.
    Participle,
}

/// A verb with what belongs to it, and its clause.
#[derive(Clone, Debug)]
pub struct VerbGroup {
    /// From the first auxiliary, or "to", to the verb.
    pub tokens: Range<usize>,
    /// The verb that names the event.
    pub head: usize,
    /// The form of its first verb.
    pub form: Form,
    /// Its tense.
    pub tense: Tense,
    /// Whether it has "have": "has met", "had met", "to have met".
    pub perfect: bool,
    /// Whether it has "be" and a form in "-ing".
    pub progressive: bool,
    /// Whether it has "be" and a past participle, or is one without an auxiliary.
    pub passive: bool,
    /// Whether it is denied: "not", "never".
    pub negated: bool,
    /// Whether a word of planning leads to the head: "plans to meet".
    pub planned: bool,
    /// What its clause is to the sentence.
    pub kind: ClauseKind,
    /// The token with which its clause begins.
    pub start: usize,
    /// The word that opens its clause: "that", "when", "and".
    pub opener: Option<usize>,
    /// The number of the group on which it hangs.
    pub parent: Option<usize>,
}

impl VerbGroup {
    pub(super) fn new(start: usize, head: usize, form: Form, tense: Tense) -> Self {
        Self {
            tokens: start..head + 1,
            head,
            form,
            tense,
            perfect: false,
            progressive: false,
            passive: form == Form::Participle,
            negated: false,
            planned: false,
            kind: ClauseKind::Main,
            start,
            opener: None,
            parent: None,
        }
    }

    /// Whether it carries tense.
    pub fn is_finite(&self) -> bool {
        self.form == Form::Finite
    }
}

/// Finds the verb groups of the sentence `tokens` and adds them to `groups`.
pub(super) fn find(document: &Document, tokens: &Range<usize>, heading: bool, groups: &mut Vec<VerbGroup>) {
    let first = groups.len();
    let mut i = tokens.start;
    while i < tokens.end {
        let lone = heading && groups.len() == first;
        let group = finite(document, i, tokens.end)
            .or_else(|| if lone { headline_future(document, i, tokens.start) } else { None })
            .or_else(|| bare(document, i, tokens))
            // "to" at the end of a paragraph leads to no verb of the next.
            .filter(|group| group.tokens.end <= tokens.end);
        i = group.as_ref().map_or(i + 1, |group: &VerbGroup| group.tokens.end);
        groups.extend(group);
    }
    mend::reduce(document, first, groups);
    mend::complement(document, first, groups);
    mend::coordinate(document, first, groups.as_mut_slice());
    mend::promote_tail(document, tokens, groups.get_mut(first..).unwrap_or_default());
    match groups[first..].iter().find(|group| group.is_finite()).map(|group| group.tokens.end) {
        None if mend::is_plan(document, tokens, first, groups) => {}
        None => mend::promote(document, tokens, heading, first, groups),
        Some(opened) => mend::promote_behind(document, opened, first, groups),
    }
    mend::promote_first(document, tokens, first, groups);
}
