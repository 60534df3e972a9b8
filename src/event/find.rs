//! From sentences to events: verb groups and nouns, their clauses, their own dates.

use super::date;
use super::place::{self, Bound, Place};
use super::rules::{self, Rule};
use super::scene::How;
use super::status::{self, Setting};
use super::{Basis, Event, EventDate, Status, clause, same, scene, select};
use crate::clause::noun;
use crate::clause::stem::{self, Stem};
use crate::clause::{Clauses, Tense, VerbGroup};
use crate::finding::Grounds;
use crate::lexicon::Classes;
use crate::mention::Entity;
use crate::quote::Quotation;
use crate::tag::Tag;
use crate::text::{Document, ParagraphKind, Sentence, Span, TokenKind};
use crate::timex::{Published, Timex, TimexType};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A saying up to this long, in bytes, is shown with what is said.
const LONGEST_SAYING: usize = 320;

/// At most so many participants are named.
const PARTICIPANTS: usize = 12;

/// Everything that the finder reads.
pub(super) struct Finder<'a, 't> {
    pub document: &'a Document<'t>,
    pub clauses: &'a Clauses,
    pub published: &'a Published,
    pub timexes: &'a [Timex],
    pub quotations: &'a [Quotation],
    mentions: Vec<(Span, usize)>,
    /// Spans of what is quoted, in order, with the quotation each belongs to.
    contents: Vec<(Span, usize)>,
    /// Cues, in order, with the quotation each belongs to.
    cues: Vec<(Span, usize)>,
}

/// Whether paragraphs of this kind tell of events.
fn tells(kind: ParagraphKind) -> bool {
    !matches!(kind, ParagraphKind::Credit | ParagraphKind::Byline | ParagraphKind::Label | ParagraphKind::Dateline)
}

/// An event with what is needed to date it from elsewhere.
pub(super) struct Draft {
    /// The event as far as its own words tell.
    pub event: Event,
    /// The number of its verb group; `None` for a noun.
    pub group: Option<usize>,
    /// The token of the verb or noun that names it.
    pub head: usize,
    /// Its stem.
    pub stem: Stem,
    /// The number of its sentence.
    pub sentence: usize,
    /// The kind of its paragraph.
    pub kind: ParagraphKind,
    /// The quotation whose content it stands in.
    pub quoted: Option<usize>,
    /// How it comes by a date that is not its own.
    pub how: Option<How>,
    /// Whether the article is about it.
    pub leads: bool,
}

impl<'a, 't> Finder<'a, 't> {
    pub fn new(
        document: &'a Document<'t>,
        clauses: &'a Clauses,
        published: &'a Published,
        timexes: &'a [Timex],
        entities: &[Entity],
        quotations: &'a [Quotation],
    ) -> Self {
        let mut mentions: Vec<(Span, usize)> =
            entities.iter().enumerate().flat_map(|(e, entity)| entity.mentions.iter().map(move |mention| (mention.span, e))).collect();
        mentions.sort_unstable();
        let mut contents: Vec<(Span, usize)> =
            quotations.iter().enumerate().flat_map(|(q, quotation)| quotation.contents.iter().map(move |content| (*content, q))).collect();
        contents.sort_unstable();
        let mut cues: Vec<(Span, usize)> = quotations.iter().enumerate().filter_map(|(q, quotation)| Some((quotation.cue?, q))).collect();
        cues.sort_unstable();
        Self { document, clauses, published, timexes, quotations, mentions, contents, cues }
    }

    /// The events of the whole text.
    pub fn find(self) -> Vec<Event> {
        let mut drafts = Vec::with_capacity(self.clauses.len());
        for (number, sentence) in self.document.sentences.iter().enumerate() {
            let kind = self.document.paragraphs[sentence.paragraph].kind;
            if tells(kind) {
                self.sentence(number, sentence, kind, &mut drafts);
            }
        }
        self.known_nouns(&mut drafts);
        drafts.sort_by_cached_key(|draft| (draft.event.span.start, draft.event.trigger.start));
        scene::date(&self, &mut drafts);
        same::join(&self, &mut drafts);
        select::mark_main(&self, &mut drafts);
        for draft in &mut drafts {
            self.explain(draft);
        }
        drafts.into_iter().map(|draft| draft.event).collect()
    }

