//! Saywhen reads one news article and answers two questions with proof:
//! *what happened when* and *who said what, in which office*.
//!
//! ```
//! let text = "Mayor Ida Brandt said on Monday: \"The bridge will open in May.\"";
//! let analysis = saywhen::analyze(text, &saywhen::Options::default());
//! assert_eq!(analysis.paragraphs.len(), 1);
//! ```
//!
//! # The code map
//!
//! A text goes one way through the core, and every stage reads only what stages before it found:
//!
//! ```text
//! &str -> text -> tag -> clause -> timex -> mention -> quote -> event -> timeline -> Analysis
//! ```
//!
//! | part | what it knows |
//! |---|---|
//! | [`text`] | what an article is before anything is found in it: spans, paragraphs, sentences, tokens, and offsets in other encodings |
//! | [`lexicon`] | lists of words, as data |
//! | [`tag`] | a part of speech for each token |
//! | [`clause`] | verb groups with their tense, how the clauses of a sentence hang together, and nouns that name events |
//! | [`finding`] | what every finding carries: its rule, its reason, its doubt |
//! | [`timex`] | time expressions: found, resolved against the day of publication, merged |
//! | [`mention`] | people, bodies and places: their names and offices, and what refers to whom |
//! | [`quote`] | quotations: marks, reporting words, sources, contents |
//! | [`event`] | clauses that tell of something: when, with whom, and whether it happened |
//! | [`timeline`] | the events in the order of time |
//! | [`analysis`] | [`analyze`], the only caller of all of these, and the record that it returns |
//! | [`highlight`] | findings that overlap, cut into segments that cover the text once |
//! | [`item`] | one finding, by its place in the analysis |
//! | [`review`] | what a reader corrects: edits over an analysis, undo, and the way back to a text that has changed |
//! | [`compare`] | several articles about one story side by side, and what they do not agree on |
//! | [`export`] | the analysis in other formats; what leaves the program is shaped there and nowhere else |
//!
//! Around the core, each behind a feature: every format as text (`json`), the command line (`cli`), the page and the worker that
//! reads (`web`), the worker that writes (`writer`), the page rendered natively for tests (`ssr`), and the JavaScript API (`js`).
//!
//! # The invariants
//!
//! 1. **Total.** Any string gives an analysis. The core has no error type and no panic, and no
//!    limit beyond which text is silently left out. What is uncertain is said in the data.
//! 2. **Deterministic.** The same text and options give the same bytes on any machine and on any
//!    day. There is no clock, no randomness and no IO; the date is an argument.
//! 3. **Linear.** No text takes longer than in proportion to its length.
//! 4. **One coordinate.** A place in the text is a half-open span of bytes of the text as it was
//!    given. Other encodings are made at the edge, in [`text`], and text is cut by
//!    [`text::Span`] alone.
//! 5. **Grounds.** Every finding names the rule that made it, gives the reason in one sentence
//!    for the reader, and carries its doubt.
//! 6. **Words stay where they are.** Findings do not own text. What is shown is a slice of what
//!    was pasted.
//! 7. **The browser stays outside.** `yew`, `web_sys`, `js_sys` and `wasm_bindgen` are known to
//!    `app/`, `js.rs` and `main.rs` only, and a `JsValue` becomes a Rust value within a few lines.
//! 8. **Text is never markup.** What was pasted reaches the page as text nodes and attributes.
//!    No inner HTML, no inline style, no inline script: the page's policy forbids them.
//! 9. **Silence.** After loading, the page makes no network request.
//! 10. **Nothing of the reader's is lost** without being asked. A crash of the worker, a bad file
//!     or a new article leaves the text and the given date where the reader can bring them back.
//!
//! `tests/tidy.rs` keeps the seventh and eighth by reading the source, and the order of the
//! parts with them; `tests/browser/` keeps the ninth.

pub mod analysis;
#[cfg(feature = "web")]
pub mod app;
pub mod clause;
#[cfg(feature = "cli")]
pub mod cli;
pub mod compare;
pub mod event;
pub mod export;
pub mod finding;
pub mod highlight;
pub mod item;
#[cfg(feature = "js")]
pub mod js;
pub mod lexicon;
pub mod mention;
pub mod quote;
pub mod review;
pub mod tag;
pub mod text;
pub mod timeline;
pub mod timex;

pub use analysis::{Analysis, Options, analyze};
