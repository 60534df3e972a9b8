//! The frame of a reporting verb: its form, who speaks, what stands left and right of it.

use super::clause::Clause;
use super::content::{self, Right};
use super::cue::{self, Form};
use super::rules::Parts;
use super::source;
use crate::clause::ClauseKind;
use crate::text::words;
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
        if let Some(source) = source::inverted(clause, verb, cue_end, form) {
            let right = content::right(clause, verb, source.end, false);
            return Some(Self { verb, cue: verb..cue_end, form, source: Some(source), inverted: true, left: verb, right });
        }
        let source = match form {
            Form::Gerund => source::of_gerund(clause, verb),
            Form::Infinitive => source::before(clause, infinitive_head(clause, verb)),
            _ => source::before(clause, verb),
        };
        if source.as_ref().is_some_and(|source| is_nobody(clause, source)) {
            return None;
        }
        let source = source.filter(|source| !holds_sentence(clause, source));
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

/// "no one has said", "not everyone in the hall said".
fn is_nobody(clause: &Clause, source: &Range<usize>) -> bool {
    let denied = source.start.checked_sub(1).is_some_and(|before| clause.is_any(before, &["no", "not"]));
    denied
        || clause.is_any(source.start, &["nobody", "none", "neither"])
        || clause.is(source.start, "no") && clause.is(source.start + 1, "one")
}

/// Whether the words for a source hold a sentence of their own, as no name for a speaker does.
fn holds_sentence(clause: &Clause, source: &Range<usize>) -> bool {
    let told = |p: usize| clause.is_any(p, words!["who", "whose", "whom", "which", "that", "where", "when", "what", "whoever", "if"]);
    let tokens = clause.tokens_of(source.clone());
    let first = clause.groups.partition_point(|group| group.tokens.start < tokens.start);
    let mut inside = clause.groups[first..].iter().take_while(|group| group.tokens.end <= tokens.end);
    let plain = !source.clone().any(|p| told(p) || clause.is_comma(p));
    plain && inside.any(|group| group.is_finite() && group.kind == ClauseKind::Main)
}

/// "went on to say", "continued to insist": a verb that only leads to the saying.
fn reports_by_infinitive(clause: &Clause, verb: usize) -> bool {
    (verb.saturating_sub(5)..verb).any(|p| {
        clause.is_any(
            p,
            words!["went", "goes", "continued", "continues", "rushed", "hastened", "moved", "appeared", "seemed", "came", "wanted", "had"],
        )
    })
}

/// The verb that leads to the infinitive.
fn infinitive_head(clause: &Clause, verb: usize) -> usize {
    (verb.saturating_sub(5)..verb)
        .find(|p| {
            clause.is_any(
                *p,
                words![
                    "went",
                    "goes",
                    "continued",
                    "continues",
                    "rushed",
                    "hastened",
                    "moved",
                    "appeared",
                    "seemed",
                    "came",
                    "wanted",
                    "had"
                ],
            )
        })
        .unwrap_or(verb)
}
