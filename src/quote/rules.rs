//! The rules that find quotations, as records in one ordered list.
//!
//! A rule is tried at an item of a clause: at a reporting word, at words in
//! quotation marks, or at any item. The first that fits makes the quotation.

use super::clause::Clause;
use super::frame::Frame;
use super::{blocks, frames, idioms};
use crate::finding::examples;
use std::ops::Range;

/// Where a rule is tried.
#[derive(Clone, Copy)]
pub(super) enum Reads {
    /// At a reporting verb, with its frame.
    Verb(fn(&Clause, &Frame) -> Option<Parts>),
    /// At each item that is not part of an earlier quotation.
    Item(fn(&Clause, usize) -> Option<Parts>),
    /// At words in quotation marks that no other rule took; see `lone`.
    Lone,
}

/// What a rule found, in items of the clause.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// The contents.
    pub contents: Vec<Range<usize>>,
    /// The reporting words.
    pub cue: Option<Range<usize>>,
    /// The words for who speaks.
    pub source: Option<Range<usize>>,
    /// Whether the contents are the very words without marks, to the end of the paragraph, as in a transcript.
    pub transcript: bool,
}

impl Parts {
    /// One content without cue and source.
    pub fn of(content: Range<usize>) -> Self {
        Self { contents: std::iter::once(content).collect(), ..Self::default() }
    }

    /// From the first to the last of its items.
    pub fn extent(&self) -> Range<usize> {
        let all = || self.contents.iter().chain(&self.cue).chain(&self.source);
        all().map(|items| items.start).min().unwrap_or(0)..all().map(|items| items.end).max().unwrap_or(0)
    }

    /// The same with these reporting words and this source.
    pub fn said(self, cue: Option<Range<usize>>, source: Range<usize>) -> Self {
        Self { cue, source: Some(source), ..self }
    }
}

/// A sentence with what a rule must find in it.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    /// The text.
    pub text: &'static str,
    /// The words for who speaks; empty where none stand beside the cue.
    pub source: &'static str,
    /// The reporting words; empty where there are none.
    pub cue: &'static str,
    /// The contents, joined by " … ".
    pub contents: &'static str,
}

/// One way in which texts report speech.
pub struct Rule {
    /// Its stable name.
    pub name: &'static str,
    /// One sentence for the reader.
    pub why: &'static str,
    /// How often it is right about who said the words.
    pub confidence: f32,
    pub(super) reads: Reads,
    /// What it accepts.
    pub accepts: &'static [Example],
    /// Look-alikes in which it must find nothing.
    pub rejects: &'static [&'static str],
}

const fn example(text: &'static str, source: &'static str, cue: &'static str, contents: &'static str) -> Example {
    Example { text, source, cue, contents }
}

