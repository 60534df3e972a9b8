//! Reads the files of rows and tells what is wrong in them.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::Path;

/// One file of rows.
#[derive(Deserialize)]
#[serde(bound = "R: DeserializeOwned")]
struct File<R> {
    row: Vec<R>,
}

/// A row that lists all that must be found in its text, each in parts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Listed {
    /// What the row is about.
    pub name: String,
    /// The text.
    pub text: String,
    /// The parts of each, in order; the last part may be left out.
    #[serde(default)]
    expected: Vec<Vec<String>>,
}

impl Listed {
    /// What is wrong with `found`, of which at least `parts` parts must be as the row says.
    pub fn compare(&self, found: &[Vec<String>], parts: usize) -> Vec<String> {
        let pairs = || self.expected.iter().zip(found);
        let equal = found.len() == self.expected.len() && pairs().all(|(expected, found)| found.starts_with(expected));
        let complete = self.expected.iter().all(|expected| (parts..=parts + 1).contains(&expected.len()));
        let unequal = (!equal).then(|| format!("expected {:?}, but found {found:?}", self.expected));
        let short = (!complete).then(|| format!("expected {parts} parts and perhaps one more, but found {:?}", self.expected));
        unequal.into_iter().chain(short).collect()
    }
}

/// Checks the rows of every file of `tests/corpus` whose name begins with `prefix`; tells all faults at once.
///
/// `check` gives the name of a row and what is wrong with what is found in its text.
pub fn check_files<R: DeserializeOwned>(
    prefix: &str,
    check: impl Fn(&R) -> (&String, Vec<String>),
) -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut wrong = Vec::new();
    let mut rows = 0;
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let file_name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !file_name.starts_with(prefix) || !file_name.ends_with(".toml") {
            continue;
        }
        let file: File<R> = toml::from_str(&std::fs::read_to_string(&path)?)?;
        rows += file.row.len();
        for (name, faults) in file.row.iter().map(&check) {
            wrong.extend(faults.into_iter().map(|fault| format!("{file_name}: {name}: {fault}")));
        }
    }
    assert!(rows > 0, "expected rows in tests/corpus, but found none");
    assert!(wrong.is_empty(), "{} faults\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}
