//! What the tagger sees of a token before it knows any tag.

use super::Tag;
use super::model::{Entry, Model};
use crate::lexicon::Classes;
use crate::text::{Case, Document, Token, TokenKind, Word, words};
use std::ops::Range;

/// What the tagger sees of one token.
#[derive(Clone, Copy, Debug)]
pub struct Sight {
    /// The tag of a token that needs no weighing.
    pub settled: Option<Tag>,
    /// What the vocabulary knows of it.
    pub entry: Entry,
    /// The hash of its folded form.
    pub hash: u32,
    /// What it says to its neighbours: the word where it is frequent, else the hint.
    pub context: u32,
    /// A rough guess of what it is: its usual tag, or its ending where it is unknown.
    pub hint: u32,
    /// Its last one, two and three bytes.
    pub endings: [u32; 3],
    /// Its first three bytes.
    pub beginning: u32,
    /// Case, place in the sentence, digits, hyphens, and how the sentence is cased, packed in a byte.
    pub shape: u8,
    /// The word lists that tell names apart.
    pub classes: u8,
}

/// What stands before the first token and after the last.
pub const NOTHING: Sight =
    Sight { settled: None, entry: Entry::UNKNOWN, hash: 1, context: 1, hint: 1, endings: [0; 3], beginning: 0, shape: 0, classes: 0 };

impl Sight {
    /// The bits of [`Sight::shape`] that hold the case and whether a sentence may begin here.
    pub const CASE: u8 = 0b111;
    const BEGINS: u8 = 1 << 2;
    const DIGIT: u8 = 1 << 3;
    const JOINED: u8 = 1 << 4;
    const STYLE: u32 = 5;
}

/// How the words of a sentence are cased as a whole.
#[derive(Clone, Copy)]
enum Style {
    Ordinary,
    Headline,
    Capitals,
    Small,
}

/// What the tagger sees of a word wherever it stands.
#[derive(Clone, Copy, Debug)]
struct Face {
    entry: Entry,
    hash: u32,
    endings: [u32; 3],
    beginning: u32,
    digit: bool,
    classes: u8,
}

impl Face {
    fn of(model: &Model, word: &Word) -> Self {
        let bytes = word.folded().as_bytes();
        let hash = hash(bytes);
        Self {
            entry: model.entry(hash),
            hash,
            endings: endings(bytes),
            beginning: beginning(bytes),
            digit: bytes.iter().any(u8::is_ascii_digit),
            classes: classes(word.classes()),
        }
    }
}

/// Looks at the tokens of a document, at each word once for all its places.
pub struct Reader {
    /// What is seen of each word, by its number.
    faces: Vec<Face>,
    /// What the vocabulary knows of numbers.
    number: Entry,
}

impl Reader {
    /// A reader of `document` with the vocabulary of `model`.
    pub fn new(model: &Model, document: &Document) -> Self {
        Self { faces: document.words().iter().map(|word| Face::of(model, word)).collect(), number: model.entry(NUMBER) }
    }

    /// Reads the tokens of one sentence into `sights`.
    pub fn read(&self, document: &Document, tokens: Range<usize>, sights: &mut Vec<Sight>) {
        sights.clear();
        let style = style(document, tokens.clone());
        let mut quote_open = false;
        let mut begins = true;
        for i in tokens {
            let Some(token) = document.token(i) else { return };
            let Some(mut sight) = self.look(document, i, token) else { return };
            sight.shape |= (style as u8) << Sight::STYLE;
            if begins {
                sight.shape |= Sight::BEGINS;
            }
            if token.kind == TokenKind::Mark {
                sight.settled = Some(mark(document, i, &mut quote_open));
            }
            begins = match token.kind {
                TokenKind::Word | TokenKind::Number => false,
                TokenKind::Punct if document.is_any(i, words![":", ".", "?", "!", "•"]) => true,
                TokenKind::Mark if token.spaced => true,
                _ => begins,
            };
            sights.push(sight);
        }
    }

    fn look(&self, document: &Document, i: usize, token: &Token) -> Option<Sight> {
        let face = self.faces.get(token.word as usize)?;
        let (hash, entry) = if token.kind == TokenKind::Number { (NUMBER, self.number) } else { (face.hash, face.entry) };
        let capital = token.case != Case::Lower;
        let settled = settled(document, i, token).or(entry.settled().filter(|tag| if capital { !is_open(*tag) } else { !tag.is_proper() }));
        let hint = match settled {
            Some(tag) => tag as u32 + 2,
            None if entry.is_known() => u32::from(entry.byte()) | case_number(token.case) << 8,
            None => face.endings[1] ^ (case_number(token.case) << 24),
        };
        Some(Sight {
            settled,
            entry,
            hash,
            context: if entry.is_frequent() { hash } else { hint },
            hint,
            endings: face.endings,
            beginning: face.beginning,
            shape: shape(document, i, token, face.digit),
            classes: face.classes,
        })
    }
}

