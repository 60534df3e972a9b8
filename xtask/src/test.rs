//! Runs every test there is, and counts.

use crate::Outcome;
use crate::browser;
use crate::build;
use crate::house::House;
use crate::run::command;
use crate::setup::{self, Purpose};
use crate::tools::WASM_TARGET;
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The features that make sense on this machine itself.
const NATIVE: &str = "cli,ssr";

/// One step of the test: its name for the command line, what it does, and how.
struct Step {
    name: &'static str,
    what: &'static str,
    run: fn(&House) -> Result<Count, String>,
}

const STEPS: &[Step] = &[
    Step { name: "format", what: "the code is formatted", run: |house| cargo(house, &["fmt", "--all", "--check"], &[]) },
    Step {
        name: "lint",
        what: "clippy has nothing to say",
        run: |house| cargo(house, &["clippy", "--workspace", "--all-targets", "--features", NATIVE, "--", "-D", "warnings"], &[]),
    },
    Step {
        name: "lint-web",
        what: "clippy has nothing to say of the page either",
        run: |house| {
            cargo(
                house,
                &["clippy", "--lib", "--bins", "--features", "web,js,writer", "--target", WASM_TARGET, "--", "-D", "warnings"],
                &[],
            )
        },
    },
    Step {
        name: "licences",
        what: "what the project depends on has licences that fit, comes from known places, and is there once",
        run: |house| count(command(house, "cargo-deny", &["--all-features", "check", "licenses", "bans", "sources"])),
    },
    Step {
        name: "native",
        what: "the tests of the core, the command line and the views",
        run: |house| cargo(house, &["test", "--workspace", "--no-fail-fast", "--features", NATIVE], &[]),
    },
    Step {
        name: "docs",
        what: "the documentation has no broken link",
        run: |house| cargo(house, &["doc", "--no-deps", "--features", NATIVE], &[("RUSTDOCFLAGS", "-D warnings")]),
    },
    Step { name: "site", what: "the site builds and keeps its policy", run: |house| build::build(house).map(|()| Count::one()) },
    Step { name: "browser", what: "the built site in a browser, as a person uses it", run: in_browser },
];

/// Tests that passed and failed. A check without tests of its own counts as one.
#[derive(Clone, Copy, Default)]
struct Count {
    passed: u32,
    failed: u32,
}

impl Count {
    fn one() -> Self {
        Self { passed: 1, failed: 0 }
    }

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Reads what a test runner says of itself: Cargo's "test result: ok. 3 passed; 0 failed; …", or Node's "# pass 3".
    fn read(line: &str) -> Self {
        let words: Vec<&str> = line.split([' ', ';']).filter(|word| !word.is_empty()).collect();
        let number = |word: &str| word.parse().unwrap_or(0);
        match words.as_slice() {
            ["test", "result:", _, passed, "passed", failed, "failed", ..] => Self { passed: number(passed), failed: number(failed) },
            ["#", "pass", passed] => Self { passed: number(passed), failed: 0 },
            ["#", "fail", failed] | ["#", "cancelled", failed] => Self { passed: 0, failed: number(failed) },
            _ => Self::default(),
        }
    }
}

/// Runs all steps, or those that `names` names, and ends with the count.
pub fn test(house: &House, names: &[String]) -> Outcome {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != name.as_str())) {
        let known: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
        return Err(format!("expected one of {}, but found \"{unknown}\"", known.join(", ")));
    }
    setup::prepare(house, Purpose::Test)?;
    let mut total = Count::default();
    let mut wrong = Vec::new();
    for step in STEPS.iter().filter(|step| names.is_empty() || names.iter().any(|name| name == step.name)) {
        println!("\n== {}: {}", step.name, step.what);
        let start = Instant::now();
        let count = (step.run)(house).unwrap_or_else(|why| {
            println!("{why}");
            Count { passed: 0, failed: 1 }
        });
        if count.failed > 0 {
            wrong.push(step.name);
        }
        total.add(count);
        println!("== {}: {} in {:.1} s", step.name, if count.failed > 0 { "FAILED" } else { "ok" }, start.elapsed().as_secs_f32());
    }
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if wrong.is_empty() { Ok(()) } else { Err(format!("failed: {}", wrong.join(", "))) }
}

fn cargo(house: &House, words: &[&str], environment: &[(&str, &str)]) -> Result<Count, String> {
    let mut cargo = command(house, "cargo", words);
    cargo.envs(environment.iter().copied());
    count(cargo)
}

/// Every `*.test.mjs` under `tests/browser/`, against the built site.
fn in_browser(house: &House) -> Result<Count, String> {
    let folder = fs::read_dir(house.root.join("tests/browser")).map_err(|error| format!("no browser tests: {error}"))?;
    let paths = folder.flatten().map(|file| file.path().to_string_lossy().into_owned());
    let mut files: Vec<String> = paths.filter(|path| path.ends_with(".test.mjs")).collect();
    files.sort();
    let options = ["--test".to_owned(), "--test-reporter=tap".to_owned()];
    let words: Vec<&str> = options.iter().chain(&files).map(String::as_str).collect();
    count(browser::node(house, &words)?)
}

/// Runs a program, shows what it prints, and counts the tests it reports.
fn count(mut command: Command) -> Result<Count, String> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| format!("a program did not start: {error}"))?;
    let mut total = Count::default();
    for line in child.stdout.take().map(BufReader::new).into_iter().flat_map(BufRead::lines).map_while(Result::ok) {
        println!("{line}");
        total.add(Count::read(&line));
    }
    let status = child.wait().map_err(|error| format!("a program was lost: {error}"))?;
    match (status.success(), total) {
        (true, Count { passed: 0, failed: 0 }) => Ok(Count::one()),
        (true, total) => Ok(total),
        (false, total) => Ok(Count { failed: total.failed.max(1), ..total }),
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn reads_what_test_runners_say() {
        let lines = ["test result: ok. 12 passed; 1 failed; 0 ignored; 0 measured", "# pass 3", "# fail 2", "test a ... ok", "# tests 5"];
        let mut total = Count::default();
        lines.iter().for_each(|line| total.add(Count::read(line)));
        assert_eq!((total.passed, total.failed), (15, 3));
    }
}
