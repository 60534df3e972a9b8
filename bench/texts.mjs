// The texts to measure with, all made of the project's own articles.
import { readFile, readdir } from "node:fs/promises";

const ENDINGS = ["", "by", "ham", "ton", "wick", "stead", "ley", "field"];

async function articles(folder) {
  const place = new URL(folder, import.meta.url);
  const names = (await readdir(place)).filter((name) => name.endsWith(".txt")).sort();
  return Promise.all(names.map((name) => readFile(new URL(name, place), "utf8")));
}

/** The articles again and again, each time with other surnames, as a long report has many people. */
function* renamed(texts) {
  for (let round = 0; ; round++) {
    const ending = ENDINGS[round % ENDINGS.length] + (ENDINGS[Math.floor(round / ENDINGS.length) % ENDINGS.length] || "");
    yield texts[round % texts.length].replace(/(?<=\b[A-Z][a-z]+ )([A-Z][a-z]{3,})\b/g, (name) => name + ending);
  }
}

/** A report made of the samples, of about so many characters. */
export async function report(length) {
  let whole = "";
  for (const text of renamed(await articles("../static/samples/"))) {
    whole += text + "\n\n";
    if (whole.length >= length) return whole.slice(0, length);
  }
}

/** So many single articles. */
export async function singles(count) {
  const texts = [...(await articles("../static/samples/")), ...(await articles("../tests/articles/"))];
  const some = [];
  for (const text of renamed(texts)) {
    some.push(text);
    if (some.length === count) return some;
  }
}
