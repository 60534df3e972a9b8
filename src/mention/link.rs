//! Which phrases refer to the same entity.

use super::bearers::{Bearers, NAMESAKES};
use super::category;
use super::name::{SUFFIXES, surname};
use super::phrase::{Head, Phrase};
use super::pronoun::{Gender, quoted};
use super::{Category, Entity, EntityKind, Mention, MentionKind};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, TokenKind, Words, words};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Words at the ends of the names of bodies that say little by themselves.
const COMMON_FIRST: Classes =
    Classes::COUNTRY.and_also(Classes::DEMONYM).and_also(Classes::CITY).and_also(Classes::STARTER).and_also(Classes::COMPANY_SUFFIX);

/// Kin, folded: they are seldom meant by the surname alone when another has it.
static KIN: Words = Words::new(&[
    "mother",
    "father",
    "wife",
    "husband",
    "son",
    "daughter",
    "brother",
    "sister",
    "widow",
    "parent",
    "uncle",
    "aunt",
    "cousin",
    "niece",
    "nephew",
    "grandmother",
    "grandfather",
]);

/// Words, folded, that make one office another: "prime minister", "former minister".
const RANKS: [&str; 9] = ["prime", "former", "ex", "new", "next", "future", "foreign", "first", "home"];

/// So many words of a full name can stand for it.
const LONGEST_NAME: usize = 8;

/// How many phrases back a pronoun or a role looks for what it refers to.
pub(super) const REACH: usize = 60;

/// So many tokens before "its" the body that it means is looked for.
const OWNER_REACH: usize = 50;

/// Brings the phrases together into entities, in the order of their first mention.
pub(super) fn link(document: &Document, phrases: &[Phrase]) -> Vec<Entity> {
    let mut linker = Linker { document, phrases, clusters: Vec::new(), of: vec![None; phrases.len()], quoted: quoted(document) };
    linker.full_names();
    linker.short_names();
    linker.bodies_and_groups();
    for (p, phrase) in phrases.iter().enumerate() {
        match phrase.head {
            Head::Office => linker.office(p),
            Head::Individual => linker.individual(p),
            Head::Pronoun => linker.pronoun(p),
            _ => {}
        }
    }
    linker.entities()
}

/// What is known of one entity while its phrases are gathered.
pub(super) struct Cluster {
    /// The number of its first phrase.
    first: usize,
    pub kind: EntityKind,
    pub gender: Gender,
    /// How many phrases it has so far.
    pub mentions: u8,
}

/// The phrases of a text on their way to entities.
pub(super) struct Linker<'a, 't> {
    pub document: &'a Document<'t>,
    pub phrases: &'a [Phrase],
    pub clusters: Vec<Cluster>,
    /// The cluster of each phrase.
    pub of: Vec<Option<usize>>,
    /// For each token, whether it stands between quotation marks.
    pub quoted: Vec<bool>,
}

impl Linker<'_, '_> {
    fn create(&mut self, p: usize, kind: EntityKind) {
        self.clusters.push(Cluster { first: p, kind, gender: Gender::Open, mentions: 0 });
        self.assign(p, self.clusters.len() - 1);
    }

    pub fn assign(&mut self, p: usize, cluster: usize) {
        self.of[p] = Some(cluster);
        let gender = self.gender_of(p);
        if let Some(cluster) = self.clusters.get_mut(cluster) {
            cluster.first = cluster.first.min(p);
            cluster.mentions = cluster.mentions.saturating_add(1);
            if cluster.gender == Gender::Open {
                cluster.gender = gender;
            }
        }
    }

    /// People of two names or more; the same surname and no contradiction in the given name make them one.
    fn full_names(&mut self) {
        let mut by_surname: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (p, phrase) in self.phrases.iter().enumerate() {
            let Some(name) = phrase.name.clone().filter(|name| phrase.head == Head::Person && given_name(self.document, name).is_some())
            else {
                continue;
            };
            let surname = surname(self.document, &name);
            let known = by_surname.entry(surname).or_default();
            let same = known.iter().rev().take(NAMESAKES).copied().find(|cluster| self.agree(*cluster, &name));
            match same {
                Some(cluster) => self.assign(p, cluster),
                None => {
                    self.create(p, EntityKind::Person);
                    known.push(self.clusters.len() - 1);
                }
            }
        }
    }

