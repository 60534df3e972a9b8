//! What kind of speaker the words of a source name.

use crate::lexicon::Classes;
use crate::mention::EntityKind;
use crate::tag::Tag;
use crate::text::{Document, TokenKind, words};
use std::ops::Range;

/// The source without what follows a comma, "who" or a dash.
pub(super) fn core(document: &Document, source: &Range<usize>) -> Range<usize> {
    let end = source
        .clone()
        .find(|i| document.is_any(*i, words![",", "who", "whose", "—", "(", "–"]))
        .filter(|end| *end > source.start)
        .unwrap_or(source.end);
    let end = (source.start + 1..end).rev().take_while(|i| document.kind(*i) == Some(TokenKind::Symbol)).last().unwrap_or(end);
    let possessive = end > source.start + 1 && document.is_any(end - 1, &["'s", "'", "’"]);
    source.start..if possessive { end - 1 } else { end }
}

/// Where the head noun of the words ends: before the first preposition behind it.
pub(super) fn head_end(document: &Document, core: &Range<usize>) -> usize {
    core.clone()
        .skip(1)
        .find(|i| {
            document.is_any(*i, words!["of", "for", "from", "at", "in", "with", "to", "on", "by", "about"])
                || document.tag(*i) == Some(Tag::Vbn) && !document.is_glued(*i)
        })
        .unwrap_or(core.end)
}

/// "the 49-year-old", "the father-of-three", "the Spaniard": another word for who was named.
pub(super) fn is_epithet(document: &Document, source: &Range<usize>) -> bool {
    let any = |words: &[&str]| source.clone().any(|i| document.is_any(i, words));
    let aged = any(&["year", "years"]) && any(&["old"]) || source.clone().any(|i| document.word(i).ends_with("year-old"));
    let parent = any(&["father", "mother", "mum", "dad"]) && any(&["of"]) && source.clone().any(|i| document.is(i, "-"));
    let last = source.end - 1;
    let one = !matches!(document.tag(last), Some(Tag::Nns | Tag::Nnps)) && !document.word(last).ends_with('s');
    let people = source.len() == 2 && document.has(last, Classes::DEMONYM) && one;
    let bare = !document.is_capitalized(last);
    document.is(source.start, "the") && (bare && (aged || parent) || people)
}

/// "one of them", "the other", "a second": words that need what was spoken of before.
pub(super) fn is_elliptic(document: &Document, core: &Range<usize>) -> bool {
    let last = core.end.saturating_sub(1);
    document.is_any(last, words!["other", "another", "second", "third", "former", "latter"])
        || document.is(last, "them") && document.is(core.start, "one")
}

/// What kind of speaker the words name, by the class of the head.
pub(super) fn kind_of(document: &Document, core: &Range<usize>) -> EntityKind {
    let head = head_end(document, core).saturating_sub(1);
    // "forty-three percent of voters"
    if document.is_any(head, words!["percent", "%", "cent", "majority", "half", "third", "quarter", "number"]) && head + 1 < core.end {
        return EntityKind::Group;
    }
    let many = matches!(document.tag(head), Some(Tag::Nns | Tag::Nnps))
        || head == core.start && core.len() > 1 && document.word(head).ends_with('s');
    let counted = document.is(head + 1, "of")
        && document.is_any(head, words!["two", "three", "four", "several", "some", "many", "most", "all", "dozens", "hundreds"]);
    let body = Classes::ORGANIZATION_NOUN
        | Classes::ORGANIZATION
        | Classes::COUNTRY
        | Classes::COMPANY_SUFFIX
        | Classes::NEWS_AGENCY
        | Classes::CITY;
    let pair = core
        .clone()
        .skip(1)
        .find(|i| document.is(*i, "and"))
        .is_some_and(|i| document.is_capitalized(i - 1) && document.is_capitalized(i + 1));
    if pair {
        return EntityKind::Group;
    }
    if document.is_any(head, words!["other", "another", "second", "third", "former", "latter", "one"]) {
        EntityKind::Person
    } else if counted
        || document.is_any(core.start, &["those", "some", "many"])
        || document.is(head, "others")
        || document.has(head, Classes::GROUP_NOUN) && !document.has(head, Classes::ORGANIZATION_NOUN)
    {
        EntityKind::Group
    } else if document.has(head, Classes::DOCUMENT_NOUN | Classes::SAY_NOUN) {
        EntityKind::Document
    } else if document.has(head, body) {
        EntityKind::Organization
    } else if many && !(document.is_capitalized(head) && head > core.start) && !document.has(head, Classes::GIVEN_NAME) {
        EntityKind::Group
    } else if document.has(head, Classes::ROLE | Classes::PERSON_NOUN | Classes::PERSON_PRONOUN) || document.is_capitalized(head) {
        EntityKind::Person
    } else if document.has(core.start, Classes::STARTER) && core.len() > 1 && !names_agent(document.word(head)) {
        EntityKind::Organization
    } else if document.tag(head) == Some(Tag::Nn) && !names_agent(document.word(head)) {
        EntityKind::Document
    } else {
        EntityKind::Person
    }
}

/// Whether the ending is one of nouns for who does something: "railwayman", "driver", "artist".
pub(super) fn names_agent(word: &str) -> bool {
    ["man", "woman", "er", "or", "ist", "ian", "ant", "ent", "eer", "child", "ee"].iter().any(|ending| word.ends_with(ending))
}

/// "the midfielder", "the actress": an occupation by which news calls again whom it has named.
pub(super) fn is_profession(document: &Document, source: &Range<usize>) -> bool {
    source.len() == 2 && document.is(source.start, "the") && document.has(source.end - 1, Classes::EPITHET)
}

/// Whether the token is the first of its sentence, or of what a bar or a colon opens.
pub(super) fn opens_sentence(document: &Document, token: usize) -> bool {
    let before = (document.sentence_tokens(token).start..token).rev().find(|i| !document.is_any(*i, &["“", "\"", "‘"]));
    before.is_none_or(|i| document.is_any(i, &["|", ":", "•"]))
}
