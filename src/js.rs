//! What JavaScript callers get: `analyze(text, date?)` gives the analysis record
//! with offsets in UTF-16 code units, as JavaScript counts.

use crate::export::{Work, json};
use crate::text::encoding::Encoding;
use crate::{Options, analyze};
use chrono::NaiveDate;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Analyses `text`, published on `date` (`YYYY-MM-DD`) where that is known.
///
/// # Errors
///
/// Throws an `Error` when `date` is given and is not a day of the calendar.
/// No text is an error.
#[wasm_bindgen(js_name = analyze)]
pub fn analyze_for_javascript(text: &str, date: Option<String>) -> Result<JsValue, JsError> {
    let published = date.map(|date| day(&date)).transpose()?;
    let analysis = analyze(text, &Options { published, ..Options::default() });
    let record = json::record(Work::found(text, &analysis), Encoding::Utf16);
    Ok(record.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

fn day(date: &str) -> Result<NaiveDate, JsError> {
    date.parse().map_err(|_| JsError::new(&format!("expected a date like 2015-12-11, but found {date:?}")))
}
