// Whatever a stranger puts into an article, a page, a file, a link or a record: nothing of it runs, nothing is asked of another
// host, the page's policy has nothing to report, and text is shown as text.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { article, broken, htmlPage, markup, names, noAddresses, text, work } from "./attacks.mjs";
import { address, open, paste, seen, sharedBrowser, started } from "./browser.mjs";
import { oneLine, saveAll, showAll, timelineSite } from "./exports.mjs";

const browser = sharedBrowser();
const load = createRequire(join(process.env.SAYWHEN_PACKAGES, "any.js"));
const button = (page, name) => page.getByRole("button", { name, exact: true });
const everything = [...Object.values(markup), ...Object.values(text)];

/** Opens a page and writes down its dialogs besides the rest; what stands in `loaded` was asked for by the page itself. */
async function watch(options = {}) {
  const opened = await open(browser(), options);
  const dialogs = [];
  opened.page.on("dialog", (dialog) => {
    if (dialog.type() !== "beforeunload") dialogs.push(dialog.message());
    return dialog.accept();
  });
  return { ...opened, dialogs, loaded: opened.requests.length };
}

/** Every sign in an open page that something ran, was asked of a host or was reported. */
async function signs({ page, complaints, requests, dialogs, loaded }) {
  const ran = await page.evaluate(() => [globalThis.ran, {}.ran, globalThis.trustedTypes?.tagName].filter((value) => value !== undefined));
  const asked = requests.slice(loaded).filter((url) => !url.startsWith("blob:") && !url.startsWith(address));
  return [...ran.map((value) => `ran: ${value}`), ...dialogs.map((words) => `dialog: ${words}`), ...asked.map((url) => `asked: ${url}`), ...complaints];
}

/** What of an article's place, or of the whole page, came in as markup: the page makes none of these itself, but for links to passages. */
const foreign = (page) => page.locator(`:is(.article, .work, .notices, .head) :is(script, style, img, iframe, object, embed, video, audio, math, marquee, template,
  base, meta, link, [onclick], [onerror], [onload], [style])`).count();

/** Makes room and gives an article in one piece. */
async function next(page, words) {
  if (await button(page, "New article").count() > 0) await button(page, "New article").click();
  await page.locator(".intake").waitFor();
  await paste(page, words);
  await page.locator(".event .lead").first().waitFor();
}

/** Drops a file on the page. */
const drop = (page, name, type, content) => page.evaluate(({ name, type, content }) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([content], name, { type }));
  document.querySelector(".page").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer }));
}, { name, type, content });

/** Pastes what a web page gives to the clipboard. Says whether the page took it. */
const pasteMarkup = (page, html, plain = "") => page.evaluate(({ html, plain }) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/html", html);
  clipboardData.setData("text/plain", plain);
  const field = document.querySelector("textarea");
  field.focus();
  return !field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
}, { html, plain });

/** Empties the page for the next article. */
async function clear(page) {
  await button(page, "New article").click();
  await page.locator(".intake").waitFor();
}

/** The words of the article as they are shown. */
const shown = async (page) => oneLine(await seen(page.locator(".article")));

/** Waits until the article shows `words` in one line. */
const shows = (page, words) => page.waitForFunction((words) => {
  return document.querySelector(".article")?.innerText.replace(/\s+/g, " ").includes(words);
}, words, { timeout: 10_000 }).catch(() => assert.fail(`not shown: ${words}`));

test("what the tests below look for is seen: a handler that is reported, and payloads that run where nothing holds them", async () => {
  const guarded = await watch();
  await guarded.page.evaluate(() => { new DOMParser().parseFromString("<p onclick='window.ran=1'>Rain.</p>", "text/html"); });
  assert.match((await signs(guarded)).join("\n"), /policy: script-src-attr/);
  await guarded.context.close();

  const context = await browser().newContext();
  const running = [];
  for (const [name, payload] of Object.entries(markup)) {
    const page = await context.newPage();
    const seen = { page, complaints: [], requests: [], dialogs: [], loaded: 0 };
    page.on("dialog", (dialog) => { seen.dialogs.push(dialog.message()); return dialog.accept(); });
    page.on("request", (request) => { if (!request.url().startsWith("data:")) seen.requests.push(request.url()); });
    await page.setContent(htmlPage(payload), { waitUntil: "commit" }).catch(() => {});
    await page.waitForTimeout(50);
    if ((await signs(seen).catch(() => ["left"])).length > 0) running.push(name);
    await page.close();
  }
  console.log(`# ${running.length} of ${Object.keys(markup).length} payloads run in a page without a policy`);
  assert.ok(running.length > Object.keys(markup).length / 2, running.join(", "));
  await context.close();
});

