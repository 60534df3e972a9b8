//! Each format, read back by a reader that is not ours.

#![expect(clippy::panic, clippy::expect_used, clippy::unwrap_used, reason = "a test may stop at once and say where")]

use chrono::NaiveDate;
use html5ever::tendril::TendrilSink;
use icalendar::parser::{read_calendar, unfold};
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use proptest::prelude::*;
use pulldown_cmark::{Event as Mark, Parser, Tag, TagEnd};
use saywhen::event::Status;
use saywhen::export::{self, Format, Options};
use saywhen::text::Span;
use saywhen::{Analysis, analyze};
use serde_json::Value;

const SAMPLES: [&str; 3] = [
    include_str!("../static/samples/business.txt"),
    include_str!("../static/samples/diplomacy.txt"),
    include_str!("../static/samples/disaster.txt"),
];

/// Everything that breaks a format: its own signs, line ends, formulas, emoji, markup, long lines.
fn traps() -> String {
    let long = "and the committee, which nobody had asked; agreed with the people of Lisk ".repeat(12);
    [
        "Council <b>votes</b> & 'acts', *twice* 🙂 | \"again\"\r\n\r\n",
        "LISK, March 14, 2024 \u{2014} The council met on Monday, in Carrick; it voted \\ on <script>alert('1')</script> & [a](javascript:b).\r\n\r\n",
        "\"=1+1, said nobody; \u{1f469}\u{200d}\u{1f467} #1 <img src=x onerror=alert(1)>,\" Mayor Ida \"Bo\" Brandt said on Tuesday, \"- and\r\nso *it* _is_ `now`.\"\r\n\r\n",
        "\"+2 = @home,\" said Finance Minister Odo Farr of the Harbour & Sons <Party>. He resigned about March 3, 2024.\r\n\r\n",
        "1. The ferry sank on March 10, 2024 & three people | were rescued.\r\n- It may sail again in June 2024.\r\n=====\r\n\r\n",
        "The minister said on Wednesday that \u{1f642}\u{1f642} ",
        &long,
        "would meet on April 2, 2024.\r\n\r\nThe bridge was built in the early 1990s.\u{0} The talks were not held on March 12, 2024.\r\n",
    ]
    .concat()
}

fn texts() -> impl Iterator<Item = (String, Analysis)> {
    let texts = SAMPLES.map(str::to_owned).into_iter().chain([traps(), traps().replace("\r\n", "\n"), String::new()]);
    texts.map(|text| {
        let analysis = analyze(&text, &saywhen::Options::default());
        (text, analysis)
    })
}

const ALL: Options = Options { all_events: true, guard_formulas: false };

fn write(format: Format, text: &str, analysis: &Analysis) -> String {
    export::write(format, text, analysis, &ALL).expect("every analysis can be written")
}

fn json(format: Format, text: &str, analysis: &Analysis) -> Value {
    serde_json::from_str(&write(format, text, analysis)).expect("it is JSON")
}

/// The slice of `text` between two places in code points.
fn points(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

fn number(value: &Value) -> usize {
    usize::try_from(value.as_u64().unwrap_or_else(|| panic!("expected a number, but found {value}"))).unwrap()
}

fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("expected a string, but found {value}"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("expected a list, but found {value}"))
}

/// White space as one blank and control characters as the sign for what cannot be shown: all that a report may change.
fn plain(text: &str) -> String {
    let shown = |c: char| if c.is_control() && !c.is_whitespace() { '\u{fffd}' } else { c };
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().map(shown).collect()
}

fn contents(analysis: &Analysis) -> impl Iterator<Item = Span> {
    analysis.quotations.iter().flat_map(|quotation| quotation.contents.clone())
}

