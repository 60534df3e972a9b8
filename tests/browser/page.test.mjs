// What a person does with an article: from pasting it to following each finding to its words and back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { address, open, paste, seen, sharedBrowser, started } from "./browser.mjs";

const browser = sharedBrowser();

const article = `Ferry returns to Marlow

March 3, 2021

The harbour of Marlow reopened on Tuesday after two weeks of repairs.

“We are glad to be back,” Harbour Minister Ines Calder said on Wednesday. She said the first ferry would leave on Friday.

Police spokesman Orin Vale said that nobody was hurt 🙂.
`;

/** Opens the site and gives the article to it in one piece, as a paste does. */
async function read(text = article, options = {}) {
  const opened = await open(browser(), options);
  await paste(opened.page, text);
  await opened.page.waitForSelector(".article [data-items]");
  return opened;
}

const shown = (page, selector) => page.locator(selector).first();

const focused = (page) => page.evaluate(() => ({
  items: document.activeElement.closest("[data-items]")?.dataset.items ?? null,
  entry: document.activeElement.closest("[id^=entry-]")?.id ?? null,
  text: document.activeElement.textContent,
}));

/** Waits until the element with the focus has come to rest inside the window. */
const inSight = (page) => page.waitForFunction(() => {
  const box = document.activeElement.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight && box.height > 0;
});

test("a pasted article becomes marks, a timeline and sources, without a complaint or a request", async () => {
  const { context, page, complaints, requests } = await open(browser());
  const loaded = requests.length;
  await paste(page, article);
  await page.waitForSelector(".event .lead");
  await page.waitForSelector(".quotation .lead");
  assert.match(await seen(page.locator(".people-column")), /Ines Calder[\s\S]*We are glad to be back/);
  assert.match(await page.locator(".timeline-column").innerText(), /reopened/);
  await page.waitForTimeout(300);
  assert.deepEqual(complaints, []);
  assert.deepEqual(requests.slice(loaded), []);
  await context.close();
});

test("each sample is read", async () => {
  const { context, page, complaints } = await open(browser());
  const count = await page.locator("[data-sample]").count();
  assert.equal(count, 3);
  for (let i = 0; i < count; i += 1) {
    await page.locator("[data-sample]").nth(i).click();
    await page.waitForSelector(".event .lead");
    assert.ok(await page.locator(".quotation .lead").count() > 0);
    await page.getByRole("button", { name: "New article" }).click();
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a timeline entry leads to its words, Escape leads back, and the words lead to the entry", async () => {
  const { context, page } = await read();
  const lead = page.locator(".event .lead", { hasText: "reopened" }).first();
  const entry = await lead.evaluate((element) => element.closest("li").id);
  const item = entry.replace("entry-", "");
  await lead.focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction((item) => document.activeElement.dataset.items?.split(" ").includes(item), item);
  await inSight(page);
  const marked = await page.locator(".article .chosen").allInnerTexts();
  assert.match(marked.join(""), /The harbour of Marlow reopened on Tuesday/);
  await page.keyboard.press("Escape");
  await page.waitForFunction((entry) => document.activeElement.closest("li")?.id === entry, entry);
  await page.locator(".article .trigger", { hasText: "reopened" }).first().click();
  await page.waitForFunction((entry) => document.activeElement.closest("li")?.id === entry, entry);
  await context.close();
});

test("a quotation leads to its exact words, and its words lead back to it", async () => {
  const { context, page } = await read();
  await shown(page, ".quotation.direct .lead").click();
  await page.waitForSelector(".article .quotation.chosen");
  await inSight(page);
  const words = await page.locator(".article .quotation.chosen").allInnerTexts();
  assert.match(words.join(""), /^We are glad to be back,?$/);
  await page.locator(".article .quotation").first().click();
  await page.waitForFunction(() => document.activeElement.matches(".people-column .lead"));
  assert.match((await focused(page)).entry, /^entry-[qe]/);
  await context.close();
});

test("arrow keys move from mark to mark and Enter opens the entry", async () => {
  const { context, page } = await read();
  await page.locator('.article [role="link"]').first().focus();
  const first = (await focused(page)).items;
  await page.keyboard.press("ArrowRight");
  assert.notEqual((await focused(page)).items, first);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.closest("[id^=entry-]"));
  await context.close();
});

