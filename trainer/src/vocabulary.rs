//! The words that the model remembers.

use crate::corpus::Sentence;
use saywhen::tag::Tag;
use saywhen::tag::model::{BUCKETS, Entry, bucket, fingerprint};
use saywhen::tag::sight::hash;
use saywhen::text::{Document, TokenKind};
use std::collections::BTreeMap;

/// A word is remembered from this count on.
const KNOWN: u32 = 3;
/// A word speaks to its neighbours from this count on.
const FREQUENT: u32 = 12;
/// A word can be settled from this count on.
const SETTLED: u32 = 20;
/// The share of its most frequent tag that settles a word, in thousandths.
const SHARE: u32 = 995;

/// The first part of the weights' file: starts, fingerprints, entries.
pub fn build(sentences: &[Sentence]) -> Vec<u8> {
    let mut buckets: Vec<BTreeMap<u16, u8>> = vec![BTreeMap::new(); BUCKETS];
    let mut names = 0;
    for (word, counts) in count(sentences) {
        let total: u32 = counts.iter().sum();
        let (best, most) = counts.iter().enumerate().fold((0, 0), |best, (tag, count)| if *count > best.1 { (tag, *count) } else { best });
        if total < KNOWN {
            continue;
        }
        // A plural can be a verb that the corpus happens not to show: "plans".
        let settled = total >= SETTLED && most * 1000 >= total * SHARE && Tag::ALL[best] != Tag::Nns;
        let entry = Entry::new(Tag::ALL[best], settled, total >= FREQUENT);
        let hash = hash(word.as_bytes());
        names += 1;
        buckets[bucket(hash)].insert(fingerprint(hash), entry.byte());
    }
    eprintln!("{names} words remembered");
    pack(&buckets)
}

fn count(sentences: &[Sentence]) -> BTreeMap<String, [u32; Tag::COUNT]> {
    let mut counts: BTreeMap<String, [u32; Tag::COUNT]> = BTreeMap::new();
    for sentence in sentences {
        let document = Document::new(&sentence.text);
        for (i, tag) in sentence.tags.iter().enumerate() {
            if matches!(document.kind(i), Some(TokenKind::Word | TokenKind::Punct | TokenKind::Mark)) {
                counts.entry(document.word(i).to_string()).or_default()[*tag as usize] += 1;
            }
        }
    }
    counts
}

fn pack(buckets: &[BTreeMap<u16, u8>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut start = 0u16;
    for bucket in buckets {
        bytes.extend(start.to_le_bytes());
        start += bucket.len() as u16;
    }
    bytes.extend(start.to_le_bytes());
    bytes.extend(buckets.iter().flat_map(BTreeMap::keys).flat_map(|fingerprint| fingerprint.to_le_bytes()));
    bytes.extend(buckets.iter().flat_map(BTreeMap::values));
    bytes
}
