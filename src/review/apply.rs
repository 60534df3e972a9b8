//! Edits over an analysis: the analysis in which they hold, and what the reader said of each finding.

use super::edit::{Addition, Edit, Subject, Verdict};
use super::index::Index;
use super::place::Search;
use super::{Kind, Review, Words};
use crate::analysis::Analysis;
use crate::event::{Basis, Event, EventDate, Status};
use crate::finding::Grounds;
use crate::item::Item;
use crate::mention::{Category, Entity, EntityKind, GivenWords, Mention, MentionKind};
use crate::quote::{OtherSpeaker, Quotation, QuotationKind};
use crate::text::{Span, steps};
use crate::timeline;
use crate::timex::calendar::Point;
use crate::timex::{READER, Timex, TimexType};
use std::collections::{BTreeMap, BTreeSet};

/// So many places of words that a reader adds as somebody's are taken for mentions.
const PLACES: usize = 1_000;

/// So many for all that a reader adds; then only the words themselves are.
const ALL_PLACES: usize = 100_000;

/// So many mentions within an event that a reader adds are looked at for those who take part in it.
const TAKING_PART: usize = 100;

/// What a reader said of a finding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    /// Whether it is right.
    pub verdict: Option<Verdict>,
    /// The note.
    pub note: String,
    /// Whether something of it was changed.
    pub changed: bool,
    /// Whether the reader added it.
    pub added: bool,
    /// Whether it was merged into another.
    pub gone: bool,
}

/// What a reader said of findings; others have no mark.
pub type Marks = BTreeMap<Item, Mark>;

/// An analysis in which a reader's edits hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Reviewed {
    /// The analysis. Findings stand where they stood; what was added stands behind them.
    pub analysis: Analysis,
    /// What the reader said of findings.
    pub marks: Marks,
    /// The numbers of the edits that found no place in the text.
    pub lost: Vec<usize>,
}

impl Reviewed {
    /// What the reader said of `item`.
    pub fn mark(&self, item: Item) -> Option<&Mark> {
        self.marks.get(&item)
    }

    /// Whether the reader has left `item` out: it is wrong, or was merged into another.
    pub fn is_out(&self, item: Item) -> bool {
        self.mark(item).is_some_and(|mark| mark.gone || mark.verdict == Some(Verdict::Wrong))
    }
}

impl Review {
    /// The analysis in which the edits hold. `analysis` must be of `text`, read with [`Review::options`].
    pub fn apply(&self, text: &str, analysis: &Analysis) -> Reviewed {
        let reviewed = Reviewed { analysis: analysis.clone(), marks: BTreeMap::new(), lost: Vec::new() };
        if self.is_empty() {
            return reviewed;
        }
        let search = Search::new(text, self.edits().iter().flat_map(Edit::named));
        let mut applied = Applied { text, reviewed, index: Index::of(analysis), search, grown: BTreeSet::new(), places: ALL_PLACES };
        for (number, edit) in self.edits().iter().enumerate() {
            if applied.edit(edit).is_none() {
                applied.reviewed.lost.push(number);
            }
        }
        applied.settle();
        applied.reviewed
    }
}

struct Applied<'t> {
    text: &'t str,
    reviewed: Reviewed,
    index: Index,
    search: Search<'t>,
    /// Entities with which others were merged, whose mentions are put in order in the end.
    grown: BTreeSet<usize>,
    /// How many places of added words are taken for mentions yet.
    places: usize,
}

