//! Every text of the interface that is not the article's own.

#![expect(missing_docs, reason = "the texts say what they are")]

pub mod comparison;
pub mod correct;
pub mod filter;
pub mod picture;
pub mod privacy;
pub mod sources;
pub mod takeaway;

use crate::analysis::Stage;
use crate::app::errand::Goal;
use crate::app::share::Fault;
use crate::app::state::{Failure, Notice, Pane};
use crate::event::{Basis, Status};
use crate::mention::Category;
use crate::quote::QuotationKind;
use crate::review::file::Unreadable;
use crate::timex::PublishedBasis;

pub const NAME: &str = "Saywhen";
pub const TAGLINE: &str = "What happened when, and who said what";
pub const SKIP: &str = "Skip to the article";
pub const PRIVATE: &str = "The text stays in this tab.";
pub const NEW: &str = "New article";
pub const EDIT: &str = "Edit text";
pub const READ: &str = "Show marks";

pub const INVITE: &str = "Paste a news article";
pub const PROMISE: &str =
    "Saywhen reads it and sets beside it a timeline of what happened, and everyone it quotes, each with the exact words they come from.";
pub const PLACEHOLDER: &str = "Paste or type the article here, or drop a file …";
pub const FIELD: &str = "The article";
pub const CHOOSE_FILE: &str = "Choose a file";
pub const FILE_KINDS: &str = ".txt, .md or .html, or work that you saved here";
pub const EARLIER: &str = "Put away, to be brought back:";
pub const DELETE: &str = "Delete";
pub const SAMPLES: &str = "Or try one of these:";
pub const WHERE_IT_GOES: &str = "Nothing leaves this tab. The article is read by a program that runs here, in your browser; it is not sent or shared, and kept only if you say so.";

pub const ARTICLE: &str = "Article";
pub const TIMELINE: &str = "Timeline";
pub const PEOPLE: &str = "People";
pub const TIMELINE_HEADING: &str = "What happened when";
pub const PEOPLE_HEADING: &str = "Who said what";
pub const VIEWS: &str = "Parts of the page";
pub const UNDATED: &str = "Without a date";
pub const LOOSE_DATES: &str = "Other times in the text";
pub const MAIN_ONLY: &str = "Show the main events only";
pub const ALL_SOURCES: &str = "All sources";
pub const OFFICIALS: &str = "Officials";
pub const WHOSE_WORDS: &str = "Whose words to show";
pub const UNKNOWN_SPEAKER: &str = "Speaker not found";
pub const WHY: &str = "Why?";
pub const UNSURE: &str = "unsure";
pub const OTHER_READINGS: &str = "Other readings";
pub const FOR_THE_DATE: &str = "The date";
pub const RULE: &str = "Rule";
pub const PLACE: &str = "Where";
pub const PARTICIPANTS: &str = "Who";
/// Where else the text tells of the event.
pub const TOLD_AGAIN: &str = "Also told as";

pub const PUBLISHED: &str = "Published";
pub const PUBLISHED_FIELD: &str = "Day of publication";
pub const OWN_DATE: &str = "Use the article’s own date";
pub const NOT_STATED: &str = "not stated in the text: give it to date words like “Tuesday”";

pub const WORKING: &str = "Reading …";
pub const HALT: &str = "Stop";
pub const RETRY: &str = "Try again";
pub const DISMISS: &str = "Close";
pub const UPDATE: &str = "Load it now";
pub const BRING_BACK: &str = "Bring it back";
pub const NO_EVENTS: &str = "No events found. Saywhen looks for clauses that report, announce or deny something, and dates them by words like “Tuesday”, “last month” or “May 3, 2021”.";
pub const NO_OFFICIALS: &str = "No officials quoted. Saywhen looks for words in quotation marks and for reports such as “the minister said that …”, by people who speak for a public body.";
pub const NO_SOURCES: &str =
    "No one is quoted. Saywhen looks for words in quotation marks and for reports such as “the minister said that …”.";
