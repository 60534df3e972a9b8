//! Who said what: the sources that the article quotes, each with role, organisation and exact words.

use crate::app::audit::{Audit, Warning};
use crate::app::change::Change;
use crate::app::correct::{note_field, speaker_field};
use crate::app::entry::{ListProps, chosen_class, cut, lead, list_keys, more_button};
use crate::app::grounds::{OtherReading, Why, doubt};
use crate::app::judge::{judge, said as said_of, verdict_class};
use crate::app::outline::{List, Source};
use crate::app::person::Person;
use crate::app::state::Action;
use crate::app::takeaway::one as take_one;
use crate::app::words::{self, filter, sources};
use crate::item::Item;
use crate::mention::Entity;
use crate::quote::{Quotation, QuotationKind};
use yew::prelude::*;

/// The sources.
#[component]
pub fn People(props: &ListProps) -> Html {
    let audit = use_memo(props.reading.clone(), |reading| Audit::of(reading));
    let sources = cut(props, List::Sources, &props.outline.lists(props.all).sources, |source| holds_followed(props, source));
    html! {
        <section class="column people-column" aria-labelledby="people" data-keys="list" onkeydown={list_keys(props)}>
            <div class="heading"><h2 id="people">{ words::PEOPLE_HEADING }</h2>{ choice(props) }</div>
            { voices(props, &audit) }
            if sources.entries.is_empty() {
                <p class="nothing">{ nothing(props) }</p>
            }
            <ul class="sources">{ for sources.entries.iter().map(|source| one(props, source, &audit)) }</ul>
            { more_button(&sources, &props.act) }
        </section>
    }
}

/// Why the list is empty.
fn nothing(props: &ListProps) -> &'static str {
    match (props.outline.is_filtered, props.all) {
        (true, _) => filter::NONE,
        (false, true) => words::NO_SOURCES,
        (false, false) => words::NO_OFFICIALS,
    }
}

fn is_followed(props: &ListProps, item: Item) -> bool {
    props.chosen.is_some_and(|chosen| chosen.item == item)
}

fn holds_followed(props: &ListProps, source: &Source) -> bool {
    source.entity.is_some_and(|i| is_followed(props, Item::Entity(i)))
        || source.quotations.iter().any(|i| is_followed(props, Item::Quotation(*i)))
}

/// Officials or all sources.
fn choice(props: &ListProps) -> Html {
    let button = |all: bool, label: &'static str| {
        let onclick = props.act.reform(move |_: MouseEvent| Action::AllSources(all));
        let count = props.outline.lists(all).sources.len();
        html! {
            <button type="button" aria-pressed={(props.all == all).to_string()} {onclick}>
                { label }{ " " }<span class="count">{ count }</span>
            </button>
        }
    };
    html! { <div class="choice" role="group" aria-label={words::WHOSE_WORDS}>{ button(false, words::OFFICIALS) }{ button(true, words::ALL_SOURCES) }</div> }
}

/// How many voices there are, how much they say, and what to be careful of.
fn voices(props: &ListProps, audit: &Audit) -> Html {
    if audit.words() == 0 {
        return Html::default();
    }
    let name = |i: usize| props.reading.analysis.entities.get(i).map(|entity| entity.name_in(&props.reading.text)).unwrap_or_default();
    let warning = audit.warning().map(|warning| match warning {
        Warning::One => sources::ONE_VOICE.to_owned(),
        Warning::Mostly(most) => sources::mostly(name(most), audit.percent(most)),
    });
    html! {
        <>
            <p class="voices">{ sources::voices(audit) }</p>
            if let Some(warning) = warning {
                <p class="voices warning" dir="auto">{ "! " }{ warning }</p>
            }
        </>
    }
}

