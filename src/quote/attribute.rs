//! Who is meant: from the words beside the cue to the entity that speaks.

use super::body;
use super::draft::Draft;
use super::naming::{core, head_end, is_elliptic, is_epithet, is_profession, kind_of, opens_sentence};
use super::{Found, OtherSpeaker, Quotation};
use crate::finding::Grounds;
use crate::lexicon::Classes;
use crate::mention::{self, Category, Entity, EntityKind, Mention, MentionKind};
use crate::tag::Tag;
use crate::text::{Case, Document, Span, words};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Turns drafts into quotations with speakers, in the order of the text.
pub(super) fn finish(document: &Document, entities: &[Entity], drafts: Vec<Draft>) -> Found {
    let mut order: Vec<usize> = (0..drafts.len()).filter(|k| !drafts[*k].dropped).collect();
    order.sort_by_key(|k| (drafts[*k].start(), drafts[*k].end()));
    let mut places = vec![None; drafts.len()];
    let mut speakers = Speakers::new(document, entities);
    let mut quotations: Vec<Quotation> = Vec::with_capacity(order.len());
    let mut outer = 0;
    for k in order {
        let draft = &drafts[k];
        speakers.nested = draft.end() < outer;
        outer = outer.max(draft.end());
        let continues = draft.continues.and_then(|from| places.get(from).copied().flatten());
        let before = continues.and_then(|from: usize| quotations.get(from));
        let (speaker, alternatives, factor) = match (&draft.source, before) {
            // The writer's own "I" and "we" name nobody in the text.
            (Some(source), _) if source.len() == 1 && document.is_any(source.start, &["i", "we"]) => (None, Vec::new(), 0.8),
            (Some(source), _) => speakers.of_source(source),
            (None, Some(before)) => (
                before.speaker,
                before.alternatives.clone(),
                if before.speaker.is_some() { before.grounds.confidence.max(0.85) } else { 0.2 },
            ),
            (None, None) => (None, Vec::new(), 0.8),
        };
        places[k] = Some(quotations.len());
        quotations.push(Quotation {
            kind: draft.kind,
            contents: draft.contents.iter().map(|content| document.span(content.clone())).collect(),
            cue: draft.cue.clone().map(|cue| document.span(cue)),
            source: draft.source.clone().map(|source| document.span(source)).or_else(|| before.and_then(|before| before.source)),
            speaker,
            timex: draft.timex,
            continues,
            alternatives,
            grounds: Grounds::new(draft.rule.name, (draft.rule.confidence * draft.doubt * factor).clamp(0.05, 0.99), draft.rule.why),
        });
    }
    let entities = in_order(speakers.into_entities(), &mut quotations);
    Found { quotations, entities }
}

/// The entities in the order of their first mention; the quotations name them by their new numbers.
fn in_order(entities: Vec<Entity>, quotations: &mut [Quotation]) -> Vec<Entity> {
    let mut order: Vec<(usize, Entity)> = entities.into_iter().enumerate().collect();
    order.sort_by_key(|(_, entity)| entity.mentions.iter().map(|mention| mention.span.start).min());
    let mut places = vec![0; order.len()];
    for (new, (old, _)) in order.iter().enumerate() {
        places[*old] = new;
    }
    for quotation in quotations {
        quotation.speaker = quotation.speaker.map(|speaker| places[speaker]);
        for other in &mut quotation.alternatives {
            other.speaker = places[other.speaker];
        }
    }
    order.into_iter().map(|(_, entity)| entity).collect()
}

/// The entities with their mentions by place, and who spoke last.
pub(super) struct Speakers<'d, 't> {
    pub document: &'d Document<'t>,
    pub entities: Vec<Entity>,
    /// Every mention that was handed in: span, entity, kind; in order.
    pub mentions: Vec<(Span, usize, MentionKind)>,
    /// Entities made here, by their folded words.
    made: FxHashMap<String, usize>,
    /// The latest speakers that are persons, the last one behind.
    pub recent: Vec<usize>,
    /// Where the last of them spoke: a token.
    pub spoke: usize,
    /// The people named in full, by the folded last word of the name.
    pub by_surname: FxHashMap<&'d str, Vec<usize>>,
    /// Who spoke last, of any kind, and at which token.
    pub latest: Option<(usize, usize)>,
    /// Mentions that were found to lead back to an entity, with its number.
    led_back: Vec<(usize, Mention)>,
    /// Whether the quotation at hand lies within what another says.
    nested: bool,
}

