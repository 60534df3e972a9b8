//! Offices: "Kremlin spokesman", "US Secretary of State", "the director of the institute".

use super::name::{NameKind, Names};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, TokenKind, words};
use std::ops::Range;

/// An office with the words around it.
#[derive(Clone, Debug)]
pub(super) struct Office {
    /// The whole phrase, from its article or organisation to the end of its complement.
    pub tokens: Range<usize>,
    /// The words of the office itself: "deputy spokesman".
    pub role: Range<usize>,
    /// The words of what it belongs to.
    pub organization: Option<Range<usize>>,
    /// Whether "the", "his", "Russia's" make it a certain one.
    pub definite: bool,
    /// Whether "a", "one", "another" make it one of many.
    pub indefinite: bool,
}

/// Finds the offices of `document`, in order and apart from each other.
pub(super) fn find(document: &Document, names: &Names) -> Vec<Office> {
    let mut offices: Vec<Office> = Vec::new();
    let mut i = 0;
    while i < document.tokens.len() {
        let floor = offices.last().map_or(0, |office| office.tokens.end);
        match office_at(document, names, i, floor) {
            Some(office) => {
                i = office.tokens.end.max(i + 1);
                offices.push(office);
            }
            None => i += 1,
        }
    }
    offices
}

/// The office whose head noun stands at `head`.
fn office_at(document: &Document, names: &Names, head: usize, floor: usize) -> Option<Office> {
    let before_name = document.has(head, Classes::PERSON_NOUN) && names.at(head + 1).is_some_and(|name| name.tokens.len() >= 2);
    if !(document.has(head, Classes::ROLE) || before_name) || names.at(head).is_some() || document.tag(head).is_some_and(Tag::is_verb) {
        return None;
    }
    if document.has(head, Classes::ROLE_MODIFIER) && leads_to_office(document, head) {
        return None;
    }
    let sentence = document.sentence_tokens(head);
    let floor = floor.max(sentence.start);
    let role_start = modifiers_start(document, names, head, floor);
    let role_end = office_end(document, head, sentence.end);
    let (before, start) = body_before(document, names, role_start, floor);
    let (definite, indefinite, start) = determiner(document, start, floor);
    let after = body_after(document, names, role_end, sentence.end);
    let end = after.as_ref().map_or(role_end, |body| body.end);
    Some(Office { tokens: start..end, role: role_start..role_end, organization: before.or(after), definite, indefinite })
}

/// Whether the word at `i` only tells which office comes: "chief | financial officer", "assistant | chief immigration judge".
fn leads_to_office(document: &Document, i: usize) -> bool {
    let joins = |k: usize| {
        document.kind(k) == Some(TokenKind::Word)
            && document.tag(k).is_some_and(|tag| tag.is_adjective() || tag.is_noun())
            && !document.has(k, Classes::GIVEN_NAME | Classes::TIME_UNIT)
            && (document.has(k, Classes::ROLE_MODIFIER) || document.is_capitalized(k) == document.is_capitalized(i))
    };
    let office = (i + 1..i + 4).find(|k| document.has(*k, Classes::ROLE) && !leads_on(document, *k));
    office.is_some_and(|office| !document.is_glued(i + 1) && (i + 1..office).all(joins))
}

/// Whether an office stands right behind the word at `i`.
fn leads_on(document: &Document, i: usize) -> bool {
    document.has(i, Classes::ROLE_MODIFIER) && document.has(i + 1, Classes::ROLE) && !document.is_glued(i + 1)
}

/// Where the words begin that belong to the office: "deputy prime | minister".
fn modifiers_start(document: &Document, names: &Names, head: usize, floor: usize) -> usize {
    let mut start = head;
    while start > floor && names.at(start - 1).is_none() {
        let before = start - 1;
        let hyphen = document.is(before, "-") && document.is_glued(before) && document.is_glued(start) && start > floor + 1;
        if hyphen && document.has(before - 1, Classes::ROLE | Classes::ROLE_MODIFIER) {
            start = before - 1;
        } else if is_role_modifier(document, before)
            || (head - before <= 4 && !document.is_capitalized(start) && is_lower_modifier(document, before))
        {
            start = before;
        } else {
            break;
        }
    }
    // An office does not begin with a word that only joins what is before it.
    while start < head && document.is(start, "-") {
        start += 1;
    }
    start
}

