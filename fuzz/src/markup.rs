//! Markup as a browser reads it, to see whether anything in it is live.

use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;
use saywhen::app::inert::Inert;

/// `inert`, made of `html`, has no handler, no inline style and no style element, and still all that can be read.
pub fn check_inert(html: &str, inert: &Inert) -> Result<(), TestCaseError> {
    let (before, after) = (Page::of(html), Page::of(&inert.html));
    prop_assert!(after.live.is_empty(), "{:?} in {:?}, made of {html:?}", after.live, inert.html);
    // What a drawing, a formula or a menu holds is read in ways of its own.
    let own = ["svg", "math", "select", "frameset"];
    if !own.iter().any(|name| before.names.iter().any(|other| other == name)) {
        prop_assert_eq!(words(&inert.restored(&after.text)), words(&before.text), "{:?} made of {:?}", inert.html, html);
    }
    Ok(())
}

/// The words of a text; where it shows tags, those of sheets of style and of a base may have other names.
fn words(text: &str) -> Vec<String> {
    let named = |word: &str| word.to_ascii_lowercase().replace("<style", "<noframes").replace("</style", "</noframes");
    let named = |word: &str| named(word).replace("<base", "<link").replace("</base", "</link");
    text.split_whitespace().map(named).collect()
}

/// What stands in a page.
#[derive(Default)]
struct Page {
    /// Attributes and elements that a browser would act on or check.
    live: Vec<String>,
    /// The names of its elements.
    names: Vec<String>,
    /// What can be read.
    text: String,
}

impl Page {
    fn of(html: &str) -> Self {
        let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
        let dom = parse_document(RcDom::default(), ParseOpts { tree_builder, ..ParseOpts::default() }).one(html);
        let mut page = Self::default();
        let mut waiting = vec![(dom.document.clone(), false)];
        while let Some((node, hidden)) = waiting.pop() {
            let hidden = page.take(&node, hidden);
            if let NodeData::Element { template_contents, .. } = &node.data {
                waiting.extend(template_contents.borrow().iter().map(|contents| (contents.clone(), true)));
            }
            waiting.extend(node.children.borrow().iter().rev().map(|child| (child.clone(), hidden)));
        }
        page
    }

    /// Takes in what a node is; gives whether nothing inside is to be read.
    fn take(&mut self, node: &Handle, hidden: bool) -> bool {
        match &node.data {
            NodeData::Element { name, attrs, .. } => {
                let name = name.local.to_string();
                let live = attrs
                    .borrow()
                    .iter()
                    .map(|attribute| attribute.name.local.to_string())
                    .filter(|name| is_live(name))
                    .collect::<Vec<_>>();
                self.live.extend(live);
                self.live.extend((name == "style").then(|| name.clone()));
                let hidden = hidden || ["script", "style", "template", "iframe", "noembed", "noframes"].contains(&name.as_str());
                self.names.push(name);
                hidden
            }
            NodeData::Text { contents } if !hidden => {
                self.text.push_str(&contents.borrow());
                false
            }
            _ => hidden,
        }
    }
}

/// Whether a browser checks an attribute of this name: a handler, or an inline style.
fn is_live(name: &str) -> bool {
    name == "style" || name.strip_prefix("on").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
}
