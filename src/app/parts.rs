//! The findings of a long article in parts, so that the page takes each of them in between two pictures.

use crate::analysis::Analysis;
use crate::event::Event;
use crate::mention::Entity;
use crate::quote::Quotation;
use crate::timex::Timex;
use serde::{Deserialize, Serialize};

/// How many findings a part holds. The page takes in so many in a few milliseconds.
const LENGTH: usize = 400;

/// Findings of one kind that follow each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Part {
    /// Time expressions.
    Timexes(Vec<Timex>),
    /// People and bodies.
    Entities(Vec<Entity>),
    /// Quotations.
    Quotations(Vec<Quotation>),
    /// Events.
    Events(Vec<Event>),
}

/// Takes whole parts out of the front of `analysis`, which keeps the rest. What has few findings stays as it is.
pub fn taken(analysis: &mut Analysis) -> Vec<Part> {
    let mut parts = Vec::new();
    take(&mut analysis.timexes, Part::Timexes, &mut parts);
    take(&mut analysis.entities, Part::Entities, &mut parts);
    take(&mut analysis.quotations, Part::Quotations, &mut parts);
    take(&mut analysis.events, Part::Events, &mut parts);
    parts
}

fn take<T>(findings: &mut Vec<T>, part: impl Fn(Vec<T>) -> Part, parts: &mut Vec<Part>) {
    let whole = findings.len() - findings.len() % LENGTH;
    let mut taken = findings.drain(..whole);
    for _ in 0..whole / LENGTH {
        parts.push(part(taken.by_ref().take(LENGTH).collect()));
    }
}

/// The parts that have come of an analysis.
#[derive(Debug, Default)]
pub struct Parts {
    timexes: Vec<Timex>,
    entities: Vec<Entity>,
    quotations: Vec<Quotation>,
    events: Vec<Event>,
}

impl Parts {
    /// Takes the next part.
    pub fn add(&mut self, part: Part) {
        match part {
            Part::Timexes(some) => self.timexes.extend(some),
            Part::Entities(some) => self.entities.extend(some),
            Part::Quotations(some) => self.quotations.extend(some),
            Part::Events(some) => self.events.extend(some),
        }
    }

    /// The whole analysis, of which `rest` is what came last.
    pub fn with(mut self, mut rest: Analysis) -> Analysis {
        self.timexes.append(&mut rest.timexes);
        self.entities.append(&mut rest.entities);
        self.quotations.append(&mut rest.quotations);
        self.events.append(&mut rest.events);
        let Self { timexes, entities, quotations, events } = self;
        Analysis { timexes, entities, quotations, events, ..rest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze};

    #[test]
    fn parts_come_together_again() {
        let text = "“It holds,” said Rosa Lind on Monday. ".repeat(2 * LENGTH + 7);
        let whole = analyze(&text, &Options::default());
        let mut rest = whole.clone();
        let mut parts = Parts::default();
        let taken = taken(&mut rest);
        assert!(taken.len() >= 4 && rest.quotations.len() < LENGTH, "{} parts", taken.len());
        taken.into_iter().for_each(|part| parts.add(part));
        assert_eq!(parts.with(rest), whole);
    }

    #[test]
    fn a_short_article_stays_whole() {
        let mut analysis = analyze("The pier reopened on Monday.", &Options::default());
        assert_eq!(taken(&mut analysis), []);
    }
}
