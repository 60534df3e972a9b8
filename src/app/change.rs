//! What a reader corrects on the page, by the places of findings; as an edit it is said by their words.

use crate::app::reading::Reading;
use crate::event::Status;
use crate::item::Item;
use crate::mention::Category;
use crate::review::{Addition, Edit, Subject, Verdict, Words};
use crate::text::Span;
use std::rc::Rc;

/// A correction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A finding is right, wrong, or not judged any more.
    Judge(Item, Option<Verdict>),
    /// A note on a finding.
    Note(Item, Rc<str>),
    /// Another date for a time expression or an event.
    Date(Item, Option<Rc<str>>),
    /// What a time expression is counted from: another one, or the day of publication.
    Anchor(usize, Option<usize>),
    /// Whether and how an event took place.
    Status(usize, Status),
    /// Who speaks: a quotation and an entity.
    Speaker(usize, Option<usize>),
    /// What an entity is called.
    Name(usize, Naming),
    /// The first entity is the second.
    Merge(usize, usize),
    /// These words mean another than the entity.
    Split(usize, Span),
    /// Where the article was published.
    Address(Option<Rc<str>>),
    /// Words that were not found to be anything.
    Add(Span, Added),
}

/// What an entity is called and what it speaks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming {
    /// The name.
    pub name: Rc<str>,
    /// The office; empty for none.
    pub role: Rc<str>,
    /// The body; empty for none.
    pub organization: Rc<str>,
    /// What kind of body that is.
    pub category: Category,
}

/// What a reader makes of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Added {
    /// A time expression with its value.
    Timex(Rc<str>),
    /// An event, with its date where that is known.
    Event(Option<Rc<str>>),
    /// A quotation.
    Quotation,
    /// Somebody.
    Entity,
}

impl Change {
    /// The finding that the reader has in mind when the correction is done: its entry may have moved.
    pub fn result(&self) -> Option<Item> {
        match self {
            Self::Date(item, _) => Some(*item),
            Self::Anchor(i, _) => Some(Item::Timex(*i)),
            Self::Speaker(i, _) => Some(Item::Quotation(*i)),
            Self::Merge(_, into) => Some(Item::Entity(*into)),
            _ => None,
        }
    }

    /// The words that become a finding.
    pub fn added(&self) -> Option<Span> {
        if let Self::Add(span, _) = self { Some(*span) } else { None }
    }

    /// The correction in the words of the article; `None` where a finding is not there.
    pub fn edit(self, reading: &Reading) -> Option<Edit> {
        let of = |item| Subject::of(&reading.text, &reading.analysis, item);
        let words = |span| Words::of(&reading.text, span);
        Some(match self {
            Self::Judge(item, verdict) => Edit::Judge { of: of(item)?, verdict },
            Self::Note(item, note) => Edit::Note { of: of(item)?, note: note.to_string() },
            Self::Date(item, value) => Edit::Date { of: of(item)?, value: value.as_deref().map(str::to_owned) },
            Self::Anchor(i, from) => {
                let from = match from {
                    Some(from) => Some(of(Item::Timex(from))?),
                    None => None,
                };
                Edit::Anchor { of: of(Item::Timex(i))?, from }
            }
            Self::Status(i, status) => Edit::Status { of: of(Item::Event(i))?, status },
            Self::Speaker(i, who) => {
                let speaker = match who {
                    Some(who) => Some(of(Item::Entity(who))?),
                    None => None,
                };
                Edit::Speaker { of: of(Item::Quotation(i))?, speaker }
            }
            Self::Name(i, Naming { name, role, organization, category }) => Edit::Name {
                of: of(Item::Entity(i))?,
                name: name.to_string(),
                role: role.to_string(),
                organization: organization.to_string(),
                category,
            },
            Self::Merge(i, into) => Edit::Merge { of: of(Item::Entity(i))?, into: of(Item::Entity(into))? },
            Self::Address(url) => Edit::Address { url: url.map(|url| url.to_string()) },
            Self::Split(i, span) => Edit::Split { of: of(Item::Entity(i))?, words: words(span) },
            Self::Add(span, added) => Edit::Add {
                words: words(span),
                addition: match added {
                    Added::Timex(value) => Addition::Timex { value: value.to_string() },
                    Added::Event(value) => Addition::Event { value: value.as_deref().map(str::to_owned), status: Status::Happened },
                    Added::Quotation => Addition::Quotation { speaker: None },
                    Added::Entity => Addition::Entity,
                },
            },
        })
    }
}
