//! The Yew application.

use yew::prelude::*;

/// The page.
#[component]
pub fn App() -> Html {
    html! { <main>{ "Saywhen" }</main> }
}
