//! What of the lists a reader wants to see: by words, by status, by person.

use crate::app::browser;
use crate::app::correct::people;
use crate::app::reading::Reading;
use crate::app::state::Action;
use crate::app::words::{self as page_words, correct, filter as words};
use crate::event::Status;
use crate::item::Item;
use crate::quote::QuotationKind;
use crate::review::Verdict;
use std::rc::Rc;
use yew::prelude::*;

/// What the reader has done with a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It is unsure and not judged yet.
    Unsure,
    /// It was found right.
    Right,
    /// It was found wrong.
    Wrong,
    /// It was changed or added.
    Changed,
    /// It has a note.
    Noted,
}

impl Done {
    /// All of them, for a choice.
    pub const ALL: [Self; 5] = [Self::Unsure, Self::Right, Self::Wrong, Self::Changed, Self::Noted];

    fn fits(self, reading: &Reading, item: Item) -> bool {
        let mark = reading.mark(item);
        match self {
            Self::Unsure => reading.is_open(item),
            Self::Right => mark.is_some_and(|mark| mark.verdict == Some(Verdict::Right)),
            Self::Wrong => mark.is_some_and(|mark| mark.verdict == Some(Verdict::Wrong)),
            Self::Changed => mark.is_some_and(|mark| mark.changed || mark.added),
            Self::Noted => mark.is_some_and(|mark| !mark.note.is_empty()),
        }
    }
}

/// Every kind of quotation, for a choice.
const KINDS: [QuotationKind; 3] = [QuotationKind::Direct, QuotationKind::Indirect, QuotationKind::Mixed];

/// What a reader wants to see. The empty filter shows all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that an entry must hold, in any case.
    pub words: Rc<str>,
    /// The status that an event must have.
    pub status: Option<Status>,
    /// Who must take part or speak.
    pub person: Option<usize>,
    /// What the reader must have done with it.
    pub done: Option<Done>,
    /// The kind that a quotation must have.
    pub kind: Option<QuotationKind>,
}

impl Filter {
    /// Whether it shows all.
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty() && self.status.is_none() && self.person.is_none() && self.done.is_none() && self.kind.is_none()
    }

    fn has_words(&self, text: &str) -> bool {
        let words = self.words.trim();
        words.is_empty() || text.to_lowercase().contains(&words.to_lowercase())
    }

    /// Whether it shows the event with that number.
    pub fn shows_event(&self, reading: &Reading, index: usize) -> bool {
        let Some(event) = reading.analysis.events.get(index) else { return false };
        let speaker = || event.quotation.and_then(|q| reading.analysis.quotations.get(q)?.speaker);
        // What a reader did with its date was done with the event; whether it is unsure is counted for the event alone.
        let of_date = |done: Done| done != Done::Unsure && event.timex.is_some_and(|timex| done.fits(reading, Item::Timex(timex)));
        let done = |done: Done| done.fits(reading, Item::Event(index)) || of_date(done);
        self.status.is_none_or(|status| event.status == status)
            && self.done.is_none_or(done)
            && self.person.is_none_or(|person| event.participants.contains(&person) || speaker() == Some(person))
            && self.has_words(event.span.of(&reading.text))
    }

    /// Whether it shows the quotation with that number.
    pub fn shows_quotation(&self, reading: &Reading, index: usize) -> bool {
        let Some(quotation) = reading.analysis.quotations.get(index) else { return false };
        let speaker = quotation.speaker.and_then(|who| reading.analysis.entities.get(who));
        let named = || speaker.is_some_and(|who| self.has_words(who.name_in(&reading.text)));
        self.person.is_none_or(|person| quotation.speaker == Some(person))
            && self.done.is_none_or(|done| done.fits(reading, Item::Quotation(index)))
            && self.kind.is_none_or(|kind| quotation.kind == kind)
            && (quotation.contents.iter().any(|content| self.has_words(content.of(&reading.text))) || named())
    }
}