/// A word that belongs to the office by itself: "deputy", "vice".
fn is_role_modifier(document: &Document, i: usize) -> bool {
    document.has(i, Classes::ROLE_MODIFIER | Classes::ROLE) && document.kind(i) == Some(TokenKind::Word)
}

/// A lower-case noun or adjective that tells which office it is: "community organizer", "chief financial officer".
fn is_lower_modifier(document: &Document, i: usize) -> bool {
    let plain = document.token(i).is_some_and(|token| token.kind == TokenKind::Word && !token.is_capitalized());
    let noun = matches!(document.tag(i), Some(Tag::Nn | Tag::Jj));
    let body =
        Classes::ORGANIZATION_NOUN | Classes::DEMONYM | Classes::GROUP_NOUN | Classes::TIME_UNIT | Classes::STARTER | Classes::PREPOSITION;
    plain && noun && !document.has(i, body)
}

/// The end of the office: behind fixed complements, "secretary | of state", "chief | of staff", and behind "-elect", "-general".
fn office_end(document: &Document, head: usize, limit: usize) -> usize {
    let fixed = [
        "state",
        "defense",
        "defence",
        "staff",
        "interior",
        "labor",
        "education",
        "energy",
        "homeland",
        "police",
        "communications",
        "operations",
    ];
    if document.is(head + 1, "of") && document.is_any(head + 2, &fixed) {
        return (head + 3).min(limit);
    }
    if document.is(head + 1, "pro") && document.is_any(head + 2, &["tem", "tempore"]) {
        return (head + 3).min(limit);
    }
    let general = document.is_any(head + 1, &["general", "executive", "officer", "elect"]) && !document.is_glued(head + 1);
    let hyphenated = document.is(head + 1, "-") && document.is_any(head + 2, &["general", "elect", "designate", "emeritus"]);
    match (hyphenated, general) {
        (true, _) => (head + 3).min(limit),
        (_, true) => (head + 2).min(limit),
        _ => head + 1,
    }
}

/// The body that stands before the office ("Kremlin", "US State Department", "Russia's"), and where the phrase begins.
fn body_before(document: &Document, names: &Names, role_start: usize, floor: usize) -> (Option<Range<usize>>, usize) {
    let mut end = role_start;
    if end > floor && (document.is(end - 1, "'s") || (document.is(end - 1, "'") && document.is_glued(end - 1))) {
        end -= 1;
    }
    let mut start = end;
    let possessed = end < role_start;
    while start > floor {
        let before = start - 1;
        // "Marten's spokesman": whom the office serves.
        let name = names.at(before).filter(|name| {
            (name.kind != NameKind::Person || possessed && start == end) && name.tokens.start >= floor && name.tokens.end == start
        });
        if let Some(name) = name {
            start = name.tokens.start;
        } else if is_body_word(document, before)
            || start < end && start + 3 > end && is_lower_modifier(document, before)
            || (start < end && is_possessor(document, before, floor))
        {
            start = before;
        } else {
            break;
        }
    }
    // "the Chinese delegation's leader"
    while possessed && start > floor && end - start < 4 && is_owner(document, start - 1) {
        start -= 1;
    }
    match start < end {
        true => (Some(start..end), start),
        false => (None, role_start),
    }
}

/// A word of a noun phrase that owns an office.
fn is_owner(document: &Document, i: usize) -> bool {
    document.kind(i) == Some(TokenKind::Word)
        && document.tag(i).is_some_and(|tag| tag.is_noun() || tag.is_adjective())
        && !document.has(i, Classes::STARTER | Classes::PREPOSITION | Classes::PERSON_NOUN | Classes::ROLE | Classes::HONORIFIC)
}

/// "Pilots'", "nurses'": whose body it is, or the sign behind it.
fn is_possessor(document: &Document, i: usize, floor: usize) -> bool {
    let sign = |k: usize| document.is(k, "'") && document.is_glued(k);
    let noun = document.tag(i) == Some(Tag::Nns) || document.tag(i) == Some(Tag::Nnps);
    (sign(i) && i > floor) || (noun && sign(i + 1))
}

/// A lower-case word that names a body before an office: "police", "company", "campaign", or a people's name.
fn is_body_word(document: &Document, i: usize) -> bool {
    let body = document.has(i, Classes::ORGANIZATION_NOUN | Classes::DEMONYM | Classes::COUNTRY | Classes::CITY | Classes::ORGANIZATION);
    body && !document.has(i, Classes::STARTER | Classes::PREPOSITION) && !document.tag(i).is_some_and(Tag::is_verb)
}

