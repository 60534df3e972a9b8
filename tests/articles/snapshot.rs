//! One article with its findings, written for a person who checks them.
//!
//! First the text, folded at a fixed width, with a row under each line for
//! every kind of finding that it holds; then the findings as lists.
//!
//! ```text
//! text  | "The bridge is safe," said engineer Rosa Lind on Monday.
//! said  |  q1"""""""""""""""""  q1^^ q1________________
//! who   |                            e1________________
//! time  |                                                 t1====
//! event |
//! ```

use chrono::{Datelike, NaiveDate};
use saywhen::Analysis;
use saywhen::event::Event;
use saywhen::export::json::id;
use saywhen::mention::{Entity, Mention};
use saywhen::quote::Quotation;
use saywhen::text::Span;
use saywhen::timex::{Anchor, Timex};
use serde::Serialize;
use std::fmt::Write;

/// Columns of text in a line.
const WIDTH: usize = 110;

/// Writes the snapshot of one article.
pub fn render(name: &str, text: &str, given: Option<NaiveDate>, analysis: &Analysis) -> String {
    let mut page = String::new();
    let mut line = |words: String| {
        page.push_str(words.trim_end_matches(' '));
        page.push('\n');
    };
    line(format!("{name}\n"));
    line(published(text, given, analysis));
    line(format!("Language   {}", name_of(&analysis.language)));
    line(format!("Headline   {}", maybe(text, analysis.title)));
    line(
        "\nTEXT\n\nq\"\" words that are quoted, q^^ the cue, q__ the source; e__ who; t== time; v~~ an event with its ** trigger\n"
            .to_owned(),
    );
    let marks = marks(analysis);
    for (number, paragraph) in (1..).zip(&analysis.paragraphs) {
        line(format!("{number} {}", name_of(&paragraph.kind)));
        for columns in fold(text, paragraph.span) {
            drawn(&columns, &marks).into_iter().for_each(&mut line);
        }
        line(String::new());
    }
    section(&mut line, "TIMES", &analysis.timexes, |i, item| timex(text, i, item));
    section(&mut line, "QUOTATIONS", &analysis.quotations, |i, item| quotation(text, analysis, i, item));
    section(&mut line, "PEOPLE AND BODIES", &analysis.entities, |i, item| entity(text, i, item));
    let order: Vec<usize> = analysis.timeline.dated.iter().chain(&analysis.timeline.undated).copied().collect();
    section(&mut line, "TIMELINE, * for the main events", &order, |_, i| event(text, analysis, *i));
    page.trim_end().to_owned() + "\n"
}

fn section<T>(line: &mut impl FnMut(String), title: &str, list: &[T], write: impl Fn(usize, &T) -> String) {
    line(format!("{title}: {}\n", list.len()));
    list.iter().enumerate().for_each(|(i, item)| line(write(i, item)));
    line(String::new());
}

fn published(text: &str, given: Option<NaiveDate>, analysis: &Analysis) -> String {
    let published = &analysis.published;
    let day = published.date.map_or("unknown".to_owned(), |day| format!("{day}, {}", day.weekday()));
    let told = given.map_or(String::new(), |day| format!(", given to the analysis as {day}"));
    let words = published.span.map_or(String::new(), |span| format!(", from {}", words(text, span)));
    format!("Published  {day}, basis {}{words}{told}", name_of(&published.basis))
}

fn timex(text: &str, i: usize, timex: &Timex) -> String {
    let mut entry = format!("{} {} -> {} {}", id('t', i), words(text, timex.span), name_of(&timex.kind), timex.value);
    if let Some(modifier) = &timex.modifier {
        let _ = write!(entry, " {modifier}");
    }
    if let Some(edtf) = timex.edtf.as_ref().filter(|edtf| **edtf != timex.value) {
        let _ = write!(entry, ", EDTF {edtf}");
    }
    match timex.anchor {
        Some(Anchor::Published) => entry.push_str(", from the day of publication"),
        Some(Anchor::Timex(other)) => entry.extend([", from ", &id('t', other)]),
        None => {}
    }
    entry += &grounds(&timex.grounds);
    for other in &timex.alternatives {
        let _ = write!(entry, "\n      or {}: {}", other.value, other.why);
    }
    entry
}

