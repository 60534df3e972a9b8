//! Noun phrases in a clause: where one begins and ends, and what says more about it.

use super::clause::Clause;
use super::cue;
use crate::clause::ClauseKind;
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Words, words};
use std::ops::Range;

/// No noun phrase is longer than this many items.
pub(super) const LONGEST: usize = 40;
/// Prepositions that join a noun to the noun before it.
const LINKS: &[&str] =
    &["of", "for", "from", "at", "in", "with", "to", "on", "against", "behind", "about", "near", "between", "within", "by", "under"];
static DETERMINERS: Words = Words::new(&[
    "the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "this", "these", "those", "some", "many", "several", "most",
    "all", "both", "another", "other", "one", "any", "each", "every", "no", "few", "more", "that",
]);
/// Pronouns that can be the whole source.
static PRONOUNS: Words = Words::new(&[
    "he", "she", "they", "it", "we", "i", "you", "who", "others", "someone", "everyone", "nobody", "one", "which", "both", "many", "some",
    "most", "another",
]);
pub(super) static SUBORDINATORS: Words = Words::new(&[
    "that",
    "because",
    "while",
    "when",
    "where",
    "if",
    "as",
    "although",
    "though",
    "whether",
    "since",
    "after",
    "before",
    "until",
    "unless",
    "once",
    "than",
    "how",
    "why",
    "what",
    "so",
    "but",
    "and",
    "or",
    "yet",
    "whereas",
    "then",
    "nor",
    "however",
    "meanwhile",
    "moreover",
    "also",
    "not",
    "n't",
]);

/// Where the noun phrase that ends before `end` begins.
pub(super) fn start_of(clause: &Clause, end: usize, floor: usize) -> Option<usize> {
    let mut p = end.checked_sub(1).filter(|p| *p >= floor)?;
    if clause.is_any(p, &PRONOUNS) {
        return Some(p);
    }
    let object = clause.is_any(p, &["him", "her", "them", "it"]) && p > floor && clause.is_any(p - 1, LINKS);
    let helped = clause.tag(p) == Some(Tag::Vbn) && p > floor && clause.has(p - 1, Classes::AUXILIARY);
    if helped || !is_nominal(clause, p) && !clause.is_aside(p) && !is_name_block(clause, p) && !object {
        // "residents who fled | said"
        return through_clause(clause, p, floor);
    }
    loop {
        let Some(before) = p.checked_sub(1).filter(|before| *before >= floor) else { return Some(p) };
        if joins(clause, before, p) {
            p = before;
        } else if clause.is(before, "whose") && before > floor && is_nominal(clause, before - 1) {
            // "a driver | whose car overturned on the road"
            return start_of(clause, before, floor);
        } else if let Some(through) = through_denial(clause, p, floor).or_else(|| through_clause(clause, before, floor)) {
            return Some(through);
        } else {
            return is_nominal(clause, p)
                .then_some(p)
                .or_else(|| clause.is_any(p, &DETERMINERS).then_some(p))
                .or_else(|| (p + 1 < end).then_some(p + 1));
        }
    }
}

