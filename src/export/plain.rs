//! One finding in a few lines of plain text, to paste into a message or a note: the exact words, who or when, and the proof.

use super::article::{Article, Quoted, extent};
use super::{Work, fragment, names};
use crate::event::Basis;
use crate::item::Item;
use crate::review::{Kept, Review, Reviewed};
use crate::text::Span;
use crate::timex::words;

/// The lines about `item` of a reviewed analysis of `text`; `None` where it has no such finding.
pub fn one(text: &str, reviewed: &Reviewed, review: &Review, item: Item) -> Option<String> {
    let kept = Kept { analysis: reviewed.analysis.clone(), marks: reviewed.marks.clone(), wrong: 0 };
    let article = Article::new(Work::reviewed(text, &kept, review));
    let mut lines = match item {
        Item::Event(i) => event(&article, i)?,
        Item::Quotation(i) => quotation(&article, i)?,
        Item::Entity(i) => entity(&article, i)?,
        Item::Timex(i) => timex(&article, i)?,
        Item::Published => vec![format!("Published: {}", article.published())],
    };
    lines.push(format!("“{}”. Published: {}.", article.headline(), article.published()));
    if let Some(address) = article.work.address() {
        let span = item.span(&kept.analysis);
        lines.push(span.map_or_else(|| address.to_owned(), |span| fragment::link(address, text, span)));
    }
    lines.push(article.colophon());
    Some(lines.join("\n") + "\n")
}

fn event(article: &Article, index: usize) -> Option<Vec<String>> {
    let event = article.analysis.events.get(index)?;
    let date = article.date_words(event).unwrap_or_else(|| "without a date".to_owned());
    let basis = if event.basis == Basis::Publication { ", placed on the day of publication" } else { "" };
    let mut lines = vec![format!("“{}”", article.line(event.span)), format!("{date}; {}{basis}.", names::status(event.status))];
    lines.extend(article.reasons(index, event));
    Some(lines)
}

fn quotation(article: &Article, index: usize) -> Option<Vec<String>> {
    let quotation = article.analysis.quotations.get(index)?;
    let speaker = article.speaker(quotation).map_or_else(
        || "speaker not found".to_owned(),
        |entity| {
            let office = article.office(entity);
            let office = if office.is_empty() { office } else { format!(", {office}") };
            article.name(entity) + &office
        },
    );
    let form = names::form(quotation.kind);
    let said = quotation.source.into_iter().chain(quotation.cue).reduce(Span::join);
    let said = said.filter(|said| !extent(quotation).overlaps(*said)).map(|said| format!(" (“{}”)", article.line(said)));
    Some(vec![
        article.said_in_line(quotation),
        format!("— {speaker}; {form} quotation{}.", said.unwrap_or_default()),
        article.proof_of_quotation(index, quotation),
    ])
}

/// Somebody with all that they are quoted with.
fn entity(article: &Article, index: usize) -> Option<Vec<String>> {
    let entity = article.analysis.entities.get(index)?;
    let office = article.office(entity);
    let office = if office.is_empty() { office } else { format!(", {office}") };
    let all = article.analysis.quotations.iter().enumerate();
    let quotations = all.filter(|(_, quotation)| quotation.speaker == Some(index)).collect::<Vec<_>>();
    let quoted = Quoted { speaker: Some(entity), quotations };
    let remark = article.remark_on_speaker(&quoted);
    let mut lines = vec![article.name(entity) + &office];
    lines.extend(Some(remark).filter(|remark| !remark.is_empty()));
    for (i, quotation) in &quoted.quotations {
        lines.push(article.said_in_line(quotation));
        lines.push(format!("  {}", article.proof_of_quotation(*i, quotation)));
    }
    Some(lines)
}

fn timex(article: &Article, index: usize) -> Option<Vec<String>> {
    let timex = article.analysis.timexes.get(index)?;
    let remark = article.work.remark(Item::Timex(index));
    Some(vec![
        format!("“{}”: {} ({})", article.line(timex.span), words::typed(timex.kind, &timex.value, timex.interval), timex.value),
        [article.proof(timex.span, &timex.grounds), remark].join(" ").trim_end().to_owned(),
    ])
}
