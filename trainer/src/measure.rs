//! How well a model does on sentences that it did not learn from.

use crate::corpus::{self, Casing, Sentence};
use saywhen::tag::{Model, Tag, tag_with};
use saywhen::text::{Document, TokenKind};

/// Prints the figures for `sentences` as they are and in other cases.
pub fn print_all(bytes: &[u8], sentences: &[Sentence]) {
    let model = Model::read(bytes);
    print(&model, "as printed", sentences);
    for (name, casing) in [("headline", Casing::Headline), ("capitals", Casing::Capitals), ("small", Casing::Small)] {
        let recased: Vec<Sentence> = sentences.iter().filter_map(|sentence| corpus::recase(sentence, casing)).collect();
        print(&model, name, &recased);
    }
}

fn print(model: &Model, name: &str, sentences: &[Sentence]) {
    let mut confusion = vec![[0usize; Tag::COUNT]; Tag::COUNT];
    let (mut words, mut words_right) = (0, 0);
    for sentence in sentences {
        let mut document = Document::new(&sentence.text);
        tag_with(model, &mut document);
        for (token, right) in document.tokens.iter().zip(&sentence.tags) {
            confusion[*right as usize][token.tag as usize] += 1;
            if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                words += 1;
                words_right += usize::from(token.tag == *right);
            }
        }
    }
    let total: usize = confusion.iter().flatten().sum();
    let right: usize = (0..Tag::COUNT).map(|k| confusion[k][k]).sum();
    println!("{name}: all {:.2} %, words and numbers {:.2} %", percent(right, total), percent(words_right, words));
    if name == "as printed" {
        details(&confusion);
    }
}

fn details(confusion: &[[usize; Tag::COUNT]]) {
    for tag in [Tag::Vbd, Tag::Vbn, Tag::Nnp, Tag::Nn, Tag::Nns, Tag::Jj, Tag::Vb, Tag::Vbp, Tag::Vbz] {
        let hit = confusion[tag as usize][tag as usize];
        let gold: usize = confusion[tag as usize].iter().sum();
        let given: usize = confusion.iter().map(|row| row[tag as usize]).sum();
        println!("  {tag:?}: precision {:.1}, recall {:.1}", percent(hit, given), percent(hit, gold));
    }
    let mut pairs: Vec<(usize, Tag, Tag)> = Vec::new();
    for right in Tag::ALL {
        for given in Tag::ALL.into_iter().filter(|given| *given != right) {
            pairs.push((confusion[right as usize][given as usize], right, given));
        }
    }
    pairs.sort_by_key(|(count, ..)| std::cmp::Reverse(*count));
    for (count, right, given) in pairs.iter().take(14) {
        println!("  {count:4} {right:?} taken for {given:?}");
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole.max(1) as f64
}
/// Prints each word with a wrong tag, for a look at kinds of errors.
pub fn print_errors(bytes: &[u8], sentences: &[Sentence]) {
    let model = Model::read(bytes);
    for sentence in sentences {
        let mut document = Document::new(&sentence.text);
        tag_with(&model, &mut document);
        for (i, right) in sentence.tags.iter().enumerate() {
            let around: Vec<&str> = (i.saturating_sub(3)..i + 3).map(|i| document.text_of(i)).collect();
            if document.tag(i) != Some(*right) {
                println!("{right:?} taken for {:?}: {} in {}", document.tokens[i].tag, document.text_of(i), around.join(" "));
            }
        }
    }
}
