//! Whose words an article is made of: how many voices, how much each says, and a warning where it hangs on one.

use crate::app::reading::Reading;
use crate::item::Item;
use crate::quote::{Quotation, QuotationKind};

/// A share of the quoted words from which one voice is called the main one, in percent.
const MOST: usize = 80;

/// What one voice says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many words it is quoted with.
    pub words: usize,
    /// How many quotations.
    pub quotations: usize,
    /// How many of them word for word, wholly or in part.
    pub direct: usize,
}

/// Whose words an article is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// What each entity says, by its place.
    pub shares: Vec<Share>,
    /// What nobody is found to say.
    pub unattributed: Share,
    /// How many voices have a name.
    pub named: usize,
    /// How many have none.
    pub unnamed: usize,
}

/// What a reader should know of the voices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// There is one voice only.
    One,
    /// One voice, an entity, has most of the quoted words.
    Mostly(usize),
}

impl Audit {
    /// The audit of what a reader left standing.
    pub fn of(reading: &Reading) -> Self {
        let analysis = &reading.analysis;
        let mut audit = Self { shares: vec![Share::default(); analysis.entities.len()], ..Self::default() };
        for (_, quotation) in analysis.quotations.iter().enumerate().filter(|(i, _)| !reading.is_out(Item::Quotation(*i))) {
            let share = match quotation.speaker.and_then(|speaker| audit.shares.get_mut(speaker)) {
                Some(share) => share,
                None => &mut audit.unattributed,
            };
            share.words += words(&reading.text, quotation);
            share.quotations += 1;
            share.direct += usize::from(quotation.kind != QuotationKind::Indirect);
        }
        for (entity, _) in analysis.entities.iter().zip(&audit.shares).filter(|(_, share)| share.quotations > 0) {
            *if entity.named { &mut audit.named } else { &mut audit.unnamed } += 1;
        }
        audit
    }

    /// All quoted words.
    pub fn words(&self) -> usize {
        self.shares.iter().map(|share| share.words).sum::<usize>() + self.unattributed.words
    }

    /// The share of a voice in all quoted words, in percent.
    pub fn percent(&self, entity: usize) -> usize {
        self.shares.get(entity).map_or(0, |share| share.words * 100 / self.words().max(1))
    }

    /// What a reader should know, if anything.
    pub fn warning(&self) -> Option<Warning> {
        let (most, _) = self.shares.iter().enumerate().max_by_key(|(_, share)| share.words)?;
        match self.named + self.unnamed {
            0 => None,
            1 => Some(Warning::One),
            _ => (self.percent(most) >= MOST).then_some(Warning::Mostly(most)),
        }
    }
}

fn words(text: &str, quotation: &Quotation) -> usize {
    quotation.contents.iter().map(|content| content.of(text).split_whitespace().count()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::reading::Answer;
    use crate::review::{Edit, Review, Subject, Verdict};
    use crate::{Options, analyze};
    use std::rc::Rc;

    fn audit(text: &str, wrong: &[Item]) -> Audit {
        let found = Rc::new(analyze(text, &Options::default()));
        let judge = |item: &Item| Some(Edit::Judge { of: Subject::of(text, &found, *item)?, verdict: Some(Verdict::Wrong) });
        let review = Review::of(wrong.iter().filter_map(judge).collect());
        Audit::of(&Reading::of(&Answer { text: text.into(), options: Options::default(), found: found.clone() }, &review))
    }

    const TEXT: &str = "“We are glad to be back at sea,” Harbour Minister Ines Calder said. “It took us two long weeks of hard work,” she added.\n\n\
        Officials said that nobody was hurt.";

    #[test]
    fn words_and_voices_are_counted() {
        let audit = audit(TEXT, &[]);
        assert_eq!((audit.named, audit.unnamed), (1, 1));
        assert_eq!(audit.words(), 8 + 9 + 4);
        let most = audit.shares.iter().max_by_key(|share| share.words).copied();
        assert_eq!(most, Some(Share { words: 17, quotations: 2, direct: 2 }));
        assert!(matches!(audit.warning(), Some(Warning::Mostly(_))), "17 of 21 words");
    }

    #[test]
    fn one_voice_is_warned_of_and_what_is_wrong_does_not_count() {
        let audit = audit(TEXT, &[Item::Quotation(2)]);
        assert_eq!((audit.named, audit.unnamed, audit.warning()), (1, 0, Some(Warning::One)));
        assert_eq!(super::Audit::default().warning(), None);
    }
}
