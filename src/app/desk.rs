//! The page's end of the worker that writes: sends it on errands and brings back what comes of them.
//!
//! A worker of its own, because a first result needs nothing of it, and because what is written
//! has not to wait for what is read.

use crate::app::browser::Worker;
use crate::app::errand::Errand;
use crate::app::protocol::{Outcome, decode, encode};
use crate::app::state::Action;
use std::cell::RefCell;
use std::rc::Rc;
use yew::Callback;
use yew::platform::spawn_local;

/// The writer's script, beside the page.
const SCRIPT: &str = "./writer_loader.js";

/// The page's end of the writer. Dropping it ends the writer.
pub struct Desk {
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    writer: Option<Worker>,
    /// Whether it listens.
    ready: bool,
    /// The last number of an errand.
    last_id: u32,
    /// What the writer is to do.
    running: Vec<(u32, Errand)>,
    /// Tasks that wait for the writer to listen.
    waiting: Vec<Vec<u8>>,
    act: Callback<Action>,
}

impl Desk {
    /// A desk whose writer starts when it is wanted. What comes of errands becomes actions.
    pub fn new(act: Callback<Action>) -> Self {
        let inner = Inner { writer: None, ready: false, last_id: 0, running: Vec::new(), waiting: Vec::new(), act };
        Self { inner: Rc::new(RefCell::new(inner)) }
    }

    /// Starts the writer, unless it has started.
    pub fn open(&self) {
        if self.inner.borrow().writer.is_none() {
            let writer = start(&self.inner);
            self.inner.borrow_mut().writer = writer;
        }
    }

    /// Sends the writer on an errand.
    pub fn send_on(&self, errand: Errand) {
        self.open();
        let mut this = self.inner.borrow_mut();
        this.last_id += 1;
        let id = this.last_id;
        let bytes = encode(&errand.task(id));
        this.running.push((id, errand));
        match (bytes, &this.writer) {
            (Some(bytes), Some(writer)) if this.ready => {
                writer.send(&bytes);
            }
            (Some(bytes), Some(_)) => this.waiting.push(bytes),
            _ => {
                drop(this);
                close(&self.inner);
            }
        }
    }
}

/// Starts the writer; `None` where the browser refuses.
fn start(inner: &Rc<RefCell<Inner>>) -> Option<Worker> {
    let (listening, failing) = (Rc::downgrade(inner), Rc::downgrade(inner));
    let on_message = move |bytes: Vec<u8>| {
        if let Some(inner) = listening.upgrade() {
            hear(&inner, &bytes);
        }
    };
    // A worker is dropped after its own event is over, because dropping it drops the listener.
    let on_error = move || {
        let failing = failing.clone();
        spawn_local(async move {
            if let Some(inner) = failing.upgrade() {
                close(&inner);
            }
        });
    };
    Worker::start(SCRIPT, on_message, on_error)
}

fn hear(inner: &Rc<RefCell<Inner>>, bytes: &[u8]) {
    let Some(outcome) = decode::<Outcome>(bytes) else { return close(inner) };
    let (action, act) = {
        let mut this = inner.borrow_mut();
        if outcome == Outcome::Ready {
            this.ready = true;
            let waiting = std::mem::take(&mut this.waiting);
            if let Some(writer) = &this.writer {
                waiting.iter().for_each(|bytes| {
                    writer.send(bytes);
                });
            }
        }
        let place = outcome.id().and_then(|id| this.running.iter().position(|(other, _)| *other == id));
        let errand = place.map(|place| this.running.remove(place).1);
        (errand.and_then(|errand| errand.done(outcome)), this.act.clone())
    };
    if let Some(action) = action {
        act.emit(action);
    }
}

/// Ends the writer, which has failed: the reader is told of what it has left undone, and the next errand starts another.
fn close(inner: &Rc<RefCell<Inner>>) {
    let (writer, undone, act) = {
        let mut this = inner.borrow_mut();
        this.ready = false;
        this.waiting.clear();
        (this.writer.take(), std::mem::take(&mut this.running), this.act.clone())
    };
    drop(writer);
    if !undone.is_empty() {
        act.emit(Action::Undone);
    }
}
