//! Runs of capitalised words that are names, and what each names.

use super::settle;
use crate::lexicon::{self, Classes};
use crate::tag::Tag;
use crate::text::{Case, Document, ParagraphKind, TokenKind, Words, words};
use rustc_hash::{FxHashMap, FxHashSet};
use std::ops::Range;

/// What a name names, as far as the words themselves tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameKind {
    Person,
    Organization,
    Place,
    /// A storm: what never speaks.
    Event,
    Unknown,
}

/// A run of tokens that is a name.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub tokens: Range<usize>,
    pub kind: NameKind,
}

/// The names of a document, and for each token the one it belongs to.
pub(super) struct Names {
    pub list: Vec<Name>,
    at: Vec<Option<u32>>,
}

impl Names {
    /// The name that holds the token at `i`.
    pub fn at(&self, i: usize) -> Option<&Name> {
        self.list.get(self.index_at(i)?)
    }

    /// The number of the name that holds the token at `i`.
    pub fn index_at(&self, i: usize) -> Option<usize> {
        self.at.get(i).copied().flatten().map(|n| n as usize)
    }
}

/// Finds the names of `document`.
pub(super) fn find(document: &Document) -> Names {
    let shouted: Vec<bool> = document.paragraphs.iter().map(|paragraph| is_shouted(document, &paragraph.tokens)).collect();
    let evidence = Evidence::gather(document, &shouted);
    let mut list: Vec<Name> = Vec::new();
    for (paragraph, shouted) in document.paragraphs.iter().zip(shouted) {
        let mut i = paragraph.tokens.start;
        while i < paragraph.tokens.end {
            let begins = evidence.begins_name(document, i, shouted);
            let hidden = |k: &usize| document.kind(*k) == Some(TokenKind::Word) && !evidence.shows(document, *k);
            let limit = if begins && shouted { (i + 1..paragraph.tokens.end).find(hidden) } else { None };
            let end = if begins { run_end(document, i, limit.unwrap_or(paragraph.tokens.end)) } else { i };
            if end > i {
                let kind = match classify(document, &(i..end)) {
                    // In a headline in capitals a surname looks like an acronym.
                    NameKind::Organization if shouted && end == i + 1 && !document.has(i, Classes::ORGANIZATION) => NameKind::Unknown,
                    kind => kind,
                };
                list.push(Name { tokens: i..end, kind });
            }
            i = end.max(i + 1);
        }
    }
    settle::settle_unknown(document, &mut list);
    let mut at = vec![None; document.tokens.len()];
    for (n, name) in (0u32..).zip(&list) {
        at[name.tokens.clone()].fill(Some(n));
    }
    Names { list, at }
}

/// Words that are names wherever they stand.
const LISTED: Classes = Classes::GIVEN_NAME.and_also(Classes::COUNTRY).and_also(Classes::CITY).and_also(Classes::ORGANIZATION);

/// Which words the text itself shows to be names: capitalised where nothing forces it.
struct Evidence<'d> {
    capitalized: FxHashSet<&'d str>,
}

impl<'d> Evidence<'d> {
    fn gather(document: &'d Document, shouted: &[bool]) -> Self {
        let mut counts: FxHashMap<&str, (u32, u32)> = FxHashMap::default();
        let plain = document.sentences.iter().filter(|sentence| {
            let paragraph = &document.paragraphs[sentence.paragraph];
            !shouted[sentence.paragraph]
                && matches!(paragraph.kind, ParagraphKind::Body | ParagraphKind::Caption | ParagraphKind::List | ParagraphKind::Standfirst)
        });
        let words = || {
            let tokens = plain.clone().flat_map(|sentence| sentence.tokens.clone());
            tokens.filter(|i| document.kind(*i) == Some(TokenKind::Word))
        };
        for i in words().filter(|i| document.is_capitalized(*i) && !begins_statement(document, *i)) {
            counts.entry(document.word(i)).or_default().0 += 1;
        }
        // Only words with a capital are counted without one: they are few.
        for i in words().filter(|i| !document.is_capitalized(*i)) {
            if let Some(count) = counts.get_mut(document.word(i)) {
                count.1 += 1;
            }
        }
        Self { capitalized: counts.into_iter().filter(|(_, (upper, lower))| upper > lower).map(|(word, _)| word).collect() }
    }