test("another day of publication moves the dates, and the article's own brings them back", async () => {
  const { context, page } = await read();
  const when = () => page.locator(".event", { hasText: "reopened" }).first().locator("time").getAttribute("datetime");
  assert.equal(await when(), "2021-03-02");
  await page.fill("#published-on", "2021-03-10");
  await page.waitForFunction(() => document.querySelector(".origin").textContent.includes("given by you"));
  await page.waitForFunction(() => [...document.querySelectorAll(".event")].some((event) =>
    event.textContent.includes("reopened") && event.querySelector("time")?.dateTime === "2021-03-09"));
  await page.getByRole("button", { name: "Use the article’s own date" }).click();
  await page.waitForFunction(() => [...document.querySelectorAll(".event")].some((event) =>
    event.textContent.includes("reopened") && event.querySelector("time")?.dateTime === "2021-03-02"));
  await context.close();
});

test("why tells its reason", async () => {
  const { context, page } = await read();
  await shown(page, ".event .why button").click();
  assert.match(await shown(page, ".panel:visible").innerText(), /of 100 such cases/);
  await context.close();
});

test("typing stays quick while a megabyte is read, and the newest text wins", async () => {
  const { context, page, complaints } = await open(browser());
  const long = article.repeat(Math.ceil(1_000_000 / article.length));
  await paste(page, long);
  await page.waitForSelector(".article [data-items]", { timeout: 30_000 });
  await page.getByRole("button", { name: "Edit text" }).click();
  await page.locator("textarea").focus();
  await page.keyboard.press("Control+Home");
  await page.evaluate(() => {
    window.gaps = [];
    let last = performance.now();
    const tick = () => { const now = performance.now(); window.gaps.push(now - last); last = now; requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
  });
  await page.keyboard.type("Zorn said on Monday that it rained. ", { delay: 60 });
  await page.waitForTimeout(1500);
  const worst = await page.evaluate(() => Math.max(...window.gaps));
  console.log(`# the longest pause of the page was ${worst.toFixed(0)} ms`);
  assert.ok(worst < 1000, `the page stood still for ${worst} ms`);
  assert.match(await page.inputValue("textarea"), /^Zorn said on Monday/);
  await page.getByRole("button", { name: "Show marks" }).click();
  await page.waitForFunction(() => document.querySelector(".article")?.textContent.startsWith("Zorn"), null, { timeout: 30_000 });
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a reading that takes too long is stopped by the reader, and taken up again", async () => {
  const context = await browser().newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  // It listens, and never answers.
  const idle = "postMessage(Uint8Array.of(0));";
  let asked = 0;
  await page.route("**/worker_loader.js", (route) =>
    ++asked === 1 ? route.fulfill({ contentType: "text/javascript", body: idle }) : route.continue());
  await page.goto(address);
  await page.waitForSelector("html[data-started] textarea");
  await paste(page, `${article}\n\n${"Rain fell on the harbour. ".repeat(20_000)}`);
  await page.getByRole("button", { name: "Stop" }).click();
  await page.locator(".failure", { hasText: "You stopped the reading" }).waitFor();
  assert.match(await seen(page.locator("#article")), /Rain fell on the harbour/);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.waitForSelector(".event .lead");
  await context.close();
});

test("a worker that dies is started again, the text is safe and the answer comes", async () => {
  const context = await browser().newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  let first = true;
  await page.route("**/worker_loader.js", async (route) => {
    if (!first) return route.continue();
    first = false;
    await route.fulfill({ contentType: "text/javascript", body: "setTimeout(() => { throw new Error('gone'); }, 1500);" });
  });
  await page.goto(address);
  await page.waitForSelector("textarea");
  await paste(page, article);
  await page.getByText(/started again\. Your text is safe/).waitFor();
  await page.waitForSelector(".event .lead");
  await context.close();
});

test("a worker that dies while the network is gone costs nothing: its spare has started with the page", async () => {
  const context = await browser().newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  let loads = 0;
  const dying = `importScripts("worker.js");
    addEventListener("message", (event) => { event.stopImmediatePropagation(); throw new Error("gone"); });
    wasm_bindgen({ module_or_path: "worker_bg.wasm" });`;
  await page.route("**/worker_loader.js", (route) => {
    loads += 1;
    return loads === 1 ? route.fulfill({ contentType: "text/javascript", body: dying }) : route.continue();
  });
  await page.goto(address);
  await started(page);
  assert.equal(loads, 2);
  await context.setOffline(true);
  await paste(page, article);
  await page.waitForSelector(".event .lead");
  assert.match(await shown(page, ".notice").innerText(), /started again\. Your text is safe/);
  assert.equal(loads, 2);
  await context.close();
});

test("text that is dropped on an article changes nothing", async () => {
  const { context, page } = await read();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", "Other words.");
    document.querySelector(".article").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
  });
  await page.waitForTimeout(300);
  assert.match(await seen(page.locator(".article")), /^Ferry returns to Marlow/);
  await context.close();
});

