//! Files that the reader chooses or drops.

use crate::app::browser;
use crate::app::errand::FileText;
use crate::app::state::Action;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Reads `file`: an article, or the work that a reader saved here.
pub fn take(file: web_sys::File, act: &Callback<Action>) {
    let act = act.clone();
    let name = file.name().to_lowercase();
    let (is_work, is_markdown) = (name.ends_with(".json"), name.ends_with(".md") || name.ends_with(".markdown"));
    spawn_local(async move {
        let text = browser::file_text(file).await;
        act.emit(match text {
            Some(arrival) if is_work => Action::Open(FileText::Work(arrival.text.into())),
            Some(arrival) if is_markdown => Action::Open(FileText::Markdown(arrival.text.into())),
            Some(arrival) => Action::Arrive(arrival),
            None => Action::NotText,
        });
    });
}

/// What the button says and takes.
#[derive(PartialEq, Properties)]
pub struct FileButtonProps {
    /// What it says.
    pub label: &'static str,
    /// Endings and media types of the files that it offers, with commas between.
    pub accept: &'static str,
    /// Whether it is what the reader most likely wants.
    #[prop_or_default]
    pub primary: bool,
    /// Takes the reader's actions.
    pub act: Callback<Action>,
}

/// A button that opens the file dialog.
#[component]
pub fn FileButton(props: &FileButtonProps) -> Html {
    let field = use_node_ref();
    let open = field.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        if let Some(element) = open.cast::<web_sys::Element>() {
            browser::click(&element);
        }
    });
    let act = props.act.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(file) = browser::chosen_file(&event) {
            take(file, &act);
        }
    });
    html! {
        <>
            <button type="button" class={props.primary.then_some("primary")} {onclick}>{ props.label }</button>
            <input ref={field} type="file" hidden=true accept={props.accept} {onchange} />
        </>
    }
}
