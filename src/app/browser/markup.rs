//! What stands on a web page, read from its markup by a parser that runs, loads and shows nothing of it.

use crate::app::arrival::Arrival;
use crate::app::browser::document;
use crate::app::inert::Inert;
use crate::app::shallow::shallow;
use crate::export::fragment;
use chrono::NaiveDate;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What stands around an article on a web page, or is not text at all.
const NOT_ARTICLE: &str = "script, style, noframes, noscript, template, nav, aside, footer, form, svg, iframe";

/// What holds a paragraph.
const BLOCKS: &str = "h1, h2, h3, h4, h5, h6, p, li, blockquote, figcaption, pre, td, th, dt, dd";

/// The paragraphs of a web page, its day and its address. The page is parsed without running, loading or showing anything of it.
pub fn read(html: &str) -> Option<Arrival> {
    let inert = Inert::of(&shallow(html))?;
    let page = root(&web_sys::DomParser::new().ok()?.parse_from_string(&inert.html, web_sys::SupportedType::TextHtml).ok()?)?;
    let (published, address) = (published(&page), address(&page, &inert));
    // Not by a method of the element's own: a form has its fields in the place of those.
    let range = document()?.create_range().ok()?;
    for element in elements(&page, NOT_ARTICLE) {
        // What went with an element around it is gone already.
        let _ = range.select_node(&element).and_then(|()| range.delete_contents());
    }
    let text_of = |element: Element| element.text_content().map(|text| inert.restored(&text));
    let paragraphs = elements(&page, BLOCKS)
        .into_iter()
        .filter(|element| !matches!(element.query_selector(BLOCKS), Ok(Some(_))))
        .filter_map(text_of)
        .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|text| !text.is_empty())
        .collect::<Vec<_>>();
    let text = if paragraphs.is_empty() { text_of(page.query_selector("body").ok()??)? } else { paragraphs.join("\n\n") };
    Some(Arrival { text: text.into(), published, address })
}

/// The outermost element of a page. It is walked to, because pictures and forms can stand in the place of a document's own properties.
fn root(page: &web_sys::Document) -> Option<Element> {
    const ELEMENTS: u32 = 1;
    document()?.create_tree_walker_with_what_to_show(page, ELEMENTS).ok()?.next_node().ok()??.dyn_into().ok()
}

/// Where a page says when it was published, the surest first.
const DATES: [(&str, &str); 6] = [
    ("meta[property='article:published_time']", "content"),
    ("meta[name='date']", "content"),
    ("meta[itemprop='datePublished']", "content"),
    ("time[itemprop='datePublished']", "datetime"),
    ("time[pubdate]", "datetime"),
    ("header time[datetime], h1 ~ time[datetime], h1 + * time[datetime], article > time[datetime]", "datetime"),
];

/// The day of publication in the markup.
fn published(page: &Element) -> Option<NaiveDate> {
    let day = |value: String| value.get(..10)?.parse().ok();
    DATES.iter().find_map(|(selector, attribute)| page.query_selector(selector).ok()??.get_attribute(attribute).and_then(day))
}

/// Where a page says at which address it is.
const ADDRESSES: [(&str, &str); 2] = [("link[rel='canonical']", "href"), ("meta[property='og:url']", "content")];

fn address(page: &Element, inert: &Inert) -> Option<String> {
    let written = |selector: &str, attribute: &str| page.query_selector(selector).ok()??.get_attribute(attribute);
    ADDRESSES.iter().find_map(|(selector, attribute)| fragment::address(&inert.restored(&written(selector, attribute)?)))
}

fn elements(page: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = page.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|i| list.item(i)?.dyn_into().ok()).collect()
}
