//! The top of the page: the name, the day of publication, and what to do with the article.

use crate::app::comparison::title;
use crate::app::published::Published;
use crate::app::state::{Action, Mode, Shelved, State};
use crate::app::takeaway::TakeAway;
use crate::app::words::{self, comparison};
use yew::prelude::*;

/// What the header shows.
#[derive(PartialEq, Properties)]
pub struct HeaderProps {
    /// Everything that is remembered.
    pub state: State,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// The top of the page.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let HeaderProps { state, act } = props;
    html! {
        <header class="head">
            <div class="brand"><h1>{ words::NAME }</h1>if state.is_empty() { <p>{ words::TAGLINE }</p> }</div>
            if let Some(reading) = state.reading.as_ref().filter(|_| state.mode != Mode::Comparing) {
                <Published reading={reading.clone()} given={state.review.published()} act={act.clone()} />
            }
            if !state.is_empty() {
                { shelf(state, act) }
                <div class="tools">
                    if state.current().is_some() {
                        <TakeAway act={act.clone()} />
                    }
                    if !state.shelf.is_empty() && state.current().is_some() && state.mode != Mode::Comparing {
                        <button type="button" onclick={act.reform(|_: MouseEvent| Action::Show(Mode::Comparing))}>{ comparison::COMPARE }</button>
                    }
                    if state.current().is_some() {
                        <button type="button" onclick={act.reform(|_: MouseEvent| Action::Shelve)}>{ comparison::ADD }</button>
                    }
                    { mode_button(state.mode, act) }
                    <button type="button" onclick={act.reform(|_: MouseEvent| Action::Clear)}>{ words::NEW }</button>
                </div>
            }
        </header>
    }
}

fn mode_button(mode: Mode, act: &Callback<Action>) -> Html {
    let (other, label) = match mode {
        Mode::Reading => (Mode::Writing, words::EDIT),
        Mode::Writing => (Mode::Reading, words::READ),
        Mode::Comparing => (Mode::Reading, comparison::BACK),
    };
    html! { <button type="button" onclick={act.reform(move |_: MouseEvent| Action::Show(other))}>{ label }</button> }
}

/// The other articles that are open: each can be shown, or removed.
pub fn shelf(state: &State, act: &Callback<Action>) -> Html {
    if state.shelf.is_empty() {
        return Html::default();
    }
    let one = |(i, shelved): (usize, &Shelved)| {
        let title = title(&shelved.reading);
        let show = act.reform(move |_: MouseEvent| Action::TakeUp(i));
        let remove = act.reform(move |_: MouseEvent| Action::Remove(i));
        let label = format!("{}: {title}", comparison::REMOVE);
        html! {
            <li>
                <button type="button" class="quiet" dir="auto" onclick={show}>{ title.clone() }</button>
                <button type="button" class="verdict" aria-label={label} title={comparison::REMOVE} onclick={remove}>{ "✗" }</button>
            </li>
        }
    };
    html! { <ul class="shelf" aria-label={comparison::OPEN}>{ for state.shelf.iter().enumerate().map(one) }</ul> }
}
