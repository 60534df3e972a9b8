//! An article and its analysis, as the formats read them.

use super::{Options, Work, json, names};
use crate::analysis::Analysis;
use crate::event::{Event, EventDate, Status};
use crate::finding::Grounds;
use crate::item::Item;
use crate::mention::Entity;
use crate::quote::{Quotation, QuotationKind};
use crate::text::Span;
use crate::text::encoding::{Encoding, Offsets};
use crate::timeline;
use crate::timex::{Interval, Timex, words};
use chrono::{Datelike, NaiveDate};

/// What stands between two parts of one quotation, as in print.
const LEFT_OUT: &str = " […] ";

/// A work, and the places of its words in code points.
pub struct Article<'a> {
    pub work: Work<'a>,
    pub text: &'a str,
    pub analysis: &'a Analysis,
    offsets: Offsets,
}

/// Someone and what they are quoted with.
pub struct Quoted<'a> {
    /// `None` where it was not found who speaks.
    pub speaker: Option<&'a Entity>,
    /// The quotations with their numbers, in the order of the text.
    pub quotations: Vec<(usize, &'a Quotation)>,
}

impl<'a> Article<'a> {
    pub fn new(work: Work<'a>) -> Self {
        let Work { text, analysis, .. } = work;
        Self { work, text, analysis, offsets: Offsets::new(text, Encoding::Codepoint) }
    }

    /// The place of a byte, in code points.
    pub fn at(&self, byte: usize) -> usize {
        self.offsets.convert(self.text, byte)
    }

    /// The exact words of a span.
    pub fn words(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// The words of a span in one line.
    pub fn line(&self, span: Span) -> String {
        one_line(self.words(span))
    }

    /// The headline in one line; a name for the whole where there is none.
    pub fn headline(&self) -> String {
        self.analysis.title.map(|title| self.line(title)).filter(|title| !title.is_empty()).unwrap_or_else(|| "An article".to_owned())
    }

    /// A name for this text that is the same wherever it is read.
    pub fn urn(&self) -> String {
        format!("urn:saywhen:{:016x}", hash([self.text.as_bytes()]))
    }

    /// The events that a timeline shows with their numbers: dated or undated, in its order.
    pub fn events(&self, dated: bool, options: &Options) -> Vec<(usize, &'a Event)> {
        let timeline = &self.analysis.timeline;
        let order = if dated { &timeline.dated } else { &timeline.undated };
        let events = order.iter().filter_map(|i| Some((*i, self.analysis.events.get(*i)?)));
        let shown = timeline::shown(&self.analysis.events, options.all_events);
        events.filter(|(_, event)| shown(event)).collect()
    }

    /// How many events there are, those that are told again counted once.
    pub fn event_count(&self) -> usize {
        self.analysis.timeline.dated.len() + self.analysis.timeline.undated.len()
    }

    /// Who speaks.
    pub fn speaker(&self, quotation: &Quotation) -> Option<&'a Entity> {
        self.analysis.entities.get(quotation.speaker?)
    }

