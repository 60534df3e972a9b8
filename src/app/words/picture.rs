//! What the picture of the timeline says.

#![expect(missing_docs, reason = "the texts say what they are")]

pub const PICTURE: &str = "As a picture";
pub const PUBLISHED: &str = "published";

/// How long a broken gap is: "2 years", "40 years".
pub fn gap(days: i64) -> String {
    super::count(usize::try_from((days + 182) / 365).unwrap_or_default().max(1), "year", "years")
}
