// Every export is read by a program of its format that is not ours, and must say to it what the page says to a reader.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { launch, open } from "./browser.mjs";
import { address, article, correct, corrected, entries, note, noted, oneLine, read, said, saveAll, showAll, slice, timelineSite, wrong } from "./exports.mjs";
import { annotationTerms, newsTerms } from "./terms.mjs";

const packages = process.env.SAYWHEN_PACKAGES;
const load = createRequire(join(packages, "any.js"));

let browser;
let folder;
let files;
let record;
let shown;

before(async () => {
  browser = await launch();
  folder = await mkdtemp(join(tmpdir(), "saywhen-"));
  const { context, page, complaints } = await read(browser);
  await correct(page);
  shown = await entries(page);
  files = await saveAll(page, folder);
  record = JSON.parse(text("JSON"));
  assert.deepEqual(complaints, []);
  await context.close();
});
after(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

const title = "Ferry #7 *returns* to Orlemouth & the <b>Tannet</b> line";
const text = (name) => files.get(name).text;
const findings = () => [...record.events, ...record.quotations];
const event = (words) => record.events.find((event) => event.text.includes(words));
const quotation = (words) => record.quotations.find((quotation) => said(quotation).includes(words));
const entity = (id) => record.entities.find((entity) => entity.id === id);
/** The events of a timeline, which tells each of them once. */
const dated = () => record.timeline.dated.map((id) => record.events.find((event) => event.id === id));

test("the menu has no row that is not tested here", () => {
  assert.deepEqual([...files.keys()], ["Markdown", "Web page", "CSV", "iCalendar", "TimelineJS", "JSON", "JSON-LD", "Web Annotations",
    "Article and corrections", "CSV, safe"]);
});

/** Every object of a record that has words at a place. */
function slices(value) {
  if (value === null || typeof value !== "object") return [];
  const own = "start" in value && "text" in value ? [value] : [];
  return own.concat(...Object.values(value).map(slices));
}

test("JSON keeps to its schema, and every span has its words", async () => {
  const { default: Ajv } = load("ajv/dist/2020");
  const schema = JSON.parse(await readFile(new URL("../export/record.schema.json", import.meta.url), "utf8"));
  const validate = new Ajv({ allErrors: true }).compile(schema);
  assert.ok(validate(record), JSON.stringify(validate.errors, null, 1));
  const { corrections, ...found } = record;
  assert.ok(slices(found).length > 100);
  for (const { start, end, text } of slices(found)) assert.equal(slice(start, end), text);
  assert.equal(record.document.address, address);
  assert.equal(event(corrected.words).date.value, corrected.date);
  assert.equal(record.timexes.find(({ id }) => id === event(corrected.words).timex).review.change, "changed");
  assert.equal(event(corrected.words).review.note, note);
  assert.equal(quotation(noted).review.note, note);
  assert.equal(event("collapsed").review.verdict, "right");
  assert.equal(quotation(wrong), undefined);
  assert.deepEqual(corrections.map((edit) => Object.keys(edit)[0]).sort(), ["address", "date", "judge", "judge", "note", "note"]);
  assert.equal(corrections.find((edit) => edit.judge?.verdict === "wrong").judge.of.words.exact, wrong);
  // A correction finds its words by their place in bytes, so that an old file of work is read as it was written.
  const bytes = Buffer.from(article);
  for (const { words } of corrections.flatMap((edit) => Object.values(edit)[0].of ?? [])) {
    assert.ok(bytes.subarray(words.start).toString().startsWith(words.exact + words.suffix), words.exact);
  }
});

/** The rows of a table by the names of its columns. Fails where RFC 4180 does not have it so. */
function rows(csv) {
  assert.ok(csv.endsWith("\r\n"));
  return load("csv-parse/sync").parse(csv, { columns: true, record_delimiter: "\r\n" });
}

test("CSV has a row for each finding, with its exact words, the verdict and the note", () => {
  const table = rows(text("CSV"));
  assert.deepEqual(table.map((row) => row.id), findings().map((finding) => finding.id));
  for (const row of table) {
    const parts = row.spans.split(";").map((span) => slice(...span.split("-").map(Number)));
    assert.equal(row.words, parts.join(" […] "));
    assert.equal(row.address, address);
  }
  const row = (words) => table.find((row) => row.words.includes(words));
  assert.match(row("without a road").words, /"without a road, without a stage\nand without a voice"/);
  assert.deepEqual([row(corrected.words).date, row(corrected.words).change, row(corrected.words).note], [corrected.date, "changed", note]);
  assert.equal(table.find((row) => row.kind === "quotation" && row.words.startsWith(noted)).note, note);
  assert.equal(row("collapsed").verdict, "right");
});

test("CSV that is safe for spreadsheets marks what could be a formula, and only that", () => {
  const [plain, safe] = ["CSV", "CSV, safe"].map((name) => rows(text(name)).flatMap(Object.values));
  for (const start of ["'=1+1 is", "'- first the pier"]) assert.ok(safe.some((cell) => cell.startsWith(start)), start);
  assert.deepEqual(safe.map((cell) => cell.replace(/^'(?=[=+\-@])/, "")), plain);
  assert.ok(safe.every((cell) => !/^\s*[=+\-@\t\r]/.test(cell)));
});

test("TimelineJS builds a slide for each dated event, with its words and the corrected date", async (t) => {
  const site = await timelineSite(t, text("TimelineJS"));
  const { context, page, complaints, requests } = await open(browser, { path: site, ready: false });
  await page.waitForFunction(() => window.timeline.ready);
  assert.deepEqual(await page.evaluate(() => window.timeline.config.messages.errors), []);
  const count = JSON.parse(text("TimelineJS")).events.length;
  assert.equal(count, dated().length);
  assert.equal(await page.locator(".tl-timemarker").count(), count);
  assert.equal(await page.locator(".tl-slide").count(), count + 1, "a title goes before");
  assert.equal(await page.locator(".tl-headline-title").innerText(), title);
  const texts = await page.locator(".tl-slide .tl-text-content").allTextContents();
  for (const { text } of dated()) assert.ok(texts.some((shown) => shown.includes(`“${oneLine(text)}”`)), text);
  await page.evaluate(() => window.timeline.goTo(1));
  const first = page.locator(".tl-slide", { hasText: corrected.words });
  await first.locator("h2").waitFor({ state: "visible" });
  assert.equal(await first.locator("h2").innerText(), event(corrected.words).text);
  assert.equal(await first.locator("h3").innerText(), corrected.shown);
  assert.ok((await first.textContent()).includes(note));
  assert.equal(await page.locator("#timeline :is(b, i)").count(), 0, "tags in the article and in the note are text");
  assert.deepEqual(complaints, []);
  assert.ok(requests.every((url) => url.startsWith(site) || url === "data:,"), requests.join("\n"));
  await context.close();
});

function calendarEvents(calendar) {
  const ICAL = load("ical.js");
  return new ICAL.Component(ICAL.parse(calendar)).getAllSubcomponents("vevent");
}

test("iCalendar holds the events of one day each, under their words", () => {
  const calendar = text("iCalendar");
  const lines = calendar.split("\r\n");
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line)));
  const events = calendarEvents(calendar);
  const days = dated().filter(({ date }) => /^\d{4}-\d\d-\d\d\??$/.test(date.edtf));
  assert.equal(events.length, days.length);
  assert.equal(new Set(events.map((event) => event.getFirstPropertyValue("uid"))).size, events.length);
  events.forEach((event, i) => {
    const value = (name) => event.getFirstPropertyValue(name);
    const [start, end] = ["dtstart", "dtend"].map((name) => event.getFirstProperty(name));
    assert.deepEqual([start.type, end.type], ["date", "date"]);
    assert.equal(start.getFirstValue().toString(), days[i].date.earliest);
    assert.equal(end.getFirstValue().subtractDate(start.getFirstValue()).toSeconds(), 24 * 60 * 60);
    assert.equal(value("summary"), oneLine(days[i].text));
    assert.ok(value("description").startsWith(`“${days[i].text}”\n`));
    assert.equal(value("dtstamp").toString(), "2021-03-03T00:00:00Z");
  });
  const burned = events.find((event) => event.getFirstPropertyValue("summary").includes(corrected.words));
  assert.equal(burned.getFirstPropertyValue("dtstart").toString(), corrected.date);
  assert.ok(burned.getFirstPropertyValue("description").includes(note));
});

/** The graph that linked data spells, every word of it known to `terms`; nothing is fetched. */
function expand(json, contexts) {
  const documentLoader = async (url) => {
    if (!(url in contexts)) throw new Error(`nothing is fetched, but ${url} was asked for`);
    return { document: { "@context": contexts[url] }, documentUrl: url };
  };
  // In safe mode whatever would be dropped is an error.
  return load("jsonld").expand(JSON.parse(json), { documentLoader, safe: true });
}

const SCHEMA = "https://schema.org/";
const OURS = "urn:saywhen:terms:";
const value = (node, name) => node[name]?.[0]["@value"];

test("JSON-LD is read whole, with who said what, and when", async () => {
  const nodes = await expand(text("JSON-LD"), { "https://schema.org": newsTerms });
  const all = (type) => nodes.filter((node) => node["@type"].includes(SCHEMA + type));
  const [[news], quotations, events] = ["NewsArticle", "Quotation", "Event"].map(all);
  assert.equal(news[`${SCHEMA}url`][0]["@id"], address);
  assert.deepEqual(quotations.map((node) => value(node, `${SCHEMA}text`)), record.quotations.map(said));
  quotations.forEach((node, i) => {
    assert.equal(value(node[`${SCHEMA}creator`][0], `${SCHEMA}name`), entity(record.quotations[i].speaker).name);
    assert.equal(node[`${SCHEMA}isPartOf`][0]["@id"], news["@id"]);
  });
  assert.equal(events.length, record.timeline.dated.length + record.timeline.undated.length);
  const burned = events.find((node) => value(node, `${SCHEMA}name`).includes(corrected.words));
  assert.equal(value(burned, `${SCHEMA}startDate`), corrected.date);
  assert.deepEqual([value(burned, `${OURS}change`), value(burned, `${OURS}note`)], ["changed", note]);
  assert.equal(value(quotations.find((node) => value(node, `${SCHEMA}text`).startsWith(noted)), `${OURS}note`), note);
  const place = (node) => ["start", "end"].map((name) => value(node, OURS + name));
  for (const node of events) assert.equal(oneLine(slice(...place(node))), value(node, `${SCHEMA}name`));
  quotations.forEach((node, i) => {
    const { contents } = record.quotations[i];
    assert.deepEqual(place(node), [contents[0].start, contents.at(-1).end]);
  });
});

test("Web Annotations lead to the same words by position and by quote", async () => {
  const OA = "http://www.w3.org/ns/oa#";
  const [collection] = await expand(text("Web Annotations"), { "http://www.w3.org/ns/anno.jsonld": annotationTerms });
  const [page] = collection["http://www.w3.org/ns/activitystreams#first"];
  const annotations = page["http://www.w3.org/ns/activitystreams#items"][0]["@list"];
  assert.equal(annotations.length, record.timexes.length + findings().length);
  assert.ok(annotations.every((annotation) => annotation[`${OA}motivatedBy`][0]["@id"] === `${OA}describing`));
  for (const target of annotations.flatMap((annotation) => annotation[`${OA}hasTarget`])) {
    assert.equal(target[`${OA}hasScope`][0]["@id"], address);
    const selector = (type) => target[`${OA}hasSelector`].find((selector) => selector["@type"].includes(OA + type));
    const [position, quote] = [selector("TextPositionSelector"), selector("TextQuoteSelector")];
    const [start, end] = ["start", "end"].map((name) => value(position, OA + name));
    const [prefix, exact, suffix] = ["prefix", "exact", "suffix"].map((name) => value(quote, OA + name));
    // Positions count code points, as the model of annotations has them.
    assert.equal(slice(start, end), exact);
    const places = article.split(prefix + exact + suffix);
    assert.equal(places.length, 2, "the quote stands at one place");
    assert.equal([...places[0] + prefix].length, start);
  }
  const comments = annotations.filter((annotation) => annotation[`${OA}hasBody`].some((body) =>
    body[`${OA}hasPurpose`][0]["@id"] === `${OA}commenting` && value(body, "http://www.w3.org/1999/02/22-rdf-syntax-ns#value") === note));
  assert.equal(comments.length, 2);
});

/** The nodes of a Markdown text, each with its type and the plain text in it. */
function markdownNodes(markdown) {
  const { Parser } = load("commonmark");
  const nodes = [];
  const walker = new Parser().parse(markdown).walker();
  const open = [];
  for (let step = walker.next(); step; step = walker.next()) {
    const { entering, node } = step;
    if (!entering) { open.pop(); continue; }
    const seen = { type: node.type, level: node.level, within: open.map((outer) => outer.type), text: "" };
    nodes.push(seen);
    if (node.isContainer) open.push(seen);
    for (const outer of [seen, ...open.filter((outer) => outer !== seen)]) outer.text += node.literal ?? "";
  }
  return nodes;
}

test("Markdown shows the article's signs as they are, and none of them is markup", () => {
  const nodes = markdownNodes(text("Markdown"));
  const all = (...types) => nodes.filter((node) => types.includes(node.type)).map((node) => node.text);
  assert.deepEqual(all("html_inline", "html_block", "link", "image", "code", "code_block"), []);
  assert.ok(all("emph").every((text) => /^(happened|ongoing|planned|possible|denied|recurring)$/.test(text)), "only our own words are set off");
  const headings = nodes.filter((node) => node.type === "heading").map((node) => `${node.level} ${node.text}`);
  assert.equal(headings[0], `1 ${title}`);
  for (const heading of ["2 What happened when", "2 Without a date", "2 Who said what", "3 Ines Caldry", "3 A source"]) {
    assert.ok(headings.includes(heading), heading);
  }
  const quotes = all("block_quote");
  assert.equal(quotes.length, record.quotations.length);
  for (const quotation of record.quotations) {
    const words = quotation.kind === "direct" ? `“${oneLine(said(quotation))}”` : oneLine(said(quotation));
    assert.ok(quotes.some((quote) => quote.startsWith(words)), words);
  }
  const items = nodes.filter((node) => node.type === "item" && !node.within.includes("item")).map((node) => node.text);
  for (const { text } of dated()) assert.ok(items.some((item) => item.includes(`“${oneLine(text)}”`)), text);
  assert.ok(items.some((item) => item.startsWith(`${corrected.shown}: “The old pier`) && item.includes(note)));
  assert.ok(quotes.some((quote) => quote.startsWith(`“${noted}`) && quote.includes(note)));
});

test("the web page stands alone: it shows the words and the note, runs nothing and asks for nothing", async () => {
  const url = pathToFileURL(files.get("Web page").path).href;
  const { context, page, complaints, requests } = await open(browser, { path: url, ready: false });
  assert.deepEqual(requests, [url]);
  assert.equal(await page.locator("script, link, img, iframe, object, form, [onclick], [onload], [onerror]").count(), 0);
  assert.equal(await page.locator("body :is(b, i)").count(), 0);
  const shown = await page.locator(".article").innerText();
  for (const words of ["<b>two</b> &amp; a half", "C:\\ferry\\new", "*hope* stayed [with us](here)", "🙂 Cafe\u0301 Ondine"]) assert.ok(shown.includes(words), words);
  assert.equal(oneLine(shown), oneLine(article));
  for (const { id, text } of dated()) assert.equal(await page.locator(`#${id} .words`).textContent(), text);
  for (const quotation of record.quotations) {
    assert.ok((await page.locator(`#${quotation.id} .words`).innerText()).includes(oneLine(said(quotation))));
  }
  const burned = page.locator("li", { hasText: corrected.words });
  assert.equal(await burned.locator("time").getAttribute("datetime"), corrected.date);
  assert.ok((await burned.innerText()).includes(note));
  assert.equal(await page.getByRole("link", { name: address }).getAttribute("href"), address);
  assert.deepEqual(complaints, []);
  await context.close();
});

/** Opens a file of work in a fresh profile, by the button. */
async function reopen(path) {
  const opened = await open(browser, { acceptDownloads: true });
  const [chooser] = await Promise.all([opened.page.waitForEvent("filechooser"), opened.page.getByRole("button", { name: "Choose a file" }).click()]);
  await chooser.setFiles(path);
  await showAll(opened.page);
  return opened;
}

test("saved work gives the same view in a fresh profile, and the same exports", async () => {
  const { context, page, complaints } = await reopen(files.get("Article and corrections").path);
  assert.deepEqual(await entries(page), shown);
  const again = await saveAll(page, join(folder, "again"));
  for (const [name, file] of files) assert.equal(again.get(name).text, file.text, name);
  assert.deepEqual(complaints, []);
  await context.close();
});

test("a note of two lines, as a file may bring one, breaks no row, no line and no list", async () => {
  const work = JSON.parse(text("Article and corrections"));
  const lines = 'one, "two"\n# three; four';
  for (const { note } of work.edits) if (note) note.note = lines;
  const path = join(folder, "two-lines.json");
  await writeFile(path, JSON.stringify(work));
  const { context, page } = await reopen(path);
  const saved = await saveAll(page, join(folder, "two-lines"));
  await context.close();
  const read = (name) => saved.get(name).text;
  assert.deepEqual(rows(read("CSV")).map((row) => row.note).filter((note) => note), [lines, lines]);
  const burned = calendarEvents(read("iCalendar")).find((event) => event.getFirstPropertyValue("summary").includes(corrected.words));
  assert.ok(burned.getFirstPropertyValue("description").includes(lines));
  const shape = (markdown) => markdownNodes(markdown).filter(({ type }) => type !== "text").map(({ type, level }) => [type, level]);
  assert.deepEqual(shape(read("Markdown")), shape(text("Markdown")));
  assert.ok(markdownNodes(read("Markdown"))[0].text.includes(oneLine(lines)));
});
