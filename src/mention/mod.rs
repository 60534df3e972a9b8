//! People, organisations, groups and documents: names, roles, and what refers to whom.

mod apposition;
mod bearers;
mod category;
mod link;
mod name;
mod phrase;
mod pronoun;
mod role;
mod settle;

use crate::text::{Document, Span};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// One human being.
    Person,
    /// A body that acts and speaks: a ministry, a company, a country's government.
    Organization,
    /// Many people who speak together: "officials", "residents".
    Group,
    /// Something written: a report, a statement, a court filing.
    Document,
}

/// What an entity speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the names are the record's and say all")]
pub enum Category {
    Government,
    Legislature,
    Judiciary,
    Military,
    Police,
    Agency,
    International,
    Diplomacy,
    Party,
    Company,
    Ngo,
    Expert,
    Media,
    Sport,
    Citizen,
    Other,
}

impl Category {
    /// Whether who belongs here speaks for a public body.
    pub fn is_official(self) -> bool {
        use Category::{Agency, Diplomacy, Government, International, Judiciary, Legislature, Military, Party, Police};
        matches!(self, Government | Legislature | Judiciary | Military | Police | Agency | International | Diplomacy | Party)
    }
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    /// By a name: "Rosa Lind", "Lind".
    Name,
    /// By a role or a noun: "the minister", "officials".
    Role,
    /// By a pronoun: "he".
    Pronoun,
}

/// One place where the text refers to an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Its words, with the role before a name and without what follows it.
    pub span: Span,
    /// How it refers.
    pub kind: MentionKind,
}

/// Someone or something that the text refers to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Whether the text names it: false for "officials", "a source close to the talks".
    pub named: bool,
    /// Where its fullest name stands (for an unnamed one, its first words).
    pub name: Span,
    /// The words for its office or function.
    pub role: Option<Span>,
    /// The words for what it belongs to or speaks for.
    pub organization: Option<Span>,
    /// What it speaks for.
    pub category: Category,
    /// Every mention, in order.
    pub mentions: Vec<Mention>,
    /// What a reader calls it instead.
    pub given: Option<GivenWords>,
}

/// What a reader gave in place of words of the text. An empty text says that there is nothing to say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenWords {
    /// The name.
    pub name: Option<String>,
    /// The office or function.
    pub role: Option<String>,
    /// What it belongs to or speaks for.
    pub organization: Option<String>,
}

impl Entity {
    /// What to call it: the name that a reader gave, else the words of `text`.
    pub fn name_in<'t>(&'t self, text: &'t str) -> &'t str {
        self.given.as_ref().and_then(|given| given.name.as_deref()).unwrap_or_else(|| self.name.of(text))
    }

    /// Its office or function, given by a reader or in the words of `text`.
    pub fn role_in<'t>(&'t self, text: &'t str) -> Option<&'t str> {
        let given = self.given.as_ref().and_then(|given| given.role.as_deref());
        given.or_else(|| Some(self.role?.of(text))).filter(|role| !role.is_empty())
    }

    /// What it belongs to or speaks for, given by a reader or in the words of `text`.
    pub fn organization_in<'t>(&'t self, text: &'t str) -> Option<&'t str> {
        let given = self.given.as_ref().and_then(|given| given.organization.as_deref());
        given.or_else(|| Some(self.organization?.of(text))).filter(|body| !body.is_empty())
    }
}

/// Finds the entities of `document`, in the order of their first mention.
///
/// Every noun phrase that can speak is here: names, roles ("the minister"),
/// groups ("officials"), documents ("the report") and the pronouns that lead
/// back to them.
pub fn find(document: &Document) -> Vec<Entity> {
    let names = name::find(document);
    let offices = role::find(document, &names);
    let phrases = phrase::find(document, &names, &offices);
    link::link(document, &phrases)
}

/// What an entity of this kind speaks for, by its own words.
pub fn category_of(document: &Document, words: &Range<usize>, kind: EntityKind) -> Category {
    match kind {
        EntityKind::Organization | EntityKind::Document => category::body(document, words).unwrap_or(Category::Other),
        EntityKind::Person | EntityKind::Group => category::of_noun(document, words),
    }
}
