//! Any bytes as a web page, a Markdown file or an address.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| saywhen_fuzz::html(bytes));