    /// Whether a full name can be that of the cluster: equal given names, or an initial of it.
    fn agree(&self, cluster: usize, name: &Range<usize>) -> bool {
        let first = self.clusters.get(cluster).and_then(|cluster| self.phrases[cluster.first].name.as_ref());
        let generation = |name: &Range<usize>| {
            name.clone()
                .find(|i| self.document.is_any(*i, &["jr.", "sr.", "jr", "sr"]))
                .map(|i| self.document.word(i).trim_end_matches('.'))
        };
        if let (Some(a), Some(b)) = (first.and_then(generation), generation(name))
            && a != b
        {
            return false;
        }
        // "Diosvany Cabello Rengifo" and "Cabello Rengifo"
        if first.is_some_and(|first| first.len() > name.len() && ends_alike(self.document, first, name)) {
            return true;
        }
        let (Some(a), Some(b)) = (first.and_then(|first| given_name(self.document, first)), given_name(self.document, name)) else {
            return true;
        };
        let initial = |short: &str, long: &str| short.len() == 2 && short.ends_with('.') && long.starts_with(&short[..1]);
        a == b || initial(a, b) || initial(b, a) || (a.len() >= 3 && b.len() >= 3 && (a.starts_with(b) || b.starts_with(a)))
    }

    /// People of one name: the full name of that surname, or that given name, which is meant most.
    fn short_names(&mut self) {
        let mut by_name: FxHashMap<&str, Bearers> = FxHashMap::default();
        for (p, phrase) in self.phrases.iter().enumerate() {
            if let (Some(name), Some(cluster)) = (&phrase.name, self.of[p]) {
                let whole = |i: &usize| {
                    self.document.kind(*i) == Some(TokenKind::Word)
                        && self.document.word(*i).len() > 1
                        && !self.document.is_any(*i, &SUFFIXES)
                };
                for i in name.clone().filter(whole).take(LONGEST_NAME) {
                    by_name.entry(self.document.word(i)).or_default().add(p, cluster);
                }
            }
        }
        for p in 0..self.phrases.len() {
            let phrase = &self.phrases[p];
            let Some(name) = phrase.name.clone().filter(|_| phrase.head == Head::Person && self.of[p].is_none()) else { continue };
            let gender = self.gender_of(p);
            let agrees = |cluster: usize| self.clusters[cluster].gender.agrees(gender);
            let certain = |cluster: usize| gender != Gender::Open && self.clusters[cluster].gender == gender;
            let kin = |cluster: usize| {
                let role = self.phrases[self.clusters[cluster].first].role.as_ref();
                role.is_some_and(|role| self.document.is_any(role.end - 1, &KIN))
            };
            let bearers = by_name.entry(surname(self.document, &name)).or_default();
            let own = |cluster: usize| agrees(cluster) && !kin(cluster);
            match bearers.meant_at(p, certain).or_else(|| bearers.meant_at(p, own)).or_else(|| bearers.meant_at(p, agrees)) {
                Some(cluster) => self.assign(p, cluster),
                None => {
                    bearers.add(p, self.clusters.len());
                    self.create(p, EntityKind::Person);
                }
            }
        }
    }