impl Applied<'_> {
    /// Does an edit; `None` where it finds no place.
    fn edit(&mut self, edit: &Edit) -> Option<()> {
        match edit {
            Edit::Published { .. } | Edit::Address { .. } => Some(()),
            Edit::Judge { of, verdict } => {
                let item = self.find(of)?;
                self.mark(item).verdict = *verdict;
                Some(())
            }
            Edit::Note { of, note } => {
                let item = self.find(of)?;
                self.mark(item).note.clone_from(note);
                Some(())
            }
            Edit::Date { of, value } => self.date(of, value.as_deref()),
            Edit::Anchor { of, from } => {
                let item @ Item::Timex(_) = self.find(of)? else { return None };
                if let Some(from) = from {
                    self.find(from)?;
                }
                self.mark(item).changed = true;
                Some(())
            }
            Edit::Status { of, status } => {
                let event = self.event(of)?;
                event.status = *status;
                event.grounds = by_reader("The reader said whether it took place.");
                Some(())
            }
            Edit::Speaker { of, speaker } => self.speaker(of, speaker.as_ref()),
            Edit::Name { of, name, role, organization, category } => self.name(of, [name, role, organization], *category),
            Edit::Merge { of, into } => self.merge(of, into),
            Edit::Split { of, words } => self.split(of, words),
            Edit::Add { words, addition } => self.add(words, addition),
        }
    }

    fn find(&self, of: &Subject) -> Option<Item> {
        self.index.find(of.kind, self.search.find(self.text, &of.words)?, &self.reviewed.analysis)
    }

    fn mark(&mut self, item: Item) -> &mut Mark {
        self.reviewed.marks.entry(item).or_default()
    }

    /// The event of a correction, marked as changed.
    fn event(&mut self, of: &Subject) -> Option<&mut Event> {
        let Item::Event(i) = self.find(of)? else { return None };
        self.mark(Item::Event(i)).changed = true;
        self.reviewed.analysis.events.get_mut(i)
    }

    fn date(&mut self, of: &Subject, value: Option<&str>) -> Option<()> {
        match of.kind {
            Kind::Timex => {
                let item @ Item::Timex(i) = self.find(of)? else { return None };
                self.mark(item).changed = value.is_some();
                // The analysis has read what it found itself against the value; one that was added has only this.
                let timex = self.reviewed.analysis.timexes.get_mut(i)?;
                if let Some(point) = value.and_then(Point::of_value).filter(|point| timex.value != point.value()) {
                    *timex = dated(timex.span, point);
                }
                Some(())
            }
            _ => {
                let date = match value {
                    Some(value) => Some(EventDate::of_value(value)?),
                    None => None,
                };
                let event = self.event(of)?;
                (event.timex, event.basis) = (None, if date.is_some() { Basis::Explicit } else { Basis::None });
                let why = if date.is_some() { "The reader gave this date." } else { "The reader said that the text does not date it." };
                (event.date, event.grounds) = (date, by_reader(why));
                Some(())
            }
        }
    }

    fn speaker(&mut self, of: &Subject, speaker: Option<&Subject>) -> Option<()> {
        let item @ Item::Quotation(i) = self.find(of)? else { return None };
        let who = match speaker {
            Some(speaker) => match self.find(speaker)? {
                Item::Entity(who) => Some(who),
                _ => return None,
            },
            None => None,
        };
        self.mark(item).changed = true;
        let quotation = self.reviewed.analysis.quotations.get_mut(i)?;
        let was = quotation.speaker;
        quotation.alternatives.retain(|other| Some(other.speaker) != who);
        if let Some(speaker) = was.filter(|was| Some(*was) != who) {
            quotation.alternatives.insert(0, OtherSpeaker { speaker, why: "This is who was found to speak.".to_owned() });
        }
        quotation.speaker = who;
        if let Some(who) = who {
            self.index.speaks(who, i);
        }
        quotation.grounds = by_reader("The reader said who speaks.");
        Some(())
    }

    fn name(&mut self, of: &Subject, [name, role, organization]: [&String; 3], category: Category) -> Option<()> {
        let item @ Item::Entity(i) = self.find(of)? else { return None };
        self.mark(item).changed = true;
        let text = self.text;
        let entity = self.reviewed.analysis.entities.get_mut(i)?;
        let other = |given: &str, own: Option<Span>| (given != own.map(|span| span.of(text)).unwrap_or_default()).then(|| given.to_owned());
        let given = GivenWords {
            name: other(name, Some(entity.name)).filter(|name| !name.trim().is_empty()),
            role: other(role, entity.role),
            organization: other(organization, entity.organization),
        };
        entity.named |= given.name.is_some();
        entity.given = (given != GivenWords::default()).then_some(given);
        entity.category = category;
        Some(())
    }

    fn merge(&mut self, of: &Subject, into: &Subject) -> Option<()> {
        let (Item::Entity(gone), Item::Entity(stays)) = (self.find(of)?, self.find(into)?) else { return None };
        if gone == stays {
            return Some(());
        }
        self.mark(Item::Entity(gone)).gone = true;
        self.mark(Item::Entity(stays)).changed = true;
        let gone_entity = self.reviewed.analysis.entities.get_mut(gone)?;
        let mentions = std::mem::take(&mut gone_entity.mentions);
        let other = gone_entity.clone();
        for mention in &mentions {
            self.index.mentions.remove(mention.span, gone);
            self.index.mentions.insert(mention.span, stays);
        }
        steps::add(mentions.len());
        let entity = self.reviewed.analysis.entities.get_mut(stays)?;
        entity.mentions.extend(mentions);
        take_office(entity, other);
        self.grown.insert(stays);
        self.speak_as(gone, stays, |_| true);
        for event in self.index.give_taken(gone) {
            let Some(taken) = self.reviewed.analysis.events.get_mut(event).filter(|event| event.participants.contains(&gone)) else {
                continue;
            };
            taken.participants.retain(|who| *who != gone && *who != stays);
            taken.participants.push(stays);
            self.index.takes_part(stays, event);
        }
        Some(())
    }

    fn split(&mut self, of: &Subject, words: &Words) -> Option<()> {
        let Item::Entity(i) = self.find(of)? else { return None };
        let span = self.search.find(self.text, words)?;
        let text = self.text;
        let entity = self.reviewed.analysis.entities.get_mut(i)?;
        // All mentions in the same words mean the other one.
        let same = |mention: &Mention| mention.span.of(text) == span.of(text);
        steps::add(entity.mentions.len());
        let mut mentions: Vec<Mention> = entity.mentions.extract_if(.., |mention| same(mention)).collect();
        mentions.sort_by_key(|mention| mention.span);
        let first = *mentions.first()?;
        let named = first.kind == MentionKind::Name;
        let other =
            Entity { named, name: first.span, role: None, organization: None, mentions: mentions.clone(), given: None, ..entity.clone() };
        let number = self.reviewed.analysis.entities.len();
        self.index.names.insert(other.name, number);
        for mention in &other.mentions {
            self.index.mentions.remove(mention.span, i);
            self.index.mentions.insert(mention.span, number);
        }
        self.reviewed.analysis.entities.push(other);
        self.mark(Item::Entity(number)).added = true;
        self.mark(Item::Entity(i)).changed = true;
        // Mentions in the same words end in the order in which they begin.
        let near = |source: Span| mentions.get(mentions.partition_point(|mention| mention.span.end <= source.start));
        let spoken =
            |quotation: &Quotation| quotation.source.is_some_and(|source| near(source).is_some_and(|near| near.span.overlaps(source)));
        self.speak_as(i, number, spoken);
        Some(())
    }

    /// Gives those quotations of `from` that `theirs` picks to `speaker`.
    fn speak_as(&mut self, from: usize, speaker: usize, theirs: impl Fn(&Quotation) -> bool) {
        for number in self.index.give_spoken(from) {
            let Some(quotation) = self.reviewed.analysis.quotations.get_mut(number).filter(|quotation| quotation.speaker == Some(from))
            else {
                continue;
            };
            if theirs(quotation) {
                quotation.speaker = Some(speaker);
                quotation.alternatives.retain(|other| other.speaker != speaker);
                self.index.speaks(speaker, number);
            } else {
                self.index.speaks(from, number);
            }
        }
    }

    fn add(&mut self, words: &Words, addition: &Addition) -> Option<()> {
        let span = self.search.find(self.text, words)?;
        let item = match addition {
            Addition::Timex { value } => {
                let timex = dated(span, Point::of_value(value)?);
                let number = self.reviewed.analysis.timexes.len();
                self.reviewed.analysis.timexes.push(timex);
                self.index.timexes.insert(span, number);
                Item::Timex(number)
            }
            Addition::Event { value, status } => self.add_event(span, value.as_deref(), *status)?,
            Addition::Quotation { speaker } => self.add_quotation(span, speaker.as_ref())?,
            Addition::Entity => self.add_entity(span),
        };
        self.mark(item).added = true;
        Some(())
    }

    fn add_event(&mut self, span: Span, value: Option<&str>, status: Status) -> Option<Item> {
        let date = match value {
            Some(value) => Some(EventDate::of_value(value)?),
            None => None,
        };
        let mut participants: Vec<usize> = self.index.mentions.inside(span).take(TAKING_PART).collect();
        participants.sort_unstable();
        participants.dedup();
        let analysis = &mut self.reviewed.analysis;
        let number = analysis.events.len();
        self.index.events.insert(span, number);
        participants.iter().for_each(|who| self.index.takes_part(*who, number));
        analysis.events.push(Event {
            span,
            trigger: span,
            basis: if date.is_some() { Basis::Explicit } else { Basis::None },
            date,
            timex: None,
            status,
            participants,
            place: None,
            quotation: None,
            same: None,
            main: true,
            grounds: by_reader("The reader added this event."),
        });
        Some(Item::Event(number))
    }

    fn add_quotation(&mut self, span: Span, speaker: Option<&Subject>) -> Option<Item> {
        let speaker = match speaker {
            Some(speaker) => match self.find(speaker)? {
                Item::Entity(who) => Some(who),
                _ => return None,
            },
            None => None,
        };
        let before = self.text.get(..span.start).and_then(|before| before.chars().next_back());
        let direct = before.is_some_and(|mark| matches!(mark, '"' | '“' | '‘' | '«' | '„' | '\''));
        let number = self.reviewed.analysis.quotations.len();
        self.index.quotations.insert(span, number);
        if let Some(who) = speaker {
            self.index.speaks(who, number);
        }
        self.reviewed.analysis.quotations.push(Quotation {
            kind: if direct { QuotationKind::Direct } else { QuotationKind::Indirect },
            contents: vec![span],
            cue: None,
            source: None,
            speaker,
            timex: None,
            continues: None,
            alternatives: Vec::new(),
            grounds: by_reader("The reader added this quotation."),
        });
        Some(Item::Quotation(number))
    }

    fn add_entity(&mut self, span: Span) -> Item {
        let words = span.of(self.text);
        let mut places: Vec<Span> = Vec::new();
        if self.places > 0 {
            let all = self.text.match_indices(words).map(|(start, _)| Span::new(start, start + words.len()));
            places.extend(all.take(PLACES.min(self.places)));
            self.places -= places.len();
        }
        if places.is_empty() {
            places.push(span);
        }
        let number = self.reviewed.analysis.entities.len();
        self.index.names.insert(span, number);
        places.iter().for_each(|place| self.index.mentions.insert(*place, number));
        let mentions = places.into_iter().map(|span| Mention { span, kind: MentionKind::Name }).collect();
        self.reviewed.analysis.entities.push(Entity {
            kind: EntityKind::Person,
            named: true,
            name: span,
            role: None,
            organization: None,
            category: Category::Other,
            mentions,
            given: None,
        });
        Item::Entity(number)
    }

    /// What follows from all edits together: an event is changed with the date that it is told with, loses one that is wrong,
    /// and all stand in their order.
    fn settle(&mut self) {
        let Reviewed { analysis, marks, .. } = &mut self.reviewed;
        for grown in &self.grown {
            if let Some(entity) = analysis.entities.get_mut(*grown) {
                entity.mentions.sort_by_key(|mention| mention.span);
            }
        }
        for (i, event) in analysis.events.iter_mut().enumerate() {
            let Some(of_date) = event.timex.and_then(|timex| marks.get(&Item::Timex(timex))) else { continue };
            let is_wrong = of_date.verdict == Some(Verdict::Wrong);
            let is_changed = is_wrong || of_date.changed && event.basis == Basis::Explicit;
            if is_wrong {
                (event.timex, event.date, event.basis) = (None, None, Basis::None);
                event.grounds = by_reader("The reader said that the date from which it was read is wrong.");
            }
            if is_changed {
                marks.entry(Item::Event(i)).or_default().changed = true;
            }
        }
        analysis.timeline = timeline::order(&analysis.events);
    }
}

/// Gives an entity the office of another that is the same, where it has none of its own and the reader has not said so.
fn take_office(entity: &mut Entity, other: Entity) {
    let has_office = |given: &GivenWords| given.role.is_some() || given.organization.is_some();
    if entity.role.is_none() && entity.organization.is_none() && !entity.given.as_ref().is_some_and(has_office) {
        (entity.role, entity.organization) = (other.role, other.organization);
        if let Some(given) = other.given.filter(has_office) {
            let own = entity.given.get_or_insert_default();
            (own.role, own.organization) = (given.role, given.organization);
        }
    }
    if entity.category == Category::Other {
        entity.category = other.category;
    }
}

/// The grounds of what a reader said.
fn by_reader(why: &'static str) -> Grounds {
    Grounds::new(READER, 1.0, why)
}

/// A time expression with the stretch that a reader gave.
fn dated(span: Span, point: Point) -> Timex {
    Timex {
        span,
        kind: TimexType::Date,
        value: point.value(),
        modifier: None,
        anchor: None,
        interval: point.interval(),
        edtf: point.edtf(None, false),
        alternatives: Vec::new(),
        grounds: by_reader("The reader gave this date."),
    }
}
