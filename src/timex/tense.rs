//! Whether the clause around an expression looks back or ahead.

use crate::clause::{ClauseKind, Clauses, Form, Tense as Verb, VerbGroup};
use crate::lexicon::Classes;
use crate::text::{Document, Words};
use std::ops::Range;

/// Where a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// Back: "met".
    Past,
    /// Neither: "meets", or no verb at all.
    Open,
    /// Ahead: "will meet", "is scheduled for".
    Future,
}

/// The tense of the clause around `tokens`, and the token that shows it.
pub fn around(document: &Document, clauses: &Clauses, tokens: &Range<usize>) -> (Tense, Option<usize>) {
    if let Some(opening) = (1..=2)
        .filter_map(|back| tokens.start.checked_sub(back))
        .find(|i| document.is_any(*i, &["beginning", "starting", "effective", "payable"]))
    {
        return (Tense::Future, Some(opening));
    }
    // "as soon as Tuesday", "as early as next week".
    if let Some(soon) = tokens.start.checked_sub(3).filter(|i| document.is(*i, "as") && document.is_any(i + 1, &["soon", "early"])) {
        return (Tense::Future, Some(soon + 1));
    }
    if reacts(document, tokens) {
        return (Tense::Past, None);
    }
    if let Some(planned) = planned_noun(document, tokens) {
        return (Tense::Future, Some(planned));
    }
    let Some(number) = clauses.governor(document, tokens) else { return without_verb(document, tokens) };
    let (tense, cue) = of_group(document, clauses, number, 0);
    match tense {
        Tense::Past if is_deadline(document, tokens.start) && clauses.get(number).is_some_and(|group| lasts_on(document, group)) => {
            (Tense::Future, cue)
        }
        _ => (tense, cue),
    }
}

/// What a word before the expression shows where the sentence has no verb that could be found: "Voting ends at 8 p.m."
fn without_verb(document: &Document, tokens: &Range<usize>) -> (Tense, Option<usize>) {
    let start = document.sentence_tokens(tokens.start).start.max(tokens.start.saturating_sub(NEAR));
    let fixed = (start + 1..tokens.start).rev().find(|i| document.is_any(*i, &FIXED));
    if fixed.is_some() { (Tense::Future, fixed) } else { (Tense::Open, None) }
}

/// So many tokens before an expression such a word is looked for.
const NEAR: usize = 6;

/// Where the verb group with that number looks, and the token that shows it.
fn of_group(document: &Document, clauses: &Clauses, number: usize, depth: usize) -> (Tense, Option<usize>) {
    let Some(group) = clauses.get(number) else { return (Tense::Open, None) };
    let first = group.tokens.start;
    let above = || match group.parent.filter(|_| depth < 3) {
        Some(parent) => of_group(document, clauses, parent, depth + 1),
        None => (Tense::Open, None),
    };
    let tense = match (group.form, group.tense) {
        (Form::Participle, _) => Tense::Past,
        (Form::Infinitive, _) if group.planned || leads_to(document, first) => Tense::Future,
        (Form::Infinitive | Form::Gerund, _) => return above(),
        (_, Verb::Past) if group.planned => {
            if group.perfect || is_over(document, first) {
                Tense::Past
            } else {
                Tense::Future
            }
        }
        (_, Verb::Past) if schedules(document, group) => Tense::Future,
        (_, Verb::Past) => Tense::Past,
        (_, Verb::Modal | Verb::Would) if group.perfect || could_not(document, group) => Tense::Past,
        (_, Verb::Future | Verb::Modal | Verb::Would) => Tense::Future,
        (_, Verb::Present) if group.planned => Tense::Future,
        (_, Verb::Present) if group.perfect && schedules(document, group) => Tense::Future,
        (_, Verb::Present) if group.perfect => Tense::Past,
        (_, Verb::Present) if looks_ahead(document, group) || is_condition(document, group) => Tense::Future,
        _ => Tense::Open,
    };
    (tense, (tense != Tense::Open).then_some(first))
}

/// "if the talks fail on Monday", "once the snow melts in April": what has not come about yet.
fn is_condition(document: &Document, group: &VerbGroup) -> bool {
    group.kind == ClauseKind::Adverbial && group.opener.is_some_and(|i| document.is_any(i, &["if", "unless", "when", "once", "until"]))
}

