//! What the page and its two workers say to each other: postcard bytes in a `Uint8Array`.
//!
//! One buffer of bytes is handed over without a copy and read in one pass;
//! `serde-wasm-bindgen` would build a JavaScript object for every finding and
//! every name of a field, only for the other side to take it apart again.

use crate::analysis::{Analysis, Options, Stage};
use crate::app::arrival::Arrival;
use crate::app::parts::Part;
use crate::compare::Comparison;
use crate::export::{self, Format};
use crate::item::Item;
use crate::review::Review;
use crate::review::file::{Saved, Unreadable};
use serde::{Deserialize, Serialize};

/// What the page asks of the worker that reads: what is in an article?
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request<'a> {
    /// Comes back with the answer.
    pub id: u32,
    /// The article.
    pub text: &'a str,
    /// What is known besides.
    pub options: Options,
}

/// What the worker that reads says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// It has started and listens.
    Ready,
    /// How far an analysis has come.
    Reached {
        /// The id of the request.
        id: u32,
        /// What is done.
        stage: Stage,
    },
    /// Some of what was found in a long article; the answer comes behind the last part and holds the rest.
    Part {
        /// The id of the request.
        id: u32,
        /// The findings.
        part: Part,
    },
    /// What was found in an article.
    Answer {
        /// The id of the request.
        id: u32,
        /// What was found.
        analysis: Box<Analysis>,
    },
}

/// What the page asks of the worker that writes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Task<'a> {
    /// Write an analysis in some format.
    Write {
        /// Comes back with the answer.
        id: u32,
        /// The format.
        format: Format,
        /// What of it is chosen.
        options: export::Options,
        /// The article.
        text: &'a str,
        /// What was found in it.
        analysis: Box<Analysis>,
        /// The corrections.
        review: Review,
        /// The one finding to write of, in words to paste; otherwise all of them are written in the format.
        only: Option<Item>,
    },
    /// Write the file of a reader's work.
    Pack {
        /// Comes back with the answer.
        id: u32,
        /// The article.
        text: &'a str,
        /// The corrections.
        review: Review,
    },
    /// Read such a file.
    Unpack {
        /// Comes back with the answer.
        id: u32,
        /// What the file holds.
        json: &'a str,
    },
    /// Put several articles side by side.
    Compare {
        /// Comes back with the answer.
        id: u32,
        /// Each article with what is in it.
        articles: Vec<(&'a str, Analysis)>,
    },
    /// Read an article in Markdown.
    Unmark {
        /// Comes back with the answer.
        id: u32,
        /// What the file holds.
        markdown: &'a str,
    },
}

/// What the worker that writes says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// It has started and listens.
    Ready,
    /// What was written; `None` where it could not be.
    Written {
        /// The id of the task.
        id: u32,
        /// The file.
        file: Option<String>,
    },
    /// What a file of a reader's work holds.
    Unpacked {
        /// The id of the request.
        id: u32,
        /// The work, or why there is none.
        work: Result<Saved, Unreadable>,
    },
    /// What several articles say together.
    Compared {
        /// The id of the request.
        id: u32,
        /// What a reader is shown of it.
        rows: Comparison,
    },
    /// The article of a Markdown file.
    Unmarked {
        /// The id of the request.
        id: u32,
        /// The article.
        arrival: Arrival,
    },
}

impl Outcome {
    /// The id of the task that it comes of.
    pub fn id(&self) -> Option<u32> {
        match self {
            Self::Ready => None,
            Self::Written { id, .. } | Self::Unpacked { id, .. } | Self::Compared { id, .. } | Self::Unmarked { id, .. } => Some(*id),
        }
    }
}

/// The bytes of a message; `None` where it cannot be written, which no message of ours is.
pub fn encode<T: Serialize>(message: &T) -> Option<Vec<u8>> {
    postcard::to_allocvec(message).ok()
}

/// The message of some bytes; `None` where they are not one.
pub fn decode<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze;
    use chrono::NaiveDate;

    #[test]
    fn messages_come_back_as_they_were_sent() {
        let options = Options { published: NaiveDate::from_ymd_opt(2021, 5, 4), ..Options::default() };
        let text = "Rain fell on 3 May 2021. 🙂";
        let analysis = Box::new(analyze(text, &options));
        let written = |analysis| Task::Write {
            id: 8,
            format: Format::Csv,
            options: export::Options::default(),
            text,
            analysis,
            review: Review::default(),
            only: Some(Item::Event(0)),
        };
        let request = Request { id: 7, text, options };
        assert_eq!(decode::<Request>(&encode(&request).unwrap()), Some(request));
        for task in [
            written(analysis.clone()),
            Task::Pack { id: 9, text, review: Review::default() },
            Task::Unpack { id: 10, json: "{}" },
            Task::Unmark { id: 11, markdown: "# A" },
            Task::Compare { id: 12, articles: vec![(text, *analysis.clone())] },
        ] {
            let bytes = encode(&task).unwrap();
            assert_eq!(decode::<Task>(&bytes), Some(task));
        }
        let answer = Response::Answer { id: 7, analysis };
        assert_eq!(decode::<Response>(&encode(&answer).unwrap()), Some(answer));
    }

    #[test]
    fn other_bytes_are_no_message() {
        assert_eq!(decode::<Response>(&[250, 1, 2]), None);
    }
}
