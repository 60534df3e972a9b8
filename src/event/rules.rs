//! What makes an event: one record a rule, in the order in which they are asked.

use crate::clause::{Form, Tense, VerbGroup};
use crate::finding::examples;

/// One way in which a text tells of an event.
pub struct Rule {
    /// Its stable name.
    pub name: &'static str,
    /// What it goes by, for the reader; the words on the date follow behind a semicolon.
    pub about: &'static str,
    /// Whether a verb group is one of its kind; `None` for the rule of nouns.
    pub(super) reads: Option<fn(&VerbGroup) -> bool>,
    /// Sentences with the trigger that it finds in them.
    pub accepts: &'static [(&'static str, &'static str)],
    /// Look-alikes, in which it finds nothing.
    pub rejects: &'static [&'static str],
}

/// Every rule. For a verb group the first that reads it counts.
pub static RULES: &[Rule] = &[
    Rule {
        name: "planned-verb",
        about: "A word of planning leads to the verb",
        reads: Some(|group| group.planned),
        accepts: examples(&[
            ("The ministers plan to meet on Monday.", "meet"),
            ("The bridge is to open in March.", "open"),
            ("The talks are expected to begin on Monday.", "begin"),
        ]),
        rejects: examples(&["The ministers met on Monday.", "They went to the market on Monday."]),
    },
    Rule {
        name: "past-verb",
        about: "The verb stands in the past",
        reads: Some(|group| group.tense == Tense::Past || group.tense == Tense::Present && group.perfect && !group.progressive),
        accepts: examples(&[
            ("The ministers met on Monday.", "met"),
            ("Two people were injured on Monday.", "injured"),
            ("The court has ruled.", "ruled"),
        ]),
        rejects: examples(&["The ministers will meet on Monday.", "A newly painted bridge."]),
    },
    Rule {
        name: "future-verb",
        about: "The verb stands in the future",
        reads: Some(|group| group.tense == Tense::Future),
        accepts: examples(&[("The ministers will also meet on Monday.", "meet")]),
        rejects: examples(&["He wrote his will on Monday.", "The ministers met on Monday."]),
    },
    Rule {
        name: "would-verb",
        about: "The verb stands behind “would”",
        reads: Some(|group| group.tense == Tense::Would),
        accepts: examples(&[("The minister said the plant would close in June.", "close")]),
        rejects: examples(&["The plant will close in June."]),
    },
    Rule {
        name: "modal-verb",
        about: "The verb stands behind a word of possibility, such as “may” or “could”",
        reads: Some(|group| group.tense == Tense::Modal),
        accepts: examples(&[("The plant could close in June.", "close")]),
        rejects: examples(&["The plant closed in May."]),
    },
    Rule {
        name: "progressive-verb",
        about: "The verb tells of something that goes on",
        reads: Some(|group| group.tense == Tense::Present && group.progressive),
        accepts: examples(&[("The rescuers are searching the valley.", "searching")]),
        rejects: examples(&["The searching went badly.", "The rescuers searched the valley."]),
    },
    Rule {
        name: "present-verb",
        about: "The verb stands in the present",
        reads: Some(|group| group.tense == Tense::Present),
        accepts: examples(&[("She leads the search in the valley.", "leads")]),
        rejects: examples(&["She led the search in the valley."]),
    },
    Rule {
        name: "bare-verb",
        about: "A verb without a tense of its own has its own date",
        reads: Some(|group| group.form != Form::Finite),
        accepts: examples(&[
            ("Lind, born in Carrick on 3 May 1950, leads the party.", "born"),
            ("The board has the power to close the mill in June.", "close"),
        ]),
        rejects: examples(&["Lind, born in Carrick, leads the party."]),
    },
    Rule {
        name: "dated-noun",
        about: "A noun for something that happens has its date beside it",
        reads: None,
        accepts: examples(&[("The council spoke about Tuesday's vote.", "vote"), ("Many remember the 2011 earthquake.", "earthquake")]),
        rejects: examples(&["The council spoke about the vote.", "He lives in a 1930s house."]),
    },
    Rule {
        name: "known-noun",
        about: "The noun leads back to something of which the text tells",
        reads: None,
        accepts: examples(&[("The army invaded on Monday. Many fled before the invasion.", "invasion")]),
        rejects: examples(&[
            "Many fled before the invasion.",
            "The army invaded on Monday. It was the invasion of another valley that shook them.",
        ]),
    },
];

/// The rule of nouns that have their date beside them.
pub(super) fn of_dated_nouns() -> &'static Rule {
    &RULES[RULES.len() - 2]
}

/// The rule of nouns that lead back, which stands last.
pub(super) fn of_known_nouns() -> &'static Rule {
    &RULES[RULES.len() - 1]
}

/// The rule that reads a verb group.
pub(super) fn of_verb(group: &VerbGroup) -> &'static Rule {
    RULES.iter().find(|rule| rule.reads.is_some_and(|reads| reads(group))).unwrap_or(of_dated_nouns())
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::{Options, analyze};

    /// The triggers that `rule` finds in `text`.
    fn triggers<'t>(rule: &str, text: &'t str) -> Vec<&'t str> {
        let analysis = analyze(text, &Options { published: "2015-12-11".parse().ok(), ..Options::default() });
        let events = analysis.events.iter().filter(|event| event.grounds.rule == rule);
        events.map(|event| event.trigger.of(text)).collect()
    }

    #[test]
    fn every_rule_finds_its_examples_and_no_look_alike() {
        for rule in RULES {
            assert!(!rule.accepts.is_empty() && !rule.rejects.is_empty(), "{} has no examples", rule.name);
            for (text, trigger) in rule.accepts {
                assert_eq!(triggers(rule.name, text), [*trigger], "{}: {text}", rule.name);
            }
            for text in rule.rejects {
                assert!(triggers(rule.name, text).is_empty(), "{}: {text}", rule.name);
            }
        }
    }
}
