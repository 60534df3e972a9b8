//! What a reader can make of selected words: an event, a date, a quotation, a source.

use crate::app::browser;
use crate::app::change::{Added, Change};
use crate::app::reading::Reading;
use crate::app::state::Action;
use crate::app::words::correct as words;
use crate::event::EventDate;
use crate::text::Span;
use crate::timex::calendar::Point;
use std::rc::Rc;
use yew::prelude::*;

/// What is selected.
#[derive(PartialEq, Properties)]
pub struct SelectionProps {
    /// The article and what was found in it.
    pub reading: Rc<Reading>,
    /// The words.
    pub span: Span,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// What the button makes of the words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Event,
    Date,
    Quotation,
    Source,
}

/// The bar that stands at the foot of the article while words are selected.
#[component]
pub fn Selection(props: &SelectionProps) -> Html {
    let SelectionProps { reading, span, act } = props;
    let (field, wrong, span) = (use_node_ref(), use_state(|| false), *span);
    let make = |what: What| {
        let (act, field, wrong) = (act.clone(), field.clone(), wrong.clone());
        Callback::from(move |_: MouseEvent| {
            let value = field.cast::<web_sys::Element>().and_then(|element| browser::input_value(&element)).unwrap_or_default();
            match added(what, value.trim()) {
                Some(added) => act.emit(Action::Correct(Change::Add(span, added))),
                None => wrong.set(true),
            }
        })
    };
    let button = |label: &'static str, what: What| html! { <button type="button" onclick={make(what)}>{ label }</button> };
    html! {
        <aside class="selection" aria-label={words::ADD}>
            <p class="selected" dir="auto">{ "“" }{ span.of(&reading.text).to_owned() }{ "”" }</p>
            <p class="correction">
                <label for="selection-date">{ words::ADD_DATE_FIELD }</label>
                <input ref={field.clone()} id="selection-date" type="text" size="22" autocomplete="off" placeholder="2015-12-11" aria-invalid={wrong.to_string()} />
            </p>
            if *wrong {
                <p class="mistake" role="alert">{ words::DATE_WRONG }</p>
            }
            <p class="correction">
                <span>{ words::ADD_AS }</span>
                { button(words::ADD_EVENT, What::Event) }
                { button(words::ADD_DATE, What::Date) }
                { button(words::ADD_QUOTATION, What::Quotation) }
                { button(words::ADD_PERSON, What::Source) }
                <button type="button" class="quiet" onclick={act.reform(|_: MouseEvent| Action::Select(None))}>{ words::CANCEL }</button>
            </p>
        </aside>
    }
}

/// What is added; `None` where the date is none.
fn added(what: What, value: &str) -> Option<Added> {
    match what {
        What::Event if value.is_empty() => Some(Added::Event(None)),
        What::Event => EventDate::of_value(value).map(|_| Added::Event(Some(value.into()))),
        What::Date => Point::of_value(value).map(|_| Added::Timex(value.into())),
        What::Quotation => Some(Added::Quotation),
        What::Source => Some(Added::Entity),
    }
}