    fn sentence(&self, number: usize, sentence: &Sentence, kind: ParagraphKind, drafts: &mut Vec<Draft>) {
        let places = place::places(self.document, self.timexes, &sentence.tokens);
        let own = self.clauses.of_sentence(number);
        let dated = date::assign(self.document, self.clauses, self.timexes, &places, |place| self.said_by(place, number));
        for g in own.clone() {
            let place = dated.of_verb(g);
            let group = &self.clauses.groups(own.clone())[g - own.start];
            if (group.is_finite() || place.is_some() || group.planned) && !dated.empty.contains(&g) {
                drafts.push(self.verb_event(number, sentence, kind, g, place));
            }
        }
        if !self.clauses.groups(own.clone()).iter().any(VerbGroup::is_finite)
            && let Some(labelled) = self.labelled(number, sentence, kind)
        {
            drafts.push(labelled);
            return;
        }
        drafts.extend(dated.nouns.iter().filter_map(|(noun, place)| self.noun_event(number, kind, *noun, Some(place))));
    }

    /// The event of a line without a verb behind the date that labels it: "Nov. 25: Expected date of the opening".
    fn labelled(&self, number: usize, sentence: &Sentence, kind: ParagraphKind) -> Option<Draft> {
        let document = self.document;
        let paragraph = document.paragraphs.get(sentence.paragraph)?;
        let (colon, place) = scene::label(self, sentence.paragraph).filter(|_| sentence.tokens.start == paragraph.tokens.start)?;
        let words = colon + 1..sentence.tokens.end;
        let noun = |i: &usize| document.tag(*i).is_some_and(Tag::is_noun);
        let head = words.clone().find(|i| noun::names_event(document, *i)).or_else(|| words.clone().find(noun))?;
        let last = words.clone().rev().find(|i| document.kind(*i) != Some(TokenKind::Punct))?;
        let mut draft = self.noun_event(number, kind, head, Some(&place))?;
        draft.event.span = document.span(words.start..last + 1);
        draft.event.participants = self.participants(draft.event.span);
        Some(draft)
    }

    /// Adds the nouns that lead back to an event which its own words date: "the attack".
    fn known_nouns(&self, drafts: &mut Vec<Draft>) {
        let dated: FxHashSet<Stem> = drafts.iter().filter(|draft| draft.event.basis == Basis::Explicit).map(|draft| draft.stem).collect();
        let mut taken: FxHashSet<usize> = drafts.iter().map(|draft| draft.head).collect();
        for (number, sentence) in self.document.sentences.iter().enumerate() {
            let kind = self.document.paragraphs[sentence.paragraph].kind;
            let known = |i: &usize| noun::is_definite(self.document, *i) && dated.contains(&stem::of(self.document, *i));
            // "the death of a worker" is another than that of which the text has told.
            let held = |i: &usize| noun::is_held(self.document, *i) || self.document.is(i + 1, "of");
            for noun in sentence.tokens.clone().filter(known).filter(|i| tells(kind) && !held(i)) {
                if taken.insert(noun) {
                    drafts.extend(self.noun_event(number, kind, noun, None));
                }
            }
        }
    }

    /// The event that the verb group `g` names.
    fn verb_event(&self, number: usize, sentence: &Sentence, kind: ParagraphKind, g: usize, place: Option<&Place>) -> Draft {
        let document = self.document;
        let own = self.clauses.of_sentence(number);
        let groups = self.clauses.groups(own.clone());
        let group = &groups[g - own.start];
        let within = place.map_or(0, |place| place.tokens.end);
        let clause = clause::extent(document, &sentence.tokens, groups, g - own.start, within);
        let trigger = document.span(group.head..group.tokens.end);
        let span = document.span(clause::with_subject(document, groups, own.start, g - own.start, &clause));
        let date = place.and_then(|place| {
            let bound = match place.bound {
                _ if date::is_turn(document, group, place) => Bound::At,
                // "By 1935 the road had reached the cape".
                Bound::At if group.perfect && document.is(place.tokens.start.saturating_sub(1), "by") => Bound::Until,
                bound => bound,
            };
            place::explicit(self.timexes, &Place { bound, ..place.clone() })
        });
        let repeated = place.is_some_and(|place| self.timexes[place.timex].kind == TimexType::Set);
        // "The exhibition runs until October 15": it goes on.
        let lasts = place.is_some_and(|place| place.bound == Bound::Until) && group.tense == Tense::Present && !group.planned;
        let ahead = !lasts && date.as_ref().zip(self.published.date).is_some_and(|(date, day)| date.earliest > day);
        let quoted = self.quoted(trigger);
        let heading = matches!(kind, ParagraphKind::Title | ParagraphKind::Standfirst | ParagraphKind::Caption);
        let reported = quoted.is_some() || g > own.start;
        let above = group.parent.and_then(|parent| self.clauses.get(parent));
        let turned = place.is_some_and(|place| date::is_turn(document, group, place));
        let today =
            date.as_ref().zip(self.published.date).is_some_and(|(date, day)| date.earliest == day && date.latest == day) && !heading;
        let setting = Setting { heading, ahead, dated: date.is_some(), repeated, reported, turned, today, lasts };
        let status = status::of(document, group, above, &clause, &setting);
        let date = date.map(|date| self.narrowed(date, status));
        let quotation = self.quotation_of(document.span(group.tokens.clone()));
        let span = match quotation {
            Some(q) => self.saying(span, q),
            None => quoted.map_or(span, |q| self.within_content(span, trigger, q)),
        };
        let event = Event {
            span,
            trigger,
            basis: if date.is_some() { Basis::Explicit } else { Basis::None },
            timex: place.map(|place| place.timex),
            date,
            status,
            participants: self.participants(span),
            place: clause::place(document, &clause).map(|tokens| document.span(tokens)),
            quotation,
            same: None,
            main: false,
            grounds: self.rule(rules::of_verb(group)),
        };
        Draft {
            event,
            group: Some(g),
            head: group.head,
            stem: stem::of(document, group.head),
            sentence: number,
            kind,
            quoted,
            how: None,
            leads: false,
        }
    }

