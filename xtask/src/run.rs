//! Starts other programs: quietly with a log, or so that the reader sees them.

use crate::Outcome;
use crate::house::House;
use std::fs::{self, File};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How many lines of a failed program's output are shown.
const LAST_LINES: usize = 15;

/// A command in the project's folder with the project's tools on its search path.
pub fn command(house: &House, program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(house.find(program).unwrap_or_else(|| program.into()));
    command.args(arguments).current_dir(&house.root).env("PATH", house.path());
    command
}

/// What a program prints to standard output; `None` when it is missing or fails.
pub fn answer(house: &House, program: &str, arguments: &[&str]) -> Option<String> {
    let output = command(house, program, arguments).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program and lets it print.
pub fn loud(mut command: Command) -> Outcome {
    let name = name_of(&command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{name} failed ({status})")),
        Err(error) => Err(format!("{name} did not start: {error}")),
    }
}

/// Runs a program with its output in `.tools/log/`, and shows the end of that when it fails.
/// Says once a minute that it still runs.
pub fn quiet(house: &House, name: &str, mut command: Command) -> Outcome {
    let folder = house.tools.join("log");
    let path = folder.join(format!("{name}.log"));
    let log = fs::create_dir_all(&folder).and_then(|()| File::create(&path)).map_err(|error| format!("no log for {name}: {error}"))?;
    let errors = log.try_clone().map_err(|error| format!("no log for {name}: {error}"))?;
    let program = name_of(&command);
    let mut child =
        command.stdin(Stdio::null()).stdout(log).stderr(errors).spawn().map_err(|error| format!("{program} did not start: {error}"))?;
    let start = Instant::now();
    let mut minutes = 0;
    loop {
        match child.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(format!("{program} failed ({status}):\n{}", last_lines(&path))),
            Ok(None) => thread::sleep(Duration::from_millis(50)),
            Err(error) => return Err(format!("{program} was lost: {error}")),
        }
        if start.elapsed().as_secs() / 60 > minutes {
            minutes += 1;
            println!("    {name}: still at it after {minutes} min");
        }
    }
}

/// The end of a log, each line set in.
fn last_lines(path: &std::path::Path) -> String {
    let text = fs::read_to_string(path).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let from = lines.len().saturating_sub(LAST_LINES);
    lines.iter().skip(from).map(|line| format!("      {line}\n")).collect()
}

fn name_of(command: &Command) -> String {
    let path = std::path::Path::new(command.get_program());
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