/// What the bar shows.
#[derive(PartialEq, Properties)]
pub struct FilterBarProps {
    /// The article and what was found in it.
    pub reading: Rc<Reading>,
    /// What the reader wants to see.
    pub filter: Filter,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// The fields of the filter.
#[component]
pub fn FilterBar(props: &FilterBarProps) -> Html {
    let FilterBarProps { reading, filter, act } = props;
    // A narrow screen folds the fields.
    let open = use_state(|| false);
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let change = |set: fn(&mut Filter, &Event, &[usize]) -> Option<()>, people: Vec<usize>| {
        let (filter, act) = (filter.clone(), act.clone());
        Callback::from(move |event: Event| {
            let mut next = filter.clone();
            if set(&mut next, &event, &people).is_some() {
                act.emit(Action::Filter(next));
            }
        })
    };
    let people = use_memo(reading.clone(), |reading| people(reading));
    let search = {
        let (filter, act) = (filter.clone(), act.clone());
        Callback::from(move |event: InputEvent| {
            if let Some(words) = browser::changed_value(&event) {
                act.emit(Action::Filter(Filter { words: words.into(), ..filter.clone() }));
            }
        })
    };
    let by_status = change(
        |filter, event, _| {
            filter.status = browser::selected_option(event)?.checked_sub(1).and_then(|i| correct::STATUSES.get(i).copied());
            Some(())
        },
        Vec::new(),
    );
    let by_person = change(
        |filter, event, people| {
            filter.person = browser::selected_option(event)?.checked_sub(1).and_then(|i| people.get(i).copied());
            Some(())
        },
        (*people).clone(),
    );
    let by_kind = change(
        |filter, event, _| {
            filter.kind = browser::selected_option(event)?.checked_sub(1).and_then(|i| KINDS.get(i).copied());
            Some(())
        },
        Vec::new(),
    );
    let by_done = change(
        |filter, event, _| {
            filter.done = browser::selected_option(event)?.checked_sub(1).and_then(|i| Done::ALL.get(i).copied());
            Some(())
        },
        Vec::new(),
    );
    let name = |who: &usize| reading.analysis.entities.get(*who).map(|entity| entity.name_in(&reading.text).to_owned()).unwrap_or_default();
    html! {
        <search class={classes!("filter", (*open || !filter.is_empty()).then_some("open"))} aria-label={words::FILTER}>
            <button type="button" class="fold quiet" aria-expanded={open.to_string()} onclick={toggle}>{ words::OPEN }</button>
            <span>
                <label for="filter-words">{ words::WORDS }</label>
                <input id="filter-words" type="search" value={filter.words.to_string()} size="14" oninput={search} />
            </span>
            <span>
                <label for="filter-status">{ correct::STATUS }</label>
                <select id="filter-status" onchange={by_status}>
                    <option selected={filter.status.is_none()}>{ words::ANY }</option>
                    { for correct::STATUSES.into_iter().map(|own| html! { <option selected={filter.status == Some(own)}>{ page_words::status(own) }</option> }) }
                </select>
            </span>
            <span>
                <label for="filter-who">{ words::WHO }</label>
                <select id="filter-who" onchange={by_person}>
                    <option selected={filter.person.is_none()}>{ words::ANYBODY }</option>
                    { for people.iter().map(|who| html! { <option selected={filter.person == Some(*who)}>{ name(who) }</option> }) }
                </select>
            </span>
            <span>
                <label for="filter-kind">{ words::KIND }</label>
                <select id="filter-kind" onchange={by_kind}>
                    <option selected={filter.kind.is_none()}>{ words::ANY }</option>
                    { for KINDS.into_iter().map(|own| html! { <option selected={filter.kind == Some(own)}>{ page_words::quotation_kind(own) }</option> }) }
                </select>
            </span>
            <span>
                <label for="filter-done">{ words::REVIEW }</label>
                <select id="filter-done" onchange={by_done}>
                    <option selected={filter.done.is_none()}>{ words::ANY }</option>
                    { for Done::ALL.into_iter().map(|own| html! { <option selected={filter.done == Some(own)}>{ words::done(own) }</option> }) }
                </select>
            </span>
            if !filter.is_empty() {
                <button type="button" class="quiet" onclick={act.reform(|_: MouseEvent| Action::Filter(Filter::default()))}>{ words::SHOW_ALL }</button>
            }
        </search>
    }
}
