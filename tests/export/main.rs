//! Each format, read back by a reader that is not ours.

#![expect(clippy::panic, clippy::expect_used, clippy::unwrap_used, reason = "a test may stop at once and say where")]

mod any;
mod linked;
mod pages;
mod reviewed;
mod tables;

use saywhen::event::Status;
use saywhen::export::{self, Format, Options, Work};
use saywhen::text::Span;
use saywhen::{Analysis, analyze};
use serde_json::Value;

const SAMPLES: [&str; 3] = [
    include_str!("../../static/samples/business.txt"),
    include_str!("../../static/samples/diplomacy.txt"),
    include_str!("../../static/samples/disaster.txt"),
];

/// Everything that breaks a format: its own signs, line ends, formulas, emoji, markup, long lines.
fn traps() -> String {
    let long = "and the committee, which nobody had asked, agreed with the people of Lisk ".repeat(12);
    [
        "Council <b>votes</b> & 'acts', *twice* 🙂 | \"again\"\r\n\r\n",
        "LISK, March 14, 2024 \u{2014} The council met on Monday, in Carrick; it voted \\ on <script>alert('1')</script> & [a](javascript:b).\r\n\r\n",
        "\"=1+1, said nobody; \u{1f469}\u{200d}\u{1f467} #1 <img src=x onerror=alert(1)>,\" Mayor Ida \"Bo\" Brandt said on Tuesday, \"- and\r\nso *it* _is_ `now`.\"\r\n\r\n",
        "\"+2 = @home,\" said Finance Minister Odo Farr of the Harbour & Sons <Party>. He resigned about March 3, 2024.\r\n\r\n",
        "1. The ferry sank on March 10, 2024 & three people | were rescued.\r\n- It may sail again in June 2024.\r\n=====\r\n\r\n",
        "The minister said on Wednesday that \u{1f642}\u{1f642} ",
        &long,
        "would meet on April 2, 2024.\r\n\r\nThe bridge was built in the early 1990s.\u{0} The talks were not held on March 12, 2024.\r\n",
    ]
    .concat()
}

fn texts() -> impl Iterator<Item = (String, Analysis)> {
    let texts = SAMPLES.map(str::to_owned).into_iter().chain([traps(), traps().replace("\r\n", "\n"), String::new()]);
    texts.map(|text| {
        let analysis = analyze(&text, &saywhen::Options::default());
        (text, analysis)
    })
}

const ALL: Options = Options { all_events: true, guard_formulas: false };

/// The events that a timeline has as rows: all but those that are told again.
fn rows(analysis: &Analysis) -> Vec<&saywhen::event::Event> {
    analysis.events.iter().filter(|event| event.same.is_none()).collect()
}

fn write(format: Format, text: &str, analysis: &Analysis) -> String {
    export::write(format, Work::found(text, analysis), &ALL).expect("every analysis can be written")
}

fn json(format: Format, text: &str, analysis: &Analysis) -> Value {
    serde_json::from_str(&write(format, text, analysis)).expect("it is JSON")
}

/// The slice of `text` between two places in code points.
fn points(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap_or_else(|| panic!("expected a number, but found {value}"))).unwrap()
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("expected a string, but found {value}"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("expected a list, but found {value}"))
}

/// White space as one blank and control characters as the sign for what cannot be shown: all that a report may change.
fn plain(text: &str) -> String {
    let shown = |c: char| if c.is_control() && !c.is_whitespace() { '\u{fffd}' } else { c };
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().map(shown).collect()
}

fn contents(analysis: &Analysis) -> impl Iterator<Item = Span> {
    analysis.quotations.iter().flat_map(|quotation| quotation.contents.clone())
}

#[test]
fn the_traps_hold_what_they_are_for() {
    let text = traps();
    let analysis = analyze(&text, &saywhen::Options::default());
    assert!(analysis.quotations.len() >= 3 && analysis.timeline.dated.len() >= 5, "{analysis:#?}");
    assert!(contents(&analysis).any(|span| span.of(&text).starts_with("=1+1")));
    assert!(contents(&analysis).any(|span| span.of(&text).contains("onerror")));
    assert!(contents(&analysis).any(|span| span.of(&text).contains("\r\n")));
    assert!(analysis.events.iter().any(|event| event.span.of(&text).contains("<script>")));
    assert!(contents(&analysis).any(|span| span.len() > 500));
    assert!(analysis.events.iter().any(|event| event.status == Status::Denied && event.date.is_some()));
}

#[test]
fn formats_have_names_of_their_own() {
    for format in Format::ALL {
        assert_eq!(Format::named(format.name()), Some(format));
        assert!(format.media_type().contains('/') && !format.extension().starts_with('.'));
    }
    assert_eq!(Format::named("JSON"), None);
    assert_eq!(Format::default(), Format::Json);
}
