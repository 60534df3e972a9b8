//! Findings by their words, so that a correction does not look at all of them.

use super::Kind;
use crate::analysis::Analysis;
use crate::item::Item;
use crate::text::{Span, steps};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;

/// Where findings stand, each with its number.
#[derive(Default)]
pub(super) struct Places {
    all: BTreeSet<(Span, usize)>,
    /// The length of the longest: how far before some words one may begin that overlaps them.
    longest: usize,
}

impl Places {
    pub(super) fn insert(&mut self, span: Span, number: usize) {
        self.longest = self.longest.max(span.end.saturating_sub(span.start));
        self.all.insert((span, number));
    }

    pub(super) fn remove(&mut self, span: Span, number: usize) {
        self.all.remove(&(span, number));
    }

    /// The first finding at `span` that counts.
    fn exact(&self, span: Span, counts: impl Fn(usize) -> bool) -> Option<usize> {
        let at = self.all.range((span, 0)..=(span, usize::MAX)).map(|(_, number)| *number);
        at.inspect(|_| steps::add(1)).find(|number| counts(*number))
    }

    /// The first finding that shares words with `span` and counts.
    fn overlapping(&self, span: Span, counts: impl Fn(usize) -> bool) -> Option<usize> {
        let first = span.start.saturating_sub(self.longest);
        let near = self.starting(first, span.end).filter(|(other, number)| other.overlaps(span) && counts(*number));
        near.map(|(_, number)| number).min()
    }

    /// The findings inside `span`, in the order of the text.
    pub(super) fn inside(&self, span: Span) -> impl Iterator<Item = usize> {
        self.starting(span.start, span.end).filter(move |(other, _)| span.contains(*other)).map(|(_, number)| number)
    }

    fn starting(&self, first: usize, end: usize) -> impl Iterator<Item = (Span, usize)> {
        let range = (Span::new(first, first), 0)..(Span::new(end.max(first), end.max(first)), 0);
        self.all.range(range).copied().inspect(|_| steps::add(1))
    }
}

impl FromIterator<(Span, usize)> for Places {
    fn from_iter<I: IntoIterator<Item = (Span, usize)>>(all: I) -> Self {
        let all: BTreeSet<(Span, usize)> = all.into_iter().collect();
        steps::add(all.len());
        let longest = all.iter().map(|(span, _)| span.end.saturating_sub(span.start)).max().unwrap_or(0);
        Self { all, longest }
    }
}

/// Where all findings of an analysis stand.
pub(super) struct Index {
    pub(super) timexes: Places,
    pub(super) quotations: Places,
    /// By their triggers.
    pub(super) events: Places,
    /// Entities by their names.
    pub(super) names: Places,
    /// Entities by their mentions.
    pub(super) mentions: Places,
    /// The quotations of each speaker, and some that were theirs.
    spoken: FxHashMap<usize, Vec<usize>>,
    /// The events in which each entity takes part, and some in which it did.
    taken: FxHashMap<usize, Vec<usize>>,
}

impl Index {
    pub(super) fn of(analysis: &Analysis) -> Self {
        let first = |contents: &[Span]| contents.first().copied();
        let entities = analysis.entities.iter().enumerate();
        let (mut spoken, mut taken) = (FxHashMap::<usize, Vec<usize>>::default(), FxHashMap::<usize, Vec<usize>>::default());
        for (i, quotation) in analysis.quotations.iter().enumerate() {
            if let Some(who) = quotation.speaker {
                spoken.entry(who).or_default().push(i);
            }
        }
        for (i, event) in analysis.events.iter().enumerate() {
            event.participants.iter().for_each(|who| taken.entry(*who).or_default().push(i));
        }
        Self {
            spoken,
            taken,
            timexes: analysis.timexes.iter().enumerate().map(|(i, timex)| (timex.span, i)).collect(),
            quotations: analysis
                .quotations
                .iter()
                .enumerate()
                .filter_map(|(i, quotation)| Some((first(&quotation.contents)?, i)))
                .collect(),
            events: analysis.events.iter().enumerate().map(|(i, event)| (event.trigger, i)).collect(),
            names: entities.clone().map(|(i, entity)| (entity.name, i)).collect(),
            mentions: entities.flat_map(|(i, entity)| entity.mentions.iter().map(move |mention| (mention.span, i))).collect(),
        }
    }