fn quotation(text: &str, analysis: &Analysis, i: usize, quotation: &Quotation) -> String {
    let contents: Vec<String> = quotation.contents.iter().map(|content| words(text, *content)).collect();
    let mut entry = format!("{} {} {}", id('q', i), name_of(&quotation.kind), contents.join(" … "));
    let speaker = quotation.speaker.map_or("nobody".to_owned(), |speaker| called(text, analysis, speaker));
    let _ = write!(entry, "\n      cue {}, source {} -> {speaker}", maybe(text, quotation.cue), maybe(text, quotation.source));
    if let Some(timex) = quotation.timex {
        let _ = write!(entry, ", said at {}", id('t', timex));
    }
    if let Some(before) = quotation.continues {
        let _ = write!(entry, ", goes on from {}", id('q', before));
    }
    entry += &grounds(&quotation.grounds);
    for other in &quotation.alternatives {
        let _ = write!(entry, "\n      or {}: {}", called(text, analysis, other.speaker), other.why);
    }
    entry
}

fn entity(text: &str, i: usize, entity: &Entity) -> String {
    let named = if entity.named { "" } else { ", not named" };
    let official = if entity.category.is_official() { ", official" } else { "" };
    let mut mentions: Vec<String> = entity.mentions.iter().map(|Mention { span, .. }| words(text, *span)).collect();
    mentions.dedup();
    format!(
        "{} {} ({}, {}{official}{named})\n      role {}, organisation {}\n      {} mentions: {}",
        id('e', i),
        words(text, entity.name),
        name_of(&entity.kind),
        name_of(&entity.category),
        maybe(text, entity.role),
        maybe(text, entity.organization),
        entity.mentions.len(),
        mentions.join(", "),
    )
}

fn event(text: &str, analysis: &Analysis, i: usize) -> String {
    let Some(event) = analysis.events.get(i) else { return format!("{} is not there", id('v', i)) };
    let Event { span, trigger, date, timex, basis, status, participants, place, quotation, same, main, grounds: why } = event;
    let star = if *main { "*" } else { " " };
    let day = date.as_ref().map_or("undated", |date| &date.edtf);
    let mut entry = format!("{star} {day:<22} {:<9} {} {}", name_of(status), id('v', i), words(text, *span));
    let by = timex.map_or(String::new(), |timex| format!(" {}", id('t', timex)));
    let _ = write!(entry, "\n      trigger {}, dated by {}{by}", words(text, *trigger), name_of(basis));
    if !participants.is_empty() {
        let names: Vec<String> = participants.iter().map(|who| called(text, analysis, *who)).collect();
        let _ = write!(entry, ", with {}", names.join(", "));
    }
    if let Some(place) = place {
        let _ = write!(entry, ", in {}", words(text, *place));
    }
    if let Some(quotation) = quotation {
        let _ = write!(entry, ", the saying of {}", id('q', *quotation));
    }
    if let Some(same) = same {
        let _ = write!(entry, ", told again: {}", id('v', *same));
    }
    entry + &grounds(why)
}

fn grounds(grounds: &saywhen::finding::Grounds) -> String {
    format!("\n      {:.2} {}: {}", grounds.confidence, grounds.rule, grounds.why)
}

fn called(text: &str, analysis: &Analysis, i: usize) -> String {
    let name = analysis.entities.get(i).map_or("is not there".to_owned(), |entity| words(text, entity.name));
    format!("{} {name}", id('e', i))
}

fn maybe(text: &str, span: Option<Span>) -> String {
    span.map_or("none".to_owned(), |span| words(text, span))
}

