//! The weights, read in place from one block of bytes, and the vocabulary that lies before them.
//!
//! Layout: the starts of the vocabulary's buckets (16 bits each, one more than
//! there are buckets), the number of its entries being the last of them; a
//! 16-bit fingerprint an entry; an information byte an entry; one bit for each
//! place that a feature can hash to, set where there is a row of weights; the
//! number of rows before each [`BLOCK`] of those bits (16 bits each); then the
//! rows, [`Tag::COUNT`] signed bytes each. All numbers are little-endian.
//! Bytes in any other form give a model that knows nothing, never a failure.

use super::Tag;
use super::feature::{FEATURES, PLACES};

/// Buckets of the vocabulary, a power of two.
pub const BUCKETS: usize = 1 << BUCKET_BITS;
const BUCKET_BITS: u32 = 12;

/// Bits between two counts of rows.
pub const BLOCK: usize = 64;

const EMBEDDED: &[u8] = include_bytes!("weights.bin");

/// What the vocabulary knows of a word, in one byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry(u8);

impl Entry {
    /// The entry of a word that the vocabulary does not hold.
    pub const UNKNOWN: Self = Self(0);

    const KNOWN: u8 = 0x80;
    const FREQUENT: u8 = 0x40;
    const SETTLED: u8 = 0x20;

    /// The entry of a known word, whose most frequent tag is `tag`.
    pub fn new(tag: Tag, settled: bool, frequent: bool) -> Self {
        Self(tag as u8 | Self::KNOWN | if settled { Self::SETTLED } else { 0 } | if frequent { Self::FREQUENT } else { 0 })
    }

    /// The entry as it is stored; 0 for an unknown word.
    pub fn byte(self) -> u8 {
        self.0
    }

    /// Whether the word was seen often enough to be remembered.
    pub fn is_known(self) -> bool {
        self.0 & Self::KNOWN != 0
    }

    /// Whether the word is frequent enough to say something about its neighbours.
    pub fn is_frequent(self) -> bool {
        self.0 & Self::FREQUENT != 0
    }

    /// The tag of a word that has no other.
    pub fn settled(self) -> Option<Tag> {
        (self.0 & Self::SETTLED != 0).then(|| Tag::ALL[usize::from(self.0) % Tag::COUNT])
    }
}

/// A vocabulary and weights.
#[derive(Clone, Copy, Debug)]
pub struct Model<'a> {
    starts: &'a [[u8; 2]],
    fingerprints: &'a [[u8; 2]],
    entries: &'a [u8],
    present: &'a [[u8; 8]],
    before: &'a [[u8; 2]],
    rows: &'a [[u8; Tag::COUNT]],
}

impl Model<'static> {
    /// The model that the library carries.
    pub fn embedded() -> Self {
        Model::read(EMBEDDED)
    }
}

impl<'a> Model<'a> {
    /// The model that `bytes` hold.
    pub fn read(bytes: &'a [u8]) -> Self {
        Self::parts(bytes).unwrap_or(Self { starts: &[], fingerprints: &[], entries: &[], present: &[], before: &[], rows: &[] })
    }

    fn parts(bytes: &'a [u8]) -> Option<Self> {
        let (starts, rest) = bytes.split_at_checked((BUCKETS + 1) * 2)?;
        let starts = starts.as_chunks().0;
        let count = usize::from(u16::from_le_bytes(*starts.last()?));
        let (fingerprints, rest) = rest.split_at_checked(count * 2)?;
        let (entries, rest) = rest.split_at_checked(count)?;
        let (present, rest) = rest.split_at_checked(PLACES / 8)?;
        let (before, rows) = rest.split_at_checked(PLACES / BLOCK * 2)?;
        let (fingerprints, present, before) = (fingerprints.as_chunks().0, present.as_chunks().0, before.as_chunks().0);
        Some(Self { starts, fingerprints, entries, present, before, rows: rows.as_chunks().0 })
    }

    /// What is known of the word with this hash.
    pub fn entry(&self, hash: u32) -> Entry {
        self.find(hash).unwrap_or_default()
    }

    fn find(&self, hash: u32) -> Option<Entry> {
        let bucket = bucket(hash);
        let start = usize::from(u16::from_le_bytes(*self.starts.get(bucket)?));
        let end = usize::from(u16::from_le_bytes(*self.starts.get(bucket + 1)?));
        let wanted = fingerprint(hash).to_le_bytes();
        let at = self.fingerprints.get(start..end)?.iter().position(|known| *known == wanted)?;
        self.entries.get(start + at).map(|byte| Entry(*byte))
    }

    /// The tag that the weights at `places` favour. Of equals, the first.
    pub fn best(&self, places: &[u32; FEATURES]) -> Tag {
        let mut scores = [0i16; Tag::COUNT];
        for place in places {
            if let Some(weights) = self.row(*place as usize) {
                for k in 0..Tag::COUNT {
                    scores[k] += i16::from(weights[k] as i8);
                }
            }
        }
        best_of(&scores)
    }

    /// The weights at `place`, where there are any.
    #[inline]
    fn row(&self, place: usize) -> Option<&'a [u8; Tag::COUNT]> {
        let block = place / BLOCK;
        let bits = u64::from_le_bytes(*self.present.get(block)?);
        let bit = 1u64 << (place % BLOCK);
        if bits & bit == 0 {
            return None;
        }
        let earlier = (bits & (bit - 1)).count_ones() as usize;
        self.rows.get(usize::from(u16::from_le_bytes(*self.before.get(block)?)) + earlier)
    }
}

/// The tag with the highest score; of equals, the first. Not inlined: it would break up the vectors of the sums.
#[inline(never)]
pub fn best_of<S: PartialOrd + Copy>(scores: &[S; Tag::COUNT]) -> Tag {
    let highest = scores.iter().fold(scores[0], |highest, score| if *score > highest { *score } else { highest });
    let best = scores.iter().position(|score| *score == highest).unwrap_or_default();
    Tag::ALL[best]
}

/// The bucket of the vocabulary for a word with this hash.
pub fn bucket(hash: u32) -> usize {
    (hash >> (32 - BUCKET_BITS)) as usize
}

/// What tells the words of one bucket apart.
pub fn fingerprint(hash: u32) -> u16 {
    (hash & 0xffff) as u16
}
