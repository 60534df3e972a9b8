//! What the fuzzer kept, through the same functions: every file of `fuzz/corpus/`, by its target.

#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

/// A target of the fuzzer.
type Target = fn(&[u8]);

#[test]
fn what_the_fuzzer_kept_holds() {
    let all: [(&str, Target); 5] = [
        ("analyze", targets::analyze),
        ("corrections", targets::corrections),
        ("html", targets::html),
        ("link", targets::link),
        ("record", targets::record),
    ];
    let mut failures = Vec::new();
    for (name, target) in all {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
        let mut paths: Vec<_> = fs::read_dir(&folder).into_iter().flatten().flatten().map(|file| file.path()).collect();
        paths.sort();
        assert!(!paths.is_empty(), "expected inputs in {}", folder.display());
        for path in paths {
            let bytes = fs::read(&path).unwrap_or_default();
            if catch_unwind(|| target(&bytes)).is_err() {
                failures.push(format!("{name}: {}", path.display()));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}
