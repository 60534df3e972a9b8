//! Tables, slides and calendars.

use super::pages::fragment;
use super::*;
use chrono::NaiveDate;
use icalendar::parser::{read_calendar, unfold};

#[test]
fn csv_gives_back_every_word_and_place() {
    for (text, analysis) in texts() {
        let written = write(Format::Csv, &text, &analysis);
        let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(written.as_bytes());
        let heads = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("every row has as many fields as the first")).collect();
        let cell = |row: &csv::StringRecord, name: &str| row[heads.iter().position(|head| head == name).unwrap()].to_owned();
        assert_eq!(rows.len(), analysis.events.len() + analysis.quotations.len());
        let (events, quotations) = rows.split_at(analysis.events.len());
        for (row, event) in events.iter().zip(&analysis.events) {
            assert_eq!(cell(row, "kind"), "event");
            assert_eq!(cell(row, "words"), event.span.of(&text));
            assert_eq!(cell(row, "words"), points(&text, cell(row, "start").parse().unwrap(), cell(row, "end").parse().unwrap()));
            assert_eq!(cell(row, "edtf"), event.date.as_ref().map_or("", |date| &date.edtf));
            assert_eq!(cell(row, "why"), event.grounds.why);
        }
        for (row, quotation) in quotations.iter().zip(&analysis.quotations) {
            assert_eq!(cell(row, "kind"), "quotation");
            let spans = cell(row, "spans");
            let parts: Vec<String> = spans
                .split(';')
                .map(|part| part.split_once('-').unwrap())
                .map(|(start, end)| points(&text, start.parse().unwrap(), end.parse().unwrap()))
                .collect();
            assert_eq!(cell(row, "words"), parts.join(" […] "));
            let speaker = quotation.speaker.map_or("", |who| analysis.entities[who].name.of(&text));
            assert_eq!(cell(row, "speaker"), speaker);
            assert_eq!(cell(row, "cue"), quotation.cue.map_or("", |cue| cue.of(&text)));
        }
        assert!(rows.iter().all(|row| cell(row, "engine").starts_with("saywhen ") && !cell(row, "rule").is_empty()));
    }
}

#[test]
fn csv_guards_formulas_only_when_asked() {
    let text = traps();
    let analysis = analyze(&text, &saywhen::Options::default());
    let fields = |guard_formulas| {
        let options = Options { guard_formulas, ..ALL };
        let written = export::write(Format::Csv, Work::found(&text, &analysis), &options).unwrap();
        let mut reader = csv::Reader::from_reader(written.as_bytes());
        reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()).collect::<Vec<String>>()
    };
    let formulas = |fields: &[String]| fields.iter().filter(|field| field.starts_with(['=', '+', '-', '@'])).count();
    assert!(formulas(&fields(false)) > 0);
    assert_eq!(formulas(&fields(true)), 0);
}

/// The schema, after the documentation of TimelineJS 3: `events` is a list of slides; each has a `start_date` (the title
/// has none); a date has an integer `year`, and a `month` of 1 to 12 and a `day` of 1 to 31 only below one; `text` has a
/// `headline` and a `text`, read as HTML; `unique_id` is unique; `group` and `display_date` are strings.
#[test]
fn timelinejs_has_what_its_documentation_asks_for() {
    for (text, analysis) in texts() {
        let timeline = json(Format::TimelineJs, &text, &analysis);
        assert_eq!(timeline["title"]["start_date"], Value::Null);
        check_slide_text(&timeline["title"]);
        let slides = list(&timeline["events"]);
        assert_eq!(slides.len(), analysis.timeline.dated.len());
        let mut ids: Vec<&str> = slides.iter().map(|slide| string(&slide["unique_id"])).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), slides.len());
        for (slide, i) in slides.iter().zip(&analysis.timeline.dated) {
            let start = check_date(&slide["start_date"]);
            assert!(slide["end_date"].is_null() || check_date(&slide["end_date"]) > start, "{slide}");
            let date = analysis.events[*i].date.as_ref().unwrap();
            assert_eq!(string(&slide["display_date"]).contains("unsure"), date.edtf.contains(['?', '%']), "{slide}");
            assert_eq!(string(&slide["display_date"]).contains("about"), date.edtf.contains(['~', '%']), "{slide}");
            check_slide_text(slide);
            let shown = fragment(string(&slide["text"]["text"])).1;
            assert!(shown.contains(&plain(analysis.events[*i].span.of(&text))), "{slide}");
        }
    }
}

#[test]
fn timelinejs_holds_the_main_events_unless_asked_for_all() {
    let analysis = analyze(SAMPLES[1], &saywhen::Options::default());
    let written = export::write(Format::TimelineJs, Work::found(SAMPLES[1], &analysis), &Options::default()).unwrap();
    let timeline: Value = serde_json::from_str(&written).unwrap();
    let main = analysis.events.iter().filter(|event| event.main && event.date.is_some()).count();
    assert_eq!(list(&timeline["events"]).len(), main);
    assert!(main < analysis.timeline.dated.len());
}