test("a worker that never works is given up, with the text safe and another attempt", async () => {
  const context = await browser().newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  let broken = true;
  await page.route("**/worker_loader.js", (route) =>
    broken ? route.fulfill({ contentType: "text/javascript", body: "throw new Error('gone');" }) : route.continue());
  await page.goto(address);
  await page.waitForSelector("textarea");
  await paste(page, article);
  await page.waitForSelector(".failure");
  assert.match(await shown(page, ".failure").innerText(), /text is safe/);
  assert.equal(await page.inputValue("textarea"), article);
  broken = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await page.waitForSelector(".event .lead");
  await context.close();
});

test("an article that was put away can be brought back", async () => {
  const { context, page } = await read();
  await page.getByRole("button", { name: "New article" }).click();
  await page.waitForSelector(".intake");
  await page.getByRole("button", { name: "Bring it back" }).click();
  await page.waitForSelector(".article [data-items]");
  assert.match(await seen(page.locator(".article")), /^Ferry returns to Marlow/);
  await context.close();
});

test("a web page from a file gives its paragraphs and runs nothing", async () => {
  const { context, page, complaints, requests } = await open(browser());
  const loaded = requests.length;
  const html = `<html><head><script>document.title = "ran"</script></head><body><nav>Menu</nav><h1>Ferry returns</h1>
    <style>p { color: red }</style><p onclick="document.title = 'ran'" style="color: red">The harbour reopened on March 3, 2021.</p><p>Mayor Ada Finch said: “We are glad.” <img src="https://elsewhere.invalid/x.png"></p></body></html>`;
  await page.setInputFiles("input[type=file]", { name: "page.html", mimeType: "text/html", buffer: Buffer.from(html) });
  await page.waitForSelector(".article [data-items]");
  const paragraphs = await page.locator(".article .passage > *").allInnerTexts();
  assert.deepEqual(paragraphs, ["Ferry returns", "The harbour reopened on March 3, 2021.", "Mayor Ada Finch said: “We are glad.”"]);
  assert.match(await page.title(), /Saywhen/);
  assert.deepEqual(requests.slice(loaded), []);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a Markdown file is read as its readers see it, with the day that it gives", async () => {
  const { context, page } = await open(browser());
  const markdown = "---\ntitle: Ferry returns\ndate: 2021-03-04\n---\n\nThe [harbour](https://elsewhere.invalid/) reopened on **Tuesday**.\n\n> “We are *glad*,” said Mayor Ada Finch.\n";
  await page.setInputFiles("input[type=file]", { name: "page.md", mimeType: "", buffer: Buffer.from(markdown) });
  await page.waitForSelector(".article [data-items]");
  const paragraphs = await page.locator(".article .passage > *").allInnerTexts();
  assert.deepEqual(paragraphs, ["Ferry returns", "The harbour reopened on Tuesday.", "“We are glad,” said Mayor Ada Finch."]);
  assert.equal(await page.locator("li.event", { hasText: "reopened" }).locator("time").getAttribute("datetime"), "2021-03-02");
  await context.close();
});

test("markup in a text stays text", async () => {
  const { context, page, complaints } = await read(`${article}\n<img src=x onerror=alert(1)> <script>alert(2)</script>`);
  assert.match(await seen(page.locator(".article")), /<img src=x onerror=alert\(1\)>/);
  assert.equal(await page.locator(".article img, .article script").count(), 0);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a narrow screen shows one part at a time and never scrolls sideways", async () => {
  for (const width of [320, 360]) {
    const { context, page } = await read(article, { viewport: { width, height: 740 } });
    assert.equal(await page.locator(".timeline-column").isVisible(), false);
    await page.locator(".switch button", { hasText: "Timeline" }).click();
    assert.equal(await page.locator(".article-column").isVisible(), false);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    await shown(page, ".event .lead").click();
    await page.waitForSelector(".article .chosen");
    await inSight(page);
    await context.close();
  }
});
