//! A link that carries the article and its corrections in its fragment, which no browser sends to a host.
//!
//! The fragment is a version, a stop, and the work as postcard bytes, compressed and in base64url.

use crate::app::arrival::Arrival;
use crate::app::browser;
use crate::app::browser::packing;
use crate::app::keep::Kept;
use crate::app::protocol::{decode, encode};
use crate::app::state::{Action, State};
use yew::platform::spawn_local;
use yew::prelude::*;

/// The version of the fragment.
const VERSION: &str = "1";

/// A link of more characters is not made: many programs cut it.
pub const LONGEST: usize = 30_000;

/// What is wrong with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It would be too long.
    TooLong,
    /// It is cut or was changed.
    Broken,
    /// A later version of the program made it.
    Later,
    /// This browser cannot make or read one.
    Unsupported,
}

/// Puts a link to the work on the clipboard.
pub fn copy(state: &State, act: &Callback<Action>) {
    let kept = Kept { text: state.text.to_string(), review: state.review.clone() };
    let act = act.clone();
    spawn_local(async move {
        act.emit(match link(&kept).await {
            Ok(link) => {
                browser::copy(&link);
                Action::LinkCopied
            }
            Err(fault) => Action::Linked(Err(fault)),
        });
    });
}

async fn link(kept: &Kept) -> Result<String, Fault> {
    let bytes = encode(kept).ok_or(Fault::Unsupported)?;
    let packed = packing::pack(&bytes).await.ok_or(Fault::Unsupported)?;
    let page = browser::page_address().ok_or(Fault::Unsupported)?;
    let link = [&*page, "#", VERSION, ".", &packed].concat();
    if link.len() > LONGEST { Err(Fault::TooLong) } else { Ok(link) }
}

/// What a fragment holds; `None` where it is none of ours.
async fn read(fragment: &str) -> Option<Result<Kept, Fault>> {
    let (version, packed) = fragment.strip_prefix('#')?.split_once('.')?;
    let number: u32 = version.parse().ok()?;
    if number > 1 {
        return Some(Err(Fault::Later));
    }
    // None of ours is as long, and a small one can hold a text that is far too large.
    if packed.len() > LONGEST {
        return Some(Err(Fault::Broken));
    }
    let work = async { decode::<Kept>(&packing::unpack(packed).await?) };
    Some(work.await.ok_or(Fault::Broken))
}

/// Takes in what another program shared before the page was loaded.
#[hook]
pub fn use_shared(act: &Callback<Action>) {
    let act = act.clone();
    use_effect_with((), move |()| {
        spawn_local(async move {
            if let Some([title, words, address]) = browser::shared().await {
                act.emit(Action::Arrive(Arrival::shared(&title, &words, &address)));
            }
        });
    });
}

/// Opens the link with which the page was loaded, and every one that is put into its address later.
#[hook]
pub fn use_links(act: &Callback<Action>) {
    let act = act.clone();
    use_effect_with((), move |()| {
        let open = move || {
            let act = act.clone();
            spawn_local(async move {
                let Some(fragment) = browser::fragment() else { return };
                if let Some(work) = read(&fragment).await {
                    browser::clear_fragment();
                    act.emit(Action::Linked(work));
                }
            });
        };
        open();
        let watch = browser::on_fragment(open);
        move || drop(watch)
    });
}
