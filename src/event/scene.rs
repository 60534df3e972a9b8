//! Dates for events that have none of their own: from their sentence, from the scene that the text has set, or the day of publication.

use super::apart::{has_own_time, is_apart, is_of_another_time};
use super::find::{Draft, Finder};
use super::place::Place;
use super::{Basis, EventDate, Status, place};
use crate::clause::{ClauseKind, Form, Tense, VerbGroup, stem};
use crate::lexicon::Classes;
use crate::quote::QuotationKind;
use crate::text::{ParagraphKind, Words};
use crate::timex::{Published, tense};
use rustc_hash::FxHashMap;
use std::rc::Rc;

/// News tells of the days so far back from its publication, in days.
pub(super) const NEWS: i64 = 8;

/// A date longer than this, in days, does not hold what is told next.
const LONG: i64 = 366;

/// So many events on each side of one are looked at for another of its sentence.
const BESIDE: usize = 4;

/// How an event without a date of its own comes by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// It goes with another event of its sentence.
    Beside,
    /// It is told after another event.
    Behind,
    /// It is part of the news that the article is about.
    Lead,
    /// Who says it took part in the news on that day.
    Speaker,
    /// Somebody says that it is so.
    Said,
    /// Its paragraph opens with the date.
    Label,
    /// The text tells of it elsewhere.
    Again,
    /// It is told as news.
    News,
    /// It goes on as the article is written.
    Now,
}

/// A date that events without one can take, with the time expression that gives it.
#[derive(Clone)]
struct Known {
    date: Rc<EventDate>,
    timex: Option<usize>,
}

/// The last dated event of the story.
struct Told {
    known: Known,
    sentence: usize,
    draft: usize,
}

/// What has been told so far.
#[derive(Default)]
struct Story {
    /// The day that the article is about: of the first event near its top that has a date in the news.
    lead: Option<Known>,
    /// The day of publication.
    news: Option<Known>,
    /// The paragraph that the story has reached, and the date that labels it.
    paragraph: Option<usize>,
    label: Option<Known>,
    /// Whether that event is a death, behind which the article tells of a life.
    mourns: bool,
    /// The first paragraph of the body.
    opening: Option<usize>,
    last: Option<Told>,
    /// The sentence in which the story left the days of the news, if it has not come back.
    away: Option<usize>,
    /// For each who takes part in the news, the day on which he last did.
    seen: FxHashMap<usize, Known>,
    /// For each quotation when it was said.
    sayings: FxHashMap<usize, Known>,
}

/// Dates the events of `drafts` that have no date of their own.
pub(super) fn date(finder: &Finder, drafts: &mut [Draft]) {
    let lead = lead(finder, drafts);
    if let Some(draft) = lead.and_then(|lead| drafts.get_mut(lead)) {
        draft.leads = true;
    }
    let mourns = lead.is_some_and(|lead| drafts[lead].stem == stem::of_word("died"));
    let opening = finder.document.paragraphs.iter().position(|paragraph| paragraph.kind == ParagraphKind::Body);
    let mut story = Story { lead: lead.and_then(|lead| known(&drafts[lead])), news: news(finder), mourns, opening, ..Story::default() };
    for v in 0..drafts.len() {
        let paragraph = Some(finder.paragraph(&drafts[v]));
        if story.paragraph != paragraph {
            (story.paragraph, story.label) = (paragraph, labelled(finder, &drafts[v]));
        }
        if drafts[v].event.date.is_none()
            && let Some((how, known)) = find(finder, drafts, v, &story)
        {
            let draft = &mut drafts[v];
            draft.how = Some(how);
            draft.event.basis = if known.timex.is_some() { Basis::Context } else { Basis::Publication };
            (draft.event.timex, draft.event.date) = (known.timex, Some(known.date.as_ref().clone()));
            if how == How::Label && draft.event.status == Status::Ongoing {
                draft.event.status = Status::Happened;
            }
        }
        note(finder, drafts, v, &mut story);
    }
}