    /// The time expression that dates an event.
    pub fn timex(&self, index: Option<usize>) -> Option<&'a Timex> {
        self.analysis.timexes.get(index?)
    }

    /// The quotations by speaker, in the order in which they first speak; those of unknown speakers last.
    pub fn quoted(&self) -> Vec<Quoted<'a>> {
        let speakers = self.analysis.entities.len();
        let mut place = vec![None; speakers + 1];
        let mut groups: Vec<Quoted> = Vec::new();
        for (i, quotation) in self.analysis.quotations.iter().enumerate() {
            let who = quotation.speaker.filter(|who| *who < speakers);
            let Some(slot) = place.get_mut(who.unwrap_or(speakers)) else { continue };
            let group = *slot.get_or_insert(groups.len());
            if group == groups.len() {
                groups.push(Quoted { speaker: self.speaker(quotation), quotations: Vec::new() });
            }
            if let Some(group) = groups.get_mut(group) {
                group.quotations.push((i, quotation));
            }
        }
        groups.sort_by_key(|group| group.speaker.is_none());
        groups
    }

    /// The exact words of a quotation; where it was interrupted, the parts are joined as in print.
    pub fn said(&self, quotation: &Quotation) -> String {
        quotation.contents.iter().map(|content| self.words(*content)).collect::<Vec<_>>().join(LEFT_OUT)
    }

    /// The words of a quotation in one line, in quotation marks where all of it is word for word.
    pub fn said_in_line(&self, quotation: &Quotation) -> String {
        let said = one_line(&self.said(quotation));
        if quotation.kind == QuotationKind::Direct { format!("“{said}”") } else { said }
    }

    /// What to call a speaker, in one line.
    pub fn name(&self, entity: &Entity) -> String {
        one_line(entity.name_in(self.text))
    }

    /// The role and the body of a speaker in one line, in the words of the text or those that a reader gave.
    pub fn office(&self, entity: &Entity) -> String {
        let parts = [entity.role_in(self.text), entity.organization_in(self.text)].into_iter().flatten().map(one_line);
        parts.collect::<Vec<_>>().join(", ")
    }

    /// The day of publication and how it is known, for readers.
    pub fn published(&self) -> String {
        let published = &self.analysis.published;
        let basis = names::published_basis(published.basis);
        published.date.map_or_else(|| basis.to_owned(), |date| format!("{}, {basis}", words::day(date)))
    }

    /// The date of an event in words, with the author's "about" and "early" and our own doubt.
    pub fn date_words(&self, event: &Event) -> Option<String> {
        let date = event.date.as_ref()?;
        let line = words::line(&date.value, Some(interval(date)));
        let part = match self.timex(event.timex).and_then(|timex| timex.modifier.as_deref()) {
            Some("START") if is_stretch(date) => "early ",
            Some("MID") if is_stretch(date) => "mid ",
            Some("END") if is_stretch(date) => "late ",
            _ => "",
        };
        let side = words::side(&date.edtf, event.status == Status::Planned).map(|side| format!("{side} ")).unwrap_or_default();
        let about = if date.edtf.contains(['~', '%']) { "about " } else { "" };
        let doubt = if date.edtf.contains(['?', '%']) { " (unsure)" } else { "" };
        Some(format!("{side}{about}{part}{line}{doubt}"))
    }

    /// Why an event stands where it stands: its own reason, then that of its date, then where else the text tells of it.
    pub fn reasons(&self, index: usize, event: &Event) -> Vec<String> {
        let dating = self.timex(event.timex).filter(|_| event.date.is_some());
        let date = dating.map(|timex| format!("“{}”: {}", self.line(timex.span), self.proof(timex.span, &timex.grounds)));
        let again = self.analysis.events.iter().filter(|other| other.same == Some(index));
        let again = again.map(|other| format!("Also told as “{}”: {}", self.line(other.span), self.proof(other.span, &other.grounds)));
        let remark = self.work.remark(Item::Event(index));
        let of_date = event.timex.map(|timex| self.work.remark(Item::Timex(timex))).unwrap_or_default();
        let remarks = [remark, of_date].into_iter().filter(|remark| !remark.is_empty());
        [self.proof(event.span, &event.grounds)].into_iter().chain(date).chain(again).chain(remarks).collect()
    }

    /// Why a quotation is one, in sentences, and what the reader said of it.
    pub fn proof_of_quotation(&self, index: usize, quotation: &Quotation) -> String {
        let proof = self.proof(extent(quotation), &quotation.grounds);
        [proof, one_line(&self.work.remark(Item::Quotation(index)))].join(" ").trim_end().to_owned()
    }

    /// What the reader said of the speaker of some quotations; empty where that is nothing.
    pub fn remark_on_speaker(&self, quoted: &Quoted) -> String {
        let speaker = quoted.quotations.first().and_then(|(_, quotation)| quotation.speaker);
        speaker.map(|speaker| one_line(&self.work.remark(Item::Entity(speaker)))).unwrap_or_default()
    }

    /// The reason, the rule, the doubt and the place of a finding, in sentences.
    pub fn proof(&self, span: Span, grounds: &Grounds) -> String {
        let (start, end) = (self.at(span.start), self.at(span.end));
        let confidence = json::confidence(grounds);
        format!("{} Rule {}, confidence {confidence:.2}, characters {start} to {end}.", one_line(&grounds.why), grounds.rule)
    }

    /// What a reader should know of the offsets and of who wrote this.
    pub fn colophon(&self) -> String {
        let (edits, wrong) = (self.work.review.edits().len(), self.work.wrong);
        let review = match (edits, wrong) {
            (0, _) => String::new(),
            (_, 0) => format!(" A reader’s corrections hold here: {edits}."),
            _ => format!(" A reader’s corrections hold here: {edits}. Left out as wrong: {wrong}."),
        };
        format!("Found by {}. Characters are counted as Unicode code points from the beginning of the text.{review}", json::ENGINE)
    }
}

/// From the first of the words of a quotation to the last.
pub fn extent(quotation: &Quotation) -> Span {
    quotation.contents.iter().copied().reduce(Span::join).unwrap_or_default()
}

/// The days of a date.
pub fn interval(date: &EventDate) -> Interval {
    Interval { earliest: date.earliest, latest: date.latest }
}

/// The one day that a date names, unless the author says "about".
pub fn single_day(date: &EventDate) -> Option<NaiveDate> {
    let whole = date.edtf.trim_end_matches('?').len() == "2015-12-11".len();
    let single = whole && date.earliest == date.latest && !date.edtf.contains(['~', '%', '/']);
    Some(date.earliest).filter(|day| single && can_be_written(day))
}

/// Whether the year has the four digits that calendars and schema.org write; so has the day after.
pub fn can_be_written(day: &NaiveDate) -> bool {
    (1..=9998).contains(&day.year())
}

fn is_stretch(date: &EventDate) -> bool {
    date.earliest != date.latest
}

/// `text` with each run of spaces and line ends as one space. Other spaces, such as those that do not break, stay.
pub fn one_line(text: &str) -> String {
    let breaks = |c: char| matches!(c, ' ' | '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    text.split(breaks).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `c`, or the sign for what cannot be shown in its place: a control character is no letter in any of the formats.
pub fn shown(c: char) -> char {
    if c.is_control() && !matches!(c, '\t' | '\n' | '\r') { '\u{fffd}' } else { c }
}

/// `text` as content of HTML: nothing in it can begin a tag, an entity or end an attribute.
pub fn escape_html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    for c in text.chars().map(shown) {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// A number for some bytes that is the same on every machine (FNV-1a); a faster hash depends on the width of a word.
pub fn hash<'b>(parts: impl IntoIterator<Item = &'b [u8]>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for byte in part.iter().chain(&[0xff]) {
            hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_spaces_that_do_not_break() {
        assert_eq!(one_line(" a \r\n b\u{2028}\tMr.\u{a0}Quist "), "a b Mr.\u{a0}Quist");
    }

    #[test]
    fn a_hash_tells_parts_from_their_sum() {
        assert_ne!(hash([b"ab".as_slice(), b"c"]), hash([b"a".as_slice(), b"bc"]));
        assert_eq!(hash([b"".as_slice()]), 0xaf64_724c_8602_eb6e);
    }
}
