// Two articles about one story: opened beside each other, compared, and each followed to its words.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { open, paste, seen, sharedBrowser, started } from "./browser.mjs";

const browser = sharedBrowser();

const first = `Ferry returns to Marlow

MARLOW, March 3, 2021 - The harbour of Marlow reopened on Tuesday.

“We are glad to be back at sea after two weeks,” Harbour Minister Ines Calder said on Wednesday. Calder cut the ribbon on Tuesday.
`;

const second = `Marlow's long wait is over

MARLOW, March 4, 2021 - “We are glad to be back at sea after the two weeks,” said Ines Calder, the transport minister. Calder cut the ribbon on Monday.
`;

const button = (page, name) => page.getByRole("button", { name, exact: true });

async function two(one = first, other = second) {
  const opened = await open(browser());
  await paste(opened.page, one);
  await opened.page.waitForSelector(".event .lead");
  await button(opened.page, "Add an article").click();
  await paste(opened.page, other);
  await opened.page.waitForSelector(".event .lead");
  await button(opened.page, "Compare").click();
  await opened.page.waitForSelector(".comparison");
  return opened;
}

test("two articles are compared: one timeline, one list of people, one quotation, and what differs", async () => {
  const { context, page, complaints } = await two();
  const cut = page.locator(".together", { hasText: "ribbon" });
  assert.equal(await cut.count(), 1);
  assert.match(await cut.innerText(), /different dates[\s\S]*A[\s\S]*B/);
  const calder = page.locator(".together", { has: page.locator("b", { hasText: "Ines Calder" }) });
  assert.match(await calder.innerText(), /different offices[\s\S]*minister[\s\S]*Minister/i);
  const said = page.locator("section", { hasText: "Quoted in more than one" }).locator(".together");
  assert.match(await said.innerText(), /different words[\s\S]*Ines Calder:[\s\S]*after two weeks[\s\S]*Ines Calder:[\s\S]*after the two weeks/);
  assert.deepEqual(await said.locator("mark").allInnerTexts(), ["the"]);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("articles are lettered in the order in which they were opened, whichever is shown", async () => {
  const { context, page } = await two();
  const lettered = () => page.locator(".articles li").allInnerTexts();
  const opened = await lettered();
  assert.match(opened[0], /^A\s+Ferry returns to Marlow$/);
  assert.match(opened[1], /^B\s+Marlow's long wait is over$/);
  await page.locator(".together", { hasText: "ribbon" }).getByRole("button", { name: /Calder cut the ribbon on Tuesday/ }).click();
  await button(page, "Compare").click();
  await page.waitForSelector(".comparison");
  assert.deepEqual(await lettered(), opened);
  await page.locator(".together", { hasText: "ribbon" }).getByRole("button", { name: /Calder cut the ribbon on Monday/ }).click();
  await page.waitForFunction(() => document.activeElement.closest(".article"));
  assert.match(await seen(page.locator(".article")), /Marlow's long wait is over/);
  await context.close();
});

test("what one article denies is told so beside its words", async () => {
  const { context, page } = await two(
    `${first}\nA meeting was held on 20 January 2020 in the harbour office.\n`,
    `${second}\nCalder denied that a meeting took place on 20 January 2020.\n`,
  );
  const meeting = page.locator(".together", { hasText: "meeting was held" });
  assert.match(await meeting.innerText(), /told differently[\s\S]*A[\s\S]*was held[\s\S]*B[\s\S]*took place[\s\S]*denied/i);
  await context.close();
});

test("only what differs is shown on demand, and can be taken away", async () => {
  const { context, page, complaints } = await two();
  assert.match(await page.locator(".overview").innerText(), /^3 differences/);
  const rows = () => page.locator(".together").count();
  const all = await rows();
  await button(page, "Differences only").click();
  assert.equal(await button(page, "Differences only").getAttribute("aria-pressed"), "true");
  assert.equal(await rows(), 3);
  assert.ok(all > 3);
  const [file] = await Promise.all([page.waitForEvent("download"), button(page, "Save as Markdown").click()]);
  assert.equal(file.suggestedFilename(), "comparison.md");
  const report = await readFile(await file.path(), "utf8");
  assert.match(report, /Calder cut the ribbon on Tuesday[\s\S]*Calder cut the ribbon on Monday/);
  assert.doesNotMatch(report, /reopened/);
  await button(page, "Differences only").click();
  assert.equal(await rows(), all);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("words in a comparison lead to their own article, and back", async () => {
  const { context, page } = await two();
  await page.locator(".together", { hasText: "ribbon" }).getByRole("button", { name: /Calder cut the ribbon on Tuesday/ }).click();
  await page.waitForFunction(() => document.activeElement.closest(".article"));
  assert.match(await seen(page.locator(".article")), /Ferry returns to Marlow/);
  await button(page, "Compare").click();
  await page.waitForSelector(".comparison");
  await button(page, "Back to the article").click();
  await page.waitForSelector(".article");
  await context.close();
});

test("all open articles come back after a reload, once the reader has agreed to keep them", async () => {
  const { context, page } = await two();
  await button(page, "Back to the article").click();
  await button(page, "Keep it in this browser").click();
  await page.waitForTimeout(900);
  await page.reload();
  await started(page);
  await button(page, "Bring it back").click();
  await button(page, "Compare").click();
  await page.waitForSelector(".comparison");
  assert.equal(await page.locator(".articles li").count(), 2);
  await context.close();
});
