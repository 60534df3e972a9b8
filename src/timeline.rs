//! The events in order of time.

use crate::event::Event;
use serde::{Deserialize, Serialize};

/// Indices into the list of events. What is told again is there once, where it is told best; see [`Event::same`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timeline {
    /// Events with a date, earliest first; of equal beginnings the more precise first, then the order of the text.
    pub dated: Vec<usize>,
    /// Events without a date, in the order of the text.
    pub undated: Vec<usize>,
}

/// Orders `events` by their dates.
pub fn order(events: &[Event]) -> Timeline {
    let rows = (0..events.len()).filter(|i| events[*i].same.is_none());
    let (mut dated, undated): (Vec<usize>, Vec<usize>) = rows.partition(|i| events[*i].date.is_some());
    dated.sort_by_key(|i| events[*i].date.as_ref().map(|date| (date.earliest, date.latest)));
    Timeline { dated, undated }
}

/// Which events a timeline shows: `all` where they are asked for or none is marked as main, else the main ones.
pub fn shown(events: &[Event], all: bool) -> impl Fn(&Event) -> bool {
    let all = all || !events.iter().any(|event| event.main);
    move |event| all || event.main
}