/// The date of an event for others to take; one that only ends or begins a stretch is no day to share.
fn known(draft: &Draft) -> Option<Known> {
    let bounded = draft.event.date.as_ref().is_some_and(|date| date.edtf.starts_with("../") || date.edtf.ends_with("/.."));
    if bounded {
        return None;
    }
    Some(Known { date: Rc::new(draft.event.date.clone()?), timex: draft.event.timex })
}

/// Remembers what an event tells of the time in which the story stands.
fn note(finder: &Finder, drafts: &[Draft], v: usize, story: &mut Story) {
    let draft = &drafts[v];
    let event = &draft.event;
    let telling = event.status == Status::Happened && event.basis == Basis::Explicit;
    if event.quotation.is_none() && !telling {
        return;
    }
    let Some(known) = known(draft) else { return };
    if let Some(q) = event.quotation {
        story.sayings.insert(q, known.clone());
    }
    if !telling {
        return;
    }
    if is_news(finder, &known.date) && draft.quoted.is_none() {
        let speaker = finder.speaker(draft);
        for who in speaker.into_iter().chain(event.participants.iter().copied().filter(|_| speaker.is_none()).take(4)) {
            story.seen.insert(who, known.clone());
        }
    }
    let tells = finder.group(draft).is_some_and(|group| group.is_finite() && group.kind != ClauseKind::Relative);
    if tells && !is_in_marks(finder, draft) {
        story.away = is_far(finder, &known.date).then_some(draft.sentence);
    }
    if tells && !is_in_marks(finder, draft) && !finder.says(draft) {
        story.last = Some(Told { known, sentence: draft.sentence, draft: v });
    }
}

/// The event that the article is about.
fn lead(finder: &Finder, drafts: &[Draft]) -> Option<usize> {
    let mut bodies = finder.document.paragraphs.iter().enumerate().filter(|(_, paragraph)| paragraph.kind == ParagraphKind::Body);
    let top = bodies.nth(2).map_or(usize::MAX, |(p, _)| p);
    let near = drafts.iter().take_while(|draft| finder.paragraph(draft) < top);
    let tells = |draft: &Draft| {
        let whole = |group: &VerbGroup| {
            let same = group.kind == ClauseKind::Adverbial && same_time(finder, group);
            group.is_finite() && (same || matches!(group.kind, ClauseKind::Main | ClauseKind::Content))
        };
        draft.kind == ParagraphKind::Body
            && draft.event.status == Status::Happened
            && !is_in_marks(finder, draft)
            && finder.group(draft).is_some_and(whole)
            && draft.event.date.as_ref().is_some_and(|date| is_news(finder, date))
    };
    near.enumerate().find(|(_, draft)| tells(draft)).map(|(v, _)| v)
}

/// Whether the event stands in words that somebody is quoted with.
fn is_in_marks(finder: &Finder, draft: &Draft) -> bool {
    draft.quoted.and_then(|q| finder.quotations.get(q)).is_some_and(|quotation| quotation.kind != QuotationKind::Indirect)
}

/// Whether a date is a day shortly before publication, or that day.
fn is_news(finder: &Finder, date: &EventDate) -> bool {
    let day = (date.latest - date.earliest).num_days() <= 1;
    day && finder.published.date.is_some_and(|published| (0..=NEWS).contains(&(published - date.earliest).num_days()))
}

/// Whether a date lies more than a year before publication.
fn is_far(finder: &Finder, date: &EventDate) -> bool {
    finder.published.date.is_some_and(|published| (published - date.latest).num_days() > LONG)
}

