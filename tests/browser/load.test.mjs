// What loading the site does, and what it does not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { address, open, settled, sharedBrowser } from "./browser.mjs";

const browser = sharedBrowser();
const policy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; " +
  "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
  "require-trusted-types-for 'script'; trusted-types default";

test("the page starts without a complaint, from any folder of a host", async () => {
  const { context, page, complaints, requests } = await open(browser());
  assert.match(await page.title(), /Saywhen/);
  assert.deepEqual(complaints, []);
  const elsewhere = requests.filter((url) => !url.startsWith(address) && !/^(data|blob):/.test(url));
  assert.deepEqual(elsewhere, []);
  await context.close();
});

test("nothing is requested after loading", async () => {
  const { context, page, requests } = await open(browser(), { serviceWorkers: "allow" });
  await settled(page, requests);
  const loaded = requests.length;
  await page.mouse.move(200, 200);
  await page.keyboard.press("Tab");
  await page.waitForTimeout(1000);
  assert.deepEqual(requests.slice(loaded), []);
  await context.close();
});

test("a page whose program cannot be loaded says so", async () => {
  const context = await browser().newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(address);
  await page.waitForFunction(() => document.body.textContent.includes("reload the page"));
  await context.close();
});

test("the policy stands in the page and holds", async () => {
  const { context, page } = await open(browser());
  const stated = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', "content");
  assert.equal(stated, policy);
  const outcome = await page.evaluate(() => new Promise((resolve) => {
    addEventListener("securitypolicyviolation", (event) => resolve(event.violatedDirective));
    fetch("https://elsewhere.invalid/").then(() => resolve("let through"), () => {});
  }));
  assert.equal(outcome, "connect-src");
  await context.close();
});

test("no program may turn text into markup on the page, or load a script from elsewhere", async () => {
  const { context, page } = await open(browser());
  const refused = await page.evaluate(() => [
    () => { document.body.innerHTML = "<b>text</b>"; },
    () => document.body.insertAdjacentHTML("beforeend", "<b>text</b>"),
    () => { document.createElement("script").text = "document.title = 'ran'"; },
    () => new Worker("https://elsewhere.invalid/worker.js"),
    () => trustedTypes.createPolicy("another", {}),
  ].map((act) => {
    try {
      act();
      return "let through";
    } catch (error) {
      return error.name;
    }
  }));
  assert.deepEqual(refused, Array(5).fill("TypeError"));
  await context.close();
});

/** Waits until the service worker has fetched the site and answers for it. */
const kept = (page) => page.waitForFunction(async () => (await navigator.serviceWorker.ready) && navigator.serviceWorker.controller);

test("after the first visit the site works with the network off", async () => {
  const { context, page, complaints } = await open(browser(), { serviceWorkers: "allow" });
  await kept(page);
  await context.setOffline(true);
  await page.reload();
  await page.waitForSelector("html[data-started]", { state: "attached" });
  await page.locator("[data-sample]").first().click();
  await page.waitForSelector(".event .lead");
  await page.waitForSelector(".quotation .lead");
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the single file can be got from a site that the browser keeps", async () => {
  const { context, page } = await open(browser(), { serviceWorkers: "allow" });
  await kept(page);
  await page.goto(new URL("saywhen.html", address).href);
  assert.match(await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', "content"), /worker-src blob:/);
  await context.close();
});

test("the site can be installed: its manifest names what is there", async () => {
  const { context, page } = await open(browser());
  const manifest = await page.evaluate(async () => {
    const address = document.querySelector("link[rel=manifest]").href;
    const manifest = await (await fetch(address)).json();
    const found = await Promise.all(manifest.icons.map(async (icon) => (await fetch(new URL(icon.src, address))).ok));
    return { ...manifest, found };
  });
  assert.deepEqual([manifest.name, manifest.start_url, manifest.display, manifest.found], ["Saywhen", "./", "standalone", [true]]);
  await context.close();
});

test("the single file opens from a disk, reads an article and asks no host for anything", async () => {
  const folder = await mkdtemp(join(tmpdir(), "saywhen-"));
  const file = join(folder, "saywhen.html");
  await writeFile(file, Buffer.from(await (await fetch(new URL("saywhen.html", address))).arrayBuffer()));
  const { context, page, complaints, requests } = await open(browser(), { path: pathToFileURL(file).href, offline: true });
  await page.locator("[data-sample]").nth(1).click();
  await page.waitForSelector(".event .lead");
  await page.waitForSelector(".quotation .lead");
  assert.deepEqual(complaints, []);
  assert.deepEqual(requests.filter((url) => !/^(file|data|blob):/.test(url)), []);
  await context.close();
  await rm(folder, { recursive: true });
});
