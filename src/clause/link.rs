//! What each clause is to its sentence: where it begins, what opened it, and on which group it hangs.

use super::group::{Form, Tense, VerbGroup};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, TokenKind, Words, words};
use std::ops::Range;

/// What a clause is to its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseKind {
    /// It stands by itself, or beside another that does.
    Main,
    /// It is what a verb before it takes: "said (that) the plant would close".
    Content,
    /// It tells more about a noun: "which the two signed", "killed on Monday".
    Relative,
    /// It says when, why or under which condition: "when he arrived", "if it rains".
    Adverbial,
    /// It goes with another clause and has no tense: "saying it was late", "to meet the mayor".
    Free,
}

/// Words, folded, that begin a clause of their own.
static OPENERS: Words = Words::new(&[
    "that", "which", "who", "whom", "whose", "when", "while", "because", "if", "although", "though", "since", "until", "till", "whether",
    "where", "but", "unless", "after", "before", "as", "once", "so", "why", "how", "what",
]);

/// Openers of clauses that say when or why, folded.
static ADVERBIAL: Words = Words::new(&[
    "when", "while", "because", "if", "although", "though", "since", "until", "till", "unless", "after", "before", "as", "once", "so",
]);

/// Gives each group of the sentence `tokens` its place; `groups` from `first` on are those of the sentence.
pub(super) fn link(document: &Document, tokens: &Range<usize>, first: usize, groups: &mut [VerbGroup]) {
    for g in first..groups.len() {
        let floor = if g == first { tokens.start } else { groups[g - 1].tokens.end };
        let last = if g == first { None } else { groups.get(g - 1) };
        let (kind, start, opener) = match contact(document, floor, &groups[g], last, groups.get(g + 1)) {
            Some(start) => (ClauseKind::Relative, start, None),
            None => place(document, floor, first, &groups[..g], &groups[g]),
        };
        let group = &mut groups[g];
        (group.kind, group.start, group.opener) = (kind, start, opener);
        // "had robbed them and sent the bill": the auxiliary holds for both.
        let shares = g > first && group.tokens.len() == 1 && group.tense == Tense::Past && is_joined(document, group);
        if shares && groups[g - 1].perfect && groups[g - 1].tense == Tense::Past {
            groups[g].perfect = true;
        }
    }
    for g in first..groups.len() {
        groups[g].parent = parent(first, groups, g);
    }
}

/// The kind of the clause of `group`, its first token and the word that opens it; `before` are the groups before it, of which its sentence's begin at `first`.
fn place(document: &Document, floor: usize, first: usize, before: &[VerbGroup], group: &VerbGroup) -> (ClauseKind, usize, Option<usize>) {
    let own = group.tokens.start;
    match group.form {
        Form::Participle => return (ClauseKind::Relative, own, None),
        Form::Infinitive => return (ClauseKind::Free, own, None),
        Form::Gerund => {
            let opener = own.checked_sub(1).filter(|i| document.is_any(*i, &ADVERBIAL) || document.has(*i, Classes::PREPOSITION));
            return (ClauseKind::Free, own, opener);
        }
        Form::Finite => {}
    }
    let own_before = before.get(first..).unwrap_or_default();
    let last = own_before.last();
    let finite = own_before.iter().rev().find(|group| group.is_finite());
    let Some(at) = boundary(document, floor..own) else {
        let comma = own.checked_sub(1).is_some_and(|i| document.is(i, ","));
        return match (last, finite) {
            // "The man who shot him was arrested": the clause of the noun goes on.
            (Some(last), _) if last.kind == ClauseKind::Relative => (ClauseKind::Main, resumed(document, first, before), None),
            // "Lind, who taught him to swim, died": so it does behind a comma.
            (_, Some(finite)) if comma && finite.kind == ClauseKind::Relative => (ClauseKind::Main, resumed(document, first, before), None),
            // "If it rains, the match will be off": behind the comma.
            (_, Some(finite)) if finite.kind == ClauseKind::Adverbial => {
                let comma = (floor..own).find(|i| document.is(*i, ",") && !is_in_date(document, *i));
                (ClauseKind::Main, comma.map_or(floor, |comma| comma + 1), None)
            }
            (Some(last), _) if takes_clause(document, last) => (ClauseKind::Content, subject(document, floor, own), None),
            (_, Some(_)) => (ClauseKind::Main, beside(document, floor, own).unwrap_or(floor), None),
            (Some(last), None) => (ClauseKind::Main, behind_bare(document, last, own), None),
            (None, None) => (ClauseKind::Main, floor, None),
        };
    };
    // "who fired and fled": a second verb of the same clause is to the sentence what the first is.
    if let Some(finite) =
        finite.filter(|finite| is_joined(document, group) && finite.tense == group.tense && finite.kind != ClauseKind::Main)
    {
        return (finite.kind, at + 1, finite.opener);
    }
    // "until her retirement in 1996 she taught": a phrase and no clause.
    if let Some(pronoun) = own.checked_sub(1).filter(|i| *i > at + 1 && document.is_any(*i, words!["he", "she", "they", "we", "i", "it"]))
        && document.is_any(at, words!["until", "till", "since", "after", "before"])
        && !document.is(pronoun - 1, ",")
    {
        return (ClauseKind::Main, pronoun, None);
    }
    let kind = match document.tag(at) {
        Some(Tag::Wp) if !document.is(at, "what") => ClauseKind::Relative,
        _ if document.is_any(at, &["which", "who", "whom", "whose"]) => ClauseKind::Relative,
        _ if document.is_any(at, words!["that", "whether", "what", "why", "how"]) => ClauseKind::Content,
        _ if document.is(at, "where") => ClauseKind::Relative,
        _ if document.is_any(at, &ADVERBIAL) => ClauseKind::Adverbial,
        _ => ClauseKind::Main,
    };
    let start = match kind {
        ClauseKind::Relative if !document.is(at, "that") || at + 1 == own => relative_start(document, at, floor),
        _ if document.is_any(at, &["what", "why", "how"]) => at,
        _ => at + 1,
    };
    (kind, start, Some(at))
}

