//! Keeps the promises of the house that a compiler does not: who may know whom, how long a file
//! gets, what may never be written.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file longer than this is two files.
const LONGEST_FILE: usize = 500;

/// The parts of the core in the order of the data; those in one row may know each other.
/// A part knows its own row and the rows above, never one below.
const ROWS: &[&[&str]] = &[
    &["text", "lexicon", "tag", "pattern", "finding"],
    &["clause"],
    &["timex"],
    &["mention"],
    &["quote"],
    &["event"],
    &["timeline"],
    &["analysis"],
    &["highlight", "item", "review", "compare", "export", "share"],
    &["cli", "js", "app"],
];

/// The crates that talk to the browser.
const BROWSER: &[&str] = &["yew", "web_sys", "js_sys", "wasm_bindgen"];

/// Ways to turn text into markup or code.
const FORBIDDEN: &[&str] =
    &["innerHTML", "inner_html", "outerHTML", "outer_html", "insertAdjacentHTML", "insert_adjacent_html", "from_html_unchecked", "eval("];

/// A source file of the project.
struct Source {
    /// Its path from the project's root, with slashes.
    path: String,
    text: String,
}

impl Source {
    /// The lines that are code, with their numbers.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(i, line)| (i + 1, line)).filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The part of the core that it belongs to: "timex" for src/timex/rules/weekday.rs.
    fn part(&self) -> Option<&str> {
        self.path.strip_prefix("src/")?.split(['/', '.']).next()
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file under `folder` that ends so, in a steady order.
fn files(folder: &str, ending: &str) -> Vec<Source> {
    let mut waiting: Vec<PathBuf> = vec![root().join(folder)];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(&path).into_iter().flatten().flatten().map(|entry| entry.path()));
        } else if path.to_string_lossy().ends_with(ending) {
            let name = path.strip_prefix(root()).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            found.push(Source { path: name, text: fs::read_to_string(&path).unwrap_or_default() });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn row(part: &str) -> Option<usize> {
    ROWS.iter().position(|row| row.contains(&part))
}

/// The parts that a line names: "timex" in `use crate::timex::Timex;`.
fn named(line: &str) -> impl Iterator<Item = &str> {
    line.split("crate::").skip(1).filter_map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next())
}

/// Fails with every complaint at once.
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn each_part_knows_only_the_parts_before_it() {
    let mut complaints = Vec::new();
    for source in files("src", ".rs") {
        let Some(own) = source.part().and_then(row) else { continue };
        for (number, line) in source.code() {
            let later = named(line).filter(|part| row(part).is_some_and(|other| other > own));
            complaints.extend(later.map(|part| format!("{}:{number} knows the later part `{part}`", source.path)));
        }
    }
    none(&complaints);
}

#[test]
fn only_the_page_knows_the_browser() {
    let may = |path: &str| path.starts_with("src/app/") || ["src/js.rs", "src/main.rs"].contains(&path);
    let mut complaints = Vec::new();
    for source in files("src", ".rs").iter().filter(|source| !may(&source.path)) {
        for (number, line) in source.code() {
            let known = BROWSER.iter().filter(|name| line.contains(&format!("{name}::")));
            complaints.extend(known.map(|name| format!("{}:{number} knows the browser through `{name}`", source.path)));
        }
    }
    none(&complaints);
}

#[test]
fn the_core_depends_on_no_browser_crate() {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let words = ["tree", "--package", "saywhen", "--edges", "normal", "--prefix", "none", "--target", "wasm32-unknown-unknown"];
    let output = Command::new(cargo).args(words).current_dir(root()).output().expect("cargo runs");
    let tree = String::from_utf8_lossy(&output.stdout);
    assert!(tree.starts_with("saywhen "), "expected a tree, but found:\n{}", String::from_utf8_lossy(&output.stderr));
    let crates = tree.lines().filter_map(|line| line.split(' ').next()).map(|name| name.replace('-', "_"));
    none(&crates.filter(|name| BROWSER.contains(&name.as_str())).collect::<Vec<_>>());
}

#[test]
fn no_file_is_too_long_to_read() {
    let sources = ["src", "tests", "fuzz", "xtask", "bench", "trainer"].iter().flat_map(|folder| files(folder, ".rs"));
    let long = sources.map(|source| (source.text.lines().count(), source.path)).filter(|(lines, _)| *lines > LONGEST_FILE);
    none(&long.map(|(lines, path)| format!("{path} has {lines} lines, more than {LONGEST_FILE}")).collect::<Vec<_>>());
}

#[test]
fn every_file_says_what_it_is() {
    let sources = ["src", "tests", "fuzz", "xtask", "bench", "trainer"].iter().flat_map(|folder| files(folder, ".rs"));
    none(&sources.filter(|source| !source.text.starts_with("//!")).map(|source| source.path).collect::<Vec<_>>());
}

#[test]
fn text_never_becomes_markup() {
    let mut complaints = Vec::new();
    for source in files("src", ".rs").iter().chain(&files("static", ".js")) {
        for (number, line) in source.code() {
            let found = FORBIDDEN.iter().filter(|name| line.contains(*name));
            complaints.extend(found.map(|name| format!("{}:{number} uses `{name}`", source.path)));
        }
    }
    none(&complaints);
}