    /// Bodies and groups: the same words, apart from articles, are the same entity.
    fn bodies_and_groups(&mut self) {
        let mut known: FxHashMap<String, usize> = FxHashMap::default();
        // "Lighthouse Board" and then "the Board", "Borealis Freight" and then "Borealis".
        let mut shorter: FxHashMap<&str, usize> = FxHashMap::default();
        for p in 0..self.phrases.len() {
            let kind = match self.phrases[p].head {
                Head::Body => EntityKind::Organization,
                Head::Group => EntityKind::Group,
                _ => continue,
            };
            let tokens = self.phrases[p].tokens.clone();
            // "analysts at Penn Bank" are others than "analysts".
            let told = kind == EntityKind::Group && self.document.is_any(tokens.end, words!["at", "in", "of", "from", "with", "for"]);
            let key = key(self.document, &(tokens.start..tokens.end + if told { 3 } else { 0 }));
            let meant = (kind == EntityKind::Group && self.phrases[p].definite).then(|| self.same_group(p)).flatten();
            let short = (kind == EntityKind::Organization && tokens.len() == 1)
                .then(|| shorter.get(self.document.word(tokens.start)).copied())
                .flatten();
            match meant.or_else(|| known.get(&key).copied()).or(short) {
                Some(cluster) => self.assign(p, cluster),
                None => {
                    // "Rovers" in the headline, "Dunmarrow Rovers" in the text
                    let ends =
                        [tokens.start, tokens.end - 1].into_iter().filter(|i| tokens.len() > 1 && !self.document.has(*i, COMMON_FIRST));
                    let short = ends.filter_map(|i| known.get(self.document.word(i)).copied()).next();
                    match short.filter(|cluster| kind == EntityKind::Organization && self.clusters[*cluster].kind == kind) {
                        Some(cluster) => self.assign(p, cluster),
                        None => self.create(p, kind),
                    }
                    known.insert(key, self.of[p].unwrap_or_default());
                }
            }
            // "the Monetary Authority of Tarn (MAT)" and then "MAT"
            if kind == EntityKind::Organization && self.document.is(tokens.end, "(") && self.document.is(tokens.end + 2, ")") {
                known.entry(self.document.word(tokens.end + 1).to_owned()).or_insert(self.of[p].unwrap_or_default());
            }
            if kind == EntityKind::Organization && tokens.len() > 1 {
                let cluster = self.of[p].unwrap_or_default();
                for i in [tokens.start, tokens.end - 1].into_iter().filter(|i| !self.document.has(*i, COMMON_FIRST)) {
                    shorter.entry(self.document.word(i)).or_insert(cluster);
                }
            }
        }
    }

    /// "the officials": the group of that noun which was spoken of last.
    fn same_group(&self, p: usize) -> Option<usize> {
        let noun = |q: usize| self.document.word(self.phrases[q].tokens.end - 1);
        let last = (p.saturating_sub(REACH)..p).rev().find(|q| self.phrases[*q].head == Head::Group && noun(*q) == noun(p))?;
        self.of[last]
    }

    /// "the minister": the nearest person before who holds such an office; "a minister" is someone new.
    fn office(&mut self, p: usize) {
        let phrase = &self.phrases[p];
        let head = phrase.role.as_ref().map(|role| in_full(self.document.word(role.end - 1)));
        let holder = (p.saturating_sub(REACH)..p).rev().find(|q| {
            let other = &self.phrases[*q];
            let same = other.role.as_ref().is_some_and(|role| Some(in_full(self.document.word(role.end - 1))) == head);
            let deputy = |phrase: &Phrase| {
                phrase.role.clone().into_iter().flatten().any(|i| self.document.is_any(i, &["deputy", "vice", "assistant", "acting"]))
            };
            same && self.is_such(phrase, other)
                && deputy(other) == deputy(phrase)
                && self.of[*q].is_some()
                && !contradicts(self.document, phrase.organization.as_ref(), other.organization.as_ref())
        });
        match holder.filter(|_| !phrase.indefinite).and_then(|q| self.of[q]) {
            Some(cluster) => self.assign(p, cluster),
            None => self.create(p, EntityKind::Person),
        }
    }

    /// Whether what the office is told apart by agrees: "the prime minister" is no former minister, "the finance minister" no
    /// health minister; "the embattled president" may be any.
    fn is_such(&self, phrase: &Phrase, other: &Phrase) -> bool {
        let document = self.document;
        let words = |phrase: &Phrase| -> Vec<usize> {
            let role = phrase.role.clone().unwrap_or_default();
            (role.start..role.end.saturating_sub(1)).collect()
        };
        let is_rank = |i: &usize| document.is_any(*i, &RANKS);
        let is_field = |i: &usize| document.tag(*i).is_some_and(Tag::is_noun) && !is_rank(i) && !document.has(*i, Classes::DEMONYM);
        let (ours, theirs) = (words(phrase), words(other));
        let shared = |i: &usize| theirs.iter().any(|other| document.word(*other) == document.word(*i));
        let any_field = !ours.iter().any(is_field) || !theirs.iter().any(is_field);
        ours.iter().copied().filter(|i| is_rank(i)).all(|i| shared(&i))
            && (any_field || ours.iter().copied().filter(|i| is_field(i)).any(|i| shared(&i)))
    }

