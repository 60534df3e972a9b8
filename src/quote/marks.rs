//! Quotation marks, paired paragraph by paragraph in one pass.
//!
//! A mark that has no partner loses nothing but itself. Apostrophes, inches
//! and marks nested in others are passed over. A paragraph that opens a
//! quotation and does not close it continues in the next one when that begins
//! with a mark too.

use super::blocks;
use crate::lexicon::Classes;
use crate::text::{Document, TokenKind, words};
use std::ops::Range;

/// Words in quotation marks, the outermost marks only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// The tokens with their marks.
    pub outer: Range<usize>,
    /// The tokens between the marks.
    pub inner: Range<usize>,
    /// Whether the paragraph ends before a closing mark and the next one goes on.
    pub continues: bool,
}

/// The families of marks that close each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Angle,
    Single,
}

impl Family {
    /// Every family, in the order in which they are paired.
    const ALL: [Self; 3] = [Self::Double, Self::Angle, Self::Single];
}

/// What a mark can do where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
    Neither,
}

/// The blocks of `document`, in order, none inside another. A mark before a speaker's label in a transcript begins none.
pub(super) fn pair(document: &Document, transcript: bool) -> Vec<Block> {
    let mut all = Vec::new();
    let mut carried = None;
    for (paragraph, whole) in document.paragraphs.iter().map(|paragraph| &paragraph.tokens).enumerate() {
        let marks = whole.clone().filter_map(|i| family_of(document, i));
        let marked = marks.fold([false; Family::ALL.len()], |mut marked, family| {
            marked[family as usize] = true;
            marked
        });
        if marked == [false; Family::ALL.len()] {
            carried = None;
            continue;
        }
        let labelled = transcript && is_labelled(document, whole);
        let tokens = if labelled { blocks::label_tokens(document, whole) } else { whole.clone() };
        let mut found = Vec::new();
        let mut open = None;
        for family in Family::ALL.into_iter().filter(|family| marked[*family as usize]) {
            let rest = pair_family(document, tokens.clone(), family, carried.filter(|carried| *carried == family), &mut found);
            open = open.or(rest.map(|at| (family, at)));
        }
        let next = document.paragraphs.get(paragraph + 1).map(|next| &next.tokens);
        let speech = transcript && next.is_some_and(|next| is_labelled(document, next));
        carried = open.filter(|_| !speech).and_then(|(family, at)| continuing(document, &tokens, next?, family, at, &mut found));
        if let Some((_, at)) = open.filter(|_| carried.is_none()) {
            found.extend(lost_closing(document, &found, at, &tokens, speech));
        }
        append_outermost(found, &mut all);
    }
    all
}

/// Whether a paragraph begins with the label of a speaker, with a quotation mark before it or without.
fn is_labelled(document: &Document, paragraph: &Range<usize>) -> bool {
    blocks::label_end(document, blocks::label_tokens(document, paragraph), false).is_some()
}

/// Pairs the marks of one family in one paragraph. Gives back the token of an opening mark that found no partner.
fn pair_family(
    document: &Document,
    tokens: Range<usize>,
    family: Family,
    carried: Option<Family>,
    found: &mut Vec<Block>,
) -> Option<usize> {
    let mut open: Option<usize> = None;
    let strong = if family == Family::Single { strong_closers(document, tokens.clone()) } else { Vec::new() };
    let first = tokens.start;
    let mut carried = carried.is_some();
    let mut untouched = !carried && family == Family::Double;
    let mut holding = if untouched { holding_others(document, tokens.clone()) } else { Vec::new() }.into_iter().peekable();
    for i in tokens {
        if let Some(block) = holding.next_if(|block| block.outer.end == i + 1) {
            found.push(block);
            continue;
        }
        let within = holding.peek().is_some_and(|block| block.outer.start <= i);
        if within || family_of(document, i) != Some(family) {
            continue;
        }
        if std::mem::take(&mut carried) {
            if side(document, i, family, true, false) == Side::Closes && i > first {
                found.push(Block { outer: first..i + 1, inner: first..i, continues: false });
            } else {
                open = Some(i);
            }
            continue;
        }
        if std::mem::take(&mut untouched) && i > first + 3 && lost_opening(document, i) {
            found.push(Block { outer: first..i + 1, inner: first..i, continues: false });
            continue;
        }
        let closes_later = strong.get(i - first).copied().unwrap_or_default();
        match side(document, i, family, open.is_some(), closes_later) {
            Side::Opens => open = Some(i),
            Side::Closes => {
                if let Some(start) = open.take().filter(|start| start + 1 < i) {
                    found.push(Block { outer: start..i + 1, inner: start + 1..i, continues: false });
                }
            }
            Side::Either if open.is_some() => {
                if let Some(start) = open.take().filter(|start| start + 1 < i) {
                    found.push(Block { outer: start..i + 1, inner: start + 1..i, continues: false });
                }
            }
            Side::Either => open = Some(i),
            Side::Neither => {}
        }
    }
    open
}

