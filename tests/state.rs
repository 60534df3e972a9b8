//! The reducer of the page: what a reader does, and what the page remembers of it.

#![expect(clippy::unwrap_used, reason = "a test may stop at once and say where")]

use saywhen::analysis::Stage;
use saywhen::analyze;
use saywhen::app::change::{Added, Change};
use saywhen::app::keep::Kept;
use saywhen::app::state::{Action, Answer, Failure, Mode, Notice, Pane, Place, Reading, State, Way, Work};
use saywhen::event::Status;
use saywhen::item::Item;
use saywhen::review::{Review, Verdict};
use saywhen::text::Span;
use std::rc::Rc;

const ARTICLE: &str = "Ferry returns to Marlow\n\nMARLOW, March 3, 2021 - The harbour of Marlow reopened on Tuesday.\n\n\"We are glad,\" Harbour Minister Ines Calder said on Wednesday. A baker, Tom Ruddock, said that the ferry would leave on Friday.";

fn after(state: &State, actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(state.clone(), |state, action| state.after(action))
}

fn answer(state: &State) -> Action {
    let options = state.review.options(&state.text);
    let found = Rc::new(analyze(&state.text, &options));
    Action::Answer(Answer { text: state.text.clone(), options, found })
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
    let mut answer = state.current().unwrap().answer();
    let mut found = (*answer.found).clone();
    for event in &mut found.events {
        event.main = false;
    }
    for quotation in &mut found.quotations {
        quotation.speaker = None;
    }
    answer.found = Rc::new(found);
    state.reading = Some(Rc::new(Reading::of(&answer, &state.review)));
    assert!(state.after(Action::Follow(Item::Event(0), Place::Entry)).all_events);
    let officials = state.after(Action::AllSources(false));
    assert!(officials.officials_only && !officials.after(Action::Follow(Item::Quotation(0), Place::Entry)).officials_only);
}

/// An article without corrections that was put away.
fn kept(text: &str) -> Rc<Kept> {
    Rc::new(Kept { text: text.into(), review: Review::default() })
}

#[test]
fn all_that_was_put_away_can_be_brought_back_or_deleted() {
    let state = ["One.", "Two.", "Three."].into_iter().fold(State::default(), |state, text| state.after(Action::Take(text.into())));
    assert_eq!(state.put_away, [kept("One."), kept("Two.")]);
    let back = state.after(Action::BringBack(Some(0)));
    assert_eq!((&*back.text, back.put_away), ("One.", vec![kept("Two."), kept("Three.")]));
    assert_eq!(state.after(Action::Delete(0)).put_away, [kept("Two.")]);
    assert_eq!(state.after(Action::BringBack(Some(7))), state);
    let again = state.after(Action::Take("One.".into()));
    assert_eq!(again.put_away, [kept("One."), kept("Two."), kept("Three.")]);
}

#[test]
fn work_of_an_earlier_visit_is_still_there_after_the_next_article() {
    let found = State::default().after(Action::Found(Kept::clone(&kept("Two.")), Vec::new(), vec![Kept::clone(&kept("One."))]));
    let other = found.after(Action::Take("Three.".into()));
    assert_eq!(other.put_away, [kept("One."), kept("Two.")]);
}

#[test]
fn what_is_put_away_can_be_brought_back() {
    let state = article().after(Action::Date("2022-05-05".parse().ok()));
    let cleared = state.after(Action::Clear);
    assert!(cleared.is_empty());
    assert_eq!(cleared.notice, Some(Notice::PutAway));
    let back = cleared.after(Action::BringBack(None));
    assert_eq!((&*back.text, back.review.published(), back.work), (ARTICLE, state.review.published(), Work::Busy));
}

#[test]
fn an_article_that_comes_over_another_puts_it_away_with_its_date() {
    let given = "2022-05-05".parse().ok();
    let other = article().after(Action::Date(given)).after(Action::Take("Another article.".into()));
    assert_eq!((&*other.text, other.review.published(), other.notice), ("Another article.", None, Some(Notice::PutAway)));
    let back = other.after(Action::BringBack(None));
    assert_eq!((&*back.text, back.review.published(), back.notice), (ARTICLE, given, Some(Notice::PutAway)));
    let again = back.after(Action::BringBack(None));
    assert_eq!((&*again.text, again.review.published()), ("Another article.", None));
}

