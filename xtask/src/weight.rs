//! What the site weighs: each file compressed for hosts that send such files, and a budget for the first visit.

use crate::Outcome;
use crate::house::House;
use crate::run::answer;

/// The most that a first visit may load before it shows a result, in bytes under brotli. The aim is 350,000: whoever makes a part
/// smaller lowers this. It leaves a little room for what other versions of the tools make of the same sources.
const BUDGET: u64 = 706_000;

/// What a first visit loads before it shows a result: how the names of the files begin and end.
const FIRST: &[(&str, &str)] = &[
    ("index", ".html"),
    ("start", ".js"),
    ("style", ".css"),
    ("saywhen-web", ".js"),
    ("saywhen-web", ".wasm"),
    ("worker_loader", ".js"),
    ("worker", ".js"),
    ("worker", ".wasm"),
];

/// A file of the site with its size as it is and under brotli, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct File {
    name: String,
    raw: u64,
    brotli: u64,
}

/// Compresses what is in `dist/`, prints the parts of a first visit, and fails where they are over the budget.
pub fn check(house: &House) -> Outcome {
    let dist = house.dist().to_string_lossy().into_owned();
    let said =
        answer(house, "node", &["xtask/compress.mjs", &dist]).ok_or("the site could not be compressed: node xtask/compress.mjs dist")?;
    let mut first: Vec<File> = said.lines().filter_map(read).filter(|file| is_first(&file.name)).collect();
    first.sort_by_key(|file| std::cmp::Reverse(file.brotli));
    println!("\nto the first result          as it is    brotli");
    for File { name, raw, brotli } in &first {
        println!("  {name:24} {:9.1} {:9.1} kB", kilobytes(*raw), kilobytes(*brotli));
    }
    let sum: u64 = first.iter().map(|file| file.brotli).sum();
    println!("  {:24} {:9} {:9.1} kB of {:.1}", "together", "", kilobytes(sum), kilobytes(BUDGET));
    verdict(sum)
}

fn verdict(sum: u64) -> Outcome {
    if sum <= BUDGET {
        return Ok(());
    }
    Err(format!(
        "a first visit loads {sum} bytes, but at most {BUDGET} were expected: make a part smaller, or say in xtask/src/weight.rs why it is worth more"
    ))
}

/// A line of the program that compresses: name, size, size under brotli, size under gzip.
fn read(line: &str) -> Option<File> {
    let mut words = line.split(' ');
    Some(File { name: words.next()?.to_owned(), raw: words.next()?.parse().ok()?, brotli: words.next()?.parse().ok()? })
}

/// Trunk puts a hash into the middle of some names.
fn is_first(name: &str) -> bool {
    FIRST.iter().any(|(start, end)| {
        let middle = name.strip_prefix(start).and_then(|rest| rest.strip_suffix(end));
        middle.is_some_and(|middle| middle.is_empty() || middle == "_bg" || middle.starts_with('-'))
    })
}

fn kilobytes(bytes: u64) -> f64 {
    bytes as f64 / 1e3
}

#[cfg(test)]
mod tests {
    use super::{BUDGET, File, is_first, read, verdict};

    #[test]
    fn reads_what_the_program_prints() {
        assert_eq!(read("start.js 1612 596 700"), Some(File { name: "start.js".to_owned(), raw: 1612, brotli: 596 }));
        assert_eq!(read("no sizes"), None);
    }

    #[test]
    fn knows_what_a_first_visit_loads() {
        for name in
            ["index.html", "worker.js", "worker_bg.wasm", "worker_loader.js", "style-0f.css", "saywhen-web-9d.js", "saywhen-web-9d_bg.wasm"]
        {
            assert!(is_first(name), "{name}");
        }
        for name in ["saywhen.html", "sw.js", "icon.svg", "workers.js"] {
            assert!(!is_first(name), "{name}");
        }
    }

    #[test]
    fn fails_over_the_budget() {
        assert!(verdict(BUDGET).is_ok() && verdict(BUDGET + 1).is_err());
    }
}
