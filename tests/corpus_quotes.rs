//! Runs the rows of `tests/corpus/quote-*.toml`: one behaviour a row.
//!
//! A row lists every quotation that must be found, as kind, source, cue,
//! contents (joined by " … ") and, where it matters, the speaker's name.

mod rows;

use saywhen::quote::{Quotation, QuotationKind};
use saywhen::text::Span;
use saywhen::{Analysis, Options, analyze};
use serde::Deserialize;

/// One row: a text, and all quotations that must be found in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// What the row is about.
    name: String,
    /// The text.
    text: String,
    /// Kind, source, cue and contents of every quotation, in order, and perhaps the speaker.
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
    rows::check_files::<Row>("quote-")
}

/// What is wrong with a row.
fn check(row: &Row) -> Vec<String> {
    let analysis = analyze(&row.text, &Options::default());
    let found: Vec<Vec<String>> = analysis.quotations.iter().map(|quotation| describe(&row.text, &analysis, quotation)).collect();
    let equal = found.len() == row.expected.len() && row.expected.iter().zip(&found).all(|(expected, found)| found.starts_with(expected));
    let complete = row.expected.iter().all(|expected| (4..=5).contains(&expected.len()));
    let unequal = (!equal).then(|| format!("expected {:?}, but found {found:?}", row.expected));
    let short = (!complete).then(|| format!("expected kind, source, cue, contents and perhaps the speaker, but found {:?}", row.expected));
    unequal.into_iter().chain(short).collect()
}

/// Kind, source, cue, contents and speaker of a quotation. One that goes on from another has no source of its own.
fn describe(text: &str, analysis: &Analysis, quotation: &Quotation) -> Vec<String> {
    let kind = match quotation.kind {
        QuotationKind::Direct => "direct",
        QuotationKind::Indirect => "indirect",
        QuotationKind::Mixed => "mixed",
    };
    let words = |span: Option<Span>| span.map(|span| span.of(text)).unwrap_or_default().to_owned();
    let source = words(quotation.source.filter(|_| quotation.continues.is_none()));
    let contents = quotation.contents.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ");
    let speaker = quotation.speaker.and_then(|speaker| analysis.entities.get(speaker)).map(|entity| entity.name);
    vec![kind.into(), source, words(quotation.cue), contents, words(speaker)]
}