/// Where a relative clause begins: with "eleven of whom", "in which".
fn relative_start(document: &Document, at: usize, floor: usize) -> usize {
    let led = at.checked_sub(1).filter(|i| *i >= floor && document.has(*i, Classes::PREPOSITION));
    match led {
        Some(of) if of > floor && document.is(of, "of") && document.kind(of - 1) == Some(TokenKind::Word) => of - 1,
        Some(lead) => lead,
        None => at,
    }
}

/// Whether "and" stands right before the verb, which so shares the subject of the one before.
fn is_joined(document: &Document, group: &VerbGroup) -> bool {
    let before = group.tokens.start.checked_sub(1);
    before.is_some_and(|i| document.is_any(i, &["and", "or"]) && !i.checked_sub(1).is_some_and(|i| document.is(i, ",")))
}

/// Where a relative clause begins that nothing opens: "every ship | we own is at sea", "is out with an injury | he suffered".
fn contact(document: &Document, floor: usize, group: &VerbGroup, last: Option<&VerbGroup>, next: Option<&VerbGroup>) -> Option<usize> {
    let start =
        group.tokens.start.checked_sub(1).filter(|i| *i > floor && document.is_any(*i, words!["he", "she", "they", "we", "i", "you"]))?;
    let noun =
        matches!(document.tag(start - 1), Some(Tag::Nn | Tag::Nns)) && !document.has(start - 1, Classes::TIME_UNIT | Classes::TIME_WORD);
    let inside = last.is_some_and(|last| last.is_finite() && !takes_clause(document, last));
    if noun && inside && group.is_finite() {
        return Some(start);
    }
    let next = next.filter(|next| next.is_finite() && group.is_finite())?;
    let between = group.tokens.end..next.tokens.start;
    let apart =
        |i: usize| document.kind(i) != Some(TokenKind::Word) || document.is_any(i, &["and", "but", "or", "that"]) || opens(document, i);
    let subject = |i: usize| matches!(document.tag(i), Some(Tag::Prp | Tag::Nnp | Tag::Nn | Tag::Nns));
    (noun && !between.clone().any(|i| apart(i) || subject(i))).then_some(start)
}

/// The first token of the clause whose verb stands at `own`, at or behind `floor`: "told me | he would retire".
fn subject(document: &Document, floor: usize, own: usize) -> usize {
    let given = document.is_any(floor, words!["me", "him", "us", "them", "her", "you"]) && floor + 1 < own;
    floor + usize::from(given && document.is_any(floor + 1, words!["he", "she", "they", "we", "i", "it"]))
}