/// Whether the item at `p` belongs to the noun phrase that goes on at `next`.
fn joins(clause: &Clause, p: usize, next: usize) -> bool {
    if clause.is_aside(p) || is_clitic(clause, p) {
        return true;
    }
    // "17:20 @fennrail says": a time of day in front
    if p > 0 && clause.tag(p) == Some(Tag::Cd) && clause.is(p - 1, ":") && clause.document.is_glued(clause.token(p)) {
        return false;
    }
    let begun =
        clause.is_any(next, &DETERMINERS) && !clause.is_any(next, words!["other", "one", "most", "many", "all", "few", "several", "more"]);
    if clause.is_any(p, LINKS) {
        let noun_before = p
            .checked_sub(1)
            .is_some_and(|before| is_nominal(clause, before) && !is_time(clause, before) && !is_finite_verb(clause, before));
        let object = clause.is_any(next, &["him", "her", "them", "it"]);
        return noun_before && !is_time(clause, next) && (object || clause.kind_is_phrase(next));
    }
    if clause.is_any(p, &["and", "&"]) {
        let both_names = p.checked_sub(1).is_some_and(|before| clause.is_capitalized(before)) && clause.is_capitalized(next);
        let plain = |before: usize| !clause.is_capitalized(before) || before == clause.start;
        let both_nouns = p.checked_sub(1).is_some_and(|before| is_nominal(clause, before) && plain(before))
            && is_nominal(clause, next)
            && !clause.is_capitalized(next);
        return both_names || both_nouns;
    }
    if clause.is_any(p, &["-", "–", "‑"]) && clause.document.is_glued(clause.token(p)) {
        return true;
    }
    // "in her letter | Ann Lee wrote"
    let written = clause.has(p, Classes::DOCUMENT_NOUN | Classes::SAY_NOUN | Classes::EVENT_NOUN)
        && !clause.has(p, Classes::ROLE | Classes::GROUP_NOUN);
    if written && clause.is_capitalized(next) && !clause.is_capitalized(p) {
        return false;
    }
    if begun && !clause.is_any(p, words!["all", "both", "half", "some", "many", "most"]) {
        return false;
    }
    clause.is_any(p, &DETERMINERS) && !clause.is(p, "that")
        || is_nominal(clause, p) && !is_time_alone(clause, p, next)
        || is_name_block(clause, p)
}

/// Whether the block at `p` is a nickname or a scare quote inside a noun phrase rather than speech.
pub(super) fn is_name_block(clause: &Clause, p: usize) -> bool {
    clause.block(p).is_some()
        && clause.block_words(p) <= 4
        && p > 0
        && !matches!(clause.block_last(p), "," | "." | "?" | "!" | "…" | "—" | "--")
}

fn is_clitic(clause: &Clause, p: usize) -> bool {
    clause.is_any(p, &["'s", "'", "’"])
}

/// "a man who goes by the name X said", "protesters marching through the streets chanted": the noun before the clause
/// that tells more about it, when nothing but that clause stands between it and `at`.
fn through_clause(clause: &Clause, at: usize, floor: usize) -> Option<usize> {
    let token = clause.items.get(at)?.tokens.start;
    let behind = clause.groups.partition_point(|group| group.tokens.start <= token);
    let group = clause.groups[..behind].last()?;
    let telling = match group.kind {
        ClauseKind::Relative => true,
        ClauseKind::Free => group.opener.is_none(),
        _ => false,
    };
    let start = clause.item_of(group.start)?;
    let parted = (start..=at).any(|p| clause.is_comma(p) || clause.is_break(p) || clause.block(p).is_some());
    let those = start > floor && clause.is_any(start - 1, words!["those", "anyone", "someone", "everyone", "some", "many"]);
    let noun = those || start > floor && is_nominal(clause, start - 1) && !is_time(clause, start - 1);
    if !telling || parted || !noun || at > start + LONGEST {
        return None;
    }
    if those { Some(start - 1) } else { start_of(clause, start, floor) }
}

/// "lawyers | not involved in the case": the noun before what is denied of it.
fn through_denial(clause: &Clause, p: usize, floor: usize) -> Option<usize> {
    let not = p.checked_sub(1).filter(|not| *not > floor && clause.is(*not, "not"))?;
    let told = matches!(clause.tag(p), Some(Tag::Vbn | Tag::Jj));
    (told && is_nominal(clause, not - 1)).then(|| start_of(clause, not, floor)).flatten()
}

/// The noun phrase that begins at `p`, with what says more about it behind a comma; empty where none begins there.
pub(super) fn after(clause: &Clause, p: usize) -> Option<Range<usize>> {
    let end = end_of(clause, p)?;
    let mut whole = end;
    while clause.is_comma(whole) && (apposes(clause, whole + 1) || names_holder(clause, p..whole)) && whole - p < LONGEST {
        let stops = |k: &usize| {
            clause.is_comma(*k) && !glues_place(clause, *k) || clause.is_end(*k) || clause.is_break(*k) || clause.block_words(*k) > 4
        };
        let stop = (whole + 1..clause.len().min(whole + LONGEST)).find(stops).unwrap_or(clause.len());
        let relative = (whole + 1..stop).find(|k| clause.is_any(*k, &["who", "whose", "that", "which"])).unwrap_or(stop);
        if (whole + 1..relative).any(|k| super::content::is_carrier(clause, k)) {
            break;
        }
        whole = stop;
    }
    if clause.is_any(whole, &["who", "whose"]) {
        let stop = (whole..clause.len().min(whole + LONGEST)).find(|k| clause.is_comma(*k) || clause.is_end(*k) || clause.is_break(*k));
        whole = stop.unwrap_or(clause.len());
    }
    Some(p..whole)
}

