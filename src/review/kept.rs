//! What is left of a reviewed analysis when the reader has taken out what is wrong: for exports.

use super::{Marks, Reviewed, Verdict};
use crate::analysis::Analysis;
use crate::item::Item;
use crate::timeline;
use crate::timex::Anchor;

/// What a reader lets stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The analysis without what is wrong.
    pub analysis: Analysis,
    /// What the reader said of what is left.
    pub marks: Marks,
    /// How many findings were left out as wrong.
    pub wrong: usize,
}

/// Where each finding of a list stands once some are left out.
struct Places(Vec<Option<usize>>);

impl Places {
    fn of(count: usize, is_out: impl Fn(usize) -> bool) -> Self {
        let mut next = 0;
        let place = |i: usize| {
            let place = (!is_out(i)).then_some(next);
            next += usize::from(place.is_some());
            place
        };
        Self((0..count).map(place).collect())
    }

    fn at(&self, i: usize) -> Option<usize> {
        self.0.get(i).copied().flatten()
    }

    /// The findings that stay.
    fn keep<T: Clone>(&self, list: &[T]) -> Vec<T> {
        list.iter().zip(&self.0).filter(|(_, place)| place.is_some()).map(|(one, _)| one.clone()).collect()
    }
}

impl Reviewed {
    /// The analysis without what the reader called wrong or merged into another; what pointed there points nowhere.
    pub fn kept(&self) -> Kept {
        let whole = &self.analysis;
        let timexes = Places::of(whole.timexes.len(), |i| self.is_out(Item::Timex(i)));
        let entities = Places::of(whole.entities.len(), |i| self.is_out(Item::Entity(i)));
        let quotations = Places::of(whole.quotations.len(), |i| self.is_out(Item::Quotation(i)));
        let events = Places::of(whole.events.len(), |i| self.is_out(Item::Event(i)));
        let mut kept = Analysis {
            timexes: timexes.keep(&whole.timexes),
            entities: entities.keep(&whole.entities),
            quotations: quotations.keep(&whole.quotations),
            events: events.keep(&whole.events),
            ..whole.clone()
        };
        for timex in &mut kept.timexes {
            timex.anchor = match timex.anchor {
                Some(Anchor::Timex(i)) => timexes.at(i).map(Anchor::Timex),
                other => other,
            };
        }
        for quotation in &mut kept.quotations {
            quotation.speaker = quotation.speaker.and_then(|i| entities.at(i));
            quotation.timex = quotation.timex.and_then(|i| timexes.at(i));
            quotation.continues = quotation.continues.and_then(|i| quotations.at(i));
            quotation.alternatives.retain_mut(|other| match entities.at(other.speaker) {
                Some(place) => {
                    other.speaker = place;
                    true
                }
                None => false,
            });
        }
        for event in &mut kept.events {
            event.timex = event.timex.and_then(|i| timexes.at(i));
            event.quotation = event.quotation.and_then(|i| quotations.at(i));
            event.same = event.same.and_then(|i| events.at(i));
            event.participants = event.participants.iter().filter_map(|i| entities.at(*i)).collect();
        }
        kept.timeline = timeline::order(&kept.events);
        let place = |item: Item| match item {
            Item::Published => Some(item),
            Item::Timex(i) => timexes.at(i).map(Item::Timex),
            Item::Entity(i) => entities.at(i).map(Item::Entity),
            Item::Quotation(i) => quotations.at(i).map(Item::Quotation),
            Item::Event(i) => events.at(i).map(Item::Event),
        };
        let marks = self.marks.iter().filter_map(|(item, mark)| Some((place(*item)?, mark.clone()))).collect();
        let wrong = self.marks.values().filter(|mark| mark.verdict == Some(Verdict::Wrong)).count();
        Kept { analysis: kept, marks, wrong }
    }
}
