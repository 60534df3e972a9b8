//! The field to paste and type in.

use crate::app::browser;
use crate::app::state::Action;
use crate::app::text::Text;
use crate::app::words;
use std::time::Duration;
use yew::platform::{spawn_local, time::sleep};
use yew::prelude::*;

/// How long the reader must pause before the text is read again.
const PAUSE: Duration = Duration::from_millis(150);

/// What the field shows.
#[derive(PartialEq, Properties)]
pub struct FieldProps {
    /// The article as it was given.
    pub text: Text,
    /// Whether the reader has just asked for it, and goes on here.
    #[prop_or_default]
    pub focus: bool,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// A text area that keeps its own text while the reader types: the state
/// follows after a pause, so that no keystroke waits for anything.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let node = use_node_ref();
    let keystrokes = use_mut_ref(|| 0_u32);
    {
        let node = node.clone();
        use_effect_with(props.text.clone(), move |text| {
            if let Some(element) = node.cast::<web_sys::Element>() {
                browser::set_text(&element, text);
            }
        });
    }
    {
        let node = node.clone();
        use_effect_with(props.focus, move |focus| {
            if let Some(element) = node.cast::<web_sys::Element>().filter(|_| *focus) {
                browser::focus(&element);
            }
        });
    }
    let was_empty = props.text.trim().is_empty();
    let act = props.act.clone();
    let field = node.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        *keystrokes.borrow_mut() += 1;
        let arrives_whole = matches!(event.input_type().as_str(), "insertFromPaste" | "insertFromDrop");
        if was_empty && arrives_whole {
            if let Some(text) = browser::field_text(&event) {
                act.emit(Action::Take(text.into()));
            }
            return;
        }
        let (act, node, keystrokes) = (act.clone(), node.clone(), keystrokes.clone());
        let now = *keystrokes.borrow();
        spawn_local(async move {
            sleep(PAUSE).await;
            if *keystrokes.borrow() == now
                && let Some(text) = node.cast::<web_sys::Element>().and_then(|element| browser::text_of(&element))
            {
                act.emit(Action::Write(text.into()));
            }
        });
    });
    let act = props.act.clone();
    // A whole article does not go through the field: a browser takes seconds to lay out a megabyte in one. To take it and to have it
    // read are two tasks, because each takes a while with ten of them.
    let onpaste = Callback::from(move |event: Event| {
        if let Some(arrival) = browser::pasted(&event).filter(|_| was_empty) {
            event.prevent_default();
            let act = act.clone();
            spawn_local(async move {
                sleep(Duration::ZERO).await;
                act.emit(Action::Arrive(arrival));
            });
        }
    });
    html! {
        <textarea
            ref={field}
            class="field"
            aria-label={words::FIELD}
            placeholder={words::PLACEHOLDER}
            dir="auto"
            spellcheck="false"
            autocomplete="off"
            {oninput}
            {onpaste}
        />
    }
}
