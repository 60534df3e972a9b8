//! The one state of the page, the actions that change it, and the reducer between them.
//!
//! Pure: no browser in it. Everything that is shown and is not here is derived.

mod action;
mod corrections;
mod shelf;

pub use action::Action;

use crate::analysis::Stage;
use crate::app::arrival::Arrival;
use crate::app::errand::{FileText, Goal, Wanted};
use crate::app::filter::Filter;
use crate::app::keep::{Keeping, Kept};
use crate::app::outline::Asked;
pub use crate::app::reading::{Answer, Reading};
use crate::app::share::Fault;
use crate::app::text::Text;
use crate::compare::Comparison;
use crate::item::Item;
use crate::review::file::Unreadable;
use crate::review::{Edit, Moved, Review, moved};
use crate::text::Span;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::rc::Rc;

/// A text of more bytes is put into its field only when the reader wants it there: a browser takes seconds to lay it out.
const FIELD: usize = 200_000;

/// How the article is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// As a field to type in.
    #[default]
    Writing,
    /// As text with its findings marked.
    Reading,
    /// Side by side with the others that are open.
    Comparing,
}

/// An article that is open beside the one that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelved {
    /// The article as it was given.
    pub text: Text,
    /// Its corrections.
    pub review: Review,
    /// What was found in it.
    pub reading: Rc<Reading>,
}

/// What the worker found some articles to say together.
#[derive(Debug, PartialEq)]
pub struct Compared {
    /// The articles, in the order of the rows' numbers.
    pub readings: Vec<Rc<Reading>>,
    /// What a reader is shown of it.
    pub rows: Comparison,
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
    /// The reader stopped it.
    Halted,
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
    /// A new version of the site waits to take over.
    NewVersion,
    /// A link to the work is on the clipboard.
    LinkCopied,
    /// The work came by a link.
    Linked,
    /// A link is no good.
    LinkFault(Fault),
    /// The markup of a copied page told the day of publication.
    DatedByPage,
    /// Another program shared an address and no text.
    OnlyAddress,
    /// An earlier visit kept work, which can be brought back.
    Found,
    /// The browser holds work that another version kept.
    Foreign,
    /// The article made room for another or for none; it can be brought back.
    PutAway,
    /// A file could not be read as text.
    NotText,
    /// There is no item left that is unsure.
    NothingUnsure,
    /// What was taken away is where it was to go.
    Delivered(Goal),
    /// What was asked of the worker was not done.
    Undone,
    /// A file of a reader's work could not be read.
    Unreadable(Unreadable),
    /// The corrections of a file about another text were taken over.
    OtherText,
}

impl Notice {
    /// Whether the message is about what was just done, and over once the reader goes on.
    fn is_passing(self) -> bool {
        matches!(self, Self::NothingUnsure | Self::Delivered(_) | Self::LinkCopied | Self::Undone)
    }
}

/// Everything that the page remembers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The article as it was given.
    pub text: Text,
    /// What the reader corrected.
    pub review: Review,
    /// How the article is shown.
    pub mode: Mode,
    /// What the worker is doing.
    pub work: Work,
    /// How far it has come with that.
    pub reached: Option<Stage>,
    /// Counts the reader's "try again".
    pub attempt: u32,
    /// The newest answer with the corrections; it may be of an older text while the worker is busy.
    pub reading: Option<Rc<Reading>>,
    /// The events that another date has moved with it.
    pub moved: Rc<[Moved]>,
    /// The words of the article that are selected.
    pub selected: Option<Span>,
    /// What the reader follows.
    pub chosen: Option<Chosen>,
    /// Whether the page leads to what the reader follows once more when the answer is here.
    pub returns: bool,
    /// The items whose "why?" is open.
    pub open: BTreeSet<Item>,
    /// The part that a narrow screen shows.
    pub pane: Pane,
    /// Whether the timeline shows more than the main events.
    pub all_events: bool,
    /// Whether only officials are shown among the sources.
    pub officials_only: bool,
    /// Whether the page is being printed: a print holds everything, also what the screen shows on demand.
    pub printing: bool,
    /// What of the lists the reader wants to see.
    pub filter: Filter,
    /// How often the reader has asked each list for more.
    pub asked: Asked,
    /// The message at the top.
    pub notice: Option<Notice>,
    /// Whether the reader has turned off commands by single letters in the lists.
    pub no_keys: bool,
    /// What the reader takes away.
    pub wanted: Option<Wanted>,
    /// A file that the worker is reading.
    pub opening: Option<FileText>,
    /// Counts the links that the reader asked for.
    pub links: u32,
    /// Whether the work is kept in the browser.
    pub keeping: Keeping,
    /// The other articles that are open.
    pub shelf: Vec<Shelved>,
    /// How many of those were opened before the one that is shown; all where nothing is said.
    pub seat: Option<usize>,
    /// What the open articles say together, as it was found last.
    pub compared: Option<Rc<Compared>>,
    /// Articles of an earlier visit that are still to be read, one after the other.
    pub arriving: Vec<Kept>,
    /// What was put away, the last at the end.
    pub put_away: Vec<Rc<Kept>>,
    /// So many of the last of them were open together in an earlier visit, and are brought back together.
    pub together: usize,
}