/// The date that the event takes from elsewhere.
fn find(finder: &Finder, drafts: &[Draft], v: usize, story: &Story) -> Option<(How, Known)> {
    let draft = &drafts[v];
    if matches!(draft.event.status, Status::Planned | Status::Possible | Status::Recurring) {
        return None;
    }
    let group = finder.group(draft)?;
    if group.tense == Tense::Past && group.perfect || matches!(group.tense, Tense::Future | Tense::Would | Tense::Modal) {
        return None;
    }
    if let Some(q) = draft.quoted {
        // "At least eleven were killed when a ferry capsized on Tuesday, officials said".
        if group.tense == Tense::Past
            && let Some(found) = beside(finder, drafts, v, group)
        {
            return Some(found);
        }
        let said = story.sayings.get(&q).or(story.news.as_ref()).cloned()?;
        return is_of_its_saying(finder, draft, group, q).then_some((How::Said, said));
    }
    // "resigned an hour ago".
    if finder.timexes_in(draft.event.span).any(|timex| timex.grounds.rule == "ago" && timex.value.starts_with("PT")) {
        return Some((How::News, story.news.clone()?));
    }
    if let Some(label) = story.label.clone() {
        let here = |last: &&Told| finder.document.sentences[last.sentence].paragraph == finder.paragraph(draft);
        return Some((How::Label, story.last.as_ref().filter(here).map_or(label, |last| last.known.clone())));
    }
    if finder.says(draft) {
        return beside(finder, drafts, v, group).or_else(|| saying(finder, draft, group, story));
    }
    if group.tense == Tense::Present {
        return present(draft, story);
    }
    let alone = group.kind != ClauseKind::Relative && !is_apart(finder, group) && !has_own_time(finder, draft);
    let told = || beside(finder, drafts, v, group).or_else(|| if alone { before(finder, drafts, draft, story) } else { None });
    if is_away(finder, draft, story) || hangs_on_the_past(finder, drafts, v, group) {
        return told();
    }
    told().or_else(|| of_the_news(finder, draft, group, story))
}

/// Whether the sentence, or the one before it in the paragraph, tells of a time long gone.
fn is_away(finder: &Finder, draft: &Draft, story: &Story) -> bool {
    let paragraph = |sentence: usize| finder.document.sentences[sentence].paragraph;
    story.away.is_some_and(|away| draft.sentence <= away + 1 && paragraph(away) == paragraph(draft.sentence))
}

/// Whether the clause hangs on an event that its sentence dates, and not in the news: "arrested in May, after auditors had found it".
fn hangs_on_the_past(finder: &Finder, drafts: &[Draft], v: usize, group: &VerbGroup) -> bool {
    let mut near = drafts[v.saturating_sub(BESIDE)..(v + BESIDE + 1).min(drafts.len())].iter();
    near.any(|other| {
        let Some(beside) = finder.group(other).filter(|_| other.event.basis == Basis::Explicit) else { return false };
        // "Before moving to Hull in 2014 he lived in Hove".
        let led = beside.opener.is_some_and(|opener| finder.document.is_any(opener, &["before", "after", "since", "until"]));
        let opens = led && beside.form == Form::Gerund && beside.parent == drafts[v].group;
        (other.group == group.parent || opens) && other.event.date.as_ref().is_some_and(|date| !is_news(finder, date))
    })
}

/// When something was said: the day on which the same speaker took part in the news, or the day of publication.
fn saying(finder: &Finder, draft: &Draft, group: &VerbGroup, story: &Story) -> Option<(How, Known)> {
    let seen = finder.speaker(draft).and_then(|speaker| story.seen.get(&speaker)).cloned();
    match seen.filter(|_| group.tense == Tense::Past) {
        Some(known) => Some((How::Speaker, known)),
        None => Some((How::News, story.news.clone()?)),
    }
}

/// When something is: at publication; a headline in the present tells of the day that the article is about.
fn present(draft: &Draft, story: &Story) -> Option<(How, Known)> {
    let headline = draft.kind == ParagraphKind::Title && draft.event.status == Status::Happened;
    match story.lead.clone().filter(|_| headline) {
        Some(lead) => Some((How::Lead, lead)),
        None => {
            let how = if draft.event.status == Status::Happened { How::News } else { How::Now };
            story.news.clone().map(|known| (how, known))
        }
    }
}

