//! Every call into the browser that is not an event type.
//!
//! `JsValue` becomes a Rust value here and goes no further. What the browser
//! refuses is left undone: the page stays as it is.

mod markup;
pub mod packing;
pub mod storage;
mod worker;

pub use worker::{Worker, serve};

use crate::app::arrival::Arrival;
use chrono::NaiveDate;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, HtmlTextAreaElement, ScrollBehavior, ScrollLogicalPosition};

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

fn find(selector: &str) -> Option<HtmlElement> {
    document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// The text of the field that `event` comes from.
pub fn field_text(event: &Event) -> Option<String> {
    let target = event.target()?;
    target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value)
}

/// The text of the field `element`.
pub fn text_of(element: &Element) -> Option<String> {
    element.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value)
}

/// Puts `text` into the field `element`, unless it is there already.
pub fn set_text(element: &Element, text: &str) {
    if let Some(field) = element.dyn_ref::<HtmlTextAreaElement>()
        && field.value() != text
    {
        field.set_value(text);
    }
}

/// The date of the field that `event` comes from: `Some(None)` for an emptied field.
pub fn field_date(event: &Event) -> Option<Option<NaiveDate>> {
    let value = event.target()?.dyn_into::<HtmlInputElement>().ok()?.value();
    if value.is_empty() { Some(None) } else { value.parse().ok().map(Some) }
}

/// Moves the focus to `element`.
pub fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// The text of the input field `element`.
pub fn input_value(element: &Element) -> Option<String> {
    element.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value)
}

/// The text of the input field that `event` comes from.
pub fn changed_value(event: &Event) -> Option<String> {
    input_value(&event.target()?.dyn_into::<Element>().ok()?)
}

/// The number of the option that is chosen in the field that `event` comes from.
pub fn selected_option(event: &Event) -> Option<usize> {
    selected_of(&event.target()?.dyn_into::<Element>().ok()?)
}

/// The number of the option that is chosen in the field `element`.
pub fn selected_of(element: &Element) -> Option<usize> {
    usize::try_from(element.dyn_ref::<web_sys::HtmlSelectElement>()?.selected_index()).ok()
}

/// The `data-items` of the innermost marked words that `event` comes from.
pub fn items_at(event: &Event) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-items]").ok()??.get_attribute("data-items")
}

/// Whether the box that `event` comes from is checked.
pub fn is_checked(event: &Event) -> Option<bool> {
    Some(event.target()?.dyn_into::<HtmlInputElement>().ok()?.checked())
}

/// Whether the part of the page that `event` comes from has been unfolded.
pub fn is_open(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.has_attribute("open"))
}

/// Whether `event` comes from a field in which text is typed or a choice is made.
pub fn is_typing(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|element| element.matches("input, textarea, select").unwrap_or(false))
}

/// The id of the entry that `event` comes from: "entry-v3".
pub fn entry_at(event: &Event) -> Option<String> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[id^='entry-']").ok()?.map(|entry| entry.id())
}

/// The words of the article that are selected: the number in `data-start` of the block that holds their beginning, how many
/// UTF-16 units behind it they begin, and the words; `None` where nothing or more than one block is selected.
pub fn selected_words() -> Option<(usize, usize, String)> {
    let selection = web_sys::window()?.get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let start = range.start_container().ok()?;
    let element = start.dyn_ref::<Element>().cloned().or_else(|| start.parent_element())?;
    let block = element.closest("[data-start]").ok()??;
    if !block.contains(range.end_container().ok().as_ref()) {
        return None;
    }
    let number = block.get_attribute("data-start")?.parse().ok()?;
    let before = document()?.create_range().ok()?;
    before.set_start(&block, 0).ok()?;
    before.set_end(&start, range.start_offset().ok()?).ok()?;
    let units = String::from(before.to_string()).encode_utf16().count();
    Some((number, units, String::from(range.to_string())))
}

/// Whether the reader has selected words, so that a click is the end of a selection.
pub fn is_selecting() -> bool {
    web_sys::window().and_then(|window| window.get_selection().ok()?).is_some_and(|selection| !selection.is_collapsed())
}

/// Scrolls to the first element that `selector` finds and gives it the focus.
pub fn reveal(selector: &str) {
    let Some(element) = find(selector) else { return };
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_behavior(if prefers_stillness() { ScrollBehavior::Instant } else { ScrollBehavior::Smooth });
    options.set_block(ScrollLogicalPosition::Center);
    options.set_inline(ScrollLogicalPosition::Nearest);
    let focus = web_sys::FocusOptions::new();
    focus.set_prevent_scroll(true);
    let _ = element.focus_with_options(&focus);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn prefers_stillness() -> bool {
    let query = web_sys::window().and_then(|window| window.match_media("(prefers-reduced-motion: reduce)").ok()?);
    query.is_some_and(|query| query.matches())
}

/// Where the focus moves among the elements of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the one before.
    Back,
    /// To the next one.
    On,
}

