//! Noun phrases that can speak: people with their offices, bodies, groups, unnamed persons.

use super::apposition;
use super::name::{Name, NameKind, Names};
use super::role::Office;
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, ParagraphKind, TokenKind, behind_dateline, dateline, words};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// What heads a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A person's name.
    Person,
    /// The name of a body, or of a place that acts.
    Body,
    /// An office without a name: "the minister".
    Office,
    /// Many people: "officials".
    Group,
    /// One person without an office: "a resident".
    Individual,
    /// "he", "she", "they".
    Pronoun,
}

/// One noun phrase.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub tokens: Range<usize>,
    pub head: Head,
    pub name: Option<Range<usize>>,
    pub role: Option<Range<usize>>,
    pub organization: Option<Range<usize>>,
    pub definite: bool,
    pub indefinite: bool,
}

impl Phrase {
    fn bare(tokens: Range<usize>, head: Head) -> Self {
        Self { tokens, head, name: None, role: None, organization: None, definite: false, indefinite: false }
    }
}

/// Finds the phrases of `document`, in order, none inside another but the person whom an office serves.
pub(super) fn find(document: &Document, names: &Names, offices: &[Office]) -> Vec<Phrase> {
    let mut builder = Builder {
        document,
        names,
        taken: vec![false; document.tokens.len()],
        phrases: Vec::new(),
        officers: FxHashSet::default(),
        parts: FxHashSet::default(),
    };
    for office in offices {
        builder.office_with_name(office, offices);
    }
    let officers = builder.phrases.iter().filter_map(|phrase| phrase.name.as_ref()).filter(|name| name.len() > 1);
    let officers: Vec<_> = officers.cloned().collect();
    builder.officers = officers.iter().map(|name| (document.word(name.start), document.word(name.end - 1))).collect();
    builder.parts = officers.into_iter().flatten().map(|i| document.word(i)).filter(|word| word.len() > 1).collect();
    for name in &names.list {
        builder.noun_with_name(name);
    }
    for name in &names.list {
        builder.person(name, offices);
    }
    for office in offices {
        builder.office_alone(office);
    }
    for name in &names.list {
        builder.body(name);
    }
    for i in 0..document.tokens.len() {
        builder.noun(i);
        builder.pronoun(i);
    }
    let mut phrases = builder.phrases;
    phrases.sort_by_key(|phrase| phrase.tokens.start);
    phrases
}

struct Builder<'a, 't> {
    document: &'a Document<'t>,
    names: &'a Names,
    taken: Vec<bool>,
    phrases: Vec<Phrase>,
    /// The first and the last word of the names that stand with an office.
    officers: FxHashSet<(&'a str, &'a str)>,
    /// The words of these names.
    parts: FxHashSet<&'a str>,
}

impl Builder<'_, '_> {
    fn push(&mut self, phrase: Phrase) {
        if let Some(taken) = self.taken.get_mut(phrase.tokens.clone()) {
            taken.fill(true);
        }
        self.phrases.push(phrase);
    }

    fn is_free(&self, tokens: &Range<usize>) -> bool {
        self.taken.get(tokens.clone()).is_some_and(|taken| !taken.contains(&true))
    }

