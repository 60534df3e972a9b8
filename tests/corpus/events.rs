//! Runs the rows of `tests/corpus/event-*.toml`: one behaviour a row.
//!
//! A row lists every event that must be found, in the order of the text: what triggers it, its date in EDTF
//! (empty where it has none), its status and the basis of its date.

use super::rows::check_files;
use chrono::NaiveDate;
use saywhen::event::Event;
use saywhen::{Options, analyze};
use serde::{Deserialize, Serialize};

/// One row: a text, and all events that must be found in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    /// What the row is about.
    name: String,
    /// The text.
    text: String,
    /// The day of publication, where it is given.
    date: Option<NaiveDate>,
    /// Trigger, date, status and basis of every event.
    events: Vec<[String; 4]>,
    /// The words of every event that a reader sees.
    clauses: Option<Vec<String>>,
    /// The triggers of the events that are told again, each with that of the event that stands for it.
    again: Option<Vec<[String; 2]>>,
    /// The triggers of the events on the short timeline.
    main: Option<Vec<String>>,
    /// The triggers in the order of the timeline, those without a date last.
    order: Option<Vec<String>>,
}

#[test]
fn every_row_is_found_as_it_says() -> Result<(), Box<dyn std::error::Error>> {
    check_files("event-", |row: &Row| (&row.name, check(row)))
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
    let trigger = |event: &Event| event.trigger.of(&row.text).to_owned();
    let events = &analysis.events;
    let found: Vec<[String; 4]> = events.iter().map(|event| describe(&row.text, event)).collect();
    compare("events", format!("{:?}", row.events), format!("{found:?}"));
    if let Some(clauses) = &row.clauses {
        let found: Vec<&str> = events.iter().map(|event| event.span.of(&row.text)).collect();
        compare("clauses", format!("{clauses:?}"), format!("{found:?}"));
    }
    if let Some(again) = &row.again {
        let told = |event: &Event| event.same.and_then(|same| events.get(same)).map(|same| [trigger(event), trigger(same)]);
        let found: Vec<[String; 2]> = events.iter().filter_map(told).collect();
        compare("events told again", format!("{again:?}"), format!("{found:?}"));
    }
    if let Some(main) = &row.main {
        let found: Vec<String> = events.iter().filter(|event| event.main).map(trigger).collect();
        compare("main events", format!("{main:?}"), format!("{found:?}"));
    }
    if let Some(order) = &row.order {
        let timeline = &analysis.timeline;
        let found: Vec<String> = timeline.dated.iter().chain(&timeline.undated).filter_map(|v| events.get(*v)).map(trigger).collect();
        compare("order", format!("{order:?}"), format!("{found:?}"));
    }
    wrong
}

/// Trigger, date, status and basis of an event.
fn describe(text: &str, event: &Event) -> [String; 4] {
    let date = event.date.as_ref().map(|date| date.edtf.clone()).unwrap_or_default();
    [event.trigger.of(text).to_owned(), date, name(event.status), name(event.basis)]
}

/// The name that a status or a basis has in the record.
fn name(value: impl Serialize) -> String {
    serde_json::to_string(&value).unwrap_or_default().trim_matches('"').to_owned()
}
