//! What the page says around taking things away and keeping them.

#![expect(missing_docs, reason = "the texts say what they are")]

use crate::export::Format;

pub const TAKE_AWAY: &str = "Take away";
pub const SAVE: &str = "Save";
pub const COPY: &str = "Copy";
pub const COPY_ONE: &str = "Copy with proof";
pub const PASSAGE: &str = "See these words on the published page";
pub const ADDRESS: &str = "Address of the article";
pub const ADD_ADDRESS: &str = "Add its address";
pub const ADDRESS_HINT: &str = "Then every item leads to its words on the published page. Nothing is fetched from there.";
pub const ADDRESS_WRONG: &str =
    "This is no address of a page, so nothing was changed. Copy it from the browser’s address bar; it begins with https://.";
pub const SET_ADDRESS: &str = "Set";
pub const NO_ADDRESS: &str = "Remove";
pub const ALL_EVENTS: &str = "Timelines hold all events";
pub const GUARD: &str = "CSV safe for spreadsheets";
pub const WORK: (&str, &str) = ("Article and corrections", "a file to go on with later, here or elsewhere");
pub const OPEN: &str = "Open such a file";
pub const LINK: &str = "Copy a link to this work";
pub const PRINT: &str = "Print";
pub const KEEP_ASK: &str = "A reload or a crash loses this work.";
pub const KEEP: &str = "Keep it in this browser";
pub const KEPT: &str = "Kept in this browser.";
pub const KEPT_NOT: &str = "This browser did not store it: a reload loses it. Save it with “Take away”.";
pub const STOP_KEEPING: &str = "Delete and stop keeping";

/// The name of a format and what it is for.
pub fn format(format: Format) -> (&'static str, &'static str) {
    match format {
        Format::Json => ("JSON", "the whole record, for programs"),
        Format::Csv => ("CSV", "a table to code sources"),
        Format::TimelineJs => ("TimelineJS", "slides for a web timeline"),
        Format::ICalendar => ("iCalendar", "events dated to a day"),
        Format::JsonLd => ("JSON-LD", "linked data of schema.org"),
        Format::Annotations => ("Web Annotations", "notes on the exact words"),
        Format::Markdown => ("Markdown", "a report for notes"),
        Format::Html => ("Web page", "a report to read and print"),
    }
}
