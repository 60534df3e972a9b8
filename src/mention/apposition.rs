//! What stands behind a name and tells about it: ", director of the institute", ", who heads the bank".

use super::name::{Name, NameKind, Names};
use super::role::{self, Office};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Case, Document, TokenKind, words};
use std::ops::Range;

/// The words for an office and those for what it belongs to.
pub(super) type RoleAndBody = (Option<Range<usize>>, Option<Range<usize>>);

/// How far behind a comma an office may stand.
const REACH: usize = 7;

/// What the words behind a name that ends at `end` tell about who bears it.
pub(super) fn behind(document: &Document, names: &Names, offices: &[Office], end: usize) -> Option<RoleAndBody> {
    if document.is_any(end, &["of", "from", "at", "with"]) {
        return body_of(document, names, end).map(|body| (None, Some(body)));
    }
    if let Some(party) = party(document, end) {
        return Some((None, Some(party)));
    }
    // "Ann Lee is a teacher and the author of …"
    if document.is(end, "is") && document.is_any(end + 1, &["a", "an", "the"]) {
        let office =
            office_from(document, offices, end + 1, REACH).filter(|office| is_all_premodifier(document, end + 1..office.tokens.start));
        return office.map(|office| with_second(document, offices, office));
    }
    let dash = document.is_any(end, &["—", "–", "-", "--"]) && !document.is_glued(end);
    if !dash && !document.is_any(end, &[",", "("]) {
        return None;
    }
    // "According to Lee, the provost never answered."
    let led = document.sentence_tokens(end).start;
    let told = document.is(led, "according") && end < led + 8;
    let aged = document.kind(end + 1) == Some(TokenKind::Number) && document.is(end + 2, ",");
    let at = end + 1 + if aged { 2 } else { 0 };
    // "Ann Lee, Orle Nurses Association, said"
    let closed = |end: usize| document.is_any(end, &[",", ")"]) || document.has(end, Classes::SAY);
    let body = names.at(at).filter(|name| name.tokens.start == at && is_body(document, name) && closed(name.tokens.end));
    if let Some(body) = body {
        return Some((None, Some(body.tokens.clone())));
    }
    if document.is(at, "who") {
        return relative(document, names, offices, at);
    }
    if document.is_any(at, &["of", "from"]) {
        return body_of(document, names, at).map(|body| (None, Some(body)));
    }
    let office = office_from(document, offices, at, REACH).filter(|office| is_all_premodifier(document, at..office.tokens.start));
    let office = office.filter(|office| !told || document.is_any(office.tokens.end, &[",", "of", "for", "at"]));
    office.map(|office| with_second(document, offices, office)).or_else(|| person_noun(document, at).map(|noun| (Some(noun), None)))
}

/// Whether a name is surely that of a body: by its words, or by an acronym in it.
fn is_body(document: &Document, name: &Name) -> bool {
    let acronym = name.tokens.len() > 1
        && name.tokens.clone().any(|i| document.token(i).is_some_and(|token| token.case == Case::Upper && token.span.len() > 1));
    name.kind == NameKind::Organization || name.kind == NameKind::Unknown && acronym
}

/// "of the Port Police": a body that a preposition at `at` joins to a name.
fn body_of(document: &Document, names: &Names, at: usize) -> Option<Range<usize>> {
    let start = at + 1 + usize::from(document.is(at + 1, "the"));
    let body = names.at(start).filter(|name| name.kind == NameKind::Organization && name.tokens.start == start)?;
    Some(body.tokens.clone())
}

/// "(D-Harlow)", ", R-Ohio,": a party and a place behind the name of a member of parliament.
pub(super) fn party(document: &Document, end: usize) -> Option<Range<usize>> {
    let start = end + 1;
    let opened = document.is_any(end, &[",", "("]);
    let letter = document.is_any(start, words!["d", "r", "i", "dem", "rep", "lab", "con"]) && document.is_capitalized(start);
    if !opened || !letter || !document.is(start + 1, "-") || !document.is_capitalized(start + 2) {
        return None;
    }
    let mut stop = start + 3;
    while document.is_capitalized(stop) {
        stop += 1;
    }
    Some(start..stop)
}

/// ", who heads the bank", ", who was sworn in as a judge".
fn relative(document: &Document, names: &Names, offices: &[Office], who: usize) -> Option<RoleAndBody> {
    let verbs =
        ["heads", "leads", "chairs", "runs", "directs", "headed", "led", "chaired", "oversees", "founded", "coaches", "owns", "edits"];
    if document.is_any(who + 1, &verbs) {
        let is_body = |body: &Range<usize>| body.clone().any(|i| document.has(i, Classes::ORGANIZATION_NOUN) || names.at(i).is_some());
        return role::body_from(document, names, who + 2).filter(is_body).map(|body| (Some(who + 1..who + 2), Some(body)));
    }
    let office = office_from(document, offices, who + 1, 12)?;
    let link = office.tokens.start.checked_sub(1).filter(|link| document.is_any(*link, words!["as", "is", "was", "been", "became"]));
    link.map(|_| (Some(office.role.clone()), office.organization.clone()))
}

/// The first office from `at` on, within the sentence and `reach` tokens.
fn office_from<'o>(document: &Document, offices: &'o [Office], at: usize, reach: usize) -> Option<&'o Office> {
    let near = offices.partition_point(|office| office.tokens.start < at);
    let office = offices.get(near)?;
    (office.role.start <= at + reach && document.sentence_of(office.role.start) == document.sentence_of(at)).then_some(office)
}

/// An office and one that "and" joins to it: "a nurse and president of the association".
fn with_second(document: &Document, offices: &[Office], office: &Office) -> RoleAndBody {
    let joined = document.is(office.tokens.end, "and") && office.tokens.end == office.role.end;
    let second = office_from(document, offices, office.tokens.end, 3).filter(|_| joined && office.organization.is_none());
    match second {
        Some(second) => (Some(office.role.start..second.role.end), second.organization.clone()),
        None => (Some(office.role.clone()), office.organization.clone()),
    }
}

/// ", a fisherman from …": a noun for a person that is no office.
fn person_noun(document: &Document, at: usize) -> Option<Range<usize>> {
    let article = document.is_any(at, &["a", "an", "the"]);
    let noun = (at..at + REACH).find(|i| document.has(*i, Classes::PERSON_NOUN) || document.is_any(*i, &[",", ".", ";"]))?;
    // "in Orle, a person with knowledge of the matter said": a source of its own.
    let source = document.is_any(noun + 1, &["with", "familiar", "close", "briefed"]);
    (article && !source && document.has(noun, Classes::PERSON_NOUN)).then_some(at + 1..noun + 1)
}

/// Whether only articles, adjectives and nouns stand in `tokens`.
fn is_all_premodifier(document: &Document, tokens: Range<usize>) -> bool {
    tokens.clone().all(|i| {
        let tag = document.tag(i);
        document.is_any(i, words!["a", "an", "the", "-", "'s", "and"])
            || tag.is_some_and(|tag| tag.is_adjective() || tag.is_noun() || matches!(tag, Tag::Dt | Tag::Vbn | Tag::Rb | Tag::Cd))
    })
}
