//! The averaged perceptron, and its weights in eight bits.

use crate::corpus::Sentence;
use saywhen::tag::feature::{self, PLACES};
use saywhen::tag::model::{BLOCK, best_of};
use saywhen::tag::{History, Model, Sight, Tag, settled, sight};
use saywhen::text::Document;

/// How often the corpus is gone through.
const ROUNDS: u64 = 10;

/// A place keeps its row if one of its first averages is as large as this.
const KEEP: f64 = 2.5;

/// An average smaller than this is dropped.
const DROP: f64 = 2.0;

/// What an average is multiplied with to fit into eight bits.
const SCALE: f64 = 0.5;

type Row = [i32; Tag::COUNT];

struct Perceptron {
    weights: Vec<Row>,
    /// Each change times the step at which it was made; taken from the last weights it gives the average.
    changes: Vec<[i64; Tag::COUNT]>,
    /// The places that may have weights.
    open: Vec<bool>,
    step: i64,
}

/// Learns from `sentences` and returns the whole file: `vocabulary`, then the rows.
///
/// It learns twice: the first time to see which places matter, the second time with those alone.
pub fn learn(vocabulary: Vec<u8>, sentences: &[Sentence]) -> Vec<u8> {
    let mut bytes = vocabulary;
    let blank: Vec<u8> = bytes.iter().copied().chain(std::iter::repeat_n(0, PLACES / 8 + PLACES / BLOCK * 2)).collect();
    let readings = readings(&Model::read(&blank), sentences);
    let first = Perceptron::learned(&readings, vec![true; PLACES]);
    let open = (0..PLACES).map(|place| (0..Tag::COUNT).any(|tag| first.average(place, tag).abs() >= KEEP)).collect();
    bytes.extend(Perceptron::learned(&readings, open).packed());
    bytes
}

/// What is seen of each sentence, as the library cuts them, with the right tags.
fn readings(model: &Model, sentences: &[Sentence]) -> Vec<(Vec<Sight>, Vec<Tag>)> {
    let mut readings = Vec::new();
    for sentence in sentences {
        let document = Document::new(&sentence.text);
        let reader = sight::Reader::new(model, &document);
        for part in &document.sentences {
            let mut sights = Vec::new();
            reader.read(&document, part.tokens.clone(), &mut sights);
            readings.push((sights, sentence.tags[part.tokens.clone()].to_vec()));
        }
    }
    readings
}

fn shuffle(order: &mut [usize], random: &mut u64) {
    for k in (1..order.len()).rev() {
        *random ^= *random << 13;
        *random ^= *random >> 7;
        *random ^= *random << 17;
        order.swap(k, (*random % (k as u64 + 1)) as usize);
    }
}

impl Perceptron {
    fn learned(readings: &[(Vec<Sight>, Vec<Tag>)], open: Vec<bool>) -> Self {
        let mut perceptron = Self { weights: vec![[0; Tag::COUNT]; PLACES], changes: vec![[0; Tag::COUNT]; PLACES], open, step: 1 };
        let mut order: Vec<usize> = (0..readings.len()).collect();
        let mut random = 0x2545_f491_4f6c_dd1du64;
        for round in 0..ROUNDS {
            shuffle(&mut order, &mut random);
            let wrong: usize = order.iter().map(|k| perceptron.read(&readings[*k].0, &readings[*k].1)).sum();
            eprintln!("round {round}: {wrong} wrong");
        }
        perceptron
    }

    fn average(&self, place: usize, tag: usize) -> f64 {
        f64::from(self.weights[place][tag]) - self.changes[place][tag] as f64 / self.step as f64
    }

    /// Tags one sentence, learns from each mistake, and returns how many there were.
    fn read(&mut self, sights: &[Sight], tags: &[Tag]) -> usize {
        let mut history = History::default();
        let mut wrong = 0;
        for (k, right) in tags.iter().enumerate() {
            let guess = settled(sights, k).unwrap_or_else(|| {
                let places = feature::places(sights, k, &history);
                let guess = self.best(&places);
                if guess != *right {
                    wrong += 1;
                    self.change(&places, *right, 1);
                    self.change(&places, guess, -1);
                }
                self.step += 1;
                guess
            });
            history.push(guess);
        }
        wrong
    }

    fn best(&self, places: &[u32]) -> Tag {
        let mut scores = [0; Tag::COUNT];
        for place in places {
            for (score, weight) in scores.iter_mut().zip(&self.weights[*place as usize]) {
                *score += weight;
            }
        }
        best_of(&scores)
    }

    fn change(&mut self, places: &[u32], tag: Tag, by: i32) {
        for place in places.iter().map(|place| *place as usize).filter(|place| *place != 0 && self.open[*place]) {
            self.weights[place][tag as usize] += by;
            self.changes[place][tag as usize] += i64::from(by) * self.step;
        }
    }

    /// The averages in eight bits, the small ones dropped: which places have rows, how many before each block, the rows.
    fn packed(&self) -> Vec<u8> {
        let (mut present, mut before, mut rows) = (vec![0u8; PLACES / 8], Vec::new(), Vec::new());
        for place in 0..PLACES {
            if place % BLOCK == 0 {
                before.extend(((rows.len() / Tag::COUNT) as u16).to_le_bytes());
            }
            let row: Vec<u8> = (0..Tag::COUNT).map(|tag| eight_bits(self.average(place, tag))).collect();
            if row.iter().any(|weight| *weight != 0) {
                present[place / 8] |= 1 << (place % 8);
                rows.extend(row);
            }
        }
        eprintln!("{} rows, {} weights", rows.len() / Tag::COUNT, rows.iter().filter(|weight| **weight != 0).count());
        [present, before, rows].concat()
    }
}

fn eight_bits(average: f64) -> u8 {
    if average.abs() < DROP {
        return 0;
    }
    (average * SCALE).round().clamp(-127.0, 127.0) as i8 as u8
}
