//! Runs the rows of `tests/corpus/quote-*.toml`: one behaviour a row.
//!
//! A row lists every quotation that must be found, as kind, source, cue,
//! contents (joined by " … ") and, where it matters, the speaker's name.

use saywhen::quote::{Quotation, QuotationKind};
use saywhen::text::Span;
use saywhen::{Analysis, Options, analyze};
use serde::Deserialize;
use std::path::Path;

/// One file of rows.
#[derive(Deserialize)]
struct File {
    row: Vec<Row>,
}

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

#[test]
fn every_row_of_the_corpus_is_found_as_it_says() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut wrong = Vec::new();
    let mut rows = 0;
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.starts_with("quote-") {
            continue;
        }
        let file: File = toml::from_str(&std::fs::read_to_string(&path)?)?;
        rows += file.row.len();
        wrong.extend(file.row.iter().filter_map(|row| check(row).map(|fault| format!("{name}: {}: {fault}", row.name))));
    }
    assert!(rows > 0, "expected rows in tests/corpus, but found none");
    assert!(wrong.is_empty(), "{} faults\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// What is wrong with a row.
fn check(row: &Row) -> Option<String> {
    let analysis = analyze(&row.text, &Options::default());
    let found: Vec<Vec<String>> = analysis.quotations.iter().map(|quotation| describe(&row.text, &analysis, quotation)).collect();
    let equal = found.len() == row.expected.len() && row.expected.iter().zip(&found).all(|(expected, found)| found.starts_with(expected));
    (!equal).then(|| format!("expected {:?}, but found {found:?}", row.expected))
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
