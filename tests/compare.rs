//! Two articles about one story side by side.

#![expect(clippy::unwrap_used, reason = "a test may stop at once and say where")]

use saywhen::compare::{Article, Comparison, Difference, Row, compare};
use saywhen::{Analysis, Options, analyze};

const ONE: &str = "Ferry returns to Marlow\n\nMARLOW, March 3, 2021 - The harbour of Marlow reopened on Tuesday.\n\n\
    “We are glad to be back at sea after two weeks,” Harbour Minister Ines Calder said on Wednesday. Calder cut the ribbon on Tuesday.";

const OTHER: &str = "Marlow's long wait is over\n\nMARLOW, March 4, 2021 - “We are glad to be back at sea after the two weeks,” said Ines Calder, \
    the transport minister. Calder cut the ribbon on Monday. Mayor Orin Vale thanked the workers on Tuesday.";

fn read(text: &str) -> Analysis {
    analyze(text, &Options::default())
}

fn compared(texts: &[&str]) -> (Vec<Analysis>, Comparison) {
    let read: Vec<Analysis> = texts.iter().map(|text| read(text)).collect();
    let articles: Vec<Article> = texts.iter().zip(&read).map(|(text, analysis)| Article { text, analysis }).collect();
    let comparison = compare(&articles);
    (read, comparison)
}

/// The row of the person with that name in the first article that has it.
fn person<'c>(read: &[Analysis], comparison: &'c Comparison, texts: &[&str], name: &str) -> &'c Row {
    let named = |row: &&Row| row.places.iter().any(|place| read[place.article].entities[place.index].name_in(texts[place.article]) == name);
    comparison.people.iter().find(named).unwrap()
}

#[test]
fn people_are_brought_together_and_their_offices_compared() {
    let texts = [ONE, OTHER];
    let (read, comparison) = compared(&texts);
    let calder = person(&read, &comparison, &texts, "Ines Calder");
    assert_eq!((calder.articles(), calder.differences.as_slice()), (2, [Difference::Office].as_slice()));
    let vale = person(&read, &comparison, &texts, "Orin Vale");
    assert_eq!((vale.articles(), vale.differences.len()), (1, 0));
}

#[test]
fn the_same_quotation_is_one_row_and_other_words_are_told() {
    let (_, comparison) = compared(&[ONE, OTHER]);
    let shared: Vec<&Row> = comparison.quotations.iter().filter(|row| row.articles() == 2).collect();
    assert_eq!(shared.len(), 1);
    assert_eq!(shared[0].differences, [Difference::Wording]);
}

#[test]
fn the_same_event_is_one_row_and_another_date_is_told() {
    let texts = [ONE, OTHER];
    let (read, comparison) = compared(&texts);
    let cut = |row: &&Row| row.places.iter().all(|place| read[place.article].events[place.index].trigger.of(texts[place.article]) == "cut");
    let rows: Vec<&Row> = comparison.dated.iter().filter(cut).collect();
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].articles(), rows[0].differences.as_slice()), (2, [Difference::Date].as_slice()));
}

#[test]
fn one_timeline_is_in_order_and_loses_nothing() {
    let texts = [ONE, OTHER];
    let (read, comparison) = compared(&texts);
    let day = |row: &Row| {
        row.places.iter().filter_map(|place| read[place.article].events[place.index].date.as_ref()).map(|date| date.earliest).min()
    };
    assert!(comparison.dated.iter().map(day).is_sorted());
    let told = |rows: &[Row]| rows.iter().map(|row| row.places.len()).sum::<usize>();
    let all = read.iter().map(|analysis| analysis.events.iter().filter(|event| event.same.is_none()).count()).sum::<usize>();
    assert_eq!(told(&comparison.dated) + told(&comparison.undated), all);
    assert_eq!(told(&comparison.quotations), read.iter().map(|analysis| analysis.quotations.len()).sum::<usize>());
}

#[test]
fn two_people_of_one_surname_stay_two() {
    let one = "“It is late,” said Ann Brill. “It is early,” said Tom Brill.";
    let other = "“Nobody came to see us at the house,” Brill said.";
    let texts = [one, other];
    let (read, comparison) = compared(&texts);
    let rows = comparison.people.iter().filter(|row| {
        row.places.iter().any(|place| read[place.article].entities[place.index].name_in(texts[place.article]).ends_with("Brill"))
    });
    assert_eq!(rows.map(Row::articles).collect::<Vec<_>>(), [1, 1, 1], "nothing says which of them it is");
}