/// The words of a span in brackets, without line ends and invisible characters.
fn words(text: &str, span: Span) -> String {
    let visible: String = span.of(text).chars().filter(|c| width(*c) > 0 || c.is_whitespace()).collect();
    format!("[{}]", visible.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The name of an enum's case, as the record has it.
fn name_of(case: &impl Serialize) -> String {
    serde_json::to_value(case).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// A finding to be drawn under the text.
struct Mark {
    layer: usize,
    label: String,
    fill: char,
    span: Span,
    /// A stretch inside that is drawn with `*`.
    stressed: Option<Span>,
}

/// The names of the rows under a line.
const LAYERS: [&str; 4] = ["said", "who", "time", "event"];

fn marks(analysis: &Analysis) -> Vec<Mark> {
    let mark = |layer, label: String, fill, span| Mark { layer, label, fill, span, stressed: None };
    let mut marks = Vec::new();
    for (i, quotation) in analysis.quotations.iter().enumerate() {
        marks.extend(quotation.contents.iter().map(|span| mark(0, id('q', i), '"', *span)));
        marks.extend(quotation.cue.map(|span| mark(0, id('q', i), '^', span)));
        marks.extend(quotation.source.map(|span| mark(0, id('q', i), '_', span)));
    }
    for (i, entity) in analysis.entities.iter().enumerate() {
        marks.extend(entity.mentions.iter().map(|mention| mark(1, id('e', i), '_', mention.span)));
    }
    marks.extend(analysis.timexes.iter().enumerate().map(|(i, timex)| mark(2, id('t', i), '=', timex.span)));
    let events = analysis.events.iter().enumerate();
    marks.extend(events.map(|(i, event)| Mark { stressed: Some(event.trigger), ..mark(3, id('v', i), '~', event.span) }));
    marks.sort_by_key(|mark| (mark.layer, mark.span.start, mark.span.end));
    marks
}

/// One character of a line: what is shown, and the byte of the text that it stands at.
struct Column {
    shown: char,
    at: usize,
}

/// Folds a stretch of the text into lines of at most [`WIDTH`] columns, at white space where there is some.
fn fold(text: &str, span: Span) -> Vec<Vec<Column>> {
    let mut lines = vec![Vec::new()];
    for (offset, c) in span.of(text).char_indices() {
        let Some(line) = lines.last_mut() else { continue };
        if c == '\n' || (c.is_whitespace() && line.len() >= WIDTH - 12) || line.len() >= WIDTH {
            lines.push(Vec::new());
        }
        let Some(line) = lines.last_mut() else { continue };
        let shown = if c.is_whitespace() { ' ' } else { c };
        let columns = if c.is_whitespace() && line.is_empty() { 0 } else { width(c) };
        line.extend((0..columns).map(|k| Column { shown: if k == 0 { shown } else { '\0' }, at: span.start + offset }));
    }
    lines.retain(|line| !line.is_empty());
    lines
}

/// How many columns a terminal gives a character.
fn width(c: char) -> usize {
    match c {
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => 0,
        '\u{300}'..='\u{36f}' | '\u{1f3fb}'..='\u{1f3ff}' => 0,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{1f000}'..='\u{1faff}' => 2,
        c if c.is_control() => 0,
        _ => 1,
    }
}

/// A line of text and the rows under it; findings of one kind that overlap get rows of their own.
fn drawn(columns: &[Column], marks: &[Mark]) -> Vec<String> {
    let shown: String = columns.iter().map(|column| column.shown).filter(|c| *c != '\0').collect();
    let mut lines = vec![format!("text  | {shown}")];
    for (layer, name) in LAYERS.iter().enumerate() {
        let mut rows: Vec<Vec<char>> = Vec::new();
        for mark in marks.iter().filter(|mark| mark.layer == layer) {
            draw(&mut rows, columns, mark);
        }
        lines.extend(rows.into_iter().map(|row| format!("{name:<5} | {}", row.into_iter().collect::<String>())));
    }
    lines
}

/// Draws a mark in the first row that has room, or in a new one.
fn draw(rows: &mut Vec<Vec<char>>, columns: &[Column], mark: &Mark) {
    let inside = |span: Span, at: usize| span.start <= at && at < span.end;
    let Some(first) = columns.iter().position(|column| inside(mark.span, column.at)) else { return };
    let fill = |column: &Column| if mark.stressed.is_some_and(|span| inside(span, column.at)) { '*' } else { mark.fill };
    let mut drawing: Vec<char> = columns[first..].iter().take_while(|column| inside(mark.span, column.at)).map(fill).collect();
    for (k, c) in mark.label.chars().enumerate() {
        match drawing.get_mut(k) {
            Some(place) => *place = c,
            None => drawing.push(c),
        }
    }
    let free = |row: &Vec<char>| row.len() < first || (row.len() == first && (first == 0 || row[first - 1] == ' '));
    let row = rows.iter().position(free).unwrap_or_else(|| {
        rows.push(Vec::new());
        rows.len() - 1
    });
    rows[row].resize(first, ' ');
    rows[row].extend(drawing);
}
