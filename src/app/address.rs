//! Where the article was published: a field for its address, folded until it is wanted.

use crate::app::browser;
use crate::app::change::Change;
use crate::app::state::Action;
use crate::app::words::takeaway as words;
use crate::export::fragment;
use std::rc::Rc;
use yew::prelude::*;

/// What the field shows.
#[derive(PartialEq, Properties)]
pub struct AddressProps {
    /// The address, where the reader gave it.
    pub address: Option<Rc<str>>,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// The address of the article.
#[component]
pub fn Address(props: &AddressProps) -> Html {
    let AddressProps { address, act } = props;
    let (field, wrong) = (use_node_ref(), use_state(|| false));
    let onsubmit = {
        let (act, field, wrong) = (act.clone(), field.clone(), wrong.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(written) = field.cast::<web_sys::Element>().and_then(|element| browser::input_value(&element)) else { return };
            let url = fragment::address(&written);
            wrong.set(url.is_none());
            if let Some(url) = url {
                act.emit(Action::Correct(Change::Address(Some(url.into()))));
            }
        })
    };
    let remove = act.reform(|_: MouseEvent| Action::Correct(Change::Address(None)));
    let host = address.as_deref().map(|address| address.split('/').nth(2).unwrap_or(address).to_owned());
    html! {
        <details class="address">
            <summary>{ host.unwrap_or_else(|| words::ADD_ADDRESS.to_owned()) }</summary>
            <form class="sheet" {onsubmit}>
                <label for="address-field">{ words::ADDRESS }</label>
                <input ref={field} id="address-field" class="wide" type="text" inputmode="url" value={address.as_deref().unwrap_or_default().to_owned()}
                    autocomplete="off" spellcheck="false" placeholder="https://" aria-describedby="address-hint" aria-invalid={wrong.to_string()} />
                <p id="address-hint" class={if *wrong { "mistake" } else { "soft" }} role={wrong.then_some("alert")}>
                    { if *wrong { words::ADDRESS_WRONG } else { words::ADDRESS_HINT } }
                </p>
                <p class="choices">
                    <button type="submit">{ words::SET_ADDRESS }</button>
                    if address.is_some() {
                        <button type="button" onclick={remove}>{ words::NO_ADDRESS }</button>
                    }
                </p>
            </form>
        </details>
    }
}
