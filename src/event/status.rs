//! Whether and how an event took place.

use super::Status;
use crate::clause::{ClauseKind, Form, Tense, VerbGroup};
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
    /// What the clause denies came about on its date: "was not found until 1998".
    pub turned: bool,
}

/// Adverbs, folded, of what comes again and again.
static OFTEN: Words = Words::new(&["repeatedly", "often", "regularly", "usually", "always", "routinely"]);

/// The status of the event that `group` names in `clause`.
///
/// `above` is the group on which it hangs.
pub(super) fn of(document: &Document, group: &VerbGroup, above: Option<&VerbGroup>, clause: &Range<usize>, setting: &Setting) -> Status {
    let nobody = document.has(clause.start, Classes::NEGATION) && group.is_finite();
    let denied = group.kind == ClauseKind::Content && above.is_some_and(|above| denies(document, above));
    if is_conditional(document, group) {
        return Status::Possible;
    }
    if (group.negated || nobody || denied) && !setting.turned {
        return Status::Denied;
    }
    if group.perfect && group.tense != Tense::Modal && (group.progressive || lasts(document, clause)) {
        return Status::Ongoing;
    }
    let often = clause.clone().any(|i| document.is_any(i, &OFTEN));
    if setting.repeated || (often && group.tense == Tense::Present && !group.perfect) {
        return Status::Recurring;
    }
    // "are expected by Friday": what is to come.
    let due = group.passive && group.tense == Tense::Present && !group.perfect && document.has(group.head, Classes::PLANNING);
    if due {
        return if setting.dated { Status::Planned } else { Status::Ongoing };
    }
    if group.planned {
        return if group.tense == Tense::Modal { Status::Possible } else { Status::Planned };
    }
    // "came from behind to win": what was done to an end was done.
    let reached =
        group.form == Form::Infinitive && !setting.ahead && above.is_some_and(|above| above.tense == Tense::Past && !above.planned);
    if reached && setting.dated {
        return Status::Happened;
    }
    let told = by_tense(document, group, setting);
    if told == Status::Happened && setting.ahead { Status::Planned } else { told }
}

fn by_tense(document: &Document, group: &VerbGroup, setting: &Setting) -> Status {
    match group.tense {
        Tense::Future => Status::Planned,
        Tense::Would if setting.reported && !group.perfect => Status::Planned,
        Tense::Would | Tense::Modal => Status::Possible,
        Tense::Past => Status::Happened,
        Tense::Present if group.perfect => Status::Happened,
        Tense::Present if setting.ahead => Status::Planned,
        Tense::Present if group.progressive => Status::Ongoing,
        // The historic present: "On March 17, 1974, the painter dies."
        Tense::Present if setting.dated && !document.has(group.head, Classes::AUXILIARY) => Status::Happened,
        Tense::Present if setting.heading || document.has(group.head, Classes::SAY) => Status::Happened,
        Tense::Present => Status::Ongoing,
        Tense::Bare if group.form == Form::Infinitive => Status::Planned,
        Tense::Bare => Status::Happened,
    }
}

/// Whether the verb says of what it takes that it is not so: "denied that his wife knew".
fn denies(document: &Document, group: &VerbGroup) -> bool {
    !group.negated && document.is_any(group.head, &["denied", "denies", "deny", "denying", "disputed", "disputes", "rejected", "rejects"])
}

/// "has been part of it since 1921": what began then and goes on.
fn lasts(document: &Document, clause: &Range<usize>) -> bool {
    clause.clone().any(|i| document.is(i, "since"))
}

/// Whether "if", "unless" or "whether" opens the clause.
fn is_conditional(document: &Document, group: &VerbGroup) -> bool {
    let opened = group.opener.is_some_and(|opener| document.is_any(opener, &["if", "unless", "whether"]));
    opened && matches!(group.kind, ClauseKind::Adverbial | ClauseKind::Content)
}
