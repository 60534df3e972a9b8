//! Where what is said ends: clauses, questions, objects.

use super::clause::Clause;
use super::content::{REACH, has_verb, is_carrier, pass_over};
use super::cue::{self, Form};
use super::phrase;
use super::source;
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Words, words};

/// How many items a participle between commas has at most.
const INSERTION: usize = 16;

/// Where content that begins at `start` ends: before the final mark, another cue or a new attribution.
pub(super) fn end_of_clause(clause: &Clause, start: usize) -> usize {
    let mut p = start;
    let mut commas = 0;
    while p < clause.len().min(start + REACH) {
        if p > start && (clause.is_end(p) || clause.claimed.get(p) == Some(&true) || parts(clause, p) || begins_next(clause, p)) {
            return p;
        }
        if clause.is_comma(p) {
            // "A letter saying that three had died, | was read": the verb of the sentence.
            if commas == 0 && is_carrier(clause, p + 1) && !clause.is(p + 1, "'s") && !is_insertion(clause, p) {
                return p;
            }
            commas += 1;
        }
        p += 1;
    }
    p
}

/// "that the bill, approved last week, was dead": a participle between commas, behind which the clause goes on.
fn is_insertion(clause: &Clause, comma: usize) -> bool {
    let participle = clause.word(comma + 1).ends_with("ed") || clause.tag(comma + 1) == Some(Tag::Vbn);
    let close = (comma + 2..clause.len().min(comma + INSERTION)).find(|p| clause.is_comma(*p));
    participle && close.is_some_and(|close| is_carrier(clause, close + 1))
}

/// Where a question that begins at `start` ends when the sentence goes on behind its comma: "Asked whether it was safe, | she said".
/// With `opens` the question opens the sentence, which must go on.
pub(super) fn end_of_question(clause: &Clause, start: usize, opens: bool) -> usize {
    let limit = end_of_clause(clause, start);
    let goes_on = |comma: usize| has_verb(clause, comma..limit) || opens && clause.kind_is_phrase(comma + 1);
    let comma = (start + 1..limit).find(|p| clause.is_comma(*p) && has_verb(clause, start + 1..*p) && goes_on(*p));
    comma.unwrap_or(limit)
}

/// Whether a semicolon at `p` ends what is said: not between its own parts, "that A; that B".
fn parts(clause: &Clause, p: usize) -> bool {
    clause.is(p, ";") && !clause.is_any(p + 1, &["that", "and"])
}

/// Whether another attribution begins at `p`.
fn begins_next(clause: &Clause, p: usize) -> bool {
    let comma = usize::from(clause.is_comma(p));
    let q = p + comma;
    let parted = comma == 1 || p.checked_sub(1).is_some_and(|before| clause.block_last(before) == ",");
    if parted && comma == 0 && clause.is_any(q, words!["but", "although", "though", "while", "which"]) && !clause.is(q + 1, "that") {
        return true;
    }
    if parted {
        let gerund = if cue::is_adverb(clause, q) { q + 1 } else { q };
        if clause.has(gerund, cue::ANY) && cue::form(clause, gerund) == Some(Form::Gerund) || clause.is(q, "according") {
            return true;
        }
        // "who called the plan “a mess,” | said it was late"
        if comma == 0 && clause.has(q, Classes::SAY) && cue::form(clause, q) == Some(Form::Finite) {
            return true;
        }
    }
    if clause.is(q, "and") && comma == 0 && accuses(clause, q + 1) {
        return true;
    }
    if clause.is(p, "according") && clause.is(p + 1, "to") {
        return true;
    }
    if comma == 1 && (leaves(clause, q) || closes(clause, q)) {
        return true;
    }
    if comma == 1 && clause.is_any(q, &["and", "but"]) {
        let verb = if cue::is_adverb(clause, q + 1) { q + 2 } else { q + 1 };
        let carries = clause.tag(verb).is_some_and(|tag| matches!(tag, Tag::Vbd | Tag::Vbz))
            || clause.is_any(verb, words!["was", "has", "had", "is", "did"]);
        if carries && !clause.is_any(verb, &["'s"]) {
            return true;
        }
    }
    let joined = clause.is_any(q, words!["and", "but", "while", "though", "although", "whereas", "as"]);
    if !joined {
        return false;
    }
    let reach = if comma == 1 { 8 } else { 2 };
    let stop = (q + 1..clause.len().min(q + 1 + reach)).find(|k| {
        clause.is_comma(*k)
            || clause.block(*k).is_some()
            || clause.has(*k, Classes::SAY_CLAUSE) && cue::form(clause, *k) == Some(Form::Finite)
    });
    stop.is_some_and(|k| {
        clause.has(k, Classes::SAY_CLAUSE)
            && (comma == 0 || k == q + 1 || source::before(clause, k).is_some_and(|source| source.start > q))
            && !clause.is(k, "that")
    })
}

