// Lays beside each file of a folder what hosts send in its place, `.br` and `.gz`, and prints the sizes:
// node compress.mjs FOLDER
import { readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [folder] = process.argv.slice(2);
const names = (await readdir(folder)).filter((name) => !/\.(br|gz)$/.test(name)).sort();

async function compress(name) {
  const raw = await readFile(join(folder, name));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } };
  const [br, gz] = await Promise.all([promisify(brotliCompress)(raw, quality), promisify(gzip)(raw, { level: 9 })]);
  await Promise.all([writeFile(join(folder, `${name}.br`), br), writeFile(join(folder, `${name}.gz`), gz)]);
  return `${name} ${raw.length} ${br.length} ${gz.length}`;
}

for (const line of await Promise.all(names.map(compress))) console.log(line);
