//! Linked data in the words of schema.org: the article, what is quoted in it, and its events.
//!
//! Schema.org has no words for doubt and proof, so these stand beside its own under the prefix `saywhen`.
//! There is no `ClaimReview`: nothing here says that a claim is true.

use super::article::{Article, can_be_written, extent};
use super::{Options, Work, json, names, work};
use crate::analysis::Language;
use crate::event::{Basis, Event, EventDate, Status};
use crate::finding::Grounds;
use crate::item::Item;
use crate::mention::{Entity, EntityKind};
use crate::quote::Quotation;
use crate::review::Mark;
use crate::text::Span;
use crate::timex::words;
use serde::Serialize;

/// The prefix of what schema.org has no word for.
const TERMS: &str = "urn:saywhen:terms:";

/// A graph of linked data. `'a` is the life of the text and of the analysis.
#[derive(Clone, Debug, Serialize)]
pub struct Graph<'a> {
    #[serde(rename = "@context")]
    context: (&'static str, Terms),
    #[serde(rename = "@graph")]
    nodes: Vec<Node<'a>>,
}

#[derive(Clone, Debug, Serialize)]
struct Terms {
    saywhen: &'static str,
}

#[derive(Clone, Debug, Serialize)]
#[serde(tag = "@type")]
enum Node<'a> {
    NewsArticle(NewsArticle<'a>),
    Quotation(QuotationNode<'a>),
    Event(EventNode<'a>),
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct NewsArticle<'a> {
    #[serde(rename = "@id")]
    id: String,
    headline: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    in_language: Option<&'static str>,
    #[serde(rename = "saywhen:engine")]
    engine: &'static str,
}

/// A node that is named elsewhere.
#[derive(Clone, Debug, Serialize)]
struct Reference {
    #[serde(rename = "@id")]
    id: String,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct QuotationNode<'a> {
    #[serde(rename = "@id")]
    id: String,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<Creator<'a>>,
    is_part_of: Reference,
    #[serde(rename = "saywhen:form")]
    form: &'static str,
    #[serde(rename = "saywhen:cue", skip_serializing_if = "Option::is_none")]
    cue: Option<&'a str>,
    #[serde(rename = "saywhen:source", skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(flatten)]
    proof: Proof<'a>,
}

/// Who speaks. Schema.org knows persons and organisations as creators; a group or a document counts as the latter.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Creator<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "@id")]
    id: String,
    /// The name; for those whom the text does not name, its words for them.
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    affiliation: Option<Organization<'a>>,
    #[serde(rename = "saywhen:named")]
    named: bool,
    #[serde(rename = "saywhen:official")]
    official: bool,
    #[serde(rename = "saywhen:category")]
    category: &'static str,
}

#[derive(Clone, Debug, Serialize)]
struct Organization<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Clone, Debug, Serialize)]
struct Place<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct EventNode<'a> {
    #[serde(rename = "@id")]
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event_status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<Place<'a>>,
    subject_of: Reference,
    #[serde(rename = "saywhen:status")]
    status: &'static str,
    #[serde(rename = "saywhen:basis")]
    basis: &'static str,
    #[serde(rename = "saywhen:edtf", skip_serializing_if = "Option::is_none")]
    edtf: Option<&'a str>,
    #[serde(rename = "saywhen:participant", skip_serializing_if = "Vec::is_empty")]
    participants: Vec<&'a str>,
    #[serde(flatten)]
    proof: Proof<'a>,
}

#[derive(Clone, Debug, Serialize)]
struct Proof<'a> {
    #[serde(rename = "saywhen:start")]
    start: usize,
    #[serde(rename = "saywhen:end")]
    end: usize,
    #[serde(rename = "saywhen:rule")]
    rule: &'a str,
    #[serde(rename = "saywhen:confidence")]
    confidence: f64,
    #[serde(rename = "saywhen:why")]
    why: &'a str,
    #[serde(flatten)]
    review: Option<Review<'a>>,
}

/// What the reader said.
#[derive(Clone, Debug, Serialize)]
struct Review<'a> {
    #[serde(rename = "saywhen:verdict", skip_serializing_if = "str::is_empty")]
    verdict: &'static str,
    #[serde(rename = "saywhen:change", skip_serializing_if = "str::is_empty")]
    change: &'static str,
    #[serde(rename = "saywhen:note", skip_serializing_if = "str::is_empty")]
    note: &'a str,
}

impl<'a> Review<'a> {
    fn of(mark: &'a Mark) -> Self {
        Self { verdict: work::verdict(mark), change: work::change(mark), note: &mark.note }
    }
}

