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
mod wholes;
mod years;

use super::symbol::Match;
use crate::lexicon::Classes;
use crate::text::{Document, TokenKind};
use std::sync::LazyLock;

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
    ranges::RULES,
    dates::RULES,
    days::RULES,
    clocks::RULES,
    periods::RULES,
    feasts::RULES,
    wholes::RULES,
    relative::RULES,
    sets::RULES,
    durations::RULES,
    years::RULES,
    vague::RULES,
];

/// The rules that can begin with a token of the kinds `gate`, in order.
pub fn beginning_with(gate: Gate) -> impl Iterator<Item = &'static Rule> {
    static BY_KIND: LazyLock<[Vec<&'static Rule>; Gate::KINDS]> = LazyLock::new(|| {
        std::array::from_fn(|kind| ALL.iter().copied().flatten().filter(|rule| rule.gate.meets(Gate(1 << kind))).collect())
    });
    static EVERY: LazyLock<Vec<&'static Rule>> = LazyLock::new(|| ALL.iter().copied().flatten().collect());
    let one = if gate.0.is_power_of_two() { BY_KIND.get(gate.0.trailing_zeros() as usize) } else { None };
    one.unwrap_or(&EVERY).iter().copied().filter(move |rule| rule.gate.meets(gate))
}

/// Kinds of first tokens, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gate(u16);

impl Gate {
    /// How many kinds there are.
    const KINDS: usize = 9;

    /// A token with which nothing begins.
    pub const NONE: Self = Self(0);
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
    /// A word that can lead to them: "the", "last", "every"; all are in the lexicon.
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
            TokenKind::Word if token.span.of(document.text).starts_with("FY") => Self::WORD,
            TokenKind::Word => Self::of_word(document.classes(i)),
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
        if listed == Self(0) && classes.has(Classes::TIME_OPENER) { Self::WORD } else { listed }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze};
    use chrono::NaiveDate;

    fn found(text: &str) -> Vec<(String, String, String)> {
        let (year, month, day) = EXAMPLE_DAY;
        let analysis = analyze(text, &Options { published: NaiveDate::from_ymd_opt(year, month, day), ..Options::default() });
        analysis.timexes.iter().map(|timex| (timex.span.of(text).to_owned(), timex.value.clone(), timex.grounds.rule.to_string())).collect()
    }

    #[test]
    fn every_rule_finds_its_examples_and_leaves_its_look_alikes() {
        let mut wrong = Vec::new();
        for rule in ALL.iter().copied().flatten() {
            assert!(!rule.accepts.is_empty() && !rule.rejects.is_empty(), "{} has no examples", rule.name);
            for (text, words, value) in rule.accepts {
                let got = found(text);
                if !got.iter().any(|(w, v, r)| w == words && v == value && r == rule.name) {
                    wrong.push(format!("{}: expected {words:?} = {value} in {text:?}, but found {got:?}", rule.name));
                }
            }
            for text in rule.rejects {
                let got = found(text);
                if got.iter().any(|(_, _, r)| r == rule.name) {
                    wrong.push(format!("{}: expected nothing in {text:?}, but found {got:?}", rule.name));
                }
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }

    #[test]
    fn names_are_kebab_case_and_differ() {
        let mut names: Vec<&str> = ALL.iter().copied().flatten().map(|rule| rule.name).collect();
        assert!(names.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')));
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
