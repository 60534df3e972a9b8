//! Words in quotation marks that no cue took: they go on from a quotation, follow a lead-in, or stand alone.

use super::QuotationKind;
use super::blocks;
use super::clause::{Clause, Given};
use super::content::{self, Opening};
use super::draft::Draft;
use super::frame::Frame;
use super::marks::Block;
use super::phrase;
use super::rules;
use super::source;
use crate::lexicon::Classes;
use crate::text::{Document, TokenKind, words};
use std::ops::Range;

/// Joins the parts of quotations that run over paragraphs: one content a paragraph.
pub(super) fn join_paragraphs(blocks: &[Block], drafts: &mut [Draft], owner: &mut [Option<usize>]) {
    for k in (0..blocks.len().saturating_sub(1)).rev() {
        let next = owner[k + 1].filter(|_| blocks[k].continues && owner[k].is_none());
        if let Some(draft) = next.and_then(|next| drafts.get_mut(next)).filter(|draft| draft.kind == QuotationKind::Direct) {
            draft.contents.push(blocks[k].inner.clone());
            owner[k] = next;
        }
    }
    for draft in drafts.iter_mut() {
        draft.contents.sort_by_key(|content| content.start);
    }
    for k in 0..blocks.len().saturating_sub(1) {
        let Some(first) = owner[k].filter(|_| blocks[k].continues) else { continue };
        let absorbed = owner[k + 1].filter(|next| {
            *next != first && drafts.get(*next).is_some_and(|draft| draft.kind == QuotationKind::Direct && draft.contents.len() == 1)
        });
        if owner[k + 1].is_none() || absorbed.is_some() {
            if let Some(next) = absorbed.and_then(|next| drafts.get_mut(next)) {
                next.dropped = true;
            }
            if let Some(draft) = drafts.get_mut(first) {
                draft.contents.push(blocks[k + 1].inner.clone());
            }
            owner[k + 1] = Some(first);
        }
    }
}

/// Makes quotations of the blocks in the units that no rule took and that stand as sentences of their own.
pub(super) fn find(given: Given, units: &[(usize, Range<usize>)], drafts: &mut Vec<Draft>, owner: &mut [Option<usize>]) {
    let Given { document, blocks: all, .. } = given;
    let with_cue = drafts.len();
    let (mut read, mut latest) = (0, None);
    for (number, (paragraph, tokens)) in units.iter().enumerate() {
        let first = all.partition_point(|block| block.outer.end <= tokens.start);
        for k in (first..all.len()).take_while(|k| all[*k].outer.start < tokens.end) {
            let start = all[k].outer.start;
            if owner[k].is_some() || start < tokens.start || !stands_alone(document, &all[k], tokens) {
                continue;
            }
            while read < with_cue && drafts[read].start() <= start {
                if !drafts[read].dropped && latest.is_none_or(|latest: usize| drafts[latest].end() <= drafts[read].end()) {
                    latest = Some(read);
                }
                read += 1;
            }
            let before = number.checked_sub(1).and_then(|before| units.get(before)).filter(|(other, _)| *other + 1 >= *paragraph);
            let previous = latest.and_then(|latest| drafts.get(latest).map(|draft| (latest, draft)));
            if words_in(document, &all[k]) <= FEW && !goes_on_briefly(document, &all[k], before, previous) {
                continue;
            }
            let signed = units.get(number + 1).filter(|(next, _)| *next == paragraph + 1).and_then(|(_, next)| signature(given, next));
            let mut draft = signed.unwrap_or_else(|| attribute(given, before, previous, start, *paragraph));
            draft.contents = vec![all[k].inner.clone()];
            let mut last = k;
            while all[last].continues && last + 1 < all.len() && owner[last + 1].is_none() {
                last += 1;
                draft.contents.push(all[last].inner.clone());
            }
            owner[k..=last].fill(Some(drafts.len()));
            latest = Some(drafts.len());
            drafts.push(draft);
        }
    }
}

