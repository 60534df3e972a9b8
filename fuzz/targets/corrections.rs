//! Any bytes as the file of a reader's work.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| saywhen_fuzz::corrections(bytes));
