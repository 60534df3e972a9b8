//! One of several things to choose, and a button to take it.
//!
//! Without the button, the keys that go through a choice would take everything on their way.

use crate::app::browser;
use yew::prelude::*;

/// What the choice shows.
#[derive(PartialEq, Properties)]
pub struct ChoiceProps {
    /// The id of the field.
    pub id: String,
    /// What is chosen.
    pub label: &'static str,
    /// What there is to choose from.
    pub options: Vec<AttrValue>,
    /// Which of them holds now.
    pub selected: usize,
    /// What the button says.
    pub take: &'static str,
    /// Takes the number of what was chosen, where it is another than holds now.
    pub on_take: Callback<usize>,
}

/// A choice.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let field = use_node_ref();
    let onsubmit = {
        let (field, on_take, selected) = (field.clone(), props.on_take.clone(), props.selected);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let chosen = field.cast::<web_sys::Element>().and_then(|element| browser::selected_of(&element));
            if let Some(chosen) = chosen.filter(|chosen| *chosen != selected) {
                on_take.emit(chosen);
            }
        })
    };
    let option = |(i, words): (usize, &AttrValue)| html! { <option selected={i == props.selected}>{ words.clone() }</option> };
    html! {
        <form class="correction" {onsubmit}>
            <label for={props.id.clone()}>{ props.label }</label>
            <select ref={field} id={props.id.clone()}>{ for props.options.iter().enumerate().map(option) }</select>
            <button type="submit" aria-label={format!("{}: {}", props.take, props.label)}>{ props.take }</button>
        </form>
    }
}
