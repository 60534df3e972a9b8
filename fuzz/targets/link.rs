//! Any bytes as what a link holds.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| saywhen_fuzz::link(bytes));
