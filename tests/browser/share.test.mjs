// Work that travels: by a link, and from a copied web page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { address, open, seen, sharedBrowser } from "./browser.mjs";

const browser = sharedBrowser();

const article = `Ferry returns to Marlow

MARLOW, March 3, 2021 - The harbour of Marlow reopened on Tuesday.

“We are glad to be back,” Harbour Minister Ines Calder said on Wednesday 🙂.
`;

async function paste(page, data) {
  await page.evaluate((data) => {
    const field = document.querySelector("textarea");
    field.focus();
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text);
    const taken = !field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
    if (taken) return;
    field.value = data["text/plain"];
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, data);
  await page.waitForSelector(".event .lead");
}

const shown = (page) => page.locator(".timeline-column .events").first().innerText();

test("a link opened in a fresh profile gives the same view, and no host is told what it holds", async () => {
  const { context, page } = await open(browser(), { permissions: ["clipboard-read", "clipboard-write"] });
  await paste(page, { "text/plain": article });
  const reopened = page.locator("li.event", { hasText: "reopened" }).first();
  await reopened.getByRole("button", { name: "Wrong" }).click();
  await reopened.getByRole("button", { name: "Why?" }).click();
  await reopened.getByLabel("Note").fill("Which Tuesday?");
  await reopened.getByLabel("Note").press("Tab");
  await reopened.getByRole("button", { name: "Why?" }).click();
  const view = await shown(page);
  assert.match(view, /wrong[\s\S]*Which Tuesday/);
  await page.getByText("Take away").click();
  await page.getByRole("button", { name: "Copy a link to this work" }).click();
  await page.waitForFunction(() => document.querySelector(".notices").textContent.includes("link is on the clipboard"));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(link.startsWith(`${address}#1.`), link.slice(0, 40));
  await context.close();

  const other = await open(browser(), { path: link });
  await other.page.waitForSelector(".event .lead");
  assert.equal(await shown(other.page), view);
  assert.equal(other.page.url(), address, "the work is not left in the address");
  assert.ok(other.requests.every((url) => !url.includes("#1.") && !url.includes(link.split(".").at(-1))));
  assert.deepEqual(other.complaints, []);
  await other.context.close();
});

test("a link that is cut, changed or of a later version says so, and the page stays as it is", async () => {
  for (const [fragment, words] of [["#1.AAAA", /cut or was changed/], ["#1.", /cut or was changed/], ["#1.%%%", /cut or was changed/], ["#99.AAAA", /newer Saywhen/]]) {
    const { context, page } = await open(browser(), { path: `${address}${fragment}` });
    await page.waitForFunction(() => document.querySelector(".notices").textContent.trim().length > 0);
    assert.match(await page.locator(".notices").innerText(), words, fragment);
    assert.ok(await page.locator("textarea").isVisible());
    await context.close();
  }
});

test("a text that is too long for a link is refused with words", async () => {
  const { context, page } = await open(browser());
  let seed = 7;
  const word = () => { seed = (seed * 48271) % 2147483647; return seed.toString(36); };
  const long = `${article}\n\n${Array.from({ length: 12000 }, word).join(" ")}.`;
  await paste(page, { "text/plain": long });
  await page.getByText("Take away").click();
  await page.getByRole("button", { name: "Copy a link to this work" }).click();
  await page.waitForFunction(() => document.querySelector(".notices").textContent.includes("too long for a link"));
  await context.close();
});

test("what is copied from a web page gives its paragraphs and its date, and runs nothing", async () => {
  const { context, page, complaints } = await open(browser());
  const html = `<html><head><meta property="article:published_time" content="2019-05-14T08:00:00Z"><link rel="canonical" href="https://news.example/mill"></head><body>
    <h1>Mill to close</h1><p>By a reporter</p><p style="color:red" onclick="window.ran = true">The mill in Orle closed on <b>Monday</b>.</p>
    <script>window.ran = true</script><img src="x" onerror="window.ran = true"><nav>Home</nav><p>&ldquo;We are sorry,&rdquo; owner Ada Brill said.</p></body></html>`;
  await paste(page, { "text/html": html, "text/plain": "Mill to close" });
  const text = await seen(page.locator(".article"));
  assert.match(text, /Mill to close[\s\S]*The mill in Orle closed on Monday\.[\s\S]*“We are sorry,” owner Ada Brill said\./);
  assert.doesNotMatch(text, /Home/);
  assert.equal(await page.inputValue("#published-on"), "2019-05-14");
  assert.match(await page.locator(".notices").innerText(), /read from the copied page/);
  assert.equal(await page.locator(".address summary").innerText(), "news.example");
  assert.equal(await page.locator("li.event", { hasText: "closed" }).first().locator("time").getAttribute("datetime"), "2019-05-13");
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("another program shares a text with the installed site, which sends it to no host", async () => {
  const { context, page } = await open(browser(), { serviceWorkers: "allow" });
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  const posted = [];
  context.on("request", (request) => { if (request.method() === "POST" && request.serviceWorker()) posted.push(request.url()); });
  const share = async (fields) => {
    // A form of another page does what the system does when a text is shared.
    await page.goto("about:blank");
    await page.setContent(`<form method="post" enctype="multipart/form-data" action="${new URL("share", address).href}"></form>`);
    await page.evaluate((fields) => {
      const form = document.querySelector("form");
      for (const [name, value] of Object.entries(fields)) form.append(Object.assign(document.createElement("input"), { name, value }));
      form.submit();
    }, fields);
    await page.waitForURL(address);
  };
  await share({ title: "Ferry returns", text: "The ferry returned to Marlow on March 2, 2021, said Mayor Ines Calder.", url: "https://news.example/ferry" });
  await page.waitForSelector(".event .lead");
  assert.match(await seen(page.locator(".article")), /^Ferry returns\s+The ferry returned/);
  assert.equal(await page.locator(".address summary").innerText(), "news.example");
  await page.reload();
  await page.waitForSelector("textarea");
  assert.equal(await page.locator(".event").count(), 0, "what was shared comes once");
  await share({ title: "Ferry returns", text: "https://news.example/ferry", url: "" });
  await page.waitForFunction(() => document.querySelector(".notices").textContent.includes("Only an address was shared"));
  assert.deepEqual(posted, []);
  await context.close();
});

test("dates have the month first for readers who are used to that", async () => {
  for (const [locale, words] of [["en-US", "March 2"], ["en-GB", "2 March"], ["sv-SE", "2 March"]]) {
    const { context, page } = await open(browser(), { locale });
    await paste(page, { "text/html": article.replace(/.+/g, "<p>$&</p>") });
    await page.waitForSelector(".event time");
    assert.equal(await page.locator(".event time b").first().innerText(), words, locale);
    await context.close();
  }
});
