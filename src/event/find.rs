//! From sentences to events: verb groups, their clauses, their dates.

use super::date::{self, Place};
use super::rules::{self, Rule};
use super::status::{self, Setting};
use super::verb::{self, VerbGroup};
use super::{Basis, Event, EventDate, Status, clause, select};
use crate::finding::Grounds;
use crate::lexicon::Classes;
use crate::mention::Entity;
use crate::quote::Quotation;
use crate::text::{Document, ParagraphKind, Sentence, Span, TokenKind};
use crate::timex::{Published, Timex, TimexType};

/// A saying up to this long, in bytes, is shown with what is said.
const LONGEST_SAYING: usize = 320;

/// Everything that the finder reads.
pub(super) struct Finder<'a, 't> {
    pub document: &'a Document<'t>,
    pub published: &'a Published,
    pub timexes: &'a [Timex],
    pub quotations: &'a [Quotation],
    mentions: Vec<(Span, usize)>,
    /// Spans of what is quoted, in order.
    contents: Vec<Span>,
    /// Cues, in order, with the quotation each belongs to.
    cues: Vec<(Span, usize)>,
    last: Option<Context>,
}

/// The last day that the paragraph told of.
struct Context {
    paragraph: usize,
    timex: usize,
}

impl<'a, 't> Finder<'a, 't> {
    pub fn new(
        document: &'a Document<'t>,
        published: &'a Published,
        timexes: &'a [Timex],
        entities: &[Entity],
        quotations: &'a [Quotation],
    ) -> Self {
        let mut mentions: Vec<(Span, usize)> =
            entities.iter().enumerate().flat_map(|(e, entity)| entity.mentions.iter().map(move |mention| (mention.span, e))).collect();
        mentions.sort_unstable();
        let mut contents: Vec<Span> = quotations.iter().flat_map(|quotation| quotation.contents.iter().copied()).collect();
        contents.sort_unstable();
        let mut cues: Vec<(Span, usize)> = quotations.iter().enumerate().filter_map(|(q, quotation)| Some((quotation.cue?, q))).collect();
        cues.sort_unstable();
        Self { document, published, timexes, quotations, mentions, contents, cues, last: None }
    }

    /// The events of the whole text.
    pub fn find(mut self) -> Vec<Event> {
        let mut events = Vec::new();
        for sentence in &self.document.sentences {
            let kind = self.document.paragraphs[sentence.paragraph].kind;
            if !matches!(kind, ParagraphKind::Credit | ParagraphKind::Byline | ParagraphKind::Label | ParagraphKind::Dateline) {
                self.sentence(sentence, kind, &mut events);
            }
        }
        events.sort_by_cached_key(|event| (event.span.start, event.trigger.start));
        select::mark_main(self.document, &mut events);
        events
    }

    fn sentence(&mut self, sentence: &Sentence, kind: ParagraphKind, events: &mut Vec<Event>) {
        let document = self.document;
        let headline = matches!(kind, ParagraphKind::Title | ParagraphKind::Standfirst);
        let groups = verb::find(document, sentence.tokens.clone(), headline);
        let places = date::places(document, self.timexes, &sentence.tokens);
        let dated = date::govern(document, &sentence.tokens, &groups, &places, self.timexes, |place| self.said_by(place, &groups));
        for (g, timex) in dated.into_iter().enumerate() {
            let heading = headline || kind == ParagraphKind::Caption;
            events.push(self.verb_event(sentence, &groups, g, timex, heading));
        }
        for place in &places {
            events.extend(date::noun_behind(document, &place.tokens).and_then(|noun| self.noun_event(place, noun)));
        }
    }

    /// The event that a verb group names.
    fn verb_event(&mut self, sentence: &Sentence, groups: &[VerbGroup], g: usize, timex: Option<usize>, heading: bool) -> Event {
        let document = self.document;
        let group = &groups[g];
        let clause = clause::extent(document, &sentence.tokens, groups, g);
        let trigger = document.span(group.head..group.tokens.end);
        let span = document.span(clause.clone());
        let explicit = timex.and_then(|timex| date::explicit(self.timexes, timex));
        let repeated = timex.is_some_and(|timex| self.timexes[timex].kind == TimexType::Set);
        let ahead = explicit.as_ref().zip(self.published.date).is_some_and(|(date, day)| date.earliest > day);
        let reported = self.is_quoted(trigger) || g > 0;
        let mut status = status::of(document, group, &clause, &Setting { heading, ahead, dated: explicit.is_some(), repeated, reported });
        if status == Status::Happened && ahead {
            status = Status::Planned;
        }
        let quotation = self.quotation_of(document.span(group.tokens.clone()));
        let (date, timex, basis) = self.date(sentence, group, status, explicit, timex, quotation.is_some());
        let span = quotation.map_or(span, |q| self.saying(span, q));
        Event {
            span,
            trigger,
            date,
            timex,
            basis,
            status,
            participants: self.participants(span),
            place: clause::place(document, &clause).map(|tokens| document.span(tokens)),
            quotation,
            main: false,
            grounds: self.grounds(rules::of_verb(group), basis, timex),
        }
    }

