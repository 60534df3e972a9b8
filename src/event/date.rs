//! Which time expression dates which event of its sentence.

use super::scene::How;
use super::{Basis, EventDate};
use crate::clause::noun::{self, Reach};
use crate::clause::{Clauses, Form, Tense, VerbGroup};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, Span, TokenKind, Words, behind_dateline};
use crate::timex::{Published, Timex, TimexType};
use chrono::NaiveDate;
use std::ops::Range;

/// One time expression of a sentence, or the two ends of a range.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The number of the expression, or of the first end.
    pub timex: usize,
    /// The number of the last end of a range.
    pub until: Option<usize>,
    /// The tokens of all of it.
    pub tokens: Range<usize>,
    /// How it bounds what it dates.
    pub bound: Bound,
}

/// How a date bounds what it dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// It happens then.
    At,
    /// It goes on since then: "since 1921".
    Since,
    /// It goes on to then, or happens then at the latest: "until July", "by Friday".
    Until,
}

/// What the time expressions of a sentence date.
#[derive(Clone, Debug, Default)]
pub(super) struct Dated {
    /// Verb groups by number, each with its place.
    pub verbs: Vec<(usize, Place)>,
    /// Nouns by token, each with its place.
    pub nouns: Vec<(usize, Place)>,
}

impl Dated {
    /// The place that dates the verb group `number`.
    pub fn of_verb(&self, number: usize) -> Option<&Place> {
        self.verbs.iter().find(|(group, _)| *group == number).map(|(_, place)| place)
    }

    /// Dates the verb group `number`; of two expressions the first counts, unless the second is much more precise.
    fn verb(&mut self, timexes: &[Timex], number: usize, place: &Place) {
        let length = |place: &Place| days(timexes, place).map_or(i64::MAX, |(first, last)| (last - first).num_days() + 1);
        match self.verbs.iter_mut().find(|(group, _)| *group == number) {
            Some((_, old)) if length(place).saturating_mul(3) < length(old) => *old = place.clone(),
            Some(_) => {}
            None => self.verbs.push((number, place.clone())),
        }
    }
}

/// The time expressions that stand in the sentence `tokens`, ranges as one.
pub(super) fn places(document: &Document, timexes: &[Timex], tokens: &Range<usize>) -> Vec<Place> {
    let span = document.span(tokens.clone());
    let first = timexes.partition_point(|timex| timex.span.start < span.start);
    let inside = timexes.iter().enumerate().skip(first).take_while(|(_, timex)| timex.span.end <= span.end);
    let mut places: Vec<Place> = Vec::new();
    for (timex, found) in inside {
        let tokens = document.tokens_in(found.span);
        match places.last_mut().filter(|before| before.until.is_none() && is_range(document, timexes, before, timex, &tokens)) {
            Some(before) => (before.until, before.tokens.end) = (Some(timex), tokens.end),
            None => places.push(Place { timex, until: None, bound: bound(document, &tokens), tokens }),
        }
    }
    places
}

/// How the word before an expression bounds what it dates.
///
/// "By noon the toll stood at 14": with the words that open a sentence its verb happens then.
fn bound(document: &Document, tokens: &Range<usize>) -> Bound {
    let opens = tokens.start == document.sentence_tokens(tokens.start).start + 1;
    let lead = |words: &[&str]| tokens.start.checked_sub(1).is_some_and(|i| words.iter().any(|word| document.is(i, word)));
    if lead(&["since"]) {
        Bound::Since
    } else if lead(&["until", "till"]) || lead(&["by"]) && !opens {
        Bound::Until
    } else {
        Bound::At
    }
}

/// Whether "to", "and" or a dash makes a range of the expression `before` and the one numbered `timex` at `tokens`.
fn is_range(document: &Document, timexes: &[Timex], before: &Place, timex: usize, tokens: &Range<usize>) -> bool {
    let lead = |word: &str| before.tokens.start.checked_sub(1).is_some_and(|i| document.is(i, word));
    let at = before.tokens.end;
    let joined = tokens.start == at + 1
        && (document.is_any(at, &["-", "–", "—"])
            || lead("from") && document.is_any(at, &["to", "until", "till", "through"])
            || lead("between") && document.is(at, "and"));
    let order = timexes.get(before.timex).and_then(|timex| timex.interval).zip(timexes.get(timex).and_then(|timex| timex.interval));
    joined && order.is_some_and(|(first, last)| first.earliest < last.latest)
}

