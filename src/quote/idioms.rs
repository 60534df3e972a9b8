//! What each rule for set phrases and nouns of saying finds.

use super::clause::Clause;
use super::content;
use super::cue::{self, Form};
use super::ends;
use super::phrase;
use super::rules::Parts;
use crate::clause::ClauseKind;
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{TokenKind, Words, words};
use std::ops::Range;

/// According to X, A; A, according to X; in the words of X, A; in X's view, A.
pub(super) fn according_to(clause: &Clause, p: usize) -> Option<Parts> {
    let (cue, source) = naming_phrase(clause, p)?;
    let end = cue.end.max(source.end);
    let start = content::nesting_start(clause, p);
    let inset = if clause.is_dash(end) { (start..p).rev().find(|k| clause.is_dash(*k)) } else { None };
    let start = inset.map_or(start, |dash| dash + 1);
    let sign = usize::from(clause.is_comma(end) || clause.is(end, ":"));
    let left = start..p - usize::from(p > 0 && clause.is_any(p - 1, &[",", "—", "–", "--"]));
    let right = end + sign..ends::end_of_clause(clause, end + sign);
    let leads = inset.is_none() && !content::has_verb(clause, left.clone());
    let counts =
        clause.is_any(end, words!["over", "about", "at", "nearly", "almost"]) && (end..end + 3).any(|k| clause.tag(k) == Some(Tag::Cd));
    let goes_on = sign == 1 || !clause.is_end(end) && (clause.kind_is_phrase(end) || counts);
    // "their tents and, according to the town, their flour"
    let joint = p > 1 && clause.is_comma(p - 1) && clause.is_any(p - 2, words!["and", "or", "but", "which", "that"]);
    let contents = match (leads, goes_on && right.start < right.end) {
        (_, true) if joint || cue.end > source.end && clause.block(right.start).is_some() => vec![right],
        // "The firm, according to Ann Lee, is for sale."
        (true, true) if sign == 1 && left.len() > 1 && content::is_carrier(clause, right.start) => vec![left, right],
        (true, true) => vec![right],
        _ => vec![left],
    };
    let found = contents.iter().all(|content| content.start < content.end && !clause.crosses(content.clone()));
    found.then(|| Parts { contents, ..Parts::default() }.said(Some(cue), source))
}

/// Nouns, folded, that with a possessor name whose words they are: "in the words of the mayor", "in his view".
static OWN_WORDS: Words = Words::new(&["words", "view", "opinion", "telling", "account"]);

/// The phrase at `p` that names its source: the words that report, and the source.
fn naming_phrase(clause: &Clause, p: usize) -> Option<(Range<usize>, Range<usize>)> {
    if clause.is(p, "according") && clause.is(p + 1, "to") {
        let source = named_source(clause, p + 2)?;
        return can_speak(clause, &source).then_some((p..p + 2, source));
    }
    if !clause.is_any(p, &["in", "by"]) {
        return None;
    }
    if clause.is(p + 1, "the") && clause.is_any(p + 2, &OWN_WORDS) && clause.is(p + 3, "of") {
        let source = phrase::after(clause, p + 4)?;
        return can_speak(clause, &source).then_some((p..p + 4, source));
    }
    let source = match clause.is_any(p + 1, &["his", "her", "their", "its"]) {
        true => p + 1..p + 2,
        false => {
            let possessive = (p + 2..p + 10).find(|k| clause.is_any(*k, &["'s", "'", "’"]))?;
            (phrase::end_of(clause, p + 1)? > possessive).then_some(p + 1..possessive + 1)?
        }
    };
    let noun = source.end + usize::from(clause.is(source.end, "own"));
    let names = clause.is_any(noun, &OWN_WORDS) || clause.is(p, "by") && clause.is_any(noun, &["admission", "account", "reckoning"]);
    names.then_some((p..noun + 1, source))
}

/// The source at `p`, up to the comma where no verb carries on before it: "exit polls conducted by the paper and its partners".
fn named_source(clause: &Clause, p: usize) -> Option<Range<usize>> {
    let source = phrase::after(clause, p).map(|source| {
        // "According to police, the driver, Ann Lee, was drunk": the words behind the first comma are the subject.
        let first = (source.start..source.end).find(|k| clause.is_comma(*k));
        let subject = clause.is_comma(source.end) && content::is_carrier(clause, source.end + 1) || content::is_carrier(clause, source.end);
        first.filter(|_| subject && p <= clause.start + 3).map_or(source.clone(), |first| source.start..first)
    });
    let symbol = |k: usize| clause.document.kind(clause.token(k)) == Some(TokenKind::Symbol);
    let stops =
        |k: &usize| symbol(*k) || clause.is_any(*k, &[",", ":"]) || clause.is_end(*k) || clause.is_break(*k) || clause.block_words(*k) > 4;
    let stop = (p + 1..clause.len().min(p + phrase::LONGEST)).find(stops)?;
    let from = source.as_ref().map_or(p, |source| source.end);
    // "a poll conducted for the port": what stands right behind the noun tells more about it.
    let carries = (from..stop).any(|k| {
        content::is_carrier(clause, k)
            && !(k == from && clause.word(k).ends_with("ed"))
            && clause.group(k).is_none_or(|group| group.is_finite() && group.kind != ClauseKind::Relative)
    });
    let whole = stop > from && !carries && clause.kind_is_phrase(p);
    if whole { Some(p..stop) } else { source }
}

