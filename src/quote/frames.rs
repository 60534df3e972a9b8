//! What each rule for reporting verbs finds.

use super::clause::Clause;
use super::content::{self, Opening};
use super::cue::{self, Form};
use super::ends;
use super::frame::Frame;
use super::phrase;
use super::rules::Parts;
use super::source;
use crate::clause::ClauseKind;
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{ParagraphKind, Words, words};
use std::ops::Range;

/// Whether the verb carries its clause with a subject that speaks.
fn speaks(frame: &Frame) -> bool {
    frame.form != Form::Passive && frame.source.is_some()
}

/// The marked words left of the cue, with what leads up to them.
fn left_content(clause: &Clause, block: usize) -> Range<usize> {
    let start = content::clause_start(clause, block);
    let led = (start..block).any(|p| clause.is_word(p) && !clause.is_any(p, &["and", "but", "so", "or"]));
    let apart = block > 0 && (clause.is_comma(block - 1) || clause.is(block - 1, ":") || clause.is_break(block - 1));
    if led && !apart { start..block + 1 } else { block..block + 1 }
}

/// “A,” X said, “b.”
pub(super) fn cue_between(clause: &Clause, frame: &Frame) -> Option<Parts> {
    let block = frame.left_block(clause).filter(|block| !clause.claimed.get(*block).copied().unwrap_or_default())?;
    let marks = frame.right.opening == Opening::Marks && frame.form == Form::Finite;
    marks.then(|| frame.parts(left_content(clause, block), frame.right.start..frame.right.start + 1))
}

/// “A,” X said.
pub(super) fn cue_after(clause: &Clause, frame: &Frame) -> Option<Parts> {
    let block = frame.left_block(clause).filter(|block| !clause.claimed.get(*block).copied().unwrap_or_default())?;
    if frame.form != Form::Finite || frame.source.is_none() {
        return None;
    }
    let content = left_content(clause, block);
    let placed = clause.has(content::clause_start(clause, block), Classes::PREPOSITION);
    let led = (content.len() > 1 || placed) && !content::has_verb(clause, content::clause_start(clause, block)..block);
    let goes_on =
        !frame.inverted && (led || clause.block_words(block) < 5 && clause.block_last(block) != ",") && says_to_the_right(clause, frame);
    (!goes_on).then(|| frame.part(content))
}

/// Whether a clause that can be what was said follows the cue: then marks before it are a title or a place.
fn says_to_the_right(clause: &Clause, frame: &Frame) -> bool {
    match frame.right.opening {
        Opening::That | Opening::Question => true,
        Opening::Phrase => clause.kind_is_phrase(frame.right.start) && !phrase::is_time(clause, frame.right.start),
        _ => false,
    }
}

/// X said, “A.”
pub(super) fn cue_before(clause: &Clause, frame: &Frame) -> Option<Parts> {
    let start = frame.right.start;
    if frame.right.opening != Opening::Marks || frame.form == Form::Passive && !clause.is(frame.verb, "quoted") {
        return None;
    }
    let short = clause.block_words(start) <= 3 && !clause.is_any(start - 1, &[",", ":"]);
    if short && clause.is_any(frame.verb, &["read", "reads", "reading"]) {
        return None;
    }
    if frame.source.is_none() && !clause.is_any(start - 1, &[",", ":"])
        || short && !clause.has(frame.verb, Classes::SAY | Classes::SAY_MARKS)
    {
        return None;
    }
    if frame.right.object.is_some()
        && start > 0
        && !clause.is_any(start - 1, &[",", ":"])
        && clause.has(frame.verb, Classes::SAY_OBJECT)
        && !clause.is_any(frame.verb, words!["told", "tell", "tells", "telling", "asked", "ask", "asks"])
    {
        return None;
    }
    let end = marks_end(clause, start);
    Some(match broken_off(clause, frame) {
        Some(left) => frame.parts(left, start..end),
        None => frame.part(start..end),
    })
}

