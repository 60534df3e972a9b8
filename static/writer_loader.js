// Starts the writer: the script that wasm-bindgen writes, then its module.
importScripts("writer.js");
// Thrown outside of the promise, so that the page hears of a writer that cannot start.
wasm_bindgen({ module_or_path: "writer_bg.wasm" }).catch((error) => setTimeout(() => { throw error; }));
