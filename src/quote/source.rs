//! Who speaks, in the words of the text: the subject of a reporting verb, or the noun phrase behind it.

use super::clause::Clause;
use super::content;
use super::cue::{self, Form};
use super::phrase::{self, LONGEST, SUBORDINATORS, is_finite_verb, is_name_block, is_nominal, is_time, start_of};
use crate::clause::ClauseKind;
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Words, words};
use std::ops::Range;

/// The source that stands before the verb at `verb`, its helpers and adverbs passed over.
pub(super) fn before(clause: &Clause, verb: usize) -> Option<Range<usize>> {
    let end = subject_end(clause, verb);
    let floor = end.saturating_sub(LONGEST);
    if end > 0 && clause.is_comma(end - 1) {
        return resumed(clause, verb, end - 1).or_else(|| across_commas(clause, end - 1, floor));
    }
    // "Ann Lee, citing “the dam,” said": the comma stands inside the marks.
    if let Some(comma) =
        end.checked_sub(1).filter(|block| clause.block_last(*block) == ",").and_then(|block| gerund_comma(clause, block, floor))
    {
        return across_commas(clause, comma, floor);
    }
    if end > 1 && clause.is_any(end - 1, &["and", "but", "or"]) {
        return shared_subject(clause, end - 1);
    }
    if let Some(dash) = end.checked_sub(1).filter(|p| clause.is_dash(*p)) {
        let opened = (floor..dash).rev().find(|p| clause.is_dash(*p))?;
        return start_of(clause, opened, floor).map(|start| start..opened);
    }
    // "a message that said"
    if end > 1
        && clause.has(verb, Classes::SAY)
        && clause.is(end - 1, "that")
        && is_nominal(clause, end - 2)
        && clause.group(verb).is_some_and(|group| group.kind == ClauseKind::Relative)
    {
        return Some(end - 1..end);
    }
    let start = start_of(clause, end, floor)?;
    Some(extend_to_role(clause, start, floor)..end)
}

/// The comma before the gerund that marked words at `block` hang on.
fn gerund_comma(clause: &Clause, block: usize, floor: usize) -> Option<usize> {
    let comma = (floor.max(block.saturating_sub(8))..block).rev().find(|p| clause.is_comma(*p) || clause.block(*p).is_some())?;
    (clause.is_comma(comma) && matches!(clause.tag(comma + 1), Some(Tag::Vbg | Tag::Vbn | Tag::Jj))).then_some(comma)
}

/// "The judges who ruled that the law was void, for instance, said": the noun before the clause that tells about it.
fn resumed(clause: &Clause, verb: usize, comma: usize) -> Option<Range<usize>> {
    let group = clause.group(verb).filter(|group| group.is_finite() && group.kind == ClauseKind::Main)?;
    let own = clause.groups.partition_point(|other| other.tokens.start < group.tokens.start);
    let from = clause.groups[..own].partition_point(|other| other.start < group.start);
    let telling = clause.groups[from..own].iter().find(|other| other.is_finite())?;
    let embedded = clause.groups[from..own].iter().any(|other| other.kind == ClauseKind::Content);
    let end = clause.item_of(telling.start).filter(|_| telling.kind == ClauseKind::Relative && embedded)?;
    let end = end - usize::from(end > 0 && clause.is_comma(end - 1));
    start_of(clause, end, end.saturating_sub(LONGEST)).filter(|_| end < comma).map(|start| start..end)
}

/// The subject of the verbs before "and" or "but" at `joint`: "He left and said".
pub(super) fn shared_subject(clause: &Clause, joint: usize) -> Option<Range<usize>> {
    let floor = joint.saturating_sub(LONGEST);
    let carries = |p: usize| {
        is_finite_verb(clause, p) || clause.has(p, Classes::AUXILIARY | Classes::MODAL) || cue::form(clause, p) == Some(cue::Form::Finite)
    };
    let verb = (floor..joint).find(|p| {
        carries(*p)
            && clause.tag(*p) != Some(Tag::Pos)
            && subject_end(clause, *p).checked_sub(1).is_some_and(|before| !clause.is_any(before, &["and", "but", "or"]))
            && before(clause, *p).is_some()
    })?;
    before(clause, verb)
}

