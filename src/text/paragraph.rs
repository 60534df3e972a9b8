//! Paragraphs and their kinds: what is body text and what stands around it.

use super::document::Document;
use super::span::Span;
use super::token::TokenKind;
use super::words::{Words, words};
use crate::lexicon::Classes;
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
    /// Place and date, or "Published …", on a line of their own.
    Dateline,
    /// The words under a picture.
    Caption,
    /// Whose picture or report it is.
    Credit,
    /// The article itself.
    Body,
    /// An item of a list.
    List,
    /// A line that names what follows or leads elsewhere: a heading, "Read more".
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

/// A line this long, in bytes, may have been broken by its width rather than by its author.
const WRAPPED_LINE: usize = 40;

/// Cuts the tokens at the line ends that end a paragraph.
pub(super) fn split(document: &Document) -> Vec<Paragraph> {
    let breaks = line_breaks(document);
    let wrapped = is_hard_wrapped(document, &breaks);
    let mut starts = vec![0];
    starts.extend(breaks.iter().filter(|line| !continues(document, line, wrapped)).map(|line| line.next));
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([document.tokens.len()]).collect();
    let ranges = starts.into_iter().zip(ends).filter(|(start, end)| start < end);
    ranges
        .map(|(start, end)| Paragraph { span: document.span(start..end), kind: ParagraphKind::Body, sentences: 0..0, tokens: start..end })
        .collect()
}

/// The end of a line.
struct LineBreak {
    /// The first token of the next line.
    next: usize,
    /// Whether one or more empty lines follow.
    blank: bool,
    /// The length of the line that ends, in bytes.
    length: usize,
}

fn line_breaks(document: &Document) -> Vec<LineBreak> {
    let mut line_start = document.tokens.first().map_or(0, |token| token.span.start);
    let mut breaks = Vec::new();
    for (before, i) in document.tokens.iter().zip(1..) {
        let Some(after) = document.token(i).filter(|token| token.spaced) else { continue };
        let gap = Span::new(before.span.end, after.span.start);
        if gap.len() == 1 && document.slice(gap) == " " {
            continue;
        }
        let ends = document.slice(gap).chars().filter(|c| matches!(c, '\n' | '\u{2028}' | '\u{2029}' | '\u{85}')).count();
        let old_style = ends == 0 && document.slice(gap).contains('\r');
        if ends > 0 || old_style {
            breaks.push(LineBreak { next: i, blank: ends > 1, length: before.span.end - line_start });
            line_start = after.span.start;
        }
    }
    breaks
}

/// Whether lines were broken by their width: often the next line goes on in lower case.
fn is_hard_wrapped(document: &Document, breaks: &[LineBreak]) -> bool {
    let single = breaks.iter().filter(|line| !line.blank && line.length >= WRAPPED_LINE);
    let (all, lower) = single.fold((0, 0), |(all, lower), line| (all + 1, lower + usize::from(goes_on_in_lower_case(document, line.next))));
    all >= 3 && lower * 3 >= all
}

fn goes_on_in_lower_case(document: &Document, next: usize) -> bool {
    let lower = document.token(next).is_some_and(|token| token.kind == TokenKind::Word && !token.is_capitalized());
    lower && next.checked_sub(1).is_some_and(|last| !ends_statement(document, last))
}

/// Whether the paragraph goes on behind the line break.
fn continues(document: &Document, line: &LineBreak, wrapped: bool) -> bool {
    if line.blank || is_list_marker(document, line.next) {
        return false;
    }
    goes_on_in_lower_case(document, line.next) || (wrapped && line.length >= WRAPPED_LINE)
}

/// Whether the token at `i` can be the last of a full statement.
fn ends_statement(document: &Document, i: usize) -> bool {
    let closed = (i.saturating_sub(2)..=i).rev().find(|k| document.kind(*k) != Some(TokenKind::Mark) && !document.is_any(*k, &[")", "]"]));
    closed.is_some_and(|k| document.text_of(k).ends_with(['.', '?', '!', '…', ':']))
}

/// Whether a line that begins at `i` begins as an item of a list.
fn is_list_marker(document: &Document, i: usize) -> bool {
    let spaced_next = document.token(i + 1).is_some_and(|token| token.spaced);
    let bullet = document.is_any(i, words!["•", "*", "-", "–", "·", "▪", "◦", "‣"]) && spaced_next;
    let numbered = document.kind(i) == Some(TokenKind::Number)
        && document.text_of(i).len() <= 2
        && document.is_glued(i + 1)
        && document.is_any(i + 1, &[")", "."])
        && document.token(i + 2).is_some_and(|token| token.spaced);
    bullet || numbered
}

/// Gives each paragraph its kind.
pub(super) fn classify(document: &mut Document) {
    let mut kinds: Vec<ParagraphKind> = (0..document.paragraphs.len()).map(|p| kind_by_itself(document, p)).collect();
    mark_head(document, &mut kinds);
    mark_captions(document, &mut kinds);
    for (paragraph, kind) in document.paragraphs.iter_mut().zip(kinds) {
        paragraph.kind = kind;
    }
}

