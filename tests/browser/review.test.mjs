// Whole tasks of a reader who corrects: dates, people, a review by keys, work that outlives a reload, files.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { address, open, paste, seen, sharedBrowser, started } from "./browser.mjs";

const browser = sharedBrowser();

const article = `Ferry returns to Marlow

MARLOW, March 3, 2021 - The harbour of Marlow reopened on Tuesday.

“We are glad to be back,” Harbour Minister Ines Calder said on Wednesday. Calder said the first ferry would leave on Friday.

The old pier burned down in May 1987. It was rebuilt two years later.

“It was a long night,” said Tom Ruddock, a baker. “Nobody slept,” said Thomas Ruddock of the bakers' guild.
`;

async function read(options = {}) {
  const opened = await open(browser(), options);
  await paste(opened.page, article);
  await opened.page.waitForSelector(".event .lead");
  const all = opened.page.getByRole("button", { name: /Show all/ });
  if (await all.count()) await all.click();
  await opened.page.getByRole("button", { name: /All sources/ }).click();
  return opened;
}

const event = (page, words) => page.locator("li.event", { hasText: words }).first();
const source = (page, name) => page.locator("li.source", { has: page.locator("h3", { hasText: name }) }).first();
const button = (page, name) => page.getByRole("button", { name, exact: true });
const dateOf = (page, words) => event(page, words).locator("time").getAttribute("datetime");

/** Waits until the event has that date. */
const hasDate = (page, words, date) => page.waitForFunction(([words, date]) => {
  const entry = [...document.querySelectorAll("li.event")].find((entry) => entry.textContent.includes(words));
  return entry?.querySelector("time")?.dateTime === date;
}, [words, date]);

async function setDate(page, entry, date) {
  await entry.getByRole("button", { name: "Why?" }).click();
  await entry.getByRole("textbox", { name: "Date" }).fill(date);
  await entry.getByRole("button", { name: "Set date" }).click();
}

