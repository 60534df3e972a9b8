//! What a reader may type for a date, and what is refused.

use super::*;
use Order::{DayFirst, MonthFirst};
use chrono::Datelike;
use proptest::prelude::*;
use proptest::sample::select;

#[test]
fn values_are_read_as_they_are() {
    for own in [
        "2015-12-11",
        "2015-12",
        "2015",
        "2015-Q4",
        "2015-H1",
        "1998-SP",
        "2015-W51",
        "2015-W51-WE",
        "2015-12-11T14:30",
        "2015-12-11TMO",
        "2015-12-11/2015-12-13",
        "2015/2017",
        "0079",
    ] {
        assert_eq!(value(own, DayFirst).as_deref(), Some(own));
        assert_eq!(value(&format!("  {} ", own.to_lowercase()), MonthFirst).as_deref(), Some(own));
    }
    assert_eq!(value("2015-12-11 / 2015-12-13", DayFirst).as_deref(), Some("2015-12-11/2015-12-13"));
    assert_eq!(value("2015-12-11T14:30:00Z", DayFirst).as_deref(), Some("2015-12-11T14:30"));
}

#[test]
fn dates_in_words_have_a_value() {
    for (words, own) in [
        ("14 February 1999", "1999-02-14"),
        ("February 14, 1999", "1999-02-14"),
        ("14 Feb 1999", "1999-02-14"),
        ("14. Feb. 1999", "1999-02-14"),
        ("14-Feb-1999", "1999-02-14"),
        ("Feb 14 1999", "1999-02-14"),
        ("1999 February 14", "1999-02-14"),
        ("  14\u{a0}FEBRUARY   1999 ", "1999-02-14"),
        ("the 14th of February, 1999", "1999-02-14"),
        ("on 14 February 1999", "1999-02-14"),
        ("Monday 3 March 2021", "2021-03-03"),
        ("Wed., 3 March 2021", "2021-03-03"),
        ("March 3rd, 2021", "2021-03-03"),
        ("Wednesday, March 3, 2021", "2021-03-03"),
        ("5 Sept. 2021", "2021-09-05"),
        ("29 February 2024", "2024-02-29"),
        ("3 March 2021, 14:30", "2021-03-03T14:30"),
        ("Wednesday 3 March 2021, morning", "2021-03-03TMO"),
        ("Feb 1999", "1999-02"),
        ("February 2024", "2024-02"),
        ("in February of 2024", "2024-02"),
        ("may 2021", "2021-05"),
        ("02/1999", "1999-02"),
        ("spring 1999", "1999-SP"),
        ("the spring of 1999", "1999-SP"),
        ("Summer 2020", "2020-SU"),
        ("autumn 2020", "2020-FA"),
        ("fall 2020", "2020-FA"),
        ("the winter of 1999", "1999-WI"),
        ("winter 1999/2000", "1999-WI"),
        ("winter of 1999–2000", "1999-WI"),
        ("Q3 2019", "2019-Q3"),
        ("2019 Q3", "2019-Q3"),
        ("third quarter of 2019", "2019-Q3"),
        ("the 3rd quarter of 2019", "2019-Q3"),
        ("first half of 2019", "2019-H1"),
        ("week of 16 December 2015", "2015-W51"),
        ("the weekend of 19–20 December 2015", "2015-W51-WE"),
        ("the 1990s", "199"),
        ("1990’s", "199"),
        ("1999", "1999"),
    ] {
        assert_eq!(value(words, DayFirst).as_deref(), Some(own), "{words}");
        assert_eq!(value(words, MonthFirst).as_deref(), Some(own), "{words}");
    }
}

