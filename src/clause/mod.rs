//! Clauses: the verb groups of each sentence, their tense, and how the clauses hang together.
//!
//! No tree is built. For each verb group the clause knows where it begins, what opened it and which
//! group it hangs on; that is what dating needs: whether a date looks back or ahead, and which event it dates.

mod bare;
mod finite;
mod govern;
mod group;
mod link;
mod mend;
pub mod noun;
pub mod stem;

use crate::text::{Document, ParagraphKind, Sentence, behind_dateline};
pub use govern::is_temporal_lead;
pub use group::{Form, Tense, VerbGroup};
pub use link::{ClauseKind, boundary, is_speech_mark, opens, opens_coordinate};
use std::ops::Range;

/// The tokens of a sentence behind the dateline that opens its paragraph.
pub fn own_words(document: &Document, sentence: &Sentence) -> Range<usize> {
    let paragraph = document.paragraphs.get(sentence.paragraph).filter(|paragraph| paragraph.tokens.start == sentence.tokens.start);
    let start = paragraph.map_or(sentence.tokens.start, |paragraph| behind_dateline(document, &paragraph.tokens));
    start.min(sentence.tokens.end)..sentence.tokens.end
}

/// The verb groups of a text, in order, with their clauses.
#[derive(Clone, Debug, Default)]
pub struct Clauses {
    groups: Vec<VerbGroup>,
    /// For each sentence the number of its first group.
    firsts: Vec<usize>,
}

impl Clauses {
    /// Finds the clauses of `document`, whose tokens are tagged.
    pub fn find(document: &Document) -> Self {
        let mut clauses = Self { groups: Vec::new(), firsts: Vec::with_capacity(document.sentences.len()) };
        for sentence in &document.sentences {
            let kind = document.paragraphs.get(sentence.paragraph).map(|paragraph| paragraph.kind);
            let heading = matches!(kind, Some(ParagraphKind::Title | ParagraphKind::Standfirst));
            let first = clauses.groups.len();
            clauses.firsts.push(first);
            let tokens = own_words(document, sentence);
            let heading = heading || mend::is_labelled(document, &tokens);
            group::find(document, &tokens, heading, &mut clauses.groups);
            link::link(document, &tokens, first, &mut clauses.groups);
        }
        clauses
    }

    /// How many groups there are.
    pub fn len(&self) -> usize {
        self.groups.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The group with that number.
    pub fn get(&self, number: usize) -> Option<&VerbGroup> {
        self.groups.get(number)
    }

    /// The groups with those numbers.
    pub fn groups(&self, numbers: Range<usize>) -> &[VerbGroup] {
        self.groups.get(numbers).unwrap_or_default()
    }

    /// The numbers of the groups of a sentence.
    pub fn of_sentence(&self, sentence: usize) -> Range<usize> {
        let end = self.groups.len();
        let start = self.firsts.get(sentence).copied().unwrap_or(end);
        start..self.firsts.get(sentence + 1).copied().unwrap_or(end)
    }
}
