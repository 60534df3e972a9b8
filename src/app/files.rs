//! Files that the reader chooses or drops.

use crate::app::browser::{self, Copied};
use crate::app::state::Action;
use yew::Callback;
use yew::platform::spawn_local;

/// Reads `file`: an article, or the work that a reader saved here.
pub fn take(file: web_sys::File, act: &Callback<Action>) {
    let act = act.clone();
    let is_work = file.name().to_lowercase().ends_with(".json");
    spawn_local(async move {
        let text = browser::file_text(file).await;
        act.emit(match text {
            Some(Copied { text, .. }) if is_work => Action::Open(text.into()),
            Some(copied) => arrived(copied),
            None => Action::NotText,
        });
    });
}

/// The action of an article that came whole.
pub fn arrived(copied: Copied) -> Action {
    match copied.published {
        Some(date) => Action::TakeDated(copied.text.into(), date),
        None => Action::Take(copied.text.into()),
    }
}
