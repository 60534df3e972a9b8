//! Runs rows of data: one behaviour a row, one `check` for all rows of a kind.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::path::Path;

/// One row of a file.
pub trait Row: DeserializeOwned {
    /// What the row is about.
    fn name(&self) -> &str;

    /// What is wrong with what is found in its text.
    fn faults(&self) -> Vec<String>;
}

/// One file of rows.
#[derive(Deserialize)]
#[serde(bound = "R: DeserializeOwned")]
struct File<R> {
    row: Vec<R>,
}

/// Checks the rows of every file of `tests/corpus` whose name begins with `prefix`; tells all faults at once.
pub fn check_files<R: Row>(prefix: &str) -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut wrong = Vec::new();
    let mut rows = 0;
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.starts_with(prefix) {
            continue;
        }
        let file: File<R> = toml::from_str(&std::fs::read_to_string(&path)?)?;
        rows += file.row.len();
        wrong.extend(file.row.iter().flat_map(|row| row.faults().into_iter().map(|fault| format!("{name}: {}: {fault}", row.name()))));
    }
    assert!(rows > 0, "expected rows in tests/corpus, but found none");
    assert!(wrong.is_empty(), "{} faults\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}