/// Where the words before the verb stop being its helpers: "has also", "did not", "is once again".
pub(super) fn subject_end(clause: &Clause, verb: usize) -> usize {
    let mut end = interrupted(clause, verb).unwrap_or(verb);
    while end > 0 && verb - end < 6 {
        let p = end - 1;
        let helper = clause.has(p, Classes::AUXILIARY | Classes::MODAL) && !is_possessive(clause, p)
            || cue::is_adverb(clause, p)
            || clause.tag(p) == Some(Tag::Rb) && !clause.is_capitalized(p) && !clause.is_any(p, &["ally", "family", "assembly"])
            || clause.has(p, Classes::NEGATION) && clause.is_any(p, &["not", "n't", "never"]);
        if clause.is_aside(p) && p > 0 && clause.is_comma(p - 1) {
            end = p;
            continue;
        }
        let time = (is_time(clause, p) || clause.has(p, Classes::TIME_UNIT)) && p > 0;
        let told = p > 2 && clause.tag(p - 2) == Some(Tag::Vbn);
        if time
            && !told
            && clause.is_any(p - 1, words!["on", "in", "last", "this", "earlier", "late", "early"])
            && p > 1
            && !clause.is_comma(p - 2)
        {
            end = p - 1;
            continue;
        }
        let aside_adverb = clause.is_comma(p) && p >= 2 && clause.is_comma(p - 2) && cue::is_adverb(clause, p - 1);
        match (helper, aside_adverb) {
            (true, _) => end = p,
            (_, true) => end = p - 2,
            _ => break,
        }
    }
    end
}

/// "has in the past | vowed": the helper that a preposition with its noun parts from the verb.
fn interrupted(clause: &Clause, verb: usize) -> Option<usize> {
    let preposition = (verb.saturating_sub(5)..verb).rev().find(|p| clause.has(*p, Classes::PREPOSITION))?;
    let helper = preposition.checked_sub(1).filter(|p| clause.is_any(*p, &["has", "have", "had"]))?;
    let phrase = phrase::end_of(clause, preposition + 1)? == verb || is_time(clause, preposition + 1);
    (phrase && matches!(clause.tag(verb), Some(Tag::Vbn | Tag::Vbd))).then_some(helper)
}

/// Whether "'s" at `p` marks a possessor rather than "is" or "has".
fn is_possessive(clause: &Clause, p: usize) -> bool {
    clause.is_any(p, &["'s", "'"])
        && !p.checked_sub(1).is_some_and(|before| clause.is_any(before, words!["he", "she", "it", "who", "that"]))
}

/// A source with words between commas behind it: "Ann Lee, a strategist who worked on the plan, said".
fn across_commas(clause: &Clause, comma: usize, floor: usize) -> Option<Range<usize>> {
    let mut end = comma;
    for step in 0..4 {
        let from = (floor..end)
            .rev()
            .find(|p| clause.is_comma(*p) || clause.is_break(*p) || clause.block(*p).is_some() && !is_name_block(clause, *p))
            .map_or(floor, |p| p + 1);
        let inserted = from > floor.max(1)
            && clause.is_comma(from - 1)
            && begins_insertion(clause, from)
            && (step == 0 || !begins_adverbial(clause, segment_start(clause, from - 1, floor)));
        if inserted {
            end = from - 1;
            continue;
        }
        let start = start_of(clause, end, from).or_else(|| start_of(clause, end, floor))?;
        return Some(extend_to_role(clause, start, floor)..comma);
    }
    None
}

/// Where the words between commas that end at `comma` begin.
fn segment_start(clause: &Clause, comma: usize, floor: usize) -> usize {
    let parts = |p: usize| clause.is_comma(p) || clause.is_break(p) || clause.block(p).is_some() && !is_name_block(clause, p);
    (floor..comma).rev().find(|p| parts(*p)).map_or(floor, |p| p + 1)
}

