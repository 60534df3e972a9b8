//! What names that their words leave open name, by how the text uses them.

use super::name::{Name, NameKind, is_acronym, surname};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Case, Document, TokenKind, Words, words};
use rustc_hash::FxHashSet;

/// Decides about names that their words leave open, by how the text uses them.
pub(super) fn settle_unknown(document: &Document, list: &mut [Name]) {
    let alone: FxHashSet<&str> = list.iter().filter(|name| name.tokens.len() == 1).map(|name| document.word(name.tokens.start)).collect();
    // A second round lets a surname follow a full name that the first one settled.
    let firsts = list.iter().filter(|name| name.tokens.len() >= 2 && name.kind != NameKind::Person);
    let bodies: FxHashSet<&str> = firsts.map(|name| document.word(name.tokens.start)).collect();
    name_after_people(document, list);
    settle_countries(document, list);
    let storms: FxHashSet<&str> =
        list.iter().filter(|name| name.kind == NameKind::Event).map(|name| document.word(name.tokens.end - 1)).collect();
    for name in list.iter_mut().filter(|name| name.tokens.len() == 1 && storms.contains(document.word(name.tokens.start))) {
        name.kind = NameKind::Event;
    }
    for name in list
        .iter_mut()
        .filter(|name| name.kind != NameKind::Organization)
        .filter(|name| follows_body_noun(document, name) || joins_partners(document, name) || is_listed(document, name))
    {
        name.kind = NameKind::Organization;
    }
    for _ in 0..2 {
        let people = || list.iter().filter(|name| name.kind == NameKind::Person);
        let surnames: FxHashSet<&str> = people().map(|name| surname(document, &name.tokens)).collect();
        let full = people().filter(|name| name.tokens.len() >= 2);
        let whole = |i: &usize| {
            document.kind(*i) == Some(TokenKind::Word) && document.word(*i).len() > 1 && !document.has(*i, Classes::NAME_PARTICLE)
        };
        let parts: FxHashSet<&str> = full.flat_map(|name| name.tokens.clone().filter(whole)).map(|i| document.word(i)).collect();
        for name in list.iter_mut().filter(|name| matches!(name.kind, NameKind::Unknown | NameKind::Place)) {
            let word = document.word(name.tokens.start);
            let alone_for_person = name.tokens.len() == 1 && parts.contains(word) && !is_place_by_use(document, name);
            let short_for_body = name.tokens.len() == 1 && bodies.contains(word);
            let open = name.kind == NameKind::Unknown && !short_for_body;
            if alone_for_person || open && is_person_by_use(document, name, &surnames, &alone) {
                name.kind = NameKind::Person;
            }
        }
    }
}

/// "Tarsim's foreign minister", where no person of the text bears the word: Tarsim is a country, wherever it stands.
fn settle_countries(document: &Document, list: &mut [Name]) {
    const OWN: [&str; 8] = ["foreign", "parliament", "capital", "coast", "border", "embassy", "ambassador", "president"];
    let rules = |name: &&Name| {
        let open = name.tokens.len() == 1 && name.kind != NameKind::Organization && !document.has(name.tokens.start, Classes::GIVEN_NAME);
        open && document.is_any(name.tokens.end, &["'s", "’s"]) && document.is_any(name.tokens.end + 1, &OWN)
    };
    let countries: FxHashSet<&str> = list.iter().filter(rules).map(|name| document.word(name.tokens.start)).collect();
    let borne: FxHashSet<&str> = list.iter().filter(|name| name.tokens.len() > 1).map(|name| document.word(name.tokens.end - 1)).collect();
    for name in list.iter_mut().filter(|name| name.tokens.len() == 1) {
        let word = document.word(name.tokens.start);
        if countries.contains(word) && !borne.contains(word) {
            name.kind = NameKind::Place;
        }
    }
}

/// "Brandt & Loeb": partners make a firm.
fn joins_partners(document: &Document, name: &Name) -> bool {
    name.tokens.clone().any(|i| document.is(i, "&"))
}

