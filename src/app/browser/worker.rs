//! Web Workers, seen from the page and from within.

use crate::app::protocol::encode;
use js_sys::{Array, Reflect, Uint8Array};
use serde::Serialize;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Event, MessageEvent};
use yew::platform::spawn_local;

/// The name by which `static/start.js` leaves the worker that it has started.
const EARLY: &str = "saywhenWorker";

/// A running Web Worker. Dropping it ends it.
pub struct Worker {
    inner: web_sys::Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl Worker {
    /// Starts the script at `url`, relative to the page.
    pub fn start(url: &str, on_message: impl Fn(Vec<u8>) + 'static, on_error: impl Fn() + 'static) -> Option<Self> {
        let inner = web_sys::Worker::new(url).ok()?;
        Some(Self::listen(inner, Rc::new(on_message), Rc::new(on_error)))
    }

    /// Takes over, once, the worker that `static/start.js` has started beside the page's program.
    /// What has come of it before is told again, behind what runs now.
    pub fn take_over(on_message: impl Fn(Vec<u8>) + 'static, on_error: impl Fn() + 'static) -> Option<Self> {
        let global = js_sys::global();
        let inner = Reflect::get(&global, &EARLY.into()).ok()?.dyn_into::<web_sys::Worker>().ok()?;
        Reflect::delete_property(&global, &EARLY.into()).ok()?;
        let past = |name: &str| Reflect::get(&inner, &name.into()).unwrap_or_default();
        let (said, failed) = (past("said"), past("failed").is_truthy());
        let said: Vec<Vec<u8>> = Array::from(&said).iter().map(|message| Uint8Array::new(&message).to_vec()).collect();
        let (on_message, on_error) = (Rc::new(on_message), Rc::new(on_error));
        let worker = Self::listen(inner, on_message.clone(), on_error.clone());
        spawn_local(async move {
            said.into_iter().for_each(|bytes| on_message(bytes));
            if failed {
                on_error();
            }
        });
        Some(worker)
    }

    fn listen(inner: web_sys::Worker, on_message: Rc<dyn Fn(Vec<u8>)>, on_error: Rc<dyn Fn()>) -> Self {
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            on_message(Uint8Array::new(&event.data()).to_vec());
        });
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // The page tells the reader itself; the console stays clean.
            event.prevent_default();
            on_error();
        });
        inner.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        inner.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Self { inner, _on_message: on_message, _on_error: on_error }
    }

    /// Hands over a message.
    pub fn send(&self, bytes: &[u8]) -> bool {
        let array = Uint8Array::from(bytes);
        self.inner.post_message_with_transfer(&array, &Array::of1(&array.buffer())).is_ok()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.inner.set_onmessage(None);
        self.inner.set_onerror(None);
        self.inner.terminate();
    }
}

/// Listens, as a worker, to what the page says, as long as the worker lives: first it says that it is `ready`, then `answer` takes
/// each message and a way to say something to the page.
pub fn serve<T: Serialize + 'static>(ready: &T, answer: impl Fn(&[u8], &dyn Fn(&T)) + 'static) {
    let Ok(scope) = js_sys::global().dyn_into::<web_sys::DedicatedWorkerGlobalScope>() else { return };
    let page = scope.clone();
    let send = move |message: &T| {
        let Some(bytes) = encode(message) else { return };
        let array = Uint8Array::from(bytes.as_slice());
        // A message that cannot be sent has no one to be told; the page restarts a silent worker.
        let _ = page.post_message_with_transfer(&array, &Array::of1(&array.buffer()));
    };
    send(ready);
    let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        answer(&Uint8Array::new(&event.data()).to_vec(), &send);
    });
    scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
}