    /// The event that a noun names, dated by the words before it.
    fn noun_event(&self, place: &Place, noun: usize) -> Option<Event> {
        let document = self.document;
        let date = date::explicit(self.timexes, place.timex)?;
        let start = place.tokens.start.checked_sub(1).filter(|i| document.is(*i, "the")).unwrap_or(place.tokens.start);
        let limit = document.sentence_tokens(noun).end;
        let mut end = noun + 1;
        while end + 1 < limit && document.is_any(end, &["in", "of", "at", "on"]) && document.is_capitalized(end + 1) {
            end += 2;
            while end < limit && document.is_capitalized(end) {
                end += 1;
            }
        }
        let tokens = start..end;
        let ahead = self.published.date.is_some_and(|day| date.earliest > day);
        let span = document.span(tokens.clone());
        Some(Event {
            span,
            trigger: document.span(noun..noun + 1),
            date: Some(date),
            timex: Some(place.timex),
            basis: Basis::Explicit,
            status: if ahead { Status::Planned } else { Status::Happened },
            participants: self.participants(span),
            place: clause::place(document, &tokens).map(|tokens| document.span(tokens)),
            quotation: None,
            main: false,
            grounds: self.grounds(rules::of_nouns(), Basis::Explicit, Some(place.timex)),
        })
    }

    /// The date of a verb's event: its own words, the day the paragraph tells of, or the day of publication.
    fn date(
        &mut self,
        sentence: &Sentence,
        group: &VerbGroup,
        status: Status,
        explicit: Option<EventDate>,
        timex: Option<usize>,
        says: bool,
    ) -> (Option<EventDate>, Option<usize>, Basis) {
        if let (Some(date), Some(timex)) = (explicit, timex) {
            if status == Status::Happened && !says && !self.is_relative(group) {
                self.last = Some(Context { paragraph: sentence.paragraph, timex });
            }
            return (Some(date), Some(timex), Basis::Explicit);
        }
        let says = says || self.document.has(group.head, Classes::SAY);
        if status != Status::Happened || self.is_quoted(self.document.span(group.tokens.clone())) {
            return (None, None, Basis::None);
        }
        let told = self.last.as_ref().filter(|last| last.paragraph == sentence.paragraph && !says).map(|last| last.timex);
        if let Some((timex, date)) = told.and_then(|timex| Some((timex, date::explicit(self.timexes, timex)?))) {
            return (Some(date), Some(timex), Basis::Context);
        }
        match date::published(self.published).filter(|_| says) {
            Some(date) => (Some(date), None, Basis::Publication),
            None => (None, None, Basis::None),
        }
    }

    /// Whether the group belongs to a clause that "which" or "who" opens, whose time is not that of the story.
    fn is_relative(&self, group: &VerbGroup) -> bool {
        let floor = self.document.sentence_tokens(group.head).start.max(group.tokens.start.saturating_sub(6));
        (floor..group.tokens.start).any(|i| self.document.is_any(i, &["which", "who", "whom", "whose", "that", "when", "where"]))
    }

    fn participants(&self, span: Span) -> Vec<usize> {
        let first = self.mentions.partition_point(|(mention, _)| mention.start < span.start);
        let inside = self.mentions[first..]
            .iter()
            .take_while(|(mention, _)| mention.start < span.end)
            .filter(|(mention, _)| span.contains(*mention));
        let mut found = Vec::new();
        for (_, entity) in inside {
            if !found.contains(entity) && found.len() < 12 {
                found.push(*entity);
            }
        }
        found
    }

    /// Whether the words at `span` are what somebody says.
    fn is_quoted(&self, span: Span) -> bool {
        let near = self.contents.partition_point(|content| content.start <= span.start);
        self.contents[near.saturating_sub(3)..near].iter().any(|content| content.contains(span))
    }

    /// The verb group that reports the words around a time expression.
    fn said_by(&self, place: &Place, groups: &[VerbGroup]) -> Option<usize> {
        let span = self.document.span(place.tokens.clone());
        groups.iter().position(|group| {
            let quotation = self.quotation_of(self.document.span(group.tokens.clone()));
            quotation.is_some_and(|q| self.quotations[q].contents.iter().any(|content| content.contains(span)))
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

    /// The span with the quotation marks that stand right before and behind it.
    fn with_marks(&self, span: Span) -> Span {
        let document = self.document;
        let tokens = document.tokens_in(span);
        let mark = |i: usize| document.token(i).filter(|token| token.kind == TokenKind::Mark).map(|token| token.span);
        let before = tokens.start.checked_sub(1).and_then(mark).filter(|_| document.is_glued(tokens.start));
        let behind = mark(tokens.end).filter(|_| document.is_glued(tokens.end));
        before.into_iter().chain(behind).fold(span, Span::join)
    }

    fn grounds(&self, rule: &'static Rule, basis: Basis, timex: Option<usize>) -> Grounds {
        let words = timex.and_then(|timex| self.timexes.get(timex));
        let sure = match basis {
            Basis::Explicit => 0.9 * words.map_or(1.0, |timex| timex.grounds.confidence),
            Basis::Context => 0.6,
            Basis::Publication => 0.7,
            Basis::None => 0.8,
        };
        let dates = matches!(basis, Basis::Explicit | Basis::Context);
        let words = words.filter(|_| dates).map(|timex| timex.span.of(self.document.text)).unwrap_or_default();
        let (before, behind) = date::why(basis);
        Grounds::new(rule.name, sure, [rule.about, before, words, behind].concat())
    }
}
