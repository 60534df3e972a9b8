//! Every tool with its version, and how it is got. The only place that knows them.

use crate::Outcome;
use crate::browser;
use crate::house::House;
use crate::run::{answer, command, quiet};
use std::fs;

/// What the site is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// Builds the site. 0.22 needs a newer compiler than the project does.
const TRUNK: &str = "0.21.14";
/// Writes the JavaScript beside the module; the same version as the crate `wasm-bindgen` in Cargo.toml.
const WASM_BINDGEN: &str = "0.2.130";
/// Holds `wasm-opt`, which shrinks the module. Those of distributions are too old.
const BINARYEN: &str = "132.0.0";
/// Drives the browser in tests.
const PLAYWRIGHT: &str = "1.65.1";
/// Checks the page against the accessibility guidelines.
const AXE: &str = "4.14.1";
/// Judges licences, versions and sources of what the project depends on.
const DENY: &str = "0.20.2";
/// Lists what the site is made of.
const CYCLONEDX: &str = "0.5.9";
/// Read in tests what the page saves: one program for each format, none of them ours.
const READERS: [(&str, &str); 6] = [
    ("ajv", "8.20.0"),
    ("csv-parse", "7.0.3"),
    ("@knight-lab/timelinejs", "3.9.11"),
    ("ical.js", "2.2.1"),
    ("jsonld", "9.0.0"),
    ("commonmark", "0.31.2"),
];
/// Measured beside the analysis, with what makes one script of each.
const PEERS: [(&str, &str); 7] = [
    ("esbuild", "0.28.2"),
    ("wink-nlp", "2.4.0"),
    ("wink-eng-lite-web-model", "1.8.1"),
    ("chrono-node", "2.10.3"),
    ("compromise", "14.17.0"),
    ("compromise-dates", "3.9.0"),
    ("@microsoft/recognizers-text-date-time", "1.3.2"),
];
/// The oldest Node.js that runs the tests.
const NODE_MAJOR: u32 = 18;

/// One thing the project needs, and the way to it.
pub struct Tool {
    /// What it is called, with its version.
    pub name: &'static str,
    /// What it is for, and how long it may take to get.
    pub takes: &'static str,
    /// Whether it is there already.
    pub is_there: fn(&House) -> bool,
    /// Gets it.
    pub get: fn(&House) -> Outcome,
    /// How a person gets it, should that fail.
    pub by_hand: &'static str,
}

/// What is compiled or comes with the compiler; keeps the processor busy.
pub const COMPILED: &[Tool] = &[
    Tool {
        name: "WebAssembly target",
        takes: "lets the compiler make WebAssembly; under a minute",
        is_there: has_wasm_target,
        get: |house| quiet(house, "target", command(house, "rustup", &["target", "add", WASM_TARGET])),
        by_hand: "rustup target add wasm32-unknown-unknown",
    },
    Tool {
        name: "wasm-bindgen 0.2.130",
        takes: "joins the module to JavaScript; compiled, one to two minutes",
        is_there: |house| has_version(house, "wasm-bindgen", WASM_BINDGEN),
        get: |house| compile(house, "wasm-bindgen-cli", WASM_BINDGEN, &["--bin", "wasm-bindgen"]),
        by_hand: "cargo install wasm-bindgen-cli --version 0.2.130",
    },
    Tool {
        name: "trunk 0.21.14",
        takes: "puts the site together; compiled, three to six minutes (seconds where cargo-binstall is installed)",
        is_there: |house| has_version(house, "trunk", TRUNK),
        get: |house| compile(house, "trunk", TRUNK, &["--locked", "--no-default-features"]),
        by_hand: "cargo install trunk --version 0.21.14 --locked",
    },
];

/// What is downloaded for a build; keeps the network busy meanwhile.
pub const DOWNLOADED: &[Tool] = &[
    Tool {
        name: "Node.js",
        takes: "runs wasm-opt and the browser tests; a minute",
        is_there: has_node,
        get: |house| apt(house, &["nodejs", "npm"]),
        by_hand: "install Node.js 18 or newer with npm: https://nodejs.org, `brew install node` or your distribution's package",
    },
    Tool {
        name: "wasm-opt (binaryen 132)",
        takes: "makes the module smaller; seconds",
        is_there: |house| has_package(house, "binaryen", BINARYEN),
        get: |house| npm(house, "binaryen", BINARYEN),
        by_hand: "npm install --prefix .tools/npm binaryen@132.0.0",
    },
];

