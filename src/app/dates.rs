//! Dates in words, their parts in the order that the reader is used to.
//!
//! What is taken away has the day first everywhere, so that it is the same on every machine.

pub use crate::timex::words::{DateWords, attribute, hedge, side};

use crate::app::browser;
use crate::timex::words::Order;
use crate::timex::{Interval, TimexType, typed};
use chrono::NaiveDate;
use std::cell::OnceCell;

/// The reader's order: the browser knows it, and keeps to it while the page is open.
fn order() -> Order {
    thread_local! {
        static ORDER: OnceCell<Order> = const { OnceCell::new() };
    }
    // A page that is rendered for tests has no browser.
    let asked = || if cfg!(target_arch = "wasm32") && browser::puts_month_first() { Order::MonthFirst } else { Order::DayFirst };
    ORDER.with(|order| *order.get_or_init(asked))
}

/// Asks the browser for the reader's order, which takes it a while the first time.
pub fn prepare() {
    order();
}

/// The day in one line.
pub fn day(date: NaiveDate) -> String {
    order().day(date)
}

/// A TIMEX3 value of some type in one line.
pub fn typed(kind: TimexType, value: &str, interval: Option<Interval>) -> String {
    order().typed(kind, value, interval)
}

/// A TIMEX3 value in one line; `interval` speaks for values that have no words of their own.
pub fn line(value: &str, interval: Option<Interval>) -> String {
    order().line(value, interval)
}

/// A TIMEX3 value for a narrow column.
pub fn column(value: &str, interval: Option<Interval>) -> DateWords {
    order().column(value, interval)
}

/// A date in EDTF in one line.
pub fn edtf(edtf: &str) -> String {
    order().edtf(edtf)
}

/// The value of a date that the reader typed; `None` where it is none.
pub fn value(words: &str) -> Option<String> {
    typed::value(words, order())
}

/// A value for a field, in words that [`value`] reads back.
pub fn shown(value: &str) -> String {
    typed::shown(value, order())
}
