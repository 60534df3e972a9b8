//! Makes the text to measure with: a megabyte of the project's own articles, over and over.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

const FOLDERS: &[&str] = &["tests/articles", "static/samples"];
const LENGTH: usize = 1_000_000;
/// Stands in where there is no article.
const SPARE: &str =
    "The harbour will close on Tuesday, the minister said.\n\n\"We had no choice,\" said Mira Holt, who leads the port.\n\n";

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut articles = String::new();
    for folder in FOLDERS.iter().map(|folder| root.join(folder)) {
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut paths: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths.iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt")) {
            articles += &fs::read_to_string(path)?;
            articles += "\n\n";
        }
    }
    if articles.is_empty() {
        articles += SPARE;
    }
    let folder = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(folder.join("text.txt"), articles.repeat(LENGTH.div_ceil(articles.len())))
}
