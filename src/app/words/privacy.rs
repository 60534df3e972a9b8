//! How a reader can check that nothing leaves the tab.

#![expect(missing_docs, reason = "the texts say what they are")]

pub const HOW: &str = "How can I check that?";
pub const CHECKS: [&str; 4] = [
    "Switch the network off and read an article: everything still works, because nothing needs a server.",
    "Open your browser’s developer tools, choose “Network”, and read an article: no request appears.",
    "Look at the source of this page: its Content-Security-Policy forbids it to connect to any other host.",
    "Or use the single file saywhen.html, which lies beside this page: it opens from your disk and may connect to nothing at all.",
];