/// Whether words between commas that begin at `p` say more about the name before them.
fn begins_insertion(clause: &Clause, p: usize) -> bool {
    if names_function(clause, p) {
        return true;
    }
    if clause.is_capitalized(p) && clause.is_capitalized(p + 1) && !clause.has(p, Classes::STARTER | Classes::PREPOSITION) {
        return false;
    }
    clause.is_any(
        p,
        words![
            "who", "whose", "whom", "which", "where", "when", "if", "a", "an", "the", "his", "her", "their", "one", "now", "then", "also",
            "himself", "jr.", "sr.", "himself", "herself", "both",
        ],
    ) || clause.has(p, Classes::ROLE | Classes::ROLE_MODIFIER | Classes::PREPOSITION | Classes::PERSON_NOUN)
        || clause
            .tag(p)
            .is_some_and(|tag| matches!(tag, Tag::Cd | Tag::Jjr | Tag::Vbg | Tag::Vbn | Tag::Vbd | Tag::Jj | Tag::Nn | Tag::Rb | Tag::In))
        || clause.word(p).len() <= 2 && clause.document.is_glued(clause.token(p + 1))
        || clause.has(p, Classes::DEMONYM | Classes::COUNTRY | Classes::CITY)
        || clause.word(p).ends_with('.')
}

/// Whether words between commas name what the person before them does: "Orle's chief engineer", "and friend of the family".
fn names_function(clause: &Clause, p: usize) -> bool {
    let named = p >= 2 && clause.is_capitalized(p - 2) || clause.is(p, "and");
    let end = (p..clause.len().min(p + 12)).find(|k| clause.is_comma(*k)).unwrap_or(p);
    let function = (p..end).any(|k| clause.has(k, Classes::ROLE | Classes::PERSON_NOUN));
    let lower = end > p && !clause.is_capitalized(end - 1);
    named && function && lower && !(p..end).any(|k| super::content::is_carrier(clause, k))
}

/// Whether a clause that begins at `p` begins with words for time, place or manner.
fn begins_adverbial(clause: &Clause, p: usize) -> bool {
    clause.has(p, Classes::PREPOSITION) || clause.is_any(p, &SUBORDINATORS) || cue::is_adverb(clause, p)
}

/// "his lawyer, Rita Moss": a role with an article before the comma belongs to the name behind it.
fn extend_to_role(clause: &Clause, start: usize, floor: usize) -> usize {
    if start < 2 || !clause.is_comma(start - 1) || !clause.is_capitalized(start) {
        return start;
    }
    let from = segment_start(clause, start - 1, floor);
    let determined = clause.is_any(from, words!["his", "her", "their", "its", "the", "a", "an", "another", "one"]);
    let human = (from..start - 1).any(|p| clause.has(p, Classes::ROLE | Classes::PERSON_NOUN))
        && !(from..start - 1).any(|p| is_finite_verb(clause, p));
    if determined && human { from } else { start }
}

/// What can follow a source that stands behind its verb.
static AFTER_INVERSION: Words = Words::new(&[
    "in",
    "on",
    "at",
    "of",
    "during",
    "after",
    "before",
    "to",
    "from",
    "as",
    "when",
    "while",
    "and",
    "by",
    "via",
    "about",
    "with",
    "for",
    "following",
]);

