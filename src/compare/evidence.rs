//! What speaks for two events of different articles being one.

use super::date::{Agreement, Dated, Ground, agreement, date_of};
use super::{Article, Place, folded};
use crate::clause::stem::{self, Stem};
use crate::event::{Event, Status};
use crate::lexicon::{self, Classes};
use crate::mention::EntityKind;
use crate::text::Span;
use rustc_hash::{FxHashMap, FxHashSet};

/// So many words of a clause are compared.
const WORDS: usize = 24;

/// So many of those who take part are compared.
const PEOPLE: usize = 8;

/// Words that say little of what an event is.
const SMALL: Classes = Classes::STARTER
    .and_also(Classes::PREPOSITION)
    .and_also(Classes::AUXILIARY)
    .and_also(Classes::MODAL)
    .and_also(Classes::NEGATION)
    .and_also(Classes::PERSON_PRONOUN)
    .and_also(Classes::MONTH)
    .and_also(Classes::WEEKDAY)
    .and_also(Classes::TIME_UNIT)
    .and_also(Classes::TIME_WORD)
    .and_also(Classes::TIME_OPENER)
    .and_also(Classes::NUMBER_WORD)
    .and_also(Classes::HONORIFIC);

/// Verbs, folded and in all forms, that leave to a noun what is done: "held a meeting", "is scheduled".
const LIGHT: &[&str] = &[
    "am",
    "are",
    "be",
    "became",
    "become",
    "becomes",
    "been",
    "began",
    "begin",
    "begins",
    "begun",
    "being",
    "came",
    "carried",
    "carry",
    "come",
    "comes",
    "conduct",
    "conducted",
    "did",
    "do",
    "does",
    "doing",
    "done",
    "expected",
    "gave",
    "get",
    "gets",
    "give",
    "given",
    "gives",
    "giving",
    "go",
    "goes",
    "going",
    "gone",
    "got",
    "had",
    "happen",
    "happened",
    "happens",
    "has",
    "have",
    "having",
    "held",
    "hold",
    "holding",
    "holds",
    "is",
    "made",
    "make",
    "makes",
    "making",
    "occur",
    "occurred",
    "occurs",
    "organised",
    "organized",
    "planned",
    "scheduled",
    "set",
    "staged",
    "start",
    "started",
    "starts",
    "take",
    "taken",
    "takes",
    "taking",
    "took",
    "was",
    "went",
    "were",
];

/// A word of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Word {
    key: Stem,
    is_name: bool,
    is_deed: bool,
}

/// What can be compared of an event.
pub(super) struct Told<'a> {
    pub place: Place,
    /// The stem of the trigger, where it says what is done.
    verb: Option<Stem>,
    /// The stem of the verb that the trigger says was done again: "built" of "rebuilt".
    again: Option<Stem>,
    /// Whether the event is that something is said.
    is_saying: bool,
    is_denied: bool,
    /// The words of the clause but the trigger, by key, each once.
    words: Vec<Word>,
    ordinals: Vec<Stem>,
    people: Vec<usize>,
    site: Option<String>,
    pub date: Option<Dated<'a>>,
    /// The row of what is said.
    quotation: Option<usize>,
}

/// By what the candidates for an event are found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Word(Stem),
    Person(usize),
    Days(chrono::NaiveDate, chrono::NaiveDate),
    Quotation(usize),
}

impl<'a> Told<'a> {
    /// Reads an event; `who` holds the rows of people, `said` those of quotations.
    pub fn read(
        article: &Article<'a>,
        place: Place,
        event: &'a Event,
        who: &FxHashMap<Place, usize>,
        said: &FxHashMap<Place, usize>,
    ) -> Self {
        let trigger = event.trigger.of(article.text).split(' ').next().unwrap_or_default().to_lowercase();
        // "The survey found cracks" tells what was found.
        let classes = lexicon::classes(&trigger);
        let is_saying = (event.quotation.is_some() || classes.has(Classes::SAY)) && !classes.has(Classes::SAY_FINDING);
        let says_little = is_saying || LIGHT.binary_search(&&*trigger).is_ok();
        let mut people: Vec<usize> =
            event.participants.iter().filter_map(|index| who.get(&Place { index: *index, ..place }).copied()).take(PEOPLE).collect();
        people.sort_unstable();
        people.dedup();
        let said_words = event.quotation.filter(|_| is_saying).and_then(|quotation| article.analysis.quotations.get(quotation));
        let (words, ordinals) = words(article, event, said_words.map_or(&[], |quotation| &quotation.contents));
        Self {
            place,
            verb: (!says_little).then(|| stem::of_word(&trigger)),
            again: trigger.strip_prefix("re").filter(|rest| rest.len() > 3).map(stem::of_word),
            is_saying,
            is_denied: event.status == Status::Denied,
            words,
            ordinals,
            people,
            site: event.place.map(|site| folded(site.of(article.text))),
            date: date_of(article, event),
            quotation: event.quotation.and_then(|index| said.get(&Place { index, ..place }).copied()),
        }
    }

