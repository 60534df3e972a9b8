//! The same event told twice: one row with two places.

use super::find::{Draft, Finder};
use super::scene::How;
use super::{Basis, Event, Status};
use crate::clause::noun;
use crate::clause::stem::Stem;
use crate::lexicon::Classes;
use crate::text::{ParagraphKind, Words, words};
use rustc_hash::FxHashMap;

/// With so many earlier events of a stem one is compared.
const COMPARED: usize = 8;

/// So many events behind the headline are looked at for the one that it tells.
const NEAR_TOP: usize = 12;

/// Joins events that tell the same; see [`super::Event::same`].
pub(super) fn join(finder: &Finder, drafts: &mut [Draft]) {
    let mut groups = Groups { owner: (0..drafts.len()).collect() };
    let mut told: FxHashMap<Stem, Vec<usize>> = FxHashMap::default();
    for v in 0..drafts.len() {
        if !can_recur(finder, &drafts[v]) {
            continue;
        }
        let earlier = told.entry(drafts[v].stem).or_default();
        let near = &earlier[earlier.len().saturating_sub(COMPARED)..];
        match near.iter().rev().find(|other| agree(finder, &drafts[**other], &drafts[v])) {
            Some(other) => groups.join(*other, v),
            None => earlier.push(v),
        }
    }
    headline(finder, drafts, &mut groups);
    groups.settle(drafts);
}

/// Which events belong together: each knows an earlier one of its group.
struct Groups {
    owner: Vec<usize>,
}

impl Groups {
    fn first(&self, mut v: usize) -> usize {
        while self.owner[v] != v {
            v = self.owner[v];
        }
        v
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        self.owner[a.max(b)] = a.min(b);
    }

    /// Lets the event of each group that is told best speak for all.
    fn settle(&self, drafts: &mut [Draft]) {
        let mut best: Vec<usize> = (0..drafts.len()).collect();
        for v in 0..drafts.len() {
            let first = self.first(v);
            if v != first && rank(&drafts[v]) > rank(&drafts[best[first]]) {
                best[first] = v;
            }
        }
        for v in 0..drafts.len() {
            let main = best[self.first(v)];
            if main != v {
                let (date, timex, basis) = (drafts[main].event.date.clone(), drafts[main].event.timex, drafts[main].event.basis);
                let draft = &mut drafts[v];
                draft.event.same = Some(main);
                if draft.event.basis != Basis::Explicit && date.is_some() {
                    draft.how = Some(How::Again);
                    let basis = if basis == Basis::Explicit { Basis::Context } else { basis };
                    (draft.event.date, draft.event.timex, draft.event.basis) = (date, timex, basis);
                }
            }
        }
    }
}

/// How well an event is told: by its own date, in the body, by a verb.
fn rank(draft: &Draft) -> (bool, bool, bool, bool) {
    let event = &draft.event;
    let body = !matches!(draft.kind, ParagraphKind::Title | ParagraphKind::Standfirst | ParagraphKind::Caption);
    (event.basis == Basis::Explicit, body, draft.group.is_some(), event.date.is_some())
}

/// Whether the event can be told again in the same words: a saying is not, and "was" tells too little.
fn can_recur(finder: &Finder, draft: &Draft) -> bool {
    let says = finder.says(draft) && finder.document.is_any(draft.head, words!["said", "says", "say", "told", "tells"]);
    !says && !finder.document.has(draft.head, Classes::AUXILIARY)
}

/// Whether two events of one stem are one.
fn agree(finder: &Finder, a: &Draft, b: &Draft) -> bool {
    let (one, other) = (&a.event, &b.event);
    let shared = one.participants.iter().any(|who| other.participants.contains(who));
    let nouns = a.group.is_none() || b.group.is_none();
    // "announced it on Monday … a day after the announcement"; two sayings are two.
    let sayings = (finder.says(a) || finder.says(b)) && b.group.is_some();
    a.sentence != b.sentence
        && !sayings
        && same_status(one, other)
        && same_date(one, other)
        && (shared || nouns && b.group.is_none() && !is_share(finder, b))
        && told_apart(finder, a) == told_apart(finder, b)
}

