//! One file per format; the wire records live here and nowhere else.
//!
//! Every format holds the proof of what it says: the exact words, their place in the text in code
//! points, the rule that found them, its reason and its doubt. None of them reads a clock, and none
//! writes anything that the text could turn into markup or into a command.

pub mod annotations;
mod article;
pub mod comparison;
pub mod csv;
pub mod fragment;
pub mod html;
pub mod ics;
pub mod json;
pub mod jsonld;
pub mod markdown;
mod names;
pub mod plain;
pub mod timelinejs;
mod work;

pub use work::Work;

use serde::{Deserialize, Serialize};

/// A format that an analysis can be written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// The whole record of the analysis.
    #[default]
    Json,
    /// A table of events and quotations, one a row.
    Csv,
    /// Slides for TimelineJS 3.
    TimelineJs,
    /// A calendar of the events that are dated to a day.
    ICalendar,
    /// Linked data in the words of schema.org.
    JsonLd,
    /// W3C Web Annotations on the words of the text.
    Annotations,
    /// A report to paste into notes.
    Markdown,
    /// A report on one page, to read and to print.
    Html,
}

/// What of a format a caller may choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Options {
    /// Whether timelines hold every event; otherwise they hold the main ones. Tables, records and annotations always hold all.
    pub all_events: bool,
    /// Whether a CSV field that a spreadsheet would take for a formula gets an apostrophe in front.
    /// The field then is no longer exactly the words of the text.
    pub guard_formulas: bool,
}

impl Format {
    /// Every format, the default first.
    pub const ALL: [Self; 8] =
        [Self::Json, Self::Csv, Self::TimelineJs, Self::ICalendar, Self::JsonLd, Self::Annotations, Self::Markdown, Self::Html];

    /// The name by which the command line and the page know it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::TimelineJs => "timelinejs",
            Self::ICalendar => "ics",
            Self::JsonLd => "jsonld",
            Self::Annotations => "annotations",
            Self::Markdown => "markdown",
            Self::Html => "html",
        }
    }

    /// The format of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The media type of a file in this format.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json | Self::TimelineJs => "application/json",
            Self::Csv => "text/csv; charset=utf-8; header=present",
            Self::ICalendar => "text/calendar; charset=utf-8",
            Self::JsonLd => "application/ld+json",
            Self::Annotations => "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"",
            Self::Markdown => "text/markdown; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
        }
    }

    /// How the name of a file in this format ends, without a dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json | Self::TimelineJs => "json",
            Self::Csv => "csv",
            Self::ICalendar => "ics",
            Self::JsonLd | Self::Annotations => "jsonld",
            Self::Markdown => "md",
            Self::Html => "html",
        }
    }
}

/// Writes `work` in `format`. The result ends with a line end.
///
/// # Errors
///
/// Only where JSON cannot be written, which no analysis is known to cause.
#[cfg(feature = "json")]
pub fn write(format: Format, work: Work, options: &Options) -> serde_json::Result<String> {
    use crate::text::encoding::Encoding;
    let mut written = match format {
        Format::Json => serde_json::to_string(&json::record(work, Encoding::Codepoint))?,
        Format::Csv => csv::write(work, options),
        Format::TimelineJs => serde_json::to_string_pretty(&timelinejs::record(work, options))?,
        Format::ICalendar => ics::write(work, options),
        Format::JsonLd => serde_json::to_string_pretty(&jsonld::record(work, options))?,
        Format::Annotations => serde_json::to_string_pretty(&annotations::record(work))?,
        Format::Markdown => markdown::write(work, options),
        Format::Html => html::write(work, options),
    };
    if !written.ends_with('\n') {
        written.push('\n');
    }
    Ok(written)
}
