//! The form in which a reader corrects who somebody is: name and office, one person or two.

use crate::app::browser;
use crate::app::change::{Change, Naming};
use crate::app::choice::Choice;
use crate::app::correct::{note_field, people};
use crate::app::reading::Reading;
use crate::app::state::Action;
use crate::app::takeaway::one;
use crate::app::words::{self as page_words, correct as words};
use crate::item::Item;
use crate::mention::{Category, Entity, MentionKind};
use crate::text::Span;
use std::rc::Rc;
use yew::prelude::*;

/// What the form is about.
#[derive(PartialEq, Properties)]
pub struct PersonProps {
    /// The article and what was found in it.
    pub reading: Rc<Reading>,
    /// The entity.
    pub index: usize,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// Every category, for a choice.
const CATEGORIES: [Category; 16] = [
    Category::Government,
    Category::Legislature,
    Category::Judiciary,
    Category::Military,
    Category::Police,
    Category::Agency,
    Category::International,
    Category::Diplomacy,
    Category::Party,
    Category::Company,
    Category::Ngo,
    Category::Expert,
    Category::Media,
    Category::Sport,
    Category::Citizen,
    Category::Other,
];

/// The form, folded until it is wanted, and only made then: a long article has hundreds of people to choose from.
#[component]
pub fn Person(props: &PersonProps) -> Html {
    let open = use_state(|| false);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| open.set(browser::is_open(&event)))
    };
    html! {
        <details class="person" {ontoggle}>
            <summary>{ words::PERSON }</summary>
            if *open {
                <PersonForm reading={props.reading.clone()} index={props.index} act={props.act.clone()} />
            }
        </details>
    }
}

/// The form.
#[component]
fn PersonForm(props: &PersonProps) -> Html {
    let PersonProps { reading, index, act } = props;
    let fields = [use_node_ref(), use_node_ref(), use_node_ref(), use_node_ref()];
    let Some(entity) = reading.analysis.entities.get(*index) else { return Html::default() };
    let text = &reading.text;
    let values = [entity.name_in(text), entity.role_in(text).unwrap_or_default(), entity.organization_in(text).unwrap_or_default()];
    let labels = [words::NAME, words::ROLE, words::ORGANIZATION];
    let onsubmit = {
        let (act, fields, index) = (act.clone(), fields.clone(), *index);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(naming) = naming(&fields) {
                act.emit(Action::Correct(Change::Name(index, naming)));
            }
        })
    };
    let id = |part: usize| format!("person-{index}-{part}");
    let field = |part: usize| {
        html! {
            <p class="correction">
                <label for={id(part)}>{ labels[part] }</label>
                <input ref={fields[part].clone()} id={id(part)} class="wide" type="text" dir="auto" value={values[part].to_owned()} autocomplete="off" />
            </p>
        }
    };
    let option = |own: Category| html! { <option selected={own == entity.category}>{ page_words::category(own).unwrap_or(words::OTHER_CATEGORY) }</option> };
    html! {
            <div class="panel">
                <form {onsubmit}>
                    { for (0..3).map(field) }
                    <p class="correction">
                        <label for={id(3)}>{ words::CATEGORY }</label>
                        <select ref={fields[3].clone()} id={id(3)}>{ for CATEGORIES.into_iter().map(option) }</select>
                        <button type="submit">{ words::SAVE }</button>
                    </p>
                </form>
                { merge_field(reading, *index, act) }
                { splits(reading, *index, entity, act) }
                { note_field(reading, Item::Entity(*index), act) }
                { one(reading, Item::Entity(*index), act) }
            </div>
    }
}

/// What the fields hold: name, office, body and category.
fn naming(fields: &[NodeRef; 4]) -> Option<Naming> {
    let value = |field: &NodeRef| field.cast::<web_sys::Element>().and_then(|element| browser::input_value(&element));
    let text = |field: &NodeRef| value(field).map(|value| Rc::<str>::from(value.trim()));
    let category = fields[3].cast::<web_sys::Element>().and_then(|element| browser::selected_of(&element));
    Some(Naming {
        name: text(&fields[0])?,
        role: text(&fields[1])?,
        organization: text(&fields[2])?,
        category: category.and_then(|i| CATEGORIES.get(i).copied())?,
    })
}

/// A choice of who it is the same as.
fn merge_field(reading: &Reading, index: usize, act: &Callback<Action>) -> Html {
    let others = people(reading).into_iter().filter(|who| *who != index).collect::<Vec<_>>();
    let name = |who: &usize| reading.analysis.entities.get(*who).map(|entity| entity.name_in(&reading.text).to_owned()).unwrap_or_default();
    let options = [words::MERGE_CHOOSE.into()].into_iter().chain(others.iter().map(|who| name(who).into())).collect::<Vec<AttrValue>>();
    let act = act.clone();
    let on_take = Callback::from(move |chosen: usize| {
        if let Some(into) = chosen.checked_sub(1).and_then(|i| others.get(i).copied()) {
            act.emit(Action::Correct(Change::Merge(index, into)));
        }
    });
    html! { <Choice id={format!("merge-{index}")} label={words::MERGE} {options} selected=0 take={words::DO_MERGE} {on_take} /> }
}

/// The other words by which the text calls it, each with a button that says they mean someone else.
fn splits(reading: &Reading, index: usize, entity: &Entity, act: &Callback<Action>) -> Html {
    let mut called: Vec<Span> = Vec::new();
    for mention in entity.mentions.iter().filter(|mention| mention.kind != MentionKind::Pronoun) {
        let words = mention.span.of(&reading.text);
        let known = words == entity.name.of(&reading.text) || called.iter().any(|span| span.of(&reading.text) == words);
        if !known && called.len() < SPLITS {
            called.push(mention.span);
        }
    }
    let split = |span: &Span| {
        let span = *span;
        let onclick = act.reform(move |_: MouseEvent| Action::Correct(Change::Split(index, span)));
        html! {
            <li>
                <span dir="auto">{ words::SPLIT }{ " “" }{ span.of(&reading.text).to_owned() }{ "”" }</span>{ " " }
                <button type="button" class="quiet" {onclick}>{ words::SOMEONE_ELSE }</button>
            </li>
        }
    };
    html! { <ul class="called">{ for called.iter().map(split) }</ul> }
}

/// So many ways to call somebody are listed.
const SPLITS: usize = 12;
