//! Which events belong on a timeline of at most twelve entries.

use super::{Basis, Event, Status};
use crate::text::{Document, ParagraphKind};

/// How many entries a reader can take in at a glance.
const MOST: usize = 12;

/// Marks the events that an editor would pick, judged by how they are dated and what they tell.
pub(super) fn mark_main(document: &Document, events: &mut [Event]) {
    let mut ranked: Vec<(i32, usize)> = events.iter().enumerate().filter_map(|(v, event)| Some((weight(document, event)?, v))).collect();
    ranked.sort_by_key(|(weight, v)| (-weight, *v));
    let mut picked: Vec<usize> = Vec::new();
    for (_, v) in ranked {
        if picked.len() < MOST && !picked.iter().any(|other| tells_the_same(document, &events[*other], &events[v])) {
            picked.push(v);
        }
    }
    for v in picked {
        events[v].main = true;
    }
}

/// How much the event belongs on the short timeline; `None` where it does not at all.
fn weight(document: &Document, event: &Event) -> Option<i32> {
    event.date.as_ref()?;
    let token = document.tokens_in(event.trigger).start;
    let kind = document.kind_of_paragraph(token);
    let dated = match event.basis {
        Basis::Explicit => 6,
        Basis::Context => 2,
        Basis::Publication => 0,
        Basis::None => return None,
    };
    let saying = if event.quotation.is_some() { -2 } else { 1 };
    let status = match event.status {
        Status::Planned => 2,
        Status::Happened => 1,
        Status::Ongoing | Status::Recurring => 0,
        Status::Possible | Status::Denied => -1,
    };
    let told = i32::from(!event.participants.is_empty()) + i32::from(event.place.is_some());
    let early = i32::from(document.paragraph_of(token) < 6);
    let heading = if kind == Some(ParagraphKind::Title) { -2 } else { 0 };
    let weight = dated + saying + status + told + early + heading;
    (weight > 0).then_some(weight)
}

/// The same verb on the same day is one row.
fn tells_the_same(document: &Document, a: &Event, b: &Event) -> bool {
    let day = |event: &Event| event.date.as_ref().map(|date| date.value.clone());
    let stem = |event: &Event| {
        let word = document.word(document.tokens_in(event.trigger).end.saturating_sub(1));
        word.chars().take(4).collect::<String>()
    };
    day(a) == day(b) && stem(a) == stem(b)
}
