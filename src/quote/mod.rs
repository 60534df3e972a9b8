//! Quotations: marks, cues, sources, contents, attribution.

use crate::finding::Grounds;
use crate::mention::Entity;
use crate::text::{Document, Span};
use crate::timex::Timex;
use serde::{Deserialize, Serialize};

/// How a quotation gives the words, as in PARC3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuotationKind {
    /// All of it stands in quotation marks.
    Direct,
    /// None of it does.
    Indirect,
    /// Part of it does.
    Mixed,
}

/// Another speaker that the words allow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherSpeaker {
    /// Index of the entity.
    pub speaker: usize,
    /// One sentence for the reader.
    pub why: String,
}

/// An attribution in the sense of PARC3: who, the reporting words, what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quotation {
    /// How the words are given.
    pub kind: QuotationKind,
    /// The words, without quotation marks; two or more where the cue interrupts or paragraphs end.
    pub contents: Vec<Span>,
    /// The reporting words: "said".
    pub cue: Option<Span>,
    /// The words for who speaks, as they stand beside the cue.
    pub source: Option<Span>,
    /// Who is meant: index of the entity.
    pub speaker: Option<usize>,
    /// When it was said: index of the time expression.
    pub timex: Option<usize>,
    /// The quotation that this one goes on from, when it has no cue of its own.
    pub continues: Option<usize>,
    /// Other speakers that the words allow, the likeliest first.
    pub alternatives: Vec<OtherSpeaker>,
    /// Which rule, why, how sure.
    pub grounds: Grounds,
}

/// What the finder of quotations gives back.
pub struct Found {
    /// Quotations in order.
    pub quotations: Vec<Quotation>,
    /// The entities that were handed in, and behind them the sources that were not among them.
    pub entities: Vec<Entity>,
}

/// Finds the quotations of `document` and who is quoted.
pub fn find(_document: &Document, entities: &[Entity], _timexes: &[Timex]) -> Found {
    Found { quotations: Vec::new(), entities: entities.to_vec() }
}
