//! Reporting words: which verbs and nouns report speech, and in which form they stand.

use super::clause::Clause;
use super::phrase;
use crate::clause::Form as GroupForm;
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Words, words};

/// Every list of verbs that can report.
pub(super) const ANY: Classes = union(&[
    Classes::SAY,
    Classes::SAY_CLAUSE,
    Classes::SAY_MARKS,
    Classes::SAY_OBJECT,
    Classes::SAY_INFINITIVE,
    Classes::SAY_ADDRESSEE,
    Classes::SAY_QUESTION,
    Classes::SAY_FINDING,
]);

const fn union(classes: &[Classes]) -> Classes {
    let mut whole = Classes::NONE;
    let mut k = 0;
    while k < classes.len() {
        whole = whole.and_also(classes[k]);
        k += 1;
    }
    whole
}

/// How a reporting verb stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// It carries the clause: "said", "has said", "is saying", "would say".
    Finite,
    /// It hangs on another verb: "saying".
    Gerund,
    /// Its subject is spoken of: "was accused".
    Passive,
    /// "to say".
    Infinitive,
    /// A clause in which the saying is denied: "did not say".
    Denied,
}

/// Forms of the third person that are hardly ever plural nouns.
static PLAIN: Words = Words::new(&[
    "says",
    "say",
    "tells",
    "adds",
    "argues",
    "insists",
    "writes",
    "asserts",
    "accuses",
    "admits",
    "denies",
    "warns",
    "explains",
    "announces",
    "alleges",
    "acknowledges",
    "contends",
    "concedes",
    "describes",
    "declares",
    "confirms",
    "condemns",
    "criticizes",
    "criticises",
    "suggests",
    "asks",
    "maintains",
    "predicts",
    "recalls",
    "complains",
    "urges",
    "argue",
    "insist",
    "contend",
    "suggests",
    "continues",
    "believes",
    "notes",
]);
/// Past forms that are also the past participle but stand alone as verbs of saying.
const PAST: &[&str] = &["said", "told", "wrote", "swore", "read", "sang", "went", "began", "thought", "spoke", "put", "foresaw"];

/// Whether the word can only be a finite verb of saying, whatever its tag.
pub(super) fn is_plain_finite(clause: &Clause, p: usize) -> bool {
    clause.has(p, ANY) && (clause.is_any(p, &["said", "told", "wrote"]) || clause.is_any(p, &PLAIN) && !clause.is(p, "notes"))
}

/// Adverbs, folded, that can stand between subject and verb.
static ADVERBS: Words = Words::new(&[
    "afterwards",
    "afterward",
    "beforehand",
    "recently",
    "also",
    "then",
    "later",
    "further",
    "once",
    "again",
    "always",
    "now",
    "still",
    "even",
    "just",
    "only",
    "earlier",
    "long",
    "often",
    "twice",
    "previously",
    "simply",
    "quickly",
    "first",
    "yesterday",
    "thus",
    "ever",
    "soon",
    "today",
    "never",
    "already",
    "too",
    "both",
    "all",
    "himself",
    "herself",
    "themselves",
    "instead",
    "likewise",
    "so",
]);

/// Whether the word is an adverb that can stand between subject and verb.
pub(super) fn is_adverb(clause: &Clause, p: usize) -> bool {
    clause.is_any(p, &ADVERBS)
        || clause.is_word(p)
            && clause.word(p).ends_with("ly")
            && !clause.is_capitalized(p)
            && !clause.is_any(
                p,
                words!["family", "ally", "reply", "assembly", "rally", "supply", "bully", "july", "italy", "anomaly", "monopoly"],
            )
}

