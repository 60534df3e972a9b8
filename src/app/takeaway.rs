//! What a reader can take away: every format to save or copy, the work itself to go on with later, a print.

use crate::app::browser;
use crate::app::errand::{Goal, Thing};
use crate::app::files::FileButton;
use crate::app::reading::Reading;
use crate::app::state::Action;
use crate::app::words::takeaway as words;
use crate::export::{self, Format, fragment};
use crate::item::Item;
use std::time::Duration;
use yew::platform::{spawn_local, time::sleep};
use yew::prelude::*;

/// Where the reader's actions go.
#[derive(PartialEq, Properties)]
pub struct TakeAwayProps {
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// The formats in the order in which readers want them: reports, then tables and calendars, then what is for programs.
const MENU: [Format; 8] =
    [Format::Markdown, Format::Html, Format::Csv, Format::ICalendar, Format::TimelineJs, Format::Json, Format::JsonLd, Format::Annotations];

/// The menu.
#[component]
pub fn TakeAway(props: &TakeAwayProps) -> Html {
    let act = &props.act;
    let options = use_state(export::Options::default);
    let choice = |label: &'static str, on: bool, set: fn(&mut export::Options, bool)| {
        let options = options.clone();
        let onchange = Callback::from(move |event: Event| {
            if let Some(on) = browser::is_checked(&event) {
                let mut next = *options;
                set(&mut next, on);
                options.set(next);
            }
        });
        html! { <label><input type="checkbox" checked={on} {onchange} />{ " " }{ label }</label> }
    };
    html! {
        <details class="menu">
            <summary>{ words::TAKE_AWAY }</summary>
            <div class="sheet">
                <ul class="formats">{ for MENU.into_iter().map(|format| row(words::format(format), Thing::Format(format), *options, act)) }</ul>
                <p class="choices">
                    { choice(words::ALL_EVENTS, options.all_events, |options, on| options.all_events = on) }
                    { choice(words::GUARD, options.guard_formulas, |options, on| options.guard_formulas = on) }
                </p>
                <ul class="formats">{ row(words::WORK, Thing::Work, *options, act) }</ul>
                <p class="choices">
                    <button type="button" onclick={act.reform(|_: MouseEvent| Action::CopyLink)}>{ words::LINK }</button>
                    <FileButton label={words::OPEN} accept=".json,application/json" act={act.clone()} />
                    <button type="button" onclick={print(act)}>{ words::PRINT }</button>
                </p>
            </div>
        </details>
    }
}

/// What can be done with one finding: its words copied with their proof, and followed to the published page.
pub fn one(reading: &Reading, item: Item, act: &Callback<Action>) -> Html {
    let copy = act.reform(move |_: MouseEvent| Action::TakeAway(Thing::Item(item), Goal::Clipboard, export::Options::default()));
    let span = item.span(&reading.analysis);
    let link = reading.address.as_deref().zip(span).map(|(address, span)| fragment::link(address, &reading.text, span));
    html! {
        <p class="take-one">
            <button type="button" onclick={copy}>{ words::COPY_ONE }</button>
            if let Some(link) = link {
                { " " }<a href={link} target="_blank" rel="noopener noreferrer">{ words::PASSAGE }</a>
            }
        </p>
    }
}

/// Prints once everything is on the page: the browser's own signal comes too late while a program asks for the print.
fn print(act: &Callback<Action>) -> Callback<MouseEvent> {
    let act = act.clone();
    Callback::from(move |_| {
        act.emit(Action::Print(true));
        spawn_local(async {
            sleep(Duration::ZERO).await;
            browser::print();
        });
    })
}

/// What can be taken away, with what it is for.
fn row((name, about): (&'static str, &'static str), thing: Thing, options: export::Options, act: &Callback<Action>) -> Html {
    let button = |label: &'static str, goal: Goal| {
        let onclick = act.reform(move |_: MouseEvent| Action::TakeAway(thing, goal, options));
        html! { <button type="button" aria-label={format!("{label}: {name}")} {onclick}>{ label }</button> }
    };
    html! {
        <li>
            <span><b>{ name }</b>{ " " }<span class="soft">{ about }</span></span>
            { button(words::SAVE, Goal::File) }
            { button(words::COPY, Goal::Clipboard) }
        </li>
    }
}
