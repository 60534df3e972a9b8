//! The one state of the page, the actions that change it, and the reducer between them.
//!
//! Pure: no browser in it. Everything that is shown and is not here is derived.

use crate::analysis::Analysis;
use crate::item::Item;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::rc::Rc;

/// How many entries of a long list are shown at first, and how many more at a time.
const STEP: usize = 150;

/// An article and what was found in it. Two readings are equal when they are the same one.
#[derive(Debug)]
pub struct Reading {
    /// The article as it was given.
    pub text: Rc<str>,
    /// The day of publication that the reader had given.
    pub published: Option<NaiveDate>,
    /// What was found; its spans are bytes of `text`.
    pub analysis: Analysis,
}

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// How the article is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// As a field to type in.
    #[default]
    Writing,
    /// As text with its findings marked.
    Reading,
}

/// What the worker is doing for the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Work {
    /// Nothing is asked, or all is answered.
    #[default]
    Done,
    /// An answer is awaited.
    Busy,
    /// The worker failed twice at the same text, or cannot start.
    Failed(Failure),
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The worker stopped while it read this text, and again when it tried once more.
    Stopped,
    /// The worker did not start.
    NotStarted,
}

/// Which part of the page a narrow screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The article.
    #[default]
    Article,
    /// What happened when.
    Timeline,
    /// Who said what.
    People,
}

impl Pane {
    /// The part of the page that holds the entry of `item`.
    pub fn of(item: Item) -> Self {
        match item {
            Item::Published | Item::Timex(_) | Item::Event(_) => Self::Timeline,
            Item::Entity(_) | Item::Quotation(_) => Self::People,
        }
    }
}

/// Which of the two places of an item the reader was led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Its words in the article.
    Words,
    /// Its entry in a list.
    Entry,
}

/// The item that the reader follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// What.
    pub item: Item,
    /// Where the page led.
    pub place: Place,
    /// Counts the reader's steps, so that the same step twice leads there twice.
    pub step: u32,
}

/// A short message that the reader can put away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The worker stopped and was started again.
    Restarted,
    /// The article made room for another or for none; it can be brought back.
    PutAway,
    /// A file could not be read as text.
    NotText,
}

/// Everything that the page remembers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The article as it was given.
    pub text: Rc<str>,
    /// The day of publication that the reader gave.
    pub given: Option<NaiveDate>,
    /// How the article is shown.
    pub mode: Mode,
    /// What the worker is doing.
    pub work: Work,
    /// Counts the reader's "try again".
    pub attempt: u32,
    /// The newest answer; it may be of an older text while the worker is busy.
    pub reading: Option<Rc<Reading>>,
    /// What the reader follows.
    pub chosen: Option<Chosen>,
    /// The items whose "why?" is open.
    pub open: BTreeSet<Item>,
    /// The part that a narrow screen shows.
    pub pane: Pane,
    /// Whether the timeline shows more than the main events.
    pub all_events: bool,
    /// Whether sources that are no officials are shown.
    pub all_sources: bool,
    /// How many steps of long lists the reader has asked for.
    pub steps: usize,
    /// The message at the top.
    pub notice: Option<Notice>,
    /// What was put away last, until something else is.
    pub put_away: Option<(Rc<str>, Option<NaiveDate>)>,
}

/// What can happen to the page.
#[derive(Clone, Debug)]
pub enum Action {
    /// The reader typed; the field shows it already.
    Write(Rc<str>),
    /// An article came whole: pasted, chosen or dropped.
    Take(Rc<str>),
    /// The reader gave the day of publication, or took it back.
    Date(Option<NaiveDate>),
    /// The worker answered.
    Answer(Rc<Reading>),
    /// The worker stopped and was started again.
    Restarted,
    /// The worker cannot go on.
    Failed(Failure),
    /// The reader wants another attempt.
    Retry,
    /// The reader follows an item to one of its places.
    Follow(Item, Place),
    /// The reader goes back to where they came from.
    Leave,
    /// The reader opens or closes a "why?".
    Why(Item),
    /// The reader changes how the article is shown.
    Show(Mode),
    /// The reader changes the part that a narrow screen shows.
    Turn(Pane),
    /// The reader wants all events, or the main ones.
    AllEvents(bool),
    /// The reader wants all sources, or the officials.
    AllSources(bool),
    /// The reader wants to see more of the long lists.
    More,
    /// The reader puts the article away.
    Clear,
    /// The reader brings back what was put away.
    BringBack,
    /// A file could not be read as text.
    NotText,
    /// The reader puts the message away.
    Dismiss,
}

impl State {
    /// The state after `action`.
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        next.act(action);
        next
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// How many entries a list shows before it is asked for more.
    pub fn shown(&self) -> usize {
        STEP * (self.steps + 1)
    }

