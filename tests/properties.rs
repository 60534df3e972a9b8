//! What must hold for any string at all.

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::select;
use saywhen::event::Status;
use saywhen::export::Work;
use saywhen::export::json::record;
use saywhen::item::Item;
use saywhen::review::{Addition, Edit, Review, Subject, Verdict};
use saywhen::text::encoding::Encoding;
use saywhen::text::{Document, Span};
use saywhen::timex::Anchor;
use saywhen::{Analysis, Options, analyze};
use serde_json::Value;

/// Pieces of news and of what breaks readers of news: marks, cues, names, dates, line ends, other scripts, the invisible.
const FRAGMENTS: &[&str] = &[
    "\"",
    "“",
    "”",
    "‘",
    "’",
    "'",
    "''",
    "``",
    "«",
    "»",
    "„",
    "‹",
    "›",
    "(",
    ")",
    "[",
    "]",
    "…",
    "...",
    ".",
    ",",
    ":",
    ";",
    "!",
    "?",
    "-",
    "–",
    "—",
    " ",
    " ",
    " ",
    " ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "\u{ad}",
    "\u{202e}",
    "\u{2028}",
    "\u{2029}",
    "\u{85}",
    "\0",
    "said",
    "says",
    "he said",
    "she added",
    "according to",
    "told reporters",
    "said that",
    "denied",
    "declined to comment",
    "asked",
    "by",
    "that",
    "Rosa Lind",
    "Mr. Abel Quist",
    "Dr.",
    "President Odo Farr",
    "the minister",
    "officials",
    "a spokesman for the ministry",
    "O’Hara",
    "McAllister",
    "Finance Ministry",
    "U.S.",
    "EU",
    "he",
    "they",
    "who",
    "Q:",
    "A:",
    "Lind:",
    "Photo by: Agency",
    "By Rosa Lind",
    "LISK, May 3 (Desk) —",
    "Read more",
    "•",
    "* ",
    "1. ",
    "Monday",
    "on Tuesday",
    "last Friday",
    "next week",
    "yesterday",
    "March 5, 2021",
    "5 March",
    "2021-03-05",
    "30 February 2020",
    "Feb. 29",
    "in 1998",
    "the 1990s",
    "’90s",
    "two days later",
    "two days before",
    "ten",
    "the third quarter of 2022",
    "Q3",
    "fiscal 2024",
    "10:30 a.m.",
    "22.15",
    "noon",
    "every",
    "every Monday",
    "late",
    "early",
    "about",
    "more than",
    "from",
    "to",
    "between",
    "and",
    "until",
    "since",
    "99999999999999999999",
    "0",
    "1/2/3",
    "31/12/9999",
    "0000-00-00",
    "year",
    "years",
    "ago",
    "in 480 BC",
    "79 AD",
    "the 9th century BC",
    "2147483169 years earlier",
    "2147483647 years later",
    "262142 years ago",
    "999999999 weeks ago",
    "2147483647 decades later",
    "Easter",
    "next Christmas",
    "last spring",
    "century",
    "19th",
    "second",
    "May",
    "may",
    "March",
    "will",
    "would",
    "plans to",
    "could",
    "if",
    "not",
    "meet",
    "met",
    "was killed",
    "resigned",
    "planned",
    "visit",
    "in Carrick",
    "don't",
    "n't",
    "'s",
    "’s",
    "🙂",
    "👩‍👩‍👧",
    "🇫🇮",
    "שלום",
    "مرحبا",
    "北京",
    "。",
    "é",
    "e\u{301}",
    "\u{301}",
    "ﬁ",
    "İ",
    "ß",
    "ǅ",
    "𝔄",
    "²",
    "٣",
    "½",
    "$",
    "%",
    "€",
    "#tag",
    "@name",
    "https://a.example/x?y=1",
    "www.",
    "http://",
    "a@b.c",
    "\u{10ffff}",
];