test("pasted text is shown as it is, in the words, the quotations, the names, the offices and the headline", async () => {
  const watched = await watch();
  const { page, context } = watched;
  for (const payload of everything) {
    const words = oneLine(payload);
    await next(page, article(words));
    await shows(page, `Tuesday, and ${words} was found`);
    await shows(page, `Ines ${words} Caldry said`);
    assert.equal(await foreign(page), 0, words);
  }
  assert.deepEqual(await signs(watched), []);
  await context.close();
});

test("one article of all payloads is read, filtered, printed and compared, and shows them as text", async () => {
  const watched = await watch();
  const { page, context } = watched;
  const all = everything.map((payload) => article(oneLine(payload))).join("\n\n");
  await next(page, all);
  await showAll(page);
  for (const why of (await page.getByRole("button", { name: "Why?" }).all()).slice(0, 12)) await why.click();
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.waitForTimeout(500);
  assert.equal(await foreign(page), 0);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await button(page, "Add an article").click();
  await paste(page, article("<img src=x onerror=window.ran=1>"));
  await page.locator(".event .lead").first().waitFor();
  await button(page, "Compare").click();
  await page.locator(".comparing li").first().waitFor();
  assert.equal(await foreign(page), 0);
  assert.deepEqual(await signs(watched), []);
  await context.close();
});

test("a page that is pasted gives its words, and the rest of it does nothing", async () => {
  const watched = await watch();
  const { page, context } = watched;
  for (const [name, payload] of Object.entries(markup)) {
    const taken = await pasteMarkup(page, htmlPage(payload), "Nothing.");
    assert.ok(taken, name);
    await page.locator(".event .lead").first().waitFor();
    await shows(page, "The harbour of Tannet reopened on 2 March 2021.");
    assert.equal(await foreign(page), 0, name);
    assert.deepEqual(await signs(watched), [], name);
    await clear(page);
  }
  await context.close();
});

test("words behind handlers, styles and scripts of a page that is pasted are not lost", async () => {
  const { page, context } = await watch();
  for (const name of ["a handler behind a mark in a value", "a handler behind a script with a mark", "a handler behind a comment with a mark",
    "style with a comment", "a form that hides how it is removed", "pictures that hide how a page is searched", "a base", "a policy"]) {
    await pasteMarkup(page, htmlPage(`${markup[name]}<p>The ferry, online and styled, went on onto the onset of 'onclick=1' in style.</p>`));
    await page.locator(".event .lead").first().waitFor();
    await shows(page, "The harbour of Tannet");
    const seen = await shown(page);
    assert.match(seen, /The ferry, online and styled, went on onto the onset of 'onclick=1' in style\./, name);
    assert.match(seen, /Mayor Ada Finch said: “We are glad\.”$/, name);
    assert.doesNotMatch(seen, /window\.ran|elsewhere/, name);
    await clear(page);
  }
  await context.close();
});

test("files do nothing, whatever they hold and are called", async () => {
  const watched = await watch();
  const { page, context } = watched;
  for (const payload of everything) {
    await drop(page, "page.html", "text/html", htmlPage(payload));
    await shows(page, "The harbour of Tannet");
    assert.equal(await foreign(page), 0, payload);
    await clear(page);
  }
  const all = everything.map((payload) => article(oneLine(payload))).join("\n\n");
  for (const name of names) {
    for (const ending of [".txt", ".md", ".html"]) {
      await drop(page, name + ending, "", ending === ".html" ? htmlPage(everything.join("<p>")) : all);
      await page.locator(".event .lead").first().waitFor();
      assert.equal(await foreign(page), 0, name);
      await clear(page);
    }
  }
  assert.deepEqual(await signs(watched), []);
  await context.close();
});