pub const NOTHING: &str = "Nothing found in this text. Saywhen looks for dates, events and quotations in news articles in English.";
pub const SHORT: &str = "This is a short text; Saywhen is made for whole news articles.";
pub const OTHER_LANGUAGE: &str = "This does not read as English, the language that Saywhen knows. What it found is shown all the same; much of it may be missing or wrong.";
pub const STALE: &str = "These are the findings of the text before your last change.";
pub const LEGEND_DATE: &str = "time";
pub const LEGEND_EVENT: &str = "event";
pub const LEGEND_QUOTATION: &str = "quotation";
pub const LEGEND_PERSON: &str = "source";
pub const LEGEND: &str = "What the marks mean";
pub const MARKS_HINT: &str = "Arrow keys move from mark to mark, Enter opens its entry, Escape leads back.";

/// The name of a part of the page.
pub fn pane(pane: Pane) -> &'static str {
    match pane {
        Pane::Article => ARTICLE,
        Pane::Timeline => TIMELINE,
        Pane::People => PEOPLE,
    }
}

/// Whether and how an event took place.
pub fn status(status: Status) -> &'static str {
    match status {
        Status::Happened => "happened",
        Status::Ongoing => "going on",
        Status::Planned => "planned",
        Status::Possible => "possible",
        Status::Denied => "denied",
        Status::Recurring => "recurring",
    }
}

/// How the date of an event is known, where that is not by words beside it.
pub fn basis(basis: Basis) -> Option<&'static str> {
    match basis {
        Basis::Explicit | Basis::None => None,
        Basis::Context => Some("dated from elsewhere"),
        Basis::Publication => Some("day of publication"),
    }
}

/// How the words of a quotation are given.
pub fn quotation_kind(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Direct => "word for word",
        QuotationKind::Indirect => "in the article’s words",
        QuotationKind::Mixed => "partly word for word",
    }
}

/// What a source speaks for.
pub fn category(category: Category) -> Option<&'static str> {
    Some(match category {
        Category::Government => "government",
        Category::Legislature => "legislature",
        Category::Judiciary => "judiciary",
        Category::Military => "military",
        Category::Police => "police",
        Category::Agency => "public agency",
        Category::International => "international organisation",
        Category::Diplomacy => "diplomacy",
        Category::Party => "political party",
        Category::Company => "company",
        Category::Ngo => "non-governmental organisation",
        Category::Expert => "expert",
        Category::Media => "media",
        Category::Sport => "sport",
        Category::Citizen => "member of the public",
        Category::Other => return None,
    })
}

/// Where the day of publication comes from.
pub fn published_basis(basis: PublishedBasis) -> &'static str {
    match basis {
        PublishedBasis::Given => "given by you",
        PublishedBasis::Dateline => "from the dateline",
        PublishedBasis::Byline => "from the byline",
        PublishedBasis::Caption => "from a caption",
        PublishedBasis::Text => "from the text",
        PublishedBasis::None => NOT_STATED,
    }
}

/// A confidence in words.
pub fn confidence(confidence: f32) -> &'static str {
    match confidence {
        0.95.. => "almost certain",
        0.85.. => "very likely",
        0.7.. => "likely",
        0.5.. => "more likely than not",
        _ => "doubtful",
    }
}

/// A confidence as a share of a hundred: "right in about 93 of 100 such cases".
pub fn confidence_share(confidence: f32) -> String {
    format!("right in about {:.0} of 100 such cases", f64::from(confidence) * 100.0)
}

/// How much was corrected in an article; empty where nothing was.
pub fn corrections(number: usize) -> String {
    if number == 0 { String::new() } else { count(number, "correction", "corrections") }
}

/// The button that shows every event.
pub fn all_events(count: usize) -> String {
    format!("Show all {count} events")
}

