//! Measures every stage of the analysis, and the whole, over a megabyte of articles.
//! The same program runs natively and, in Node.js, as WebAssembly: `cargo xtask bench`.
//! In a browser, beside other libraries, it reads the text that it is given once: who calls it has the clock.

mod host;

use host::{now, say};
use saywhen::clause::Clauses;
use saywhen::text::Document;
use saywhen::{Options, analyze, event, mention, quote, tag, timex};
use std::hint::black_box;

/// The articles, again and again.
const TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/text.txt"));
/// Each measurement is the median of this many.
const RUNS: usize = 7;
/// The stages, in order; the last is the whole.
const STAGES: [&str; 8] = ["text", "tag", "clause", "timex", "mention", "quote", "event", "whole"];

fn main() {
    if let Some(text) = host::text() {
        black_box(analyze(&text, &Options::default()));
    } else {
        stages();
    }
}

/// Prints how fast each stage is.
fn stages() {
    let runs: Vec<[f64; STAGES.len()]> = (0..RUNS).map(|_| run()).collect();
    for (i, name) in STAGES.iter().enumerate() {
        let mut times: Vec<f64> = runs.iter().filter_map(|run| run.get(i)).copied().collect();
        times.sort_by(f64::total_cmp);
        let median = times.get(RUNS / 2).copied().unwrap_or_default();
        let speed = TEXT.len() as f64 / 1e6 / median.max(1e-9);
        say(&format!("  {name:8} {speed:9.1} MB/s  {:8.1} ms", median * 1e3));
    }
}

/// Seconds for each stage.
fn run() -> [f64; STAGES.len()] {
    let text = black_box(TEXT);
    let mut times = Stopwatch::start();
    let mut document = Document::new(text);
    let reading = times.lap();
    tag::tag(&mut document);
    let tagging = times.lap();
    let clauses = Clauses::find(&document);
    let parsing = times.lap();
    let (published, timexes) = timex::find(&document, &clauses, None, &[]);
    let dating = times.lap();
    let mentions = mention::find(&document);
    let naming = times.lap();
    let quote::Found { quotations, entities } = quote::find(&document, &clauses, &mentions, &timexes);
    let quoting = times.lap();
    black_box(event::find(&document, &clauses, &published, &timexes, &entities, &quotations));
    let telling = times.lap();
    black_box(analyze(text, &Options::default()));
    [reading, tagging, parsing, dating, naming, quoting, telling, times.lap()]
}

/// Seconds since the last look.
struct Stopwatch {
    last: f64,
}

impl Stopwatch {
    fn start() -> Self {
        Self { last: now() }
    }

    fn lap(&mut self) -> f64 {
        let (before, now) = (self.last, now());
        self.last = now;
        now - before
    }
}