#[test]
fn numbers_stand_in_the_order_of_the_reader() {
    for (words, day_first, month_first) in [
        ("14/02/1999", "1999-02-14", "1999-02-14"),
        ("14.2.1999", "1999-02-14", "1999-02-14"),
        ("14. 2. 1999", "1999-02-14", "1999-02-14"),
        ("14-02-1999", "1999-02-14", "1999-02-14"),
        ("2/14/1999", "1999-02-14", "1999-02-14"),
        ("3/4/2021", "2021-04-03", "2021-03-04"),
        ("3.4.2021", "2021-04-03", "2021-03-04"),
        ("1999-2-4", "1999-02-04", "1999-02-04"),
        ("3/4/2021 - 5/4/2021", "2021-04-03/2021-04-05", "2021-03-04/2021-05-04"),
    ] {
        assert_eq!(value(words, DayFirst).as_deref(), Some(day_first), "{words}");
        assert_eq!(value(words, MonthFirst).as_deref(), Some(month_first), "{words}");
    }
}

#[test]
fn stretches_have_two_ends() {
    for (words, own) in [
        ("3 to 5 March 2021", "2021-03-03/2021-03-05"),
        ("3–5 March 2021", "2021-03-03/2021-03-05"),
        ("3-5 March 2021", "2021-03-03/2021-03-05"),
        ("March 3–5, 2021", "2021-03-03/2021-03-05"),
        ("March 3 to April 5, 2021", "2021-03-03/2021-04-05"),
        ("3 March 2021 - 5 April 2021", "2021-03-03/2021-04-05"),
        ("from 3 March to 5 April 2021", "2021-03-03/2021-04-05"),
        ("between 3 March and 5 April 2021", "2021-03-03/2021-04-05"),
        ("2021-03-03 to 5 April 2021", "2021-03-03/2021-04-05"),
        ("2019–2021", "2019/2021"),
        ("2019-2021", "2019/2021"),
        ("2019 to 2021", "2019/2021"),
        ("Feb–Mar 2021", "2021-02/2021-03"),
        ("February to March 2021", "2021-02/2021-03"),
        ("spring to autumn 2020", "2020-SP/2020-FA"),
        ("Q1-Q3 2019", "2019-Q1/2019-Q3"),
        ("2019 Q1 to Q3", "2019-Q1/2019-Q3"),
        ("first to third quarter of 2019", "2019-Q1/2019-Q3"),
        ("the 1990s to the 2000s", "199/200"),
        ("December 2020 until spring 2021", "2020-12/2021-SP"),
    ] {
        assert_eq!(value(words, DayFirst).as_deref(), Some(own), "{words}");
    }
}

#[test]
fn what_is_no_date_is_refused() {
    let long = "1 to ".repeat(100);
    for words in [
        "",
        " ",
        "-",
        "/",
        "–",
        "to",
        "next week",
        "yesterday",
        "29 February 2023",
        "31 June 2020",
        "32 May 2021",
        "0 May 2021",
        "31/6/2020",
        "29/2/2023",
        "13/13/2020",
        "14/02/99",
        "14 Feb 99",
        "'99",
        "Feb ’99",
        "14 February",
        "Ma 2021",
        "Febuary 1999",
        "Q5 2019",
        "5th quarter of 2019",
        "2019 to 2018",
        "5 to 3 March 2021",
        "2019-20",
        "2019–20",
        "1944/45",
        "winter 1999/2002 x",
        "about 1990",
        "c. 1990",
        "1990?",
        "1990~",
        "1995s",
        "mid-1990s",
        "199",
        "20",
        "19990214",
        "2015-13",
        "2015-02-30",
        "../2015",
        "2015/..",
        "-0044",
        "1999-",
        "2015-12-11Tx",
        "2015T14:30",
        "3 March 2021, 25:00",
        "March 2021, 14:30",
        "Monday 2021",
        "March to April 5, 2021",
        "5 to March 2021",
        "14 February to 1999",
        "2 to 3 2021",
        "2019 2021",
        "14 February 1999 or so",
        "February 1999 February",
        "1/2/3",
        "PAST_REF",
        "P3D",
        "é",
        "١٤ February 1999",
        "14 Fébruary 1999",
        &long,
    ] {
        assert_eq!(value(words, DayFirst), None, "{words}");
        assert_eq!(value(words, MonthFirst), None, "{words}");
    }
}

