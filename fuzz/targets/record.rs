//! Any bytes as a message or what the browser kept.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| saywhen_fuzz::record(bytes));
