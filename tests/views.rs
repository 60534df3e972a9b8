//! The page rendered natively to strings, from an analysis made by hand.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once and say where")]

use chrono::NaiveDate;
use saywhen::analysis::{Language, ParagraphRecord};
use saywhen::app::page::{Page, PageProps};
use saywhen::app::state::{Action, Answer, Failure, Mode, Notice, Place, Reading, State, Work};
use saywhen::event::{Basis, Event, EventDate, Status};
use saywhen::finding::Grounds;
use saywhen::item::Item;
use saywhen::mention::{Category, Entity, EntityKind, Mention, MentionKind};
use saywhen::quote::{Quotation, QuotationKind};
use saywhen::review::{Edit, Review};
use saywhen::text::{ParagraphKind, Span};
use saywhen::timeline;
use saywhen::timex::{Anchor, Interval, Published, PublishedBasis, Timex, TimexType};
use saywhen::{Analysis, Options};
use std::rc::Rc;
use yew::Callback;

const TEXT: &str = "Marlow, March 3, 2021\n\nThe harbour reopened on Tuesday.\n\n“We are glad,” Minister Ines Calder said 🙂. <b>The ferry</b> may leave.\n\nA baker said it was late.";

fn words(part: &str) -> Span {
    let start = TEXT.find(part).unwrap();
    Span::new(start, start + part.len())
}

fn day(date: &str) -> NaiveDate {
    date.parse().unwrap()
}

fn timex(part: &str, value: &str) -> Timex {
    Timex {
        span: words(part),
        kind: TimexType::Date,
        value: value.to_owned(),
        modifier: None,
        anchor: Some(Anchor::Published),
        interval: Some(Interval { earliest: day(value), latest: day(value) }),
        edtf: Some(value.to_owned()),
        alternatives: vec![saywhen::timex::Reading { value: "2021-03-09".to_owned(), why: "It could be the Tuesday to come.".to_owned() }],
        grounds: Grounds::new("weekday", 0.97, "The Tuesday before the day of publication."),
    }
}

fn event(part: &str, trigger: &str, date: Option<&str>, status: Status, confidence: f32) -> Event {
    let date = date.map(|value| EventDate { value: value.to_owned(), edtf: value.to_owned(), earliest: day(value), latest: day(value) });
    Event {
        span: words(part),
        trigger: words(trigger),
        timex: date.is_some().then_some(1),
        basis: if date.is_some() { Basis::Explicit } else { Basis::None },
        date,
        status,
        participants: Vec::new(),
        place: None,
        quotation: None,
        same: None,
        main: true,
        grounds: Grounds::new("past-verb", confidence, "A verb in the past tells that it happened."),
    }
}

fn entity(name: &str, role: Option<&str>, category: Category) -> Entity {
    let mentions = vec![Mention { span: words(name), kind: MentionKind::Name }];
    Entity {
        kind: EntityKind::Person,
        named: true,
        name: words(name),
        role: role.map(words),
        organization: None,
        category,
        mentions,
        given: None,
    }
}

fn quotation(kind: QuotationKind, content: &str, speaker: usize) -> Quotation {
    Quotation {
        kind,
        contents: vec![words(content)],
        cue: None,
        source: None,
        speaker: Some(speaker),
        timex: None,
        continues: None,
        alternatives: Vec::new(),
        grounds: Grounds::new("cue-after", 0.99, "The reporting words follow the quotation."),
    }
}

