// Traditional and simplified characters: how else a text can be read.

import { tokens } from "./text.js";
import { pairs } from "./year.js";

const MOST_READINGS = 16;

/** all: Map of traditional to simplified; readings: of a phrase, other ones than its own. */
export async function open(base) {
  const { fold, also } = await (await fetch(`${base}pagefind/variants.json`)).json();
  const only = pairs(fold);
  const either = pairs(also);
  return { all: new Map([...only, ...either]), readings: (part) => readings(part, only, either) };
}

/** Every way to read a phrase with other characters than it is written with. */
function readings(part, only, either) {
  let found = [[]];
  for (const key of part) {
    const ways = only.has(key) ? [only.get(key)] : either.has(key) ? [key, either.get(key)] : [key];
    found = found.flatMap((before) => ways.map((way) => [...before, ...tokens(way)]));
    found = found.slice(0, MOST_READINGS);
  }
  return found.filter((reading) => `${reading}` !== `${part}`);
}