    /// The event that a noun names, with the words beside it that date it.
    fn noun_event(&self, number: usize, kind: ParagraphKind, noun: usize, place: Option<&Place>) -> Option<Draft> {
        let document = self.document;
        let date = match place {
            Some(place) => Some(place::explicit(self.timexes, place)?),
            None => None,
        };
        let tokens = self.noun_phrase(noun, place);
        let ahead = date.as_ref().zip(self.published.date).is_some_and(|(date, day)| date.earliest > day);
        let span = document.span(tokens.clone());
        let trigger = document.span(noun..noun + 1);
        let event = Event {
            span,
            trigger,
            basis: if date.is_some() { Basis::Explicit } else { Basis::None },
            date,
            timex: place.map(|place| place.timex),
            status: if ahead { Status::Planned } else { Status::Happened },
            participants: self.participants(span),
            place: clause::place(document, &tokens).map(|tokens| document.span(tokens)),
            quotation: None,
            same: None,
            main: false,
            grounds: self.rule(if place.is_some() { rules::of_dated_nouns() } else { rules::of_known_nouns() }),
        };
        let (stem, quoted) = (stem::of(document, noun), self.quoted(trigger));
        Some(Draft { event, group: None, head: noun, stem, sentence: number, kind, quoted, how: None, leads: false })
    }

    /// The phrase of a noun, with its date and the article before both.
    fn noun_phrase(&self, noun: usize, place: Option<&Place>) -> Range<usize> {
        let document = self.document;
        let sentence = document.sentence_tokens(noun);
        let phrase = noun::phrase_start(document, noun, sentence.start)..noun::phrase_end(document, noun, sentence.end);
        let Some(place) = place else { return phrase };
        let start = phrase.start.min(place.tokens.start);
        let start = start.checked_sub(1).filter(|i| *i >= sentence.start && document.is(*i, "the")).unwrap_or(start);
        start..phrase.end.max(place.tokens.end)
    }

    /// The verb group of a draft.
    pub fn group(&self, draft: &Draft) -> Option<&VerbGroup> {
        draft.group.and_then(|group| self.clauses.get(group))
    }

    /// The number of the draft's paragraph.
    pub fn paragraph(&self, draft: &Draft) -> usize {
        self.document.sentences.get(draft.sentence).map_or(0, |sentence| sentence.paragraph)
    }

    /// Whether the draft is an act of saying.
    #[inline]
    pub fn says(&self, draft: &Draft) -> bool {
        draft.event.quotation.is_some() || draft.group.is_some() && self.document.has(draft.head, Classes::SAY)
    }

    /// Whoever is quoted by the saying that the draft tells of.
    pub fn speaker(&self, draft: &Draft) -> Option<usize> {
        self.quotations.get(draft.event.quotation?)?.speaker
    }

    fn participants(&self, span: Span) -> Vec<usize> {
        let first = self.mentions.partition_point(|(mention, _)| mention.start < span.start);
        let inside = self.mentions[first..]
            .iter()
            .take_while(|(mention, _)| mention.start < span.end)
            .filter(|(mention, _)| span.contains(*mention));
        let mut found = Vec::new();
        for (_, entity) in inside {
            if !found.contains(entity) && found.len() < PARTICIPANTS {
                found.push(*entity);
            }
        }
        found
    }

    /// The time expressions inside a span.
    pub fn timexes_in(&self, span: Span) -> impl Iterator<Item = &Timex> {
        let first = self.timexes.partition_point(|timex| timex.span.start < span.start);
        self.timexes.iter().skip(first).take_while(move |timex| timex.span.end <= span.end)
    }

    /// The quotation in whose content the words at `span` stand.
    fn quoted(&self, span: Span) -> Option<usize> {
        let near = self.contents.partition_point(|(content, _)| content.start <= span.start);
        self.contents[near.saturating_sub(3)..near].iter().rev().find(|(content, _)| content.contains(span)).map(|(_, q)| *q)
    }

