//! The day of publication: what it is, where it comes from, and a field to change it.

use crate::app::address::Address;
use crate::app::browser;
use crate::app::dates;
use crate::app::grounds::doubt;
use crate::app::state::{Action, Place, Reading};
use crate::app::words;
use crate::item::Item;
use chrono::NaiveDate;
use std::rc::Rc;
use yew::prelude::*;

/// What the control shows.
#[derive(PartialEq, Properties)]
pub struct PublishedProps {
    /// The article and what was found in it.
    pub reading: Rc<Reading>,
    /// The day that the reader gave.
    pub given: Option<NaiveDate>,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// The day of publication.
#[component]
pub fn Published(props: &PublishedProps) -> Html {
    let PublishedProps { reading, given, act } = props;
    let date = given.or(reading.analysis.published.date);
    let onchange = act.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(date) = browser::field_date(&event) {
            onchange.emit(Action::Date(date));
        }
    });
    html! {
        <div class="published">
            <label for="published-on">{ words::PUBLISHED }</label>
            <input id="published-on" type="date" value={date.map(|date| date.to_string()).unwrap_or_default()} {onchange} />
            <p class="origin">
                if let Some(date) = date {
                    <span class="in-words">{ dates::day(date) }</span>{ ", " }
                }
                { origin(reading, given.is_some(), act) }
            </p>
            <Address address={reading.address.clone()} act={act.clone()} />
        </div>
    }
}

/// Where the day comes from, with the words that tell it or the way back to them.
fn origin(reading: &Reading, is_given: bool, act: &Callback<Action>) -> Html {
    let published = &reading.analysis.published;
    if is_given {
        let onclick = act.reform(|_: MouseEvent| Action::Date(None));
        return html! {
            <>{ "given by you" }{ " " }<button type="button" class="quiet" {onclick}>{ words::OWN_DATE }</button></>
        };
    }
    let onclick = act.reform(|_: MouseEvent| Action::Follow(Item::Published, Place::Words));
    html! {
        <>
            { words::published_basis(published.basis) }
            if let Some(span) = published.span {
                { ": " }<button type="button" class="quiet" {onclick}>{ "“" }{ span.of(&reading.text) }{ "”" }</button>
                { " " }{ doubt(published.confidence, None) }
            }
        </>
    }
}