/// Nouns, folded, that are an order or a measure rather than a source: "according to height", "went according to plan".
static MEASURES: Words = Words::new(&[
    "height",
    "size",
    "plan",
    "plans",
    "age",
    "need",
    "needs",
    "type",
    "merit",
    "rank",
    "taste",
    "ability",
    "weight",
    "length",
    "class",
    "season",
    "custom",
    "tradition",
    "schedule",
    "script",
    "colour",
    "color",
    "income",
    "whether",
    "how",
    "what",
    "which",
    "importance",
]);

/// Whether the words can name somebody: "according to height" names nobody.
fn can_speak(clause: &Clause, source: &Range<usize>) -> bool {
    !source.clone().any(|k| clause.is_any(k, &MEASURES)) || source.clone().any(|k| clause.is_capitalized(k))
}

/// The court heard that A: who told it is not named.
pub(super) fn heard(clause: &Clause, p: usize) -> Option<Parts> {
    static HEARERS: Words = Words::new(&["court", "jury", "jurors", "inquest", "tribunal", "hearing", "inquiry", "judge", "magistrates"]);
    let told = clause.is(p, "heard") && p.checked_sub(1).is_some_and(|before| clause.is_any(before, &HEARERS));
    if !told {
        return None;
    }
    let start = p + 1;
    let content = match clause.block(start) {
        Some(_) => start..start + 1,
        None => start..ends::end_of_clause(clause, start),
    };
    let subject = || phrase::after(clause, start).is_some_and(|subject| content::is_carrier(clause, subject.end));
    let opens = (clause.is(start, "that") || subject()) && content::has_verb(clause, content.clone()) || clause.block_words(start) > 2;
    opens.then(|| Parts { cue: Some(p..p + 1), ..Parts::of(content) })
}

/// As X put it, A; A, as X said; A, as X put it, b.
pub(super) fn as_put_it(clause: &Clause, p: usize) -> Option<Parts> {
    if !clause.is(p, "as") || p > 0 && !clause.is_comma(p - 1) {
        return None;
    }
    let source = phrase::after(clause, p + 1)?;
    let verb =
        (source.end..source.end + 4).find(|k| !cue::is_adverb(clause, *k) && !clause.has(*k, Classes::AUXILIARY)).unwrap_or(source.end);
    let habit = clause.is_any(verb, words!["used", "likes", "liked", "loves", "loved"]) && clause.is(verb + 1, "to");
    let verb = if habit { verb + 2 } else { verb };
    let puts = clause.is_any(verb, &["put", "puts"]) && clause.is(verb + 1, "it");
    let says = clause.has(verb, Classes::SAY) && (habit || cue::form(clause, verb) == Some(Form::Finite));
    if !(puts || says) {
        return None;
    }
    let hearer = clause.has(verb, Classes::SAY_ADDRESSEE).then(|| phrase::end_of(clause, verb + 1)).flatten();
    let cue_end = cue::end_with_particle(clause, verb);
    let behind = content::pass_over(clause, hearer.unwrap_or(cue_end), cue_end + content::GAP);
    let left = content::clause_start(clause, p.saturating_sub(1))..p.saturating_sub(1);
    let goes_on = (clause.is_comma(behind) || clause.is(behind, ":")) && !clause.is_end(behind + 1);
    let right = behind + 1..ends::end_of_clause(clause, behind + 1);
    let contents = match (p == 0, goes_on) {
        (true, true) => vec![right],
        (false, true) if clause.block(right.start).is_some() && clause.is_end(right.start + 1) => vec![right],
        (false, true) if left.clone().all(|p| clause.has(p, Classes::STARTER) || !clause.is_word(p)) => vec![right],
        (false, true) => vec![left, right],
        (false, false) if clause.is_end(behind) => vec![left],
        _ => return None,
    };
    let fresh = contents.iter().all(|content| content.start < content.end && !clause.is_claimed(content.clone()));
    fresh.then(|| Parts { contents, ..Parts::default() }.said(Some(verb..cue_end), source))
}

/// X's claim that A; a statement by X saying that A is for the verb.
pub(super) fn noun_of_saying(clause: &Clause, p: usize) -> Option<Parts> {
    if !clause.has(p, Classes::SAY_NOUN) || p == 0 {
        return None;
    }
    let mut that = p + 1;
    let mut by = None;
    if clause.is_any(that, &["by", "from"]) {
        by = phrase::after(clause, that + 1);
        that = by.as_ref().map_or(that, |source| source.end);
    }
    if !clause.is(that, "that") || !content::has_verb(clause, that + 1..ends::end_of_clause(clause, that + 1)) {
        return None;
    }
    let possessor = possessor_before(clause, p);
    let source = by.or(possessor)?;
    let end = noun_clause_end(clause, that);
    Some(Parts::of(that..end).said(Some(p..p + 1), source))
}

/// "the minister's", "his" before the noun at `p`, adjectives between passed over.
fn possessor_before(clause: &Clause, p: usize) -> Option<Range<usize>> {
    let possessive = (p.saturating_sub(4)..p).rev().find(|k| clause.is_any(*k, words!["'s", "'", "’", "his", "her", "their", "its"]))?;
    if clause.is_any(possessive, &["his", "her", "their", "its"]) {
        return Some(possessive..possessive + 1);
    }
    phrase::start_of(clause, possessive, possessive.saturating_sub(12)).map(|start| start..possessive + 1)
}

/// The clause of a noun ends earlier than that of a verb: before the comma or the verb of the sentence.
fn noun_clause_end(clause: &Clause, that: usize) -> usize {
    let limit = ends::end_of_clause(clause, that);
    let comma = (that + 1..limit).find(|p| clause.is_comma(*p) && !clause.is_capitalized(p + 1)).unwrap_or(limit);
    clause.verb_behind(that, comma).unwrap_or(comma)
}