/// Where a clause begins that stands beside another without a word that opens it: "he is at sea and | every box is full", "it is safe, | records show".
fn beside(document: &Document, floor: usize, own: usize) -> Option<usize> {
    let of_subject = |i: &usize| {
        let tag = document.tag(*i);
        tag.is_some_and(|tag| {
            tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Dt | Tag::Prp | Tag::Prps | Tag::Pos | Tag::Cd | Tag::Rb)
        }) || document.is(*i, "of")
    };
    let before = (floor..own).rev().find(|i| !of_subject(i))?;
    // "and within an hour | the exit poll pointed", "and until last year | still walked".
    let phrase = document.has(before, Classes::PREPOSITION) || document.is_any(before, &["until", "since"]);
    if let Some(and) = before.checked_sub(1).filter(|and| phrase && *and >= floor && document.is_any(*and, &["and", "but"])) {
        return Some(and + 1);
    }
    document.is_any(before, &["and", "but", "or", ","]).then_some(before + 1)
}

/// Where the clause of the verb at `own` begins behind the group `last`, which has no tense: with the noun that it
/// belongs to, as in "A ferry carrying coal sank", or behind an opening phrase, as in "Speaking in Hull, | she smiled".
fn behind_bare(document: &Document, last: &VerbGroup, own: usize) -> usize {
    let start = document.sentence_tokens(own).start;
    // "Voting ended": the subject itself.
    if last.tokens.end == own {
        return last.start;
    }
    // "A hearing on her motion to dismiss the case, first set for April, | was postponed".
    let aside = document.is(own - 1, ",") && has_subject(document, start, last.tokens.end);
    if aside && !document.has(start, Classes::PREPOSITION) && !opens(document, start) {
        return start;
    }
    let noun = last.start.checked_sub(1).filter(|i| *i >= start).filter(|i| !document.is(*i, ","));
    let noun = noun.or_else(|| last.start.checked_sub(2).filter(|i| *i >= start));
    let led = document.has(start, Classes::PREPOSITION) || opens(document, start);
    if noun.is_some_and(|i| document.tag(i).is_some_and(Tag::is_noun)) && !led {
        return start;
    }
    let pronoun = own.checked_sub(1).filter(|i| document.is_any(*i, words!["he", "she", "they", "we", "i", "it", "you"]));
    beside(document, last.tokens.end, own).or(pronoun).unwrap_or(last.tokens.end)
}

/// Whether a noun stands before the first comma behind `start`: the subject that an aside up to `end` parts from its verb.
fn has_subject(document: &Document, start: usize, end: usize) -> bool {
    let comma = (start..end + ASIDE).find(|i| document.is(*i, ",")).filter(|comma| *comma > start);
    comma.is_some_and(|comma| {
        document.tag(comma - 1).is_some_and(Tag::is_noun) && document.tag(start) != Some(Tag::Vbn) && !says_while(document, start)
    })
}

/// "Speaking in Hull, she smiled": the form in "-ing" that opens a clause, but not "Opening day, 3 June, was".
fn says_while(document: &Document, start: usize) -> bool {
    document.tag(start) == Some(Tag::Vbg) && !document.tag(start + 1).is_some_and(Tag::is_noun)
}

/// So many tokens behind a group its aside may still open.
const ASIDE: usize = 3;

/// Whether the comma at `i` stands between a day and its year: "October 4, 1890".
fn is_in_date(document: &Document, i: usize) -> bool {
    let digits = |i: usize, many: std::ops::RangeInclusive<usize>| {
        document.kind(i) == Some(TokenKind::Number) && many.contains(&document.text_of(i).len())
    };
    i > 1 && digits(i - 1, 1..=2) && digits(i + 1, 4..=4) && document.has(i - 2, Classes::MONTH)
}

/// Where the clause began that a relative clause interrupted.
fn resumed(document: &Document, first: usize, before: &[VerbGroup]) -> usize {
    let own = before.get(first..).unwrap_or_default();
    let relative = own.iter().rposition(|group| group.kind != ClauseKind::Relative).map_or(0, |at| at + 1);
    let Some(group) = own.get(relative) else { return 0 };
    let opened = group.opener.unwrap_or(group.tokens.start);
    let start = document.sentence_tokens(group.head).start;
    let finite = own[..relative].iter().rev().find(|before| before.is_finite());
    // "A hearing on her motion to dismiss the case, first set for April, was": no verb with tense stands before the subject's own.
    let floor = match relative.checked_sub(1).and_then(|before| own.get(before)) {
        Some(before) if finite.is_some() || before.tokens.start == start => before.tokens.end,
        _ => start,
    };
    // "190 metres long and loaded with wheat": what the participle is joined to.
    let opened = if opened > floor && document.is_any(opened - 1, &["and", "or"]) { opened - 1 } else { opened };
    boundary(document, floor..opened).map_or(floor, |i| i + 1)
}

