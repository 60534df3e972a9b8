//! Markup that no one nests by hand, made shallow before it is parsed.
//!
//! A browser shows no element deeper than some hundred others, but its parser looks through all that are open for each new one:
//! a hundred thousand `<div>` within each other hold the page up for minutes.

use std::borrow::Cow;

/// Tags within more elements than this are left out. Browsers do not nest deeper either.
const DEEPEST: usize = 512;

/// Elements that hold nothing, or that end by themselves where the next of their kind begins.
const FLAT: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd",
    "option", "tr", "td", "th", "thead", "tbody", "tfoot", "html", "head", "body",
];

/// `html` without the tags that lie too deep; their text stays. Ordinary markup is given back as it is.
pub fn shallow(html: &str) -> Cow<'_, str> {
    let (mut kept, mut done, mut next, mut depth) = (String::new(), 0, 0, 0_usize);
    let mut end = 0;
    for (at, _) in html.match_indices('<') {
        if at < next {
            continue;
        }
        if end <= at {
            let Some(length) = html[at..].find('>') else { break };
            end = at + length;
        }
        let tag = &html[at + 1..end];
        let (closes, tag) = tag.strip_prefix('/').map_or((false, tag), |tag| (true, tag));
        let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default().to_ascii_lowercase();
        if matches!(&*name, "script" | "style") && !closes {
            // What looks like tags in there is none.
            let Some(length) = html[end..].find("</") else { break };
            next = end + length;
        }
        if name.is_empty() || tag.ends_with('/') || FLAT.contains(&&*name) {
            continue;
        }
        let is_deep = if closes { depth > DEEPEST } else { depth >= DEEPEST };
        depth = if closes { depth.saturating_sub(1) } else { depth + 1 };
        if is_deep {
            kept.push_str(&html[done..at]);
            kept.push(' ');
            done = end + 1;
            next = done;
        }
    }
    if done == 0 {
        return html.into();
    }
    kept.push_str(&html[done..]);
    kept.into()
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, shallow};

    #[test]
    fn ordinary_markup_stays_as_it_is() {
        let page = "<div class='a'><p>One.<p>Two.<br><svg><path d='M0'/></svg><script>if (a<b) go()</script></div>".repeat(DEEPEST * 2);
        assert_eq!(shallow(&page), page);
        for odd in ["", "<", "<a", "a < b > c", "</", "<!-- <b> -->", "<script>a<b", "<é>"] {
            assert_eq!(shallow(odd), odd);
        }
    }

    #[test]
    fn what_lies_too_deep_loses_its_tags_and_keeps_its_text() {
        let times = DEEPEST * 3;
        let deep = format!("{}<p>One.</p>{}<b>Two.</b>", "<div>".repeat(times), "</div>".repeat(times));
        let made = shallow(&deep);
        assert_eq!((made.matches("<div>").count(), made.matches("</div>").count()), (DEEPEST, DEEPEST));
        assert!(made.contains("<p>One.</p>") && made.ends_with("<b>Two.</b>"));
    }
}
