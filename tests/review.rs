//! A reader's corrections over whole articles: what each does, what hangs on it, and how they find their places again.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at once and say where")]

use saywhen::event::{Basis, Status};
use saywhen::item::Item;
use saywhen::mention::Category;
use saywhen::review::{Addition, Edit, Kind, Moved, Review, Reviewed, Subject, Verdict, Words, moved};
use saywhen::text::Span;
use saywhen::timex::Anchor;
use saywhen::{Analysis, analyze};

const TEXT: &str = "Ferry returns to Marlow\n\nMARLOW, March 3, 2021 - The harbour of Marlow reopened on Tuesday.\n\n\
    \"We are glad,\" Harbour Minister Ines Calder said on Wednesday. A baker, Tom Ruddock, said that the ferry would leave on Friday.\n\n\
    The old pier burned down in May 1987. It was rebuilt two years later. Mr Ruddock saw the fire.";

/// The article as a reader has it before them after `review`.
fn read(text: &str, review: &Review) -> Reviewed {
    review.apply(text, &analyze(text, &review.options(text)))
}

fn untouched() -> Analysis {
    analyze(TEXT, &Review::default().options(TEXT))
}

fn words(part: &str) -> Words {
    let start = TEXT.find(part).unwrap();
    Words::of(TEXT, Span::new(start, start + part.len()))
}

fn subject(kind: Kind, part: &str) -> Subject {
    Subject { kind, words: words(part) }
}

fn place(reviewed: &Reviewed, kind: Kind, part: &str) -> Item {
    subject(kind, part).find(TEXT, &reviewed.analysis).unwrap_or_else(|| panic!("{part} is not found"))
}

fn date_of(reviewed: &Reviewed, trigger: &str) -> Option<String> {
    let event = reviewed.analysis.events.iter().find(|event| event.trigger.of(TEXT) == trigger).unwrap();
    event.date.as_ref().map(|date| date.edtf.clone())
}

fn speaker_of<'a>(reviewed: &'a Reviewed, content: &str) -> Option<&'a str> {
    let quotation = reviewed.analysis.quotations.iter().find(|quotation| quotation.contents[0].of(TEXT).contains(content)).unwrap();
    quotation.speaker.map(|who| reviewed.analysis.entities[who].name_in(TEXT))
}

fn with(edits: impl IntoIterator<Item = Edit>) -> Review {
    let mut review = Review::default();
    edits.into_iter().for_each(|edit| review.make(edit));
    review
}

fn set_date(kind: Kind, part: &str, value: &str) -> Edit {
    Edit::Date { of: subject(kind, part), value: Some(value.to_owned()) }
}

#[test]
fn another_date_moves_what_is_counted_from_it_and_undo_moves_it_back() {
    let before = read(TEXT, &Review::default());
    assert_eq!(date_of(&before, "rebuilt").as_deref(), Some("1989"));
    let mut review = with([set_date(Kind::Timex, "May 1987", "1977-05")]);
    let after = read(TEXT, &review);
    assert_eq!((date_of(&after, "burned").as_deref(), date_of(&after, "rebuilt").as_deref()), (Some("1977-05"), Some("1979")));
    let timex = after.analysis.timexes.iter().find(|timex| timex.span.of(TEXT) == "May 1987").unwrap();
    assert_eq!((&*timex.grounds.rule, &*timex.alternatives[0].value), ("reader", "1987-05"), "what was read stays as another reading");
    let changes = moved(&before.analysis, &after.analysis);
    let dates = |change: &Moved| (change.before.clone().unwrap(), change.after.clone().unwrap());
    assert_eq!(changes.iter().map(dates).collect::<Vec<_>>(), [("1987-05".into(), "1977-05".into()), ("1989".into(), "1979".into())]);
    assert!(review.undo().is_some());
    assert_eq!(read(TEXT, &review), before);
    assert!(review.redo().is_some());
    assert_eq!(read(TEXT, &review), after);
}

