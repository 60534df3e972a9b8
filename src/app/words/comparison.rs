//! What the page says around several articles.

#![expect(missing_docs, reason = "the texts say what they are")]

pub use crate::export::comparison::difference;

pub const ADD: &str = "Add an article";
pub const ADD_HINT: &str = "Paste another article about the same story. What is open stays so:";
pub const COMPARE: &str = "Compare";
pub const OPEN: &str = "Articles";
pub const BACK: &str = "Back to the article";
pub const TIMELINE: &str = "What happened when, in all articles";
pub const UNDATED: &str = "Told differently, without a date";
pub const PEOPLE: &str = "Who is in which";
pub const QUOTATIONS: &str = "Quoted in more than one";
pub const NONE_SHARED: &str = "No quotation stands in more than one of these articles.";
pub const NOTHING: &str = "Nothing differs here.";
pub const NO_OFFICE: &str = "no office given";
pub const NO_SPEAKER: &str = "speaker not found";
pub const REMOVE: &str = "Remove from the comparison";
pub const ONLY: &str = "Differences only";
pub const SAVE: &str = "Save as Markdown";
pub const COPY: &str = "Copy";
pub const FILE: &str = "comparison.md";

/// How many rows differ.
pub fn differences(count: usize) -> String {
    match count {
        0 => "No differences found".to_owned(),
        1 => "1 difference".to_owned(),
        count => format!("{count} differences"),
    }
}
