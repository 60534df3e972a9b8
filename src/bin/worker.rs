//! Web Worker entry: every analysis runs here, so that no article freezes the page
//! and no panic takes it down.

use js_sys::Uint8Array;
use saywhen::app::marked;
use saywhen::app::protocol::{Request, Response, decode, encode};
use saywhen::compare::{Article, compare};
use saywhen::export::Work;
use saywhen::review::file;
use saywhen::{analyze, export};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let answering = scope.clone();
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let bytes = Uint8Array::new(&event.data()).to_vec();
        if let Some(response) = answer(&bytes) {
            send(&answering, &response);
        }
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // The worker listens as long as it lives.
    listener.forget();
    send(&scope, &Response::Ready);
}

fn answer(bytes: &[u8]) -> Option<Response> {
    Some(match decode::<Request>(bytes)? {
        Request::Analyze { id, text, options } => Response::Answer { id, analysis: Box::new(analyze(text, &options)) },
        Request::Write { id, format, options, text, analysis, review, only } => {
            let reviewed = review.apply(text, &analysis);
            let file = match only {
                Some(item) => export::plain::one(text, &reviewed, &review, item),
                None => export::write(format, Work::reviewed(text, &reviewed.kept(), &review), &options).ok(),
            };
            Response::Written { id, file }
        }
        Request::Pack { id, text, review } => Response::Written { id, file: file::write(text, &review).ok() },
        Request::Compare { id, articles } => {
            let articles: Vec<Article> = articles.iter().map(|(text, analysis)| Article { text, analysis }).collect();
            Response::Compared { id, rows: compare(&articles).telling(&articles) }
        }
        Request::Unmark { id, markdown } => Response::Unmarked { id, arrival: marked::read(markdown) },
        Request::Unpack { id, json } => Response::Unpacked { id, work: file::read(json) },
    })
}

fn send(scope: &DedicatedWorkerGlobalScope, response: &Response) {
    let Some(bytes) = encode(response) else { return };
    let array = Uint8Array::from(bytes.as_slice());
    // A message that cannot be sent has no one to be told; the page restarts a silent worker.
    let _ = scope.post_message_with_transfer(&array, &js_sys::Array::of1(&array.buffer()));
}
