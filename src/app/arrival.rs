//! An article that comes whole: pasted, chosen, dropped or shared.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An article with what came beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    /// Its text.
    pub text: Box<str>,
    /// The day on which its page says that it was published.
    pub published: Option<NaiveDate>,
    /// The address of its page.
    pub address: Option<String>,
}

impl Arrival {
    /// What another program shared: a title, words and an address, each of which may be missing.
    pub fn shared(title: &str, words: &str, address: &str) -> Self {
        let (title, words) = (title.trim(), words.trim());
        // Many programs put the address where the words belong.
        let is_address = |words: &str| words.starts_with("http") && crate::export::fragment::address(words).is_some();
        let (words, address) = if is_address(words) { ("", words) } else { (words, address.trim()) };
        let text = match (title.is_empty(), words.is_empty()) {
            (_, true) => "".into(),
            (false, false) if !words.starts_with(title) => format!("{title}\n\n{words}").into(),
            _ => words.into(),
        };
        Self { text, published: None, address: crate::export::fragment::address(address) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check((title, words, address): (&str, &str, &str), text: &str, expected: Option<&str>) {
        let arrival = Arrival::shared(title, words, address);
        assert_eq!((&*arrival.text, arrival.address.as_deref()), (text, expected));
    }

    #[test]
    fn what_is_shared_becomes_an_article_with_its_address() {
        check(
            ("Pier reopens", "The pier reopened.", "https://a.example/1"),
            "Pier reopens\n\nThe pier reopened.",
            Some("https://a.example/1"),
        );
        check(("Pier reopens", "Pier reopens on Monday.", ""), "Pier reopens on Monday.", None);
        check(("Pier reopens", "https://a.example/1", ""), "", Some("https://a.example/1"));
        check(("", "http was invented here, they said.", ""), "http was invented here, they said.", None);
        check(("", "", ""), "", None);
    }
}