/// "The harbour, she said, “is our home.”": the words before the source that the marked words go on from.
fn broken_off(clause: &Clause, frame: &Frame) -> Option<Range<usize>> {
    let (block, left) = (frame.right.start, left_clause(clause, frame)?);
    let bare = !content::has_verb(clause, left.clone()) && phrase::start_of(clause, left.end, left.start) == Some(left.start);
    let first = clause.block(block)?.inner.start;
    let verb = clause.groups.iter().any(|group| group.tokens.start == first && group.is_finite());
    let parted = clause.is_comma(block - 1);
    // "The dams hold, she said, and “so far they are safe.”"
    if clause.is_any(block - 1, &["and", "but"]) && content::has_verb(clause, left.clone()) && speaks(frame) && frame.form == Form::Finite {
        return Some(left);
    }
    (bare && verb && parted && frame.form == Form::Finite && speaks(frame)).then_some(left)
}

/// Where marked content that begins with the block at `start` ends: behind "and" with more marks, too.
fn marks_end(clause: &Clause, start: usize) -> usize {
    let next = start + 1;
    let more = usize::from(clause.is_comma(next)) + next;
    if clause.is_any(more, &["and", "but", "or"]) && clause.block(more + 1).is_some() { more + 2 } else { next }
}

/// X said: A.
pub(super) fn colon(clause: &Clause, frame: &Frame) -> Option<Parts> {
    let ok = frame.right.opening == Opening::Colon && speaks(frame) && clause.has(frame.verb, Classes::SAY_CLAUSE);
    ok.then(|| frame.part(frame.right.start..ends::end_of_clause(clause, frame.right.start)))
}

/// X was quoted as saying A.
pub(super) fn quoted_as_saying(clause: &Clause, frame: &Frame) -> Option<Parts> {
    let quoted = clause.is(frame.verb, "quoted") && clause.is(frame.verb + 1, "as");
    let ok = quoted && frame.source.is_some() && frame.right.opening != Opening::Nothing;
    ok.then(|| frame.part(frame.right.start..ends::end_of_clause(clause, frame.right.start)))
}

/// A clause of fewer items than these must have a verb that is seen.
const BRIEF: usize = 6;

/// X said that A.
pub(super) fn that_clause(clause: &Clause, frame: &Frame) -> Option<Parts> {
    let takes = clause.has(frame.verb, Classes::SAY_CLAUSE | Classes::SAY_ADDRESSEE | Classes::SAY_FINDING);
    let start = frame.right.start;
    let ok = frame.right.opening == Opening::That && takes && speaks(frame);
    let end = ends::end_of_clause(clause, start);
    // "A letter saying that three had died | was read"
    let subject = |source: &Range<usize>| source.end == frame.verb && content::clause_start(clause, source.start) == source.start;
    let adverbial = clause.group(frame.verb).is_some_and(|group| group.kind == ClauseKind::Adverbial);
    let end = if adverbial { ends::end_of_question(clause, start, true) } else { end };
    let told = frame.form == Form::Gerund && frame.source.as_ref().is_some_and(subject);
    let carrier = told.then(|| clause.verb_behind(start, end)).flatten();
    let content = start..carrier.unwrap_or(end);
    // "confirmed that view": no clause.
    let bare = content.len() < BRIEF && !clause.has(frame.verb, Classes::SAY) && !content::has_verb(clause, content.clone());
    (ok && !bare).then(|| frame.part(content))
}

/// X asked whether A.
pub(super) fn question_clause(clause: &Clause, frame: &Frame) -> Option<Parts> {
    let takes = clause.has(frame.verb, Classes::SAY_QUESTION | Classes::SAY_CLAUSE)
        && !clause.is_any(frame.right.start, &["when", "where", "who", "which"]);
    let start = frame.right.start;
    let ok = frame.right.opening == Opening::Question && takes && speaks(frame);
    ok.then(|| frame.part(start..ends::end_of_clause(clause, start)))
}

