// The analysis beside what a web developer would use instead, in one run of one browser over the same texts.
// `cargo xtask bench peers` compiles the module, serves the site and says where everything is:
// node bench/peers.mjs MODULE FOLDER writes speed.md and speed.svg into the folder.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { address, launch } from "../tests/browser/browser.mjs";
import { plot } from "./plot.mjs";
import { table } from "./table.mjs";
import { report, singles } from "./texts.mjs";

const [modulePath, folder] = process.argv.slice(2);
const packages = process.env.SAYWHEN_PACKAGES;
const { build } = createRequire(join(packages, "any.js"))("esbuild");

/** What is measured: a program of bench/peers/, what it is called, what it finds. */
const PROGRAMS = [
  { file: "saywhen", name: "Saywhen", finds: "times, people, quotations, events" },
  { file: "wink", name: "wink-nlp", finds: "sentences, entities" },
  { file: "chrono", name: "chrono-node, by paragraph", finds: "dates" },
  { file: "chrono-whole", name: "chrono-node, whole text", finds: "dates" },
  { file: "compromise", name: "compromise, compromise-dates", finds: "people, organizations, dates, quotations" },
  { file: "recognizers", name: "Recognizers-Text, by paragraph", finds: "dates" },
];
const SIZES = [5_000, 100_000, 1_000_000, 10_000_000];
const SINGLES = 200;
/** A text that would take a program longer than this, in seconds, is left out for it. */
const PATIENCE = 20;
const COLD_STARTS = 7;
/** A program is warm after so long, in milliseconds: engines compile anew what runs often. */
const WARM = 2_000;

/** A program with all that it needs as one script for a browser. */
async function bundle({ file }) {
  const { outputFiles } = await build({
    entryPoints: [new URL(`peers/${file}.mjs`, import.meta.url).pathname],
    alias: { "bench.wasm": modulePath },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    loader: { ".wasm": "binary" },
    mainFields: ["module", "main"],
    nodePaths: [packages],
  });
  return outputFiles[0].text;
}

/** A page in which a program is loaded, as `peer`. */
async function opened(browser, script) {
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  await page.evaluate(() => globalThis.start?.());
  return page;
}

/** Seconds that `peer` takes for all texts together: the median of some runs, once it has read `warming` so long that it is warm. */
const measure = (page, warming, texts, rounds) =>
  page.evaluate(([warming, warm, texts, rounds]) => {
    for (const start = performance.now(); performance.now() - start < warm;) globalThis.peer(warming);
    const once = () => {
      const start = performance.now();
      for (let round = 0; round < rounds; round++) texts.forEach(globalThis.peer);
      return (performance.now() - start) / rounds / 1e3;
    };
    const first = once();
    const runs = first > 2 ? [first] : Array.from({ length: first > 0.3 ? 3 : 15 }, once);
    return runs.sort((a, b) => a - b)[Math.floor(runs.length / 2)];
  }, [warming, WARM, texts, rounds]);

const bytes = (text) => Buffer.byteLength(text);

/** What a program did: seconds for each size, `null` where that would take too long; seconds for the single articles; memory for each size. */
async function race(browser, script, texts, articles) {
  const times = [];
  const memory = [];
  let speed = Infinity;
  for (const text of texts) {
    const slow = bytes(text) / speed > PATIENCE;
    // Each size in a page of its own, so that none inherits memory of the last.
    const page = slow ? null : await opened(browser, script);
    const time = slow ? null : await measure(page, texts[0], [text], bytes(text) < 50_000 ? 10 : 1);
    times.push(time);
    memory.push((await page?.evaluate(() => globalThis.memory?.())) ?? null);
    if (time) speed = bytes(text) / time;
    await page?.close();
  }
  const slow = bytes(articles.join("")) / speed > PATIENCE;
  const page = slow ? null : await opened(browser, script);
  const together = slow ? null : await measure(page, texts[0], articles, 1);
  await page?.close();
  return { times, memory, together };
}

/** Milliseconds from navigation until the first picture that holds a result, of a page that waits for nothing but its program. */
async function coldStart(browser, url, article) {
  const runs = [];
  for (let run = 0; run < COLD_STARTS; run++) {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    await page.addInitScript((article) => {
      globalThis.article = article;
      globalThis.pictured = new Promise((resolve) => {
        const watch = new MutationObserver(() => {
          // The site takes an article once its program has started; the pages of the others have it from the start.
          const field = document.querySelector("html[data-started] textarea");
          if (field && !field.value) {
            field.value = globalThis.article;
            field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
          }
          if (document.querySelector(".event, .result")) {
            watch.disconnect();
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
          }
        });
        watch.observe(document, { subtree: true, childList: true, attributes: true });
      });
    }, article);
    await page.goto(url, { waitUntil: "commit" });
    runs.push(await page.evaluate(() => globalThis.pictured));
    await context.close();
  }
  return runs.sort((a, b) => a - b)[Math.floor(runs.length / 2)];
}

/** Serves each program in a page that shows what it finds in the article. */
async function serve(scripts) {
  const page = (file) =>
    `<!DOCTYPE html><title>${file}</title><body><script src="${file}.js"></script><script>` +
    "Promise.resolve(globalThis.start?.()).then(() => { const result = document.createElement('p'); result.className = 'result'; " +
    "result.textContent = peer(article); document.body.append(result); })</script>";
  const server = createServer((request, response) => {
    const [, file, ending] = /^\/([a-z-]+)\.(html|js)$/.exec(request.url) ?? [];
    response.setHeader("content-type", ending === "js" ? "text/javascript" : "text/html");
    response.end(ending === "js" ? scripts.get(file) : page(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, url: (file) => `http://127.0.0.1:${server.address().port}/${file}.html` };
}

const texts = await Promise.all(SIZES.map(report));
const articles = await singles(SINGLES);
const browser = await launch();
const scripts = new Map();
for (const program of PROGRAMS) scripts.set(program.file, await bundle(program));
const { server, url } = await serve(scripts);
const results = [];
for (const program of PROGRAMS) {
  const script = scripts.get(program.file);
  const cold = await coldStart(browser, program.file === "saywhen" ? address : url(program.file), texts[0]);
  const raced = await race(browser, script, texts, articles);
  results.push({ ...program, ...raced, cold, weight: brotliCompressSync(script).length });
  console.log(`  ${program.name}: measured`);
}
server.close();
const run = { results, sizes: texts.map(bytes), singles: bytes(articles.join("")), count: articles.length, browser: browser.version() };
await browser.close();
const told = table(run);
console.log(`\n${told}`);
await writeFile(join(folder, "speed.md"), told);
await writeFile(join(folder, "speed.svg"), plot(run));
console.log(`written to ${folder}/speed.md and speed.svg`);
