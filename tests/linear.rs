//! The core is linear: ten times the text takes about ten times the steps, whatever the text.
//!
//! Steps are counted by [`saywhen::text::steps`], which says what one is. The time of the
//! processor is read as well, with a wide margin, for work that no counted question stands for: a
//! quadratic loop takes a hundred times as long on ten times the text, and the limit
//! lies at forty.
#![cfg(debug_assertions)]

mod names;

use chrono::NaiveDate;
use cpu_time::ThreadTime;
use names::invented;
use saywhen::compare::{Article, compare};
use saywhen::text::steps;
use saywhen::{Options, analyze};
use std::time::Duration;

/// The shorter text, in bytes.
const SHORT: usize = 2_000;

/// At most so many times the steps for ten times the text.
const STEPS: f64 = 12.0;

/// At most so many times the time for ten times the text.
const TIME: f64 = 40.0;

/// Texts that are one piece over and over, each a trap for some kind of look-ahead.
const REPEATED: &[(&str, &str)] = &[
    ("opening curly marks", "“"),
    ("closing curly marks", "”"),
    ("straight marks", "\""),
    ("straight marks apart", "\" "),
    ("single marks", "'"),
    ("single opening marks", "‘ "),
    ("grave accents", "`"),
    ("an opening mark in every paragraph", "“The bridge holds, and we stay here.\n\n"),
    ("opening brackets", "("),
    ("nested brackets", "([{"),
    ("closed brackets", "(a) "),
    ("bullets", "• "),
    ("stops", "."),
    ("stops apart", ". "),
    ("final marks", "?!"),
    ("hyphens apart", "- "),
    ("dashes", "—"),
    ("commas", ","),
    ("spaces", " "),
    ("line ends", "\n"),
    ("short lines", "a\n"),
    ("old line ends", "Lind\r"),
    ("invisible characters", "\u{200b}"),
    ("a word with invisible joints", "a\u{ad}"),
    ("a long word", "a"),
    ("a long number", "1"),
    ("grouped digits", "1,000,"),
    ("chained numbers", "1-1-1-"),
    ("slashes", "1/1/"),
    ("chained points", "1."),
    ("initials", "A. B. C. D. "),
    ("chained initials", "A."),
    ("clitics", "a's'd"),
    ("apostrophes between letters", "a'b"),
    ("handles", "@a#b"),
    ("addresses", "http://a)). "),
    ("said", "said "),
    ("says who", "he said she said "),
    ("said that", "he said that "),
    ("according to", "according to "),
    ("quoted said", "\"a,\" said "),
    ("Q and A labels", "Q: A: "),
    ("names", "Rosa Lind "),
    ("capital words", "Lind "),
    ("names with commas", "Rosa Lind, a judge, "),
    ("possessives", "Lind's "),
    ("roles", "minister "),
    ("titled names", "President Odo Farr of the Harbour Council and "),
    ("of", "of the "),
    ("and", "Rosa Lind and "),
    ("honorifics", "Mr. "),
    ("pronouns", "he "),
    ("officials", "officials "),
    ("weekdays", "Monday "),
    ("weekdays with commas", "Monday, "),
    ("months", "May "),
    ("month and day", "March 5, "),
    ("full dates", "on March 5, 2021 "),
    ("days without months", "5 "),
    ("years", "in 1998 "),
    ("from and to", "from 1998 to "),
    ("between and", "between Monday and "),
    ("two days before", "two days before "),
    ("number words", "two hundred and "),
    ("ago", "years ago "),
    ("every", "every "),
    ("last", "last "),
    ("the end of", "the end of "),
    ("clock times", "10:30 "),
    ("modals", "may will could "),
    ("conditions", "if "),
    ("verbs", "met resigned died "),
    ("events on days", "Lind met Farr on Monday in Carrick, "),
    ("undated events", "Lind resigned. "),
    ("lower-case sentence", "the water came over the road and took the fence with it and "),
    ("dated nouns and places", "October War in "),
    ("long sentence", "The council met on Monday, Lind said, and the mayor, who was ill, resigned in 1998, "),
    ("emoji", "🙂"),
    ("combining accents", "e\u{301}\u{301}"),
    ("other scripts", "北京。"),
    ("right to left", "שלום \u{202e}"),
];