    /// The verb group that reports the words around a time expression.
    fn said_by(&self, place: &Place, sentence: usize) -> Option<usize> {
        let span = place::words(self.document, place);
        self.clauses.of_sentence(sentence).find(|g| {
            let Some(group) = self.clauses.get(*g) else { return false };
            let Some(q) = self.quotation_of(self.document.span(group.tokens.clone())) else { return false };
            let head = |group: &VerbGroup| self.document.span(group.head..group.head + 1);
            let contents = || self.quotations[q].contents.iter();
            // "rejected the plan on Monday": nothing is said that could happen then.
            let tells = self.clauses.get(g + 1).is_some_and(|next| contents().any(|content| content.contains(head(next))));
            tells && contents().any(|content| content.contains(span)) && !contents().any(|content| content.contains(head(group)))
        })
    }

    /// The quotation whose cue overlaps the verb group.
    fn quotation_of(&self, verb: Span) -> Option<usize> {
        let near = self.cues.partition_point(|(cue, _)| cue.start < verb.end);
        let (cue, q) = self.cues.get(near.checked_sub(1)?)?;
        cue.overlaps(verb).then_some(*q)
    }

    /// The clause of a saying, with what is said when that is short enough to read at a glance.
    fn saying(&self, clause: Span, q: usize) -> Span {
        let quotation = &self.quotations[q];
        let source = quotation.source.map_or(clause, |source| clause.join(source));
        let whole = quotation.contents.iter().fold(source, |whole, content| whole.join(*content));
        if whole.len() <= LONGEST_SAYING { self.with_marks(whole) } else { clause }
    }

    /// The days of a stretch that holds the day of publication: what is planned lies ahead of that day, what has happened behind it.
    fn narrowed(&self, mut date: EventDate, status: Status) -> EventDate {
        if let Some(published) = self.published.date.filter(|day| date.earliest <= *day && *day <= date.latest) {
            match status {
                Status::Planned | Status::Possible => date.earliest = published,
                Status::Happened | Status::Denied => date.latest = published,
                Status::Ongoing | Status::Recurring => {}
            }
        }
        date
    }

    /// The part of a clause that stands in the content of a quotation with its trigger.
    fn within_content(&self, clause: Span, trigger: Span, q: usize) -> Span {
        let content = self.quotations[q].contents.iter().find(|content| content.contains(trigger));
        content.map_or(clause, |content| Span::new(clause.start.max(content.start), clause.end.min(content.end)))
    }

    /// The span with the quotation marks that stand right before and behind it.
    fn with_marks(&self, span: Span) -> Span {
        let document = self.document;
        let tokens = document.tokens_in(span);
        let mark = |i: usize| document.token(i).filter(|token| token.kind == TokenKind::Mark).map(|token| token.span);
        let before = tokens.start.checked_sub(1).and_then(mark).filter(|_| document.is_glued(tokens.start));
        let behind = mark(tokens.end).filter(|_| document.is_glued(tokens.end));
        before.into_iter().chain(behind).fold(span, Span::join)
    }

    /// The grounds of an event before its date is settled: the rule, and what it goes by.
    fn rule(&self, rule: &'static Rule) -> Grounds {
        Grounds::new(rule.name, 0.0, rule.about)
    }

    /// Adds to the grounds how the date is known and how sure all of it is.
    fn explain(&self, draft: &mut Draft) {
        let event = &mut draft.event;
        let timex = event.timex.and_then(|timex| self.timexes.get(timex));
        let sure = timex.map_or(1.0, |timex| timex.grounds.confidence);
        // What is told in the past and dated ahead of publication contradicts itself.
        let told = self.clauses.get(draft.group.unwrap_or(usize::MAX)).is_some_and(|group| group.tense == Tense::Past);
        let ahead = event.date.as_ref().zip(self.published.date).is_some_and(|(date, day)| date.earliest > day);
        event.grounds.confidence = match (event.basis, draft.how) {
            (Basis::Explicit, _) if told && ahead && event.status == Status::Happened => 0.4 * sure,
            (Basis::Explicit, _) => 0.9 * sure,
            (Basis::Context, Some(How::Speaker)) => 0.96 * sure,
            (Basis::Context, Some(How::Beside)) => 0.65 * sure,
            (Basis::Context, _) => 0.8 * sure,
            (Basis::Publication, _) => 0.8,
            (Basis::None, _) => 0.8,
        };
        let words = timex.map(|timex| timex.span.of(self.document.text)).unwrap_or_default();
        let (before, behind) = scene::why(event.basis, draft.how);
        let words = if behind.is_empty() { "" } else { words };
        event.grounds.why = [&event.grounds.why, before, words, behind].concat().into();
    }
}