/// Whether the article before `start` makes the phrase certain or one of many, and where the phrase begins with it.
fn determiner(document: &Document, start: usize, floor: usize) -> (bool, bool, usize) {
    let mut at = start;
    while at > floor && document.tag(at - 1).is_some_and(Tag::is_adjective) && start - at < 3 {
        at -= 1;
    }
    let Some(before) = at.checked_sub(1).filter(|before| *before >= floor) else {
        return (false, false, start);
    };
    if document.is_any(before, words!["the", "his", "her", "their", "its", "our"]) {
        (true, false, before)
    } else if document.is_any(before, words!["a", "an", "one", "another", "some", "any"]) {
        (false, true, before)
    } else {
        (false, false, at)
    }
}

/// The body that a complement names: "of the institute", "for the State Department", "at Northfield University".
fn body_after(document: &Document, names: &Names, end: usize, limit: usize) -> Option<Range<usize>> {
    let envoy = document.is(end, "to") && document.is_any(end - 1, &["envoy", "ambassador", "adviser", "advisor"]);
    if !(envoy || document.is_any(end, words!["of", "for", "at", "with", "in", "from"])) || end >= limit {
        return None;
    }
    // "a spokesman for Ann Lee"
    if let Some(person) =
        names.at(end + 1).filter(|name| document.is(end, "for") && name.kind == NameKind::Person && name.tokens.start == end + 1)
    {
        return Some(person.tokens.clone());
    }
    let (body, named) = body_words(document, names, end + 1, limit);
    // "vice president for research at Tressel Corp."
    let pair = document.is(body.end, "and") && is_plain(document, body.end + 1);
    let behind = body.end + if pair { 2 } else { 0 };
    if document.is(end, "for") && !named && document.is_any(behind, &["at", "of", "with"]) && names.at(behind + 1).is_some() {
        return body_after(document, names, behind, limit);
    }
    let bodied = body.clone().any(|i| names.at(i).is_some_and(|name| name.kind == NameKind::Organization));
    let place = document.is_any(end, &["in", "from"]) && !bodied || document.is(end, "with") && !named;
    (!body.is_empty() && !place).then_some(body)
}

/// The body that the words from `start` on name: "the central bank's research arm".
pub(super) fn body_from(document: &Document, names: &Names, start: usize) -> Option<Range<usize>> {
    let limit = document.sentence_tokens(start).end;
    let (body, _) = body_words(document, names, start, limit);
    (!body.is_empty()).then_some(body)
}

/// The words of a body from `start` on, without its article, and whether a name is among them.
fn body_words(document: &Document, names: &Names, mut start: usize, limit: usize) -> (Range<usize>, bool) {
    while document.is_any(start, words!["the", "a", "an", "his", "her", "its", "their"]) {
        start += 1;
    }
    let mut stop = start;
    let mut named = false;
    if document.is_any(start, &["time", "moment", "scene"]) {
        return (start..start, false);
    }
    while stop < limit && stop - start < 12 {
        let within = names.at(stop).filter(|name| name.tokens.start >= start);
        if let Some(name) =
            within.filter(|name| name.kind != NameKind::Person || named && !document.has(name.tokens.start, Classes::GIVEN_NAME))
        {
            stop = name.tokens.end;
            named = true;
        } else if stop > start && document.is(stop, "'s") || within.is_none() && is_plain(document, stop) {
            stop += 1;
        } else if stop > start && document.is_any(stop, &["of", "for", "and"]) && continues_body(document, names, stop + 1) {
            stop += 1 + usize::from(document.is(stop + 1, "the"));
        } else {
            break;
        }
    }
    (start..stop.min(limit).max(start), named)
}

/// Whether the words from `i` on go on naming a body.
fn continues_body(document: &Document, names: &Names, i: usize) -> bool {
    let at = i + usize::from(document.is(i, "the"));
    names.at(at).is_some_and(|name| name.kind != NameKind::Person)
        || (document.is(i - 1, "of") && document.tag(at).is_some_and(Tag::is_noun))
}

/// A noun or an adjective.
fn is_plain(document: &Document, i: usize) -> bool {
    document.kind(i) == Some(TokenKind::Word) && document.tag(i).is_some_and(|tag| tag.is_noun() || tag.is_adjective())
}
