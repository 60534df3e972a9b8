//! The questions to the worker, one at a time: the newest wins.
//!
//! Pure: it says what to do and knows no browser, so that its order can be tested.

use crate::analysis::Options;
use crate::app::text::Text;

/// A question to the worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The article.
    pub text: Text,
    /// What is known besides, from the reader.
    pub options: Options,
}

/// A question on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// Its number.
    pub id: u32,
    /// What is asked.
    pub question: Question,
    /// How often the worker has died of it.
    deaths: u32,
}

/// What the page must do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Duty {
    /// Nothing.
    Rest,
    /// Hand this question to the worker.
    Send(Sent),
    /// End the worker and start another.
    Restart,
    /// End the worker, start another and tell the reader.
    RestartAndTell,
    /// The worker died twice of the same question: end it and tell the reader that there is no answer.
    GiveUp,
    /// The worker died and nothing is asked: leave it until something is.
    Stop,
}

/// The line of questions.
#[derive(Debug, Default)]
pub struct Line {
    last_id: u32,
    /// Whether the worker listens.
    ready: bool,
    /// Whether any worker has ever listened.
    started: bool,
    /// Whether there is no worker.
    absent: bool,
    running: Option<Sent>,
    waiting: Option<Sent>,
}

impl Line {
    /// Takes a question in; whatever waited before is forgotten.
    pub fn ask(&mut self, question: Question) -> Duty {
        self.last_id += 1;
        self.waiting = Some(Sent { id: self.last_id, question, deaths: 0 });
        if self.absent { self.restart(Duty::Restart) } else { self.next() }
    }

    /// Forgets what waits and whatever answer may still come: a worker that is busy with it is ended.
    pub fn forget(&mut self) -> Duty {
        self.last_id += 1;
        self.waiting = None;
        if self.running.is_some() { self.restart(Duty::Restart) } else { Duty::Rest }
    }

    /// Whether the answer to the question `id` is what the reader waits for.
    pub fn is_awaited(&self, id: u32) -> bool {
        id == self.last_id && self.running.as_ref().is_some_and(|sent| sent.id == id)
    }

    /// The worker listens.
    pub fn ready(&mut self) -> Duty {
        self.ready = true;
        self.started = true;
        self.next()
    }

    /// The worker answered the question `id`: gives that question back where no newer one came since.
    pub fn answered(&mut self, id: u32) -> (Option<Question>, Duty) {
        let answered = self.running.take().filter(|sent| sent.id == id && id == self.last_id);
        (answered.map(|sent| sent.question), self.next())
    }

    /// The worker has been busy with the question `id` for long: it is not waited for where a newer one is here.
    pub fn overdue(&mut self, id: u32) -> Duty {
        let busy = self.running.as_ref().is_some_and(|sent| sent.id == id);
        if busy && self.waiting.is_some() { self.restart(Duty::Restart) } else { Duty::Rest }
    }

    /// The worker died. Its question is asked once more, unless a newer one waits.
    pub fn died(&mut self) -> Duty {
        let Some(sent) = self.running.take().or_else(|| self.waiting.take()) else { return self.leave(Duty::Stop) };
        if self.waiting.is_some() {
            return self.restart(Duty::RestartAndTell);
        }
        if sent.deaths > 0 {
            return self.leave(Duty::GiveUp);
        }
        self.waiting = Some(Sent { deaths: sent.deaths + 1, ..sent });
        self.restart(Duty::RestartAndTell)
    }

    fn leave(&mut self, duty: Duty) -> Duty {
        self.absent = true;
        self.ready = false;
        duty
    }

    /// Whether the worker listens.
    pub fn is_ready(&self) -> bool {
        self.ready
    }

    /// Whether any worker has ever listened.
    pub fn has_started(&self) -> bool {
        self.started
    }

    /// Whether a question waits or is being answered.
    pub fn is_busy(&self) -> bool {
        self.running.is_some() || self.waiting.is_some()
    }

    /// The question that the worker is busy with.
    pub fn running(&self) -> Option<u32> {
        self.running.as_ref().map(|sent| sent.id)
    }

    fn restart(&mut self, duty: Duty) -> Duty {
        self.absent = false;
        self.ready = false;
        self.running = None;
        duty
    }

    fn next(&mut self) -> Duty {
        if !self.ready || self.running.is_some() {
            return Duty::Rest;
        }
        self.running = self.waiting.take();
        self.running.clone().map_or(Duty::Rest, Duty::Send)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(text: &str) -> Question {
        Question { text: text.into(), options: Options::default() }
    }

    fn sent(duty: Duty) -> (u32, String) {
        match duty {
            Duty::Send(sent) => (sent.id, sent.question.text.to_string()),
            other => panic!("expected a question to send, but found {other:?}"),
        }
    }

    #[test]
    fn questions_wait_until_the_worker_listens() {
        let mut line = Line::default();
        assert_eq!(line.ask(question("a")), Duty::Rest);
        assert_eq!(sent(line.ready()), (1, "a".to_owned()));
        assert_eq!(line.answered(1), (Some(question("a")), Duty::Rest));
    }

    #[test]
    fn only_the_newest_question_is_kept_and_answered() {
        let mut line = Line::default();
        line.ready();
        line.ask(question("a"));
        assert_eq!(line.ask(question("b")), Duty::Rest);
        assert_eq!(line.ask(question("c")), Duty::Rest);
        let (answered, duty) = line.answered(1);
        assert_eq!(answered, None, "a newer question is here");
        assert_eq!(sent(duty), (3, "c".to_owned()));
        assert_eq!(line.answered(3).0, Some(question("c")));
    }

    #[test]
    fn a_worker_is_replaced_when_it_is_long_busy_with_an_old_question() {
        let mut line = Line::default();
        line.ready();
        line.ask(question("a"));
        assert_eq!(line.overdue(1), Duty::Rest, "nothing newer waits");
        line.ask(question("b"));
        assert_eq!(line.overdue(1), Duty::Restart);
        assert_eq!(sent(line.ready()), (2, "b".to_owned()));
        assert_eq!(line.overdue(1), Duty::Rest);
    }

    #[test]
    fn a_dead_worker_gets_its_question_once_more() {
        let mut line = Line::default();
        line.ready();
        line.ask(question("a"));
        assert_eq!(line.died(), Duty::RestartAndTell);
        assert_eq!(sent(line.ready()), (1, "a".to_owned()));
        assert_eq!(line.died(), Duty::GiveUp);
        assert_eq!(line.ask(question("a")), Duty::Restart, "the reader tries again");
        assert_eq!(sent(line.ready()), (2, "a".to_owned()));
    }

    #[test]
    fn a_worker_that_never_starts_is_given_up() {
        let mut line = Line::default();
        line.ask(question("a"));
        assert_eq!(line.died(), Duty::RestartAndTell);
        assert_eq!(line.died(), Duty::GiveUp);
        assert_eq!(line.died(), Duty::Stop, "nothing is asked, so nothing is started for it");
    }

    #[test]
    fn a_forgotten_question_ends_the_worker_that_is_busy_with_it() {
        let mut line = Line::default();
        line.ready();
        assert_eq!(line.forget(), Duty::Rest, "nothing is asked");
        line.ask(question("a"));
        assert!(line.is_awaited(2));
        assert_eq!(line.forget(), Duty::Restart);
        assert!(!line.is_awaited(2));
        assert_eq!(line.ready(), Duty::Rest);
        assert_eq!(sent(line.ask(question("b"))), (4, "b".to_owned()));
    }
}
