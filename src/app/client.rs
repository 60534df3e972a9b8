//! The page's end of the worker that reads: carries out what the [`Line`] of questions says.

use crate::app::browser::Worker;
use crate::app::line::{Duty, Line, Question, Sent};
use crate::app::parts::Parts;
use crate::app::protocol::{Request, Response, decode, encode};
use crate::app::state::{Action, Answer, Failure};
use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use yew::Callback;
use yew::platform::{spawn_local, time::sleep};

/// The worker's script, beside the page.
const SCRIPT: &str = "./worker_loader.js";

/// How long an old question may keep a newer one waiting. Far longer than any article takes:
/// a worker is replaced because it hangs, not because it is busy.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long after the start or an answer the page has drawn it, and what it does not need can be loaded.
const DRAWING: Duration = Duration::from_millis(400);

/// How long a worker may take to start.
const START: Duration = Duration::from_secs(20);

/// The page's end of the worker. Dropping it ends the worker and its spare.
pub struct Client {
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    line: Line,
    /// The worker that is asked.
    active: Option<Running>,
    /// A worker that takes over when the first one dies, without a request: the page goes on where
    /// the network is gone. There is one, started at the first rest; later workers are loaded anew.
    spare: Option<Running>,
    /// How many workers were started.
    started: u32,
    /// What has come of an answer that is on its way.
    parts: Parts,
    act: Callback<Action>,
    /// Hears that a worker listens.
    on_ready: Callback<()>,
    /// Hears once that the first worker has nothing to do.
    on_rest: Option<Callback<()>>,
}

/// A worker that was started.
struct Running {
    worker: Worker,
    /// Tells the workers apart, so that what an old one still does is not laid to the new one.
    number: u32,
    /// Whether it listens.
    ready: bool,
}

impl Client {
    /// Starts the worker; what it says becomes actions. `on_ready` hears that it listens, `on_rest` once that it has nothing
    /// to do: a first result does not wait for what is loaded then.
    pub fn start(act: Callback<Action>, on_ready: Callback<()>, on_rest: Callback<()>) -> Self {
        let inner = Rc::new(RefCell::new(Inner {
            line: Line::default(),
            active: None,
            spare: None,
            started: 0,
            parts: Parts::default(),
            act,
            on_ready,
            on_rest: Some(on_rest),
        }));
        replace_worker(&inner);
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
        let duty = self.inner.borrow_mut().line.forget();
        carry_out(&self.inner, duty);
    }
}

/// Lets the spare worker take over, or starts another.
fn replace_worker(inner: &Rc<RefCell<Inner>>) {
    let spare = inner.borrow_mut().spare.take();
    let next = spare.or_else(|| start_worker(inner));
    let (number, ready) = next.as_ref().map_or((0, false), |next| (next.number, next.ready));
    let is_missing = next.is_none();
    inner.borrow_mut().active = next;
    if is_missing {
        bury(inner);
    } else if ready {
        let duty = inner.borrow_mut().line.ready();
        carry_out(inner, duty);
    } else {
        watch_start(inner, number);
    }
}

/// Loads what waits for the first worker to have nothing to do.
fn rest(inner: &Rc<RefCell<Inner>>) {
    if inner.borrow().line.is_busy() {
        return;
    }
    let on_rest = inner.borrow_mut().on_rest.take();
    if let Some(on_rest) = on_rest {
        let spare = start_worker(inner);
        inner.borrow_mut().spare = spare;
        on_rest.emit(());
    }
}

/// The same when the page is drawn as it is now.
fn rest_behind_drawing(inner: &Rc<RefCell<Inner>>) {
    let inner = Rc::downgrade(inner);
    spawn_local(async move {
        sleep(DRAWING).await;
        if let Some(inner) = inner.upgrade() {
            rest(&inner);
        }
    });
}