/// X was asked whether A; told that A: nobody says by whom, or "by" does.
pub(super) fn asked(clause: &Clause, frame: &Frame) -> Option<Parts> {
    if frame.form != Form::Passive || !clause.is_any(frame.verb, words!["asked", "told", "warned", "informed", "assured", "advised"]) {
        return None;
    }
    let by = clause.is(frame.cue.end, "by").then(|| phrase::end_of(clause, frame.cue.end + 1)).flatten();
    let right = content::right(clause, frame.verb, by.unwrap_or(frame.cue.end), false);
    let start = right.start;
    let opens = match right.opening {
        Opening::Question => clause.is(frame.verb, "asked"),
        Opening::That => !clause.is(frame.verb, "asked"),
        Opening::Marks => clause.block_words(start) > 2,
        _ => false,
    };
    let opens_sentence = frame.verb <= clause.start + 2;
    let end = if right.opening == Opening::Marks { start + 1 } else { ends::end_of_question(clause, start, opens_sentence) };
    let parts = Parts { cue: Some(frame.cue.clone()), ..Parts::of(start..end) };
    let parts = Parts { source: by.map(|end| frame.cue.end + 1..end), ..parts };
    (opens && start < end).then_some(parts)
}

/// Y was branded “A” by X; Y was described by X as “A”.
pub(super) fn named_by(clause: &Clause, frame: &Frame) -> Option<Parts> {
    if frame.form != Form::Passive || !clause.has(frame.verb, Classes::SAY_OBJECT | Classes::SAY_CLAUSE) {
        return None;
    }
    let first = frame.cue.end;
    let marks = |p: usize| {
        let start = p + usize::from(clause.is(p, "as"));
        clause.block(start).map(|_| start)
    };
    let (block, source) = match marks(first) {
        Some(block) if clause.is(block + 1, "by") => (block, phrase::after(clause, block + 2)?),
        None if clause.is(first, "by") => {
            let end = phrase::end_of(clause, first + 1)?;
            (marks(end).filter(|block| *block > end)?, first + 1..end)
        }
        _ => return None,
    };
    Some(Parts::of(block..block + 1).said(Some(frame.cue.clone()), source))
}

/// The unmarked words left of source and cue, when a comma parts them from it.
fn left_clause(clause: &Clause, frame: &Frame) -> Option<Range<usize>> {
    let comma = frame.left.checked_sub(1).filter(|p| clause.is_comma(*p))?;
    let start = content::nesting_start(clause, comma);
    (start < comma && !clause.crosses(start..comma)).then_some(start..comma)
}

/// A, X said, b.
pub(super) fn parenthetical(clause: &Clause, frame: &Frame) -> Option<Parts> {
    let left = left_clause(clause, frame)?;
    let comma = frame.right.start.checked_sub(1)?;
    let takes = clause.has(frame.verb, Classes::SAY_CLAUSE) && speaks(frame) && frame.form == Form::Finite;
    if !takes
        || frame.right.opening != Opening::Nothing
        || !clause.is_comma(comma)
        || clause.is_end(comma + 1)
        || begins_aside(clause, comma + 1)
    {
        return None;
    }
    if content::has_verb(clause, left.clone())
        && clause.is_any(comma + 1, words!["and", "but", "who", "which", "while", "as", "the", "a", "an"])
    {
        return None;
    }
    let end = ends::end_of_clause(clause, comma + 1);
    Some(frame.parts(left, comma + 1..end))
}

/// Whether words behind the cue's comma tell more about the saying: "said, citing", "said, according to".
fn begins_aside(clause: &Clause, p: usize) -> bool {
    clause.word(p).ends_with("ing")
}

