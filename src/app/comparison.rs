//! Several articles side by side: one timeline, who is in which, and what they do not agree on.

use crate::app::browser;
use crate::app::dates;
use crate::app::entry::emphasized;
use crate::app::errand::Goal;
use crate::app::reading::Reading;
use crate::app::state::{Action, Compared, State};
use crate::app::words::{self as page_words, comparison as words};
use crate::compare::{self, Article, Difference, Piece, Place, Row, dates_of, letter, pieces};
use crate::event::Status;
use crate::export::{self, Format};
use crate::item::Item;
use std::rc::Rc;
use yew::prelude::*;

/// What is compared.
#[derive(PartialEq, Properties)]
pub struct ComparisonProps {
    /// The articles in the order in which they were opened, each with its number in [`Action::Visit`].
    pub readings: Vec<(usize, Rc<Reading>)>,
    /// What the worker found them to say together; of other articles until it has answered.
    pub compared: Option<Rc<Compared>>,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// The articles of a comparison in the order in which they were opened, each with its number in [`Action::Visit`].
pub fn readings(state: &State) -> Vec<(usize, Rc<Reading>)> {
    let reading = |number: usize| match number.checked_sub(1) {
        None => state.current().cloned(),
        Some(i) => state.shelf.get(i).map(|shelved| shelved.reading.clone()),
    };
    state.in_order().into_iter().filter_map(|number| Some((number, reading(number)?))).collect()
}

/// The headline of an article, or its first words.
pub fn title(reading: &Reading) -> String {
    compare::title(&reading.text, reading.analysis.title)
}

/// The comparison.
#[component]
pub fn Comparison(props: &ComparisonProps) -> Html {
    let only = use_state(|| false);
    // What a reader called wrong is left out; the numbers of what is left are those of the kept analyses.
    let kept = use_memo(props.readings.clone(), |readings| readings.iter().map(|(_, reading)| reading.kept()).collect::<Vec<_>>());
    let articles: Vec<Article> =
        props.readings.iter().zip(&*kept).map(|((_, reading), analysis)| Article { text: &reading.text, analysis }).collect();
    let is_current = |compared: &&Rc<Compared>| compared.readings.iter().eq(props.readings.iter().map(|(_, reading)| reading));
    let Some(compared) = props.compared.as_ref().filter(is_current) else {
        return html! { <p class="waiting" role="status">{ page_words::WORKING }</p> };
    };
    let count = compared.rows.differences();
    let shown = if *only { compared.rows.clone().differing() } else { compared.rows.clone() };
    let report: Rc<str> = export::comparison::write(&articles, &shown).into();
    let view = View { readings: &props.readings, articles: &articles, only: *only, act: &props.act };
    let turn = {
        let only = only.clone();
        Callback::from(move |_: MouseEvent| only.set(!*only))
    };
    html! {
        <div class="comparison">
            <ol class="articles">
                { for articles.iter().enumerate().map(|(i, article)| html! { <li>{ view.chip(i) }{ " " }<span dir="auto">{ compare::title(article.text, article.analysis.title) }</span></li> }) }
            </ol>
            <p class="overview">
                <b>{ words::differences(count) }</b>
                <button type="button" aria-pressed={(*only).to_string()} onclick={turn}>{ words::ONLY }</button>
                { view.take_away(words::SAVE, Goal::File, &report) }
                { view.take_away(words::COPY, Goal::Clipboard, &report) }
            </p>
            { view.timeline(&shown.dated) }
            { view.undated(&shown.undated) }
            { view.people(&shown.people) }
            { view.quotations(&shown.quotations) }
        </div>
    }
}

struct View<'a> {
    readings: &'a [(usize, Rc<Reading>)],
    articles: &'a [Article<'a>],
    only: bool,
    act: &'a Callback<Action>,
}

impl<'a> View<'a> {
    fn chip(&self, article: usize) -> Html {
        let title = self.articles.get(article).map(|article| compare::title(article.text, article.analysis.title));
        html! { <span class={classes!("chip", format!("chip-{}", article % 4))} {title}>{ letter(article) }</span> }
    }

    /// A button that hands over what is shown.
    fn take_away(&self, label: &'static str, goal: Goal, report: &Rc<str>) -> Html {
        let report = report.clone();
        let onclick = self.act.reform(move |_: MouseEvent| {
            match goal {
                Goal::File => browser::save(words::FILE, Format::Markdown.media_type(), &report),
                Goal::Clipboard => browser::copy(&report),
            }
            Action::Delivered(goal)
        });
        html! { <button type="button" {onclick}>{ label }</button> }
    }

    /// The articles of a row, each with the place in it.
    fn places(&self, row: &Row) -> Vec<(Place, Article<'a>)> {
        row.places.iter().filter_map(|place| Some((*place, *self.articles.get(place.article)?))).collect()
    }

    /// Words of one article, which lead there.
    fn words(&self, place: Place, item: Item, speaker: Option<&str>, words: Html, behind: Html) -> Html {
        let number = self.readings.get(place.article).map_or(0, |(number, _)| *number);
        let onclick = self.act.reform(move |_: MouseEvent| Action::Visit(number, item));
        html! {
            <li class={speaker.map(|_| "wording")}>
                { self.chip(place.article) }{ " " }
                if let Some(speaker) = speaker {
                    <span class="speaker" dir="auto">{ speaker.to_owned() }{ ":" }</span>
                }
                <button type="button" class="lead" dir="auto" {onclick}>{ words }</button>
                { behind }
            </li>
        }
    }

