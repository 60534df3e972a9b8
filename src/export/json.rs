//! The analysis record: what the command line prints and JavaScript callers get.

use super::{Work, work};
use crate::analysis::{Analysis, Language};
use crate::event::{Basis, Event, Status};
use crate::finding::Grounds;
use crate::item::Item;
use crate::mention::{Category, Entity, EntityKind, Mention, MentionKind};
use crate::quote::{Quotation, QuotationKind};
use crate::review::{Edit, Mark};
use crate::text::encoding::{Encoding, Offsets};
use crate::text::{ParagraphKind, Span};
use crate::timex::{Anchor, Interval, PublishedBasis, Reading, Timex, TimexType};
use serde::Serialize;

/// The version of the record's shape.
pub const SCHEMA: u32 = 1;

/// The engine's name and version.
pub const ENGINE: &str = concat!("saywhen ", env!("CARGO_PKG_VERSION"));

/// One article's record. `'a` is the life of the text and of the analysis.
#[derive(Clone, Debug, Serialize)]
pub struct Record<'a> {
    schema: u32,
    engine: &'static str,
    offsets: Encoding,
    document: DocumentRecord<'a>,
    timexes: Vec<TimexRecord<'a>>,
    entities: Vec<EntityRecord<'a>>,
    quotations: Vec<QuotationRecord<'a>>,
    events: Vec<EventRecord<'a>>,
    timeline: TimelineRecord,
    /// What a reader corrected, in order; the findings above are those in which it holds.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    corrections: &'a [Edit],
}

/// A span in the caller's unit, with its words.
#[derive(Clone, Debug, Serialize)]
struct Slice<'a> {
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Clone, Debug, Serialize)]
struct DocumentRecord<'a> {
    title: Option<Slice<'a>>,
    published: PublishedRecord<'a>,
    language: Language,
    paragraphs: Vec<ParagraphRecord>,
    /// The address that a reader gave.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
}

#[derive(Clone, Debug, Serialize)]
struct PublishedRecord<'a> {
    value: Option<String>,
    basis: PublishedBasis,
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'a str>,
}

#[derive(Clone, Debug, Serialize)]
struct ParagraphRecord {
    start: usize,
    end: usize,
    kind: ParagraphKind,
}

#[derive(Clone, Debug, Serialize)]
struct TimexRecord<'a> {
    id: String,
    #[serde(flatten)]
    slice: Slice<'a>,
    #[serde(rename = "type")]
    kind: TimexType,
    value: &'a str,
    #[serde(rename = "mod")]
    modifier: Option<&'a str>,
    anchor: Option<String>,
    earliest: Option<String>,
    latest: Option<String>,
    edtf: Option<&'a str>,
    #[serde(flatten)]
    grounds: GroundsRecord<'a>,
    alternatives: &'a [Reading],
}

#[derive(Clone, Debug, Serialize)]
struct EntityRecord<'a> {
    id: String,
    kind: EntityKind,
    named: bool,
    name: &'a str,
    role: Option<Slice<'a>>,
    organization: Option<Slice<'a>>,
    official: bool,
    category: Category,
    mentions: Vec<MentionRecord<'a>>,
    /// What a reader gave in place of words of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    given: Option<GivenRecord<'a>>,
    /// What a reader said of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<ReviewRecord<'a>>,
}

#[derive(Clone, Debug, Serialize)]
struct GivenRecord<'a> {
    name: Option<&'a str>,
    role: Option<&'a str>,
    organization: Option<&'a str>,
}

#[derive(Clone, Debug, Serialize)]
struct MentionRecord<'a> {
    #[serde(flatten)]
    slice: Slice<'a>,
    kind: MentionKind,
}

#[derive(Clone, Debug, Serialize)]
struct QuotationRecord<'a> {
    id: String,
    kind: QuotationKind,
    contents: Vec<Slice<'a>>,
    cue: Option<Slice<'a>>,
    source: Option<Slice<'a>>,
    speaker: Option<String>,
    timex: Option<String>,
    continues: Option<String>,
    #[serde(flatten)]
    grounds: GroundsRecord<'a>,
    alternatives: Vec<OtherSpeakerRecord<'a>>,
}