/// Moves the focus among the elements that `selector` finds inside the element that listens to `event`.
/// Says whether the focus was on one of them and could move.
pub fn move_focus(event: &Event, selector: &str, step: Step) -> bool {
    moved(event, selector, step).is_some()
}

fn moved(event: &Event, selector: &str, step: Step) -> Option<()> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let here = target.closest(selector).ok()??;
    let root = target.closest("[data-keys]").ok()??;
    let list = root.query_selector_all(selector).ok()?;
    let place = (0..list.length()).find(|i| list.item(*i).is_some_and(|node| node == *here.unchecked_ref::<web_sys::Node>()))?;
    let place = match step {
        Step::Back => place.checked_sub(1)?,
        Step::On => place + 1,
    };
    list.item(place)?.dyn_into::<HtmlElement>().ok()?.focus().ok()
}

/// Whether a file is dragged, of which nothing more is known before it is dropped.
pub fn carries_file(event: &web_sys::DragEvent) -> bool {
    event.data_transfer().is_some_and(|transfer| transfer.types().includes(&JsValue::from_str("Files"), 0))
}

/// The first of the files that were dropped.
pub fn dropped_file(event: &web_sys::DragEvent) -> Option<web_sys::File> {
    event.data_transfer()?.files()?.item(0)
}

/// What is pasted: the article of a web page, else plain text; `None` where the clipboard holds neither.
pub fn pasted(event: &Event) -> Option<Arrival> {
    let data = event.dyn_ref::<web_sys::ClipboardEvent>()?.clipboard_data()?;
    let html = data.get_data("text/html").ok().filter(|html| !html.trim().is_empty());
    let page = html.and_then(|html| markup::read(&html));
    let plain = || data.get_data("text/plain").ok().map(|text| Arrival { text: text.into(), ..Arrival::default() });
    page.filter(|arrival| !arrival.text.trim().is_empty()).or_else(|| plain().filter(|arrival| !arrival.text.trim().is_empty()))
}

/// The plain text that was dropped.
pub fn dropped_text(event: &web_sys::DragEvent) -> Option<String> {
    event.data_transfer()?.get_data("text/plain").ok().filter(|text| !text.is_empty())
}

/// The file that was chosen, and an emptied field, so that the same file can be chosen again.
pub fn chosen_file(event: &Event) -> Option<web_sys::File> {
    let field = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let file = field.files()?.item(0);
    field.set_value("");
    file
}

/// Opens the dialog of the file field `element`.
pub fn click(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.click();
    }
}

/// The text of a file, with what its markup says of it; `None` where it is not text.
pub async fn file_text(file: web_sys::File) -> Option<Arrival> {
    let name = file.name().to_lowercase();
    let text = wasm_bindgen_futures::JsFuture::from(file.text()).await.ok()?.as_string()?;
    if text.contains('\0') || text.starts_with("%PDF-") {
        return None;
    }
    let is_html = name.ends_with(".html") || name.ends_with(".htm") || file.type_() == "text/html";
    if is_html { markup::read(&text) } else { Some(Arrival { text: text.into(), ..Arrival::default() }) }
}

/// Watches one element come near the visible part of the page, and leave it. Dropping it ends the watch.
pub struct Watch {
    observer: web_sys::IntersectionObserver,
    _listener: Closure<dyn FnMut(Array)>,
}

impl Watch {
    /// Says whenever `element` comes to be less than a screen away, and whenever it does not any more.
    pub fn start(element: &Element, on_change: impl Fn(bool) + 'static) -> Option<Self> {
        let listener = Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let near = |entry: JsValue| entry.dyn_into::<web_sys::IntersectionObserverEntry>().is_ok_and(|entry| entry.is_intersecting());
            // Of several, the last one is how it is now.
            if let Some(last) = entries.iter().last() {
                on_change(near(last));
            }
        });
        let options = web_sys::IntersectionObserverInit::new();
        options.set_root_margin("100% 0%");
        let observer = web_sys::IntersectionObserver::new_with_options(listener.as_ref().unchecked_ref(), &options).ok()?;
        observer.observe(element);
        Some(Self { observer, _listener: listener })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Lets the browser save a file.