#[test]
fn another_day_of_publication_moves_the_weekdays() {
    let review = with([Edit::Published { date: "2020-01-10".parse().ok() }]);
    assert_eq!(date_of(&read(TEXT, &review), "reopened").as_deref(), Some("2020-01-07"));
    assert_eq!(review.published(), "2020-01-10".parse().ok());
}

#[test]
fn an_expression_is_counted_from_what_the_reader_says_and_what_hangs_on_it_follows() {
    let from = |part: Option<&str>| Edit::Anchor {
        of: subject(Kind::Timex, "two years later"),
        from: part.map(|part| subject(Kind::Timex, part)),
    };
    let reviewed = read(TEXT, &with([from(None)]));
    assert_eq!(date_of(&reviewed, "rebuilt").as_deref(), Some("2023"));
    let Item::Timex(i) = place(&reviewed, Kind::Timex, "two years later") else { panic!("a date") };
    let timex = &reviewed.analysis.timexes[i];
    assert_eq!((timex.anchor, &*timex.grounds.rule, &*timex.alternatives[0].value), (Some(Anchor::Published), "reader", "1989"));
    assert_eq!(date_of(&read(TEXT, &with([from(Some("Tuesday"))])), "rebuilt").as_deref(), Some("2023"));
    // What the anchor is set to counts, and so does what is said last.
    let moved = with([from(Some("May 1987")), set_date(Kind::Timex, "May 1987", "1977-05")]);
    assert_eq!(date_of(&read(TEXT, &moved), "rebuilt").as_deref(), Some("1979"));
    let last = with([from(None), Edit::Date { of: subject(Kind::Timex, "two years later"), value: None }]);
    assert_eq!(date_of(&read(TEXT, &last), "rebuilt").as_deref(), Some("1989"));
}

#[test]
fn a_distance_from_an_event_takes_a_date_from_any_other_in_the_text() {
    let text =
        "LISK, March 3, 2021 - Two days before the verdict they moved the desk. It rained the next day. The fair was held on 10 June 2020.";
    let place = |part: &str| {
        let start = text.find(part).unwrap();
        Subject { kind: Kind::Timex, words: Words::of(text, Span::new(start, start + part.len())) }
    };
    let date = |review: &Review, words: &str| {
        let found = analyze(text, &review.options(text));
        found.timexes.into_iter().find(|timex| timex.span.of(text) == words).and_then(|timex| timex.edtf)
    };
    assert_eq!(date(&Review::default(), "Two days"), None);
    let review = with([Edit::Anchor { of: place("Two days"), from: Some(place("10 June 2020")) }]);
    assert_eq!(date(&review, "Two days").as_deref(), Some("2020-06-08"));
    assert_eq!(date(&review, "the next day").as_deref(), Some("2020-06-09"), "what follows it moves with it");
    // Two that lead to each other end somewhere.
    let circle = with([
        Edit::Anchor { of: place("Two days"), from: Some(place("the next day")) },
        Edit::Anchor { of: place("the next day"), from: Some(place("Two days")) },
    ]);
    assert_eq!(date(&circle, "10 June 2020").as_deref(), Some("2020-06-10"));
}

#[test]
fn an_event_takes_a_date_of_its_own_or_none() {
    let reviewed = read(TEXT, &with([set_date(Kind::Event, "reopened", "2021-03-01/2021-03-02")]));
    assert_eq!(date_of(&reviewed, "reopened").as_deref(), Some("2021-03-01/2021-03-02"));
    let reviewed = read(TEXT, &with([Edit::Date { of: subject(Kind::Event, "reopened"), value: None }]));
    let Item::Event(i) = place(&reviewed, Kind::Event, "reopened") else { panic!("an event") };
    assert_eq!(reviewed.analysis.events[i].basis, Basis::None);
    assert!(reviewed.analysis.timeline.undated.contains(&i));
}

#[test]
fn a_value_that_is_no_date_changes_nothing_and_is_said_to_be_lost() {
    let reviewed = read(TEXT, &with([set_date(Kind::Event, "reopened", "soon"), set_date(Kind::Event, "saw", "2021-02-30")]));
    assert_eq!((reviewed.lost.as_slice(), &reviewed.analysis), ([0, 1].as_slice(), &untouched()));
}

