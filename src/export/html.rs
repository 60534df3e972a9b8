//! A report on one page of HTML, to read and to print: the timeline, who said what, and the article itself.
//!
//! The page stands alone: no script, no font, nothing from elsewhere; its own policy forbids them.

use super::article::{Article, Quoted, can_be_written, escape_html, extent};
use super::{Options, Work, json, names};
use crate::event::{Basis, Event};
use crate::text::{ParagraphKind, Span};
use crate::timex::words;

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

const STYLE: &str = "
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.2; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid; }
ol { list-style: none; padding: 0; }
li, blockquote { margin: 0 0 1.25rem; }
blockquote { padding-left: 1rem; border-left: 3px solid; }
p { margin: 0 0 .4rem; }
.date { font-weight: bold; }
.why, .office, footer { font-size: .85rem; font-family: system-ui, sans-serif; }
.article p { margin-bottom: .8rem; }
@media print {
  body { max-width: none; margin: 0; }
  h2, h3 { break-after: avoid; }
  li, blockquote { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
";

/// The page of `work`.
pub fn write(work: Work, options: &Options) -> String {
    let article = Article::new(work);
    let mut page = Page { written: String::new() };
    page.head(&article);
    page.timeline(&article, options);
    page.people(&article);
    page.article(&article);
    page.line(&format!("</main>\n<footer>{}</footer>\n</body>\n</html>", paragraph("", &article.colophon())));
    page.written
}

/// A paragraph of text, which may have a class.
fn paragraph(class: &str, text: &str) -> String {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    format!("<p{class}>{}</p>", escape_html(text))
}

struct Page {
    written: String,
}

impl Page {
    fn line(&mut self, line: &str) {
        self.written.push_str(line);
        self.written.push('\n');
    }

    fn head(&mut self, article: &Article) {
        let title = escape_html(&article.headline());
        self.line("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
        self.line(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">"));
        self.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        self.line(&format!("<meta name=\"generator\" content=\"{}\">", escape_html(json::ENGINE)));
        self.line(&format!("<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>"));
        let published = escape_html(&article.published());
        self.line(&match article.analysis.published.date.filter(can_be_written) {
            Some(date) => format!("<p>Published <time datetime=\"{date}\">{published}</time></p>"),
            None => format!("<p>Day of publication: {published}</p>"),
        });
        if let Some(address) = article.work.address().map(escape_html) {
            self.line(&format!("<p>At <a href=\"{address}\" rel=\"noreferrer\">{address}</a></p>"));
        }
    }

    fn timeline(&mut self, article: &Article, options: &Options) {
        let (dated, undated) = (article.events(true, options), article.events(false, options));
        self.line("<h2>What happened when</h2>");
        self.events(article, &dated, "No dated events were found.");
        if !undated.is_empty() {
            self.line("<h2>Without a date</h2>");
            self.events(article, &undated, "");
        }
        let left_out = article.event_count().saturating_sub(dated.len() + undated.len());
        if left_out > 0 {
            self.line(&paragraph("why", &format!("Left out, because they have less weight: {left_out}.")));
        }
    }

    fn events(&mut self, article: &Article, events: &[(usize, &Event)], none: &str) {
        if events.is_empty() {
            self.line(&paragraph("", none));
            return;
        }
        self.line("<ol>");
        for (i, event) in events {
            self.event(article, *i, event);
        }
        self.line("</ol>");
    }

    fn event(&mut self, article: &Article, index: usize, event: &Event) {
        let basis = if event.basis == Basis::Publication { ", placed on the day of publication" } else { "" };
        let place = event.place.map(|place| format!(", {}", article.line(place))).unwrap_or_default();
        let status = escape_html(&format!("{}{basis}{place}", names::status(event.status)));
        self.line(&format!("<li id=\"{}\">\n<p>{}{status}</p>", json::id('v', index), time(article, event)));
        self.line(&paragraph("words", article.words(event.span)));
        for reason in article.reasons(index, event) {
            self.line(&proof(article, event.span, &reason));
        }
        self.line("</li>");
    }

    fn people(&mut self, article: &Article) {
        self.line("<h2>Who said what</h2>");
        let quoted = article.quoted();
        if quoted.is_empty() {
            self.line(&paragraph("", "No one is quoted."));
        }
        for person in quoted {
            self.person(article, &person);
        }
    }

    fn person(&mut self, article: &Article, person: &Quoted) {
        let name = person.speaker.map_or_else(|| "Speaker not found".to_owned(), |entity| article.name(entity));
        self.line(&format!("<section>\n<h3>{}</h3>", escape_html(&name)));
        let office = person.speaker.map(|entity| article.office(entity)).unwrap_or_default();
        if !office.is_empty() {
            self.line(&paragraph("office", &office));
        }
        let remark = article.remark_on_speaker(person);
        if !remark.is_empty() {
            self.line(&paragraph("why", &remark));
        }
        for (i, quotation) in &person.quotations {
            self.line(&format!("<blockquote id=\"{}\">", json::id('q', *i)));
            self.line(&paragraph("words", &article.said_in_line(quotation)));
            let source = quotation.source.map(|source| format!("— {}. ", article.line(source))).unwrap_or_default();
            let why = format!("{source}{}", article.proof_of_quotation(*i, quotation));
            self.line(&proof(article, extent(quotation), &why));
            self.line("</blockquote>");
        }
        self.line("</section>");
    }

    /// The text itself, so that the page proves what it says.
    fn article(&mut self, article: &Article) {
        self.line("<h2>The article</h2>\n<div class=\"article\">");
        for (i, part) in article.analysis.paragraphs.iter().enumerate() {
            let words = escape_html(article.words(part.span));
            let words = if part.kind == ParagraphKind::Title { format!("<strong>{words}</strong>") } else { words };
            self.line(&format!("<p id=\"p{}\">{words}</p>", i + 1));
        }
        self.line("</div>");
    }
}

/// The date of an event with a blank behind it; nothing where it has none.
fn time(article: &Article, event: &Event) -> String {
    let Some(shown) = article.date_words(event) else { return String::new() };
    let written = event.date.as_ref().filter(|date| can_be_written(&date.earliest));
    match written.and_then(|date| words::attribute(&date.value)) {
        Some(known) => format!("<time class=\"date\" datetime=\"{}\">{}</time> ", escape_html(&known), escape_html(&shown)),
        None => format!("<span class=\"date\">{}</span> ", escape_html(&shown)),
    }
}

/// The reason of a finding, with a link to the paragraph of its words.
fn proof(article: &Article, span: Span, why: &str) -> String {
    let paragraphs = &article.analysis.paragraphs;
    let number = paragraphs.partition_point(|paragraph| paragraph.span.end <= span.start) + 1;
    let link = if number <= paragraphs.len() { format!(" <a href=\"#p{number}\">Paragraph {number}</a>") } else { String::new() };
    format!("<p class=\"why\">{}{link}</p>", escape_html(why))
}
