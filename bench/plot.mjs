// Throughput over the length of the text as a drawing, both on logarithmic scales.

const [WIDTH, HEIGHT] = [760, 420];
const FRAME = { left: 70, right: 240, top: 20, bottom: 50 };
const COLOURS = ["#8a1c1c", "#1f5f8b", "#3f7d3f", "#a3702a", "#6b4c9a", "#5b6770"];

const scale = (from, to, start, end) => (value) =>
  start + ((Math.log10(value) - Math.log10(from)) / (Math.log10(to) - Math.log10(from))) * (end - start);

/** The drawing, as SVG. */
export function plot({ results, sizes }) {
  const speeds = results.map(({ times }) => times.map((seconds, i) => (seconds === null ? null : sizes[i] / 1e6 / seconds)));
  const known = speeds.flat().filter((speed) => speed !== null);
  const [low, high] = [10 ** Math.floor(Math.log10(Math.min(...known))), 10 ** Math.ceil(Math.log10(Math.max(...known)))];
  const x = scale(sizes[0], sizes.at(-1), FRAME.left, WIDTH - FRAME.right);
  const y = scale(low, high, HEIGHT - FRAME.bottom, FRAME.top);
  const round = (number) => number.toFixed(1);
  const text = (at, height, words, more = "") => `<text x="${round(at)}" y="${round(height)}" ${more}>${words}</text>`;
  const grid = [];
  for (let speed = low; speed <= high * 1.001; speed *= 10) {
    grid.push(`<path class="grid" d="M${FRAME.left} ${round(y(speed))}H${WIDTH - FRAME.right}"/>`);
    grid.push(text(FRAME.left - 8, y(speed) + 4, `${Number(speed.toPrecision(1))}`, 'text-anchor="end"'));
  }
  for (const bytes of sizes) {
    const words = bytes < 1e6 ? `${Math.round(bytes / 1e3)} kB` : `${Math.round(bytes / 1e6)} MB`;
    grid.push(text(x(bytes), HEIGHT - FRAME.bottom + 20, words, 'text-anchor="middle"'));
  }
  const lines = results.map(({ name }, i) => {
    const points = speeds[i].flatMap((speed, k) => (speed === null ? [] : [[x(sizes[k]), y(speed)]]));
    const path = points.map(([across, down]) => `${round(across)} ${round(down)}`).join("L");
    const dots = points.map(([across, down]) => `<circle cx="${round(across)}" cy="${round(down)}" r="3.5" fill="${COLOURS[i]}"/>`).join("");
    return { name, colour: COLOURS[i], drawing: `<path class="line" stroke="${COLOURS[i]}" d="M${path}"/>${dots}`, end: points.at(-1) };
  });
  // The names stand in a column, in the order of the lines' ends, and never on each other.
  let below = FRAME.top;
  const names = [...lines].sort((a, b) => a.end[1] - b.end[1]).map(({ name, colour, end }) => {
    below = Math.max(below + 18, end[1] + 4);
    return text(WIDTH - FRAME.right + 16, below, name, `fill="${colour}"`);
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Throughput in megabytes a second over the length of the text">
<style>text{font:13px system-ui,sans-serif}.grid{stroke:#ddd}.line{fill:none;stroke-width:2}</style>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${grid.join("\n")}
${lines.map(({ drawing }) => drawing).join("\n")}
${names.join("\n")}
${text((FRAME.left + WIDTH - FRAME.right) / 2, HEIGHT - 8, "length of the text", 'text-anchor="middle"')}
${text(18, (HEIGHT - FRAME.bottom) / 2, "MB/s", `text-anchor="middle" transform="rotate(-90 18 ${(HEIGHT - FRAME.bottom) / 2})"`)}
</svg>
`;
}
