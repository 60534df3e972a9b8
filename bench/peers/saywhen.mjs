// The analysis of this project, whole: times, people, quotations, events.
import { load } from "../module.mjs";

// The bytes of the module, which the bundler puts here.
import bytes from "bench.wasm";

globalThis.start = async () => {
  const module = await load(bytes);
  globalThis.peer = module.read;
  globalThis.memory = module.memory;
};
