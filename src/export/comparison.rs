//! A comparison of several articles in Markdown (CommonMark): in what they differ, and the words of each.

use super::markdown::escape;
use super::names;
use crate::compare::{Article, Comparison, Difference, Place, Row, dates_of, letter, title};
use crate::timex::words;
use std::collections::BTreeSet;

/// What findings differ in, for the reader.
pub fn difference(difference: Difference) -> &'static str {
    match difference {
        Difference::Date => "different dates",
        Difference::Status => "told differently: happened or not",
        Difference::Office => "different offices",
        Difference::Wording => "different words",
        Difference::Speaker => "different speakers",
    }
}

/// The report of a comparison of `articles`.
pub fn write(articles: &[Article], compared: &Comparison) -> String {
    let mut report = Report { articles, written: String::from("# Comparison\n\n") };
    for (i, article) in articles.iter().enumerate() {
        let published = article.analysis.published.date.map(|day| format!(" ({})", words::day(day))).unwrap_or_default();
        report.line(&format!("- **{}:** {}{published}", letter(i), escape(&title(article.text, article.analysis.title))));
    }
    report.section("What happened when", &compared.dated, |report, row| report.event(row));
    report.section("Without a date", &compared.undated, |report, row| report.event(row));
    report.section("Who is in which", &compared.people, |report, row| report.person(row));
    report.section("Quoted in more than one", &compared.quotations, |report, row| report.quotation(row));
    report.written
}

struct Report<'a> {
    articles: &'a [Article<'a>],
    written: String,
}

impl<'a> Report<'a> {
    fn line(&mut self, line: &str) {
        self.written.push_str(line);
        self.written.push('\n');
    }

    fn section(&mut self, heading: &str, rows: &[Row], one: impl Fn(&mut Self, &Row)) {
        if rows.is_empty() {
            return;
        }
        self.line(&format!("\n## {heading}\n"));
        for row in rows {
            one(self, row);
        }
    }

    /// The first line of a row: what it is, and in what the articles differ.
    fn head(&mut self, head: &str, row: &Row) {
        let differences: Vec<&str> = row.differences.iter().map(|kind| difference(*kind)).collect();
        let differences = if differences.is_empty() { String::new() } else { format!(" (≠ {})", differences.join(", ")) };
        self.line(&format!("- **{}**{differences}", escape(head)));
    }

    /// What one article has of a row.
    fn told(&mut self, place: Place, words: &str) {
        self.line(&format!("  - {}: {words}", letter(place.article)));
    }

    fn event(&mut self, row: &Row) {
        let dates = dates_of(self.articles, row);
        let mut days: Vec<String> = dates.iter().map(|date| words::line(date.value, Some(date.days))).collect();
        days.dedup();
        self.head(if days.is_empty() { "no date".to_owned() } else { days.join(" / ") }.as_str(), row);
        for (place, article) in self.places(row) {
            let Some(event) = article.analysis.events.get(place.index) else { continue };
            self.told(place, &format!("“{}” (*{}*)", escape(event.span.of(article.text)), names::status(event.status)));
        }
    }

    fn person(&mut self, row: &Row) {
        let name =
            |(place, article): &(Place, Article<'a>)| article.analysis.entities.get(place.index).map(|entity| entity.name_in(article.text));
        let places = self.places(row);
        self.head(places.iter().filter_map(name).max_by_key(|name| name.len()).unwrap_or_default(), row);
        for (place, article) in places {
            let Some(entity) = article.analysis.entities.get(place.index) else { continue };
            let office: Vec<&str> = [entity.role_in(article.text), entity.organization_in(article.text)].into_iter().flatten().collect();
            self.told(place, &if office.is_empty() { "no office given".to_owned() } else { escape(&office.join(", ")) });
        }
    }

    fn quotation(&mut self, row: &Row) {
        let places = self.places(row);
        let speakers: BTreeSet<&str> = places.iter().filter_map(|(place, article)| speaker(*place, article)).collect();
        self.head(&speakers.into_iter().collect::<Vec<_>>().join(" / "), row);
        for (place, article) in places {
            let Some(quotation) = article.analysis.quotations.get(place.index) else { continue };
            let said: Vec<&str> = quotation.contents.iter().map(|content| content.of(article.text)).collect();
            let speaker = speaker(place, &article).map(|name| format!("{}: ", escape(name))).unwrap_or_default();
            self.told(place, &format!("{speaker}“{}”", escape(&said.join(" … "))));
        }
    }

    fn places(&self, row: &Row) -> Vec<(Place, Article<'a>)> {
        row.places.iter().filter_map(|place| Some((*place, *self.articles.get(place.article)?))).collect()
    }
}

/// Who says a quotation.
fn speaker<'a>(place: Place, article: &Article<'a>) -> Option<&'a str> {
    let speaker = article.analysis.quotations.get(place.index)?.speaker?;
    article.analysis.entities.get(speaker).map(|entity| entity.name_in(article.text))
}
