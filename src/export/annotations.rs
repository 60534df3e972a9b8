//! W3C Web Annotations: each date, quotation and event as a note on the words of the text.
//!
//! The place is given twice: by position in code points, and by the words with what stands around them,
//! so that a note finds its place again when the text has changed a little.

use super::article::{Article, one_line};
use super::{Work, json, names, work};
use crate::event::Event;
use crate::finding::Grounds;
use crate::item::Item;
use crate::mention::Entity;
use crate::quote::Quotation;
use crate::text::Span;
use crate::timex::Timex;
use serde::Serialize;

/// How many code points before and after the words go with them.
const AROUND: usize = 32;

/// All annotations of a text, in one page.
#[derive(Clone, Debug, Serialize)]
pub struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    label: String,
    total: usize,
    first: Page<'a>,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Page<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    part_of: String,
    start_index: usize,
    items: Vec<Annotation<'a>>,
}

#[derive(Clone, Debug, Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    generator: Software,
    body: Vec<Body>,
    target: Vec<Target<'a>>,
}

#[derive(Clone, Debug, Serialize)]
struct Software {
    #[serde(rename = "type")]
    kind: &'static str,
    name: &'static str,
}

#[derive(Clone, Debug, Serialize)]
struct Body {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: String,
}

#[derive(Clone, Debug, Serialize)]
struct Target<'a> {
    source: String,
    /// The page on which the words were published.
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'a str>,
    selector: (Position, Words<'a>),
}

#[derive(Clone, Debug, Serialize)]
struct Position {
    #[serde(rename = "type")]
    kind: &'static str,
    start: usize,
    end: usize,
}

#[derive(Clone, Debug, Serialize)]
struct Words<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    exact: &'a str,
    prefix: &'a str,
    suffix: &'a str,
}

/// The annotations of `work`: times, quotations, then events.
pub fn record<'a>(work: Work<'a>) -> Collection<'a> {
    let article = Article::new(work);
    let writer = Writer { urn: article.urn(), article };
    let analysis = work.analysis;
    let timexes = analysis.timexes.iter().enumerate().map(|(i, timex)| writer.timex(i, timex));
    let quotations = analysis.quotations.iter().enumerate().map(|(i, quotation)| writer.quotation(i, quotation));
    let events = analysis.events.iter().enumerate().map(|(i, event)| writer.event(i, event));
    let items: Vec<_> = timexes.chain(quotations).chain(events).collect();
    let id = format!("{}#annotations", writer.urn);
    Collection {
        context: "http://www.w3.org/ns/anno.jsonld",
        kind: "AnnotationCollection",
        label: format!("{}: times, quotations and events, found by {}", writer.article.headline(), json::ENGINE),
        total: items.len(),
        first: Page { id: format!("{}#page1", writer.urn), kind: "AnnotationPage", part_of: id.clone(), start_index: 0, items },
        id,
    }
}

struct Writer<'a> {
    article: Article<'a>,
    urn: String,
}

impl<'a> Writer<'a> {
    fn timex(&self, index: usize, timex: &'a Timex) -> Annotation<'a> {
        let mut tags = vec!["time".to_owned(), timex.value.clone()];
        tags.extend(timex.edtf.clone().filter(|edtf| *edtf != timex.value));
        self.annotation(Item::Timex(index), tags, String::new(), &timex.grounds, &[timex.span])
    }

    fn quotation(&self, index: usize, quotation: &'a Quotation) -> Annotation<'a> {
        let tags = vec!["quotation".to_owned(), names::form(quotation.kind).to_owned()];
        let speaker = self.article.speaker(quotation).map(|entity| self.speaker(entity));
        let speaker = speaker.unwrap_or_else(|| "Speaker not found.".to_owned());
        self.annotation(Item::Quotation(index), tags, speaker, &quotation.grounds, &quotation.contents)
    }

    fn speaker(&self, entity: &Entity) -> String {
        let (name, office) = (self.article.name(entity), self.article.office(entity));
        let office = if office.is_empty() { office } else { format!(" ({office})") };
        format!("Speaker: {name}{office}.")
    }

    fn event(&self, index: usize, event: &'a Event) -> Annotation<'a> {
        let mut tags = vec!["event".to_owned(), names::status(event.status).to_owned()];
        tags.extend(event.date.as_ref().map(|date| date.edtf.clone()));
        let date = self.article.date_words(event).map_or_else(|| "Undated.".to_owned(), |date| format!("Date: {date}."));
        self.annotation(Item::Event(index), tags, date, &event.grounds, &[event.span])
    }

    fn annotation(&self, item: Item, mut tags: Vec<String>, says: String, grounds: &Grounds, spans: &[Span]) -> Annotation<'a> {
        let body = |purpose, value| Body { kind: "TextualBody", purpose, format: "text/plain", value };
        let (rule, confidence) = (&grounds.rule, json::confidence(grounds));
        let why = one_line(&format!("{says} {} Rule {rule}, confidence {confidence:.2}.", grounds.why));
        let mark = self.article.work.mark(item);
        let said = mark.map(|mark| [work::verdict(mark), work::change(mark)]).into_iter().flatten();
        tags.extend(said.filter(|said| !said.is_empty()).map(str::to_owned));
        let note = mark.map(|mark| mark.note.clone()).filter(|note| !note.is_empty()).map(|note| body("commenting", note));
        let tags = tags.into_iter().map(|tag| body("tagging", tag));
        Annotation {
            id: format!("{}#{}", self.urn, item.id()),
            kind: "Annotation",
            motivation: "describing",
            generator: Software { kind: "Software", name: json::ENGINE },
            body: tags.chain([body("describing", why)]).chain(note).collect(),
            target: spans.iter().map(|span| self.target(*span)).collect(),
        }
    }

    fn target(&self, span: Span) -> Target<'a> {
        let text = self.article.text;
        let position = Position { kind: "TextPositionSelector", start: self.article.at(span.start), end: self.article.at(span.end) };
        let words = Words {
            kind: "TextQuoteSelector",
            exact: self.article.words(span),
            prefix: last(text.get(..span.start).unwrap_or_default()),
            suffix: first(text.get(span.end..).unwrap_or_default()),
        };
        Target { source: self.urn.clone(), scope: self.article.work.address(), selector: (position, words) }
    }
}

fn first(text: &str) -> &str {
    text.char_indices().nth(AROUND).and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

fn last(text: &str) -> &str {
    text.char_indices().rev().nth(AROUND - 1).and_then(|(start, _)| text.get(start..)).unwrap_or(text)
}
