// What a run of bench/peers.mjs measured, as a page of Markdown.
import { arch, cpus, platform } from "node:os";

const NONE = "–";

const size = (bytes) => (bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${Math.round(bytes / 1e6)} MB`);
const speed = (bytes, seconds) => (seconds === null ? NONE : digits(bytes / 1e6 / seconds));
const digits = (number) => (number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number.toPrecision(2));
const times = (number) => `${digits(number)}×`;

function markdown(heads, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  // Columns of figures stand to the right.
  const isFigures = (i) => rows.every((row) => /^[\d–]/.test(row[i]));
  return [line(heads), line(heads.map((_, i) => (isFigures(i) ? "---:" : "---"))), ...rows.map(line)].join("\n");
}

/** The ratios that the project aims at, with what this run gave: what, aim, measured, whether it is reached. */
export function goals({ results, sizes, singles, count }) {
  const of = (file) => results.find((result) => result.file === file);
  const [ours, wink, chrono, compromise] = ["saywhen", "wink", "chrono", "compromise"].map(of);
  const [small, , large, huge] = ours.times;
  const faster = (than) => than.times[2] / large;
  const memory = ours.memory[3] / sizes[3];
  const first = Math.min(wink.cold, compromise.cold);
  return [
    ["throughput on 1 MB, beside wink-nlp", "at least 10×", times(faster(wink)), faster(wink) >= 10],
    ["throughput on 1 MB, beside chrono-node by paragraph", "at least 3×", times(faster(chrono)), faster(chrono) >= 3],
    ["a 5 kB article, once warm", "under 0.3 ms", `${digits(small * 1e3)} ms`, small < 3e-4],
    ["10 MB beside 1 MB, in time", "at most 11×", times(huge / large), huge / large <= 11],
    ["memory of the module for 10 MB, in texts", "at most 12×", times(memory), memory <= 12],
    ["cold start, beside wink-nlp and compromise", "under 1×", times(ours.cold / first), ours.cold < first],
    ["cold start, beside chrono-node", "at most 1×", times(ours.cold / chrono.cold), ours.cold <= chrono.cold],
    [`${count} single articles beside one text of their length`, "no aim", times(ours.together / (singles / (sizes[2] / large))), null],
  ];
}

/** The page. */
export function table(run) {
  const { results, sizes, singles, count, browser } = run;
  const ours = results[0];
  const machine = `${cpus()[0]?.model.trim() ?? "unknown processor"}, ${cpus().length} threads, ${platform()} ${arch()}`;
  const speeds = results.map(({ name, finds, times: taken, together }) => [
    name, finds, ...taken.map((seconds, i) => speed(sizes[i], seconds)), speed(singles, together),
  ]);
  const ratios = results.slice(1).map(({ name, times: taken, together }) => [
    name, ...[...taken, together].map((seconds, i) => (seconds === null ? NONE : times(seconds / [...ours.times, ours.together][i]))),
  ]);
  const growth = results.map(({ name, times: taken }) => [
    name, ...[1, 2, 3].map((i) => (taken[i] == null || taken[i - 1] == null ? NONE : times(taken[i] / taken[i - 1] / (sizes[i] / sizes[i - 1])))),
  ]);
  const starts = results.map(({ name, cold, weight, file }) => [name, `${Math.round(cold)} ms`, file === "saywhen" ? NONE : `${Math.round(weight / 1e3)} kB`]);
  const heads = [...sizes.map(size), `${count} articles`];
  const verdict = (reached) => (reached === null ? "" : reached ? "yes" : "not yet");
  return `# Speed

Written by \`cargo xtask bench peers\` on ${new Date().toISOString().slice(0, 10)}: ${machine}, Chromium ${browser}.
All programs ran in this one browser, one after the other, over the same texts, which are made of the project's own articles.
Each figure is the median of several runs of a program that is warm, or one run where that takes over two seconds; ${NONE} is what would have taken longer than twenty seconds.

![Throughput over the length of the text](speed.svg)

## Throughput, in MB/s

${markdown(["program", "what it finds", ...heads], speeds)}

## How many times as long as Saywhen

${markdown(["program", ...heads], ratios)}

## Growth: time for each byte beside the shorter text

1× is linear.

${markdown(["program", ...sizes.slice(1).map((bytes, i) => `${size(sizes[i])} → ${size(bytes)}`)], growth)}

## Cold start

From navigation to the first picture with a result, on the 5 kB article; Saywhen is the whole site with its worker, the others are one bundle in an empty page.

${markdown(["program", "first picture", "bundle, brotli"], starts)}

## Aims

${markdown(["what", "aim", "measured", "reached"], goals(run).map(([what, aim, measured, reached]) => [what, aim, measured, verdict(reached)]))}
`;
}