/// Every rule, in the order in which they are tried.
pub static RULES: &[Rule] = &[
    Rule {
        name: "cue-between",
        why: "The reporting words stand between two parts of one quotation in marks.",
        confidence: 0.97,
        reads: Reads::Verb(frames::cue_between),
        accepts: examples(&[example("“The dam,” Ilse Marten said, “will hold.”", "Ilse Marten", "said", "The dam, … will hold.")]),
        rejects: examples(&["“The dam” is a film, and “The River” is a play."]),
    },
    Rule {
        name: "cue-after",
        why: "The words in quotation marks are followed by who said them.",
        confidence: 0.97,
        reads: Reads::Verb(frames::cue_after),
        accepts: examples(&[
            example("“We will rebuild the bridge,” said Mayor Ilse Marten.", "Mayor Ilse Marten", "said", "We will rebuild the bridge,"),
            example("“Is it safe?” she asked.", "she", "asked", "Is it safe?"),
            example(
                "\"It is late,\" Tom Okoro, a spokesman for the port, told reporters.",
                "Tom Okoro, a spokesman for the port",
                "told",
                "It is late,",
            ),
        ]),
        rejects: examples(&["The “green belt” was drawn by planners in May."]),
    },
    Rule {
        name: "verb-after-marks",
        why: "The words in quotation marks are followed by a person and what the person did in saying them.",
        confidence: 0.88,
        reads: Reads::Item(blocks::any_verb),
        accepts: examples(&[example(
            "“Nobody asked me about it,” Ilse Marten frowned.",
            "Ilse Marten",
            "frowned",
            "Nobody asked me about it,",
        )]),
        rejects: examples(&["“Oh, the River!” opened in Orle on Friday."]),
    },
    Rule {
        name: "cue-before",
        why: "Who speaks and a reporting word stand before the words in quotation marks.",
        confidence: 0.9,
        reads: Reads::Verb(frames::cue_before),
        accepts: examples(&[
            example("Ilse Marten said: “The dam will hold.”", "Ilse Marten", "said", "The dam will hold."),
            example("The minister told reporters on Monday, “We are ready.”", "The minister", "told", "We are ready."),
        ]),
        rejects: examples(&["Ilse Marten lives in the so-called “White House” on Mill Lane."]),
    },
    Rule {
        name: "colon-after-cue",
        why: "A reporting word with a colon stands before the words.",
        confidence: 0.85,
        reads: Reads::Verb(frames::colon),
        accepts: examples(&[example("The minister said: The dam will hold.", "The minister", "said", "The dam will hold")]),
        rejects: examples(&["Three towns were hit: Orle, Vask and Penn."]),
    },
    Rule {
        name: "quoted-as-saying",
        why: "Somebody is quoted by others as saying this.",
        confidence: 0.92,
        reads: Reads::Verb(frames::quoted_as_saying),
        accepts: examples(&[example(
            "Mr. Okoro was quoted as saying the port would close.",
            "Mr. Okoro",
            "quoted as saying",
            "the port would close",
        )]),
        rejects: examples(&["The price was quoted on Monday at two dollars."]),
    },
    Rule {
        name: "that-clause",
        why: "A reporting word is followed by what was said, introduced by “that”.",
        confidence: 0.93,
        reads: Reads::Verb(frames::that_clause),
        accepts: examples(&[
            example("The mayor told residents that the bridge would reopen.", "The mayor", "told", "that the bridge would reopen"),
            example("Officials announced on Friday that talks will begin.", "Officials", "announced", "that talks will begin"),
        ]),
        rejects: examples(&["The engineers did not say that the dam had failed."]),
    },
    Rule {
        name: "question-clause",
        why: "A reporting word is followed by what was asked or explained.",
        confidence: 0.87,
        reads: Reads::Verb(frames::question_clause),
        accepts: examples(&[example("She asked whether the dam would hold.", "She", "asked", "whether the dam would hold")]),
        rejects: examples(&["She lives where the dam was built."]),
    },
    Rule {
        name: "asked",
        why: "Somebody is asked or told this; who asks stands behind “by” or is not named.",
        confidence: 0.6,
        reads: Reads::Verb(frames::asked),
        accepts: examples(&[
            example("Asked whether the dam was safe, Ilse Marten nodded.", "", "Asked", "whether the dam was safe"),
            example("The mayor was asked by residents why the road was closed.", "residents", "asked", "why the road was closed"),
        ]),
        rejects: examples(&["The mayor was asked to leave the hall."]),
    },
    Rule {
        name: "named-by",
        why: "Something is called this by whoever stands behind “by”.",
        confidence: 0.9,
        reads: Reads::Verb(frames::named_by),
        accepts: examples(&[
            example("The plan was branded “a mess” by Ilse Marten.", "Ilse Marten", "branded", "a mess"),
            example("The plan was described by engineers as “a joke”.", "engineers", "described", "a joke"),
        ]),
        rejects: examples(&["The boat was called “Ida” in those days."]),
    },
    Rule {
        name: "heard",
        why: "A court or an inquest hears this; who said it is not named.",
        confidence: 0.6,
        reads: Reads::Item(idioms::heard),
        accepts: examples(&[example(
            "The court heard that the dam had leaked for years.",
            "",
            "heard",
            "that the dam had leaked for years",
        )]),
        rejects: examples(&["The court heard two witnesses on Monday."]),
    },
    Rule {
        name: "parenthetical",
        why: "Who said it stands between commas inside what was said.",
        confidence: 0.96,
        reads: Reads::Verb(frames::parenthetical),
        accepts: examples(&[example(
            "The tunnel, the ministry said, would be opened by the king.",
            "the ministry",
            "said",
            "The tunnel … would be opened by the king",
        )]),
        rejects: examples(&["The tunnel, which he likes, would be opened by the king."]),
    },
    Rule {
        name: "clause-before",
        why: "What was said comes first and is followed by who said it.",
        confidence: 0.96,
        reads: Reads::Verb(frames::clause_before),
        accepts: examples(&[example(
            "The tram line will close in June, the deputy mayor said on Monday.",
            "the deputy mayor",
            "said",
            "The tram line will close in June",
        )]),
        rejects: examples(&["The tram line will close in June, the deputy mayor hopes."]),
    },
    Rule {
        name: "infinitive",
        why: "A promise, demand or request is reported with “to” and a verb.",
        confidence: 0.82,
        reads: Reads::Verb(frames::infinitive),
        accepts: examples(&[
            example("The union vowed to strike in March.", "The union", "vowed", "to strike in March"),
            example("The king urged residents to leave the valley.", "The king", "urged", "residents to leave the valley"),
        ]),
        rejects: examples(&["A spokeswoman for the port declined to comment."]),
    },
    Rule {
        name: "accusation",
        why: "An accusation names who is accused and of what.",
        confidence: 0.9,
        reads: Reads::Verb(frames::accusation),
        accepts: examples(&[example(
            "The union accuses the port of hiding its losses.",
            "The union",
            "accuses",
            "the port of hiding its losses",
        )]),
        rejects: examples(&["He stands accused."]),
    },
    Rule {
        name: "bare-clause",
        why: "A reporting word is followed directly by what was said.",
        confidence: 0.95,
        reads: Reads::Verb(frames::bare_clause),
        accepts: examples(&[
            example("The ministry insists its roads are safe.", "The ministry", "insists", "its roads are safe"),
            example("Ilse Marten said the plan was “a bad joke.”", "Ilse Marten", "said", "the plan was “a bad joke.”"),
        ]),
        rejects: examples(&["Ilse Marten said nothing."]),
    },
    Rule {
        name: "object",
        why: "A reporting word is followed by a noun phrase that names what was said.",
        confidence: 0.85,
        reads: Reads::Verb(frames::object),
        accepts: examples(&[
            example("The firm denied any part in the fraud.", "The firm", "denied", "any part in the fraud"),
            example("His lawyer called the verdict “a scandal.”", "His lawyer", "called", "the verdict “a scandal.”"),
        ]),
        rejects: examples(&["The firm was denied a loan."]),
    },
    Rule {
        name: "according-to",
        why: "The text names its source with “according to” or “in the words of”.",
        confidence: 0.96,
        reads: Reads::Item(idioms::according_to),
        accepts: examples(&[
            example("According to the port, the ship sank.", "the port", "According to", "the ship sank"),
            example("The ship sank at dawn, according to Captain Ede Roos.", "Captain Ede Roos", "according to", "The ship sank at dawn"),
            example("In the words of Captain Roos, the sea was flat.", "Captain Roos", "In the words of", "the sea was flat"),
            example("In her view, the bridge can wait.", "her", "In her view", "the bridge can wait"),
        ]),
        rejects: examples(&["The chairs were placed according to height.", "In view of the storm, the port was closed."]),
    },
    Rule {
        name: "as-put-it",
        why: "The clause with “as” names who said it.",
        confidence: 0.88,
        reads: Reads::Item(idioms::as_put_it),
        accepts: examples(&[
            example("As Ilse Marten put it, the dam is tired.", "Ilse Marten", "put it", "the dam is tired"),
            example("The dam, as engineers have pointed out, is old.", "engineers", "pointed out", "The dam … is old"),
        ]),
        rejects: examples(&["As Ilse Marten left the hall, the lights went out."]),
    },
    Rule {
        name: "noun-of-saying",
        why: "A noun such as “claim” or “warning” is followed by what was said.",
        confidence: 0.75,
        reads: Reads::Item(idioms::noun_of_saying),
        accepts: examples(&[
            example(
                "Nobody in Orle believes the minister's claim that the ship was safe.",
                "the minister's",
                "claim",
                "that the ship was safe",
            ),
            example("His claim that the dam was safe was rejected.", "His", "claim", "that the dam was safe"),
        ]),
        rejects: examples(&["His warning came late."]),
    },
    Rule {
        name: "name-after-dash",
        why: "A dash and a name follow the words in quotation marks.",
        confidence: 0.96,
        reads: Reads::Item(blocks::name_after_dash),
        accepts: examples(&[example("“The harbour is our home.” — Captain Ede Roos", "Captain Ede Roos", "", "The harbour is our home.")]),
        rejects: examples(&["“The harbour” — a film — opens on Friday."]),
    },
    Rule {
        name: "label",
        why: "The speaker's name and a colon stand before the words, as in a transcript.",
        confidence: 0.88,
        reads: Reads::Item(blocks::label),
        accepts: examples(&[example("A: I have not seen the letter.", "A", "", "I have not seen the letter.")]),
        rejects: examples(&["Weather: Rain is expected in the north."]),
    },
    Rule {
        name: "headline",
        why: "The headline names its source before or behind a colon.",
        confidence: 0.8,
        reads: Reads::Item(blocks::headline),
        accepts: examples(&[
            example("Marten: Bridge stays closed\n\nIlse Marten spoke on Monday.", "Marten", "", "Bridge stays closed"),
            example("Dam was unsafe for years: report\n\nIt broke on Monday.", "report", "", "Dam was unsafe for years"),
        ]),
        rejects: examples(&["Orle bridge: Cracks found\n\nIt was closed on Monday.", "Analysis: Cracks found\n\nIt was closed on Monday."]),
    },
    Rule {
        name: "colon-before-marks",
        why: "A sentence with a colon leads in the words in quotation marks.",
        confidence: 0.85,
        reads: Reads::Item(blocks::colon_before_marks),
        accepts: examples(&[example(
            "The captain was blunt: “There is no other boat.”",
            "The captain",
            "was blunt",
            "There is no other boat.",
        )]),
        rejects: examples(&["The film has a new name: “Harbour.”"]),
    },
    Rule {
        name: "lead-in",
        why: "The line above ends with a colon and names who speaks.",
        confidence: 0.88,
        reads: Reads::Lone,
        accepts: examples(&[
            example("The union wrote in its letter:\n\n“We cannot go on like this.”", "The union", "wrote", "We cannot go on like this."),
            example(
                "And from Captain Roos:\n\n“The harbour was home to us all.”",
                "Captain Roos",
                "And from",
                "The harbour was home to us all.",
            ),
        ]),
        rejects: examples(&["On the shelf:\n\nTwo boxes."]),
    },
    Rule {
        name: "floating",
        why: "A sentence in quotation marks follows a quotation and names no other speaker.",
        confidence: 0.95,
        reads: Reads::Lone,
        accepts: examples(&[example("“It is late,” Ilse Marten said. “We must go home now.”", "", "", "We must go home now.")]),
        rejects: examples(&["Ilse Marten said it was late. They read “Harbour” aloud."]),
    },
    Rule {
        name: "sentence-before",
        why: "A sentence in quotation marks follows a sentence about this person.",
        confidence: 0.55,
        reads: Reads::Lone,
        accepts: examples(&[example(
            "Ilse Marten was furious. “They never asked us about the dam.”",
            "Ilse Marten",
            "",
            "They never asked us about the dam.",
        )]),
        rejects: examples(&["Rain fell. The “Harbour” sank."]),
    },
    Rule {
        name: "no-speaker",
        why: "These words stand in quotation marks, and the text does not say whose they are.",
        confidence: 0.3,
        reads: Reads::Lone,
        accepts: examples(&[example("“They never asked us about the dam.”", "", "", "They never asked us about the dam.")]),
        rejects: examples(&["“Harbour”"]),
    },
];

