//! What the page and its worker say to each other: postcard bytes in a `Uint8Array`.
//!
//! One buffer of bytes is handed over without a copy and read in one pass;
//! `serde-wasm-bindgen` would build a JavaScript object for every finding and
//! every name of a field, only for the other side to take it apart again.

use crate::analysis::{Analysis, Options};
use serde::{Deserialize, Serialize};

/// A question to the worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request<'a> {
    /// Comes back with the answer.
    pub id: u32,
    /// The article.
    pub text: &'a str,
    /// What is known besides the text.
    pub options: Options,
}

/// What the worker says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// It has started and listens.
    Ready,
    /// The answer to the request `id`.
    Answer {
        /// The id of the request.
        id: u32,
        /// What was found.
        analysis: Box<Analysis>,
    },
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
        let request = Request { id: 7, text: "Rain fell on 3 May 2021. 🙂", options };
        let bytes = encode(&request).unwrap();
        assert_eq!(decode::<Request>(&bytes), Some(request.clone()));
        let analysis = Box::new(analyze(request.text, &request.options));
        let answer = Response::Answer { id: 7, analysis };
        assert_eq!(decode::<Response>(&encode(&answer).unwrap()), Some(answer));
    }

    #[test]
    fn other_bytes_are_no_message() {
        assert_eq!(decode::<Response>(&[250, 1, 2]), None);
    }
}
