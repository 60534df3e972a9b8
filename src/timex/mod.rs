//! Time expressions: find, resolve, merge.
//!
//! `find` lets the rules of [`rules`] read what the words say, as a [`symbol::Symbol`]; of several
//! readings at one place the longest wins there. `published` settles the day of publication.
//! `resolve` adds what the words leave open. What is said and what is added stay apart until then, so that
//! every value can tell which part came from where.

mod anchored;
pub mod calendar;
mod context;
pub(crate) mod day;
mod find;
mod modifiers;
mod parts;
mod published;
mod reader;
mod resolve;
pub mod rules;
pub mod symbol;
pub(crate) mod tense;
pub mod typed;
mod values;
pub mod words;

pub use reader::{Given, READER, Says};

use crate::clause::Clauses;
use crate::finding::Grounds;
use crate::text::{Document, Span};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Rules for what is counted from another date, which the text may not give.
const COUNTED: [&str; 7] = ["from-event", "earlier-later", "in-so-long", "ago", "following", "next-day", "weekday"];

/// What kind of time an expression names, as in TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexType {
    /// A stretch of the calendar, or "now", "recently".
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A time that comes again.
    Set,
}

/// What a value hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// The day of publication.
    Published,
    /// Another time expression, by index.
    Timex(usize),
}

/// Another reasonable reading of an expression or a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The value under that reading.
    pub value: String,
    /// One sentence for the reader.
    pub why: String,
}

/// A stretch of the calendar, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Interval {
    /// The first day that the value can name.
    #[serde(with = "day")]
    pub earliest: NaiveDate,
    /// The last day that the value can name.
    #[serde(with = "day")]
    pub latest: NaiveDate,
}

/// One time expression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Timex {
    /// Its words, without a preposition.
    pub span: Span,
    /// Its type.
    pub kind: TimexType,
    /// Its value, as TIMEX3 writes it.
    pub value: String,
    /// Its modifier, as TIMEX3 writes it: "START", "APPROX", "MORE_THAN" …
    pub modifier: Option<String>,
    /// What the value hangs on; `None` where the words say all.
    pub anchor: Option<Anchor>,
    /// The days it covers, where the value names a stretch of the calendar.
    pub interval: Option<Interval>,
    /// The value in EDTF level 1, where it names a stretch of the calendar.
    pub edtf: Option<String>,
    /// Other reasonable readings.
    pub alternatives: Vec<Reading>,
    /// Which rule, why, how sure.
    pub grounds: Grounds,
}

impl Timex {
    /// Whether its date hangs on another one, or would if the text gave that.
    pub fn is_counted(&self) -> bool {
        self.anchor.is_some() || self.interval.is_none() && COUNTED.contains(&&*self.grounds.rule)
    }
}

/// When the article was published, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Published {
    /// The day; `None` when nothing tells.
    pub date: Option<NaiveDate>,
    /// How it is known.
    pub basis: PublishedBasis,
    /// The words that tell, when they are in the text.
    pub span: Option<Span>,
    /// The probability that it is right; 0 where there is none.
    pub confidence: f32,
}

/// How the day of publication is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PublishedBasis {
    /// The caller gave it.
    Given,
    /// A dateline says it.
    Dateline,
    /// A byline says it.
    Byline,
    /// A caption says it.
    Caption,
    /// The text says it elsewhere.
    Text,
    /// Nothing says it.
    None,
}

/// Finds the day of publication and the time expressions of `document`.
///
/// `published` is the day where it is known, `given` is what a reader says of expressions; of two about the same words the later one counts.
pub fn find(document: &Document, clauses: &Clauses, published: Option<NaiveDate>, given: &[Given]) -> (Published, Vec<Timex>) {
    let found = find::find(document);
    let published = published::published(document, clauses, published, &found);
    let mut context = context::Context::new(document, clauses, published.date, published.confidence, &found);
    let reader = reader::Reader::new(document, given, &found);
    let mut timexes = Vec::with_capacity(found.len());
    let mut points = Vec::with_capacity(found.len());
    for (index, read) in found.iter().enumerate() {
        let (timex, point) = reader.read(&context, index, &points).unwrap_or_else(|| resolve::resolve(&context, read));
        // "the Monday after Easter": Easter only tells which Monday.
        let counts_from = index > 0 && anchored::counts_from(&found[index - 1], read);
        match point {
            Some(point) if !counts_from => context.note(index, read, point),
            _ => context.note_unplaced(index, read),
        }
        timexes.push(timex);
        points.push(point);
    }
    anchored::resolve(document, clauses, published.date, &found, &points, &mut timexes);
    (published, timexes)
}
