//! The Yew application.
//!
//! [`state`] holds the one state, the actions and the reducer; [`outline`] and
//! [`dates`] derive what is shown; [`words`] has every text of the interface;
//! [`browser`] has every call into the browser; [`client`] asks the worker that reads, [`desk`] the one that writes.
//! The other modules are components, one a file.

pub mod address;
pub mod arrival;
pub mod article;
pub mod audit;
pub mod browser;
pub mod change;
pub mod choice;
pub mod client;
pub mod comparison;
pub mod correct;
pub mod dates;
pub mod desk;
pub mod entry;
pub mod errand;
pub mod field;
pub mod files;
pub mod filter;
pub mod grounds;
pub mod header;
pub mod inert;
pub mod intake;
pub mod judge;
pub mod keep;
pub mod line;
#[cfg(feature = "writer")]
pub mod marked;
pub mod notices;
pub mod outline;
pub mod page;
pub mod parts;
pub mod passage;
pub mod people;
pub mod person;
pub mod picture;
pub mod privacy;
pub mod protocol;
pub mod published;
pub mod reading;
pub mod samples;
pub mod selection;
pub mod shallow;
pub mod share;
pub mod state;
pub mod status;
pub mod switch;
pub mod takeaway;
pub mod text;
pub mod timeline;
pub mod words;
pub mod worksheet;

use client::Client;
use desk::Desk;
use errand::Errand;
use line::Question;
use page::Page;
use state::{Action, Chosen, Failure, Mode, Place, State, Work};
use std::rc::Rc;
use yew::prelude::*;

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = self.after(action);
        if next == *self { self } else { Rc::new(next) }
    }
}

/// The application: the state, the worker, and the page that shows them.
#[component]
pub fn App() -> Html {
    let state = use_reducer_eq(State::default);
    let act = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let desk = use_desk(&state, &act);
    use_worker(&state, &act, &desk);
    keep::use_keeping(&state, &act);
    keep::use_warning(&state);
    share::use_links(&act);
    share::use_shared(&act);
    {
        let act = act.clone();
        use_effect_with((), move |()| {
            let watch = browser::on_update(move || act.emit(Action::Updated));
            move || drop(watch)
        });
    }
    {
        let act = act.clone();
        use_effect_with((), move |()| {
            let print = |on| {
                let act = act.clone();
                move || act.emit(Action::Print(on))
            };
            let watch = browser::on_print(print(true), print(false));
            move || drop(watch)
        });
    }
    {
        let (shared, act) = ((*state).clone(), act.clone());
        use_effect_with(state.links, move |links| {
            if *links > 0 {
                share::copy(&shared, &act);
            }
        });
    }
    use_effect_with(state.chosen, |chosen| {
        if let Some(chosen) = chosen {
            browser::reveal(&selector(chosen));
        }
    });
    html! { <Page state={(*state).clone()} {act} /> }
}

/// Asks the worker whenever there is something new to ask.
#[hook]
fn use_worker(state: &State, act: &Callback<Action>, desk: &Rc<Desk>) {
    let client = use_mut_ref(|| None::<Client>);
    {
        let (client, act, desk) = (client.clone(), act.clone(), desk.clone());
        use_effect_with((), move |()| {
            // The writer is loaded behind what a first result needs; then the page asks for nothing more.
            let on_rest = move |()| desk.open();
            *client.borrow_mut() = Some(Client::start(act, Callback::from(|()| dates::prepare()), Callback::from(on_rest)));
        });
    }
    let is_wanted = !state.is_empty() && state.work != Work::Failed(Failure::Halted);
    let question = is_wanted.then(|| Question { text: state.text.clone(), options: state.review.options(&state.text) });
    use_effect_with((question, state.attempt), move |(question, _)| {
        if let Some(client) = &*client.borrow() {
            match question {
                Some(question) => client.ask(question.clone()),
                None => client.forget(),
            }
        }
    });
}

/// Where the page leads for what the reader follows.
fn selector(chosen: &Chosen) -> String {
    let id = chosen.item.id();
    match chosen.place {
        Place::Words => format!("[data-items~='{id}']"),
        Place::Entry => format!("#entry-{id} .lead"),
    }
}

/// Sends the writer on errands as the reader takes something away, opens a file or compares.
#[hook]
fn use_desk(state: &State, act: &Callback<Action>) -> Rc<Desk> {
    let desk = use_memo((), |()| Desk::new(act.clone()));
    {
        let (desk, reading, review) = (desk.clone(), state.current().cloned(), state.review.clone());
        use_effect_with(state.wanted, move |wanted| {
            if let Some((wanted, reading)) = wanted.zip(reading) {
                desk.send_on(Errand::Write(wanted, reading, review));
            }
        });
    }
    let compared =
        (state.mode == Mode::Comparing).then(|| comparison::readings(state).into_iter().map(|(_, reading)| reading).collect::<Vec<_>>());
    {
        let desk = desk.clone();
        use_effect_with(compared, move |compared| {
            if let Some(readings) = compared {
                desk.send_on(Errand::Compare(readings.clone()));
            }
        });
    }
    let opening = desk.clone();
    use_effect_with(state.opening.clone(), move |file| {
        if let Some(file) = file {
            opening.send_on(Errand::Open(file.clone()));
        }
    });
    desk
}
