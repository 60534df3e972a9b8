// Pastes and files that no person writes: the page stays alive, shows what it found or says why not, and loses nothing.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, paste, seen, sharedBrowser } from "./browser.mjs";

const browser = sharedBrowser();

const article = `Ferry returns to Marlow

March 3, 2021

The harbour of Marlow reopened on Tuesday.

“We are glad to be back,” Harbour Minister Ines Caldry said on Wednesday.
`;
const button = (page, name) => page.getByRole("button", { name, exact: true });
const PATIENCE = { timeout: 30_000 };

/** Waits until what was given is answered: something is shown, or the page says why not, and the page still takes a click. */
async function answered(page, name) {
  await page.waitForFunction(() => !document.querySelector(".progress.busy") && document.querySelector(".article, .failure, .intake .notice, .remark"), null, PATIENCE);
  assert.equal(await page.locator(".failure").count(), 0, name);
}

/** Empties the page. */
async function clear(page) {
  await button(page, "New article").click(PATIENCE);
  await page.locator(".intake").waitFor(PATIENCE);
}

/** Has an ordinary article read, to see that the page still works. */
async function works(page, name) {
  if (await page.locator(".intake").count() === 0) await clear(page);
  await paste(page, article);
  await page.locator("li.event", { hasText: "reopened" }).first().waitFor(PATIENCE);
  assert.match(await seen(page.locator(".article")), /^Ferry returns to Marlow/, name);
  await clear(page);
}

/** Pastes what a web page gives to the clipboard: `before` and `behind`, each so many times, with `inner` between. Says whether the page took it. */
const pasteMarkup = (page, { before = "", inner, behind = "", times = 1 }) => page.evaluate(({ before, inner, behind, times }) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", before.repeat(times) + inner + behind.repeat(times));
  clipboardData.setData("text/plain", "Nothing.");
  const field = document.querySelector("textarea");
  return !field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
}, { before, inner, behind, times });

const SENTENCE = "The harbour of Marlow reopened on 2 March 2021.";
const HALF = "\ud800";
const OTHER_HALF = "\udc00";

