//! Makes the site.

use crate::Outcome;
use crate::house::House;
use crate::offline;
use crate::policy;
use crate::run::{command, loud};
use crate::single;
use crate::weight;
use std::env;
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

/// Builds the site into `dist/` and checks that it keeps its policy.
pub fn build(house: &House) -> Outcome {
    let start = Instant::now();
    println!("building the site into dist/ (the first time takes a minute or two)");
    let mut trunk = command(house, "trunk", &["build", "--log", "warn"]);
    // Trunk reads NO_COLOR as a yes or no of its own and stumbles over "1".
    trunk.env_remove("NO_COLOR");
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", nameless(house));
    loud(trunk)?;
    single::write(house)?;
    offline::write(house)?;
    policy::check(&house.dist())?;
    weight::check(house)?;
    println!("built dist/ in {} s: {} kB in all, WebAssembly {} kB", start.elapsed().as_secs(), size(house, ""), size(house, ".wasm"));
    Ok(())
}

/// What tells the compiler to leave the names of this machine's folders out of the modules: the same sources give the same bytes in
/// any folder. Folders with a space in their names cannot be told so, and stay in.
fn nameless(house: &House) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok()).into_iter().flatten().flatten();
    let folders = registries.map(|folder| (folder.path(), "crates")).chain([(house.root.clone(), "saywhen")]);
    let options = folders.map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    options.filter(|option| !option.contains(' ')).collect::<Vec<_>>().join(" ")
}

/// Kilobytes of the files in `dist/` whose names end so.
fn size(house: &House, ending: &str) -> u64 {
    let files = fs::read_dir(house.dist()).into_iter().flatten().flatten();
    let ours = files.filter(|file| file.file_name().to_string_lossy().ends_with(ending));
    ours.filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum::<u64>() / 1000
}
