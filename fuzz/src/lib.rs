//! What must hold when hostile bytes arrive, one function for each way in.
//!
//! The fuzzer makes the bytes up; `tests/fuzz.rs` runs the same functions over those that it kept in `corpus/`.
//! Every function ends the run with a panic where something does not hold.

#[path = "../../tests/properties/edits.rs"]
mod edits;
#[path = "../../tests/properties/fragments.rs"]
mod fragments;
#[path = "../../tests/properties/invariants.rs"]
mod invariants;
mod markup;

use chrono::NaiveDate;
use invariants::{check_analysis, check_offsets, check_review, check_shares, check_tokens};
use proptest::prelude::*;
use saywhen::app::arrival::Arrival;
use saywhen::app::audit::Audit;
use saywhen::app::filter::Filter;
use saywhen::app::inert::Inert;
use saywhen::app::keep::Kept;
use saywhen::app::marked;
use saywhen::app::outline::{Outline, layers};
use saywhen::app::protocol::{self, Request, Response, Task, decode, encode};
use saywhen::app::reading::{Answer, Reading};
use saywhen::app::shallow::shallow;
use saywhen::compare::{Article, compare};
use saywhen::export::{self, Format, Work, fragment, plain};
use saywhen::item::Item;
use saywhen::review::{Review, file};
use saywhen::text::{Span, steps};
use saywhen::{Analysis, Options};
use std::rc::Rc;

/// An article takes at most so many counted steps for each byte.
const STEPS: u64 = 500;

/// Works longer than this are left to the tests of growth.
const LONGEST: usize = 20_000;

type Outcome = Result<(), TestCaseError>;

/// An article: the first byte says when it was published and how the others are read, as UTF-8 or as numbers of fragments.
pub fn analyze(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let text = if first & 8 == 0 { String::from_utf8_lossy(rest).into_owned() } else { news(rest) };
    settle(article(&text, &Options { published: day(*first), ..Options::default() }));
}

/// A message between the page and its worker, or what the browser kept.
pub fn record(bytes: &[u8]) {
    settle(messages(bytes));
}

/// What a link holds, when the first byte is 0; else a text of fragments with corrections of what is found in it.
pub fn link(bytes: &[u8]) {
    match bytes.split_first() {
        Some((0, rest)) => settle(decode::<Kept>(rest).map_or(Ok(()), |kept| work(&kept))),
        Some((first, rest)) => settle(corrected(rest, usize::from(*first))),
        None => {}
    }
}

/// The file of a reader's work.
pub fn corrections(bytes: &[u8]) {
    let json = String::from_utf8_lossy(bytes);
    if let Ok(saved) = file::read(&json) {
        settle(work(&Kept { text: saved.text, review: saved.review }));
    }
}

/// A web page, a Markdown file, and the address of a page.
pub fn html(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    settle(page(&text));
}

fn settle(outcome: Outcome) {
    assert!(outcome.is_ok(), "{outcome:?}");
}

/// No day, ordinary days, and the edges of the calendar.
fn day(number: u8) -> Option<NaiveDate> {
    match number & 7 {
        1 => NaiveDate::from_ymd_opt(2024, 2, 29),
        2 => NaiveDate::from_ymd_opt(1, 1, 1),
        3 => NaiveDate::from_ymd_opt(9999, 12, 31),
        4 => NaiveDate::from_ymd_opt(2019, 12, 31),
        5 => Some(NaiveDate::MIN),
        6 => Some(NaiveDate::MAX),
        _ => None,
    }
}

/// Fragments by number, with a space behind each that no greater number follows.
fn news(numbers: &[u8]) -> String {
    let piece = |number: &u8| fragments::FRAGMENTS.get(usize::from(*number)).copied();
    let mut text = String::new();
    for (i, number) in numbers.iter().enumerate() {
        text += piece(number).unwrap_or_default();
        if piece(number).is_some() && numbers.get(i + 1).and_then(piece).is_some() {
            text.push(' ');
        }
    }
    text
}

