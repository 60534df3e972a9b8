//! Who is meant by a surname or a given name alone.

/// So many people of one name are compared, the latest first.
pub(super) const NAMESAKES: usize = 16;

/// Who bears a name: each full name with its phrase, and how often each person has it.
#[derive(Default)]
pub(super) struct Bearers {
    /// Phrases and their clusters, in order.
    places: Vec<(usize, usize)>,
    /// Clusters, and in how many phrases each is named in full.
    counts: Vec<(usize, usize)>,
}

impl Bearers {
    pub fn add(&mut self, phrase: usize, cluster: usize) {
        self.places.push((phrase, cluster));
        match self.counts.iter_mut().take(NAMESAKES).find(|(known, _)| *known == cluster) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((cluster, 1)),
        }
    }

    /// Who is meant by the name alone at a phrase: the nearest before, else the first behind, unless another of the name is named twice as often.
    pub fn meant_at(&self, phrase: usize, agrees: impl Fn(usize) -> bool) -> Option<usize> {
        let near = self.places.partition_point(|(place, _)| *place < phrase);
        let before = self.places[..near].iter().rev().take(NAMESAKES).find(|(_, cluster)| agrees(*cluster));
        let (_, nearest) = *before.or_else(|| self.places[near..].iter().take(NAMESAKES).find(|(_, cluster)| agrees(*cluster)))?;
        let count = |cluster: usize| self.counts.iter().take(NAMESAKES).find(|(known, _)| *known == cluster).map_or(0, |(_, count)| *count);
        let most = self.counts.iter().take(NAMESAKES).filter(|(cluster, _)| agrees(*cluster)).max_by_key(|(_, count)| *count)?;
        Some(if most.1 >= 2 * count(nearest) { most.0 } else { nearest })
    }
}
