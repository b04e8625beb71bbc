// Names and titles by their sound: letters cut into syllables in every possible way.

import { tokens } from "./text.js";

/**
 * @import { Phrase } from "./text.js"
 * @import { Articles, Hit, Year } from "./year.js"
 * @typedef {string[]} Reading syllables; a character that was typed as it is stands for itself
 * @typedef {Record<string, string>} Sounds by syllable, the characters that are read so
 * @typedef {[Sounds, string[]]} Tables and names
 * @typedef {[Tables, words: string[]]} Heard
 */

/**
 * What is needed of a search. heard: for loose.js.
 * @typedef {object} Asked
 * @property {string} text
 * @property {Phrase[]} phrases
 * @property {{table: (name: string) => Promise<any>}} paper
 * @property {(year: Year, part: Phrase) => Promise<Articles>} part
 * @property {Heard} [heard]
 */

const LONGEST = 6;
const MOST = 48;

/**
 * A year's articles whose title or names sound so. What to mark in them goes to the search.
 * @param {Asked} search
 * @param {Year} year
 * @returns {Promise<Hit[]>}
 */
export async function bySound(search, year) {
  /** @type {any} */
  const tables = await Promise.all(["sounds", "names"].map(search.paper.table));
  // without tones; ü, v and the yu of lyu are u
  const plain = search.text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const words = plain.replace(/v|([ln])yu/g, "$1u").trim().split(/\s+/);
  search.heard = [tables, words];
  return year.hits(await spoken(search, year, tables, [words.join("'"), words.join("")]), () => 0);
}

/**
 * What to mark are syllables, as the characters they can stand for, and names.
 * @param {Asked} search
 * @param {Year} year
 * @param {Tables} tables
 * @param {string[]} texts
 */
export async function spoken(search, year, [sounds, names], texts) {
  const ways = texts.flatMap(reader(sounds)).slice(0, MOST);
  const called = names.map(tokens).filter((name) => ways.some((way) => agrees(name, way, sounds)));
  search.phrases.push(...ways.map((way) => way.map((s) => `ħ${sounds[s] ?? s}`)), ...called);
  const finds = ways.map((way) => year.find(way.map((s) => `ħ${s}`)));
  return year.union(await Promise.all([...finds, ...called.map((name) => search.part(year, name))]));
}

/** @param {Phrase} name @param {Reading} way @param {Sounds} sounds */
export const agrees = (name, way, sounds) =>
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
      if (!sounds[head] && (n > 1 || head < "㐀")) continue;
      const tail = letters.slice(n);
      const half = tail && !sounds[tail];
      const ends = half ? syllables.filter((s) => s.startsWith(tail)).map((s) => [s]) : [];
      found.push(...[...read(tail), ...ends].map((rest) => [head, ...rest]));
    }
    return found;
  };
  return read;
}
