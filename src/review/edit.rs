//! One correction, and what it is about.

use super::index::Index;
use super::place::Words;
use crate::analysis::Analysis;
use crate::event::Status;
use crate::export::fragment;
use crate::item::Item;
use crate::mention::Category;
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

/// What kind of finding a correction is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A time expression.
    Timex,
    /// A person, an organisation, a group or a document.
    Entity,
    /// A quotation.
    Quotation,
    /// An event.
    Event,
}

/// A finding, named by its words so that it is found again after the text or the program has changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// What it is.
    pub kind: Kind,
    /// Its words: of an event the trigger, of an entity the name, of a quotation the first of its contents.
    pub words: Words,
}

impl Subject {
    /// The subject of a correction of `item`; `None` for what is no finding.
    pub fn of(text: &str, analysis: &Analysis, item: Item) -> Option<Self> {
        let (kind, span) = match item {
            Item::Published => return None,
            Item::Timex(i) => (Kind::Timex, analysis.timexes.get(i)?.span),
            Item::Entity(i) => (Kind::Entity, analysis.entities.get(i)?.name),
            Item::Quotation(i) => (Kind::Quotation, *analysis.quotations.get(i)?.contents.first()?),
            Item::Event(i) => (Kind::Event, analysis.events.get(i)?.trigger),
        };
        Some(Self { kind, words: Words::of(text, span) })
    }

    /// The finding in `analysis`, which is of `text`: the one that has exactly these words, else the first that shares some.
    pub fn find(&self, text: &str, analysis: &Analysis) -> Option<Item> {
        Index::of(analysis).find(self.kind, self.words.find(text)?, analysis)
    }
}

/// What a reader says of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// It is right as it stands.
    Right,
    /// It is wrong, and does not count.
    Wrong,
}

/// What a reader adds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Addition {
    /// Words that name a time.
    Timex {
        /// The stretch of the calendar, as TIMEX3 writes it.
        value: String,
    },
    /// Words that tell of an event.
    Event {
        /// When, as TIMEX3 writes it, or two such values with a slash between; `None` where that is not known.
        value: Option<String>,
        /// Whether and how it took place.
        status: Status,
    },
    /// Words that somebody says.
    Quotation {
        /// Who says them.
        speaker: Option<Subject>,
    },
    /// Words for somebody.
    Entity,
}

/// One correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Edit {
    /// The day of publication, or none to have it inferred.
    Published {
        /// The day.
        date: Option<NaiveDate>,
    },
    /// The address at which the article was published, or none.
    Address {
        /// The address, with its scheme.
        #[serde(default, deserialize_with = "page")]
        url: Option<String>,
    },
    /// A finding is right or wrong, or not judged any more.
    Judge {
        /// The finding.
        of: Subject,
        /// The judgement.
        verdict: Option<Verdict>,
    },
    /// A note on a finding; an empty one is taken away.
    Note {
        /// The finding.
        of: Subject,
        /// The note.
        note: String,
    },
    /// The date of a time expression or of an event.
    Date {
        /// The expression or the event.
        of: Subject,
        /// As TIMEX3 writes it; of an event also two such values with a slash between. `None` leaves an expression as it was read and an event undated.
        value: Option<String>,
    },
    /// What a time expression is counted from.
    Anchor {
        /// The expression.
        of: Subject,
        /// Another expression; `None` for the day of publication.
        from: Option<Subject>,
    },
    /// Whether and how an event took place.
    Status {
        /// The event.
        of: Subject,
        /// The status.
        status: Status,
    },
    /// Who speaks.
    Speaker {
        /// The quotation.
        of: Subject,
        /// The speaker; `None` where the text does not say.
        speaker: Option<Subject>,
    },
    /// What an entity is called, and what it speaks for.
    Name {
        /// The entity.
        of: Subject,
        /// Its name.
        name: String,
        /// Its office or function; empty for none.
        role: String,
        /// What it belongs to or speaks for; empty for none.
        organization: String,
        /// What kind of body that is.
        category: Category,
    },
    /// Two entities are one.
    Merge {
        /// The one that goes.
        of: Subject,
        /// The one that stays.
        into: Subject,
    },
    /// Some words that were taken for an entity mean another one.
    Split {
        /// The entity.
        of: Subject,
        /// The words.
        words: Words,
    },
    /// Words that were not found to be anything.
    Add {
        /// The words.
        words: Words,
        /// What they are.
        addition: Addition,
    },
}

/// An address in a file, a link or a record. What is not the address of a page counts as none, so that no link can run a script.
fn page<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.as_deref().and_then(fragment::address))
}

impl Edit {
    /// The finding that it is about.
    pub fn subject(&self) -> Option<&Subject> {
        match self {
            Self::Published { .. } | Self::Address { .. } | Self::Add { .. } => None,
            Self::Judge { of, .. }
            | Self::Note { of, .. }
            | Self::Date { of, .. }
            | Self::Anchor { of, .. }
            | Self::Status { of, .. }
            | Self::Speaker { of, .. }
            | Self::Name { of, .. }
            | Self::Merge { of, .. }
            | Self::Split { of, .. } => Some(of),
        }
    }

    /// All words of the text that it names.
    pub(super) fn named(&self) -> impl Iterator<Item = &Words> {
        let (other, words) = match self {
            Self::Anchor { from, .. } => (from.as_ref(), None),
            Self::Speaker { speaker, .. } => (speaker.as_ref(), None),
            Self::Merge { into, .. } => (Some(into), None),
            Self::Split { words, .. } => (None, Some(words)),
            Self::Add { words, addition: Addition::Quotation { speaker } } => (speaker.as_ref(), Some(words)),
            Self::Add { words, .. } => (None, Some(words)),
            _ => (None, None),
        };
        self.subject().into_iter().chain(other).map(|subject| &subject.words).chain(words)
    }

    /// The words of the text that it is about; empty for what is about the whole article.
    pub fn words(&self) -> &str {
        match self {
            Self::Published { .. } | Self::Address { .. } => "",
            Self::Add { words, .. } | Self::Split { words, .. } => &words.exact,
            other => other.subject().map_or("", |subject| &subject.words.exact),
        }
    }
}