/// Where a reader goes in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the next one.
    On,
    /// To the one before.
    Back,
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

    /// The newest answer, where it is of the text that is shown.
    pub fn current(&self) -> Option<&Rc<Reading>> {
        self.reading.as_ref().filter(|reading| reading.text == self.text)
    }

    fn act(&mut self, action: Action) {
        if action.goes_on() && self.notice.is_some_and(Notice::is_passing) {
            self.notice = None;
        }
        match action {
            Action::Write(text) => self.write(text),
            Action::Take(text) => self.take(text),
            Action::Arrive(arrival) => self.arrive(arrival),
            Action::Date(date) => self.date(date),
            Action::Reached(stage) => self.reached = Some(stage).filter(|_| self.work == Work::Busy),
            Action::Halt => self.halt(),
            Action::Answer(answer) => self.answer(&answer),
            Action::Correct(change) => self.correct(change),
            Action::Undo => self.step_back(Review::undo),
            Action::Redo => self.step_back(Review::redo),
            Action::Retrace(way) => self.retrace(way),
            Action::Settle(item, verdict) => self.settle(item, verdict),
            Action::Unsure(way) => self.unsure(way),
            Action::Select(span) => self.selected = span,
            Action::Keys(on) => self.no_keys = !on,
            Action::Restarted => self.notice = Some(Notice::Restarted),
            Action::Failed(failure) => self.fail(failure),
            Action::Retry => self.retry(),
            Action::Follow(item, place) => self.follow(item, place),
            Action::Leave => self.leave(),
            Action::Why(item) => self.why(item),
            Action::Show(mode) => self.show(mode),
            Action::Turn(pane) => self.pane = pane,
            Action::AllEvents(all) => self.all_events = all,
            Action::AllSources(all) => self.officials_only = !all,
            Action::Filter(filter) => self.filter = filter,
            Action::More(list) => self.asked.more(list),
            Action::Clear => self.put_away(),
            Action::BringBack(i) => self.bring_back(i),
            Action::Delete(i) => self.delete(i),
            Action::TakeAway(thing, goal, options) => {
                let step = self.wanted.map_or(0, |wanted| wanted.step) + 1;
                self.wanted = Some(Wanted { thing, goal, options, step });
            }
            Action::Delivered(goal) => self.notice = Some(Notice::Delivered(goal)),
            Action::Undone => (self.notice, self.opening) = (Some(Notice::Undone), None),
            Action::Open(file) => self.opening = Some(file),
            Action::Opened(work) => self.opened(work),
            Action::NotText => self.notice = Some(Notice::NotText),
            Action::Found(open, shelf, put_away) => self.found(open, shelf, put_away),
            Action::Foreign => self.notice = Some(Notice::Foreign),
            Action::Compared(compared) => self.compared = Some(compared),
            Action::Shelve => self.shelve(),
            Action::TakeUp(i) => self.take_up(i),
            Action::Visit(article, item) => self.visit(article, item),
            Action::Remove(i) => self.remove(i),
            Action::Updated => self.notice = Some(Notice::NewVersion),
            Action::CopyLink => self.links += 1,
            Action::LinkCopied => self.notice = Some(Notice::LinkCopied),
            Action::Linked(work) => self.linked(work),
            Action::Keeping(keeping) => self.keeping = keeping,
            Action::Print(on) => self.printing = on,
            Action::Dismiss => self.notice = None,
            Action::MovesSeen => self.moved = Rc::default(),
        }
    }

    fn write(&mut self, text: Text) {
        if self.text == text {
            return;
        }
        self.text = text;
        (self.chosen, self.selected) = (None, None);
        self.ask();
    }

    /// An article that comes whole is another article: nothing of the one before holds for it.
    fn take(&mut self, text: Text) {
        let officials_only = self.officials_only;
        self.put_away();
        self.mode = if text.trim().is_empty() { Mode::Writing } else { Mode::Reading };
        self.text = text;
        self.officials_only = officials_only;
        self.ask();
    }

    /// An article that brings its day and its address with it.
    fn arrive(&mut self, arrival: Arrival) {
        let Arrival { text, published, address } = arrival;
        self.opening = None;
        if text.trim().is_empty() {
            self.notice = Some(if address.is_some() { Notice::OnlyAddress } else { Notice::NotText });
            return;
        }
        self.take(text.into());
        if published.is_some() {
            self.date(published);
            self.notice = self.notice.or(Some(Notice::DatedByPage));
        }
        if let Some(url) = address {
            self.edit(Edit::Address { url: Some(url) });
        }
    }

    /// Empties the page. Where there was a text, it can be brought back.
    fn put_away(&mut self) {
        let notice = (!self.is_empty()).then_some(Notice::PutAway);
        self.set_aside();
        *self = Self { shelf: std::mem::take(&mut self.shelf), notice, ..self.bare() };
    }

    fn date(&mut self, date: Option<NaiveDate>) {
        if self.review.published() != date {
            self.edit(Edit::Published { date });
        }
    }

    /// Awaits an answer, where there is something to ask.
    fn ask(&mut self) {
        self.reached = None;
        if self.is_empty() {
            self.work = Work::Done;
            self.reading = None;
            self.mode = Mode::Writing;
        } else {
            self.work = Work::Busy;
        }
    }

    fn answer(&mut self, answer: &Answer) {
        if answer.text != self.text || answer.options != self.review.options(&self.text) {
            return;
        }
        self.work = Work::Done;
        let reading = Reading::of(answer, &self.review);
        let old = self.reading.take().filter(|old| old.text == reading.text);
        self.moved = old.as_ref().map(|old| moved(&old.analysis, &reading.analysis).into()).unwrap_or_default();
        if old.is_none() {
            self.open.clear();
            self.chosen = None;
        }
        self.reading = Some(Rc::new(reading));
        self.forget_what_is_gone();
        if let Some(Chosen { item, place, .. }) = self.chosen.filter(|_| std::mem::take(&mut self.returns)) {
            self.follow(item, place);
        }
        self.next_arrives();
    }

    /// Without an answer there is nothing to mark: the text is shown in its field, where that can hold it.
    fn fail(&mut self, failure: Failure) {
        self.work = Work::Failed(failure);
        if self.current().is_none() && self.text.len() <= FIELD {
            self.mode = Mode::Writing;
        }
    }

    fn halt(&mut self) {
        if self.work == Work::Busy {
            self.fail(Failure::Halted);
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
        let Some(reading) = self.current().cloned() else { return };
        let hidden = match item {
            Item::Event(i) => !self.filter.shows_event(&reading, i),
            Item::Quotation(i) => !self.filter.shows_quotation(&reading, i),
            _ => false,
        };
        if hidden {
            self.filter = Filter::default();
        }
        if item.is_minor_event(&reading.analysis) {
            self.all_events = true;
        } else if item.is_other_source(&reading.analysis) {
            self.officials_only = false;
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
        let fits = match mode {
            Mode::Writing => true,
            Mode::Reading => self.current().is_some() || self.work == Work::Busy,
            Mode::Comparing => self.current().is_some() && !self.shelf.is_empty(),
        };
        if fits {
            self.mode = mode;
        }
    }
}
