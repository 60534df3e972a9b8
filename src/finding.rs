//! What every finding carries besides itself: which rule made it, why, and how sure it is.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The grounds of a finding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Grounds {
    /// The name of the rule, as in the table of rules.
    pub rule: Cow<'static, str>,
    /// One sentence for the reader.
    pub why: Cow<'static, str>,
    /// The probability, from 0 to 1, that the finding is right.
    pub confidence: f32,
}

impl Grounds {
    /// Grounds of the rule `rule`.
    pub fn new(rule: &'static str, confidence: f32, why: impl Into<Cow<'static, str>>) -> Self {
        Self { rule: Cow::Borrowed(rule), why: why.into(), confidence }
    }
}

/// The examples of a rule. Tests alone read them: a module for the browser is linked without.
pub(crate) const fn examples<T>(all: &'static [T]) -> &'static [T] {
    if cfg!(target_family = "wasm") { &[] } else { all }
}
