// Names and titles by their sound: letters cut into syllables in every possible way.

/**
 * @import { Phrase } from "./text.js"
 * @import { Articles, Year } from "./year.js"
 * @typedef {string[]} Reading syllables
 */

// Initials and the finals that follow them. A few that nobody says (gi, zuang) are in there, so
// that initials can share finals: nothing in the index sounds so.
const SOUNDS = `
: a ai an ang ao e ei en eng er o ou
b p m f: a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
d t n l: a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu o ong ou u uan ui un uo v ve
g k h zh ch sh r z c s: a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
j q x: i ia ian iang iao ie in ing iong iu u uan ue un
y: a an ang ao e i in ing o ong ou u uan ue un
w: a ai an ang ei en eng o u`;
const SYLLABLES = new Set(
  [...SOUNDS.matchAll(/(.*): (.*)/g)].flatMap(([, initials, finals]) =>
    initials.split(" ").flatMap((i) => finals.split(" ").map((f) => i + f)),
  ),
);
const LONGEST = 6;
const MOST = 24;

/**
 * Articles whose title or names sound so: the whole text in a row, or else every word of it.
 * With the phrases that were looked for.
 * @param {Year} year
 * @param {string} text
 * @returns {Promise<[Articles, Phrase[]]>}
 */
export async function bySound(year, text) {
  const words = text.toLowerCase().replace(/ü/g, "v").split(/\s+/).filter(Boolean);
  const [whole, phrases] = await spoken(year, words.join("'"), words.join(""));
  if (whole.size || words.length < 2) return [whole, phrases];
  const found = await Promise.all(words.map((word) => spoken(year, word, word)));
  const [first, ...others] = found.map(([articles]) => articles);
  const all = [...first].filter(([id]) => others.every((articles) => articles.has(id)));
  return [new Map(all), found.flatMap(([, said]) => said)];
}

/**
 * @param {Year} year
 * @param {string} parted
 * @param {string} joined
 * @returns {Promise<[Articles, Phrase[]]>}
 */
async function spoken(year, parted, joined) {
  const ways = [...readings(parted), ...readings(joined)];
  const keys = new Set(ways.map((way) => way.map((s) => `ħ${s}`).join(" ")));
  const phrases = [...keys].slice(0, MOST).map((key) => key.split(" "));
  const found = await Promise.all(phrases.map((phrase) => year.find(phrase)));
  return [await year.union(found), phrases.filter((_, n) => found[n].size)];
}

/**
 * Every way to cut letters into syllables; the last may be half-typed, if it isn't the only.
 * @param {string} letters
 * @param {Map<string, Reading[]>} known
 * @returns {Reading[]}
 */
export function readings(letters, known = new Map()) {
  if (!letters) return [[]];
  if (/^['’]/.test(letters)) return readings(letters.slice(1), known);
  const found = known.get(letters) ?? cuts(letters, known).slice(0, MOST);
  known.set(letters, found);
  return found;
}

/** @param {string} letters @param {Map<string, Reading[]>} known */
function cuts(letters, known) {
  /** @type {Reading[]} */
  const found = [];
  for (let n = Math.min(LONGEST, letters.length); n > 0; n--) {
    const head = letters.slice(0, n);
    if (!SYLLABLES.has(head)) continue;
    const tail = letters.slice(n);
    found.push(...readings(tail, known).map((rest) => [head, ...rest]));
    if (tail && !SYLLABLES.has(tail) && tail.length < LONGEST)
      found.push(...[...SYLLABLES].filter((s) => s.startsWith(tail)).map((s) => [head, s]));
  }
  return found;
}