fn analysis() -> Analysis {
    let events = vec![
        event("The harbour reopened on Tuesday", "reopened", Some("2021-03-02"), Status::Happened, 0.95),
        event("</b> may leave", "leave", None, Status::Possible, 0.4),
    ];
    let mut start = 0;
    let paragraphs = TEXT
        .split("\n\n")
        .map(|paragraph| {
            let span = Span::new(start, start + paragraph.len());
            start = span.end + 2;
            ParagraphRecord { span, kind: ParagraphKind::Body }
        })
        .collect();
    Analysis {
        title: None,
        published: Published {
            date: Some(day("2021-03-03")),
            basis: PublishedBasis::Dateline,
            span: Some(words("March 3, 2021")),
            confidence: 0.9,
        },
        language: Language::English,
        paragraphs,
        timexes: vec![timex("March 3, 2021", "2021-03-03"), timex("Tuesday", "2021-03-02")],
        entities: vec![entity("Ines Calder", Some("Minister"), Category::Government), entity("A baker", None, Category::Citizen)],
        quotations: vec![quotation(QuotationKind::Direct, "We are glad,", 0), quotation(QuotationKind::Indirect, "it was late", 1)],
        timeline: timeline::order(&events),
        events,
    }
}

fn state_of(analysis: Analysis) -> State {
    let answer = Answer { text: TEXT.into(), options: Options::default(), found: Rc::new(analysis) };
    let reading = Reading::of(&answer, &Review::default());
    State { text: TEXT.into(), mode: Mode::Reading, reading: Some(Rc::new(reading)), ..State::default() }
}

fn state() -> State {
    state_of(analysis())
}

/// The page in the state that `build` gives; it is built where it is rendered, on a thread of its own.
fn render(build: impl FnOnce() -> State + Send + 'static) -> String {
    let renderer = yew::ServerRenderer::<Page>::with_props(move || PageProps { state: build(), act: Callback::noop() });
    futures::executor::block_on(renderer.hydratable(false).render())
}

/// The text that a reader sees, without the markup.
fn visible(html: &str) -> String {
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<String>().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

fn between<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let from = html.find(start).unwrap_or_else(|| panic!("{start} is not in the page"));
    html[from..].split(end).next().unwrap_or_default()
}

#[test]
fn the_empty_page_invites_and_says_where_the_text_goes() {
    let html = render(State::default);
    for words in ["Paste a news article", "Nothing leaves this tab", "Choose a file", "<textarea", "data-sample"] {
        assert!(html.contains(words), "{words}");
    }
}

#[test]
fn the_article_is_shown_whole_and_as_text() {
    let html = render(state);
    let article = between(&html, "<article", "</article>");
    let shown = visible(&article[article.find('>').unwrap() + 1..]);
    assert_eq!(shown, TEXT.replace("\n\n", ""));
    assert!(!html.contains("<b>The ferry"), "markup in the text stays text");
}

#[test]
fn every_mark_names_its_item_and_every_item_has_an_entry() {
    let html = render(|| after(state(), Action::AllSources(true)));
    for id in ["t2", "v1", "v2", "q1", "q2", "e1", "e2"] {
        assert!(html.contains(&format!("data-items=\"{id}")) || html.contains(&format!(" {id}\"")), "{id} is marked");
    }
    for id in ["v1", "v2", "q1", "q2", "e1", "e2", "t1", "published"] {
        assert!(html.contains(&format!("id=\"entry-{id}\"")), "{id} has an entry");
    }
}

fn after(state: State, action: Action) -> State {
    state.after(action)
}

#[test]
fn the_timeline_is_in_order_and_says_status_and_doubt_in_words() {
    let html = render(state);
    let timeline = between(&html, "timeline-column", "</section>");
    let order = ["2 March", "Published", "Without a date"].map(|words| timeline.find(words).unwrap_or(usize::MAX));
    assert!(order.is_sorted() && order[2] < usize::MAX, "{order:?}");
    assert!(timeline.contains("datetime=\"2021-03-02\""));
    for words in ["happened", "possible", "unsure"] {
        assert!(timeline.contains(words), "{words}");
    }
}

#[test]
fn officials_come_first_and_alone_when_asked() {
    let officials = render(|| after(state(), Action::AllSources(false)));
    let people = between(&officials, "people-column", "</section>");
    assert!(people.contains("Ines Calder") && people.contains("Minister") && people.contains("“We are glad,”"));
    assert!(!people.contains("it was late"));
    let all = render(state);
    let people = between(&all, "people-column", "</section>");
    assert!(people.find("We are glad").unwrap() < people.find("it was late").unwrap());
}

