//! The worst inputs at full size: none takes more steps a byte than it takes when it is short.
//!
//! `tests/linear.rs` tries more kinds of text, each at a small size. Here are those that people send to break a reader, as large
//! as they send them, and the readers of files besides: corrections, web pages, Markdown. What counts no steps is held to the
//! processor's time, as there.
#![cfg(debug_assertions)]

mod names;

use cpu_time::ThreadTime;
use names::invented;
use saywhen::app::inert::Inert;
use saywhen::app::marked;
use saywhen::app::shallow::shallow;
use saywhen::event::Status;
use saywhen::item::Item;
use saywhen::review::{Addition, Edit, Kind, Review, Subject, Verdict, Words, file};
use saywhen::text::{Span, steps};
use saywhen::{Analysis, Options, analyze};
use std::time::Duration;

/// At most so many times the steps a byte, or an edit, of the short input.
const STEPS: f64 = 1.2;

/// At most so many times the time for ten times the input.
const TIME: f64 = 40.0;

/// Texts of many pieces: what they are, the piece, how many.
const TEXTS: &[(&str, &str, usize)] = &[
    ("a million opening marks", "“", 1_000_000),
    ("a million straight marks", "\"", 1_000_000),
    ("ten million letters without a space", "a", 10_000_000),
    ("signs without a space", "a,b.c-d/e'f", 30_000),
    ("a hundred thousand dates", "on March 5, 2021 ", 100_000),
    ("a zero-width storm", "\u{200b}\u{200d}\u{2060}\u{feff}", 800_000),
    ("words with zero-width joints", "s\u{200b}a\u{200d}i\u{2060}d ", 7_000),
    ("a storm of overrides", "\u{202e}\u{202d}\u{2066}\u{202c}\u{2069}", 200_000),
    ("words with overrides", "\u{202e}said \u{2066}“No” \u{202c}\u{2069}", 7_000),
    ("marks within marks that never end", "“‘", 100_000),
    ("words within marks that never end", "“a ‘b ", 15_000),
    ("marks that cross", "“‘a”’", 15_000),
    // Halves of a pair come from JavaScript as one sign each, from a file as three.
    ("half pairs", "“\u{fffd}” said \u{fffd}\u{fffd}\u{fffd} ", 7_000),
    ("half pairs alone", "\u{fffd}", 300_000),
    ("accents on one letter", "\u{301}", 1_000_000),
];

