//! A reader's corrections: a list of edits over an analysis, with undo and redo, and a way back to a text that has changed.
//!
//! Nothing here changes an [`Analysis`](crate::Analysis) that was made: [`Review::apply`] gives another one in which the edits hold.
//! Findings keep their places in the lists, so that what the page points at stays the same; what a reader adds stands
//! behind them, and what a reader calls wrong stays in its place with a mark until [`Reviewed::kept`] leaves it out.
//!
//! Dates go another way: the ones that a reader gives to expressions are [`Review::options`] of the analysis itself,
//! because other dates are counted from them.

mod apply;
mod edit;
pub mod file;
mod index;
mod kept;
mod moved;
mod place;

pub use apply::{Mark, Marks, Reviewed};
pub use edit::{Addition, Edit, Kind, Subject, Verdict};
pub use kept::Kept;
pub use moved::{Moved, moved};
use place::Search;
pub use place::Words;

use crate::analysis::Options;
use crate::text::Span;
use crate::timex;
use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

/// What a reader has done, in order, and what was undone since.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    edits: Vec<Edit>,
    /// What was undone, the last first.
    undone: Vec<Edit>,
}

impl Review {
    /// A review in which nothing was done.
    pub const fn new() -> Self {
        Self { edits: Vec::new(), undone: Vec::new() }
    }

    /// A review that holds `edits` and no more.
    pub fn of(edits: Vec<Edit>) -> Self {
        Self { edits, undone: Vec::new() }
    }

    /// The edits that hold, the first one first.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Whether nothing was done.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// Whether some edit is about findings, not only about the article as a whole.
    pub fn touches_findings(&self) -> bool {
        self.edits.iter().any(|edit| !matches!(edit, Edit::Published { .. } | Edit::Address { .. }))
    }

    /// Does `edit`. What was undone before cannot be done again then.
    pub fn make(&mut self, edit: Edit) {
        self.edits.push(edit);
        self.undone.clear();
    }

    /// Takes the last edit back; `None` where there is none.
    pub fn undo(&mut self) -> Option<&Edit> {
        self.undone.push(self.edits.pop()?);
        self.undone.last()
    }

    /// Does again what was undone last; `None` where that is nothing.
    pub fn redo(&mut self) -> Option<&Edit> {
        self.edits.push(self.undone.pop()?);
        self.edits.last()
    }

    /// The edit that [`Self::undo`] would take back.
    pub fn last(&self) -> Option<&Edit> {
        self.edits.last()
    }

    /// The edit that [`Self::redo`] would do again.
    pub fn next(&self) -> Option<&Edit> {
        self.undone.last()
    }

    /// The day of publication that the reader gave.
    pub fn published(&self) -> Option<NaiveDate> {
        self.edits.iter().rev().find_map(|edit| if let Edit::Published { date } = edit { Some(*date) } else { None }).flatten()
    }

    /// The address of the published article, where the reader gave it.
    pub fn address(&self) -> Option<&str> {
        self.edits.iter().rev().find_map(|edit| if let Edit::Address { url } = edit { Some(url.as_deref()) } else { None }).flatten()
    }

    /// What the analysis of `text` must know of the edits: the day of publication, the dates of expressions and what they are counted from.
    pub fn options(&self, text: &str) -> Options {
        // What was said of an expression last, behind what was said of others before.
        let mut last: FxHashMap<Span, (usize, Option<timex::Says>)> = FxHashMap::default();
        let dates = self.edits.iter().filter(|edit| matches!(edit, Edit::Date { .. } | Edit::Anchor { .. }));
        let search = Search::new(text, dates.flat_map(Edit::named));
        for (number, edit) in self.edits.iter().enumerate() {
            let (of, says) = match edit {
                Edit::Date { of, value } => (of, value.clone().map(timex::Says::Date)),
                Edit::Anchor { of, from } => {
                    let place = from.as_ref().map(|from| search.find(text, &from.words));
                    // An anchor that is not in the text any more leaves the expression as it was read.
                    (of, if place == Some(None) { None } else { Some(timex::Says::From(place.flatten())) })
                }
                _ => continue,
            };
            let Some(span) = search.find(text, &of.words).filter(|_| of.kind == Kind::Timex) else { continue };
            last.insert(span, (number, says));
        }
        let mut dates: Vec<(usize, timex::Given)> =
            last.into_iter().filter_map(|(span, (number, says))| Some((number, timex::Given { span, says: says? }))).collect();
        dates.sort_unstable_by_key(|(number, _)| *number);
        let dates = dates.into_iter().map(|(_, given)| given).collect();
        Options { published: self.published(), dates }
    }
}
