//! Whether and how an event took place.

use super::Status;
use crate::clause::{ClauseKind, Form, Tense, VerbGroup};
use crate::lexicon::Classes;
use crate::tag::Tag;
use crate::text::{Document, Words, words};
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
    /// The date that the words give is the day of publication.
    pub today: bool,
    /// It goes on until the date that the words give.
    pub lasts: bool,
}

/// Adverbs, folded, of what comes again and again.
static OFTEN: Words = Words::new(&["repeatedly", "often", "regularly", "usually", "always", "routinely"]);

/// The status of the event that `group` names in `clause`.
///
/// `above` is the group on which it hangs.
pub(super) fn of(document: &Document, group: &VerbGroup, above: Option<&VerbGroup>, clause: &Range<usize>, setting: &Setting) -> Status {
    let nobody = document.has(clause.start, Classes::NEGATION) && group.is_finite();
    let denied =
        above.is_some_and(|above| group.kind == ClauseKind::Content && denies(document, above) || prevents(document, above, group));
    if is_conditional(document, group)
        || group.negated && may(document, group)
        || above.is_some_and(|above| leaves_open(document, above, group))
    {
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
    // "is due at 6 p.m."
    if group.tense == Tense::Present
        && setting.dated
        && document.has(group.head, Classes::AUXILIARY)
        && document.is(group.tokens.end, "due")
    {
        return Status::Planned;
    }
    if group.planned {
        let over = group.tense == Tense::Past && group.perfect;
        return if group.tense == Tense::Modal || over { Status::Possible } else { Status::Planned };
    }
    let alleged = clause.clone().any(|i| document.is_any(i, &HEARSAY)) || above.is_some_and(|above| accuses(document, above, group));
    // "came from behind to win": what was done to an end was done.
    let reached = group.form == Form::Infinitive
        && !setting.ahead
        && above.is_some_and(|above| above.tense == Tense::Past && !above.planned && !document.has(above.head, Classes::SAY_INFINITIVE));
    if reached && setting.dated {
        return Status::Happened;
    }
    match by_tense(document, group, setting) {
        Status::Happened if alleged => Status::Possible,
        Status::Happened if setting.ahead && group.tense != Tense::Past => Status::Planned,
        // "was expected in port on Friday", told before Friday is over.
        Status::Happened
            if (setting.ahead || setting.today)
                && group.passive
                && document.has(group.head, Classes::PLANNING)
                && !document.is_any(group.head, &["ordered", "invited", "promised", "agreed"]) =>
        {
            Status::Planned
        }
        told => told,
    }
}

/// Adverbs, folded, with which the text does not vouch for what it tells.
static HEARSAY: Words = Words::new(&["allegedly", "reportedly", "purportedly", "supposedly"]);

/// Verbs, folded, that say of a deed that somebody is said to have done it.
static ACCUSING: Words =
    Words::new(&["accused", "accuses", "accuse", "accusing", "charged", "charges", "suspected", "alleged", "alleges", "allege"]);

/// "is accused of shooting two men", "allege that he shot them".
fn accuses(document: &Document, above: &VerbGroup, group: &VerbGroup) -> bool {
    let deed = group.form == Form::Gerund || group.kind == ClauseKind::Content || group.form == Form::Infinitive && group.perfect;
    deed && document.is_any(above.head, &ACCUSING)
}

/// "prevented them from entering", "scrapped plans to open".
fn prevents(document: &Document, above: &VerbGroup, group: &VerbGroup) -> bool {
    let from = group.form == Form::Gerund && group.opener.is_some_and(|i| document.is(i, "from"));
    let kept =
        document.is_any(above.head, words!["prevented", "prevent", "prevents", "stopped", "stop", "stops", "barred", "kept", "banned"]);
    let plan = group.form == Form::Infinitive
        && group.tokens.start.checked_sub(1).is_some_and(|i| document.is_any(i, &["plan", "plans", "bid", "proposal"]));
    let dropped =
        document.is_any(above.head, words!["scrapped", "scraps", "cancelled", "canceled", "dropped", "abandoned", "shelved", "withdrew"]);
    from && kept || plan && dropped
}

/// "might not survive".
fn may(document: &Document, group: &VerbGroup) -> bool {
    document.is_any(group.tokens.start, &["may", "might"])
}

fn by_tense(document: &Document, group: &VerbGroup, setting: &Setting) -> Status {
    match group.tense {
        Tense::Future => Status::Planned,
        Tense::Would if setting.reported && !group.perfect => Status::Planned,
        Tense::Modal if document.is_any(group.tokens.start, &["must", "shall"]) && !group.perfect => Status::Planned,
        Tense::Would | Tense::Modal => Status::Possible,
        Tense::Past => Status::Happened,
        Tense::Present if group.perfect => Status::Happened,
        Tense::Present if setting.ahead || setting.today && !document.has(group.head, Classes::AUXILIARY | Classes::SAY) => Status::Planned,
        Tense::Present if group.progressive => Status::Ongoing,
        Tense::Present if setting.lasts => Status::Ongoing,
        // "now expects earnings of two marks in 2019".
        Tense::Present if setting.dated && document.has(group.head, Classes::PLANNING) && !setting.heading => Status::Ongoing,
        // The historic present: "On March 17, 1974, the painter dies."
        Tense::Present if setting.dated && !document.has(group.head, Classes::AUXILIARY) => Status::Happened,
        Tense::Present if setting.heading || document.has(group.head, Classes::SAY) => Status::Happened,
        Tense::Present => Status::Ongoing,
        Tense::Bare if group.form == Form::Infinitive => Status::Planned,
        Tense::Bare => Status::Happened,
    }
}

/// Verbs, folded, that say of what they take that it is not so.
static DENYING: Words = Words::new(&["denied", "denies", "deny", "denying", "disputed", "disputes", "dispute", "rejected", "rejects"]);

/// Verbs, folded, of what somebody took to be so, and need not be.
static BELIEVING: Words = Words::new(&["believed", "thought", "assumed", "hoped", "feared", "imagined"]);

/// Whether the verb says of what it takes that it is not so: "denied that his wife knew".
fn denies(document: &Document, group: &VerbGroup) -> bool {
    !group.negated && document.is_any(group.head, &DENYING)
}

/// Whether the verb leaves open what it takes: "did not deny that they met", "believed the wall would hold".
fn leaves_open(document: &Document, above: &VerbGroup, group: &VerbGroup) -> bool {
    let undenied = above.negated && document.is_any(above.head, &DENYING);
    let believed = group.tense == Tense::Would && above.tense == Tense::Past && document.is_any(above.head, &BELIEVING);
    group.kind == ClauseKind::Content && (undenied || believed)
}

/// "has been part of it since 1921": what began then and goes on.
fn lasts(document: &Document, clause: &Range<usize>) -> bool {
    // "have since been scanned": it took place.
    clause.clone().any(|i| document.is(i, "since") && document.tag(i + 1) != Some(Tag::Vbn))
}

/// Whether "if", "unless" or "whether" opens the clause.
fn is_conditional(document: &Document, group: &VerbGroup) -> bool {
    let opened = group.opener.is_some_and(|opener| document.is_any(opener, &["if", "unless", "whether"]));
    // "Had the dam failed": a condition without "if".
    let inverted =
        group.is_finite() && document.sentence_tokens(group.head).start == group.tokens.start && document.is(group.tokens.start, "had");
    inverted || opened && matches!(group.kind, ClauseKind::Adverbial | ClauseKind::Content)
}
