//! Quotations of several articles that share most of their words.

use super::{Article, Difference, Place, Row, folded, people, places};
use crate::quote::Quotation;
use crate::text::steps;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cmp::Reverse;

/// With so many earlier candidates of a pair of words a quotation is compared.
const CANDIDATES: usize = 12;

/// A quotation of fewer words is too common to be told again.
const TELLING: usize = 4;

/// So many of a hundred of the words of the shorter of two quotations must be those of the other.
const ALIKE: usize = 70;

/// Quotations that share most of their words are one; `who` holds the rows of people.
pub(super) fn rows(articles: &[Article], who: &FxHashMap<Place, usize>) -> Vec<Row> {
    let mut rows: Vec<(Row, Vec<String>)> = Vec::new();
    let mut by_pair: FxHashMap<(String, String), Vec<usize>> = FxHashMap::default();
    for place in places(articles, |analysis| analysis.quotations.len()) {
        let said = words(articles[place.article].text, &articles[place.article].analysis.quotations[place.index]);
        let pairs = || said.windows(2).map(|pair| (pair[0].clone(), pair[1].clone()));
        let met: Vec<usize> =
            pairs().filter_map(|pair| by_pair.get(&pair)).flat_map(|rows| rows.iter().rev().take(CANDIDATES)).copied().collect();
        let other = |row: &usize| !rows[*row].0.places.iter().any(|known| known.article == place.article);
        steps::add(met.len());
        let same = often(met).into_iter().find(|row| other(row) && alike(&rows[*row].1, &said));
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
    let mut rows: Vec<Row> = rows.into_iter().map(|(row, _)| row).collect();
    for row in &mut rows {
        row.differences.extend(have_different_speakers(articles, row, who).then_some(Difference::Speaker));
    }
    rows
}

/// The numbers that are met most often, the most frequent first.
fn often(mut met: Vec<usize>) -> Vec<usize> {
    met.sort_unstable();
    let mut counted: Vec<(Reverse<usize>, usize)> = met.chunk_by(|a, b| a == b).map(|run| (Reverse(run.len()), run[0])).collect();
    counted.sort_unstable();
    counted.into_iter().map(|(_, number)| number).take(CANDIDATES).collect()
}

/// Whether named speakers of the row are two people, as far as their names tell.
fn have_different_speakers(articles: &[Article], row: &Row, who: &FxHashMap<Place, usize>) -> bool {
    let speaker = |place: &Place| {
        let index = articles[place.article].analysis.quotations[place.index].speaker?;
        let speaker = Place { index, ..*place };
        Some((speaker, *who.get(&speaker)?))
    };
    let mut speakers = row.places.iter().filter_map(speaker);
    let Some((first, number)) = speakers.next() else { return false };
    speakers.any(|(other, row)| row != number && !people::may_be_one(articles, first, other))
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
