//! What the page says of the voices in an article.

#![expect(missing_docs, reason = "the texts say what they are")]

use super::count;
use crate::app::audit::{Audit, Share};

pub const ONE_VOICE: &str = "Everything that is said here comes from one voice.";

/// "5 voices, 1 of them unnamed; 212 quoted words; 1 quotation without a speaker".
pub fn voices(audit: &Audit) -> String {
    let all = count(audit.named + audit.unnamed, "voice", "voices");
    let unnamed = if audit.unnamed > 0 { format!(", {} unnamed", audit.unnamed) } else { String::new() };
    let lost = audit.unattributed.quotations;
    let lost = if lost > 0 { format!("; {} without a speaker", count(lost, "quotation", "quotations")) } else { String::new() };
    format!("{all}{unnamed}; {}{lost}", count(audit.words(), "quoted word", "quoted words"))
}

/// "38 % of the quoted words, in 4 quotations, 2 of them wholly or partly word for word".
pub fn share(share: &Share, percent: usize) -> String {
    let all = count(share.quotations, "quotation", "quotations");
    let direct = match share.direct {
        0 => "all in the article’s words".to_owned(),
        direct if direct == share.quotations => "wholly or partly word for word".to_owned(),
        direct => format!("{direct} of them wholly or partly word for word"),
    };
    format!("{percent} % of the quoted words, in {all}, {direct}")
}

/// One voice has most of the quoted words.
pub fn mostly(name: &str, percent: usize) -> String {
    format!("Most of what is said here, {percent} %, comes from one voice: {name}.")
}