    /// Whether the word at `i` is a name though its capital says nothing.
    fn shows(&self, document: &Document, i: usize) -> bool {
        self.capitalized.contains(document.word(i)) || document.has(i, LISTED)
    }

    /// Whether a name can begin at `i`.
    fn begins_name(&self, document: &Document, i: usize, shouted: bool) -> bool {
        if !is_name_word(document, i) || document.has(i, Classes::HONORIFIC) && !leads_to_body(document, i) {
            return false;
        }
        let known = || self.capitalized.contains(document.word(i));
        let listed = document.has(i, LISTED);
        if shouted {
            return self.shows(document, i);
        }
        if !begins_statement(document, i) {
            return true;
        }
        let people = document.has(i, Classes::GROUP_NOUN) && !document.has(i, Classes::ORGANIZATION_NOUN);
        let proper = document.tag(i).is_some_and(Tag::is_proper) && !document.has(i, Classes::STARTER) && !people;
        let followed = is_name_word(document, i + 1) && !document.has(i, Classes::STARTER | Classes::PREPOSITION);
        listed || proper || followed || known()
    }
}

/// Whether the token at `i` is the first word of a sentence, of a quotation or of a clause after a colon.
fn begins_statement(document: &Document, i: usize) -> bool {
    let sentence = document.sentence_tokens(i).start;
    if i == sentence {
        return true;
    }
    match document.kind(i - 1) {
        Some(TokenKind::Mark) => true,
        Some(TokenKind::Punct) => document.is_any(i - 1, words![":", "*", "•", "(", "[", "—", "–", "--", ".", "!", "?"]),
        _ => false,
    }
}

/// Whether most longer words of the paragraph are capitalised, or all are in capitals, so that capitals say nothing.
fn is_shouted(document: &Document, tokens: &Range<usize>) -> bool {
    let long = tokens.clone().filter(|i| document.kind(*i) == Some(TokenKind::Word) && document.word(*i).len() >= 4);
    let (mut all, mut upper, mut whole) = (0, 0, 0);
    for i in long {
        all += 1;
        upper += usize::from(document.is_capitalized(i));
        whole += usize::from(document.token(i).is_some_and(|token| token.case == Case::Upper));
    }
    // "Judge Renee Caldwell Brown agreed.": a sentence.
    let stopped = tokens.end.checked_sub(1).is_some_and(|last| document.is(last, "."));
    all >= 4 && upper * 10 >= all * if stopped { 10 } else { 8 } || all >= 2 && whole == all
}

/// Members of parties, as they stand before names.
const PARTISANS: &[&str] =
    &["republican", "democrat", "democratic", "conservative", "labour", "liberal", "independent", "libertarian", "green"];

/// "D-Harlow", "R-Ohio": a party and a place, behind a comma or a bracket.
fn is_party_tag(document: &Document, i: usize) -> bool {
    let behind = i.checked_sub(1).is_some_and(|before| document.is_any(before, &[",", "("]));
    behind && document.is_any(i, &["d", "r", "i"]) && document.is(i + 1, "-") && document.is_capitalized(i + 2)
}

/// A capitalised word that can stand in a name; offices, months and weekdays cannot begin one.
fn is_name_word(document: &Document, i: usize) -> bool {
    let Some(token) = document.token(i) else { return false };
    if document.is_any(i, &["pro"]) && document.is_any(i + 1, &["tem", "tempore"]) {
        return false;
    }
    if document.is_any(i, &["who", "us"]) && token.case != Case::Upper {
        return false;
    }
    if !token.is_capitalized() || document.is_any(i, &["i", "'s", "i'm"]) || is_party_tag(document, i) {
        return false;
    }
    // "Republican Ana Costa", "Frenchwoman Ana Costa": what someone is, before the name.
    let kind_of_person = document.has(i, Classes::DEMONYM) || document.is_any(i, PARTISANS);
    if kind_of_person && document.has(i + 1, Classes::GIVEN_NAME) && document.is_capitalized(i + 2) {
        return false;
    }
    if document.is_any(i, &["tem", "tempore"]) && i > 0 && document.is(i - 1, "pro") {
        return false;
    }
    // "Council Member Ann Lee"
    if document.is(i, "member") && i > 0 && document.has(i - 1, Classes::ORGANIZATION_NOUN) && document.is_capitalized(i + 1) {
        return false;
    }
    // "Chief inspector May Harkness"
    let office_before = i.checked_sub(1).is_some_and(|before| document.has(before, Classes::ROLE | Classes::HONORIFIC));
    if document.is_any(i, words!["may", "april", "june", "jan", "august"]) && document.is_capitalized(i + 1) {
        let told = document.is(i + 2, ",") || document.has(i + 2, Classes::SAY) || document.tag(i + 2).is_some_and(Tag::is_finite);
        let other = Classes::EVENT_NOUN | Classes::ORGANIZATION_NOUN | Classes::COUNTRY | Classes::CITY | Classes::MONTH | Classes::WEEKDAY;
        let placed = i.checked_sub(1).is_some_and(|before| document.has(before, Classes::PREPOSITION));
        if office_before || told && !placed && !document.has(i + 1, other) {
            return true;
        }
    }
    let heads_body = || leads_to_body(document, i) || document.is(i + 1, "and") && leads_to_body(document, i + 2) || owns_body(document, i);
    if document.has(i, Classes::ROLE | Classes::ROLE_MODIFIER) && !document.has(i, Classes::GIVEN_NAME | Classes::ORGANIZATION_NOUN) {
        return heads_body();
    }
    !(document.has(i, Classes::MONTH | Classes::WEEKDAY) || document.is_any(i, &["yesterday", "today", "tomorrow", "tonight"]))
        || heads_body()
}

