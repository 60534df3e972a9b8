//! Lists of words to which a token is compared, and the key by which most comparisons are one of numbers.

/// The first eight bytes of a folded word, the rest zero. Words of less than eight bytes have a key of their own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Key(u64);

impl Key {
    /// How many bytes of a word its key holds.
    pub const LENGTH: usize = 8;

    /// The key of `word`. Written without a loop, so that the key of a word in the source is a constant of the program.
    #[inline(always)]
    pub const fn of(word: &str) -> Self {
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

    /// The place of the key in a sieve: which number, which bit.
    #[inline(always)]
    const fn place(self) -> (usize, u32) {
        let mixed = self.0.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56;
        ((mixed >> 6) as usize, (mixed & 63) as u32)
    }
}

/// A folded word with its key.
#[derive(Clone, Copy)]
pub struct Folded<'d> {
    pub(super) key: Key,
    pub(super) word: &'d str,
}

impl Folded<'_> {
    /// Whether it is `word`.
    #[inline(always)]
    pub fn is(self, word: &str) -> bool {
        self.key == Key::of(word) && !word.is_empty() && (word.len() < Key::LENGTH || self.word == word)
    }
}

/// What a token can be looked for in.
pub trait WordSet {
    /// Whether the word is one of the set. No set holds the empty word.
    fn holds(&self, folded: Folded) -> bool;
}

/// Lists up to this long are compared key by key where they stand in the source.
const SHORT: usize = 4;

impl<const N: usize> WordSet for [&str; N] {
    #[inline(always)]
    fn holds(&self, folded: Folded) -> bool {
        if N > SHORT {
            return contains(self, folded.word);
        }
        // A plain loop: it is unrolled where the list stands in the source, and every key becomes a constant.
        for word in self {
            if folded.is(word) {
                return true;
            }
        }
        false
    }
}

impl WordSet for [&str] {
    fn holds(&self, folded: Folded) -> bool {
        contains(self, folded.word)
    }
}

fn contains(words: &[&str], wanted: &str) -> bool {
    let Some(first) = wanted.as_bytes().first() else { return false };
    words.iter().any(|word| word.len() == wanted.len() && word.as_bytes().first() == Some(first) && *word == wanted)
}

/// A list of words with a sieve, through which few fall that are not on the list: for the lists that are asked about at most tokens.
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
            let (number, bit) = Key::of(list[k]).place();
            sieve[number] |= 1 << bit;
            k += 1;
        }
        Self { list, sieve }
    }
}

impl WordSet for Words {
    #[inline]
    fn holds(&self, folded: Folded) -> bool {
        let (number, bit) = folded.key.place();
        self.sieve[number] >> bit & 1 != 0 && contains(self.list, folded.word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(word: &str) -> Folded<'_> {
        Folded { key: Key::of(word), word }
    }

    #[test]
    fn every_kind_of_set_holds_its_words_and_no_other() {
        static WORDS: Words = Words::new(&["a", "the", "thirteen", "thirteenth", "“", "every"]);
        for word in ["a", "the", "thirteen", "thirteenth", "“", "every"] {
            assert!(WORDS.holds(folded(word)) && ["x", word].holds(folded(word)) && folded(word).is(word), "{word}");
        }
        for word in ["", "an", "th", "thirteens", "thirteenths", "”", "ever"] {
            assert!(!WORDS.holds(folded(word)), "{word}");
            assert!(!["a", "thirteen", "thirteenth", ""].holds(folded(word)), "{word}");
        }
    }
}
