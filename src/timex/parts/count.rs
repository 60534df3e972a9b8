//! Numbers in digits and words, and how many of something there are.

use super::{Read, after_hyphen, digits, hyphen};
use crate::lexicon::Classes;
use crate::text::{Document, TokenKind};
use crate::timex::symbol::Count;

/// The value of a cardinal number word below a hundred.
pub(super) fn small(word: &str) -> Option<u64> {
    const ONES: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let position = |list: &[&str]| list.iter().position(|name| *name == word).map(|at| at as u64);
    position(&ONES).or_else(|| position(&TENS).map(|at| (at + 2) * 10))
}

/// A number below a hundred in words: "twenty-four".
pub(super) fn below_hundred(document: &Document, i: usize) -> Read<u64> {
    let tens = small(document.word(i))?;
    let at = after_hyphen(document, i + 1);
    match small(document.word(at)).filter(|ones| tens >= 20 && (1..10).contains(ones)) {
        Some(ones) => Some((tens + ones, at + 1)),
        None => Some((tens, i + 1)),
    }
}

/// A cardinal number in words: "two hundred", "three thousand five hundred".
fn number_words(document: &Document, i: usize) -> Read<u64> {
    if !document.has(i, Classes::NUMBER_WORD) {
        return None;
    }
    let (mut group, mut at) = below_hundred(document, i).unwrap_or((1, i));
    let mut total: u64 = 0;
    for _ in 0..6 {
        let next = after_hyphen(document, at);
        match document.word(next) {
            "hundred" => group = group.saturating_mul(100),
            "thousand" => (total, group) = (total.saturating_add(group.saturating_mul(1000)), 0),
            "million" => (total, group) = (total.saturating_add(group.saturating_mul(1_000_000)), 0),
            "dozen" => group = group.saturating_mul(12),
            _ => break,
        }
        at = next + 1;
        if let Some((more, end)) = below_hundred(document, if document.is(at, "and") { at + 1 } else { at }).filter(|(n, _)| *n > 0) {
            (group, at) = (group.saturating_add(more), end);
        }
    }
    (at > i).then_some((total.saturating_add(group), at))
}

/// A number in digits, with decimals and grouping, in hundredths.
fn number_digits(document: &Document, i: usize) -> Option<u64> {
    if document.kind(i) != Some(TokenKind::Number) {
        return None;
    }
    let text = document.text_of(i);
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let whole =
        whole.bytes().filter(u8::is_ascii_digit).try_fold(0u64, |n, byte| n.checked_mul(10)?.checked_add(u64::from(byte - b'0')))?;
    let decimals =
        decimals.bytes().chain(*b"00").take(2).try_fold(0u64, |n, byte| byte.is_ascii_digit().then(|| n * 10 + u64::from(byte - b'0')))?;
    whole.checked_mul(100)?.checked_add(decimals)
}

/// How many: a number, "several", "a few", "a couple of", "half a", "a".
pub fn count(document: &Document, i: usize) -> Read<Count> {
    let (hundredths, end) = number_digits(document, i)
        .map(|number| scaled(document, number, i + 1))
        .or_else(|| number_words(document, i).map(|(number, end)| (number.saturating_mul(100), end)))
        .map(|(number, end)| (Some(number), end))
        .or_else(|| unsaid(document, i).map(|end| (None, end)))
        .or_else(|| article_count(document, i).map(|(number, end)| (Some(number), end)))?;
    let Some(hundredths) = hundredths else { return Some((Count::Unsaid, end)) };
    let (fraction, end) = fraction(document, end).unwrap_or((0, end));
    Some((Count::Hundredths(hundredths.saturating_add(fraction)), end))
}

/// A number with the word for its size behind it: "10 million".
fn scaled(document: &Document, number: u64, end: usize) -> (u64, usize) {
    let size = match document.word(end) {
        "thousand" => 1_000,
        "million" => 1_000_000,
        "billion" => 1_000_000_000,
        _ => return (number, end),
    };
    (number.saturating_mul(size), end + 1)
}

/// "and a half", "1/2" or "½" behind a number.
fn fraction(document: &Document, i: usize) -> Read<u64> {
    if document.is_phrase(i, &["and", "half"]) && document.has(i + 2, Classes::TIME_UNIT) {
        return Some((50, i + 2));
    }
    if document.is_phrase(i, &["and", "a", "half"]) {
        return Some((50, i + 3));
    }
    if document.is_phrase(i, &["and", "one"]) && hyphen(document, i + 2) && document.is(i + 3, "half") {
        return Some((50, i + 4));
    }
    if document.is(i, "½") {
        return Some((50, i + 1));
    }
    let (over, under) = (digits(document, i)?, digits(document, i + 2)?);
    let slash = document.is_any(i + 1, &["/", "⁄"]) && document.is_glued(i + 1) && document.is_glued(i + 2);
    (slash && over < under && under <= 12).then(|| (u64::from(over * 100 / under), i + 3))
}

/// "a", "an", "half a", "half an", "a half", "a dozen", "a hundred", "a couple of".
fn article_count(document: &Document, i: usize) -> Read<u64> {
    if document.is(i, "half") {
        let end = after_hyphen(document, i + 1);
        return Some((50, if document.is_any(end, &["a", "an"]) { end + 1 } else { end }));
    }
    if document.is_any(i, &["couple"]) {
        return Some((200, if document.is(i + 1, "of") { i + 2 } else { i + 1 }));
    }
    if !document.is_any(i, &["a", "an"]) {
        return None;
    }
    match document.word(i + 1) {
        "half" => Some((50, after_hyphen(document, i + 2))),
        "couple" => Some((200, if document.is(i + 2, "of") { i + 3 } else { i + 2 })),
        "dozen" | "hundred" | "thousand" => number_words(document, i + 1).map(|(number, end)| (number.saturating_mul(100), end)),
        "full" | "whole" | "single" | "solid" | "mere" | "good" => Some((100, i + 2)),
        _ => Some((100, i + 1)),
    }
}

/// The token behind words for an unsaid number.
fn unsaid(document: &Document, i: usize) -> Option<usize> {
    match document.word(i) {
        // "his third card in as many weeks" is no number of weeks.
        "many" if i > 0 && document.is(i - 1, "as") && document.is(i.saturating_sub(2), "in") => None,
        "several" | "many" | "few" => Some(i + 1),
        "a" if document.is(i + 1, "few") => Some(i + 2),
        "some" if document.is(i + 1, "few") => Some(i + 2),
        "quite" if document.is_phrase(i + 1, &["a", "few"]) => Some(i + 3),
        "a" if document.is_phrase(i + 1, &["number", "of"]) => Some(i + 3),
        "dozens" | "hundreds" | "thousands" if document.is(i + 1, "of") => Some(i + 2),
        _ => None,
    }
}
