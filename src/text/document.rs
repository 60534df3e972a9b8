//! A text, cut into paragraphs, sentences and tokens.

use super::paragraph::{self, Paragraph, ParagraphKind};
use super::sentence::{self, Sentence};
use super::span::Span;
use super::steps;
use super::token::{self, Token, TokenKind};
use super::words::{Word, WordSet};
use crate::lexicon::Classes;
use crate::tag::Tag;
use std::ops::Range;

/// A text with its paragraphs, sentences and tokens.
///
/// Questions about a token that is not there (`i` out of range) are answered
/// with "no", so that matchers can look ahead and behind without care.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    /// The text as given.
    pub text: &'t str,
    /// Paragraphs in order; together they hold every token.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences in order; each lies inside one paragraph.
    pub sentences: Vec<Sentence>,
    /// Tokens in order.
    pub tokens: Vec<Token>,
    words: Vec<Word<'t>>,
    /// The first token that begins in or behind each stretch of the text.
    starts: Vec<u32>,
}

impl<'t> Document<'t> {
    /// Cuts `text` up. The tags of the tokens are not yet set; see [`crate::tag::tag`].
    pub fn new(text: &'t str) -> Self {
        let (tokens, words) = token::tokenize(text);
        let starts = starts(&tokens);
        let mut document = Self { text, paragraphs: Vec::new(), sentences: Vec::new(), tokens, words, starts };
        document.paragraphs = paragraph::split(&document);
        document.sentences = sentence::split(&mut document);
        for (sentence, number) in document.sentences.iter().zip(0..) {
            for token in document.tokens.get_mut(sentence.tokens.clone()).into_iter().flatten() {
                token.sentence = number;
            }
        }
        paragraph::classify(&mut document);
        document
    }

    /// The token at `i`.
    #[inline]
    pub fn token(&self, i: usize) -> Option<&Token> {
        steps::add(1);
        self.tokens.get(i)
    }

    /// Every word of the text in every way it is written; see [`Token::word`].
    pub fn words(&self) -> &[Word<'t>] {
        &self.words
    }

    /// The word of the token at `i`.
    #[inline]
    fn word_at(&self, i: usize) -> Option<&Word<'t>> {
        self.token(i).and_then(|token| self.words.get(token.word as usize))
    }

    /// The folded form of the token at `i`: lower-case, straight apostrophes. Empty where there is none.
    #[inline]
    pub fn word(&self, i: usize) -> &str {
        self.word_at(i).map_or("", Word::folded)
    }

    /// The token at `i` as it stands in the text.
    #[inline]
    pub fn text_of(&self, i: usize) -> &'t str {
        self.token(i).map(|token| token.span.of(self.text)).unwrap_or_default()
    }

    /// Whether the folded token at `i` is `word`.
    #[inline(always)]
    pub fn is(&self, i: usize, word: &str) -> bool {
        self.word_at(i).is_some_and(|own| own.is(word))
    }

    /// Whether the folded token at `i` is one of `words`.
    #[inline(always)]
    pub fn is_any(&self, i: usize, words: &(impl WordSet + ?Sized)) -> bool {
        self.word_at(i).is_some_and(|own| words.holds(own))
    }

    /// Whether the tokens from `i` on are `phrase`, folded.
    #[inline(always)]
    pub fn is_phrase(&self, i: usize, phrase: &[&str]) -> bool {
        // A plain loop, which is unrolled where the phrase stands in the source.
        for (k, word) in phrase.iter().enumerate() {
            if !self.is(i + k, word) {
                return false;
            }
        }
        true
    }

    /// The word lists that the token at `i` is on.
    #[inline]
    pub fn classes(&self, i: usize) -> Classes {
        self.word_at(i).map_or(Classes::NONE, Word::classes)
    }

    /// Whether the token at `i` is on one of the word lists `any`.
    #[inline]
    pub fn has(&self, i: usize, any: Classes) -> bool {
        self.classes(i).has(any)
    }

    /// The part of speech of the token at `i`.
    #[inline]
    pub fn tag(&self, i: usize) -> Option<Tag> {
        self.token(i).map(|token| token.tag)
    }

    /// What the token at `i` is made of.
    #[inline]
    pub fn kind(&self, i: usize) -> Option<TokenKind> {
        self.token(i).map(|token| token.kind)
    }

    /// Whether the token at `i` is a word that begins with an upper-case letter.
    #[inline]
    pub fn is_capitalized(&self, i: usize) -> bool {
        self.token(i).is_some_and(Token::is_capitalized)
    }

    /// Whether the token at `i` stands right behind the one before, as in "third-quarter" or "5%".
    #[inline]
    pub fn is_glued(&self, i: usize) -> bool {
        self.token(i).is_some_and(|token| !token.spaced)
    }

    /// The span of a range of tokens; empty at the start of the text where the range is empty.
    #[inline]
    pub fn span(&self, tokens: Range<usize>) -> Span {
        steps::add(1);
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
            _ => Span::default(),
        }
    }

    /// The slice of the text that `span` names.
    pub fn slice(&self, span: Span) -> &'t str {
        steps::add(span.len());
        span.of(self.text)
    }

    /// The tokens that lie inside `span`.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        steps::add(1);
        let stretch = self.starts.get(span.start / STRETCH).map_or(self.tokens.len(), |start| *start as usize);
        let behind = self.tokens.get(stretch..).unwrap_or_default();
        let start = stretch + behind.iter().take_while(|token| token.span.start < span.start).count();
        // Most spans are short: the end is near.
        let inside = |token: &Token| token.span.end <= span.end;
        let rest = self.tokens.get(start..).unwrap_or_default();
        let mut reach = 8;
        while rest.get(reach).is_some_and(inside) {
            reach *= 2;
        }
        start..start + rest.get(..reach).unwrap_or(rest).partition_point(inside)
    }

    /// The number of the sentence that holds the token at `i`.
    pub fn sentence_of(&self, i: usize) -> usize {
        steps::add(1);
        self.tokens.get(i).map_or(self.sentences.len(), |token| token.sentence as usize)
    }

    /// The tokens of the sentence that holds the token at `i`; empty where there is none.
    #[inline]
    pub fn sentence_tokens(&self, i: usize) -> Range<usize> {
        self.sentences.get(self.sentence_of(i)).map_or(i..i, |sentence| sentence.tokens.clone())
    }

    /// The number of the paragraph that holds the token at `i`.
    #[inline]
    pub fn paragraph_of(&self, i: usize) -> usize {
        steps::add(1);
        self.sentences.get(self.sentence_of(i)).map_or(self.paragraphs.len(), |sentence| sentence.paragraph)
    }

    /// The kind of the paragraph that holds the token at `i`.
    pub fn kind_of_paragraph(&self, i: usize) -> Option<ParagraphKind> {
        self.paragraphs.get(self.paragraph_of(i)).map(|paragraph| paragraph.kind)
    }
}

/// How many bytes of the text share an entry in the list of where tokens start.
const STRETCH: usize = 64;

/// The first token that begins in or behind each stretch of the text.
fn starts(tokens: &[Token]) -> Vec<u32> {
    let mut starts = Vec::with_capacity(tokens.last().map_or(0, |token| token.span.start / STRETCH + 1));
    for (token, number) in tokens.iter().zip(0..) {
        while starts.len() * STRETCH <= token.span.start {
            starts.push(number);
        }
    }
    starts
}
