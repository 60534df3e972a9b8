//! Which events belong on a timeline of at most twelve entries.

use super::find::{Draft, Finder};
use super::{Basis, Event, Status};
use crate::clause::stem::{self, Stem};
use crate::clause::{ClauseKind, Form};
use crate::lexicon::{self, Classes};
use crate::quote::QuotationKind;
use crate::text::{ParagraphKind, Sentence, Words, words};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// How many entries a reader can take in at a glance.
const MOST: usize = 12;

/// So many entries a short article has, if it tells of so much.
const FEW: usize = 4;

/// Behind the first few, an article has one entry for so many sentences of its body.
const SENTENCES: usize = 3;

/// An event of less weight is not shown on the short timeline.
const LEAST: i32 = 5;

/// Marks the events that an editor would pick, judged by how they are dated and what they tell.
pub(super) fn mark_main(finder: &Finder, drafts: &mut [Draft]) {
    let told_on_top: FxHashSet<usize> = drafts
        .iter()
        .filter(|draft| matches!(draft.kind, ParagraphKind::Title | ParagraphKind::Standfirst))
        .filter_map(|draft| draft.event.same)
        .collect();
    let mut ranked: Vec<(i32, usize)> =
        drafts.iter().enumerate().filter_map(|(v, draft)| Some((weight(finder, draft, told_on_top.contains(&v))?, v))).collect();
    ranked.sort_by_key(|(weight, v)| (-weight, *v));
    let most = most(finder);
    let mut picked: Vec<usize> = Vec::new();
    for (weight, v) in ranked {
        // The first few are shown even where the text dates little.
        let least = LEAST + i32::from(drafts[v].event.basis != Basis::Explicit);
        let enough = weight >= least || picked.len() < 3 && weight > 0;
        if enough && picked.len() < most && !picked.iter().any(|other| tells_the_same(&drafts[*other], &drafts[v])) {
            picked.push(v);
        }
    }
    for v in picked {
        drafts[v].event.main = true;
    }
}

/// How many entries an editor would give an article of this length.
fn most(finder: &Finder) -> usize {
    let body = |sentence: &&Sentence| finder.document.paragraphs.get(sentence.paragraph).is_some_and(|p| p.kind == ParagraphKind::Body);
    let sentences = finder.document.sentences.iter().filter(body).count();
    (FEW + sentences / SENTENCES).min(MOST)
}

/// How much the event belongs on the short timeline; `None` where it does not at all.
fn weight(finder: &Finder, draft: &Draft, on_top: bool) -> Option<i32> {
    let event = &draft.event;
    if event.same.is_some() || event.date.is_none() || is_empty(finder, draft) {
        return None;
    }
    let sum = by_date(event)?
        + by_clause(finder, draft)
        + by_status(event)
        + i32::from(!event.participants.is_empty())
        + i32::from(event.place.is_some())
        + if on_top { 4 } else { 0 }
        + if draft.leads { 3 } else { 0 }
        + if finder.paragraph(draft) < 6 { 1 } else { 0 }
        + if is_newsworthy(draft) { 2 } else { 0 };
    Some(sum)
}

fn by_date(event: &Event) -> Option<i32> {
    let precise = event.date.as_ref().map_or(0, |date| match (date.latest - date.earliest).num_days() {
        0..=7 => 2,
        8..=100 => 1,
        _ => 0,
    });
    Some(
        precise
            + match event.basis {
                Basis::Explicit => 4,
                Basis::Context => 0,
                Basis::Publication => -1,
                Basis::None => return None,
            },
    )
}

fn by_status(event: &Event) -> i32 {
    match event.status {
        // What is to come is what readers want to know.
        Status::Planned => 2,
        Status::Happened => 1,
        Status::Ongoing | Status::Recurring | Status::Possible => -1,
        // That something is denied of a certain day is news, too.
        Status::Denied if event.basis == Basis::Explicit => 1,
        Status::Denied => -2,
    }
}

