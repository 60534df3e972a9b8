//! Markup made harmless before it is parsed.
//!
//! A parser that runs nothing still checks inline handlers and styles against the page's
//! Content-Security-Policy, and reports them as errors. So they are renamed first.

/// `html` with its handlers (`onclick`), inline styles and style elements renamed to what means nothing.
///
/// Text stays as it is: only names inside tags change.
pub fn inert(html: &str) -> String {
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        rest = tag(&rest[open..], &mut out);
    }
    out.push_str(rest);
    out
}

/// Writes the tag that `rest` begins with and returns what stands behind it.
fn tag<'h>(rest: &'h str, out: &mut String) -> &'h str {
    let name_start = 1 + usize::from(rest[1..].starts_with('/'));
    let name_len = rest[name_start..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (head, mut rest) = rest.split_at(name_start + name_len);
    if head[name_start..].eq_ignore_ascii_case("style") {
        out.push_str(&head[..name_start]);
        out.push_str("template");
    } else {
        out.push_str(head);
    }
    if name_len == 0 {
        return rest;
    }
    let mut quote = None;
    let mut fresh = false;
    while let Some(c) = rest.chars().next() {
        if fresh && quote.is_none() && is_active(rest) {
            out.push_str("data-");
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
        match (quote, c) {
            (None, '>') => break,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            _ => {}
        }
        fresh = c.is_ascii_whitespace() || matches!(c, '/' | '"' | '\'');
    }
    rest
}

/// Whether an attribute that would be checked begins here.
fn is_active(rest: &str) -> bool {
    let starts = |name: &str| rest.as_bytes().get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()));
    starts("on") || starts("style")
}

#[cfg(test)]
mod tests {
    use super::inert;

    #[test]
    fn handlers_and_styles_are_renamed_and_text_is_kept() {
        let rows = [
            ("<p onclick=\"go()\">On onward.</p>", "<p data-onclick=\"go()\">On onward.</p>"),
            ("<p class='a' STYLE='color:red'>x</p>", "<p class='a' data-STYLE='color:red'>x</p>"),
            ("<img src=a/onload=b>", "<img src=a/data-onload=b>"),
            ("<style>p{}</style><b>a < b</b>", "<template>p{}</template><b>a < b</b>"),
            ("<p title=\"go on style\">a</p>", "<p title=\"go on style\">a</p>"),
            ("1 < 2 and 3 > 2 on", "1 < 2 and 3 > 2 on"),
            ("<p", "<p"),
            ("“<é onx>”", "“<é onx>”"),
        ];
        for (html, expected) in rows {
            assert_eq!(inert(html), expected);
        }
    }
}