/// "Tarrow (TRW.L)", "Tarrow (NYSE: TRW)": what has a ticker is a company.
fn is_listed(document: &Document, name: &Name) -> bool {
    let shares = document.kind(name.tokens.end + 1) == Some(TokenKind::Link)
        || document.is_any(name.tokens.end + 1, words!["nyse", "nasdaq", "lse", "asx", "tsx"]) && document.is(name.tokens.end + 2, ":");
    document.is(name.tokens.end, "(") && shares && !document.text_of(name.tokens.end + 1).contains(['@', '/', '#'])
}

/// "the power company Tavenna Light", "the newspaper Ouest": what the noun before it is.
fn follows_body_noun(document: &Document, name: &Name) -> bool {
    let noun = name.tokens.start.checked_sub(1).filter(|i| document.has(*i, Classes::ORGANIZATION_NOUN) && !document.is_capitalized(*i));
    let noun = noun.filter(|noun| !document.has(*noun, Classes::ROLE | Classes::PERSON_NOUN));
    noun.is_some() && !document.has(name.tokens.start, Classes::HONORIFIC | Classes::GIVEN_NAME)
}

/// "Ann Lee Travel Legacy", where the text names Ann Lee, too: what is named after a person is no person.
fn name_after_people(document: &Document, list: &mut [Name]) {
    let pair = |name: &Name| (document.word(name.tokens.start), document.word(name.tokens.start + 1));
    let people = list.iter().filter(|name| name.kind == NameKind::Person && name.tokens.len() == 2);
    let known: FxHashSet<(&str, &str)> = people.map(pair).collect();
    for name in list.iter_mut().filter(|name| name.kind == NameKind::Person && name.tokens.len() >= 4) {
        if known.contains(&pair(name)) {
            name.kind = NameKind::Organization;
        }
    }
}

/// Whether a word that is both a surname of the text and a place means the place: "in Paris", "the Paris talks".
fn is_place_by_use(document: &Document, name: &Name) -> bool {
    let place = document.has(name.tokens.start, Classes::COUNTRY | Classes::CITY);
    let before = name.tokens.start.checked_sub(1);
    place
        && before.is_some_and(|i| {
            document.has(i, Classes::PREPOSITION)
                || document.is_any(i, &["the", ","])
                || document.is_capitalized(i)
                || document.has(i, Classes::COUNTRY)
        })
}