/// Texts that look like news from far away.
fn news() -> impl Strategy<Value = String> {
    let piece =
        (select(FRAGMENTS), any::<bool>()).prop_map(|(fragment, spaced)| if spaced { format!("{fragment} ") } else { fragment.to_owned() });
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Any code points, the rare ones as often as the common.
fn anything() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<char>(), 0..80).prop_map(String::from_iter)
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![4 => news(), 1 => anything()]
}

/// No day, ordinary days, and the edges of the calendar.
fn options() -> impl Strategy<Value = Options> {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
    let days = [None, day(2024, 2, 29), day(1, 1, 1), day(9999, 12, 31), day(2019, 12, 31), Some(NaiveDate::MIN), Some(NaiveDate::MAX)];
    select(days.to_vec()).prop_map(|published| Options { published, ..Options::default() })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_span_cuts_the_text_and_every_index_leads_somewhere(text in texts(), options in options()) {
        let analysis = analyze(&text, &options);
        for span in spans(&analysis) {
            prop_assert!(text.get(span.start..span.end).is_some(), "{span:?} does not cut {text:?}");
        }
        check_order(&text, &analysis)?;
        check_indices(&analysis)?;
        check_timeline(&analysis)?;
        let first: Vec<usize> = analysis.entities.iter().map(|entity| entity.mentions[0].span.start).collect();
        prop_assert!(first.is_sorted(), "entities at {first:?} in {text:?}");
        check_grounds(&analysis)?;
    }

    #[test]
    fn the_same_text_gives_the_same_analysis(text in texts(), options in options()) {
        prop_assert_eq!(analyze(&text, &options), analyze(&text, &options));
    }

    #[test]
    fn offsets_of_the_record_name_the_same_words_in_any_unit(text in texts(), options in options()) {
        let analysis = analyze(&text, &options);
        let points: Vec<char> = text.chars().collect();
        let units: Vec<u16> = text.encode_utf16().collect();
        let by_points = |start: usize, end: usize| points.get(start..end).map(String::from_iter);
        let by_units = |start: usize, end: usize| units.get(start..end).and_then(|units| String::from_utf16(units).ok());
        check_slices(&serde_json::to_value(record(Work::found(&text, &analysis), Encoding::Codepoint))?, &by_points)?;
        check_slices(&serde_json::to_value(record(Work::found(&text, &analysis), Encoding::Utf16))?, &by_units)?;
    }

    #[test]
    fn tokens_cover_all_that_can_be_seen(text in texts()) {
        let document = Document::new(&text);
        let mut end = 0;
        for token in &document.tokens {
            prop_assert!(token.span.start >= end && token.span.end > token.span.start, "{:?} behind {end} in {text:?}", token.span);
            let between = text.get(end..token.span.start);
            prop_assert!(between.is_some_and(|gap| gap.chars().all(is_unseen)), "left out: {between:?} in {text:?}");
            prop_assert!(text.is_char_boundary(token.span.end));
            end = token.span.end;
        }
        prop_assert!(text[end..].chars().all(is_unseen), "left out: {:?}", &text[end..]);
    }

    #[test]
    fn paragraphs_and_sentences_share_out_the_tokens(text in texts()) {
        let document = Document::new(&text);
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
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn corrections_keep_every_index_and_can_be_taken_back(
        text in texts(), options in options(), picks in proptest::collection::vec((0usize..10, 0usize..40, 0usize..40), 0..12)
    ) {
        let found = analyze(&text, &options);
        let mut review = Review::default();
        for pick in picks {
            let reviewed = review.apply(&text, &found);
            if let Some(edit) = edit(&text, &reviewed.analysis, pick) {
                review.make(edit);
            }
        }
        let reviewed = review.apply(&text, &found);
        check_indices(&reviewed.analysis)?;
        let kept = reviewed.kept().analysis;
        check_indices(&kept)?;
        check_timeline(&kept)?;
        prop_assert!(spans(&kept).into_iter().all(|span| text.get(span.start..span.end).is_some()));
        check_indices(&analyze(&text, &review.options(&text)))?;
        while review.undo().is_some() {}
        prop_assert_eq!(review.apply(&text, &found).analysis, found);
    }
}

/// An edit of one of ten kinds about findings of `analysis`; `None` where it has no such findings.
fn edit(text: &str, analysis: &Analysis, (kind, one, other): (usize, usize, usize)) -> Option<Edit> {
    let pick = |count: usize, number: usize| (count > 0).then(|| number % count);
    let of = |item| Subject::of(text, analysis, item);
    let event = || Some(Item::Event(pick(analysis.events.len(), one)?));
    let entity = |number| Some(Item::Entity(pick(analysis.entities.len(), number)?));
    let quotation = || Some(Item::Quotation(pick(analysis.quotations.len(), one)?));
    let timex = || Some(Item::Timex(pick(analysis.timexes.len(), one)?));
    let item = [event(), entity(one), quotation(), timex()][other % 4];
    Some(match kind {
        0 => Edit::Judge { of: of(item?)?, verdict: [None, Some(Verdict::Right), Some(Verdict::Wrong)][one % 3] },
        1 => Edit::Date { of: of(timex()?)?, value: Some(["2015-12-11", "soon", "1999"][other % 3].to_owned()) },
        2 => Edit::Date { of: of(event()?)?, value: Some("2015-12-11/2016".to_owned()).filter(|_| other % 2 == 0) },
        3 => Edit::Speaker { of: of(quotation()?)?, speaker: entity(other).and_then(of) },
        4 => Edit::Merge { of: of(entity(one)?)?, into: of(entity(other)?)? },
        5 => Edit::Split { of: of(entity(one)?)?, words: of(entity(other)?)?.words },
        6 => Edit::Add { words: of(event()?)?.words, addition: Addition::Quotation { speaker: entity(other).and_then(of) } },
        7 => Edit::Add { words: of(item?)?.words, addition: Addition::Entity },
        8 => Edit::Anchor { of: of(timex()?)?, from: pick(analysis.timexes.len(), other).and_then(|i| of(Item::Timex(i))) },
        _ => Edit::Status { of: of(event()?)?, status: Status::Denied },
    })
}

#[test]
fn a_year_beyond_the_calendar_is_no_date() {
    for text in ["The city fell in 480 BC. It rose 2147483169 years earlier.", "It will end in 2024. It began 2147483647 years later."] {
        let analysis = analyze(text, &Options::default());
        assert_eq!(analysis.timexes.last().map(|timex| timex.value.as_str()), Some("XXXX"), "{text}");
    }
}

/// Reports within reports, torn so that what was claimed lies where the next would begin.
#[test]
fn torn_reports_come_to_an_end() -> Result<(), TestCaseError> {
    for text in ["Noon.\n\n12:25 repeat Okoro, according said", "Dunmarrow.\n\nMELBRIDGE, told N.H. she told — , said"] {
        check_order(text, &analyze(text, &Options::default()))?;
    }
    Ok(())
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

fn check_order(text: &str, analysis: &Analysis) -> Result<(), TestCaseError> {
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

fn check_indices(analysis: &Analysis) -> Result<(), TestCaseError> {
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

fn check_timeline(analysis: &Analysis) -> Result<(), TestCaseError> {
    let timeline = &analysis.timeline;
    let mut all: Vec<usize> = timeline.dated.iter().chain(&timeline.undated).copied().collect();
    all.sort_unstable();
    let once: Vec<usize> = (0..analysis.events.len()).filter(|i| analysis.events[*i].same.is_none()).collect();
    prop_assert_eq!(all, once);
    let days: Vec<_> = timeline.dated.iter().map(|i| analysis.events[*i].date.as_ref().map(|date| date.earliest)).collect();
    prop_assert!(days.iter().all(Option::is_some) && days.is_sorted(), "{days:?}");
    prop_assert!(timeline.undated.is_sorted() && timeline.undated.iter().all(|i| analysis.events[*i].date.is_none()));
    prop_assert!(analysis.events.iter().filter(|event| event.main).count() <= 12);
    Ok(())
}

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
