//! Saywhen reads one news article and answers two questions with proof:
//! *what happened when* and *who said what, in which office*.

pub mod analysis;
#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "cli")]
pub mod cli;
pub mod event;
pub mod export;
pub mod finding;
pub mod lexicon;
pub mod mention;
pub mod quote;
pub mod tag;
pub mod text;
pub mod timeline;
pub mod timex;

pub use analysis::{Analysis, Options, analyze};
