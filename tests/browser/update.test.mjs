// A new version of the site comes while a reader works: the page says so, the work goes on untouched, and nothing of it is lost
// when the new version takes over.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { test } from "node:test";
import { address, open, paste, sharedBrowser, started } from "./browser.mjs";

const browser = sharedBrowser();

const article = (place) => `Ferry returns to ${place}

March 3, 2021

The harbour of ${place} reopened on Tuesday. The old pier of ${place} burned down on 9 May 1957.

“We are glad to be back,” Harbour Minister Ines Caldry said on Wednesday.
`;
const button = (page, name) => page.getByRole("button", { name, exact: true });
const reopened = (page) => page.locator("li.event", { hasText: "reopened" }).first();
const ready = (page) => page.getByText("A new version of Saywhen is ready");
const load = (page) => button(page, "Load it now");

/** A host that serves the site, and from `site.renew()` on a later version of it. `site.slow` holds files back that long. */
async function host(t) {
  const site = { version: 1, slow: 0, renew: () => { site.version += 1; } };
  const server = createServer(async ({ url, headers }, response) => {
    const answer = await fetch(new URL(`.${url}`, address));
    const body = Buffer.from(await answer.arrayBuffer());
    const isProgram = url === "/sw.js";
    if (!isProgram && headers["sec-fetch-dest"] === "empty" && site.slow) await new Promise((resolve) => setTimeout(resolve, site.slow));
    response.writeHead(answer.status, { "content-type": answer.headers.get("content-type"), "cache-control": "no-cache" });
    response.end(isProgram ? body.toString().replace(/const version = "[^"]*"/, `const version = "of-test-${site.version}"`) : body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => { server.close(); server.closeAllConnections(); });
  return Object.assign(site, { address: `http://127.0.0.1:${server.address().port}/`, close: () => { server.close(); server.closeAllConnections(); } });
}

/** Opens the site with its service worker, marks the page so that a reload is seen, and answers the browser's questions with yes. */
async function visit(site) {
  const opened = await open(browser(), { path: site.address, serviceWorkers: "allow" });
  const asked = [];
  opened.context.on("dialog", (dialog) => { asked.push(dialog.type()); return dialog.accept(); });
  await opened.page.waitForFunction(() => navigator.serviceWorker.controller);
  await mark(opened.page);
  return { ...opened, asked };
}

const mark = (page) => page.evaluate(() => { window.same = true; });
const isSame = (page) => page.evaluate(() => window.same === true);
const versions = (page) => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith("saywhen-")).sort());

/** Puts a new version on the host and has the browser look for it, as it does on its own from time to time. */
async function renew(site, page) {
  site.renew();
  await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });
}

async function read(page, place) {
  await paste(page, article(place));
  await reopened(page).waitFor();
}

/** Opens the notes of the first event. */
async function note(page, words) {
  const event = reopened(page);
  if (await event.getByLabel("Note").count() === 0) await event.getByRole("button", { name: "Why?" }).click();
  await event.getByLabel("Note").fill(words);
}

test("work goes on while a new version waits, also without a network, and comes back when it has taken over", async (t) => {
  const site = await host(t);
  const { context, page, complaints, asked } = await visit(site);
  await read(page, "Marlow");
  await reopened(page).getByRole("button", { name: "Wrong" }).click();
  await renew(site, page);
  await ready(page).waitFor();
  assert.deepEqual(await versions(page), ["saywhen-of-test-1", "saywhen-of-test-2"]);
  assert.equal(await load(page).count(), 0, "what is not kept is not offered to be left");
  await page.waitForTimeout(500);
  assert.ok(await isSame(page), "nothing is loaded anew by itself");
  assert.equal(await page.locator("li.event.called-wrong").count(), 1);

  await context.setOffline(true);
  await page.fill("#published-on", "2021-03-10");
  await page.locator("li.event.called-wrong time[datetime='2021-03-09']").waitFor();
  await button(page, "Add an article").click();
  await read(page, "Tannet");
  await page.getByText("Take away").click();
  await button(page, "Save: Markdown").click();
  await page.getByText("Saved to your downloads").waitFor();
  await page.locator(".shelf").getByRole("button", { name: "Ferry returns to Marlow" }).first().click();
  await page.locator("li.event.called-wrong").waitFor();
  await context.setOffline(false);
  assert.deepEqual([await isSame(page), asked, complaints], [true, [], []]);
  await context.close();
});