/// A, X said.
pub(super) fn clause_before(clause: &Clause, frame: &Frame) -> Option<Parts> {
    let left = left_clause(clause, frame)?;
    let title = clause.document.paragraphs.get(clause.paragraph).is_some_and(|paragraph| paragraph.kind == ParagraphKind::Title);
    let reports = clause.has(frame.verb, Classes::SAY_CLAUSE)
        || title && clause.has(frame.verb, Classes::SAY_FINDING)
        || clause.is_any(frame.verb, &["continued", "continues", "concluded"]);
    let takes = reports && speaks(frame) && frame.form == Form::Finite;
    // "Camps running out of water, UN warns": a headline leaves its helpers out.
    let verbal = |p: usize| matches!(clause.tag(p), Some(Tag::Vbg | Tag::Vbn)) || clause.is(p, "to");
    let bare = title && (left.clone().any(verbal) || left.len() > 3 && clause.has(frame.verb, Classes::SAY));
    let ok = takes && matches!(frame.right.opening, Opening::Nothing) && (bare || content::has_verb(clause, left.clone()));
    ok.then(|| frame.part(left))
}

/// X vowed to A; X urged Y to A.
pub(super) fn infinitive(clause: &Clause, frame: &Frame) -> Option<Parts> {
    let takes = clause.has(frame.verb, Classes::SAY_INFINITIVE) || clause.is_any(frame.verb, &["called", "calls", "calling"]);
    let asks_for = clause.is_any(frame.verb, &["ask", "asks", "asked", "asking"]) && frame.cue.len() > 1;
    if frame.right.opening != Opening::Infinitive || asks_for || !takes || !speaks(frame) || refuses_to_speak(clause, frame) {
        return None;
    }
    let keeps_object = !clause.is_any(frame.verb, words!["told", "tell", "tells", "telling", "promised", "promises"]);
    let start = frame.right.object.clone().filter(|_| keeps_object).map_or(frame.right.start, |object| object.start);
    let end = ends::end_of_clause(clause, start);
    let goes_on = |p: &usize| {
        clause.is_comma(*p)
            && clause.is_any(p + 1, &["but", "and"])
            && (clause.kind_is_phrase(p + 2) || clause.is_any(p + 2, words!["neither", "nobody", "nothing", "no", "there"]))
            && content::has_verb(clause, p + 2..end)
    };
    let carried = |p: &usize| clause.is_comma(*p) && content::is_carrier(clause, p + 1);
    let end = (start..end).find(|p| goes_on(p) || carried(p)).unwrap_or(end);
    Some(frame.part(start..end))
}

/// "declined to comment" says nothing; "asked not to be named" tells about the source.
fn refuses_to_speak(clause: &Clause, frame: &Frame) -> bool {
    let start = frame.right.start;
    let unnamed = clause.is(start, "not") && clause.is(start + 2, "be") && clause.is_any(start + 3, &["named", "identified", "quoted"]);
    let silent = clause.is_any(frame.verb, words!["declined", "declines", "declining", "refused", "refuses", "refusing"])
        && clause.is_any(
            start + 1,
            words!["get", "be", "comment", "answer", "say", "discuss", "respond", "speak", "elaborate", "identify", "talk", "give"],
        );
    unnamed || silent
}

/// X accused Y of A.
pub(super) fn accusation(clause: &Clause, frame: &Frame) -> Option<Parts> {
    if !clause.is_any(frame.verb, &["accuse", "accuses", "accused", "accusing"]) || !speaks(frame) {
        return None;
    }
    let start = frame.cue.end;
    // "PM accused of misleading parliament": accused by others.
    if clause.is(start, "of") {
        return None;
    }
    let end = ends::end_of_clause(clause, start);
    let of = (start..end.min(start + 30)).any(|p| clause.is(p, "of"));
    of.then(|| frame.part(start..end))
}

