//! Word lists as data: which classes a folded word belongs to.
//!
//! Each list is a text file of words separated by white space; lines that
//! begin with `#` say what the list is and where its facts come from.
//! A token is looked up once, when it is made.

use rustc_hash::FxHashMap;
use std::ops::BitOr;
use std::sync::OnceLock;

/// A set of word classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u64);

impl Classes {
    /// No class.
    pub const NONE: Self = Self(0);

    /// The classes of both sets; what `|` says, where a constant is needed.
    pub const fn and_also(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the set shares a class with `any`.
    pub fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }
}

impl BitOr for Classes {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

macro_rules! lists {
    ($($(#[doc = $doc:literal])+ $name:ident = $bit:literal, $file:literal;)+) => {
        impl Classes {
            $($(#[doc = $doc])+ pub const $name: Self = Self(1 << $bit);)+
        }

        /// Every list with its class.
        const LISTS: &[(Classes, &str)] = &[$((Classes::$name, include_str!($file)),)+];
    };
}

lists! {
    /// Written with a stop that does not end a sentence: "mr.", "sept.", "inc.".
    ABBREVIATION = 0, "abbreviations.txt";
    /// Names of months, whole and abbreviated.
    MONTH = 1, "months.txt";
    /// Names of weekdays, whole and abbreviated.
    WEEKDAY = 2, "weekdays.txt";
    /// Units of time, singular and plural: "day", "weeks", "quarter".
    TIME_UNIT = 3, "time_units.txt";
    /// Cardinal numbers in words.
    NUMBER_WORD = 4, "number_words.txt";
    /// Ordinal numbers in words.
    ORDINAL_WORD = 5, "ordinal_words.txt";
    /// Forms of address before a name: "mr.", "dr.", "sir".
    HONORIFIC = 6, "honorifics.txt";
    /// Given names, of many origins.
    GIVEN_NAME = 7, "given_names.txt";
    /// Small words inside names: "van", "bin", "al".
    NAME_PARTICLE = 8, "name_particles.txt";
    /// Countries and well-known abbreviations of them, one word each.
    COUNTRY = 9, "countries.txt";
    /// Words for the people or language of a place: "french", "syrian".
    DEMONYM = 10, "demonyms.txt";
    /// Cities and regions, one word each.
    CITY = 11, "cities.txt";
    /// Nouns that name an office or a function: "minister", "spokeswoman", "coach".
    ROLE = 12, "roles.txt";
    /// Adjectives and nouns that go before an office: "deputy", "former", "prime", "vice".
    ROLE_MODIFIER = 13, "role_modifiers.txt";
    /// Nouns for a person without an office: "man", "resident", "witness".
    PERSON_NOUN = 14, "person_nouns.txt";
    /// Nouns for many people who speak with one voice: "officials", "police", "analysts".
    GROUP_NOUN = 15, "group_nouns.txt";
    /// Nouns that head the name of an organisation: "ministry", "bank", "university".
    ORGANIZATION_NOUN = 16, "organization_nouns.txt";
    /// Endings of company names: "inc.", "ltd", "gmbh".
    COMPANY_SUFFIX = 17, "company_suffixes.txt";
    /// Nouns for what can be read: "report", "statement", "letter".
    DOCUMENT_NOUN = 18, "document_nouns.txt";
    /// Well-known organisations of one word: "kremlin", "nato", "reuters".
    ORGANIZATION = 19, "organizations.txt";
    /// Verbs of saying, in all forms.
    SAY = 20, "say_verbs.txt";
    /// Nouns for an act of saying: "claim", "warning", "comments".
    SAY_NOUN = 21, "say_nouns.txt";
    /// Third-person pronouns for people: "he", "she", "they" and their forms.
    PERSON_PRONOUN = 22, "person_pronouns.txt";
    /// Modal verbs.
    MODAL = 23, "modals.txt";
    /// Forms of "be", "have" and "do".
    AUXILIARY = 24, "auxiliaries.txt";
    /// Words that deny: "not", "n't", "never", "no".
    NEGATION = 25, "negations.txt";
    /// Nouns for what happens: "earthquake", "talks", "election".
    EVENT_NOUN = 26, "event_nouns.txt";
    /// Function words that begin a sentence, seldom a name: "the", "but", "however".
    STARTER = 27, "starters.txt";
    /// Prepositions.
    PREPOSITION = 28, "prepositions.txt";
    /// News agencies: "reuters", "afp".
    NEWS_AGENCY = 29, "news_agencies.txt";
    /// Places of two or more words, joined by an underscore.
    PLACE = 60, "places.txt";
    /// Words besides units, months and weekdays at which a time expression can be: "today", "noon", "summer".
    TIME_WORD = 30, "time_words.txt";
    /// Words at which a time expression can begin, besides words of time and numbers: "the", "last", "every".
    TIME_OPENER = 31, "time_openers.txt";
    /// Verbs and participles whose infinitive is something planned: "plan", "scheduled".
    PLANNING = 32, "planning.txt";
    /// Verbs in the form that headlines have: "resigns", "sues".
    HEADLINE_VERB = 33, "headline_verbs.txt";
    /// Past forms that are no participle and nothing else: "sank".
    PAST_FORM = 34, "past_forms.txt";
    /// Irregular past forms that are participles, too: "held".
    PAST_PARTICIPLE = 35, "past_participles.txt";
    /// Nouns for a company: "firm", "carmaker".
    COMPANY_NOUN = 36, "company_nouns.txt";
    /// Occupations that stand for a name: "the midfielder".
    EPITHET = 37, "epithets.txt";
    /// Nouns that end the names of places: "river".
    PLACE_NOUN = 38, "place_nouns.txt";
    /// Verbs of saying that take a clause: "said (that) it rained".
    SAY_CLAUSE = 40, "say_clause_verbs.txt";
    /// Verbs that report speech only beside quotation marks: "smiled".
    SAY_MARKS = 41, "say_marks_verbs.txt";
    /// Verbs of saying that take a noun phrase: "denied the charge".
    SAY_OBJECT = 42, "say_object_verbs.txt";
    /// Verbs of saying that take an infinitive: "vowed to stay".
    SAY_INFINITIVE = 43, "say_infinitive_verbs.txt";
    /// Verbs of saying that take the hearer as their object: "told reporters".
    SAY_ADDRESSEE = 44, "say_addressee_verbs.txt";
    /// Verbs of saying that take a question: "asked whether".
    SAY_QUESTION = 45, "say_question_verbs.txt";
    /// Verbs with which a document or a study reports: "the survey found".
    SAY_FINDING = 46, "say_finding_verbs.txt";
    /// Given names that women bear almost alone.
    NAME_SHE = 47, "given_names_she.txt";
    /// Given names that men bear almost alone.
    NAME_HE = 48, "given_names_he.txt";
}

/// The words of the lists of `class`.
pub fn words(class: Classes) -> impl Iterator<Item = &'static str> {
    let lists = LISTS.iter().filter(move |(own, _)| own.has(class));
    lists.flat_map(|(_, list)| words_of(list))
}

fn words_of(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// The classes of a folded word.
pub fn classes(folded: &str) -> Classes {
    table().get(folded).copied().unwrap_or_default()
}

fn table() -> &'static FxHashMap<&'static str, Classes> {
    static TABLE: OnceLock<FxHashMap<&'static str, Classes>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = FxHashMap::default();
        for (class, list) in LISTS {
            for word in words_of(list) {
                let entry: &mut Classes = table.entry(word).or_default();
                *entry = *entry | *class;
            }
        }
        table
    })
}