/// "its director, Ann Lee": a function in small letters, a comma, and who has it.
fn names_holder(clause: &Clause, function: Range<usize>) -> bool {
    let name = function.end + 1;
    let human = function.clone().any(|k| clause.has(k, Classes::ROLE | Classes::PERSON_NOUN))
        && !function.clone().skip(1).any(|k| clause.is_capitalized(k));
    let part = |k: usize| {
        clause.is_capitalized(k) && clause.is_word(k) || k > name && clause.document.is_glued(clause.token(k)) && !clause.is_comma(k)
    };
    let end = (name..name + 7).find(|k| !part(*k)).unwrap_or(name);
    human && end > name && (clause.is_comma(end) || clause.is_end(end))
}

/// Whether words behind a comma say more about the name before it rather than going on with the sentence.
fn apposes(clause: &Clause, p: usize) -> bool {
    let determined = clause.is_any(p, words!["a", "an", "the", "his", "her", "their", "its", "one"]);
    let human = |p: usize| clause.has(p, Classes::ROLE | Classes::PERSON_NOUN | Classes::ORGANIZATION_NOUN | Classes::GROUP_NOUN);
    clause.is_any(p, &["who", "whose"])
        || determined && (p + 1..p + 8).take_while(|k| !clause.is_comma(*k)).any(human)
        || human(p)
        || clause.has(p, Classes::ROLE_MODIFIER)
        || clause.tag(p) == Some(Tag::Cd) && clause.is_comma(p + 1)
}

/// Whether the comma at `p` stands inside a name: "Springfield, Ill.," or "Acme, Inc.".
fn glues_place(clause: &Clause, p: usize) -> bool {
    clause.has(p + 1, Classes::COMPANY_SUFFIX) || clause.word(p + 1).ends_with('.') && clause.is_capitalized(p + 1)
}

/// Where the plain noun phrase that begins at `p` ends.
pub(super) fn end_of(clause: &Clause, p: usize) -> Option<usize> {
    if clause.is_any(p, &PRONOUNS) && !is_nominal(clause, p + 1) {
        return Some(p + 1);
    }
    let mut k = p;
    let mut nouns = 0;
    while k < clause.len() && k - p < LONGEST {
        let begins = k == p || clause.is_any(k - 1, LINKS) || clause.is_any(k - 1, &["and", "all", "both"]);
        if clause.is_any(k, &DETERMINERS) {
            if !begins {
                break;
            }
        } else if is_time(clause, k) && nouns > 0 && !is_clitic(clause, k + 1) {
            break;
        } else if is_nominal(clause, k) || clause.is_aside(k) || is_name_block(clause, k) && k > p {
            nouns += 1;
        } else if begins && clause.tag(k) == Some(Tag::Rb) && clause.word(k).ends_with("ly") && clause.tag(k + 1) == Some(Tag::Vbn)
            || is_clitic(clause, k) && nouns > 0
            || clause.is_any(k, &["-", "–", "‑"]) && clause.document.is_glued(clause.token(k))
        {
        } else if clause.is_any(k, LINKS) && nouns > 0 {
            if !clause.kind_is_phrase(k + 1) || is_time(clause, k + 1) {
                break;
            }
        } else if clause.is_any(k, &["and", "&"]) && nouns > 0 && clause.is_capitalized(k + 1) && clause.is_capitalized(k - 1) {
        } else {
            break;
        }
        k += 1;
    }
    (nouns > 0).then_some(k)
}

