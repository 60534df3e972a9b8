//! Tokens: words, numbers, marks. One pass over the bytes, Unicode rules only where a byte is not ASCII.

use super::span::Span;
use super::steps;
use super::words::{Vocabulary, Word};
use crate::lexicon::{self, Classes};
use crate::tag::Tag;
use std::borrow::Cow;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, or letters and digits: "talks", "1990s", "U.S.", "'s".
    Word,
    /// Digits with grouping and decimal signs: "30", "1,200", "3.5".
    Number,
    /// A sign that can be a quotation mark or an apostrophe: `"`, `”`, `'`, `«`, `` `` ``.
    Mark,
    /// Any other punctuation.
    Punct,
    /// An address, a handle or a hashtag: "https://…", "a@b.c", "@name", "#tag".
    Link,
    /// Anything else: `$`, an emoji.
    Symbol,
}

/// How the letters of a token are cased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Case {
    /// No upper-case letter.
    Lower,
    /// The first letter only: "Quist".
    Title,
    /// Two or more letters, all upper-case: "NATO".
    Upper,
    /// Anything else: "iPhone", "McAllister".
    Mixed,
}

/// One token of the text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is cased.
    pub case: Case,
    /// Whether white space (or the start of the text) stands before it.
    pub spaced: bool,
    /// Its part of speech.
    pub tag: Tag,
    /// The number of its sentence.
    pub(super) sentence: u32,
    /// The number of its word in the document's list.
    pub word: u32,
}

impl Token {
    /// Whether the token is a word that begins with an upper-case letter.
    pub fn is_capitalized(&self) -> bool {
        self.kind == TokenKind::Word && self.case != Case::Lower
    }
}

/// The tokens of `text` in order, and their words.
///
/// White space and invisible characters between words belong to no token.
pub(super) fn tokenize(text: &str) -> (Vec<Token>, Vec<Word<'_>>) {
    let mut scanner = Scanner { text, at: 0, spaced: true, tokens: Vec::with_capacity(text.len() / 5), vocabulary: Vocabulary::default() };
    while scanner.at < text.len() {
        scanner.step();
    }
    (scanner.tokens, scanner.vocabulary.into_words())
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    spaced: bool,
    tokens: Vec<Token>,
    vocabulary: Vocabulary<'t>,
}

impl Scanner<'_> {
    /// Reads one token, or one character that belongs to none.
    fn step(&mut self) {
        let Some(first) = char_at(self.text, self.at) else {
            self.at = self.text.len();
            return;
        };
        if first.is_whitespace() || is_invisible(first) {
            self.at += first.len_utf8();
            self.spaced |= first.is_whitespace() || matches!(first, '\u{200b}' | '\u{feff}');
        } else if let Some(end) = link_end(self.text, self.at, first).or_else(|| ticker_end(self.text, self.at)) {
            self.push(end, TokenKind::Link);
        } else if first.is_ascii_digit() {
            let end = number_end(self.text, self.at);
            match word_end(self.text, end) {
                same if same == end => self.push(end, TokenKind::Number),
                longer => self.push(longer, TokenKind::Word),
            }
        } else if is_letter(first) {
            self.word();
        } else if let Some(end) = clitic_end(self.text, self.at) {
            self.push(end, TokenKind::Word);
        } else {
            let (end, kind) = sign(self.text, self.at, first);
            self.push(end, kind);
        }
    }

    /// A word, cut before a clitic: "Russia|'s", "do|n't". An abbreviation keeps its stops: "U.S.", "Sept.".
    fn word(&mut self) {
        let start = self.at;
        let end = word_end(self.text, start);
        let word = &self.text[start..end];
        if let Some(cut) = negation_start(word) {
            self.push(start + cut, TokenKind::Word);
            self.push(end, TokenKind::Word);
        } else if let Some(stop) = abbreviation_end(self.text, start, end) {
            self.push(stop, TokenKind::Word);
        } else {
            self.push(end, TokenKind::Word);
        }
    }

    fn push(&mut self, end: usize, kind: TokenKind) {
        let span = Span::new(self.at, end);
        let (word, case) = self.vocabulary.number(span.of(self.text));
        self.tokens.push(Token { span, kind, case, spaced: self.spaced, tag: Tag::default(), sentence: 0, word });
        self.at = end;
        self.spaced = false;
    }
}

#[inline]
fn char_at(text: &str, at: usize) -> Option<char> {
    steps::add(1);
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        Some(_) => text[at..].chars().next(),
        None => None,
    }
}

#[inline]
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || (!c.is_ascii() && (c.is_alphabetic() || is_combining(c)))
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Characters that a reader does not see: zero-width spaces and joiners, direction marks, the soft hyphen, control codes.
fn is_invisible(c: char) -> bool {
    if matches!(c, ' '..='~') {
        return false;
    }
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
        || (c.is_control() && !c.is_whitespace())
}