fn article(text: &str, options: &Options) -> Outcome {
    let before = steps::taken();
    let analysis = saywhen::analyze(text, options);
    let taken = steps::taken() - before;
    prop_assert!(taken <= STEPS * (text.len() as u64 + 100), "{taken} steps for {} bytes", text.len());
    prop_assert_eq!(&analysis, &saywhen::analyze(text, options));
    check_tokens(text)?;
    check_shares(text)?;
    check_analysis(text, &analysis)?;
    check_offsets(text, &analysis)?;
    let review = Review::default();
    let reviewed = check_review(text, &analysis, &review)?;
    prop_assert_eq!(&reviewed.analysis, &analysis);
    exports(Work::found(text, &analysis))?;
    let article = Article { text, analysis: &analysis };
    let _ = compare(&[article, article]).telling(&[article, article]);
    Ok(())
}

/// Every format can be written, and those in JSON can be read.
fn exports(work: Work) -> Outcome {
    for format in Format::ALL {
        for (all_events, guard_formulas) in [(false, false), (true, true)] {
            let written = export::write(format, work, &export::Options { all_events, guard_formulas })?;
            prop_assert!(written.ends_with('\n'));
            if matches!(format, Format::Json | Format::TimelineJs | Format::JsonLd | Format::Annotations) {
                serde_json::from_str::<serde_json::Value>(&written)?;
            }
        }
    }
    Ok(())
}

/// The message that some bytes are, where they are one: written and read again it is the same.
macro_rules! same {
    ($kind:ty, $bytes:expr) => {{
        let message = decode::<$kind>($bytes);
        let written = message.as_ref().and_then(encode);
        prop_assert_eq!(written.as_deref().and_then(decode::<$kind>).as_ref().and_then(encode), written.clone());
        message
    }};
}

fn messages(bytes: &[u8]) -> Outcome {
    same!(Response, bytes);
    if let Some(Request { text, options, .. }) = same!(Request, bytes) {
        check_analysis(text, &saywhen::analyze(text, &options))?;
    }
    match same!(protocol::Outcome, bytes) {
        Some(protocol::Outcome::Unpacked { work: Ok(saved), .. }) => work(&Kept { text: saved.text, review: saved.review })?,
        Some(protocol::Outcome::Unmarked { arrival, .. }) => arrived(&arrival)?,
        _ => {}
    }
    match same!(Task, bytes) {
        Some(Task::Pack { text, review, .. }) => work(&Kept { text: text.to_owned(), review })?,
        Some(Task::Unpack { json, .. }) => corrections(json.as_bytes()),
        Some(Task::Unmark { markdown, .. }) => arrived(&marked::read(markdown))?,
        _ => {}
    }
    // A record is written as its fields one behind another: its version, the work that is open, and two lists of others.
    if let Some((_, open, away, shelf)) = decode::<(u8, Kept, Vec<Kept>, Vec<Kept>)>(bytes) {
        [open].iter().chain(&away).chain(&shelf).take(4).try_for_each(work)?;
    }
    Ok(())
}

/// An article with corrections: read, corrected, shown, written, and saved to be read again.
fn work(kept: &Kept) -> Outcome {
    let Kept { text, review } = kept;
    if text.len() > LONGEST {
        return Ok(());
    }
    let options = review.options(text);
    let found = saywhen::analyze(text, &options);
    check_analysis(text, &found)?;
    let reviewed = check_review(text, &found, review)?;
    exports(Work::reviewed(text, &reviewed.kept(), review))?;
    for item in items(&reviewed.analysis) {
        prop_assert!(plain::one(text, &reviewed, review, item).is_some());
    }
    show(&Reading::of(&Answer { text: text.as_str().into(), options, found: Rc::new(found) }, review))?;
    let written = file::write(text, review)?;
    let saved = file::read(&written).map_err(|why| TestCaseError::fail(format!("{why:?}: {written}")))?;
    prop_assert_eq!((&saved.text, saved.review.edits()), (text, review.edits()));
    let packed = encode(kept);
    prop_assert_eq!(packed.as_deref().and_then(decode::<Kept>), Some(kept.clone()));
    Ok(())
}

