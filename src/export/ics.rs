//! A calendar (RFC 5545) of the events that are dated to a day.
//!
//! A calendar cannot say "in the spring" or "about 1990", so such events are left out and counted.

use super::article::{Article, can_be_written, hash, shown, single_day};
use super::{Options, Work, json, names};
use crate::event::{Basis, Event, EventDate, Status};
use chrono::NaiveDate;

/// The most octets of a line; longer ones are folded.
const LONGEST_LINE: usize = 75;

/// The calendar of `work`.
pub fn write(work: Work, options: &Options) -> String {
    let article = Article::new(work);
    let events: Vec<_> = article.events(true, options).into_iter().filter_map(|(i, event)| single(i, event)).collect();
    let left_out = article.event_count().saturating_sub(events.len());
    let mut calendar = Calendar { written: String::new() };
    calendar.head(&article, events.len(), left_out);
    for (i, event, date, day) in events {
        calendar.event(&article, i, event, date, day);
    }
    calendar.raw("END", "VCALENDAR");
    calendar.written
}

fn single(index: usize, event: &Event) -> Option<(usize, &Event, &EventDate, NaiveDate)> {
    let date = event.date.as_ref()?;
    Some((index, event, date, single_day(date)?))
}

struct Calendar {
    written: String,
}

impl Calendar {
    fn head(&mut self, article: &Article, shown: usize, left_out: usize) {
        let left = format!(
            "Published: {}. Events here: {shown}. Left out, because no single day is known for them or they have less weight: {left_out}. {}",
            article.published(),
            article.colophon()
        );
        self.raw("BEGIN", "VCALENDAR");
        self.raw("VERSION", "2.0");
        self.text("PRODID", &format!("-//Saywhen//{}//EN", json::ENGINE));
        self.raw("CALSCALE", "GREGORIAN");
        for name in ["NAME", "X-WR-CALNAME"] {
            self.text(name, &article.headline());
        }
        for name in ["DESCRIPTION", "X-WR-CALDESC"] {
            self.text(name, &left);
        }
        self.raw("X-SAYWHEN-LEFT-OUT", &left_out.to_string());
    }

    fn event(&mut self, article: &Article, index: usize, event: &Event, date: &EventDate, day: NaiveDate) {
        // Without a day of publication there is nothing to stamp with; the stamp must be there all the same.
        let stamp = article.analysis.published.date.filter(can_be_written).map_or_else(|| "19700101".to_owned(), compact);
        self.raw("BEGIN", "VEVENT");
        self.raw("UID", &uid(article, event));
        self.raw("DTSTAMP", &format!("{stamp}T000000Z"));
        self.raw("DTSTART;VALUE=DATE", &compact(day));
        self.raw("DTEND;VALUE=DATE", &compact(day.succ_opt().unwrap_or(day)));
        self.text("SUMMARY", &article.line(event.span));
        self.text("DESCRIPTION", &description(article, index, event));
        if let Some(place) = event.place {
            self.text("LOCATION", &article.line(place));
        }
        self.raw("STATUS", status(event, date));
        self.text("CATEGORIES", names::status(event.status));
        // What is in the news does not make its reader busy.
        self.raw("TRANSP", "TRANSPARENT");
        self.raw("END", "VEVENT");
    }

    /// A property whose value is text.
    fn text(&mut self, name: &str, text: &str) {
        self.raw(name, &escape(text));
    }

    fn raw(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if length + c.len_utf8() > LONGEST_LINE {
                self.written.push_str("\r\n ");
                length = 1;
            }
            self.written.push(c);
            length += c.len_utf8();
        }
        self.written.push_str("\r\n");
    }
}

/// The exact words, the status, and why.
fn description(article: &Article, index: usize, event: &Event) -> String {
    let mut lines = vec![format!("“{}”", article.words(event.span)), format!("Status: {}.", names::status(event.status))];
    if event.basis == Basis::Publication {
        lines.push("The day is that of publication.".to_owned());
    }
    lines.extend(article.reasons(index, event));
    lines.push(article.colophon());
    lines.join("\n")
}

/// Denied is cancelled; what may be, what we doubt and what has its day from the publication is tentative.
fn status(event: &Event, date: &EventDate) -> &'static str {
    match event.status {
        Status::Denied => "CANCELLED",
        Status::Possible => "TENTATIVE",
        _ if event.basis == Basis::Publication || date.edtf.contains(['?', '%']) => "TENTATIVE",
        Status::Happened | Status::Ongoing | Status::Planned | Status::Recurring => "CONFIRMED",
    }
}

/// The same for the same words at the same place, whatever day they are dated to, so that a calendar
/// takes a corrected date for the same event.
fn uid(article: &Article, event: &Event) -> String {
    let place = format!("{}-{}", event.span.start, event.span.end);
    let name = hash([event.grounds.rule.as_bytes(), article.words(event.span).as_bytes(), place.as_bytes()]);
    format!("{name:016x}@saywhen")
}

/// A day as calendars write it.
fn compact(date: NaiveDate) -> String {
    date.to_string().replace('-', "")
}

/// A text value: backslash, semicolon and comma are marked, line ends are spelled.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    for c in text.replace("\r\n", "\n").chars().map(shown) {
        match c {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(c);
            }
            '\n' | '\r' => escaped.push_str("\\n"),
            _ => escaped.push(c),
        }
    }
    escaped
}
