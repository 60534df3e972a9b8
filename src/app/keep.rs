//! Keeps the reader's work in the browser, once the reader has agreed, and finds it again.

use crate::app::browser;
use crate::app::browser::storage::{self, Record};
use crate::app::protocol::{decode, encode};
use crate::app::state::{Action, State};
use crate::app::text::Text;
use crate::review::Review;
use serde::{Deserialize, Serialize};
use std::time::Duration;
use yew::platform::{spawn_local, time::sleep};
use yew::prelude::*;

/// The version of what is stored. Another one is not read, stays where it is, and the reader is told.
const VERSION: u8 = 3;

/// How long nothing must change before the work is stored.
const PAUSE: Duration = Duration::from_millis(400);

/// After so long, what was typed last is read and stored.
pub const SETTLED: Duration = Duration::from_secs(1);

/// Whether the work is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// The reader was not asked yet, or has not answered.
    #[default]
    Unasked,
    /// The reader agreed.
    Yes,
    /// The reader agreed, but the browser does not store it.
    Refused,
}

/// An article with its corrections.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The article as it was given.
    pub text: String,
    /// The corrections.
    pub review: Review,
}

/// What is stored: the work that is open, the other articles beside it, and what was put away.
#[derive(Serialize, Deserialize)]
struct Stored {
    version: u8,
    open: Kept,
    put_away: Vec<Kept>,
    shelf: Vec<Kept>,
}

/// What a record holds; `None` where another version wrote it.
fn stored(bytes: &[u8]) -> Option<Stored> {
    decode::<Stored>(bytes).filter(|stored| stored.version == VERSION)
}

/// The works of all tabs: those of the last one are open, what the others held is put away. A work that was open somewhere is newer
/// than the same one put away elsewhere, and comes behind it.
fn together(mut works: Vec<Stored>) -> Option<(Kept, Vec<Kept>, Vec<Kept>)> {
    let last = works.pop()?;
    let aside = works.iter_mut().flat_map(|work| std::mem::take(&mut work.put_away)).chain(last.put_away).collect::<Vec<_>>();
    let open = works.into_iter().flat_map(|work| work.shelf.into_iter().chain([work.open]));
    Some((last.open, last.shelf, aside.into_iter().chain(open).collect()))
}

fn kept((text, review): (&Text, &Review)) -> Kept {
    Kept { text: text.to_string(), review: review.clone() }
}

/// Finds what was kept when the page starts, and keeps what changes while the reader agrees.
#[hook]
pub fn use_keeping(state: &State, act: &Callback<Action>) {
    let name = use_memo((), |()| storage::own_name());
    // The records that this tab has read, and takes the place of once it stores its own.
    let others = use_mut_ref(Vec::<Record>::new);
    {
        let (act, others) = (act.clone(), others.clone());
        use_effect_with((), move |()| {
            spawn_local(async move {
                let (mut read, mut works, mut is_foreign) = (Vec::new(), Vec::new(), false);
                for record in storage::load().await {
                    match stored(&record.bytes) {
                        Some(work) => {
                            works.push(work);
                            read.push(record);
                        }
                        None => is_foreign = true,
                    }
                }
                *others.borrow_mut() = read;
                if let Some((open, shelf, put_away)) = together(works) {
                    act.emit(Action::Found(open, shelf, put_away));
                }
                if is_foreign {
                    act.emit(Action::Foreign);
                }
            });
        });
    }
    let changes = use_mut_ref(|| 0_u32);
    let act = act.clone();
    let work =
        (state.text.clone(), state.review.clone(), state.put_away.clone(), state.keeping, state.shelf.clone(), state.arriving.clone());
    use_effect_with(work, move |(text, review, put_away, keeping, shelf, arriving)| {
        *changes.borrow_mut() += 1;
        if *keeping == Keeping::Unasked {
            return;
        }
        let stored = Stored {
            version: VERSION,
            open: kept((text, review)),
            put_away: put_away.iter().map(|work| Kept::clone(work)).collect(),
            shelf: shelf.iter().map(|shelved| kept((&shelved.text, &shelved.review))).chain(arriving.iter().cloned()).collect(),
        };
        let (now, changes, was) = (*changes.borrow(), changes.clone(), *keeping);
        let (name, others, act) = (name.clone(), others.clone(), act.clone());
        let asking = browser::ask_before_leaving();
        spawn_local(async move {
            // Until it is stored, leaving the page would lose it.
            let _asking = asking;
            sleep(PAUSE).await;
            if *changes.borrow() != now {
                return;
            }
            let Some(bytes) = encode(&stored) else { return };
            let read = others.borrow().clone();
            let is_stored = storage::save(&name, &bytes, &read).await;
            if is_stored {
                others.borrow_mut().clear();
            }
            let keeping = if is_stored { Keeping::Yes } else { Keeping::Refused };
            if keeping != was {
                act.emit(Action::Keeping(keeping));
            }
        });
    });
}

/// Whether leaving the page would lose corrections.
fn is_at_risk(state: &State) -> bool {
    let beside = state.shelf.iter().map(|shelved| &shelved.review).chain(state.put_away.iter().map(|work| &work.review));
    state.keeping != Keeping::Yes && [&state.review].into_iter().chain(beside).any(|review| !review.edits().is_empty())
}

/// Whether loading the page anew loses nothing at all: there is no article anywhere, or all are kept.
pub fn is_safe(state: &State) -> bool {
    state.keeping == Keeping::Yes || state.is_empty() && state.shelf.is_empty() && state.put_away.is_empty()
}

/// Lets the browser ask before the page is left, while that would lose corrections.
#[hook]
pub fn use_warning(state: &State) {
    use_effect_with(is_at_risk(state), |at_risk| {
        let watch = at_risk.then(browser::ask_before_leaving);
        move || drop(watch)
    });
}

/// Deletes what was kept.
pub fn forget() {
    spawn_local(async {
        storage::clear().await;
    });
}