/// The first finding and the last of each kind.
fn items(analysis: &Analysis) -> Vec<Item> {
    let ends = |count: usize, item: fn(usize) -> Item| [0, count.saturating_sub(1)].into_iter().take(count).map(item);
    let mut items = vec![Item::Published];
    items.extend(ends(analysis.timexes.len(), Item::Timex));
    items.extend(ends(analysis.entities.len(), Item::Entity));
    items.extend(ends(analysis.quotations.len(), Item::Quotation));
    items.extend(ends(analysis.events.len(), Item::Event));
    items
}

/// What the page makes of a work.
fn show(reading: &Reading) -> Outcome {
    let outline = Outline::of(reading, &Filter::default());
    prop_assert!(outline.lists(true).dated.len() >= outline.lists(false).dated.len());
    Audit::of(reading);
    let whole = Span::new(0, reading.text.len());
    for all_events in [false, true] {
        let segments = saywhen::highlight::segments(whole, layers(reading, all_events).all());
        prop_assert!(segments.iter().all(|segment| reading.text.get(segment.span.start..segment.span.end).is_some()));
        prop_assert_eq!(segments.iter().map(|segment| segment.span.len()).sum::<usize>(), reading.text.len());
    }
    Ok(())
}

/// A text of fragments, and corrections of what is found in it, three bytes each; `count` of the bytes are the text.
fn corrected(bytes: &[u8], count: usize) -> Outcome {
    let (numbers, picks) = bytes.split_at(count.min(bytes.len()));
    let text = news(numbers);
    let found = saywhen::analyze(&text, &Options::default());
    let mut review = Review::default();
    for pick in picks.chunks_exact(3).take(24) {
        let [kind, one, other] = [0, 1, 2].map(|i| pick.get(i).copied().map_or(0, usize::from));
        let reviewed = review.apply(&text, &found);
        if let Some(edit) = edits::edit(&text, &reviewed.analysis, (kind % edits::KINDS, one, other)) {
            review.make(edit);
        }
    }
    work(&Kept { text, review })
}

fn page(html: &str) -> Outcome {
    Inert::of(html).map_or(Ok(()), |inert| markup::check_inert(html, &inert))?;
    let _ = shallow(html);
    arrived(&marked::read(html))?;
    let mut lines = html.splitn(3, '\n').map(|line| line.trim_end_matches('\r'));
    let [title, words, address] = [0, 1, 2].map(|_| lines.next().unwrap_or_default());
    arrived(&Arrival::shared(title, words, address))?;
    address_of(title)
}

/// An article that came whole has a text that can be read, and no address that could run.
fn arrived(arrival: &Arrival) -> Outcome {
    if arrival.text.len() <= LONGEST {
        check_analysis(&arrival.text, &saywhen::analyze(&arrival.text, &Options { published: arrival.published, ..Options::default() }))?;
    }
    arrival.address.as_deref().map_or(Ok(()), address_of)
}

/// Only pages have an address, it stays what it is, and a link to words of it is still one address.
fn address_of(written: &str) -> Outcome {
    let Some(address) = fragment::address(written) else { return Ok(()) };
    prop_assert!(address.starts_with("http://") || address.starts_with("https://"), "{address:?}");
    prop_assert!(!address.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>')), "{address:?}");
    prop_assert_eq!(fragment::address(&address), Some(address.clone()));
    let link = fragment::link(&address, written, Span::new(0, written.len()));
    prop_assert!(link.starts_with(&address) && !link[address.len()..].contains(['"', '<', '>', ' ']), "{link:?}");
    Ok(())
}