/// The words in curly double marks that hold other double marks, “We lost “everything” here,” or “the "big" nets”.
/// Only where every curly mark of the paragraph has its partner: then how deep they lie is plain.
fn holding_others(document: &Document, tokens: Range<usize>) -> Vec<Block> {
    let mut holding = Vec::new();
    let mut opened = Vec::new();
    let mut holds = false;
    for i in tokens.filter(|i| family_of(document, *i) == Some(Family::Double)) {
        match document.text_of(i) {
            "“" => {
                holds |= !opened.is_empty();
                opened.push(i);
            }
            "”" => {
                let Some(start) = opened.pop() else { return Vec::new() };
                if opened.is_empty() && std::mem::take(&mut holds) {
                    holding.push(Block { outer: start..i + 1, inner: start + 1..i, continues: false });
                }
            }
            "\"" => holds |= !opened.is_empty(),
            _ => return Vec::new(),
        }
    }
    if opened.is_empty() { holding } else { Vec::new() }
}

/// Whether the first mark of a paragraph, at `i`, ends words whose opening mark was lost, as large initials lose theirs: a comma, the mark, "said".
fn lost_opening(document: &Document, i: usize) -> bool {
    let comma = document.is(i.wrapping_sub(1), ",") && (document.is_glued(i) || document.is_any(i + 1, &["said", "says"]));
    comma
        && !document.is_glued(i + 1)
        && !matches!(document.text_of(i), "“" | "„" | "``")
        && (i + 1..i + 4).any(|k| document.has(k, Classes::SAY))
}

/// The words behind a mark at `at` that never closes, up to the end of the paragraph, where the closing mark was lost as those around a
/// large initial or a line end are: they follow other words in marks as a sentence, “It is late,” she said. “We must go. In a `speech`
/// that is quoted whole each paragraph is open.
fn lost_closing(document: &Document, found: &[Block], at: usize, paragraph: &Range<usize>, speech: bool) -> Option<Block> {
    let follows = found.iter().any(|block| block.outer.start == paragraph.start) && document.is(at - 1, ".");
    let follows = follows || speech && at == paragraph.start;
    let ended = document.is_any(paragraph.end - 1, &[".", "?", "!", "…"]) && at + 5 < paragraph.end;
    let apart = !document.is_glued(at) && document.is_glued(at + 1);
    (follows && ended && apart).then_some(Block { outer: at..paragraph.end, inner: at + 1..paragraph.end, continues: false })
}

/// Keeps the block that an unclosed mark begins when the `next` paragraph goes on with a mark of the family.
fn continuing(
    document: &Document,
    paragraph: &Range<usize>,
    next: &Range<usize>,
    family: Family,
    at: usize,
    found: &mut Vec<Block>,
) -> Option<Family> {
    let marked = family_of(document, next.start) == Some(family) && side(document, next.start, family, false, false) != Side::Closes;
    let first = next.clone().find(|i| family_of(document, *i) == Some(family));
    let closes = family == Family::Double
        && first.is_some_and(|first| first > next.start && side(document, first, family, true, false) == Side::Closes);
    let goes_on = marked || closes;
    if !goes_on || at + 1 >= paragraph.end {
        return None;
    }
    found.push(Block { outer: at..paragraph.end, inner: at + 1..paragraph.end, continues: true });
    Some(family)
}

/// Appends the blocks of one paragraph that lie in no other; of two that cross, the first stays.
fn append_outermost(mut found: Vec<Block>, blocks: &mut Vec<Block>) {
    found.sort_by_key(|block| (block.outer.start, usize::MAX - block.outer.end));
    for block in found {
        if blocks.last().is_none_or(|last| last.outer.end <= block.outer.start) {
            blocks.push(block);
        }
    }
}

