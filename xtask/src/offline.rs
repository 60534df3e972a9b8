//! The service worker of the built site: knows every file of it, under a version that changes with any of them.

use crate::Outcome;
use crate::house::House;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// Writes `sw.js` into `dist/`.
pub fn write(house: &House) -> Outcome {
    let fail = |error: std::io::Error| format!("the service worker could not be written: {error}");
    let script = fs::read_to_string(house.root.join("static/sw.js")).map_err(fail)?;
    let (version, files) = list(&house.dist()).map_err(fail)?;
    fs::write(house.dist().join("sw.js"), filled(&script, &version, &files)).map_err(fail)
}

/// The version of the files in a folder, and their names; the page itself goes by "./".
fn list(dist: &Path) -> std::io::Result<(String, Vec<String>)> {
    let mut names: Vec<String> = Vec::new();
    for entry in fs::read_dir(dist)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    // The single file is for those who do not come back to the site.
    names.retain(|name| name != "sw.js" && name != crate::single::NAME && !name.ends_with(".br") && !name.ends_with(".gz"));
    names.sort();
    let mut hasher = DefaultHasher::new();
    for name in &names {
        name.hash(&mut hasher);
        fs::read(dist.join(name))?.hash(&mut hasher);
    }
    let addresses = names.into_iter().map(|name| if name == "index.html" { "./".to_owned() } else { name });
    Ok((format!("{:016x}", hasher.finish()), addresses.collect()))
}

fn filled(script: &str, version: &str, files: &[String]) -> String {
    let files = files.iter().map(|file| format!("{file:?}")).collect::<Vec<_>>().join(", ");
    script.replace("\"VERSION\"", &format!("{version:?}")).replace("= FILES;", &format!("= [{files}];"))
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn the_list_stands_where_its_name_stood() {
        let script = filled("const version = \"VERSION\";\nconst files = FILES;", "ab", &["./".to_owned(), "a.css".to_owned()]);
        assert_eq!(script, "const version = \"ab\";\nconst files = [\"./\", \"a.css\"];");
    }
}
