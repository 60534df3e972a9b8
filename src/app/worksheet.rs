//! The reader's review at a glance: how much is unsure, checked and wrong; undo and redo; what a new date has moved.

use crate::app::browser;
use crate::app::entry::lead;
use crate::app::keep::{self, Keeping};
use crate::app::reading::Reading;
use crate::app::state::{Action, State, Way};
use crate::app::words::{self as page_words, correct as words, takeaway};
use crate::item::Item;
use crate::review::{Edit, Verdict};
use std::rc::Rc;
use yew::prelude::*;

/// What the worksheet shows.
#[derive(PartialEq, Properties)]
pub struct WorksheetProps {
    /// Everything that is remembered.
    pub state: State,
    /// The article and what was found in it.
    pub reading: Rc<Reading>,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// The worksheet.
#[component]
pub fn Worksheet(props: &WorksheetProps) -> Html {
    let WorksheetProps { state, reading, act } = props;
    let count = |verdict| reading.marks.values().filter(|mark| mark.verdict == Some(verdict)).count();
    let open = *use_memo(reading.clone(), |reading| reading.judged().into_iter().filter(|item| reading.is_open(*item)).count());
    let (right, wrong) = (count(Verdict::Right), count(Verdict::Wrong));
    let done = right + wrong;
    let step = |label: &'static str, way: Way, off: bool| {
        html! { <button type="button" disabled={off} onclick={act.reform(move |_: MouseEvent| Action::Unsure(way))}>{ label }</button> }
    };
    html! {
        <>
        <section class="worksheet" aria-label={words::WORKSHEET}>
            <p class="count-line" role="status">{ words::progress(open, right, wrong) }</p>
            <svg class="gauge" viewBox="0 0 100 6" width="100" height="6" preserveAspectRatio="none" aria-hidden="true">
                <rect class="track" width="100" height="6" rx="3" />
                <rect class="level" width={(done * 100 / (done + open).max(1)).to_string()} height="6" rx="3" />
            </svg>
            { step(words::PREVIOUS_UNSURE, Way::Back, open == 0) }
            { step(words::NEXT_UNSURE, Way::On, open == 0) }
            { history(words::UNDO, state.review.last(), Action::Undo, act) }
            { history(words::REDO, state.review.next(), Action::Redo, act) }
            { kept(state.keeping, act) }
            { keys(state.no_keys, act) }
        </section>
        { moves(state, reading, act) }
        { lost(state, reading) }
        </>
    }
}

/// A button that undoes or redoes an edit, and says which.
fn history(label: &'static str, edit: Option<&Edit>, action: Action, act: &Callback<Action>) -> Html {
    let what = edit.map(words::edit);
    let title = what.map(|what| format!("{label}: {what}"));
    html! { <button type="button" disabled={edit.is_none()} {title} onclick={act.reform(move |_: MouseEvent| action.clone())}>{ label }</button> }
}

/// Whether the work outlives a reload, and the way to have it so or not.
fn kept(keeping: Keeping, act: &Callback<Action>) -> Html {
    let on = act.reform(|_: MouseEvent| Action::Keeping(Keeping::Yes));
    let act = act.clone();
    let off = Callback::from(move |_: MouseEvent| {
        keep::forget();
        act.emit(Action::Keeping(Keeping::Unasked));
    });
    match keeping {
        Keeping::Unasked => {
            html! { <span class="kept"><span class="risk">{ takeaway::KEEP_ASK }</span>{ " " }<button type="button" onclick={on}>{ takeaway::KEEP }</button></span> }
        }
        Keeping::Yes => {
            html! { <span class="kept">{ takeaway::KEPT }{ " " }<button type="button" class="quiet" onclick={off}>{ takeaway::STOP_KEEPING }</button></span> }
        }
        Keeping::Refused => html! { <span class="kept mistake" role="alert">{ takeaway::KEPT_NOT }</span> },
    }
}

fn keys(off: bool, act: &Callback<Action>) -> Html {
    let act = act.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(on) = browser::is_checked(&event) {
            act.emit(Action::Keys(on));
        }
    });
    html! { <label class="keys"><input type="checkbox" checked={!off} {onchange} />{ " " }{ words::KEYS }</label> }
}

/// So many moved events are named.
const NAMED: usize = 6;

/// The events that another date has moved with it, each with a way to its entry.
fn moves(state: &State, reading: &Reading, act: &Callback<Action>) -> Html {
    if state.moved.is_empty() {
        return Html::default();
    }
    let one = |moved: &crate::review::Moved| {
        let event = reading.analysis.events.get(moved.event)?;
        let words = event.span.of(&reading.text).to_owned();
        Some(
            html! { <li>{ lead(Item::Event(moved.event), act, html! { { words } }) }<span class="reads">{ words::change(moved) }</span></li> },
        )
    };
    html! {
        <section class="moved" aria-label={words::MOVED_HEADING}>
            <p role="status"><b>{ words::moved(state.moved.len()) }</b></p>
            <button type="button" class="quiet" onclick={act.reform(|_: MouseEvent| Action::MovesSeen)}>{ page_words::DISMISS }</button>
            <ul>{ for state.moved.iter().take(NAMED).filter_map(one) }</ul>
        </section>
    }
}

/// The corrections that found no place.
fn lost(state: &State, reading: &Reading) -> Html {
    if reading.lost.is_empty() {
        return Html::default();
    }
    let one = |number: &usize| state.review.edits().get(*number).map(|edit| html! { <li dir="auto">{ words::edit(edit) }</li> });
    html! { <section class="notice lost" aria-label={words::LOST_HEADING}><p>{ words::LOST }</p><ul>{ for reading.lost.iter().filter_map(one) }</ul></section> }
}