/// So few words in marks are a sentence only right behind another quotation: “It is late,” she said. “Too late.”
const FEW: usize = 3;

/// Whether the block is a sentence: nothing but marks around it, and no note such as "(applause)".
fn stands_alone(document: &Document, block: &Block, tokens: &Range<usize>) -> bool {
    let bare = |mut range: Range<usize>| range.all(|i| document.kind(i) != Some(TokenKind::Word) || document.is_any(i, &["and", "but"]));
    let noted = document.is(block.inner.start, "(") || document.is(block.inner.start, "[") && document.is(block.inner.end - 1, "]");
    let ended = block.continues
        || block
            .inner
            .clone()
            .rev()
            .find(|i| document.kind(*i) != Some(TokenKind::Mark))
            .is_some_and(|last| document.kind(last) == Some(TokenKind::Punct))
        || document.kind(block.outer.end) == Some(TokenKind::Punct);
    ended && !noted && bare(tokens.start..block.outer.start) && bare(block.outer.end.min(tokens.end)..tokens.end)
}

/// How many words, up to a few, the block holds.
fn words_in(document: &Document, block: &Block) -> usize {
    block.inner.clone().take(12).filter(|i| document.kind(*i) == Some(TokenKind::Word)).count()
}

/// Whether a few words in marks stand behind a sentence of the same paragraph that quotes in marks, and end as a sentence does.
fn goes_on_briefly(document: &Document, block: &Block, before: Option<&(usize, Range<usize>)>, previous: Option<(usize, &Draft)>) -> bool {
    let ends = block.inner.end.checked_sub(1).is_some_and(|last| document.is_any(last, words![".", "?", "!", "…", "..."]));
    let quoted = before.zip(previous).is_some_and(|((_, tokens), (_, draft))| {
        tokens.end == block.outer.start && tokens.contains(&draft.start()) && draft.kind == QuotationKind::Direct
    });
    ends && quoted
}

/// How many words, up to a few, the block that begins at `start` holds before a closing mark.
fn words_from(document: &Document, start: usize) -> usize {
    (start + 1..start + 12)
        .take_while(|i| document.kind(*i).is_some_and(|kind| kind != TokenKind::Mark))
        .filter(|i| document.kind(*i) == Some(TokenKind::Word))
        .count()
}

/// A draft with the speaker that the words before lead to.
fn attribute(
    given: Given,
    before: Option<&(usize, Range<usize>)>,
    previous: Option<(usize, &Draft)>,
    start: usize,
    paragraph: usize,
) -> Draft {
    let document = given.document;
    let led = start > 0 && document.is(start - 1, ":");
    if let Some(draft) = before.filter(|_| led).and_then(|(_, tokens)| lead_in(given, tokens)) {
        return draft;
    }
    if let Some(draft) = before.filter(|(other, _)| *other == paragraph).and_then(|(_, tokens)| said_before(given, tokens)) {
        return draft;
    }
    if let Some((number, draft)) = previous {
        let distance = paragraph.saturating_sub(document.paragraph_of(draft.end().saturating_sub(1)));
        let long = document
            .tokens
            .get(start)
            .is_some_and(|_| distance == 0 || words_from(document, start) > 6 || document.is_any(start, &["“", "\"", "``", "''"]));
        if distance <= 2 && long {
            let mut floating = Draft::new(rules::named("floating"));
            floating.continues = Some(number);
            floating.doubt = if distance == 0 || draft.rule.name == "label" { 1.0 } else { 0.45 };
            return floating;
        }
    }
    before.and_then(|(_, tokens)| sentence_before(given, tokens)).unwrap_or_else(|| Draft::new(rules::named("no-speaker")))
}

