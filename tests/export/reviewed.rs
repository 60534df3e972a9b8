//! What a reader said goes with what is taken away.

use super::*;
use saywhen::item::Item;
use saywhen::review::{Edit, Kept, Review, Subject, Verdict};

const TEXT: &str = "HARLOW, May 4, 2021 — The pier reopened on Tuesday. \"We are glad,\" said Mayor Ines Calder. \
A mast fell on Monday. The old lamp was repaired on Sunday.\n";

const NOTE: &str = "Asked the \"harbour\" & <b>the mayor</b>;\r\n=1+1, *twice*";

/// A review in which one event is right and has a note, one is wrong, and one has another date.
fn reviewed() -> (Kept, Review) {
    let analysis = analyze(TEXT, &saywhen::Options::default());
    let event = |word: &str| {
        let i = analysis.events.iter().position(|event| event.trigger.of(TEXT).contains(word)).expect("an event of that word");
        Subject::of(TEXT, &analysis, Item::Event(i)).expect("it is a finding")
    };
    let quotation = Subject::of(TEXT, &analysis, Item::Quotation(0)).expect("it is a finding");
    let review = Review::of(vec![
        Edit::Address { url: Some("https://news.example/pier?a=1&b=2".to_owned()) },
        Edit::Judge { of: event("reopened"), verdict: Some(Verdict::Right) },
        Edit::Note { of: event("reopened"), note: NOTE.to_owned() },
        Edit::Judge { of: event("fell"), verdict: Some(Verdict::Wrong) },
        Edit::Date { of: event("repaired"), value: Some("2021-04-30".to_owned()) },
        Edit::Note { of: quotation, note: "Heard it.".to_owned() },
    ]);
    (review.apply(TEXT, &analysis).kept(), review)
}

fn taken(format: Format) -> String {
    let (kept, review) = reviewed();
    export::write(format, Work::reviewed(TEXT, &kept, &review), &ALL).expect("every analysis can be written")
}

#[test]
fn the_record_has_verdicts_notes_and_every_correction() {
    let record: Value = serde_json::from_str(&taken(Format::Json)).unwrap();
    let events = record["events"].as_array().unwrap();
    let of = |word: &str| events.iter().find(|event| event["trigger"]["text"].as_str().unwrap().contains(word));
    assert_eq!(of("reopened").unwrap()["review"], serde_json::json!({"verdict": "right", "note": NOTE}));
    assert_eq!(of("repaired").unwrap()["review"], serde_json::json!({"change": "changed"}));
    assert!(of("fell").is_none(), "what is wrong is left out");
    assert_eq!(record["corrections"].as_array().unwrap().len(), 6, "and yet is told");
    assert_eq!(record["document"]["address"], "https://news.example/pier?a=1&b=2");
    let plain: Value = serde_json::from_str(&write(Format::Json, TEXT, &analyze(TEXT, &saywhen::Options::default()))).unwrap();
    assert!(plain.get("corrections").is_none() && plain["events"][0].get("review").is_none());
}

#[test]
fn the_table_has_columns_for_what_the_reader_said() {
    let table = taken(Format::Csv);
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let columns = rows.headers().unwrap().clone();
    let cell = |row: &csv::StringRecord, name: &str| row[columns.iter().position(|column| column == name).unwrap()].to_owned();
    let rows: Vec<_> = rows.records().map(Result::unwrap).collect();
    let of = |word: &str| rows.iter().rev().find(|row| cell(row, "words").contains(word)).unwrap();
    let said = |row| ["verdict", "change", "note", "address"].map(|name| cell(row, name));
    let address = "https://news.example/pier?a=1&b=2";
    assert_eq!(said(of("reopened")), ["right", "", NOTE, address]);
    assert_eq!(said(of("repaired")), ["", "changed", "", address]);
    assert_eq!(said(of("We are glad")), ["", "", "Heard it.", address]);
}

#[test]
fn reports_calendars_slides_and_annotations_tell_the_notes() {
    for format in [Format::Markdown, Format::Html, Format::ICalendar, Format::TimelineJs, Format::Annotations, Format::JsonLd] {
        // Calendars fold their lines.
        let written = taken(format).replace("\r\n ", "");
        assert!(written.contains("Asked the"), "{} has the note", format.name());
        // The page ends with the article itself.
        let findings = written.split("<h2>The article").next().unwrap();
        // Annotations name what stands beside their words, too.
        assert!(format == Format::Annotations || !findings.contains("mast fell"), "{} leaves out what is wrong", format.name());
    }
    for format in [Format::Markdown, Format::Html, Format::TimelineJs] {
        let marked = format == Format::Markdown && taken(format).contains("\\<b\\>");
        assert!(marked || !taken(format).contains("<b>"), "{} takes nothing of a note for markup", format.name());
    }
}

#[test]
fn the_page_leads_to_the_published_article() {
    let page = taken(Format::Html);
    assert!(page.contains("href=\"https://news.example/pier?a=1&amp;b=2\""), "{page}");
}

#[test]
fn one_finding_is_told_in_words_with_its_proof() {
    let (_, review) = reviewed();
    let found = analyze(TEXT, &saywhen::Options::default());
    let reviewed = review.apply(TEXT, &found);
    let one = |item| export::plain::one(TEXT, &reviewed, &review, item);
    let quotation = one(Item::Quotation(0)).unwrap();
    for part in ["“We are glad,”", "Ines Calder, Mayor", "direct quotation", "Rule ", "Heard it.", "#:~:text=", "saywhen 0."] {
        assert!(quotation.contains(part), "{part} in {quotation}");
    }
    let repaired = reviewed.analysis.events.iter().position(|event| event.trigger.of(TEXT).contains("repaired")).unwrap();
    let event = one(Item::Event(repaired)).unwrap();
    assert!(event.contains("Friday 30 April 2021; happened") && event.contains("Changed by the reader."), "{event}");
    let speaker = reviewed.analysis.quotations[0].speaker.unwrap();
    assert!(one(Item::Entity(speaker)).unwrap().contains("Ines Calder, Mayor\n“We are glad,”"));
    assert!(one(Item::Timex(0)).unwrap().contains("(2021-05-04)"));
    assert_eq!(one(Item::Event(99)), None);
}
