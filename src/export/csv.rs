//! A table for whoever codes sources: one row for each event and each quotation, as RFC 4180 has it.
//!
//! Rows keep the names of the record ("v3", "q1"). Cells that do not apply to a kind are empty.

use super::article::{Article, extent, interval};
use super::{Options, Work, json, names, work};
use crate::event::Event;
use crate::finding::Grounds;
use crate::item::Item as Finding;
use crate::mention::Entity;
use crate::quote::Quotation;
use crate::text::Span;
use crate::timex::{Interval, Timex};

/// A column of the table.
pub struct Column {
    /// What stands in the first row.
    pub name: &'static str,
    /// What its cells hold.
    pub holds: &'static str,
    cell: fn(&Article, &Item) -> Option<String>,
}

const fn column(name: &'static str, holds: &'static str, cell: fn(&Article, &Item) -> Option<String>) -> Column {
    Column { name, holds, cell }
}

/// The columns in order.
pub const COLUMNS: &[Column] = &[
    column("id", "v1 for the first event, q1 for the first quotation, as in the record", |_, item| Some(item.id())),
    column("kind", "event or quotation", |_, item| Some(if item.event().is_some() { "event" } else { "quotation" }.to_owned())),
    column("form", "of a quotation: direct, indirect or mixed", |_, item| Some(names::form(item.quotation()?.kind).to_owned())),
    column("start", "where the words begin, in code points", |article, item| Some(article.at(item.extent().start).to_string())),
    column("end", "where they have ended", |article, item| Some(article.at(item.extent().end).to_string())),
    column("spans", "every part of the words, 12-40;52-60 where a quotation is interrupted", |article, item| Some(item.spans(article))),
    column("words", "exactly as in the text; parts of one quotation are joined by […]", |article, item| Some(item.words(article))),
    column("date", "the value as TIMEX3 writes it", |article, item| item.value(article)),
    column("edtf", "the date in EDTF: ? is our doubt, ~ the author's about", |article, item| item.edtf(article)),
    column("earliest", "the first possible day", |article, item| Some(item.days(article)?.earliest.to_string())),
    column("latest", "the last possible day", |article, item| Some(item.days(article)?.latest.to_string())),
    column("date_words", "the words that date it", |article, item| Some(article.words(item.timex(article)?.span).to_owned())),
    column("status", "of an event: happened, ongoing, planned, possible, denied or recurring", |_, item| {
        Some(names::status(item.event()?.status).to_owned())
    }),
    column("basis", "of an event: whether its date is explicit, from context, the day of publication, or none", |_, item| {
        Some(names::basis(item.event()?.basis).to_owned())
    }),
    column("main", "of an event: whether it belongs on a short timeline", |_, item| Some(item.event()?.main.to_string())),
    column("same", "of an event: the one that tells the same more fully, as in the record", |_, item| {
        Some(json::id('v', item.event()?.same?))
    }),
    column("place", "of an event: where", |article, item| Some(article.words(item.event()?.place?).to_owned())),
    column("participants", "of an event: who takes part, separated by semicolons", |article, item| {
        let entities = item.event()?.participants.iter().filter_map(|i| article.analysis.entities.get(*i));
        Some(entities.map(|entity| entity.name_in(article.text)).collect::<Vec<_>>().join("; "))
    }),
    column("speaker", "of a quotation: the name of who is meant, or the words for them where the text has no name", |article, item| {
        Some(item.speaker(article)?.name_in(article.text).to_owned())
    }),
    column("role", "of the speaker", |article, item| Some(item.speaker(article)?.role_in(article.text)?.to_owned())),
    column("organization", "that the speaker stands for", |article, item| {
        Some(item.speaker(article)?.organization_in(article.text)?.to_owned())
    }),
    column("official", "whether the speaker speaks for a public body", |article, item| {
        Some(item.speaker(article)?.category.is_official().to_string())
    }),
    column("category", "of the speaker", |article, item| Some(names::category(item.speaker(article)?.category).to_owned())),
    column("cue", "of a quotation: the reporting words", |article, item| Some(article.words(item.quotation()?.cue?).to_owned())),
    column("source", "of a quotation: the words for who speaks, beside the reporting words", |article, item| {
        Some(article.words(item.quotation()?.source?).to_owned())
    }),
    column("rule", "what found it", |_, item| Some(item.grounds().rule.to_string())),
    column("confidence", "the probability that it is right", |_, item| Some(json::confidence(item.grounds()).to_string())),
    column("why", "the reason in one sentence", |_, item| Some(item.grounds().why.to_string())),
    column("verdict", "what the reader judged: right, or empty; what is wrong is left out", |article, item| {
        Some(work::verdict(article.work.mark(item.item())?).to_owned())
    }),
    column("change", "what the reader did: added or changed; empty where it stands as it was found", |article, item| {
        Some(work::change(article.work.mark(item.item())?).to_owned())
    }),
    column("note", "the reader's note", |article, item| Some(article.work.mark(item.item())?.note.clone())),
    column("address", "where the article was published, in the reader's word", |article, _| Some(article.work.address()?.to_owned())),
    column("published", "the day of publication of the article", |article, _| Some(article.analysis.published.date?.to_string())),
    column("engine", "the name and version of the program", |_, _| Some(json::ENGINE.to_owned())),
];