impl<'d, 't> Speakers<'d, 't> {
    fn new(document: &'d Document<'t>, entities: &[Entity]) -> Self {
        let mut mentions: Vec<_> = entities
            .iter()
            .enumerate()
            .flat_map(|(number, entity)| entity.mentions.iter().map(move |mention| (mention.span, number, mention.kind)))
            .collect();
        mentions.sort_by_key(|(span, ..)| (span.start, span.end));
        let mut by_surname: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (number, entity) in entities.iter().enumerate().filter(|(_, entity)| entity.named && entity.kind == EntityKind::Person) {
            let words = document.tokens_in(entity.name);
            if words.len() > 1 {
                by_surname.entry(document.word(words.end - 1)).or_default().push(number);
            }
        }
        Self {
            by_surname,
            document,
            entities: entities.to_vec(),
            mentions,
            made: FxHashMap::default(),
            recent: Vec::new(),
            spoke: 0,
            latest: None,
            led_back: Vec::new(),
            nested: false,
        }
    }

    /// The entities with all their mentions in order.
    fn into_entities(self) -> Vec<Entity> {
        let mut entities = self.entities;
        for (number, mention) in self.led_back {
            entities[number].mentions.push(mention);
        }
        for entity in &mut entities {
            entity.mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
        }
        entities
    }

    /// The speaker that the source words name, others that they allow, and how sure that is.
    fn of_source(&mut self, source: &Range<usize>) -> (Option<usize>, Vec<OtherSpeaker>, f32) {
        let unheld = || !self.head_mention(source).is_some_and(|(number, _)| self.entities[number].named);
        let epithet = is_epithet(self.document, source) || is_profession(self.document, source) && unheld();
        let pronoun =
            source.len() == 1 && self.document.is_any(source.start, words!["he", "she", "they", "it", "we", "i", "who", "which", "that"]);
        let known = match self.names_two(source) || epithet && self.antecedent(source.start).is_some() {
            true => None,
            false => self.head_mention(source).or_else(|| self.interviewed(source)),
        };
        let (speaker, others, factor) = match known {
            _ if source.len() == 1 && self.document.is_any(source.start, &["they", "it"]) && self.goes_on(source.start).is_some() => {
                (self.goes_on(source.start).unwrap_or_default(), Vec::new(), 0.93)
            }
            Some((number, MentionKind::Pronoun)) => {
                let speaker = self
                    .who_speaks_on(source.start)
                    .filter(|_| !self.nested && !self.named_since(number, source.start))
                    .filter(|last| self.entities[*last].named || !self.entities[number].named)
                    .unwrap_or(number);
                let mut others = self.others(speaker);
                if speaker != number {
                    others.retain(|other| other.speaker != number);
                    others.insert(0, OtherSpeaker { speaker: number, why: "The pronoun could also mean who was named last.".into() });
                }
                (speaker, others, 0.97)
            }
            Some((number, MentionKind::Name)) => {
                let others = self.namesakes(number, source);
                let factor = if others.is_empty() { 1.0 } else { 0.85 };
                (number, others, factor)
            }
            // "the man said": whoever spoke last without a name.
            Some((number, MentionKind::Role)) if self.is_bare_noun(source) && self.unnamed_before(source.start).is_some() => {
                (self.unnamed_before(source.start).unwrap_or(number), Vec::new(), 0.9)
            }
            // "the coach said": of two coaches the one who spoke last.
            Some((number, MentionKind::Role)) => (self.last_in_office(source).unwrap_or(number), Vec::new(), 1.0),
            None if self.document.is_any(source.start, &["who", "which", "that"]) && source.len() == 1 => {
                match self.just_before(source.start) {
                    None if self.noun_before(source.start).is_some() => {
                        let noun = self.noun_before(source.start).unwrap_or_default();
                        (self.make_from(&noun), Vec::new(), 0.95)
                    }
                    Some(number) => (number, Vec::new(), 0.98),
                    None => (self.make(source, EntityKind::Person, MentionKind::Pronoun), Vec::new(), 0.9),
                }
            }
            _ if epithet && self.antecedent(source.start).is_some() => {
                let number = self.antecedent(source.start).unwrap_or_default();
                (number, self.others(number), 0.9)
            }
            None if pronoun => match self.antecedent(source.start) {
                Some(number) => (number, self.others(number), 0.95),
                None => (self.make(source, EntityKind::Person, MentionKind::Pronoun), Vec::new(), 0.9),
            },
            None => match body::meant(self.document, &self.entities, &self.mentions, source) {
                Some((number, others)) => {
                    let mention = Mention { span: self.document.span(core(self.document, source)), kind: MentionKind::Role };
                    self.led_back.push((number, mention));
                    let factor = if others.is_empty() { 0.97 } else { 0.85 };
                    (number, others, factor)
                }
                None => (self.make_from(source), Vec::new(), 0.98),
            },
        };
        if !self.nested {
            self.latest = Some((speaker, source.start));
        }
        let narrates = self.document.is_any(source.start, &["i", "we"]);
        if !self.nested && !narrates && self.entities.get(speaker).is_some_and(|entity| entity.kind == EntityKind::Person) {
            self.recent.retain(|other| *other != speaker);
            self.recent.push(speaker);
            self.spoke = source.start;
            if self.recent.len() > 4 {
                self.recent.remove(0);
            }
        }
        (Some(speaker), others, factor)
    }

