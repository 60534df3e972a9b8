//! What the picture of the timeline says.

#![expect(missing_docs, reason = "the texts say what they are")]

/// The picture is long.
pub fn cut(shown: usize, all: usize) -> String {
    format!("The first {shown} of {all} lines. Asking the list for more shows more here, too.")
}

pub const PICTURE: &str = "As a picture";
pub const PUBLISHED: &str = "published";

/// How long a broken gap is: "2 years", "40 years".
pub fn gap(days: i64) -> String {
    super::count(usize::try_from((days + 182) / 365).unwrap_or_default().max(1), "year", "years")
}
