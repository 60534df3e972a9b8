//! A report in Markdown (CommonMark): the timeline, then who said what.

use super::article::{Article, Quoted, one_line, shown};
use super::{Options, Work, names};
use crate::event::{Basis, Event};

/// The report of `work`.
pub fn write(work: Work, options: &Options) -> String {
    let article = Article::new(work);
    let mut report = Report { written: String::new() };
    report.paragraph(&format!("# {}", escape(&article.headline())));
    report.paragraph(&escape(&format!("Published: {}", article.published())));
    if let Some(address) = article.work.address() {
        report.paragraph(&format!("At {}", escape(address)));
    }
    report.timeline(&article, options);
    report.people(&article);
    report.paragraph("---");
    report.paragraph(&escape(&article.colophon()));
    report.written.truncate(report.written.trim_end().len());
    report.written.push('\n');
    report.written
}

struct Report {
    written: String,
}

impl Report {
    fn paragraph(&mut self, line: &str) {
        self.written.push_str(line);
        self.written.push_str("\n\n");
    }

    fn timeline(&mut self, article: &Article, options: &Options) {
        let (dated, undated) = (article.events(true, options), article.events(false, options));
        self.paragraph("## What happened when");
        if dated.is_empty() {
            self.paragraph("No dated events were found.");
        }
        for (i, event) in &dated {
            self.event(article, *i, event);
        }
        if !undated.is_empty() {
            self.paragraph("## Without a date");
        }
        for (i, event) in &undated {
            self.event(article, *i, event);
        }
        let left_out = article.event_count().saturating_sub(dated.len() + undated.len());
        if left_out > 0 {
            self.paragraph(&format!("Left out, because they have less weight: {left_out}."));
        }
    }

    fn event(&mut self, article: &Article, index: usize, event: &Event) {
        let date = article.date_words(event).map(|date| format!("**{}:** ", escape(&date))).unwrap_or_default();
        let basis = if event.basis == Basis::Publication { ", placed on the day of publication" } else { "" };
        let place = event.place.map(|place| format!(", {}", escape(&article.line(place)))).unwrap_or_default();
        let words = escape(&article.line(event.span));
        self.line(&format!("- {date}“{words}” (*{}*{basis}{place})", names::status(event.status)));
        for reason in article.reasons(index, event) {
            self.line(&format!("  - {}", escape(&reason)));
        }
        self.written.push('\n');
    }

    fn people(&mut self, article: &Article) {
        self.paragraph("## Who said what");
        let quoted = article.quoted();
        if quoted.is_empty() {
            self.paragraph("No one is quoted.");
        }
        for person in quoted {
            self.person(article, &person);
        }
    }

    fn person(&mut self, article: &Article, person: &Quoted) {
        let name = person.speaker.map_or_else(|| "Speaker not found".to_owned(), |entity| article.name(entity));
        self.paragraph(&format!("### {}", escape(&name)));
        let office = person.speaker.map(|entity| article.office(entity)).unwrap_or_default();
        if !office.is_empty() {
            self.paragraph(&escape(&office));
        }
        let remark = article.remark_on_speaker(person);
        if !remark.is_empty() {
            self.paragraph(&escape(&remark));
        }
        for (i, quotation) in &person.quotations {
            self.line(&format!("> {}", escape(&article.said_in_line(quotation))));
            self.line(">");
            let source = quotation.source.map(|source| format!("— {}. ", article.line(source))).unwrap_or_default();
            self.paragraph(&format!("> {}", escape(&format!("{source}{}", article.proof_of_quotation(*i, quotation)))));
        }
    }

    fn line(&mut self, line: &str) {
        self.written.push_str(line);
        self.written.push('\n');
    }
}

/// `text` in one line that is shown as it is: no sign of it is taken for markup.
pub(super) fn escape(text: &str) -> String {
    let line = one_line(text);
    let mut escaped = String::with_capacity(line.len() + line.len() / 8);
    if opens_a_block(&line) {
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = line.split_at_checked(digits).unwrap_or(("", &line));
        escaped.push_str(number);
        escaped.push('\\');
        inline(rest, &mut escaped);
    } else {
        inline(&line, &mut escaped);
    }
    escaped
}

/// Whether a line would begin a list, a heading or a rule: "- ", "1. ", "===".
fn opens_a_block(line: &str) -> bool {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    line.starts_with(['-', '+', '=']) || (rest.len() < line.len() && rest.starts_with(['.', ')']))
}

fn inline(text: &str, escaped: &mut String) {
    for c in text.chars().map(shown) {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' | '|' | '!' | '$') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_of_markup_are_marked() {
        for (text, expected) in [
            ("a *b* [c](d) <e> & f_g", "a \\*b\\* \\[c\\](d) \\<e\\> \\& f\\_g"),
            ("1. first", "1\\. first"),
            ("1.5 points", "1\\.5 points"),
            ("- dash\r\n# hash", "\\- dash \\# hash"),
            ("=1+1", "\\=1+1"),
            ("2015", "2015"),
            ("it cost 5-6", "it cost 5-6"),
        ] {
            assert_eq!(escape(text), expected);
        }
    }
}
