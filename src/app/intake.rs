//! The empty page: one place to paste, a file, and three samples.

use crate::app::field::Field;
use crate::app::files::FileButton;
use crate::app::privacy::Privacy;
use crate::app::samples::{SAMPLES, Sample};
use crate::app::state::Action;
use crate::app::words;
use std::rc::Rc;
use yew::prelude::*;

/// The files that the page reads: articles, and work that was saved here.
const ACCEPTED: &str = ".json,application/json,.txt,.md,.markdown,.html,.htm,text/plain,text/html,text/markdown";

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
                <div class="file">
                    <FileButton label={words::CHOOSE_FILE} accept={ACCEPTED} primary=true act={act.clone()} />
                    <span>{ words::FILE_KINDS }</span>
                </div>
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
