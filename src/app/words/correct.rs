//! What the page says around corrections.

#![expect(missing_docs, reason = "the texts say what they are")]

use crate::app::dates;
use crate::event::Status;
use crate::review::{Addition, Edit, Moved, Verdict};

pub const JUDGE: &str = "Is this right?";
pub const RIGHT: &str = "Right";
pub const WRONG: &str = "Wrong";
pub const CHECKED: &str = "checked";
pub const CALLED_WRONG: &str = "wrong";
pub const CHANGED: &str = "changed by you";
pub const ADDED: &str = "added by you";
pub const UNDO: &str = "Undo";
pub const REDO: &str = "Redo";
pub const CORRECT: &str = "Correct";
pub const USE: &str = "Use this";
pub const DATE: &str = "Date";
pub const SET_DATE: &str = "Set date";
pub const NO_DATE: &str = "Leave undated";
pub const AS_READ: &str = "As it was read";
pub const COUNTED_FROM: &str = "Counted from";
pub const PUBLICATION: &str = "the day of publication";
pub const NOTHING_DATED: &str = "no date that the text gives";
pub const STATUS: &str = "Status";
pub const NOTE: &str = "Note";
pub const SPEAKER: &str = "Speaker";
pub const NOBODY: &str = "not stated";
pub const PERSON: &str = "Correct this source";
pub const NAME: &str = "Name";
pub const ROLE: &str = "Office";
pub const ORGANIZATION: &str = "Organisation";
pub const CATEGORY: &str = "Speaks for";
pub const OTHER_CATEGORY: &str = "something else";
pub const SAVE: &str = "Save";
pub const MERGE: &str = "The same as";
pub const DO_MERGE: &str = "Make them one";
pub const SET: &str = "Set";
pub const MERGE_CHOOSE: &str = "choose …";
pub const SPLIT: &str = "Called";
pub const SOMEONE_ELSE: &str = "Someone else";
pub const WORKSHEET: &str = "Your review";
pub const NEXT_UNSURE: &str = "Next unsure";
pub const PREVIOUS_UNSURE: &str = "Previous";
pub const KEYS: &str = "Keys: y right, n wrong, u skip, z undo";
pub const LOST_HEADING: &str = "Corrections without a place";
pub const LOST: &str = "These corrections find no place in the text any more:";
pub const ADD: &str = "Selected words";
pub const ADD_AS: &str = "Make them";
pub const ADD_EVENT: &str = "an event";
pub const ADD_DATE: &str = "a date";
pub const ADD_QUOTATION: &str = "a quotation";
pub const ADD_PERSON: &str = "a source";
pub const ADD_DATE_FIELD: &str = "Date, for an event or a date";
pub const CANCEL: &str = "Cancel";
pub const MOVED_HEADING: &str = "Moved with it";
pub const UNDATED: &str = "no date";

/// How a date is written in a field; `stretches` where it may have two ends.
pub fn date_hint(stretches: bool) -> String {
    let ends = if stretches { "; a stretch with “to” between" } else { "" };
    format!("As {}{ends}. {} is read too.", examples(), EXAMPLE)
}

/// What a field says of words that are no date.
pub fn no_date() -> String {
    format!("This is no date that Saywhen can read, so nothing was changed. Write it as {}, with the year in four digits.", examples())
}

/// What a field for one date says of a stretch.
pub fn no_stretch() -> String {
    format!("Words of the article take one date, not a stretch, so nothing was changed. Write it as {}.", examples())
}

/// A day as a value.
pub const EXAMPLE: &str = "2015-02-14";

fn examples() -> String {
    format!("{}, February 2015, spring 2015 or 2015", dates::shown(EXAMPLE))
}

/// So many characters of the article's words are shown in a message.
const SHOWN: usize = 40;

/// Words of the article in marks, cut where they are long.
fn cited(words: &str) -> String {
    let mut line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((at, _)) = line.char_indices().nth(SHOWN) {
        line.truncate(at);
        line.push('…');
    }
    format!("“{line}”")
}