/// Words, folded, that tell one event from another of its kind: "the second vote", "another attack".
static TELLING_APART: Words = Words::new(&[
    "last", "previous", "next", "another", "other", "new", "earlier", "later", "former", "final", "latest", "upcoming", "coming",
    "similar", "every", "each", "no",
]);

/// The word that tells the event of a noun from others of its kind.
fn told_apart<'d>(finder: &'d Finder, draft: &Draft) -> Option<&'d str> {
    let document = finder.document;
    let start = noun::phrase_start(document, draft.head, document.sentence_tokens(draft.head).start);
    let telling = |i: &usize| document.has(*i, Classes::ORDINAL_WORD) || document.is_any(*i, &TELLING_APART);
    (start..draft.head).find(|i| draft.group.is_none() && telling(i)).map(|i| document.word(i))
}

/// Whether the noun only counts: "most of the votes".
fn is_share(finder: &Finder, draft: &Draft) -> bool {
    let document = finder.document;
    let start = noun::phrase_start(document, draft.head, document.sentence_tokens(draft.head).start);
    let of = start.checked_sub(1).is_some_and(|i| document.is(i, "of"));
    of && start
        .checked_sub(2)
        .is_some_and(|i| document.is_any(i, words!["most", "half", "percent", "%", "some", "all", "none", "many", "share", "number"]))
}

/// Whether one status does not contradict the other.
fn same_status(one: &Event, other: &Event) -> bool {
    let class = |status| match status {
        Status::Happened | Status::Ongoing => 0,
        Status::Planned | Status::Possible => 1,
        Status::Denied => 2,
        Status::Recurring => 3,
    };
    class(one.status) == class(other.status)
}

/// Whether the dates name the same days as far as they tell.
fn same_date(one: &Event, other: &Event) -> bool {
    let (Some(a), Some(b)) = (&one.date, &other.date) else { return true };
    let own = |event: &Event| event.basis == Basis::Explicit;
    let within = a.earliest <= b.earliest && b.latest <= a.latest || b.earliest <= a.earliest && a.latest <= b.latest;
    match (own(one), own(other)) {
        (true, true) => within && (a.latest - a.earliest).num_days() < 40 && (b.latest - b.earliest).num_days() < 40 || a.value == b.value,
        (false, false) => a.value == b.value,
        _ => within || (a.earliest - b.earliest).num_days().abs() <= 7,
    }
}

/// Joins each event of the headline with the one near the top that tells it more fully.
fn headline(finder: &Finder, drafts: &[Draft], groups: &mut Groups) {
    let heads = |kind| matches!(kind, ParagraphKind::Title | ParagraphKind::Standfirst);
    let first = drafts.iter().position(|draft| draft.kind == ParagraphKind::Body).unwrap_or(drafts.len());
    let top = first..(first + NEAR_TOP).min(drafts.len());
    for v in (0..first).filter(|v| heads(drafts[*v].kind)) {
        let shared = |other: &usize| {
            let (one, two) = (&drafts[v].event, &drafts[*other].event);
            let who = one.participants.iter().filter(|who| two.participants.contains(who)).count();
            let stem = drafts[v].stem == drafts[*other].stem;
            let fits = same_status(one, two) && same_date(one, two) && finder.says(&drafts[v]) == finder.says(&drafts[*other]);
            let silent = one.participants.is_empty();
            (fits && (stem && (who > 0 || silent) || who > 1)).then_some((stem, who))
        };
        let best = top.clone().filter_map(|other| Some((shared(&other)?, std::cmp::Reverse(other)))).max();
        if let Some((_, std::cmp::Reverse(other))) = best {
            groups.join(v, other);
        }
    }
}