#[test]
fn the_switch_counts_what_the_lists_show() {
    let counts = |html: &str| {
        let switch = between(html, "class=\"switch\"", "</nav>").to_owned();
        switch.split("class=\"count\">").skip(1).map(|part| part.split('<').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let minor = || {
        let mut analysis = analysis();
        analysis.events[1].main = false;
        state_of(analysis)
    };
    assert_eq!(counts(&render(move || minor().after(Action::AllSources(false)))), ["1", "1"]);
    let all = render(move || minor().after(Action::AllEvents(true)));
    assert_eq!(counts(&all), ["2", "2"]);
    let no_main = || {
        let mut analysis = analysis();
        analysis.events.iter_mut().for_each(|event| event.main = false);
        state_of(analysis)
    };
    assert_eq!(counts(&render(no_main)), ["2", "2"], "without main events all are shown");
}

#[test]
fn why_tells_the_rule_the_confidence_and_the_other_readings() {
    let closed = render(state);
    assert!(!closed.contains("It could be the Tuesday to come."));
    let html = render(|| after(state(), Action::Why(Item::Event(0))));
    for words in
        ["A verb in the past tells", "past-verb", "almost certain", "95 of 100", "Tuesday 9 March 2021", "It could be the Tuesday to come."]
    {
        assert!(html.contains(words), "{words}");
    }
}

#[test]
fn why_of_an_event_names_its_place_and_who_took_part() {
    let html = render(|| {
        let mut analysis = analysis();
        analysis.events[0].place = Some(words("Marlow"));
        analysis.events[0].participants = vec![0, 1, 99];
        state_of(analysis).after(Action::Why(Item::Event(0)))
    });
    let panel = visible(between(&html, "id=\"why-v1\"", "class=\"ground\""));
    assert!(panel.contains("Where: MarlowWho: Ines Calder, A baker"), "{panel}");
}

#[test]
fn what_is_followed_is_marked_in_both_places() {
    let html = render(|| after(state(), Action::Follow(Item::Event(0), Place::Words)));
    let article = between(&html, "<article", "</article>");
    assert!(article.contains("clause chosen"), "the whole clause is marked");
    assert!(between(&html, "id=\"entry-v1\"", ">").contains("chosen"));
}

#[test]
fn the_day_of_publication_says_where_it_comes_from() {
    let html = render(state);
    let published = visible(between(&html, "class=\"published\"", "</header>"));
    assert!(published.contains("Wednesday 3 March 2021, from the dateline: “March 3, 2021”"), "{published}");
    let html = render(|| State { review: Review::of(vec![Edit::Published { date: Some(day("2022-01-02")) }]), ..state() });
    assert!(html.contains("given by you") && html.contains("Use the article’s own date"));
}

#[test]
fn failures_say_what_is_safe_and_what_to_do() {
    let html = render(|| State { work: Work::Failed(Failure::Stopped), ..state() });
    assert!(html.contains("role=\"alert\"") && html.contains("The text is safe") && html.contains("Try again"));
    let html = render(|| State { notice: Some(Notice::Restarted), ..state() });
    assert!(html.contains("started again") && html.contains("Your text is safe"));
}

#[test]
fn a_text_without_findings_says_what_was_looked_for() {
    let bare = || Analysis {
        timexes: Vec::new(),
        entities: Vec::new(),
        quotations: Vec::new(),
        events: Vec::new(),
        timeline: timeline::order(&[]),
        ..analysis()
    };
    let html = render(move || state_of(bare()));
    assert!(html.contains("Nothing found in this text. Saywhen looks for"));
}

#[test]
fn another_language_is_named_and_what_was_found_is_shown() {
    let html = render(|| state_of(Analysis { language: Language::Other, ..analysis() }));
    assert!(html.contains("does not read as English") && html.contains("entry-v1"));
}

#[test]
fn no_element_carries_a_style_or_a_script() {
    let html = render(|| after(state(), Action::Why(Item::Event(0))));
    for forbidden in [" style=", "<style", "<script", "javascript:", " onclick"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
}