/// Whether the capitalised words from `i` on come to a noun that heads a body: "National | Geology Office".
fn leads_to_body(document: &Document, i: usize) -> bool {
    let sign = |k: usize| document.is_any(k, &["'", "’", "'s", "’s"]) && document.is_glued(k);
    let part = |k: usize| document.is_capitalized(k) && !document.has(k, Classes::ROLE | Classes::GIVEN_NAME) || sign(k);
    let run = (i + 1..i + 6).take_while(|k| part(*k));
    run.into_iter().any(|k| document.has(k, Classes::ORGANIZATION_NOUN))
}

/// The end of the name that begins at `start`.
fn run_end(document: &Document, start: usize, limit: usize) -> usize {
    let mut end = start + 1;
    while end < limit {
        let next = step(document, start, end);
        if next == end || next > limit {
            break;
        }
        end = next;
    }
    if is_modifier(document, end) { start.max(end - 1) } else { end }
}

/// Whether a hyphen and a lower-case word make the name a modifier: "Russian-backed".
fn is_modifier(document: &Document, end: usize) -> bool {
    let hyphen = document.is_glued(end) && document.is_any(end, &["-", "‐", "‑", "–"]);
    hyphen
        && document.is_glued(end + 1)
        && document.token(end + 1).is_some_and(|token| token.kind == TokenKind::Word && !token.is_capitalized())
}

/// What stands behind a surname, folded.
pub(super) static SUFFIXES: Words =
    Words::new(&["jr.", "sr.", "jr", "sr", "ii", "iii", "iv", "kc", "qc", "obe", "mbe", "cbe", "phd", "m.d.", "ph.d.", "esq", "esq."]);

/// The end of the name if it goes on behind `end`, otherwise `end` itself.
fn step(document: &Document, start: usize, end: usize) -> usize {
    if let Some(owned) = owned_body(document, start, end) {
        return owned;
    }
    if document.is_glued(end) {
        return hyphenated(document, start, end);
    }
    // "Trade and Industry | Ann Lee": a minister's name behind the field.
    let field = start.checked_sub(1).is_some_and(|before| document.is_any(before, &["and", "of", "for"]));
    if field && document.has(end, Classes::GIVEN_NAME) && !document.has(start, Classes::GIVEN_NAME) && document.is_capitalized(end + 1) {
        return end;
    }
    // "Brandt & Loeb"
    if document.is(end, "&") && document.is_capitalized(end + 1) {
        return end + 2;
    }
    let month_as_name = document.is(end, "may") && document.has(end - 1, Classes::GIVEN_NAME);
    if document.is_capitalized(end) && (is_name_word(document, end) || month_as_name || is_initial(document, end)) {
        return end + 1;
    }
    if document.is_any(end, &SUFFIXES) {
        return end + 1;
    }
    // "Ahmed al-Masri"
    if document.has(end, Classes::NAME_PARTICLE)
        && document.is(end + 1, "-")
        && document.is_glued(end + 1)
        && document.is_capitalized(end + 2)
    {
        return end + 3;
    }
    if document.has(end, Classes::NAME_PARTICLE) && !document.has(end, Classes::AUXILIARY) {
        let after = if document.has(end + 1, Classes::NAME_PARTICLE) { end + 2 } else { end + 1 };
        let lower_particle = document.token(end).is_some_and(|token| token.case == Case::Lower);
        return if lower_particle && is_name_word(document, after) { after + 1 } else { end };
    }
    nickname(document, start, end).unwrap_or_else(|| linked_body(document, start, end))
}

