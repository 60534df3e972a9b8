//! Slides for TimelineJS 3, in its JSON format.
//!
//! TimelineJS reads texts as HTML, so everything is escaped. It draws years, months and days without doubt,
//! so the doubt stands in `display_date`.

use super::article::{Article, escape_html, one_line};
use super::{Options, Work, json, names};
use crate::event::{Basis, Event, EventDate};
use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

/// Headlines longer than this many characters are cut; the slide's text has all the words.
const LONGEST_HEADLINE: usize = 120;

/// A timeline.
#[derive(Clone, Debug, Serialize)]
pub struct Timeline {
    title: Slide,
    events: Vec<Slide>,
}

#[derive(Clone, Debug, Serialize)]
struct Slide {
    unique_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    display_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'static str>,
    text: Text,
    /// Addresses in a text stay text.
    autolink: bool,
}

#[derive(Clone, Debug, Serialize)]
struct Text {
    headline: String,
    text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
struct Date {
    year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    month: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    day: Option<u32>,
}

/// The slides of `work`: the dated events, behind a title.
pub fn record(work: Work, options: &Options) -> Timeline {
    let article = Article::new(work);
    let dated = article.events(true, options);
    let slides: Vec<_> = dated.iter().filter_map(|(i, event)| slide(&article, *i, event)).collect();
    Timeline { title: title(&article, slides.len()), events: slides }
}

fn title(article: &Article, shown: usize) -> Slide {
    let left_out = article.event_count().saturating_sub(shown);
    let lines = [
        format!("Published: {}.", article.published()),
        format!("Events here: {shown}. Left out, because they have no date or less weight: {left_out}."),
        article.colophon(),
    ];
    Slide {
        unique_id: "saywhen-title".to_owned(),
        start_date: None,
        end_date: None,
        display_date: None,
        group: None,
        text: Text { headline: headline(&article.headline()), text: paragraphs(&lines) },
        autolink: false,
    }
}

fn slide(article: &Article, index: usize, event: &Event) -> Option<Slide> {
    let date = event.date.as_ref()?;
    let (start, end) = dates(date);
    let basis = if event.basis == Basis::Publication { ", placed on the day of publication" } else { "" };
    let mut lines = vec![format!("“{}”", article.line(event.span)), format!("Status: {}{basis}.", names::status(event.status))];
    lines.extend(event.place.map(|place| format!("Place: {}.", article.line(place))));
    lines.extend(article.reasons(index, event));
    Some(Slide {
        unique_id: format!("saywhen-{}", json::id('v', index)),
        start_date: Some(start),
        end_date: end,
        display_date: article.date_words(event).map(|words| escape_html(&words)),
        group: Some(names::status(event.status)),
        text: Text { headline: headline(&article.line(event.span)), text: paragraphs(&lines) },
        autolink: false,
    })
}

fn paragraphs(lines: &[String]) -> String {
    lines.iter().map(|line| format!("<p>{}</p>", escape_html(&one_line(line)))).collect()
}

/// Words as a headline, cut between words where they are long.
fn headline(words: &str) -> String {
    let Some((cut, _)) = words.char_indices().nth(LONGEST_HEADLINE) else { return escape_html(words) };
    let kept = words.get(..cut).unwrap_or(words);
    let whole = kept.rfind(' ').and_then(|space| kept.get(..space)).unwrap_or(kept);
    escape_html(&format!("{} …", whole.trim_end_matches(|c: char| c.is_ascii_punctuation())))
}

/// The beginning and, where it is another, the end of a date, each as precise as the date is.
fn dates(date: &EventDate) -> (Date, Option<Date>) {
    let (first, last) = (date.earliest, date.latest);
    let after = last.checked_add_days(Days::new(1)).unwrap_or(last);
    let (start, end) = if first == last {
        (day(first), day(last))
    } else if (first.month(), first.day(), after.month(), after.day()) == (1, 1, 1, 1) {
        (Date { year: first.year(), month: None, day: None }, Date { year: last.year(), month: None, day: None })
    } else if (first.day(), after.day()) == (1, 1) {
        let month = |date: NaiveDate| Date { year: date.year(), month: Some(date.month()), day: None };
        (month(first), month(last))
    } else {
        (day(first), day(last))
    };
    (start, (end != start).then_some(end))
}

fn day(date: NaiveDate) -> Date {
    Date { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(first: &str, last: &str, expected: &str) {
        let date = EventDate { value: String::new(), edtf: String::new(), earliest: first.parse().unwrap(), latest: last.parse().unwrap() };
        let written = |date: Date| [Some(date.year.to_string()), date.month.map(|m| m.to_string()), date.day.map(|d| d.to_string())];
        let written = |date: Date| written(date).into_iter().flatten().collect::<Vec<_>>().join("-");
        let (start, end) = dates(&date);
        assert_eq!([Some(start), end].into_iter().flatten().map(written).collect::<Vec<_>>().join("/"), expected);
    }

    #[test]
    fn dates_are_as_precise_as_they_are_known() {
        check("2024-03-14", "2024-03-14", "2024-3-14");
        check("2024-03-01", "2024-03-31", "2024-3");
        check("2024-01-01", "2024-12-31", "2024");
        check("1990-01-01", "1999-12-31", "1990/1999");
        check("2024-04-01", "2024-06-30", "2024-4/2024-6");
        check("2024-03-16", "2024-03-17", "2024-3-16/2024-3-17");
    }

    #[test]
    fn long_headlines_are_cut_between_words() {
        let cut = headline(&"word & ".repeat(40));
        assert!(cut.ends_with(" …") && cut.contains("&amp;"), "{cut}");
        assert_eq!(headline("short"), "short");
    }
}
