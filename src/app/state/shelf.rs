//! Several articles open at once: one is shown, the others lie on the shelf.

use super::{Mode, Notice, Place, Shelved, State};
use crate::app::keep::{Keeping, Kept};
use crate::item::Item;
use std::rc::Rc;

/// So many works are remembered that were put aside; the oldest make room.
const ASIDE: usize = 20;

impl State {
    /// Lays the article that is shown on the shelf and makes room for another.
    pub(super) fn shelve(&mut self) {
        let Some(reading) = self.current().cloned() else { return };
        let shelved = Shelved { text: self.text.clone(), review: self.review.clone(), reading };
        let (seat, mut shelf) = (self.seat(), std::mem::take(&mut self.shelf));
        shelf.insert(seat, shelved);
        *self = Self { shelf, ..self.bare() };
    }

    /// All open articles in the order in which they were opened, by their numbers in [`super::Action::Visit`].
    pub fn in_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (1..=self.shelf.len()).collect();
        order.insert(self.seat(), 0);
        order
    }

    /// How many of the shelf were opened before the article that is shown.
    fn seat(&self) -> usize {
        self.seat.unwrap_or(self.shelf.len()).min(self.shelf.len())
    }

    /// Shows an article of the shelf; the one that was shown goes back to its place there.
    pub(super) fn take_up(&mut self, i: usize) {
        if i >= self.shelf.len() {
            return;
        }
        let (seat, Shelved { text, review, reading }) = (self.seat(), self.shelf.remove(i));
        let mut next_seat = i;
        if let Some(shown) = self.current().cloned() {
            let shelved = Shelved { text: self.text.clone(), review: self.review.clone(), reading: shown };
            self.shelf.insert(if i < seat { seat - 1 } else { seat }, shelved);
            next_seat = if i < seat { i } else { i + 1 };
        } else if !self.is_empty() {
            // An article that could not be read is not lost either.
            self.set_aside();
            self.notice = Some(Notice::PutAway);
        }
        let (notice, shelf, seat) = (self.notice, std::mem::take(&mut self.shelf), Some(next_seat));
        *self = Self { text, review, reading: Some(reading), mode: Mode::Reading, notice, shelf, seat, ..self.bare() };
    }

    /// Shows the words of an item in its own article.
    pub(super) fn visit(&mut self, article: usize, item: Item) {
        let item = self.in_full(article, item);
        if let Some(i) = article.checked_sub(1) {
            self.take_up(i);
        }
        self.mode = Mode::Reading;
        if let Some(item) = item {
            self.follow(item, Place::Words);
        }
    }

    /// The item of a comparison, in which what is wrong does not count, as an item of the whole reading.
    fn in_full(&self, article: usize, item: Item) -> Option<Item> {
        let reading = match article.checked_sub(1) {
            None => self.current()?,
            Some(i) => &self.shelf.get(i)?.reading,
        };
        let stays = |make: fn(usize) -> Item, count: usize, i: usize| (0..count).map(make).filter(|item| !reading.is_out(*item)).nth(i);
        match item {
            Item::Event(i) => stays(Item::Event, reading.analysis.events.len(), i),
            Item::Quotation(i) => stays(Item::Quotation, reading.analysis.quotations.len(), i),
            other => Some(other),
        }
    }

    /// Takes an article off the shelf; it can be brought back.
    pub(super) fn remove(&mut self, i: usize) {
        if i < self.shelf.len() {
            let Shelved { text, review, .. } = self.shelf.remove(i);
            self.seat = self.seat.map(|seat| if i < seat { seat - 1 } else { seat });
            self.lay_aside(Kept { text: text.to_string(), review });
            self.notice = Some(Notice::PutAway);
            if self.shelf.is_empty() && self.mode == Mode::Comparing {
                self.mode = Mode::Reading;
            }
        }
    }

    /// Puts the article that is shown aside, where it can be brought back from.
    pub(super) fn set_aside(&mut self) {
        if !self.is_empty() {
            self.lay_aside(Kept { text: self.text.to_string(), review: self.review.clone() });
        }
    }

    /// Puts work aside as the last. An article is there once, with its newest corrections.
    fn lay_aside(&mut self, work: Kept) {
        self.put_away.retain(|other| other.text != work.text);
        self.put_away.push(Rc::new(work));
        self.together = 0;
        let too_many = self.put_away.len().saturating_sub(ASIDE);
        self.put_away.drain(..too_many);
    }

    /// A page without an article that remembers how the reader works and what was put aside.
    pub(super) fn bare(&mut self) -> Self {
        Self {
            attempt: self.attempt,
            no_keys: self.no_keys,
            keeping: self.keeping,
            put_away: std::mem::take(&mut self.put_away),
            together: self.together,
            ..Self::default()
        }
    }

    /// Offers what an earlier visit kept; what is on the page already stays there.
    pub(super) fn found(&mut self, open: Kept, shelf: Vec<Kept>, put_away: Vec<Kept>) {
        self.keeping = Keeping::Yes;
        let has_text = |work: &Kept| !work.text.trim().is_empty();
        let open: Vec<Kept> = shelf.into_iter().chain([open]).filter(has_text).collect();
        let together = open.len();
        put_away.into_iter().chain(open).for_each(|work| self.lay_aside(work));
        self.together = together.min(self.put_away.len());
        if !self.put_away.is_empty() {
            self.notice = Some(Notice::Found);
        }
    }

    /// Brings back what was put away; what stands there now is put away for it. What was open together comes together.
    pub(super) fn bring_back(&mut self, i: Option<usize>) {
        let last = self.put_away.len().wrapping_sub(1);
        let i = i.unwrap_or(last);
        if i >= self.put_away.len() {
            return;
        }
        let first = if i == last { i + 1 - self.together.max(1) } else { i };
        let mut all: Vec<Kept> = self.put_away.drain(first..=i).map(Rc::unwrap_or_clone).collect();
        let work = all.remove(0);
        self.take(work.text.into());
        (self.review, self.arriving, self.together) = (work.review, all, 0);
    }

    /// Deletes something that was put away.
    pub(super) fn delete(&mut self, i: usize) {
        if i < self.put_away.len() {
            self.put_away.remove(i);
            self.together = 0;
        }
        if self.put_away.is_empty() && matches!(self.notice, Some(Notice::PutAway | Notice::Found)) {
            self.notice = None;
        }
    }

    /// Lays what was read on the shelf while articles of an earlier visit are still to come.
    pub(super) fn next_arrives(&mut self) {
        if self.arriving.is_empty() {
            return;
        }
        let mut arriving = std::mem::take(&mut self.arriving);
        let next = arriving.remove(0);
        self.shelve();
        self.take(next.text.into());
        (self.review, self.arriving) = (next.review, arriving);
    }
}
