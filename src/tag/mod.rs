//! A part of speech for each token.
//!
//! An averaged perceptron goes through each sentence from left to right. What
//! it sees of a token is a [`Sight`]; a [`feature`] is a place in a table, made
//! from sights and the tags before; a [`Model`] holds a row of small weights for
//! those that matter. Frequent words with one tag only, numbers and signs are not weighed.
//! What a clause needs, one verb with tense, is seen to behind that, in `mend`.
//! The weights come from the program in `trainer/`; `weights.md` states their sources.

pub mod feature;
mod mend;
pub mod model;
pub mod sight;

use crate::text::Document;
pub use feature::History;
pub use model::Model;
pub use sight::Sight;

/// Part of speech, a coarse form of the Penn Treebank's set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tag {
    /// Coordinating conjunction: "and", "but".
    Cc,
    /// Cardinal number: "three", "1,200".
    Cd,
    /// Determiner and predeterminer: "the", "every", "all".
    Dt,
    /// Existential "there".
    Ex,
    /// Preposition or subordinating conjunction: "of", "because", "that".
    In,
    /// Adjective.
    Jj,
    /// Comparative adjective.
    Jjr,
    /// Superlative adjective.
    Jjs,
    /// Modal verb: "will", "may".
    Md,
    /// Common noun, singular or mass.
    #[default]
    Nn,
    /// Common noun, plural.
    Nns,
    /// Proper noun, singular.
    Nnp,
    /// Proper noun, plural.
    Nnps,
    /// Possessive ending: "'s", "'".
    Pos,
    /// Personal pronoun: "he", "them".
    Prp,
    /// Possessive pronoun: "his", "their".
    Prps,
    /// Adverb, with its comparative and superlative, and particles ("up" in "set up").
    Rb,
    /// "to" before a verb or as a preposition.
    To,
    /// Interjection and foreign word.
    Uh,
    /// Verb, base form: "(will) meet".
    Vb,
    /// Verb, past tense: "met".
    Vbd,
    /// Verb, gerund or present participle: "meeting".
    Vbg,
    /// Verb, past participle: "(has) met".
    Vbn,
    /// Verb, present tense, not third person singular: "(they) meet".
    Vbp,
    /// Verb, present tense, third person singular: "meets".
    Vbz,
    /// "who", "which", "what", "whose", "that" as a relative pronoun.
    Wp,
    /// "when", "where", "why", "how".
    Wrb,
    /// Sentence-final punctuation: `.`, `?`, `!`, `…`.
    Stop,
    /// Comma.
    Comma,
    /// Colon, semicolon, dash.
    Colon,
    /// Quotation mark, bracket.
    Mark,
    /// Any other sign: `$`, `%`, `#`, a link.
    Sym,
}

impl Tag {
    /// How many tags there are.
    pub const COUNT: usize = 32;

    /// Every tag, in the order of its number (`tag as u8`).
    pub const ALL: [Self; Self::COUNT] = [
        Self::Cc,
        Self::Cd,
        Self::Dt,
        Self::Ex,
        Self::In,
        Self::Jj,
        Self::Jjr,
        Self::Jjs,
        Self::Md,
        Self::Nn,
        Self::Nns,
        Self::Nnp,
        Self::Nnps,
        Self::Pos,
        Self::Prp,
        Self::Prps,
        Self::Rb,
        Self::To,
        Self::Uh,
        Self::Vb,
        Self::Vbd,
        Self::Vbg,
        Self::Vbn,
        Self::Vbp,
        Self::Vbz,
        Self::Wp,
        Self::Wrb,
        Self::Stop,
        Self::Comma,
        Self::Colon,
        Self::Mark,
        Self::Sym,
    ];

    /// Any form of a verb but the modal.
    pub fn is_verb(self) -> bool {
        matches!(self, Self::Vb | Self::Vbd | Self::Vbg | Self::Vbn | Self::Vbp | Self::Vbz)
    }

    /// A verb form that carries tense by itself.
    pub fn is_finite(self) -> bool {
        matches!(self, Self::Vbd | Self::Vbp | Self::Vbz | Self::Md)
    }

    /// A common or proper noun.
    pub fn is_noun(self) -> bool {
        matches!(self, Self::Nn | Self::Nns | Self::Nnp | Self::Nnps)
    }

    /// A proper noun.
    pub fn is_proper(self) -> bool {
        matches!(self, Self::Nnp | Self::Nnps)
    }

    /// An adjective in any degree.
    pub fn is_adjective(self) -> bool {
        matches!(self, Self::Jj | Self::Jjr | Self::Jjs)
    }
}

/// Gives every token of `document` its part of speech, sentence by sentence, with the weights that the library carries.
pub fn tag(document: &mut Document) {
    tag_with(&Model::embedded(), document);
}

/// The same with other weights; the trainer measures with it.
pub fn tag_with(model: &Model, document: &mut Document) {
    let reader = sight::Reader::new(model, document);
    let mut sights = Vec::new();
    for s in 0..document.sentences.len() {
        let tokens = document.sentences[s].tokens.clone();
        reader.read(document, tokens.clone(), &mut sights);
        let mut history = History::default();
        for (i, k) in tokens.zip(0..) {
            let tag = match settled(&sights, k) {
                Some(tag) => tag,
                None => model.best(&feature::places(&sights, k, &history)),
            };
            history.push(tag);
            document.tokens[i].tag = tag;
        }
        mend::mend(document, s);
    }
}

/// The tag of a token that needs no weighing: a sign, a number, or a frequent word with one tag only.
pub fn settled(sights: &[Sight], k: usize) -> Option<Tag> {
    sights.get(k).and_then(|sight| sight.settled)
}

#[cfg(test)]
mod tests;