/// Whether the character can stand for an apostrophe.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}' | '\u{2bc}')
}

/// The end of digits with grouping commas and decimal points that begin at `at`.
fn number_end(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = at;
    loop {
        while digit(end) {
            end += 1;
        }
        let grouped = bytes.get(end) == Some(&b',') && (1..=3).all(|k| digit(end + k)) && !digit(end + 4);
        let decimal = bytes.get(end) == Some(&b'.') && digit(end + 1);
        if !(grouped || decimal) {
            return end;
        }
        end += 1;
    }
}

/// The end of the letters and digits from `at`, with invisible characters and apostrophes between letters ("O'Brien").
fn word_end(text: &str, at: usize) -> usize {
    let mut end = at;
    loop {
        let plain = text.as_bytes().iter().skip(end).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        steps::add(plain);
        end += plain;
        let Some(c) = char_at(text, end) else { break };
        if c.is_ascii_digit() || is_letter(c) {
            end += c.len_utf8();
            continue;
        }
        let after = end + c.len_utf8();
        let letter_follows = char_at(text, after).is_some_and(is_letter);
        let joins = end > at && letter_follows && (is_invisible(c) || (is_apostrophe(c) && !is_clitic_here(text, end)));
        if !joins {
            break;
        }
        end = after;
    }
    end
}

/// Whether a clitic other than "n't" begins with the apostrophe at `at`.
fn is_clitic_here(text: &str, at: usize) -> bool {
    clitic_end(text, at).is_some()
}