#[test]
fn steps_grow_with_the_length_of_hostile_texts() {
    let failures: Vec<String> = REPEATED.iter().flat_map(|(name, piece)| failures(name, |length| filled(piece, length))).collect();
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

#[test]
fn steps_grow_with_the_length_of_ordinary_texts() {
    let article = [
        include_str!("../static/samples/diplomacy.txt"),
        include_str!("../static/samples/disaster.txt"),
        include_str!("../static/samples/business.txt"),
    ]
    .join("\n\n");
    let one_line = article.replace('\n', " ");
    let texts: [(&str, &dyn Fn(usize) -> String); 5] = [
        ("articles", &|length| filled(&article, length)),
        ("articles on one line", &|length| filled(&one_line, length)),
        ("ever new people", &|length| {
            numbered(length, |name, _| format!("\"It holds,\" said minister {name} Lind. He met Odo {name}.\n\n"))
        }),
        ("ever new bodies", &|length| {
            numbered(length, |name, _| format!("The {name} Party said it would vote, and {name}'s office denied it. "))
        }),
        ("ever new days", &|length| {
            numbered(length, |name, i| format!("On May {}, {} the {name} bridge fell. ", i % 28 + 1, 1000 + i % 9000))
        }),
    ];
    let failures: Vec<String> = texts.iter().flat_map(|(name, text)| failures(name, text)).collect();
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

#[test]
fn steps_of_a_comparison_grow_with_the_length_of_the_articles() {
    let story = include_str!("../static/samples/disaster.txt");
    let texts: [(&str, &dyn Fn(usize) -> String); 3] = [
        ("one story again and again", &|length| filled(story, length)),
        ("one sentence again and again", &|length| filled("“It holds, and we stay here,” said Rosa Lind on Monday. ", length)),
        ("ever new people", &|length| {
            numbered(length, |name, _| format!("“The dam of {name} holds,” said {name} Lind. {name} Lind fell ill on Monday. "))
        }),
    ];
    for (name, text) in texts {
        // Long enough that a finding meets as many candidates as it ever does.
        let [few, many] = [SHORT * 25, SHORT * 250].map(|length| compared(&text(length)));
        assert!(few > 0 && many as f64 / few as f64 <= STEPS, "{name}: {few} to {many} steps");
    }
}

/// The steps of a comparison of a text with itself.
fn compared(text: &str) -> u64 {
    let analysis = analyze(text, &Options { published: NaiveDate::from_ymd_opt(2024, 3, 14), ..Options::default() });
    let article = Article { text, analysis: &analysis };
    let before = steps::taken();
    let rows = compare(&[article, article]);
    assert!(!rows.dated.is_empty());
    steps::taken() - before
}

/// What is wrong with the growth on the texts that `text` makes, with a day of publication and without one.
fn failures(name: &str, text: impl Fn(usize) -> String) -> Vec<String> {
    if std::env::var_os("SHOW").is_some() {
        eprintln!("{name}");
    }
    let (short, long) = (text(SHORT), text(SHORT * 10));
    let days = [None, NaiveDate::from_ymd_opt(2024, 3, 14)];
    days.into_iter().filter_map(|published| failure(name, &short, &long, &Options { published, ..Options::default() })).collect()
}

/// What is wrong with the growth from `short` to `long`; `None` where it is in proportion.
fn failure(name: &str, short: &str, long: &str, options: &Options) -> Option<String> {
    let (few, mut short_time) = cost(short, options);
    let (many, mut long_time) = cost(long, options);
    let steps = many as f64 / few.max(1) as f64;
    if time(short_time, long_time) > TIME {
        // Another process may have had the processor: the better of two counts.
        short_time = short_time.max(cost(short, options).1);
        long_time = long_time.min(cost(long, options).1);
    }
    let took = time(short_time, long_time);
    let bad = steps > STEPS || took > TIME;
    let day = if options.published.is_some() { "with a day" } else { "without a day" };
    bad.then(|| {
        format!("{name}, {day}: {steps:.1} times the steps ({few} to {many}), {took:.1} times the time ({short_time:?} to {long_time:?})")
    })
}

/// How many times as long the long text took; below a few milliseconds the clock says nothing.
fn time(short: Duration, long: Duration) -> f64 {
    long.as_secs_f64() / short.max(Duration::from_millis(2)).as_secs_f64()
}

/// The steps and the time of one analysis.
fn cost(text: &str, options: &Options) -> (u64, Duration) {
    let (steps, start) = (steps::taken(), ThreadTime::now());
    let analysis = analyze(text, options);
    let cost = (steps::taken() - steps, start.elapsed());
    drop(analysis);
    cost
}

/// `piece` over and over, up to `length` bytes.
fn filled(piece: &str, length: usize) -> String {
    piece.repeat(length / piece.len() + 1)
}

/// Pieces with ever new names, up to `length` bytes.
fn numbered(length: usize, piece: impl Fn(&str, usize) -> String) -> String {
    let mut text = String::with_capacity(length + 200);
    let mut i = 0;
    while text.len() < length {
        text += &piece(&invented(i), i);
        i += 1;
    }
    text
}
