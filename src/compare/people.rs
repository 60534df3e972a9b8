//! People and bodies of several articles, brought together by their names.

use super::{Article, Difference, Place, Row, folded, places};
use crate::lexicon::{self, Classes};
use crate::mention::{Entity, EntityKind, MentionKind};
use rustc_hash::{FxHashMap, FxHashSet};

/// So many names of somebody are compared.
const NAMES: usize = 8;

/// So many people of one surname are told apart; where there are more, a surname says nothing.
const BEARERS: usize = 8;

/// Words before a name that are no part of it.
const OFFICE: Classes = Classes::ROLE
    .and_also(Classes::ROLE_MODIFIER)
    .and_also(Classes::HONORIFIC)
    .and_also(Classes::ORGANIZATION_NOUN)
    .and_also(Classes::DEMONYM);

/// What a text and its reader call somebody.
struct Names {
    /// Each name once, folded.
    all: Vec<String>,
    is_person: bool,
}

impl Names {
    fn of(entity: &Entity, text: &str) -> Self {
        let mentioned =
            entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name).map(|mention| bare(mention.span.of(text)));
        let called = [entity.name_in(text), entity.name.of(text)].into_iter().map(folded);
        let mut known = FxHashSet::default();
        let all = called.chain(mentioned).filter(|name| !name.is_empty() && known.insert(name.clone())).take(NAMES).collect();
        Self { all, is_person: entity.kind == EntityKind::Person }
    }

    /// The names that are somebody's own: a body's, and a person's with a first name.
    fn whole(&self) -> impl Iterator<Item = &String> {
        self.all.iter().filter(|name| !self.is_person || name.contains(' '))
    }

    /// A person's first names, where they are given, with the surnames.
    fn parts(&self) -> impl Iterator<Item = (Option<&str>, &str)> {
        self.all.iter().filter(|_| self.is_person).map(|name| {
            let surname = name.rsplit(' ').next().unwrap_or(name);
            (name.split(' ').next().filter(|first| first.len() < name.len()), surname)
        })
    }
}

/// The name at the end of a mention, without the words for an office before it.
fn bare(mention: &str) -> String {
    let is_of_name =
        |word: &&str| word.starts_with(char::is_uppercase) || lexicon::classes(&word.to_lowercase()).has(Classes::NAME_PARTICLE);
    let words = mention.split_whitespace().rev().take_while(is_of_name).map(folded).enumerate();
    let mut name: Vec<String> =
        words.take_while(|(i, word)| *i == 0 || !lexicon::classes(word).has(OFFICE)).map(|(_, word)| word).collect();
    name.reverse();
    name.join(" ")
}

/// People and bodies by name. A surname alone, or with a like first name, is the one person of another article who has it.
pub(super) fn rows(articles: &[Article]) -> Vec<Row> {
    let all = places(articles, |analysis| analysis.entities.len());
    let named: Vec<(Place, Names)> = all.into_iter().filter_map(|place| Some((place, names(articles, place)?))).collect();
    let mut found = Found { borne_twice: borne_twice(&named), ..Found::default() };
    for (place, names) in &named {
        found.add(*place, names);
    }
    for row in &mut found.rows {
        let office = |place: &Place| entity(articles, *place)?.role_in(articles.get(place.article)?.text).map(folded);
        let offices: FxHashSet<String> = row.places.iter().filter_map(office).collect();
        row.differences.extend((offices.len() > 1 && row.articles() > 1).then_some(Difference::Office));
    }
    found.rows
}

/// The surnames that two people of one article share.
fn borne_twice(named: &[(Place, Names)]) -> FxHashSet<String> {
    let mut first_names: FxHashMap<(usize, &str), FxHashSet<&str>> = FxHashMap::default();
    let mut twice = FxHashSet::default();
    for (place, names) in named {
        for (first, surname) in names.parts() {
            let known = first_names.entry((place.article, surname)).or_default();
            let is_known = names.parts().any(|(own, _)| own.is_some_and(|own| known.contains(own)));
            // However many forms the first name of a person has, it counts once.
            if let Some(first) = first.filter(|_| !is_known) {
                known.insert(first);
            }
            if known.len() > 1 {
                twice.insert(surname.to_owned());
            }
        }
    }
    twice
}

