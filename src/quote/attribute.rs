//! Who is meant: from the words beside the cue to the entity that speaks.

use super::body;
use super::draft::Draft;
use super::naming::{core, head_end, is_elliptic, is_epithet, is_profession, kind_of, names_agent, opens_sentence};
use super::{Found, OtherSpeaker, Quotation};
use crate::finding::Grounds;
use crate::lexicon::Classes;
use crate::mention::{self, Category, Entity, EntityKind, Mention, MentionKind};
use crate::tag::Tag;
use crate::text::{Case, Document, Span};
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
    let entities = in_order(speakers.entities, &mut quotations);
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
struct Speakers<'d, 't> {
    document: &'d Document<'t>,
    entities: Vec<Entity>,
    /// Every mention that was handed in: span, entity, kind; in order.
    mentions: Vec<(Span, usize, MentionKind)>,
    /// Entities made here, by their folded words.
    made: FxHashMap<String, usize>,
    /// The latest speakers that are persons, the last one behind.
    recent: Vec<usize>,
    /// Where the last of them spoke: a token.
    spoke: usize,
    /// The people named in full, by the folded last word of the name.
    by_surname: FxHashMap<&'d str, Vec<usize>>,
    /// Who spoke last, of any kind, and at which token.
    latest: Option<(usize, usize)>,
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
            nested: false,
        }
    }

    /// The speaker that the source words name, others that they allow, and how sure that is.
    fn of_source(&mut self, source: &Range<usize>) -> (Option<usize>, Vec<OtherSpeaker>, f32) {
        let unheld = || !self.head_mention(source).is_some_and(|(number, _)| self.entities[number].named);
        let epithet = is_epithet(self.document, source) || is_profession(self.document, source) && unheld();
        let pronoun =
            source.len() == 1 && self.document.is_any(source.start, &["he", "she", "they", "it", "we", "i", "who", "which", "that"]);
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
                    let mentions = &mut self.entities[number].mentions;
                    mentions.insert(mentions.partition_point(|before| before.span.start <= mention.span.start), mention);
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

    /// "the man", "the woman": a noun that says little of who it is.
    fn is_bare_noun(&self, source: &Range<usize>) -> bool {
        source.len() == 2
            && self.document.is(source.start, "the")
            && self.document.is_any(source.start + 1, &["man", "woman", "boy", "girl", "person"])
    }

    /// The person without a name who spoke last, not long before.
    fn unnamed_before(&self, token: usize) -> Option<usize> {
        let (speaker, place) = self.latest?;
        let unnamed = self.entities.get(speaker).is_some_and(|entity| entity.kind == EntityKind::Person && !entity.named);
        (unnamed && self.document.paragraph_of(token) - self.document.paragraph_of(place) <= 1).then_some(speaker)
    }

    /// The last speaker, where "the coach" can mean them by their office.
    fn last_in_office(&self, source: &Range<usize>) -> Option<usize> {
        let last = *self.recent.last()?;
        let role = self.document.tokens_in(self.entities.get(last)?.role?);
        let near = self.document.paragraph_of(source.start).saturating_sub(self.document.paragraph_of(self.spoke)) <= 1;
        let same = source.len() == 2 && role.end > 0 && self.document.word(role.end - 1) == self.document.word(source.end - 1);
        let lesser = role.clone().any(|i| self.document.is_any(i, &["deputy", "vice", "assistant", "acting", "former", "prime"]));
        (near && same && !lesser && self.document.is(source.start, "the")).then_some(last)
    }

    /// Several people, a body or somebody unnamed who spoke last in this paragraph: whom "they" at `token` means.
    fn goes_on(&self, token: usize) -> Option<usize> {
        let (speaker, place) = self.latest?;
        let entity = self.entities.get(speaker)?;
        let many = entity.kind != EntityKind::Person || !entity.named;
        let fits = !self.document.is(token, "it") || matches!(entity.kind, EntityKind::Organization | EntityKind::Document);
        (many && fits && self.document.paragraph_of(place) == self.document.paragraph_of(token)).then_some(speaker)
    }

    /// Whether somebody has been named since the last of the speakers spoke.
    fn named_since(&self, number: usize, token: usize) -> bool {
        let after = self.document.token(self.spoke).map_or(0, |token| token.span.end);
        let Some(entity) = self.entities.get(number) else { return false };
        let near = entity.mentions.partition_point(|mention| mention.span.start < after);
        let until = self.document.token(token).map_or(0, |token| token.span.start);
        entity.mentions[near..].iter().take_while(|mention| mention.span.start < until).take(8).any(|mention| {
            let behind = self.document.tokens_in(mention.span).end;
            let words = self.document.tokens_in(mention.span);
            let opens =
                self.document.sentence_tokens(words.start).start == words.start && !self.document.is_any(behind, &["'s", "’s", "'"]);
            let apart = self.document.sentence_of(words.start) != self.document.sentence_of(token);
            mention.kind == MentionKind::Name && apart && (opens || self.document.tag(behind).is_some_and(Tag::is_finite))
        })
    }

    /// Whoever spoke last, in this paragraph or the one before, when "he" or "she" at `token` can mean them.
    fn who_speaks_on(&self, token: usize) -> Option<usize> {
        let last = *self.recent.last()?;
        let other = match self.document.word(token) {
            "he" => "she",
            "she" => "he",
            _ => return None,
        };
        let near = self.document.paragraph_of(token).saturating_sub(self.document.paragraph_of(self.spoke)) <= 1;
        let mentions = &self.entities.get(last)?.mentions;
        let first = self.document.tokens_in(self.entities.get(last)?.name).start;
        let named = match other {
            "she" => Classes::NAME_SHE,
            _ => Classes::NAME_HE,
        };
        if self.document.has(first, named) {
            return None;
        }
        let contrary = mentions
            .iter()
            .take(40)
            .any(|mention| mention.kind == MentionKind::Pronoun && mention.span.of(self.document.text).eq_ignore_ascii_case(other));
        (near && !contrary).then_some(last)
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

    /// Who "A:" stands for: the person last named before the questions begin.
    fn interviewed(&self, source: &Range<usize>) -> Option<(usize, MentionKind)> {
        let document = self.document;
        let label = |i: usize| document.is_any(i, &["q", "a"]) && document.is(i + 1, ":");
        if source.len() != 1 || !label(source.start) {
            return None;
        }
        let at = document.token(source.start)?.span.start;
        let before = self.mentions.partition_point(|(span, ..)| span.start < at);
        let mut names = self.mentions[..before].iter().rev().take(60).filter(|(span, number, kind)| {
            let paragraph = document.paragraphs.get(document.paragraph_of(document.tokens_in(*span).start));
            let person = self.entities.get(*number).is_some_and(|entity| entity.kind == EntityKind::Person);
            person && *kind == MentionKind::Name && !paragraph.is_some_and(|paragraph| label(paragraph.tokens.start))
        });
        names.next().map(|(_, number, _)| (*number, MentionKind::Name))
    }

    fn can_head(&self, source: &Range<usize>, mention: Span, kind: MentionKind) -> bool {
        let tokens = self.document.tokens_in(mention);
        let possessor = self.document.is_any(tokens.end, &["'s", "'", "’"]) && tokens.end < source.end && tokens.end + 1 < source.end;
        let article = usize::from(tokens.start > source.start && self.document.is_any(tokens.start - 1, &["the", "a", "an"]));
        let before = tokens.start - article;
        let behind = before > source.start
            && self.document.is_any(before - 1, &["of", "for", "from", "at", "in", "to", "with", "on", "against", "by", "about"]);
        let owner = kind == MentionKind::Pronoun && source.len() > 1 && self.document.is_any(tokens.start, &["his", "her", "their", "its"]);
        !(possessor || behind || owner)
    }

    /// The entity whose mention ends last before a relative pronoun, in the same sentence.
    fn just_before(&self, token: usize) -> Option<usize> {
        let at = self.document.token(token)?.span.start;
        let from = self.document.sentences.get(self.document.sentence_of(token))?.span.start;
        let before = self.mentions.partition_point(|(span, ..)| span.start < at);
        let noun = self.noun_before(token).map(|noun| self.document.span(noun));
        let fits = |span: Span| span.start >= from && noun.is_none_or(|noun| span.end >= noun.start);
        self.mentions[..before].last().filter(|(span, ..)| fits(*span)).map(|(_, number, _)| *number)
    }

    /// The noun for people with its adjectives right before a relative pronoun: "business owners | who".
    fn noun_before(&self, token: usize) -> Option<Range<usize>> {
        let document = self.document;
        let end = token - usize::from(token > 0 && document.is(token - 1, ","));
        let agent = |i: usize| document.has(i, Classes::ROLE | Classes::PERSON_NOUN) || names_agent(document.word(i));
        let noun = |i: usize| document.tag(i) == Some(Tag::Nns) || document.tag(i) == Some(Tag::Nn) && agent(i);
        let last = end.checked_sub(1).filter(|last| noun(*last) && !document.is_capitalized(*last))?;
        let part = |i: &usize| {
            document.tag(*i).is_some_and(|tag| tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Cd | Tag::Dt | Tag::Pos))
        };
        let start = (last.saturating_sub(6)..last).rev().take_while(part).last().unwrap_or(last);
        Some(start..end)
    }

    /// Who a pronoun at `token` leads back to: the last speaker, or the last person named before it.
    fn antecedent(&self, token: usize) -> Option<usize> {
        let plural = self.document.is_any(token, &["they", "we"]);
        let thing = self.document.is_any(token, &["it", "which"]);
        let at = self.document.token(token)?.span.start;
        let before = self.mentions.partition_point(|(span, ..)| span.end <= at);
        let fits = |number: usize| {
            self.entities.get(number).is_some_and(|entity| match entity.kind {
                EntityKind::Person => !thing,
                EntityKind::Organization => plural || thing,
                EntityKind::Group => plural,
                EntityKind::Document => thing,
            })
        };
        let last = self.recent.iter().rev().copied().find(|number| fits(*number));
        last.or_else(|| self.mentions[..before].iter().rev().take(12).map(|(_, number, _)| *number).find(|number| fits(*number)))
    }

    /// Other people whom a surname alone could mean.
    fn namesakes(&self, speaker: usize, source: &Range<usize>) -> Vec<OtherSpeaker> {
        let core = core(self.document, source);
        let first = core.clone().find(|i| !self.document.has(*i, Classes::HONORIFIC));
        let alone = first.filter(|first| first + 1 == core.end).map(|first| self.document.word(first));
        let others = alone.and_then(|word| self.by_surname.get(word)).into_iter().flatten().filter(|other| **other != speaker).take(2);
        others.map(|other| OtherSpeaker { speaker: *other, why: "Another person in the text has this name.".into() }).collect()
    }

    /// Other recent speakers than `speaker`.
    fn others(&self, speaker: usize) -> Vec<OtherSpeaker> {
        let others = self.recent.iter().rev().filter(|other| **other != speaker).take(2);
        others
            .map(|other| OtherSpeaker {
                speaker: *other,
                why: "This person also speaks shortly before, and the pronoun could mean either.".into(),
            })
            .collect()
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

    /// The group or the document that "one of them", "the other", "a second" at `token` belongs to: the last that was spoken of.
    fn spoken_of(&self, token: usize) -> Option<usize> {
        let at = self.document.token(token)?.span.start;
        let written = self.entities.iter().enumerate().rev().find(|(_, entity)| entity.kind == EntityKind::Document);
        let before = self.mentions.partition_point(|(span, ..)| span.end <= at);
        let group = |number: &usize| self.entities.get(*number).is_some_and(|entity| entity.kind == EntityKind::Group);
        let group = self.mentions[..before].iter().rev().take(12).map(|(_, number, _)| *number).find(group);
        let place =
            |number: usize| self.entities[number].mentions.iter().map(|mention| mention.span.start).filter(|start| *start < at).max();
        match (group, written.map(|(number, _)| number)) {
            (Some(group), Some(written)) if place(written) > place(group) => Some(written),
            (None, written) => written,
            (group, _) => group,
        }
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
        });
        self.entities.len() - 1
    }
}
