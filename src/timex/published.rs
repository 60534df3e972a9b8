//! The day of publication: given, or told by the article itself.

use super::calendar::Point;
use super::find::Found;
use super::symbol::{Direction, Fields, Fine, Symbol, YearPart};
use super::tense::{self, Tense};
use super::{Published, PublishedBasis};
use crate::clause::Clauses;
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, ParagraphKind, TokenKind, behind_dateline, words};
use chrono::{Datelike, NaiveDate};

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
pub fn published(document: &Document, clauses: &Clauses, given: Option<NaiveDate>, found: &[Found]) -> Published {
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
    let agree = weekdays_that_agree(document, clauses, best, found);
    if best.basis == PublishedBasis::Text
        && (is_story_of_the_past(document, clauses, best, found) || !is_of_the_news(document, best, found, agree))
    {
        return nothing();
    }
    let agree = agree.map(|(share, _)| share);
    let confidence = match best.basis {
        PublishedBasis::Dateline => 0.96,
        PublishedBasis::Byline => 0.95,
        PublishedBasis::Caption => agree.map_or(0.8, |share| 0.75 + 0.18 * share),
        _ => 0.7 + 0.18 * agree.unwrap_or(0.0),
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
    // "On 3 May 1950 the king died.": a sentence, no line with a date.
    let tells = (around.tokens.start..around.tokens.end).any(|i| document.tag(i).is_some_and(Tag::is_verb));
    let place_first = before <= 16
        && !document.has(around.tokens.start, Classes::PREPOSITION)
        && (around.tokens.start..found.read.tokens.start).all(|i| document.kind(i) != Some(TokenKind::Word) || document.is_capitalized(i));
    if found.read.tokens.start < behind_dateline(document, &around.tokens) && length > 14 {
        return PublishedBasis::Dateline;
    }
    if length <= 16
        && (!tells || is_meta(document, around.tokens.start))
        && (place_first || is_meta(document, around.tokens.start) || before <= 2)
    {
        return PublishedBasis::Byline;
    }
    if is_caption(document, paragraph) { PublishedBasis::Caption } else { PublishedBasis::Text }
}

/// "By …", "Published: …", "Updated …".
fn is_meta(document: &Document, i: usize) -> bool {
    document.is_any(i, words!["by", "published", "updated", "posted", "last", "first", "date", "dated", "created", "issued", "for"])
}

/// A paragraph near the top behind a line about a picture.
fn is_caption(document: &Document, paragraph: usize) -> bool {
    let credits = |p: usize| {
        document.paragraphs.get(p).is_some_and(|around| {
            around.kind == ParagraphKind::Credit
                || around.tokens.len() <= 12
                    && document.is_any(around.tokens.start, words!["photo", "photograph", "image", "picture", "credit", "file", "photos"])
        })
    };
    paragraph.checked_sub(1).is_some_and(credits) || credits(paragraph) || credits(paragraph + 1)
}

/// The share of the bare weekdays near the top that are the day of the date or one of the two days before it, as in
/// news of that day, and how many there are; those that look ahead are left out. `None` where there is none.
fn weekdays_that_agree(document: &Document, clauses: &Clauses, candidate: &Candidate, found: &[Found]) -> Option<(f32, u8)> {
    let near = found.iter().take_while(|read| document.paragraph_of(read.read.tokens.start) < TOP);
    let weekdays = near.filter_map(|read| match read.read.symbol {
        Symbol::Weekday(weekday, Direction::Bare) => Some((weekday, &read.read.tokens)),
        _ => None,
    });
    let told = weekdays.take(CANDIDATES).filter(|(_, tokens)| tense::around(document, clauses, tokens).0 != Tense::Future);
    let (mut all, mut agree) = (0_u8, 0_u8);
    for (weekday, _) in told {
        all += 1;
        agree += u8::from(candidate.date.weekday().days_since(weekday) <= 2);
    }
    (all > 0).then(|| (f32::from(agree) / f32::from(all), all))
}

/// Whether a date in a sentence is likely that of the news: a weekday stands beside it, or several bare ones agree with it; nothing is told to have gone on since.
fn is_of_the_news(document: &Document, candidate: &Candidate, found: &[Found], agree: Option<(f32, u8)>) -> bool {
    let Some(read) = found.get(candidate.found).map(|found| &found.read) else { return false };
    let named = matches!(read.symbol, Symbol::Calendar(Fields { weekday: Some(_), .. }));
    let since = read.tokens.start.checked_sub(1).is_some_and(|i| document.is_any(i, &["since", "until", "after", "before"]));
    // "resigned last night" counts from the day behind that of the news.
    let body = document.paragraphs.iter().filter(|paragraph| paragraph.kind == ParagraphKind::Body).take(3);
    let relative = |i: usize| document.is_any(i, &["yesterday", "tonight"]) || document.is(i, "last") && document.is(i + 1, "night");
    let counts = body.flat_map(|paragraph| paragraph.tokens.clone()).any(relative);
    !since && !counts && agree.is_some_and(|(share, all)| share > 0.0 && named || share >= 1.0 && all >= 2)
}

/// A text that has gone on to later days and years tells a story; its first date is not its own.
fn is_story_of_the_past(document: &Document, clauses: &Clauses, candidate: &Candidate, found: &[Found]) -> bool {
    let over = |read: &&Found| tense::around(document, clauses, &read.read.tokens).0 == Tense::Past;
    let later = found
        .iter()
        .filter(|read| stated_point(&read.read.symbol).is_some_and(|point| point.year() > candidate.date.year()))
        .filter(over)
        .count();
    let others = found.iter().filter_map(|read| full_date(&read.read.symbol)).filter(|date| *date > candidate.date).count();
    later > 0 || others > 1
}

fn stated_point(symbol: &Symbol) -> Option<Point> {
    match symbol {
        Symbol::Calendar(Fields { year: YearPart::Stated(year), .. }) => Some(Point::Year(*year)),
        _ => None,
    }
}