/// "Coroner's | Court": an office that is part of the name of a body.
fn owns_body(document: &Document, i: usize) -> bool {
    document.is_any(i, OWNERS)
        && document.is_any(i + 1, &["'s", "’s", "'", "’"])
        && document.is_capitalized(i + 2)
        && document.has(i + 2, Classes::ORGANIZATION_NOUN)
}

/// Who can own a body in its name.
const OWNERS: &[&str] =
    &["coroner", "children", "women", "men", "people", "king", "queen", "workers", "magistrate", "magistrates", "prosecutors", "sheriff"];

/// The end of the name of a body that has owners in it: "National Teachers' | Union", "St Mary's | Hospital", "Coroner's | Court".
fn owned_body(document: &Document, start: usize, end: usize) -> Option<usize> {
    let sign = document.is_any(end, &["'s", "'", "’", "’s"]) && document.is_glued(end);
    let body = document.is_capitalized(end + 1) && (document.has(end + 1, Classes::ORGANIZATION_NOUN) || leads_to_body(document, end + 1));
    let owner = end - 1;
    let plural = document.word(owner).ends_with('s') && !document.is_any(end, &["'s", "’s"]) && !document.has(owner, Classes::GIVEN_NAME);
    let saint = owner > start && document.is_any(owner - 1, &["st", "st.", "saint"]);
    (sign && body && (plural && owner > start || saint || document.is_any(owner, OWNERS))).then_some(end + 2)
}

/// The end of a name that holds a nickname in quotation marks: "Ana “Speedy” Costa".
fn nickname(document: &Document, start: usize, end: usize) -> Option<usize> {
    let given = document.has(start, Classes::GIVEN_NAME) || end == start + 1 && !document.has(start, Classes::STARTER | Classes::ROLE);
    let opened = document.kind(end) == Some(TokenKind::Mark) && document.is_glued(end + 1) && given;
    let close = (end + 2..end + 4).find(|i| document.kind(*i) == Some(TokenKind::Mark))?;
    let inside = (end + 1..close).all(|i| document.is_capitalized(i));
    (opened && inside && is_name_word(document, close + 1)).then_some(close + 2)
}

fn is_initial(document: &Document, i: usize) -> bool {
    document.is_capitalized(i) && document.word(i).len() == 2 && document.word(i).ends_with('.')
}

/// The end of a hyphenated part ("Ki-moon", "Jean-Luc") or of an ampersand ("AT&T"), otherwise `end`.
fn hyphenated(document: &Document, start: usize, end: usize) -> usize {
    let joint = document.is_any(end, &["-", "‐", "‑", "&"]);
    if !joint || !document.is_glued(end + 1) || document.kind(end + 1) != Some(TokenKind::Word) {
        return end;
    }
    let suffix =
        document.is_any(end + 1, words!["led", "run", "born", "era", "wide", "style", "only", "free", "made", "like", "based", "owned"]);
    let short_given = end > start + 1 && !suffix && document.word(end + 1).len() <= 5;
    if document.is_capitalized(end + 1) || short_given { end + 2 } else { end }
}

/// The end of "… of/for X" behind a word that heads the name of a body: "Ministry of Foreign Affairs".
fn linked_body(document: &Document, start: usize, end: usize) -> usize {
    // "Orleshire Fire and Rescue Service"
    let pair = document.is(end, "and")
        && end - start <= 3
        && document.is_capitalized(end + 1)
        && (leads_to_body(document, end + 1) || document.is_phrase(end + 1, &["safety", "executive"]))
        && !document.has(end + 1, Classes::GIVEN_NAME | Classes::COUNTRY | Classes::CITY)
        && !(start..end)
            .any(|i| document.has(i, Classes::GIVEN_NAME | Classes::COUNTRY | Classes::ORGANIZATION_NOUN | Classes::ORGANIZATION));
    if pair {
        return end + 2;
    }
    let heads = (start..end).any(|i| document.has(i, Classes::ORGANIZATION_NOUN) && document.is_capitalized(i));
    if !heads || !document.is_any(end, words!["of", "for", "and", "&", "on"]) {
        return end;
    }
    let article = usize::from(document.is(end + 1, "the"));
    let next = end + 1 + article;
    let linked = (start..end).any(|i| document.is_any(i, &["of", "for", "on"]));
    let conjoined = document.is_any(end, &["and", "&"]);
    let names_on =
        document.is_capitalized(next) && !document.has(next, Classes::GIVEN_NAME | Classes::MONTH | Classes::WEEKDAY | Classes::ROLE);
    if names_on && (!conjoined || (linked && article == 0)) { next + 1 } else { end }
}