/// The speaker of a line that ends with a colon.
fn lead_in(given: Given, tokens: &Range<usize>) -> Option<Draft> {
    let clause = Clause::new(given, given.document.paragraph_of(tokens.start), tokens.clone());
    let mut draft = Draft::new(rules::named("lead-in"));
    let frame = (0..clause.len())
        .rev()
        .take(40)
        .filter_map(|p| Frame::read(&clause, p).filter(|frame| frame.source.is_some() && clause.has(p, Classes::SAY)))
        .next();
    let (source, cue) = match frame {
        Some(Frame { source: Some(source), cue, .. }) => (source, cue),
        _ => blocks::leading(&clause, clause.len().checked_sub(1)?)?,
    };
    draft.source = Some(clause.tokens_of(source));
    draft.cue = Some(clause.tokens_of(cue));
    Some(draft)
}

/// Who speaks in a sentence that ends before it tells what: "Ann Lee said in a statement."
fn said_before(given: Given, tokens: &Range<usize>) -> Option<Draft> {
    if !tokens.clone().take(40).any(|i| given.document.has(i, Classes::SAY)) {
        return None;
    }
    let clause = Clause::new(given, given.document.paragraph_of(tokens.start), tokens.clone());
    let mut said = (0..clause.len().min(40)).rev().filter(|p| clause.has(*p, Classes::SAY)).filter_map(|p| Frame::read(&clause, p));
    let said = said.next()?;
    let silent = said.right.opening == Opening::Nothing && clause.is_end(said.right.start) && !said.inverted;
    let opens = said.left == content::clause_start(&clause, said.left);
    let mut draft = Draft::new(rules::named("lead-in"));
    draft.source = Some(clause.tokens_of(said.source.filter(|_| silent && opens)?));
    draft.cue = Some(clause.tokens_of(said.cue));
    Some(draft)
}

/// Whose words the paragraph behind them says they are: "— Ann Lee".
fn signature(given: Given, tokens: &Range<usize>) -> Option<Draft> {
    let document = given.document;
    let dash = document.is_any(tokens.start, words!["-", "–", "—", "--", "―"]);
    let stopped = tokens.end - usize::from(document.is(tokens.end - 1, "."));
    let last = document.token(stopped.checked_sub(1)?)?.span.end;
    let mut draft = Draft::new(rules::named("name-after-dash"));
    draft.source = Some(tokens.start + 1..stopped);
    let comma = (tokens.start + 1..stopped).find(|i| document.is(*i, ",")).unwrap_or(stopped);
    let first = (3..=5).contains(&(comma - tokens.start)) && (tokens.start + 1..comma).all(|i| document.is_capitalized(i));
    let names = first || (3..=5).contains(&(stopped - tokens.start)) && (tokens.start + 1..stopped).all(|i| document.is_capitalized(i));
    let named = names || given.name_ends.binary_search(&last).is_ok();
    (dash && tokens.len() <= SIGNATURE && named).then_some(draft)
}

/// No line that only names who said the words above has more tokens than these.
const SIGNATURE: usize = 16;

/// The person that the sentence before is about.
fn sentence_before(given: Given, tokens: &Range<usize>) -> Option<Draft> {
    let clause = Clause::new(given, given.document.paragraph_of(tokens.start), tokens.clone());
    let verb =
        (0..clause.len().min(30)).find(|p| phrase::is_finite_verb(&clause, *p) || clause.has(*p, Classes::AUXILIARY | Classes::MODAL))?;
    let source = source::before(&clause, verb)?;
    let human = source
        .clone()
        .any(|p| clause.has(p, Classes::ROLE | Classes::PERSON_NOUN | Classes::PERSON_PRONOUN | Classes::HONORIFIC | Classes::GIVEN_NAME))
        || source.clone().skip(usize::from(source.len() > 1)).any(|p| clause.is_capitalized(p));
    let mut draft = Draft::new(rules::named("sentence-before"));
    draft.source = Some(clause.tokens_of(source));
    human.then_some(draft)
}
