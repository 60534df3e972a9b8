//! Reports that are read as pages: Markdown and HTML.

use super::*;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pulldown_cmark::{Event as Mark, Parser, Tag, TagEnd};

#[test]
fn markdown_is_shown_as_the_words_are() {
    for (text, analysis) in texts() {
        let written = write(Format::Markdown, &text, &analysis);
        let marks: Vec<Mark> = Parser::new(&written).collect();
        let markup = |mark: &&Mark| {
            matches!(
                mark,
                Mark::Html(_) | Mark::InlineHtml(_) | Mark::Code(_) | Mark::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_))
            )
        };
        assert_eq!(marks.iter().find(markup), None, "{written}");
        let count = |wanted: fn(&Mark) -> bool| marks.iter().filter(|mark| wanted(mark)).count();
        let quotes = count(|mark| matches!(mark, Mark::Start(Tag::BlockQuote(_))));
        assert_eq!(quotes, analysis.quotations.len());
        assert_eq!(count(|mark| matches!(mark, Mark::Start(Tag::Heading { level: pulldown_cmark::HeadingLevel::H1, .. }))), 1);
        assert!(count(|mark| matches!(mark, Mark::Start(Tag::Item))) >= 2 * rows(&analysis).len());
        let shown = plain(&markdown_text(&marks));
        for span in analysis.events.iter().map(|event| event.span).chain(contents(&analysis)).chain(analysis.title) {
            let words = plain(span.of(&text));
            assert!(shown.contains(&words), "{words}\nis not in\n{shown}");
        }
    }
}

fn markdown_text(marks: &[Mark]) -> String {
    let mut text = String::new();
    for mark in marks {
        match mark {
            Mark::Text(words) => text.push_str(words),
            Mark::SoftBreak | Mark::HardBreak | Mark::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => text.push('\n'),
            _ => {}
        }
    }
    text
}

#[test]
fn html_is_one_page_whose_words_are_only_words() {
    for (text, analysis) in texts() {
        let page = document(&write(Format::Html, &text, &analysis));
        assert_eq!(*page.errors.borrow(), Vec::<String>::new());
        let names = elements(&page.document);
        for name in ["script", "img", "b", "link", "iframe"] {
            assert!(!names.iter().any(|found| found == name), "{name}");
        }
        let count = |name: &str| names.iter().filter(|found| *found == name).count();
        assert_eq!((count("h1"), count("main"), count("title")), (1, 1, 1));
        assert_eq!(count("blockquote"), analysis.quotations.len());
        assert_eq!(count("li"), rows(&analysis).len());
        assert!(find(&page.document, "html").iter().all(|html| attribute(html, "lang").as_deref() == Some("en")));
        let words: Vec<String> = find(&page.document, "p")
            .iter()
            .filter(|p| attribute(p, "class").as_deref() == Some("words"))
            .map(|p| plain(&text_of(p)))
            .collect();
        for span in rows(&analysis).iter().map(|event| event.span).chain(contents(&analysis)) {
            assert!(words.iter().any(|shown| shown.contains(&plain(span.of(&text)))), "{:?}", span.of(&text));
        }
        check_page(&page.document);
    }
}

/// Only the attributes that the page needs, dates that can be read, and links that lead somewhere.
pub fn check_page(page: &Handle) {
    let (mut ids, mut links) = (Vec::new(), Vec::new());
    each(page, &mut |node| {
        let NodeData::Element { attrs, .. } = &node.data else { return };
        for attr in attrs.borrow().iter() {
            match &*attr.name.local {
                "id" => ids.push(attr.value.to_string()),
                "href" => links.push(attr.value.to_string()),
                "datetime" => assert!(attr.value.starts_with(|c: char| c.is_ascii_digit()), "{}", attr.value),
                name => assert!(["class", "lang", "charset", "name", "content", "http-equiv"].contains(&name), "{name}"),
            }
        }
    });
    assert!(links.iter().all(|link| link.strip_prefix('#').is_some_and(|id| ids.iter().any(|known| known == id))), "{links:?}");
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

pub fn document(html: &str) -> RcDom {
    html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html)
}

/// The elements of a piece of HTML and the words that it shows.
pub fn fragment(html: &str) -> (Vec<String>, String) {
    let page = document(&format!("<!doctype html><body>{html}"));
    find(&page.document, "body").first().map(|body| (elements(body), plain(&text_of(body)))).unwrap_or_default()
}

/// Calls `visit` with every node below `node`.
fn each(node: &Handle, visit: &mut impl FnMut(&Handle)) {
    for child in node.children.borrow().iter() {
        visit(child);
        each(child, visit);
    }
}

fn name(node: &Handle) -> Option<String> {
    if let NodeData::Element { name, .. } = &node.data { Some(name.local.to_string()) } else { None }
}

fn elements(node: &Handle) -> Vec<String> {
    let mut names = Vec::new();
    each(node, &mut |node| names.extend(name(node)));
    names
}

pub fn find(node: &Handle, wanted: &str) -> Vec<Handle> {
    let mut found = Vec::new();
    each(node, &mut |node| found.extend(name(node).filter(|name| name == wanted).map(|_| node.clone())));
    found
}

fn attribute(node: &Handle, wanted: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    attrs.borrow().iter().find(|attr| &*attr.name.local == wanted).map(|attr| attr.value.to_string())
}

fn text_of(node: &Handle) -> String {
    let mut text = String::new();
    each(node, &mut |node| {
        if let NodeData::Text { contents } = &node.data {
            text.push_str(&contents.borrow());
        }
    });
    text
}
