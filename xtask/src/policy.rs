//! The built page's promise: nothing from elsewhere, nothing inline. Checked after every build.

use crate::Outcome;
use std::fs;
use std::path::Path;

/// The Content-Security-Policy, word for word.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; \
    connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
    trusted-types default";

/// Checks the page in `dist`.
pub fn check(dist: &Path) -> Outcome {
    let path = dist.join("index.html");
    let page = fs::read_to_string(&path).map_err(|error| format!("expected a page at {}, but found none: {error}", path.display()))?;
    complaint(&page).map_or(Ok(()), |complaint| Err(format!("dist/index.html breaks its promise: {complaint}")))
}

/// What is wrong with a page, if anything.
fn complaint(page: &str) -> Option<String> {
    let tags: Vec<&str> = page.split('<').skip(1).filter_map(|rest| rest.split('>').next()).collect();
    let is = |tag: &str, name: &str| tag.split_ascii_whitespace().next() == Some(name);
    if !page.contains(&format!("http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"")) {
        return Some("the Content-Security-Policy is missing or not the agreed one".to_owned());
    }
    let inline_script = tags.iter().find(|tag| is(tag, "script") && !tag.contains(" src="));
    let inline_style = tags.iter().find(|tag| is(tag, "style") || tag.contains(" style="));
    let handler = tags.iter().find(|tag| tag.split_ascii_whitespace().skip(1).any(|word| word.starts_with("on") && word.contains('=')));
    let elsewhere =
        tags.iter().find(|tag| [" src=\"http", " href=\"http", " src=\"//", " href=\"//"].iter().any(|link| tag.contains(link)));
    let from_the_root = tags.iter().find(|tag| [" src=\"/", " href=\"/"].iter().any(|link| tag.contains(link)));
    let complaints = [
        (inline_script, "an inline script"),
        (inline_style, "an inline style"),
        (handler, "an inline event handler"),
        (elsewhere, "an address elsewhere"),
        (from_the_root, "an address that only fits the root of a host"),
    ];
    complaints.into_iter().find_map(|(tag, what)| tag.map(|tag| format!("{what} in <{tag}>")))
}

#[cfg(test)]
mod tests {
    use super::{POLICY, complaint};

    fn page(body: &str) -> String {
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\"><body>{body}</body>")
    }

    #[test]
    fn accepts_files_beside_the_page() {
        assert_eq!(complaint(&page("<script type=\"module\" src=\"./start.js\"></script><a href=\"#top\">Top</a>")), None);
    }

    #[test]
    fn rejects_what_the_policy_forbids() {
        for body in
            ["<script>go()</script>", "<p style=\"top:0\">", "<style>p{}</style>", "<p onclick=\"go()\">", "<script src=\"/start.js\">"]
        {
            assert!(complaint(&page(body)).is_some(), "{body}");
        }
        assert!(complaint("<body></body>").is_some());
    }
}
