// Traditional and simplified characters: how else a text can be read.

import { tokens } from "./text.js";
import { json, pairs } from "./year.js";

/**
 * @import { Fold, Phrase } from "./text.js"
 * @typedef {{all: Fold, readings: (part: Phrase) => Phrase[]}} Variants
 */

const MOST_READINGS = 16;

/**
 * all: traditional to simplified; readings: of a phrase, other ones than its own.
 * @param {string} base
 * @returns {Promise<Variants>}
 */
export async function open(base) {
  const { fold, also } = await json(`${base}pagefind/variants.json`);
  const only = pairs(fold);
  const either = pairs(also);
  return { all: new Map([...only, ...either]), readings: (part) => readings(part, only, either) };
}

/**
 * Every way to read a phrase with other characters than it is written with.
 * @param {Phrase} part
 * @param {Fold} only
 * @param {Fold} either
 */
function readings(part, only, either) {
  /** @type {Phrase[]} */
  let found = [[]];
  for (const key of part) {
    const plain = only.get(key);
    const other = either.get(key);
    const ways = plain ? [plain] : other ? [key, other] : [key];
    found = found.flatMap((before) => ways.map((way) => [...before, ...tokens(way)]));
    found = found.slice(0, MOST_READINGS);
  }
  return found.filter((reading) => `${reading}` !== `${part}`);
}