/// For each time expression of a sentence what it dates: a noun beside it, or the verb that it belongs to.
///
/// What somebody says is not when it is said: `said_by` tells for an expression the group that reports the words around it, which it cannot date.
pub(super) fn assign(
    document: &Document,
    clauses: &Clauses,
    timexes: &[Timex],
    places: &[Place],
    said_by: impl Fn(&Place) -> Option<usize>,
) -> Dated {
    let mut dated = Dated::default();
    for place in places.iter().filter(|place| can_date(&timexes[place.timex])) {
        let noun = noun::behind(document, &place.tokens);
        if let Some(noun) = noun {
            dated.nouns.push((noun, place.clone()));
        }
        if let Some(told) = when_behind(document, clauses, place) {
            dated.verb(timexes, told, &Place { bound: Bound::At, ..place.clone() });
        }
        // "the invasion of 12 March".
        if let Some(noun) = place.tokens.start.checked_sub(2).filter(|i| document.is(i + 1, "of") && noun::names_event(document, *i)) {
            dated.nouns.push((noun, place.clone()));
            continue;
        }
        let adjunct = noun.is_some() && timexes[place.timex].kind != TimexType::Set && noun::is_adjunct(document, &place.tokens);
        if !adjunct && (noun.is_some() || !says_when(document, &place.tokens, timexes[place.timex].kind)) {
            continue;
        }
        let verb = governor(document, clauses, place, said_by(place));
        let group = verb.and_then(|verb| clauses.get(verb));
        let noun = noun::before(document, &place.tokens, group);
        if let Some((noun, Reach::Alone)) = noun {
            dated.nouns.push((noun, place.clone()));
        } else if let (Some(verb), Some(_)) = (verb, group) {
            dated.verb(timexes, shares_time(document, clauses, verb).unwrap_or(verb), place);
            if let Some(beside) = beside(document, clauses, verb) {
                dated.verb(timexes, beside, place);
            }
        }
    }
    dated
}

/// The group of the clause behind the expression that tells what happened then: "since November 1987, when 54 people died".
fn when_behind(document: &Document, clauses: &Clauses, place: &Place) -> Option<usize> {
    let at = if document.is(place.tokens.end, ",") { place.tokens.end + 1 } else { place.tokens.end };
    let own = clauses.of_sentence(document.sentence_of(place.tokens.start));
    own.clone().find(|g| document.is(at, "when") && clauses.get(*g).is_some_and(|group| group.opener == Some(at)))
}

/// The participles that stand beside the participle `verb` with a conjunction: "kidnapped and presumed killed".
fn beside(document: &Document, clauses: &Clauses, verb: usize) -> Option<usize> {
    let group = clauses.get(verb).filter(|group| group.form == Form::Participle)?;
    let before = verb.checked_sub(1)?;
    let other = clauses.get(before).filter(|other| other.form == Form::Participle)?;
    let gap = other.tokens.end..group.tokens.start;
    (gap.len() <= 2 && gap.clone().any(|i| document.is_any(i, &["and", "or", ","]))).then_some(before)
}

/// The verb group that the expression at `place` dates.
fn governor(document: &Document, clauses: &Clauses, place: &Place, reporting: Option<usize>) -> Option<usize> {
    let verb = clauses.governor(document, &place.tokens)?;
    let last = clauses.of_sentence(document.sentence_of(place.tokens.start)).end;
    // What is said is dated, not the saying: "said that on Monday the two would meet".
    let next = Some(verb + 1).filter(|next| reporting == Some(verb) && *next < last);
    let verb = next.filter(|next| clauses.get(*next).is_some_and(VerbGroup::is_finite)).unwrap_or(verb);
    let group = clauses.get(verb)?;
    if is_turn(group, place) {
        return Some(verb);
    }
    let by = place.bound == Bound::Until && document.is(place.tokens.start.saturating_sub(1), "by");
    // "were promised a draft by the end of the year": the draft is due then.
    let of_object = by && document.is_any(group.head, &["promised", "promises", "promise", "pledged", "ordered", "asked", "told", "urged"]);
    let fits = !of_object
        && !begins_something(document, &place.tokens)
        && (place.bound != Bound::Since || lasts(document, group))
        && (place.bound != Bound::Until || by || goes_on(document, group));
    fits.then_some(verb)
}

/// "was not found until 1998": it happened then.
pub(super) fn is_turn(group: &VerbGroup, place: &Place) -> bool {
    place.bound == Bound::Until && group.negated && group.tense == Tense::Past
}

/// "travelled to Oslo to meet the mayor on Monday": the finite verb whose purpose the infinitive `verb` gives happens then, too.
fn shares_time(document: &Document, clauses: &Clauses, verb: usize) -> Option<usize> {
    let group = clauses.get(verb)?;
    let parent = group.parent.filter(|_| group.form == Form::Infinitive && !group.planned)?;
    let above = clauses.get(parent)?;
    let of_noun = group.tokens.start.checked_sub(1).is_some_and(|i| document.is_any(i, &WITH_INFINITIVE));
    let acts = !document.has(above.head, Classes::AUXILIARY) || above.passive;
    (above.is_finite() && above.tokens.end <= group.tokens.start && acts && !of_noun).then_some(parent)
}

