//! The frame of a reporting verb: its form, who speaks, what stands left and right of it.

use super::clause::Clause;
use super::content::{self, Right};
use super::cue::{self, Form};
use super::rules::Parts;
use super::source;
use crate::lexicon::Classes;
use std::ops::Range;

/// A reporting verb with the words around it.
pub(super) struct Frame {
    /// The verb.
    pub verb: usize,
    /// The reporting words: the verb with its particle.
    pub cue: Range<usize>,
    /// How the verb stands.
    pub form: Form,
    /// Who speaks.
    pub source: Option<Range<usize>>,
    /// Whether the source stands behind the verb.
    pub inverted: bool,
    /// Where the words left of source and cue end.
    pub left: usize,
    /// What follows.
    pub right: Right,
}

impl Frame {
    /// Reads the frame of the verb at `verb`, or nothing where the word does not report.
    pub fn read(clause: &Clause, verb: usize) -> Option<Self> {
        let form = cue::form(clause, verb)?;
        if form == Form::Denied || form == Form::Infinitive && !reports_by_infinitive(clause, verb) {
            return None;
        }
        let cue_end = cue::end_with_particle(clause, verb);
        if clause.is_any(verb, &["go", "goes", "went", "going"]) && cue_end == verb + 1 {
            return None;
        }
        if let Some(source) = inverted_source(clause, verb, cue_end, form) {
            let right = content::right(clause, verb, source.end, false);
            return Some(Self { verb, cue: verb..cue_end, form, source: Some(source), inverted: true, left: verb, right });
        }
        let source = match form {
            Form::Gerund => gerund_source(clause, verb),
            Form::Infinitive => source::before(clause, infinitive_head(clause, verb)),
            _ => source::before(clause, verb),
        };
        let left = source.as_ref().map_or(verb, |source| source.start);
        let right = content::right(clause, verb, cue_end, true);
        Some(Self { verb, cue: verb..cue_end, form, source, inverted: false, left, right })
    }

    /// One content with the frame's source and cue.
    pub fn part(&self, content: Range<usize>) -> Parts {
        Parts { source: self.source.clone(), cue: Some(self.cue.clone()), ..Parts::of(content) }
    }

    /// Two contents with the frame's source and cue.
    pub fn parts(&self, first: Range<usize>, second: Range<usize>) -> Parts {
        let mut parts = self.part(first);
        parts.contents.push(second);
        parts
    }

    /// The block that stands left of source and cue, with or without a comma between.
    pub fn left_block(&self, clause: &Clause) -> Option<usize> {
        let mut p = self.left.checked_sub(1)?;
        let comma = clause.is_comma(p);
        if comma {
            p = p.checked_sub(1)?;
        }
        clause.block(p)?;
        let closed =
            comma || matches!(clause.block_last(p), "," | "." | "?" | "!" | "…" | "..." | "—" | "--" | "-") || clause.block_words(p) > 3;
        closed.then_some(p)
    }
}

/// "went on to say", "continued to insist": a verb that only leads to the saying.
fn reports_by_infinitive(clause: &Clause, verb: usize) -> bool {
    (verb.saturating_sub(5)..verb).any(|p| {
        clause.is_any(
            p,
            &["went", "goes", "continued", "continues", "rushed", "hastened", "moved", "appeared", "seemed", "came", "wanted", "had"],
        )
    })
}

/// The verb that leads to the infinitive.
fn infinitive_head(clause: &Clause, verb: usize) -> usize {
    (verb.saturating_sub(5)..verb)
        .find(|p| {
            clause.is_any(
                *p,
                &["went", "goes", "continued", "continues", "rushed", "hastened", "moved", "appeared", "seemed", "came", "wanted", "had"],
            )
        })
        .unwrap_or(verb)
}

/// What can follow a source that stands behind its verb.
const AFTER_INVERSION: &[&str] = &[
    "in",
    "on",
    "at",
    "of",
    "during",
    "after",
    "before",
    "to",
    "from",
    "as",
    "when",
    "while",
    "and",
    "by",
    "via",
    "about",
    "with",
    "for",
    "following",
];

/// The source behind the verb: "…," said Ann Lee.
fn inverted_source(clause: &Clause, verb: usize, cue_end: usize, form: Form) -> Option<Range<usize>> {
    if form != Form::Finite || clause.is_any(verb, &["told", "tell", "tells"]) {
        return None;
    }
    let before = source::subject_end(clause, verb).checked_sub(1)?;
    let comma = clause.is_comma(before);
    let block = clause.block(if comma { before.checked_sub(1)? } else { before }).is_some();
    if !(comma || block) || clause.is_any(cue_end, &["that", "him", "her", "them", "me", "us"]) || source::is_time(clause, cue_end) {
        return None;
    }
    let source = source::after(clause, cue_end)?;
    let next = source.end;
    let alone =
        clause.is_end(next) || source::is_time(clause, next) || cue::is_adverb(clause, next) || clause.is_any(next, AFTER_INVERSION);
    if block {
        return (alone || !content::is_carrier(clause, next)).then_some(source);
    }
    let subject = source::before(clause, verb);
    let clause_before = |end: usize| content::has_verb(clause, content::clause_start(clause, end)..end);
    let reads_inverted = alone && subject.is_none_or(|subject| subject.end + 1 >= verb && clause_before(subject.end));
    reads_inverted.then_some(source)
}

/// The subject of the clause that a gerund hangs on: the noun right before it or before its comma, or the subject of the first verb.
fn gerund_source(clause: &Clause, verb: usize) -> Option<Range<usize>> {
    let floor = verb.saturating_sub(60);
    let end = source::subject_end(clause, verb);
    if end.checked_sub(1).is_some_and(|before| source::is_nominal(clause, before)) {
        return source::phrase_start(clause, end, floor).map(|start| start..end);
    }
    reporting_before(clause, verb).or_else(|| source::shared_subject(clause, verb)).or_else(|| {
        // "A statement from the port, saying that three were hurt, was read": no verb stands before it.
        let comma = end.checked_sub(1).filter(|before| clause.is_comma(*before))?;
        source::phrase_start(clause, comma, floor).map(|start| start..comma)
    })
}

/// Who speaks in the clause right before the comma of a gerund: "“…,” Ann Lee said, adding".
fn reporting_before(clause: &Clause, gerund: usize) -> Option<Range<usize>> {
    let from = gerund.saturating_sub(16);
    let said = (from..gerund).rev().find(|p| clause.has(*p, Classes::SAY) && cue::form(clause, *p) == Some(Form::Finite))?;
    let between = (said + 1..gerund).filter(|p| clause.is_comma(*p) || source::is_finite_verb(clause, *p)).count();
    if between > 1 || !(said + 1..gerund).any(|p| clause.is_comma(p)) {
        return None;
    }
    inverted_source(clause, said, cue::end_with_particle(clause, said), Form::Finite).or_else(|| source::before(clause, said))
}
