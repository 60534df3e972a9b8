//! Runs the rows of `tests/corpus/people-*.toml`: one behaviour a row.
//!
//! A row lists everyone whom the text names or quotes, as kind, name, role,
//! organisation, category and, where it matters, the mentions.

mod rows;

use saywhen::mention::Entity;
use saywhen::text::Span;
use saywhen::{Analysis, Options, analyze};
use serde::Deserialize;

/// One row: a text, and everyone who must be found in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// What the row is about.
    name: String,
    /// The text.
    text: String,
    /// Kind, name, role, organisation and category of each, in order, and perhaps the mentions, joined by " | ".
    #[serde(default)]
    expected: Vec<Vec<String>>,
}

impl rows::Row for Row {
    fn name(&self) -> &str {
        &self.name
    }

    fn faults(&self) -> Vec<String> {
        check(self)
    }
}

#[test]
fn every_row_of_the_corpus_is_found_as_it_says() -> Result<(), Box<dyn std::error::Error>> {
    rows::check_files::<Row>("people-")
}

/// What is wrong with a row.
fn check(row: &Row) -> Vec<String> {
    let analysis = analyze(&row.text, &Options::default());
    let shown = analysis.entities.iter().enumerate().filter(|(number, entity)| entity.named || speaks(&analysis, *number));
    let found: Vec<Vec<String>> = shown.map(|(_, entity)| describe(&row.text, entity)).collect();
    let equal = found.len() == row.expected.len() && row.expected.iter().zip(&found).all(|(expected, found)| found.starts_with(expected));
    let complete = row.expected.iter().all(|expected| (5..=6).contains(&expected.len()));
    let unequal = (!equal).then(|| format!("expected {:?}, but found {found:?}", row.expected));
    let short = (!complete).then(|| format!("expected kind, name, role, organisation and category, but found {:?}", row.expected));
    unequal.into_iter().chain(short).collect()
}

fn speaks(analysis: &Analysis, number: usize) -> bool {
    analysis.quotations.iter().any(|quotation| quotation.speaker == Some(number))
}

fn describe(text: &str, entity: &Entity) -> Vec<String> {
    let words = |span: Option<Span>| span.map(|span| span.of(text)).unwrap_or_default().to_owned();
    let kind = format!("{:?}", entity.kind).to_lowercase();
    let category = format!("{:?}", entity.category).to_lowercase();
    let mentions = entity.mentions.iter().map(|mention| mention.span.of(text)).collect::<Vec<_>>().join(" | ");
    vec![kind, entity.name.of(text).to_owned(), words(entity.role), words(entity.organization), category, mentions]
}