/// A clause of its own tells more than one that hangs on another; what was said tells less than what was done.
fn by_clause(finder: &Finder, draft: &Draft) -> i32 {
    let clause = match finder.group(draft) {
        None => -1,
        Some(group) if group.form != Form::Finite => -1,
        Some(group) => match group.kind {
            ClauseKind::Main => 1,
            ClauseKind::Content | ClauseKind::Free => 0,
            // "in 1871, when a schoolmaster found it": that is what happened then.
            ClauseKind::Adverbial if group.opener.is_some_and(|opener| finder.document.is(opener, "when")) => 0,
            ClauseKind::Adverbial | ClauseKind::Relative => -1,
        },
    };
    let heading = match draft.kind {
        ParagraphKind::Title | ParagraphKind::Standfirst => -3,
        _ => 0,
    };
    let silent = finder.document.is_any(draft.head, &["declined", "declines", "refused", "refuses"]);
    let saying = if finder.says(draft) || silent { -3 } else { 0 };
    let quoted = draft.quoted.and_then(|q| finder.quotations.get(q)).map_or(0, |quotation| match quotation.kind {
        QuotationKind::Indirect => -1,
        _ => -2,
    });
    let vague = if is_vague(finder, draft) { -3 } else { 0 };
    clause + heading + saying + quoted + vague
}

/// Whether the clause has a subject or an object that tells nothing by itself: "it reached 17", "she rejected that".
fn is_vague(finder: &Finder, draft: &Draft) -> bool {
    let Some(group) = finder.group(draft) else { return false };
    let document = finder.document;
    let subject = (group.start..group.tokens.start).next_back();
    let object = document.is_any(group.tokens.end, &["it", "that", "this", "so"])
        && document.tokens_in(draft.event.span).end == group.tokens.end + 1;
    object || subject.is_some_and(|i| document.is_any(i, words!["it", "we", "they", "i", "you", "there", "this", "that"]))
}

/// Verbs, folded, that tell of a state or lend themselves to anything.
static EMPTY: Words = Words::new(&[
    "am",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "'s",
    "'re",
    "has",
    "have",
    "had",
    "do",
    "does",
    "did",
    "knew",
    "know",
    "knows",
    "thought",
    "think",
    "believed",
    "wanted",
    "want",
    "wants",
    "seemed",
    "appeared",
    "stood",
    "including",
    "based",
    "used",
    "need",
    "needs",
    "needed",
    "came",
    "come",
    "comes",
    "looked",
    "look",
    "seems",
]);

/// Whether the event alone tells a reader nothing.
fn is_empty(finder: &Finder, draft: &Draft) -> bool {
    let participle = finder.group(draft).is_some_and(|group| group.form == Form::Participle);
    // "set for April 22", "$9 million raised": no clause that a reader could quote.
    let opens = finder.document.sentence_tokens(draft.head).start == draft.head;
    let bare = draft.event.span.start == draft.event.trigger.start && !opens;
    let headless = participle && (bare || draft.event.span.of(finder.document.text).starts_with(|c: char| c.is_ascii_digit()));
    let auxiliary = finder.document.is_any(draft.head, &EMPTY) && !finder.group(draft).is_some_and(|group| group.passive);
    headless || auxiliary && draft.event.status != Status::Planned
}

/// Whether headlines tell of such events, or a noun names them.
fn is_newsworthy(draft: &Draft) -> bool {
    static STEMS: LazyLock<FxHashSet<Stem>> = LazyLock::new(|| lexicon::words(Classes::HEADLINE_VERB).map(stem::of_word).collect());
    draft.group.is_none() || STEMS.contains(&draft.stem)
}

/// The same verb on the same day is one row.
fn tells_the_same(a: &Draft, b: &Draft) -> bool {
    let day = |draft: &Draft| draft.event.date.as_ref().map(|date| (date.earliest, date.latest));
    day(a) == day(b) && (a.stem == b.stem || a.event.span.overlaps(b.event.span))
}
