// The analysis of this project, whole: times, people, quotations, events.
import { load } from "../module.mjs";

// A string of base64, which the bundler puts here.
import bytes from "bench.wasm";

globalThis.start = async () => {
  const module = await load(bytes.slice());
  globalThis.peer = module.read;
  globalThis.memory = module.memory;
};