    /// The newest answer, where it is of the text that is shown.
    pub fn current(&self) -> Option<&Rc<Reading>> {
        self.reading.as_ref().filter(|reading| reading.text == self.text)
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::Write(text) => self.write(text),
            Action::Take(text) => self.take(text),
            Action::Date(date) => self.date(date),
            Action::Answer(reading) => self.answer(reading),
            Action::Restarted => self.notice = Some(Notice::Restarted),
            Action::Failed(failure) => self.fail(failure),
            Action::Retry => self.retry(),
            Action::Follow(item, place) => self.follow(item, place),
            Action::Leave => self.leave(),
            Action::Why(item) => self.why(item),
            Action::Show(mode) => self.show(mode),
            Action::Turn(pane) => self.pane = pane,
            Action::AllEvents(all) => self.all_events = all,
            Action::AllSources(all) => self.all_sources = all,
            Action::More => self.steps += 1,
            Action::Clear => self.put_away(),
            Action::BringBack => self.bring_back(),
            Action::NotText => self.notice = Some(Notice::NotText),
            Action::Dismiss => self.notice = None,
        }
    }

    fn write(&mut self, text: Rc<str>) {
        if self.text == text {
            return;
        }
        self.text = text;
        self.chosen = None;
        self.ask();
    }

    /// An article that comes whole is another article: nothing of the one before holds for it.
    fn take(&mut self, text: Rc<str>) {
        let all_sources = self.all_sources;
        self.put_away();
        self.mode = if text.trim().is_empty() { Mode::Writing } else { Mode::Reading };
        self.text = text;
        self.all_sources = all_sources;
        self.ask();
    }

    /// Empties the page. Where there was a text, it can be brought back.
    fn put_away(&mut self) {
        let has_text = !self.is_empty();
        let put_away = if has_text { Some((self.text.clone(), self.given)) } else { self.put_away.take() };
        let notice = has_text.then_some(Notice::PutAway);
        *self = Self { attempt: self.attempt, put_away, notice, ..Self::default() };
    }

    fn date(&mut self, date: Option<NaiveDate>) {
        if self.given != date {
            self.given = date;
            self.ask();
        }
    }

    /// Awaits an answer, where there is something to ask.
    fn ask(&mut self) {
        if self.is_empty() {
            self.work = Work::Done;
            self.reading = None;
            self.mode = Mode::Writing;
        } else {
            self.work = Work::Busy;
        }
    }

    fn answer(&mut self, reading: Rc<Reading>) {
        if reading.text != self.text || reading.published != self.given {
            return;
        }
        self.work = Work::Done;
        let same_text = self.reading.as_ref().is_some_and(|old| old.text == reading.text);
        if !same_text {
            self.open.clear();
        }
        if !same_text || self.chosen.is_some_and(|chosen| !chosen.item.is_in(&reading.analysis)) {
            self.chosen = None;
        }
        self.reading = Some(reading);
    }

    /// Without an answer there is nothing to mark: the text is shown in its field.
    fn fail(&mut self, failure: Failure) {
        self.work = Work::Failed(failure);
        if self.current().is_none() {
            self.mode = Mode::Writing;
        }
    }

    fn retry(&mut self) {
        self.attempt += 1;
        self.ask();
    }

    fn follow(&mut self, item: Item, place: Place) {
        let Some(reading) = self.current() else { return };
        let item = if place == Place::Entry { item.entry(&reading.analysis) } else { item };
        self.unfold(item);
        self.pane = match place {
            Place::Words => Pane::Article,
            Place::Entry => Pane::of(item),
        };
        if place == Place::Words {
            self.mode = Mode::Reading;
        }
        let step = self.chosen.map_or(0, |chosen| chosen.step) + 1;
        self.chosen = Some(Chosen { item, place, step });
    }

    /// Shows more of a list where the item's entry would not be in it.
    fn unfold(&mut self, item: Item) {
        let Some(reading) = self.current() else { return };
        if item.is_minor_event(&reading.analysis) {
            self.all_events = true;
        } else if item.is_other_source(&reading.analysis) {
            self.all_sources = true;
        }
    }

    /// From the words back to the entry, and from the entry out of it all.
    fn leave(&mut self) {
        match self.chosen {
            Some(Chosen { item, place: Place::Words, .. }) if item != Item::Published => self.follow(item, Place::Entry),
            _ => self.chosen = None,
        }
    }

    fn why(&mut self, item: Item) {
        if !self.open.remove(&item) {
            self.open.insert(item);
        }
    }

    /// Shows the marks only where there are some, or some to come.
    fn show(&mut self, mode: Mode) {
        if mode == Mode::Writing || self.current().is_some() || self.work == Work::Busy {
            self.mode = mode;
        }
    }

    /// Brings back what was put away; what stands there now is put away for it.
    fn bring_back(&mut self) {
        if let Some((text, given)) = self.put_away.take() {
            self.take(text);
            self.given = given;
        }
    }
}
