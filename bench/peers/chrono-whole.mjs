// chrono-node, given the whole text: dates.
import * as chrono from "chrono-node";

globalThis.peer = (text) => chrono.parse(text).length;
