//! Several articles side by side: one timeline, who is in which, and what they do not agree on.

use crate::app::dates;
use crate::app::entry::emphasized;
use crate::app::reading::Reading;
use crate::app::state::{Action, State};
use crate::app::words::comparison as words;
use crate::compare::{Article, Comparison as Compared, Difference, Place, Row, compare};
use crate::item::Item;
use crate::text::Span;
use crate::timex::Interval;
use std::rc::Rc;
use yew::prelude::*;

/// What is compared.
#[derive(PartialEq, Properties)]
pub struct ComparisonProps {
    /// The articles, the open one first.
    pub readings: Vec<Rc<Reading>>,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// The articles of a comparison: the open one, then those on the shelf.
pub fn readings(state: &State) -> Vec<Rc<Reading>> {
    state.current().cloned().into_iter().chain(state.shelf.iter().map(|shelved| shelved.reading.clone())).collect()
}

/// The letter of an article: A is the open one.
pub fn letter(article: usize) -> char {
    u8::try_from(article).ok().filter(|i| *i < 26).map_or('+', |i| char::from(b'A' + i))
}

/// The headline of an article, or its first words.
pub fn title(reading: &Reading) -> String {
    headline(&reading.text, reading.analysis.title)
}

/// The headline of a text, or its first words.
pub fn headline(text: &str, title: Option<Span>) -> String {
    const WORDS: usize = 12;
    let words = title.map_or_else(|| text.trim_start().lines().next().unwrap_or_default(), |title| title.of(text));
    words.split_whitespace().take(WORDS).collect::<Vec<_>>().join(" ")
}

/// The comparison.
#[component]
pub fn Comparison(props: &ComparisonProps) -> Html {
    let readings = &props.readings;
    // What a reader called wrong is left out; the numbers of what is left are those of the kept analyses.
    let kept = use_memo(readings.clone(), |readings| readings.iter().map(|reading| reading.kept()).collect::<Vec<_>>());
    let compared = use_memo(readings.clone(), |readings| {
        let articles: Vec<Article> =
            readings.iter().zip(&*kept).map(|(reading, analysis)| Article { text: &reading.text, analysis }).collect();
        compare(&articles)
    });
    let view = View { readings, kept: &kept, act: &props.act };
    html! {
        <div class="comparison">
            <ol class="articles">
                { for readings.iter().enumerate().map(|(i, reading)| html! { <li>{ view.chip(i) }{ " " }<span dir="auto">{ title(reading) }</span></li> }) }
            </ol>
            { view.timeline(&compared) }
            { view.people(&compared) }
            { view.quotations(&compared) }
        </div>
    }
}

struct View<'a> {
    readings: &'a [Rc<Reading>],
    kept: &'a [crate::Analysis],
    act: &'a Callback<Action>,
}

impl View<'_> {
    fn text(&self, place: Place) -> &str {
        &self.readings[place.article].text
    }

    fn chip(&self, article: usize) -> Html {
        html! { <span class={classes!("chip", format!("chip-{}", article % 4))} title={title(&self.readings[article])}>{ letter(article) }</span> }
    }

    /// Words of one article, which lead there.
    fn words(&self, place: Place, item: Item, words: Html) -> Html {
        let onclick = self.act.reform(move |_: MouseEvent| Action::Visit(place.article, item));
        html! { <li>{ self.chip(place.article) }{ " " }<button type="button" class="lead" dir="auto" {onclick}>{ words }</button></li> }
    }

    fn differences(&self, row: &Row) -> Html {
        let tag = |difference: &Difference| html! { <span class="tag unsure">{ "≠ " }{ words::difference(*difference) }</span> };
        html! { { for row.differences.iter().map(tag) } }
    }

    fn timeline(&self, compared: &Compared) -> Html {
        html! {
            <section aria-labelledby="together">
                <h2 id="together">{ words::TIMELINE }</h2>
                <ol class="rows">{ for compared.dated.iter().filter(|row| self.is_shown(row)).map(|row| self.event_row(row)) }</ol>
            </section>
        }
    }

    /// Events that several articles tell of, and the main ones of each.
    fn is_shown(&self, row: &Row) -> bool {
        row.articles() > 1 || row.places.iter().any(|place| self.kept[place.article].events[place.index].main)
    }

    fn event_row(&self, row: &Row) -> Html {
        let event = |place: &Place| &self.kept[place.article].events[place.index];
        let mut said: Vec<String> = Vec::new();
        for date in row.places.iter().filter_map(|place| event(place).date.as_ref()) {
            let line = dates::line(&date.value, Some(Interval { earliest: date.earliest, latest: date.latest }));
            if !said.contains(&line) {
                said.push(line);
            }
        }
        let told = row.places.iter().map(|place| {
            let event = event(place);
            self.words(*place, Item::Event(place.index), emphasized(self.text(*place), event.span, event.trigger))
        });
        html! {
            <li class={classes!("together", (row.articles() > 1).then_some("shared"))}>
                <p class="dates"><b>{ said.join(" / ") }</b>{ " " }{ self.differences(row) }</p>
                <ul>{ for told }</ul>
            </li>
        }
    }

    fn people(&self, compared: &Compared) -> Html {
        let entity = |place: &Place| &self.kept[place.article].entities[place.index];
        let quoted = |place: &Place| self.kept[place.article].quotations.iter().any(|quotation| quotation.speaker == Some(place.index));
        let shown = compared.people.iter().filter(|row| row.articles() > 1 || row.places.iter().any(quoted));
        let one = |row: &Row| {
            let name =
                row.places.iter().map(|place| entity(place).name_in(self.text(*place))).max_by_key(|name| name.len()).unwrap_or_default();
            let offices = row.places.iter().map(|place| {
                let (entity, text) = (entity(place), self.text(*place));
                let office = [entity.role_in(text), entity.organization_in(text)].into_iter().flatten().collect::<Vec<_>>().join(", ");
                html! { <li>{ self.chip(place.article) }{ " " }<span dir="auto">{ if office.is_empty() { words::NO_OFFICE.to_owned() } else { office } }</span></li> }
            });
            html! { <li class="together"><p><b dir="auto">{ name.to_owned() }</b>{ " " }{ self.differences(row) }</p><ul class="offices">{ for offices }</ul></li> }
        };
        html! { <section aria-labelledby="who-is-where"><h2 id="who-is-where">{ words::PEOPLE }</h2><ul class="rows">{ for shown.map(one) }</ul></section> }
    }

    fn quotations(&self, compared: &Compared) -> Html {
        let shared: Vec<&Row> = compared.quotations.iter().filter(|row| row.articles() > 1).collect();
        let one = |row: &&Row| {
            let told = row.places.iter().map(|place| {
                let quotation = &self.kept[place.article].quotations[place.index];
                let said = quotation.contents.iter().map(|content| content.of(self.text(*place))).collect::<Vec<_>>().join(" … ");
                self.words(*place, Item::Quotation(place.index), html! { { said } })
            });
            html! { <li class="together shared"><p>{ self.differences(row) }</p><ul>{ for told }</ul></li> }
        };
        html! {
            <section aria-labelledby="said-twice">
                <h2 id="said-twice">{ words::QUOTATIONS }</h2>
                if shared.is_empty() {
                    <p class="nothing">{ words::NONE_SHARED }</p>
                }
                <ul class="rows">{ for shared.iter().map(one) }</ul>
            </section>
        }
    }
}