    /// "Harbour Council spokesman Abel Quist", and with a comma: "the team's coach, Ali Mehran,".
    fn office_with_name(&mut self, office: &Office, offices: &[Office]) {
        let document = self.document;
        if in_heading(document, office.tokens.start) {
            return;
        }
        let comma = document.is(office.tokens.end, ",");
        let bracket = document.is(office.tokens.end, "(");
        let at = office.tokens.end + usize::from(comma || bracket);
        // "a spokesman for the ministry, Captain Odo Farr": a rank, too.
        // "Brig. Gen. Odo Farr"
        let rank = |i: usize| document.has(i, Classes::ROLE | Classes::HONORIFIC) && document.word(i).ends_with('.');
        let twice = !bracket && rank(at) && rank(at + 1);
        let ranked = twice
            || !bracket
                && document.has(at, Classes::ROLE | Classes::PERSON_NOUN)
                && self.names.at(at + 1).is_some_and(|name| name.tokens.start == at + 1);
        let at = at + usize::from(document.has(at, Classes::HONORIFIC) || ranked);
        let at = at + usize::from(twice);
        let Some(name) = self.names.at(at).filter(|name| name.tokens.start == at) else { return };
        let enclosed = bracket && document.is(name.tokens.end, ")") && document.is(name.tokens.end + 1, ":");
        let apposed = comma
            && (office.definite || office.indefinite || office.organization.is_some())
            && document.is_any(name.tokens.end, &[",", "."]);
        let person = name.kind == NameKind::Person || (!comma && !bracket || enclosed || apposed) && name.kind == NameKind::Unknown;
        let closed = !(comma || bracket)
            || enclosed
            || ((office.definite || office.indefinite || office.organization.is_some()) && closes_apposition(document, name.tokens.end))
            || (comma && document.has(name.tokens.end, Classes::SAY));
        let tokens = office.tokens.start..name.tokens.end + usize::from(enclosed);
        if person && closed && self.is_free(&tokens) && document.sentence_of(tokens.start) == document.sentence_of(at) {
            let behind = || apposition::behind(document, self.names, offices, name.tokens.end)?.1;
            let organization = office.organization.clone().or_else(behind);
            // "Ann Lee's lawyer, Tom Okoro": Ann Lee is mentioned, too.
            let served = organization.clone().filter(|body| self.names.at(body.start).is_some_and(|name| name.kind == NameKind::Person));
            let bare = Phrase::bare(tokens, Head::Person);
            self.push(Phrase { name: Some(name.tokens.clone()), role: Some(office.role.clone()), organization, definite: true, ..bare });
            if let Some(taken) = served.and_then(|served| self.taken.get_mut(served)) {
                taken.fill(false);
            }
        }
    }

    /// "A friend of the family, Tom Okoro,": a noun for a person, a comma and the name.
    fn noun_with_name(&mut self, name: &Name) {
        let document = self.document;
        let ranked = name.tokens.start.checked_sub(1).filter(|rank| document.has(*rank, Classes::ROLE | Classes::HONORIFIC));
        let Some(comma) = ranked.unwrap_or(name.tokens.start).checked_sub(1).filter(|comma| document.is(*comma, ",")) else { return };
        let apposed = name.kind == NameKind::Unknown && document.is_any(name.tokens.end, &[",", "."]);
        if !(name.kind == NameKind::Person || apposed) || !self.is_free(&name.tokens) || !closes_apposition(document, name.tokens.end) {
            return;
        }
        let floor = document.sentence_tokens(comma).start.max(comma.saturating_sub(8));
        let breaks = |i: &usize| document.is_any(*i, &[",", ";", ":", "and"]) || document.tag(*i).is_some_and(Tag::is_finite);
        let from = (floor..comma).rev().find(breaks).map_or(floor, |i| i + 1);
        let Some(noun) = (from..comma).find(|i| document.has(*i, Classes::PERSON_NOUN)) else { return };
        let start = noun_start(document, &self.taken, noun);
        let determined = document.is_any(start, words!["a", "an", "the", "his", "her", "their", "its", "another", "one"]);
        let linked = noun + 1 == comma || document.is_any(noun + 1, words!["of", "from", "with", "in", "at", "for"]);
        let tokens = start..name.tokens.end;
        if determined && linked && self.is_free(&tokens) {
            let bare = Phrase::bare(tokens, Head::Person);
            self.push(Phrase { name: Some(name.tokens.clone()), role: Some(noun..noun + 1), definite: true, ..bare });
        }
    }

    /// A person's name, with "Mr." before it and what an apposition behind it tells.
    fn person(&mut self, name: &Name, offices: &[Office]) {
        let document = self.document;
        let ends = (document.word(name.tokens.start), document.word(name.tokens.end - 1));
        let alone = name.tokens.len() == 1 && self.parts.contains(ends.0);
        let person = name.kind == NameKind::Person || name.kind == NameKind::Unknown && (alone || self.officers.contains(&ends));
        if !person || !self.is_free(&name.tokens) || in_heading(document, name.tokens.start) {
            return;
        }
        let titled = name.tokens.start.checked_sub(1).is_some_and(|before| document.has(before, Classes::HONORIFIC) && !self.taken[before]);
        let tokens = name.tokens.start - usize::from(titled)..name.tokens.end;
        let (role, organization) = apposition::behind(document, self.names, offices, name.tokens.end).unwrap_or_default();
        self.push(Phrase {
            tokens,
            head: Head::Person,
            name: Some(name.tokens.clone()),
            role,
            organization,
            definite: true,
            indefinite: false,
        });
    }