    /// Remembers that `who` speaks.
    pub(super) fn speaks(&mut self, who: usize, quotation: usize) {
        self.spoken.entry(who).or_default().push(quotation);
    }

    /// Remembers that `who` takes part.
    pub(super) fn takes_part(&mut self, who: usize, event: usize) {
        self.taken.entry(who).or_default().push(event);
    }

    /// Gives away all quotations that may be those of `who`.
    pub(super) fn give_spoken(&mut self, who: usize) -> Vec<usize> {
        let spoken = self.spoken.remove(&who).unwrap_or_default();
        steps::add(spoken.len());
        spoken
    }

    /// Gives away all events in which `who` may take part.
    pub(super) fn give_taken(&mut self, who: usize) -> Vec<usize> {
        let taken = self.taken.remove(&who).unwrap_or_default();
        steps::add(taken.len());
        taken
    }

    /// The finding of `kind` that has exactly the words at `span`, else the first that shares some. An entity without mentions, which was
    /// merged into another, is not found by its name.
    pub(super) fn find(&self, kind: Kind, span: Span, analysis: &Analysis) -> Option<Item> {
        let any = |_: usize| true;
        let mentioned = |i: usize| analysis.entities.get(i).is_some_and(|entity| !entity.mentions.is_empty());
        let either = |places: &Places| places.exact(span, any).or_else(|| places.overlapping(span, any));
        match kind {
            Kind::Timex => either(&self.timexes).map(Item::Timex),
            Kind::Quotation => either(&self.quotations).map(Item::Quotation),
            Kind::Event => either(&self.events).map(Item::Event),
            Kind::Entity => {
                let exact = self.names.exact(span, mentioned).or_else(|| self.mentions.exact(span, any));
                let near = || self.names.overlapping(span, mentioned).or_else(|| self.mentions.overlapping(span, any));
                exact.or_else(near).map(Item::Entity)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze};

    /// The same, by a look at everything.
    fn searched(kind: Kind, span: Span, analysis: &Analysis) -> Option<Item> {
        let place = |same: &dyn Fn(Span) -> bool| match kind {
            Kind::Timex => analysis.timexes.iter().position(|timex| same(timex.span)).map(Item::Timex),
            Kind::Event => analysis.events.iter().position(|event| same(event.trigger)).map(Item::Event),
            Kind::Quotation => analysis.quotations.iter().position(|quotation| same(quotation.contents[0])).map(Item::Quotation),
            Kind::Entity => {
                let named = analysis.entities.iter().position(|entity| same(entity.name) && !entity.mentions.is_empty());
                let mentioned = || analysis.entities.iter().position(|entity| entity.mentions.iter().any(|mention| same(mention.span)));
                named.or_else(mentioned).map(Item::Entity)
            }
        };
        place(&|other| other == span).or_else(|| place(&|other| other.overlaps(span)))
    }

    #[test]
    fn the_index_finds_what_a_search_would() {
        let text = "“The pier holds,” said Mayor Ida Brandt on Monday, two days after Tom Ruddock had died. Brandt, 48, denied in 1998 that \
            Ruddock’s ferry sank. He said it would “sail on” in May 2021.";
        let mut analysis = analyze(text, &Options::default());
        analysis.entities[0].mentions.clear();
        let index = Index::of(&analysis);
        let mut found = 0;
        for start in (0..text.len()).step_by(3) {
            for length in [1, 2, 5, 6, 10, 17, 60] {
                for kind in [Kind::Timex, Kind::Event, Kind::Quotation, Kind::Entity] {
                    let item = index.find(kind, Span::new(start, start + length), &analysis);
                    assert_eq!(item, searched(kind, Span::new(start, start + length), &analysis), "{kind:?} at {start} of {length}");
                    found += usize::from(item.is_some());
                }
            }
        }
        assert!(found > 200, "{found}");
    }
}
