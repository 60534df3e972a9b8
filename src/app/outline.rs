//! Analysis -> the lists that stand beside the article. Pure, and derived whenever it is needed.

use crate::analysis::Analysis;
use crate::app::filter::Filter;
use crate::app::reading::Reading;
use crate::event::{Event, Status};
use crate::highlight::{Layer, LayerKind};
use crate::item::Item;
use crate::mention::MentionKind;
use crate::text::Span;
use crate::timeline;

/// One line of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// An event, by index.
    Event(usize),
    /// The line that says when the article was published.
    Published,
}

/// The dated events in order of time, with the day of publication in its place among them.
pub fn dated_rows(reading: &Reading, all: bool, filter: &Filter) -> Vec<Row> {
    let analysis = &reading.analysis;
    let shown = timeline::shown(&analysis.events, all);
    let fits = |i: &usize| analysis.events.get(*i).is_some_and(&shown) && filter.shows_event(reading, *i);
    let events = analysis.timeline.dated.iter().copied().filter(fits).collect::<Vec<_>>();
    let later = events.iter().position(|i| analysis.events.get(*i).is_some_and(|event| is_later(analysis, event)));
    let place = later.unwrap_or(events.len());
    let mut rows = events.into_iter().map(Row::Event).collect::<Vec<_>>();
    if analysis.published.date.is_some() {
        rows.insert(place, Row::Published);
    }
    rows
}

/// The events without a date, in the order of the text.
pub fn undated_rows(reading: &Reading, all: bool, filter: &Filter) -> Vec<usize> {
    let analysis = &reading.analysis;
    let shown = timeline::shown(&analysis.events, all);
    let fits = |i: &usize| analysis.events.get(*i).is_some_and(&shown) && filter.shows_event(reading, *i);
    analysis.timeline.undated.iter().copied().filter(fits).collect()
}

/// The time expressions that date no event.
pub fn loose_dates(analysis: &Analysis) -> Vec<usize> {
    let mut dates = vec![false; analysis.timexes.len()];
    for i in analysis.events.iter().filter_map(|event| event.timex) {
        if let Some(used) = dates.get_mut(i) {
            *used = true;
        }
    }
    (0..dates.len()).filter(|i| dates.get(*i) == Some(&false)).collect()
}

/// How many events the timeline shows, dated and undated.
pub fn shown_events(reading: &Reading, all: bool, filter: &Filter) -> usize {
    let dated = dated_rows(reading, all, filter).iter().filter(|row| matches!(row, Row::Event(_))).count();
    dated + undated_rows(reading, all, filter).len()
}

/// Whether an event comes after the day of publication, or on that day but is still to come.
fn is_later(analysis: &Analysis, event: &Event) -> bool {
    let (Some(date), Some(published)) = (&event.date, analysis.published.date) else { return false };
    date.earliest > published || (date.earliest == published && event.status == Status::Planned)
}

/// A source and what it is quoted with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The entity, where the text says who speaks.
    pub entity: Option<usize>,
    /// Its quotations, in the order of the text.
    pub quotations: Vec<usize>,
}

/// The sources that the article quotes, in the order in which they first speak;
/// the quotations of unknown speakers come last.
pub fn sources(reading: &Reading, all: bool, filter: &Filter) -> Vec<Source> {
    let analysis = &reading.analysis;
    let mut sources: Vec<Source> = Vec::new();
    let mut places = vec![None; analysis.entities.len()];
    let mut unknown = Vec::new();
    for (i, quotation) in analysis.quotations.iter().enumerate().filter(|(i, _)| filter.shows_quotation(reading, *i)) {
        let Some((speaker, place)) = quotation.speaker.and_then(|speaker| Some((speaker, places.get_mut(speaker)?))) else {
            unknown.push(i);
            continue;
        };
        let place = *place.get_or_insert_with(|| {
            sources.push(Source { entity: Some(speaker), quotations: Vec::new() });
            sources.len() - 1
        });
        if let Some(source) = sources.get_mut(place) {
            source.quotations.push(i);
        }
    }
    sources.retain(|source| all || source.entity.is_some_and(|i| is_official(analysis, i)));
    if all && !unknown.is_empty() {
        sources.push(Source { entity: None, quotations: unknown });
    }
    sources
}

