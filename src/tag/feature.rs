//! Features: places in a table, made from what is seen around a token and the tags before it.

use super::Tag;
use super::sight::{self, Sight};

/// How many features a token has.
pub const FEATURES: usize = 27;

/// How many places a feature can hash to, a power of two; most have no weights. Place 0 belongs to features that are absent.
pub const PLACES: usize = 1 << PLACE_BITS;
const PLACE_BITS: u32 = 18;

/// The tags given so far in a sentence, as far as they matter.
#[derive(Clone, Copy, Debug, Default)]
pub struct History {
    before: u32,
    before_that: u32,
    verb: u32,
    since_verb: u32,
}

impl History {
    /// Takes note of the next tag.
    pub fn push(&mut self, tag: Tag) {
        self.before_that = self.before;
        self.before = tag as u32 + 1;
        self.since_verb += 1;
        if tag.is_verb() || tag == Tag::Md {
            self.verb = self.before;
            self.since_verb = 0;
        }
    }

    /// The last verb and how near it is.
    fn verb(&self) -> u32 {
        let near = match self.since_verb {
            0 => 0,
            1 => 1,
            2..=4 => 2,
            _ => 3,
        };
        self.verb * 4 + near
    }
}

/// The places of the features of the token at `k` of a sentence.
pub fn places(sights: &[Sight], k: usize, history: &History) -> [u32; FEATURES] {
    let at = |k: Option<usize>| k.and_then(|k| sights.get(k)).unwrap_or(&sight::NOTHING);
    let (this, next, after) = (at(Some(k)), at(Some(k + 1)), at(Some(k + 2)));
    let (before, before_that) = (at(k.checked_sub(1)), at(k.checked_sub(2)));
    let History { before: t1, before_that: t2, .. } = *history;
    let [end1, end2, end3] = this.endings;
    let case = u32::from(this.shape & Sight::CASE);
    [
        place_if(this.entry.is_known(), 1, this.hash, 0),
        place_if(this.entry.is_known(), 2, this.hash, case + 1),
        place_if(this.entry.is_known(), 3, this.hash, t1),
        place_if(this.entry.is_frequent(), 4, this.hash, next.hint),
        place(5, before.context, 0),
        place(6, next.context, 0),
        place(7, before_that.context, 0),
        place(8, after.context, 0),
        place(9, t1, t2 << 8),
        place(10, end1, u32::from(this.shape)),
        place(11, end2, case),
        place(12, end3, 0),
        place(13, end3, case + 1),
        place(14, u32::from(this.shape), t1),
        place(15, next.hint, t1),
        place(16, next.hint, after.hint.rotate_left(16)),
        place(17, next.hint, end2),
        place(18, u32::from(this.classes), u32::from(this.shape)),
        place(19, end2, t1),
        place(20, end2, history.verb()),
        place(21, this.beginning, case),
        place(22, before.context, end2),
        place(23, u32::from(this.shape), u32::from(next.shape) | u32::from(before.shape) << 8),
        place_if(before.entry.is_frequent(), 24, before.hash, before_that.hint),
        place(25, u32::from(this.entry.byte()), u32::from(this.shape)),
        place(26, u32::from(this.entry.byte()) | case << 8, t1),
        place(27, u32::from(this.entry.is_known()), case),
    ]
}

/// The place of a feature, of which `slot` says what kind it is and `a` and `b` what it saw.
fn place(slot: u32, a: u32, b: u32) -> u32 {
    let mixed = (a ^ slot.wrapping_mul(0x9e37_79b9)).wrapping_mul(0x85eb_ca6b) ^ b.wrapping_mul(0xc2b2_ae35);
    let mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x2c1b_3c6d);
    (mixed >> (32 - PLACE_BITS)).max(1)
}

fn place_if(present: bool, slot: u32, a: u32, b: u32) -> u32 {
    if present { place(slot, a, b) } else { 0 }
}
