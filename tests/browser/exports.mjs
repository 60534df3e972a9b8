// The article of the tests of exports, what a reader corrects in it, and how everything in the menu is saved.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { open, paste } from "./browser.mjs";

/**
 * Nobody's news, with what some format could trip over: quotation marks, commas and line ends for tables; colons,
 * semicolons and backslashes for calendars; stars, hashes, brackets and numbers for Markdown; tags and entities for
 * HTML; "=" for spreadsheets. Code points, UTF-16 units and bytes count differently behind the emoji and the accent.
 */
export const article = `Ferry #7 *returns* to Orlemouth & the <b>Tannet</b> line

ORLEMOUTH, March 3, 2021 - The harbour of Orlemouth reopened on Tuesday. The ferry 🙂 Cafe\u0301 Ondine sailed to Tannet on Monday, and a crowd of two hundred cheered at the quay.

“We lost ‘everything’, our nets, our boats,
and our patience,” Harbour Minister Ines Caldry said on Wednesday. “But the mark_up of *hope* stayed [with us](here),” she added, “and 1. it will stay; 2. it grows.” Caldry said that Tannet had been "without a road, without a stage
and without a voice" since the storm.

“=1+1 is what the clerk typed in C:\\ferry\\new; the screen showed: <b>two</b> &amp; a half,” said Tom Ruddock, an accountant of the Orlemouth Harbour Trust.

Caldry said that the first night ferry would leave on Friday. Residents said the old timetable had been withdrawn in January 2021. The ministry's table, *fares* & #times, came out on 1 February 2021.

The old pier burned down on 9 May 1957. It was rebuilt around 1963. The lighthouse at Tannet collapsed in October 1968, and its keeper moved to Orlemouth two years later.

A source close to the talks said a second ship could be bought later. The council of Orlemouth will vote on the plan on 12 April 2021. The Harbour Trust, which has lent the town three boats, has not said what it will pay.

“- first the pier, then the fares,” said Oda Lindquist, the mayor of Tannet. Lindquist denied that the fares had been raised.
`;

/** The note of the reader, on an event and on a quotation. */
export const note = 'Is it “two”, or "2, 3"; see C:\\notes <i>now</i> & *later*?';

/** What the reader corrects: the pier burned down earlier, and nobody denied anything about fares. */
export const corrected = { words: "burned down", date: "1956-11-30", shown: "Friday 30 November 1956" };
export const noted = "=1+1 is what the clerk typed";
export const wrong = "that the fares had been raised";
export const address = "https://news.example/ferry?a=1&b=2";

/** Opens the site with the article and all its lists, before any correction. */
export async function read(browser) {
  const opened = await open(browser, { acceptDownloads: true });
  await paste(opened.page, article);
  await showAll(opened.page);
  return opened;
}

/** Waits for the lists and shows all of them. */
export async function showAll(page) {
  await page.waitForSelector(".event .lead");
  await page.getByRole("button", { name: /Show all .*events/ }).click();
  await page.getByRole("button", { name: /All sources/ }).click();
}

/** What the lists say, entry by entry. */
export const entries = (page) => page.locator("li.event, li.source").allTextContents();

/** Corrects as a reader does: a date, two verdicts, a note at two places, the address of the article. */
export async function correct(page) {
  const event = (words) => page.locator("li.event", { hasText: words }).first();
  const quotation = (words) => page.locator("li.quotation", { hasText: words }).first();
  const burned = event(corrected.words);
  await burned.getByRole("button", { name: "Why?" }).click();
  await burned.getByRole("textbox", { name: "Date" }).fill(corrected.date);
  await burned.getByRole("button", { name: "Set date" }).click();
  await page.locator(`li.event time[datetime="${corrected.date}"]`).waitFor();
  await burned.getByRole("button", { name: "Why?" }).click();
  for (const entry of [burned, quotation(noted)]) await writeNote(entry);
  await event("collapsed").getByRole("button", { name: "Right" }).click();
  await quotation(wrong).getByRole("button", { name: "Wrong" }).click();
  await page.getByText("Add its address").click();
  await page.getByLabel("Address of the article").fill(address);
  await page.getByRole("button", { name: "Set", exact: true }).click();
  await page.locator(".address summary", { hasText: "news.example" }).waitFor();
  await page.keyboard.press("Escape");
}

async function writeNote(entry) {
  await entry.getByRole("button", { name: "Why?" }).click();
  await entry.getByLabel("Note").fill(note);
  await entry.getByLabel("Note").press("Tab");
  await entry.locator(".tag.note").waitFor();
  await entry.getByRole("button", { name: "Why?" }).click();
}

/** Saves every row of the menu into `folder`; gives the files by the names of their rows, in order. */
export async function saveAll(page, folder) {
  await page.getByText("Take away").click();
  await page.getByLabel("Timelines hold all events").check();
  const labels = await page.getByRole("button", { name: /^Save: / }).evaluateAll((buttons) => buttons.map((button) => button.ariaLabel));
  const files = new Map();
  for (const label of labels) files.set(label.replace("Save: ", ""), await save(page, label, folder));
  await page.getByLabel("CSV safe for spreadsheets").check();
  files.set("CSV, safe", await save(page, "Save: CSV", join(folder, "safe")));
  return files;
}

async function save(page, label, folder) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: label, exact: true }).click()]);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return { path, text: await readFile(path, "utf8") };
}

const points = [...article];

/** The words of the article from one code point to another. */
export const slice = (start, end) => points.slice(start, end).join("");

/** Words in one line, as formats of lines have them. */
export const oneLine = (words) => words.replace(/\s+/g, " ").trim();

/** What is said in a quotation of the record; where it was interrupted, the parts are joined as in print. */
export const said = (quotation) => quotation.contents.map((content) => content.text).join(" […] ");

const TYPES = { ".js": "text/javascript", ".css": "text/css", ".json": "application/json" };

/** A site with TimelineJS as its package has it and `slides` to build from. Gives its address. */
export async function timelineSite(t, slides) {
  const page = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><link rel="stylesheet" href="css/timeline.css">
    <div id="timeline" style="height: 700px"></div><script src="js/timeline.js"></script><script>
    const here = (path) => new URL(path, location).href;
    timeline = new TL.Timeline("timeline", here("slides.json"), { script_path: here("js/"), font: null });</script>`;
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const body = { "/": page, "/slides.json": slides }[pathname] ?? await readFile(join(process.env.SAYWHEN_PACKAGES, "@knight-lab/timelinejs/dist", pathname)).catch(() => null);
    response.writeHead(body === null ? 404 : 200, { "content-type": TYPES[extname(pathname)] ?? "text/html" });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => { server.close(); server.closeAllConnections(); });
  return `http://127.0.0.1:${server.address().port}/`;
}