/// The kind that the words of a paragraph tell, without its place.
fn kind_by_itself(document: &Document, p: usize) -> ParagraphKind {
    let tokens = &document.paragraphs[p].tokens;
    if is_byline(document, tokens) {
        ParagraphKind::Byline
    } else if is_credit(document, tokens) {
        ParagraphKind::Credit
    } else if is_dateline(document, tokens) {
        ParagraphKind::Dateline
    } else if has_caption_words(document, tokens) {
        ParagraphKind::Caption
    } else if is_list_marker(document, tokens.start) {
        ParagraphKind::List
    } else if is_label(document, tokens) {
        ParagraphKind::Label
    } else {
        ParagraphKind::Body
    }
}

fn is_credit(document: &Document, tokens: &Range<usize>) -> bool {
    let (i, len) = (tokens.start, tokens.len());
    let picture = document.is_any(i, words!["photo", "photos", "photograph", "image", "picture", "credit", "video", "source", "file"]);
    let labelled = picture && len <= 14 && ["by", ":", "/", "credit", "courtesy", "photo"].iter().any(|word| document.is(i + 1, word));
    let reporting = ["additional", "with", "writing", "reporting", "editing"].iter().any(|word| document.is(i, word))
        && tokens.clone().take(4).any(|k| document.is_any(k, &["reporting", "writing", "editing"]))
        && tokens.clone().take(6).any(|k| document.is(k, "by"));
    let rights = document.is_any(i, &["©", "copyright"]) || document.is_phrase(i, &["all", "rights", "reserved"]);
    labelled || (reporting && len <= 60) || (rights && len <= 30) || is_agency_line(document, tokens)
}

/// A short line without a full stop whose words are names and an agency: "REUTERS/Ana Costa", "Staff and agencies".
fn is_agency_line(document: &Document, tokens: &Range<usize>) -> bool {
    let words = || tokens.clone().filter(|k| document.kind(*k) == Some(TokenKind::Word));
    let agency = |k: usize| document.has(k, Classes::NEWS_AGENCY) || document.is_any(k, &["agencies", "getty", "correspondent"]);
    let short = (1..=8).contains(&words().count());
    short
        && words().any(agency)
        && words().all(|k| document.is_capitalized(k) || agency(k) || document.is_any(k, &["and", "with", "staff", "via"]))
}

fn is_byline(document: &Document, tokens: &Range<usize>) -> bool {
    let i = tokens.start;
    let by = document.is_any(i, &["by", "from"]) && !ends_statement(document, tokens.end - 1);
    let written =
        document.is_phrase(i, &["written", "by"]) || document.is_phrase(i, &["reported", "by"]) || document.is_phrase(i, &["story", "by"]);
    let names = tokens.clone().skip(1).filter(|k| document.kind(*k) == Some(TokenKind::Word)).take(2).all(|k| document.is_capitalized(k));
    (by && names && (2..=25).contains(&tokens.len())) || (written && tokens.len() <= 25)
}

/// A line that is a date, with a place, a weekday, a clock time or "Published" at most.
fn is_dateline(document: &Document, tokens: &Range<usize>) -> bool {
    let i = tokens.start;
    let meta = document.is_any(i, words!["published", "updated", "posted", "first", "last", "issued", "date", "released"])
        && tokens
            .clone()
            .take(4)
            .any(|k| document.is_any(k, words!["published", "updated", "posted", "issued", "date", "modified", "released", ":"]));
    let dated = tokens.len() <= 24
        && tokens.clone().any(|k| is_year(document, k))
        && tokens.clone().any(|k| document.has(k, Classes::MONTH) || document.is_any(k, &["/", "-"]));
    let lower = || tokens.clone().filter(|k| document.token(*k).is_some_and(|t| t.kind == TokenKind::Word && !t.is_capitalized())).count();
    dated && ((meta && tokens.len() <= 24) || (tokens.len() <= 12 && !document.is(tokens.end - 1, ".") && lower() <= 2))
}

/// Whether the token at `i` is a number that can be a year of our time.
fn is_year(document: &Document, i: usize) -> bool {
    document.kind(i) == Some(TokenKind::Number) && matches!(document.word(i).parse::<u32>(), Ok(1800..=2100))
}

/// Words that only a caption has: "(left)", "in this file photo", "AP Photo/…", "REUTERS/…".
fn has_caption_words(document: &Document, tokens: &Range<usize>) -> bool {
    if tokens.len() > 120 {
        return false;
    }
    let i = tokens.start;
    let announced = document.is_any(i, &["pictured", "caption"]) && document.is(i + 1, ":");
    let file = tokens.clone().any(|k| {
        document.is_phrase(k, &["file", "photo"])
            || document.is_phrase(k, &["handout", "photo"])
            || document.is_phrase(k, &["file", "picture"])
    });
    let last = tokens.end.saturating_sub(8).max(i)..tokens.end;
    let signed = last.clone().any(|k| {
        let slash = document.is(k + 1, "/") && k + 2 < tokens.end;
        (slash && (document.has(k, Classes::NEWS_AGENCY) || document.is(k, "photo")))
            || (document.is(k, "/") && document.is(k + 1, "getty"))
    });
    announced || file || signed
}

