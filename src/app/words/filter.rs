//! What the page says around filters.

#![expect(missing_docs, reason = "the texts say what they are")]

pub const FILTER: &str = "What to show";
pub const WORDS: &str = "With the words";
pub const WHO: &str = "Who";
pub const ANY: &str = "any";
pub const ANYBODY: &str = "anybody";
pub const SHOW_ALL: &str = "Show all";
pub const NONE: &str = "Nothing here fits what you chose to see above.";