/// The table of `work`: events in the order of the text, then quotations.
pub fn write(work: Work, options: &Options) -> String {
    let article = Article::new(work);
    let mut table = Table { written: String::new(), guard: options.guard_formulas };
    table.row(COLUMNS.iter().map(|column| column.name.to_owned()));
    let analysis = work.analysis;
    let events = analysis.events.iter().enumerate().map(|(i, event)| Item::Event(i, event));
    let quotations = analysis.quotations.iter().enumerate().map(|(i, quotation)| Item::Quotation(i, quotation));
    for item in events.chain(quotations) {
        table.row(COLUMNS.iter().map(|column| (column.cell)(&article, &item).unwrap_or_default()));
    }
    table.written
}

/// What a row is about.
enum Item<'a> {
    Event(usize, &'a Event),
    Quotation(usize, &'a Quotation),
}

impl<'a> Item<'a> {
    fn id(&self) -> String {
        match self {
            Self::Event(i, _) => json::id('v', *i),
            Self::Quotation(i, _) => json::id('q', *i),
        }
    }

    fn item(&self) -> Finding {
        match self {
            Self::Event(i, _) => Finding::Event(*i),
            Self::Quotation(i, _) => Finding::Quotation(*i),
        }
    }

    fn event(&self) -> Option<&'a Event> {
        if let Self::Event(_, event) = self { Some(event) } else { None }
    }

    fn quotation(&self) -> Option<&'a Quotation> {
        if let Self::Quotation(_, quotation) = self { Some(quotation) } else { None }
    }

    fn grounds(&self) -> &'a Grounds {
        match self {
            Self::Event(_, event) => &event.grounds,
            Self::Quotation(_, quotation) => &quotation.grounds,
        }
    }

    fn extent(&self) -> Span {
        match self {
            Self::Event(_, event) => event.span,
            Self::Quotation(_, quotation) => extent(quotation),
        }
    }

    fn spans(&self, article: &Article) -> String {
        let place = |span: &Span| format!("{}-{}", article.at(span.start), article.at(span.end));
        match self {
            Self::Event(_, event) => place(&event.span),
            Self::Quotation(_, quotation) => quotation.contents.iter().map(place).collect::<Vec<_>>().join(";"),
        }
    }

    fn words(&self, article: &Article) -> String {
        match self {
            Self::Event(_, event) => article.words(event.span).to_owned(),
            Self::Quotation(_, quotation) => article.said(quotation),
        }
    }

    fn speaker<'b>(&self, article: &Article<'b>) -> Option<&'b Entity> {
        article.speaker(self.quotation()?)
    }

    fn timex<'b>(&self, article: &Article<'b>) -> Option<&'b Timex> {
        match self {
            Self::Event(_, event) => article.timex(event.timex),
            Self::Quotation(_, quotation) => article.timex(quotation.timex),
        }
    }

    fn value(&self, article: &Article) -> Option<String> {
        match self {
            Self::Event(_, event) => Some(event.date.as_ref()?.value.clone()),
            Self::Quotation(..) => Some(self.timex(article)?.value.clone()),
        }
    }

    fn edtf(&self, article: &Article) -> Option<String> {
        match self {
            Self::Event(_, event) => Some(event.date.as_ref()?.edtf.clone()),
            Self::Quotation(..) => self.timex(article)?.edtf.clone(),
        }
    }

    fn days(&self, article: &Article) -> Option<Interval> {
        match self {
            Self::Event(_, event) => event.date.as_ref().map(interval),
            Self::Quotation(..) => self.timex(article)?.interval,
        }
    }
}

struct Table {
    written: String,
    guard: bool,
}

impl Table {
    fn row(&mut self, fields: impl Iterator<Item = String>) {
        for (i, field) in fields.enumerate() {
            if i > 0 {
                self.written.push(',');
            }
            self.field(&field);
        }
        self.written.push_str("\r\n");
    }

    fn field(&mut self, field: &str) {
        let guard = if self.guard && is_formula(field) { "'" } else { "" };
        let quoted =
            field.contains(['"', ',', '\r', '\n']) || field.starts_with(char::is_whitespace) || field.ends_with(char::is_whitespace);
        if quoted {
            self.written.push('"');
        }
        self.written.push_str(guard);
        self.written.push_str(&field.replace('"', "\"\""));
        if quoted {
            self.written.push('"');
        }
    }
}

/// Whether a spreadsheet could take `field` for a formula: it begins with a sign that starts one, or with white space before it.
fn is_formula(field: &str) -> bool {
    let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    field.starts_with(['\t', '\r', '\n']) || field.trim_start().starts_with(signs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(guard: bool, field: &str, expected: &str) {
        let mut table = Table { written: String::new(), guard };
        table.field(field);
        assert_eq!(table.written, expected);
    }

    #[test]
    fn only_fields_that_need_it_stand_in_quotation_marks() {
        check(false, "plain", "plain");
        check(false, "a, b", "\"a, b\"");
        check(false, "he said \"no\"", "\"he said \"\"no\"\"\"");
        check(false, "two\r\nlines", "\"two\r\nlines\"");
        check(false, " a", "\" a\"");
    }

    #[test]
    fn formulas_are_guarded_when_asked() {
        check(false, "=1+1", "=1+1");
        check(true, "=1+1", "'=1+1");
        check(true, "-2, about", "\"'-2, about\"");
        check(true, "1+1", "1+1");
    }
}