#[test]
fn a_short_timeline_of_no_main_event_holds_every_event() {
    let mut analysis = analyze(SAMPLES[1], &saywhen::Options::default());
    for event in &mut analysis.events {
        event.main = false;
    }
    for format in Format::ALL {
        let short = export::write(format, Work::found(SAMPLES[1], &analysis), &Options::default()).unwrap();
        assert!(short == write(format, SAMPLES[1], &analysis), "{}", format.name());
    }
}

/// Checks a date and gives its parts, those that are not there as 0.
fn check_date(date: &Value) -> (i64, i64, i64) {
    let part = |name: &str| date.get(name).map(|part| part.as_i64().unwrap_or_else(|| panic!("{name} of {date} is not a number")));
    let year = part("year").unwrap_or_else(|| panic!("{date} has no year"));
    assert!(part("month").is_none_or(|month| (1..=12).contains(&month)), "{date}");
    assert!(part("day").is_none_or(|day| (1..=31).contains(&day) && part("month").is_some()), "{date}");
    (year, part("month").unwrap_or(0), part("day").unwrap_or(0))
}

fn check_slide_text(slide: &Value) {
    assert_eq!(slide["autolink"], false);
    let (elements, headline) = fragment(string(&slide["text"]["headline"]));
    assert!(elements.is_empty() && !headline.is_empty(), "{slide}");
    let (elements, _) = fragment(string(&slide["text"]["text"]));
    assert!(elements.iter().all(|name| name == "p"), "{slide}");
}

#[test]
fn calendars_are_read_back_with_their_days() {
    for (text, analysis) in texts() {
        let written = write(Format::ICalendar, &text, &analysis);
        check_lines(&written);
        let unfolded = unfold(&written);
        let calendar = read_calendar(&unfolded).unwrap_or_else(|error| panic!("{error}\n{unfolded}"));
        let property = |name: &str| calendar.properties.iter().find(|p| p.name.as_str() == name).map(|p| p.val.as_str().to_owned());
        assert_eq!(property("VERSION").as_deref(), Some("2.0"));
        assert!(property("PRODID").is_some_and(|name| name.contains("saywhen")));
        let left_out = property("X-SAYWHEN-LEFT-OUT").and_then(|count| count.parse::<usize>().ok());
        assert_eq!(left_out, Some(rows(&analysis).len() - calendar.components.len()));
        let day_precise = analysis
            .timeline
            .dated
            .iter()
            .map(|i| &analysis.events[*i])
            .filter(|event| event.date.as_ref().is_some_and(|date| date.edtf.trim_end_matches('?') == date.earliest.to_string()));
        let expected: Vec<_> = day_precise.collect();
        assert_eq!(calendar.components.len(), expected.len());
        let mut ids = Vec::new();
        for (component, event) in calendar.components.iter().zip(expected) {
            let value = |name: &str| component.find_prop(name).map(|p| p.val.clone().unescape_text().as_str().to_owned());
            let day = |name: &str| NaiveDate::parse_from_str(&value(name).unwrap(), "%Y%m%d").unwrap();
            assert_eq!(component.name.as_str(), "VEVENT");
            assert_eq!(day("DTSTART"), event.date.as_ref().unwrap().earliest);
            assert_eq!(Some(day("DTEND")), day("DTSTART").succ_opt());
            let kinds: Vec<_> = component.find_prop("DTSTART").unwrap().params.iter().map(|p| p.key.as_str().to_owned()).collect();
            assert_eq!(kinds, ["VALUE"]);
            assert!(value("DTSTAMP").is_some_and(|stamp| stamp.len() == 16 && stamp.ends_with("T000000Z")));
            assert_eq!(plain(&value("SUMMARY").unwrap()), plain(event.span.of(&text)));
            assert!(plain(&value("DESCRIPTION").unwrap()).contains(&plain(&event.grounds.why)));
            assert_eq!(value("STATUS").unwrap() == "CANCELLED", event.status == Status::Denied);
            assert!(["CANCELLED", "TENTATIVE", "CONFIRMED"].contains(&value("STATUS").unwrap().as_str()));
            ids.push(value("UID").unwrap());
        }
        let count = ids.len();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }
}

/// Every line ends with CR and LF and has at most 75 octets, and no line is cut within a character.
pub fn check_lines(written: &str) {
    assert!(written.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(written.matches('\n').count(), written.matches("\r\n").count());
    assert_eq!(written.matches('\r').count(), written.matches("\r\n").count());
    assert!(written.split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn calendars_are_stamped_with_the_day_of_publication_only() {
    let text = "The council met on Monday.";
    let options = saywhen::Options { published: NaiveDate::from_ymd_opt(2024, 3, 14), ..saywhen::Options::default() };
    let written = write(Format::ICalendar, text, &analyze(text, &options));
    assert!(written.contains("DTSTAMP:20240314T000000Z\r\n") && written.contains("DTSTART;VALUE=DATE:20240311\r\n"), "{written}");
    // A date that is corrected leaves the identity as it was.
    let options = saywhen::Options { published: NaiveDate::from_ymd_opt(2024, 3, 21), ..saywhen::Options::default() };
    let later = write(Format::ICalendar, text, &analyze(text, &options));
    let uid = |written: &str| written.lines().find(|line| line.starts_with("UID:")).map(str::to_owned);
    assert!(uid(&written).is_some());
    assert_eq!(uid(&written), uid(&later));
}
