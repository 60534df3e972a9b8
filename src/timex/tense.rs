//! Whether the clause around an expression looks back or ahead.

use crate::clause::{ClauseKind, Clauses, Form, Tense as Verb, VerbGroup};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, ParagraphKind, TokenKind, Words, words};
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
    // "since December": it began then.
    if let Some(since) = tokens.start.checked_sub(1).filter(|i| document.is(*i, "since")) {
        return (Tense::Past, Some(since));
    }
    // "up from 1% in March": what is compared lies behind.
    let start = tokens.start.saturating_sub(COMPARED).max(document.sentence_tokens(tokens.start).start);
    if let Some(up) =
        (start..tokens.start).find(|i| document.is_any(*i, &["up", "down", "compared"]) && document.is_any(i + 1, &["from", "with"]))
    {
        return (Tense::Past, Some(up));
    }
    if reacts(document, tokens) {
        return (Tense::Past, None);
    }
    if let Some(planned) = planned_noun(document, tokens) {
        return (Tense::Future, Some(planned));
    }
    let Some(number) = clauses.governor(document, tokens) else { return without_verb(document, tokens) };
    // "were ordered to leave at 2 a.m.": the order was given then.
    let ordered = clauses.get(number).filter(|group| group.form == Form::Infinitive && document.is(tokens.start.saturating_sub(1), "at"));
    let ordered = ordered.and_then(|group| group.parent).filter(|above| clauses.get(*above).is_some_and(|above| above.passive));
    let (tense, cue) = of_group(document, clauses, ordered.unwrap_or(number), 0);
    // "The match was moved to Sunday".
    let lead = tokens.start.saturating_sub(1);
    let moved = (document.is(lead, "to") || document.is(lead, "from") && document.is(tokens.end, "to"))
        && clauses.get(number).is_some_and(|group| moves(document, group.head) && !group.perfect);
    let ahead = moved
        || is_deadline(document, tokens.start)
            && clauses.get(number).is_some_and(|group| {
                let above = group.parent.and_then(|parent| clauses.get(parent));
                lasts_on(document, group) || defers(document, group) || above.is_some_and(|above| defers(document, above))
            });
    // "Monday: The drivers go back to work": a list of what has been, unless its verbs look ahead.
    let opens = tokens.start == document.sentence_tokens(tokens.start).start && document.is(tokens.end, ":");
    let present = clauses.get(number).is_some_and(|group| group.tense == Verb::Present && !group.planned);
    if opens && present {
        return (Tense::Past, cue);
    }
    if ahead { (Tense::Future, cue) } else { (tense, cue) }
}

/// Whether the body of the text tells in the plain present of what somebody does, which on a weekday is yet to come: "The new law comes into force on Monday".
pub fn is_plain_present(document: &Document, clauses: &Clauses, tokens: &Range<usize>) -> bool {
    let body = document.kind_of_paragraph(tokens.start) == Some(ParagraphKind::Body);
    let on = tokens.start.checked_sub(1).is_some_and(|i| document.is(i, "on"));
    let Some(group) = clauses.governor(document, tokens).and_then(|number| clauses.get(number)) else { return false };
    let whole = group.is_finite() && matches!(group.kind, ClauseKind::Main | ClauseKind::Content);
    let plain = group.tense == Verb::Present && !group.perfect && group.tokens.len() == 1 && group.tokens.end < tokens.start;
    let be = document.is_any(group.head, &["is", "are"]);
    let other = !be && document.has(group.head, Classes::AUXILIARY | Classes::SAY | Classes::SAY_CLAUSE);
    let subject = group.tokens.start.checked_sub(1).and_then(|i| document.tag(i)).is_some_and(|tag| tag.is_noun() || tag == Tag::Prp);
    body && on && whole && plain && !other && subject && !document.is_any(tokens.end, &["'s", "'"])
}

/// Whether there is no doubt that the clause looks back: its verb stands right beside the date, as in "died in December".
pub fn is_plainly_past(document: &Document, clauses: &Clauses, tokens: &Range<usize>) -> bool {
    let lead = tokens.start.checked_sub(1);
    if lead.is_some_and(|i| document.is(i, "since")) {
        return true;
    }
    let Some(group) = clauses.governor(document, tokens).and_then(|number| clauses.get(number)) else { return false };
    if !group.is_finite() || group.tense != Verb::Past || group.planned || schedules(document, group) {
        return false;
    }
    let opens = tokens.start <= document.sentence_tokens(tokens.start).start + 1;
    if opens || tokens.start < group.tokens.end {
        return opens;
    }
    let end = lead.filter(|i| document.is_any(*i, &["in", "on"])).unwrap_or(tokens.start);
    let between = group.tokens.end..end.max(group.tokens.end);
    let apart = |i: usize| {
        document.has(i, Classes::EVENT_NOUN)
            || document.kind(i) != Some(TokenKind::Word)
            || document.tag(i).is_some_and(|tag| tag.is_verb() || tag == Tag::To)
    };
    end < tokens.start && between.len() <= BESIDE && !between.clone().any(apart)
}

