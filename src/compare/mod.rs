//! Several articles about one story -> one timeline, one list of people, and what they do not agree on.
//!
//! Nothing is changed or chosen: everything that belongs together is put side by side, each with its article.

mod date;
mod events;
mod evidence;
mod people;
mod quotations;
mod wording;

pub use date::{Dated, Ground, date_of, of_row as dates_of};
pub use wording::{Piece, pieces};

use crate::analysis::Analysis;
use crate::event::{Event, Status};
use crate::text::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

/// One article.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// Its text.
    pub text: &'a str,
    /// What is in it.
    pub analysis: &'a Analysis,
}

/// A finding of one of the articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The number of the article.
    pub article: usize,
    /// The number of the finding in its list.
    pub index: usize,
}

/// What the articles say together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The findings, one or more of an article.
    pub places: Vec<Place>,
    /// In what they differ.
    pub differences: Vec<Difference>,
}

/// In what findings of one row differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
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

    /// Whether the articles do not agree on it.
    pub fn differs(&self) -> bool {
        !self.differences.is_empty()
    }
}

impl Comparison {
    /// What a reader is shown of it: what several articles have, the main events of each, what one of
    /// them denies with a date, and who is quoted.
    #[must_use]
    pub fn telling(mut self, articles: &[Article]) -> Self {
        let weighs = |place: &Place| event(articles, *place).is_some_and(|event| event.main || is_denied_with_date(event));
        let quoted = speakers(articles);
        self.dated.retain(|row| row.articles() > 1 || row.places.iter().any(weighs));
        self.undated.retain(|row| row.articles() > 1 && row.differs());
        self.people.retain(|row| row.articles() > 1 || row.places.iter().any(|place| quoted.contains(place)));
        self.quotations.retain(|row| row.articles() > 1);
        self
    }

    /// Only what the articles do not agree on.
    #[must_use]
    pub fn differing(mut self) -> Self {
        for rows in [&mut self.dated, &mut self.undated, &mut self.people, &mut self.quotations] {
            rows.retain(Row::differs);
        }
        self
    }

    /// How many rows differ.
    pub fn differences(&self) -> usize {
        [&self.dated, &self.undated, &self.people, &self.quotations].into_iter().flatten().filter(|row| row.differs()).count()
    }
}

/// Puts the articles side by side. Each is read on its own; the order of `articles` is that of the rows.
pub fn compare(articles: &[Article]) -> Comparison {
    let people = people::rows(articles);
    let who = numbers(&people);
    let quotations = quotations::rows(articles, &who);
    let events = events::rows(articles, &who, &numbers(&quotations));
    let (mut dated, undated): (Vec<Row>, Vec<Row>) = events.into_iter().partition(|row| date::first(articles, row).is_some());
    dated.sort_by_cached_key(|row| date::first(articles, row));
    Comparison { dated, undated, people, quotations }
}

/// The row of each finding.
fn numbers(rows: &[Row]) -> FxHashMap<Place, usize> {
    rows.iter().enumerate().flat_map(|(number, row)| row.places.iter().map(move |place| (*place, number))).collect()
}

/// All findings of one kind, in the order of the articles.
fn places(articles: &[Article], count: impl Fn(&Analysis) -> usize) -> Vec<Place> {
    let of = |(article, read): (usize, &Article)| (0..count(read.analysis)).map(move |index| Place { article, index });
    articles.iter().enumerate().flat_map(of).collect()
}

fn event<'a>(articles: &[Article<'a>], place: Place) -> Option<&'a Event> {
    articles.get(place.article)?.analysis.events.get(place.index)
}

fn is_denied_with_date(event: &Event) -> bool {
    event.status == Status::Denied && event.date.is_some()
}

/// The people and bodies that are quoted.
fn speakers(articles: &[Article]) -> FxHashSet<Place> {
    let of = |(article, read): (usize, &Article)| {
        let speakers: Vec<usize> = read.analysis.quotations.iter().filter_map(|quotation| quotation.speaker).collect();
        speakers.into_iter().map(move |index| Place { article, index })
    };
    articles.iter().enumerate().flat_map(of).collect()
}

/// What an article is called in a comparison: A is the first.
pub fn letter(article: usize) -> char {
    u8::try_from(article).ok().filter(|i| *i < 26).map_or('+', |i| char::from(b'A' + i))
}

/// The headline of a text, or the first words of its first line.
pub fn title(text: &str, title: Option<Span>) -> String {
    const WORDS: usize = 12;
    let words = title.map_or_else(|| text.trim_start().lines().next().unwrap_or_default(), |title| title.of(text));
    words.split_whitespace().take(WORDS).collect::<Vec<_>>().join(" ")
}

/// Words without what makes no difference: case, stops, more than one space.
fn folded(words: &str) -> String {
    let letters = words.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect::<String>().to_lowercase();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}
