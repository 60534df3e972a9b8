//! Events: clauses, triggers, status, anchors.

mod apart;
mod clause;
mod date;
mod find;
mod place;
pub mod rules;
mod same;
mod scene;
mod select;
mod status;
mod when;

use crate::clause::Clauses;
use crate::finding::Grounds;
use crate::mention::Entity;
use crate::quote::Quotation;
use crate::text::{Document, Span};
use crate::timex::calendar::Point;
use crate::timex::{Published, Timex};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Whether and how an event took place, as the text has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It took place.
    Happened,
    /// It began and goes on.
    Ongoing,
    /// It was announced or scheduled for later.
    Planned,
    /// It hangs on "may", "could", "if".
    Possible,
    /// It is said not to have happened.
    Denied,
    /// It comes again and again.
    Recurring,
}

/// How the date of an event is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// Words of the same sentence date it.
    Explicit,
    /// A date elsewhere in the text does.
    Context,
    /// A report in the past tense without a date, placed on the day of publication.
    Publication,
    /// Nothing dates it.
    None,
}

/// The date of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDate {
    /// As TIMEX3 writes it.
    pub value: String,
    /// In EDTF level 1.
    pub edtf: String,
    /// The first possible day.
    #[serde(with = "crate::timex::day")]
    pub earliest: NaiveDate,
    /// The last possible day.
    #[serde(with = "crate::timex::day")]
    pub latest: NaiveDate,
}

impl EventDate {
    /// The date that a value of TIMEX3 names, or the stretch between two such values with a slash between; `None` where it names none.
    pub fn of_value(value: &str) -> Option<Self> {
        let (first, last) = value.split_once('/').unwrap_or((value, value));
        let (first, last) = (Point::of_value(first.trim())?, Point::of_value(last.trim())?);
        let (earliest, latest) = (first.interval()?.earliest, last.interval()?.latest);
        let whole = if value.contains('/') { format!("{earliest}/{latest}") } else { first.edtf(None, false)? };
        (earliest <= latest).then(|| Self { value: value.to_owned(), edtf: whole, earliest, latest })
    }
}

/// One event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// The clause that says what happened.
    pub span: Span,
    /// The word or words that name the event.
    pub trigger: Span,
    /// When, where it is known.
    pub date: Option<EventDate>,
    /// The time expression that dates it: an index.
    pub timex: Option<usize>,
    /// How the date is known.
    pub basis: Basis,
    /// Whether and how it took place.
    pub status: Status,
    /// Who takes part: indices of entities.
    pub participants: Vec<usize>,
    /// Where.
    pub place: Option<Span>,
    /// The quotation that this event is the saying of: an index.
    pub quotation: Option<usize>,
    /// The event, told more fully elsewhere in the text, that this one tells again: an index.
    pub same: Option<usize>,
    /// Whether it belongs on a timeline of at most twelve entries.
    pub main: bool,
    /// Which rule, why, how sure.
    pub grounds: Grounds,
}

/// Finds the events of `document`, in the order of the text.
pub fn find(
    document: &Document,
    clauses: &Clauses,
    published: &Published,
    timexes: &[Timex],
    entities: &[Entity],
    quotations: &[Quotation],
) -> Vec<Event> {
    find::Finder::new(document, clauses, published, timexes, entities, quotations).find()
}