/// "1 event", "4 events".
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// What a screen reader is told when an answer came.
pub fn found(events: usize, quotations: usize) -> String {
    format!("Found {} and {}.", count(events, "event", "events"), count(quotations, "quotation", "quotations"))
}

/// The button that shows the next part of a long list.
pub fn more(hidden: usize) -> String {
    format!("Show more ({hidden} hidden)")
}

/// A message at the top.
pub fn notice(notice: Notice) -> &'static str {
    match notice {
        Notice::Restarted => "The reading stopped unexpectedly and was started again. Your text is safe.",
        Notice::PutAway => "The article was put away.",
        Notice::NewVersion => "A new version of Saywhen is ready. It is used when you next open the page; nothing changes before.",
        Notice::OnlyAddress => {
            "Only an address was shared. Saywhen asks no other host for anything, so it cannot fetch that page: open it, select the article, and copy or share its text."
        }
        Notice::DatedByPage => "The day of publication was read from the copied page.",
        Notice::LinkCopied => {
            "The link is on the clipboard. It holds the article and your corrections; whoever opens it sees them, and no host is sent them."
        }
        Notice::Linked => "This article and its corrections came with the link.",
        Notice::LinkFault(Fault::TooLong) => {
            "This work is too long for a link. Nothing is lost: save “Article and corrections” under “Take away” and send that file."
        }
        Notice::LinkFault(Fault::Broken) => {
            "This link is cut or was changed on its way, so it opens nothing. Ask whoever sent it for the whole link or for the file."
        }
        Notice::LinkFault(Fault::Later) => {
            "A newer Saywhen made this link. Reload this page to get the newer version, then open the link again."
        }
        Notice::LinkFault(Fault::Unsupported) => {
            "This browser cannot make or open such links. Nothing is lost: use “Article and corrections” under “Take away”."
        }
        Notice::Foreign => "This browser holds work that another version of Saywhen kept, which this one cannot read. It stays as it is.",
        Notice::Found => "Your last visit left work in this browser.",
        Notice::Delivered(Goal::File) => "Saved to your downloads.",
        Notice::Delivered(Goal::Clipboard) => "Copied to the clipboard.",
        Notice::Undone => {
            "That could not be done, because the part of Saywhen that writes stopped. Your article and corrections are safe: please try again."
        }
        Notice::Unreadable(Unreadable::NotOurs) => {
            "This file holds no work of Saywhen. Your article is as it was. Choose a file that was saved here with “Article and corrections”."
        }
        Notice::Unreadable(Unreadable::Later) => {
            "A newer Saywhen wrote this file. Your article is as it was. Reload this page to get the newer version, then open the file again."
        }
        Notice::OtherText => {
            "The file was about another text. Its corrections were taken over where their words stand here; undo takes them back."
        }
        Notice::NothingUnsure => "Nothing is left that is unsure.",
        Notice::NotText => "This file is not text that Saywhen can read. Your article is as it was. Choose a .txt, .md or .html file.",
    }
}

/// What of an article has been read.
pub fn reached(stage: Option<Stage>) -> &'static str {
    match stage {
        None => "Reading …",
        Some(Stage::Text) => "Reading: the words …",
        Some(Stage::Words) => "Reading: the times …",
        Some(Stage::Times) => "Reading: the people …",
        Some(Stage::People) => "Reading: who said what …",
        Some(Stage::Quotations) => "Reading: what happened …",
    }
}

/// What went wrong, what is safe and what to do.
pub fn failure(failure: Failure) -> &'static str {
    match failure {
        Failure::Stopped => {
            "Saywhen stopped twice while it read this text. The text is safe: try again, or shorten or change it and see whether that helps."
        }
        Failure::Halted => "You stopped the reading. The text is safe: shorten or change it, or let it be read again.",
        Failure::NotStarted => {
            "The part of Saywhen that reads did not start. The text is safe: try again, or copy the text and reload the page."
        }
    }
}