    /// "Tom Smith and Ann Jones", "medics and local officials": two who speak together.
    fn names_two(&self, source: &Range<usize>) -> bool {
        let core = core(self.document, source);
        let Some(joint) = core.clone().find(|i| self.document.is(*i, "and")).filter(|joint| *joint > core.start) else { return false };
        let named = |range: Range<usize>| {
            let span = self.document.span(range);
            let first = self.mentions.partition_point(|(mention, ..)| mention.start < span.start);
            self.mentions[first..].iter().take(4).any(|(mention, number, kind)| {
                let speaks = self.entities.get(*number).is_some_and(|entity| match entity.kind {
                    EntityKind::Person => *kind == MentionKind::Name,
                    kind => kind == EntityKind::Group,
                });
                mention.end <= span.end && speaks
            })
        };
        named(core.start..joint) && named(joint + 1..core.end)
    }

    /// The mention that is the head of the source: not a possessor, not behind a preposition; a name before a role.
    fn head_mention(&self, source: &Range<usize>) -> Option<(usize, MentionKind)> {
        let span = self.document.span(source.clone());
        let first = self.mentions.partition_point(|(mention, ..)| mention.end <= span.start);
        let first = first.saturating_sub(2);
        let core = core(self.document, source);
        let inside = self.mentions[first..]
            .iter()
            .take_while(|(mention, ..)| mention.start < span.end)
            .filter(|(mention, ..)| mention.overlaps(span))
            .take(12);
        let whole = self.document.span(core.clone()).end;
        let noun = self.document.span(core.start..head_end(self.document, &core)).end;
        // "a study published in the journal Insect Mind", "Ann Lee, founder, Orle Robotics": what follows the head is not meant.
        let named = core.clone().any(|i| self.document.is_capitalized(i) && i > core.start);
        let heads = inside.filter(|(mention, _, kind)| {
            self.can_head(source, *mention, *kind) && (mention.start < noun || mention.start >= whole && !named)
        });
        // "the member for transport, Councillor Ann Lee"
        let apposed = self.document.is(core.end, ",").then(|| self.document.token(core.end + 1)).flatten().map(|token| token.span.start);
        let rank = |(mention, number, kind): &&(Span, usize, MentionKind)| {
            let person = self.entities.get(*number).is_some_and(|entity| entity.kind == EntityKind::Person);
            let name = *kind == MentionKind::Name;
            let place = match mention.end {
                end if name && person && (end == whole || apposed == Some(mention.start)) => 0,
                end if end == noun => 1,
                end if end <= whole => 2,
                _ if name && person => 2,
                _ => 3,
            };
            (place, !(name && person), !name, mention.start)
        };
        heads.min_by_key(rank).map(|(_, number, kind)| (*number, *kind))
    }