#[test]
fn an_empty_page_is_not_put_away() {
    let cleared = article().after(Action::Clear);
    for (name, state) in [("cleared twice", cleared.after(Action::Clear)), ("taken", cleared.after(Action::Take("Another one.".into())))] {
        assert_eq!(state.notice, None, "{name}");
        assert_eq!(state.put_away, [kept(ARTICLE)], "{name}");
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
fn the_reader_can_stop_the_reading_and_goes_on_with_the_text() {
    let taken = article().after(Action::Take("Rain fell on Monday.".into())).after(Action::Reached(Stage::Text));
    assert_eq!((taken.work, taken.reached), (Work::Busy, Some(Stage::Text)));
    let halted = taken.after(Action::Halt);
    assert_eq!((halted.work, halted.mode, &*halted.text), (Work::Failed(Failure::Halted), Mode::Writing, "Rain fell on Monday."));
    let again = halted.after(Action::Retry);
    assert_eq!((again.work, again.reached), (Work::Busy, None));
    let long = "Rain fell on Monday. ".repeat(20_000);
    let halted = article().after(Action::Take(long.as_str().into())).after(Action::Halt);
    assert_eq!((halted.mode, halted.text.len()), (Mode::Reading, long.len()), "no field holds as much without a long wait");
    assert_eq!(article().after(Action::Halt).work, Work::Done, "there is nothing to stop");
}

#[test]
fn an_emptied_field_asks_nothing() {
    let state = article().after(Action::Write("  \n ".into()));
    assert_eq!((state.work, state.mode, state.reading.is_none()), (Work::Done, Mode::Writing, true));
}

/// The place of the event with that trigger.
fn event_of(state: &State, trigger: &str) -> usize {
    let analysis = &state.current().unwrap().analysis;
    analysis.events.iter().position(|event| event.trigger.of(ARTICLE) == trigger).unwrap()
}

#[test]
fn a_correction_that_is_no_date_holds_at_once_and_is_undone_at_once() {
    let state = article();
    let reopened = event_of(&state, "reopened");
    let changed = state.after(Action::Correct(Change::Status(reopened, Status::Denied)));
    assert_eq!(changed.work, Work::Done, "the worker is not asked");
    assert_eq!(changed.current().unwrap().analysis.events[reopened].status, Status::Denied);
    let undone = changed.after(Action::Undo);
    assert_eq!(undone.current().unwrap().analysis, state.current().unwrap().analysis);
    assert_eq!(undone.after(Action::Redo).current().unwrap().analysis, changed.current().unwrap().analysis);
}

#[test]
fn another_day_of_publication_asks_the_worker_and_tells_what_moved() {
    let state = article().after(Action::Date("2020-01-10".parse().ok()));
    assert_eq!(state.work, Work::Busy);
    let state = answered(&state);
    let moved = state.moved.iter().map(|moved| (moved.before.as_deref(), moved.after.as_deref())).collect::<Vec<_>>();
    assert!(moved.contains(&(Some("2021-03-02"), Some("2020-01-07"))), "{moved:?}");
    let back = answered(&state.after(Action::Undo));
    assert!(!back.moved.is_empty());
    assert!(back.after(Action::Correct(Change::Judge(Item::Event(0), Some(Verdict::Right)))).moved.is_empty(), "told once");
}

#[test]
fn corrections_hold_in_a_text_that_was_changed() {
    let state = article();
    let reopened = event_of(&state, "reopened");
    let state = state.after(Action::Correct(Change::Status(reopened, Status::Denied)));
    let longer = format!("A first line that is new.\n\n{ARTICLE}");
    let state = answered(&state.after(Action::Show(Mode::Writing)).after(Action::Write(longer.into())));
    let reading = state.current().unwrap();
    let event = reading.analysis.events.iter().find(|event| event.trigger.of(&reading.text) == "reopened").unwrap();
    assert_eq!((event.status, reading.lost.len()), (Status::Denied, 0));
}

#[test]
fn the_review_leads_from_one_unsure_item_to_the_next_until_none_is_left() {
    let state = article();
    let mut answer = state.current().unwrap().answer();
    let mut found = (*answer.found).clone();
    found.events.iter_mut().for_each(|event| event.grounds.confidence = 0.4);
    answer.found = Rc::new(found);
    let mut state = state.after(Action::Answer(answer));
    let count = state.open_items().len();
    assert!(count > 1);
    state = state.after(Action::Unsure(Way::On));
    let first = state.chosen.unwrap().item;
    assert!(state.open.contains(&first), "what is asked about is shown with its reasons");
    for left in (0..count).rev() {
        let item = state.chosen.unwrap().item;
        state = state.after(Action::Settle(item, if left % 2 == 0 { Verdict::Right } else { Verdict::Wrong }));
        assert_eq!(state.open_items().len(), left);
        assert_ne!(state.chosen.map(|chosen| chosen.item), Some(item).filter(|_| left > 0));
    }
    assert_eq!(state.notice, Some(Notice::NothingUnsure));
    for _ in 0..count {
        state = state.after(Action::Undo);
    }
    assert_eq!(state.open_items().len(), count, "all of it can be taken back");
}

#[test]
fn selected_words_become_an_event() {
    let start = ARTICLE.find("Ferry returns").unwrap();
    let span = Span::new(start, start + "Ferry returns".len());
    let state = article().after(Action::Select(Some(span)));
    let state = state.after(Action::Correct(Change::Add(span, Added::Event(Some("2021-03-05".into())))));
    let event = state.current().unwrap().analysis.events.last().unwrap().clone();
    assert_eq!((event.span, event.date.map(|date| date.edtf)), (span, Some("2021-03-05".into())));
    assert_eq!(state.selected, None);
}

#[test]
fn corrections_are_put_away_and_brought_back_with_their_article() {
    let state = article().after(Action::Correct(Change::Note(Item::Event(0), "Call the harbour.".into())));
    let back = answered(&state.after(Action::Clear).after(Action::BringBack(None)));
    assert_eq!(back.review, state.review);
    assert_eq!(back.current().unwrap().mark(Item::Event(0)).map(|mark| &*mark.note), Some("Call the harbour."));
}

const OTHER: &str =
    "MARLOW, March 4, 2021 - “We are glad,” said Ines Calder, the transport minister. The harbour of Marlow reopened on Monday.";

/// Two articles that are open, the second one shown.
fn two() -> State {
    answered(&article().after(Action::Shelve).after(Action::Take(OTHER.into())))
}

#[test]
fn another_article_is_opened_beside_the_first_and_they_change_places() {
    let state = two();
    assert_eq!((state.shelf.len(), &*state.text), (1, OTHER));
    let first = state.after(Action::TakeUp(0));
    assert_eq!((&*first.text, first.work, &*first.shelf[0].text), (ARTICLE, Work::Done, OTHER));
    assert!(first.current().is_some(), "it need not be read again");
    assert_eq!(first.after(Action::TakeUp(7)), first);
}

#[test]
fn articles_keep_the_order_in_which_they_were_opened() {
    const THIRD: &str = "The ferry sank on 3 May 2021.";
    /// The articles in order, "3" for the third one; the one that is shown in brackets.
    fn order(state: &State) -> String {
        let name = |text: &str| [ARTICLE, OTHER, THIRD].iter().position(|known| *known == text).unwrap() + 1;
        let one = |number: usize| match number.checked_sub(1) {
            None => format!("[{}]", name(&state.text)),
            Some(i) => name(&state.shelf[i].text).to_string(),
        };
        state.in_order().into_iter().map(one).collect()
    }
    let state = answered(&two().after(Action::Shelve).after(Action::Take(THIRD.into())));
    assert_eq!(order(&state), "12[3]");
    let first = state.after(Action::TakeUp(0));
    assert_eq!(order(&first), "[1]23");
    let second = first.after(Action::TakeUp(0));
    assert_eq!(order(&second), "1[2]3");
    assert_eq!(order(&second.after(Action::Visit(2, Item::Event(0)))), "12[3]");
    assert_eq!(order(&second.after(Action::Remove(0))), "[2]3");
    assert_eq!(order(&second.after(Action::Remove(1))), "1[2]");
    let shelved = second.after(Action::Shelve);
    assert_eq!(shelved.shelf.iter().map(|shelved| &*shelved.text).collect::<Vec<_>>(), [ARTICLE, OTHER, THIRD]);
}

#[test]
fn a_comparison_leads_to_the_words_of_each_article() {
    let state = two().after(Action::Show(Mode::Comparing));
    assert_eq!(state.mode, Mode::Comparing);
    let there = state.after(Action::Visit(1, Item::Event(0)));
    assert_eq!((&*there.text, there.mode, there.chosen.map(|chosen| chosen.item)), (ARTICLE, Mode::Reading, Some(Item::Event(0))));
    assert_eq!(article().after(Action::Show(Mode::Comparing)).mode, Mode::Reading, "one article is not compared");
}

#[test]
fn an_article_that_is_removed_can_be_brought_back_with_its_corrections() {
    let noted = article().after(Action::Correct(Change::Note(Item::Event(0), "Call.".into())));
    let state = answered(&noted.after(Action::Shelve).after(Action::Take(OTHER.into()))).after(Action::Remove(0));
    assert_eq!((state.shelf.len(), state.notice), (0, Some(Notice::PutAway)));
    let back = answered(&state.after(Action::BringBack(None)));
    assert_eq!((&*back.text, &back.review), (ARTICLE, &noted.review));
}

#[test]
fn all_articles_of_an_earlier_visit_come_back() {
    let found = State::default().after(Action::Found(Kept::clone(&kept(OTHER)), vec![Kept::clone(&kept(ARTICLE))], Vec::new()));
    assert_eq!(found.notice, Some(Notice::Found));
    let state = answered(&answered(&found.after(Action::BringBack(None))));
    assert_eq!((&*state.text, state.shelf.len(), &*state.shelf[0].text), (OTHER, 1, ARTICLE));
}

#[test]
fn a_key_that_takes_back_leads_to_what_was_taken_back() {
    let state = article().after(Action::Settle(Item::Event(0), Verdict::Right));
    assert_eq!(state.review.edits().len(), 1);
    let back = state.after(Action::Retrace(Way::Back));
    assert_eq!(
        (back.review.edits().len(), back.chosen.map(|chosen| (chosen.item, chosen.place))),
        (0, Some((Item::Event(0), Place::Entry)))
    );
    assert_eq!(back.after(Action::Retrace(Way::On)).review.edits().len(), 1);
    assert_eq!(back.after(Action::Retrace(Way::Back)).review, back.review);
}
