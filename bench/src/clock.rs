//! The time and a way to print, natively and in Node.js.

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
}

#[cfg(target_family = "wasm")]
mod here {
    #[allow(unsafe_code, reason = "two plain functions that bench/node.mjs gives")]
    #[link(wasm_import_module = "bench")]
    unsafe extern "C" {
        #[link_name = "now"]
        safe fn milliseconds() -> f64;
        #[link_name = "say"]
        safe fn print(start: *const u8, length: usize);
    }

    /// Seconds since some moment.
    pub(crate) fn now() -> f64 {
        milliseconds() / 1e3
    }

    /// Prints a line.
    pub(crate) fn say(line: &str) {
        print(line.as_ptr(), line.len());
    }
}

pub(crate) use here::{now, say};
