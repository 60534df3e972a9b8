// A print holds everything, also what the screen shows only on demand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { open, paste, sharedBrowser } from "./browser.mjs";

const browser = sharedBrowser();

const places = ["Marlow", "Tannet", "Orle", "Brack", "Selby Head", "Corran", "Dunmere", "Estrel", "Farrow", "Gant"];
const report = "HARBOURS, March 3, 2021 - A storm hit the coast on Tuesday.\n\n" + places.map((place, i) =>
  `The harbour of ${place} reopened on ${i + 1} February 2021. It had burned down in May ${1950 + i}. The pier was rebuilt in ${1970 + i}. ` +
  `“We are glad in ${place},” said Tom ${place.split(" ")[0]}son, a baker.`).join("\n\n");

const entries = (page) => page.evaluate(() => ({
  events: document.querySelectorAll("li.event").length,
  sources: document.querySelectorAll("li.source").length,
  quotations: document.querySelectorAll("li.quotation").length,
  grounds: document.querySelectorAll("li .ground").length,
  marks: document.querySelectorAll(".article [data-items]").length,
  picture: document.querySelectorAll("details.picture[open] g.line").length,
}));

async function read() {
  const opened = await open(browser());
  await paste(opened.page, report);
  await opened.page.waitForSelector(".event .lead");
  return opened;
}

test("before the browser prints, all is on the page, and after it the page is as it was", async () => {
  const { context, page, complaints } = await read();
  const before = await entries(page);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const printed = await entries(page);
  assert.ok(printed.events > 2 * before.events && printed.events >= 3 * places.length, JSON.stringify([before, printed]));
  assert.deepEqual([printed.sources, printed.quotations], [places.length, places.length]);
  assert.ok(printed.grounds >= printed.events + printed.quotations);
  assert.ok(printed.picture > 0 && printed.marks >= before.marks);
  await page.emulateMedia({ media: "print" });
  const paper = await page.locator("body").innerText();
  for (const words of report.split("\n\n")) assert.ok(paper.includes(words), words);
  assert.doesNotMatch(paper, /Why\?|Use this|Take away/);
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.deepEqual(await entries(page), before);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the page’s own button prints all of it, too", async () => {
  const { context, page } = await read();
  await page.evaluate(() => { window.print = () => { window.printed = document.querySelectorAll("li.event").length; }; });
  await page.getByText("Take away").click();
  await page.getByRole("button", { name: "Print", exact: true }).click();
  await page.waitForFunction((least) => window.printed >= least, 3 * places.length);
  await context.close();
});
