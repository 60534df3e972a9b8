// What everyone can use: axe-core on every view, light and dark; reflow, large text, forced colours.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { open, sharedBrowser } from "./browser.mjs";
import { views } from "./views.mjs";

const browser = sharedBrowser();
const axe = createRequire(join(process.env.SAYWHEN_PACKAGES, "any.js")).resolve("axe-core/axe.min.js");

/** What axe-core complains about on the page as it stands. */
async function complaints(page, view) {
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 120)).join(" | ")}`);
  });
  return found.map((line) => `${view}: ${line}`);
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe-core finds nothing on any view, ${colorScheme}`, async () => {
    const found = [];
    for (const [name, show] of Object.entries(views)) {
      // The checker is a script from elsewhere, which the page's own policy rightly refuses.
      const { context, page } = await open(browser(), { colorScheme, bypassCSP: true, reducedMotion: "reduce" });
      await show(page);
      await page.waitForTimeout(150);
      found.push(...await complaints(page, name));
      await context.close();
    }
    assert.deepEqual(found, []);
  });
}

/** How far the page reaches beyond the window, in pixels. */
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("nothing scrolls sideways at 320 pixels, nor with text twice as large at 1280", async () => {
  for (const [name, show] of Object.entries(views)) {
    for (const [width, size] of [[320, "100%"], [1280, "200%"]]) {
      const { context, page } = await open(browser(), { viewport: { width: 1280, height: 900 } });
      await show(page);
      await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, size);
      await page.setViewportSize({ width, height: 900 });
      assert.equal(await overflow(page), 0, `${name} at ${width} pixels with text at ${size}`);
      await context.close();
    }
  }
});

test("every button and field is at least 24 pixels high and wide, or stands in a line of text", async () => {
  const { context, page } = await open(browser());
  await views.why(page);
  await page.getByText("Take away").click();
  const small = await page.evaluate(() => [...document.querySelectorAll("button, input:not([hidden]), select, summary")]
    .filter((element) => element.checkVisibility() && !element.disabled)
    .map((element) => (element.type === "checkbox" ? element.closest("label") : element))
    .map((element) => [element.textContent || element.outerHTML.slice(0, 60), element.getBoundingClientRect()])
    .filter(([, box]) => (box.height < 23.5 || box.width < 23.5) && box.width > 0)
    .map(([name, box]) => `${name}: ${box.width}×${box.height}`));
  assert.deepEqual(small, []);
  await context.close();
});

test("the main task is done by keyboard alone: an article in, an event to its words and back, a date corrected and undone", async () => {
  const { context, page } = await open(browser());
  const here = (test) => page.evaluate(test);
  /** Presses Tab until the element with the focus is the one that is looked for. */
  const tabTo = async (name, test) => {
    for (let i = 0; i < 80; i += 1) {
      if (await page.evaluate(test)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`${name} is not reached by the tab key`);
  };
  await tabTo("the field", () => document.activeElement.tagName === "TEXTAREA");
  await page.keyboard.insertText("MARLOW, March 3, 2021 - The harbour of Marlow reopened on Tuesday.\n\n“We are glad,” Harbour Minister Ines Calder said.");
  await page.waitForSelector(".event .lead");
  await tabTo("the marks", () => document.activeElement.textContent === "Show marks");
  await page.keyboard.press("Enter");
  await tabTo("the event", () => document.activeElement.matches("li.event .lead") && /reopened/.test(document.activeElement.textContent));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement.closest(".article"));
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.matches("li.event .lead"));
  await tabTo("why", () => document.activeElement.textContent === "Why?" && /reopened/.test(document.activeElement.closest("li").textContent));
  await page.keyboard.press("Enter");
  await tabTo("the date", () => document.activeElement.id.startsWith("date-"));
  await page.keyboard.press("Control+A");
  await page.keyboard.type("2021-02-23");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("li.event time")?.dateTime === "2021-02-23");
  assert.ok(await here(() => document.activeElement !== document.body), "the focus is not lost");
  await page.keyboard.press("Shift+Tab");
  await page.locator(".worksheet").getByRole("button", { name: "Undo" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("li.event time")?.dateTime === "2021-03-02");
  await context.close();
});