/// How the reporting verb at `p` stands, or nothing where the word is no verb.
pub(super) fn form(clause: &Clause, p: usize) -> Option<Form> {
    if !clause.has(p, ANY) {
        return None;
    }
    let word = clause.word(p);
    let before = helper_before(clause, p);
    let gerund = word.ends_with("ing") && word.len() > 4;
    if let Some(helper) = before {
        if clause.is(helper, "to") {
            return Some(Form::Infinitive);
        }
        if clause.is_any(helper, &["not", "n't", "never", "neither"]) {
            return Some(Form::Denied);
        }
        if clause.has(helper, Classes::MODAL) {
            return Some(Form::Finite);
        }
        if is_be(clause, helper) {
            return Some(if gerund { Form::Finite } else { Form::Passive });
        }
        if clause.has(helper, Classes::AUXILIARY) && !clause.is(helper, "'s") {
            return (!gerund).then_some(Form::Finite);
        }
    }
    if gerund {
        return (!reads_as_noun(clause, p)).then_some(Form::Gerund);
    }
    if reads_as_noun(clause, p) {
        return None;
    }
    if opens_insertion(clause, p) || opens_question(clause, p) {
        return Some(Form::Passive);
    }
    if is_no_report(clause, p) {
        return None;
    }
    let counted = p > 0 && clause.tag(p - 1) == Some(Tag::Cd) && phrase::is_finite_verb(clause, p + 2);
    if !is_plain_finite(clause, p) && (counted || clause.group(p).is_none()) && is_attributive(clause, p) {
        return None;
    }
    is_verb(clause, p).then_some(Form::Finite)
}

/// "as demand slows": a noun before its verb; "Orle Motors, which reports on Monday": results, no words.
fn is_no_report(clause: &Clause, p: usize) -> bool {
    let subject =
        matches!(clause.tag(p), Some(Tag::Vbp | Tag::Vb)) && clause.tag(p + 1) == Some(Tag::Vbz) && !clause.has(p + 1, Classes::AUXILIARY);
    let results = clause.is_any(p, &["reports", "report"])
        && (phrase::is_time(clause, p + 1) || clause.is(p + 1, "on") && phrase::is_time(clause, p + 2));
    subject || results
}

/// "270 pledged delegates", "coastal states that voted": no verb, but part of a noun phrase.
fn is_attributive(clause: &Clause, p: usize) -> bool {
    let named = p.checked_sub(1).is_some_and(|before| {
        clause.is_capitalized(before) || clause.tag(before) == Some(Tag::Prp) || clause.block(before).is_some() || clause.is_comma(before)
    });
    let noun = matches!(clause.tag(p + 1), Some(Tag::Nn | Tag::Nns)) && !clause.is_capitalized(p + 1);
    let qualifies = noun && !named && !clause.word(p).ends_with("ing");
    let described = clause.word(p).ends_with('s')
        && clause.is_any(p + 1, &["that", "who", "which"])
        && (clause.has(p + 2, Classes::AUXILIARY | Classes::MODAL) || clause.tag(p + 2).is_some_and(Tag::is_finite));
    qualifies || described
}

/// "Lind, asked whether he would go, said": a participle behind a noun and its comma, and behind its own comma the verb of the noun.
fn opens_insertion(clause: &Clause, p: usize) -> bool {
    let Some(comma) = p.checked_sub(1).filter(|before| clause.is_comma(*before)) else { return false };
    let participle = clause.group(p).is_some_and(|group| group.form == GroupForm::Participle);
    let passive = clause.word(p).ends_with("ed")
        && (clause.has(p + 1, Classes::PREPOSITION)
            || clause.is_any(p + 1, words!["whether", "if", "how", "why", "what", "when", "as", "to"]))
        && !(comma.saturating_sub(8)..comma).any(|k| clause.is_comma(k));
    if !(participle || passive) {
        return false;
    }
    let close = (p + 1..clause.len().min(p + INSERTION)).find(|k| clause.is_comma(*k) || clause.is_break(*k));
    let verb = close.filter(|close| clause.is_comma(*close)).and_then(|close| (close + 1..close + 4).find(|k| !is_adverb(clause, *k)));
    verb.is_some_and(|verb| clause.has(verb, ANY | Classes::AUXILIARY | Classes::MODAL) || clause.tag(verb) == Some(Tag::Vbd))
}