#[derive(Clone, Debug, Serialize)]
struct OtherSpeakerRecord<'a> {
    speaker: String,
    why: &'a str,
}

#[derive(Clone, Debug, Serialize)]
struct EventRecord<'a> {
    id: String,
    #[serde(flatten)]
    slice: Slice<'a>,
    trigger: Slice<'a>,
    date: Option<DateRecord<'a>>,
    timex: Option<String>,
    basis: Basis,
    status: Status,
    participants: Vec<String>,
    place: Option<Slice<'a>>,
    quotation: Option<String>,
    same: Option<String>,
    main: bool,
    #[serde(flatten)]
    grounds: GroundsRecord<'a>,
}

#[derive(Clone, Debug, Serialize)]
struct DateRecord<'a> {
    value: &'a str,
    edtf: &'a str,
    earliest: String,
    latest: String,
}

#[derive(Clone, Debug, Serialize)]
struct TimelineRecord {
    dated: Vec<String>,
    undated: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
struct GroundsRecord<'a> {
    confidence: f64,
    rule: &'a str,
    why: &'a str,
    /// What a reader said of the finding.
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<ReviewRecord<'a>>,
}

#[derive(Clone, Debug, Serialize)]
struct ReviewRecord<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    verdict: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    change: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
}

/// The record of `work` with offsets counted in `encoding`.
pub fn record(work: Work<'_>, encoding: Encoding) -> Record<'_> {
    let Work { text, analysis, .. } = work;
    let writer = Writer { work, text, offsets: Offsets::new(text, encoding) };
    Record {
        schema: SCHEMA,
        engine: ENGINE,
        offsets: encoding,
        document: writer.document(analysis),
        timexes: numbered(&analysis.timexes, |i, timex| writer.timex(i, timex)),
        entities: numbered(&analysis.entities, |i, entity| writer.entity(i, entity)),
        quotations: numbered(&analysis.quotations, |i, quotation| writer.quotation(i, quotation)),
        events: numbered(&analysis.events, |i, event| writer.event(i, event)),
        timeline: TimelineRecord {
            dated: analysis.timeline.dated.iter().map(|i| id('v', *i)).collect(),
            undated: analysis.timeline.undated.iter().map(|i| id('v', *i)).collect(),
        },
        corrections: work.review.edits(),
    }
}

/// The record's name of the item at `index` of its list: "t1" is the first time expression.
pub fn id(letter: char, index: usize) -> String {
    format!("{letter}{}", index + 1)
}

fn numbered<'a, T, R>(list: &'a [T], write: impl Fn(usize, &'a T) -> R) -> Vec<R> {
    list.iter().enumerate().map(|(i, item)| write(i, item)).collect()
}

struct Writer<'a> {
    work: Work<'a>,
    text: &'a str,
    offsets: Offsets,
}

impl<'a> Writer<'a> {
    fn at(&self, byte: usize) -> usize {
        self.offsets.convert(self.text, byte)
    }

