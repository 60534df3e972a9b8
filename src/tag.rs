//! A part of speech for each token.

use crate::text::Document;

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

/// Gives every token of `document` its part of speech.
pub fn tag(document: &mut Document) {
    let tags: Vec<Tag> = (0..document.tokens.len()).map(|i| guess(document, i)).collect();
    for (token, tag) in document.tokens.iter_mut().zip(tags) {
        token.tag = tag;
    }
}

/// A first guess from word lists, shape and ending.
fn guess(document: &Document, i: usize) -> Tag {
    use crate::lexicon::Classes;
    use crate::text::TokenKind;
    match document.kind(i) {
        Some(TokenKind::Number) => Tag::Cd,
        Some(TokenKind::Mark) => Tag::Mark,
        Some(TokenKind::Punct) if document.is_any(i, &[".", "?", "!", "…"]) => Tag::Stop,
        Some(TokenKind::Punct) if document.is(i, ",") => Tag::Comma,
        Some(TokenKind::Punct) => Tag::Colon,
        Some(TokenKind::Word) if document.has(i, Classes::MODAL) => Tag::Md,
        Some(TokenKind::Word) if document.has(i, Classes::PREPOSITION) => Tag::In,
        Some(TokenKind::Word) if document.is_capitalized(i) => Tag::Nnp,
        Some(TokenKind::Word) if document.word(i).ends_with("ed") => Tag::Vbd,
        Some(TokenKind::Word) => Tag::Nn,
        _ => Tag::Sym,
    }
}
