//! The sentence as the rules read it: each quotation in marks and each bracket stands as one item.

use super::marks::Block;
use crate::clause::{ClauseKind, Clauses, VerbGroup, own_words};
use crate::lexicon::Classes;
use crate::mention::Entity;
use crate::tag::Tag;
use crate::text::{Case, Document, ParagraphKind, TokenKind, WordSet, words};
use crate::timex::Timex;
use std::ops::Range;

/// No more words than these stand between a verb of saying and what is said.
const GAP: usize = 16;

/// What an item stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemKind {
    /// One token.
    Token,
    /// Words in quotation marks: the number of the block.
    Block(usize),
    /// Words in brackets.
    Aside,
}

/// One item of a clause.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it stands for.
    pub kind: ItemKind,
}

/// The text with all that is known of it before its quotations are.
#[derive(Clone, Copy)]
pub(super) struct Given<'c, 't> {
    /// The text.
    pub document: &'c Document<'t>,
    /// Its words in quotation marks.
    pub blocks: &'c [Block],
    /// Its verb groups.
    pub clauses: &'c Clauses,
    /// Its time expressions.
    pub timexes: &'c [Timex],
    /// Who and what it names.
    pub entities: &'c [Entity],
    /// Where the names of persons end, in bytes, in order.
    pub name_ends: &'c [usize],
}

/// One sentence, or several that a quotation in marks holds together.
pub(super) struct Clause<'c, 't> {
    /// The text.
    pub document: &'c Document<'t>,
    /// Every block of the text.
    pub blocks: &'c [Block],
    /// The time expressions of the text.
    pub timexes: &'c [Timex],
    /// The verb groups of these tokens.
    pub groups: &'c [VerbGroup],
    /// The number of the first of them among those of the text.
    first_group: usize,
    /// Who and what the text names.
    pub entities: &'c [Entity],
    /// Where the names of persons end, in bytes, in order.
    pub name_ends: &'c [usize],
    /// The items in order.
    pub items: Vec<Item>,
    /// For each item, whether it is already the content of a quotation.
    pub claimed: Vec<bool>,
    /// For each item, whether it is already the source of a quotation.
    pub sourced: Vec<bool>,
    /// The quotations found so far: from the first to the last item of each.
    pub found: Vec<Range<usize>>,
    /// The number of the paragraph.
    pub paragraph: usize,
    /// Where the sentence begins behind a dateline such as "PARIS (AP) —".
    pub start: usize,
    /// Whether the text has lines with speakers' labels.
    pub transcript: bool,
    /// The tokens.
    pub tokens: Range<usize>,
}

/// The token ranges that are read as one clause each: sentences, joined where a block runs over their border.
pub(super) fn units(document: &Document, blocks: &[Block]) -> Vec<(usize, Range<usize>)> {
    let mut units: Vec<(usize, Range<usize>)> = Vec::with_capacity(document.sentences.len());
    let mut block = 0;
    for sentence in &document.sentences {
        while blocks.get(block).is_some_and(|block| block.outer.end <= sentence.tokens.start) {
            block += 1;
        }
        let inside = blocks.get(block).is_some_and(|block| block.outer.start < sentence.tokens.start);
        match units.last_mut() {
            Some((paragraph, tokens))
                if *paragraph == sentence.paragraph && (inside || signs(document, blocks, block, sentence.tokens.start)) =>
            {
                tokens.end = sentence.tokens.end
            }
            _ => units.push((sentence.paragraph, own_words(document, sentence))),
        }
    }
    units.retain(|(paragraph, _)| document.paragraphs.get(*paragraph).is_some_and(|paragraph| is_read(paragraph.kind)));
    units
}

/// Whether a dash and a name at `start` say whose the words in marks before them are.
fn signs(document: &Document, blocks: &[Block], next: usize, start: usize) -> bool {
    let dash = document.is_any(start, words!["—", "–", "--", "-", "―"]) && document.is_capitalized(start + 1);
    dash && next.checked_sub(1).and_then(|last| blocks.get(last)).is_some_and(|last| last.outer.end == start)
}