fn is_official(analysis: &Analysis, entity: usize) -> bool {
    analysis.entities.get(entity).is_some_and(|entity| entity.category.is_official())
}

/// What is drawn over the article, in the order of the text.
#[derive(Debug, PartialEq, Eq)]
pub struct Layers {
    sorted: Vec<Layer<Item>>,
    /// The length of the longest, in bytes.
    longest: usize,
}

/// What is drawn over the article: the findings that have an entry in one of the lists.
/// Of the events, those that the timeline shows; nothing that the reader called wrong.
pub fn layers(reading: &Reading, all_events: bool) -> Layers {
    let analysis = &reading.analysis;
    let shown = timeline::shown(&analysis.events, all_events);
    let mut layers = Vec::new();
    let mut add = |span: Span, kind: LayerKind, item: Item| {
        if !reading.is_out(item) {
            layers.push(Layer { span, kind, item });
        }
    };
    for (i, timex) in analysis.timexes.iter().enumerate() {
        add(timex.span, LayerKind::Date, Item::Timex(i));
    }
    for (i, event) in analysis.events.iter().enumerate() {
        let row = event.same.unwrap_or(i);
        add(event.span, LayerKind::Clause, Item::Event(row));
        if !analysis.events.get(row).is_some_and(&shown) {
            continue;
        }
        add(event.trigger, LayerKind::Trigger, Item::Event(row));
    }
    let mut quoted = vec![false; analysis.entities.len()];
    for (i, quotation) in analysis.quotations.iter().enumerate() {
        for content in &quotation.contents {
            add(*content, LayerKind::Quotation, Item::Quotation(i));
        }
        if let Some(cue) = quotation.cue {
            add(cue, LayerKind::Cue, Item::Quotation(i));
        }
        if let Some(known) = quotation.speaker.and_then(|speaker| quoted.get_mut(speaker)) {
            *known = true;
        }
    }
    for (i, entity) in analysis.entities.iter().enumerate().filter(|(i, _)| quoted.get(*i) == Some(&true)) {
        for mention in &entity.mentions {
            let kind = if mention.kind == MentionKind::Pronoun { LayerKind::Pronoun } else { LayerKind::Person };
            add(mention.span, kind, Item::Entity(i));
        }
    }
    if let Some(span) = analysis.published.span {
        add(span, LayerKind::Date, Item::Published);
    }
    Layers::new(layers)
}

impl Layers {
    fn new(mut sorted: Vec<Layer<Item>>) -> Self {
        sorted.sort_by_key(|layer| layer.span);
        let longest = sorted.iter().map(|layer| layer.span.len()).max().unwrap_or_default();
        Self { sorted, longest }
    }

    /// All of them.
    pub fn all(&self) -> &[Layer<Item>] {
        &self.sorted
    }

    /// Those that lie in a piece of text or reach into it: none of them begins further before it than the longest is long.
    pub fn within(&self, span: Span) -> impl Iterator<Item = &Layer<Item>> {
        let start = self.sorted.partition_point(|layer| layer.span.start + self.longest < span.start);
        let end = self.sorted.partition_point(|layer| layer.span.start < span.end);
        self.sorted.get(start..end).unwrap_or_default().iter().filter(move |layer| layer.span.end > span.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::highlight::LayerKind;

    #[test]
    fn a_long_layer_reaches_past_many_short_ones() {
        let layer = |start, end| Layer { span: Span::new(start, end), kind: LayerKind::Quotation, item: Item::Quotation(start) };
        let short = (1..500).map(|start| layer(start, start + 1));
        let layers = Layers::new(short.chain([layer(0, 1000), layer(700, 710)]).collect());
        let starts = |span| layers.within(span).map(|layer| layer.span.start).collect::<Vec<_>>();
        assert_eq!(starts(Span::new(600, 705)), [0, 700]);
        assert_eq!(starts(Span::new(705, 706)), [0, 700]);
        assert_eq!(starts(Span::new(1000, 1100)), [0_usize; 0]);
    }
}
