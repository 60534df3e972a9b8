//! Makes a release: the site, the list of what it is made of, and proof that the same sources give the same bytes elsewhere.

use crate::Outcome;
use crate::build;
use crate::house::House;
use crate::run::{answer, command, loud};
use crate::setup::{self, Purpose};
use crate::tools::WASM_TARGET;
use std::fs;
use std::path::Path;

/// The list of what the site is made of (a software bill of materials in CycloneDX), in `dist/`.
const PARTS: &str = "saywhen.cdx";

/// Builds the site here and in another folder, compares the two byte by byte, and writes the list of parts beside the files.
pub fn release(house: &House) -> Outcome {
    if answer(house, "git", &["status", "--porcelain"]).is_none_or(|changes| !changes.is_empty()) {
        return Err(
            "expected a checkout without changes, because a release is what is committed: commit or put aside what is open".to_owned()
        );
    }
    setup::prepare(house, Purpose::Release)?;
    build::build(house)?;
    let elsewhere = elsewhere(house)?;
    build::build(&elsewhere)?;
    let different = different(&house.dist(), &elsewhere.dist())?;
    if !different.is_empty() {
        return Err(format!("two builds of the same sources differ in {}", different.join(", ")));
    }
    println!("\nthe same bytes in two folders");
    parts(house)
}

/// The committed sources in a folder of another name, with the same tools.
fn elsewhere(house: &House) -> Result<House, String> {
    let root = house.root.join("target/elsewhere/in-a-folder-of-another-name");
    // Where nothing is left of an earlier release, there is nothing to remove.
    let _ = fs::remove_dir_all(&root);
    loud(command(house, "git", &["clone", "--quiet", "--no-hardlinks", ".", &root.to_string_lossy()]))?;
    Ok(House { root, tools: house.tools.clone() })
}

/// The names of the files that are not the same in two folders.
fn different(one: &Path, other: &Path) -> Result<Vec<String>, String> {
    let names = |folder: &Path| -> Result<Vec<String>, String> {
        let entries = fs::read_dir(folder).map_err(|error| format!("{} could not be read: {error}", folder.display()))?;
        Ok(entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect())
    };
    let mut all = [names(one)?, names(other)?].concat();
    all.sort();
    all.dedup();
    all.retain(|name| fs::read(one.join(name)).ok() != fs::read(other.join(name)).ok());
    Ok(all)
}

/// Writes the list of parts: every crate of the page and the workers with its version, licence and checksum.
fn parts(house: &House) -> Outcome {
    let features = ["--features", "web,writer", "--target", WASM_TARGET, "--no-build-deps"];
    let format = ["cyclonedx", "--quiet", "--format", "json", "--override-filename", PARTS];
    loud(command(house, "cargo", &[&format[..], &features].concat()))?;
    let name = format!("{PARTS}.json");
    // One for each member of the workspace; the site is made of the first.
    for member in ["bench", "trainer", "xtask"] {
        let _ = fs::remove_file(house.root.join(member).join(&name));
    }
    let written = house.root.join(&name);
    let fail = |error: std::io::Error| format!("the list of parts could not be written: {error}");
    let list = fs::read_to_string(&written).map_err(fail)?;
    // Where the sources lay on this machine is nobody's business.
    fs::write(house.dist().join(&name), list.replace(&*house.root.to_string_lossy(), ".")).map_err(fail)?;
    fs::remove_file(&written).map_err(fail)?;
    println!("what it is made of: dist/{name}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::different;
    use std::fs;

    #[test]
    fn a_file_that_differs_or_is_missing_is_named() {
        let folder = std::env::temp_dir().join(format!("saywhen-release-{}", std::process::id()));
        let [one, other] = ["one", "other"].map(|name| folder.join(name));
        for (place, name, text) in
            [(&one, "same", "a"), (&other, "same", "a"), (&one, "changed", "a"), (&other, "changed", "b"), (&other, "new", "")]
        {
            fs::create_dir_all(place).unwrap();
            fs::write(place.join(name), text).unwrap();
        }
        assert_eq!(different(&one, &other), Ok(vec!["changed".to_owned(), "new".to_owned()]));
        fs::remove_dir_all(folder).unwrap();
    }
}
