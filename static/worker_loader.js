// Starts the worker: the script that wasm-bindgen writes, then its module.
importScripts("worker.js");
// Thrown outside of the promise, so that the page hears of a worker that cannot start.
wasm_bindgen({ module_or_path: "worker_bg.wasm" }).catch((error) => setTimeout(() => { throw error; }));