#[test]
fn one_article_alone_is_its_own_timeline_and_none_is_empty() {
    let (read, comparison) = compared(&[ONE]);
    let order: Vec<usize> = comparison.dated.iter().map(|row| row.places[0].index).collect();
    let days = |i: &usize| read[0].events[*i].date.as_ref().map(|date| date.earliest);
    assert!(order.iter().map(days).is_sorted());
    assert!(comparison.people.iter().chain(&comparison.quotations).all(|row| row.differences.is_empty()));
    assert_eq!(compare(&[]), Comparison::default());
}

/// The day of publication and the text of two articles -> the words of the first event that both tell and that holds `words`, and in what it differs.
fn shared(one: &str, other: &str, words: &str) -> Option<Vec<Difference>> {
    let texts = [format!("TARNBY, March 3, 2023 - {one}"), format!("TARNBY, March 4, 2023 - {other}")];
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let (read, comparison) = compared(&texts);
    let holds = |row: &&Row| {
        let words_of = |place: &saywhen::compare::Place| read[place.article].events[place.index].span.of(texts[place.article]);
        row.articles() == 2 && row.places.iter().any(|place| words_of(place).contains(words))
    };
    comparison.dated.iter().chain(&comparison.undated).find(holds).map(|row| row.differences.clone())
}

#[test]
fn events_of_two_articles_are_paired_by_all_that_speaks_for_it() {
    use Difference::{Date, Status};
    let rows: &[(&str, &str, &str, &[Difference])] = &[
        // The dates differ a little.
        (
            "A survey of 14 February 2022 found cracks in the pier.",
            "Cracks in the pier were found in a survey on 16 February 2022.",
            "survey",
            &[Date],
        ),
        (
            "An inspection on 12 March 2022 found that two fire doors were locked.",
            "A survey on 14 March 2022 found two locked fire doors.",
            "doors",
            &[Date],
        ),
        ("The Orrin Bridge collapsed on 9 January 2023.", "The bridge over the Orrin fell on 10 January 2023.", "collapsed", &[Date]),
        ("Tom Hale joined the port in 2014.", "Thomas Hale, the director, joined the port in 2015.", "joined", &[Date]),
        ("The council will hold a hearing next Tuesday.", "The hearing is scheduled for next Wednesday.", "hearing", &[Date]),
        ("Lomax Textiles bought the mill in 2009.", "The mill was bought by Lomax Textiles in 2010.", "bought", &[Date]),
        (
            "Judge Helen Orme is expected to begin an inquiry in September.",
            "Judge Helen Orme will open her inquiry in October.",
            "inquiry",
            &[Date],
        ),
        // They agree, whatever the verbs.
        ("The town hall of Tarnby was built in 2000.", "The town hall was rebuilt in 2000.", "built", &[]),
        ("The bridge is old. It was built in 2000.", "The bridge was rebuilt in 2000.", "built", &[]),
        ("Inspectors met the builder on 28 June 2022.", "Inspectors held talks with the builder on 28 June 2022.", "builder", &[]),
        ("The cup was given to the museum in 1952. The museum is old. The museum is large.", "It came to the museum in 1952.", "1952", &[]),
        ("The tower collapsed on 28 June 2022.", "The old tower fell on 28 June 2022.", "tower", &[]),
        // One date is more exact, or only that of publication.
        ("The Orrin Bridge collapsed on 9 January 2023.", "The Orrin Bridge collapsed in January 2023.", "collapsed", &[]),
        ("The harbour of Tarnby reopened.", "The harbour of Tarnby reopened.", "reopened", &[]),
        ("The harbour of Tarnby reopened.", "The harbour of Tarnby reopened on Thursday.", "reopened", &[]),
        // Told as something that was, and as something that was not.
        ("A meeting was held on 20 January 2022.", "Tom Hale denied that a meeting took place on 20 January 2022.", "meeting", &[Status]),
        ("Tom Hale met the builder on 20 January 2022.", "Tom Hale did not meet the builder on 20 January 2022.", "builder", &[Status]),
        // What was to come had come a day later.
        ("The ferry to Marlow will sail on Saturday.", "The ferry to Marlow sailed on Saturday.", "ferry", &[]),
    ];
    for (one, other, words, differences) in rows {
        assert_eq!(shared(one, other, words).as_deref(), Some(*differences), "{one} / {other}");
        assert!(shared(other, one, words).is_some(), "the other way round: {one} / {other}");
    }
}

