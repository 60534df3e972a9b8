//! The forms in which a reader corrects an event, a time expression or a quotation.

use crate::app::browser;
use crate::app::change::Change;
use crate::app::choice::Choice;
use crate::app::dates;
use crate::app::reading::Reading;
use crate::app::state::Action;
use crate::app::words::{self as page_words, correct as words};
use crate::event::{Basis, EventDate, Status};
use crate::item::Item;
use crate::timex::Anchor;
use crate::timex::calendar::Point;
use std::rc::Rc;
use yew::prelude::*;

/// What a form is about.
#[derive(PartialEq, Properties)]
pub struct FormProps {
    /// The article and what was found in it.
    pub reading: Rc<Reading>,
    /// The finding.
    pub item: Item,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// What another date corrects: the words that date an event, so that what is counted from them moves too, unless they cannot name it.
fn target(reading: &Reading, item: Item, value: &str) -> Item {
    let Item::Event(i) = item else { return item };
    let event = reading.analysis.events.get(i).filter(|event| event.basis == Basis::Explicit && Point::of_value(value).is_some());
    event.and_then(|event| event.timex).map_or(item, Item::Timex)
}

/// The value of what the reader typed into a field for a date, or what the field says to it; `stretches` where it may have two ends.
pub fn read_date(typed: &str, stretches: bool) -> Result<String, AttrValue> {
    let value = dates::value(typed).filter(|value| EventDate::of_value(value).is_some()).ok_or_else(words::no_date)?;
    if stretches || Point::of_value(&value).is_some() { Ok(value) } else { Err(words::no_stretch().into()) }
}

/// A field for another date. What is typed stays in it until the date is another one, so that what is refused can be mended.
#[component]
pub fn DateForm(props: &FormProps) -> Html {
    let FormProps { reading, item, act } = props;
    let (field, typed, fault) = (use_node_ref(), use_state_eq(|| None::<AttrValue>), use_state_eq(|| None::<AttrValue>));
    let item = *item;
    let is_event = matches!(item, Item::Event(_));
    let value = match item {
        Item::Event(i) => reading.analysis.events.get(i).and_then(|event| event.date.as_ref()).map(|date| date.value.clone()),
        Item::Timex(i) => reading.analysis.timexes.get(i).map(|timex| timex.value.clone()),
        _ => None,
    }
    .unwrap_or_default();
    let clear = {
        let (typed, fault) = (typed.setter(), fault.setter());
        move || {
            typed.set(None);
            fault.set(None);
        }
    };
    let forget = clear.clone();
    use_effect_with((item, value.clone()), move |_| forget());
    let oninput = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| typed.set(browser::changed_value(&event).map(AttrValue::from)))
    };
    let onsubmit = {
        let (act, field, fault, reading) = (act.clone(), field.clone(), fault.setter(), reading.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Some(element) = field.cast::<web_sys::Element>() else { return };
            match read_date(&browser::input_value(&element).unwrap_or_default(), is_event) {
                Ok(value) => {
                    fault.set(None);
                    act.emit(Action::Correct(Change::Date(target(&reading, item, &value), Some(value.into()))));
                }
                Err(words) => {
                    fault.set(Some(words));
                    browser::focus(&element);
                }
            }
        })
    };
    let back = act.reform(move |_: MouseEvent| {
        clear();
        Action::Correct(Change::Date(item, None))
    });
    let id = format!("date-{}", item.id());
    let hint = format!("hint-{}", item.id());
    let value = (*typed).clone().unwrap_or_else(|| dates::shown(&value).into());
    let is_wrong = fault.is_some();
    html! {
        <form class="correction" {onsubmit}>
            <label for={id.clone()}>{ words::DATE }</label>
            <input ref={field} {id} type="text" {value} {oninput} size="22" autocomplete="off" aria-describedby={hint.clone()} aria-invalid={is_wrong.to_string()} />
            <button type="submit">{ words::SET_DATE }</button>
            <button type="button" onclick={back}>{ if is_event { words::NO_DATE } else { words::AS_READ } }</button>
            <p id={hint} class={if is_wrong { "mistake" } else { "soft" }} role={is_wrong.then_some("alert")}>
                { (*fault).clone().unwrap_or_else(|| words::date_hint(is_event).into()) }
            </p>
        </form>
    }
}

/// So many expressions to each side are offered as what another is counted from.
const NEAR: usize = 20;

/// The dated expressions near the one numbered `index` that it can be counted from: none that is counted from it.
fn anchors(reading: &Reading, index: usize) -> Vec<usize> {
    let timexes = &reading.analysis.timexes;
    let hangs = |i: usize| {
        let next = |i: &usize| if let Some(Anchor::Timex(next)) = timexes.get(*i)?.anchor { Some(next) } else { None };
        std::iter::successors(Some(i), next).take(timexes.len()).any(|i| i == index)
    };
    let near = index.saturating_sub(NEAR)..timexes.len().min(index + NEAR + 1);
    near.filter(|i| timexes[*i].interval.is_some() && !reading.is_out(Item::Timex(*i)) && !hangs(*i)).collect()
}

