//! Learns the tagger's weights: `trainer OUTPUT CHECK CORPUS...`.
//!
//! Corpora are tab-separated: word, universal tag, Penn tag; a blank line ends a
//! sentence. The repository holds the weights only. CHECK is a corpus of the same
//! form that nothing is learned from; the figures printed at the end are of it.

mod corpus;
mod learn;
mod measure;
mod vocabulary;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [output, check, corpora @ ..] = arguments.as_slice() else {
        eprintln!("expected: trainer OUTPUT CHECK CORPUS...");
        return ExitCode::FAILURE;
    };
    match run(output, check, corpora) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run(output: &str, check: &str, corpora: &[String]) -> std::io::Result<()> {
    let check = corpus::read(check)?;
    if corpora.is_empty() {
        measure::print_errors(&std::fs::read(output)?, &check);
        measure::print_all(&std::fs::read(output)?, &check);
        return Ok(());
    }
    let mut sentences = Vec::new();
    for path in corpora {
        sentences.extend(corpus::read(path)?);
    }
    let vocabulary = vocabulary::build(&sentences);
    sentences.extend(corpus::recased(&sentences));
    let bytes = learn::learn(vocabulary, &sentences);
    std::fs::write(output, &bytes)?;
    measure::print_all(&bytes, &check);
    Ok(())
}
