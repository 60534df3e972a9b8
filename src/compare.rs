//! Several articles about one story -> one timeline, one list of people, and what they do not agree on.
//!
//! Nothing is changed or chosen: everything that belongs together is put side by side, each with its article.

use crate::analysis::Analysis;
use crate::clause::stem::{self, Stem};
use crate::event::{Event, Status};
use crate::mention::{Entity, EntityKind};
use crate::quote::Quotation;
use rustc_hash::{FxHashMap, FxHashSet};

/// One article.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// Its text.
    pub text: &'a str,
    /// What is in it.
    pub analysis: &'a Analysis,
}

/// A finding of one of the articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The number of the article.
    pub article: usize,
    /// The number of the finding in its list.
    pub index: usize,
}

/// What the articles say together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The dated events in order of time, those that are one in one row.
    pub dated: Vec<Row>,
    /// The events without a date, in the order of the articles.
    pub undated: Vec<Row>,
    /// People and bodies in the order of their first mention, those that are one in one row.
    pub people: Vec<Row>,
    /// Quotations in the order of the articles, those that are one in one row.
    pub quotations: Vec<Row>,
}

/// Findings that belong together, and in what they differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The findings, one or more of an article.
    pub places: Vec<Place>,
    /// In what they differ.
    pub differences: Vec<Difference>,
}

/// In what findings of one row differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// The date of an event.
    Date,
    /// Whether and how an event took place.
    Status,
    /// The office of a person, or what it speaks for.
    Office,
    /// The exact words of a quotation.
    Wording,
    /// Who speaks.
    Speaker,
}

impl Row {
    /// In how many articles it is told.
    pub fn articles(&self) -> usize {
        self.places.iter().map(|place| place.article).collect::<FxHashSet<_>>().len()
    }
}

/// Two events told in different articles are one only if their dates lie no farther apart, in days.
const APART: i64 = 4;

/// With so many earlier candidates a finding is compared.
const CANDIDATES: usize = 12;

/// A quotation of fewer words is too common to be told again.
const TELLING: usize = 4;

/// So many of a hundred of the words of the shorter of two quotations must be those of the other.
const ALIKE: usize = 70;

/// Puts the articles side by side. Each is read on its own; the order of `articles` is that of the rows.
pub fn compare(articles: &[Article]) -> Comparison {
    let people = people(articles);
    let who: FxHashMap<Place, usize> =
        people.iter().enumerate().flat_map(|(row, all)| all.places.iter().map(move |place| (*place, row))).collect();
    let quotations = quotations(articles, &who);
    let (mut dated, undated): (Vec<Row>, Vec<Row>) = events(articles, &who).into_iter().partition(|row| first_day(articles, row).is_some());
    dated.sort_by_key(|row| first_day(articles, row));
    Comparison { dated, undated, people, quotations }
}

fn event<'a>(articles: &[Article<'a>], place: Place) -> Option<&'a Event> {
    articles.get(place.article)?.analysis.events.get(place.index)
}

/// The first and the last day on which an event of the row can have begun.
fn first_day(articles: &[Article], row: &Row) -> Option<(chrono::NaiveDate, chrono::NaiveDate)> {
    row.places.iter().filter_map(|place| event(articles, *place)?.date.as_ref()).map(|date| (date.earliest, date.latest)).min()
}

/// All findings of one kind, in the order of the articles.
fn places(articles: &[Article], count: impl Fn(&Analysis) -> usize) -> Vec<Place> {
    let of = |(article, read): (usize, &Article)| (0..count(read.analysis)).map(move |index| Place { article, index });
    articles.iter().enumerate().flat_map(of).collect()
}

/// People and bodies by name. A surname alone is the one person of another article who has it.
fn people(articles: &[Article]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut by_name: FxHashMap<String, usize> = FxHashMap::default();
    let mut by_surname: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for place in places(articles, |analysis| analysis.entities.len()) {
        let Article { text, analysis } = articles[place.article];
        let entity = &analysis.entities[place.index];
        if !entity.named {
            continue;
        }
        let name = folded(entity.name_in(text));
        let surname = name.rsplit(' ').next().unwrap_or_default().to_owned();
        let is_person = entity.kind == EntityKind::Person;
        let bearers = || by_surname.get(&surname).filter(|_| is_person);
        let same = by_name.get(&name).copied().or_else(|| {
            // "Calder" is Ines Calder where no other Calder is known, and the other way round.
            let [row] = bearers()?.as_slice() else { return None };
            let other = rows[*row].places.first().map(|first| folded(name_of(articles, *first)))?;
            (name == surname || other == surname).then_some(*row)
        });
        let row = same.unwrap_or_else(|| {
            rows.push(Row::default());
            rows.len() - 1
        });
        rows[row].places.push(place);
        by_name.entry(name).or_insert(row);
        let bearers = by_surname.entry(surname).or_default();
        if is_person && !bearers.contains(&row) {
            bearers.push(row);
        }
    }
    for row in &mut rows {
        let offices: FxHashSet<String> =
            row.places.iter().filter_map(|place| entity(articles, *place)?.role_in(articles[place.article].text)).map(folded).collect();
        row.differences.extend((offices.len() > 1 && row.articles() > 1).then_some(Difference::Office));
    }
    rows
}

