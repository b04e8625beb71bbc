// Names and titles by their sound: letters cut into syllables in every possible way.

/**
 * @import { Phrase } from "./text.js"
 * @import { Articles, Year } from "./year.js"
 * @typedef {string[]} Reading syllables
 * @typedef {Record<string, string>} Sounds by syllable, the characters that are read so
 */

const LONGEST = 6;
const MOST = 24;

/**
 * Articles whose title or names sound so: the whole text in a row, or else every word of it. With
 * what to mark in them.
 * @param {Year} year
 * @param {string} text
 * @param {Sounds} sounds
 * @returns {Promise<[Articles, Phrase[]]>}
 */
export async function bySound(year, text, sounds) {
  const words = text.toLowerCase().replace(/ü/g, "v").split(/\s+/).filter(Boolean);
  const [whole, phrases] = await spoken(year, sounds, words.join("'"), words.join(""));
  if (whole.size || words.length < 2) return [whole, phrases];
  const found = await Promise.all(words.map((word) => spoken(year, sounds, word, word)));
  const [first, ...others] = found.map(([articles]) => articles);
  const all = [...first].filter(([id]) => others.every((articles) => articles.has(id)));
  return [new Map(all), found.flatMap(([, said]) => said)];
}

/**
 * The syllables that were found come as the characters they can stand for, as text.js finds them.
 * @param {Year} year
 * @param {Sounds} sounds
 * @param {string} parted
 * @param {string} joined
 * @returns {Promise<[Articles, Phrase[]]>}
 */
async function spoken(year, sounds, parted, joined) {
  const read = reader(Object.keys(sounds));
  const ways = [...read(parted), ...read(joined)];
  const keys = new Set(ways.map((way) => way.join(" ")));
  const said = [...keys].slice(0, MOST).map((key) => key.split(" "));
  const found = await Promise.all(said.map((way) => year.find(way.map((s) => `ħ${s}`))));
  const heard = said.filter((_, n) => found[n].size);
  return [await year.union(found), heard.map((way) => way.map((s) => `ħ${sounds[s]}`))];
}

/**
 * What finds every way to cut letters into these syllables; the last may be half-typed, if it isn't
 * the only.
 * @param {string[]} syllables
 */
function reader(syllables) {
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
      if (!syllables.includes(head)) continue;
      const tail = letters.slice(n);
      found.push(...read(tail).map((rest) => [head, ...rest]));
      if (tail && !syllables.includes(tail) && tail.length < LONGEST)
        found.push(...syllables.filter((s) => s.startsWith(tail)).map((s) => [head, s]));
    }
    return found;
  };
  return read;
}
