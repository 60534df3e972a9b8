//! Paragraphs and their kinds: what is body text and what stands around it.

use super::document::Document;
use super::span::Span;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What a paragraph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ParagraphKind {
    /// The headline.
    Title,
    /// The line under the headline.
    Standfirst,
    /// Who wrote it, with or without a date.
    Byline,
    /// Place and date on a line of their own.
    Dateline,
    /// The words under a picture.
    Caption,
    /// Whose picture or report it is.
    Credit,
    /// The article itself.
    Body,
    /// An item of a list.
    List,
    /// A line that names what follows: "Read more", a heading, "Q&A".
    Label,
}

/// One paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands, from its first token to its last.
    pub span: Span,
    /// What it is for.
    pub kind: ParagraphKind,
    /// Its sentences.
    pub sentences: Range<usize>,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// Cuts the tokens at the line ends that end a paragraph.
pub(super) fn split(document: &Document) -> Vec<Paragraph> {
    let mut starts = vec![0];
    starts.extend((1..document.tokens.len()).filter(|i| breaks_before(document, *i)));
    let ends = starts.iter().skip(1).copied().chain([document.tokens.len()]).collect::<Vec<_>>();
    starts
        .into_iter()
        .zip(ends)
        .filter(|(start, end)| start < end)
        .map(|(start, end)| Paragraph { span: document.span(start..end), kind: ParagraphKind::Body, sentences: 0..0, tokens: start..end })
        .collect()
}

fn breaks_before(document: &Document, i: usize) -> bool {
    let gap = Span::new(document.tokens[i - 1].span.end, document.tokens[i].span.start);
    document.slice(gap).contains('\n')
}

/// Gives each paragraph its kind.
pub(super) fn classify(_document: &mut Document) {}