/// Starts a worker, or takes over the one that has started with the page; `None` where the browser refuses.
fn start_worker(inner: &Rc<RefCell<Inner>>) -> Option<Running> {
    let number = {
        let mut this = inner.borrow_mut();
        this.started += 1;
        this.started
    };
    let (listening, failing) = (Rc::downgrade(inner), Rc::downgrade(inner));
    let on_message = move |bytes: Vec<u8>| {
        if let Some(inner) = listening.upgrade() {
            hear(&inner, number, &bytes);
        }
    };
    // A worker is dropped after its own event is over, because dropping it drops the listener.
    let on_error = move || {
        let failing = failing.clone();
        spawn_local(async move {
            if let Some(inner) = failing.upgrade() {
                lose(&inner, number);
            }
        });
    };
    let early = Worker::take_over(on_message.clone(), on_error.clone());
    early.or_else(|| Worker::start(SCRIPT, on_message, on_error)).map(|worker| Running { worker, number, ready: false })
}

/// A worker has failed.
fn lose(inner: &Rc<RefCell<Inner>>, number: u32) {
    if is_active(inner, number) {
        bury(inner);
    } else {
        let lost = inner.borrow_mut().spare.take_if(|spare| spare.number == number);
        drop(lost);
    }
}

/// The active worker is dead, and what it was to do is not done.
fn bury(inner: &Rc<RefCell<Inner>>) {
    let duty = inner.borrow_mut().line.died();
    carry_out(inner, duty);
}

fn is_active(inner: &Rc<RefCell<Inner>>, number: u32) -> bool {
    inner.borrow().active.as_ref().is_some_and(|active| active.number == number)
}

fn hear(inner: &Rc<RefCell<Inner>>, number: u32, bytes: &[u8]) {
    let message = decode::<Response>(bytes);
    if is_active(inner, number) {
        hear_active(inner, message);
    } else if message == Some(Response::Ready)
        && let Some(spare) = inner.borrow_mut().spare.as_mut().filter(|spare| spare.number == number)
    {
        spare.ready = true;
    }
}

fn hear_active(inner: &Rc<RefCell<Inner>>, message: Option<Response>) {
    let is_answer = matches!(message, Some(Response::Answer { .. }));
    let is_ready = message == Some(Response::Ready);
    let (action, duty) = {
        let mut this = inner.borrow_mut();
        match message {
            Some(Response::Ready) => (None, this.line.ready()),
            Some(Response::Reached { id, stage }) => (this.line.is_awaited(id).then_some(Action::Reached(stage)), Duty::Rest),
            Some(Response::Part { id, part }) => {
                if this.line.is_awaited(id) {
                    this.parts.add(part);
                }
                (None, Duty::Rest)
            }
            Some(Response::Answer { id, analysis }) => {
                let (question, duty) = this.line.answered(id);
                let parts = std::mem::take(&mut this.parts);
                let answer =
                    |question: Question| Answer { text: question.text, options: question.options, found: Rc::new(parts.with(*analysis)) };
                (question.map(answer).map(Action::Answer), duty)
            }
            None => (None, this.line.died()),
        }
    };
    carry_out(inner, duty);
    if let Some(action) = action {
        let act = inner.borrow().act.clone();
        act.emit(action);
    }
    if is_ready {
        // What waits is on its way by now.
        let on_ready = inner.borrow().on_ready.clone();
        on_ready.emit(());
    }
    if is_ready || is_answer {
        rest_behind_drawing(inner);
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
    if let Some(action) = action {
        let act = inner.borrow().act.clone();
        act.emit(action);
    }
    if !is_over {
        inner.borrow_mut().parts = Parts::default();
        replace_worker(inner);
    }
}

fn end_worker(inner: &Rc<RefCell<Inner>>) {
    let ended = inner.borrow_mut().active.take();
    drop(ended);
}

fn send(inner: &Rc<RefCell<Inner>>, sent: &Sent) {
    let request = Request { id: sent.id, text: &sent.question.text, options: sent.question.options.clone() };
    if let (Some(bytes), Some(active)) = (encode(&request), &inner.borrow().active) {
        active.worker.send(&bytes);
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
fn watch_start(inner: &Rc<RefCell<Inner>>, number: u32) {
    let inner = Rc::downgrade(inner);
    spawn_local(async move {
        sleep(START).await;
        if let Some(inner) = inner.upgrade().filter(|inner| is_active(inner, number) && !inner.borrow().line.is_ready()) {
            bury(&inner);
        }
    });
}
