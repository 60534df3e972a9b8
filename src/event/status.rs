//! Whether and how an event took place.

use super::Status;
use super::verb::{Tense, VerbGroup};
use crate::lexicon::Classes;
use crate::text::{Document, Words};
use std::ops::Range;

/// What decides besides the verb group.
pub(super) struct Setting {
    /// The words stand in a headline or a caption, where the present tense tells of what happened.
    pub heading: bool,
    /// The date that the words give lies after the day of publication.
    pub ahead: bool,
    /// The words give a date.
    pub dated: bool,
    /// A set ("every Monday") dates the event.
    pub repeated: bool,
    /// The clause is what somebody says.
    pub reported: bool,
}

/// Adverbs, folded, of what comes again and again.
static OFTEN: Words = Words::new(&["repeatedly", "often", "regularly", "usually", "always", "routinely"]);

/// The status of the event that `group` names in `clause`.
pub(super) fn of(document: &Document, group: &VerbGroup, clause: &Range<usize>, setting: &Setting) -> Status {
    let nobody = document.has(clause.start, Classes::NEGATION) && group.tense == Tense::Past;
    if group.negated || nobody {
        return Status::Denied;
    }
    if group.tense == Tense::Past && lasts(document, group, clause) {
        return Status::Ongoing;
    }
    let often = clause.clone().any(|i| document.is_any(i, &OFTEN));
    if setting.repeated || (often && group.tense == Tense::Present) {
        return Status::Recurring;
    }
    if is_conditional(document, clause.start) {
        return Status::Possible;
    }
    if group.planned {
        return if group.tense == Tense::Modal { Status::Possible } else { Status::Planned };
    }
    match group.tense {
        Tense::Future => Status::Planned,
        Tense::Would if setting.reported => Status::Planned,
        Tense::Would | Tense::Modal => Status::Possible,
        Tense::Past => Status::Happened,
        Tense::Progressive | Tense::Present if setting.ahead => Status::Planned,
        // The historic present: "On March 17, 1974, the painter dies."
        Tense::Present if setting.dated && !document.has(group.head, Classes::AUXILIARY) => Status::Happened,
        Tense::Present if setting.heading || document.has(group.head, Classes::SAY) => Status::Happened,
        Tense::Present | Tense::Progressive | Tense::PerfectProgressive => Status::Ongoing,
    }
}

/// "has been part of it since 1921": what began then and goes on.
fn lasts(document: &Document, group: &VerbGroup, clause: &Range<usize>) -> bool {
    let perfect = document.is_any(group.tokens.start, &["has", "have", "'ve"]);
    perfect && clause.clone().any(|i| document.is(i, "since"))
}

fn is_conditional(document: &Document, start: usize) -> bool {
    document.is_any(start, &["if", "unless"])
        || start.checked_sub(1).is_some_and(|before| document.is_any(before, &["if", "unless", "whether"]))
}
