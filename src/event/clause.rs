//! The clause around a verb: the words that a reader would quote as what happened, and its place.

use crate::clause::{ClauseKind, Form, VerbGroup, boundary, is_speech_mark, noun, opens, opens_coordinate};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, TokenKind, Words, words};
use std::ops::Range;

/// The clause of `groups[g]` in the sentence `tokens`, of which `groups` are the verb groups.
///
/// A clause without tense ends at its first comma, but not before the token `within`: the date in it may have commas of its own.
pub(super) fn extent(document: &Document, tokens: &Range<usize>, groups: &[VerbGroup], g: usize, within: usize) -> Range<usize> {
    let group = &groups[g];
    let start = match (group.is_finite(), group.kind) {
        (true, ClauseKind::Relative) => {
            let floor = groups[..g].iter().rev().map(|before| before.tokens.end).find(|end| *end < group.start);
            antecedent(document, floor.unwrap_or(tokens.start), group).unwrap_or(group.start)
        }
        (true, _) => group.start,
        (false, _) => bare_start(document, tokens, group),
    };
    let next = groups[g + 1..].iter().find(|next| next.is_finite());
    let resumes = next.filter(|next| group.kind == ClauseKind::Relative && next.kind == ClauseKind::Main && next.start <= group.start);
    let ends = |i: &usize| {
        ends_before(document, *i, next)
            || resumes.is_some_and(|next| next.tokens.start == *i)
            || (!group.is_finite() && document.is(*i, ",") && *i >= within)
    };
    let end = (group.tokens.end..tokens.end).find(ends).unwrap_or(tokens.end);
    let parts =
        |next: &&VerbGroup| next.kind != ClauseKind::Content && next.start >= group.tokens.end && !is_measured(document, next.opener);
    let end = next.filter(parts).map_or(end, |next| end.min(next.start));
    let end = before_distance(document, group.tokens.end..end);
    let end = before_closing(document, group, end);
    let start = start.min(group.tokens.start);
    trim(document, start..before_open_mark(document, group.tokens.end..end), &group.tokens)
}

/// The clause with the subject that it shares with the one before it: "Lind joined in 1996 | and became chief in 2016", "plans | to close the mill in June".
///
/// `first` is the number of the sentence's first group.
pub(super) fn with_subject(document: &Document, groups: &[VerbGroup], first: usize, g: usize, clause: &Range<usize>) -> Range<usize> {
    let group = &groups[g];
    let before = match group.form {
        Form::Finite if matches!(group.kind, ClauseKind::Main | ClauseKind::Content) && clause.start == group.tokens.start => {
            let mut before = groups[..g].iter().rev().filter(|before| before.is_finite()).take_while(|before| before.kind == group.kind);
            before.find(|before| before.start < before.tokens.start)
        }
        Form::Infinitive => {
            let above = group.parent.and_then(|parent| groups.get(parent.checked_sub(first)?));
            let joined = |above: &&VerbGroup| {
                let between = above.tokens.end..group.tokens.start;
                above.tokens.end <= group.tokens.start && between.len() <= OBJECT && !between.clone().any(|i| is_edge(document, i))
            };
            above.filter(joined)
        }
        _ => None,
    };
    match before {
        Some(before)
            if clause.end.saturating_sub(before.start) <= WHOLE && !(before.start..clause.start).any(|i| is_speech_mark(document, i)) =>
        {
            trim(document, before.start.min(clause.start)..clause.end, &group.tokens).start..clause.end
        }
        _ => clause.clone(),
    }
}

/// So many tokens of an object may stand between a verb and its infinitive.
const OBJECT: usize = 6;

/// A clause that would have more tokens with its subject is shown without.
const WHOLE: usize = 45;

/// Whether a length of time stands right before the word that opens a clause: "a day after a bomb killed three".
fn is_measured(document: &Document, opener: Option<usize>) -> bool {
    opener.is_some_and(|opener| {
        let unit = opener.checked_sub(1).is_some_and(|i| document.has(i, Classes::TIME_UNIT));
        let comma = (opener.saturating_sub(4)..opener).any(|i| document.is(i, ","));
        document.is_any(opener, &["after", "before"]) && unit && !comma
    })
}

/// Where a relative clause between commas ends: "Ray Poole, who killed his wife |, to life in prison".
fn before_closing(document: &Document, group: &VerbGroup, end: usize) -> usize {
    let opened = group.opener.and_then(|opener| opener.checked_sub(1)).is_some_and(|i| document.is(i, ","));
    if group.kind != ClauseKind::Relative || !group.is_finite() || !opened {
        return end;
    }
    (group.tokens.end..end).find(|i| document.is(*i, ",") && !document.is_any(i + 1, &["and", "but", "or"])).unwrap_or(end)
}

/// Where a clause ends before a distance that belongs to the next one: ", a week" before "after auditors found it".
fn before_distance(document: &Document, tail: Range<usize>) -> usize {
    let opener = document.is_any(tail.end, &["after", "before"]);
    let Some(last) = tail.end.checked_sub(1).filter(|last| opener && document.has(*last, Classes::TIME_UNIT)) else { return tail.end };
    (last.saturating_sub(5).max(tail.start)..last).rev().find(|i| document.is(*i, ",")).unwrap_or(tail.end)
}

