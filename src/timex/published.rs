//! The day of publication: given, or told by the article itself.

use super::calendar::Point;
use super::find::Found;
use super::symbol::{Direction, Fields, Fine, Symbol, YearPart};
use super::{Published, PublishedBasis};
use crate::text::{Document, ParagraphKind, TokenKind};
use chrono::{Datelike, NaiveDate, Weekday};

/// How many paragraphs from the top are "near the top".
const TOP: usize = 12;

/// How many full dates are looked at.
const CANDIDATES: usize = 12;

/// A full date of the article and what it stands in.
struct Candidate {
    date: NaiveDate,
    basis: PublishedBasis,
    found: usize,
}

/// The day of publication of `document`, of which `found` are the time expressions.
pub fn published(document: &Document, given: Option<NaiveDate>, found: &[Found]) -> Published {
    if given.is_some() {
        return Published { date: given, basis: PublishedBasis::Given, span: None, confidence: 1.0 };
    }
    let candidates: Vec<Candidate> =
        found.iter().enumerate().filter_map(|(k, read)| candidate(document, k, read)).take(CANDIDATES).collect();
    let rank = |candidate: &&Candidate| match candidate.basis {
        PublishedBasis::Dateline => 0,
        PublishedBasis::Byline => 1,
        PublishedBasis::Caption => 2,
        _ => 3,
    };
    let Some(best) = candidates.iter().min_by_key(rank) else { return nothing() };
    let agrees = weekday_agrees(document, best, found);
    if best.basis == PublishedBasis::Text && (is_story_of_the_past(best, found) || agrees != Some(true)) {
        return nothing();
    }
    let confidence = match (best.basis, agrees) {
        (PublishedBasis::Dateline, _) => 0.96,
        (PublishedBasis::Byline, _) => 0.95,
        (PublishedBasis::Caption, Some(true)) => 0.93,
        (PublishedBasis::Caption, _) => 0.8,
        (_, Some(true)) => 0.88,
        _ => 0.7,
    };
    let span = found.get(best.found).map(|read| document.span(read.read.tokens.clone()));
    Published { date: Some(best.date), basis: best.basis, span, confidence }
}

fn nothing() -> Published {
    Published { date: None, basis: PublishedBasis::None, span: None, confidence: 0.0 }
}

/// The full date of a match near the top, with the place where it stands.
fn candidate(document: &Document, number: usize, found: &Found) -> Option<Candidate> {
    let date = full_date(&found.read.symbol)?;
    let paragraph = document.paragraph_of(found.read.tokens.start);
    let last = document.paragraphs.len().saturating_sub(2);
    let basis = place(document, paragraph, found);
    let near = paragraph < TOP || (paragraph >= last && basis == PublishedBasis::Byline);
    near.then_some(Candidate { date, basis, found: number })
}

/// The day that the words give in full.
fn full_date(symbol: &Symbol) -> Option<NaiveDate> {
    match symbol {
        Symbol::Calendar(Fields { year: YearPart::Stated(year), fine: Fine::Day(month, day), .. }) => {
            NaiveDate::from_ymd_opt(*year, *month, *day)
        }
        _ => None,
    }
}

/// What kind of place the match stands in.
fn place(document: &Document, paragraph: usize, found: &Found) -> PublishedBasis {
    let Some(around) = document.paragraphs.get(paragraph) else { return PublishedBasis::Text };
    let before = found.read.tokens.start - around.tokens.start.min(found.read.tokens.start);
    let length = around.tokens.len();
    match around.kind {
        ParagraphKind::Dateline => return PublishedBasis::Dateline,
        ParagraphKind::Byline | ParagraphKind::Label => return PublishedBasis::Byline,
        ParagraphKind::Caption => return PublishedBasis::Caption,
        _ => {}
    }
    let behind =
        (found.read.tokens.end..around.tokens.end.min(found.read.tokens.end + 6)).any(|i| document.is_any(i, &["—", "–", "--", "-"]));
    let place_first = before <= 16
        && (around.tokens.start..found.read.tokens.start).all(|i| document.kind(i) != Some(TokenKind::Word) || document.is_capitalized(i));
    if before <= 8 && behind && place_first && length > 14 {
        return PublishedBasis::Dateline;
    }
    if length <= 16 && (place_first || is_meta(document, around.tokens.start) || before <= 2) {
        return PublishedBasis::Byline;
    }
    if is_caption(document, paragraph) { PublishedBasis::Caption } else { PublishedBasis::Text }
}

/// "By …", "Published: …", "Updated …".
fn is_meta(document: &Document, i: usize) -> bool {
    document.is_any(i, &["by", "published", "updated", "posted", "last", "first", "date", "dated", "created", "issued", "for"])
}

/// A paragraph near the top behind a line about a picture.
fn is_caption(document: &Document, paragraph: usize) -> bool {
    let credits = |p: usize| {
        document.paragraphs.get(p).is_some_and(|around| {
            around.kind == ParagraphKind::Credit
                || around.tokens.len() <= 12
                    && document.is_any(around.tokens.start, &["photo", "photograph", "image", "picture", "credit", "file", "photos"])
        })
    };
    paragraph.checked_sub(1).is_some_and(credits) || credits(paragraph) || credits(paragraph + 1)
}

/// Whether a bare weekday near the date is at most six days before it, on it, or names it; `None` where there is none.
fn weekday_agrees(document: &Document, candidate: &Candidate, found: &[Found]) -> Option<bool> {
    let near = found.iter().filter(|read| document.paragraph_of(read.read.tokens.start) < TOP);
    let weekdays: Vec<Weekday> = near
        .filter_map(|read| match read.read.symbol {
            Symbol::Weekday(weekday, Direction::Bare) => Some(weekday),
            _ => None,
        })
        .collect();
    let first = weekdays.first()?;
    let back = (7 + candidate.date.weekday().num_days_from_monday() - first.num_days_from_monday()) % 7;
    Some(back <= 2 || weekdays.len() > 1)
}

/// A text that goes on to other days and years far from its first date tells a story; that date is not its own.
fn is_story_of_the_past(candidate: &Candidate, found: &[Found]) -> bool {
    let later =
        found.iter().filter_map(|read| stated_point(&read.read.symbol)).filter(|point| point.year() > candidate.date.year() + 1).count();
    let others = found.iter().filter_map(|read| full_date(&read.read.symbol)).filter(|date| *date > candidate.date).count();
    later > 0 || others > 1
}

fn stated_point(symbol: &Symbol) -> Option<Point> {
    match symbol {
        Symbol::Calendar(Fields { year: YearPart::Stated(year), .. }) => Some(Point::Year(*year)),
        _ => None,
    }
}