/// Verbs of states, folded, whose past behind "said" is the present of the saying.
static STATES: Words = Words::new(&[
    "was",
    "were",
    "had",
    "believed",
    "knew",
    "thought",
    "wanted",
    "needed",
    "saw",
    "felt",
    "hoped",
    "expected",
    "remained",
    "continued",
    "supported",
    "opposed",
    "belonged",
    "understood",
    "feared",
    "doubted",
    "stood",
    "lived",
    "worked",
    "owned",
    "required",
    "seemed",
    "appeared",
]);

/// Whether what somebody says was or has been so when it was said.
fn is_of_its_saying(finder: &Finder, draft: &Draft, group: &VerbGroup, q: usize) -> bool {
    let indirect = finder.quotations.get(q).is_some_and(|quotation| quotation.kind != QuotationKind::Direct);
    let shifted = indirect && group.tense == Tense::Past && (group.progressive || finder.document.is_any(draft.head, &STATES));
    group.tense == Tense::Present || shifted || finder.says(draft)
}

/// The colon and the date with which a paragraph opens; that is then the date of all that it tells.
pub(super) fn label(finder: &Finder, paragraph: usize) -> Option<(usize, Place)> {
    let paragraph = finder.document.paragraphs.get(paragraph)?;
    let near = paragraph.tokens.start..paragraph.tokens.end.min(paragraph.tokens.start + LABEL);
    let colon = near.clone().find(|i| finder.document.is(*i, ":") && !finder.document.is_glued(i + 1))?;
    Some((colon, place::places(finder.document, finder.timexes, &(near.start..colon)).into_iter().next()?))
}

/// The date that labels the paragraph of `draft`.
fn labelled(finder: &Finder, draft: &Draft) -> Option<Known> {
    let (_, place) = label(finder, finder.paragraph(draft))?;
    Some(Known { date: Rc::new(place::explicit(finder.timexes, &place)?), timex: Some(place.timex) })
}

/// A date that labels its paragraph ends within so many tokens.
const LABEL: usize = 9;

/// The date of another event of the same sentence that goes with this one.
fn beside(finder: &Finder, drafts: &[Draft], v: usize, group: &VerbGroup) -> Option<(How, Known)> {
    let draft = &drafts[v];
    let number = draft.group.filter(|_| !has_own_time(finder, draft))?;
    let near = drafts[v.saturating_sub(BESIDE)..(v + BESIDE + 1).min(drafts.len())].iter().filter(|other| {
        other.sentence == draft.sentence && other.event.basis == Basis::Explicit && other.event.status == draft.event.status
    });
    let goes_with = |other: &&Draft| {
        let Some(beside) = finder.group(other) else {
            // "The Nov. 3 crash killed four", "The exit poll on Thursday pointed to a landslide".
            let end = finder.document.tokens_in(other.event.span).end;
            return (other.head + 1 == group.tokens.start || end == group.tokens.start)
                && group.tense == Tense::Past
                && !is_state(finder, draft)
                && !tense::moves(finder.document, group.head);
        };
        let hangs = group.parent == other.group || beside.parent == Some(number) || group.parent.is_some() && group.parent == beside.parent;
        let both =
            group.kind == ClauseKind::Main && beside.kind == ClauseKind::Main && beside.tense == group.tense && beside.form == Form::Finite;
        let both = both && !is_state(finder, draft);
        // "A paper published in 2000 claimed".
        if is_published(finder, beside) && beside.parent == Some(number) && beside.tokens.end < group.tokens.start {
            return group.tense == Tense::Past;
        }
        // "Speaking on Monday, the minister ruled it out".
        if finder.says(draft) && beside.form != Form::Gerund {
            return false;
        }
        (hangs && !is_state(finder, draft) && same_time(finder, group) && same_time(finder, beside) || both)
            && (!finder.says(other) || beside.form == Form::Gerund)
    };
    let other = near.filter(goes_with).min_by_key(|other| other.head.abs_diff(draft.head))?;
    Some((How::Beside, known(other)?))
}