    fn slice(&self, span: Span) -> Slice<'a> {
        Slice { start: self.at(span.start), end: self.at(span.end), text: span.of(self.text) }
    }

    fn maybe(&self, span: Option<Span>) -> Option<Slice<'a>> {
        span.map(|span| self.slice(span))
    }

    fn document(&self, analysis: &'a Analysis) -> DocumentRecord<'a> {
        let published = &analysis.published;
        let words = self.maybe(published.span);
        DocumentRecord {
            title: self.maybe(analysis.title),
            published: PublishedRecord {
                value: published.date.map(|date| date.to_string()),
                basis: published.basis,
                start: words.as_ref().map(|words| words.start),
                end: words.as_ref().map(|words| words.end),
                text: words.map(|words| words.text),
            },
            language: analysis.language,
            address: self.work.address(),
            paragraphs: analysis
                .paragraphs
                .iter()
                .map(|p| ParagraphRecord { start: self.at(p.span.start), end: self.at(p.span.end), kind: p.kind })
                .collect(),
        }
    }

    fn timex(&self, index: usize, timex: &'a Timex) -> TimexRecord<'a> {
        let day = |end: fn(Interval) -> chrono::NaiveDate| timex.interval.map(|interval| end(interval).to_string());
        TimexRecord {
            id: id('t', index),
            slice: self.slice(timex.span),
            kind: timex.kind,
            value: &timex.value,
            modifier: timex.modifier.as_deref(),
            anchor: timex.anchor.map(|anchor| match anchor {
                Anchor::Published => "published".to_owned(),
                Anchor::Timex(other) => id('t', other),
            }),
            earliest: day(|interval| interval.earliest),
            latest: day(|interval| interval.latest),
            edtf: timex.edtf.as_deref(),
            grounds: self.grounds(Item::Timex(index), &timex.grounds),
            alternatives: &timex.alternatives,
        }
    }

    fn entity(&self, index: usize, entity: &'a Entity) -> EntityRecord<'a> {
        let mention = |mention: &Mention| MentionRecord { slice: self.slice(mention.span), kind: mention.kind };
        EntityRecord {
            id: id('e', index),
            kind: entity.kind,
            named: entity.named,
            name: entity.name_in(self.text),
            role: self.maybe(entity.role),
            organization: self.maybe(entity.organization),
            official: entity.category.is_official(),
            category: entity.category,
            mentions: entity.mentions.iter().map(mention).collect(),
            given: entity.given.as_ref().map(|given| GivenRecord {
                name: given.name.as_deref(),
                role: given.role.as_deref(),
                organization: given.organization.as_deref(),
            }),
            review: self.review(Item::Entity(index)),
        }
    }

    fn quotation(&self, index: usize, quotation: &'a Quotation) -> QuotationRecord<'a> {
        QuotationRecord {
            id: id('q', index),
            kind: quotation.kind,
            contents: quotation.contents.iter().map(|content| self.slice(*content)).collect(),
            cue: self.maybe(quotation.cue),
            source: self.maybe(quotation.source),
            speaker: quotation.speaker.map(|i| id('e', i)),
            timex: quotation.timex.map(|i| id('t', i)),
            continues: quotation.continues.map(|i| id('q', i)),
            grounds: self.grounds(Item::Quotation(index), &quotation.grounds),
            alternatives: quotation
                .alternatives
                .iter()
                .map(|other| OtherSpeakerRecord { speaker: id('e', other.speaker), why: &other.why })
                .collect(),
        }
    }

    fn grounds(&self, item: Item, grounds: &'a Grounds) -> GroundsRecord<'a> {
        GroundsRecord { confidence: confidence(grounds), rule: &grounds.rule, why: &grounds.why, review: self.review(item) }
    }

    fn review(&self, item: Item) -> Option<ReviewRecord<'a>> {
        let mark: &'a Mark = self.work.mark(item)?;
        Some(ReviewRecord { verdict: work::verdict(mark), change: work::change(mark), note: &mark.note })
    }

    fn event(&self, index: usize, event: &'a Event) -> EventRecord<'a> {
        EventRecord {
            id: id('v', index),
            slice: self.slice(event.span),
            trigger: self.slice(event.trigger),
            date: event.date.as_ref().map(|date| DateRecord {
                value: &date.value,
                edtf: &date.edtf,
                earliest: date.earliest.to_string(),
                latest: date.latest.to_string(),
            }),
            timex: event.timex.map(|i| id('t', i)),
            basis: event.basis,
            status: event.status,
            participants: event.participants.iter().map(|i| id('e', *i)).collect(),
            place: self.maybe(event.place),
            quotation: event.quotation.map(|i| id('q', i)),
            same: event.same.map(|i| id('v', i)),
            main: event.main,
            grounds: self.grounds(Item::Event(index), &event.grounds),
        }
    }
}

/// Confidence is written with two decimals: it is not known better than that.
pub(super) fn confidence(grounds: &Grounds) -> f64 {
    (f64::from(grounds.confidence) * 100.0).round() / 100.0
}
