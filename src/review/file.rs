//! The file of a reader's work: an article with its corrections, as JSON that a person can read.

use super::Review;
use serde::{Deserialize, Serialize};

#[cfg(feature = "json")]
pub use json::{read, write};

/// The version of the file's shape.
pub const SCHEMA: u32 = 1;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// The article as it was given.
    pub text: String,
    /// The corrections.
    pub review: Review,
}

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unreadable {
    /// It is no file of a reader's work.
    NotOurs,
    /// A later version of the program wrote it.
    Later,
}

#[cfg(feature = "json")]
mod json {
    use super::super::{Edit, Review};
    use super::{SCHEMA, Saved, Unreadable};
    use crate::export::json::ENGINE;
    use serde::{Deserialize, Serialize};

    #[derive(Serialize, Deserialize)]
    struct File {
        /// What this is, so that other files are told apart.
        saywhen: u32,
        engine: String,
        text: String,
        edits: Vec<Edit>,
    }

    /// The file of `text` with the edits of `review` that hold; what was undone is not in it.
    ///
    /// # Errors
    ///
    /// Only where JSON cannot be written, which no edit is known to cause.
    pub fn write(text: &str, review: &Review) -> serde_json::Result<String> {
        let file = File { saywhen: SCHEMA, engine: ENGINE.to_owned(), text: text.to_owned(), edits: review.edits().to_vec() };
        Ok(serde_json::to_string_pretty(&file)? + "\n")
    }

    /// What the file `json` holds.
    ///
    /// # Errors
    ///
    /// Where it is no such file, or one of a later version.
    pub fn read(json: &str) -> Result<Saved, Unreadable> {
        let version = serde_json::from_str::<serde_json::Value>(json).ok().and_then(|value| value.get("saywhen")?.as_u64());
        match version {
            Some(version) if version > u64::from(SCHEMA) => return Err(Unreadable::Later),
            Some(_) => {}
            None => return Err(Unreadable::NotOurs),
        }
        let file: File = serde_json::from_str(json).map_err(|_| Unreadable::NotOurs)?;
        Ok(Saved { text: file.text, review: Review::of(file.edits) })
    }
}

#[cfg(all(test, feature = "json"))]
mod tests {
    use super::*;
    use crate::event::Status;
    use crate::review::{Edit, Kind, Subject, Words};
    use crate::text::Span;

    #[test]
    fn a_file_comes_back_as_it_was_written() {
        let text = "The harbour \"reopened\" on Tuesday. 🙂\n";
        let of = Subject { kind: Kind::Event, words: Words::of(text, Span::new(13, 21)) };
        let mut review =
            Review::of(vec![Edit::Status { of, status: Status::Planned }, Edit::Published { date: "2021-03-03".parse().ok() }]);
        let written = write(text, &review).unwrap_or_default();
        assert_eq!(read(&written), Ok(Saved { text: text.to_owned(), review: review.clone() }));
        review.undo();
        let shorter = write(text, &review).unwrap_or_default();
        assert_eq!(read(&shorter).map(|work| work.review.edits().len()), Ok(1));
    }

    #[test]
    fn a_file_brings_no_address_that_could_run() {
        let page = "https://news.example/harbour";
        for (url, expected) in [("javascript:alert(1)//news.example/", None), ("news.example/harbour", Some(page)), (page, Some(page))] {
            let json =
                format!("{{\"saywhen\": 1, \"engine\": \"\", \"text\": \"a\", \"edits\": [{{\"address\": {{\"url\": \"{url}\"}}}}]}}");
            let review = read(&json).unwrap().review;
            assert_eq!(review.address(), expected);
            assert_eq!(review.edits(), [Edit::Address { url: expected.map(str::to_owned) }]);
        }
    }

    #[test]
    fn other_files_are_told_apart() {
        assert_eq!(read("{\"saywhen\": 99, \"new\": true}"), Err(Unreadable::Later));
        for other in ["", "[]", "{}", "{\"saywhen\": 1}", "{\"schema\": 1, \"engine\": \"saywhen 0.1.0\"}", "a,b\n1,2"] {
            assert_eq!(read(other), Err(Unreadable::NotOurs), "{other}");
        }
    }
}
