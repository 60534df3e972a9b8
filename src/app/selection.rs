//! What a reader can make of selected words: an event, a date, a quotation, a source.

use crate::app::browser;
use crate::app::change::{Added, Change};
use crate::app::correct::read_date;
use crate::app::dates;
use crate::app::reading::Reading;
use crate::app::state::Action;
use crate::app::words::correct as words;
use crate::text::Span;
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
    let (field, fault, span) = (use_node_ref(), use_state_eq(|| None::<AttrValue>), *span);
    let make = |what: What| {
        let (act, field, fault) = (act.clone(), field.clone(), fault.setter());
        Callback::from(move |_: MouseEvent| {
            let Some(element) = field.cast::<web_sys::Element>() else { return };
            match added(what, &browser::input_value(&element).unwrap_or_default()) {
                Ok(added) => act.emit(Action::Correct(Change::Add(span, added))),
                Err(words) => {
                    fault.set(Some(words));
                    browser::focus(&element);
                }
            }
        })
    };
    let button = |label: &'static str, what: What| html! { <button type="button" onclick={make(what)}>{ label }</button> };
    html! {
        <aside class="selection" aria-label={words::ADD}>
            <p class="selected" dir="auto">{ "“" }{ span.of(&reading.text).to_owned() }{ "”" }</p>
            <p class="correction">
                <label for="selection-date">{ words::ADD_DATE_FIELD }</label>
                <input ref={field.clone()} id="selection-date" type="text" size="22" autocomplete="off" placeholder={dates::shown(words::EXAMPLE)}
                    aria-describedby={fault.is_some().then_some("selection-fault")} aria-invalid={fault.is_some().to_string()} />
            </p>
            if let Some(fault) = &*fault {
                <p id="selection-fault" class="mistake" role="alert">{ fault }</p>
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

/// What is added; where the date is none, what the field says to it.
fn added(what: What, typed: &str) -> Result<Added, AttrValue> {
    Ok(match what {
        What::Event if typed.trim().is_empty() => Added::Event(None),
        What::Event => Added::Event(Some(read_date(typed, true)?.into())),
        What::Date => Added::Timex(read_date(typed, false)?.into()),
        What::Quotation => Added::Quotation,
        What::Source => Added::Entity,
    })
}