/// The source behind the verb: "…," said Ann Lee.
pub(super) fn inverted(clause: &Clause, verb: usize, cue_end: usize, form: Form) -> Option<Range<usize>> {
    if form != Form::Finite
        || clause.is_any(verb, &["told", "tell", "tells"])
        || clause.is_any(cue_end, words!["that", "him", "her", "them", "me", "us"])
        || is_time(clause, cue_end)
    {
        return None;
    }
    if verb == clause.start && clause.has(verb, Classes::SAY) {
        return opening(clause, cue_end);
    }
    let before_verb = subject_end(clause, verb).checked_sub(1)?;
    let comma = clause.is_comma(before_verb);
    let block = clause.block(if comma { before_verb.checked_sub(1)? } else { before_verb }).is_some();
    if !(comma || block) {
        return None;
    }
    let source = phrase::after(clause, cue_end)?;
    let next = source.end;
    let alone = clause.is_end(next) || is_time(clause, next) || cue::is_adverb(clause, next) || clause.is_any(next, &AFTER_INVERSION);
    if block {
        return (alone || !content::is_carrier(clause, next)).then_some(source);
    }
    let said_before = || match before(clause, verb) {
        // "Ann Lee, who knows the plan, said": her own clause has no verb before her.
        // “Is it safe?” Ann Lee, a cook, asked the mayor.
        Some(subject) if subject.start > 0 && clause.block(subject.start - 1).is_some() && clause.has(verb, Classes::SAY_ADDRESSEE) => {
            false
        }
        Some(subject) => {
            // "Under the law, a firm must tell the office, said its head": no noun phrase but a clause.
            let told = subject.clone().any(|p| clause.is_any(p, words!["who", "whose", "which", "that", "where", "when"]));
            let whole = !told && subject.clone().any(|p| content::is_carrier(clause, p));
            subject.end + 1 >= verb && (whole || content::has_verb(clause, content::clause_start(clause, subject.start)..subject.start))
        }
        None => content::has_verb(clause, content::clause_start(clause, before_verb)..before_verb),
    };
    let ends = alone && !clause.is_any(cue_end, &PERSONAL) || clause.is_end(next) || clause.is_comma(next) && ends_at(clause, next);
    let between = comma && clause.is_comma(next) && content::is_carrier(clause, next + 1) && is_bare_subject(clause, before_verb);
    let plainly = clause.is_any(verb, &["said", "says"]) && clause.is_end(next);
    ((can_speak(clause, &source) || plainly) && (ends && said_before() || between)).then_some(source)
}

/// Pronouns, folded, that begin what is said as often as they name who says it.
static PERSONAL: Words = Words::new(&["he", "she", "they", "it", "we", "i", "you", "who"]);

/// Said Ann Lee, “…”: a sentence that begins with the verb.
fn opening(clause: &Clause, cue_end: usize) -> Option<Range<usize>> {
    let source = phrase::after(clause, cue_end)?;
    let sign = clause.is_comma(source.end) || clause.is(source.end, ":");
    (sign && clause.block(source.end + 1).is_some()).then_some(source)
}

/// Whether the words can name who speaks: a name, a person, a group, a body, a document.
fn can_speak(clause: &Clause, source: &Range<usize>) -> bool {
    let speaker = Classes::ROLE
        | Classes::PERSON_NOUN
        | Classes::GROUP_NOUN
        | Classes::ORGANIZATION_NOUN
        | Classes::DOCUMENT_NOUN
        | Classes::PERSON_PRONOUN
        | Classes::HONORIFIC;
    source.clone().any(|p| clause.has(p, speaker) || clause.is_capitalized(p)) || clause.is_any(source.start, &PERSONAL)
}

/// Whether only words that tell more about who speaks stand between the comma and the end.
fn ends_at(clause: &Clause, comma: usize) -> bool {
    let token = clause.items.get(comma).map_or(0, |item| item.tokens.start);
    let behind = clause.groups.partition_point(|group| group.tokens.start < token);
    let rest = &clause.groups[behind..];
    !rest.iter().any(|group| group.is_finite() && matches!(group.kind, ClauseKind::Main | ClauseKind::Content))
}

/// Whether nothing but a noun phrase stands between the beginning of the clause and the comma: "The recipients, said Ann Lee, are …".
fn is_bare_subject(clause: &Clause, comma: usize) -> bool {
    let start = content::clause_start(clause, comma);
    start_of(clause, comma, start) == Some(start)
}

