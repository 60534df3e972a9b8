// Starts the worker: the script that wasm-bindgen writes, then its module.
importScripts("worker.js");
wasm_bindgen({ module_or_path: "worker_bg.wasm" });