#[test]
fn what_is_wrong_is_left_out_and_nothing_points_to_it() {
    let wrong = |kind, part| Edit::Judge { of: subject(kind, part), verdict: Some(Verdict::Wrong) };
    let review = with([wrong(Kind::Timex, "Tuesday"), wrong(Kind::Event, "burned"), wrong(Kind::Quotation, "We are glad,")]);
    let reviewed = read(TEXT, &review);
    assert_eq!(date_of(&reviewed, "reopened"), None, "its date is wrong");
    let (all, kept) = (&reviewed.analysis, reviewed.kept().analysis);
    assert_eq!(kept.timexes.len() + 1, all.timexes.len());
    assert_eq!(kept.events.len() + 1, all.events.len());
    assert_eq!(kept.quotations.len() + 1, all.quotations.len());
    assert!(kept.events.iter().all(|event| event.trigger.of(TEXT) != "burned"));
    let rebuilt = kept.events.iter().find(|event| event.trigger.of(TEXT) == "rebuilt").unwrap();
    assert_eq!(kept.timexes[rebuilt.timex.unwrap()].span.of(TEXT), "two years later");
    let later = kept.timexes.iter().find(|timex| timex.span.of(TEXT) == "two years later").unwrap();
    let Some(Anchor::Timex(anchor)) = later.anchor else { panic!("it is counted from another") };
    assert_eq!(kept.timexes[anchor].span.of(TEXT), "May 1987");
}

#[test]
fn a_judgement_and_a_note_can_be_taken_back() {
    let of = || subject(Kind::Event, "reopened");
    let review = with([
        Edit::Judge { of: of(), verdict: Some(Verdict::Right) },
        Edit::Note { of: of(), note: "Asked the harbour.".into() },
        Edit::Judge { of: of(), verdict: None },
    ]);
    let reviewed = read(TEXT, &review);
    let mark = reviewed.mark(place(&reviewed, Kind::Event, "reopened")).unwrap();
    assert_eq!((mark.verdict, &*mark.note), (None, "Asked the harbour."));
    assert_eq!(reviewed.analysis, untouched());
}

#[test]
fn a_quotation_moves_to_another_speaker_and_the_one_that_was_found_stays_as_an_alternative() {
    let of = || subject(Kind::Quotation, "We are glad,");
    let speaker = Some(subject(Kind::Entity, "Tom Ruddock"));
    let reviewed = read(TEXT, &with([Edit::Speaker { of: of(), speaker }]));
    assert_eq!(speaker_of(&reviewed, "We are glad"), Some("Tom Ruddock"));
    let quotation = &reviewed.analysis.quotations[0];
    assert_eq!(reviewed.analysis.entities[quotation.alternatives[0].speaker].name.of(TEXT), "Ines Calder");
    let nobody = read(TEXT, &with([Edit::Speaker { of: of(), speaker: None }]));
    assert_eq!(speaker_of(&nobody, "We are glad"), None);
}

#[test]
fn who_is_merged_into_one_without_an_office_brings_theirs() {
    let text = "“It is over,” Harbour Minister Ines Calder said.\n\n“Go home,” said Agnes Holt.";
    let found = analyze(text, &Review::default().options(text));
    let entity = |name: &str| found.entities.iter().position(|entity| entity.name.of(text) == name).map(Item::Entity).unwrap();
    let of = |name| Subject::of(text, &found, entity(name)).unwrap();
    let merged = |gone, stays| {
        let reviewed = with([Edit::Merge { of: of(gone), into: of(stays) }]).apply(text, &found);
        let Item::Entity(i) = entity(stays) else { panic!("a person") };
        let entity = &reviewed.analysis.entities[i];
        (entity.role_in(text).map(str::to_owned), entity.category)
    };
    let office = (Some("Minister".to_owned()), Category::Government);
    assert_eq!(merged("Ines Calder", "Agnes Holt"), office);
    assert_eq!(merged("Agnes Holt", "Ines Calder"), office);
}