#[test]
fn what_is_shown_is_read_back() {
    for (own, words) in [
        ("1999-02-14", "14 February 1999"),
        ("2021-05-03", "3 May 2021"),
        ("1999-02", "February 1999"),
        ("1998-SP", "spring 1998"),
        ("1998-WI", "winter 1998"),
        ("2019-Q3", "third quarter of 2019"),
        ("2019-H2", "second half of 2019"),
        ("2015-W51", "week of 14 December 2015"),
        ("2015-W51-WE", "weekend of 19–20 December 2015"),
        ("2022-W52-WE", "weekend of 31 December 2022 – 1 January 2023"),
        ("199", "1990s"),
        ("1999", "1999"),
        ("2015-12-11T14:30", "11 December 2015, 14:30"),
        ("2015-12-11TMO", "11 December 2015, morning"),
        ("2015-12-11T24:00", "11 December 2015, 24:00"),
        ("2021-03-03/2021-04", "3 March 2021 to April 2021"),
        ("2019/2021", "2019 to 2021"),
        // What the words do not lead back to stays as it is.
        ("20", "20"),
        ("BC0044-03", "BC0044-03"),
        ("XXXX-12-25", "XXXX-12-25"),
        ("PAST_REF", "PAST_REF"),
        ("", ""),
    ] {
        assert_eq!(shown(own, DayFirst), words);
    }
    assert_eq!(shown("1999-02-14", MonthFirst), "February 14, 1999");
}

#[test]
fn every_stretch_of_the_calendar_is_read_back_in_both_orders() {
    let units = [Unit::Day, Unit::Week, Unit::Weekend, Unit::Month, Unit::Quarter, Unit::Year, Unit::Decade];
    let first = NaiveDate::from_ymd_opt(1899, 12, 1).unwrap();
    for day in first.iter_days().step_by(37).take(1400) {
        let seasons = [Season::Spring, Season::Summer, Season::Autumn, Season::Winter].map(|season| Point::Season(day.year(), season));
        for point in units.map(|unit| Point::around(day, unit)).into_iter().chain(seasons) {
            let own = point.value();
            for order in [DayFirst, MonthFirst] {
                let words = shown(&own, order);
                assert_eq!(value(&words, order).as_deref(), Some(&*own), "{words}");
                assert_eq!(value(&order.line(&own, None), order).as_deref(), Some(&*own), "{words}");
                assert!(matches!(point, Point::Year(_)) || words != own, "{own} has words");
            }
        }
    }
}

/// What dates are made of, and what breaks their readers.
const PIECES: &[&str] = &[
    " ",
    " ",
    " ",
    " ",
    "14",
    "3",
    "5th",
    "31",
    "2021",
    "1999",
    "february",
    "Mar.",
    "Sun",
    "spring",
    "winter",
    "Q3",
    "third",
    "quarter",
    "of",
    "the",
    "week",
    "weekend of",
    "between",
    "and",
    "to",
    "from",
    "/",
    "-",
    "–",
    ".",
    ",",
    ":",
    "T",
    "14:30",
    "morning",
    "1990s",
    "’",
    "é",
    "\u{a0}",
    "W51",
    "-WE",
    "BC",
];

proptest! {
    #[test]
    fn anything_may_be_typed_and_what_is_read_is_shown_so_that_it_is_read_again(
        words in prop_oneof![any::<String>(), proptest::collection::vec(select(PIECES), 0..9).prop_map(|pieces| pieces.concat())],
        order in select(&[DayFirst, MonthFirst][..])
    ) {
        if let Some(own) = value(&words, order) {
            let ends = own.split('/').map(Point::of_value).collect::<Option<Vec<_>>>();
            prop_assert!(ends.is_some(), "{own} of {words}");
            prop_assert_eq!(value(&shown(&own, order), order), Some(own));
        }
        shown(&words, order);
        order.edtf(&words);
    }
}
