//! Overlapping findings -> consecutive segments that cover the text once.
//!
//! A page can draw a run of text only once, but findings lie on top of each
//! other: a date inside a quotation inside an event's clause. Each [`Segment`]
//! is a run in which the same findings hold, so drawing is one element a segment.

use crate::text::Span;
use std::cmp::Reverse;

/// What a finding is drawn as.
///
/// The order is the order of precedence: of two findings that begin and end
/// together, the earlier kind answers when the reader points at the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LayerKind {
    /// A time expression.
    Date,
    /// The word that names an event.
    Trigger,
    /// The reporting words of a quotation.
    Cue,
    /// Someone who is quoted.
    Person,
    /// The words of a quotation.
    Quotation,
    /// A pronoun that refers to someone who is quoted: drawn only when they are chosen.
    Pronoun,
    /// The clause of an event: drawn only when its event is chosen.
    Clause,
}

impl LayerKind {
    /// Whether the layer is drawn only when the reader has chosen its finding.
    pub fn is_drawn_when_chosen(self) -> bool {
        matches!(self, Self::Pronoun | Self::Clause)
    }
}

/// How many kinds of layer there are.
const KINDS: usize = 7;

/// One finding to draw: where, as what, and what it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layer<T> {
    /// Where it stands.
    pub span: Span,
    /// What it is drawn as.
    pub kind: LayerKind,
    /// What it stands for.
    pub item: T,
}

/// A run of text in which the same findings hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment<T> {
    /// Where it stands; never empty.
    pub span: Span,
    /// The findings that hold here, the smallest first and at most one of each kind.
    pub layers: Vec<Layer<T>>,
}

/// Cuts `whole` into segments.
///
/// The segments follow each other without a gap, begin where `whole` begins
/// and end where it ends. Layers are clipped to `whole`; empty ones are left out.
/// Of several layers of one kind the shortest is kept, so that no pile of
/// findings makes the result grow faster than the number of layers.
pub fn segments<T: Copy>(whole: Span, layers: &[Layer<T>]) -> Vec<Segment<T>> {
    let mut inside = layers.iter().filter_map(|layer| clip(whole, layer)).collect::<Vec<_>>();
    inside.sort_by_key(|layer| (layer.span.start, Reverse(layer.span.end), layer.kind));
    let mut cuts = inside.iter().flat_map(|layer| [layer.span.start, layer.span.end]).chain([whole.start, whole.end]).collect::<Vec<_>>();
    cuts.sort_unstable();
    cuts.dedup();
    let mut waiting = inside.into_iter().peekable();
    let mut open: [Vec<Layer<T>>; KINDS] = Default::default();
    let mut segments = Vec::with_capacity(cuts.len());
    for (start, end) in cuts.iter().copied().zip(cuts.iter().copied().skip(1)) {
        while let Some(layer) = waiting.next_if(|layer| layer.span.start <= start) {
            insert(&mut open, layer);
        }
        segments.push(Segment { span: Span::new(start, end), layers: holding(&mut open, start) });
    }
    segments
}

/// The part of `layer` that lies in `whole`.
fn clip<T: Copy>(whole: Span, layer: &Layer<T>) -> Option<Layer<T>> {
    let span = Span::new(layer.span.start.max(whole.start), layer.span.end.min(whole.end));
    (!span.is_empty()).then_some(Layer { span, ..*layer })
}

/// Opens `layer`. Of one kind, a layer that ends later than the newcomer stays open beneath it.
fn insert<T>(open: &mut [Vec<Layer<T>>; KINDS], layer: Layer<T>) {
    let Some(stack) = open.get_mut(layer.kind as usize) else { return };
    while stack.last().is_some_and(|top| top.span.end <= layer.span.start) {
        stack.pop();
    }
    stack.push(layer);
}

/// The layers that hold at `at`: the top one of each kind, the smallest first.
fn holding<T: Copy>(open: &mut [Vec<Layer<T>>; KINDS], at: usize) -> Vec<Layer<T>> {
    let mut tops = Vec::new();
    for stack in open {
        while stack.last().is_some_and(|top| top.span.end <= at) {
            stack.pop();
        }
        tops.extend(stack.last().copied());
    }
    tops.sort_by_key(|layer| (layer.span.len(), layer.kind));
    tops
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(start: usize, end: usize, kind: LayerKind, item: u32) -> Layer<u32> {
        Layer { span: Span::new(start, end), kind, item }
    }

    fn drawn(whole: Span, layers: &[Layer<u32>]) -> Vec<(usize, usize, Vec<u32>)> {
        segments(whole, layers)
            .into_iter()
            .map(|segment| (segment.span.start, segment.span.end, segment.layers.iter().map(|layer| layer.item).collect()))
            .collect()
    }

    #[test]
    fn text_without_findings_is_one_segment() {
        assert_eq!(drawn(Span::new(3, 9), &[]), [(3, 9, vec![])]);
        assert_eq!(drawn(Span::new(3, 3), &[]), []);
    }

    #[test]
    fn a_date_inside_a_quotation_answers_before_it() {
        let layers = [layer(0, 20, LayerKind::Quotation, 1), layer(5, 8, LayerKind::Date, 2)];
        assert_eq!(drawn(Span::new(0, 30), &layers), [(0, 5, vec![1]), (5, 8, vec![2, 1]), (8, 20, vec![1]), (20, 30, vec![])]);
    }

    #[test]
    fn findings_that_cross_are_cut_at_each_end() {
        let layers = [layer(0, 10, LayerKind::Clause, 1), layer(6, 15, LayerKind::Person, 2)];
        assert_eq!(drawn(Span::new(0, 15), &layers), [(0, 6, vec![1]), (6, 10, vec![2, 1]), (10, 15, vec![2])]);
    }

    #[test]
    fn findings_are_clipped_to_the_paragraph() {
        let layers = [layer(0, 12, LayerKind::Quotation, 1), layer(30, 31, LayerKind::Date, 2)];
        assert_eq!(drawn(Span::new(10, 20), &layers), [(10, 12, vec![1]), (12, 20, vec![])]);
    }

    #[test]
    fn a_long_pile_of_one_kind_keeps_its_top() {
        let layers = (0..500).map(|i| layer(i, 1000, LayerKind::Date, u32::try_from(i).unwrap())).collect::<Vec<_>>();
        let found = segments(Span::new(0, 1000), &layers);
        assert_eq!(found.len(), 500);
        assert!(found.iter().all(|segment| segment.layers.len() == 1));
    }

    #[test]
    fn of_two_that_begin_together_the_shorter_is_kept() {
        let layers = [layer(0, 4, LayerKind::Clause, 1), layer(0, 9, LayerKind::Clause, 2)];
        assert_eq!(drawn(Span::new(0, 9), &layers), [(0, 4, vec![1]), (4, 9, vec![2])]);
    }

    #[test]
    fn segments_cover_the_whole_once() {
        let kinds = [LayerKind::Date, LayerKind::Person, LayerKind::Quotation, LayerKind::Clause];
        let layers =
            (0..200usize).map(|i| layer(i * 37 % 90, i * 37 % 90 + i % 13, kinds[i % 4], u32::try_from(i).unwrap())).collect::<Vec<_>>();
        let found = segments(Span::new(0, 100), &layers);
        assert_eq!(found.first().map(|segment| segment.span.start), Some(0));
        assert_eq!(found.last().map(|segment| segment.span.end), Some(100));
        assert!(found.windows(2).all(|pair| pair[0].span.end == pair[1].span.start && !pair[0].span.is_empty()));
    }
}