/// The subject of the clause that a gerund hangs on: the noun right before it when that can speak, or the subject of its clause.
pub(super) fn of_gerund(clause: &Clause, verb: usize) -> Option<Range<usize>> {
    let floor = verb.saturating_sub(60);
    let end = subject_end(clause, verb);
    let parted = end > 0 && clause.is_comma(end - 1);
    let noun = end.checked_sub(1).filter(|last| {
        is_nominal(clause, *last) && !is_time(clause, *last) && !clause.has(*last, Classes::TIME_UNIT | Classes::MONTH | Classes::WEEKDAY)
    });
    let noun = noun.and_then(|_| start_of(clause, end, floor)).map(|start| start..end);
    let carrier = clause.group(verb).and_then(|group| clause.carrier_of(group, parted)).filter(|carrier| *carrier < verb);
    let issued = noun.as_ref().is_some_and(|noun| is_issued(clause, noun, carrier));
    let carried = || before(clause, carrier?).filter(|subject| issued || is_human(clause, subject));
    if noun.is_some() && !issued {
        return noun;
    }
    reporting_before(clause, verb).or_else(carried).or(noun).or_else(|| shared_subject(clause, verb)).or_else(|| {
        // "A statement from the port, saying that three were hurt, was read": no verb stands before it.
        let comma = end.checked_sub(1).filter(|before| clause.is_comma(*before))?;
        start_of(clause, comma, floor).map(|start| start..comma)
    })
}

/// Verbs, folded, whose subject meets with words that are another's: "she received a letter saying".
static RECEIVES: Words = Words::new(&[
    "received", "receive", "receives", "got", "get", "gets", "heard", "saw", "read", "found", "held", "quoted", "cited", "is", "was",
    "are", "were",
]);

/// "released a statement | saying": words that the subject of the verb gives out.
fn is_issued(clause: &Clause, noun: &Range<usize>, carrier: Option<usize>) -> bool {
    let said = clause.has(head_of(clause, noun), Classes::SAY_NOUN | Classes::DOCUMENT_NOUN);
    said && carrier.is_some_and(|carrier| carrier < noun.start && !clause.is_any(carrier, &RECEIVES))
}

/// Whether the words name something written or counted: "court records", "figures".
pub(super) fn is_document(clause: &Clause, source: &Range<usize>) -> bool {
    clause.has(head_of(clause, source), Classes::DOCUMENT_NOUN)
}

/// The head of a noun phrase: before its first preposition or comma.
fn head_of(clause: &Clause, phrase: &Range<usize>) -> usize {
    (phrase.start + 1..phrase.end).find(|p| clause.has(*p, Classes::PREPOSITION) || clause.is_comma(*p)).unwrap_or(phrase.end) - 1
}

/// Whether the words name a person, a group or a body rather than a thing: by a name, a role, a pronoun.
fn is_human(clause: &Clause, source: &Range<usize>) -> bool {
    let head = head_of(clause, source);
    let speaker = Classes::ROLE | Classes::PERSON_NOUN | Classes::GROUP_NOUN | Classes::ORGANIZATION_NOUN | Classes::PERSON_PRONOUN;
    let thing = source.len() == 1 && clause.is(source.start, "it");
    !thing && (clause.has(head, speaker) || clause.is_capitalized(head) || clause.is_any(source.start, &PERSONAL))
}

/// Who speaks in the clause right before the comma of a gerund: "“…,” Ann Lee said, adding".
fn reporting_before(clause: &Clause, gerund: usize) -> Option<Range<usize>> {
    let from = gerund.saturating_sub(16);
    let said = (from..gerund).rev().find(|p| clause.has(*p, Classes::SAY) && cue::form(clause, *p) == Some(Form::Finite))?;
    let between = (said + 1..gerund).filter(|p| clause.is_comma(*p) || is_finite_verb(clause, *p)).count();
    if between > 1 || !(said + 1..gerund).any(|p| clause.is_comma(p)) {
        return None;
    }
    inverted(clause, said, cue::end_with_particle(clause, said), Form::Finite).or_else(|| before(clause, said))
}
