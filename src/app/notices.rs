//! Messages at the top: what the page is doing, what went wrong, what to know about this text.

use crate::analysis::{Analysis, Language, Stage};
use crate::app::browser;
use crate::app::keep::SETTLED;
use crate::app::state::{Action, Notice, Reading, Work};
use crate::app::words;
use std::rc::Rc;
use yew::platform::{spawn_local, time::sleep};
use yew::prelude::*;

/// What there is to tell.
#[derive(PartialEq, Properties)]
pub struct NoticesProps {
    /// A message that can be put away.
    pub notice: Option<Notice>,
    /// What the worker is doing.
    pub work: Work,
    /// How far it has come with that.
    pub reached: Option<Stage>,
    /// The newest answer.
    pub reading: Option<Rc<Reading>>,
    /// Whether that answer is of an older text.
    pub stale: bool,
    /// Whether loading the page anew loses nothing: there is no work, or it is kept.
    pub safe: bool,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// The messages. Short ones are told to screen readers as they come.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let NoticesProps { notice, work, reached, reading, stale, safe, act } = props;
    let is_busy = *work == Work::Busy;
    html! {
        <div class="notices">
            <div class={classes!("progress", is_busy.then_some("busy"))} aria-hidden="true"></div>
            <p class="unseen" role="status">{ status(*work, reading.as_deref()) }</p>
            if is_busy {
                { waiting(*reached, act) }
            }
            if let Work::Failed(failure) = work {
                <div class="notice failure" role="alert">
                    <p>{ words::failure(*failure) }</p>
                    <button type="button" onclick={act.reform(|_: MouseEvent| Action::Retry)}>{ words::RETRY }</button>
                </div>
            }
            if let Some(notice) = notice {
                { message(*notice, *safe, act) }
            }
            if let Some(reading) = reading {
                { for remarks(reading, *stale && *work != Work::Busy).into_iter().map(|text| html! { <p class="notice remark">{ text }</p> }) }
            }
        </div>
    }
}

/// How far the reading has come, and a way to stop it. The style shows it only where the reader has to wait.
fn waiting(reached: Option<Stage>, act: &Callback<Action>) -> Html {
    let done = reached.map_or(0, |stage| stage as u8 + 1);
    html! {
        <div class="notice wait">
            <p aria-hidden="true">{ words::reached(reached) }</p>
            <progress aria-label={words::WORKING} max="6" value={done.to_string()}></progress>
            <button type="button" onclick={act.reform(|_: MouseEvent| Action::Halt)}>{ words::HALT }</button>
        </div>
    }
}

/// A message; `safe` says whether loading the page anew loses nothing.
fn message(notice: Notice, safe: bool, act: &Callback<Action>) -> Html {
    html! {
        <div class="notice" role="status">
            <p>{ words::notice(notice) }</p>
            if matches!(notice, Notice::PutAway | Notice::Found) {
                <button type="button" onclick={act.reform(|_: MouseEvent| Action::BringBack(None))}>{ words::BRING_BACK }</button>
            }
            if notice == Notice::NewVersion && safe {
                <button type="button" onclick={Callback::from(|_: MouseEvent| update())}>{ words::UPDATE }</button>
            }
            <button type="button" onclick={act.reform(|_: MouseEvent| Action::Dismiss)}>{ words::DISMISS }</button>
        </div>
    }
}

/// Lets the new version of the site take over once the last change is stored: the click may be what ends the typing of it.
fn update() {
    spawn_local(async {
        sleep(SETTLED).await;
        browser::take_update();
    });
}

/// What a screen reader is told.
fn status(work: Work, reading: Option<&Reading>) -> String {
    match (work, reading) {
        (Work::Busy, _) => words::WORKING.to_owned(),
        (Work::Done, Some(reading)) => {
            words::found(reading.analysis.events.iter().filter(|event| event.same.is_none()).count(), reading.analysis.quotations.len())
        }
        _ => String::new(),
    }
}

/// What a reader should know about this text.
fn remarks(reading: &Reading, stale: bool) -> Vec<&'static str> {
    let analysis = &reading.analysis;
    let mut remarks = Vec::new();
    if stale {
        remarks.push(words::STALE);
    }
    match analysis.language {
        Language::Other => remarks.push(words::OTHER_LANGUAGE),
        Language::Unknown => remarks.push(words::SHORT),
        Language::English => {}
    }
    if is_bare(analysis) {
        remarks.push(words::NOTHING);
    }
    remarks
}

fn is_bare(analysis: &Analysis) -> bool {
    analysis.timexes.is_empty() && analysis.events.is_empty() && analysis.quotations.is_empty()
}
