//! Markup made harmless before it is parsed.
//!
//! A parser that runs nothing still checks inline handlers and styles against the page's Content-Security-Policy, and reports
//! them as errors. So they are renamed first, wherever one could begin: where a tag begins and ends is for the parser to say, and
//! markup can be written so that no short reading of it agrees. A sign that the markup does not hold renames them, and is taken
//! out of the text that the parser finds, which so stays as it is.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

/// Signs of private use that hardly any page holds.
const SIGNS: RangeInclusive<char> = '\u{100000}'..='\u{10fffd}';

/// Elements that would be checked, and others that hold the same and do nothing.
const ELEMENTS: [(&str, &str); 2] = [("style", "noframes"), ("base", "link")];

/// Markup in which no handler and no style has its name.
pub struct Inert {
    /// The markup.
    pub html: String,
    /// What stands before the names.
    sign: char,
}

impl Inert {
    /// `html` with its handlers (`onclick`) and inline styles renamed, and its sheets of style and its base turned into other elements;
    /// `None` where it holds every sign that there is.
    pub fn of(html: &str) -> Option<Self> {
        let used: BTreeSet<char> = html.chars().filter(|c| SIGNS.contains(c)).collect();
        let sign = SIGNS.rev().find(|sign| !used.contains(sign))?;
        let mut inert = String::with_capacity(html.len() + html.len() / 16);
        let mut done = 0;
        for (at, mark) in html.match_indices(is_mark) {
            let (next, rest) = (at + 1, html.get(at + 1..).unwrap_or_default());
            let name = rest.strip_prefix('/').unwrap_or(rest);
            let element = ELEMENTS.iter().find(|(active, _)| mark == "<" && is_element(name, active));
            if let Some((active, other)) = element {
                let name_start = html.len() - name.len();
                inert.push_str(&html[done..name_start]);
                inert.push_str(other);
                done = name_start + active.len();
            } else if mark != "<" && next > done && is_active(rest) && !html[..at].ends_with('<') {
                inert.push_str(&html[done..next]);
                inert.push(sign);
                done = next;
            }
        }
        inert.push_str(&html[done..]);
        Some(Self { html: inert, sign })
    }

    /// What `found` in the markup was before.
    pub fn restored(&self, found: &str) -> String {
        found.replace(self.sign, "")
    }
}

/// Whether a tag or an attribute can begin behind `c`.
fn is_mark(c: char) -> bool {
    c.is_ascii_whitespace() || matches!(c, '<' | '/' | '"' | '\'')
}

fn starts(rest: &str, name: &str) -> bool {
    rest.as_bytes().get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()))
}

/// Whether an attribute that would be checked could begin here.
fn is_active(rest: &str) -> bool {
    starts(rest, "on") || starts(rest, "style")
}

/// Whether `rest` begins with `name` as the whole name of an element.
fn is_element(rest: &str, name: &str) -> bool {
    let ends = |c: &u8| c.is_ascii_whitespace() || matches!(c, b'/' | b'>');
    starts(rest, name) && rest.as_bytes().get(name.len()).is_none_or(ends)
}

#[cfg(test)]
mod tests {
    use super::Inert;

    const SIGN: &str = "\u{10fffd}";

    #[test]
    fn handlers_and_styles_are_renamed_and_text_is_kept() {
        let rows = [
            ("<p onclick=\"go()\">Onward.</p>", "<p ~onclick=\"go()\">Onward.</p>"),
            ("<p class='a' STYLE='color:red'>x</p>", "<p class='a' ~STYLE='color:red'>x</p>"),
            ("<p class='a'onclick=b>x</p>", "<p class='a'~onclick=b>x</p>"),
            ("<img src=a/onload=b>", "<img src=a/~onload=b>"),
            ("<img\u{c}onload=b>", "<img\u{c}~onload=b>"),
            ("<p title=a\"b onclick=c>", "<p title=a\"b ~onclick=c>"),
            ("<script>a<b \"</script><p title=\">\" onclick=c>", "<script>a<b \"</script><p title=\">\" ~onclick=c>"),
            ("<style>p{}</style><b>a < b</b>", "<noframes>p{}</noframes><b>a < b</b>"),
            ("<STYLE\nmedia=print>p{}</Style >", "<noframes\nmedia=print>p{}</noframes >"),
            ("<base href='a'><based>", "<link href='a'><based>"),
            ("<style-x></style-x></on-x><style", "<style-x></style-x></on-x><noframes"),
            ("<p", "<p"),
            ("“<é onx>”", "“<é ~onx>”"),
        ];
        for (html, expected) in rows {
            let inert = Inert::of(html).unwrap();
            assert_eq!(inert.html.replace(SIGN, "~"), expected);
        }
        let text = "go on, style=\"on\" of https://on.example/one?on='on'";
        let inert = Inert::of(text).unwrap();
        assert_eq!(inert.restored(&inert.html), text);
        assert_eq!(Inert::of(SIGN).unwrap().restored(SIGN), SIGN);
    }
}