/// X said A.
pub(super) fn bare_clause(clause: &Clause, frame: &Frame) -> Option<Parts> {
    let addressed = frame.right.object.clone().filter(|_| !clause.has(frame.verb, Classes::SAY_CLAUSE));
    let start = addressed.map_or(frame.right.start, |object| object.start);
    let finds =
        clause.has(frame.verb, Classes::SAY_FINDING) && frame.source.as_ref().is_some_and(|source| source::is_document(clause, source));
    let takes = (clause.has(frame.verb, Classes::SAY_CLAUSE) || finds) && speaks(frame) && !frame.inverted;
    // "She told me I should wait": words about the writer, whose "I" would be taken for hers.
    let mine = clause.is_any(frame.cue.end, &["me", "us"]) && clause.is_any(frame.right.start, &["i", "we"]);
    let answers = clause.has(frame.verb, Classes::SAY)
        && clause.is_any(start, &["yes", "no"])
        && (clause.is_end(start + 1) || clause.is_comma(start + 1) || clause.is_any(start + 1, &["and", "but", "when"]));
    let opens = clause.kind_is_phrase(start)
        || clause.is_any(start, &CLAUSE_OPENERS)
        || clause.is(start, "at") && clause.is_any(start + 1, &["least", "most"])
        || clause.tag(start) == Some(Tag::Vbg) && (clause.has(frame.verb, Classes::SAY) || clause.tag(frame.verb) == Some(Tag::Vbd))
        || clause.content_behind(frame.verb).is_some_and(|content| content <= start);
    if frame.right.opening != Opening::Phrase
        || mine
        || !takes
        || !(opens || answers || is_extracted(clause, frame))
        || tells_of_object(clause, frame)
    {
        return None;
    }
    let end = if answers { start + 1 } else { ends::end_of_clause(clause, start) };
    let plainly = clause.is_any(frame.verb, &["said", "says", "say"])
        && (answers || end > start + 2)
        && !clause.is_any(start, words!["something", "nothing", "anything", "so", "little"]);
    (plainly || content::has_verb(clause, start + 1..end) && holds_clause(clause, frame, start)).then(|| frame.part(start..end))
}

/// Whether what follows the verb is a clause and no object: "reported the dam was safe", not "reported the theft and left".
fn holds_clause(clause: &Clause, frame: &Frame, start: usize) -> bool {
    if clause.has(frame.verb, Classes::SAY) && !clause.is_any(frame.verb, &["wrote", "writes", "writing", "write"])
        || !clause.kind_is_phrase(start)
    {
        return true;
    }
    let behind = phrase::end_of(clause, start).map(|end| (end..end + 3).find(|k| !cue::is_adverb(clause, *k)).unwrap_or(end));
    behind.is_some_and(|behind| content::is_carrier(clause, behind)) || clause.content_behind(frame.verb).is_some()
}

/// "said of the talk | he had with them": the clause tells more about the noun before it.
fn tells_of_object(clause: &Clause, frame: &Frame) -> bool {
    let (from, start) = (frame.cue.end, frame.right.start);
    let token = clause.token(start);
    let telling = clause.groups.iter().any(|group| group.start == token && group.kind == ClauseKind::Relative);
    from < start && phrase::is_nominal(clause, start - 1) && (telling || clause.tag(start) == Some(Tag::Vbn))
}

/// "a strike that officials said could last": what is said has its subject before the source.
fn is_extracted(clause: &Clause, frame: &Frame) -> bool {
    let before = frame.source.as_ref().and_then(|source| source.start.checked_sub(1));
    let noun = |p: usize| phrase::is_nominal(clause, p) && clause.has(frame.right.start, Classes::MODAL | Classes::AUXILIARY);
    content::is_carrier(clause, frame.right.start) && before.is_some_and(|p| clause.is_any(p, &["that", "which", "who", "what"]) || noun(p))
}

