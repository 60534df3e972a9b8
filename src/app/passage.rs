//! A few paragraphs of the article, marked while they are near the visible part of the page.

use crate::analysis::ParagraphRecord;
use crate::app::browser::Watch;
use crate::app::outline::Layers;
use crate::app::state::{Chosen, Reading};
use crate::highlight::{Layer, LayerKind, Segment, segments};
use crate::item::Item;
use crate::text::{ParagraphKind, Span};
use std::rc::Rc;
use yew::prelude::*;

/// How many bytes of text a passage holds, unless one paragraph is longer.
const LENGTH: usize = 3_000;

/// What a passage shows.
#[derive(PartialEq, Properties)]
pub struct PassageProps {
    /// The article and what was found in it.
    pub reading: Rc<Reading>,
    /// Everything that is drawn over the article, in the order of the text.
    pub layers: Rc<Layers>,
    /// The paragraphs, or pieces of a very long one.
    pub paragraphs: Rc<[ParagraphRecord]>,
    /// What the reader follows, where it has words here.
    pub chosen: Option<Chosen>,
    /// Where the article's first mark begins: the way in for the tab key.
    pub first: Option<usize>,
    /// Whether the passage is marked wherever it is.
    pub at_once: bool,
}

/// A passage. Far from the visible part it is plain text: an article of a megabyte has tens of
/// thousands of marks, and only those that someone can see are worth an element.
#[component]
pub fn Passage(props: &PassageProps) -> Html {
    let node = use_node_ref();
    let near = use_state(|| false);
    {
        let (node, near) = (node.clone(), near.clone());
        use_effect_with((), move |()| {
            let watch = node.cast::<web_sys::Element>().and_then(|element| Watch::start(&element, move |is_near| near.set(is_near)));
            move || drop(watch)
        });
    }
    let is_marked = *near || props.at_once || props.chosen.is_some();
    html! {
        <div class="passage" ref={node}>
            { for props.paragraphs.iter().map(|paragraph| block(props, paragraph, is_marked)) }
        </div>
    }
}

/// The paragraphs of an article in passages. A paragraph longer than a passage is cut between words.
pub fn passages(reading: &Reading) -> Vec<Rc<[ParagraphRecord]>> {
    let mut passages = Vec::new();
    let mut passage: Vec<ParagraphRecord> = Vec::new();
    let mut length = 0;
    for piece in reading.analysis.paragraphs.iter().flat_map(|paragraph| pieces(&reading.text, *paragraph)) {
        if length > 0 && length + piece.span.len() > LENGTH {
            passages.push(std::mem::take(&mut passage).into());
            length = 0;
        }
        length += piece.span.len();
        passage.push(piece);
    }
    if !passage.is_empty() {
        passages.push(passage.into());
    }
    passages
}

/// The paragraph in pieces of at most about a passage's length.
fn pieces(text: &str, paragraph: ParagraphRecord) -> Vec<ParagraphRecord> {
    let mut rest = paragraph.span;
    let mut pieces = Vec::new();
    while rest.len() > LENGTH {
        let start = text.ceil_char_boundary(rest.start + LENGTH);
        let after = Span::new(start, rest.end).of(text);
        let cut = after.find(' ').map_or(rest.end, |space| start + space + 1).min(rest.end);
        pieces.push(ParagraphRecord { span: Span::new(rest.start, cut), ..paragraph });
        rest = Span::new(cut, rest.end);
    }
    if !rest.is_empty() {
        pieces.push(ParagraphRecord { span: rest, ..paragraph });
    }
    pieces
}

fn block(props: &PassageProps, paragraph: &ParagraphRecord, is_marked: bool) -> Html {
    let inner = if is_marked {
        marked(props, paragraph.span)
    } else {
        html! { { paragraph.span.of(&props.reading.text) } }
    };
    let start = paragraph.span.start.to_string();
    match paragraph.kind {
        ParagraphKind::Title => html! { <h2 class="title" dir="auto" data-start={start}>{ inner }</h2> },
        kind => html! { <p class={kind_class(kind)} dir="auto" data-start={start}>{ inner }</p> },
    }
}

fn kind_class(kind: ParagraphKind) -> &'static str {
    match kind {
        ParagraphKind::Title => "title",
        ParagraphKind::Standfirst => "standfirst",
        ParagraphKind::Byline => "byline",
        ParagraphKind::Dateline => "dateline",
        ParagraphKind::Caption => "caption",
        ParagraphKind::Credit => "credit",
        ParagraphKind::Body => "body",
        ParagraphKind::List => "list",
        ParagraphKind::Label => "label",
    }
}

fn marked(props: &PassageProps, span: Span) -> Html {
    let followed = props.chosen.map(|chosen| chosen.item);
    let is_drawn = |layer: &&Layer<Item>| !layer.kind.is_drawn_when_chosen() || Some(layer.item) == followed;
    let layers = props.layers.within(span).filter(is_drawn).copied().collect::<Vec<_>>();
    html! { { for segments(span, &layers).iter().map(|segment| run(props, segment)) } }
}

/// One segment: plain text, or words that lead to the entry of what they are.
fn run(props: &PassageProps, segment: &Segment<Item>) -> Html {
    let text = segment.span.of(&props.reading.text);
    let followed = props.chosen.map(|chosen| chosen.item);
    let is_chosen = segment.layers.iter().any(|layer| Some(layer.item) == followed);
    let Some(top) = segment.layers.first() else { return html! { { text } } };
    let kinds = segment.layers.iter().map(|layer| layer_class(layer.kind)).collect::<Vec<_>>();
    let class = classes!("mark", kinds, is_chosen.then_some("chosen"));
    let items = segment.layers.iter().map(|layer| layer.item.id()).collect::<Vec<_>>().join(" ");
    if top.span.start == segment.span.start && !top.kind.is_drawn_when_chosen() {
        let tabindex = if props.first == Some(segment.span.start) { "0" } else { "-1" };
        return html! { <span {class} data-items={items} role="link" {tabindex}>{ text }</span> };
    }
    html! { <span {class} data-items={items} tabindex={is_chosen.then_some("-1")}>{ text }</span> }
}

fn layer_class(kind: LayerKind) -> &'static str {
    match kind {
        LayerKind::Date => "date",
        LayerKind::Trigger => "trigger",
        LayerKind::Cue => "cue",
        LayerKind::Person => "person",
        LayerKind::Quotation => "quotation",
        LayerKind::Pronoun => "pronoun",
        LayerKind::Clause => "clause",
    }
}
