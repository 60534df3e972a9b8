//! Which body "the company", "the university", "the weather office" means.

use super::OtherSpeaker;
use super::naming::core;
use crate::lexicon::Classes;
use crate::mention::{Category, Entity, EntityKind, MentionKind};
use crate::text::{Document, Span};
use std::ops::Range;

/// How many mentions before the words are looked through.
const REACH: usize = 80;

/// Nouns for a company whose name seldom has them.
const COMPANY: [&str; 16] = [
    "company",
    "firm",
    "business",
    "corporation",
    "manufacturer",
    "maker",
    "carmaker",
    "retailer",
    "airline",
    "lender",
    "insurer",
    "publisher",
    "startup",
    "start-up",
    "group",
    "chain",
];

/// Nouns for a sports club.
const CLUB: [&str; 3] = ["club", "team", "side"];

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
    let core = core(document, source);
    // "the Orle-based company"
    let based = core.clone().find(|i| document.is(*i, "based") || document.word(*i).ends_with("-based"));
    let nouns = based.unwrap_or(core.start) + 1..core.end;
    let plain = |i: usize| !document.is_capitalized(i) && document.tag(i).is_some_and(|tag| tag.is_noun() || tag.is_adjective());
    if !document.is(core.start, "the") || nouns.is_empty() || nouns.len() > 3 || !nouns.clone().all(plain) {
        return None;
    }
    let head = nouns.end - 1;
    let kind = match nouns.len() {
        1 if document.is_any(head, &COMPANY) => Some(Category::Company),
        1 if document.is_any(head, &CLUB) => Some(Category::Sport),
        _ if document.has(head, Classes::ORGANIZATION_NOUN) => None,
        _ => return None,
    };
    let at = document.token(core.start)?.span.start;
    let before = mentions.partition_point(|(span, ..)| span.end <= at);
    let mut bodies: Vec<(usize, usize, bool)> = Vec::new();
    for (span, number, _) in mentions[..before].iter().rev().take(REACH).filter(|(.., kind)| *kind == MentionKind::Name) {
        let Some(entity) = entities.get(*number).filter(|entity| entity.named && entity.kind == EntityKind::Organization) else { continue };
        let name = document.tokens_in(*span);
        let has = |noun: usize| name.clone().any(|i| document.word(i) == document.word(noun));
        let named = nouns.clone().all(has);
        // "the company" is no stock exchange.
        let exchange = name.clone().any(|i| document.is_any(i, &["exchange", "index", "exchanges"]));
        match bodies.iter_mut().find(|(body, ..)| body == number) {
            Some((_, count, by_name)) => {
                *count += 1;
                *by_name |= named;
            }
            None if named || kind == Some(entity.category) && !exchange => bodies.push((*number, 1, named)),
            None => {}
        }
    }
    let nearest = bodies.iter().find(|(.., named)| *named);
    let best = nearest.or_else(|| bodies.iter().max_by_key(|(_, count, _)| *count)).copied()?;
    let others = bodies.iter().filter(|(body, _, named)| *body != best.0 && *named == best.2).take(2);
    let why = || "The words could also mean this body.".to_owned();
    Some((best.0, others.map(|(body, ..)| OtherSpeaker { speaker: *body, why: why() }).collect()))
}
