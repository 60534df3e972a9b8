// Measures every stage as WebAssembly: node bench/stages.mjs MODULE
import { readFile } from "node:fs/promises";
import { load } from "./module.mjs";

const module = await load(await readFile(process.argv[2]), console.log);
module.stages();
