//! The command line's work: options, input, output. Exit status 0 for success, 1 for input that could not be read, 2 for wrong usage.

use crate::export::{self, Format, Work, json};
use crate::text::encoding::Encoding;
use crate::{Options, analyze};
use chrono::NaiveDate;
use std::ffi::OsString;
use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;

const USAGE: &str = "\
Reads a news article and prints what happened when, and who said what.

  saywhen [--date YYYY-MM-DD] [--format FORMAT] [FILE]
  saywhen --ndjson

Without FILE the article is read from standard input.
  --date            the day of publication; without it, it is inferred from the text
  --format          one of these, json without it:
                      json         the whole record
                      csv          a table of events and quotations
                      timelinejs   slides for TimelineJS 3
                      ics          a calendar of the events that are dated to a day
                      jsonld       linked data in the words of schema.org
                      annotations  W3C Web Annotations on the words of the text
                      markdown     a report for notes
                      html         a report on one page, to read and to print
  --all-events      timelines hold every event, not the main ones only
  --guard-formulas  in csv, an apostrophe before what a spreadsheet would take for a formula
  --ndjson          reads one {\"id\", \"text\", \"date\"?} a line, writes one record a line in the same order
";

/// What the arguments ask for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Request {
    options: Options,
    format: Format,
    export: export::Options,
    ndjson: bool,
    help: bool,
    file: Option<OsString>,
}

/// Does what the arguments ask for.
pub fn run(arguments: impl Iterator<Item = OsString>) -> ExitCode {
    let request = match parse(arguments) {
        Ok(request) => request,
        Err(wrong) => {
            eprintln!("saywhen: {wrong}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let done = if request.help {
        io::stdout().write_all(USAGE.as_bytes()).map(|()| true)
    } else if request.ndjson {
        lines(io::stdin().lock(), io::BufWriter::new(io::stdout().lock()))
    } else {
        one(&request)
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("saywhen: {error}");
            ExitCode::FAILURE
        }
    }
}

fn parse(mut arguments: impl Iterator<Item = OsString>) -> Result<Request, String> {
    let mut request = Request::default();
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--help" | "-h") => request.help = true,
            Some("--ndjson") => request.ndjson = true,
            Some("--date") => request.options.published = Some(date(&value(&mut arguments, "--date")?)?),
            Some("--format") => request.format = format(&value(&mut arguments, "--format")?)?,
            Some("--all-events") => request.export.all_events = true,
            Some("--guard-formulas") => request.export.guard_formulas = true,
            Some(option) if option.starts_with("--") => return Err(format!("there is no option {option}")),
            _ if request.file.is_some() => return Err("expected one FILE, but found two".to_owned()),
            _ => request.file = Some(argument),
        }
    }
    if request.ndjson && request.format != Format::Json {
        return Err(format!("--ndjson writes records; it cannot write {}", request.format.name()));
    }
    if request.ndjson && request.file.is_some() {
        return Err("--ndjson reads standard input, but found a FILE".to_owned());
    }
    if request.ndjson && request.options.published.is_some() {
        return Err("--ndjson takes the day of publication from the \"date\" of each line, but found --date".to_owned());
    }
    if request.ndjson && request.export != export::Options::default() {
        return Err("--ndjson writes whole records, but found --all-events or --guard-formulas, which change other formats".to_owned());
    }
    Ok(request)
}

fn value(arguments: &mut impl Iterator<Item = OsString>, option: &str) -> Result<String, String> {
    let value = arguments.next().ok_or_else(|| format!("expected a value after {option}, but found none"))?;
    value.into_string().map_err(|value| format!("expected text after {option}, but found {}", value.display()))
}

fn date(value: &str) -> Result<NaiveDate, String> {
    value.parse().map_err(|_| format!("expected a day as YYYY-MM-DD, but found {value:?}"))
}

fn format(value: &str) -> Result<Format, String> {
    Format::named(value).ok_or_else(|| {
        let names = Format::ALL.map(Format::name).join(", ");
        format!("expected one of the formats {names}, but found {value:?}")
    })
}

/// Analyses one article.
fn one(request: &Request) -> io::Result<bool> {
    let bytes = match &request.file {
        Some(file) => {
            std::fs::read(file).map_err(|error| io::Error::new(error.kind(), format!("cannot read {}: {error}", file.display())))?
        }
        None => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            bytes
        }
    };
    let text = String::from_utf8(bytes)
        .map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "the article is not UTF-8 text; save it as UTF-8 and try again"))?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let analysis = analyze(&text, &request.options);
    out.write_all(export::write(request.format, Work::found(&text, &analysis), &request.export)?.as_bytes())?;
    out.flush()?;
    Ok(true)
}

/// Analyses one article a line. Returns whether every line could be read.
fn lines(input: impl BufRead, mut output: impl Write) -> io::Result<bool> {
    let mut all = true;
    for line in input.split(b'\n') {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        all &= one_line(&line, &mut output)?;
        output.write_all(b"\n")?;
    }
    output.flush()?;
    Ok(all)
}

/// A record with its `id` first.
#[derive(serde::Serialize)]
struct Line<'a> {
    id: serde_json::Value,
    #[serde(flatten)]
    record: json::Record<'a>,
}

/// Reads one line and writes its record or its error. Returns whether it was a record.
fn one_line(line: &[u8], output: &mut impl Write) -> io::Result<bool> {
    let (id, read) = article(line);
    match read {
        Ok((text, options)) => {
            let analysis = analyze(&text, &options);
            serde_json::to_writer(output, &Line { id, record: json::record(Work::found(&text, &analysis), Encoding::Codepoint) })?;
            Ok(true)
        }
        Err(error) => {
            serde_json::to_writer(output, &serde_json::json!({ "id": id, "error": error }))?;
            Ok(false)
        }
    }
}

/// The identity of a line's article, and its text and options, or what is wrong with them.
fn article(line: &[u8]) -> (serde_json::Value, Result<(String, Options), String>) {
    use serde_json::Value;
    let mut fields = match serde_json::from_slice(line) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) => return (Value::Null, Err("expected an object, but found another value".to_owned())),
        Err(error) => return (Value::Null, Err(format!("expected JSON, but found: {error}"))),
    };
    let id = fields.remove("id").unwrap_or_default();
    let published = match fields.get("date") {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(value)) => date(value).map(Some),
        Some(other) => Err(format!("expected a day as \"YYYY-MM-DD\", but found {other}")),
    };
    let text = match fields.remove("text") {
        Some(Value::String(text)) => Ok(text),
        Some(other) => Err(format!("expected \"text\" to be a string, but found {other}")),
        None => Err("expected \"text\", but found none".to_owned()),
    };
    (id, published.and_then(|published| Ok((text?, Options { published, ..Options::default() }))))
}
