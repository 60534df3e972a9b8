//! Several articles open at once: one is shown, the others lie on the shelf.

use super::{Mode, Notice, Place, Shelved, State};
use crate::item::Item;

impl State {
    /// Lays the article that is shown on the shelf and makes room for another.
    pub(super) fn shelve(&mut self) {
        let Some(reading) = self.current().cloned() else { return };
        let shelved = Shelved { text: self.text.clone(), review: self.review.clone(), reading };
        let (seat, mut shelf) = (self.seat(), std::mem::take(&mut self.shelf));
        shelf.insert(seat, shelved);
        *self = Self {
            attempt: self.attempt,
            no_keys: self.no_keys,
            keeping: self.keeping,
            put_away: self.put_away.take(),
            shelf,
            ..Self::default()
        };
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
            self.put_away = Some((self.text.clone(), self.review.clone()));
            self.notice = Some(Notice::PutAway);
        }
        *self = Self {
            text,
            review,
            reading: Some(reading),
            mode: Mode::Reading,
            attempt: self.attempt,
            no_keys: self.no_keys,
            keeping: self.keeping,
            notice: self.notice,
            put_away: self.put_away.take(),
            shelf: std::mem::take(&mut self.shelf),
            seat: Some(next_seat),
            ..Self::default()
        };
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
            self.put_away = Some((text, review));
            self.notice = Some(Notice::PutAway);
            if self.shelf.is_empty() && self.mode == Mode::Comparing {
                self.mode = Mode::Reading;
            }
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