test("half of a sign is shown as one that cannot be shown, in a text, a page, a file, a note and what is saved", async () => {
  const { context, page, complaints } = await open(browser(), { acceptDownloads: true });
  const halves = `${HALF}The ${OTHER_HALF}harbour ${OTHER_HALF}${HALF} of Marlow reopened on 2 March 2021${HALF}.`;
  const whole = halves.toWellFormed();
  const bytes = (text) => Buffer.concat([...text].map((sign) => (sign.isWellFormed() ? Buffer.from(sign) : Buffer.from([0xed, 0xa0, 0x80]))));
  const ways = {
    text: () => paste(page, halves),
    page: () => pasteMarkup(page, { inner: `<p title="${HALF}">${halves}</p>` }),
    file: () => page.setInputFiles("input[type=file]", { name: `${HALF}.txt`, mimeType: "text/plain", buffer: bytes(halves) }),
    "file of a page": () => page.setInputFiles("input[type=file]", { name: "a.html", mimeType: "text/html", buffer: bytes(`<p>${halves}</p>`) }),
  };
  for (const [name, way] of Object.entries(ways)) {
    await way();
    await page.locator("li.event").first().waitFor();
    assert.equal((await seen(page.locator(".article"))).trim().replace(/\ufffd+/g, "\ufffd"), whole.replace(/\ufffd+/g, "\ufffd"), name);
    const event = page.locator("li.event").first();
    await event.getByRole("button", { name: "Why?" }).click();
    await event.getByLabel("Note").evaluate((field, half) => {
      field.value = `half ${half}`;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }, HALF);
    await event.locator(".tag.note", { hasText: "half \ufffd" }).waitFor();
    await page.getByText("Take away").click();
    const [download] = await Promise.all([page.waitForEvent("download"), button(page, "Save: JSON").click()]);
    assert.ok(await download.path(), name);
    await clear(page);
  }
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a page of a hundred thousand elements within each other gives its words, pasted and as a file", async () => {
  const { context, page, complaints } = await open(browser());
  const times = 100_000;
  for (const name of ["div", "b", "blockquote", "li", "table><tr><td", "font color=red", "svg><g", "form", "a href=x", "template", "select", "math><mi"]) {
    const behind = `</${name.split(/[> ]/)[0]}>`;
    assert.ok(await pasteMarkup(page, { before: `<${name}>`, inner: `<p>${SENTENCE}</p>`, behind, times }));
    await answered(page, name);
    // A page without words of an article gives way to the plain text beside it.
    const hasText = ["form", "template"].includes(name) ? "Nothing" : "reopened on 2 March 2021";
    await page.locator(".article", { hasText }).waitFor({ ...PATIENCE, state: "attached" });
    await clear(page);
  }
  const deep = `<p>${SENTENCE}</p>${"<div><blockquote>".repeat(times)}<p>Rain fell on 4 March 2021.`;
  await page.setInputFiles("input[type=file]", { name: "deep.html", mimeType: "text/html", buffer: Buffer.from(deep) });
  await answered(page, "a file");
  const seen = await page.locator(".article").textContent();
  assert.ok(seen.includes(SENTENCE) && seen.includes("Rain fell on 4 March 2021."));
  await works(page, "deep");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a page that is wide gives its words: attributes, comments, tags that end nowhere", async () => {
  const { context, page, complaints } = await open(browser());
  const inner = `<p>${SENTENCE}</p>`;
  const shapes = {
    attributes: { before: ' onclick="a"', inner: ">Rain.</p>", times: 100_000 },
    comments: { before: "<b></b><!--a-->", inner, times: 100_000 },
    "open comments": { before: "<!--", inner, times: 200_000 },
    signs: { before: "<", inner, times: 1_000_000 },
    "tags that end nowhere": { before: "<a ", inner, times: 200_000 },
    marks: { before: '<a "', inner, times: 200_000 },
    paragraphs: { before: "<p>Rain fell on Monday.", inner, times: 20_000 },
  };
  for (const [name, shape] of Object.entries(shapes)) {
    const before = name === "attributes" ? { ...shape, inner: `${shape.inner}${inner}` } : shape;
    if (!await pasteMarkup(page, before)) await paste(page, SENTENCE);
    await answered(page, name);
    await clear(page);
  }
  await works(page, "wide");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("signs without width, turned directions and marks upon marks are read, and an ordinary article after them", async () => {
  const { context, page, complaints } = await open(browser());
  const storms = {
    "no width": "\u200b\u200c\u200d\u2060\ufeff".repeat(40_000),
    "no width in words": [...SENTENCE].join("\u200b\u200d"),
    "turned directions": "\u202e\u202d\u2066\u2067\u2068".repeat(20_000) + SENTENCE,
    "directions turned back": "\u202e".repeat(50_000) + SENTENCE + "\u202c".repeat(50_000),
    "marks upon marks": SENTENCE.replace(/[a-z]/g, (letter) => letter + "\u0301\u0323\u0489".repeat(200)),
    "joined signs": "👩\u200d".repeat(20_000) + SENTENCE,
    "flags and tones": "🇦🏽\ufe0f\u20e3".repeat(10_000) + SENTENCE,
    "controls": "\u0001\u0000\u001b[2J\u0085\u2028\u2029\r".repeat(1_000) + SENTENCE,
    "line ends": "\n\r\n\u2028".repeat(2_000) + SENTENCE,
    "opened marks": "“".repeat(50_000) + SENTENCE,
  };
  for (const [name, storm] of Object.entries(storms)) {
    await paste(page, `${storm}\n\n${SENTENCE}`);
    await answered(page, name);
    assert.ok((await page.locator(".article").textContent()).includes(SENTENCE), name);
    await clear(page);
  }
  await works(page, "storms");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("ten megabytes without a space are read or refused with words, are not lost, and leave the page alive", async () => {
  const { context, page, complaints } = await open(browser());
  const size = 10_000_000;
  await page.evaluate((size) => {
    const field = document.querySelector("textarea");
    field.focus();
    field.value = "a".repeat(size);
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, size);
  await answered(page, "a long line");
  assert.equal(await page.locator(".article").evaluate((article) => article.textContent.length), size);
  await works(page, "a long line");
  await page.locator(".earlier li button").last().waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});
