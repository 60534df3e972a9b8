// chrono-node, given one paragraph at a time: dates.
import * as chrono from "chrono-node";

globalThis.peer = (text) => text.split("\n").reduce((found, paragraph) => found + chrono.parse(paragraph).length, 0);
