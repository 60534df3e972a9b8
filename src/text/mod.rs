//! What an article is before anything is found in it: paragraphs, sentences, tokens.

pub mod dateline;
pub mod document;
pub mod encoding;
pub mod paragraph;
pub mod sentence;
pub mod span;
pub mod steps;
pub mod token;
pub mod words;

pub use dateline::behind_dateline;
pub use document::Document;
pub use paragraph::{Paragraph, ParagraphKind};
pub use sentence::Sentence;
pub use span::Span;
pub use token::{Case, Token, TokenKind};
pub(crate) use words::words;
pub use words::{Word, WordSet, Words};