/// Whether the participle says of a text that it came out: "a paper published in 2000".
fn is_published(finder: &Finder, group: &VerbGroup) -> bool {
    let out = ["published", "released", "issued", "written", "posted", "filed", "completed", "conducted"];
    group.form == Form::Participle && finder.document.is_any(group.head, &out)
}

/// Openers, folded, of clauses that tell of the same time as the clause on which they hang.
static SAME_TIME: Words = Words::new(&["when", "while", "as", "after", "before", "but", "and", "where"]);

/// Whether a clause tells of the same time as the one on which it hangs.
fn same_time(finder: &Finder, group: &VerbGroup) -> bool {
    match group.kind {
        ClauseKind::Main => true,
        // "before moving to Hull in 2014".
        ClauseKind::Free => !group.opener.is_some_and(|opener| finder.document.is_any(opener, &["before", "after", "since", "until"])),
        ClauseKind::Adverbial => group.opener.is_some_and(|opener| finder.document.is_any(opener, &SAME_TIME)) && !is_apart(finder, group),
        ClauseKind::Content | ClauseKind::Relative => false,
    }
}

/// The date of the event told last, where the story stands in its time still.
fn before(finder: &Finder, drafts: &[Draft], draft: &Draft, story: &Story) -> Option<(How, Known)> {
    let last = story.last.as_ref()?;
    if is_away(finder, draft, story) && story.away > Some(last.sentence) {
        return None;
    }
    let here = finder.document.sentences[last.sentence].paragraph == finder.paragraph(draft);
    let recent = is_news(finder, &last.known.date) || finder.published.date.is_none();
    let goes_on =
        || draft.sentence <= last.sentence + 1 && !is_state(finder, draft) && is_whole(finder, draft) && shares(draft, &drafts[last.draft]);
    (here && !is_long(&last.known.date) && (recent || goes_on())).then(|| (How::Behind, last.known.clone()))
}

/// Whether somebody takes part in both events, or nobody is named in this one.
fn shares(draft: &Draft, last: &Draft) -> bool {
    draft.event.participants.is_empty() || draft.event.participants.iter().any(|one| last.event.participants.contains(one))
}

/// Whether a date is too long to hold what is told next: a decade, a century.
fn is_long(date: &EventDate) -> bool {
    (date.latest - date.earliest).num_days() > LONG
}

/// Whether the event's clause stands by itself.
fn is_whole(finder: &Finder, draft: &Draft) -> bool {
    finder.group(draft).is_some_and(|group| matches!(group.kind, ClauseKind::Main | ClauseKind::Adverbial))
}

/// Whether the verb tells of a state rather than of something that happens: "was", "had".
fn is_state(finder: &Finder, draft: &Draft) -> bool {
    finder.document.has(draft.head, Classes::AUXILIARY)
}

/// The day that the article is about, or that of its publication, for what is told as part of the news.
fn of_the_news(finder: &Finder, draft: &Draft, group: &VerbGroup, story: &Story) -> Option<(How, Known)> {
    if is_of_another_time(finder, draft, group) {
        return None;
    }
    match story.lead.clone() {
        Some(_) if story.mourns && draft.kind == ParagraphKind::Body && story.opening != Some(finder.paragraph(draft)) => None,
        Some(lead) => Some((How::Lead, lead)),
        None => Some((How::News, story.news.clone()?)),
    }
}

/// The day of publication.
fn news(finder: &Finder) -> Option<Known> {
    Some(Known { date: Rc::new(published(finder.published)?), timex: None })
}

/// The day of publication as the date of a report.
fn published(published: &Published) -> Option<EventDate> {
    let day = published.date?;
    Some(EventDate { value: day.to_string(), edtf: day.to_string(), earliest: day, latest: day })
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
