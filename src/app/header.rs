//! The top of the page: the name, the day of publication, and what to do with the article.

use crate::app::published::Published;
use crate::app::state::{Action, Mode, State};
use crate::app::takeaway::TakeAway;
use crate::app::words;
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
            if let Some(reading) = &state.reading {
                <Published reading={reading.clone()} given={state.review.published()} act={act.clone()} />
            }
            if !state.is_empty() {
                <div class="tools">
                    if state.current().is_some() {
                        <TakeAway act={act.clone()} />
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
    };
    html! { <button type="button" onclick={act.reform(move |_: MouseEvent| Action::Show(other))}>{ label }</button> }
}
