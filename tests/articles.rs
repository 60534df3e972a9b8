//! Whole articles of our own writing, and beside each a snapshot of everything that is found in it.
//!
//! `UPDATE=1 cargo test --test articles` writes the snapshots anew; without it a difference fails.
//! The sample articles of the page have their snapshots here too, as `sample-NAME.snap`.

#![expect(clippy::panic, reason = "a test says by a panic what is wrong with its files")]

#[path = "articles/snapshot.rs"]
mod snapshot;

use chrono::NaiveDate;
use saywhen::{Options, analyze};
use similar::TextDiff;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn articles_are_read_as_their_snapshots_say() {
    let update = std::env::var_os("UPDATE").is_some_and(|value| value == "1");
    let dates = dates();
    let mut differences = String::new();
    for (path, name) in articles() {
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("expected an article in {}, but: {error}", path.display()));
        let published = dates.get(&name).copied();
        let found = snapshot::render(&name, &text, published, &analyze(&text, &Options { published, ..Options::default() }));
        let kept = folder().join(format!("{name}.snap"));
        if update {
            fs::write(&kept, &found).unwrap_or_else(|error| panic!("expected to write {}, but: {error}", kept.display()));
        } else {
            differences += &difference(&kept, &found);
        }
    }
    assert!(differences.is_empty(), "\n{differences}\nIf the new reading is right: UPDATE=1 cargo test --test articles\n");
}

#[test]
fn every_snapshot_and_every_date_has_its_article() {
    let names: BTreeSet<String> = articles().into_iter().map(|(_, name)| name).collect();
    let snapshots = files(&folder(), "snap").into_iter().map(|(_, name)| name);
    let orphans: Vec<String> = snapshots.chain(dates().into_keys()).filter(|name| !names.contains(name)).collect();
    assert!(orphans.is_empty(), "without an article: {orphans:?}");
}

/// The changes from the kept snapshot to what was found; empty where there are none.
fn difference(kept: &Path, found: &str) -> String {
    let before = fs::read_to_string(kept).unwrap_or_default();
    if before == found {
        return String::new();
    }
    let name = kept.file_name().unwrap_or_default().to_string_lossy();
    TextDiff::from_lines(before.as_str(), found)
        .unified_diff()
        .context_radius(2)
        .header(&format!("{name} as kept"), "as found now")
        .to_string()
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles")
}

/// Every article: its file, and the name of its snapshot.
fn articles() -> Vec<(PathBuf, String)> {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/samples");
    let samples = files(&samples, "txt").into_iter().map(|(path, name)| (path, format!("sample-{name}")));
    files(&folder(), "txt").into_iter().chain(samples).collect()
}

/// The files of `folder` with the given extension and their names without it, in order of the alphabet.
fn files(folder: &Path, extension: &str) -> Vec<(PathBuf, String)> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("expected a folder {}, but: {error}", folder.display()));
    let mut found: Vec<(PathBuf, String)> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|end| end == extension))
        .filter_map(|path| path.file_stem()?.to_str().map(str::to_owned).map(|name| (path, name)))
        .collect();
    found.sort();
    found
}

/// The days of publication that are given to the analysis: lines of `name = "YYYY-MM-DD"` in `dates.toml`.
fn dates() -> BTreeMap<String, NaiveDate> {
    let text = fs::read_to_string(folder().join("dates.toml")).unwrap_or_default();
    let row = |line: &str| {
        let (name, day) = line.split_once('=')?;
        let day = day.trim().trim_matches('"').parse().unwrap_or_else(|_| panic!("expected a day, but found {day:?} in dates.toml"));
        Some((name.trim().to_owned(), day))
    };
    text.lines().filter(|line| !line.trim_start().starts_with('#')).filter_map(row).collect()
}
