//! Years in digits and words, with eras, and years that a season shares.

use super::count::below_hundred;
use super::{Read, digits, is_part_of_number};
use crate::lexicon::Classes;
use crate::text::{Case, Document};

/// A year in four digits, where nothing says that they count or number something else.
pub fn year(document: &Document, i: usize) -> Read<i32> {
    let year = digits(document, i).filter(|_| document.text_of(i).len() == 4)?;
    let hours = document.is_any(i + 1, &["gmt", "hours", "hrs"]);
    let shared = !document.is_glued(i) && document.is(i + 1, "/") && season_end(document, i + 1).is_some();
    ((1000..2200).contains(&year) && !hours && (shared || !is_part_of_number(document, i))).then_some((year as i32, i + 1))
}

/// A year in digits or words.
pub fn any_year(document: &Document, i: usize) -> Read<i32> {
    era_year(document, i).or_else(|| year(document, i)).or_else(|| year_in_words(document, i))
}

/// A year with its era behind it: "480 BC", "79 AD". The year 1 BC is 0.
pub fn era_year(document: &Document, i: usize) -> Read<i32> {
    let year = digits(document, i).filter(|year| (1..=9999).contains(year))? as i32;
    match document.word(i + 1) {
        "bc" | "bce" | "b.c." | "b.c.e." => Some((1 - year, i + 2)),
        "ad" | "ce" | "a.d." if document.token(i + 1)?.case == Case::Upper => Some((year, i + 2)),
        _ => None,
    }
}

/// A year in two digits with an apostrophe: "'69".
pub fn short_year(document: &Document, i: usize) -> Read<i32> {
    let opens = document.is_any(i, &["'", "‘", "’"]) || document.text_of(i) == "’";
    let year = digits(document, i + 1).filter(|_| opens && document.is_glued(i + 1) && document.text_of(i + 1).len() == 2)? as i32;
    Some((if year < 30 { 2000 } else { 1900 } + year, i + 2))
}

/// A year in words: "nineteen ninety-six", "eighteen twelve".
pub fn year_in_words(document: &Document, i: usize) -> Read<i32> {
    let century = match document.word(i) {
        "eighteen" => 1800,
        "nineteen" => 1900,
        "twenty" => 2000,
        _ => return None,
    };
    let (rest, end) = below_hundred(document, i + 1).filter(|(rest, _)| (10..100).contains(rest))?;
    let year = century + rest as i32;
    (!document.has(end, Classes::TIME_UNIT)).then_some((year, end))
}

/// Behind the second year of a winter or a season that two years share: "1944-45", "1962/63".
pub fn season_end(document: &Document, i: usize) -> Option<usize> {
    let year = digits(document, i.checked_sub(1)?)?;
    let second =
        digits(document, i + 1).filter(|_| document.is_any(i, &["-", "–", "/"]) && document.is_glued(i) && document.is_glued(i + 1))?;
    (second == (year + 1) % 100 || second == year + 1).then_some(i + 2)
}
