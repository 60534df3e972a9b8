//! How a correction finds its words again, as the text and quote selectors of W3C Web Annotations do.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// So many characters on each side of the words go with them.
const AROUND: usize = 32;

/// Words that stand more than once in a text are told apart by so many equal bytes around them, at the least.
const TELLING: usize = 6;

/// Words of an article, with their place and what stands around them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The words.
    pub exact: String,
    /// Up to 32 characters before them.
    pub prefix: String,
    /// Up to 32 characters behind them.
    pub suffix: String,
    /// Where they began, in bytes of the text as it was when the correction was made.
    pub start: usize,
}

impl Words {
    /// The words of `text` at `span`.
    pub fn of(text: &str, span: Span) -> Self {
        let before = text.get(..span.start).unwrap_or_default();
        let behind = text.get(span.end..).unwrap_or_default();
        let first = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(i, _)| i);
        let last = behind.char_indices().nth(AROUND).map_or(behind.len(), |(i, _)| i);
        Self { exact: span.of(text).to_owned(), prefix: before[first..].to_owned(), suffix: behind[..last].to_owned(), start: span.start }
    }

    /// Where the words stand in `text`, which may have changed since: at their old place, else where they stand once,
    /// else where most of what stood around them still does. `None` where that is nowhere, or at several places alike.
    pub fn find(&self, text: &str) -> Option<Span> {
        if self.exact.is_empty() {
            return None;
        }
        let at = |start: usize| Span::new(start, start.saturating_add(self.exact.len()));
        let unmoved = at(self.start);
        if unmoved.of(text) == self.exact && self.likeness(text, unmoved) == self.prefix.len() + self.suffix.len() {
            return Some(unmoved);
        }
        let mut places = text.match_indices(&*self.exact).map(|(start, _)| at(start)).map(|span| (self.likeness(text, span), span));
        let mut best = places.next()?;
        let (mut rivals, mut count) = (0, 1);
        for (likeness, span) in places {
            count += 1;
            if likeness > best.0 {
                (best, rivals) = ((likeness, span), 0);
            } else if likeness == best.0 {
                rivals += 1;
                if span.start.abs_diff(self.start) < best.1.start.abs_diff(self.start) {
                    best = (likeness, span);
                }
            }
        }
        (count == 1 || rivals == 0 && best.0 >= TELLING).then_some(best.1)
    }

    /// How many bytes around `span` are as they were around the words.
    fn likeness(&self, text: &str, span: Span) -> usize {
        let before = text.get(..span.start).unwrap_or_default().bytes().rev();
        let behind = text.get(span.end..).unwrap_or_default().bytes();
        let same = |(a, b): &(u8, u8)| a == b;
        before.zip(self.prefix.bytes().rev()).take_while(same).count() + behind.zip(self.suffix.bytes()).take_while(same).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "On Tuesday the harbour reopened. The mayor spoke on Tuesday; 🙂 the ferry left.";

    fn words(part: &str, nth: usize) -> Words {
        let start = TEXT.match_indices(part).nth(nth).map_or(0, |(start, _)| start);
        Words::of(TEXT, Span::new(start, start + part.len()))
    }

    fn found(words: &Words, text: &str) -> Option<usize> {
        words.find(text).map(|span| span.start)
    }

    #[test]
    fn words_are_found_where_they_stood() {
        for nth in [0, 1] {
            let words = words("Tuesday", nth);
            assert_eq!(found(&words, TEXT), Some(words.start));
        }
    }

    #[test]
    fn words_move_with_what_stands_around_them() {
        let moved = format!("A new first sentence. {TEXT}");
        assert_eq!(found(&words("Tuesday", 1), &moved), Some(words("Tuesday", 1).start + 22));
        let cut = TEXT.replace("On Tuesday the harbour reopened. ", "");
        assert_eq!(found(&words("Tuesday", 1), &cut), cut.find("Tuesday"));
    }

    #[test]
    fn words_that_are_gone_or_could_be_anywhere_are_not_found() {
        assert_eq!(found(&words("ferry", 0), "The boat left."), None);
        assert_eq!(found(&words("Tuesday", 0), "Tuesday, Tuesday, Tuesday."), None);
    }

    #[test]
    fn any_place_can_be_named() {
        assert_eq!(words("🙂", 0).find(TEXT).map(|span| span.of(TEXT)), Some("🙂"));
        assert_eq!(Words::of("", Span::new(0, 0)).find(""), None);
        assert_eq!(Words::of("é", Span::new(0, 2)).find("xé").map(|span| span.start), Some(1));
    }
}