/// The first words of lines that lead elsewhere.
static ELSEWHERE: Words = Words::new(&[
    "read",
    "also",
    "related",
    "see",
    "watch",
    "listen",
    "advertisement",
    "share",
    "sign",
    "subscribe",
    "follow",
    "click",
    "more",
    "recommended",
    "continue",
    "story",
    "editor",
]);

/// A line that leads elsewhere or names what follows.
fn is_label(document: &Document, tokens: &Range<usize>) -> bool {
    let i = tokens.start;
    let elsewhere: &[&[&str]] = &[
        &["read", "more"],
        &["read", "also"],
        &["also", "read"],
        &["related"],
        &["see", "also"],
        &["watch", ":"],
        &["listen", ":"],
        &["advertisement"],
        &["share", "this"],
        &["sign", "up"],
        &["subscribe"],
        &["follow", "us"],
        &["click", "here"],
        &["more", "on", "this"],
        &["recommended"],
        &["continue", "reading"],
        &["story", "continues"],
        &["share"],
        &["editor", "'s", "note"],
    ];
    let leads = tokens.len() <= 30 && document.is_any(i, &ELSEWHERE) && elsewhere.iter().any(|phrase| document.is_phrase(i, phrase));
    let closes = document.is(tokens.end - 1, ":") || !ends_statement(document, tokens.end - 1);
    let marked = tokens.clone().any(|k| document.kind(k) == Some(TokenKind::Mark));
    leads || (tokens.len() <= 10 && closes && !marked && !document.is(i + 1, ":"))
}

/// Finds the headline and the line under it among the first paragraphs.
fn mark_head(document: &Document, kinds: &mut [ParagraphKind]) {
    let count = kinds.len();
    let titled = (0..count.min(4)).find(|p| !matches!(kinds[*p], ParagraphKind::Credit | ParagraphKind::Dateline | ParagraphKind::Byline));
    let Some(title) = titled.filter(|p| p + 1 < count && is_headline(document, *p)) else {
        return;
    };
    kinds[title] = ParagraphKind::Title;
    let next = title + 1;
    let body = kinds[next] == ParagraphKind::Body || kinds[next] == ParagraphKind::Label;
    let tokens = &document.paragraphs[next].tokens;
    let open = !ends_statement(document, tokens.end - 1);
    let before_matter =
        kinds.get(next + 1).is_some_and(|kind| matches!(kind, ParagraphKind::Byline | ParagraphKind::Credit | ParagraphKind::Dateline));
    let long_enough = tokens.len() >= 6;
    if body && long_enough && tokens.len() <= 60 && (open || before_matter) && count > next + 1 {
        kinds[next] = ParagraphKind::Standfirst;
    }
}

fn is_headline(document: &Document, p: usize) -> bool {
    let tokens = &document.paragraphs[p].tokens;
    let one_sentence = document.paragraphs[p].sentences.len() <= 2;
    let stopped = document.is(tokens.end - 1, ".") && tokens.len() > 18;
    one_sentence
        && tokens.len() <= 40
        && !stopped
        && !document.is_any(tokens.end - 1, &[":", ","])
        && !opens_with_dateline(document, tokens)
}

/// Whether the paragraph begins as an agency report does: "NAIROBI, Kenya (AP) —".
fn opens_with_dateline(document: &Document, tokens: &Range<usize>) -> bool {
    tokens.clone().take(12).skip(1).any(|k| document.is_any(k, words!["—", "–", "-", "--", "_"]) && document.is(k - 1, ")"))
}

/// Marks the captions: short paragraphs next to a credit line, before the body, that name a date with its year.
fn mark_captions(document: &Document, kinds: &mut [ParagraphKind]) {
    let mut early = true;
    for p in 0..kinds.len() {
        let tokens = &document.paragraphs[p].tokens;
        let beside = |q: Option<usize>| q.and_then(|q| kinds.get(q)) == Some(&ParagraphKind::Credit);
        let credited = beside(p.checked_sub(1)) || beside(Some(p + 1));
        let dated = tokens.clone().any(|k| is_year(document, k)) && tokens.clone().any(|k| document.has(k, Classes::MONTH));
        if kinds[p] == ParagraphKind::Body
            && credited
            && dated
            && tokens.len() <= 80
            && (early || document.paragraphs[p].sentences.len() == 1)
        {
            kinds[p] = ParagraphKind::Caption;
        }
        early &= kinds[p] != ParagraphKind::Body;
    }
}
