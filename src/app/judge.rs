//! One click to say that a finding is right or wrong, and what the reader said of it.

use crate::app::change::Change;
use crate::app::state::Action;
use crate::app::words::correct as words;
use crate::item::Item;
use crate::review::{Mark, Verdict};
use yew::prelude::*;

/// The two buttons. A pressed one is pressed again to take the judgement back.
pub fn judge(item: Item, mark: Option<&Mark>, act: &Callback<Action>) -> Html {
    let verdict = mark.and_then(|mark| mark.verdict);
    let button = |own: Verdict, sign: &'static str, label: &'static str| {
        let pressed = verdict == Some(own);
        let next = (!pressed).then_some(own);
        let onclick = act.reform(move |_: MouseEvent| Action::Correct(Change::Judge(item, next)));
        let class = if own == Verdict::Right { "right" } else { "wrong" };
        html! {
            <button type="button" class={classes!("verdict", class)} aria-pressed={pressed.to_string()} aria-label={label} title={label} {onclick}>{ sign }</button>
        }
    };
    html! {
        <span class="judge" role="group" aria-label={words::JUDGE}>
            { button(Verdict::Right, "✓", words::RIGHT) }
            { button(Verdict::Wrong, "✗", words::WRONG) }
        </span>
    }
}

/// What the reader said of a finding, in words.
pub fn said(mark: Option<&Mark>) -> Html {
    let Some(mark) = mark else { return Html::default() };
    let verdict = match mark.verdict {
        Some(Verdict::Right) => Some(words::CHECKED),
        Some(Verdict::Wrong) => Some(words::CALLED_WRONG),
        None => None,
    };
    let change = if mark.added { Some(words::ADDED) } else { mark.changed.then_some(words::CHANGED) };
    html! {
        <>
            { for verdict.into_iter().chain(change).map(|tag| html! { <span class="tag yours">{ tag }</span> }) }
            if !mark.note.is_empty() {
                <span class="tag note" dir="auto">{ words::NOTE }{ ": " }{ mark.note.clone() }</span>
            }
        </>
    }
}

/// How the entry of a finding looks after what the reader said.
pub fn verdict_class(mark: Option<&Mark>) -> Option<&'static str> {
    match mark?.verdict? {
        Verdict::Right => Some("called-right"),
        Verdict::Wrong => Some("called-wrong"),
    }
}