test("a Markdown file gives words and no links", async () => {
  const watched = await watch();
  const { page, context } = watched;
  const links = everything.map((payload) => `Mayor Ada Finch said that ${payload} reopened on 2 March 2021.`).join("\n\n");
  await page.setInputFiles("input[type=file]", { name: "page.md", mimeType: "text/markdown", buffer: Buffer.from(links) });
  await page.locator(".event .lead").first().waitFor();
  assert.equal(await page.locator(".article a").count(), 0);
  assert.equal(await foreign(page), 0);
  assert.deepEqual(await signs(watched), []);
  await context.close();
});

test("a file without words is refused as a file", async () => {
  const watched = await watch();
  const { page, context } = watched;
  for (const [name, content] of [["a.html", "<script>window.ran=1</script><img src=x onerror=window.ran=1>"], ["a.md", "![](javascript:window.ran=1)"], ["a.txt", " \n"]]) {
    await drop(page, name, "", content);
    await page.getByText("This file is not text that Saywhen can read").waitFor();
    await button(page, "Close").click();
  }
  assert.deepEqual(await signs(watched), []);
  await context.close();
});

/** Opens a file of work in place of what is there. */
async function openWork(page, name, content) {
  if (await button(page, "New article").count() > 0) await clear(page);
  await drop(page, name, "application/json", content);
}

test("a file of work brings corrections and nothing else", async () => {
  const watched = await watch();
  const { page, context } = watched;
  for (const [i, payload] of everything.entries()) {
    const words = oneLine(payload);
    await openWork(page, `${names[i % names.length]}.saywhen.json`, work(article(words), words));
    await page.locator(".event .lead").first().waitFor();
    await shows(page, words);
    assert.equal(await foreign(page), 0, words);
    assert.equal(await page.locator("a[href^='javascript' i]").count(), 0, words);
    assert.equal(await page.locator(".address summary").innerText(), "Add its address", words);
  }
  assert.deepEqual(await signs(watched), []);
  await context.close();
});

test("a broken file of work is refused with words", async () => {
  const watched = await watch();
  const { page, context } = watched;
  for (const [name, content] of Object.entries(broken)) {
    await drop(page, "__proto__.saywhen.json", "application/json", content);
    await page.getByText(/holds no work of Saywhen|A newer Saywhen wrote/).waitFor();
    assert.ok(await page.locator("textarea").isVisible(), name);
    await button(page, "Close").click();
  }
  for (const date of ["+262142-12-31", "-262143-01-01"]) {
    const edits = [{ published: { date } }];
    await openWork(page, "a.json", JSON.stringify({ saywhen: 1, engine: "", text: article("two weeks later the fog"), edits }));
    await page.locator(".event .lead").first().waitFor();
    await page.getByText("given by you").waitFor();
  }
  assert.deepEqual(await signs(watched), []);
  await context.close();
});

/** A link to work that came as a file, and the context that made it. */
async function link(words) {
  const { page, context } = await watch({ permissions: ["clipboard-read", "clipboard-write"] });
  await openWork(page, "work.saywhen.json", work(article(words), words));
  await page.locator(".event .lead").first().waitFor();
  await page.getByText("Take away").click();
  await button(page, "Copy a link to this work").click();
  await page.getByText("link is on the clipboard").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await context.close();
  return link;
}

test("a link brings an article and corrections, and does nothing; a broken one says so", async () => {
  const words = oneLine(everything.filter((payload) => payload.length < 90).slice(0, 40).join(" "));
  const whole = await link(words);
  const watched = await watch({ path: whole });
  await watched.page.locator(".event .lead").first().waitFor();
  await shows(watched.page, words);
  assert.equal(await foreign(watched.page), 0);
  assert.equal(await watched.page.locator("a[href^='javascript' i]").count(), 0);
  assert.equal(await watched.page.locator(".address summary").innerText(), "Add its address");
  assert.deepEqual(await signs(watched), []);
  const start = whole.indexOf("#1.") + 3;
  const turned = (at) => whole.slice(0, at) + (whole[at] === "A" ? "B" : "A") + whole.slice(at + 1);
  const cut = [1, 2, 3, 4].map((part) => whole.slice(0, start + Math.floor(((whole.length - start) * part) / 5)));
  const fragments = [...cut, turned(start), turned(start + 40), turned(whole.length - 1), `${address}#1.<script>window.ran=1</script>`, `${address}#1.__proto__`,
    `${address}#1.${"A".repeat(200000)}`, `${address}#-1.A`, `${address}#${"9".repeat(400)}.A`, `${address}#%00%ff.%00`, `${address}#javascript:window.ran=1`];
  for (const fragment of fragments) {
    await watched.page.goto("about:blank");
    await watched.page.goto(fragment);
    await started(watched.page);
    await watched.page.waitForTimeout(100);
    const told = await watched.page.locator(".notices").innerText();
    const opened = await watched.page.locator(".event .lead").count() > 0;
    if (fragment.includes("#1.")) assert.ok(opened || /cut or was changed/.test(told), `${fragment.slice(0, 80)}: ${told}`);
    else assert.ok(await watched.page.locator("textarea").isVisible(), fragment);
  }
  assert.deepEqual(await signs(watched), []);
  await watched.context.close();
});