/// Whether paragraphs of this kind can hold quotations.
fn is_read(kind: ParagraphKind) -> bool {
    !matches!(kind, ParagraphKind::Byline | ParagraphKind::Dateline | ParagraphKind::Credit)
}

impl<'c, 't> Clause<'c, 't> {
    /// Masks the blocks and brackets of `tokens`.
    pub fn new(given: Given<'c, 't>, paragraph: usize, tokens: Range<usize>) -> Self {
        let Given { document, blocks, clauses, timexes, entities, name_ends } = given;
        let mut items = Vec::with_capacity(tokens.len());
        let mut next = blocks.partition_point(|block| block.outer.end <= tokens.start);
        let mut i = tokens.start;
        while i < tokens.end {
            let (kind, end) = match blocks.get(next) {
                Some(block) if block.outer.start <= i => {
                    next += 1;
                    (ItemKind::Block(next - 1), block.outer.end.min(tokens.end).max(i + 1))
                }
                _ => aside_end(document, i, tokens.clone())
                    .filter(|end| blocks.get(next).is_none_or(|block| block.outer.start >= *end || !reports(document, i..*end)))
                    .map_or((ItemKind::Token, i + 1), |end| (ItemKind::Aside, end)),
            };
            items.push(Item { tokens: i..end, kind });
            i = end;
        }
        let (claimed, sourced) = (vec![false; items.len()], vec![false; items.len()]);
        let start = behind_dateline(document, &items, paragraph).max(behind_clock(document, &items, paragraph, timexes));
        let sentences = document.sentence_of(tokens.start)..document.sentence_of(tokens.end.saturating_sub(1)) + 1;
        let first_group = clauses.of_sentence(sentences.start).start;
        let groups = clauses.groups(first_group..clauses.of_sentence(sentences.end).start);
        Self {
            start,
            document,
            blocks,
            timexes,
            groups,
            first_group,
            entities,
            name_ends,
            items,
            claimed,
            sourced,
            found: Vec::new(),
            paragraph,
            transcript: false,
            tokens,
        }
    }

    /// The item that holds a token.
    pub fn item_of(&self, token: usize) -> Option<usize> {
        let at = self.items.partition_point(|item| item.tokens.end <= token);
        self.items.get(at).filter(|item| item.tokens.start <= token).map(|_| at)
    }

    /// Where the clause begins that the verb at `verb` takes without "that": "said | about half of it was lost".
    pub fn content_behind(&self, verb: usize) -> Option<usize> {
        let token = self.token(verb);
        let behind = self.groups.partition_point(|group| group.tokens.start <= token);
        let content = self.groups.get(behind).filter(|group| group.kind == ClauseKind::Content && group.opener.is_none())?;
        let near = content.start > token && content.start <= token + GAP;
        self.item_of(content.start).filter(|_| near)
    }

    /// The "that" of what was said behind an adverbial clause at `p`: "told them | before he left that".
    pub fn that_behind(&self, p: usize) -> Option<usize> {
        if !self.is_any(p, words!["before", "after", "when", "while", "as", "where"]) {
            return None;
        }
        let limit = self.len().min(p + GAP);
        let that = (p + 2..limit).take_while(|k| !self.is_comma(*k)).find(|k| self.is(*k, "that"))?;
        self.groups.iter().any(|group| group.opener == Some(self.token(that)) && group.kind == ClauseKind::Content).then_some(that)
    }

    /// Where the verb of the sentence goes on behind a clause with "that" at `that`, before `end`: "that the dam was safe | was rejected".
    pub fn verb_behind(&self, that: usize, end: usize) -> Option<usize> {
        let until = self.tokens_of(that..end).end;
        let own = self.groups.iter().skip_while(|group| group.opener != Some(self.token(that)));
        let mut behind = own.skip(1).take_while(|group| group.tokens.end <= until);
        let verb = behind.find(|group| group.is_finite() && group.kind == ClauseKind::Main && group.opener.is_none())?;
        let joined = self.document.is_any(verb.tokens.start - 1, &["and", "or", "but"]);
        self.item_of(verb.tokens.start).filter(|_| !joined)
    }

