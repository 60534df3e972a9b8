// Loads the measurement's module, in Node.js and in a browser.

/**
 * The module with what it asks of its host. `read` hands it a text, which it analyses once;
 * `stages` measures its own articles and prints; `memory` is what it holds, in bytes.
 */
export async function load(bytes, say = () => {}) {
  let given = new Uint8Array();
  const memory = () => instance.exports.memory.buffer;
  const { instance } = await WebAssembly.instantiate(bytes, {
    bench: {
      now: () => performance.now(),
      say: (start, length) => say(new TextDecoder().decode(new Uint8Array(memory(), start, length))),
      length: () => given.length,
      fill: (start) => new Uint8Array(memory(), start, given.length).set(given),
    },
  });
  const run = (text) => {
    given = new TextEncoder().encode(text);
    instance.exports.main(0, 0);
  };
  return { read: run, stages: () => run(""), memory: () => memory().byteLength };
}