#[test]
fn people_are_renamed_merged_and_split() {
    let ines = || subject(Kind::Entity, "Ines Calder");
    let tom = || subject(Kind::Entity, "Tom Ruddock");
    let name = Edit::Name {
        of: ines(),
        name: "Inés Calder".into(),
        role: "Minister for Harbours".into(),
        organization: String::new(),
        category: Category::Company,
    };
    let reviewed = read(TEXT, &with([name.clone()]));
    let Item::Entity(i) = place(&reviewed, Kind::Entity, "Ines Calder") else { panic!("somebody") };
    let entity = &reviewed.analysis.entities[i];
    assert_eq!(
        (entity.name_in(TEXT), entity.role_in(TEXT), entity.category),
        ("Inés Calder", Some("Minister for Harbours"), Category::Company)
    );

    let reviewed = read(TEXT, &with([Edit::Merge { of: tom(), into: ines() }, name]));
    assert_eq!(speaker_of(&reviewed, "the ferry would leave"), Some("Inés Calder"));
    let kept = reviewed.kept().analysis;
    assert!(kept.entities.iter().all(|entity| entity.name_in(TEXT) != "Tom Ruddock"));

    let mr = words("Mr Ruddock");
    let reviewed = read(TEXT, &with([Edit::Split { of: tom(), words: mr }]));
    let names: Vec<&str> = reviewed.analysis.entities.iter().map(|entity| entity.name_in(TEXT)).collect();
    assert!(names.contains(&"Tom Ruddock") && names.contains(&"Mr Ruddock"), "{names:?}");
    assert_eq!(speaker_of(&reviewed, "the ferry would leave"), Some("Tom Ruddock"));
}

#[test]
fn a_reader_adds_what_was_not_found() {
    let add = |part: &str, addition| Edit::Add { words: words(part), addition };
    let review = with([
        add("The old pier", Addition::Entity),
        add("Ferry returns", Addition::Event { value: Some("2021-03".into()), status: Status::Planned }),
        add("Mr Ruddock saw the fire", Addition::Quotation { speaker: Some(subject(Kind::Entity, "The old pier")) }),
        add("The old", Addition::Timex { value: "1900".into() }),
        set_date(Kind::Timex, "The old", "1950"),
    ]);
    let reviewed = read(TEXT, &review);
    assert!(reviewed.lost.is_empty());
    assert_eq!(speaker_of(&reviewed, "saw the fire"), Some("The old pier"));
    assert_eq!(date_of(&reviewed, "Ferry returns").as_deref(), Some("2021-03"));
    assert_eq!(reviewed.analysis.timexes.last().map(|timex| &*timex.value), Some("1950"));
    let added = reviewed.marks.values().filter(|mark| mark.added).count();
    assert_eq!(added, 4);
}

#[test]
fn corrections_move_with_their_words_and_those_that_find_none_are_listed() {
    let review = with([
        Edit::Status { of: subject(Kind::Event, "reopened"), status: Status::Denied },
        Edit::Note { of: subject(Kind::Event, "burned"), note: "When?".into() },
    ]);
    let changed = format!("A new headline\n\n{}", TEXT.replace("The old pier burned down in May 1987. ", ""));
    let reviewed = review.apply(&changed, &analyze(&changed, &review.options(&changed)));
    let event = reviewed.analysis.events.iter().find(|event| event.trigger.of(&changed) == "reopened").unwrap();
    assert_eq!(event.status, Status::Denied);
    assert_eq!(reviewed.lost, [1]);
}

#[test]
fn a_new_edit_ends_what_could_be_done_again() {
    let mut review = with([Edit::Published { date: "2020-01-10".parse().ok() }]);
    review.undo();
    assert!(review.next().is_some());
    review.make(Edit::Published { date: None });
    assert_eq!(review.redo(), None);
    assert_eq!(review.edits().len(), 1);
}
