//! The rules for time expressions: an ordered list of records, one file per family.

mod clocks;
mod dates;
mod days;
mod durations;
mod feasts;
mod periods;
mod ranges;
mod relative;
mod sets;
mod vague;
mod years;

use super::symbol::Match;
use crate::lexicon::Classes;
use crate::text::{Document, TokenKind};

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Its stable name.
    pub name: &'static str,
    /// What it finds, in one sentence for the reader.
    pub about: &'static str,
    /// What its first token can be.
    pub gate: Gate,
    /// How often it is right.
    pub confidence: f32,
    /// Reads an expression that begins at a token.
    pub read: fn(&Document, usize) -> Option<Match>,
    /// Text, the words found in it, and their value for an article of [`EXAMPLE_DAY`].
    pub accepts: &'static [(&'static str, &'static str, &'static str)],
    /// Texts in which it finds nothing.
    pub rejects: &'static [&'static str],
}

/// The day of publication of the examples, a Friday: year, month, day.
pub const EXAMPLE_DAY: (i32, u32, u32) = (2015, 12, 11);

/// Every rule, family by family. Where two read as much, the first one counts.
pub const ALL: &[&[Rule]] = &[
    dates::RULES,
    days::RULES,
    clocks::RULES,
    ranges::RULES,
    periods::RULES,
    feasts::RULES,
    relative::RULES,
    sets::RULES,
    durations::RULES,
    years::RULES,
    vague::RULES,
];

/// Kinds of first tokens, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gate(u16);

impl Gate {
    /// Digits, alone or with letters behind them.
    pub const NUMBER: Self = Self(1);
    /// A month's name.
    pub const MONTH: Self = Self(2);
    /// A weekday's name.
    pub const WEEKDAY: Self = Self(4);
    /// A unit of time.
    pub const UNIT: Self = Self(8);
    /// A cardinal number in words.
    pub const COUNT: Self = Self(16);
    /// An ordinal number in words.
    pub const ORDINAL: Self = Self(32);
    /// Another word of time.
    pub const TIME: Self = Self(64);
    /// Any other word: "the", "last", "every".
    pub const WORD: Self = Self(128);
    /// A sign.
    pub const SIGN: Self = Self(256);

    /// Either kind.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a kind.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The kinds of the token at `i`.
    pub fn of(document: &Document, i: usize) -> Self {
        let Some(token) = document.token(i) else { return Self(0) };
        match token.kind {
            TokenKind::Number => Self::NUMBER,
            TokenKind::Word if token.span.of(document.text).as_bytes().first().is_some_and(u8::is_ascii_digit) => Self::NUMBER,
            TokenKind::Word => Self::of_word(token.classes),
            _ => Self::SIGN,
        }
    }

    fn of_word(classes: Classes) -> Self {
        const KINDS: [(Classes, Gate); 6] = [
            (Classes::MONTH, Gate::MONTH),
            (Classes::WEEKDAY, Gate::WEEKDAY),
            (Classes::TIME_UNIT, Gate::UNIT),
            (Classes::NUMBER_WORD, Gate::COUNT),
            (Classes::ORDINAL_WORD, Gate::ORDINAL),
            (Classes::TIME_WORD, Gate::TIME),
        ];
        let listed = KINDS.iter().filter(|(class, _)| classes.has(*class)).fold(Self(0), |gate, (_, kind)| gate.or(*kind));
        if listed == Self(0) { Self::WORD } else { listed }
    }
}