test("a corrected date moves what is counted from it, and undo moves it back", async () => {
  const { context, page, complaints } = await read();
  assert.equal(await dateOf(page, "rebuilt"), "1989");
  await setDate(page, event(page, "burned"), "1977-05");
  await hasDate(page, "burned", "1977-05");
  assert.equal(await dateOf(page, "rebuilt"), "1979");
  const moved = await page.locator(".moved").innerText();
  assert.match(moved, /2 events have another date now[\s\S]*burned[\s\S]*May 1987 → May 1977[\s\S]*rebuilt[\s\S]*1989 → 1979/);
  await button(page, "Undo").click();
  await hasDate(page, "rebuilt", "1989");
  await button(page, "Redo").click();
  await hasDate(page, "rebuilt", "1979");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("another day of publication moves the weekdays", async () => {
  const { context, page } = await read();
  await page.locator("#published-on").fill("2020-01-10");
  await page.locator("#published-on").dispatchEvent("change");
  await hasDate(page, "reopened", "2020-01-07");
  assert.match(await page.locator(".moved").innerText(), /2 March 2021 → .*7 January 2020/);
  await context.close();
});

test("an event takes a date by hand, and what is no date is refused with words and changes nothing", async () => {
  const { context, page } = await read();
  await setDate(page, event(page, "reopened"), "next week");
  const field = event(page, "reopened").getByRole("textbox", { name: "Date" });
  const set = event(page, "reopened").getByRole("button", { name: "Set date" });
  assert.match(await event(page, "reopened").getByRole("alert").innerText(), /no date that Saywhen can read[\s\S]*February 2015/);
  assert.equal(await field.inputValue(), "next week", "what was typed can be mended");
  assert.ok(await field.evaluate((field) => field === document.activeElement), "the focus is in the field");
  assert.equal(await dateOf(page, "reopened"), "2021-03-02");
  await field.fill("14 February 1999");
  await set.click();
  await hasDate(page, "reopened", "1999-02-14");
  assert.equal(await event(page, "reopened").getByRole("alert").count(), 0);
  assert.match(await field.inputValue(), /^(14 February|February 14,) 1999$/);
  await field.fill("2021-02");
  await set.click();
  await hasDate(page, "reopened", "2021-02");
  assert.equal(await field.inputValue(), "February 2021");
  assert.match(await event(page, "reopened").innerText(), /changed by you/);
  await context.close();
});

test("two people are merged and one is renamed; both can be undone", async () => {
  const { context, page } = await read();
  const before = await page.locator("li.source").count();
  await source(page, "Thomas Ruddock").locator("summary").click();
  await source(page, "Thomas Ruddock").locator("select[id^=merge]").selectOption("Tom Ruddock");
  await button(source(page, "Thomas Ruddock"), "Make them one: The same as").click();
  await page.waitForFunction((before) => document.querySelectorAll("li.source").length === before - 1, before);
  assert.match(await seen(source(page, "Tom Ruddock")), /It was a long night[\s\S]*Nobody slept/);
  await source(page, "Ines Calder").locator("summary").click();
  await source(page, "Ines Calder").getByLabel("Name").fill("Inés Calder");
  await source(page, "Ines Calder").getByLabel("Office").fill("Minister for Harbours");
  await source(page, "Ines Calder").getByRole("button", { name: "Save", exact: true }).click();
  await source(page, "Inés Calder").waitFor();
  assert.match(await seen(source(page, "Inés Calder")), /Minister for Harbours/);
  await button(page, "Undo").click();
  await source(page, "Ines Calder").waitFor();
  await button(page, "Undo").click();
  await page.waitForFunction((before) => document.querySelectorAll("li.source").length === before, before);
  await context.close();
});

test("a quotation moves to another speaker", async () => {
  const { context, page } = await read();
  const quotation = page.locator("li.quotation", { hasText: "We are glad" });
  await quotation.getByRole("button", { name: "Why?" }).click();
  await quotation.locator("select[id^=speaker]").selectOption("Tom Ruddock");
  await button(quotation, "Set: Speaker").click();
  await page.waitForFunction(() => {
    const sources = [...document.querySelectorAll("li.source")];
    return sources.find((source) => source.textContent.includes("We are glad"))?.querySelector("h3").textContent === "Tom Ruddock";
  });
  await context.close();
});

test("a date is counted from another one that the reader chooses, and the page leads to where it stands now", async () => {
  const { context, page } = await read();
  await event(page, "rebuilt").getByRole("button", { name: "Why?" }).click();
  const choice = event(page, "rebuilt").locator("select[id^=anchor]");
  assert.match(await choice.locator("option:checked").innerText(), /“May 1987”/);
  await choice.selectOption("the day of publication");
  await button(event(page, "rebuilt"), "Set: Counted from").click();
  await hasDate(page, "rebuilt", "2023");
  await page.waitForFunction(() => document.activeElement.closest("li.event")?.textContent.includes("rebuilt"));
  assert.match(await event(page, "rebuilt").innerText(), /The reader said that it is counted from the day of publication/);
  await button(page, "Undo").click();
  await hasDate(page, "rebuilt", "1989");
  await context.close();
});

test("one finding is copied with its proof, and leads to its words on the published page", async () => {
  const { context, page, requests } = await read({ permissions: ["clipboard-read", "clipboard-write"] });
  const before = requests.length;
  await page.getByText("Add its address").click();
  await page.getByLabel("Address of the article").fill("javascript:alert(1)");
  await button(page, "Set").click();
  assert.match(await page.locator(".address").getByRole("alert").innerText(), /no address of a page/);
  await page.getByLabel("Address of the article").fill("news.example/ferry");
  await button(page, "Set").click();
  await page.locator(".address summary", { hasText: "news.example" }).waitFor();
  await page.keyboard.press("Escape");
  const quotation = page.locator("li.quotation", { hasText: "We are glad" });
  await quotation.getByRole("button", { name: "Why?" }).click();
  const link = quotation.getByRole("link", { name: /published page/ });
  assert.equal(await link.getAttribute("href"), "https://news.example/ferry#:~:text=We%20are%20glad%20to%20be%20back%2C");
  await button(quotation, "Copy with proof").click();
  await page.waitForFunction(() => document.querySelector(".notices").textContent.includes("clipboard"));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /^“We are glad to be back,”\n— Ines Calder, Minister, Harbour; direct quotation.*\n.*Rule [a-z-]+, confidence [\d.]+, characters \d+ to \d+/);
  assert.deepEqual(requests.slice(before), [], "the address is not asked for anything");
  await context.close();
});

test("everything that is unsure is reviewed by keyboard alone", async () => {
  const { context, page } = await read();
  const unsure = async () => Number((await page.locator(".worksheet .count-line").innerText()).match(/^(\d+) unsure/)[1]);
  const first = await unsure();
  assert.ok(first > 0, "something is unsure");
  await page.locator("li.event .lead").first().focus();
  await page.keyboard.press("u");
  for (let left = first; left > 0; left -= 1) {
    await page.waitForFunction(() => document.activeElement.closest("[id^=entry-]")?.classList.contains("chosen"));
    await page.waitForTimeout(50);
    await page.keyboard.press(left % 2 ? "y" : "n");
    await page.waitForFunction((left) => document.querySelector(".worksheet .count-line").textContent.startsWith(`${left - 1} unsure`), left);
  }
  assert.equal(await unsure(), 0);
  assert.match(await page.locator(".notices").innerText(), /Nothing is left that is unsure/);
  await page.keyboard.press("z");
  await page.waitForFunction(() => document.querySelector(".worksheet .count-line").textContent.startsWith("1 unsure"));
  await page.getByLabel(/Keys: y right/).uncheck();
  await page.locator("li.event .lead").first().focus();
  await page.keyboard.press("z");
  await page.waitForTimeout(100);
  assert.equal(await unsure(), 1, "the letters are turned off");
  await context.close();
});

test("selected words become an event", async () => {
  const { context, page } = await read();
  await page.evaluate(() => {
    const block = document.querySelector(".article h2");
    const range = document.createRange();
    range.selectNodeContents(block);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    block.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
  });
  const bar = page.getByRole("complementary", { name: "Selected words" });
  await bar.getByLabel(/Date/).fill("5 March");
  await bar.getByRole("button", { name: "an event" }).click();
  assert.match(await bar.getByRole("alert").innerText(), /no date that Saywhen can read/);
  assert.equal(await bar.getByLabel(/Date/).inputValue(), "5 March", "what was typed can be mended");
  await bar.getByLabel(/Date/).fill("5 March 2021");
  await bar.getByRole("button", { name: "an event" }).click();
  const added = page.locator("li.event", { hasText: "added by you" });
  assert.match(await added.innerText(), /5 March[\s\S]*Ferry returns to Marlow/);
  await context.close();
});

test("nothing is kept before the reader agrees, and nothing is lost by a reload after", async () => {
  const { context, page } = await read();
  const stored = () => page.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open("saywhen", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("saywhen");
    request.onsuccess = () => {
      const get = request.result.transaction("saywhen").objectStore("saywhen").getAll();
      get.onsuccess = () => { request.result.close(); resolve(get.result.reduce((sum, record) => sum + record.length, 0)); };
    };
  }));
  await event(page, "reopened").getByRole("button", { name: "Wrong" }).click();
  await page.waitForTimeout(700);
  assert.equal(await stored(), 0);
  await button(page, "Keep it in this browser").click();
  await setDate(page, event(page, "burned"), "1986");
  await hasDate(page, "burned", "1986");
  await page.waitForTimeout(900);
  assert.ok(await stored() > article.length);
  await page.reload();
  await started(page);
  await button(page, "Bring it back").click();
  await page.waitForSelector(".event .lead");
  await hasDate(page, "burned", "1986");
  assert.match(await page.locator(".worksheet").innerText(), /1 wrong/);
  await button(page, "Delete and stop keeping").click();
  await page.waitForTimeout(700);
  assert.equal(await stored(), 0);
  await context.close();
});