#[test]
fn the_traps_hold_what_they_are_for() {
    let text = traps();
    let analysis = analyze(&text, &saywhen::Options::default());
    assert!(analysis.quotations.len() >= 3 && analysis.timeline.dated.len() >= 5, "{analysis:#?}");
    assert!(contents(&analysis).any(|span| span.of(&text).starts_with("=1+1")));
    assert!(contents(&analysis).any(|span| span.of(&text).contains("onerror")));
    assert!(contents(&analysis).any(|span| span.of(&text).contains("\r\n")));
    assert!(analysis.events.iter().any(|event| event.span.of(&text).contains("<script>")));
    assert!(contents(&analysis).any(|span| span.len() > 500));
    assert!(analysis.events.iter().any(|event| event.status == Status::Denied && event.date.is_some()));
}

#[test]
fn formats_have_names_of_their_own() {
    for format in Format::ALL {
        assert_eq!(Format::named(format.name()), Some(format));
        assert!(format.media_type().contains('/') && !format.extension().starts_with('.'));
    }
    assert_eq!(Format::named("JSON"), None);
    assert_eq!(Format::default(), Format::Json);
}

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
        let written = export::write(Format::Csv, &text, &analysis, &options).unwrap();
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
    let written = export::write(Format::TimelineJs, SAMPLES[1], &analysis, &Options::default()).unwrap();
    let timeline: Value = serde_json::from_str(&written).unwrap();
    let main = analysis.events.iter().filter(|event| event.main && event.date.is_some()).count();
    assert_eq!(list(&timeline["events"]).len(), main);
    assert!(main < analysis.timeline.dated.len());
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
        assert_eq!(left_out, Some(analysis.events.len() - calendar.components.len()));
        let day_precise = analysis
            .timeline
            .dated
            .iter()
            .map(|i| &analysis.events[*i])
            .filter(|event| event.date.as_ref().is_some_and(|date| date.earliest == date.latest && !date.edtf.contains(['~', '%'])));
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
fn check_lines(written: &str) {
    assert!(written.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(written.matches('\n').count(), written.matches("\r\n").count());
    assert_eq!(written.matches('\r').count(), written.matches("\r\n").count());
    assert!(written.split("\r\n").all(|line| line.len() <= 75));
}

#[test]
fn calendars_are_stamped_with_the_day_of_publication_only() {
    let text = "The council met on Monday.";
    let options = saywhen::Options { published: NaiveDate::from_ymd_opt(2024, 3, 14) };
    let written = write(Format::ICalendar, text, &analyze(text, &options));
    assert!(written.contains("DTSTAMP:20240314T000000Z\r\n") && written.contains("DTSTART;VALUE=DATE:20240311\r\n"), "{written}");
    // A date that is corrected leaves the identity as it was.
    let options = saywhen::Options { published: NaiveDate::from_ymd_opt(2024, 3, 21) };
    let later = write(Format::ICalendar, text, &analyze(text, &options));
    let uid = |written: &str| written.lines().find(|line| line.starts_with("UID:")).map(str::to_owned);
    assert!(uid(&written).is_some());
    assert_eq!(uid(&written), uid(&later));
}

#[test]
fn linked_data_names_people_offices_and_known_dates() {
    for (text, analysis) in texts() {
        let graph = json(Format::JsonLd, &text, &analysis);
        assert_eq!(graph["@context"][0], "https://schema.org");
        let nodes = list(&graph["@graph"]);
        assert!(nodes.iter().all(|node| node["@id"].is_string()));
        let of = |kind: &str| nodes.iter().filter(|node| node["@type"] == kind).collect::<Vec<_>>();
        let [article] = of("NewsArticle")[..] else { panic!("expected one article in {graph}") };
        assert_eq!(article["datePublished"].as_str(), analysis.published.date.map(|date| date.to_string()).as_deref());
        assert!(!string(&article["headline"]).is_empty());
        let (quotations, events) = (of("Quotation"), of("Event"));
        assert_eq!((quotations.len(), events.len()), (analysis.quotations.len(), analysis.events.len()));
        assert_eq!(nodes.len(), 1 + quotations.len() + events.len());
        for (node, quotation) in quotations.iter().zip(&analysis.quotations) {
            assert_eq!(node["isPartOf"]["@id"], article["@id"]);
            assert!(quotation.contents.iter().all(|span| string(&node["text"]).contains(span.of(&text))));
            let Some(entity) = quotation.speaker.map(|who| &analysis.entities[who]) else {
                assert_eq!(node["creator"], Value::Null);
                continue;
            };
            assert_eq!(node["creator"]["name"], entity.name.of(&text));
            if node["creator"]["@type"] == "Person" {
                assert_eq!(node["creator"]["jobTitle"].as_str(), entity.role.map(|role| role.of(&text)));
                assert_eq!(node["creator"]["affiliation"]["name"].as_str(), entity.organization.map(|body| body.of(&text)));
            }
        }
        for node in events {
            assert!(!string(&node["name"]).is_empty() && !string(&node["saywhen:why"]).is_empty());
            let doubt = node["saywhen:edtf"].as_str().is_none_or(|edtf| edtf.contains(['?', '~', '%', '/', 'X']));
            let untold = ["denied", "possible"].contains(&string(&node["saywhen:status"])) || node["saywhen:basis"] == "publication";
            assert!(node["startDate"].is_null() || !(doubt || untold), "{node}");
        }
    }
}

#[test]
fn linked_data_says_the_date_that_is_known() {
    let text = "The council will meet in Carrick on March 18, 2024.";
    let graph = json(Format::JsonLd, text, &analyze(text, &saywhen::Options::default()));
    let event = list(&graph["@graph"]).iter().find(|node| node["@type"] == "Event").expect("there is an event");
    assert_eq!(event["startDate"], "2024-03-18");
    assert_eq!(event["eventStatus"], "https://schema.org/EventScheduled");
    assert_eq!(event["location"]["name"], "Carrick");
}

#[test]
fn annotations_select_the_words_by_place_and_by_quote() {
    for (text, analysis) in texts() {
        let collection = json(Format::Annotations, &text, &analysis);
        assert_eq!(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
        assert_eq!(collection["type"], "AnnotationCollection");
        assert_eq!(collection["first"]["type"], "AnnotationPage");
        assert_eq!(collection["first"]["partOf"], collection["id"]);
        let items = list(&collection["first"]["items"]);
        assert_eq!(number(&collection["total"]), items.len());
        assert_eq!(items.len(), analysis.timexes.len() + analysis.quotations.len() + analysis.events.len());
        for item in items {
            assert_eq!(item["type"], "Annotation");
            assert!(string(&item["id"]).starts_with("urn:saywhen:"));
            let purposes: Vec<&str> = list(&item["body"]).iter().map(|body| string(&body["purpose"])).collect();
            assert!(purposes.contains(&"tagging") && purposes.contains(&"describing"), "{item}");
            assert!(list(&item["body"]).iter().all(|body| body["type"] == "TextualBody" && !string(&body["value"]).is_empty()));
            assert!(!list(&item["target"]).is_empty());
            list(&item["target"]).iter().for_each(|target| check_target(&text, target));
        }
    }
}

fn check_target(text: &str, target: &Value) {
    assert!(target["source"].is_string());
    let [place, words] = list(&target["selector"]) else { panic!("expected two selectors in {target}") };
    assert_eq!((&place["type"], &words["type"]), (&Value::from("TextPositionSelector"), &Value::from("TextQuoteSelector")));
    let (start, end) = (number(&place["start"]), number(&place["end"]));
    assert_eq!(string(&words["exact"]), points(text, start, end));
    assert_eq!(string(&words["prefix"]), points(text, start.saturating_sub(32), start));
    assert_eq!(string(&words["suffix"]), points(text, end, end + 32));
}

#[test]
fn markdown_is_shown_as_the_words_are() {
    for (text, analysis) in texts() {
        let written = write(Format::Markdown, &text, &analysis);
        let marks: Vec<Mark> = Parser::new(&written).collect();
        let markup = |mark: &&Mark| {
            matches!(
                mark,
                Mark::Html(_) | Mark::InlineHtml(_) | Mark::Code(_) | Mark::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_))
            )
        };
        assert_eq!(marks.iter().find(markup), None, "{written}");
        let count = |wanted: fn(&Mark) -> bool| marks.iter().filter(|mark| wanted(mark)).count();
        let quotes = count(|mark| matches!(mark, Mark::Start(Tag::BlockQuote(_))));
        assert_eq!(quotes, analysis.quotations.len());
        assert_eq!(count(|mark| matches!(mark, Mark::Start(Tag::Heading { level: pulldown_cmark::HeadingLevel::H1, .. }))), 1);
        assert!(count(|mark| matches!(mark, Mark::Start(Tag::Item))) >= 2 * analysis.events.len());
        let shown = plain(&markdown_text(&marks));
        for span in analysis.events.iter().map(|event| event.span).chain(contents(&analysis)).chain(analysis.title) {
            let words = plain(span.of(&text));
            assert!(shown.contains(&words), "{words}\nis not in\n{shown}");
        }
    }
}

