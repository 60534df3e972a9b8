//! How fast the analysis is, and how smooth the page.

use crate::Outcome;
use crate::browser;
use crate::build;
use crate::house::House;
use crate::run::{command, loud};
use crate::setup::{self, Purpose};
use crate::tools::WASM_TARGET;

const MODULE: &str = "target/bench.wasm";

/// Measures what `words` name: the analysis (`core`), the page (`page`), or both.
pub fn bench(house: &House, words: &[String]) -> Outcome {
    match words.first().map(String::as_str) {
        None => core(house).and_then(|()| page(house)),
        Some("core") => core(house),
        Some("page") => page(house),
        Some(other) => Err(format!("expected core or page after bench, but found {other}")),
    }
}

/// The page over a long report, in a browser.
fn page(house: &House) -> Outcome {
    setup::prepare(house, Purpose::Test)?;
    build::build(house)?;
    println!();
    loud(browser::node(house, &["bench/page.mjs"])?)
}

/// The analysis natively and as WebAssembly, treated as the site's module is.
fn core(house: &House) -> Outcome {
    setup::prepare(house, Purpose::Build)?;
    let target = house.root.join("target");
    let build = |more: &[&str]| {
        let plain = ["build", "--quiet", "--release", "--package", "saywhen-bench", "--target-dir"];
        loud(command(house, "cargo", &[&plain[..], &[&*target.to_string_lossy()], more].concat()))
    };
    println!("compiling the measurement twice, a minute each the first time");
    build(&[])?;
    build(&["--target", WASM_TARGET])?;
    let module = format!("target/{WASM_TARGET}/release/saywhen-bench.wasm");
    loud(command(house, "wasm-opt", &["-Oz", &module, "-o", MODULE]))?;
    println!("\n1 MB of articles, natively (median of 7 runs)");
    let program = target.join("release").join(format!("saywhen-bench{}", std::env::consts::EXE_SUFFIX));
    loud(command(house, &program.to_string_lossy(), &[]))?;
    println!("\nthe same as WebAssembly in Node.js");
    loud(command(house, "node", &["bench/node.mjs", MODULE]))
}