/// Where the noun begins of which a relative clause tells: "a buoy | that was moved in October", "the minister, | who resigned".
///
/// It begins at `floor` at the earliest.
fn antecedent(document: &Document, floor: usize, group: &VerbGroup) -> Option<usize> {
    let opener = group
        .opener
        .filter(|opener| *opener == group.start && document.is_any(*opener, words!["who", "which", "that", "whose", "whom"]))?;
    let before = |i: usize| i.checked_sub(1).filter(|i| *i >= floor);
    let last = before(opener)?;
    let noun = if document.is(last, ",") { before(last)? } else { last };
    let mut start = noun::phrase_start(document, noun, floor);
    // "two officials at the office, who …".
    for _ in 0..2 {
        let joined = before(start).filter(|i| document.is_any(*i, &["of", "at", "in"])).and_then(before);
        let Some(outer) = joined.filter(|i| document.tag(*i).is_some_and(Tag::is_noun)) else { break };
        start = noun::phrase_start(document, outer, floor);
    }
    document.tag(noun).filter(|tag| tag.is_noun()).map(|_| start)
}

/// Where a clause without tense begins: a participle takes the noun before it with it, "a man killed on Monday".
fn bare_start(document: &Document, tokens: &Range<usize>, group: &VerbGroup) -> usize {
    if group.form != Form::Participle {
        return group.tokens.start;
    }
    let of_noun = |i: usize| {
        document
            .tag(i)
            .is_some_and(|tag| tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Dt | Tag::Cd | Tag::Prps | Tag::Pos | Tag::Prp))
    };
    let mut start = group.tokens.start;
    if start > tokens.start + 1 && document.is(start - 1, ",") && of_noun(start - 2) {
        start -= 1;
    }
    while start > tokens.start && of_noun(start - 1) {
        start -= 1;
        // "An earlier claim of water, made in 2020".
        if start > tokens.start + 1 && document.is(start - 1, "of") && document.tag(start - 2).is_some_and(Tag::is_noun) {
            start -= 1;
        }
    }
    start
}

/// Where the clause ends if it opens a quotation and does not close it, otherwise its own end.
fn before_open_mark(document: &Document, tail: Range<usize>) -> usize {
    let mut opened = None;
    for i in tail.clone() {
        match (document.text_of(i), opened) {
            ("\"", Some(_)) | ("”", _) => opened = None,
            ("\"" | "“", None) => opened = Some(i),
            _ => {}
        }
    }
    opened.unwrap_or(tail.end)
}

/// Whether the clause ends before the token at `i`, given the finite group that comes next.
fn ends_before(document: &Document, i: usize, next: Option<&VerbGroup>) -> bool {
    let verb_follows = next.is_some_and(|next| next.tokens.start > i);
    let sign = is_speech_mark(document, i) || document.is_any(i, &[";", "—", "–", "--"]);
    let resumes = document.is(i, ",") && next.is_some_and(|next| next.tokens.start == i + 1);
    let begins = (opens(document, i) || opens_coordinate(document, i)) && !is_measured(document, Some(i));
    sign || resumes || (verb_follows && begins && leads_to(document, i, next))
}

/// Whether the clause of the next verb begins behind the opener at `i`: not "after the vote, the minister resigned".
fn leads_to(document: &Document, i: usize, next: Option<&VerbGroup>) -> bool {
    next.is_some_and(|next| boundary(document, i..next.tokens.start).is_some())
}

/// Takes conjunctions and punctuation off both ends, never the verb itself.
fn trim(document: &Document, mut tokens: Range<usize>, verb: &Range<usize>) -> Range<usize> {
    while tokens.start < verb.start
        && (is_edge(document, tokens.start)
            || document.is_any(tokens.start, words!["and", "but", "or", "meanwhile", "however"])
            || document.is(tokens.start, "that") && document.tag(tokens.start) != Some(Tag::Dt) && tokens.start + 1 < verb.start)
    {
        tokens.start += 1;
    }
    let dangles = |i: usize| {
        document.is_any(i, &["and", "but", "or"])
            || document.has(i, Classes::PREPOSITION) && !document.is_any(i, &["up", "down", "off", "out"])
    };
    // "a chain had been ordered and paid for.": what ends the sentence does not dangle.
    let whole = document.sentence_tokens(verb.start).end <= tokens.end;
    while tokens.end > verb.end && (is_edge(document, tokens.end - 1) || !whole && dangles(tokens.end - 1)) {
        tokens.end -= 1;
    }
    tokens
}

fn is_edge(document: &Document, i: usize) -> bool {
    let closing = document.is_any(i, &[")", "(", "%"]);
    !closing && matches!(document.kind(i), Some(TokenKind::Punct | TokenKind::Mark))
}

/// Prepositions, folded, before a place.
static PLACING: Words = Words::new(&["in", "at", "near", "outside", "off", "inside"]);

/// Where: the capitalised words behind "in", "at", "near" and the like.
pub(super) fn place(document: &Document, clause: &Range<usize>) -> Option<Range<usize>> {
    let at = clause.clone().find(|i| document.is_any(*i, &PLACING) && is_place_word(document, *i + 1 + article(document, *i + 1)))?;
    let start = at + 1 + article(document, at + 1);
    let mut end = start + 1;
    while end < clause.end && document.is_capitalized(end) && !document.has(end, Classes::MONTH | Classes::WEEKDAY) {
        end += 1;
    }
    Some(start..end)
}

fn article(document: &Document, i: usize) -> usize {
    usize::from(document.is(i, "the"))
}

fn is_place_word(document: &Document, i: usize) -> bool {
    document.is_capitalized(i) && !document.has(i, Classes::MONTH | Classes::WEEKDAY | Classes::ROLE | Classes::GIVEN_NAME)
}
