// The browser and a page of the built site, for the tests beside this file.
// `cargo xtask test browser` serves the site and says where everything is.
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { join } from "node:path";

const { SAYWHEN_URL, SAYWHEN_PACKAGES, CHROME } = process.env;
if (!SAYWHEN_URL || !SAYWHEN_PACKAGES) throw new Error("run these with `cargo xtask test browser`");
const { chromium } = createRequire(join(SAYWHEN_PACKAGES, "any.js"))("playwright-core");

/** Where the built site is. */
export const address = SAYWHEN_URL;

// A browser that does nothing of its own accord: any request seen is ours.
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts a browser with an empty profile. */
export function launch() {
  return chromium.launch({ executablePath: CHROME, args: quiet });
}

/** One browser for all tests of a file; returns a function that gives it. */
export function sharedBrowser() {
  let browser;
  before(async () => { browser = await launch(); });
  after(() => browser?.close());
  return () => browser;
}

/**
 * Opens the site in a fresh profile and writes down what a reader should never cause:
 * console errors and warnings, page errors, reports of the policy, and every request.
 */
export async function open(browser, { path = "", ready = true, ...options } = {}) {
  // A service worker answers for the site once it has it, and would hide from a test what the test puts in a file's place.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block", locale: "en-GB", ...options });
  const page = await context.newPage();
  const complaints = [];
  const requests = [];
  page.on("console", (message) => {
    const ours = !message.text().includes("blocked by Playwright");
    if (ours && ["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`page error: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // What still loads of the site when its page is left ends with it.
    const isLeft = why === "net::ERR_ABORTED" && request.url().startsWith(address);
    if (!isLeft) complaints.push(`failed: ${request.url()} ${why}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  context.on("request", (request) => requests.push(request.url()));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} forbids ${event.blockedURI}`);
    });
  });
  await page.goto(new URL(path, address).href, { waitUntil: "load" });
  if (ready) await started(page);
  return { context, page, complaints, requests };
}

/** Waits until `holds` says so, or throws what `otherwise` says. */
async function until(page, holds, otherwise) {
  const end = Date.now() + 20_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(otherwise());
    await page.waitForTimeout(50);
  }
}

/** Waits until the page's own program runs and has started its three workers: the one that reads, its spare and the one that writes. */
export async function started(page) {
  await page.waitForSelector("html[data-started]", { state: "attached" });
  await until(page, () => page.workers().length >= 3, () => `only ${page.workers().length} of three workers have started`);
  await page.waitForLoadState("networkidle");
}

/** Waits until nothing has been requested for a second. */
export async function settled(page, requests) {
  let [count, since] = [requests.length, Date.now()];
  const isQuiet = () => {
    if (requests.length > count) [count, since] = [requests.length, Date.now()];
    return Date.now() - since > 1000;
  };
  await until(page, isQuiet, () => `requests do not end: ${requests.at(-1)}`);
}

/** Gives a text to the field in one piece, as a paste does: where the page does not take it, the field has it. */
export async function paste(page, text) {
  await page.evaluate((text) => {
    const field = document.querySelector("textarea");
    field.focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    if (!field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))) return;
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, text);
}

/**
 * The words of an element as a reader sees them. A passage or a person that no picture has been drawn of yet
 * has none (`content-visibility` in the style), so this waits until one has been.
 */
export function seen(locator) {
  return locator.evaluate(async (element) => {
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    return element.innerText;
  });
}
