//! Web Worker entry: every analysis runs here, so that no article freezes the page
//! and no panic takes it down.

use saywhen::analysis::analyze_telling;
use saywhen::app::browser::serve;
use saywhen::app::parts;
use saywhen::app::protocol::{Request, Response, decode};

fn main() {
    serve(&Response::Ready, |bytes, send| {
        let Some(Request { id, text, options }) = decode(bytes) else { return };
        let mut analysis = analyze_telling(text, &options, |stage| send(&Response::Reached { id, stage }));
        parts::taken(&mut analysis).into_iter().for_each(|part| send(&Response::Part { id, part }));
        send(&Response::Answer { id, analysis: Box::new(analysis) });
    });
}