test("corrected work that made room for another article is still there after a reload, until it is deleted", async () => {
  const { context, page } = await read();
  await setDate(page, event(page, "burned"), "1986");
  await hasDate(page, "burned", "1986");
  await button(page, "Keep it in this browser").click();
  await button(page, "New article").click();
  await paste(page, "Another story\n\nThe mill of Orle closed on 2 May 2020.");
  await page.waitForSelector(".event .lead");
  await page.waitForTimeout(900);
  await page.reload();
  await started(page);
  const earlier = page.locator(".earlier li");
  assert.deepEqual(await earlier.getByRole("button", { name: /^(?!Delete)/ }).allTextContents(), ["Another story", "Ferry returns to Marlow"]);
  await earlier.getByRole("button", { name: "Ferry returns" }).first().click();
  await hasDate(page, "burned", "1986");
  await button(page, "New article").click();
  await page.getByRole("button", { name: "Delete: Another story" }).click();
  assert.equal(await earlier.count(), 1);
  await context.close();
});

test("the browser asks before corrections are left that are not kept", async () => {
  const { context, page } = await read();
  const asked = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    return dialog.accept();
  });
  await page.reload();
  await started(page);
  await paste(page, article);
  await event(page, "reopened").getByRole("button", { name: "Wrong" }).click();
  await page.locator(".called-wrong").first().waitFor();
  await page.reload();
  await started(page);
  assert.deepEqual(asked, ["beforeunload"]);
  await context.close();
});

