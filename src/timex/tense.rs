//! Whether the clause around an expression looks back or ahead.

use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, TokenKind};
use std::ops::Range;

/// Where a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// Back: "met".
    Past,
    /// Neither: "meets", or no verb at all.
    Open,
    /// Ahead: "will meet", "is scheduled for".
    Future,
}

/// How far to look on each side of the expression.
const REACH: usize = 40;

/// The tense of the clause around `tokens`, and the token that shows it.
pub fn around(document: &Document, tokens: &Range<usize>) -> (Tense, Option<usize>) {
    let sentence = document.sentence_tokens(tokens.start);
    if let Some(opening) =
        (1..=2).filter_map(|back| tokens.start.checked_sub(back)).find(|i| document.is_any(*i, &["beginning", "starting"]))
    {
        return (Tense::Future, Some(opening));
    }
    let before = (sentence.start.max(tokens.start.saturating_sub(REACH))..tokens.start).rev();
    for i in before {
        if let Some(tense) = shown_at(document, i) {
            let open = document.is_any(i, &["has", "have", "'ve"]) && is_deadline(document, tokens.start);
            return (if open { Tense::Future } else { tense }, Some(i));
        }
        if ends_clause(document, i) && sentence.start < i && tokens.start - i > 3 {
            break;
        }
    }
    let after = tokens.end..sentence.end.min(tokens.end + REACH);
    for i in after {
        if let Some(tense) = shown_at(document, i) {
            let later = (i + 1..(i + 4).min(sentence.end)).find(|k| shown_at(document, *k) == Some(Tense::Future));
            return later.filter(|_| is_present_be(document, i)).map_or((tense, Some(i)), |k| (Tense::Future, Some(k)));
        }
    }
    (Tense::Open, None)
}

/// "has until Tuesday", "have by Friday": a date that something lasts to.
fn is_deadline(document: &Document, start: usize) -> bool {
    start.checked_sub(1).is_some_and(|before| document.is_any(before, &["until", "till", "by"]))
}

fn ends_clause(document: &Document, i: usize) -> bool {
    document.is_any(i, &[";", ":", "—"])
}

fn is_present_be(document: &Document, i: usize) -> bool {
    document.is_any(i, &["is", "are", "'re", "'s"])
}

/// The tense that the token at `i` shows by itself.
fn shown_at(document: &Document, i: usize) -> Option<Tense> {
    if document.kind(i) != Some(TokenKind::Word) {
        return None;
    }
    let word = document.word(i);
    match word {
        "will" | "'ll" | "shall" | "wo" => return Some(Tense::Future),
        "to" => return (leads_to(document, i) && !is_over(document, i)).then_some(Tense::Future),
        "scheduled" | "slated" | "due" | "upcoming" | "planned" | "expected" | "plans" | "planning" | "set" | "forecast"
            if looks_ahead(document, i) =>
        {
            return Some(if is_over(document, i) { Tense::Past } else { Tense::Future });
        }
        "was" | "were" | "had" | "did" => return (!is_plan_at(document, i)).then_some(Tense::Past),
        "has" | "have" | "'ve" => return (!document.is(i + 1, "to")).then_some(Tense::Past),
        "would" | "should" | "may" | "might" | "could" | "must" if document.is(i + 1, "have") => return Some(Tense::Past),
        "begins" | "starts" | "opens" | "ends" | "closes" | "expires" | "arrives" | "meets" | "leaves" | "airs" | "reopen" | "resumes"
        | "payable" | "effective" => return Some(Tense::Future),
        "may" | "might" | "must" | "should" | "can" if !document.is_capitalized(i) => return Some(Tense::Future),
        "would" if document.tag(i + 1) == Some(Tag::Vb) => return Some(Tense::Future),
        _ => {}
    }
    is_past_verb(document, i).then_some(Tense::Past)
}

/// "had been due to": a plan that is told as past.
fn is_over(document: &Document, i: usize) -> bool {
    (1..=4).any(|back| i.checked_sub(back).is_some_and(|before| document.is(before, "had")))
}

