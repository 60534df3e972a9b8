//! Whom "he", "they", "the coach" or a surname alone lead back to, by who spoke and who was named before.

use super::OtherSpeaker;
use super::attribute::Speakers;
use super::naming::{core, names_agent};
use crate::lexicon::Classes;
use crate::mention::{EntityKind, MentionKind};
use crate::tag::Tag;
use crate::text::{Span, words};
use std::ops::Range;

/// So many entities, and mentions of one, are looked through for what "the other" belongs to.
const REACH: usize = 200;

impl Speakers<'_, '_> {
    /// "the man", "the woman": a noun that says little of who it is.
    pub(super) fn is_bare_noun(&self, source: &Range<usize>) -> bool {
        source.len() == 2
            && self.document.is(source.start, "the")
            && self.document.is_any(source.start + 1, words!["man", "woman", "boy", "girl", "person"])
    }

    /// The person without a name who spoke last, not long before.
    pub(super) fn unnamed_before(&self, token: usize) -> Option<usize> {
        let (speaker, place) = self.latest?;
        let unnamed = self.entities.get(speaker).is_some_and(|entity| entity.kind == EntityKind::Person && !entity.named);
        (unnamed && self.document.paragraph_of(token) - self.document.paragraph_of(place) <= 1).then_some(speaker)
    }

    /// The last speaker, where "the coach" can mean them by their office.
    pub(super) fn last_in_office(&self, source: &Range<usize>) -> Option<usize> {
        let last = *self.recent.last()?;
        let role = self.document.tokens_in(self.entities.get(last)?.role?);
        let near = self.document.paragraph_of(source.start).saturating_sub(self.document.paragraph_of(self.spoke)) <= 1;
        let same = source.len() == 2 && role.end > 0 && self.document.word(role.end - 1) == self.document.word(source.end - 1);
        let lesser = role.clone().any(|i| self.document.is_any(i, words!["deputy", "vice", "assistant", "acting", "former", "prime"]));
        (near && same && !lesser && self.document.is(source.start, "the")).then_some(last)
    }

    /// Several people, a body or somebody unnamed who spoke last in this paragraph: whom "they" at `token` means.
    pub(super) fn goes_on(&self, token: usize) -> Option<usize> {
        let (speaker, place) = self.latest?;
        let entity = self.entities.get(speaker)?;
        let many = entity.kind != EntityKind::Person || !entity.named;
        let fits = !self.document.is(token, "it") || matches!(entity.kind, EntityKind::Organization | EntityKind::Document);
        (many && fits && self.document.paragraph_of(place) == self.document.paragraph_of(token)).then_some(speaker)
    }

    /// Whether somebody has been named since the last of the speakers spoke.
    pub(super) fn named_since(&self, number: usize, token: usize) -> bool {
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
    pub(super) fn who_speaks_on(&self, token: usize) -> Option<usize> {
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

    /// Who "A:" stands for: the person last named before the questions begin.
    pub(super) fn interviewed(&self, source: &Range<usize>) -> Option<(usize, MentionKind)> {
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

    /// The entity whose mention ends last before a relative pronoun, in the same sentence.
    pub(super) fn just_before(&self, token: usize) -> Option<usize> {
        let at = self.document.token(token)?.span.start;
        let from = self.document.sentences.get(self.document.sentence_of(token))?.span.start;
        let before = self.mentions.partition_point(|(span, ..)| span.start < at);
        let noun = self.noun_before(token).map(|noun| self.document.span(noun));
        let fits = |span: Span| span.start >= from && noun.is_none_or(|noun| span.end >= noun.start);
        self.mentions[..before].last().filter(|(span, ..)| fits(*span)).map(|(_, number, _)| *number)
    }

    /// The noun for people with its adjectives right before a relative pronoun: "business owners | who".
    pub(super) fn noun_before(&self, token: usize) -> Option<Range<usize>> {
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
    pub(super) fn antecedent(&self, token: usize) -> Option<usize> {
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
    pub(super) fn namesakes(&self, speaker: usize, source: &Range<usize>) -> Vec<OtherSpeaker> {
        let core = core(self.document, source);
        let first = core.clone().find(|i| !self.document.has(*i, Classes::HONORIFIC));
        let alone = first.filter(|first| first + 1 == core.end).map(|first| self.document.word(first));
        let others = alone.and_then(|word| self.by_surname.get(word)).into_iter().flatten().filter(|other| **other != speaker).take(2);
        others.map(|other| OtherSpeaker { speaker: *other, why: "Another person in the text has this name.".into() }).collect()
    }

    /// Other recent speakers than `speaker`.
    pub(super) fn others(&self, speaker: usize) -> Vec<OtherSpeaker> {
        let others = self.recent.iter().rev().filter(|other| **other != speaker).take(2);
        others
            .map(|other| OtherSpeaker {
                speaker: *other,
                why: "This person also speaks shortly before, and the pronoun could mean either.".into(),
            })
            .collect()
    }

    /// The group or the document that "one of them", "the other", "a second" at `token` belongs to: the last that was spoken of.
    pub(super) fn spoken_of(&self, token: usize) -> Option<usize> {
        let at = self.document.token(token)?.span.start;
        let written = self.entities.iter().enumerate().rev().take(REACH).find(|(_, entity)| entity.kind == EntityKind::Document);
        let before = self.mentions.partition_point(|(span, ..)| span.end <= at);
        let group = |number: &usize| self.entities.get(*number).is_some_and(|entity| entity.kind == EntityKind::Group);
        let group = self.mentions[..before].iter().rev().take(12).map(|(_, number, _)| *number).find(group);
        let place = |number: usize| {
            self.entities[number].mentions.iter().rev().take(REACH).map(|mention| mention.span.start).filter(|start| *start < at).max()
        };
        match (group, written.map(|(number, _)| number)) {
            (Some(group), Some(written)) if place(written) > place(group) => Some(written),
            (None, written) => written,
            (group, _) => group,
        }
    }
}