/// What the words of a name tell about it.
fn classify(document: &Document, tokens: &Range<usize>) -> NameKind {
    let any = |classes: Classes| tokens.clone().any(|i| document.has(i, classes));
    let all = |classes: Classes| tokens.clone().all(|i| document.has(i, classes));
    let first = tokens.start;
    let given = document.has(first, Classes::GIVEN_NAME) && tokens.len() >= 2;
    // "the Lady Pell" is a ship.
    let ship = first > 1 && document.is(first - 1, "lady") && document.is(first - 2, "the");
    let titled = !ship && first.checked_sub(1).is_some_and(|before| document.has(before, Classes::HONORIFIC));
    let joined = joined_classes(document, tokens);
    let heads_body = document.has(tokens.end - 1, Classes::ORGANIZATION_NOUN) || any(Classes::COMPANY_SUFFIX);
    let initial = tokens.len() >= 3 && is_initial(document, first + 1);
    if document.is_any(first, &NOT_PEOPLE) && !titled {
        let storm = document.is_any(first, words!["tropical", "storm", "hurricane", "typhoon", "cyclone"]);
        return match document.has(tokens.end - 1, Classes::ORGANIZATION_NOUN) {
            true => NameKind::Organization,
            false if storm => NameKind::Event,
            false => NameKind::Place,
        };
    }
    if tokens.len() > 1 && document.has(tokens.end - 1, Classes::PLACE_NOUN) {
        return NameKind::Place;
    }
    if titled || (given && !heads_body) || (given && tokens.len() == 2 && !any(Classes::COMPANY_SUFFIX)) || (initial && !heads_body) {
        NameKind::Person
    } else if joined.has(Classes::PLACE) || all(Classes::COUNTRY | Classes::CITY) {
        NameKind::Place
    } else if joined.has(Classes::ORGANIZATION) || any(Classes::ORGANIZATION_NOUN | Classes::COMPANY_SUFFIX | Classes::ORGANIZATION) {
        NameKind::Organization
    } else if all(Classes::DEMONYM) {
        NameKind::Unknown
    } else if tokens.len() == 1 && is_acronym(document, first) {
        NameKind::Organization
    } else {
        NameKind::Unknown
    }
}

/// First words, folded, of the names of places, storms, ships and clubs.
static NOT_PEOPLE: Words = Words::new(&[
    "tropical",
    "storm",
    "hurricane",
    "typhoon",
    "cyclone",
    "operation",
    "lake",
    "mount",
    "mt.",
    "port",
    "fort",
    "cape",
    "river",
    "castle",
    "camp",
    "project",
]);

/// Acronyms, folded, of time zones.
static ZONES: Words = Words::new(&["gmt", "utc", "est", "edt", "cst", "cdt", "pst", "pdt", "mst", "mdt", "cet", "cest", "bst", "ist"]);

pub(super) fn is_acronym(document: &Document, i: usize) -> bool {
    if document.is_any(i, &ZONES) {
        return false;
    }
    document.token(i).is_some_and(|token| token.case == Case::Upper && (2..=6).contains(&token.span.len()))
}

/// The classes of a name of several words as a whole.
fn joined_classes(document: &Document, tokens: &Range<usize>) -> Classes {
    if !(2..=4).contains(&tokens.len()) {
        return Classes::NONE;
    }
    let mut joined = String::new();
    for i in tokens.clone() {
        if i > tokens.start {
            joined.push('_');
        }
        joined.push_str(document.word(i));
    }
    lexicon::classes(&joined)
}

/// The last word of a name that is not "Jr." or a number of a reign.
pub(super) fn surname<'d>(document: &'d Document, name: &Range<usize>) -> &'d str {
    let last = name.clone().rev().find(|i| !document.is_any(*i, &SUFFIXES));
    document.word(last.unwrap_or(name.start))
}