/** Saves something from the menu and gives its name and what it holds. */
async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, `Save: ${name}`).click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

test("every format is saved, without what the reader called wrong and with what they corrected", async () => {
  const { context, page, complaints } = await read({ acceptDownloads: true });
  await event(page, "burned").getByRole("button", { name: "Wrong" }).click();
  await setDate(page, event(page, "reopened"), "2021-02-28");
  await hasDate(page, "reopened", "2021-02-28");
  await page.getByText("Take away").click();
  await page.getByLabel("Timelines hold all events").check();
  for (const [name, ending] of [["JSON", "json"], ["CSV", "csv"], ["TimelineJS", "timelinejs.json"], ["iCalendar", "ics"],
    ["JSON-LD", "jsonld"], ["Web Annotations", "annotations.jsonld"], ["Markdown", "md"], ["Web page", "html"]]) {
    const file = await saved(page, name);
    assert.equal(file.name, `ferry-returns-to-marlow.${ending}`);
    if (ending.includes("json")) JSON.parse(file.text);
    assert.match(file.text, /reopened/, name);
    // The record tells what was corrected, and that is more than what is left.
    const findings = ending === "json" ? JSON.stringify({ ...JSON.parse(file.text), corrections: [] }) : file.text;
    if (name !== "Web page") assert.doesNotMatch(findings, /"burned"|burned down in May 1987,/, name);
  }
  const record = JSON.parse((await saved(page, "JSON")).text);
  const reopened = record.events.find((event) => event.trigger.text === "reopened");
  const tuesday = record.timexes.find((timex) => timex.id === reopened.timex);
  assert.deepEqual([reopened.date.value, tuesday.value, tuesday.rule], ["2021-02-28", "2021-02-28", "reader"]);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("saved work is opened elsewhere and gives the same view", async () => {
  const { context, page } = await read({ acceptDownloads: true });
  await setDate(page, event(page, "burned"), "1986");
  await hasDate(page, "burned", "1986");
  await event(page, "burned").getByRole("button", { name: "Why?" }).click();
  await page.getByText("Take away").click();
  const work = await saved(page, "Article and corrections");
  assert.equal(work.name, "ferry-returns-to-marlow.saywhen.json");
  const timeline = await page.locator(".timeline-column .events").first().innerText();
  await context.close();

  const other = await open(browser());
  await other.page.locator("input[type=file]").setInputFiles({ name: work.name, mimeType: "application/json", buffer: Buffer.from(work.text) });
  await other.page.waitForSelector(".event .lead");
  await hasDate(other.page, "burned", "1986");
  await other.page.getByRole("button", { name: /Show all/ }).click();
  assert.equal(await other.page.locator(".timeline-column .events").first().innerText(), timeline);
  await other.context.close();
});

test("a file that is no work of ours is refused with words, and the article stays", async () => {
  const { context, page } = await read();
  await page.getByText("Take away").click();
  await page.locator(".sheet input[type=file]").setInputFiles({ name: "other.json", mimeType: "application/json", buffer: Buffer.from("{\"a\": 1}") });
  await page.waitForFunction(() => document.querySelector(".notices").textContent.includes("holds no work of Saywhen"));
  assert.ok(await page.locator("li.event").count() > 0);
  await context.close();
});

test("filters by words, status and person narrow the lists, and the counts follow", async () => {
  const { context, page } = await read();
  const counts = async () => (await page.locator(".switch .count").allTextContents()).map(Number);
  const [events, people] = await counts();
  await page.getByLabel("Status").selectOption("planned");
  await page.waitForFunction(() => [...document.querySelectorAll("li.event")].every((entry) => /planned/.test(entry.textContent)));
  const planned = await page.locator("li.event").count();
  assert.ok(planned > 0 && planned < events);
  assert.equal((await counts())[0], planned);
  await page.getByLabel("Who", { exact: true }).selectOption("Tom Ruddock");
  assert.match(await page.locator(".timeline-column").innerText(), /Nothing here fits/);
  assert.equal((await counts())[1], 1);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await page.getByLabel("With the words").fill("RUDDOCK");
  await page.waitForFunction(() => document.querySelectorAll("li.event").length === 2);
  await page.getByLabel("With the words").fill("");
  assert.deepEqual(await counts(), [events, people]);
  await page.locator("#filter-kind").selectOption("in the article’s words");
  await page.waitForFunction(() => [...document.querySelectorAll("li.quotation")].every((entry) => entry.matches(".indirect")));
  assert.equal(await page.locator("li.quotation").count(), 1);
  await page.locator("#filter-kind").selectOption("any");
  await event(page, "burned").getByRole("button", { name: "Right" }).click();
  await page.locator("#filter-done").selectOption("checked");
  await page.waitForFunction(() => document.querySelectorAll("li.event").length === 1);
  assert.match(await page.locator("li.event").innerText(), /burned/);
  await context.close();
});

test("the timeline as a picture has a mark for every dated event, and leads to its words", async () => {
  const { context, page } = await read();
  await page.getByText("As a picture").click();
  await page.locator(".picture g.line").first().waitFor();
  const dated = await page.locator(".timeline-column > .events").first().locator("li.event").count();
  assert.equal(await page.locator(".picture g.line").count(), dated);
  const gaps = await page.locator(".picture .gap").allTextContents();
  assert.ok(gaps.some((words) => /3\d years/.test(words)), gaps.join());
  await page.locator(".picture g.line", { hasText: "reopened" }).first().click();
  await page.waitForFunction(() => document.activeElement.closest(".article"));
  await context.close();
});

test("the voices are counted, and one that has nearly all the words is warned of", async () => {
  const { context, page } = await read();
  assert.match(await page.locator(".voices").first().innerText(), /^\d voices.*quoted words/);
  assert.match(await seen(source(page, "Ines Calder")), /% of the quoted words, in 2 quotations, 1 of them wholly or partly word for word/);
  for (const words of ["It was a long night", "Nobody slept"]) {
    await page.locator("li.quotation", { hasText: words }).getByRole("button", { name: "Wrong" }).click();
  }
  await page.waitForFunction(() => document.querySelector(".voices.warning")?.textContent.includes("one voice"));
  await context.close();
});
