//! What another date has moved with it: the differences between two readings of one text.

use crate::analysis::Analysis;
use crate::text::Span;
use rustc_hash::FxHashMap;

/// An event that has another date in a newer reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The event, by its place in the newer reading.
    pub event: usize,
    /// Its date before, in EDTF; `None` where it had none.
    pub before: Option<String>,
    /// Its date now, in EDTF; `None` where it has none.
    pub after: Option<String>,
}

/// The events of `after` that `before`, a reading of the same text, dates otherwise; in the order of the text.
pub fn moved(before: &Analysis, after: &Analysis) -> Vec<Moved> {
    let date = |analysis: &Analysis, i: usize| analysis.events[i].date.as_ref().map(|date| date.edtf.clone());
    let known: FxHashMap<Span, usize> = before.events.iter().enumerate().map(|(i, event)| (event.trigger, i)).collect();
    let mut moved = Vec::new();
    for (event, now) in after.events.iter().enumerate() {
        let Some(was) = known.get(&now.trigger).filter(|_| now.same.is_none()) else { continue };
        let (before, after) = (date(before, *was), date(after, event));
        if before != after {
            moved.push(Moved { event, before, after });
        }
    }
    moved
}