fn is_person_by_use(document: &Document, name: &Name, surnames: &FxHashSet<&str>, alone: &FxHashSet<&str>) -> bool {
    let tokens = &name.tokens;
    let last = document.word(tokens.end - 1);
    let all_demonyms = tokens.clone().all(|i| document.has(i, Classes::DEMONYM | Classes::COUNTRY | Classes::CITY));
    let before = tokens.start.checked_sub(1);
    let article = before.is_some_and(|i| document.is_any(i, &["the", "a", "an"]));
    if all_demonyms || article || tokens.len() > 4 {
        return false;
    }
    let bodily = document.is_any(tokens.end + 1, &["it", "its", "their"]) && tokens.len() >= 2;
    if bodily && document.has(tokens.end, Classes::SAY) && !document.has(tokens.start, Classes::GIVEN_NAME | Classes::MONTH)
        || tokens.clone().any(|i| document.is(i, "&"))
    {
        return false;
    }
    let theirs = (tokens.end + 2..tokens.end + 10).any(|i| document.is_any(i, &["their", "its"]));
    let determined = tokens.len() >= 2 || document.is_any(tokens.end + 1, &["a", "an", "the", "who"]) && !theirs;
    let described = document.is(tokens.end, ",") && determined && describes_person(document, tokens.end + 1);
    let office_before = before.is_some_and(|i| document.has(i, Classes::ROLE) && !document.is_glued(tokens.start));
    // "Hsu Mei-chuan": a second name that goes on in small letters.
    let hyphened = tokens.len() == 4
        && document.is(tokens.start + 2, "-")
        && document.token(tokens.start + 3).is_some_and(|token| token.case == Case::Lower);
    let company_like = !(described || office_before || hyphened)
        && tokens.len() >= 2
        && alone.contains(document.word(tokens.start))
        && !alone.contains(last)
        && !document.has(tokens.start, Classes::GIVEN_NAME);
    if company_like {
        return false;
    }
    let placed = before.is_some_and(|i| document.is_any(i, words!["in", "at", "from", "of", "near", "to"]));
    let says = !placed && document.has(tokens.end, Classes::SAY) && document.tag(tokens.end).is_none_or(|tag| tag.is_verb())
        || tokens.len() == 1 && document.is_any(tokens.end, &PERSONAL) && !is_acronym(document, tokens.start)
        || tokens.len() == 1 && document.tag(tokens.end).is_some_and(Tag::is_finite) && owns(document, tokens.end);
    let said = before.is_some_and(|i| document.has(i, Classes::SAY) && !document.is_any(i, &["told", "tells", "tell", "telling"]))
        && !document.is_capitalized(before.unwrap_or_default());
    let aged = document.is(tokens.end, ",") && document.kind(tokens.end + 1) == Some(TokenKind::Number) && document.is(tokens.end + 2, ",");
    let modifies = matches!(document.tag(tokens.end), Some(Tag::Nn | Tag::Nns | Tag::Jj)) && !document.is_glued(tokens.end);
    let said = said && !modifies && document.kind(tokens.end) != Some(TokenKind::Number);
    let surname_known = tokens.len() == 1 && surnames.contains(last);
    let surname_used = (2..=3).contains(&tokens.len())
        && !document.has(tokens.start, Classes::STARTER)
        && !document.has(tokens.end - 1, Classes::CITY | Classes::COUNTRY)
        && (surnames.contains(last) || alone.contains(last));
    // "Bex Laverty quit the show. She": what only a person is called.
    let personal = tokens.len() >= 2
        && document.tag(tokens.end).is_some_and(Tag::is_finite)
        && (tokens.end + 1..tokens.end + 20)
            .find(|i| document.is_any(*i, words!["he", "she", "his", "her", "it", "its", "they", "their"]))
            .is_some_and(|i| {
                document.is_any(i, &["he", "she", "his", "her"])
                    && !(tokens.end..i).any(|k| document.has(k, Classes::GIVEN_NAME) && document.is_capitalized(k))
            });
    // "Kizito “Bobby” Ssenoga"
    let nicknamed = tokens.clone().any(|i| document.kind(i) == Some(TokenKind::Mark));
    described || hyphened || nicknamed || personal || office_before || says || said || aged || surname_known || surname_used
}

/// Past forms, folded, of what only a person does in telling something.
static PERSONAL: Words = Words::new(&[
    "continued",
    "recalled",
    "replied",
    "joked",
    "laughed",
    "smiled",
    "shrugged",
    "nodded",
    "sighed",
    "whispered",
    "shouted",
    "quipped",
    "remembered",
    "chuckled",
    "grinned",
    "mused",
    "asked",
    "wept",
    "cried",
]);

/// Whether "his" or "her" stands right behind a verb, as behind one that a person is the subject of.
fn owns(document: &Document, verb: usize) -> bool {
    (verb + 1..verb + 4).any(|i| document.is_any(i, &["his", "her", "himself", "herself"]))
}

/// Whether the words from `at` on are what is said behind a person's name: "who …", "a former teacher", "of Northfield".
fn describes_person(document: &Document, at: usize) -> bool {
    let end = document.sentence_tokens(at).end.min(at + 8);
    let makes =
        |i: usize| document.is_any(i, words!["maker", "makers", "owner", "operator", "builder", "publisher", "supplier", "provider"]);
    if (at..end).take_while(|i| !document.is_any(*i, &[",", ".", ";"])).any(makes) {
        return document.is(at, "who");
    }
    let noun =
        || (at..end).take_while(|i| !document.is_any(*i, &[",", ".", ";"])).any(|i| document.has(i, Classes::ROLE | Classes::PERSON_NOUN));
    document.is(at, "who") || noun()
}
