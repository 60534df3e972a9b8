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
