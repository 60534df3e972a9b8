//! The explicit edge between byte offsets and what callers count in.

use serde::{Deserialize, Serialize};

/// What a caller counts offsets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encoding {
    /// Unicode code points, as the command line and the exports count.
    Codepoint,
    /// UTF-16 code units, as JavaScript counts.
    Utf16,
}

/// Converts byte offsets of one text into another unit, in one pass and constant time each.
#[derive(Clone, Debug)]
pub struct Offsets {
    /// For each block of [`BLOCK`] bytes, the units before it.
    blocks: Vec<usize>,
    encoding: Encoding,
}

const BLOCK: usize = 64;

impl Offsets {
    /// Prepares the conversion for `text`.
    pub fn new(text: &str, encoding: Encoding) -> Self {
        let mut units = 0;
        let mut blocks = Vec::with_capacity(text.len() / BLOCK + 1);
        for block in text.as_bytes().chunks(BLOCK) {
            blocks.push(units);
            units += block.iter().map(|byte| encoding.units_of(*byte)).sum::<usize>();
        }
        blocks.push(units);
        Self { blocks, encoding }
    }

    /// The offset in the caller's unit of the byte offset `at`, which lies on a character boundary of `text`.
    pub fn convert(&self, text: &str, at: usize) -> usize {
        let at = at.min(text.len());
        let block = at / BLOCK;
        let rest = &text.as_bytes()[block * BLOCK..at];
        self.blocks[block] + rest.iter().map(|byte| self.encoding.units_of(*byte)).sum::<usize>()
    }
}

impl Encoding {
    /// How many units begin with this byte of UTF-8.
    fn units_of(self, byte: u8) -> usize {
        match (byte, self) {
            (0x80..=0xbf, _) => 0,
            (0xf0.., Self::Utf16) => 2,
            _ => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_the_standard_library() {
        let text = "naïve — “🙂” ok ".repeat(40);
        let points = Offsets::new(&text, Encoding::Codepoint);
        let units = Offsets::new(&text, Encoding::Utf16);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(points.convert(&text, at), text[..at].chars().count());
            assert_eq!(units.convert(&text, at), text[..at].encode_utf16().count());
        }
    }
}
