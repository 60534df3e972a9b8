//! "Why?": the rule's sentence, how sure it is, and what else the words could mean.

use crate::app::change::Change;
use crate::app::reading::UNSURE;
use crate::app::state::Action;
use crate::app::words::{self, correct};
use crate::finding::Grounds;
use crate::item::Item;
use crate::review::Mark;
use crate::timex::READER;
use yew::prelude::*;

/// Another reading of an item: what it would be, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherReading {
    /// What it would be.
    pub value: AttrValue,
    /// One sentence for the reader.
    pub why: AttrValue,
    /// The correction that takes it.
    pub change: Change,
}

/// Something more that the text says about an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub name: &'static str,
    /// The words.
    pub value: AttrValue,
}

/// What the panel shows.
#[derive(PartialEq, Properties)]
pub struct WhyProps {
    /// The item that is explained.
    pub item: Item,
    /// Whether the panel is open.
    pub open: bool,
    /// What else the text says about it.
    #[prop_or_default]
    pub facts: Vec<Fact>,
    /// The grounds, each with what it is the ground of; the item's own has an empty name.
    pub grounds: Vec<(AttrValue, Grounds)>,
    /// Other readings.
    pub readings: Vec<OtherReading>,
    /// The forms to correct it.
    #[prop_or_default]
    pub children: Html,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// A button, and behind it the grounds of an item.
#[component]
pub fn Why(props: &WhyProps) -> Html {
    let item = props.item;
    let panel = format!("why-{}", item.id());
    let onclick = props.act.reform(move |_: MouseEvent| Action::Why(item));
    html! {
        <div class="why">
            <button type="button" class="quiet" aria-expanded={props.open.to_string()} aria-controls={panel.clone()} {onclick}>
                { words::WHY }
            </button>
            <div id={panel} class="panel" hidden={!props.open}>
                if props.open {
                    { for props.facts.iter().map(fact) }
                    { for props.grounds.iter().map(|(name, grounds)| ground(name, grounds)) }
                    { readings(&props.readings, &props.act) }
                    if props.children != Html::default() {
                        <p class="part">{ correct::CORRECT }</p>
                        { props.children.clone() }
                    }
                }
            </div>
        </div>
    }
}

/// A mark for what is doubtful, until the reader has judged it.
pub fn doubt(confidence: f32, mark: Option<&Mark>) -> Html {
    if confidence >= UNSURE || mark.is_some_and(|mark| mark.verdict.is_some()) {
        return Html::default();
    }
    html! { <span class="tag unsure">{ "? " }{ words::UNSURE }</span> }
}

fn fact(fact: &Fact) -> Html {
    html! { <p class="fact"><b>{ fact.name }{ ": " }</b><span dir="auto">{ fact.value.clone() }</span></p> }
}

fn ground(name: &AttrValue, grounds: &Grounds) -> Html {
    // What the reader said has no doubt of ours.
    if grounds.rule == READER {
        return html! { <div class="ground"><p><b>{ name.clone() }</b>{ if name.is_empty() { "" } else { ": " } }{ &grounds.why }</p></div> };
    }
    let percent = format!("{:.0}", f64::from(grounds.confidence) * 100.0);
    html! {
        <div class="ground">
            <p>
                if !name.is_empty() {
                    <b>{ name.clone() }{ ": " }</b>
                }
                { &grounds.why }
            </p>
            <p class="confidence">
                <svg class="gauge" viewBox="0 0 100 6" width="100" height="6" preserveAspectRatio="none" aria-hidden="true">
                    <rect class="track" width="100" height="6" rx="3" />
                    <rect class="level" width={percent} height="6" rx="3" />
                </svg>
                <span><b>{ words::confidence(grounds.confidence) }</b>{ ", " }{ words::confidence_share(grounds.confidence) }</span>
            </p>
            <p class="rule">{ words::RULE }{ " " }<code>{ grounds.rule.to_string() }</code></p>
        </div>
    }
}

fn readings(readings: &[OtherReading], act: &Callback<Action>) -> Html {
    if readings.is_empty() {
        return Html::default();
    }
    let one = |reading: &OtherReading| {
        let change = reading.change.clone();
        let onclick = act.reform(move |_: MouseEvent| Action::Correct(change.clone()));
        html! {
            <li>
                <b>{ reading.value.clone() }</b>{ " – " }{ reading.why.clone() }{ " " }
                <button type="button" class="quiet" {onclick}>{ correct::USE }</button>
            </li>
        }
    };
    html! { <><p class="part">{ words::OTHER_READINGS }</p><ul>{ for readings.iter().map(one) }</ul></> }
}
