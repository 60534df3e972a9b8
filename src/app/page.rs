//! The page as a function of the state.

use crate::app::article::Article;
use crate::app::browser;
use crate::app::comparison::{Comparison, readings};
use crate::app::field::Field;
use crate::app::files;
use crate::app::filter::FilterBar;
use crate::app::header::{Header, shelf};
use crate::app::intake::Intake;
use crate::app::keep::is_safe;
use crate::app::notices::Notices;
use crate::app::outline::Outline;
use crate::app::people::People;
use crate::app::privacy::Privacy;
use crate::app::selection::Selection;
use crate::app::state::{Action, Mode, Pane, State, Work};
use crate::app::switch::Switch;
use crate::app::timeline::Timeline;
use crate::app::words::{self, comparison as comparison_words};
use crate::app::worksheet::Worksheet;
use std::rc::Rc;
use std::time::Duration;
use yew::platform::{spawn_local, time::sleep};
use yew::prelude::*;

/// So many bytes are shown of a long text that was not read.
const BEGINNING: usize = 3_000;

/// What the page shows, and where its actions go.
#[derive(PartialEq, Properties)]
pub struct PageProps {
    /// Everything that is remembered.
    pub state: State,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// The whole page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let PageProps { state, act } = props;
    let drawn = use_drawn(state.reading.is_some(), state.text.len() < SHORT);
    let listed = state.reading.clone().filter(|_| drawn > Drawn::Article);
    let outline =
        use_memo((listed, state.filter.clone()), |(reading, filter)| reading.as_ref().map(|reading| Rc::new(Outline::of(reading, filter))));
    let is_inviting = state.is_empty() && state.reading.is_none();
    let ondragover = Callback::from(move |event: DragEvent| {
        if is_for_page(&event, is_inviting) {
            event.prevent_default();
        }
    });
    let ondrop = {
        let act = act.clone();
        Callback::from(move |event: DragEvent| drop_article(&event, is_inviting, &act))
    };
    let onkeydown = leave_on_escape(act);
    html! {
        <div class={classes!("page", if is_inviting { "inviting" } else { "reading" }, pane_class(state.pane))} {ondragover} {ondrop} {onkeydown}>
            <a class="skip" href="#article">{ words::SKIP }</a>
            <Header state={state.clone()} act={act.clone()} />
            <Notices notice={state.notice} work={state.work} reached={state.reached} reading={state.reading.clone()} stale={state.current().is_none()} safe={is_safe(state)} act={act.clone()} />
            if is_inviting {
                if !state.shelf.is_empty() {
                    <section class="notice" aria-label={comparison_words::OPEN}><p>{ comparison_words::ADD_HINT }</p>{ shelf(state, act) }</section>
                }
                <Intake adding={!state.shelf.is_empty()} put_away={state.put_away.clone()} act={act.clone()} />
            } else if state.mode == Mode::Comparing && state.current().is_some() {
                <main class="work comparing" id="article" tabindex="-1"><Comparison readings={readings(state)} compared={state.compared.clone()} act={act.clone()} /></main>
            } else {
                { workplace(state, (*outline).clone(), drawn, act) }
            }
            if !is_inviting {
                <footer class="foot"><Privacy /></footer>
            }
        </div>
    }
}

/// What is drawn of the page around a new article, one part behind the other, so that none keeps the reader waiting.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Drawn {
    /// The article alone.
    Article,
    /// The timeline besides, and the tools that stand above it.
    Timeline,
    /// Everything.
    People,
}

/// An article of less bytes is drawn at one go, with its timeline and its people.
const SHORT: usize = 20_000;

/// How much is drawn. Natively, where nothing is drawn behind anything, that is everything.
#[hook]
fn use_drawn(is_read: bool, is_short: bool) -> Drawn {
    let drawn = use_state_eq(|| if cfg!(target_arch = "wasm32") { Drawn::Article } else { Drawn::People });
    {
        let drawn = drawn.clone();
        use_effect_with((is_read, *drawn), move |(is_read, now)| {
            let next = match now {
                _ if !is_read => Drawn::Article,
                Drawn::Article => Drawn::Timeline,
                Drawn::Timeline | Drawn::People => Drawn::People,
            };
            spawn_local(async move {
                sleep(Duration::ZERO).await;
                drawn.set(next);
            });
        });
    }
    if is_short { Drawn::People } else { *drawn }
}