fn one(props: &ListProps, source: &Source, audit: &Audit) -> Html {
    let quotations = cut(props, List::Quotations(source.entity), &source.quotations, |i| is_followed(props, Item::Quotation(*i)));
    let quotations = html! {
        <>
            <ul class="quotations">{ for quotations.entries.iter().map(|i| quotation(props, *i)) }</ul>
            { more_button(&quotations, &props.act) }
        </>
    };
    let entity = source.entity.and_then(|i| Some((i, props.reading.analysis.entities.get(i)?)));
    let Some((index, entity)) = entity else {
        return html! { <li key="unknown" class="source unknown"><h3>{ words::UNKNOWN_SPEAKER }</h3>{ quotations }</li> };
    };
    let item = Item::Entity(index);
    html! {
        <li key={item.id()} id={format!("entry-{}", item.id())} class={classes!("source", chosen_class(props.chosen, item))}>
            <h3>{ lead(item, &props.act, html! { { entity.name_in(&props.reading.text) } }) }</h3>
            { office(&props.reading.text, entity) }
            if let Some(share) = audit.shares.get(index) {
                <p class="share">{ sources::share(share, audit.percent(index)) }</p>
            }
            { said_of(props.reading.mark(item)) }
            <Person reading={props.reading.clone()} {index} act={props.act.clone()} />
            { quotations }
        </li>
    }
}

/// The role, the organisation and what that is.
fn office(text: &str, entity: &Entity) -> Html {
    let role = entity.role_in(text);
    let organization = entity.organization_in(text).filter(|name| role.is_none_or(|role| !role.contains(name)));
    let parts = [role, organization].into_iter().flatten().collect::<Vec<_>>();
    html! {
        <p class="office">
            if !parts.is_empty() {
                <span class="role" dir="auto">{ parts.join(", ") }</span>
            }
            if let Some(category) = words::category(entity.category) {
                <span class="tag">{ category }</span>
            }
        </p>
    }
}

fn quotation(props: &ListProps, index: usize) -> Html {
    let Some(quotation) = props.reading.analysis.quotations.get(index) else { return Html::default() };
    let item = Item::Quotation(index);
    let kind = kind_class(quotation.kind);
    let mark = props.reading.mark(item);
    html! {
        <li key={item.id()} id={format!("entry-{}", item.id())} class={classes!("quotation", kind, chosen_class(props.chosen, item), verdict_class(mark))}>
            <blockquote>{ lead(item, &props.act, html! { { said(&props.reading.text, quotation) } }) }</blockquote>
            <p class="tags"><span class="tag kind">{ words::quotation_kind(quotation.kind) }{ cue(&props.reading.text, quotation) }</span>{ doubt(quotation.grounds.confidence, mark) }{ said_of(mark) }</p>
            { judge(item, mark, &props.act) }
            { why_of_quotation(props, index, quotation) }
        </li>
    }
}

/// The reporting words, where the article gives what was said in its own: "denied" turns it round.
fn cue(text: &str, quotation: &Quotation) -> String {
    let cue = quotation.cue.filter(|_| quotation.kind != QuotationKind::Direct);
    cue.map(|cue| format!(": “{}”", cue.of(text))).unwrap_or_default()
}

/// The words, with marks where they are word for word, and an ellipsis where the article interrupts them.
fn said(text: &str, quotation: &Quotation) -> String {
    let words = quotation.contents.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … ");
    match quotation.kind {
        QuotationKind::Direct => format!("“{words}”"),
        QuotationKind::Indirect | QuotationKind::Mixed => words,
    }
}

fn kind_class(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Direct => "direct",
        QuotationKind::Indirect => "indirect",
        QuotationKind::Mixed => "mixed",
    }
}

fn why_of_quotation(props: &ListProps, index: usize, quotation: &Quotation) -> Html {
    let item = Item::Quotation(index);
    let analysis = &props.reading.analysis;
    let name = |i: usize| analysis.entities.get(i).map(|entity| entity.name_in(&props.reading.text).to_owned());
    let readings = quotation
        .alternatives
        .iter()
        .filter_map(|other| {
            let change = Change::Speaker(index, Some(other.speaker));
            Some(OtherReading { value: name(other.speaker)?.into(), why: other.why.clone().into(), change })
        })
        .collect::<Vec<_>>();
    let grounds = vec![(AttrValue::default(), quotation.grounds.clone())];
    let open = props.is_open(item);
    let forms = || html! { <>{ speaker_field(&props.reading, index, &props.act) }{ note_field(&props.reading, item, &props.act) }{ take_one(&props.reading, item, &props.act) }</> };
    html! { <Why {item} {open} {grounds} {readings} act={props.act.clone()}>{ props.forms(item, forms) }</Why> }
}
