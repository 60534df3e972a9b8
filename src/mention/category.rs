//! What a person, a body or a group speaks for, by the words for its office and its organisation.

use super::Category;
use crate::lexicon::Classes;
use crate::text::{Document, Words};
use std::ops::Range;

/// Words, folded, and the category that they show. The first list with a match decides.
type Table = &'static [(Category, &'static [&'static str])];

/// Offices that show by themselves what is spoken for.
const BY_ROLE: Table = &[
    (Category::Diplomacy, &["ambassador", "envoy", "diplomat", "diplomats", "consul", "attaché", "negotiator", "negotiators", "envoys"]),
    (Category::Judiciary, &["judge", "judges", "justice", "magistrate", "prosecutor", "prosecutors", "coroner", "jury", "jurors"]),
    (
        Category::Legislature,
        &[
            "senator",
            "senators",
            "sen.",
            "sens.",
            "rep.",
            "reps.",
            "congressman",
            "congresswoman",
            "lawmaker",
            "lawmakers",
            "legislator",
            "parliamentarian",
            "mp",
            "speaker",
            "councillor",
            "councilor",
            "councilman",
            "councilwoman",
            "alderman",
        ],
    ),
    (
        Category::Military,
        &[
            "general",
            "gen.",
            "colonel",
            "col.",
            "major",
            "maj.",
            "lieutenant",
            "lt.",
            "admiral",
            "adm.",
            "brigadier",
            "marshal",
            "soldier",
            "soldiers",
            "troops",
            "forces",
            "commander",
            "cmdr.",
        ],
    ),
    (
        Category::Police,
        &[
            "police",
            "sheriff",
            "detective",
            "constable",
            "superintendent",
            "inspector",
            "det.",
            "supt.",
            "sgt.",
            "policeman",
            "investigators",
            "detectives",
        ],
    ),
    (
        Category::Government,
        &[
            "minister",
            "premier",
            "chancellor",
            "governor",
            "gov.",
            "mayor",
            "undersecretary",
            "king",
            "queen",
            "emperor",
            "sultan",
            "emir",
            "president-elect",
            "authorities",
            "officials",
            "official",
            "ministers",
            "administration",
        ],
    ),
    (Category::Agency, &["regulator", "regulators", "ombudsman", "auditor", "comptroller", "firefighters", "firefighter"]),
    (
        Category::Party,
        &["candidate", "nominee", "contender", "democrats", "republicans", "conservatives", "liberals", "opposition", "whip"],
    ),
    (
        Category::Company,
        &[
            "ceo",
            "cfo",
            "coo",
            "cto",
            "executive",
            "executives",
            "owner",
            "investor",
            "investors",
            "banker",
            "trader",
            "traders",
            "shareholders",
            "entrepreneur",
            "manager",
        ],
    ),
    (Category::Ngo, &["activist", "activists", "campaigner", "campaigners", "advocate", "advocates", "organizer", "organiser"]),
    (
        Category::Expert,
        &[
            "professor",
            "lecturer",
            "economist",
            "economists",
            "scientist",
            "scientists",
            "researcher",
            "researchers",
            "analyst",
            "analysts",
            "expert",
            "experts",
            "historian",
            "scholar",
            "fellow",
            "epidemiologist",
            "virologist",
            "physicist",
            "chemist",
            "astronomer",
            "geologist",
            "seismologist",
            "meteorologist",
            "climatologist",
            "sociologist",
            "psychologist",
            "engineer",
            "engineers",
            "doctor",
            "doctors",
            "physician",
            "surgeon",
            "strategist",
            "consultant",
            "pollster",
            "lawyer",
            "lawyers",
            "attorney",
            "author",
            "dean",
        ],
    ),
    (
        Category::Media,
        &[
            "journalist",
            "journalists",
            "reporter",
            "reporters",
            "editor",
            "columnist",
            "correspondent",
            "publisher",
            "host",
            "anchor",
            "presenter",
            "broadcaster",
        ],
    ),
    (Category::Sport, &["coach", "captain", "skipper", "striker", "goalkeeper", "midfielder", "trainer", "referee"]),
];

/// Organisations that show what who belongs to them speaks for.
const BY_ORGANIZATION: Table = &[
    (
        Category::International,
        &["un", "u.n.", "united", "nato", "eu", "european", "unesco", "unicef", "unhcr", "imf", "opec", "interpol", "asean", "who"],
    ),
    (Category::Judiciary, &["court", "tribunal", "prosecutors", "prosecution"]),
    (Category::Sport, &["rovers", "wanderers", "albion", "hotspur", "rangers", "dynamo"]),
    (Category::Agency, &["inspectorate", "regulator", "ombudsman"]),
    (Category::Police, &["police", "sheriff"]),
    (Category::Military, &["army", "navy", "military", "guards", "pentagon", "guard", "troops", "battalion", "brigade", "marines"]),
    (
        Category::Legislature,
        &["parliament", "congress", "senate", "house", "assembly", "council", "legislature", "parliamentary", "congressional"],
    ),
    (Category::Diplomacy, &["embassy", "consulate"]),
    (
        Category::Expert,
        &["university", "college", "school", "institute", "laboratory", "lab", "observatory", "hospital", "clinic", "museum", "academy"],
    ),
    (Category::Party, &["party", "campaign", "democratic", "republican", "opposition", "labour", "conservative"]),
    (
        Category::Agency,
        &[
            "agency",
            "bureau",
            "commission",
            "authority",
            "administration",
            "service",
            "services",
            "fbi",
            "cia",
            "nasa",
            "nsa",
            "cdc",
            "fda",
            "board",
            "centers",
            "directorate",
        ],
    ),
    (
        Category::Government,
        &[
            "ministry",
            "government",
            "kremlin",
            "white_house",
            "department",
            "cabinet",
            "presidency",
            "presidential",
            "royal",
            "governmental",
            "ministerial",
            "palace",
            "office",
            "state",
            "treasury",
            "municipality",
            "city",
            "county",
        ],
    ),
    (Category::Sport, &["club", "fc", "olympic"]),
    (
        Category::Media,
        &["newspaper", "times", "post", "journal", "herald", "tribune", "news", "magazine", "radio", "television", "tv", "gazette"],
    ),
    (
        Category::Ngo,
        &[
            "watch",
            "foundation",
            "charity",
            "amnesty",
            "greenpeace",
            "oxfam",
            "union",
            "association",
            "society",
            "coalition",
            "alliance",
            "federation",
            "church",
        ],
    ),
    (
        Category::Company,
        &[
            "company",
            "corporation",
            "bank",
            "airlines",
            "airways",
            "motors",
            "industries",
            "semiconductors",
            "devices",
            "therapeutics",
            "biotech",
            "logistics",
            "petroleum",
            "chemicals",
            "beverages",
            "automotive",
            "aerospace",
            "telecom",
            "telecoms",
            "minerals",
            "mining",
            "hotels",
            "supermarkets",
            "stores",
            "holdings",
            "partners",
            "capital",
            "securities",
            "firm",
            "retailer",
            "manufacturer",
            "maker",
            "carmaker",
            "brokerage",
            "exchange",
        ],
    ),
];

/// Roles that many kinds of bodies have: the organisation decides before they do.
static NEUTRAL: Words = Words::new(&[
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "director",
    "chief",
    "head",
    "leader",
    "president",
    "chairman",
    "chairwoman",
    "chairperson",
    "chair",
    "secretary",
    "officer",
    "member",
    "deputy",
    "official",
    "officials",
    "source",
    "sources",
    "adviser",
    "advisor",
    "aide",
    "manager",
    "executive",
    "commissioner",
    "attorney",
    "general",
    "speaker",
    "engineer",
    "lawyer",
    "founder",
    "captain",
    "representative",
    "delegate",
    "scientist",
]);

/// Offices of two words whose second word alone would mislead.
const BY_PAIR: &[(Category, &str, &str)] = &[
    (Category::International, "secretary", "general"),
    (Category::Government, "attorney", "general"),
    (Category::Judiciary, "district", "attorney"),
    (Category::Government, "solicitor", "general"),
    (Category::Agency, "director", "general"),
    (Category::Agency, "inspector", "general"),
    (Category::Company, "chief", "financial"),
    (Category::Company, "chief", "operating"),
    (Category::Company, "chief", "technology"),
    (Category::Company, "chief", "marketing"),
    (Category::Company, "chief", "commercial"),
    (Category::Company, "chief", "investment"),
];

/// What a person or body with this role and organisation speaks for.
pub(super) fn of(document: &Document, role: Option<&Range<usize>>, organization: Option<&Range<usize>>) -> Category {
    let by_pair = role.and_then(|words| pair(document, words));
    let by_role = role.and_then(|words| lookup(document, words, BY_ROLE));
    // "police spokesman", "presidential spokeswoman": the words before the office tell the body too.
    let by_modifier =
        || role.and_then(|words| lookup(document, &(words.start..words.end.saturating_sub(1).max(words.start)), BY_ORGANIZATION));
    let by_body = organization.and_then(|words| body(document, words)).or_else(by_modifier);
    let neutral = role.is_none_or(|words| words.clone().any(|i| document.is_any(i, &NEUTRAL)));
    let decided = if neutral { by_body.or(by_pair).or(by_role) } else { by_role.or(by_body) };
    decided.or_else(|| role.and_then(|words| state_office(document, words, organization))).unwrap_or(Category::Other)
}

fn pair(document: &Document, role: &Range<usize>) -> Option<Category> {
    let found = BY_PAIR
        .iter()
        .find(|(_, first, second)| role.clone().any(|i| document.is(i, first)) && role.clone().any(|i| document.is(i, second)));
    found.map(|(category, ..)| *category)
}

/// Heads of state and secretaries, unless a body says otherwise.
fn state_office(document: &Document, role: &Range<usize>, organization: Option<&Range<usize>>) -> Option<Category> {
    if document.is_phrase(role.end.saturating_sub(2), &["of", "state"]) {
        return Some(Category::Government);
    }
    let any = |words: &[&str]| role.clone().any(|i| document.is_any(i, words));
    // A regional secretary is a union's or a club's.
    let club = any(&["regional", "branch", "club", "honorary", "press", "personal"]);
    let state = any(&["president", "minister", "leader", "head"]) || any(&["secretary"]) && !club;
    // "Velmaran President": an adjective of a country that no list knows.
    let adjective = |i: usize| document.is_capitalized(i) && ["an", "ese", "ish"].iter().any(|ending| document.word(i).ends_with(ending));
    let of_country = organization.is_none_or(|words| {
        words.clone().any(|i| document.has(i, Classes::COUNTRY | Classes::DEMONYM)) || words.len() == 1 && adjective(words.start)
    });
    let of_head = role.clone().all(|i| document.is_any(i, &["head", "leader"]));
    (state && of_country && !(of_head && organization.is_none())).then_some(Category::Government)
}

/// What an organisation's own words show.
pub(super) fn body(document: &Document, words: &Range<usize>) -> Option<Category> {
    let white_house = document.is_phrase(words.end.saturating_sub(2), &["white", "house"])
        || document.is_phrase(words.end.saturating_sub(2), &["downing", "street"]);
    if white_house {
        return Some(Category::Government);
    }
    if words.len() > 1 && document.is(words.end - 1, "united") {
        return Some(Category::Sport);
    }
    if words.clone().any(|i| document.has(i, Classes::COMPANY_SUFFIX)) {
        return Some(Category::Company);
    }
    if words.len() < 3 && words.clone().any(|i| document.has(i, Classes::NEWS_AGENCY)) {
        return Some(Category::Media);
    }
    lookup(document, words, BY_ORGANIZATION).or_else(|| {
        let country = words
            .clone()
            .all(|i| document.has(i, Classes::COUNTRY | Classes::DEMONYM | Classes::CITY) || document.is_any(i, &["the", "'s"]));
        country.then_some(Category::Government)
    })
}

/// The category of the first list that has one of the words.
fn lookup(document: &Document, words: &Range<usize>, table: Table) -> Option<Category> {
    let found = table.iter().find(|(_, list)| words.clone().any(|i| document.is_any(i, *list)));
    found.map(|(category, _)| *category)
}

/// What an unnamed group or person speaks for, by the noun and the words before it.
pub(super) fn of_noun(document: &Document, phrase: &Range<usize>) -> Category {
    let head = phrase.end.saturating_sub(1)..phrase.end;
    let before = phrase.start..head.start;
    let by_body = body(document, &before).filter(|_| document.is_any(head.start, &NEUTRAL));
    by_body.or_else(|| lookup(document, &head, BY_ROLE)).or_else(|| body(document, phrase)).unwrap_or(Category::Citizen)
}