fn entity<'a>(articles: &[Article<'a>], place: Place) -> Option<&'a Entity> {
    articles.get(place.article)?.analysis.entities.get(place.index)
}

fn name_of<'a>(articles: &[Article<'a>], place: Place) -> &'a str {
    entity(articles, place).map(|entity| entity.name_in(articles[place.article].text)).unwrap_or_default()
}

/// Words without what makes no difference: case, stops, more than one space.
fn folded(words: &str) -> String {
    let letters = words.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect::<String>().to_lowercase();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Quotations that share most of their words are one.
fn quotations(articles: &[Article], who: &FxHashMap<Place, usize>) -> Vec<Row> {
    let mut rows: Vec<(Row, Vec<String>)> = Vec::new();
    let mut by_pair: FxHashMap<(String, String), Vec<usize>> = FxHashMap::default();
    for place in places(articles, |analysis| analysis.quotations.len()) {
        let said = words(articles[place.article].text, &articles[place.article].analysis.quotations[place.index]);
        let pairs = || said.windows(2).map(|pair| (pair[0].clone(), pair[1].clone()));
        let mut candidates: Vec<usize> =
            pairs().filter_map(|pair| by_pair.get(&pair)).flat_map(|rows| rows.iter().rev().take(CANDIDATES)).copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        let other = |row: &usize| !rows[*row].0.places.iter().any(|known| known.article == place.article);
        let same = candidates.into_iter().find(|row| other(row) && alike(&rows[*row].1, &said));
        let row = same.unwrap_or_else(|| {
            rows.push((Row::default(), said.clone()));
            rows.len() - 1
        });
        for pair in pairs() {
            let known = by_pair.entry(pair).or_default();
            if known.last() != Some(&row) {
                known.push(row);
            }
        }
        if rows[row].1 != said && !rows[row].0.differences.contains(&Difference::Wording) {
            rows[row].0.differences.push(Difference::Wording);
        }
        rows[row].0.places.push(place);
    }
    let speaker = |place: &Place| {
        let speaker = articles[place.article].analysis.quotations[place.index].speaker?;
        who.get(&Place { index: speaker, ..*place }).copied()
    };
    let mut rows: Vec<Row> = rows.into_iter().map(|(row, _)| row).collect();
    for row in &mut rows {
        let speakers: FxHashSet<usize> = row.places.iter().filter_map(speaker).collect();
        row.differences.extend((speakers.len() > 1).then_some(Difference::Speaker));
    }
    rows
}

fn words(text: &str, quotation: &Quotation) -> Vec<String> {
    quotation.contents.iter().flat_map(|content| folded(content.of(text)).split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

fn alike(one: &[String], other: &[String]) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let known: FxHashSet<&String> = long.iter().collect();
    let shared = short.iter().filter(|word| known.contains(word)).count();
    short.len() >= TELLING && shared * 100 >= short.len() * ALIKE && long.len() <= short.len() * 3
}

/// Events of one verb with somebody in common, at about one time, are one.
fn events(articles: &[Article], who: &FxHashMap<Place, usize>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut by_stem: FxHashMap<Stem, Vec<usize>> = FxHashMap::default();
    for place in places(articles, |analysis| analysis.events.len()) {
        let Article { text, analysis } = articles[place.article];
        let told = &analysis.events[place.index];
        if told.same.is_some() {
            continue;
        }
        let own: FxHashSet<usize> = taking_part(told, place, who);
        let key = stem::of_word(&told.trigger.of(text).split(' ').next().unwrap_or_default().to_lowercase());
        let known = by_stem.entry(key).or_default();
        let fits = |row: &usize| {
            let first = rows[*row].places[0];
            let other = event(articles, first);
            let apart = rows[*row].places.iter().all(|known| known.article != place.article);
            apart && other.is_some_and(|other| is_one(told, other) && taking_part(other, first, who).intersection(&own).next().is_some())
        };
        let same = known.iter().rev().take(CANDIDATES).copied().find(fits);
        let row = same.unwrap_or_else(|| {
            rows.push(Row::default());
            known.push(rows.len() - 1);
            rows.len() - 1
        });
        rows[row].places.push(place);
    }
    for row in &mut rows {
        let all: Vec<&Event> = row.places.iter().filter_map(|place| event(articles, *place)).collect();
        let dates: FxHashSet<&str> = all.iter().filter_map(|event| event.date.as_ref()).map(|date| &*date.edtf).collect();
        let statuses: FxHashSet<Status> = all.iter().map(|event| event.status).collect();
        row.differences.extend((dates.len() > 1).then_some(Difference::Date));
        row.differences.extend((statuses.len() > 1).then_some(Difference::Status));
    }
    rows
}

/// The rows of those who take part in an event or say it.
fn taking_part(event: &Event, place: Place, who: &FxHashMap<Place, usize>) -> FxHashSet<usize> {
    event.participants.iter().filter_map(|index| who.get(&Place { index: *index, ..place }).copied()).collect()
}

/// Whether the dates of two events of one verb allow that they are one; where one has none, they do.
fn is_one(one: &Event, other: &Event) -> bool {
    let (Some(a), Some(b)) = (&one.date, &other.date) else { return true };
    (b.earliest - a.latest).num_days() <= APART && (a.earliest - b.latest).num_days() <= APART
}
