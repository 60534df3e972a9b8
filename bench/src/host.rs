//! What the measurement is given from outside: the time, a text, and a way to print; natively and as WebAssembly.

#[cfg(not(target_family = "wasm"))]
mod here {
    use std::sync::LazyLock;
    use std::time::Instant;

    static START: LazyLock<Instant> = LazyLock::new(Instant::now);

    /// Seconds since some moment.
    pub(crate) fn now() -> f64 {
        START.elapsed().as_secs_f64()
    }

    /// Prints a line.
    pub(crate) fn say(line: &str) {
        println!("{line}");
    }

    /// No text is given: the articles are measured.
    pub(crate) fn text() -> Option<String> {
        None
    }
}

#[cfg(target_family = "wasm")]
mod here {
    #[allow(unsafe_code, reason = "plain functions that bench/module.mjs gives")]
    #[link(wasm_import_module = "bench")]
    unsafe extern "C" {
        #[link_name = "now"]
        safe fn milliseconds() -> f64;
        #[link_name = "say"]
        safe fn print(start: *const u8, length: usize);
        safe fn length() -> usize;
        safe fn fill(start: *mut u8);
    }

    /// Seconds since some moment.
    pub(crate) fn now() -> f64 {
        milliseconds() / 1e3
    }

    /// Prints a line.
    pub(crate) fn say(line: &str) {
        print(line.as_ptr(), line.len());
    }

    /// The text that is given, in UTF-8; `None` where none is.
    pub(crate) fn text() -> Option<String> {
        let mut bytes = vec![0; length()];
        fill(bytes.as_mut_ptr());
        String::from_utf8(bytes).ok().filter(|text| !text.is_empty())
    }
}

pub(crate) use here::{now, say, text};