test("what is typed as an address is one of a page, or is refused", async () => {
  const watched = await watch();
  const { page, context } = watched;
  await next(page, article("the fog"));
  await page.getByText("Add its address").click();
  for (const typed of noAddresses) {
    await page.getByLabel("Address of the article").fill(typed);
    await button(page, "Set").click();
    await page.getByText("This is no address of a page").waitFor();
    await page.getByLabel("Address of the article").fill("https://news.example/");
    assert.equal(await page.locator("a[href]:not(.skip)").count(), 0, typed);
  }
  assert.deepEqual(await signs(watched), []);
  await context.close();
});

test("what is typed as a note, a name, an office or a body is shown as text, and can be made one with another", async () => {
  const watched = await watch();
  const { page, context } = watched;
  await next(page, article("the fog"));
  await page.getByRole("button", { name: /All sources/ }).click();
  const event = page.locator("li.event", { hasText: "reopened" }).first();
  const source = page.locator("li.source").first();
  await event.getByRole("button", { name: "Why?" }).click();
  await source.getByText("Correct this source").click();
  for (const payload of [...everything.map(oneLine)]) {
    await event.getByLabel("Note").fill(payload);
    await event.getByLabel("Note").press("Tab");
    for (const label of ["Name", "Office", "Organisation"]) await source.getByRole("textbox", { name: label }).fill(payload);
    await button(source, "Save").click();
    assert.ok((await event.locator(".tag.note").innerText()).includes(payload), payload);
    assert.equal(await seen(source.locator("h3")), payload);
    assert.equal(await foreign(page), 0, payload);
  }
  const second = page.locator("li.source").nth(1);
  await second.getByText("Correct this source").click();
  const choice = second.getByRole("combobox", { name: "The same as" });
  await choice.selectOption({ label: await choice.locator("option").nth(1).innerText() });
  await second.getByRole("button", { name: /^Make them one/ }).click();
  assert.equal(await foreign(page), 0);
  assert.deepEqual(await signs(watched), []);
  await context.close();
});

test("work that was kept comes back and does nothing, nor does what others left in the browser", async () => {
  const watched = await watch();
  const { page, context } = watched;
  const words = text["the end of an attribute"];
  await openWork(page, "work.saywhen.json", work(article(words), everything.map(oneLine).join(" ")));
  await page.locator(".event .lead").first().waitFor();
  await button(page, "Keep it in this browser").click();
  await page.waitForTimeout(900);
  await page.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open("saywhen", 1);
    request.onsuccess = () => {
      const transaction = request.result.transaction("saywhen", "readwrite");
      const store = transaction.objectStore("saywhen");
      store.put("<img src=x onerror=window.ran=1>", "work-text");
      store.put({ ["__proto__"]: { ran: 1 }, version: 3 }, "__proto__");
      store.put(new Uint8Array(0), "work-none");
      store.put(new Uint8Array([3, 255, 255, 255, 255, 15]), "work-long");
      store.put(new Uint8Array([3, 1, 60]), 7);
      transaction.oncomplete = () => { request.result.close(); resolve(); };
    };
  }));
  await page.reload();
  await started(page);
  await page.locator(".earlier li button").first().click();
  await page.locator(".event .lead").first().waitFor();
  await shows(page, words);
  assert.equal(await foreign(page), 0);
  assert.deepEqual(await signs(watched), []);
  await context.close();
});

