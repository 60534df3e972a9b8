//! Finds time expressions: looks for the few tokens at which one can be, and lets the rules read around them.

use super::modifiers;
use super::rules::{self, Gate, Rule};
use super::symbol::Match;
use crate::lexicon::Classes;
use crate::text::{Document, TokenKind};

/// A match with the rule that made it.
#[derive(Clone, Debug)]
pub struct Found {
    /// What was read.
    pub read: Match,
    /// Which rule read it.
    pub rule: &'static Rule,
}

/// How many tokens before a trigger an expression can begin.
const REACH: usize = 6;

/// The expressions of `document` in order, none overlapping another.
pub fn find(document: &Document) -> Vec<Found> {
    let mut found = Vec::new();
    let (mut floor, mut fresh) = (0, 0);
    for trigger in 0..document.tokens.len() {
        if trigger < floor || !is_trigger(document, trigger) {
            continue;
        }
        match around(document, trigger, floor.max(fresh)) {
            Around::Found(mut hit) => {
                modifiers::extend(document, &mut hit.read, floor);
                floor = hit.read.tokens.end;
                found.push(hit);
            }
            Around::Nothing { fresh: next } => fresh = next,
        }
    }
    found
}

/// Whether an expression can be at the token: a number, or a word on one of the lists of time.
fn is_trigger(document: &Document, i: usize) -> bool {
    let Some(token) = document.token(i) else { return false };
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Word => {
            document.has(i, Classes::MONTH | Classes::WEEKDAY | Classes::TIME_UNIT | Classes::TIME_WORD)
                || matches!(document.text_of(i).as_bytes(), [b'0'..=b'9', ..] | [b'F', b'Y', ..])
        }
        _ => false,
    }
}

/// What is around a trigger.
enum Around {
    Found(Found),
    /// No expression holds the trigger, and no rule reads anything between the first token that was tried and `fresh`.
    Nothing {
        fresh: usize,
    },
}

/// The expression that holds the token at `trigger`: the one that begins first, of those the longest, of those the first rule's.
fn around(document: &Document, trigger: usize, floor: usize) -> Around {
    let first = floor.max(trigger.saturating_sub(REACH)).max(document.sentence_tokens(trigger).start);
    let mut fresh = None;
    for start in first..=trigger {
        let (best, reads) = longest(document, start, trigger);
        if let Some(best) = best {
            return Around::Found(best);
        }
        fresh = fresh.or(reads.then_some(start));
    }
    Around::Nothing { fresh: fresh.unwrap_or(trigger + 1) }
}

/// The longest reading from `start` that holds the trigger, and whether any rule reads something there.
fn longest(document: &Document, start: usize, trigger: usize) -> (Option<Found>, bool) {
    let gate = Gate::of(document, start);
    let (mut best, mut reads): (Option<Found>, bool) = (None, false);
    if gate == Gate::NONE {
        return (best, reads);
    }
    for rule in rules::beginning_with(gate) {
        let Some(read) = (rule.read)(document, start) else { continue };
        reads = true;
        let longer = best.as_ref().is_none_or(|best| read.tokens.end > best.read.tokens.end);
        if longer && read.tokens.contains(&trigger) && read.tokens.start >= start {
            best = Some(Found { read, rule });
        }
    }
    (best, reads)
}