    /// Its keys, those of the verb and of the words that name events among the words.
    pub fn keys(&self) -> impl Iterator<Item = Key> {
        let words = self.words.iter().map(|word| word.key).chain(self.verb).map(Key::Word);
        let people = self.people.iter().map(|row| Key::Person(*row));
        words.chain(people).chain(self.days_key()).chain(self.quotation.map(Key::Quotation))
    }

    /// Whether the verb leaves it to a noun to say what is done.
    fn leaves_it(&self) -> bool {
        self.verb.is_none() && !self.is_saying
    }

    fn days_key(&self) -> Option<Key> {
        self.date.filter(|date| date.ground > Ground::Published).map(|date| Key::Days(date.days.earliest, date.days.latest))
    }
}

/// The words of the clause of an event and its ordinals, but for its trigger, what is `said`, and the names of those who take part.
fn words(article: &Article, event: &Event, said: &[Span]) -> (Vec<Word>, Vec<Stem>) {
    let text = article.text;
    let names: FxHashSet<String> = event
        .participants
        .iter()
        .take(PEOPLE)
        .filter_map(|index| article.analysis.entities.get(*index))
        .filter(|entity| entity.named && matches!(entity.kind, EntityKind::Person | EntityKind::Organization))
        .flat_map(|entity| folded(entity.name.of(text)).split(' ').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let (mut words, mut ordinals) = (Vec::new(), Vec::new());
    let mut end = event.span.start;
    for piece in event.span.of(text).split(|c: char| !c.is_alphanumeric()) {
        let start = end;
        end = start + piece.len();
        // Behind each piece stands one character that is no letter.
        end += text.get(end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let is_said = said.iter().any(|content| content.start <= start && start < content.end);
        let is_trigger = event.trigger.start <= start && start < event.trigger.end;
        if is_said || is_trigger || words.len() == WORDS || piece.len() < 3 {
            continue;
        }
        let word = piece.to_lowercase();
        let classes = lexicon::classes(&word);
        if classes.has(Classes::ORDINAL_WORD) {
            ordinals.push(stem::of_word(&word));
        } else if !classes.has(SMALL) && !names.contains(&word) && word.chars().all(char::is_alphabetic) {
            let is_name = piece.starts_with(char::is_uppercase) && start > event.span.start;
            words.push(Word { key: stem::of_word(&word), is_name, is_deed: classes.has(Classes::EVENT_NOUN) });
        }
    }
    words.sort_unstable();
    words.dedup_by_key(|word| word.key);
    (words, ordinals)
}

/// How often each key occurs, in the article that has it most.
pub(super) struct Frequencies {
    most: FxHashMap<Key, usize>,
}

impl Frequencies {
    pub fn of(told: &[Told]) -> Self {
        let mut by_article: FxHashMap<(usize, Key), usize> = FxHashMap::default();
        for event in told {
            let keys: FxHashSet<Key> = event.keys().collect();
            for key in keys {
                *by_article.entry((event.place.article, key)).or_default() += 1;
            }
        }
        let mut most: FxHashMap<Key, usize> = FxHashMap::default();
        for ((_, key), count) in by_article {
            let known = most.entry(key).or_default();
            *known = count.max(*known);
        }
        Self { most }
    }

    fn get(&self, key: Key) -> usize {
        self.most.get(&key).copied().unwrap_or_default()
    }

    /// `rare` points for what an article has once or twice, fewer for what it has more often, none for what is everywhere in it.
    fn points(&self, key: Key, rare: u32) -> u32 {
        match self.get(key) {
            0..=2 => rare,
            3..=5 => rare / 2,
            6..=12 => rare / 4,
            _ => 0,
        }
    }
}

/// So many points make two events one.
const ENOUGH: u32 = 12;

/// So many are needed where nothing says that both were at one time.
const ENOUGH_WITHOUT_DATE: u32 = 16;

/// The points for two events being one, where they are enough.
pub(super) fn score(one: &Told, other: &Told, frequencies: &Frequencies) -> Option<u32> {
    if one.quotation.is_some() && one.quotation == other.quotation {
        return Some(2 * ENOUGH);
    }
    let dates = agreement(one.date.as_ref(), other.date.as_ref());
    let apart =
        !one.ordinals.is_empty() && !other.ordinals.is_empty() && !one.ordinals.iter().any(|ordinal| other.ordinals.contains(ordinal));
    if dates == Agreement::Apart || apart || one.is_saying != other.is_saying {
        return None;
    }
    let (verb, deeds, words) = deed(one, other, dates, frequencies);
    let people: u32 = shared(&one.people, &other.people).map(|row| frequencies.points(Key::Person(row), 6).max(2)).sum();
    let site = if one.site.is_some() && one.site == other.site { 3 } else { 0 };
    let circumstances = deeds + words + people.min(8) + site;
    let is_silent = |told: &Told| told.words.is_empty() && told.people.is_empty();
    let date = match dates {
        Agreement::Same => same_date(one, frequencies),
        Agreement::Near if [one, other].iter().all(|told| told.days_key().is_some_and(|key| frequencies.get(key) == 1)) => 4,
        Agreement::Within | Agreement::Near => 2,
        _ => 0,
    };
    let fits = match dates {
        Agreement::Same => circumstances > 0 || verb > 0 && (is_silent(one) || is_silent(other)),
        Agreement::Open => deeds + words > 0 || verb > 0 && people > 0,
        // Two things that somebody did within a week, or a year, are two.
        _ => is_mostly_shared(one, other) && (verb + deeds > 4 || words > 7),
    };
    // "did not attend the service" does not say that there was none.
    let fits = fits && (one.is_denied == other.is_denied || verb > 0 || deeds > 0 && one.leaves_it() && other.leaves_it());
    let enough = if dates == Agreement::Open { ENOUGH_WITHOUT_DATE } else { ENOUGH };
    let points = verb + circumstances + date;
    (fits && points >= enough).then_some(points)
}

/// Whether the clauses share more than the shorter of them has besides.
fn is_mostly_shared(one: &Told, other: &Told) -> bool {
    let words = common(&one.words, &other.words).count();
    let besides = one.words.len().min(other.words.len()) - words;
    words + shared(&one.people, &other.people).count() > besides
}

fn common<'w>(one: &'w [Word], other: &'w [Word]) -> impl Iterator<Item = &'w Word> {
    one.iter().filter(|word| other.binary_search_by_key(&word.key, |word| word.key).is_ok())
}

/// The points for one date, more where an article tells of little else that day.
fn same_date(told: &Told, frequencies: &Frequencies) -> u32 {
    let Some(date) = told.date else { return 0 };
    let days = (date.days.latest - date.days.earliest).num_days();
    match frequencies.get(Key::Days(date.days.earliest, date.days.latest)) {
        0 | 1 => 11,
        2 | 3 if days <= 1 => 8,
        _ => 5,
    }
}

/// The points for what is done: for one verb, for words that name events, for other words.
fn deed(one: &Told, other: &Told, dates: Agreement, frequencies: &Frequencies) -> (u32, u32, u32) {
    let verb = match (one.verb, other.verb) {
        (Some(verb), Some(same)) if verb == same => 8 + frequencies.points(Key::Word(verb), 2),
        (Some(a), Some(b)) if dates == Agreement::Same && (one.again == Some(b) || other.again == Some(a)) => 4,
        _ => 0,
    };
    let named = |verb: Option<Stem>, words: &[Word]| verb.filter(|verb| words.iter().any(|word| word.is_deed && word.key == *verb));
    let crossed = named(one.verb, &other.words).or_else(|| named(other.verb, &one.words)).is_some();
    // "held a meeting", "a meeting took place": the noun is the deed where a verb says little.
    let weight = if one.leaves_it() || other.leaves_it() { 10 } else { 5 };
    let verb = if crossed { verb.max(8) } else { verb };
    let mut deeds = 0;
    let mut words = 0;
    for word in common(&one.words, &other.words) {
        let key = Key::Word(word.key);
        if word.is_deed {
            deeds += frequencies.points(key, weight);
        } else {
            words += frequencies.points(key, if word.is_name { 5 } else { 4 });
        }
    }
    (verb, deeds.min(12), words.min(14))
}

fn shared<'s>(one: &'s [usize], other: &'s [usize]) -> impl Iterator<Item = usize> {
    one.iter().filter(|row| other.contains(row)).copied()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_light_verbs_are_sorted() {
        assert!(super::LIGHT.is_sorted());
    }
}