/// "insisted he was innocent | and accused the police", "and called for an inquiry": a second report of the same speaker.
fn accuses(clause: &Clause, verb: usize) -> bool {
    static SECOND: Words =
        Words::new(&["accused", "urged", "demanded", "denied", "blamed", "criticized", "criticised", "praised", "condemned"]);
    let called = clause.is(verb, "called") && clause.is_any(verb + 1, &["for", "on"]);
    called || clause.tag(verb) == Some(Tag::Vbd) && clause.is_any(verb, &SECOND) && clause.kind_is_phrase(verb + 1)
}

/// Whether the words at `q`, behind a comma, are more likely the writer's own again: "…, but he voted for it".
fn leaves(clause: &Clause, q: usize) -> bool {
    clause.is_any(q, &["but", "and"]) && clause.is_any(q + 1, words!["he", "she", "they", "it", "we", "i"])
}

/// Whether a source and its verb at `q`, behind a comma, end the sentence: "He said it was late, | Ann Lee recalled."
fn closes(clause: &Clause, q: usize) -> bool {
    let says = |k: &usize| clause.has(*k, Classes::SAY_CLAUSE | Classes::SAY_MARKS) && cue::form(clause, *k) == Some(Form::Finite);
    let said = clause.has(q, Classes::SAY) && cue::form(clause, q) == Some(Form::Finite);
    if said && phrase::after(clause, q + 1).is_some_and(|source| clause.is_end(source.end)) {
        return true;
    }
    let verb = (q + 1..clause.len().min(q + 8)).take_while(|k| !clause.is_comma(*k)).find(says);
    verb.is_some_and(|verb| {
        clause.is_end(pass_over(clause, verb + 1, verb + 8)) && source::before(clause, verb).is_some_and(|source| source.start == q)
    })
}

/// Where an object that begins at `start` ends: at the first comma, conjunction with a verb, or word of time and manner.
pub(super) fn end_of_object(clause: &Clause, start: usize) -> usize {
    let limit = end_of_clause(clause, start);
    (start + 1..limit)
        .find(|p| {
            clause.is_comma(*p) && !clause.is_capitalized(p + 1)
                || clause.is_break(*p)
                || clause.is_any(*p, &["in", "at", "on"]) && is_occasion(clause, p + 1)
                || clause.is_any(*p, words!["because", "while", "although", "though", "during", "when", "after", "before"])
                || clause.is_any(*p, &["and", "but"]) && phrase::is_finite_verb(clause, p + 1)
                || clause.is(*p, "as") && begins_clause(clause, p + 1)
        })
        .unwrap_or(limit)
}

/// The end of an object before a preposition whose time expression runs to the end: "the claim | in October of the following year".
pub(super) fn before_time(clause: &Clause, start: usize, end: usize) -> usize {
    let limit = clause.tokens_of(start..end).end;
    let timed = |p: &usize| {
        let token = clause.token(p + 1);
        clause.is_any(*p, &["in", "on", "at", "during"])
            && clause.document.token(token).is_some_and(|first| {
                let near = clause.timexes.partition_point(|timex| timex.span.start < first.span.start);
                clause
                    .timexes
                    .get(near)
                    .is_some_and(|timex| timex.span.start <= first.span.end && clause.document.tokens_in(timex.span).end >= limit)
            })
    };
    (start + 1..end).find(timed).unwrap_or(end)
}

/// Whether a noun phrase and its verb stand at `p`: "as | the opposition left".
fn begins_clause(clause: &Clause, p: usize) -> bool {
    phrase::end_of(clause, p).is_some_and(|end| is_carrier(clause, end))
}

/// "in | a statement", "at | a news conference", "on | Wednesday": where and when something is said rather than what.
fn is_occasion(clause: &Clause, p: usize) -> bool {
    let noun = (p + 1..p + 4).find(|k| !phrase::is_nominal(clause, k + 1));
    let spoken = noun.is_some_and(|noun| {
        clause.is_any(
            noun,
            words!["statement", "interview", "speech", "letter", "tweet", "post", "conference", "briefing", "email", "message", "hearing"],
        )
    });
    clause.is_any(p, &["a", "an"]) && spoken || phrase::is_time(clause, p) && clause.is_end(p + 1)
}
