//! The status of an event as a shape, so that it does not hang on colour. The word stands beside it.

use crate::event::Status;
use yew::prelude::*;

/// What the shape stands for.
#[derive(PartialEq, Properties)]
pub struct ShapeProps {
    /// The status.
    pub status: Status,
}

/// A small drawing: full for what happened, hollow for what is planned, dotted for what is
/// possible, crossed for what is denied, half for what goes on, a ring of two for what recurs.
#[component]
pub fn Shape(props: &ShapeProps) -> Html {
    html! {
        <svg class="shape" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            { drawing(props.status) }
        </svg>
    }
}

/// The shape itself, in a field of 16 by 16.
pub fn drawing(status: Status) -> Html {
    match status {
        Status::Happened => html! { <circle class="full" cx="8" cy="8" r="5.5" /> },
        Status::Ongoing => html! { <><circle class="line" cx="8" cy="8" r="5" /><path class="full" d="M8 3a5 5 0 0 1 0 10z" /></> },
        Status::Planned => html! { <circle class="line" cx="8" cy="8" r="5" /> },
        Status::Possible => html! { <circle class="line dotted" cx="8" cy="8" r="5" /> },
        Status::Denied => html! { <><circle class="line" cx="8" cy="8" r="5" /><path class="line" d="M4.5 4.5l7 7M11.5 4.5l-7 7" /></> },
        Status::Recurring => html! { <><circle class="line" cx="8" cy="8" r="5.5" /><circle class="full" cx="8" cy="8" r="2.5" /></> },
    }
}
