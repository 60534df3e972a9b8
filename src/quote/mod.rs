//! Quotations: marks, cues, sources, contents, attribution.
//!
//! Marks are paired first; each pair then stands as one item in its sentence,
//! and the rules read the clause around it: source and cue, cue and source,
//! "according to", a colon, a dash, a label. What no rule took and stands as
//! a sentence of its own goes on from the quotation before it.

mod antecedent;
mod attribute;
mod blocks;
mod body;
mod clause;
mod content;
mod cue;
mod draft;
mod ends;
mod frame;
mod frames;
mod idioms;
mod lone;
mod marks;
mod naming;
mod phrase;
pub mod rules;
mod source;

use crate::clause::Clauses;
use crate::finding::Grounds;
use crate::lexicon::Classes;
use crate::mention::{Entity, EntityKind, MentionKind};
use crate::text::{Document, Span, words};
use crate::timex::Timex;
use clause::{Clause, Given};
use draft::Draft;
use frame::Frame;
use rules::{Parts, RULES, Reads, Rule};
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
    /// The entities that were handed in and the sources that were not among them, in the order of their first mention.
    pub entities: Vec<Entity>,
}

/// Finds the quotations of `document` and who is quoted.
pub fn find(document: &Document, clauses: &Clauses, entities: &[Entity], timexes: &[Timex]) -> Found {
    let transcript = blocks::is_transcript(document);
    let blocks = marks::pair(document, transcript);
    let name_ends = name_ends(entities);
    let given = Given { document, blocks: &blocks, clauses, timexes, entities, name_ends: &name_ends };
    let units = clause::units(document, &blocks);
    let mut drafts = Vec::new();
    let mut owner = vec![None; blocks.len()];
    let mut done = 0;
    for (paragraph, tokens) in &units {
        if tokens.start < done {
            continue;
        }
        let mut clause = Clause::new(given, *paragraph, tokens.clone());
        clause.transcript = transcript;
        read(&mut clause, &mut drafts, &mut owner);
        done = drafts.last().map_or(done, |draft| done.max(draft.end()));
    }
    lone::join_paragraphs(&blocks, &mut drafts, &mut owner);
    lone::find(given, &units, &mut drafts, &mut owner);
    attribute::finish(document, entities, drafts)
}

/// Where the names of persons end, in bytes, in order.
fn name_ends(entities: &[Entity]) -> Vec<usize> {
    let persons = entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    let names = persons.flat_map(|person| &person.mentions).filter(|mention| mention.kind == MentionKind::Name);
    let mut ends: Vec<usize> = names.map(|mention| mention.span.end).collect();
    ends.sort_unstable();
    ends
}

/// Tries the rules at each item of a clause; what a rule takes is claimed.
fn read(clause: &mut Clause, drafts: &mut Vec<Draft>, owner: &mut [Option<usize>]) {
    for p in 0..clause.len() {
        if clause.claimed[p] && clause.block(p).is_none() {
            continue;
        }
        let Some((rule, parts)) = first_rule(clause, p) else { continue };
        let draft = Draft::of_parts(clause, rule, &parts);
        clause.found.push(parts.extent());
        for item in parts.contents.into_iter().flatten() {
            if let Some(slot) = clause.block_number(item).and_then(|number| owner.get_mut(number)) {
                slot.get_or_insert(drafts.len());
            }
            if let Some(claimed) = clause.claimed.get_mut(item) {
                *claimed = true;
            }
        }
        for item in parts.source.into_iter().flatten() {
            if let Some(sourced) = clause.sourced.get_mut(item) {
                *sourced = true;
            }
        }
        drafts.push(draft);
    }
}

/// The first rule that finds something at `p` which is not yet claimed.
fn first_rule(clause: &Clause, p: usize) -> Option<(&'static Rule, Parts)> {
    let frame = if clause.claimed[p] || clause.sourced[p] { None } else { Frame::read(clause, p) };
    let quick = frame.is_none()
        && p != 0
        && clause.block(p).is_none()
        && !clause.has(p, Classes::SAY_NOUN)
        && !clause.is_any(p, words!["according", "as", "in", "by", "heard"]);
    if quick {
        return None;
    }
    RULES.iter().find_map(|rule| {
        let parts = match (rule.reads, &frame) {
            (Reads::Verb(read), Some(frame)) => read(clause, frame),
            (Reads::Item(read), _) => read(clause, p),
            _ => None,
        }?;
        let fresh = !parts.contents.iter().any(|content| content.is_empty() || clause.crosses(content.clone()));
        (fresh && !parts.contents.is_empty()).then_some((rule, parts))
    })
}
