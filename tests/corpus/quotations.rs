//! Runs the rows of `tests/corpus/quote-*.toml`: one behaviour a row.
//!
//! A row lists every quotation that must be found, as kind, source, cue,
//! contents (joined by " … ") and, where it matters, the speaker's name.

use super::rows::{Listed, check_files};
use saywhen::quote::{Quotation, QuotationKind};
use saywhen::text::Span;
use saywhen::{Analysis, Options, analyze};

#[test]
fn every_row_is_found_as_it_says() -> Result<(), Box<dyn std::error::Error>> {
    check_files("quote-", |row: &Listed| (&row.name, check(row)))
}

/// What is wrong with a row.
fn check(row: &Listed) -> Vec<String> {
    let analysis = analyze(&row.text, &Options::default());
    let found: Vec<Vec<String>> = analysis.quotations.iter().map(|quotation| describe(&row.text, &analysis, quotation)).collect();
    row.compare(&found, 4)
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
