//! The article with its findings marked.

use crate::analysis::ParagraphRecord;
use crate::app::browser::{self, Step};
use crate::app::outline::{self, Layers};
use crate::app::passage::{Passage, passages};
use crate::app::state::{Action, Chosen, Place, Reading};
use crate::app::words;
use crate::item::Item;
use crate::text::Span;
use std::rc::Rc;
use std::time::Duration;
use yew::platform::{spawn_local, time::sleep};
use yew::prelude::*;

/// So many passages are drawn at a time: few enough that nobody waits for them.
const STRETCH: usize = 12;

/// What the article shows.
#[derive(PartialEq, Properties)]
pub struct ArticleProps {
    /// The article and what was found in it.
    pub reading: Rc<Reading>,
    /// Whether all events are shown, not only the main ones.
    pub all_events: bool,
    /// What the reader follows.
    pub chosen: Option<Chosen>,
    /// Whether the page is being printed, which shows all marks.
    pub printing: bool,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// The marked article. One listener serves all marks.
#[component]
pub fn Article(props: &ArticleProps) -> Html {
    let ArticleProps { reading, chosen, act, .. } = props;
    let layers = use_memo((reading.clone(), props.all_events), |(reading, all)| outline::layers(reading, *all));
    let stretches = use_memo(reading.clone(), |reading| passages(reading).chunks(STRETCH).map(Rc::from).collect::<Vec<Passages>>());
    let drawn = use_growth(stretches.len());
    let first = layers.all().iter().find(|layer| !layer.kind.is_drawn_when_chosen()).map(|layer| layer.span.start);
    let followed = chosen.map(|chosen| chosen.item.spans(&reading.analysis)).unwrap_or_default();
    let stretch = |(i, passages): (usize, &Passages)| {
        let own = chosen.filter(|_| passages.iter().any(|passage| holds(passage, &followed)));
        let is_drawn = i < drawn || own.is_some() || props.printing;
        is_drawn.then(|| html! {
            <Stretch key={i} reading={reading.clone()} layers={layers.clone()} passages={passages.clone()} chosen={own} {first} is_first={i == 0} printing={props.printing} />
        })
    };
    html! {
        <>
            { legend() }
            <article class="article" data-keys="marks" onclick={follow_click(act)} onkeydown={follow_keys(act)}
                onpointerup={take_selection(reading, act)} onkeyup={take_selection(reading, act)}>
                { for stretches.iter().enumerate().filter_map(stretch) }
            </article>
            <p class="hint">{ words::MARKS_HINT }</p>
        </>
    }
}

/// How many of the stretches are drawn: one more after each picture, so that a long article keeps nobody waiting.
#[hook]
fn use_growth(all: usize) -> usize {
    let drawn = use_state(|| 1);
    {
        let drawn = drawn.clone();
        use_effect_with((*drawn, all), move |(now, all)| {
            let (now, is_growing) = (*now, now < all);
            spawn_local(async move {
                if is_growing {
                    sleep(Duration::ZERO).await;
                    drawn.set(now + 1);
                }
            });
        });
    }
    *drawn
}

/// Passages that are drawn together.
type Passages = Rc<[Rc<[ParagraphRecord]>]>;

/// What a stretch of an article shows; see [`Passage`].
#[derive(PartialEq, Properties)]
struct StretchProps {
    reading: Rc<Reading>,
    layers: Rc<Layers>,
    passages: Passages,
    chosen: Option<Chosen>,
    first: Option<usize>,
    /// Whether the article begins with it.
    is_first: bool,
    printing: bool,
}

/// Some passages that follow each other.
#[component]
fn Stretch(props: &StretchProps) -> Html {
    let StretchProps { reading, layers, passages, chosen, first, is_first, printing } = props;
    let followed = chosen.map(|chosen| chosen.item.spans(&reading.analysis)).unwrap_or_default();
    let passage = |(i, paragraphs): (usize, &Rc<[ParagraphRecord]>)| {
        let own = chosen.filter(|_| holds(paragraphs, &followed));
        let at_once = *printing || (*is_first && i < 2);
        html! { <Passage key={i} reading={reading.clone()} layers={layers.clone()} paragraphs={paragraphs.clone()} chosen={own} {first} {at_once} /> }
    };
    html! { { for passages.iter().enumerate().map(passage) } }
}

/// Whether a passage holds some of the words at `spans`.
fn holds(passage: &[ParagraphRecord], spans: &[Span]) -> bool {
    spans.iter().any(|span| passage.iter().any(|paragraph| paragraph.span.overlaps(*span)))
}

fn legend() -> Html {
    let entry = |class: &'static str, label: &'static str| html! { <li><span class={classes!("mark", class)}>{ label }</span></li> };
    html! {
        <ul class="legend" aria-label={words::LEGEND}>
            { entry("date", words::LEGEND_DATE) }
            { entry("trigger", words::LEGEND_EVENT) }
            { entry("quotation", words::LEGEND_QUOTATION) }
            { entry("person", words::LEGEND_PERSON) }
        </ul>
    }
}

fn follow_click(act: &Callback<Action>) -> Callback<MouseEvent> {
    let act = act.clone();
    Callback::from(move |event: MouseEvent| {
        if !browser::is_selecting() {
            follow(&event, &act);
        }
    })
}

/// Takes note of the words that are selected when the pointer or a key is let go.
fn take_selection<E>(reading: &Rc<Reading>, act: &Callback<Action>) -> Callback<E> {
    let (reading, act) = (reading.clone(), act.clone());
    Callback::from(move |_: E| {
        if let Some(span) = browser::selected_words().and_then(|(start, units, words)| selected(&reading.text, start, units, &words)) {
            act.emit(Action::Select(Some(span)));
        }
    })
}

/// The span of `words`, which begin so many UTF-16 units behind the byte `start` of `text`: without white space at their ends, and
/// with the rest of a word of which a part is selected.
fn selected(text: &str, start: usize, units: usize, words: &str) -> Option<Span> {
    let mut left = units;
    let block = text.get(start..)?;
    let (at, _) = block.char_indices().find(|(_, c)| {
        let here = left == 0;
        left = left.saturating_sub(c.len_utf16());
        here
    })?;
    let first = start + at + (words.len() - words.trim_start().len());
    let span = Span::new(first, first + words.trim().len());
    (!span.is_empty() && span.of(text) == words.trim()).then(|| whole_words(text, span))
}

/// The span with the letters right before and behind it, where it begins or ends with one.
fn whole_words(text: &str, span: Span) -> Span {
    let word = |c: &char| c.is_alphanumeric();
    let (before, behind) = (text.get(..span.start).unwrap_or_default(), text.get(span.end..).unwrap_or_default());
    let head = before.chars().rev().take_while(word).map(char::len_utf8).sum::<usize>();
    let tail = behind.chars().take_while(word).map(char::len_utf8).sum::<usize>();
    let (begins, ends) = (span.of(text).starts_with(char::is_alphanumeric), span.of(text).ends_with(char::is_alphanumeric));
    Span::new(span.start - if begins { head } else { 0 }, span.end + if ends { tail } else { 0 })
}

/// Leads from the marked words to their entry. Says whether there were any.
fn follow(event: &Event, act: &Callback<Action>) -> bool {
    let item = browser::items_at(event).and_then(|ids| ids.split(' ').find_map(Item::of_id));
    if let Some(item) = item {
        act.emit(Action::Follow(item, Place::Entry));
    }
    item.is_some()
}

fn follow_keys(act: &Callback<Action>) -> Callback<KeyboardEvent> {
    let act = act.clone();
    Callback::from(move |event: KeyboardEvent| {
        let done = match event.key().as_str() {
            "Enter" | " " => follow(&event, &act),
            "ArrowRight" | "ArrowDown" => browser::move_focus(&event, "[role=link]", Step::On),
            "ArrowLeft" | "ArrowUp" => browser::move_focus(&event, "[role=link]", Step::Back),
            _ => false,
        };
        if done {
            event.prevent_default();
        }
    })
}

#[cfg(test)]
mod tests {
    use super::selected;

    #[test]
    fn selected_words_are_found_behind_emoji_and_without_the_space_around_them() {
        let text = "One.\n\nA 🙂 café opened";
        let span = |units, words| selected(text, 6, units, words).map(|span| span.of(text));
        assert_eq!(span(5, "café"), Some("café"));
        assert_eq!(span(4, " café "), Some("café"));
        assert_eq!(span(0, "A 🙂"), Some("A 🙂"));
        assert_eq!(span(6, "afé op"), Some("café opened"), "a part of a word stands for all of it");
        assert_eq!(span(5, "other"), None);
        assert_eq!(span(99, "café"), None);
        assert_eq!(span(1, " "), None);
    }
}
