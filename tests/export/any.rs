//! What must hold for any text in any format.

use super::linked::check_target;
use super::pages::{check_page, document, find};
use super::tables::check_lines;
use super::*;
use chrono::NaiveDate;
use icalendar::parser::{read_calendar, unfold};
use proptest::prelude::*;
use pulldown_cmark::{Event as Mark, Parser, Tag};

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
        let analysis = analyze(&text, &saywhen::Options { published, ..saywhen::Options::default() });
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
