//! The whole site in one file that opens from a disk: page, style, all three programs.

use crate::Outcome;
use crate::house::House;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::fs;
use std::path::Path;

/// The name of the file in `dist/`.
pub const NAME: &str = "saywhen.html";

/// What the file holds, as text.
struct Parts {
    style: String,
    icon: String,
    script: String,
    module: String,
    worker: String,
    worker_module: String,
    writer: String,
    writer_module: String,
    trusted: String,
}

/// Writes the file into `dist/`, from what the build has put there.
pub fn write(house: &House) -> Outcome {
    let dist = house.dist();
    let text = |start: &str, end: &str| read(&dist, start, end).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let base64 = |start: &str, end: &str| read(&dist, start, end).map(|bytes| STANDARD.encode(bytes));
    let parts = Parts {
        style: text("style", ".css")?,
        icon: base64("icon.", "svg")?,
        script: text("saywhen-web", ".js")?,
        module: base64("saywhen-web", ".wasm")?,
        worker: text("worker.", "js")?,
        worker_module: base64("worker_bg", ".wasm")?,
        writer: text("writer.", "js")?,
        writer_module: base64("writer_bg", ".wasm")?,
        trusted: trusted(&text("start", ".js")?),
    };
    fs::write(dist.join(NAME), page(&parts)).map_err(|error| format!("the single file could not be written: {error}"))
}

/// The one file in `dist` whose name begins and ends so.
fn read(dist: &Path, start: &str, end: &str) -> Result<Vec<u8>, String> {
    let names = fs::read_dir(dist).into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| name.starts_with(start) && name.ends_with(end)).collect();
    names.sort();
    let name = names.first().ok_or_else(|| format!("expected {start}…{end} in dist/, but found none"))?;
    fs::read(dist.join(name)).map_err(|error| format!("{name} could not be read: {error}"))
}

/// Text that a script element can hold.
fn inside(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

/// What the start script says of markup and addresses that programs may use: its first statement.
fn trusted(start: &str) -> String {
    start.split_once("\n\n").map_or(start, |(first, _)| first).to_owned()
}

/// The page. Its policy allows no connection at all; the only scripts that run are the one with the nonce and the workers made from this file.
fn page(parts: &Parts) -> String {
    let Parts { style, icon, script, module, worker, worker_module, writer, writer_module, trusted } = parts;
    let [script, worker, writer] = [script, worker, writer].map(|script| inside(script));
    format!(
        r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-saywhen' 'wasm-unsafe-eval' blob:; style-src 'nonce-saywhen'; img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types default">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Saywhen</title>
<link rel="icon" href="data:image/svg+xml;base64,{icon}">
<style nonce="saywhen">{style}</style>
</head>
<body>
<noscript>Saywhen reads articles with a program that runs in this tab. Please allow scripts for this page.</noscript>
<script type="text/plain" id="module">{module}</script>
<script type="text/plain" id="worker-module">{worker_module}</script>
<script type="text/plain" id="worker">{worker}</script>
<script type="text/plain" id="writer-module">{writer_module}</script>
<script type="text/plain" id="writer">{writer}</script>
<script type="module" nonce="saywhen">
{trusted}
{script}
const take = (id) => {{
  const element = document.getElementById(id);
  element.remove();
  return element.textContent;
}};
const bytes = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const start = (id) => "\nwasm_bindgen({{ module_or_path: Uint8Array.from(atob(`" + take(id) + "`), (letter) => letter.charCodeAt(0)) }})" +
  ".catch((error) => setTimeout(() => {{ throw error; }}));";
const address = (id) => URL.createObjectURL(new Blob([take(id), start(`${{id}}-module`)], {{ type: "text/javascript" }}));
const addresses = {{ "./worker_loader.js": address("worker"), "./writer_loader.js": address("writer") }};
const Other = Worker;
globalThis.Worker = class extends Other {{
  constructor(script) {{
    super(addresses[script]);
  }}
}};
await __wbg_init({{ module_or_path: bytes(take("module")) }});
document.documentElement.dataset.started = "";
</script>
</body>
</html>
"#
    )
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn a_script_cannot_end_its_element() {
        assert_eq!(inside("a('</script>') // <!--"), "a('<\\/script>') // <\\!--");
    }
}