impl Clause<'_, '_> {
    /// Whether a noun phrase can begin at `p`.
    pub(super) fn kind_is_phrase(&self, p: usize) -> bool {
        self.is_any(p, &DETERMINERS) && !self.is(p, "that")
            || self.is_any(p, &PRONOUNS)
            || is_nominal(self, p)
            || self.is_aside(p)
            || self.block(p).is_some()
    }
}

/// Whether the word can stand inside a noun phrase: a noun, a name, an adjective, a number.
pub(super) fn is_nominal(clause: &Clause, p: usize) -> bool {
    if clause.is_aside(p) {
        return true;
    }
    let Some(tag) = clause.tag(p) else { return false };
    let name_like =
        tag.is_proper() || !clause.has(p, cue::ANY | Classes::STARTER | Classes::PREPOSITION | Classes::MODAL | Classes::AUXILIARY);
    let says = || clause.has(1, cue::ANY) && !clause.has(0, Classes::STARTER) && clause.tag(1).is_some_and(Tag::is_finite);
    if clause.is_capitalized(p) && (p > 0 || clause.is_capitalized(1) || cue::is_plain_finite(clause, 1) || says()) && name_like {
        return true;
    }
    let function = clause.has(p, Classes::PREPOSITION | Classes::MODAL | Classes::AUXILIARY | Classes::NEGATION)
        || clause.is_any(p, &SUBORDINATORS)
        || clause.is_any(p, &DETERMINERS)
            && !clause.is_any(p, words!["other", "one", "another", "most", "many", "several", "few", "more", "some", "all"])
        || clause.is_any(
            p,
            words![
                "he",
                "she",
                "they",
                "we",
                "i",
                "who",
                "which",
                "whose",
                "whom",
                "there",
                "him",
                "them",
                "us",
                "me",
                "yourself",
                "himself",
                "themselves",
                "herself",
                "itself",
                "to",
            ],
        );
    if function && !(clause.is_any(p, &["will", "may", "us"]) && clause.is_capitalized(p) && p > 0) {
        return false;
    }
    match tag {
        Tag::Nn | Tag::Nns | Tag::Nnp | Tag::Nnps | Tag::Jj | Tag::Jjr | Tag::Jjs | Tag::Cd | Tag::Sym | Tag::Uh => {
            clause.is_word(p) && !is_finite_verb(clause, p) || tag == Tag::Cd || tag == Tag::Sym
        }
        Tag::Vbn | Tag::Vbg => !clause.has(p, cue::ANY),
        _ => false,
    }
}

/// Whether the word is a verb that carries a clause.
pub(super) fn is_finite_verb(clause: &Clause, p: usize) -> bool {
    clause.tag(p).is_some_and(|tag| matches!(tag, Tag::Vbd | Tag::Vbp | Tag::Vbz)) || cue::is_plain_finite(clause, p)
}

/// Whether the word names a time, so that it parts noun phrases: "on Friday Ann Lee said".
pub(super) fn is_time(clause: &Clause, p: usize) -> bool {
    clause.has(p, Classes::WEEKDAY) && clause.is_capitalized(p)
        || clause.is_any(p, words!["yesterday", "today", "tomorrow", "tonight", "earlier", "later", "recently", "now"])
        || clause.has(p, Classes::MONTH) && clause.is_capitalized(p) && clause.tag(p + 1) == Some(Tag::Cd)
        || clause.is_any(p, &["one", "that"]) && clause.is_any(p + 1, words!["morning", "afternoon", "evening", "night", "day"])
        || clause.is_any(p, &["last", "next", "this", "earlier"])
            && (clause.has(p + 1, Classes::TIME_UNIT | Classes::WEEKDAY | Classes::MONTH))
        || clause.has(p, Classes::TIME_UNIT)
            && p.checked_sub(1).is_some_and(|before| {
                clause.is_any(before, words!["last", "next", "this", "earlier", "that"]) || clause.has(before, Classes::WEEKDAY)
            })
}

fn is_time_alone(clause: &Clause, p: usize, next: usize) -> bool {
    is_time(clause, p) && !is_clitic(clause, next)
}
