//! The whole way: a text and options in, an [`Analysis`] out. The only caller of the finders.

use crate::clause::Clauses;
use crate::event::{self, Event};
use crate::mention::{self, Entity};
use crate::quote::{self, Quotation};
use crate::tag;
use crate::text::{Document, ParagraphKind, Span};
use crate::timeline::{self, Timeline};
use crate::timex::{self, Published, Timex};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a caller knows besides the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// The day of publication, when it is known; otherwise it is inferred from the text.
    pub published: Option<NaiveDate>,
    /// What a reader says of the time expressions of the text. What hangs on such an expression is read against that.
    pub dates: Vec<timex::Given>,
}

/// Everything that was found in one article.
///
/// Lists refer to each other by index: `Quotation::speaker` into
/// [`Analysis::entities`], `Event::timex` into [`Analysis::timexes`], and so on.
/// All spans are bytes of the text as given, which the analysis does not own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Analysis {
    /// The headline, where there is one.
    pub title: Option<Span>,
    /// When the article was published, and how that is known.
    pub published: Published,
    /// Whether the text reads as English; other texts are analysed all the same.
    pub language: Language,
    /// Paragraphs in order.
    pub paragraphs: Vec<ParagraphRecord>,
    /// Time expressions in order.
    pub timexes: Vec<Timex>,
    /// People, organisations, groups and documents, in the order of their first mention.
    pub entities: Vec<Entity>,
    /// Quotations in order.
    pub quotations: Vec<Quotation>,
    /// Events in order.
    pub events: Vec<Event>,
    /// The events in order of time.
    pub timeline: Timeline,
}

/// A paragraph as the page needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParagraphRecord {
    /// Where it stands.
    pub span: Span,
    /// What it is for.
    pub kind: ParagraphKind,
}

/// Whether the text is in the language that the rules know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Function words of English are as frequent as they should be.
    English,
    /// They are not: what was found may be little or wrong.
    Other,
    /// Too short to tell.
    Unknown,
}

/// A part of an analysis that is done, in the order of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stage {
    /// The text is cut into paragraphs, sentences and words.
    Text,
    /// The words have their parts of speech, and verbs their clauses.
    Words,
    /// The times are read.
    Times,
    /// The people and bodies are found.
    People,
    /// The quotations have their speakers; the events are left.
    Quotations,
}

/// Analyses `text`. Any text gives an analysis; doubt is part of it.
pub fn analyze(text: &str, options: &Options) -> Analysis {
    analyze_telling(text, options, |_| ())
}

/// As [`analyze`], and tells `reached` of each stage but the last as it is done.
pub fn analyze_telling(text: &str, options: &Options, mut reached: impl FnMut(Stage)) -> Analysis {
    let mut document = Document::new(text);
    reached(Stage::Text);
    tag::tag(&mut document);
    let clauses = Clauses::find(&document);
    reached(Stage::Words);
    let (published, timexes) = timex::find(&document, &clauses, options.published, &options.dates);
    reached(Stage::Times);
    let mentions = mention::find(&document);
    reached(Stage::People);
    let quote::Found { quotations, entities } = quote::find(&document, &clauses, &mentions, &timexes);
    reached(Stage::Quotations);
    let events = event::find(&document, &clauses, &published, &timexes, &entities, &quotations);
    let timeline = timeline::order(&events);
    Analysis {
        title: document.paragraphs.iter().find(|p| p.kind == ParagraphKind::Title).map(|p| p.span),
        published,
        language: language(&document),
        paragraphs: document.paragraphs.iter().map(|p| ParagraphRecord { span: p.span, kind: p.kind }).collect(),
        timexes,
        entities,
        quotations,
        events,
        timeline,
    }
}

/// Judges the language by the share of English function words.
fn language(document: &Document) -> Language {
    use crate::lexicon::Classes;
    use crate::text::TokenKind;
    let words = (0..document.tokens.len()).filter(|i| document.kind(*i) == Some(TokenKind::Word));
    let (count, known) = words.fold((0, 0), |(count, known), i| {
        let english = document.has(i, Classes::STARTER | Classes::PREPOSITION | Classes::AUXILIARY | Classes::MODAL);
        (count + 1, known + usize::from(english))
    });
    match count {
        0..20 => Language::Unknown,
        _ if known * 8 >= count => Language::English,
        _ => Language::Other,
    }
}
