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
use std::collections::BTreeMap;

/// One line of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// An event, by index.
    Event(usize),
    /// The line that says when the article was published.
    Published,
}

/// A source and what it is quoted with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The entity, where the text says who speaks.
    pub entity: Option<usize>,
    /// Its quotations, in the order of the text.
    pub quotations: Vec<usize>,
}

/// A list that shows its beginning until it is asked for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum List {
    /// The dated events.
    Dated,
    /// The undated events.
    Undated,
    /// The times that date no event.
    Loose,
    /// The sources.
    Sources,
    /// The quotations of an entity, or those of unknown speakers.
    Quotations(Option<usize>),
}

impl List {
    /// How many entries of a longer list are shown at first. A browser draws so many at once without a pause that anyone notices.
    fn first(self) -> usize {
        match self {
            Self::Dated => 14,
            Self::Undated | Self::Loose | Self::Sources => 8,
            Self::Quotations(_) => 3,
        }
    }

    /// A list of so many entries is shown whole.
    fn whole(self) -> usize {
        self.first() * 4
    }
}

/// How often each list was asked for more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked(BTreeMap<List, usize>);

impl Asked {
    /// Asks a list for more.
    pub fn more(&mut self, list: List) {
        *self.0.entry(list).or_default() += 1;
    }

    /// How many entries a list shows of `all`.
    pub fn shown(&self, list: List, all: usize) -> usize {
        let steps = self.0.get(&list).copied().unwrap_or_default();
        if all <= list.whole() { all } else { (list.first() + 2 * steps * list.first()).min(all) }
    }
}

/// What the lists show of a reading through a filter: derived once, and read by every part of the page that shows or counts it.
#[derive(Debug, PartialEq)]
pub struct Outline {
    /// Whether some of it is filtered out.
    pub is_filtered: bool,
    /// The main events and the officials, then all of both.
    lists: [Lists; 2],
    /// The time expressions that date no event.
    pub loose: Vec<usize>,
}

/// The lists of a page.
#[derive(Debug, PartialEq)]
pub struct Lists {
    /// The dated events in order of time, with the day of publication in its place among them.
    pub dated: Vec<Row>,
    /// The events without a date, in the order of the text.
    pub undated: Vec<usize>,
    /// The sources that the article quotes, officials before others, each in the order in which they first speak; the quotations of
    /// unknown speakers come last.
    pub sources: Vec<Source>,
}

impl Outline {
    /// The outline of `reading` through `filter`.
    pub fn of(reading: &Reading, filter: &Filter) -> Self {
        let analysis = &reading.analysis;
        let fits: Vec<bool> = (0..analysis.events.len()).map(|i| filter.shows_event(reading, i)).collect();
        let quoted: Vec<usize> = (0..analysis.quotations.len()).filter(|i| filter.shows_quotation(reading, *i)).collect();
        let lists = |all: bool| {
            let shown = timeline::shown(&analysis.events, all);
            let is_shown = |i: &usize| fits.get(*i) == Some(&true) && analysis.events.get(*i).is_some_and(&shown);
            Lists {
                dated: dated(analysis, analysis.timeline.dated.iter().copied().filter(is_shown).collect()),
                undated: analysis.timeline.undated.iter().copied().filter(is_shown).collect(),
                sources: sources(analysis, &quoted, all),
            }
        };
        Self { is_filtered: !filter.is_empty(), lists: [lists(false), lists(true)], loose: loose_dates(analysis) }
    }

    /// All entries, or those that matter most: the main events, the officials.
    pub fn lists(&self, all: bool) -> &Lists {
        &self.lists[usize::from(all)]
    }
}

impl Lists {
    /// How many events there are, dated and undated.
    pub fn events(&self) -> usize {
        self.dated.iter().filter(|row| matches!(row, Row::Event(_))).count() + self.undated.len()
    }
}

/// The dated events, with the day of publication in its place among them.
fn dated(analysis: &Analysis, events: Vec<usize>) -> Vec<Row> {
    let later = events.iter().position(|i| analysis.events.get(*i).is_some_and(|event| is_later(analysis, event)));
    let place = later.unwrap_or(events.len());
    let mut rows = events.into_iter().map(Row::Event).collect::<Vec<_>>();
    if analysis.published.date.is_some() {
        rows.insert(place, Row::Published);
    }
    rows
}

/// The time expressions that date no event.
fn loose_dates(analysis: &Analysis) -> Vec<usize> {
    let mut dates = vec![false; analysis.timexes.len()];
    for i in analysis.events.iter().filter_map(|event| event.timex) {
        if let Some(used) = dates.get_mut(i) {
            *used = true;
        }
    }
    (0..dates.len()).filter(|i| dates.get(*i) == Some(&false)).collect()
}

/// Whether an event comes after the day of publication, or on that day but is still to come.
fn is_later(analysis: &Analysis, event: &Event) -> bool {
    let (Some(date), Some(published)) = (&event.date, analysis.published.date) else { return false };
    date.earliest > published || (date.earliest == published && event.status == Status::Planned)
}

fn sources(analysis: &Analysis, quoted: &[usize], all: bool) -> Vec<Source> {
    let mut sources: Vec<Source> = Vec::new();
    let mut places = vec![None; analysis.entities.len()];
    let mut unknown = Vec::new();
    for i in quoted.iter().copied() {
        let speaker = analysis.quotations.get(i).and_then(|quotation| quotation.speaker);
        let Some((speaker, place)) = speaker.and_then(|speaker| Some((speaker, places.get_mut(speaker)?))) else {
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
    sources.sort_by_key(|source| !source.entity.is_some_and(|i| is_official(analysis, i)));
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
    // One kind after the other, each in the order of the text: what is nearly sorted is soon sorted.
    for (i, event) in analysis.events.iter().enumerate() {
        add(event.span, LayerKind::Clause, Item::Event(event.same.unwrap_or(i)));
    }
    for (i, event) in analysis.events.iter().enumerate() {
        let row = event.same.unwrap_or(i);
        if analysis.events.get(row).is_some_and(&shown) {
            add(event.trigger, LayerKind::Trigger, Item::Event(row));
        }
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