    fn differences(&self, row: &Row) -> Html {
        let tag = |difference: &Difference| html! { <span class="tag unsure">{ "≠ " }{ words::difference(*difference) }</span> };
        html! { { for row.differences.iter().map(tag) } }
    }

    /// What stands under a heading with no row: that nothing differs, where only that is asked.
    fn nothing(&self, rows: &[Row], otherwise: &'static str) -> Html {
        let words = if self.only { words::NOTHING } else { otherwise };
        if rows.is_empty() && !words.is_empty() {
            html! { <p class="nothing">{ words }</p> }
        } else {
            Html::default()
        }
    }

    fn timeline(&self, rows: &[Row]) -> Html {
        html! {
            <section aria-labelledby="together">
                <h2 id="together">{ words::TIMELINE }</h2>
                { self.nothing(rows, "") }
                <ol class="rows">{ for rows.iter().map(|row| self.event_row(row)) }</ol>
            </section>
        }
    }

    fn undated(&self, rows: &[Row]) -> Html {
        if rows.is_empty() {
            return Html::default();
        }
        html! {
            <section aria-labelledby="undated-together">
                <h2 id="undated-together">{ words::UNDATED }</h2>
                <ul class="rows">{ for rows.iter().map(|row| self.event_row(row)) }</ul>
            </section>
        }
    }

    fn event_row(&self, row: &Row) -> Html {
        let mut said: Vec<String> = Vec::new();
        for date in dates_of(self.articles, row) {
            let line = dates::line(date.value, Some(date.days));
            if !said.contains(&line) {
                said.push(line);
            }
        }
        let told = self.places(row).into_iter().filter_map(|(place, article)| {
            let event = article.analysis.events.get(place.index)?;
            let words = emphasized(article.text, event.span, event.trigger);
            // Words of a clause do not always tell that somebody else denies it.
            let is_disputed = row.differences.contains(&Difference::Status) || event.status == Status::Denied;
            let status = if is_disputed {
                html! { <span class="tag">{ crate::app::words::status(event.status) }</span> }
            } else {
                Html::default()
            };
            Some(self.words(place, Item::Event(place.index), None, words, status))
        });
        html! {
            <li class={classes!("together", (row.articles() > 1).then_some("shared"))}>
                <p class="dates"><b>{ said.join(" / ") }</b>{ " " }{ self.differences(row) }</p>
                <ul>{ for told }</ul>
            </li>
        }
    }

    fn people(&self, rows: &[Row]) -> Html {
        let one = |row: &Row| {
            let people: Vec<_> = self
                .places(row)
                .into_iter()
                .filter_map(|(place, article)| Some((place, article.text, article.analysis.entities.get(place.index)?)))
                .collect();
            let name = people.iter().map(|(_, text, entity)| entity.name_in(text)).max_by_key(|name| name.len()).unwrap_or_default();
            let offices = people.iter().map(|(place, text, entity)| {
                let office = [entity.role_in(text), entity.organization_in(text)].into_iter().flatten().collect::<Vec<_>>().join(", ");
                html! { <li>{ self.chip(place.article) }{ " " }<span dir="auto">{ if office.is_empty() { words::NO_OFFICE.to_owned() } else { office } }</span></li> }
            });
            html! { <li class="together"><p><b dir="auto">{ name.to_owned() }</b>{ " " }{ self.differences(row) }</p><ul class="offices">{ for offices }</ul></li> }
        };
        html! {
            <section aria-labelledby="who-is-where">
                <h2 id="who-is-where">{ words::PEOPLE }</h2>
                { self.nothing(rows, "") }
                <ul class="rows">{ for rows.iter().map(one) }</ul>
            </section>
        }
    }

    fn quotations(&self, rows: &[Row]) -> Html {
        html! {
            <section aria-labelledby="said-twice">
                <h2 id="said-twice">{ words::QUOTATIONS }</h2>
                { self.nothing(rows, words::NONE_SHARED) }
                <ul class="rows">{ for rows.iter().map(|row| self.quotation_row(row)) }</ul>
            </section>
        }
    }

    /// The wordings of a quotation, each with who says it; what the others do not have is marked.
    fn quotation_row(&self, row: &Row) -> Html {
        let wording = |(place, article): (Place, Article<'a>)| {
            let quotation = article.analysis.quotations.get(place.index)?;
            let said = quotation.contents.iter().map(|content| content.of(article.text)).collect::<Vec<_>>().join(" … ");
            let speaker = quotation.speaker.and_then(|speaker| article.analysis.entities.get(speaker));
            Some((place, said, speaker.map_or(words::NO_SPEAKER, |speaker| speaker.name_in(article.text))))
        };
        let wordings: Vec<_> = self.places(row).into_iter().filter_map(wording).collect();
        let told = wordings.iter().map(|(place, said, speaker)| {
            let others: Vec<&str> = wordings.iter().filter(|(other, ..)| other != place).map(|(_, said, _)| &**said).collect();
            let said = html! { { for pieces(said, &others).into_iter().map(piece) } };
            self.words(*place, Item::Quotation(place.index), Some(speaker), said, Html::default())
        });
        html! { <li class="together shared"><p>{ self.differences(row) }</p><ul>{ for told }</ul></li> }
    }
}

/// Words of a wording; those that others do not have are marked, without the space behind them.
fn piece(piece: Piece) -> Html {
    let words = piece.words.trim_end();
    let space = piece.words.get(words.len()..).unwrap_or_default();
    if piece.differs {
        html! { <><mark class="differs">{ words }</mark>{ space }</> }
    } else {
        html! { { piece.words } }
    }
}