    /// "the resident": the nearest before of the same noun; "a resident" is someone new.
    fn individual(&mut self, p: usize) {
        let phrase = &self.phrases[p];
        let noun = self.document.word(phrase.tokens.end - 1);
        let same = (p.saturating_sub(REACH)..p).rev().find(|q| {
            let other = &self.phrases[*q];
            let related = other.head == Head::Person && other.role.as_ref().is_some_and(|role| self.document.word(role.end - 1) == noun);
            related || other.head == Head::Individual && self.document.word(other.tokens.end - 1) == noun
        });
        match same.filter(|_| phrase.definite).and_then(|q| self.of[q]) {
            Some(cluster) => self.assign(p, cluster),
            None => self.create(p, EntityKind::Person),
        }
    }

    fn entities(self) -> Vec<Entity> {
        let mut order: Vec<usize> = (0..self.clusters.len()).collect();
        order.sort_by_key(|cluster| self.clusters[*cluster].first);
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); self.clusters.len()];
        for (p, cluster) in self.of.iter().enumerate() {
            if let Some(cluster) = cluster {
                members[*cluster].push(p);
            }
        }
        order.into_iter().map(|cluster| self.entity(&self.clusters[cluster], &members[cluster])).collect()
    }

    fn entity(&self, cluster: &Cluster, members: &[usize]) -> Entity {
        let document = self.document;
        let phrases = || members.iter().map(|p| &self.phrases[*p]);
        let fullest = phrases().filter_map(|phrase| phrase.name.as_ref()).max_by_key(|name| (name.len(), usize::MAX - name.start));
        let owner = || phrases().find(|phrase| phrase.role.is_some()).and_then(|phrase| self.owner_of(phrase));
        let with_role = phrases()
            .filter(|phrase| phrase.role.is_some())
            .max_by_key(|phrase| (phrase.organization.is_some(), usize::MAX - phrase.tokens.start));
        let (role, organization) = match with_role {
            Some(phrase) => (phrase.role.clone(), phrase.organization.clone()),
            None => (None, phrases().find_map(|phrase| phrase.organization.clone())),
        };
        let organization = organization.or_else(owner);
        let first = &self.phrases[cluster.first].tokens;
        Entity {
            kind: cluster.kind,
            named: fullest.is_some(),
            name: document.span(fullest.unwrap_or(first).clone()),
            role: role.clone().map(|words| document.span(words)),
            organization: organization.clone().map(|words| document.span(words)),
            category: self.category(cluster, role.as_ref(), organization.as_ref(), fullest.unwrap_or(first)),
            mentions: phrases()
                .map(|phrase| Mention { span: document.span(phrase.tokens.clone()), kind: mention_kind(phrase.head) })
                .collect(),
            given: None,
        }
    }

    /// The body that "its" means in "its director": the nearest before, in the paragraph.
    fn owner_of(&self, phrase: &Phrase) -> Option<Range<usize>> {
        let document = self.document;
        let its = phrase.tokens.start;
        if !document.is(its, "its") {
            return None;
        }
        let floor = document.paragraphs.get(document.paragraph_of(its))?.tokens.start.max(its.saturating_sub(OWNER_REACH));
        let heads = Classes::ORGANIZATION_NOUN | Classes::ORGANIZATION | Classes::COMPANY_SUFFIX;
        let head =
            (floor..its).rev().find(|i| document.has(*i, heads) && !self.quoted[*i] && document.tag(*i).is_some_and(Tag::is_noun))?;
        let near = self.phrases.partition_point(|phrase| phrase.tokens.start <= head);
        if let Some(body) = self.phrases[..near].last().filter(|phrase| phrase.head == Head::Body && phrase.tokens.contains(&head)) {
            return body.name.clone();
        }
        if document.is(head, "house") {
            return None;
        }
        let part = |i: &usize| {
            document.is_any(*i, &["'s", "’"])
                || document.tag(*i).is_some_and(|tag| (tag.is_noun() || tag.is_adjective()) && !document.has(*i, Classes::PREPOSITION))
        };
        let start = (floor..head).rev().take_while(part).last().unwrap_or(head);
        Some(start..head + 1)
    }

    fn category(
        &self,
        cluster: &Cluster,
        role: Option<&Range<usize>>,
        organization: Option<&Range<usize>>,
        name: &Range<usize>,
    ) -> Category {
        match cluster.kind {
            EntityKind::Organization | EntityKind::Document => {
                // "the power company Tavenna Light"
                let noun = name.start.checked_sub(1).filter(|i| self.document.has(*i, Classes::ORGANIZATION_NOUN));
                let by_noun = || category::body(self.document, &(noun?..name.start));
                category::body(self.document, name).or_else(by_noun).unwrap_or(Category::Other)
            }
            EntityKind::Person if role.is_some() || organization.is_some() => category::of(self.document, role, organization),
            EntityKind::Person if self.phrases[cluster.first].head == Head::Person => Category::Other,
            EntityKind::Person | EntityKind::Group => category::of_noun(self.document, name),
        }
    }
}

