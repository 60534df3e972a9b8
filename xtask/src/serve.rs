//! Serves the built site to this machine only: a file server of the least kind.

use crate::Outcome;
use crate::build;
use crate::house::House;
use crate::setup::{self, Purpose};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// The first port to try; the next ones follow where it is taken.
const FIRST_PORT: u16 = 8080;
/// No request for a file needs more.
const LONGEST_REQUEST: u64 = 16 * 1024;

/// Builds the site and serves it until it is stopped.
pub fn serve(house: &House, words: &[String]) -> Outcome {
    let port = match words.first() {
        Some(word) => word.parse().map_err(|_| format!("expected a port number, but found \"{word}\""))?,
        None => FIRST_PORT,
    };
    setup::prepare(house, Purpose::Build)?;
    build::build(house)?;
    let server = Server::open(house.dist(), "/", port)?;
    println!("\nSaywhen is at {} (Ctrl+C stops it)", server.address());
    server.run()
}

/// A folder under an address of this machine.
pub struct Server {
    listener: TcpListener,
    folder: PathBuf,
    prefix: &'static str,
}

impl Server {
    /// Opens `folder` at `prefix`, on `port` or one of the hundred after it; 0 means any.
    pub fn open(folder: PathBuf, prefix: &'static str, port: u16) -> Result<Self, String> {
        let mut ports = port..=if port == 0 { 0 } else { port.saturating_add(100) };
        let listener = ports.find_map(|port| TcpListener::bind(("127.0.0.1", port)).ok());
        let listener = listener.ok_or_else(|| format!("expected a free port from {port} on, but all are taken"))?;
        Ok(Self { listener, folder, prefix })
    }

    /// Where a browser finds it.
    pub fn address(&self) -> String {
        let port = self.listener.local_addr().map_or(0, |address| address.port());
        format!("http://127.0.0.1:{port}{}", self.prefix)
    }

    /// Answers for as long as the program runs.
    pub fn run(self) -> Outcome {
        let folder: Arc<Path> = self.folder.into();
        for stream in self.listener.incoming().flatten() {
            let folder = Arc::clone(&folder);
            // A visitor who leaves in the middle is no failure of ours.
            thread::spawn(move || answer(stream, &folder, self.prefix));
        }
        Ok(())
    }
}

/// Reads one request and answers it.
fn answer(mut stream: TcpStream, folder: &Path, prefix: &str) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut lines = BufReader::new(Read::take(&stream, LONGEST_REQUEST)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The rest of the request is read, or closing would reset the connection.
    lines.take_while(|line| line.as_ref().is_ok_and(|line| !line.is_empty())).for_each(drop);
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let (status, kind, body) = match method {
        "GET" | "HEAD" => respond(target, folder, prefix),
        _ => plain("405 Method Not Allowed"),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method == "GET" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// Status, kind and body for an address.
fn respond(target: &str, folder: &Path, prefix: &str) -> (&'static str, &'static str, Vec<u8>) {
    let Some(mut path) = file(target, prefix).map(|file| folder.join(file)) else { return plain("404 Not Found") };
    if path.is_dir() {
        path.push("index.html");
    }
    match fs::read(&path) {
        Ok(body) => ("200 OK", kind(&path), body),
        Err(_) => plain("404 Not Found"),
    }
}

fn plain(status: &'static str) -> (&'static str, &'static str, Vec<u8>) {
    (status, "text/plain; charset=utf-8", status.into())
}

/// The file an address names, inside the folder or not at all.
fn file(target: &str, prefix: &str) -> Option<PathBuf> {
    let address = target.split(['?', '#']).next()?;
    let path = decode(address.strip_prefix(prefix)?)?;
    let inside = |part: &str| !part.starts_with('.') && !part.contains(['\\', ':', '\0']);
    path.split('/').all(inside).then(|| path.split('/').filter(|part| !part.is_empty()).collect())
}

/// Undoes percent-encoding.
fn decode(address: &str) -> Option<String> {
    let mut parts = address.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(part.get(2..)?.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

/// What a file is, by its ending.
fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{Path, PathBuf, file, kind};

    #[test]
    fn names_files_inside_the_folder_only() {
        assert_eq!(file("/", "/"), Some(PathBuf::new()));
        assert_eq!(file("/a/b%20c.js?v=1", "/"), Some(PathBuf::from("a/b c.js")));
        assert_eq!(file("/some/folder/a.js", "/some/folder/"), Some(PathBuf::from("a.js")));
        for outside in
            ["/../secret", "/a/../../secret", "/%2e%2e/secret", "/..%2fsecret", "/..\\secret", "/c:/secret", "/.git/config", "/%zz"]
        {
            assert_eq!(file(outside, "/"), None, "{outside}");
        }
    }

    #[test]
    fn knows_what_browsers_insist_on() {
        assert_eq!(kind(Path::new("page.wasm")), "application/wasm");
        assert_eq!(kind(Path::new("page.js")), "text/javascript; charset=utf-8");
    }
}