/// What only the browser tests need.
pub const FOR_TESTS: &[Tool] = &[
    Tool {
        name: "playwright-core 1.65.1",
        takes: "drives the browser in tests; seconds",
        is_there: |house| has_package(house, "playwright-core", PLAYWRIGHT),
        get: |house| npm(house, "playwright-core", PLAYWRIGHT),
        by_hand: "npm install --prefix .tools/npm playwright-core@1.65.1",
    },
    Tool {
        name: "axe-core 4.14.1",
        takes: "checks what is shown against the accessibility guidelines; seconds",
        is_there: |house| has_package(house, "axe-core", AXE),
        get: |house| npm(house, "axe-core", AXE),
        by_hand: "npm install --prefix .tools/npm axe-core@4.14.1",
    },
    Tool {
        name: "readers of the export formats",
        takes: "check what the page saves: JSON, CSV, TimelineJS, iCalendar, linked data, Markdown; under a minute",
        is_there: |house| READERS.iter().all(|(package, version)| has_package(house, package, version)),
        get: |house| READERS.iter().try_for_each(|(package, version)| npm(house, package, version)),
        by_hand: "npm install --prefix .tools/npm ajv@8.20.0 csv-parse@7.0.3 @knight-lab/timelinejs@3.9.11 ical.js@2.2.1 jsonld@9.0.0 commonmark@0.31.2",
    },
    Tool {
        name: "Chromium",
        takes: "the browser the tests run in; one to two minutes",
        is_there: |house| browser::find(house).is_some(),
        get: get_browser,
        by_hand: "install Chromium or Chrome, and set CHROME to its program if it is not found",
    },
    Tool {
        name: "cargo-deny 0.20.2",
        takes: "checks licences and sources of what the project depends on; compiled, one to three minutes",
        is_there: |house| has_version(house, "cargo-deny", DENY),
        get: |house| compile(house, "cargo-deny", DENY, &["--locked"]),
        by_hand: "cargo install cargo-deny --version 0.20.2 --locked",
    },
];

/// What only the measurement beside other libraries needs.
pub const FOR_BENCH: &[Tool] = &[Tool {
    name: "other libraries",
    takes: "are measured beside the analysis: wink-nlp, chrono-node, compromise, Recognizers-Text; under a minute",
    is_there: |house| PEERS.iter().all(|(package, version)| has_package(house, package, version)),
    get: |house| PEERS.iter().try_for_each(|(package, version)| npm(house, package, version)),
    by_hand: "npm install --prefix .tools/npm esbuild@0.28.2 wink-nlp@2.4.0 wink-eng-lite-web-model@1.8.1 chrono-node@2.10.3 compromise@14.17.0 compromise-dates@3.9.0 @microsoft/recognizers-text-date-time@1.3.2",
}];

/// What only a release needs.
pub const FOR_RELEASE: &[Tool] = &[Tool {
    name: "cargo-cyclonedx 0.5.9",
    takes: "lists what the site is made of; compiled, one to three minutes",
    // A subcommand of cargo, which knows its version only as such.
    is_there: |house| says_version(house, "cargo-cyclonedx", &["cyclonedx", "--version"], CYCLONEDX),
    get: |house| compile(house, "cargo-cyclonedx", CYCLONEDX, &["--locked"]),
    by_hand: "cargo install cargo-cyclonedx --version 0.5.9 --locked",
}];

fn has_wasm_target(house: &House) -> bool {
    let folder = answer(house, "rustc", &["--print", "target-libdir", "--target", WASM_TARGET]);
    folder.is_some_and(|folder| fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some()))
}

/// Whether `program` is on the search path and says that it is of this version.
fn has_version(house: &House, program: &str, version: &str) -> bool {
    says_version(house, program, &["--version"], version)
}

