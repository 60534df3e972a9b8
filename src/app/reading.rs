//! An article with what was found in it and what its reader made of that.

use crate::analysis::{Analysis, Options};
use crate::app::text::Text;
use crate::item::Item;
use crate::review::{Mark, Review, Reviewed, Verdict};
use crate::text::Span;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Below this confidence an item is called unsure wherever it is shown.
pub const UNSURE: f32 = 0.7;

/// What the worker found in an article.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The article as it was given.
    pub text: Text,
    /// What was known besides.
    pub options: Options,
    /// What was found; its spans are bytes of `text`.
    pub found: Rc<Analysis>,
}

/// An answer in which the reader's corrections hold. Two readings are equal when they are the same one.
#[derive(Debug)]
pub struct Reading {
    /// The article as it was given.
    pub text: Text,
    /// What was known besides, the day of publication and the dates that the reader gave.
    pub options: Options,
    /// What was found, without the corrections that are not among `options`.
    pub found: Rc<Analysis>,
    /// What was found, corrected; its spans are bytes of `text`. Without corrections it is `found` itself.
    pub analysis: Rc<Analysis>,
    /// What the reader said of findings.
    pub marks: BTreeMap<Item, Mark>,
    /// The numbers of the edits that found no place in the text.
    pub lost: Vec<usize>,
    /// Where the article was published, in the reader's word.
    pub address: Option<Rc<str>>,
}

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Reading {
    /// The answer with the corrections of `review`.
    pub fn of(answer: &Answer, review: &Review) -> Self {
        let Answer { text, options, found } = answer.clone();
        let address = review.address().map(Rc::from);
        if !review.touches_findings() {
            let analysis = Rc::clone(&found);
            return Self { text, options, found, analysis, marks: BTreeMap::new(), lost: Vec::new(), address };
        }
        let Reviewed { analysis, marks, lost } = review.apply(&text, &found);
        let analysis = Rc::new(analysis);
        Self { text, options, found, analysis, marks, lost, address }
    }

    /// What was found, without what the reader called wrong.
    pub fn kept(&self) -> Analysis {
        Reviewed { analysis: (*self.analysis).clone(), marks: self.marks.clone(), lost: Vec::new() }.kept().analysis
    }

    /// The answer that it was made from.
    pub fn answer(&self) -> Answer {
        Answer { text: self.text.clone(), options: self.options.clone(), found: self.found.clone() }
    }

    /// What the reader said of `item`.
    pub fn mark(&self, item: Item) -> Option<&Mark> {
        self.marks.get(&item)
    }

    /// Whether the reader merged `item` into another, so that it has no entry any more.
    pub fn is_gone(&self, item: Item) -> bool {
        self.mark(item).is_some_and(|mark| mark.gone)
    }

    /// Whether the reader has left `item` out: it is wrong, or was merged into another.
    pub fn is_out(&self, item: Item) -> bool {
        self.mark(item).is_some_and(|mark| mark.gone || mark.verdict == Some(Verdict::Wrong))
    }

    /// The finding that the reader made of the words at `span`.
    pub fn added(&self, span: Span) -> Option<Item> {
        let mut added = self.marks.iter().filter(|(_, mark)| mark.added).map(|(item, _)| *item);
        added.rfind(|item| item.span(&self.analysis) == Some(span))
    }

    /// The probability that `item` is right; `None` for what has none.
    pub fn confidence(&self, item: Item) -> Option<f32> {
        match item {
            Item::Timex(i) => self.analysis.timexes.get(i).map(|timex| timex.grounds.confidence),
            Item::Quotation(i) => self.analysis.quotations.get(i).map(|quotation| quotation.grounds.confidence),
            Item::Event(i) => self.analysis.events.get(i).map(|event| event.grounds.confidence),
            Item::Published | Item::Entity(_) => None,
        }
    }

    /// The findings that have an entry of their own and could be wrong: the events and quotations in the order of the text.
    pub fn judged(&self) -> Vec<Item> {
        let rows = self.analysis.events.iter().enumerate().filter(|(_, event)| event.same.is_none()).map(|(i, _)| Item::Event(i));
        let quotations = (0..self.analysis.quotations.len()).map(Item::Quotation);
        let mut items: Vec<Item> = rows.chain(quotations).collect();
        items.sort_by_key(|item| item.span(&self.analysis));
        items
    }

    /// Whether `item` is doubtful and the reader has not judged it.
    pub fn is_open(&self, item: Item) -> bool {
        let judged = self.mark(item).is_some_and(|mark| mark.verdict.is_some() || mark.gone || mark.added);
        !judged && self.confidence(item).is_some_and(|confidence| confidence < UNSURE)
    }
}
