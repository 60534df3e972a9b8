//! What the page says around filters.

#![expect(missing_docs, reason = "the texts say what they are")]

use crate::app::filter::Done;

pub const FILTER: &str = "What to show";
pub const WORDS: &str = "With the words";
pub const WHO: &str = "Who";
pub const ANY: &str = "any";
pub const ANYBODY: &str = "anybody";
pub const SHOW_ALL: &str = "Clear filters";
pub const OPEN: &str = "Filter";
pub const NONE: &str = "Nothing here fits what you chose to see above.";
pub const KIND: &str = "Quotations";
pub const REVIEW: &str = "Your review";

/// What the reader has done with a finding.
pub fn done(done: Done) -> &'static str {
    match done {
        Done::Unsure => "unsure, to check",
        Done::Right => "checked",
        Done::Wrong => "wrong",
        Done::Changed => "changed or added",
        Done::Noted => "with a note",
    }
}