#[test]
fn large_texts_take_as_many_steps_a_byte_as_short_ones() {
    let rows = TEXTS.iter().map(|(name, piece, count)| (*name, piece.repeat(20_000 / piece.len()), piece.repeat(*count)));
    let nested = |depth: usize| ["“‘".repeat(depth), "No.".to_owned(), "’”".repeat(depth)].concat();
    let told = |depth: usize| ["“a ‘b ".repeat(depth), "he said.".to_owned(), " b’ a”".repeat(depth)].concat();
    let nested = [
        ("marks within marks", nested(1_500), nested(50_000)),
        ("words within marks", told(1_000), told(10_000)),
        ("half pairs as bytes", surrogates(500), surrogates(5_000)),
    ];
    let mut failures = Vec::new();
    for (name, short, long) in rows.chain(nested) {
        let [few, many] = [&short, &long].map(|text| counted(|| drop(analyze(text, &Options::default()))) as f64 / text.len() as f64);
        if many > few * STEPS {
            failures.push(format!("{name}: {few:.2} steps a byte became {many:.2}"));
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

/// Half pairs as they stand in a file, between words.
fn surrogates(count: usize) -> String {
    String::from_utf8_lossy(&b"Lind said: \"\xed\xa0\x80 No \xed\xb0\x80\" on Monday. ".repeat(count)).into_owned()
}

/// The steps of some work.
fn counted(work: impl FnOnce()) -> u64 {
    let before = steps::taken();
    work();
    steps::taken() - before
}

/// Makes the edits of a finding of an article: the article, what is in it, its number.
type Corrections = fn(&str, &Analysis, usize) -> Vec<Edit>;

/// Kinds of corrections, each for all findings of an article.
const CORRECTIONS: &[(&str, Corrections)] = &[
    ("judgements", |text, found, i| {
        let items = [Item::Timex(i), Item::Entity(i), Item::Quotation(i), Item::Event(i)];
        let subjects = items.into_iter().filter_map(|item| Subject::of(text, found, item));
        subjects.map(|of| Edit::Judge { of, verdict: Some(Verdict::Right) }).collect()
    }),
    ("dates", |text, found, i| {
        let [timex, event] = [Item::Timex(i), Item::Event(i)].map(|item| Subject::of(text, found, item));
        let from = Subject::of(text, found, Item::Timex(i / 2));
        let anchor = timex.clone().map(|of| Edit::Anchor { of, from });
        let date = |of| Edit::Date { of, value: Some("2015-12-11".to_owned()) };
        anchor.into_iter().chain(timex.map(date)).chain(event.map(date)).collect()
    }),
    ("speakers and statuses", |text, found, i| {
        let [quotation, event] = [Item::Quotation(i), Item::Event(i)].map(|item| Subject::of(text, found, item));
        let speaker = Subject::of(text, found, Item::Entity(found.entities.len().saturating_sub(i + 1)));
        let spoken = quotation.map(|of| Edit::Speaker { of, speaker });
        spoken.into_iter().chain(event.map(|of| Edit::Status { of, status: Status::Denied })).collect()
    }),
    ("all people made one", |text, found, i| merged(text, found, i + 1, 0)),
    ("people parted", |text, found, i| {
        let of = Subject::of(text, found, Item::Entity(i));
        of.into_iter().map(|of| Edit::Split { words: of.words.clone(), of }).collect()
    }),
    ("additions", |text, found, i| {
        let Some(Subject { words, .. }) = Subject::of(text, found, Item::Event(i)) else { return Vec::new() };
        let event = Addition::Event { value: Some("2015".to_owned()), status: Status::Planned };
        let additions = [Addition::Timex { value: "2015".to_owned() }, event, Addition::Quotation { speaker: None }];
        additions.map(|addition| Edit::Add { words: words.clone(), addition }).into()
    }),
    ("words of another kind", |text, found, i| {
        let of = Subject::of(text, found, Item::Event(i)).map(|of| Subject { kind: Kind::Timex, ..of });
        of.into_iter().map(|of| Edit::Note { of, note: "Why?".to_owned() }).collect()
    }),
];

fn merged(text: &str, found: &Analysis, gone: usize, stays: usize) -> Vec<Edit> {
    let subject = |i| Subject::of(text, found, Item::Entity(i));
    subject(gone).zip(subject(stays)).map(|(of, into)| Edit::Merge { of, into }).into_iter().collect()
}

/// A text with ever new people, who say and do something on ever new days.
fn story(people: usize) -> String {
    let person = |i: usize| {
        let name = invented(i);
        format!("“The dam of {name} holds,” said Rosa {name} on May {}, {}. {name} resigned.\n\n", i % 28 + 1, 1000 + i % 1000)
    };
    (0..people).map(person).collect()
}

#[test]
fn corrections_take_steps_in_proportion() {
    let [short, long] = [story(100), story(1_000)];
    let mut failures = Vec::new();
    for (name, corrections) in CORRECTIONS {
        let [few, many] = [&short, &long].map(|text| {
            let found = analyze(text, &Options::default());
            let edits: Vec<Edit> = (0..found.events.len()).flat_map(|i| corrections(text, &found, i)).collect();
            assert!(edits.len() >= text.len() / 200, "{name}: {} edits", edits.len());
            let (review, start) = (Review::of(edits), ThreadTime::now());
            let taken = counted(|| drop(review.apply(text, &found))) + counted(|| drop(analyze(text, &review.options(text))));
            // The same corrections after the text has changed at its beginning, so that all words have moved.
            let changed = ["It rained all day.\n\n", text].concat();
            let again = counted(|| drop(review.apply(&changed, &analyze(&changed, &review.options(&changed)))));
            (taken + again, start.elapsed())
        });
        failures.extend(growth(name, few, many));
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

#[test]
fn a_hundred_thousand_corrections_are_read_and_made() {
    let text = story(500);
    let found = analyze(&text, &Options::default());
    // To part somebody takes as many steps as there are words for them, and here all are made one.
    let kinds: Vec<Corrections> = CORRECTIONS.iter().filter(|(name, _)| *name != "people parted").map(|(_, kind)| *kind).collect();
    let one = |i: usize| kinds[i % kinds.len()](&text, &found, i / kinds.len() % found.events.len());
    let review = |count: usize| Review::of((0..).flat_map(one).take(count).collect());
    let [few, many] = [10_000, 100_000].map(|count| {
        let written = file::write(&text, &review(count)).unwrap_or_default();
        let start = ThreadTime::now();
        let saved = file::read(&written).ok();
        assert_eq!(saved.as_ref().map(|saved| saved.review.edits().len()), Some(count));
        let taken = counted(|| drop(saved.map(|saved| (saved.review.apply(&text, &found), saved.review.options(&text)))));
        (taken, start.elapsed())
    });
    let failure = growth("a hundred thousand corrections", few, many);
    assert_eq!(failure, None);
}

/// Markup and Markdown that is one piece over and over.
const MARKUP: &[(&str, &str)] = &[
    ("elements within elements", "<b>"),
    ("opening brackets", "<"),
    ("a quoted attribute that never ends", "<p a=\""),
    ("attributes that never end", "<p a=b "),
    ("many attributes", " a=b"),
    ("comments", "<!-- a -->"),
    ("comments that never end", "<!--"),
    ("comments with another end", "<!-- a --!>"),
    ("declarations", "<!a>"),
    ("end tags", "</p "),
    ("scripts", "<script></script>"),
    ("scripts that never end", "<script>"),
    ("scripts within scripts", "<script><!--<script></script>"),
    ("titles that never end", "<svg><title/>"),
    ("titles that almost end", "<title></titl"),
    ("quotations within quotations", "> "),
    ("lists within lists", "- "),
    ("lists within quotations", "> 1. "),
    ("emphasis that never ends", "**a*"),
    ("links that never end", "[a]("),
    ("images within images", "!["),
    ("marks of code", "` `` ```"),
    ("references", "[a]: b\n"),
    ("front matter", "---\na: b\n"),
];

#[test]
fn markup_takes_time_in_proportion() {
    let lazy = |length: usize| "> ".repeat(length / 4) + "a\n" + &"b\n".repeat(length / 4);
    let steps = |length: usize| (0..length.isqrt()).map(|i| " ".repeat(i * 2) + "- a\n").collect::<String>();
    let pieces = MARKUP.iter().map(|(name, piece)| (*name, [30_000, 300_000].map(|length: usize| piece.repeat(length / piece.len()))));
    let others =
        [("lines that go on with deep quotations", [30_000, 300_000].map(lazy)), ("lists like stairs", [30_000, 300_000].map(steps))];
    let mut failures = Vec::new();
    for (name, [short, long]) in pieces.chain(others) {
        failures.extend(growth(
            &format!("{name}, as a page"),
            timed(&short, |text| drop(Inert::of(&shallow(text)))),
            timed(&long, |text| drop(Inert::of(&shallow(text)))),
        ));
        failures.extend(growth(&format!("{name}, as Markdown"), timed(&short, unmark), timed(&long, unmark)));
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

fn unmark(markdown: &str) {
    drop(marked::read(markdown));
}

/// The time of some work, which counts no steps.
fn timed(text: &str, work: impl Fn(&str)) -> (u64, Duration) {
    let start = ThreadTime::now();
    work(text);
    (1, start.elapsed())
}

/// Words that a reader adds as somebody's stand at many places; the places of all that is added are not all kept.
#[test]
fn added_people_do_not_multiply_the_text() {
    let text = "Lind ".repeat(5_000);
    let added = |i: usize| Edit::Add { words: Words::of(&text, Span::new(i * 5, i * 5 + 4)), addition: Addition::Entity };
    let review = Review::of((0..5_000).map(added).collect());
    let analysis = review.apply(&text, &analyze(&text, &Options::default())).analysis;
    let mentions: usize = analysis.entities.iter().map(|entity| entity.mentions.len()).sum();
    assert!(analysis.entities.len() >= 5_000 && mentions < 120_000, "{mentions} mentions");
}

/// What is wrong with the growth to ten times the input.
fn growth(name: &str, (few, short): (u64, Duration), (many, long): (u64, Duration)) -> Option<String> {
    let steps = many as f64 / few.max(1) as f64;
    let time = long.as_secs_f64() / short.max(Duration::from_millis(2)).as_secs_f64();
    (steps > 10.0 * STEPS || time > TIME)
        .then(|| format!("{name}: {steps:.1} times the steps, {time:.1} times the time ({short:?} to {long:?})"))
}