/// The rule of that name; the first rule where there is none.
pub(super) fn named(name: &str) -> &'static Rule {
    RULES.iter().find(|rule| rule.name == name).unwrap_or(&RULES[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Analysis, Options, analyze};

    fn of_rule<'a>(analysis: &'a Analysis, rule: &Rule) -> Vec<&'a crate::quote::Quotation> {
        analysis.quotations.iter().filter(|quotation| quotation.grounds.rule == rule.name).collect()
    }

    #[test]
    fn every_rule_accepts_its_examples() {
        let mut wrong = Vec::new();
        for rule in RULES {
            assert!(!rule.accepts.is_empty() && !rule.rejects.is_empty(), "expected examples and look-alikes of {}", rule.name);
            for example in rule.accepts {
                let analysis = analyze(example.text, &Options::default());
                let slice = |span: Option<crate::text::Span>| span.map(|span| span.of(example.text)).unwrap_or_default();
                let found = of_rule(&analysis, rule).into_iter().any(|quotation| {
                    let contents = quotation.contents.iter().map(|span| span.of(example.text)).collect::<Vec<_>>().join(" … ");
                    let source = if quotation.continues.is_some() { "" } else { slice(quotation.source) };
                    contents == example.contents && slice(quotation.cue) == example.cue && source == example.source
                });
                if !found {
                    wrong.push(format!("{}: expected {:?}, but found {:?}", rule.name, example, of_rule(&analysis, rule)));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn every_rule_rejects_its_look_alikes() {
        let mut wrong = Vec::new();
        for rule in RULES {
            for text in rule.rejects {
                let analysis = analyze(text, &Options::default());
                if !of_rule(&analysis, rule).is_empty() {
                    wrong.push(format!("{}: found something in {text:?}", rule.name));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
