//! What must hold for any string at all, whoever made it up.

use proptest::prelude::*;
use saywhen::Analysis;
use saywhen::export::Work;
use saywhen::export::json::record;
use saywhen::review::{Review, Reviewed};
use saywhen::text::encoding::Encoding;
use saywhen::text::{Document, Span};
use saywhen::timex::Anchor;
use serde_json::Value;

/// Everything that holds for an analysis of `text`.
pub fn check_analysis(text: &str, analysis: &Analysis) -> Result<(), TestCaseError> {
    for span in spans(analysis) {
        prop_assert!(text.get(span.start..span.end).is_some(), "{span:?} does not cut {text:?}");
    }
    check_order(text, analysis)?;
    check_indices(analysis)?;
    check_timeline(analysis)?;
    // What a reader adds is a main event besides.
    prop_assert!(analysis.events.iter().filter(|event| event.main).count() <= 12);
    let first: Vec<usize> = analysis.entities.iter().map(|entity| entity.mentions[0].span.start).collect();
    prop_assert!(first.is_sorted(), "entities at {first:?} in {text:?}");
    check_grounds(analysis)?;
    Ok(())
}

/// The offsets of the record name the same words in code points and in UTF-16.
pub fn check_offsets(text: &str, analysis: &Analysis) -> Result<(), TestCaseError> {
    let points: Vec<char> = text.chars().collect();
    let units: Vec<u16> = text.encode_utf16().collect();
    let by_points = |start: usize, end: usize| points.get(start..end).map(String::from_iter);
    let by_units = |start: usize, end: usize| units.get(start..end).and_then(|units| String::from_utf16(units).ok());
    check_slices(&serde_json::to_value(record(Work::found(text, analysis), Encoding::Codepoint))?, &by_points)?;
    check_slices(&serde_json::to_value(record(Work::found(text, analysis), Encoding::Utf16))?, &by_units)?;
    Ok(())
}

/// The tokens cover all that can be seen.
pub fn check_tokens(text: &str) -> Result<(), TestCaseError> {
    let document = Document::new(text);
    let mut end = 0;
    for token in &document.tokens {
        prop_assert!(token.span.start >= end && token.span.end > token.span.start, "{:?} behind {end} in {text:?}", token.span);
        let between = text.get(end..token.span.start);
        prop_assert!(between.is_some_and(|gap| gap.chars().all(is_unseen)), "left out: {between:?} in {text:?}");
        prop_assert!(text.is_char_boundary(token.span.end));
        end = token.span.end;
    }
    prop_assert!(text[end..].chars().all(is_unseen), "left out: {:?}", &text[end..]);
    Ok(())
}

/// Paragraphs and sentences share out the tokens.
pub fn check_shares(text: &str) -> Result<(), TestCaseError> {
    let document = Document::new(text);
    let (mut token, mut sentence) = (0, 0);
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        prop_assert_eq!(paragraph.sentences.start, sentence);
        for part in &document.sentences[paragraph.sentences.clone()] {
            prop_assert_eq!((part.paragraph, part.tokens.start), (number, token));
            prop_assert!(part.tokens.end > token);
            prop_assert_eq!(part.span, document.span(part.tokens.clone()));
            token = part.tokens.end;
        }
        prop_assert_eq!(paragraph.tokens.end, token);
        prop_assert_eq!(paragraph.span, document.span(paragraph.tokens.clone()));
        sentence = paragraph.sentences.end;
    }
    prop_assert_eq!((token, sentence), (document.tokens.len(), document.sentences.len()));
    Ok(())
}

/// What holds for corrections of `text`: every number still leads somewhere, in what stays as well, and nothing is left of them when they
/// are taken back.
pub fn check_review(text: &str, found: &Analysis, review: &Review) -> Result<Reviewed, TestCaseError> {
    let reviewed = review.apply(text, found);
    check_indices(&reviewed.analysis)?;
    let kept = reviewed.kept().analysis;
    check_indices(&kept)?;
    check_timeline(&kept)?;
    prop_assert!(spans(&kept).into_iter().all(|span| text.get(span.start..span.end).is_some()));
    let mut undone = review.clone();
    while undone.undo().is_some() {}
    prop_assert_eq!(undone.apply(text, found).analysis, found.clone());
    Ok(reviewed)
}

/// White space and what no reader sees.
fn is_unseen(c: char) -> bool {
    let format = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}');
    c.is_whitespace() || c.is_control() || format
}

/// Every span of an analysis.
fn spans(analysis: &Analysis) -> Vec<Span> {
    let mut spans: Vec<Span> = analysis.paragraphs.iter().map(|paragraph| paragraph.span).collect();
    spans.extend(analysis.title.iter().chain(&analysis.published.span));
    spans.extend(analysis.timexes.iter().map(|timex| timex.span));
    for entity in &analysis.entities {
        spans.push(entity.name);
        spans.extend(entity.role.iter().chain(&entity.organization));
        spans.extend(entity.mentions.iter().map(|mention| mention.span));
    }
    for quotation in &analysis.quotations {
        spans.extend(quotation.contents.iter().chain(&quotation.cue).chain(&quotation.source));
    }
    for event in &analysis.events {
        spans.extend([event.span, event.trigger]);
        spans.extend(event.place);
    }
    spans
}