/// What an edit does, for the buttons that undo and redo it and for lists.
pub fn edit(edit: &Edit) -> String {
    let words = cited(edit.words());
    match edit {
        Edit::Published { date: Some(date) } => format!("published on {}", dates::day(*date)),
        Edit::Published { date: None } => "the article’s own day of publication".to_owned(),
        Edit::Address { url: Some(url) } => format!("published at {url}"),
        Edit::Address { url: None } => "no address of the article".to_owned(),
        Edit::Judge { verdict: Some(Verdict::Right), .. } => format!("{words} is right"),
        Edit::Judge { verdict: Some(Verdict::Wrong), .. } => format!("{words} is wrong"),
        Edit::Judge { verdict: None, .. } => format!("{words} is not judged"),
        Edit::Note { note, .. } => format!("note on {words}: {note}"),
        Edit::Date { value: Some(value), .. } => format!("{words} is {}", date(value)),
        Edit::Date { value: None, .. } => format!("{words} has no date of yours"),
        Edit::Anchor { from: Some(from), .. } => format!("{words} is counted from {}", cited(&from.words.exact)),
        Edit::Anchor { from: None, .. } => format!("{words} is counted from the day of publication"),
        Edit::Status { status, .. } => format!("{words} is {}", super::status(*status)),
        Edit::Speaker { speaker: Some(speaker), .. } => format!("{words} is said by {}", cited(&speaker.words.exact)),
        Edit::Speaker { speaker: None, .. } => format!("{words} has no speaker"),
        Edit::Name { name, .. } => format!("{words} is called {name}"),
        Edit::Merge { into, .. } => format!("{words} is the same as {}", cited(&into.words.exact)),
        Edit::Split { .. } => format!("{words} is someone else"),
        Edit::Add { addition, .. } => format!("{words} is {}", added(addition)),
    }
}

/// A value that the reader gave, which can have two ends.
fn date(value: &str) -> String {
    if value.contains('/') { dates::shown(value) } else { dates::line(value, None) }
}

fn added(addition: &Addition) -> &'static str {
    match addition {
        Addition::Timex { .. } => ADD_DATE,
        Addition::Event { .. } => ADD_EVENT,
        Addition::Quotation { .. } => ADD_QUOTATION,
        Addition::Entity => ADD_PERSON,
    }
}

/// "7 unsure, 3 checked, 1 wrong".
pub fn progress(open: usize, right: usize, wrong: usize) -> String {
    format!("{open} unsure, {right} checked, {wrong} wrong")
}

/// How many events moved with a date.
pub fn moved(count: usize) -> String {
    match count {
        1 => "1 event has another date now.".to_owned(),
        _ => format!("{count} events have another date now."),
    }
}

/// "3 May 2021 → 10 May 2021".
pub fn change(moved: &Moved) -> String {
    let words = |edtf: &Option<String>| edtf.as_ref().map_or_else(|| UNDATED.to_owned(), |edtf| dates::edtf(edtf));
    format!("{} → {}", words(&moved.before), words(&moved.after))
}

/// Every status, for a choice.
pub const STATUSES: [Status; 6] = [Status::Happened, Status::Ongoing, Status::Planned, Status::Possible, Status::Denied, Status::Recurring];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moved_date_is_said_in_words() {
        for (before, after, words) in [
            (Some("1998-21"), Some("1999-04"), "spring 1998 → April 1999"),
            (Some("1987-05~"), Some("1998-24"), "about May 1987 → winter 1998"),
            (Some("2019-35"), Some("2015-06-01/2015-06-10"), "third quarter of 2019 → 1–10 June 2015"),
            (None, Some("199X"), "no date → 1990s"),
        ] {
            let own = |edtf: Option<&str>| edtf.map(str::to_owned);
            assert_eq!(change(&Moved { event: 0, before: own(before), after: own(after) }), words);
        }
    }
}