/// The last token of `tokens` behind which the clause of a verb at their end can begin.
pub fn boundary(document: &Document, tokens: Range<usize>) -> Option<usize> {
    let mut commas = 0;
    for i in tokens.rev() {
        if document.is(i, ",") {
            commas += 1;
        }
        // "After the vote, the minister resigned": a phrase and its comma, no clause.
        let phrase = commas == 1 && document.is_any(i, &ADVERBIAL);
        if !phrase && begins_behind(document, i) {
            return Some(i);
        }
    }
    None
}

/// Whether the verb of `group` can take a clause without "that": "said the plant would close".
fn takes_clause(document: &Document, group: &VerbGroup) -> bool {
    document.has(group.head, Classes::SAY | Classes::SAY_CLAUSE)
        || document.is_any(
            group.head,
            words![
                "believe", "believes", "believed", "think", "thinks", "thought", "hope", "hopes", "hoped", "know", "knows", "knew",
                "means", "mean",
            ],
        )
}

/// The group on which the group `g` hangs.
fn parent(first: usize, groups: &[VerbGroup], g: usize) -> Option<usize> {
    let before = || (first..g).rev().find(|other| groups[*other].is_finite());
    let behind = || (g + 1..groups.len()).find(|other| groups[*other].is_finite());
    match groups[g].kind {
        ClauseKind::Main => None,
        ClauseKind::Content => g.checked_sub(1).filter(|before| *before >= first),
        ClauseKind::Relative | ClauseKind::Free | ClauseKind::Adverbial => before().or_else(behind),
    }
}

/// Whether a clause can begin right behind the token at `i`.
fn begins_behind(document: &Document, i: usize) -> bool {
    let sign =
        is_speech_mark(document, i) || document.is_any(i, &[";", "—", "–", "--"]) || (document.is(i, ":") && !document.is_glued(i + 1));
    sign || opens(document, i) || opens_coordinate(document, i)
}

/// "and" or a comma between two clauses: a verb or a subject with its verb follows.
pub fn opens_coordinate(document: &Document, i: usize) -> bool {
    document.is(i, "and") && i.checked_sub(1).is_some_and(|before| document.is(before, ","))
        || document.is_any(i, &["and", "but"]) && document.tag(i + 1).is_some_and(Tag::is_finite)
}

/// A quotation mark that stands between what is said and who says it; one around a few words of a clause does not part it.
#[inline]
pub fn is_speech_mark(document: &Document, i: usize) -> bool {
    let edge = |k: usize| matches!(document.kind(k), Some(TokenKind::Punct) | None) && !document.is_any(k, &["-", ")", "("]);
    document.kind(i) == Some(TokenKind::Mark) && (i.checked_sub(1).is_none_or(edge) || document.sentence_tokens(i).start == i)
}

/// Whether the word at `i` begins a clause; "that" before a noun does not.
pub fn opens(document: &Document, i: usize) -> bool {
    document.is_any(i, &OPENERS)
        && document.tag(i) != Some(Tag::Dt)
        && !(document.is(i, "as") && compares(document, i))
        && !(document.is_any(i, words!["since", "until", "till", "before", "after", "as"]) && leads_time(document, i))
}

/// "since yesterday", "until March", "after 2010": a preposition.
fn leads_time(document: &Document, i: usize) -> bool {
    document.has(i + 1, Classes::WEEKDAY | Classes::MONTH)
        || document.kind(i + 1) == Some(TokenKind::Number)
        || document
            .is_any(i + 1, words!["yesterday", "today", "tomorrow", "then", "now", "last", "early", "late", "mid", "noon", "midnight"])
}

/// "as many as", "as well as", "such as", "known as": no clause.
fn compares(document: &Document, i: usize) -> bool {
    let around = |k: Option<usize>| {
        k.is_some_and(|k| {
            document.is_any(k, words!["such", "well", "many", "much", "soon", "known", "long", "far", "few", "same", "just", "so"])
        })
    };
    around(i.checked_sub(1)) || around(Some(i + 1)) || document.kind(i + 1) == Some(TokenKind::Number)
}
