//! How fast the analysis is, alone and beside other libraries, and how smooth the page.

use crate::Outcome;
use crate::browser;
use crate::build;
use crate::house::House;
use crate::run::{command, loud};
use crate::setup::{self, Purpose};
use crate::tools::WASM_TARGET;

const MODULE: &str = "target/bench.wasm";
/// Where the measurement beside others is written.
const DOCS: &str = "docs";

/// Measures what `words` name: the analysis (`core`), the page (`page`), the analysis beside others (`peers`), or all of it.
pub fn bench(house: &House, words: &[String]) -> Outcome {
    match words.first().map(String::as_str) {
        None => core(house).and_then(|()| page(house)).and_then(|()| peers(house)),
        Some("core") => core(house),
        Some("page") => page(house),
        Some("peers") => peers(house),
        Some(other) => Err(format!("expected core, page or peers after bench, but found {other}")),
    }
}

/// The analysis beside other libraries, in a browser.
fn peers(house: &House) -> Outcome {
    setup::prepare(house, Purpose::Bench)?;
    build::build(house)?;
    let module = module(house)?;
    println!("\nbeside other libraries, in a browser (some minutes)");
    loud(browser::node(house, &["bench/peers.mjs", &module, DOCS])?)
}

/// The page over a long report, in a browser.
fn page(house: &House) -> Outcome {
    setup::prepare(house, Purpose::Test)?;
    build::build(house)?;
    println!();
    loud(browser::node(house, &["bench/page.mjs"])?)
}

/// The analysis natively and as WebAssembly.
fn core(house: &House) -> Outcome {
    setup::prepare(house, Purpose::Build)?;
    let module = module(house)?;
    compile(house, &[])?;
    println!("\n1 MB of articles, natively (median of 7 runs)");
    let program = house.root.join("target/release").join(format!("saywhen-bench{}", std::env::consts::EXE_SUFFIX));
    loud(command(house, &program.to_string_lossy(), &[]))?;
    println!("\nthe same as WebAssembly in Node.js");
    loud(command(house, "node", &["bench/stages.mjs", &module]))
}

/// Makes the measurement's module as the site's worker is made, and says where it is.
fn module(house: &House) -> Result<String, String> {
    compile(house, &["--target", WASM_TARGET])?;
    let compiled = format!("target/{WASM_TARGET}/release/saywhen-bench.wasm");
    let options = ["-Oz", "--skip-pass=memory-packing", "--one-caller-inline-max-function-size=100"];
    loud(command(house, "wasm-opt", &[&options[..], &[&compiled, "-o", MODULE]].concat()))?;
    Ok(house.root.join(MODULE).to_string_lossy().into_owned())
}

fn compile(house: &House, more: &[&str]) -> Outcome {
    println!("compiling the measurement (a minute the first time)");
    let target = house.root.join("target").to_string_lossy().into_owned();
    let plain = ["build", "--quiet", "--release", "--package", "saywhen-bench", "--target-dir", &target];
    loud(command(house, "cargo", &[&plain[..], more].concat()))
}