    fn can_head(&self, source: &Range<usize>, mention: Span, kind: MentionKind) -> bool {
        let tokens = self.document.tokens_in(mention);
        let possessor = self.document.is_any(tokens.end, &["'s", "'", "’"]) && tokens.end < source.end && tokens.end + 1 < source.end;
        let article = usize::from(tokens.start > source.start && self.document.is_any(tokens.start - 1, &["the", "a", "an"]));
        let before = tokens.start - article;
        let behind = before > source.start
            && self.document.is_any(before - 1, words!["of", "for", "from", "at", "in", "to", "with", "on", "against", "by", "about"]);
        let owner = kind == MentionKind::Pronoun && source.len() > 1 && self.document.is_any(tokens.start, &["his", "her", "their", "its"]);
        !(possessor || behind || owner)
    }

    /// The entity of a source that no mention covers.
    fn make_from(&mut self, source: &Range<usize>) -> usize {
        let core = core(self.document, source);
        let words = self.words(&core);
        let last = core.end.checked_sub(1).map(|last| self.document.word(last).to_owned()).unwrap_or_default();
        let upper = |i: usize| self.document.token(i).is_some_and(|token| token.case != Case::Lower);
        let head = head_end(self.document, &core).checked_sub(1).unwrap_or(core.start);
        let common = Classes::PERSON_NOUN | Classes::GROUP_NOUN | Classes::ROLE | Classes::DOCUMENT_NOUN;
        let first = opens_sentence(self.document, head) && (self.document.tag(head) != Some(Tag::Nnp) || self.document.has(head, common));
        let named = upper(head) && !first;
        let known = self.made.get(&words).or_else(|| self.made.get(&last).filter(|_| named && core.len() == 1)).copied();
        if let Some(number) = known {
            let mention = Mention { span: self.document.span(core), kind: if named { MentionKind::Name } else { MentionKind::Role } };
            if let Some(entity) = self.entities.get_mut(number) {
                entity.mentions.push(mention);
            }
            return number;
        }
        let elliptic = is_elliptic(self.document, &core);
        let like = elliptic.then(|| self.spoken_of(core.start)).flatten();
        let kind = match like.map(|number| self.entities[number].kind) {
            Some(EntityKind::Document) => EntityKind::Document,
            Some(_) => EntityKind::Person,
            None => kind_of(self.document, &core),
        };
        let category = like.map(|number| self.entities[number].category);
        let number = self.make(&core, kind, if named { MentionKind::Name } else { MentionKind::Role });
        if let (Some(category), Some(entity)) = (category, self.entities.get_mut(number)) {
            entity.category = category;
        }
        self.made.insert(words, number);
        if named {
            self.made.insert(last, number);
        }
        number
    }

    fn words(&self, core: &Range<usize>) -> String {
        core.clone().map(|i| self.document.word(i)).filter(|word| !matches!(*word, "the" | "a" | "an")).collect::<Vec<_>>().join(" ")
    }

    fn make(&mut self, words: &Range<usize>, kind: EntityKind, mention: MentionKind) -> usize {
        let span = self.document.span(words.clone());
        let named = mention == MentionKind::Name;
        self.entities.push(Entity {
            kind,
            named,
            name: span,
            role: None,
            organization: None,
            category: match mention {
                MentionKind::Pronoun => Category::Other,
                // "two of his ministers"
                _ if kind == EntityKind::Group => mention::category_of(self.document, words, kind),
                _ => mention::category_of(self.document, &(words.start..head_end(self.document, words)), kind),
            },
            mentions: vec![Mention { span, kind: mention }],
            given: None,
        });
        self.entities.len() - 1
    }
}