fn family_of(document: &Document, i: usize) -> Option<Family> {
    if document.kind(i) != Some(TokenKind::Mark) {
        return None;
    }
    match document.text_of(i) {
        "\"" | "“" | "”" | "„" | "‟" | "``" | "''" => Some(Family::Double),
        "«" | "»" | "‹" | "›" => Some(Family::Angle),
        "'" | "‘" | "’" | "‚" | "‛" | "`" => Some(Family::Single),
        _ => None,
    }
}

/// What the mark at `i` does, given whether one of its family is open.
fn side(document: &Document, i: usize, family: Family, open: bool, closes_later: bool) -> Side {
    let mark = document.text_of(i);
    let glued_left = document.is_glued(i);
    let glued_right = document.is_glued(i + 1);
    match family {
        Family::Angle if matches!(mark, "«" | "‹") => Side::Opens,
        Family::Angle => Side::Closes,
        Family::Single => single_side(document, i, open, closes_later),
        Family::Double => match mark {
            "“" | "„" | "‟" if open && glued_left && !glued_right => Side::Closes,
            "“" | "„" | "‟" | "``" => Side::Opens,
            "”" if !open && !glued_left && glued_right => Side::Opens,
            "”" => Side::Closes,
            _ if !open && measures(document, i) => Side::Neither,
            _ => straight_side(document, i, open),
        },
    }
}

/// A straight mark shows its side by the spaces around it.
fn straight_side(document: &Document, i: usize, open: bool) -> Side {
    let said = i > 1 && document.is(i - 1, ",") && document.has(i - 2, Classes::SAY);
    let after_opener = said || document.is_any(i.wrapping_sub(1), words!["(", "[", "—", "–", "--", "-", "‘", "'"]);
    let glued_left = (open || !after_opener) && document.is_glued(i);
    let glued_right = document.is_glued(i + 1) && !document.is_any(i + 1, words![",", ".", ";", ":", ")", "!", "?"]);
    match (glued_left, glued_right) {
        (false, true) => Side::Opens,
        (true, false) => Side::Closes,
        _ => Side::Either,
    }
}

/// Whether a mark right behind a number can only be inches or seconds.
fn measures(document: &Document, i: usize) -> bool {
    document.is_glued(i) && i.checked_sub(1).is_some_and(|before| document.kind(before) == Some(TokenKind::Number))
}

/// A single mark can be an apostrophe: before elisions and years, and behind a plural when the true end comes later.
fn single_side(document: &Document, i: usize, open: bool, closes_later: bool) -> Side {
    let mark = document.text_of(i);
    let after_opener = i
        .checked_sub(1)
        .is_some_and(|before| document.kind(before) == Some(TokenKind::Mark) || document.is_any(before, words!["(", "[", "—", "–", "--"]));
    let glued_left = document.is_glued(i) && !after_opener;
    let elided = document.kind(i + 1) == Some(TokenKind::Number)
        || document.is_any(i + 1, words!["tis", "twas", "em", "til", "cause", "n", "cos", "90s", "80s", "70s", "60s"]);
    if !glued_left && document.is_glued(i + 1) && mark != "’" && !(elided && document.is_glued(i + 1)) {
        return Side::Opens;
    }
    if !open || !document.is_glued(i) || mark == "‘" {
        return Side::Neither;
    }
    let plural =
        i.checked_sub(1).is_some_and(|before| document.word(before).ends_with('s')) && document.kind(i + 1) == Some(TokenKind::Word);
    if plural && closes_later { Side::Neither } else { Side::Closes }
}

/// For each token of the paragraph, whether a single mark that surely closes comes after it and before another opens.
fn strong_closers(document: &Document, tokens: Range<usize>) -> Vec<bool> {
    let mut later = false;
    let mut out = vec![false; tokens.len()];
    for (slot, i) in out.iter_mut().zip(tokens).rev() {
        *slot = later;
        if family_of(document, i) == Some(Family::Single) {
            let after_stop = i.checked_sub(1).is_some_and(|before| document.kind(before) == Some(TokenKind::Punct));
            let opens = !document.is_glued(i) && document.is_glued(i + 1);
            later = document.is_glued(i) && after_stop || (later && !opens);
        }
    }
    out
}
