//! What the page says around several articles.

#![expect(missing_docs, reason = "the texts say what they are")]

use crate::compare::Difference;

pub const ADD: &str = "Add an article";
pub const ADD_HINT: &str = "Paste a second article about the same story. The first one stays open: its title stands above.";
pub const COMPARE: &str = "Compare";
pub const OPEN: &str = "Articles";
pub const BACK: &str = "Back to the article";
pub const TIMELINE: &str = "What happened when, in all articles";
pub const PEOPLE: &str = "Who is in which";
pub const QUOTATIONS: &str = "Quoted in more than one";
pub const NONE_SHARED: &str = "No quotation stands in more than one of these articles.";
pub const NO_OFFICE: &str = "no office given";
pub const REMOVE: &str = "Remove from the comparison";

/// In what findings differ.
pub fn difference(difference: Difference) -> &'static str {
    match difference {
        Difference::Date => "different dates",
        Difference::Status => "told differently: happened or not",
        Difference::Office => "different offices",
        Difference::Wording => "different words",
        Difference::Speaker => "different speakers",
    }
}