/// "Asked whether he would go, Lind smiled", "when asked about it": nobody before it asks.
fn opens_question(clause: &Clause, p: usize) -> bool {
    let alone = p == clause.start
        || clause.is_any(p - 1, words!["when", "if", "once", "repeatedly", "but"])
        || clause.is_comma(p - 1) && p == clause.start + 2;
    let behind = p + 1;
    clause.is_any(p, &["asked", "told"])
        && alone
        && (clause.has(behind, Classes::PREPOSITION)
            || clause.is_any(behind, words!["whether", "if", "how", "why", "what", "when", "where", "who", "which", "that", "as", "to"])
            || phrase::is_time(clause, behind))
}

/// No insertion between a noun and its verb is longer than so many items.
const INSERTION: usize = 24;

/// The word before the verb that is neither an adverb nor a comma around one.
fn helper_before(clause: &Clause, p: usize) -> Option<usize> {
    let mut k = p;
    for _ in 0..4 {
        k = k.checked_sub(1)?;
        if !is_adverb(clause, k) || clause.is(k, "never") {
            return Some(k);
        }
    }
    None
}

/// A form of "be"; "'s" counts behind a pronoun only.
fn is_be(clause: &Clause, p: usize) -> bool {
    clause.is_any(p, words!["is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m"])
        || clause.is(p, "'s")
            && p.checked_sub(1).is_some_and(|before| clause.is_any(before, words!["he", "she", "it", "who", "that", "there"]))
}

/// Whether the word before makes the word at `p` a noun or an adjective: "the claim", "his stated aim".
fn reads_as_noun(clause: &Clause, p: usize) -> bool {
    let Some(before) = p.checked_sub(1) else { return false };
    let determined = clause.is_any(
        before,
        words!["the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "this", "these", "those", "no", "any", "such", "of"],
    );
    let possessed = clause.is(before, "'s") && clause.tag(p).is_some_and(|tag| tag.is_noun());
    let prepositional = clause.has(before, Classes::PREPOSITION)
        && !clause.word(p).ends_with("ing")
        && !clause.is_any(before, words!["in", "on", "up", "out", "off", "over"]);
    determined || possessed || prepositional && !is_plain_finite(clause, p)
}

/// Whether the word at `p` is a verb by its tag or can be nothing else.
fn is_verb(clause: &Clause, p: usize) -> bool {
    let word = clause.word(p);
    // "“It is late,” Chen jokes."
    let marked = word.ends_with('s')
        && clause.has(p, Classes::SAY_MARKS)
        && p > 1
        && clause.block(p - 2).is_some()
        && (clause.is_capitalized(p - 1) || clause.is_any(p - 1, &["he", "she"]))
        && clause.is_end(p + 1);
    let before_that = marked || word.ends_with('s') && clause.is(p + 1, "that") && clause.has(p, Classes::SAY_CLAUSE);
    clause.tag(p).is_some_and(Tag::is_verb) || before_that || word.ends_with("ed") || PAST.contains(&word) || clause.is_any(p, &PLAIN)
}

/// Particles and set words that belong to the cue behind the verb at `p`: "pointed out", "went on to say".
pub(super) fn end_with_particle(clause: &Clause, p: usize) -> usize {
    let word = clause.word(p);
    match word {
        "point" | "points" | "pointed" | "pointing" if clause.is(p + 1, "out") => p + 2,
        "put" | "puts" if clause.is(p + 1, "it") => p + 2,
        "go" | "goes" | "went" | "going" if clause.is(p + 1, "on") => p + 2,
        "quoted" if clause.is(p + 1, "as") && clause.has(p + 2, Classes::SAY) => p + 3,
        "ask" | "asks" | "asked" | "asking" if clause.is(p + 1, "for") => p + 2,
        "call" | "calls" | "called" | "calling" if clause.is_any(p + 1, &["for", "on"]) => p + 2,
        "fire" | "fires" | "fired" | "shot" | "shoots" if clause.is(p + 1, "back") => p + 2,
        _ => p + 1,
    }
}