fn says_version(house: &House, program: &str, question: &[&str], version: &str) -> bool {
    answer(house, program, question).is_some_and(|said| said.split_whitespace().any(|word| word == version))
}

fn has_node(house: &House) -> bool {
    let said = answer(house, "node", &["--version"]).unwrap_or_default();
    let major = said.trim_start_matches('v').split('.').next().and_then(|number| number.parse::<u32>().ok());
    major.is_some_and(|major| major >= NODE_MAJOR)
}

/// Whether npm's package is there in this version.
fn has_package(house: &House, package: &str, version: &str) -> bool {
    let manifest = fs::read_to_string(house.packages().join(package).join("package.json")).unwrap_or_default();
    manifest.contains(&format!("\"version\": \"{version}\""))
}

/// Gets a program of Rust: ready made where `cargo binstall` can, else compiled as fast as may be.
fn compile(house: &House, package: &str, version: &str, options: &[&str]) -> Outcome {
    let root = house.tools.to_string_lossy().into_owned();
    if answer(house, "cargo", &["binstall", "-V"]).is_some() {
        let wanted = format!("{package}@{version}");
        let ready = ["binstall", "--no-confirm", "--disable-strategies", "compile", "--root", &root, &wanted];
        if quiet(house, &format!("{package}-binstall"), command(house, "cargo", &ready)).is_ok() {
            return Ok(());
        }
    }
    let plain = ["install", package, "--version", version, "--debug", "--root", &root];
    let mut cargo = command(house, "cargo", &[&plain, options].concat());
    // One target folder, so that the two tools share what they have in common, and the least work for the compiler.
    cargo.env("CARGO_TARGET_DIR", house.tools.join("target")).env("CARGO_INCREMENTAL", "0");
    cargo.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_PROFILE_DEV_OPT_LEVEL", "0").env("CARGO_PROFILE_DEV_PANIC", "abort");
    cargo.env("CARGO_PROFILE_DEV_DEBUG_ASSERTIONS", "false").env("CARGO_PROFILE_DEV_OVERFLOW_CHECKS", "false");
    quiet(house, package, cargo)
}

/// Installs a package of npm in exactly this version.
fn npm(house: &House, package: &str, version: &str) -> Outcome {
    let folder = house.tools.join("npm");
    fs::create_dir_all(&folder).map_err(|error| format!("no folder for npm: {error}"))?;
    let prefix = folder.to_string_lossy().into_owned();
    let wanted = format!("{package}@{version}");
    let install = ["install", "--prefix", &prefix, "--save-exact", "--ignore-scripts", "--no-audit", "--no-fund", &wanted];
    // The name of a package in a scope has a slash, that of a log must not.
    quiet(house, &package.replace('/', "-"), command(house, "npm", &install))
}

/// Gets a browser from the distribution, else the one that playwright names.
fn get_browser(house: &House) -> Outcome {
    let from_system = apt(house, &["chromium", "fonts-liberation"]);
    if browser::find(house).is_some() {
        return Ok(());
    }
    let program = house.packages().join("playwright-core").join("cli.js");
    let mut node = command(house, "node", &[&program.to_string_lossy(), "install", "chromium"]);
    node.env("PLAYWRIGHT_BROWSERS_PATH", house.browsers());
    quiet(house, "chromium-playwright", node).map_err(|why| match from_system {
        Err(system) => format!("{system}\n{why}"),
        Ok(()) => why,
    })
}

/// Installs packages of Debian and its kin, where we may.
fn apt(house: &House, packages: &[&str]) -> Outcome {
    if answer(house, "id", &["-u"]).as_deref() != Some("0") || house.find("apt-get").is_none() {
        return Err("only root on Debian or Ubuntu can have it installed by itself".to_owned());
    }
    let name = packages.join("-");
    let install = [&["install", "--yes", "--no-install-recommends"], packages].concat();
    let run = |step: &str, words: &[&str]| {
        let mut apt = command(house, "apt-get", words);
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        quiet(house, &format!("{name}-{step}"), apt)
    };
    // A fresh machine has no package lists yet.
    run("apt", &install).or_else(|_| run("update", &["update"]).and_then(|()| run("again", &install)))
}
