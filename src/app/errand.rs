//! What is done for the page besides reading an article: the formats and the file of a reader's work are written, files are read, articles are put side by side.

use crate::app::browser;
use crate::app::protocol::{Outcome, Task};
use crate::app::reading::Reading;
use crate::app::state::{Action, Compared};
use crate::app::text::Text;
use crate::compare::Comparison;
use crate::export::{self, Format};
use crate::item::Item;
use crate::review::Review;
use std::rc::Rc;

/// Where what is written goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// Into a file that the browser saves.
    File,
    /// To the clipboard.
    Clipboard,
}

/// What a reader takes away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// The analysis with the corrections, in some format.
    Format(Format),
    /// One finding in words, with its proof.
    Item(Item),
    /// The article with the corrections, to go on with later.
    Work,
}

/// What a reader takes away, and where to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What.
    pub thing: Thing,
    /// Where to.
    pub goal: Goal,
    /// What of a format is chosen.
    pub options: export::Options,
    /// Counts what the reader takes, so that the same can be taken twice.
    pub step: u32,
}

/// What a file holds that the writer reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileText {
    /// A reader's work, as JSON.
    Work(Text),
    /// An article in Markdown.
    Markdown(Text),
}

/// An errand of the writer.
#[derive(Clone, Debug)]
pub enum Errand {
    /// To write what a reader takes away.
    Write(Wanted, Rc<Reading>, Review),
    /// To read a file.
    Open(FileText),
    /// To put articles side by side.
    Compare(Vec<Rc<Reading>>),
}

impl Errand {
    /// The task for the writer.
    pub fn task(&self, id: u32) -> Task<'_> {
        match self {
            Self::Write(wanted, reading, review) => match wanted.thing {
                Thing::Format(format) => Self::write(id, format, None, wanted, reading, review),
                Thing::Item(item) => Self::write(id, Format::default(), Some(item), wanted, reading, review),
                Thing::Work => Task::Pack { id, text: &reading.text, review: review.clone() },
            },
            // What a reader called wrong is left out; the numbers of what is left are those of the kept analyses.
            Self::Compare(readings) => {
                Task::Compare { id, articles: readings.iter().map(|reading| (&*reading.text, reading.kept())).collect() }
            }
            Self::Open(FileText::Work(json)) => Task::Unpack { id, json },
            Self::Open(FileText::Markdown(markdown)) => Task::Unmark { id, markdown },
        }
    }

    fn write<'a>(id: u32, format: Format, only: Option<Item>, wanted: &Wanted, reading: &'a Reading, review: &Review) -> Task<'a> {
        let (analysis, review) = (Box::new((*reading.found).clone()), review.clone());
        Task::Write { id, format, options: wanted.options, text: &reading.text, analysis, review, only }
    }

    /// What the page does with what came of it; `None` where that is nothing.
    pub fn done(self, outcome: Outcome) -> Option<Action> {
        match outcome {
            Outcome::Ready => None,
            Outcome::Written { file, .. } => self.deliver(file),
            Outcome::Unpacked { work, .. } => Some(Action::Opened(work)),
            Outcome::Compared { rows, .. } => self.compared(rows),
            Outcome::Unmarked { arrival, .. } => Some(Action::Arrive(arrival)),
        }
    }

    /// Hands over what articles say together.
    fn compared(self, rows: Comparison) -> Option<Action> {
        let Self::Compare(readings) = self else { return None };
        Some(Action::Compared(Rc::new(Compared { readings, rows })))
    }

    /// Hands over what was written.
    fn deliver(self, file: Option<String>) -> Option<Action> {
        let Self::Write(wanted, reading, _) = self else { return None };
        let Some(file) = file else { return Some(Action::Undone) };
        match wanted.goal {
            Goal::File => {
                let (media_type, ending) = match wanted.thing {
                    // Two formats share an ending with another one.
                    Thing::Format(format @ (Format::TimelineJs | Format::Annotations)) => {
                        (format.media_type(), [format.name(), ".", format.extension()].concat())
                    }
                    Thing::Format(format) => (format.media_type(), format.extension().to_owned()),
                    Thing::Item(_) => ("text/plain", "txt".to_owned()),
                    Thing::Work => ("application/json", "saywhen.json".to_owned()),
                };
                browser::save(&format!("{}.{ending}", file_name(&reading)), media_type, &file);
            }
            Goal::Clipboard => browser::copy(&file),
        }
        Some(Action::Delivered(wanted.goal))
    }
}

/// So many letters of the headline name a file.
const NAME: usize = 48;

/// A name for files about an article: the words of its headline.
fn file_name(reading: &Reading) -> String {
    let title = reading.analysis.title.map(|title| title.of(&reading.text)).unwrap_or("article");
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut name = words.collect::<Vec<_>>().join("-").to_lowercase();
    if let Some((end, _)) = name.char_indices().nth(NAME) {
        name.truncate(end);
    }
    if name.is_empty() { "article".to_owned() } else { name }
}
