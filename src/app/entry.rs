//! What the entries of all lists share: the words that lead back to the article, and keys to move among them.

use crate::app::browser::{self, Step};
use crate::app::outline::{Asked, List, Outline};
use crate::app::state::{Action, Chosen, Place, Reading, Way};
use crate::app::words;
use crate::item::Item;
use crate::review::Verdict;
use crate::text::Span;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// What a list of findings shows.
#[derive(PartialEq, Properties)]
pub struct ListProps {
    /// The article and what was found in it.
    pub reading: Rc<Reading>,
    /// Whether all of them are shown, not only those that matter most: the main events, the officials.
    pub all: bool,
    /// What the lists show of it.
    pub outline: Rc<Outline>,
    /// What the reader follows.
    pub chosen: Option<Chosen>,
    /// How often each list was asked for more.
    pub asked: Asked,
    /// The items whose "why?" is open.
    pub open: BTreeSet<Item>,
    /// Whether the reader has turned off commands by single letters.
    pub no_keys: bool,
    /// Whether the page is being printed, which shows all entries with their grounds.
    pub printing: bool,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

impl ListProps {
    /// Whether the grounds of an entry are shown.
    pub fn is_open(&self, item: Item) -> bool {
        self.printing || self.open.contains(&item)
    }

    /// The forms of an entry, where they are shown: paper has no use for them.
    pub fn forms(&self, item: Item, forms: impl FnOnce() -> Html) -> Html {
        if self.open.contains(&item) && !self.printing { forms() } else { Html::default() }
    }
}

/// A button that shows words of the article and leads to them.
pub fn lead(item: Item, act: &Callback<Action>, words: Html) -> Html {
    let onclick = act.reform(move |_: MouseEvent| Action::Follow(item, Place::Words));
    html! { <button type="button" class="lead" dir="auto" {onclick}>{ words }</button> }
}

/// Whether the reader follows `item`, as a class.
pub fn chosen_class(chosen: Option<Chosen>, item: Item) -> Option<&'static str> {
    chosen.is_some_and(|chosen| chosen.item == item).then_some("chosen")
}

/// The keys of a list: arrows move the focus, and letters review, unless the reader has turned them off.
pub fn list_keys(props: &ListProps) -> Callback<KeyboardEvent> {
    let (act, letters) = (props.act.clone(), !props.no_keys);
    Callback::from(move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowDown" => Some(Step::On),
            "ArrowUp" => Some(Step::Back),
            _ => None,
        };
        let free = !browser::is_typing(&event) && !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        let command = if letters && free { command(&event) } else { None };
        let done = match (step, command) {
            (Some(step), _) => browser::move_focus(&event, ".lead", step),
            (None, Some(action)) => {
                act.emit(action);
                true
            }
            (None, None) => false,
        };
        if done {
            event.prevent_default();
        }
    })
}

/// What a letter asks for.
fn command(event: &KeyboardEvent) -> Option<Action> {
    let item = || Item::of_id(browser::entry_at(event)?.strip_prefix("entry-")?);
    match event.key().as_str() {
        "y" => Some(Action::Settle(item()?, Verdict::Right)),
        "n" => Some(Action::Settle(item()?, Verdict::Wrong)),
        "u" => Some(Action::Unsure(Way::On)),
        "U" => Some(Action::Unsure(Way::Back)),
        "z" => Some(Action::Retrace(Way::Back)),
        "Z" => Some(Action::Retrace(Way::On)),
        _ => None,
    }
}

/// The words of `whole`, with those of `part` set off.
pub fn emphasized(text: &str, whole: Span, part: Span) -> Html {
    if part.is_empty() || !whole.contains(part) {
        return html! { { whole.of(text) } };
    }
    let (before, after) = (Span::new(whole.start, part.start), Span::new(part.end, whole.end));
    html! { <>{ before.of(text) }<b>{ part.of(text) }</b>{ after.of(text) }</> }
}

/// The beginning of a list, and how much of it is not shown yet.
pub struct Cut<'a, T> {
    list: List,
    /// The entries that are shown.
    pub entries: &'a [T],
    /// How many are not.
    pub hidden: usize,
}

/// The entries of a list that are shown, or as many as it takes to reach the one that the reader follows.
pub fn cut<'a, T>(props: &ListProps, list: List, entries: &'a [T], is_followed: impl Fn(&T) -> bool) -> Cut<'a, T> {
    let followed = entries.iter().position(is_followed).map_or(0, |place| place + 1);
    let end = if props.printing { entries.len() } else { props.asked.shown(list, entries.len()).max(followed) };
    Cut { list, entries: entries.get(..end).unwrap_or(entries), hidden: entries.len() - end }
}

/// A button that shows more of a list that was cut.
pub fn more_button<T>(cut: &Cut<'_, T>, act: &Callback<Action>) -> Html {
    if cut.hidden == 0 {
        return Html::default();
    }
    let list = cut.list;
    html! { <button type="button" class="more" onclick={act.reform(move |_: MouseEvent| Action::More(list))}>{ words::more(cut.hidden) }</button> }
}
