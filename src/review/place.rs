//! How a correction finds its words again, as the text and quote selectors of W3C Web Annotations do.

use crate::text::{Span, steps};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

/// So many characters on each side of the words go with them.
const AROUND: usize = 32;

/// Words that stand more than once in a text are told apart by so many equal bytes around them, at the least.
const TELLING: usize = 6;

/// Words of an article, with their place and what stands around them.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
        if let Some(unmoved) = self.unmoved(text) {
            return Some(unmoved);
        }
        // A file may say any number.
        let at = |start: usize| Span::new(start, start.saturating_add(self.exact.len()));
        steps::add(text.len());
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

    /// Their old place, where they and what stood around them stand there still.
    fn unmoved(&self, text: &str) -> Option<Span> {
        let span = Span::new(self.start, self.start.saturating_add(self.exact.len()));
        (span.of(text) == self.exact && self.likeness(text, span) == self.prefix.len() + self.suffix.len()).then_some(span)
    }

    /// The words with what stood around them.
    fn whole(&self) -> String {
        [&*self.prefix, &self.exact, &self.suffix].concat()
    }

    /// How many bytes around `span` are as they were around the words.
    fn likeness(&self, text: &str, span: Span) -> usize {
        let before = text.get(..span.start).unwrap_or_default().bytes().rev();
        let behind = text.get(span.end..).unwrap_or_default().bytes();
        let same = |(a, b): &(u8, u8)| a == b;
        before.zip(self.prefix.bytes().rev()).take_while(same).count() + behind.zip(self.suffix.bytes()).take_while(same).count()
    }
}

/// Many words, looked for together.
pub(super) struct Search<'w> {
    /// Where words stand that have moved with all that stood around them, to a single place.
    moved: FxHashMap<&'w Words, Span>,
}

impl<'w> Search<'w> {
    /// Looks for `all` in one pass over the text for each length that they have with what stood around them.
    pub(super) fn new(text: &str, all: impl Iterator<Item = &'w Words>) -> Self {
        let all: FxHashSet<&Words> = all.filter(|words| !words.exact.is_empty() && words.unmoved(text).is_none()).collect();
        let mut by_length: FxHashMap<usize, FxHashMap<String, Option<usize>>> = FxHashMap::default();
        for whole in all.iter().map(|words| words.whole()) {
            by_length.entry(whole.len()).or_default().insert(whole, None);
        }
        let mut places: FxHashMap<String, usize> = FxHashMap::default();
        for (length, wanted) in by_length {
            places.extend(single(text, length, wanted));
        }
        let span = |words: &Words| {
            let start = places.get(&words.whole())? + words.prefix.len();
            Some(Span::new(start, start + words.exact.len()))
        };
        Self { moved: all.into_iter().filter_map(|words| Some((words, span(words)?))).collect() }
    }

    /// Where `words` stand in `text`, as [`Words::find`] has it.
    pub(super) fn find(&self, text: &str, words: &Words) -> Option<Span> {
        self.moved.get(words).copied().or_else(|| words.find(text))
    }
}

/// Which of the pieces, all of one length, stand in the text at a single place, and where. A sum over the bytes that moves along with them
/// says where one can stand.
fn single(text: &str, length: usize, mut pieces: FxHashMap<String, Option<usize>>) -> impl Iterator<Item = (String, usize)> {
    const BASE: u64 = 0x0100_0000_01b3;
    let add = |sum: u64, byte: &u8| sum.wrapping_mul(BASE).wrapping_add(u64::from(*byte) + 1);
    let sums: FxHashSet<u64> = pieces.keys().map(|piece| piece.bytes().fold(0, |sum, byte| add(sum, &byte))).collect();
    let top = (0..length).fold(1_u64, |power, _| power.wrapping_mul(BASE));
    let (mut sum, mut twice) = (0_u64, FxHashSet::<String>::default());
    steps::add(text.len());
    for (end, byte) in text.bytes().enumerate() {
        sum = add(sum, &byte);
        let Some(start) = (end + 1).checked_sub(length) else { continue };
        if let Some(first) = start.checked_sub(1).and_then(|before| text.as_bytes().get(before)) {
            sum = sum.wrapping_sub(top.wrapping_mul(u64::from(*first) + 1));
        }
        if let Some((piece, place)) =
            Some(sum).filter(|sum| sums.contains(sum)).and_then(|_| text.get(start..=end)).and_then(|here| pieces.get_key_value(here))
        {
            let (piece, again) = (piece.clone(), place.is_some());
            if again {
                twice.insert(piece);
            } else {
                pieces.insert(piece, Some(start));
            }
        }
    }
    pieces.into_iter().filter(move |(piece, _)| !twice.contains(piece)).filter_map(|(piece, place)| Some((piece, place?)))
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
    fn many_words_are_found_as_each_alone() {
        let starts = TEXT.char_indices().map(|(start, _)| start);
        let all: Vec<Words> = starts
            .clone()
            .flat_map(|start| starts.clone().filter(move |end| *end > start && *end < start + 20).map(move |end| (start, end)))
            .map(|(start, end)| Words::of(TEXT, Span::new(start, end)))
            .collect();
        let texts = [TEXT.to_owned(), format!("🙂 {TEXT}"), TEXT.repeat(2), TEXT.replace("the harbour", "it"), String::new()];
        for text in texts {
            let search = Search::new(&text, all.iter());
            for words in &all {
                assert_eq!(search.find(&text, words), words.find(&text), "{words:?} in {text}");
            }
        }
        assert_eq!(Search::new(&["🙂", TEXT].concat(), all.iter()).moved.len(), all.len());
    }

    #[test]
    fn any_place_can_be_named() {
        assert_eq!(words("🙂", 0).find(TEXT).map(|span| span.of(TEXT)), Some("🙂"));
        assert_eq!(Words::of("", Span::new(0, 0)).find(""), None);
        assert_eq!(Words::of("é", Span::new(0, 2)).find("xé").map(|span| span.start), Some(1));
        let far = Words { start: usize::MAX, ..words("ferry", 0) };
        assert_eq!(far.find(TEXT), words("ferry", 0).find(TEXT));
    }
}
