//! What a verb and the noun of the same event have in common: "invaded" and "invasion", "met" and "meeting".

use crate::text::{Document, Words};

/// A key that forms of one verb and its noun share; different words may share one, too.
pub type Stem = u64;

/// Words, folded, that share no beginning with their base, and the base; and other names of the same thing, as "blaze" of a fire.
const IRREGULAR: &[(&str, &str)] = &[
    ("acquired", "acquis"),
    ("acquires", "acquis"),
    ("birth", "born"),
    ("blast", "explos"),
    ("blaze", "fir"),
    ("bought", "buy"),
    ("broke", "break"),
    ("chose", "choos"),
    ("chosen", "choos"),
    ("collided", "crash"),
    ("collision", "crash"),
    ("death", "di"),
    ("deaths", "di"),
    ("detained", "detent"),
    ("died", "di"),
    ("dies", "di"),
    ("dying", "di"),
    ("expelled", "expuls"),
    ("fell", "fall"),
    ("flew", "flight"),
    ("fought", "fight"),
    ("held", "hold"),
    ("led", "lead"),
    ("lost", "loss"),
    ("met", "meet"),
    ("quake", "earthqua"),
    ("quit", "resign"),
    ("rose", "ris"),
    ("seized", "seiz"),
    ("seizure", "seiz"),
    ("shot", "shoot"),
    ("sold", "sal"),
    ("spoke", "speech"),
    ("stole", "theft"),
    ("struck", "strik"),
    ("won", "win"),
    ("wreck", "crash"),
];

/// The words of that list.
static FORMS: Words = Words::new(
    const {
        &{
            let mut forms = [""; IRREGULAR.len()];
            let mut k = 0;
            while k < forms.len() {
                forms[k] = IRREGULAR[k].0;
                k += 1;
            }
            forms
        }
    },
);

/// Endings, the longer before what they end in.
const ENDINGS: &[&str] = &[
    "ements", "ement", "ments", "ment", "ations", "ation", "itions", "ition", "ions", "ion", "ings", "ing", "ances", "ance", "ures", "ure",
    "als", "al", "ages", "age", "ers", "er", "ed", "es", "s", "e",
];

/// A word of this many letters is not shortened below it.
const SHORTEST: usize = 3;

/// The stem of the word at `i`.
pub fn of(document: &Document, i: usize) -> Stem {
    let word = document.word(i);
    if document.is_any(i, &FORMS) { of_word(word) } else { key(shortened(word)) }
}

/// The stem of a folded word.
pub fn of_word(word: &str) -> Stem {
    if let Ok(at) = IRREGULAR.binary_search_by(|(form, _)| (*form).cmp(word)) {
        return key(IRREGULAR[at].1);
    }
    key(shortened(word))
}

fn shortened(word: &str) -> &str {
    let cut = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() >= SHORTEST));
    let stem = cut.unwrap_or(word);
    stem.strip_suffix("at").filter(|rest| rest.len() > SHORTEST + 1).unwrap_or(stem)
}

/// The first eight bytes, the last letter "d" of a shorter one as the "s" that its noun has.
fn key(stem: &str) -> Stem {
    let mut bytes = [0; 8];
    for (slot, byte) in bytes.iter_mut().zip(stem.bytes()) {
        *slot = byte;
    }
    if let Some(last) = stem.len().checked_sub(1).and_then(|last| bytes.get_mut(last)).filter(|last| **last == b'd') {
        *last = b's';
    }
    u64::from_le_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_irregular_words_are_sorted() {
        assert!(IRREGULAR.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn a_verb_and_its_noun_share_a_stem() {
        for (verb, noun) in [
            ("invaded", "invasion"),
            ("exploded", "explosion"),
            ("resigned", "resignation"),
            ("evacuated", "evacuation"),
            ("met", "meeting"),
            ("arrives", "arrival"),
            ("announced", "announcement"),
            ("died", "death"),
            ("closed", "closure"),
            ("voted", "vote"),
            ("crashed", "wreck"),
            ("exploded", "blast"),
            ("earthquake", "quake"),
        ] {
            let text = format!("{verb} {noun}");
            let document = Document::new(&text);
            assert_eq!(of(&document, 0), of(&document, 1), "{verb}, {noun}");
        }
    }

    #[test]
    fn other_words_do_not() {
        for (one, other) in [("signed", "resigned"), ("confirmed", "conference"), ("was", "war"), ("rang", "ran")] {
            let text = format!("{one} {other}");
            let document = Document::new(&text);
            assert_ne!(of(&document, 0), of(&document, 1), "{one}, {other}");
        }
    }
}
