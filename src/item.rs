//! What a reader can follow: a finding, by its place in the analysis.

use crate::analysis::Analysis;
use crate::export::json;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// One finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Item {
    /// The words that tell the day of publication.
    Published,
    /// A time expression.
    Timex(usize),
    /// A person, an organisation, a group or a document.
    Entity(usize),
    /// A quotation.
    Quotation(usize),
    /// An event.
    Event(usize),
}

impl Item {
    /// The name of the item in the page, which is its name in the record: "t1" is the first time expression.
    pub fn id(self) -> String {
        match self {
            Self::Published => "published".to_owned(),
            Self::Timex(i) => json::id('t', i),
            Self::Entity(i) => json::id('e', i),
            Self::Quotation(i) => json::id('q', i),
            Self::Event(i) => json::id('v', i),
        }
    }

    /// The item that has the name `id`.
    pub fn of_id(id: &str) -> Option<Self> {
        if id == "published" {
            return Some(Self::Published);
        }
        let mut letters = id.chars();
        let letter = letters.next()?;
        let index = letters.as_str().parse::<usize>().ok()?.checked_sub(1)?;
        match letter {
            't' => Some(Self::Timex(index)),
            'e' => Some(Self::Entity(index)),
            'q' => Some(Self::Quotation(index)),
            'v' => Some(Self::Event(index)),
            _ => None,
        }
    }

    /// The words of the item in the article.
    pub fn span(self, analysis: &Analysis) -> Option<Span> {
        match self {
            Self::Published => analysis.published.span,
            Self::Timex(i) => analysis.timexes.get(i).map(|timex| timex.span),
            Self::Entity(i) => analysis.entities.get(i).map(|entity| entity.name),
            Self::Quotation(i) => analysis.quotations.get(i)?.contents.first().copied(),
            Self::Event(i) => analysis.events.get(i).map(|event| event.span),
        }
    }

    /// All places of the item in the article.
    pub fn spans(self, analysis: &Analysis) -> Vec<Span> {
        match self {
            Self::Quotation(i) => {
                analysis.quotations.get(i).map(|quotation| quotation.contents.iter().copied().chain(quotation.cue).collect())
            }
            Self::Entity(i) => analysis.entities.get(i).map(|entity| entity.mentions.iter().map(|mention| mention.span).collect()),
            Self::Event(i) => {
                let again = analysis.events.iter().filter(|event| event.same == Some(i)).map(|event| event.span);
                self.span(analysis).map(|span| [span].into_iter().chain(again).collect())
            }
            other => other.span(analysis).map(|span| vec![span]),
        }
        .unwrap_or_default()
    }

    /// Whether the analysis has such an item.
    pub fn is_in(self, analysis: &Analysis) -> bool {
        self.span(analysis).is_some()
    }

    /// The item whose entry answers for this one: a date leads to the event that it dates, and an event that is told again to where it is told best.
    pub fn entry(self, analysis: &Analysis) -> Self {
        match self {
            Self::Timex(i) => {
                let dated = analysis.events.iter().position(|event| event.timex == Some(i));
                dated.map_or(self, |event| Self::Event(event).entry(analysis))
            }
            Self::Event(i) => Self::Event(analysis.events.get(i).and_then(|event| event.same).unwrap_or(i)),
            other => other,
        }
    }

    /// Whether it is an event that the timeline shows only when asked for all.
    pub fn is_minor_event(self, analysis: &Analysis) -> bool {
        matches!(self, Self::Event(i) if analysis.events.get(i).is_some_and(|event| !event.main))
    }

    /// Whether it belongs to a source that the list shows only when asked for all.
    pub fn is_other_source(self, analysis: &Analysis) -> bool {
        let speaker = match self {
            Self::Entity(i) => Some(i),
            Self::Quotation(i) => analysis.quotations.get(i).and_then(|quotation| quotation.speaker),
            _ => return false,
        };
        !speaker.and_then(|i| analysis.entities.get(i)).is_some_and(|entity| entity.category.is_official())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back_to_items() {
        for item in [Item::Published, Item::Timex(0), Item::Entity(11), Item::Quotation(2), Item::Event(100)] {
            assert_eq!(Item::of_id(&item.id()), Some(item));
        }
        for other in ["", "v", "v0", "x1", "vé", "v-1"] {
            assert_eq!(Item::of_id(other), None, "{other}");
        }
    }
}
