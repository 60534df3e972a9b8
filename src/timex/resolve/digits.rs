//! Days in digits that both orders allow, and days of a month that is left open.

use super::{NO_SUCH_DAY, Resolution, reference};
use crate::timex::Anchor;
use crate::timex::calendar::{Point, Unit};
use crate::timex::context::Context;
use chrono::{Datelike, NaiveDate};

/// A day of the month that was mentioned last, else of the month of publication.
pub(super) fn day_of_month(context: &Context, day: u32) -> Resolution {
    let open =
        || Resolution::bare(format!("XXXX-XX-{day:02}"), "The words name a day of a month, and the article does not say which month.");
    let mentioned = context.last_month().map(|(year, month, index)| (year, month, Anchor::Timex(index)));
    let published = context.published.map(|published| (published.year(), published.month(), Anchor::Published));
    let Some((year, month, anchor)) = mentioned.or(published) else { return open() };
    let Some(date) = NaiveDate::from_ymd_opt(year, month, day) else { return open() };
    let why = format!("The words name a day of the month; the month is {}.", reference(anchor, Unit::Month));
    Resolution::at(Point::Day(date), Some(anchor), why)
}

/// A day in digits that both orders allow: the order that the article shows elsewhere, else the day nearest to publication.
pub(super) fn slashes(context: &Context, year: i32, first: u32, second: u32) -> Resolution {
    let month_first = NaiveDate::from_ymd_opt(year, first, second);
    let day_first = NaiveDate::from_ymd_opt(year, second, first);
    let near =
        |date: Option<NaiveDate>| date.zip(context.published).map_or(i64::MAX, |(date, published)| (date - published).num_days().abs());
    let shown = context.day_first;
    let british = shown.unwrap_or(near(day_first) < near(month_first));
    let (chosen, other) = if british { (day_first, month_first) } else { (month_first, day_first) };
    let Some(date) = chosen.or(other) else { return Resolution::bare(format!("{year:04}"), NO_SUCH_DAY) };
    let why = match shown {
        _ if other.is_none() || chosen.is_none() => "Only one order of the digits gives a day of the calendar.",
        Some(true) => "The digits can be read in two orders; another date of the article puts the day first.",
        Some(false) => "The digits can be read in two orders; another date of the article puts the month first.",
        None if near(chosen) < near(other) => "The digits can be read in two orders; this one is nearer to the day of publication.",
        None => "The digits can be read in two orders; we take the month to stand first.",
    };
    let doubt = if shown.is_some() { 0.05 } else { 0.3 };
    Resolution::at(Point::Day(date), None, why)
        .doubted(doubt)
        .or(other.map(Point::Day), "The digits could also be read in the other order.")
}
