//! `cargo xtask`: everything that is done to the project, with every tool at its version.
//!
//! The code map: [`tools`] names tools and versions, [`setup`] gets them, [`build`] makes the site,
//! [`offline`] lets it work without a network, [`single`] puts it into one file, [`policy`] and [`weight`] check it, [`release`] builds it twice, [`serve`] serves it, [`test`] and [`bench`] judge it; [`house`] knows
//! the folders and [`run`] starts programs.

mod bench;
mod browser;
mod build;
mod house;
mod offline;
mod policy;
mod release;
mod run;
mod serve;
mod setup;
mod single;
mod test;
mod tools;
mod weight;

use house::House;
use setup::Purpose;
use std::process::ExitCode;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  serve [PORT]            get what is missing, build the site, serve it on this machine
  test [STEP...]          get what is missing, run every test; or only the steps named
  build                   get what is missing, build the site into dist/, ready for any static host
  bench [core|page|peers] how fast the analysis is, natively and as WebAssembly; how smooth the page is over a long report;
                          how both are beside other libraries, written into docs/
  screenshots [FOLDER]    pictures of the built site at three widths, light and dark
  release                 build the site in two folders, compare the bytes, list what it is made of
  setup                   only get what is missing

Tools go to .tools/ in the project; removing that folder undoes the set-up.
CHROME names the browser to test with, where it is not found by itself.
";

/// What a command needs to know and may say when it fails.
type Outcome = Result<(), String>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match obey(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("\n{why}");
            ExitCode::FAILURE
        }
    }
}

/// Does what the words after `cargo xtask` ask for.
fn obey(words: &[String]) -> Outcome {
    let house = House::here();
    let rest = words.get(1..).unwrap_or_default();
    match words.first().map(String::as_str) {
        Some("serve") => serve::serve(&house, rest),
        Some("test") => test::test(&house, rest),
        Some("build") => setup::prepare(&house, Purpose::Build).and_then(|()| build::build(&house)),
        Some("bench") => bench::bench(&house, rest),
        Some("release") => release::release(&house),
        Some("screenshots") => browser::screenshots(&house, rest),
        Some("setup") => setup::prepare(&house, Purpose::Test),
        None | Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => Err(format!("expected one of the commands below, but found \"{other}\"\n\n{HELP}")),
    }
}