/// Nouns, folded, whose infinitive has a time of its own: "the power to close the mill in June".
static WITH_INFINITIVE: Words = Words::new(&[
    "plan",
    "plans",
    "power",
    "powers",
    "right",
    "deadline",
    "promise",
    "decision",
    "offer",
    "proposal",
    "agreement",
    "deal",
    "chance",
    "ability",
    "bid",
    "need",
    "order",
    "vow",
    "pledge",
    "threat",
    "intention",
    "permission",
    "law",
    "bill",
    "refusal",
    "failure",
    "way",
    "time",
    "opportunity",
    "option",
]);

/// Whether the expression can date an event at all: a length of time cannot.
fn can_date(timex: &Timex) -> bool {
    match timex.kind {
        TimexType::Date | TimexType::Time => timex.interval.is_some(),
        TimexType::Set => true,
        TimexType::Duration => false,
    }
}

/// Whether the expression says when: not where it is a possessor ("this year's results"), nor the end of a stretch ("the months to June 30"), nor a bound ("before 2027").
///
/// A time of day is bounded within its day: "shortly before 4 a.m. on Friday".
fn says_when(document: &Document, timex: &Range<usize>, kind: TimexType) -> bool {
    let possessive = document.is_any(timex.end, &["'s", "'"]);
    let qualifier = |i: &usize| document.tag(*i).is_some_and(|tag| tag.is_adjective() || tag == Tag::Dt);
    let lead = (timex.start.saturating_sub(3)..timex.start).rev().find(|i| !qualifier(i));
    let bound = lead.is_some_and(|i| document.is_any(i, &["to", "through", "before", "after", "than", "about", "of", "like"]));
    let shown = document.is_any(timex.start, &["that", "this"]);
    let bound = bound && (kind != TimexType::Time || shown);
    let beside = in_dateline(document, timex) || qualifies(document, timex) || is_aside(document, timex) || compares(document, timex);
    !possessive && !bound && !beside
}

/// "dropped from 22.9 million a year earlier": the date of what is compared.
fn compares(document: &Document, timex: &Range<usize>) -> bool {
    let away = document.is_any(timex.end.saturating_sub(1), &["earlier", "ago", "before", "previously"]);
    let amount = |i: usize| {
        document.kind(i) == Some(TokenKind::Number) || document.has(i, Classes::NUMBER_WORD) || document.is_any(i, &["%", "percent"])
    };
    let near = timex.start.saturating_sub(COMPARED).max(document.sentence_tokens(timex.start).start)..timex.start;
    away && near.clone().any(amount) && near.clone().any(|i| document.is_any(i, &["from", "than", "with", "against", "to", "versus", "vs"]))
}

/// So many tokens before its date the amount begins that something is compared with.
const COMPARED: usize = 5;

/// Whether the expression qualifies a noun: "the 1991 agreement", "a July 16 letter", "the Expo 2010".
fn qualifies(document: &Document, timex: &Range<usize>) -> bool {
    let Some(before) = timex.start.checked_sub(1) else { return false };
    let led =
        document.tag(before).is_some_and(|tag| tag.is_adjective() || matches!(tag, Tag::Dt | Tag::Prps | Tag::Pos | Tag::Vbn | Tag::Vbg));
    let nominal = document.tag(timex.end).is_some_and(|tag| tag.is_noun() || tag.is_adjective());
    let number = timex.len() == 1 && document.kind(timex.start) == Some(TokenKind::Number);
    let named =
        number && document.is_capitalized(before) && !document.has(before, Classes::PREPOSITION | Classes::STARTER | Classes::MONTH);
    led && nominal && !document.is(timex.start, "the") || named
}

/// Whether the expression stands in an aside between commas that has no verb: "her house, worth a million in October, is".
fn is_aside(document: &Document, timex: &Range<usize>) -> bool {
    let start = document.sentence_tokens(timex.start).start;
    let closes = document.is(timex.end, ",") && document.tag(timex.end + 1).is_some_and(Tag::is_finite);
    let opened = || (start..timex.start).rev().find(|i| document.is(*i, ","));
    closes
        && opened().is_some_and(|comma| {
            comma > start + 1 && timex.start > comma + 2 && (comma..timex.start).all(|i| !document.tag(i).is_some_and(Tag::is_verb))
        })
}

/// Whether the expression stands in the dateline that opens a paragraph: "PORT ESSEN, Nov. 21 (Meridian Press) —".
fn in_dateline(document: &Document, timex: &Range<usize>) -> bool {
    let paragraph = document.paragraphs.get(document.paragraph_of(timex.start));
    paragraph.is_some_and(|paragraph| timex.start < behind_dateline(document, &paragraph.tokens))
}

