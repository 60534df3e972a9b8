//! A counter of steps, by which the tests prove that the core is linear.
//!
//! A step is one question to a [`super::Document`] about a token, a sentence or a
//! paragraph, one byte of a slice that it hands out, or one character that the
//! tokenizer looks at. Every matcher asks its questions there, so a loop that looks
//! too far ahead or behind shows in the count, on any machine and under any load.
//! Loops over lists that are not asked through the document add to the count
//! themselves, with `add`. Only builds with debug assertions count; in the
//! others the calls are empty.

#[cfg(debug_assertions)]
thread_local! {
    static STEPS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Adds `steps` to the count of this thread.
#[inline(always)]
pub(crate) fn add(steps: usize) {
    #[cfg(debug_assertions)]
    STEPS.with(|count| count.set(count.get().wrapping_add(steps as u64)));
    #[cfg(not(debug_assertions))]
    let _ = steps;
}

/// The steps that this thread has taken so far; always 0 in a build without debug assertions.
pub fn taken() -> u64 {
    #[cfg(debug_assertions)]
    return STEPS.with(std::cell::Cell::get);
    #[cfg(not(debug_assertions))]
    0
}