    /// "the minister", "a Kremlin spokesman".
    fn office_alone(&mut self, office: &Office) {
        let certain = office.definite || office.indefinite || office.organization.is_some();
        let compound = self.document.tag(office.tokens.end).is_some_and(Tag::is_noun) && office.tokens.end == office.role.end;
        let apposed = self.is_apposition(office);
        if certain && !compound && !apposed && self.is_free(&office.tokens) {
            let (role, organization) = (Some(office.role.clone()), office.organization.clone());
            let (definite, indefinite) = (office.definite, office.indefinite);
            self.push(Phrase { tokens: office.tokens.clone(), head: Head::Office, name: None, role, organization, definite, indefinite });
        }
    }

    /// Whether the office stands behind a name and a comma, and so tells about that name.
    fn is_apposition(&self, office: &Office) -> bool {
        let comma = office.tokens.start.checked_sub(1).filter(|i| self.document.is_any(*i, &[",", "is"]));
        comma.and_then(|i| self.names.at(i.checked_sub(1)?)).is_some_and(|name| name.kind == NameKind::Person)
    }

    /// The name of a body, or of a place where it acts: "Moscow said".
    fn body(&mut self, name: &Name) {
        if !self.is_free(&name.tokens) || in_heading(self.document, name.tokens.start) {
            return;
        }
        let acts = || {
            let inert = matches!(name.kind, NameKind::Person | NameKind::Event) || is_inert(self.document, name);
            !inert && acts(self.document, &name.tokens) && !(name.kind == NameKind::Place && is_told_of(self.document, name.tokens.end))
        };
        let modifies = self.document.tag(name.tokens.end).is_some_and(|tag| matches!(tag, Tag::Nn | Tag::Nns))
            && !self.document.is_glued(name.tokens.end);
        let body = name.kind == NameKind::Organization && !modifies;
        if body || acts() {
            let named = Phrase { name: Some(name.tokens.clone()), ..Phrase::bare(name.tokens.clone(), Head::Body) };
            self.push(Phrase { organization: None, definite: true, ..named });
        }
    }

    /// "US officials", "a resident": a noun for people with the words before it.
    fn noun(&mut self, i: usize) {
        let document = self.document;
        let group = document.has(i, Classes::GROUP_NOUN);
        let one = document.has(i, Classes::PERSON_NOUN);
        if !(group || one) || self.taken[i] || document.is_capitalized(i) && self.names.at(i).is_some() {
            return;
        }
        let compound = document.tag(i + 1).is_some_and(Tag::is_noun) && !document.is_any(i + 1, &["'s", "'"]);
        if compound || in_heading(document, i) {
            return;
        }
        let start = noun_start(document, &self.taken, i);
        let start = (start..i).find(|k| !document.tag(*k).is_some_and(Tag::is_verb) || document.is(k + 1, "-")).unwrap_or(i);
        // "on board", "in court", "at school": a state, nobody.
        let state =
            start == i && i > 0 && document.is_any(i - 1, words!["on", "in", "at", "into", "aboard"]) && document.tag(i) == Some(Tag::Nn);
        if state {
            return;
        }
        let before = start..i;
        let indefinite = before.clone().any(|k| document.is_any(k, &["a", "an", "one", "another"]));
        let definite = before.clone().any(|k| document.is_any(k, words!["the", "this", "that", "his", "her", "their", "its"]));
        if one && self.tells_about_name(start) {
            return;
        }
        if group || indefinite || definite {
            let head = if group { Head::Group } else { Head::Individual };
            self.push(Phrase { definite, indefinite, ..Phrase::bare(start..i + 1, head) });
        }
    }

