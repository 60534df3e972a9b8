//! The browser, and the Node.js programs that drive it over the built site.

use crate::Outcome;
use crate::build;
use crate::house::House;
use crate::run::{command, loud};
use crate::serve::Server;
use crate::setup::{self, Purpose};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

const PROGRAMS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ON_A_MAC: &[&str] =
    &["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/// The browser to test with: the one `CHROME` names, the system's, or the one the set-up got.
pub fn find(house: &House) -> Option<PathBuf> {
    let named = env::var_os("CHROME").map(PathBuf::from).filter(|path| path.is_file());
    let on_path = || PROGRAMS.iter().find_map(|program| house.find(program));
    let on_a_mac = || ON_A_MAC.iter().map(PathBuf::from).find(|path| path.is_file());
    named.or_else(on_path).or_else(on_a_mac).or_else(|| got(&house.browsers(), 4))
}

/// Looks for a browser's program in the folder that playwright filled.
fn got(folder: &Path, depth: usize) -> Option<PathBuf> {
    let entries = folder.read_dir().ok()?.flatten().map(|entry| entry.path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let is_browser = |path: &PathBuf| path.file_stem().is_some_and(|name| ["chrome", "Chromium"].iter().any(|known| name == *known));
    let deeper = || folders.iter().filter(|_| depth > 0).find_map(|folder| got(folder, depth - 1));
    files.into_iter().find(is_browser).or_else(deeper)
}

/// A Node.js program that meets the built site at `SAYWHEN_URL` and the browser at `CHROME`.
/// The site stands in a folder, as it does on many hosts.
pub fn node(house: &House, arguments: &[&str]) -> Result<Command, String> {
    let server = Server::open(house.dist(), "/some/folder/", 0)?;
    let mut node = command(house, "node", arguments);
    node.env("SAYWHEN_URL", server.address()).env("SAYWHEN_PACKAGES", house.packages());
    node.env("PLAYWRIGHT_BROWSERS_PATH", house.browsers());
    if let Some(path) = find(house) {
        node.env("CHROME", path);
    }
    // The server ends with this program.
    std::thread::spawn(move || server.run());
    Ok(node)
}

/// Takes pictures of the site for a person to look at.
pub fn screenshots(house: &House, words: &[String]) -> Outcome {
    setup::prepare(house, Purpose::Test)?;
    build::build(house)?;
    let folder = words.first().map_or("target/screenshots", String::as_str);
    loud(node(house, &["tests/browser/screenshots.mjs", folder])?)
}