test("what was typed last is kept when the new version takes over at once", async (t) => {
  const site = await host(t);
  const { context, page, complaints, asked } = await visit(site);
  await read(page, "Marlow");
  await reopened(page).getByRole("button", { name: "Wrong" }).click();
  await button(page, "Keep it in this browser").click();
  await renew(site, page);
  await load(page).waitFor();
  await note(page, "Which Tuesday?");
  await load(page).click();
  await page.waitForFunction(() => !window.same && document.documentElement.dataset.started === "");
  await page.getByText("Your last visit left work in this browser").waitFor();
  assert.deepEqual(await versions(page), ["saywhen-of-test-2"]);
  await button(page, "Bring it back").click();
  await page.locator("li.event.called-wrong .tag.note", { hasText: "Which Tuesday?" }).waitFor();
  assert.deepEqual([asked, complaints], [[], []]);
  await context.setOffline(true);
  await page.getByRole("button", { name: "New article" }).click();
  await read(page, "Tannet");
  await context.close();
});

test("the new version is not offered while an article that was put away or laid beside is not kept", async (t) => {
  const site = await host(t);
  const { context, page, asked } = await visit(site);
  await read(page, "Marlow");
  await reopened(page).getByRole("button", { name: "Wrong" }).click();
  await renew(site, page);
  await ready(page).waitFor();
  for (const way of ["New article", "Add an article"]) {
    await button(page, way).click();
    await page.locator(".intake").waitFor();
    await page.evaluate(() => dispatchEvent(new Event("saywhen-update")));
    await ready(page).waitFor();
    assert.equal(await load(page).count(), 0, way);
    await page.getByRole("button", { name: "Ferry returns to Marlow" }).first().click();
    await page.locator("li.event.called-wrong").first().waitFor();
  }
  await button(page, "New article").click();
  await page.locator(".intake").waitFor();
  await page.reload();
  assert.deepEqual(asked, ["beforeunload"], "corrections that were put away are not left without a question");
  await context.close();
});

test("the browser asks before a page is left whose last change is not stored yet", async (t) => {
  const { context, page, asked } = await visit(await host(t));
  await read(page, "Marlow");
  await button(page, "Keep it in this browser").click();
  await page.waitForTimeout(900);
  await note(page, "Which Tuesday?");
  await page.keyboard.press("Tab");
  await page.reload();
  assert.deepEqual(asked, ["beforeunload"]);
  await context.close();
});

test("a new version that takes over in one tab leaves the other as it is, and is loaded there when its reader wants it", async (t) => {
  const site = await host(t);
  const { context, page, complaints } = await visit(site);
  const other = await context.newPage();
  await other.goto(site.address);
  await started(other);
  await mark(other);
  await read(other, "Tannet");
  await reopened(other).getByRole("button", { name: "Wrong" }).click();
  await button(other, "Keep it in this browser").click();
  await renew(site, page);
  await load(page).waitFor();
  await load(other).waitFor();
  await load(page).click();
  await page.waitForFunction(() => !window.same);
  await other.waitForTimeout(500);
  assert.ok(await isSame(other));
  await other.fill("#published-on", "2021-03-10");
  await other.locator("li.event.called-wrong time[datetime='2021-03-09']").waitFor();
  await other.waitForTimeout(900);
  await load(other).click();
  await other.waitForFunction(() => !window.same && document.documentElement.dataset.started === "");
  await button(other, "Bring it back").click();
  await other.locator("li.event.called-wrong time[datetime='2021-03-09']").waitFor();
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a new version that is already on its way when the page starts is told of", async (t) => {
  const site = await host(t);
  const { context } = await visit(site);
  site.renew();
  site.slow = 1500;
  const page = await context.newPage();
  await page.addInitScript(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
  await page.goto(site.address);
  await ready(page).waitFor();
  await context.close();
});