test("what another program shares does nothing, and what is no share is no fault", async () => {
  const watched = await watch({ serviceWorkers: "allow" });
  const { page, context } = watched;
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  const share = async (fields, enctype = "multipart/form-data", action = "share") => {
    await page.goto("about:blank");
    await page.setContent(`<form method="post" enctype="${enctype}" action="${new URL(action, address).href}"></form>`);
    await page.evaluate((fields) => {
      const form = document.querySelector("form");
      for (const [name, value] of Object.entries(fields)) form.append(Object.assign(document.createElement("input"), { name, value }));
      HTMLFormElement.prototype.submit.call(form);
    }, fields);
    await page.waitForURL(address);
    await started(page);
  };
  for (const payload of [markup["a script"], markup["a handler"], text["the end of an attribute"], text["a template literal"], text["a name of all objects"]]) {
    await share({ title: payload, text: article(payload), url: "javascript:window.ran=1" });
    await page.locator(".event .lead").first().waitFor();
    await shows(page, oneLine(payload));
    assert.equal(await foreign(page), 0, payload);
    assert.equal(await page.locator(".address summary").innerText(), "Add its address", payload);
  }
  for (const [fields, enctype] of [[{ file: "words in place of a file" }], [{}, "text/plain"], [{ ["__proto__"]: "a", text: "javascript:window.ran=1" }, "text/plain"]]) {
    await share(fields, enctype);
    assert.ok(await page.locator(".page").isVisible());
  }
  assert.deepEqual((await signs(watched)).filter((sign) => sign !== "asked: about:blank"), []);
  await context.close();
});

test("what is taken away runs nothing, links to nothing and is called by harmless names", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "saywhen-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const watched = await watch({ acceptDownloads: true });
  const words = everything.map(oneLine).join(" ");
  const articles = everything.map((payload) => article(oneLine(payload))).join("\n\n");
  await openWork(watched.page, "work.saywhen.json", work(articles, words));
  await showAll(watched.page);
  const files = await saveAll(watched.page, folder);
  assert.deepEqual(await signs(watched), []);
  await watched.context.close();
  for (const [format, { path }] of files) assert.match(basename(path), /^[\p{L}\p{N}-]{1,60}(\.[a-z]+){1,2}$/u, format);

  const report = await watch({ path: pathToFileURL(files.get("Web page").path).href, ready: false });
  await report.page.waitForTimeout(300);
  assert.deepEqual(await signs(report), []);
  assert.equal(await report.page.locator(`body :is(script, style, img, iframe, object, embed, svg, math, form, b, i, base, meta, link, a:not([href^="#p"]))`).count(), 0);
  assert.ok(oneLine(await report.page.locator("body").innerText()).includes(oneLine(markup["a handler"])));
  await report.context.close();

  const { Parser } = load("commonmark");
  const walker = new Parser().parse(files.get("Markdown").text).walker();
  for (let step = walker.next(); step; step = walker.next()) {
    assert.ok(!["html_inline", "html_block", "link", "image", "code", "code_block"].includes(step.node.type), step.node.literal ?? step.node.destination);
  }

  const slides = await watch({ path: await timelineSite(t, files.get("TimelineJS").text), ready: false });
  await slides.page.waitForFunction(() => window.timeline.ready);
  await slides.page.waitForTimeout(300);
  assert.equal(await slides.page.locator("#timeline :is(script, iframe, form, math, marquee, details, [onerror], [onload], [onclick])").count(), 0);
  assert.deepEqual((await signs(slides)).filter((sign) => !sign.startsWith(`asked: ${new URL(slides.page.url()).origin}`)), []);
  await slides.context.close();

  const cells = load("csv-parse/sync").parse(files.get("CSV, safe").text, { record_delimiter: "\r\n" }).flat();
  assert.ok(cells.every((cell) => !/^\s*[=+\-@\t\r]/.test(cell)));
  for (const format of ["JSON", "JSON-LD", "Web Annotations", "Article and corrections"]) {
    const record = files.get(format).text;
    JSON.parse(record);
    assert.doesNotMatch(record, /"(url|address|@id|source|scope)": ?"javascript:/, format);
  }
});
