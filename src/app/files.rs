//! Files that the reader chooses or drops.

use crate::app::browser;
use crate::app::state::Action;
use yew::Callback;
use yew::platform::spawn_local;

/// Reads `file` and takes its text as the article.
pub fn take(file: web_sys::File, act: &Callback<Action>) {
    let act = act.clone();
    spawn_local(async move {
        let text = browser::file_text(file).await;
        act.emit(text.map_or(Action::NotText, |text| Action::Take(text.into())));
    });
}