    /// The verb of the clause that the group hangs on: the nearest, or with `outermost` the one that hangs on no other.
    pub fn carrier_of(&self, group: &VerbGroup, outermost: bool) -> Option<usize> {
        let mut found = None;
        let mut parent = group.parent;
        for _ in 0..6 {
            let Some(carrier) = parent.and_then(|parent| self.groups.get(parent.checked_sub(self.first_group)?)) else { break };
            if carrier.is_finite() {
                found = self.item_of(carrier.head);
                if !outermost {
                    break;
                }
            }
            parent = carrier.parent;
        }
        found
    }

    /// The verb group whose head stands at `p`.
    #[inline]
    pub fn group(&self, p: usize) -> Option<&'c VerbGroup> {
        let token = self.token(p);
        let at = self.groups.partition_point(|group| group.head < token);
        self.groups.get(at).filter(|group| group.head == token)
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// The token that the item at `p` is, when it is one; otherwise a number that no token has.
    #[inline]
    pub fn token(&self, p: usize) -> usize {
        match self.items.get(p) {
            Some(item) if item.kind == ItemKind::Token => item.tokens.start,
            _ => usize::MAX - 64,
        }
    }

    /// The number of the block at `p`.
    pub fn block_number(&self, p: usize) -> Option<usize> {
        match self.items.get(p)?.kind {
            ItemKind::Block(number) => Some(number),
            _ => None,
        }
    }

    /// The block at `p`.
    #[inline]
    pub fn block(&self, p: usize) -> Option<&'c Block> {
        self.block_number(p).and_then(|number| self.blocks.get(number))
    }

    /// Whether brackets stand at `p`.
    pub fn is_aside(&self, p: usize) -> bool {
        self.items.get(p).is_some_and(|item| item.kind == ItemKind::Aside)
    }

    /// The folded word at `p`.
    #[inline]
    pub fn word(&self, p: usize) -> &str {
        self.document.word(self.token(p))
    }

    /// Whether the folded word at `p` is one of `words`.
    #[inline(always)]
    pub fn is_any(&self, p: usize, words: &(impl WordSet + ?Sized)) -> bool {
        self.document.is_any(self.token(p), words)
    }

    /// Whether the folded word at `p` is `word`.
    #[inline(always)]
    pub fn is(&self, p: usize, word: &str) -> bool {
        self.document.is(self.token(p), word)
    }

    /// Whether the word at `p` is on one of the lists.
    #[inline]
    pub fn has(&self, p: usize, any: Classes) -> bool {
        self.document.has(self.token(p), any)
    }

    /// The part of speech at `p`.
    pub fn tag(&self, p: usize) -> Option<Tag> {
        self.document.tag(self.token(p))
    }

    /// Whether the word at `p` begins with an upper-case letter.
    pub fn is_capitalized(&self, p: usize) -> bool {
        self.document.is_capitalized(self.token(p))
    }

    /// Whether a word stands at `p`.
    pub fn is_word(&self, p: usize) -> bool {
        self.document.kind(self.token(p)) == Some(TokenKind::Word)
    }

    /// Whether a comma stands at `p`.
    #[inline]
    pub fn is_comma(&self, p: usize) -> bool {
        self.is(p, ",")
    }

    /// Whether the clause ends at `p`: no item, or a final mark.
    pub fn is_end(&self, p: usize) -> bool {
        p >= self.len() || (p + 1 >= self.len() && self.is_any(p, words![".", "!", "?", "…", "...", ";"]))
    }

    /// A dash or a semicolon, which parts clauses.
    pub fn is_break(&self, p: usize) -> bool {
        self.is_any(p, words![";", "—", "–", "--", "―"])
    }

    /// A dash that stands between words.
    pub fn is_dash(&self, p: usize) -> bool {
        self.is_any(p, &["—", "–", "--", "―"]) || self.is(p, "-") && !self.document.is_glued(self.token(p))
    }

    /// The tokens of a range of items.
    pub fn tokens_of(&self, items: Range<usize>) -> Range<usize> {
        match (self.items.get(items.start), items.end.checked_sub(1).and_then(|last| self.items.get(last))) {
            (Some(first), Some(last)) if items.start < items.end => first.tokens.start..last.tokens.end,
            _ => 0..0,
        }
    }

    /// Whether any item of the range is claimed.
    pub fn is_claimed(&self, items: Range<usize>) -> bool {
        self.claimed.get(items).is_some_and(|claimed| claimed.contains(&true))
    }

    /// Whether a quotation lies partly in the range and partly outside.
    pub fn crosses(&self, items: Range<usize>) -> bool {
        let inside = |found: &&Range<usize>| items.start <= found.start && found.end <= items.end;
        let (within, across): (Vec<_>, Vec<_>) = self.found.iter().partition(inside);
        across.iter().any(|found| found.start < items.end && items.start < found.end) || self.is_claimed(items.clone()) && within.is_empty()
    }

    /// How many words the block at `p` holds.
    pub fn block_words(&self, p: usize) -> usize {
        self.block(p).map_or(0, |block| block.inner.clone().take(40).filter(|i| self.document.kind(*i) == Some(TokenKind::Word)).count())
    }

    /// The last token inside the block at `p`.
    pub fn block_last(&self, p: usize) -> &str {
        self.block(p).and_then(|block| block.inner.end.checked_sub(1)).map(|last| self.document.word(last)).unwrap_or_default()
    }
}

