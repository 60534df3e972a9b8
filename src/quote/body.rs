//! Which body "the company", "the university", "the weather office" means.

use super::OtherSpeaker;
use super::naming::core;
use crate::lexicon::Classes;
use crate::mention::{Category, Entity, EntityKind, MentionKind};
use crate::text::{Document, Span};
use std::ops::Range;

/// How many mentions before the words are looked through.
const REACH: usize = 80;

/// A named body that the words can mean.
#[derive(Clone, Copy)]
struct Candidate {
    /// The number of the entity.
    body: usize,
    /// How often the text has named it before.
    count: usize,
    /// Whether its name has the nouns: "Ministry of Transport" for "the ministry".
    by_name: bool,
}

/// The named body that the words of `source` lead back to, and others they allow.
///
/// The nearest body whose name has the noun ("the ministry") is meant before
/// any other. A company or a club is known by its kind; of several, the one
/// that the text has named most often is meant, or else first.
pub(super) fn meant(
    document: &Document,
    entities: &[Entity],
    mentions: &[(Span, usize, MentionKind)],
    source: &Range<usize>,
) -> Option<(usize, Vec<OtherSpeaker>)> {
    let nouns = nouns(document, source)?;
    let head = nouns.end - 1;
    let kind = match nouns.len() {
        1 if document.has(head, Classes::COMPANY_NOUN) => Some(Category::Company),
        1 if document.is_any(head, &["club", "team", "side"]) => Some(Category::Sport),
        _ if document.has(head, Classes::ORGANIZATION_NOUN) => None,
        _ => return None,
    };
    let at = document.token(source.start)?.span.start;
    let before = mentions.partition_point(|(span, ..)| span.end <= at);
    let candidates = candidates(document, entities, &mentions[..before], &nouns, kind);
    let nearest = candidates.iter().find(|candidate| candidate.by_name);
    let best = *nearest.or_else(|| candidates.iter().max_by_key(|candidate| candidate.count))?;
    let others = candidates.iter().filter(|other| other.body != best.body && other.by_name == best.by_name).take(2);
    let why = "The words could also mean this body.";
    Some((best.body, others.map(|other| OtherSpeaker { speaker: other.body, why: why.into() }).collect()))
}

/// The nouns behind "the", or behind "the Orle-based"; nothing where other words stand among them.
fn nouns(document: &Document, source: &Range<usize>) -> Option<Range<usize>> {
    let core = core(document, source);
    let based = core.clone().find(|i| document.is(*i, "based") || document.word(*i).ends_with("-based"));
    let nouns = based.unwrap_or(core.start) + 1..core.end;
    let plain = |i: usize| !document.is_capitalized(i) && document.tag(i).is_some_and(|tag| tag.is_noun() || tag.is_adjective());
    (document.is(core.start, "the") && (1..=3).contains(&nouns.len()) && nouns.clone().all(plain)).then_some(nouns)
}

/// The bodies that the nouns can mean, the one named last first.
fn candidates(
    document: &Document,
    entities: &[Entity],
    before: &[(Span, usize, MentionKind)],
    nouns: &Range<usize>,
    kind: Option<Category>,
) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = Vec::new();
    for (span, body, _) in before.iter().rev().take(REACH).filter(|(.., kind)| *kind == MentionKind::Name) {
        let Some(entity) = entities.get(*body).filter(|entity| entity.named && entity.kind == EntityKind::Organization) else { continue };
        let name = document.tokens_in(*span);
        let by_name = nouns.clone().all(|noun| name.clone().any(|i| document.word(i) == document.word(noun)));
        // "the company" is no stock exchange.
        let exchange = name.clone().any(|i| document.is_any(i, &["exchange", "index"]));
        if let Some(known) = candidates.iter_mut().find(|known| known.body == *body) {
            known.count += 1;
            known.by_name |= by_name;
        } else if by_name || kind == Some(entity.category) && !exchange {
            candidates.push(Candidate { body: *body, count: 1, by_name });
        }
    }
    candidates
}