pub fn save(name: &str, media_type: &str, text: &str) {
    let _ = saved(name, media_type, text);
}

fn saved(name: &str, media_type: &str, text: &str) -> Option<()> {
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type(media_type);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &kind).ok()?;
    let url = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link = document()?.create_element("a").ok()?;
    link.set_attribute("href", &url).ok()?;
    link.set_attribute("download", name).ok()?;
    link.dyn_ref::<HtmlElement>()?.click();
    web_sys::Url::revoke_object_url(&url).ok()
}

/// Puts text on the clipboard.
pub fn copy(text: &str) {
    if let Some(window) = web_sys::window() {
        let written = window.navigator().clipboard().write_text(text);
        // A browser that refuses leaves the clipboard as it was.
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(written).await;
        });
    }
}

/// Whether the month stands before the day where the reader lives.
pub fn puts_month_first() -> bool {
    // As the reader's own language writes a date in words: in digits some put the year first.
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &JsValue::from_str("dateStyle"), &JsValue::from_str("long"));
    let parts = js_sys::Intl::DateTimeFormat::new(&Array::new(), &options).format_to_parts(&js_sys::Date::new_0());
    let kind = |part: JsValue| js_sys::Reflect::get(&part, &JsValue::from_str("type")).ok()?.as_string();
    parts.iter().filter_map(kind).find(|kind| kind == "day" || kind == "month").is_some_and(|kind| kind == "month")
}

/// What another program shared with this one, once: a title, words and an address.
pub async fn shared() -> Option<[String; 3]> {
    let cache = web_sys::window()?.caches().ok()?;
    let found = |name: &'static str| {
        let cache = cache.clone();
        async move {
            let response = wasm_bindgen_futures::JsFuture::from(cache.match_with_str(name)).await.ok()?;
            let text = response.dyn_into::<web_sys::Response>().ok()?.text().ok()?;
            wasm_bindgen_futures::JsFuture::from(text).await.ok()?.as_string()
        }
    };
    let parts = [found("shared/title").await?, found("shared/text").await?, found("shared/url").await?];
    wasm_bindgen_futures::JsFuture::from(cache.delete("shared")).await.ok()?;
    Some(parts)
}

/// Calls `before` when the page is about to be printed, and `after` when it has been.
pub fn on_print(before: impl FnMut() + 'static, after: impl FnMut() + 'static) -> [Option<Listener>; 2] {
    [Listener::start("beforeprint", before), Listener::start("afterprint", after)]
}

/// Opens the dialog to print the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// The address of the page without a fragment.
pub fn page_address() -> Option<String> {
    let address = web_sys::window()?.location().href().ok()?;
    Some(address.split('#').next().unwrap_or_default().to_owned())
}

/// The fragment of the page's address with its sign; `None` where there is none.
pub fn fragment() -> Option<String> {
    web_sys::window()?.location().hash().ok().filter(|hash| hash.len() > 1)
}

/// Takes the fragment out of the page's address.
pub fn clear_fragment() {
    if let (Some(window), Some(address)) = (web_sys::window(), page_address())
        && let Ok(history) = window.history()
    {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// A listener to an event of the window. Dropping it ends it.
pub struct Listener {
    name: &'static str,
    listener: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Calls `hear` whenever the window has the event `name`.
    pub fn start(name: &'static str, mut hear: impl FnMut() + 'static) -> Option<Self> {
        Self::hearing(name, move |_: Event| hear())
    }

    fn hearing(name: &'static str, hear: impl FnMut(Event) + 'static) -> Option<Self> {
        let listener = Closure::<dyn FnMut(Event)>::new(hear);
        web_sys::window()?.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref()).ok()?;
        Some(Self { name, listener })
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            let _ = window.remove_event_listener_with_callback(self.name, self.listener.as_ref().unchecked_ref());
        }
    }
}

/// Calls `hear` whenever the fragment of the page's address changes.
pub fn on_fragment(hear: impl FnMut() + 'static) -> Option<Listener> {
    Listener::start("hashchange", hear)
}

/// Lets the browser ask the reader before the page is left, as long as the listener lives.
pub fn ask_before_leaving() -> Option<Listener> {
    Listener::hearing("beforeunload", |event| event.prevent_default())
}

/// Calls `hear` when a new version of the site waits to take over.
pub fn on_update(hear: impl FnMut() + 'static) -> Option<Listener> {
    Listener::start("saywhen-update", hear)
}

/// Lets the new version of the site take over, which loads the page anew.
pub fn take_update() {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new("saywhen-take-over")) {
        let _ = window.dispatch_event(&event);
    }
}
