//! Links to words in a published page: URL Fragment Text Directives, as the WICG's "Text Fragments" has them.

use super::article::one_line;
use crate::text::Span;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Words longer than so many characters are named by their beginning and their end.
const LONG: usize = 160;

/// So many words name a beginning or an end.
const ENDS: usize = 5;

/// So many words beside the passage tell it from others with the same words.
const BESIDE: usize = 3;

/// The address of a page in what a reader wrote; `None` where it is none.
///
/// Only pages are taken, so that no link can run a script; where the scheme is missing, it is `https`.
pub fn address(written: &str) -> Option<String> {
    let written = written.trim();
    let (scheme, rest) = written.split_once("://").unwrap_or(("https", written));
    let scheme = scheme.to_ascii_lowercase();
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (user, name) = host.rsplit_once('@').unwrap_or(("", host));
    let (name, port) = name.split_once(':').unwrap_or((name, ""));
    // Without a scheme of a page, what stands before a colon or a name is one of its own: "javascript:", "mailto:".
    let plain = port.chars().all(|c| c.is_ascii_digit()) && (user.is_empty() || written.contains("://"));
    let sound = !written.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '`'));
    let named = name.contains('.') && !name.starts_with('.') && !name.contains("..");
    (sound && plain && named && (scheme == "http" || scheme == "https")).then(|| format!("{scheme}://{rest}"))
}

/// The address of the words at `span` of `text` in the page at `address`: a browser that knows text fragments scrolls there.
pub fn link(address: &str, text: &str, span: Span) -> String {
    let mark = if address.contains('#') { "" } else { "#" };
    format!("{address}{mark}:~:text={}", directive(text, span))
}

fn directive(text: &str, span: Span) -> String {
    let exact = span.of(text);
    let words = exact.split_whitespace().collect::<Vec<_>>();
    let whole = exact.chars().count() <= LONG && !exact.trim().contains(['\n', '\r']);
    let named = if whole || words.len() <= 2 * ENDS {
        encode(&one_line(exact))
    } else {
        let (first, last) = (words.get(..ENDS).unwrap_or_default(), words.get(words.len() - ENDS..).unwrap_or_default());
        format!("{},{}", encode(&first.join(" ")), encode(&last.join(" ")))
    };
    if text.matches(exact).nth(1).is_none() {
        return named;
    }
    let before = last_line(text.get(..span.start).unwrap_or_default());
    let before = before.split_whitespace().rev().take(BESIDE).collect::<Vec<_>>().into_iter().rev().collect::<Vec<_>>().join(" ");
    let after = text.get(span.end..).unwrap_or_default().lines().next().unwrap_or_default();
    let after = after.split_whitespace().take(BESIDE).collect::<Vec<_>>().join(" ");
    let prefix = if before.is_empty() { String::new() } else { format!("{}-,", encode(&before)) };
    // A sign alone is no word to look for.
    let suffix = if !after.contains(char::is_alphanumeric) { String::new() } else { format!(",-{}", encode(&after)) };
    format!("{prefix}{named}{suffix}")
}

/// What stands on the line before the passage.
fn last_line(before: &str) -> &str {
    before.rsplit(['\n', '\r']).next().unwrap_or_default()
}

fn encode(words: &str) -> String {
    utf8_percent_encode(words, NON_ALPHANUMERIC).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_have_an_address() {
        for (written, expected) in [
            (" https://news.example/a?b=1#c ", Some("https://news.example/a?b=1#c")),
            ("news.example/harbour", Some("https://news.example/harbour")),
            ("HTTP://news.example", Some("http://news.example")),
            ("javascript:alert(1)//a.b", None),
            ("javascript://news.example/%0aalert(1)", None),
            ("javascript:window.name=1", None),
            ("mailto:ada@news.example", None),
            ("news.example:8080/a", Some("https://news.example:8080/a")),
            ("data:text/html,hello", None),
            ("https://", None),
            ("harbour", None),
            ("https://news.example/a b", None),
            ("", None),
        ] {
            assert_eq!(address(written).as_deref(), expected, "{written}");
        }
    }

    #[track_caller]
    fn check(text: &str, words: &str, expected: &str) {
        let start = text.rfind(words).unwrap();
        let link = link("https://a.example/p", text, Span::new(start, start + words.len()));
        assert_eq!(link, format!("https://a.example/p#:~:text={expected}"));
    }

    #[test]
    fn words_are_named_so_that_a_browser_finds_them() {
        check("The pier re-opened, twice.", "pier re-opened, twice", "pier%20re%2Dopened%2C%20twice");
        check("It rained.\nThen it rained.", "it rained", "it%20rained");
        check("Now it rained hard.\nThen it rained.", "it rained", "Then-,it%20rained");
        let long = "one two three four five six seven\neight nine ten eleven twelve";
        check(long, long, "one%20two%20three%20four%20five,eight%20nine%20ten%20eleven%20twelve");
        assert!(link("https://a.example/p#top", "a b", Span::new(0, 1)).contains("p#top:~:text=a"));
    }
}
