//! Runs the rows of `tests/corpus/timex-*.toml`: one behaviour a row.

use super::rows::check_files;
use chrono::NaiveDate;
use saywhen::timex::TimexType;
use saywhen::{Options, analyze};
use serde::Deserialize;

/// One row: a text, and all that must be found in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// What the row is about.
    name: String,
    /// The text.
    text: String,
    /// The day of publication, where it is given.
    date: Option<NaiveDate>,
    /// The day of publication that must be inferred, and how.
    published: Option<[String; 2]>,
    /// Words, type and value of every expression, in order.
    #[serde(default)]
    expected: Vec<[String; 3]>,
    /// The EDTF of every expression that has one, in order.
    edtf: Option<Vec<String>>,
    /// The modifiers of the expressions, empty where there is none.
    modifiers: Option<Vec<String>>,
}

#[test]
fn every_row_is_found_as_it_says() -> Result<(), Box<dyn std::error::Error>> {
    check_files("timex-", |row: &Row| (&row.name, check(row)))
}

/// What is wrong with a row.
fn check(row: &Row) -> Vec<String> {
    let analysis = analyze(&row.text, &Options { published: row.date, ..Options::default() });
    let mut wrong = Vec::new();
    let mut compare = |what: &str, expected: String, found: String| {
        if expected != found {
            wrong.push(format!("expected {what} {expected}, but found {found}"));
        }
    };
    let found: Vec<[String; 3]> = analysis
        .timexes
        .iter()
        .map(|timex| [timex.span.of(&row.text).to_owned(), kind(timex.kind).to_owned(), timex.value.clone()])
        .collect();
    compare("expressions", format!("{:?}", row.expected), format!("{found:?}"));
    if let Some(edtf) = &row.edtf {
        let found: Vec<&String> = analysis.timexes.iter().filter_map(|timex| timex.edtf.as_ref()).collect();
        compare("EDTF", format!("{edtf:?}"), format!("{found:?}"));
    }
    if let Some(modifiers) = &row.modifiers {
        let found: Vec<String> = analysis.timexes.iter().map(|timex| timex.modifier.clone().unwrap_or_default()).collect();
        compare("modifiers", format!("{modifiers:?}"), format!("{found:?}"));
    }
    if let Some([day, basis]) = &row.published {
        let found = analysis.published.date.map_or_else(|| "none".to_owned(), |date| date.to_string());
        compare("published", format!("{day} {basis}"), format!("{found} {}", format!("{:?}", analysis.published.basis).to_lowercase()));
    }
    wrong
}

fn kind(kind: TimexType) -> &'static str {
    match kind {
        TimexType::Date => "DATE",
        TimexType::Time => "TIME",
        TimexType::Duration => "DURATION",
        TimexType::Set => "SET",
    }
}
