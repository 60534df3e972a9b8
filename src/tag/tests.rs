//! Tests of the tagger as the library carries it.

use super::{Model, Tag, tag, tag_with};
use crate::text::Document;

/// Checks the tags of the marked words: "The minister said|Vbd it will|Md rain|Vb ."
fn check(marked: &str) -> Vec<String> {
    let words: Vec<(&str, Option<&str>)> =
        marked.split(' ').map(|word| word.split_once('|').map_or((word, None), |(word, tag)| (word, Some(tag)))).collect();
    let text = words.iter().map(|(word, _)| *word).collect::<Vec<&str>>().join(" ");
    let mut document = Document::new(&text);
    tag(&mut document);
    let (mut from, mut wrong) = (0, Vec::new());
    for (word, wanted) in words {
        let given = document.tokens.iter().find(|token| token.span.start == from).map(|token| format!("{:?}", token.tag));
        if wanted.is_some() && given.as_deref() != wanted {
            wrong.push(format!("{word:?} is {given:?}, expected {wanted:?}, in {text:?}"));
        }
        from += word.len() + 1;
    }
    wrong
}

#[test]
fn ambiguous_words_are_told_apart() {
    let rows = [
        "The minister said|Vbd on Monday that|In the two sides will|Md meet|Vb again .",
        "Three workers were|Vbd injured|Vbn in the blast , which|Wp destroyed|Vbd a warehouse .",
        "She wants|Vbz to|To open|Vb a factory in the north .",
        "The plans|Nns were approved|Vbn by the council on Friday .",
        "Mrs. May|Nnp said|Vbd she would|Md resign|Vb .",
        "The talks may|Md begin|Vb next week .",
        "Protesters will march|Vb through the city on Sunday .",
        "The commission has|Vbz approved|Vbn the budget , a spokeswoman said|Vbd .",
        "He told|Vbd reporters that|In the bridge had|Vbd collapsed|Vbn .",
        "There|Ex is no evidence of fraud , she added|Vbd .",
    ];
    let wrong: Vec<String> = rows.iter().flat_map(|row| check(row)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_apostrophe_of_a_plural_is_possessive_unless_it_closes_a_quotation() {
    for (text, wanted) in [("The teachers' union met.", Tag::Pos), ("They called it 'the days' and left.", Tag::Mark)] {
        let mut document = Document::new(text);
        tag(&mut document);
        let last = document.tokens.iter().rev().find(|token| token.span.of(text) == "'").map(|token| token.tag);
        assert_eq!(last, Some(wanted), "{text}");
    }
}

#[test]
fn signs_and_numbers_have_tags_of_their_own() {
    let mut document = Document::new("Prices rose 5% to $30, Smith & Sons said.");
    tag(&mut document);
    let tag_of = |word: &str| (0..document.tokens.len()).find(|i| document.is(*i, word)).and_then(|i| document.tag(i));
    for (word, wanted) in [("5", Tag::Cd), ("%", Tag::Sym), ("$", Tag::Sym), (",", Tag::Comma), ("&", Tag::Cc), (".", Tag::Stop)] {
        assert_eq!(tag_of(word), Some(wanted), "{word}");
    }
}

#[test]
fn tagging_is_total_and_twice_the_same() {
    for text in ["", "\u{0}\u{feff}", "''''s' n't 's", "É ü 東京 \u{1f642} ---", "THE MINISTER SAID NO. the minister said no."] {
        let tags = || {
            let mut document = Document::new(text);
            tag(&mut document);
            tag(&mut document);
            document.tokens.iter().map(|token| token.tag).collect::<Vec<Tag>>()
        };
        assert_eq!(tags(), tags());
    }
}

#[test]
fn bytes_that_are_no_model_know_nothing_and_harm_nothing() {
    for bytes in [vec![], vec![255; 9000], vec![1; 60000]] {
        let mut document = Document::new("The minister said no.");
        tag_with(&Model::read(&bytes), &mut document);
    }
}

#[test]
fn numbers_of_tags_follow_their_order() {
    for (number, tag) in Tag::ALL.into_iter().enumerate() {
        assert_eq!(tag as usize, number);
    }
}
