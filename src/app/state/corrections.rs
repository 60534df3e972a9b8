//! What corrections do to the state of the page.

use super::{Chosen, Notice, Place, State, Way, Work};
use crate::app::change::Change;
use crate::app::keep::Kept;
use crate::app::reading::Reading;
use crate::app::share::Fault;
use crate::item::Item;
use crate::review::file::{Saved, Unreadable};
use crate::review::{Edit, Review, Verdict};
use std::collections::BTreeSet;
use std::rc::Rc;

impl State {
    pub(super) fn correct(&mut self, change: Change) {
        let (result, added) = (change.result(), change.added());
        let Some(edit) = self.current().and_then(|reading| change.edit(reading)) else { return };
        self.edit(edit);
        let added = || self.current()?.added(added?);
        if let Some(item) = result.or_else(added) {
            // Where the dates are read again, its entry moves only then.
            self.returns = self.work == Work::Busy;
            self.follow(item, Place::Entry);
        }
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        self.review.make(edit);
        self.selected = None;
        self.reread();
    }

    pub(super) fn step_back(&mut self, step: impl FnOnce(&mut Review) -> Option<&Edit>) {
        if step(&mut self.review).is_some() {
            self.reread();
        }
    }

    /// Takes a correction back, or does it again, and leads to what it is about: the next key is meant for that.
    pub(super) fn retrace(&mut self, way: Way) {
        let edit = if way == Way::Back { self.review.last() } else { self.review.next() };
        let subject = edit.and_then(Edit::subject).cloned();
        self.step_back(if way == Way::Back { Review::undo } else { Review::redo });
        let item = self.current().zip(subject).and_then(|(reading, subject)| subject.find(&reading.text, &reading.analysis));
        if let Some(item) = item.filter(|item| matches!(item, Item::Event(_) | Item::Quotation(_))) {
            self.returns = self.work == Work::Busy;
            self.follow(item, Place::Entry);
        }
    }

    /// Lets the corrections hold: what they say of dates is for the worker, all else is done here.
    pub(super) fn reread(&mut self) {
        let Some(reading) = self.current().cloned() else { return self.ask() };
        if self.review.options(&self.text) == reading.options {
            self.moved = Rc::default();
            self.reading = Some(Rc::new(Reading::of(&reading.answer(), &self.review)));
            self.forget_what_is_gone();
        } else {
            self.ask();
        }
    }

    /// The items that are unsure and not judged yet, in the order of the text.
    pub fn open_items(&self) -> Vec<Item> {
        self.current().map(|reading| reading.judged().into_iter().filter(|item| reading.is_open(*item)).collect()).unwrap_or_default()
    }

    pub(super) fn settle(&mut self, item: Item, verdict: Verdict) {
        let here = self.chosen;
        self.correct(Change::Judge(item, Some(verdict)));
        self.chosen = self.chosen.or(here).map(|chosen| Chosen { item, ..chosen }).or(Some(Chosen { item, place: Place::Entry, step: 0 }));
        self.unsure(Way::On);
    }

    /// Leads to the unsure item next to the one that the reader follows; from the last one to the first.
    pub(super) fn unsure(&mut self, way: Way) {
        let Some(reading) = self.current() else { return };
        let at = |item: Item| item.span(&reading.analysis).map(|span| (span, item));
        let here = self.chosen.and_then(|chosen| at(chosen.item));
        let open = self.open_items();
        let next = match way {
            Way::On => open.iter().find(|item| at(**item) > here).or(open.first()),
            Way::Back => open.iter().rev().find(|item| here.is_some() && at(**item) < here).or(open.last()),
        };
        match next.copied() {
            Some(item) => {
                self.open = BTreeSet::from([item]);
                self.follow(item, Place::Entry);
            }
            None => self.notice = Some(Notice::NothingUnsure),
        }
    }

    /// Follows nothing that is not there any more.
    pub(super) fn forget_what_is_gone(&mut self) {
        let Some(reading) = &self.reading else { return };
        if self.chosen.is_some_and(|chosen| !chosen.item.is_in(&reading.analysis) || reading.is_gone(chosen.item)) {
            self.chosen = None;
        }
    }

    /// Takes the corrections of a file over to the article that is here, or the whole work where there is none.
    pub(super) fn opened(&mut self, work: Result<Saved, Unreadable>) {
        self.opening = None;
        match work {
            Ok(work) if self.is_empty() || *self.text == *work.text => {
                let same = *self.text == *work.text;
                if !same {
                    self.take(work.text.into());
                }
                work.review.edits().iter().for_each(|edit| self.review.make(edit.clone()));
                self.reread();
            }
            Ok(work) => {
                work.review.edits().iter().for_each(|edit| self.review.make(edit.clone()));
                self.notice = Some(Notice::OtherText);
                self.reread();
            }
            Err(why) => self.notice = Some(Notice::Unreadable(why)),
        }
    }

    /// Opens the work of a link; what was here is put away.
    pub(super) fn linked(&mut self, work: Result<Kept, Fault>) {
        match work {
            Ok(work) => {
                self.take(work.text.into());
                self.review = work.review;
                self.notice = self.notice.or(Some(Notice::Linked));
                self.ask();
            }
            Err(fault) => self.notice = Some(Notice::LinkFault(fault)),
        }
    }
}
