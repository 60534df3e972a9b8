//! What must hold for any string at all.

#[path = "properties/edits.rs"]
mod edits;
#[path = "properties/fragments.rs"]
mod fragments;
#[path = "properties/invariants.rs"]
mod invariants;

use chrono::NaiveDate;
use edits::{KINDS, edit};
use fragments::FRAGMENTS;
use invariants::{check_analysis, check_indices, check_offsets, check_order, check_review, check_shares, check_tokens};
use proptest::prelude::*;
use proptest::sample::select;
use saywhen::review::Review;
use saywhen::{Options, analyze};

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
        check_analysis(&text, &analysis)?;
    }

    #[test]
    fn the_same_text_gives_the_same_analysis(text in texts(), options in options()) {
        prop_assert_eq!(analyze(&text, &options), analyze(&text, &options));
    }

    #[test]
    fn offsets_of_the_record_name_the_same_words_in_any_unit(text in texts(), options in options()) {
        let analysis = analyze(&text, &options);
        check_offsets(&text, &analysis)?;
    }

    #[test]
    fn tokens_cover_all_that_can_be_seen(text in texts()) {
        check_tokens(&text)?;
    }

    #[test]
    fn paragraphs_and_sentences_share_out_the_tokens(text in texts()) {
        check_shares(&text)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn corrections_keep_every_index_and_can_be_taken_back(
        text in texts(), options in options(), picks in proptest::collection::vec((0..KINDS, 0usize..40, 0usize..40), 0..12)
    ) {
        let found = analyze(&text, &options);
        let mut review = Review::default();
        for pick in picks {
            let reviewed = review.apply(&text, &found);
            if let Some(edit) = edit(&text, &reviewed.analysis, pick) {
                review.make(edit);
            }
        }
        check_review(&text, &found, &review)?;
        check_indices(&analyze(&text, &review.options(&text)))?;
    }
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

/// A label inside a quotation that goes on names nobody.
#[test]
fn a_label_within_a_quotation_is_no_source() -> Result<(), TestCaseError> {
    let text = "F:\"T\nFnc:”.\nF:";
    check_analysis(text, &analyze(text, &Options::default()))
}
