//! The reducer of the page: what a reader does, and what the page remembers of it.

use saywhen::app::state::{Action, Failure, Mode, Notice, Pane, Place, Reading, State, Work};
use saywhen::item::Item;
use saywhen::{Options, analyze};
use std::rc::Rc;

const ARTICLE: &str = "Ferry returns to Marlow\n\nMARLOW, March 3, 2021 - The harbour of Marlow reopened on Tuesday.\n\n\"We are glad,\" Harbour Minister Ines Calder said on Wednesday. A baker, Tom Ruddock, said that the ferry would leave on Friday.";

fn after(state: &State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state.clone(), |state, action| state.after(action))
}

fn answer(state: &State) -> Action {
    let analysis = analyze(&state.text, &Options { published: state.given, ..Options::default() });
    Action::Answer(Rc::new(Reading { text: state.text.clone(), published: state.given, analysis }))
}

fn answered(state: &State) -> State {
    state.after(answer(state))
}

fn article() -> State {
    answered(&State::default().after(Action::Take(ARTICLE.into())))
}

#[test]
fn an_article_that_comes_whole_is_read_and_shown_with_its_marks() {
    let state = State::default().after(Action::Take(ARTICLE.into()));
    assert_eq!((state.work, state.mode), (Work::Busy, Mode::Reading));
    let state = answered(&state);
    assert_eq!(state.work, Work::Done);
    assert!(state.current().is_some());
}

#[test]
fn typing_stays_in_the_field_and_keeps_the_older_answer_until_the_next() {
    let state = after(&article(), [Action::Show(Mode::Writing), Action::Write(format!("{ARTICLE} More.").into())]);
    assert_eq!((state.work, state.mode), (Work::Busy, Mode::Writing));
    assert!(state.reading.is_some() && state.current().is_none());
    assert!(answered(&state).current().is_some());
}

#[test]
fn an_answer_to_another_question_is_dropped() {
    let late = answer(&article());
    let typed = article().after(Action::Write("Something else.".into()));
    assert_eq!(typed.after(late.clone()), typed);
    let dated = article().after(Action::Date("2020-01-01".parse().ok()));
    assert_eq!(dated.after(late), dated);
}

#[test]
fn a_given_date_stays_until_it_is_taken_back() {
    let given = "2022-05-05".parse().ok();
    let state = answered(&article().after(Action::Date(given)));
    assert_eq!(state.current().map(|reading| reading.analysis.published.date), Some(given));
    let state = answered(&state.after(Action::Date(None)));
    assert_ne!(state.current().map(|reading| reading.analysis.published.date), Some(given));
}

#[test]
fn following_leads_to_the_words_and_back() {
    let state = article();
    assert!(!state.current().unwrap().analysis.quotations.is_empty(), "the article has a quotation");
    let at_words = state.after(Action::Follow(Item::Quotation(0), Place::Words));
    assert_eq!((at_words.pane, at_words.chosen.map(|chosen| chosen.place)), (Pane::Article, Some(Place::Words)));
    let at_entry = at_words.after(Action::Leave);
    assert_eq!((at_entry.pane, at_entry.chosen.map(|chosen| chosen.place)), (Pane::People, Some(Place::Entry)));
    assert_eq!(at_entry.after(Action::Leave).chosen, None);
}

#[test]
fn following_an_item_unfolds_the_list_that_hides_it() {
    let mut state = article();
    let mut reading = Reading { text: state.text.clone(), published: None, analysis: state.current().unwrap().analysis.clone() };
    for event in &mut reading.analysis.events {
        event.main = false;
    }
    for quotation in &mut reading.analysis.quotations {
        quotation.speaker = None;
    }
    state.reading = Some(Rc::new(reading));
    assert!(state.after(Action::Follow(Item::Event(0), Place::Entry)).all_events);
    assert!(state.after(Action::Follow(Item::Quotation(0), Place::Entry)).all_sources);
}

#[test]
fn what_is_put_away_can_be_brought_back() {
    let state = article().after(Action::Date("2022-05-05".parse().ok()));
    let cleared = state.after(Action::Clear);
    assert!(cleared.is_empty());
    assert_eq!(cleared.notice, Some(Notice::PutAway));
    let back = cleared.after(Action::BringBack);
    assert_eq!((&*back.text, back.given, back.work), (ARTICLE, state.given, Work::Busy));
}

#[test]
fn an_article_that_comes_over_another_puts_it_away_with_its_date() {
    let given = "2022-05-05".parse().ok();
    let other = article().after(Action::Date(given)).after(Action::Take("Another article.".into()));
    assert_eq!((&*other.text, other.given, other.notice), ("Another article.", None, Some(Notice::PutAway)));
    let back = other.after(Action::BringBack);
    assert_eq!((&*back.text, back.given, back.notice), (ARTICLE, given, Some(Notice::PutAway)));
    let again = back.after(Action::BringBack);
    assert_eq!((&*again.text, again.given), ("Another article.", None));
}

#[test]
fn an_empty_page_is_not_put_away() {
    let cleared = article().after(Action::Clear);
    for (name, state) in [("cleared twice", cleared.after(Action::Clear)), ("taken", cleared.after(Action::Take("Another one.".into())))] {
        assert_eq!(state.notice, None, "{name}");
        assert_eq!(state.put_away, Some((ARTICLE.into(), None)), "{name}");
    }
}

#[test]
fn marks_are_shown_only_where_some_are_or_will_be() {
    let typed = article().after(Action::Show(Mode::Writing)).after(Action::Write("Something else.".into()));
    assert_eq!(typed.after(Action::Show(Mode::Reading)).mode, Mode::Reading, "an answer is awaited");
    let failed = typed.after(Action::Failed(Failure::Stopped));
    assert_eq!(failed.after(Action::Show(Mode::Reading)).mode, Mode::Writing, "no answer will come");
}

#[test]
fn a_failure_keeps_the_text_and_can_be_tried_again() {
    let failed = article().after(Action::Failed(Failure::Stopped));
    assert_eq!(&*failed.text, ARTICLE);
    let again = failed.after(Action::Retry);
    assert_eq!((again.work, again.attempt), (Work::Busy, failed.attempt + 1));
}

#[test]
fn an_emptied_field_asks_nothing() {
    let state = article().after(Action::Write("  \n ".into()));
    assert_eq!((state.work, state.mode, state.reading.is_none()), (Work::Done, Mode::Writing, true));
}
