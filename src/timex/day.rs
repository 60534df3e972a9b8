//! A day as messages between the page and its workers hold it, for `#[serde(with)]`: as the number of days by which the common era
//! is old, 1 January 1 being the first. A long article has tens of thousands of days, and to read each from its digits would be
//! most of the work of taking such a message in. Formats for people keep the digits.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// Writes a day.
pub(crate) fn serialize<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() { day.serialize(serializer) } else { day.num_days_from_ce().serialize(serializer) }
}

/// Reads a day; an error where the number is beyond the calendar.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    if deserializer.is_human_readable() {
        return NaiveDate::deserialize(deserializer);
    }
    let number = i32::deserialize(deserializer)?;
    NaiveDate::from_num_days_from_ce_opt(number).ok_or_else(|| D::Error::custom("expected a day, but found a number beyond the calendar"))
}