/// The linked data of `work`: all quotations, and the events that `options` ask for.
pub fn record<'a>(work: Work<'a>, options: &Options) -> Graph<'a> {
    let article = Article::new(work);
    let writer = Writer { urn: article.urn(), article };
    let quotations = work.analysis.quotations.iter().enumerate().map(|(i, quotation)| Node::Quotation(writer.quotation(i, quotation)));
    let mut events = writer.article.events(true, options);
    events.extend(writer.article.events(false, options));
    let mut nodes = vec![Node::NewsArticle(writer.article())];
    nodes.extend(quotations);
    nodes.extend(events.into_iter().map(|(i, event)| Node::Event(writer.event(i, event))));
    Graph { context: ("https://schema.org", Terms { saywhen: TERMS }), nodes }
}

struct Writer<'a> {
    article: Article<'a>,
    urn: String,
}

impl<'a> Writer<'a> {
    fn id(&self, letter: char, index: usize) -> String {
        format!("{}#{}", self.urn, json::id(letter, index))
    }

    fn whole(&self) -> Reference {
        Reference { id: self.urn.clone() }
    }

    fn article(&self) -> NewsArticle<'a> {
        let analysis = self.article.analysis;
        NewsArticle {
            id: self.urn.clone(),
            headline: self.article.headline(),
            url: self.article.work.address(),
            date_published: analysis.published.date.filter(can_be_written).map(|date| date.to_string()),
            in_language: (analysis.language == Language::English).then_some("en"),
            engine: json::ENGINE,
        }
    }

    fn quotation(&self, index: usize, quotation: &'a Quotation) -> QuotationNode<'a> {
        QuotationNode {
            id: self.id('q', index),
            text: self.article.said(quotation),
            creator: quotation.speaker.and_then(|who| Some(self.creator(who, self.article.analysis.entities.get(who)?))),
            is_part_of: self.whole(),
            form: names::form(quotation.kind),
            cue: quotation.cue.map(|cue| self.article.words(cue)),
            source: quotation.source.map(|source| self.article.words(source)),
            proof: self.proof(Item::Quotation(index), extent(quotation), &quotation.grounds),
        }
    }

    fn creator(&self, index: usize, entity: &'a Entity) -> Creator<'a> {
        let is_person = entity.kind == EntityKind::Person;
        let organization = |name| Organization { kind: "Organization", name };
        let text = self.article.text;
        Creator {
            kind: if is_person { "Person" } else { "Organization" },
            id: self.id('e', index),
            name: entity.name_in(text),
            job_title: entity.role_in(text).filter(|_| is_person),
            affiliation: entity.organization_in(text).filter(|_| is_person).map(organization),
            named: entity.named,
            official: entity.category.is_official(),
            category: names::category(entity.category),
        }
    }

    fn event(&self, index: usize, event: &'a Event) -> EventNode<'a> {
        let entities = event.participants.iter().filter_map(|i| self.article.analysis.entities.get(*i));
        EventNode {
            id: self.id('v', index),
            name: self.article.line(event.span),
            start_date: start_date(event),
            event_status: event_status(event.status),
            location: event.place.map(|place| Place { kind: "Place", name: self.article.words(place) }),
            subject_of: self.whole(),
            status: names::status(event.status),
            basis: names::basis(event.basis),
            edtf: event.date.as_ref().map(|date| date.edtf.as_str()),
            participants: entities.map(|entity| entity.name_in(self.article.text)).collect(),
            proof: self.proof(Item::Event(index), event.span, &event.grounds),
        }
    }

    fn proof(&self, item: Item, span: Span, grounds: &'a Grounds) -> Proof<'a> {
        Proof {
            start: self.article.at(span.start),
            end: self.article.at(span.end),
            rule: &grounds.rule,
            confidence: json::confidence(grounds),
            why: &grounds.why,
            review: self.article.work.mark(item).map(Review::of),
        }
    }
}

/// When an event begins, where the text says that it takes place and when: a year, a month or a day without doubt.
fn start_date(event: &Event) -> Option<String> {
    let known = !matches!(event.basis, Basis::Publication | Basis::None) && !matches!(event.status, Status::Denied | Status::Possible);
    event.date.as_ref().filter(|date| known && is_certain(date)).and_then(|date| words::attribute(&date.value))
}

fn is_certain(date: &EventDate) -> bool {
    let whole = !date.edtf.contains(['?', '~', '%', '/']) && !date.value.contains('W');
    whole && can_be_written(&date.earliest)
}

/// What schema.org can say of a status.
fn event_status(status: Status) -> Option<&'static str> {
    match status {
        Status::Planned => Some("https://schema.org/EventScheduled"),
        Status::Denied => Some("https://schema.org/EventCancelled"),
        Status::Happened | Status::Ongoing | Status::Possible | Status::Recurring => None,
    }
}