/// "is to meet", "plans to", "expected to", "going to": the "to" at `i` after a word of planning.
fn leads_to(document: &Document, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    document.is_any(
        before,
        &[
            "is",
            "are",
            "was",
            "were",
            "plan",
            "plans",
            "planned",
            "planning",
            "scheduled",
            "expected",
            "expects",
            "expect",
            "set",
            "due",
            "going",
            "intends",
            "intend",
            "hopes",
            "hope",
            "hoping",
            "wants",
            "slated",
            "ready",
            "agreed",
            "promised",
            "vowed",
            "pledged",
            "preparing",
            "likely",
            "poised",
            "supposed",
            "invited",
            "bound",
            "about",
            "ordered",
            "asked",
            "intended",
        ],
    ) || (before == document.sentence_tokens(i).start && document.is_capitalized(before))
}

/// Whether a word of planning at `i` is one here: "is due Tuesday", "scheduled for", "a planned meeting".
fn looks_ahead(document: &Document, i: usize) -> bool {
    match document.word(i) {
        "due" => !document.is(i + 1, "to") || i.checked_sub(1).is_some_and(|before| document.has(before, Classes::AUXILIARY)),
        "planned" => !document.is_any(i.saturating_sub(1), &["previously", "had", "have", "has"]),
        "set" => document.is_any(i + 1, &["for", "to"]),
        "expected" | "plans" | "planning" => document.is_any(i + 1, &["to", "for", "in", "on", "at", "by", "a", "an", "another", "next"]),
        _ => true,
    }
}

/// "was to meet", "were scheduled": a past form that begins a plan.
fn is_plan_at(document: &Document, i: usize) -> bool {
    document.is_any(i + 1, &["to", "scheduled", "due", "slated", "expected", "set"])
}

/// Whether the token at `i` is a verb in the past tense.
pub fn is_past_verb(document: &Document, i: usize) -> bool {
    if document.is_capitalized(i) && i != document.sentence_tokens(i).start {
        return false;
    }
    let word = document.word(i);
    let either = matches!(word, "set" | "put" | "cut" | "let" | "shut" | "hurt" | "quit" | "spread" | "read");
    if either {
        let governed = (1..=2).any(|back| {
            i.checked_sub(back).is_some_and(|k| document.has(k, Classes::MODAL) || document.is_any(k, &["to", "do", "does", "is", "are"]))
        });
        return !governed && document.tag(i) != Some(Tag::Vbn) && document.tag(i) != Some(Tag::Vb);
    }
    match document.tag(i) {
        Some(Tag::Vbd) => !stands_as_adjective(document, i),
        Some(Tag::Vbn | Tag::Vb) => false,
        _ => IRREGULAR.binary_search(&word).is_ok(),
    }
}

/// "the planned talks", "newly renovated hall": a form in "-ed" that qualifies a noun.
fn stands_as_adjective(document: &Document, i: usize) -> bool {
    let Some(before) = i.checked_sub(1) else { return false };
    document.is_any(
        before,
        &["the", "a", "an", "newly", "be", "been", "being", "of", "by", "for", "with", "its", "their", "his", "her", "-", "as"],
    )
}

/// Past forms that do not end in "-ed", sorted.
const IRREGULAR: &[&str] = &[
    "arose", "ate", "became", "began", "blew", "bought", "broke", "brought", "built", "came", "caught", "chose", "cost", "dealt", "did",
    "drew", "drove", "fell", "felt", "flew", "forgot", "fought", "found", "froze", "gave", "gone", "got", "grew", "heard", "held", "hid",
    "hit", "kept", "knew", "laid", "lay", "led", "left", "lost", "made", "meant", "met", "paid", "ran", "rang", "rode", "rose", "said",
    "sang", "sank", "sat", "saw", "sent", "shook", "shot", "shrank", "slid", "sold", "sought", "spent", "spoke", "sprang", "stole",
    "stood", "struck", "swam", "swept", "swore", "taught", "threw", "told", "took", "went", "woke", "won", "wore", "wrote",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn past_forms_are_sorted() {
        assert!(IRREGULAR.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
