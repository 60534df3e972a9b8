//! What the formats are written from: a text, what was found in it, and what a reader said of that.

use crate::analysis::Analysis;
use crate::item::Item;
use crate::review::{Kept, Mark, Marks, Review, Verdict};

/// A text with its analysis and its review.
#[derive(Clone, Copy, Debug)]
pub struct Work<'a> {
    /// The text as it was given.
    pub text: &'a str,
    /// What is in it: its spans are bytes of `text`.
    pub analysis: &'a Analysis,
    /// What the reader said of findings of `analysis`.
    pub marks: &'a Marks,
    /// How many findings were left out as wrong.
    pub wrong: usize,
    /// Every edit that holds.
    pub review: &'a Review,
}

static NO_MARKS: Marks = Marks::new();
static NO_REVIEW: Review = Review::new();

impl<'a> Work<'a> {
    /// A text that no reader has reviewed.
    pub fn found(text: &'a str, analysis: &'a Analysis) -> Self {
        Self { text, analysis, marks: &NO_MARKS, wrong: 0, review: &NO_REVIEW }
    }

    /// A text with what a reader let stand.
    pub fn reviewed(text: &'a str, kept: &'a Kept, review: &'a Review) -> Self {
        Self { text, analysis: &kept.analysis, marks: &kept.marks, wrong: kept.wrong, review }
    }

    /// What the reader said of `item`; `None` where that is nothing.
    pub fn mark(&self, item: Item) -> Option<&'a Mark> {
        self.marks.get(&item).filter(|mark| **mark != Mark::default())
    }

    /// Where the article was published, in the reader's word.
    pub fn address(&self) -> Option<&'a str> {
        self.review.address()
    }

    /// What the reader said of `item`, in sentences; empty where that is nothing.
    pub fn remark(&self, item: Item) -> String {
        let Some(mark) = self.mark(item) else { return String::new() };
        let verdict = (mark.verdict == Some(Verdict::Right)).then(|| "Checked by the reader: right.".to_owned());
        let change = match change(mark) {
            "added" => Some("Added by the reader.".to_owned()),
            "changed" => Some("Changed by the reader.".to_owned()),
            _ => None,
        };
        let note = (!mark.note.is_empty()).then(|| format!("The reader’s note: {}", mark.note));
        verdict.into_iter().chain(change).chain(note).collect::<Vec<_>>().join(" ")
    }
}

/// What the reader did with a finding: "added", "changed", or nothing.
pub fn change(mark: &Mark) -> &'static str {
    match (mark.added, mark.changed) {
        (true, _) => "added",
        (_, true) => "changed",
        _ => "",
    }
}

/// What the reader judged: "right", "wrong", or nothing.
pub fn verdict(mark: &Mark) -> &'static str {
    match mark.verdict {
        Some(Verdict::Right) => "right",
        Some(Verdict::Wrong) => "wrong",
        None => "",
    }
}