/// Whether the verb says for when something is set: "planned a rally on Saturday", "has scheduled a hearing Thursday".
fn schedules(document: &Document, group: &VerbGroup) -> bool {
    let sets = document.is_any(group.head, &["scheduled", "planned"]);
    let fixes = document.is(group.head, "set") && (group.tokens.end + 1..group.tokens.end + 4).any(|i| document.is(i, "as"));
    (sets || fixes) && !is_over(document, group.tokens.start)
}

/// Present forms, folded, of what is fixed beforehand: "the fair opens on Friday".
static FIXED: Words = Words::new(&[
    "begins", "begin", "starts", "start", "opens", "open", "ends", "end", "closes", "close", "expires", "expire", "arrives", "arrive",
    "meets", "meet", "leaves", "airs", "reopen", "reopens", "resumes", "resume", "returns", "takes", "host", "hosts", "faces", "plays",
    "travels", "kicks", "kick", "heads", "goes", "go", "launches", "votes",
]);

/// Whether a verb in the present tells of what is to come: "is meeting", "opens", "is due".
fn looks_ahead(document: &Document, group: &VerbGroup) -> bool {
    let due = (group.tokens.start..group.tokens.end + 2).any(|i| {
        document.is_any(i, &["scheduled", "slated", "due", "planned", "expected", "set", "payable", "effective", "forecast", "upcoming"])
    });
    group.progressive || document.is_any(group.head, &FIXED) || due && document.has(group.tokens.start, Classes::AUXILIARY)
}

/// Whether the expression owns a noun for what comes unplanned or is already known: "Wednesday's ruling".
fn reacts(document: &Document, tokens: &Range<usize>) -> bool {
    let owns = document.is_any(tokens.end, &["'s", "'"]);
    owns && (tokens.end + 1..tokens.end + 3).any(|i| {
        document.is_any(
            i,
            &[
                "ruling",
                "attack",
                "attacks",
                "explosion",
                "blast",
                "bombing",
                "shooting",
                "killing",
                "killings",
                "crash",
                "decision",
                "announcement",
                "statement",
                "arrest",
                "arrests",
                "earthquake",
                "storm",
                "verdict",
                "defeat",
                "victory",
                "loss",
                "win",
                "death",
                "deaths",
                "protest",
                "protests",
                "violence",
                "raid",
                "fire",
                "collapse",
                "resignation",
                "remarks",
                "comments",
                "results",
                "close",
            ],
        )
    })
}

/// A word of planning right before the expression, or before its preposition: "a meeting planned for Friday", "due Tuesday".
fn planned_noun(document: &Document, tokens: &Range<usize>) -> Option<usize> {
    (1..=2).filter_map(|back| tokens.start.checked_sub(back)).find(|i| {
        document.is_any(*i, &["scheduled", "slated", "due", "planned", "expected", "set", "upcoming"])
            && !is_over(document, *i)
            && match document.word(*i) {
                "planned" => !document.is_any(i.saturating_sub(1), &["previously", "had", "have", "has"]),
                "set" => document.is_any(i + 1, &["for", "to"]),
                _ => true,
            }
    })
}

/// "could not be reached": what was not possible then.
fn could_not(document: &Document, group: &VerbGroup) -> bool {
    let denied = || {
        group.negated || (group.start..group.tokens.start).take(4).any(|i| document.is_any(i, &["neither", "nor", "no", "nobody", "none"]))
    };
    document.is(group.tokens.start, "could") && denied()
}

/// "has until Tuesday", "to raise by February": a date that something lasts to.
fn is_deadline(document: &Document, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| document.is_any(before, &["until", "till", "by", "through"]))
}

/// Whether the verb tells of what goes on now: "have until Friday", "has extended it through January".
fn lasts_on(document: &Document, group: &VerbGroup) -> bool {
    group.tense == Verb::Present && (group.perfect || document.has(group.head, Classes::AUXILIARY))
}

/// "had been due to": a plan that is told as past.
fn is_over(document: &Document, i: usize) -> bool {
    (0..=4).any(|back| i.checked_sub(back).is_some_and(|before| document.is(before, "had")))
}

/// "is to meet", "a plan to", "the deadline to": the "to" at `i` behind a word of planning.
fn leads_to(document: &Document, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    document.has(before, Classes::PLANNING)
        || document.is_any(
            before,
            &["deadline", "intention", "decision", "offer", "proposal", "invitation", "deal", "agreement", "about", "asked", "able"],
        )
}
