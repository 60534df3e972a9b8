//! Web Worker entry: every analysis runs here, so that no article freezes the page
//! and no panic takes it down.

use saywhen::analysis::{Options, analyze, analyze_telling};
use saywhen::app::browser::serve;
use saywhen::app::parts;
use saywhen::app::protocol::{Request, Response, decode};
use saywhen::app::samples::SAMPLES;
use std::hint::black_box;

fn main() {
    serve(&Response::Ready, |bytes, send| {
        let Some(Request { id, text, options }) = decode(bytes) else { return };
        let mut analysis = analyze_telling(text, &options, |stage| send(&Response::Reached { id, stage }));
        parts::taken(&mut analysis).into_iter().for_each(|part| send(&Response::Part { id, part }));
        send(&Response::Answer { id, analysis: Box::new(analysis) });
    });
    rehearse();
}

/// Reads a sample for nobody. Browsers compile a function when it is first called: the reader's first article finds all of them ready,
/// and one that is there already waits no longer than it would for its own calls.
fn rehearse() {
    black_box(analyze(SAMPLES[0].text, &Options::default()));
}
