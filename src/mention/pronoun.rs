//! Whom "he", "she" and "they" refer to.

use super::EntityKind;
use super::link::{Linker, REACH};
use super::phrase::Head;
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::Document;
use std::ops::Range;

/// What the words tell about "he" and "she".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    He,
    She,
    Open,
}

impl Gender {
    pub fn agrees(self, other: Self) -> bool {
        self == Self::Open || other == Self::Open || self == other
    }
}

impl Linker<'_, '_> {
    /// "he", "they": the most prominent phrase before that agrees.
    pub fn pronoun(&mut self, p: usize) {
        let at = self.phrases[p].tokens.start;
        let many = self.document.is(at, "they");
        let gender = self.gender_of(p);
        let paragraph = self.document.paragraph_of(at);
        let mut best: Option<(i32, usize)> = None;
        for q in (p.saturating_sub(REACH)..p).rev() {
            let Some(cluster) = self.of[q] else { continue };
            if paragraph - self.document.paragraph_of(self.phrases[q].tokens.start) > 2 {
                break;
            }
            let state = &self.clusters[cluster];
            let fits =
                if many { state.kind != EntityKind::Person } else { state.kind == EntityKind::Person && state.gender.agrees(gender) };
            if fits
                && let Some(score) = self.prominence(q, at)
                && let score = score + i32::from(state.mentions.min(4))
                && best.is_none_or(|(top, _)| score > top)
            {
                best = Some((score, cluster));
            }
        }
        if let Some((_, cluster)) = best {
            self.assign(p, cluster);
        }
    }

    /// How much the phrase `q` offers itself to a pronoun at `at`; `None` where it cannot be meant.
    fn prominence(&self, q: usize, at: usize) -> Option<i32> {
        let document = self.document;
        let phrase = &self.phrases[q];
        let tokens = &phrase.tokens;
        let (said, saying) = (self.quoted[at], self.quoted[tokens.start]);
        if saying && !said {
            return None;
        }
        let sentences = document.sentence_of(at) - document.sentence_of(tokens.start);
        let paragraphs = document.paragraph_of(at) - document.paragraph_of(tokens.start);
        let speaks = document.has(tokens.end, Classes::SAY) || tokens.start.checked_sub(1).is_some_and(|i| document.has(i, Classes::SAY));
        // Who is quoted says "I".
        if said && !saying && speaks && paragraphs <= 1 {
            return None;
        }
        let subject = is_subject(document, tokens);
        let distance = i32::try_from(sentences.min(8)).unwrap_or(8) + i32::try_from(paragraphs).unwrap_or(2);
        let passing = i32::from(phrase.head == Head::Individual || phrase.head == Head::Office && phrase.indefinite);
        Some(4 * i32::from(subject) + 3 * i32::from(speaks) - 2 * distance - 2 * passing)
    }

    pub fn gender_of(&self, p: usize) -> Gender {
        let document = self.document;
        let words = self.phrases[p].tokens.clone();
        let any = |list: &[&str]| words.clone().any(|i| document.is_any(i, list));
        if any(&[
            "he",
            "mr.",
            "mr",
            "sir",
            "spokesman",
            "chairman",
            "king",
            "prince",
            "congressman",
            "man",
            "father",
            "husband",
            "son",
            "brother",
            "lord",
        ]) {
            Gender::He
        } else if any(&[
            "she",
            "mrs.",
            "mrs",
            "ms.",
            "ms",
            "miss",
            "dame",
            "spokeswoman",
            "chairwoman",
            "queen",
            "princess",
            "congresswoman",
            "woman",
            "mother",
            "wife",
            "daughter",
            "sister",
            "lady",
        ]) {
            Gender::She
        } else {
            self.phrases[p].name.as_ref().map_or(Gender::Open, |name| gender_of_name(document, name))
        }
    }
}

/// What the given name tells.
fn gender_of_name(document: &Document, name: &Range<usize>) -> Gender {
    match (document.has(name.start, Classes::NAME_HE), document.has(name.start, Classes::NAME_SHE)) {
        (true, false) if name.len() > 1 => Gender::He,
        (false, true) if name.len() > 1 => Gender::She,
        _ => Gender::Open,
    }
}

/// Whether the phrase stands where a subject does: before the first finite verb of its sentence.
fn is_subject(document: &Document, tokens: &Range<usize>) -> bool {
    let start = document.sentence_tokens(tokens.start).start.max(tokens.start.saturating_sub(12));
    // What stands in marks before it is another's sentence: “It is late,” she said.
    let marked = (start..tokens.start).rev().find(|i| document.is_any(*i, &["”", "\"", "''", "»"])).map_or(start, |mark| mark + 1);
    let before = marked..tokens.start;
    // "For Ann Lee, whose brother was killed, the news …": whom the sentence is about.
    if tokens.start == marked + 1 && document.is(marked, "for") && document.is(tokens.end, ",") {
        return true;
    }
    !before.clone().any(|i| document.tag(i).is_some_and(Tag::is_finite))
        && !before.last().is_some_and(|i| document.has(i, Classes::PREPOSITION))
}

/// For each token, whether it stands between double quotation marks of its paragraph.
pub(super) fn quoted(document: &Document) -> Vec<bool> {
    let mut flags = vec![false; document.tokens.len()];
    for paragraph in &document.paragraphs {
        let mut inside = false;
        for i in paragraph.tokens.clone() {
            match document.text_of(i) {
                "“" | "«" | "``" => inside = true,
                "”" | "»" | "''" => inside = false,
                "\"" => inside = !inside,
                _ => flags[i] = inside,
            }
        }
    }
    flags
}
