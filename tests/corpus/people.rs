//! Runs the rows of `tests/corpus/people-*.toml`: one behaviour a row.
//!
//! A row lists everyone whom the text names or quotes, as kind, name, role,
//! organisation, category and, where it matters, the mentions.

use super::rows::{Listed, check_files};
use saywhen::mention::Entity;
use saywhen::text::Span;
use saywhen::{Analysis, Options, analyze};

#[test]
fn every_row_is_found_as_it_says() -> Result<(), Box<dyn std::error::Error>> {
    check_files("people-", |row: &Listed| (&row.name, check(row)))
}

/// What is wrong with a row.
fn check(row: &Listed) -> Vec<String> {
    let analysis = analyze(&row.text, &Options::default());
    let shown = analysis.entities.iter().enumerate().filter(|(number, entity)| entity.named || speaks(&analysis, *number));
    let found: Vec<Vec<String>> = shown.map(|(_, entity)| describe(&row.text, entity)).collect();
    row.compare(&found, 5)
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
