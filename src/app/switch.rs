//! The small switch that a narrow screen keeps at hand: article, timeline or people.

use crate::app::outline::Outline;
use crate::app::state::{Action, Pane};
use crate::app::words;
use std::rc::Rc;
use yew::prelude::*;

/// What the switch shows.
#[derive(PartialEq, Properties)]
pub struct SwitchProps {
    /// The part that is shown.
    pub pane: Pane,
    /// What the lists show of the newest answer.
    pub outline: Option<Rc<Outline>>,
    /// Whether the timeline shows all events, not only the main ones.
    pub all_events: bool,
    /// Whether all sources are shown, not only officials.
    pub all_sources: bool,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// The switch.
#[component]
pub fn Switch(props: &SwitchProps) -> Html {
    let buttons = [Pane::Article, Pane::Timeline, Pane::People].into_iter().map(|pane| button(props, pane));
    html! { <nav class="switch" aria-label={words::VIEWS}>{ for buttons }</nav> }
}

fn button(props: &SwitchProps, pane: Pane) -> Html {
    let current = (props.pane == pane).then_some("true");
    let onclick = props.act.reform(move |_: MouseEvent| Action::Turn(pane));
    html! {
        <button type="button" aria-current={current} {onclick}>
            { words::pane(pane) }
            if let Some(count) = count(props, pane) {
                { " " }<span class="count">{ count }</span>
            }
        </button>
    }
}

/// How many entries the list of that part has.
fn count(props: &SwitchProps, pane: Pane) -> Option<usize> {
    let outline = props.outline.as_ref()?;
    match pane {
        Pane::Article => None,
        Pane::Timeline => Some(outline.lists(props.all_events).events()),
        Pane::People => Some(outline.lists(props.all_sources).sources.len()),
    }
}
