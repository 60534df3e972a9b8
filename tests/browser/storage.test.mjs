// What the browser keeps, and what happens where it does not: nothing is lost, and the page says so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { address, open, paste, sharedBrowser, started } from "./browser.mjs";

const browser = sharedBrowser();

const article = (place) => `Ferry returns to ${place}\n\nThe harbour of ${place} reopened on 2 March 2021.`;
const button = (page, name) => page.getByRole("button", { name, exact: true });
const PAUSE = 900;

async function read(page, place) {
  await paste(page, article(place));
  await page.waitForSelector(".event .lead");
  await page.locator("li.event").first().getByRole("button", { name: "Right" }).click();
}

/** Has the browser answer each wish to store as `fault` says, from the next page on. */
const broken = (context, fault) => context.addInitScript(fault);

test("two tabs at once keep their work side by side", async () => {
  const { context, page } = await open(browser());
  const other = await context.newPage();
  await other.goto(address);
  await started(other);
  await read(page, "Marlow");
  await button(page, "Keep it in this browser").click();
  await page.waitForTimeout(PAUSE);
  await read(other, "Tannet");
  await button(other, "Keep it in this browser").click();
  await other.waitForTimeout(PAUSE);
  await page.locator("li.event").first().getByRole("button", { name: "Wrong" }).click();
  await page.waitForTimeout(PAUSE);
  // Neither tab takes what the other has changed since for what it once read.
  await other.locator("li.event").first().getByRole("button", { name: "Wrong" }).click();
  await other.waitForTimeout(PAUSE);
  const later = await context.newPage();
  await later.goto(address);
  await started(later);
  const titles = () => later.locator(".earlier li .quiet:first-child").allTextContents();
  assert.deepEqual((await titles()).sort(), ["Ferry returns to Marlow", "Ferry returns to Tannet"]);
  await later.getByRole("button", { name: "Ferry returns to Marlow" }).first().click();
  await later.locator("li.event.called-wrong").first().waitFor();
  await context.close();
});

test("what a tab changes after another has read it is not lost when the other stores its own", async () => {
  const { context, page } = await open(browser());
  await read(page, "Marlow");
  await button(page, "Keep it in this browser").click();
  await page.waitForTimeout(PAUSE);
  const other = await context.newPage();
  await other.goto(address);
  await started(other);
  await page.locator("li.event").first().getByRole("button", { name: "Wrong" }).click();
  await page.waitForTimeout(PAUSE);
  await read(other, "Tannet");
  await other.waitForTimeout(PAUSE);
  await page.close();
  await other.close();
  const later = await context.newPage();
  await later.goto(address);
  await started(later);
  await later.getByRole("button", { name: "Ferry returns to Marlow" }).first().click();
  await later.locator("li.event.called-wrong").first().waitFor();
  await context.close();
});

test("where the browser refuses to store, the page says so and goes on", async () => {
  const faults = {
    denied: () => { IDBFactory.prototype.open = () => { throw new DOMException("denied", "SecurityError"); }; },
    missing: () => { Object.defineProperty(globalThis, "indexedDB", { value: undefined }); },
    full: () => { IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }; },
  };
  for (const [name, fault] of Object.entries(faults)) {
    const { context, page, complaints } = await open(browser());
    await broken(context, fault);
    await page.reload();
    await started(page);
    await read(page, "Marlow");
    await button(page, "Keep it in this browser").click();
    await page.getByText("This browser did not store it").waitFor();
    assert.equal(await page.locator("li.event.called-right").count(), 1, name);
    assert.deepEqual(complaints, [], name);
    await context.close();
  }
});

test("work that another version kept is not read and not written over, and the page says so", async () => {
  const { context, page } = await open(browser());
  await read(page, "Marlow");
  await button(page, "Keep it in this browser").click();
  await page.waitForTimeout(PAUSE);
  const records = (bytes) => page.evaluate((bytes) => new Promise((resolve) => {
    const request = indexedDB.open("saywhen", 1);
    request.onsuccess = () => {
      const store = request.result.transaction("saywhen", "readwrite").objectStore("saywhen");
      if (bytes) store.put(Uint8Array.from(bytes), "work-of-tomorrow");
      const get = store.getAllKeys();
      get.onsuccess = () => { request.result.close(); resolve(get.result); };
    };
  }), bytes);
  await records([200, 1, 2, 3]);
  await page.reload();
  await started(page);
  await page.getByText("that another version of Saywhen kept").waitFor();
  await page.getByRole("button", { name: "Ferry returns to Marlow" }).first().click();
  await page.waitForSelector(".event .lead");
  await page.waitForTimeout(PAUSE);
  assert.ok((await records()).includes("work-of-tomorrow"));
  await context.close();
});