/// The hash of all numbers.
const NUMBER: u32 = 2;

/// Whether words of this kind are names when they have a capital: "Bank", "White".
fn is_open(tag: Tag) -> bool {
    tag.is_verb() || tag.is_adjective() || matches!(tag, Tag::Nn | Tag::Nns | Tag::Rb | Tag::Cd | Tag::Uh)
}

/// The tag of a number or a sign; none for a word or a quotation mark.
fn settled(document: &Document, i: usize, token: &Token) -> Option<Tag> {
    match token.kind {
        TokenKind::Word | TokenKind::Mark => None,
        TokenKind::Number => Some(Tag::Cd),
        TokenKind::Link | TokenKind::Symbol => Some(Tag::Sym),
        TokenKind::Punct => Some(match document.text_of(i).as_bytes() {
            b"." | b"?" | b"!" => Tag::Stop,
            b"," => Tag::Comma,
            b"&" => Tag::Cc,
            b"(" | b")" | b"[" | b"]" | b"{" | b"}" | b"\"" => Tag::Mark,
            b"%" | b"#" | b"*" | b"@" | b"\\" => Tag::Sym,
            _ if document.is_any(i, &["…", "...", "。"]) => Tag::Stop,
            _ if document.is_any(i, words!["•", "·", "§", "¶", "†", "_"]) => Tag::Sym,
            _ => Tag::Colon,
        }),
    }
}

/// A quotation mark, or the possessive sign of a plural: an apostrophe right behind an "s" while no single mark is open.
fn mark(document: &Document, i: usize, quote_open: &mut bool) -> Tag {
    let apostrophe = matches!(document.text_of(i), "'" | "’");
    let glued = document.is_glued(i);
    if !glued && (apostrophe || document.is(i, "‘")) {
        *quote_open = true;
        return Tag::Mark;
    }
    if apostrophe && glued && !*quote_open && !document.is_glued(i + 1) && i.checked_sub(1).is_some_and(|k| document.word(k).ends_with('s'))
    {
        return Tag::Pos;
    }
    if apostrophe {
        *quote_open = false;
    }
    Tag::Mark
}

fn style(document: &Document, tokens: Range<usize>) -> Style {
    let (mut words, mut capitalized, mut upper, mut any) = (0usize, 0usize, 0usize, false);
    for token in tokens.clone().filter_map(|i| document.token(i)).filter(|token| token.kind == TokenKind::Word) {
        any |= token.case != Case::Lower;
        if token.span.len() > 3 {
            words += 1;
            capitalized += usize::from(token.case != Case::Lower);
            upper += usize::from(token.case == Case::Upper);
        }
    }
    if words >= 2 && upper * 10 >= words * 7 {
        Style::Capitals
    } else if words >= 4 && capitalized * 10 >= words * 8 {
        Style::Headline
    } else if !any {
        Style::Small
    } else {
        Style::Ordinary
    }
}

fn case_number(case: Case) -> u32 {
    match case {
        Case::Lower => 0,
        Case::Title => 1,
        Case::Upper => 2,
        Case::Mixed => 3,
    }
}

fn shape(document: &Document, i: usize, token: &Token, digit: bool) -> u8 {
    let mut shape = case_number(token.case) as u8;
    if digit {
        shape |= Sight::DIGIT;
    }
    if document.is_glued(i + 1) && document.is(i + 1, "-") {
        shape |= Sight::JOINED;
    }
    shape
}

/// The lists that tell names apart, one bit each.
fn classes(classes: Classes) -> u8 {
    const LISTS: [Classes; 6] = [Classes::GIVEN_NAME, Classes::COUNTRY, Classes::CITY, Classes::DEMONYM, Classes::ROLE, Classes::HONORIFIC];
    LISTS.iter().zip(0..).fold(0, |bits, (list, k)| bits | u8::from(classes.has(*list)) << k)
}

fn endings(word: &[u8]) -> [u32; 3] {
    let back = |k: usize| word.len().checked_sub(k).and_then(|at| word.get(at)).map_or(0, |byte| u32::from(*byte));
    let one = back(1);
    let two = one | back(2) << 8;
    [one, two, two | back(3) << 16]
}

fn beginning(word: &[u8]) -> u32 {
    word.iter().take(3).fold(0, |bits, byte| bits << 8 | u32::from(*byte))
}

/// The hash of a folded word: eight bytes a step, the same on every machine.
pub fn hash(word: &[u8]) -> u32 {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let (chunks, rest) = word.as_chunks::<8>();
    let step = |hash: u64, bits: u64| (hash.rotate_left(23) ^ bits).wrapping_mul(FACTOR);
    let whole = chunks.iter().fold(word.len() as u64, |hash, chunk| step(hash, u64::from_le_bytes(*chunk)));
    let last = rest.iter().fold(0, |bits, byte| bits << 8 | u64::from(*byte));
    (step(whole, last) >> 32) as u32
}
