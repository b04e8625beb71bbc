// Names and titles by their sound: letters cut into syllables in every possible way.

import { tokens } from "./text.js";
import { common, script } from "./year.js";

/**
 * @import { Phrase } from "./text.js"
 * @import { Articles, Hit, Year } from "./year.js"
 * @typedef {string[]} Reading syllables; a character that was typed as it is stands for itself
 * @typedef {Record<string, string>} Sounds by syllable, the characters that are read so
 * @typedef {[Sounds, string[]]} Tables and names
 */

/**
 * What is needed of a search.
 * @typedef {object} Asked
 * @property {string} text
 * @property {Phrase[]} phrases
 * @property {{table: (name: string) => Promise<any>}} paper
 * @property {(year: Year, part: Phrase) => Promise<Articles>} part
 */

const LONGEST = 6;
const MOST = 48;
const FEW = 8; // less than a page of results: what only nearly sounds so follows them

/**
 * A year's articles whose title or names sound so: the whole text in a row, or else every word of
 * it; behind them those that nearly do. What to mark in them goes to the search.
 * @param {Asked} search
 * @param {Year} year
 * @returns {Promise<Hit[]>}
 */
export async function bySound(search, year) {
  /** @type {any} */
  const tables = await Promise.all(["sounds", "names"].map(search.paper.table));
  const read = reader(tables[0]);
  // without tones; ü is v, and so is the yu of lyu
  const text = search.text.toLowerCase().normalize("NFD").replace(/u\u0308|(?<=[ln])yu/g, "v");
  const words = text.replace(/\p{M}/gu, "").split(/\s+/).filter(Boolean);
  const hear = (/** @type {Reading[]} */ ways) => spoken(search, year, tables, ways);
  let all = await hear([...read(words.join("'")), ...read(words.join(""))]);
  if (!all.size && words[1]) all = common(await Promise.all(words.map((word) => hear(read(word)))));
  const exact = year.hits(all, () => 0);
  if (exact.length >= FEW) return exact;
  const { nearly } = await script("./loose.js");
  return [...exact, ...(await nearly(search, year, tables, words.join(""), all))];
}

/**
 * The syllables that were found come as the characters they can stand for, as text.js finds them.
 * @param {Asked} search
 * @param {Year} year
 * @param {Tables} tables
 * @param {Reading[]} all
 */
async function spoken(search, year, [sounds, names], all) {
  const ways = all.slice(0, MOST);
  const called = names.map(tokens).filter((name) => ways.some((way) => fits(name, way, sounds)));
  const said = ways.filter((way) => way.every((syllable) => sounds[syllable]));
  const found = await Promise.all([
    ...said.map((way) => year.find(way.map((s) => `ħ${s}`))),
    ...called.slice(0, MOST).map((name) => search.part(year, name)),
  ]);
  const heard = said.filter((_, n) => found[n].size).map((way) => way.map((s) => `ħ${sounds[s]}`));
  search.phrases.push(...heard, ...called);
  return year.union(found);
}

/** @param {Phrase} name @param {Reading} way @param {Sounds} sounds */
export const fits = (name, way, sounds) =>
  name.length === way.length && way.every((s, n) => (sounds[s] ?? s).includes(name[n]));

/**
 * What finds every way to cut letters into these syllables; the last may be half-typed, if it isn't
 * the only.
 * @param {Sounds} sounds
 */
export function reader(sounds) {
  const syllables = Object.keys(sounds);
  /** @type {Map<string, Reading[]>} */
  const known = new Map([["", [[]]]]);
  /** @param {string} letters @returns {Reading[]} */
  const read = (letters) => {
    if (/^['’]/.test(letters)) return read(letters.slice(1));
    const found = known.get(letters) ?? cuts(letters).slice(0, MOST);
    known.set(letters, found);
    return found;
  };
  /** @param {string} letters */
  const cuts = (letters) => {
    /** @type {Reading[]} */
    const found = [];
    for (let n = Math.min(LONGEST, letters.length); n > 0; n--) {
      const head = letters.slice(0, n);
      const said = new Set([head, head.replace(/(?<=^[ln])u(?=e?$)/, "v")]);
      const heads = [...said].filter((s) => sounds[s] || (n === 1 && s > "㐀"));
      if (!heads[0]) continue;
      const tail = letters.slice(n);
      const half = tail && !sounds[tail] && tail.length < LONGEST;
      const ends = half ? syllables.filter((s) => s.startsWith(tail)).map((s) => [s]) : [];
      found.push(...heads.flatMap((one) => [...read(tail), ...ends].map((rest) => [one, ...rest])));
    }
    return found;
  };
  return read;
}
