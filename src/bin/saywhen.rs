//! The command line: an article in, its record out.

use std::process::ExitCode;

fn main() -> ExitCode {
    saywhen::cli::run(std::env::args_os().skip(1))
}