/// A choice of what a time expression is counted from, for one whose date hangs on another.
pub fn anchor_field(reading: &Reading, index: usize, act: &Callback<Action>) -> Html {
    let Some(timex) = reading.analysis.timexes.get(index).filter(|timex| timex.is_counted()) else { return Html::default() };
    let others = anchors(reading, index);
    let words_of = |other: &usize| {
        let anchor = &reading.analysis.timexes[*other];
        let date = dates::typed(anchor.kind, &anchor.value, anchor.interval);
        AttrValue::from(format!("“{}”, {date}", anchor.span.of(&reading.text)))
    };
    // Where it is counted from nothing yet, that stands first.
    let nothing = timex.anchor.is_none().then(|| AttrValue::from(words::NOTHING_DATED));
    let first = usize::from(nothing.is_some());
    let options = nothing.into_iter().chain([words::PUBLICATION.into()]).chain(others.iter().map(words_of)).collect::<Vec<_>>();
    let selected = match timex.anchor {
        None | Some(Anchor::Published) => 0,
        Some(Anchor::Timex(anchor)) => others.iter().position(|other| *other == anchor).map_or(0, |place| place + 1),
    };
    let on_take = act.reform(move |chosen: usize| {
        let from = chosen.checked_sub(first + 1).and_then(|i| others.get(i).copied());
        Action::Correct(Change::Anchor(index, from))
    });
    html! { <Choice id={format!("anchor-{index}")} label={words::COUNTED_FROM} {options} {selected} take={words::SET} {on_take} /> }
}

/// A choice of status for an event.
pub fn status_field(index: usize, status: Status, act: &Callback<Action>) -> Html {
    let options = words::STATUSES.iter().map(|own| page_words::status(*own).into()).collect::<Vec<_>>();
    let selected = words::STATUSES.iter().position(|own| *own == status).unwrap_or_default();
    let on_take = act.reform(move |chosen: usize| {
        let status = words::STATUSES.get(chosen).copied().unwrap_or(status);
        Action::Correct(Change::Status(index, status))
    });
    html! { <Choice id={format!("status-{index}")} label={words::STATUS} {options} {selected} take={words::SET} {on_take} /> }
}

/// A choice of speaker for a quotation: who is quoted first, then everybody else by name.
pub fn speaker_field(reading: &Reading, index: usize, act: &Callback<Action>) -> Html {
    let Some(quotation) = reading.analysis.quotations.get(index) else { return Html::default() };
    let people = people(reading);
    let name = |who: &usize| reading.analysis.entities.get(*who).map(|entity| entity.name_in(&reading.text).to_owned()).unwrap_or_default();
    let options = [words::NOBODY.into()].into_iter().chain(people.iter().map(|who| name(who).into())).collect::<Vec<AttrValue>>();
    let selected = quotation.speaker.and_then(|speaker| people.iter().position(|who| *who == speaker)).map_or(0, |place| place + 1);
    let on_take = act.reform(move |chosen: usize| {
        let who = chosen.checked_sub(1).and_then(|i| people.get(i).copied());
        Action::Correct(Change::Speaker(index, who))
    });
    html! { <Choice id={format!("speaker-{index}")} label={words::SPEAKER} {options} {selected} take={words::SET} {on_take} /> }
}

/// So many people are offered in a choice.
const CHOICES: usize = 300;

/// The entities that can be chosen: those that are quoted, then those that the text names.
pub fn people(reading: &Reading) -> Vec<usize> {
    let analysis = &reading.analysis;
    let mut quoted = vec![false; analysis.entities.len()];
    for who in analysis.quotations.iter().filter_map(|quotation| quotation.speaker) {
        if let Some(quoted) = quoted.get_mut(who) {
            *quoted = true;
        }
    }
    let stays = |i: &usize| !reading.is_gone(Item::Entity(*i)) && !analysis.entities[*i].mentions.is_empty();
    let all = || (0..analysis.entities.len()).filter(stays);
    let named = all().filter(|i| !quoted[*i] && analysis.entities[*i].named);
    all().filter(|i| quoted[*i]).chain(named).take(CHOICES).collect()
}

/// A field for a note.
pub fn note_field(reading: &Reading, item: Item, act: &Callback<Action>) -> Html {
    let note = reading.mark(item).map(|mark| mark.note.clone()).unwrap_or_default();
    let act = act.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(note) = browser::changed_value(&event) {
            act.emit(Action::Correct(Change::Note(item, note.trim().into())));
        }
    });
    let id = format!("note-{}", item.id());
    html! {
        <p class="correction">
            <label for={id.clone()}>{ words::NOTE }</label>
            <input {id} class="wide" type="text" value={note} autocomplete="off" {onchange} />
        </p>
    }
}
