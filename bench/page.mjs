// How smooth the built page is over a long report: the browser's own list of tasks that took over 50 ms.
// `cargo xtask bench page` serves the site and says where everything is.
import { open, paste, launch } from "../tests/browser/browser.mjs";
import { report } from "./texts.mjs";

const LENGTH = 300_000;
const LONGER = [10_000_000, 1_000_000];

const browser = await launch();
let page;

/** Opens the site, and writes its long tasks down. */
async function fresh() {
  await page?.context().close();
  ({ page } = await open(browser));
  await page.evaluate(() => {
    window.long = [];
    new PerformanceObserver((list) => window.long.push(...list.getEntries().map((task) => task.duration))).observe({ type: "longtask" });
  });
}

/** Does something, waits until the page rests, and tells its long tasks. */
async function watch(name, act) {
  await page.evaluate(() => { window.long.length = 0; });
  await act();
  await page.waitForTimeout(700);
  const long = await page.evaluate(() => window.long.map(Math.round));
  const told = long.length === 0 ? "none over 50 ms" : `${long.length} over 50 ms, the longest ${Math.max(...long)} ms (${long.join(", ")})`;
  console.log(`  ${name.padEnd(34)} ${told}`);
}

// Everything is done by the page's own elements: a locator of the test tool searches the page in a task of its own.
const click = (selector, words = "") =>
  page.evaluate(([selector, words]) => {
    const found = [...document.querySelectorAll(selector)].find((element) => element.textContent.includes(words));
    if (!found) throw new Error(`nothing to click: ${selector} ${words}`);
    found.click();
  }, [selector, words]);
const set = (selector, change, event) =>
  page.evaluate(([selector, change, event]) => {
    const field = document.querySelector(selector);
    Object.assign(field, change);
    field.dispatchEvent(new Event(event, { bubbles: true }));
  }, [selector, change, event]);
const write = (words) => set("#filter-words", { value: words }, "input");
const choose = (selector, selectedIndex) => set(selector, { selectedIndex }, "change");

/** Pastes a report and waits until all of it is drawn. */
async function pasting(length) {
  await fresh();
  const text = await report(length);
  const words = length < 1e6 ? `${length / 1e3} kB` : `${length / 1e6} MB`;
  const end = text.trimEnd().split("\n").at(-1).slice(-40);
  await watch(`pasting ${words}, until all is drawn`, async () => {
    await paste(page, text);
    await page.waitForFunction((end) => document.querySelector(".article .passage:last-child")?.textContent.trimEnd().endsWith(end), end, { polling: 500, timeout: 120_000 });
  });
}

console.log("tasks of the page over 50 ms");
for (const length of [...LONGER, LENGTH]) await pasting(length);
console.log(`with the report of ${LENGTH / 1e3} kB:`);
await watch("scrolling the article", async () => {
  await page.mouse.move(200, 500);
  for (let i = 0; i < 60; i++) {
    await page.mouse.wheel(0, 1200);
    await page.waitForTimeout(20);
  }
});
await watch("all events", () => click(".timeline-column .more", "all"));
await watch("more events", () => click(".events + .more", "hidden"));
await watch("all sources", () => click(".people-column .choice button", "All sources"));
await watch("more sources", () => click(".sources + .more", "hidden"));
await watch("more quotations of one", () => click(".quotations + .more", "hidden"));
for (const letters of ["r", "re", "rep", "repo"]) await watch(`filter by “${letters}”`, () => write(letters));
await watch("no filter", () => write(""));
await watch("filter by status", () => choose("#filter-status", 3));
await watch("any status", () => choose("#filter-status", 0));
await watch("filter by person", () => choose("#filter-who", 2));
await watch("anybody", () => choose("#filter-who", 0));
await watch("why?", () => click(".why button", "Why?"));
await watch("right", () => click(".verdict.right"));
await watch("undo", () => click(".worksheet button", "Undo"));
await watch("an entry’s words in the article", () => click(".events:not(.undated) li:last-child .lead"));
await watch("another day of publication", () => set("#published-on", { value: "2024-05-02" }, "change"));
await browser.close();