/// What stands one behind another in the text does so in the lists.
pub fn check_order(text: &str, analysis: &Analysis) -> Result<(), TestCaseError> {
    let apart = |spans: &[Span]| spans.windows(2).all(|pair| pair[0].end <= pair[1].start);
    let rising = |spans: &[Span]| spans.windows(2).all(|pair| pair[0].start <= pair[1].start);
    let paragraphs: Vec<Span> = analysis.paragraphs.iter().map(|paragraph| paragraph.span).collect();
    let timexes: Vec<Span> = analysis.timexes.iter().map(|timex| timex.span).collect();
    let events: Vec<Span> = analysis.events.iter().map(|event| event.span).collect();
    let quotations: Vec<Span> = analysis.quotations.iter().filter_map(|quotation| quotation.contents.first().copied()).collect();
    prop_assert!(apart(&paragraphs), "paragraphs {paragraphs:?} in {text:?}");
    prop_assert!(rising(&timexes) && timexes.iter().all(|span| !span.is_empty()), "timexes {timexes:?} in {text:?}");
    prop_assert!(rising(&quotations), "quotations {quotations:?} in {text:?}");
    prop_assert!(rising(&events), "events {events:?} in {text:?}");
    for quotation in &analysis.quotations {
        prop_assert!(!quotation.contents.is_empty() && apart(&quotation.contents), "contents {:?} in {text:?}", quotation.contents);
    }
    for entity in &analysis.entities {
        let mentions: Vec<Span> = entity.mentions.iter().map(|mention| mention.span).collect();
        prop_assert!(!mentions.is_empty() && rising(&mentions), "mentions {mentions:?} in {text:?}");
    }
    Ok(())
}

/// Every number of another finding leads to one.
pub fn check_indices(analysis: &Analysis) -> Result<(), TestCaseError> {
    let (timexes, entities, quotations) = (analysis.timexes.len(), analysis.entities.len(), analysis.quotations.len());
    for (i, timex) in analysis.timexes.iter().enumerate() {
        if let Some(Anchor::Timex(anchor)) = timex.anchor {
            prop_assert!(anchor < timexes && anchor != i, "time {i} hangs on {anchor}");
        }
        prop_assert!(timex.interval.is_none_or(|interval| interval.earliest <= interval.latest), "{:?}", timex.interval);
    }
    for (i, quotation) in analysis.quotations.iter().enumerate() {
        let speakers = quotation.speaker.into_iter().chain(quotation.alternatives.iter().map(|other| other.speaker));
        prop_assert!(speakers.max().is_none_or(|speaker| speaker < entities));
        prop_assert!(quotation.timex.is_none_or(|timex| timex < timexes));
        prop_assert!(quotation.continues.is_none_or(|before| before < quotations && before != i));
    }
    for event in &analysis.events {
        prop_assert!(event.participants.iter().all(|who| *who < entities));
        prop_assert!(event.timex.is_none_or(|timex| timex < timexes));
        prop_assert!(event.quotation.is_none_or(|quotation| quotation < quotations));
        prop_assert!(event.same.is_none_or(|same| analysis.events.get(same).is_some_and(|same| same.same.is_none())));
        prop_assert!(event.span.contains(event.trigger), "trigger {:?} outside {:?}", event.trigger, event.span);
        prop_assert!(event.date.as_ref().is_none_or(|date| date.earliest <= date.latest), "{:?}", event.date);
    }
    Ok(())
}

/// The timeline holds every event once, in the order of time.
fn check_timeline(analysis: &Analysis) -> Result<(), TestCaseError> {
    let timeline = &analysis.timeline;
    let mut all: Vec<usize> = timeline.dated.iter().chain(&timeline.undated).copied().collect();
    all.sort_unstable();
    let once: Vec<usize> = (0..analysis.events.len()).filter(|i| analysis.events[*i].same.is_none()).collect();
    prop_assert_eq!(all, once);
    let days: Vec<_> = timeline.dated.iter().map(|i| analysis.events[*i].date.as_ref().map(|date| date.earliest)).collect();
    prop_assert!(days.iter().all(Option::is_some) && days.is_sorted(), "{days:?}");
    prop_assert!(timeline.undated.is_sorted() && timeline.undated.iter().all(|i| analysis.events[*i].date.is_none()));
    Ok(())
}

/// Every finding says by which rule it was made, why, and how sure that is.
fn check_grounds(analysis: &Analysis) -> Result<(), TestCaseError> {
    let timexes = analysis.timexes.iter().map(|timex| &timex.grounds);
    let quotations = analysis.quotations.iter().map(|quotation| &quotation.grounds);
    for grounds in timexes.chain(quotations).chain(analysis.events.iter().map(|event| &event.grounds)) {
        prop_assert!((0.0..=1.0).contains(&grounds.confidence), "{grounds:?}");
        prop_assert!(!grounds.rule.is_empty() && is_sentence(&grounds.why), "{grounds:?}");
    }
    for reading in analysis.timexes.iter().flat_map(|timex| &timex.alternatives) {
        prop_assert!(is_sentence(&reading.why), "{reading:?}");
    }
    Ok(())
}

/// A sentence that begins and ends like one, with no gap where words should stand.
fn is_sentence(why: &str) -> bool {
    why.starts_with(|c: char| c.is_uppercase() || c == '“')
        && why.ends_with('.')
        && !why.contains("“”")
        && !why.contains("the day of the day")
}

/// Checks every object of `value` that has a start, an end and a text.
fn check_slices(value: &Value, slice: &impl Fn(usize, usize) -> Option<String>) -> Result<(), TestCaseError> {
    let number = |key: &str| value.get(key).and_then(Value::as_u64).and_then(|at| usize::try_from(at).ok());
    if let (Some(start), Some(end), Some(text)) = (number("start"), number("end"), value.get("text").and_then(Value::as_str)) {
        prop_assert_eq!(slice(start, end), Some(text.to_owned()));
    }
    match value {
        Value::Array(items) => items.iter().try_for_each(|item| check_slices(item, slice)),
        Value::Object(fields) => fields.values().try_for_each(|field| check_slices(field, slice)),
        _ => Ok(()),
    }
}