#[derive(Default)]
struct Found {
    rows: Vec<Row>,
    by_name: FxHashMap<String, usize>,
    /// The rows of those who have a surname, each with the first names that are known.
    by_surname: FxHashMap<String, Vec<(usize, FxHashSet<String>)>>,
    borne_twice: FxHashSet<String>,
}

impl Found {
    fn add(&mut self, place: Place, names: &Names) {
        let row = self.known(names).unwrap_or(self.rows.len());
        if row == self.rows.len() {
            self.rows.push(Row::default());
        }
        if let Some(row) = self.rows.get_mut(row) {
            row.places.push(place);
        }
        for name in names.whole() {
            self.by_name.entry(name.clone()).or_insert(row);
        }
        for (first, surname) in names.parts() {
            let bearers = self.by_surname.entry(surname.to_owned()).or_default();
            let at = bearers.iter().position(|(known, _)| *known == row).unwrap_or(bearers.len());
            if at == bearers.len() && at <= BEARERS {
                bearers.push((row, FxHashSet::default()));
            }
            if let Some((_, first_names)) = bearers.get_mut(at) {
                first_names.extend(first.map(str::to_owned));
            }
        }
    }

    /// The row of somebody who was met before.
    fn known(&self, names: &Names) -> Option<usize> {
        let by_name = names.whole().find_map(|name| self.by_name.get(name).copied());
        by_name.or_else(|| names.parts().find_map(|(first, surname)| self.bearer(first, surname)))
    }

    /// "Calder" is Ines Calder where no article knows another Calder, and the other way round.
    fn bearer(&self, first: Option<&str>, surname: &str) -> Option<usize> {
        let bearers = self.by_surname.get(surname).filter(|bearers| bearers.len() <= BEARERS && !self.borne_twice.contains(surname))?;
        let mut fitting = bearers.iter().filter(|(_, known)| known.iter().all(|known| can_be_one(Some(known), first)));
        let (Some((row, _)), None) = (fitting.next(), fitting.next()) else { return None };
        Some(*row)
    }
}

/// Whether two first names can be those of one person, whose surname no one else has: "Tom" and "Thomas".
fn can_be_one(one: Option<&str>, other: Option<&str>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return true };
    let lists = |name: &str| [Classes::NAME_HE, Classes::NAME_SHE].map(|list| lexicon::classes(name).has(list));
    let (a, b) = (lists(one), lists(other));
    let are_man_and_woman = a != b && a.contains(&true) && b.contains(&true);
    one == other || one.chars().next() == other.chars().next() && !are_man_and_woman
}

fn names(articles: &[Article], place: Place) -> Option<Names> {
    let entity = entity(articles, place).filter(|entity| entity.named)?;
    Some(Names::of(entity, articles.get(place.article)?.text))
}

fn entity<'a>(articles: &[Article<'a>], place: Place) -> Option<&'a Entity> {
    articles.get(place.article)?.analysis.entities.get(place.index)
}

/// Whether the names of two people do not tell them apart: one surname, and first names that are equal or not both given.
pub(super) fn may_be_one(articles: &[Article], one: Place, other: Place) -> bool {
    let (Some(one), Some(other)) = (names(articles, one), names(articles, other)) else { return true };
    let fullest = |names: &Names| {
        let (first, surname) = names.parts().max_by_key(|(first, _)| first.is_some())?;
        Some((first.map(str::to_owned), surname.to_owned()))
    };
    let (Some((a, surname)), Some((b, same))) = (fullest(&one), fullest(&other)) else { return false };
    surname == same && (a.is_none() || b.is_none() || a == b)
}
