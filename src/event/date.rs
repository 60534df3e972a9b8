//! Which time expression dates which event of its sentence.

use super::place::{Bound, Place, days, is_latest, is_moved};
use super::when::{begins_something, can_date, says_when};
use crate::clause::noun::{self, Reach};
use crate::clause::{Clauses, Form, Tense, VerbGroup};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, Words, words};
use crate::timex::{Timex, TimexType};

/// What the time expressions of a sentence date.
#[derive(Clone, Debug, Default)]
pub(super) struct Dated {
    /// Verb groups by number, each with its place.
    pub verbs: Vec<(usize, Place)>,
    /// Nouns by token, each with its place.
    pub nouns: Vec<(usize, Place)>,
    /// The groups that only lead to the clause that a date belongs to: "It was in 1994 that …".
    pub empty: Vec<usize>,
}

impl Dated {
    /// The place that dates the verb group `number`.
    pub fn of_verb(&self, number: usize) -> Option<&Place> {
        self.verbs.iter().find(|(group, _)| *group == number).map(|(_, place)| place)
    }

    /// Dates the verb of what has gone on since the event of a noun: "since the crash of 2008 the county has shut a branch".
    fn since(&mut self, document: &Document, clauses: &Clauses, timexes: &[Timex], place: &Place) {
        let verb = clauses.governor(document, &place.tokens).filter(|_| place.bound == Bound::Since);
        if let Some(verb) = verb.filter(|verb| clauses.get(*verb).is_some_and(|group| lasts(document, group))) {
            self.verb(timexes, verb, place);
        }
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

/// The place for the noun that begins with it: "since the crash of 2008" bounds the verb, not the crash.
fn then(place: &Place) -> Place {
    Place { bound: if place.bound == Bound::Since { Bound::At } else { place.bound }, ..place.clone() }
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
        if let Some((be, told)) = cleft(document, clauses, place) {
            dated.empty.push(be);
            dated.verb(timexes, told, &Place { bound: Bound::At, ..place.clone() });
            continue;
        }
        if let Some(told) = when_behind(document, clauses, place) {
            // "between March and October, when it came out": at its end.
            let timex = place.until.unwrap_or(place.timex);
            dated.verb(timexes, told, &Place { bound: Bound::At, timex, until: None, length: None, ..place.clone() });
        }
        if let Some(verb) = of_measure(document, clauses, &timexes[place.timex], place) {
            dated.verb(timexes, verb, place);
            continue;
        }
        // "the invasion of 12 March".
        if let Some(noun) = place.tokens.start.checked_sub(2).filter(|i| document.is(i + 1, "of") && noun::names_event(document, *i)) {
            dated.nouns.push((noun, then(place)));
            dated.since(document, clauses, timexes, place);
            continue;
        }
        if let Some(set) = set_for(document, clauses, place) {
            dated.nouns.extend(set.map(|noun| (noun, place.clone())));
            continue;
        }
        if let Some(told) = in_document(document, clauses, place).filter(|_| noun.is_none()) {
            dated.verb(timexes, told, place);
            continue;
        }
        if let Some(moved) = moved(document, clauses, place) {
            dated.nouns.push((moved, Place { bound: Bound::At, ..place.clone() }));
            continue;
        }
        // "will miss next Saturday's trip": what is to come comes then.
        if noun.is_some()
            && let Some(verb) = clauses.governor(document, &place.tokens).filter(|verb| {
                clauses.get(*verb).is_some_and(|group| group.tense == Tense::Future && group.tokens.end <= place.tokens.start)
            })
        {
            dated.verb(timexes, verb, place);
        }
        let adjunct = noun.is_some() && timexes[place.timex].kind != TimexType::Set && noun::is_adjunct(document, &place.tokens);
        if !adjunct && (noun.is_some() || !says_when(document, &place.tokens, timexes[place.timex].kind)) {
            continue;
        }
        let verb = governor(document, clauses, place, said_by(place));
        let group = verb.and_then(|verb| clauses.get(verb));
        let noun = noun::before(document, &place.tokens, group);
        if let Some((noun, Reach::Alone)) = noun {
            dated.nouns.push((noun, then(place)));
            dated.since(document, clauses, timexes, place);
        } else if let (Some(verb), Some(_)) = (verb, group) {
            // "ordered them to pay by Friday": what is ordered is due then.
            let clock = timexes[place.timex].kind == TimexType::Time;
            let shared = shares_time(document, clauses, verb, clock).filter(|_| place.bound == Bound::At);
            let shared = shared.or_else(|| intends(document, clauses, &timexes[place.timex], verb));
            dated.verb(timexes, shared.unwrap_or(verb), place);
            if let Some(beside) = beside(document, clauses, verb) {
                dated.verb(timexes, beside, place);
            }
        }
    }
    dated
}

/// "It was not until 1994 that women were allowed to vote": the groups of "was" and of the clause behind "that".
fn cleft(document: &Document, clauses: &Clauses, place: &Place) -> Option<(usize, usize)> {
    let own = clauses.of_sentence(document.sentence_of(place.tokens.start));
    let be = own.clone().find(|g| {
        clauses.get(*g).is_some_and(|group| group.tokens.end <= place.tokens.start && document.has(group.head, Classes::AUXILIARY))
    })?;
    let it = clauses.get(be)?.tokens.start.checked_sub(1).is_some_and(|i| document.is(i, "it"));
    let told = own.clone().find(|g| clauses.get(*g).is_some_and(|group| group.tokens.start > place.tokens.end))?;
    (it && document.is(place.tokens.end, "that")).then_some((be, told))
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
    let holds = |group: &VerbGroup| group.is_finite() && group.start <= place.tokens.start;
    let verb = next.filter(|next| clauses.get(*next).is_some_and(holds)).unwrap_or(verb);
    let group = clauses.get(verb)?;
    if is_turn(document, group, place) {
        return Some(verb);
    }
    // "was convicted of stalking in 2019".
    let convicted = group.form == Form::Gerund && group.tokens.start.checked_sub(1).is_some_and(|i| document.is(i, "of"));
    if let Some(above) =
        group.parent.filter(|above| convicted && clauses.get(*above).is_some_and(|above| document.is(above.head, "convicted")))
    {
        return Some(above);
    }
    // "have until Friday to pay": what is to be done is due then.
    let has = document.is_any(group.head, &["has", "have", "had"]) && place.bound == Bound::Until;
    if has && clauses.get(verb + 1).is_some_and(|next| next.form == Form::Infinitive && next.tokens.start == place.tokens.end) {
        return Some(verb + 1);
    }
    let led_by = document.is(place.tokens.start.saturating_sub(1), "by") || is_latest(document, place.tokens.start);
    let by = place.bound == Bound::Until && led_by;
    // "were promised a draft by the end of the year": the draft is due then.
    let of_object =
        by && document.is_any(group.head, words!["promised", "promises", "promise", "pledged", "ordered", "asked", "told", "urged"]);
    // "reported results for the quarter ended March 31": the results are of it.
    let covers = place.length.is_some()
        && document.is(place.tokens.start.saturating_sub(1), "for")
        && group.tokens.end <= place.tokens.start
        && !document.has(group.head, Classes::AUXILIARY);
    let forecast = place
        .tokens
        .start
        .checked_sub(2)
        .is_some_and(|i| document.is(i + 1, "for") && document.is_any(i, &FORECASTS) && document.tag(i).is_some_and(Tag::is_noun));
    let covers = covers || forecast && group.tokens.end <= place.tokens.start;
    // "a hearing, originally set for April 22": it is another day's by now.
    let before = group.tokens.start.checked_sub(1).is_some_and(|i| document.is_any(i, &["originally", "initially", "first", "previously"]));
    let superseded = group.form == Form::Participle && before && document.is_any(group.head, &SETTING);
    let fits = !of_object
        && !superseded
        && !covers
        && !begins_something(document, &place.tokens)
        && (place.bound != Bound::Since || lasts(document, group))
        && (place.bound != Bound::Until || by || group.tense == Tense::Future || goes_on(document, group));
    fits.then_some(verb)
}

/// "was not found until 1998", "no decision will be taken until the autumn": it happens then.
pub(super) fn is_turn(document: &Document, group: &VerbGroup, place: &Place) -> bool {
    let until = place.tokens.start.checked_sub(1).is_some_and(|i| document.is_any(i, &["until", "till"]));
    let nothing = group.is_finite() && document.has(group.start, Classes::NEGATION);
    place.bound == Bound::Until && until && (group.negated || nothing) && matches!(group.tense, Tense::Past | Tense::Future)
}

/// "travelled to Oslo to meet the mayor on Monday": the finite verb whose purpose the infinitive `verb` gives happens then, too;
/// and so is an order given at a time of the `clock`: "were ordered to leave at 2 a.m."
fn shares_time(document: &Document, clauses: &Clauses, verb: usize, clock: bool) -> Option<usize> {
    let group = clauses.get(verb)?;
    let parent = group.parent.filter(|_| group.form == Form::Infinitive)?;
    let above = clauses.get(parent)?;
    if group.planned && !(clock && above.passive && above.tense == Tense::Past) {
        return None;
    }
    let of_noun = group.tokens.start.checked_sub(1).is_some_and(|i| document.is_any(i, &WITH_INFINITIVE));
    let acts = !document.has(above.head, Classes::AUXILIARY) || above.passive;
    (above.is_finite() && above.tokens.end <= group.tokens.start && acts && !of_noun).then_some(parent)
}

/// "announced his intention to retire earlier this year": what one only means to do is not over, so the announcement was then.
fn intends(document: &Document, clauses: &Clauses, timex: &Timex, verb: usize) -> Option<usize> {
    let group = clauses.get(verb).filter(|group| group.form == Form::Infinitive)?;
    let of_noun = group.tokens.start.checked_sub(1).is_some_and(|i| document.is_any(i, &WITH_INFINITIVE));
    let words = document.tokens_in(timex.span);
    let back = document.is_any(words.start, &["last", "earlier", "yesterday"]) || document.is(words.end.saturating_sub(1), "ago");
    let past = |above: &VerbGroup| above.is_finite() && above.tense == Tense::Past;
    group.parent.filter(|above| of_noun && back && clauses.get(*above).is_some_and(past))
}

/// "scheduled a hearing for June 11", "called an election for 4 July": the date is that of what is set, not of the setting; the event noun, if it is one.
fn set_for(document: &Document, clauses: &Clauses, place: &Place) -> Option<Option<usize>> {
    let lead = place.tokens.start.checked_sub(1).filter(|i| document.is(*i, "for"))?;
    let group = clauses.governor(document, &place.tokens).and_then(|verb| clauses.get(verb))?;
    let acts = matches!(group.tense, Tense::Past | Tense::Present) && !group.passive && !group.planned && group.tokens.end < lead;
    let sets = document.is_any(group.head, &SETTING);
    let noun = (group.tokens.end..lead).rev().find(|i| noun::names_event(document, *i));
    (acts && sets).then_some(noun)
}

/// "promised in the 2019 manifesto", "said in a 2015 interview": what is said in something of that year was said then.
fn in_document(document: &Document, clauses: &Clauses, place: &Place) -> Option<usize> {
    let noun = (place.tokens.end..place.tokens.end + 3).find(|i| document.has(*i, Classes::DOCUMENT_NOUN))?;
    let joined = (place.tokens.end..noun).all(|i| document.tag(i).is_some_and(|tag| tag.is_adjective() || tag.is_noun()));
    let in_it = noun::is_adjunct(document, &place.tokens) && place.bound == Bound::At;
    let verb = clauses.governor(document, &place.tokens).filter(|_| joined && in_it)?;
    let tells = |group: &VerbGroup| {
        group.is_finite()
            && group.tense == Tense::Past
            && document.has(group.head, Classes::SAY | Classes::SAY_CLAUSE | Classes::SAY_INFINITIVE)
    };
    clauses.get(verb).filter(|group| tells(group)).map(|_| verb)
}

/// "The hearing was postponed until Tuesday": the noun of what then takes place.
fn moved(document: &Document, clauses: &Clauses, place: &Place) -> Option<usize> {
    let to = is_moved(document, place.tokens.start) && document.is_any(place.tokens.start - 1, &["to", "until", "till"]);
    let group = clauses.governor(document, &place.tokens).filter(|_| to).and_then(|verb| clauses.get(verb))?;
    let first = if group.passive { group.start..group.tokens.start } else { group.tokens.end..place.tokens.start };
    first.into_iter().find(|i| noun::names_event(document, *i))
}

/// "Its third-quarter profit rose": the verb of what is measured over the stretch.
fn of_measure(document: &Document, clauses: &Clauses, timex: &Timex, place: &Place) -> Option<usize> {
    let noun = (place.tokens.end..place.tokens.end + 3).find(|i| document.is_any(*i, &MEASURES))?;
    if !(timex.value.contains("-Q") || timex.value.contains("-H")) {
        return None;
    }
    let joined = (place.tokens.end..noun).all(|i| document.tag(i).is_some_and(|tag| tag.is_adjective() || tag.is_noun()));
    let own = clauses.of_sentence(document.sentence_of(noun)).find(|g| clauses.get(*g).is_some_and(|group| group.tokens.start == noun + 1));
    let changes = |group: &VerbGroup| group.is_finite() && group.tense == Tense::Past && document.is_any(group.head, &CHANGES);
    own.filter(|g| joined && clauses.get(*g).is_some_and(changes))
}

/// Verbs, folded, of how such a count came out.
static CHANGES: Words = Words::new(&[
    "rose",
    "fell",
    "dropped",
    "climbed",
    "grew",
    "jumped",
    "declined",
    "slipped",
    "sank",
    "surged",
    "doubled",
    "tripled",
    "halved",
    "increased",
    "decreased",
    "was",
    "were",
    "totalled",
    "totaled",
    "reached",
    "edged",
    "shrank",
    "plunged",
    "tumbled",
    "gained",
    "slid",
    "soared",
    "widened",
    "narrowed",
    "improved",
]);

/// Nouns, folded, for what a business counts over a stretch of time.
static MEASURES: Words =
    Words::new(&["profit", "profits", "revenue", "revenues", "sales", "earnings", "income", "loss", "losses", "orders", "output"]);

/// Nouns, folded, that are "for" a stretch of time: "its forecast for fiscal 2006".
static FORECASTS: Words =
    Words::new(&["forecast", "forecasts", "outlook", "guidance", "budget", "target", "targets", "estimate", "estimates", "plan", "plans"]);

/// Verbs, folded, that set a time for something.
static SETTING: Words = Words::new(&[
    "scheduled",
    "schedules",
    "set",
    "sets",
    "called",
    "calls",
    "planned",
    "plans",
    "booked",
    "fixed",
    "slated",
    "announced",
    "announces",
    "ordered",
    "proposed",
    "approved",
    "convened",
    "requested",
]);

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

/// Whether the verb tells of a time that lasts: not "the lowest since October".
fn lasts(document: &Document, group: &VerbGroup) -> bool {
    group.perfect || group.tokens.clone().any(|i| document.is_any(i, words!["has", "have", "had", "'ve", "been"]))
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
