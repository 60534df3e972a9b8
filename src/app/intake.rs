//! The empty page: one place to paste, a file, and three samples.

use crate::app::browser;
use crate::app::field::Field;
use crate::app::files;
use crate::app::privacy::Privacy;
use crate::app::samples::{SAMPLES, Sample};
use crate::app::state::Action;
use crate::app::words;
use std::rc::Rc;
use yew::prelude::*;

/// Where the reader's actions go.
#[derive(PartialEq, Properties)]
pub struct IntakeProps {
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// Invites an article.
#[component]
pub fn Intake(props: &IntakeProps) -> Html {
    let act = &props.act;
    html! {
        <main class="intake" id="article" tabindex="-1">
            <h2>{ words::INVITE }</h2>
            <p class="promise">{ words::PROMISE }</p>
            <Field text={Rc::<str>::default()} act={act.clone()} />
            <div class="promise-kept"><Privacy /></div>
            <div class="ways">
                <FileButton act={act.clone()} />
                <div class="samples">
                    <p id="samples">{ words::SAMPLES }</p>
                    <ul aria-labelledby="samples">{ for SAMPLES.iter().map(|sample| sample_button(sample, act)) }</ul>
                </div>
            </div>
        </main>
    }
}

fn sample_button(sample: &'static Sample, act: &Callback<Action>) -> Html {
    let onclick = act.reform(|_: MouseEvent| Action::Take(sample.text.into()));
    html! {
        <li><button type="button" class="sample" data-sample={sample.name} {onclick}><b>{ sample.name }</b>{ " " }<span>{ sample.about }</span></button></li>
    }
}

/// A button that opens the file dialog.
#[component]
fn FileButton(props: &IntakeProps) -> Html {
    let field = use_node_ref();
    let open = field.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(element) = open.cast::<web_sys::Element>() {
            browser::click(&element);
        }
    });
    let act = props.act.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(file) = browser::chosen_file(&event) {
            files::take(file, &act);
        }
    });
    html! {
        <div class="file">
            <button type="button" class="primary" {onclick}>{ words::CHOOSE_FILE }</button>
            <span>{ words::FILE_KINDS }</span>
            <input ref={field} type="file" hidden=true accept=".json,application/json,.txt,.md,.markdown,.html,.htm,text/plain,text/html,text/markdown" {onchange} />
        </div>
    }
}