/// Whether somebody is said to speak in the tokens: brackets with a quotation of their own are read.
fn reports(document: &Document, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|i| document.has(i, Classes::SAY))
}

/// The end of brackets that open at `i` behind the first token of the sentence and close within it.
fn aside_end(document: &Document, i: usize, tokens: Range<usize>) -> Option<usize> {
    const LONGEST: usize = 30;
    let close = match document.text_of(i) {
        "(" => ")",
        "[" => "]",
        _ => return None,
    };
    let end = (i + 1..tokens.end.min(i + LONGEST)).find(|k| document.is(*k, close))?;
    (i > tokens.start).then_some(end + 1)
}

/// Where the sentence begins behind the time of day that opens a paragraph of a live report: "16:58 Two people were hurt."
fn behind_clock(document: &Document, items: &[Item], paragraph: usize, timexes: &[Timex]) -> usize {
    let Some(first) = items.first().map(|item| item.tokens.start) else { return 0 };
    let opens = document.paragraphs.get(paragraph).is_some_and(|paragraph| paragraph.tokens.start == first);
    if !opens || document.kind(first) != Some(TokenKind::Number) {
        return 0;
    }
    let Some(start) = document.token(first).map(|token| token.span.start) else { return 0 };
    let near = timexes.partition_point(|timex| timex.span.start < start);
    let Some(end) = timexes.get(near).filter(|timex| timex.span.start == start).map(|timex| document.tokens_in(timex.span).end) else {
        return 0;
    };
    items.iter().position(|item| item.tokens.start >= end).filter(|behind| *behind > 1 && *behind < 6).unwrap_or(0)
}

/// Where the sentence begins behind a dateline: words in capitals, perhaps a date and an agency, and a dash.
fn behind_dateline(document: &Document, items: &[Item], paragraph: usize) -> usize {
    let token = |p: usize| items.get(p).map_or(usize::MAX, |item| item.tokens.start);
    let opens = document.paragraphs.get(paragraph).is_some_and(|paragraph| paragraph.tokens.start == token(0));
    let capitals = document.token(token(0)).is_some_and(|token| token.case == Case::Upper && token.span.len() > 2);
    if !opens || !capitals {
        return 0;
    }
    (1..items.len().min(12))
        .find(|p| {
            let city =
                document.is(token(*p), ":") && (0..*p).all(|k| document.token(token(k)).is_some_and(|word| word.case == Case::Upper));
            city || document.is_any(token(*p), words!["—", "–", "--", "-", "―"]) && !document.is_glued(token(*p))
        })
        .map_or(0, |dash| dash + 1)
}
