//! Gets what is missing: compiled tools and downloads side by side.

use crate::Outcome;
use crate::house::House;
use crate::tools::{COMPILED, DOWNLOADED, FOR_BENCH, FOR_RELEASE, FOR_TESTS, Tool};
use std::fs;
use std::thread;
use std::time::Instant;

/// What the tools are wanted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To build the site.
    Build,
    /// To build and test it.
    Test,
    /// To measure it beside others.
    Bench,
    /// To make a release of it.
    Release,
}

/// Makes sure that every tool is there.
pub fn prepare(house: &House, purpose: Purpose) -> Outcome {
    let start = Instant::now();
    let more: &[&[Tool]] = match purpose {
        Purpose::Build => &[],
        Purpose::Test => &[FOR_TESTS],
        Purpose::Bench => &[FOR_TESTS, FOR_BENCH],
        Purpose::Release => &[FOR_RELEASE],
    };
    let mut downloads = DOWNLOADED.iter().chain(more.iter().copied().flatten()).filter(|tool| !(tool.is_there)(house)).collect::<Vec<_>>();
    let compiled = COMPILED.iter().filter(|tool| !(tool.is_there)(house)).collect::<Vec<_>>();
    let missing = downloads.len() + compiled.len();
    if missing == 0 {
        println!("set-up: nothing is missing");
        return Ok(());
    }
    println!("set-up: {missing} to get, into .tools/ where nothing else is said");
    // The browser comes with what the browser needs: downloads keep their order.
    let (left, right) = thread::scope(|scope| {
        let beside = scope.spawn(|| get_all(house, &std::mem::take(&mut downloads)));
        let here = get_all(house, &compiled);
        (here, beside.join().unwrap_or_else(|_| Err("the downloads stopped without a word".to_owned())))
    });
    left.and(right)?;
    // What the compiler left behind is large and no longer of use; if it stays, nothing breaks.
    let _ = fs::remove_dir_all(house.tools.join("target"));
    println!("set-up: done in {} s", start.elapsed().as_secs());
    Ok(())
}

/// Gets one tool after the other and stops at the first that fails.
fn get_all(house: &House, tools: &[&Tool]) -> Outcome {
    tools.iter().try_for_each(|tool| get(house, tool))
}

fn get(house: &House, tool: &Tool) -> Outcome {
    let start = Instant::now();
    println!("  getting {}: {}", tool.name, tool.takes);
    let explain = |why: String| format!("{} could not be set up: {why}\n  By hand: {}", tool.name, tool.by_hand);
    (tool.get)(house).map_err(explain)?;
    if !(tool.is_there)(house) {
        return Err(explain("it was installed, but it is not found or not of the right version".to_owned()));
    }
    println!("  got {} in {} s", tool.name, start.elapsed().as_secs());
    Ok(())
}
