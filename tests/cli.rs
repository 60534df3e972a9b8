//! The command line, run as a person or a script runs it.

#![expect(clippy::panic, clippy::expect_used, reason = "a test may stop at once and say where")]

use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const ARTICLE: &str = "The council met on Monday.\n\n\"The bridge will open in May,\" Mayor Ida Brandt said.\n";

/// Runs the program with `arguments` and `input`.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_saywhen"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that stops at its arguments does not read on.
    let _ = child.stdin.take().expect("there is an input").write_all(input);
    child.wait_with_output().expect("the program ends")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("output is UTF-8")
}

fn record(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {}", text(&output.stdout)))
}

/// Runs what must be refused as wrong usage, and says with which words.
#[track_caller]
fn refused(arguments: &[&str]) -> String {
    let output = run(arguments, ARTICLE.as_bytes());
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    assert!(output.stdout.is_empty(), "{arguments:?}");
    text(&output.stderr).to_owned()
}

/// A file of this test, with that content.
fn file(name: &str, content: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).expect("the folder of tests can be written");
    path
}

#[test]
fn help_names_every_option_and_format() {
    let output = run(&["--help"], b"");
    assert!(output.status.success());
    let help = text(&output.stdout);
    for word in ["--date", "--format", "--ndjson", "--all-events", "--guard-formulas", "FILE"] {
        assert!(help.contains(word), "{word} is not in:\n{help}");
    }
    for format in saywhen::export::Format::ALL {
        assert!(help.lines().any(|line| line.trim_start().starts_with(format.name())), "{} is not in:\n{help}", format.name());
    }
}

#[test]
fn a_file_and_standard_input_give_the_same_record() {
    let path = file("same.txt", ARTICLE.as_bytes());
    let from_file = run(&[path.to_str().unwrap()], b"");
    let from_input = run(&[], ARTICLE.as_bytes());
    assert!(from_file.status.success() && from_input.status.success());
    assert_eq!(record(&from_file), record(&from_input));
    assert_eq!(record(&from_file)["offsets"], "codepoint");
}

#[test]
fn the_date_that_is_given_settles_monday() {
    let output = run(&["--date", "2024-03-14"], ARTICLE.as_bytes());
    let record = record(&output);
    assert_eq!(record["document"]["published"]["value"], "2024-03-14");
    assert_eq!(record["document"]["published"]["basis"], "given");
    assert_eq!(record["timexes"][0]["value"], "2024-03-11");
}

#[test]
fn wrong_usage_is_said_and_ends_with_2() {
    assert!(refused(&["--date", "14.3.2024"]).contains("expected a day as YYYY-MM-DD, but found \"14.3.2024\""));
    assert!(refused(&["--date", "2023-02-29"]).contains("\"2023-02-29\""));
    assert!(refused(&["--date"]).contains("expected a value after --date"));
    assert!(refused(&["--formt", "json"]).contains("there is no option --formt"));
    assert!(refused(&["one.txt", "two.txt"]).contains("expected one FILE"));
    assert!(refused(&["--ndjson", "--format", "csv"]).contains("--ndjson"));
    assert!(refused(&["--ndjson", "--date", "2024-03-14"]).contains("found --date"));
    assert!(refused(&["--ndjson", "--all-events"]).contains("found --all-events"));
}

#[test]
fn an_unknown_format_is_answered_with_the_known_ones() {
    let message = refused(&["--format", "xml"]);
    assert!(message.contains("json, csv, timelinejs, ics, jsonld, annotations, markdown, html"), "{message}");
    assert!(message.contains("\"xml\""), "{message}");
}

#[test]
fn every_format_is_written_and_ends_its_last_line() {
    for format in saywhen::export::Format::ALL {
        let output = run(&["--format", format.name(), "--date", "2024-03-14"], ARTICLE.as_bytes());
        assert!(output.status.success(), "{}: {}", format.name(), text(&output.stderr));
        let written = text(&output.stdout);
        assert!(written.ends_with('\n') && written.contains("council met"), "{}:\n{written}", format.name());
    }
}

#[test]
fn formulas_are_guarded_only_when_asked() {
    let article = "\"=1+1 is the rule,\" Mayor Ida Brandt said.";
    assert!(!text(&run(&["--format", "csv"], article.as_bytes()).stdout).contains("'=1+1"));
    assert!(text(&run(&["--format", "csv", "--guard-formulas"], article.as_bytes()).stdout).contains("'=1+1"));
}

#[test]
fn a_file_that_is_not_there_and_a_text_that_is_not_utf_8_are_named() {
    let output = run(&["no/such/article.txt"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("no/such/article.txt"));
    let output = run(&[], b"caf\xe9 closed");
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(text(&output.stderr).contains("UTF-8"));
}

#[test]
fn nothing_is_an_article_too() {
    for format in saywhen::export::Format::ALL {
        assert!(run(&["--format", format.name()], b"").status.success(), "{}", format.name());
    }
    let record = record(&run(&[], b""));
    assert_eq!(record["timexes"], serde_json::json!([]));
    assert_eq!(record["document"]["title"], Value::Null);
}

#[test]
fn lines_are_answered_one_by_one_in_order() {
    let lines = r#"{"id": 7, "text": "They met on Monday.", "date": "2024-03-14"}

{"id": "two", "text": "They met in May 2021."}"#;
    let output = run(&["--ndjson"], lines.as_bytes());
    assert!(output.status.success());
    let records: Vec<Value> = text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(records.iter().map(|record| record["id"].clone()).collect::<Vec<_>>(), [Value::from(7), Value::from("two")]);
    assert_eq!(records[0]["timexes"][0]["value"], "2024-03-11");
    assert_eq!(records[1]["timexes"][0]["value"], "2021-05");
    assert!(text(&output.stdout).lines().all(|line| line.starts_with("{\"id\":")));
}

#[test]
fn a_bad_line_is_answered_with_its_error_and_the_run_goes_on() {
    let mut lines = br#"{"id": "a", "text": "They met.", "date": "soon"}
{"id": "b"}
{"id": "c", "text": 5}
[1]
{"id": "d", "text":
"#
    .to_vec();
    lines.extend(b"\"caf\xe9\"\n");
    lines.extend(br#"{"id": "z", "text": "They met in May 2021."}"#);
    let output = run(&["--ndjson"], &lines);
    assert_eq!(output.status.code(), Some(1));
    let answers: Vec<Value> = text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids = ["a", "b", "c"].map(Value::from).into_iter().chain([Value::Null, Value::Null, Value::Null, Value::from("z")]);
    assert_eq!(answers.iter().map(|answer| answer["id"].clone()).collect::<Vec<_>>(), ids.collect::<Vec<_>>());
    for (answer, says) in answers.iter().zip(["\"soon\"", "\"text\"", "string", "object", "JSON", "JSON"]) {
        assert!(answer["error"].as_str().is_some_and(|error| error.contains(says)), "{says} is not in {answer}");
    }
    assert_eq!(answers[6]["timexes"][0]["value"], "2021-05");
    assert_eq!(answers[6]["error"], Value::Null);
}
