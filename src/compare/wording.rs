//! Which words of a quotation other articles do not have.

use super::folded;
use rustc_hash::FxHashMap;

/// Words of one wording, side by side, that are all in the other ones or all not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The words as they stand, with the spaces behind them.
    pub words: &'a str,
    /// Whether one of the other wordings does not have them.
    pub differs: bool,
}

/// Cuts `wording` where words begin or end that are not, or not so often, in each of `others`.
/// Case, stops and the order of the words make no difference.
pub fn pieces<'a>(wording: &'a str, others: &[&str]) -> Vec<Piece<'a>> {
    let mut left: Vec<FxHashMap<String, usize>> = others.iter().map(|other| counts(other)).collect();
    let mut cut: Vec<(usize, bool)> = Vec::new();
    let mut start = 0;
    for token in wording.split_inclusive(char::is_whitespace) {
        let word = folded(token);
        let missing = left.iter_mut().map(|left| usize::from(!take(left, &word))).sum::<usize>();
        let differs = missing > 0 && !word.is_empty();
        // Stops between words belong to the words before them.
        let goes_on = word.is_empty() || cut.last().is_some_and(|(_, before)| *before == differs);
        if !goes_on || cut.is_empty() {
            cut.push((start, differs));
        }
        start += token.len();
    }
    let ends = cut.iter().skip(1).map(|(start, _)| *start).chain([wording.len()]);
    cut.iter().zip(ends).filter_map(|((start, differs), end)| Some(Piece { words: wording.get(*start..end)?, differs: *differs })).collect()
}

/// How often each word is there.
fn counts(words: &str) -> FxHashMap<String, usize> {
    let mut counts = FxHashMap::default();
    for word in words.split_whitespace().map(folded) {
        *counts.entry(word).or_default() += 1;
    }
    counts
}

/// Whether the word is still there; it is used up by that.
fn take(left: &mut FxHashMap<String, usize>, word: &str) -> bool {
    left.get_mut(word).filter(|count| **count > 0).map(|count| *count -= 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces, those that differ in brackets.
    fn marked(wording: &str, others: &[&str]) -> String {
        let shown = |piece: Piece| if piece.differs { format!("[{}]", piece.words) } else { piece.words.to_owned() };
        pieces(wording, others).into_iter().map(shown).collect()
    }

    #[test]
    fn words_that_others_do_not_have_are_told() {
        for (wording, others, expected) in [
            ("We saw it.", &["we saw it"][..], "We saw it."),
            ("We saw it in very good time", &["We saw it in good time"], "We saw it in [very ]good time"),
            ("We saw it in good time", &["We saw it in very good time"], "We saw it in good time"),
            ("no, no and no", &["No and no"], "no, no and [no]"),
            ("We saw … the pier", &["We saw the mole"], "We saw … the [pier]"),
            ("one two", &["one two", "one"], "one [two]"),
            ("alone", &[], "alone"),
            ("", &["other"], ""),
            ("other words", &[""], "[other words]"),
        ] {
            assert_eq!(marked(wording, others), expected);
        }
    }
}