/// Words other than a noun phrase with which a clause without "that" begins.
static CLAUSE_OPENERS: Words = Words::new(&[
    "there", "if", "as", "in", "when", "while", "for", "after", "because", "only", "not", "although", "though", "by", "since", "under",
    "unless", "once", "during", "even", "without", "at", "on", "what",
]);

/// X denied A.
pub(super) fn object(clause: &Clause, frame: &Frame) -> Option<Parts> {
    let asks = clause.is(frame.cue.end - 1, "for");
    let takes = (clause.has(frame.verb, Classes::SAY_OBJECT) || asks) && speaks(frame) && !frame.inverted;
    let start = frame.cue.end;
    let warns = clause.is(start, "of") && clause.word(frame.verb).starts_with("warn");
    let begins = warns
        || clause.is_any(start, &["himself", "herself", "themselves"])
        || clause.kind_is_phrase(start) && !phrase::is_time(clause, start)
        || clause.is_any(start, &["him", "her", "them"]);
    if !takes || !begins {
        return None;
    }
    let end = ends::end_of_object(clause, start);
    let end = if reacts(clause, frame.verb) { ends::before_time(clause, start, end) } else { end };
    (end > start && names_what_was_said(clause, frame.verb, start..end)).then(|| frame.part(start..end))
}

/// Whether the verb answers what others have said, so that a time behind its object is that of the answer: "rejected the claim in May".
fn reacts(clause: &Clause, verb: usize) -> bool {
    ["reject", "den", "dismiss", "confirm", "critici", "condemn", "disput", "defend", "prais", "welcom"]
        .iter()
        .any(|stem| clause.word(verb).starts_with(stem))
}

/// Whether the object can be something said: "a town called Orle" and "raised the money" are not.
fn names_what_was_said(clause: &Clause, verb: usize, object: Range<usize>) -> bool {
    let marked = object.clone().any(|p| clause.block(p).is_some());
    let head = |p: usize| {
        clause.has(p, Classes::SAY_NOUN)
            || clause.is_any(
                p,
                words![
                    "questions",
                    "concerns",
                    "doubts",
                    "issue",
                    "alarm",
                    "fears",
                    "hope",
                    "confidence",
                    "support",
                    "regret",
                    "anger",
                    "statement",
                    "warning",
                    "apology",
                ],
            )
    };
    let pronoun = clause.is_any(object.start, words!["him", "them", "it", "us", "me"])
        || clause.is(object.start, "her") && !phrase::is_nominal(clause, object.start + 1);
    if pronoun
        && (object.len() == 1
            || clause.has(object.start + 1, Classes::PREPOSITION) && !marked && !clause.is_any(object.start + 1, &["of", "as", "for"]))
    {
        // "thanked them" says nothing; "denied it" does.
        return ["den", "reject", "disput", "confirm", "refut", "admit"].iter().any(|stem| clause.word(verb).starts_with(stem));
    }
    // "citing three people familiar with the matter" names the source of something else.
    let cites = clause.word(verb).starts_with("cit")
        && object.clone().any(|p| clause.has(p, Classes::GROUP_NOUN | Classes::ROLE | Classes::PERSON_NOUN) || clause.is(p, "people"));
    if clause.is(object.start, "time") || cites {
        return false;
    }
    let mut nouns = object.clone();
    match clause.word(verb) {
        "called" | "call" | "calls" | "calling" | "dubbed" | "labeled" | "labelled" | "termed" => {
            marked
                || object.len() > 1
                    && clause.is_any(object.start, &["it", "him", "her", "them"])
                    && clause.tag(object.start + 1).is_some_and(Tag::is_adjective)
                || object.len() > 2 && !object.clone().all(|p| clause.is_capitalized(p))
                || clause.is_any(verb + 1, words!["for", "on", "him", "her", "them"])
        }
        "raise" | "raises" | "raised" | "raising" | "issue" | "issues" | "issued" | "issuing" | "voice" | "voiced" | "express" | "made" => {
            nouns.any(head)
        }
        _ => true,
    }
}