    /// Whether a noun with an article at `start` stands behind a person's name and a comma: "Ann Lee, a baker from Orle".
    fn tells_about_name(&self, start: usize) -> bool {
        let comma = start.checked_sub(1).filter(|comma| self.document.is(*comma, ","));
        let named = comma.and_then(|comma| self.names.at(comma.checked_sub(1)?)).is_some_and(|name| name.kind == NameKind::Person);
        let own = self.document.is_any(start, &["his", "her", "their"]);
        let closed = || {
            (start + 1..start + 6)
                .find(|i| self.document.has(*i, Classes::PERSON_NOUN))
                .is_some_and(|noun| self.document.is_any(noun + 1, &[",", "."]))
        };
        named && (self.document.is_any(start, &["a", "an", "the", "one"]) || own && closed())
    }

    fn pronoun(&mut self, i: usize) {
        if self.document.is_any(i, &["he", "she", "they"]) && !self.taken[i] {
            self.push(Phrase::bare(i..i + 1, Head::Pronoun));
        }
    }
}

/// "the Cinder River", "the Dutchman": what does not act as a body.
fn is_inert(document: &Document, name: &Name) -> bool {
    let last = name.tokens.end - 1;
    let person =
        document.has(last, Classes::DEMONYM) && ["chman", "shman", "tsman", "woman"].iter().any(|end| document.word(last).ends_with(end));
    person || name.kind == NameKind::Place && document.has(last, Classes::PLACE_NOUN)
}

/// Whether an apposition can end before the token at `i`: at a comma, a stop or a verb.
fn closes_apposition(document: &Document, i: usize) -> bool {
    document.is_any(i, &[",", "."]) || document.tag(i).is_some_and(Tag::is_finite)
}

fn in_heading(document: &Document, i: usize) -> bool {
    let Some(paragraph) = document.paragraphs.get(document.paragraph_of(i)) else { return false };
    let heading = matches!(paragraph.kind, ParagraphKind::Byline | ParagraphKind::Credit | ParagraphKind::Label | ParagraphKind::Dateline);
    heading || i < paragraph.tokens.start + dateline::LONGEST && i < behind_dateline(document, &paragraph.tokens)
}

/// Whether a name is the subject of a verb: the place stands for its government, the unknown for a body.
fn acts(document: &Document, tokens: &Range<usize>) -> bool {
    let after = if document.tag(tokens.end) == Some(Tag::Rb) { tokens.end + 1 } else { tokens.end };
    let verb = document.tag(after).is_some_and(Tag::is_finite) || document.has(after, Classes::SAY | Classes::AUXILIARY);
    let possessive = document.is_any(after, &["'s", "'"]);
    let bound = tokens.start.checked_sub(1).is_some_and(|before| {
        let article = document.is(before, "the");
        let at = if article { before.checked_sub(1) } else { Some(before) };
        at.is_some_and(|at| document.has(at, Classes::PREPOSITION))
    });
    verb && !possessive && !bound
}

/// "Paris was cold": a place that is told of does not act.
fn is_told_of(document: &Document, verb: usize) -> bool {
    let state = document.is_any(verb, &["is", "was", "are", "were"]);
    state && document.tag(verb + 1).is_some_and(|tag| tag.is_adjective() || matches!(tag, Tag::In | Tag::Dt | Tag::Rb | Tag::Vbn))
}

/// Where the phrase around the noun at `head` begins.
fn noun_start(document: &Document, taken: &[bool], head: usize) -> usize {
    let floor = document.sentence_tokens(head).start.max(head.saturating_sub(8));
    let mut start = head;
    while start > floor && !taken[start - 1] {
        let before = start - 1;
        let Some(token) = document.token(before) else { break };
        if document.is(before, "that") && document.tag(head) == Some(Tag::Nns) {
            break;
        }
        let determiner = token.tag == Tag::Dt
            || document.is_any(before, words!["the", "a", "an", "his", "her", "their", "its", "some", "many", "several", "two", "three"]);
        let hyphen = document.is(before, "-") && document.is_glued(before) && document.is_glued(start);
        let modifier = matches!(token.kind, TokenKind::Word | TokenKind::Number)
            && (token.tag.is_adjective()
                || token.tag.is_noun()
                || matches!(token.tag, Tag::Cd | Tag::Vbg | Tag::Vbn)
                || document.has(before, Classes::DEMONYM));
        let joined = document.is(before, "'s") && start > floor + 1;
        if determiner || modifier || hyphen || joined {
            start = before;
        }
        if determiner || !(modifier || hyphen || joined) {
            break;
        }
    }
    start
}