/// So many tokens before its date a comparison begins.
const COMPARED: usize = 8;

/// So many words may stand between a verb and a date that is surely its own.
const BESIDE: usize = 4;

/// Verbs, folded, that set a time to come for something: "was adjourned until Thursday", "ordered them to pay by Friday".
static DEFERS: Words = Words::new(&[
    "adjourned",
    "postponed",
    "delayed",
    "deferred",
    "extended",
    "suspended",
    "remanded",
    "ordered",
    "urged",
    "told",
    "asked",
    "gave",
    "given",
    "required",
    "banned",
    "barred",
]);

/// Verbs, folded, that give something another date.
static MOVES: Words =
    Words::new(&["moved", "pushed", "postponed", "rescheduled", "delayed", "deferred", "switched", "shifted", "changed", "brought"]);

/// Whether the verb at `i` gives something another date.
pub fn moves(document: &Document, i: usize) -> bool {
    document.is_any(i, &MOVES)
}

fn defers(document: &Document, group: &VerbGroup) -> bool {
    document.is_any(group.head, &DEFERS) && !is_over(document, group.tokens.start)
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
        // "after breaking up on Wednesday": behind what the main clause tells.
        (Form::Gerund, _) if group.opener.is_some_and(|i| document.is_any(i, &["after", "since", "following"])) => Tense::Past,
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
    group.kind == ClauseKind::Adverbial && group.opener.is_some_and(|i| document.is_any(i, words!["if", "unless", "when", "once", "until"]))
}

/// Whether the verb says for when something is set: "planned a rally on Saturday", "has scheduled a hearing Thursday".
fn schedules(document: &Document, group: &VerbGroup) -> bool {
    let sets = document.is_any(group.head, &["scheduled", "planned"]);
    let fixes = document.is(group.head, "set") && (group.tokens.end + 1..group.tokens.end + 4).any(|i| document.is(i, "as"));
    (sets || fixes) && !is_over(document, group.tokens.start)
}

/// Present forms, folded, of what is fixed beforehand: "the fair opens on Friday".
static FIXED: Words = Words::new(&[
    "begins",
    "begin",
    "starts",
    "start",
    "opens",
    "open",
    "ends",
    "end",
    "closes",
    "close",
    "expires",
    "expire",
    "arrives",
    "arrive",
    "meets",
    "meet",
    "leaves",
    "airs",
    "reopen",
    "reopens",
    "resumes",
    "resume",
    "returns",
    "takes",
    "host",
    "hosts",
    "faces",
    "plays",
    "travels",
    "kicks",
    "kick",
    "heads",
    "goes",
    "go",
    "launches",
    "votes",
    "continues",
    "flies",
    "play",
    "face",
    "reopens",
    "departs",
    "lapses",
]);

/// Present forms, folded, of looking ahead.
static FORESEEING: Words = Words::new(&[
    "expect",
    "expects",
    "forecast",
    "forecasts",
    "predict",
    "predicts",
    "foresee",
    "foresees",
    "anticipate",
    "anticipates",
    "project",
    "projects",
]);

/// Whether a verb in the present tells of what is to come: "is meeting", "opens", "is due".
fn looks_ahead(document: &Document, group: &VerbGroup) -> bool {
    let due = (group.tokens.start..group.tokens.end + 2).any(|i| {
        document
            .is_any(i, words!["scheduled", "slated", "due", "planned", "expected", "set", "payable", "effective", "forecast", "upcoming"])
    });
    // "expects a return to growth in the fourth quarter".
    let foresees = document.is_any(group.head, &FORESEEING);
    group.progressive || foresees || document.is_any(group.head, &FIXED) || due && document.has(group.tokens.start, Classes::AUXILIARY)
}

/// Whether the expression owns a noun for what comes unplanned or is already known: "Wednesday's ruling".
fn reacts(document: &Document, tokens: &Range<usize>) -> bool {
    let owns = document.is_any(tokens.end, &["'s", "'"]);
    owns && (tokens.end + 1..tokens.end + 3).any(|i| {
        document.is_any(
            i,
            words![
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
        document.is_any(*i, words!["scheduled", "slated", "due", "planned", "expected", "set", "upcoming"])
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
        group.negated
            || (group.start..group.tokens.start).take(4).any(|i| document.is_any(i, words!["neither", "nor", "no", "nobody", "none"]))
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
            words!["deadline", "intention", "decision", "offer", "proposal", "invitation", "deal", "agreement", "about", "asked", "able"],
        )
}