fn markdown_text(marks: &[Mark]) -> String {
    let mut text = String::new();
    for mark in marks {
        match mark {
            Mark::Text(words) => text.push_str(words),
            Mark::SoftBreak | Mark::HardBreak | Mark::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::Heading(_)) => text.push('\n'),
            _ => {}
        }
    }
    text
}

#[test]
fn html_is_one_page_whose_words_are_only_words() {
    for (text, analysis) in texts() {
        let page = document(&write(Format::Html, &text, &analysis));
        assert_eq!(*page.errors.borrow(), Vec::<String>::new());
        let names = elements(&page.document);
        for name in ["script", "img", "b", "link", "iframe"] {
            assert!(!names.iter().any(|found| found == name), "{name}");
        }
        let count = |name: &str| names.iter().filter(|found| *found == name).count();
        assert_eq!((count("h1"), count("main"), count("title")), (1, 1, 1));
        assert_eq!(count("blockquote"), analysis.quotations.len());
        assert_eq!(count("li"), analysis.events.len());
        assert!(find(&page.document, "html").iter().all(|html| attribute(html, "lang").as_deref() == Some("en")));
        let words: Vec<String> = find(&page.document, "p")
            .iter()
            .filter(|p| attribute(p, "class").as_deref() == Some("words"))
            .map(|p| plain(&text_of(p)))
            .collect();
        for span in analysis.events.iter().map(|event| event.span).chain(contents(&analysis)) {
            assert!(words.iter().any(|shown| shown.contains(&plain(span.of(&text)))), "{:?}", span.of(&text));
        }
        check_page(&page.document);
    }
}

