//! What can happen to the page.

use super::{Compared, Failure, Mode, Pane, Place, Way};
use crate::analysis::Stage;
use crate::app::arrival::Arrival;
use crate::app::change::Change;
use crate::app::errand::{FileText, Goal, Thing};
use crate::app::filter::Filter;
use crate::app::keep::{Keeping, Kept};
use crate::app::outline::List;
use crate::app::reading::Answer;
use crate::app::share::Fault;
use crate::app::text::Text;
use crate::export;
use crate::item::Item;
use crate::review::Verdict;
use crate::review::file::{Saved, Unreadable};
use crate::text::Span;
use chrono::NaiveDate;
use std::rc::Rc;

/// What can happen to the page.
#[derive(Clone, Debug)]
pub enum Action {
    /// The reader typed; the field shows it already.
    Write(Text),
    /// An article came whole: pasted, chosen or dropped.
    Take(Text),
    /// An article came whole with what its page or another program says of it.
    Arrive(Arrival),
    /// The reader gave the day of publication, or took it back.
    Date(Option<NaiveDate>),
    /// The worker has come so far with an analysis.
    Reached(Stage),
    /// The reader does not want to wait for the answer.
    Halt,
    /// The worker answered.
    Answer(Answer),
    /// The reader corrects something.
    Correct(Change),
    /// The reader takes the last correction back.
    Undo,
    /// The reader does again what was taken back.
    Redo,
    /// The reader takes back or does again by a key in a list, and goes on there.
    Retrace(Way),
    /// The reader judges an item, and goes on to the next one that is unsure.
    Settle(Item, Verdict),
    /// The reader goes to the next item that is unsure, or to the one before.
    Unsure(Way),
    /// The reader selects words of the article, or none.
    Select(Option<Span>),
    /// The reader turns commands by single letters on or off.
    Keys(bool),
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
    /// The reader chooses what the lists show.
    Filter(Filter),
    /// The reader wants to see more of a list.
    More(List),
    /// The reader puts the article away.
    Clear,
    /// The reader brings back what was put away: one of the list, or the last.
    BringBack(Option<usize>),
    /// The reader deletes something that was put away.
    Delete(usize),
    /// A file could not be read as text.
    NotText,
    /// The reader takes something away.
    TakeAway(Thing, Goal, export::Options),
    /// What was to be taken away was handed over.
    Delivered(Goal),
    /// What was asked of the worker besides reading was not done.
    Undone,
    /// The reader opens a file that the worker reads.
    Open(FileText),
    /// What such a file holds.
    Opened(Result<Saved, Unreadable>),
    /// What an earlier visit kept: the work that was open, the other articles, and what was put away.
    Found(Kept, Vec<Kept>, Vec<Kept>),
    /// The browser holds work that another version kept.
    Foreign,
    /// The reader wants to add another article.
    Shelve,
    /// What the open articles say together.
    Compared(Rc<Compared>),
    /// The reader wants to see one of the other open articles.
    TakeUp(usize),
    /// The reader follows an item of an article: 0 is the one that is shown, the others are those of the shelf.
    Visit(usize, Item),
    /// The reader removes one of the other open articles.
    Remove(usize),
    /// A new version of the site waits to take over.
    Updated,
    /// The reader wants a link to the work.
    CopyLink,
    /// The link is on the clipboard.
    LinkCopied,
    /// What a link holds, or what is wrong with it.
    Linked(Result<Kept, Fault>),
    /// The reader wants the work kept, or the browser says whether it is.
    Keeping(Keeping),
    /// The page is about to be printed, or has been.
    Print(bool),
    /// The reader has seen what a new date has moved.
    MovesSeen,
    /// The reader puts the message away.
    Dismiss,
}

impl Action {
    /// Whether the reader goes on with the review.
    pub(super) fn goes_on(&self) -> bool {
        matches!(
            self,
            Self::Correct(_) | Self::Undo | Self::Redo | Self::Retrace(_) | Self::Settle(..) | Self::Unsure(_) | Self::Follow(..)
        )
    }
}