#[test]
fn look_alikes_are_no_pairs() {
    for (one, other, words) in [
        ("The mill closed in 2014.", "The school closed in 2015.", "closed"),
        ("The council closed the mill in 2014.", "The council closed the school in 2015.", "closed"),
        ("Tom Hale joined the port in 2014.", "Tom Hale left the port in 2015.", "port"),
        ("Tom Hale joined the port in 2004.", "Tom Hale joined the port in 2015.", "port"),
        ("Tom Hale resigned on 3 May 2022.", "Tom Hale married on 5 May 2022.", "Hale"),
        ("“Mr Hale will stay,” the council said.", "The council said it would not buy a carpet.", "council"),
        ("The council told residents to leave.", "The council told a court about the carpet.", "council"),
        ("The first hearing was held on 3 May 2022.", "The second hearing was held on 5 May 2022.", "hearing"),
        ("A service took place on Sunday.", "Marta Quill did not attend the service on Sunday.", "service"),
        ("The minister sold a boat.", "The minister sold a house in Marlow.", "sold"),
    ] {
        assert_eq!(shared(one, other, words), None, "{one} / {other}");
    }
}

#[test]
fn what_is_denied_with_a_date_is_told() {
    let texts = ["Tom Hale denied that a meeting took place on 20 January 2022. The port opened in 1950.", "The ferry sank on 3 May 2021."];
    let read: Vec<Analysis> = texts.iter().map(|text| read(text)).collect();
    let articles: Vec<Article> = texts.iter().zip(&read).map(|(text, analysis)| Article { text, analysis }).collect();
    let told = compare(&articles).telling(&articles);
    let words = |row: &Row| read[row.places[0].article].events[row.places[0].index].span.of(texts[row.places[0].article]);
    assert!(told.dated.iter().any(|row| words(row).contains("took place")));
    assert_eq!(told.differing().differences(), 0);
}

#[test]
fn compatible_speakers_are_one() {
    let said = "“We saw the cracks and told the council in good time,”";
    for (one, other, differ) in [
        ("Tom Hale said", "Thomas Hale said", false),
        ("Hale said", "Thomas Hale said", false),
        ("Tom Hale, the director, said", "director Tom Hale said", false),
        ("Tom Hale said", "Rosa Hale said", true),
        ("Tom Hale said", "Tom Orme said", true),
        ("Adam Hale said", "Anna Hale said", true),
        ("Tom Hale said", "Thomas Hale said. “It is late,” said Mary Hale", true),
    ] {
        let (_, comparison) = compared(&[&format!("{said} {one}."), &format!("{said} {other}.")]);
        let row = comparison.quotations.iter().find(|row| row.articles() == 2).unwrap();
        assert_eq!(row.differences.contains(&Difference::Speaker), differ, "{one} / {other}");
    }
}

#[test]
fn a_name_that_a_reader_gives_hides_no_one() {
    let texts = ["“It is late,” Harbour Minister Ines Calder said.", "“It is early in the year,” said Ines Calder."];
    let mut read: Vec<Analysis> = texts.iter().map(|text| read(text)).collect();
    let calder = read[0].entities.iter_mut().find(|entity| entity.name.of(texts[0]).ends_with("Calder")).unwrap();
    calder.given = Some(saywhen::mention::GivenWords { name: Some("Dame Inés C.".into()), ..Default::default() });
    let articles: Vec<Article> = texts.iter().zip(&read).map(|(text, analysis)| Article { text, analysis }).collect();
    assert_eq!(compare(&articles).people.iter().map(Row::articles).max(), Some(2));
}

#[test]
fn a_comparison_is_written_in_markdown() {
    let texts = [ONE, OTHER];
    let read: Vec<Analysis> = texts.iter().map(|text| read(text)).collect();
    let articles: Vec<Article> = texts.iter().zip(&read).map(|(text, analysis)| Article { text, analysis }).collect();
    let written = saywhen::export::comparison::write(&articles, &compare(&articles).telling(&articles).differing());
    assert_eq!(
        written,
        "# Comparison

- **A:** Ferry returns to Marlow (Wednesday 3 March 2021)
- **B:** Marlow's long wait is over (Thursday 4 March 2021)

## What happened when

- **Tuesday 2 March 2021 / Monday 1 March 2021** (≠ different dates)
  - A: “Calder cut the ribbon on Tuesday” (*happened*)
  - B: “Calder cut the ribbon on Monday” (*happened*)

## Who is in which

- **Ines Calder** (≠ different offices)
  - A: Minister, Harbour
  - B: transport minister

## Quoted in more than one

- **Ines Calder** (≠ different words)
  - A: Ines Calder: “We are glad to be back at sea after two weeks,”
  - B: Ines Calder: “We are glad to be back at sea after the two weeks,”
"
    );
}
