//! Web Worker entry: everything that is written runs here, formats, files, comparisons, and what is read of files.
//! A first result needs none of it.

use saywhen::app::browser::serve;
use saywhen::app::marked;
use saywhen::app::protocol::{Outcome, Task, decode};
use saywhen::compare::{Article, compare};
use saywhen::export::{self, Work};
use saywhen::review::file;

fn main() {
    serve(&Outcome::Ready, |bytes, send| {
        if let Some(outcome) = decode(bytes).map(outcome) {
            send(&outcome);
        }
    });
}

fn outcome(task: Task<'_>) -> Outcome {
    match task {
        Task::Write { id, format, options, text, analysis, review, only } => {
            let reviewed = review.apply(text, &analysis);
            let file = match only {
                Some(item) => export::plain::one(text, &reviewed, &review, item),
                None => export::write(format, Work::reviewed(text, &reviewed.kept(), &review), &options).ok(),
            };
            Outcome::Written { id, file }
        }
        Task::Pack { id, text, review } => Outcome::Written { id, file: file::write(text, &review).ok() },
        Task::Compare { id, articles } => {
            let articles: Vec<Article> = articles.iter().map(|(text, analysis)| Article { text, analysis }).collect();
            Outcome::Compared { id, rows: compare(&articles).telling(&articles) }
        }
        Task::Unmark { id, markdown } => Outcome::Unmarked { id, arrival: marked::read(markdown) },
        Task::Unpack { id, json } => Outcome::Unpacked { id, work: file::read(json) },
    }
}