/// The article with its timeline and its people.
fn workplace(state: &State, outline: Option<Rc<Outline>>, drawn: Drawn, act: &Callback<Action>) -> Html {
    let reading = state.reading.clone().filter(|_| drawn > Drawn::Article);
    html! {
        <>
            if let Some(reading) = state.current().filter(|_| drawn > Drawn::Article) {
                <Worksheet state={state.clone()} reading={reading.clone()} act={act.clone()} />
                <FilterBar reading={reading.clone()} filter={state.filter.clone()} act={act.clone()} />
            }
            <Switch pane={state.pane} outline={outline.clone()} all_events={state.all_events || !state.filter.is_empty()} all_sources={!state.officials_only} act={act.clone()} />
            <main class="work">
                <section id="article" class="column article-column" aria-label={words::ARTICLE} tabindex="-1">
                    if state.mode == Mode::Writing {
                        <Field text={state.text.clone()} act={act.clone()} />
                    } else if let Some(reading) = state.current() {
                        <Article reading={reading.clone()} all_events={state.all_events || state.printing} chosen={state.chosen} printing={state.printing} act={act.clone()} />
                    } else {
                        { unread(state) }
                    }
                    if let Some((span, reading)) = state.selected.zip(state.current()) {
                        <Selection key={span.start} reading={reading.clone()} {span} act={act.clone()} />
                    }
                </section>
                if let Some((reading, outline)) = reading.zip(outline) {
                    <Timeline
                        reading={Rc::clone(&reading)}
                        all={state.all_events || state.printing || !state.filter.is_empty()}
                        outline={outline.clone()}
                        chosen={state.chosen}
                        asked={state.asked.clone()}
                        open={state.open.clone()}
                        no_keys={state.no_keys}
                        printing={state.printing}
                        act={act.clone()}
                    />
                    if drawn == Drawn::People {
                        <People
                            {reading}
                            all={!state.officials_only || state.printing}
                            outline={outline.clone()}
                            chosen={state.chosen}
                            asked={state.asked.clone()}
                            open={state.open.clone()}
                            no_keys={state.no_keys}
                            printing={state.printing}
                            act={act.clone()}
                        />
                    }
                }
            </main>
        </>
    }
}

/// What stands in the place of an article that has not been read, or will not be.
fn unread(state: &State) -> Html {
    if !matches!(state.work, Work::Failed(_)) {
        return html! { <p class="waiting">{ words::WORKING }</p> };
    }
    let end = state.text.floor_char_boundary(BEGINNING);
    let rest = if end < state.text.len() { " …" } else { "" };
    html! { <div class="article">{ for state.text[..end].lines().map(|line| html! { <p dir="auto">{ line.to_owned() }</p> }) }{ rest }</div> }
}

fn pane_class(pane: Pane) -> &'static str {
    match pane {
        Pane::Article => "at-article",
        Pane::Timeline => "at-timeline",
        Pane::People => "at-people",
    }
}

fn leave_on_escape(act: &Callback<Action>) -> Callback<KeyboardEvent> {
    let act = act.clone();
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            act.emit(Action::Leave);
        }
    })
}

/// Whether what is dragged is taken by the page: any file, and text while there is no article yet.
/// Text that is moved about within an article is left to the browser.
fn is_for_page(event: &DragEvent, is_inviting: bool) -> bool {
    is_inviting || browser::carries_file(event)
}

fn drop_article(event: &DragEvent, is_inviting: bool, act: &Callback<Action>) {
    if !is_for_page(event, is_inviting) {
        return;
    }
    event.prevent_default();
    if let Some(file) = browser::dropped_file(event) {
        files::take(file, act);
    } else if let Some(text) = browser::dropped_text(event) {
        act.emit(Action::Take(text.into()));
    }
}
