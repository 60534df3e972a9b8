//! Tagged sentences: read from a file, joined to text, cut by the library's own tokens.

use saywhen::tag::Tag;
use saywhen::text::{Document, Token, TokenKind};

/// A sentence as text, with the right tag for each token that the library cuts it into.
pub struct Sentence {
    /// The words, joined as a newspaper would print them.
    pub text: String,
    /// One tag a token.
    pub tags: Vec<Tag>,
}

/// Reads the corpus at `path`.
pub fn read(path: &str) -> std::io::Result<Vec<Sentence>> {
    let file = std::fs::read_to_string(path)?;
    let (mut sentences, mut words) = (Vec::new(), Vec::new());
    for line in file.lines().chain([""]) {
        if line.starts_with("# doc") {
            continue;
        }
        let mut columns = line.split('\t');
        match (columns.next(), columns.nth(1)) {
            (Some(word), Some(tag)) => words.push((word, tag)),
            _ if !words.is_empty() => sentences.push(join(&std::mem::take(&mut words))),
            _ => {}
        }
    }
    Ok(sentences)
}

/// Joins words to text and carries their tags over to the library's tokens.
fn join(words: &[(&str, &str)]) -> Sentence {
    let mut text = String::new();
    let mut starts = Vec::new();
    let mut glue = true;
    let mut quote_open = false;
    for (word, penn) in words {
        let closes = *word == "\"" && quote_open;
        let clitic = ["'s", "'re", "'ll", "'ve", "'d", "'m", "n't", "’s", "n’t", "’re", "’ll", "’ve", "’m", "’d"]
            .contains(&word.to_lowercase().as_str());
        let glued = clitic || closes || matches!(*penn, "," | "." | "''" | "-RRB-" | "HYPH" | "POS") || matches!(*word, ":" | ";" | "%");
        if !glue && !glued {
            text.push(' ');
        }
        starts.push((text.len(), tag(word, penn)));
        text.push_str(word);
        glue = (*word == "\"" && !quote_open) || matches!(*penn, "-LRB-" | "HYPH" | "$" | "``");
        quote_open ^= *word == "\"";
    }
    let tags = carry(&text, &starts);
    Sentence { text, tags }
}

/// The tag of each token is that of the word it begins in; a sign inside a word is a sign.
fn carry(text: &str, starts: &[(usize, Tag)]) -> Vec<Tag> {
    let document = Document::new(text);
    let tag_of = |token: &Token| {
        let word = starts[..starts.partition_point(|(start, _)| *start <= token.span.start)].last();
        match word {
            Some((start, tag)) if token.kind == TokenKind::Word || *start == token.span.start => *tag,
            Some((_, tag)) if token.kind == TokenKind::Number && *tag != Tag::Nnp => Tag::Cd,
            _ => sign(token.span.of(text)),
        }
    };
    document.tokens.iter().map(tag_of).collect()
}

fn sign(text: &str) -> Tag {
    match text {
        "." => Tag::Stop,
        "," => Tag::Comma,
        text if text.starts_with(|c: char| c.is_ascii_digit()) => Tag::Cd,
        _ => Tag::Colon,
    }
}

/// The coarse tag for a Penn tag.
fn tag(word: &str, penn: &str) -> Tag {
    match penn {
        _ if word.eq_ignore_ascii_case("to") => Tag::To,
        "CC" => Tag::Cc,
        "CD" => Tag::Cd,
        "DT" | "PDT" => Tag::Dt,
        "EX" => Tag::Ex,
        "IN" => Tag::In,
        "JJ" | "AFX" => Tag::Jj,
        "JJR" => Tag::Jjr,
        "JJS" => Tag::Jjs,
        "MD" => Tag::Md,
        "NN" | "GW" => Tag::Nn,
        "NNS" => Tag::Nns,
        "NNP" => Tag::Nnp,
        "NNPS" => Tag::Nnps,
        "POS" => Tag::Pos,
        "PRP" => Tag::Prp,
        "PRP$" => Tag::Prps,
        "RB" | "RBR" | "RBS" | "RP" => Tag::Rb,
        "TO" => Tag::To,
        "UH" | "FW" | "LS" => Tag::Uh,
        "VB" => Tag::Vb,
        "VBD" => Tag::Vbd,
        "VBG" => Tag::Vbg,
        "VBN" => Tag::Vbn,
        "VBP" => Tag::Vbp,
        "VBZ" => Tag::Vbz,
        "WDT" | "WP" | "WP$" => Tag::Wp,
        "WRB" => Tag::Wrb,
        "." => Tag::Stop,
        "," if word == "," => Tag::Comma,
        "," | ":" | "HYPH" => Tag::Colon,
        "``" | "''" | "-LRB-" | "-RRB-" => Tag::Mark,
        _ if word.starts_with('-') => Tag::Colon,
        _ => Tag::Sym,
    }
}

/// How a copy of a sentence is cased.
#[derive(Clone, Copy)]
pub enum Casing {
    /// Each word with a capital, but for small words.
    Headline,
    /// Capitals only.
    Capitals,
    /// No capitals.
    Small,
}

/// Copies of some of the sentences in other cases, so that headlines are known too.
pub fn recased(sentences: &[Sentence]) -> Vec<Sentence> {
    let choice = |k: usize| match k % 20 {
        3 | 14 => Some(Casing::Headline),
        7 => Some(Casing::Capitals),
        11 => Some(Casing::Small),
        _ => None,
    };
    sentences.iter().enumerate().filter_map(|(k, sentence)| recase(sentence, choice(k)?)).collect()
}

/// A copy of `sentence` in another case, if the library cuts it into as many tokens.
pub fn recase(sentence: &Sentence, casing: Casing) -> Option<Sentence> {
    let text = match casing {
        Casing::Headline => headline(&sentence.text),
        Casing::Capitals => sentence.text.to_uppercase(),
        Casing::Small => sentence.text.to_lowercase(),
    };
    let same = Document::new(&text).tokens.len() == sentence.tags.len();
    same.then(|| Sentence { text, tags: sentence.tags.clone() })
}

fn headline(text: &str) -> String {
    let small = ["a", "an", "the", "of", "in", "on", "to", "for", "and", "or", "at", "by", "as", "but"];
    let words = text.split(' ').enumerate().map(|(k, word)| {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if k == 0 || !small.contains(&word) => first.to_uppercase().chain(letters).collect(),
            _ => word.to_string(),
        }
    });
    words.collect::<Vec<String>>().join(" ")
}
