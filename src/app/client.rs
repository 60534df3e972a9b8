//! The page's end of the worker: carries out what the [`Line`] of questions says.

use crate::app::browser::Worker;
use crate::app::line::{Duty, Line, Question, Sent};
use crate::app::protocol::{Request, Response, decode, encode};
use crate::app::state::{Action, Failure, Reading};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::time::Duration;
use yew::Callback;
use yew::platform::{spawn_local, time::sleep};

/// The worker's script, beside the page.
const SCRIPT: &str = "./worker_loader.js";

/// How long an old question may keep a newer one waiting.
const PATIENCE: Duration = Duration::from_millis(400);

/// How long a worker may take to start.
const START: Duration = Duration::from_secs(20);

/// The page's end of the worker. Dropping it ends the worker.
pub struct Client {
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    line: Line,
    worker: Option<Worker>,
    /// Counts the workers, so that what an old one still does is not laid to the new one.
    generation: u32,
    act: Callback<Action>,
}

impl Client {
    /// Starts the worker; what it says becomes actions.
    pub fn start(act: Callback<Action>) -> Self {
        let inner = Rc::new(RefCell::new(Inner { line: Line::default(), worker: None, generation: 0, act }));
        start_worker(&inner);
        Self { inner }
    }

    /// Asks; an older question without an answer is forgotten.
    pub fn ask(&self, question: Question) {
        let duty = self.inner.borrow_mut().line.ask(question);
        let running = self.inner.borrow().line.running();
        carry_out(&self.inner, duty);
        if let Some(id) = running {
            watch_patience(&self.inner, id);
        }
    }

    /// Forgets what was asked.
    pub fn forget(&self) {
        self.inner.borrow_mut().line.forget();
    }
}

fn start_worker(inner: &Rc<RefCell<Inner>>) {
    let mut this = inner.borrow_mut();
    this.generation += 1;
    let generation = this.generation;
    let (listening, failing) = (Rc::downgrade(inner), Rc::downgrade(inner));
    let on_message = move |bytes: Vec<u8>| {
        if let Some(inner) = alive(&listening, generation) {
            hear(&inner, &bytes);
        }
    };
    // A new worker is started after the event of the old one is over, because starting drops its listener.
    let on_error = move || {
        let failing = failing.clone();
        spawn_local(async move {
            if let Some(inner) = alive(&failing, generation) {
                let duty = inner.borrow_mut().line.died();
                carry_out(&inner, duty);
            }
        });
    };
    this.worker = Worker::start(SCRIPT, on_message, on_error);
    let missing = this.worker.is_none();
    drop(this);
    if missing {
        let act = inner.borrow().act.clone();
        act.emit(Action::Failed(Failure::NotStarted));
    } else {
        watch_start(inner, generation);
    }
}

/// The client, where it still lives and `generation` is its worker.
fn alive(inner: &Weak<RefCell<Inner>>, generation: u32) -> Option<Rc<RefCell<Inner>>> {
    inner.upgrade().filter(|inner| inner.borrow().generation == generation)
}

fn hear(inner: &Rc<RefCell<Inner>>, bytes: &[u8]) {
    let (action, duty) = {
        let mut this = inner.borrow_mut();
        match decode::<Response>(bytes) {
            Some(Response::Ready) => (None, this.line.ready()),
            Some(Response::Answer { id, analysis }) => {
                let (question, duty) = this.line.answered(id);
                let reading = question.map(|question| Reading { text: question.text, published: question.published, analysis: *analysis });
                (reading.map(|reading| Action::Answer(Rc::new(reading))), duty)
            }
            None => (None, this.line.died()),
        }
    };
    carry_out(inner, duty);
    if let Some(action) = action {
        let act = inner.borrow().act.clone();
        act.emit(action);
    }
}

fn carry_out(inner: &Rc<RefCell<Inner>>, duty: Duty) {
    let is_over = duty == Duty::GiveUp;
    let action = match duty {
        Duty::Rest => return,
        Duty::Send(sent) => return send(inner, &sent),
        Duty::Restart => None,
        Duty::RestartAndTell => Some(Action::Restarted),
        Duty::Stop => return end_worker(inner),
        Duty::GiveUp => {
            end_worker(inner);
            let started = inner.borrow().line.has_started();
            Some(Action::Failed(if started { Failure::Stopped } else { Failure::NotStarted }))
        }
    };
    if !is_over {
        start_worker(inner);
    }
    if let Some(action) = action {
        let act = inner.borrow().act.clone();
        act.emit(action);
    }
}

fn end_worker(inner: &Rc<RefCell<Inner>>) {
    let mut this = inner.borrow_mut();
    this.generation += 1;
    this.worker = None;
}

fn send(inner: &Rc<RefCell<Inner>>, sent: &Sent) {
    let request = Request { id: sent.id, text: &sent.question.text, published: sent.question.published };
    if let (Some(bytes), Some(worker)) = (encode(&request), &inner.borrow().worker) {
        worker.send(&bytes);
    }
}

/// Ends a worker that keeps a newer question waiting.
fn watch_patience(inner: &Rc<RefCell<Inner>>, id: u32) {
    let inner = Rc::downgrade(inner);
    spawn_local(async move {
        sleep(PATIENCE).await;
        if let Some(inner) = inner.upgrade() {
            let duty = inner.borrow_mut().line.overdue(id);
            carry_out(&inner, duty);
        }
    });
}

/// Takes a worker that does not start for a dead one.
fn watch_start(inner: &Rc<RefCell<Inner>>, generation: u32) {
    let inner = Rc::downgrade(inner);
    spawn_local(async move {
        sleep(START).await;
        if let Some(inner) = alive(&inner, generation).filter(|inner| !inner.borrow().line.is_ready()) {
            let duty = inner.borrow_mut().line.died();
            carry_out(&inner, duty);
        }
    });
}
