//! Words as they are written, each known once for all its places, and the lists to which they are compared.

use super::token::{Case, fold};
use crate::lexicon::{self, Classes};
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// The first eight bytes of a folded word, the rest zero. Words of less than eight bytes have a key of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Key(u64);

impl Key {
    /// How many bytes of a word its key holds.
    const LENGTH: usize = 8;

    /// The key of `word`. Written without a loop, so that the key of a word in the source is a constant of the program.
    #[inline(always)]
    const fn of(word: &str) -> Self {
        Self(match *word.as_bytes() {
            [] => 0,
            [a] => u64::from_le_bytes([a, 0, 0, 0, 0, 0, 0, 0]),
            [a, b] => u64::from_le_bytes([a, b, 0, 0, 0, 0, 0, 0]),
            [a, b, c] => u64::from_le_bytes([a, b, c, 0, 0, 0, 0, 0]),
            [a, b, c, d] => u64::from_le_bytes([a, b, c, d, 0, 0, 0, 0]),
            [a, b, c, d, e] => u64::from_le_bytes([a, b, c, d, e, 0, 0, 0]),
            [a, b, c, d, e, f] => u64::from_le_bytes([a, b, c, d, e, f, 0, 0]),
            [a, b, c, d, e, f, g] => u64::from_le_bytes([a, b, c, d, e, f, g, 0]),
            [a, b, c, d, e, f, g, h, ..] => u64::from_le_bytes([a, b, c, d, e, f, g, h]),
        })
    }

    /// The place of the key in a sieve.
    #[inline(always)]
    const fn place(self) -> u8 {
        (self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8
    }
}

/// A word in one way of writing it: "The" and "the" are two, folded to the same.
#[derive(Clone, Debug)]
pub struct Word<'t> {
    /// Lower-case, with straight apostrophes and without invisible characters.
    folded: Cow<'t, str>,
    key: Key,
    classes: Classes,
    place: u8,
    case: Case,
}

impl<'t> Word<'t> {
    /// The word that is written so.
    fn read(written: &'t str) -> Self {
        let (folded, case) = fold(written);
        let key = Key::of(&folded);
        Self { key, classes: lexicon::classes(&folded), place: key.place(), case, folded }
    }

    /// Its folded form.
    #[inline]
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// The word lists it is on.
    #[inline]
    pub fn classes(&self) -> Classes {
        self.classes
    }

    /// Whether it is `word`, folded. No word is the empty one.
    #[inline(always)]
    pub fn is(&self, word: &str) -> bool {
        self.key == Key::of(word) && !word.is_empty() && (word.len() < Key::LENGTH || *self.folded == *word)
    }
}

/// Every word of a text in every way it is written, by number.
#[derive(Debug, Default)]
pub(super) struct Vocabulary<'t> {
    words: Vec<Word<'t>>,
    numbers: FxHashMap<&'t str, (u32, Case)>,
}

impl<'t> Vocabulary<'t> {
    /// The number of the word that is written so, and how it is cased.
    pub fn number(&mut self, written: &'t str) -> (u32, Case) {
        *self.numbers.entry(written).or_insert_with(|| {
            let word = Word::read(written);
            let case = word.case;
            self.words.push(word);
            (u32::try_from(self.words.len() - 1).unwrap_or(u32::MAX), case)
        })
    }

    /// Every word, in the order of their numbers.
    pub fn into_words(self) -> Vec<Word<'t>> {
        self.words
    }
}

/// What a token can be looked for in.
pub trait WordSet {
    /// Whether the word is one of the set. No set holds the empty word.
    fn holds(&self, word: &Word) -> bool;
}

/// For lists of few words, which are compared key by key where they stand in the source; longer ones are `words!`.
impl<const N: usize> WordSet for [&str; N] {
    #[inline(always)]
    fn holds(&self, word: &Word) -> bool {
        // A plain loop: it is unrolled where the list stands in the source, and every key becomes a constant.
        for own in self {
            if word.is(own) {
                return true;
            }
        }
        false
    }
}

impl WordSet for [&str] {
    fn holds(&self, word: &Word) -> bool {
        contains(self, &word.folded)
    }
}

#[inline(never)]
fn contains(words: &[&str], wanted: &str) -> bool {
    let Some(first) = wanted.as_bytes().first() else { return false };
    words.iter().any(|word| word.len() == wanted.len() && word.as_bytes().first() == Some(first) && *word == wanted)
}

/// A list of words with a sieve, through which few fall that are not on the list.
#[derive(Debug)]
pub struct Words {
    list: &'static [&'static str],
    sieve: [u64; 4],
}

impl Words {
    /// The list with its sieve.
    pub const fn new(list: &'static [&'static str]) -> Self {
        let mut sieve = [0; 4];
        let mut k = 0;
        while k < list.len() {
            let place = Key::of(list[k]).place();
            sieve[(place >> 6) as usize] |= 1 << (place & 63);
            k += 1;
        }
        Self { list, sieve }
    }
}

impl WordSet for Words {
    #[inline]
    fn holds(&self, word: &Word) -> bool {
        self.sieve[usize::from(word.place >> 6)] >> (word.place & 63) & 1 != 0 && contains(self.list, &word.folded)
    }
}

/// A list of words with its sieve, where it stands in the source.
macro_rules! words {
    ($($word:literal),+ $(,)?) => { const { &$crate::text::Words::new(&[$($word),+]) } };
}
pub(crate) use words;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_set_holds_its_words_and_no_other() {
        let set = words!["a", "the", "thirteen", "thirteenth", "“", "every"];
        for written in ["A", "the", "Thirteen", "thirteenth", "“", "EVERY"] {
            let word = Word::read(written);
            let folded = word.folded();
            assert!(set.holds(&word) && ["x", folded].holds(&word) && ["x", folded][..].holds(&word) && word.is(folded), "{written}");
        }
        for written in ["", "an", "th", "thirteens", "Thirteenths", "”", "ever"] {
            let word = Word::read(written);
            assert!(!set.holds(&word), "{written}");
            assert!(!["a", "thirteen", "thirteenth", ""].holds(&word), "{written}");
        }
    }

    #[test]
    fn a_word_has_one_number_for_each_way_of_writing_it() {
        let mut vocabulary = Vocabulary::default();
        let numbers = ["The", "day", "the", "day", "The"].map(|written| vocabulary.number(written).0);
        assert_eq!(numbers, [0, 1, 2, 1, 0]);
        assert_eq!(vocabulary.into_words().iter().map(Word::folded).collect::<Vec<_>>(), ["the", "day", "the"]);
    }
}
