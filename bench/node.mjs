// Runs the measurement as WebAssembly: node bench/node.mjs MODULE
import { readFile } from "node:fs/promises";

const { instance } = await WebAssembly.instantiate(await readFile(process.argv[2]), {
  bench: {
    now: () => performance.now(),
    say: (start, length) => console.log(new TextDecoder().decode(new Uint8Array(instance.exports.memory.buffer, start, length))),
  },
});
instance.exports.main(0, 0);
