//! A quotation in the making: tokens rather than bytes, no speaker yet.

use super::QuotationKind;
use super::clause::Clause;
use super::rules::{Parts, Rule};
use crate::text::{Document, TokenKind};
use std::ops::Range;

/// A quotation in tokens.
#[derive(Clone)]
pub(super) struct Draft {
    pub rule: &'static Rule,
    pub kind: QuotationKind,
    pub contents: Vec<Range<usize>>,
    pub cue: Option<Range<usize>>,
    pub source: Option<Range<usize>>,
    pub timex: Option<usize>,
    /// The draft that this one goes on from.
    pub continues: Option<usize>,
    /// What the confidence of the rule is multiplied with.
    pub doubt: f32,
    /// Whether it became part of another.
    pub dropped: bool,
}

impl Draft {
    /// A direct quotation without words yet.
    pub fn new(rule: &'static Rule) -> Self {
        Self {
            rule,
            kind: QuotationKind::Direct,
            contents: Vec::new(),
            cue: None,
            source: None,
            timex: None,
            continues: None,
            doubt: 1.0,
            dropped: false,
        }
    }

    /// The draft of what `rule` found in `clause`.
    pub fn of_parts(clause: &Clause, rule: &'static Rule, parts: &Parts) -> Self {
        let mut draft = Self::new(rule);
        let (mut marked, mut plain) = (false, false);
        for content in &parts.contents {
            let blocks = content.clone().filter(|p| clause.block(*p).is_some()).count();
            marked |= blocks > 0;
            plain |= blocks < content.len();
            match (blocks, clause.block(content.start)) {
                (1, Some(block)) if content.len() == 1 => draft.contents.push(block.inner.clone()),
                _ => draft.contents.push(clause.tokens_of(content.clone())),
            }
        }
        draft.kind = match (marked || parts.transcript, plain && !parts.transcript) {
            (true, false) => QuotationKind::Direct,
            (true, true) => QuotationKind::Mixed,
            (false, _) => QuotationKind::Indirect,
        };
        if let (true, Some(content)) = (parts.transcript, draft.contents.last_mut()) {
            content.end = clause
                .document
                .paragraphs
                .get(clause.paragraph)
                .map_or(content.end, |paragraph| speech_end(clause.document, &paragraph.tokens));
        }
        draft.cue = parts.cue.clone().map(|cue| clause.tokens_of(cue));
        draft.source = parts.source.clone().map(|source| clause.tokens_of(source)).filter(|source| !source.is_empty());
        draft.timex = timex(clause, &draft);
        draft
    }

    /// The token where the contents begin.
    pub fn start(&self) -> usize {
        self.contents.first().map_or(0, |content| content.start)
    }

    /// The token where the contents end.
    pub fn end(&self) -> usize {
        self.contents.last().map_or(0, |content| content.end)
    }
}

/// Where the words of a labelled paragraph end: before the mark that closes a transcript quoted as a whole.
fn speech_end(document: &Document, paragraph: &Range<usize>) -> usize {
    let marks = paragraph.clone().filter(|i| document.kind(*i) == Some(TokenKind::Mark) && !document.is_any(*i, &["'", "’", "‘"])).count();
    let stray = marks % 2 == 0 && document.kind(paragraph.start) == Some(TokenKind::Mark) || marks == 1;
    match document.kind(paragraph.end - 1) {
        Some(TokenKind::Mark) if stray => paragraph.end - 1,
        _ => paragraph.end,
    }
}

/// The time expression that stands with the cue and outside contents and source.
fn timex(clause: &Clause, draft: &Draft) -> Option<usize> {
    let cue = draft.cue.clone()?;
    let from = draft.source.as_ref().map_or(cue.start, |source| source.end.min(cue.start));
    let until = draft.contents.iter().map(|content| content.start).find(|start| *start >= cue.end).unwrap_or(clause.tokens.end);
    let reach = clause.document.span(from..until);
    let first = clause.timexes.partition_point(|timex| timex.span.start < reach.start);
    let sourced = draft.source.clone().map(|source| clause.document.span(source));
    (first..clause.timexes.len())
        .take(8)
        .take_while(|k| clause.timexes[*k].span.end <= reach.end)
        .find(|k| sourced.is_none_or(|source| !source.overlaps(clause.timexes[*k].span)))
}
