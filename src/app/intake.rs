//! The empty page: one place to paste, a file, and three samples.

use crate::app::field::Field;
use crate::app::files::FileButton;
use crate::app::keep::Kept;
use crate::app::privacy::Privacy;
use crate::app::samples::{SAMPLES, Sample};
use crate::app::state::Action;
use crate::app::text::Text;
use crate::app::words;
use crate::compare::title;
use std::rc::Rc;
use yew::prelude::*;

/// The files that the page reads: articles, and work that was saved here.
const ACCEPTED: &str = ".json,application/json,.txt,.md,.markdown,.html,.htm,text/plain,text/html,text/markdown";

/// Where the reader's actions go.
#[derive(PartialEq, Properties)]
pub struct IntakeProps {
    /// Whether the article is one more beside others.
    pub adding: bool,
    /// What was put away and can be brought back, the last at the end.
    pub put_away: Vec<Rc<Kept>>,
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
            <Field text={Text::default()} focus={props.adding} act={act.clone()} />
            <div class="promise-kept"><Privacy /></div>
            { earlier(&props.put_away, act) }
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

/// What was put away, the last first: each can be brought back or deleted.
fn earlier(put_away: &[Rc<Kept>], act: &Callback<Action>) -> Html {
    if put_away.is_empty() {
        return Html::default();
    }
    let one = |(i, work): (usize, &Rc<Kept>)| {
        let title = title(&work.text, None);
        let back = act.reform(move |_: MouseEvent| Action::BringBack(Some(i)));
        let delete = act.reform(move |_: MouseEvent| Action::Delete(i));
        let label = format!("{}: {title}", words::DELETE);
        html! {
            <li>
                <button type="button" class="quiet" dir="auto" onclick={back}>{ title.clone() }</button>
                <span class="soft">{ words::corrections(work.review.edits().len()) }</span>
                <button type="button" class="quiet" aria-label={label} onclick={delete}>{ words::DELETE }</button>
            </li>
        }
    };
    html! {
        <div class="earlier">
            <p id="earlier">{ words::EARLIER }</p>
            <ul aria-labelledby="earlier">{ for put_away.iter().enumerate().rev().map(one) }</ul>
        </div>
    }
}

fn sample_button(sample: &'static Sample, act: &Callback<Action>) -> Html {
    let onclick = act.reform(|_: MouseEvent| Action::Take(sample.text.into()));
    html! {
        <li><button type="button" class="sample" data-sample={sample.name} {onclick}><b>{ sample.name }</b>{ " " }<span>{ sample.about }</span></button></li>
    }
}