/// The end of "'s", "'re", "'ll", "'ve", "'d", "'m" at `at`, which must follow a letter or digit.
fn clitic_end(text: &str, at: usize) -> Option<usize> {
    let mark = char_at(text, at).filter(|c| is_apostrophe(*c))?;
    text[..at].chars().next_back().filter(|c| c.is_alphanumeric())?;
    let start = at + mark.len_utf8();
    let letters = text.as_bytes()[start..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
    let end = start + letters;
    let known = ["s", "re", "ll", "ve", "d", "m"].iter().any(|form| text[start..end].eq_ignore_ascii_case(form));
    (known && !char_at(text, end).is_some_and(is_letter)).then_some(end)
}

/// Where "n't" begins in a word such as "don't".
fn negation_start(word: &str) -> Option<usize> {
    let mut tail = word.char_indices().rev();
    let t = tail.next().filter(|(_, c)| matches!(c, 't' | 'T'));
    let mark = tail.next().filter(|(_, c)| is_apostrophe(*c));
    let n = tail.next().filter(|(_, c)| matches!(c, 'n' | 'N'));
    t.and(mark).and(n).map(|(at, _)| at).filter(|at| *at > 0)
}

/// Abbreviations that are words too: with a small letter they end a sentence.
const WORDS_TOO: [&str; 14] = ["ark", "brig", "ill", "mar", "mass", "miss", "ore", "pa", "rep", "reps", "sat", "sun", "wash", "wed"];

/// The end of an abbreviation with its stops: letters and stops in turn ("U.S.", "a.m."), an initial ("F."), or a known one ("Sept.").
fn abbreviation_end(text: &str, start: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes.get(end) != Some(&b'.') {
        return None;
    }
    let letters = text[start..end].chars().count();
    if letters == 1 {
        let mut stop = end + 1;
        while bytes.get(stop).is_some_and(u8::is_ascii_alphabetic) && bytes.get(stop + 1) == Some(&b'.') {
            stop += 2;
        }
        let chained = stop > end + 1;
        return (chained || char_at(text, start).is_some_and(char::is_uppercase)).then_some(stop);
    }
    let stopped = fold(&text[start..=end]).0;
    let folded = stopped.trim_end_matches('.');
    if WORDS_TOO.contains(&folded) && !char_at(text, start).is_some_and(char::is_uppercase) {
        return None;
    }
    // "They said no." and "no. 5"
    let counted = text[end + 1..].trim_start_matches([' ', '\u{a0}']).starts_with(|c: char| c.is_ascii_digit());
    if folded == "no" && !counted {
        return None;
    }
    lexicon::classes(&stopped).has(Classes::ABBREVIATION).then_some(end + 1)
}

/// The end of an address, a handle or a hashtag that begins at `at`.
fn link_end(text: &str, at: usize, first: char) -> Option<usize> {
    let rest = &text.as_bytes()[at..];
    let follows_word = at > 0 && text.as_bytes()[at - 1].is_ascii_alphanumeric();
    if follows_word || !matches!(first, 'h' | 'H' | 'w' | 'W' | '@' | '#') {
        return None;
    }
    let starts = |prefix: &str| rest.len() > prefix.len() && rest[..prefix.len()].eq_ignore_ascii_case(prefix.as_bytes());
    if starts("http://") || starts("https://") || starts("www.") {
        let mut len = rest.iter().take_while(|b| b.is_ascii_graphic() && !matches!(b, b'"' | b'<' | b'>')).count();
        while len > 1 && matches!(rest[len - 1], b'.' | b',' | b';' | b':' | b'!' | b'?' | b')' | b'\'') {
            len -= 1;
        }
        return Some(at + len);
    }
    let letters = rest[1..].iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
    let handle = matches!(first, '@' | '#') && letters > 0 && rest[1..=letters].iter().any(u8::is_ascii_alphabetic);
    handle.then_some(at + 1 + letters)
}

/// The end of a ticker in brackets, "(NRVN.N)", that begins at `at`.
fn ticker_end(text: &str, at: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if at == 0 || bytes[at - 1] != b'(' {
        return None;
    }
    let capitals = |from: usize| bytes[from..].iter().take(6).take_while(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()).count();
    let stop = at + capitals(at);
    let end = stop + 1 + bytes.get(stop + 1).map_or(0, |_| capitals(stop + 1));
    let whole = stop > at + 1 && bytes.get(stop) == Some(&b'.') && end > stop + 1 && bytes.get(end) == Some(&b')');
    let lettered = bytes[at..stop].iter().any(u8::is_ascii_uppercase) || bytes[at..stop].len() == 4;
    (whole && lettered && bytes[end - 1].is_ascii_uppercase()).then_some(end)
}

/// The end and the kind of a sign: doubled grave accents and apostrophes are one quotation mark, repeated stops and hyphens one sign.
fn sign(text: &str, at: usize, first: char) -> (usize, TokenKind) {
    let next = at + first.len_utf8();
    let same = text.as_bytes()[next..].iter().take_while(|byte| char::from(**byte) == first);
    match first {
        // “''He asked, 'Why?'''”: the single mark closes first.
        '\'' if same.clone().take(3).count() == 2 && !text[..at].ends_with(char::is_whitespace) && at > 0 => (next, TokenKind::Mark),
        '`' | '\'' if same.clone().next().is_some() => (next + 1, TokenKind::Mark),
        '.' | '-' | '_' | '*' => (next + same.count(), TokenKind::Punct),
        '"' | '`' | '\'' | '\u{2018}'..='\u{201f}' | '«' | '»' | '‹' | '›' => (next, TokenKind::Mark),
        c if c.is_ascii_punctuation() && !matches!(c, '$' | '+' | '<' | '=' | '>' | '^' | '|' | '~') => (next, TokenKind::Punct),
        '…' | '–' | '—' | '―' | '‒' | '‐' | '‑' | '•' | '·' | '¡' | '¿' | '§' | '¶' | '†' | '、' | '。' => {
            (next, TokenKind::Punct)
        }
        _ => (next, TokenKind::Symbol),
    }
}

/// The folded form of a word, and how the word is cased.
pub(super) fn fold(word: &str) -> (Cow<'_, str>, Case) {
    let (mut upper, mut lower, mut plain) = (0usize, 0usize, true);
    for byte in word.bytes() {
        upper += usize::from(byte.is_ascii_uppercase());
        lower += usize::from(byte.is_ascii_lowercase());
        plain &= matches!(byte, b' '..=b'~');
    }
    if !plain {
        return fold_any(word);
    }
    let first_upper = upper == 1 && word.bytes().find(u8::is_ascii_alphabetic).is_some_and(|byte| byte.is_ascii_uppercase());
    let folded = if upper > 0 { Cow::Owned(word.to_ascii_lowercase()) } else { Cow::Borrowed(word) };
    (folded, case(upper, lower, first_upper))
}

/// The same for a word with characters that are not ASCII or not visible.
fn fold_any(word: &str) -> (Cow<'_, str>, Case) {
    let mut folded = String::with_capacity(word.len());
    let (mut upper, mut lower, mut first_upper) = (0, 0, false);
    for c in word.chars().filter(|c| !is_invisible(*c)) {
        let is_upper = c.is_uppercase();
        if c.is_alphabetic() {
            first_upper |= upper + lower == 0 && is_upper;
            upper += usize::from(is_upper);
            lower += usize::from(!is_upper);
        }
        match c {
            _ if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            _ if is_apostrophe(c) => folded.push('\''),
            _ => folded.extend(c.to_lowercase()),
        }
    }
    (Cow::Owned(folded), case(upper, lower, first_upper))
}

/// How a word with so many upper-case and other letters is cased.
fn case(upper: usize, lower: usize, first_upper: bool) -> Case {
    match (upper, lower) {
        (0, _) => Case::Lower,
        (1, _) if first_upper => Case::Title,
        (_, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}
