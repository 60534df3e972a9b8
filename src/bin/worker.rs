//! Web Worker entry: every analysis runs here, so that no article freezes the page.

fn main() {}