/// An office as it is written in full: "Gov." is a governor.
fn in_full(role: &str) -> &str {
    match role {
        "gov." => "governor",
        "sen." => "senator",
        "rep." => "representative",
        "gen." => "general",
        "col." => "colonel",
        "capt." => "captain",
        "sgt." => "sergeant",
        "lt." => "lieutenant",
        "prof." => "professor",
        "supt." => "superintendent",
        _ => role,
    }
}

fn mention_kind(head: Head) -> MentionKind {
    match head {
        Head::Person | Head::Body => MentionKind::Name,
        Head::Office | Head::Group | Head::Individual => MentionKind::Role,
        Head::Pronoun => MentionKind::Pronoun,
    }
}

/// Whether the words of the shorter name are the last of the longer.
fn ends_alike(document: &Document, long: &Range<usize>, short: &Range<usize>) -> bool {
    let skip = long.len() - short.len();
    long.clone().skip(skip).zip(short.clone()).all(|(a, b)| document.word(a) == document.word(b))
}

/// The first word of a name of two words or more.
fn given_name<'d>(document: &'d Document, name: &Range<usize>) -> Option<&'d str> {
    let joined = |i: usize| i > name.start && document.is(i - 1, "-") && document.is_glued(i);
    let plain = |i: &usize| document.kind(*i) == Some(TokenKind::Word) && !document.is_any(*i, &SUFFIXES) && !joined(*i);
    let words = name.clone().filter(plain).count();
    // "De la Cruz": a surname alone.
    (words >= 2 && !document.has(name.start, Classes::NAME_PARTICLE)).then(|| document.word(name.start))
}

/// The folded words without articles and numbers, for comparing.
fn key(document: &Document, tokens: &Range<usize>) -> String {
    let words = tokens.clone().filter(|i| document.tag(*i) != Some(Tag::Dt) && !document.is_any(*i, &["the", "a", "an"]));
    words.map(|i| document.word(i)).collect::<Vec<_>>().join(" ")
}

/// Whether two organisations are both named and share no word.
fn contradicts(document: &Document, a: Option<&Range<usize>>, b: Option<&Range<usize>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => !a.clone().any(|i| b.clone().any(|k| are_akin(document.word(i), document.word(k)))),
        _ => false,
    }
}

/// Whether two words are the same or one is made from the other, as "Russia" and "Russian".
fn are_akin(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let shared = short.bytes().zip(long.bytes()).take_while(|(x, y)| x == y).count();
    a == b || shared >= 6 || (shared == short.len() && shared >= 4)
}