/// Only the attributes that the page needs, dates that can be read, and links that lead somewhere.
fn check_page(page: &Handle) {
    let (mut ids, mut links) = (Vec::new(), Vec::new());
    each(page, &mut |node| {
        let NodeData::Element { attrs, .. } = &node.data else { return };
        for attr in attrs.borrow().iter() {
            match &*attr.name.local {
                "id" => ids.push(attr.value.to_string()),
                "href" => links.push(attr.value.to_string()),
                "datetime" => assert!(attr.value.starts_with(|c: char| c.is_ascii_digit()), "{}", attr.value),
                name => assert!(["class", "lang", "charset", "name", "content", "http-equiv"].contains(&name), "{name}"),
            }
        }
    });
    assert!(links.iter().all(|link| link.strip_prefix('#').is_some_and(|id| ids.iter().any(|known| known == id))), "{links:?}");
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

fn document(html: &str) -> RcDom {
    html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(html)
}

/// The elements of a piece of HTML and the words that it shows.
fn fragment(html: &str) -> (Vec<String>, String) {
    let page = document(&format!("<!doctype html><body>{html}"));
    find(&page.document, "body").first().map(|body| (elements(body), plain(&text_of(body)))).unwrap_or_default()
}

/// Calls `visit` with every node below `node`.
fn each(node: &Handle, visit: &mut impl FnMut(&Handle)) {
    for child in node.children.borrow().iter() {
        visit(child);
        each(child, visit);
    }
}

fn name(node: &Handle) -> Option<String> {
    if let NodeData::Element { name, .. } = &node.data { Some(name.local.to_string()) } else { None }
}

fn elements(node: &Handle) -> Vec<String> {
    let mut names = Vec::new();
    each(node, &mut |node| names.extend(name(node)));
    names
}

fn find(node: &Handle, wanted: &str) -> Vec<Handle> {
    let mut found = Vec::new();
    each(node, &mut |node| found.extend(name(node).filter(|name| name == wanted).map(|_| node.clone())));
    found
}

fn attribute(node: &Handle, wanted: &str) -> Option<String> {
    let NodeData::Element { attrs, .. } = &node.data else { return None };
    attrs.borrow().iter().find(|attr| &*attr.name.local == wanted).map(|attr| attr.value.to_string())
}

fn text_of(node: &Handle) -> String {
    let mut text = String::new();
    each(node, &mut |node| {
        if let NodeData::Text { contents } = &node.data {
            text.push_str(&contents.borrow());
        }
    });
    text
}

/// Articles made of pieces that formats stumble over, with words that findings are made of around them.
fn articles() -> impl Strategy<Value = String> {
    let pieces = [
        "The council met on Monday",
        "\"=1+1,\" Mayor Ida Brandt said",
        "on March 14, 2024",
        "about 1990",
        "the early 1990s",
        "will",
        "may sail",
        "in Carrick",
        "<b>",
        "</script>",
        "&amp;",
        "]]>",
        "-->",
        "*",
        "_",
        "`",
        "[x](y)",
        "\\",
        ";",
        ",",
        ":",
        "\"",
        "“",
        "”",
        "'",
        "\r\n",
        "\n\n",
        "\t",
        "\u{0}",
        "\u{1b}",
        "\u{2028}",
        "\u{feff}",
        "\u{202e}",
        "🙂",
        "👩‍👧",
        "e\u{301}",
        ". ",
        " ",
        " ",
        "| ",
        "# ",
        "- ",
        "1. ",
        "> ",
        "\u{fffe}",
        "31/12/9999",
        "99999",
        "0000-00-00",
        "not",
    ];
    let piece = prop_oneof![8 => prop::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_written_in_any_format(text in articles(), published in prop::option::of((-9999_i32..99999, 1_u32..13))) {
        let published = published.and_then(|(year, month)| NaiveDate::from_ymd_opt(year, month, 28));
        let analysis = analyze(&text, &saywhen::Options { published });
        for format in Format::ALL {
            prop_assert_eq!(write(format, &text, &analysis), write(format, &text, &analysis));
        }
        let rows = csv::Reader::from_reader(write(Format::Csv, &text, &analysis).as_bytes()).records().filter(Result::is_ok).count();
        prop_assert_eq!(rows, analysis.events.len() + analysis.quotations.len());
        check_lines(&write(Format::ICalendar, &text, &analysis));
        prop_assert!(read_calendar(&unfold(&write(Format::ICalendar, &text, &analysis))).is_ok());
        for item in list(&json(Format::Annotations, &text, &analysis)["first"]["items"]) {
            list(&item["target"]).iter().for_each(|target| check_target(&text, target));
        }
        let page = document(&write(Format::Html, &text, &analysis));
        check_page(&page.document);
        prop_assert_eq!(find(&page.document, "blockquote").len(), analysis.quotations.len());
        let markdown = write(Format::Markdown, &text, &analysis);
        let quotes = Parser::new(&markdown).filter(|mark| matches!(mark, Mark::Start(Tag::BlockQuote(_)))).count();
        prop_assert_eq!(quotes, analysis.quotations.len());
    }
}
