//! Where the text goes, which is nowhere, and how a reader can check that.

use crate::app::words;
use crate::app::words::privacy;
use yew::prelude::*;

/// The promise, and behind a fold the ways to check it.
#[component]
pub fn Privacy() -> Html {
    html! {
        <div class="privacy">
            <p>{ words::WHERE_IT_GOES }</p>
            <details>
                <summary>{ privacy::HOW }</summary>
                <ul>{ for privacy::CHECKS.iter().map(|check| html! { <li>{ *check }</li> }) }</ul>
            </details>
        </div>
    }
}