/// Whether the verb tells of a time that lasts: not "the lowest since October".
fn lasts(document: &Document, group: &VerbGroup) -> bool {
    group.perfect || group.tokens.clone().any(|i| document.is_any(i, &["has", "have", "had", "'ve", "been"]))
}

/// Verbs, folded, of what can go on until some day.
static GOES_ON: Words = Words::new(&[
    "went",
    "go",
    "goes",
    "lasted",
    "last",
    "lasts",
    "stayed",
    "stay",
    "stays",
    "remained",
    "remain",
    "remains",
    "ran",
    "run",
    "runs",
    "continued",
    "continue",
    "continues",
    "closed",
    "open",
    "was",
    "were",
    "be",
    "is",
    "are",
    "lived",
    "live",
    "worked",
    "work",
    "served",
    "serve",
    "serves",
    "ruled",
    "rule",
    "led",
    "lead",
    "held",
    "hold",
    "kept",
    "keep",
    "waited",
    "wait",
    "been",
    "suspended",
    "barred",
    "banned",
    "detained",
    "headed",
    "extended",
    "postponed",
    "delayed",
    "shut",
]);

/// Whether the verb tells of what goes on until some day.
fn goes_on(document: &Document, group: &VerbGroup) -> bool {
    document.is_any(group.head, &GOES_ON)
}

/// Whether the expression says when something begins or ends that no finite verb names: "mourning, beginning on Monday".
fn begins_something(document: &Document, timex: &Range<usize>) -> bool {
    (1..=2).any(|back| timex.start.checked_sub(back).is_some_and(|i| document.is_any(i, &["beginning", "starting", "ending", "dating"])))
}

/// The first and the last day of a place.
fn days(timexes: &[Timex], place: &Place) -> Option<(NaiveDate, NaiveDate)> {
    let first = timexes.get(place.timex)?.interval?;
    let last = place.until.and_then(|until| timexes.get(until)?.interval);
    Some((first.earliest, last.map_or(first.latest, |last| last.latest.max(first.latest))))
}

/// The date that a place gives.
pub(super) fn explicit(timexes: &[Timex], place: &Place) -> Option<EventDate> {
    let timex = timexes.get(place.timex)?;
    let (earliest, latest) = days(timexes, place)?;
    let edtf = timex.edtf.clone().unwrap_or_else(|| timex.value.clone());
    let last = place.until.and_then(|until| timexes.get(until));
    let (value, edtf) = match (last, place.bound) {
        (Some(last), _) => ([&*timex.value, "/", &last.value].concat(), format!("{earliest}/{latest}")),
        (None, Bound::Since) if !edtf.contains('/') => (timex.value.clone(), edtf + "/.."),
        (None, Bound::Until) if !edtf.starts_with("..") => {
            (timex.value.clone(), ["../", edtf.split_once('/').map_or(&*edtf, |(_, last)| last)].concat())
        }
        _ => (timex.value.clone(), edtf),
    };
    Some(EventDate { value, edtf, earliest, latest })
}

/// The day of publication as the date of a report.
pub(super) fn published(published: &Published) -> Option<EventDate> {
    let day = published.date?;
    Some(EventDate { value: day.to_string(), edtf: day.to_string(), earliest: day, latest: day })
}

/// The words of a place.
pub(super) fn words(document: &Document, place: &Place) -> Span {
    document.span(place.tokens.clone())
}

/// How a date is known, for the reader: the second half of a sentence, before and behind the words of the date.
pub(super) fn why(basis: Basis, how: Option<How>) -> (&'static str, &'static str) {
    match (basis, how) {
        (Basis::None, _) => ("; the text gives no date for it.", ""),
        (Basis::Explicit, _) => ("; “", "” in the same sentence dates it."),
        (Basis::Publication, Some(How::Now)) => ("; it goes on as the article is written, so it stands on the day of publication.", ""),
        (Basis::Publication, Some(How::Said)) => ("; somebody says so on the day of publication.", ""),
        (Basis::Publication, _) => ("; it is told as news without a date, so it stands on the day of publication.", ""),
        (Basis::Context, Some(How::Beside)) => ("; it goes with another event of its sentence, which “", "” dates."),
        (Basis::Context, Some(How::Lead)) => ("; it has no date of its own and is told as part of the news of “", "”."),
        (Basis::Context, Some(How::Speaker)) => ("; whoever says it took part in the news of “", "”."),
        (Basis::Context, Some(How::Said)) => ("; somebody says so, and “", "” dates the saying."),
        (Basis::Context, Some(How::Label)) => ("; its paragraph opens with “", "”."),
        (Basis::Context, Some(How::Again)) => ("; the text tells of it elsewhere, where “", "” dates it."),
        (Basis::Context, _) => ("; it is told after “", "” and has no date of its own."),
    }
}
