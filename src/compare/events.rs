//! Events of several articles, those that are one in one row.

use super::date::{Agreement, Dated, agreement, of_row};
use super::evidence::{Frequencies, Key, Told, score};
use super::{Article, Difference, Place, Row, event, places};
use crate::event::{Event, Status};
use crate::text::steps;
use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;

/// With so many earlier rows an event is compared for each thing that it shares with them.
const CANDIDATES: usize = 12;

/// An event is compared with so many of those of a row.
const COMPARED: usize = 3;

/// The rows of the events, each in at most one place of an article; `who` holds the rows of people, `said` those of quotations.
pub(super) fn rows(articles: &[Article], who: &FxHashMap<Place, usize>, said: &FxHashMap<Place, usize>) -> Vec<Row> {
    let read = |place: Place| {
        let (article, event) = (articles.get(place.article)?, event(articles, place)?);
        event.same.is_none().then(|| Told::read(article, place, event, who, said))
    };
    let told: Vec<Told> = places(articles, |analysis| analysis.events.len()).into_iter().filter_map(read).collect();
    let frequencies = Frequencies::of(&told);
    let mut found = Found::default();
    for of_article in told.chunk_by(|a, b| a.place.article == b.place.article) {
        found.add(of_article, &frequencies);
    }
    let mut rows: Vec<Row> =
        found.rows.into_iter().map(|events| Row { places: events.iter().map(|told| told.place).collect(), ..Row::default() }).collect();
    for row in &mut rows {
        row.differences.extend(have_different_dates(&of_row(articles, row)).then_some(Difference::Date));
        row.differences.extend(have_different_statuses(articles, row).then_some(Difference::Status));
    }
    rows
}

#[derive(Default)]
struct Found<'t, 'a> {
    rows: Vec<Vec<&'t Told<'a>>>,
    by_key: FxHashMap<Key, Vec<usize>>,
}

impl<'t, 'a> Found<'t, 'a> {
    /// Adds the events of one more article, each to the row that it fits best, the surest first.
    fn add(&mut self, events: &'t [Told<'a>], frequencies: &Frequencies) {
        let mut pairs: Vec<(Reverse<u32>, usize, usize)> = Vec::new();
        for (number, told) in events.iter().enumerate() {
            let scored = |row: usize| Some((Reverse(self.score(told, row, frequencies)?), number, row));
            pairs.extend(self.candidates(told).into_iter().filter_map(scored));
        }
        pairs.sort_unstable();
        let mut rows: Vec<Option<usize>> = vec![None; events.len()];
        let mut taken: FxHashSet<usize> = FxHashSet::default();
        for (_, number, row) in pairs {
            if let Some(free) = rows.get_mut(number).filter(|free| free.is_none()) {
                *free = taken.insert(row).then_some(row);
            }
        }
        for (told, row) in events.iter().zip(rows) {
            self.put(told, row.unwrap_or(self.rows.len()));
        }
    }

    fn candidates(&self, told: &Told) -> Vec<usize> {
        let mut rows: Vec<usize> =
            told.keys().filter_map(|key| self.by_key.get(&key)).flat_map(|rows| rows.iter().rev().take(CANDIDATES)).copied().collect();
        steps::add(rows.len());
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    fn score(&self, told: &Told, row: usize, frequencies: &Frequencies) -> Option<u32> {
        self.rows.get(row)?.iter().rev().take(COMPARED).filter_map(|other| score(told, other, frequencies)).max()
    }

    fn put(&mut self, told: &'t Told<'a>, row: usize) {
        if row == self.rows.len() {
            self.rows.push(Vec::new());
        }
        if let Some(row) = self.rows.get_mut(row) {
            row.push(told);
        }
        for key in told.keys() {
            let known = self.by_key.entry(key).or_default();
            if known.last() != Some(&row) {
                known.push(row);
            }
        }
    }
}

/// Whether two dates that are told contradict each other; a more exact one contradicts nothing.
fn have_different_dates(dates: &[Dated]) -> bool {
    let Some((first, others)) = dates.split_first() else { return false };
    let differ = |one, other| matches!(agreement(Some(one), Some(other)), Agreement::Near | Agreement::Apart);
    others.iter().any(|other| differ(first, other)) || others.windows(2).any(|pair| matches!(pair, [a, b] if differ(a, b)))
}

/// Whether the articles disagree on whether and how an event took place.
fn have_different_statuses(articles: &[Article], row: &Row) -> bool {
    let all: Vec<(&Event, Option<NaiveDate>)> = row
        .places
        .iter()
        .filter_map(|place| Some((event(articles, *place)?, articles.get(place.article)?.analysis.published.date)))
        .collect();
    let reported = all.iter().filter(|(event, _)| is_past(event.status)).filter_map(|(_, published)| *published).max();
    // What was to come when one article was published can have come when the other was.
    let came = |event: &Event, published: Option<NaiveDate>| event.status == Status::Planned && published.is_some() && published < reported;
    let kind = |event: &Event| if is_past(event.status) { Status::Happened } else { event.status };
    let kinds: FxHashSet<Status> = all.iter().filter(|(event, published)| !came(event, *published)).map(|(event, _)| kind(event)).collect();
    kinds.len() > 1
}

fn is_past(status: Status) -> bool {
    matches!(status, Status::Happened | Status::Ongoing)
}
