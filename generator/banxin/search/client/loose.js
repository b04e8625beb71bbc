// What only nearly sounds as it was typed, when few things do so exactly: each word by itself,
// initials, zh for z and ng for n, the other reading of a character in a title.

import { tokens } from "./text.js";
import { common } from "./year.js";

/**
 * @import { Asked, fits, Reading, reader, Sounds, Tables } from "./pinyin.js"
 * @import { Articles, Hit, Year } from "./year.js"
 * @typedef {{fits: fits, reader: reader, hear: (word: string) => Promise<Articles>}} How
 */

const MOST = 24; // names, or ways to read a title
const TITLE_ENDS = 64; // positions, as in banxin/search/index/records.py

/**
 * A year's articles that have a name or title of nearly this sound. What to mark in them goes to
 * the search.
 * @param {Asked} search
 * @param {Year} year
 * @param {Tables} tables
 * @param {string[]} words
 * @param {Articles} known those that sound exactly so
 * @param {How} how
 * @returns {Promise<Hit[]>}
 */
export async function nearly(search, year, [sounds, names], words, known, how) {
  const { fits, hear, reader } = how;
  const letters = words.join("");
  /** @type {Sounds} */
  const wide = {};
  for (const [syllable, chars] of Object.entries(sounds))
    for (const typed of alike(syllable)) wide[typed] = (wide[typed] ?? "") + chars;
  const ways = reader(wide)(letters).filter((way) => way[1]).slice(0, MOST);
  const all = [...ways.map((way) => pair(way, (s) => wide[s])), ...begun(sounds, letters)];
  const called = names.map(tokens).filter((name) => all.some((one) => fits(name, ...one)));
  const found = await Promise.all([
    ...called.slice(0, MOST).map((name) => search.part(year, name)),
    ...ways.flatMap((way) => titled(year, way, sounds)),
  ]);
  if (!known.size && words[1]) found.push(common(await Promise.all(words.map((one) => hear(one)))));
  search.phrases.push(...called, ...ways.map((way) => way.map((s) => `ħ${wide[s] ?? s}`)));
  return year.hits(await year.union(found), () => 1).filter(({ id }) => !known.has(id));
}

/** What somebody may type for a syllable who doesn't tell zh from z or ng from n. @param {string} syllable */
export function alike(syllable) {
  const plain = syllable.replace(/^([zcs])h/, "$1").replace(/ng$/, "n");
  return [plain, plain.replace(/^[zcs]/, "$&h")].flatMap((s) => [s, s.replace(/n$/, "ng")]);
}

/** @param {Reading} way @param {(s: string) => string} chars @returns {[Reading, Sounds]} */
const pair = (way, chars) => [way, Object.fromEntries(way.map((s) => [s, chars(s) ?? s]))];

/** Letters as beginnings of syllables: whj, zhs and zs. @param {Sounds} sounds @param {string} letters */
function begun(sounds, letters) {
  const all = Object.keys(sounds);
  const ways = [[...letters], letters.match(/[zcs]h|./g) ?? []];
  return ways
    .filter((way) => way.length > 1 && way.length < 5)
    .map((way) =>
      pair(way, (s) => all.filter((one) => one.startsWith(s)).map((one) => sounds[one]).join("")),
    );
}

/**
 * Titles with syllables that are alike, or with another reading of a character that has both.
 * @param {Year} year
 * @param {Reading} way
 * @param {Sounds} sounds
 */
function titled(year, way, sounds) {
  const find = (/** @type {Reading} */ said) => year.find(said.map((s) => `ħ${s}`));
  /** @type {Reading[]} */
  let ways = [[]];
  for (const s of way)
    ways = alike(s).filter((one) => sounds[one]).flatMap((one) => ways.map((before) => [...before, one]));
  const found = [...new Map(ways.map((one) => [`${one}`, one])).values()].slice(0, MOST).map(find);
  way.forEach((typed, n) => {
    for (const [syllable, all] of Object.entries(sounds))
      for (const char of syllable === typed ? "" : all)
        if (sounds[typed]?.includes(char)) found.push(both(find(way.toSpliced(n, 1, syllable)), char));
  });
  /** @param {ReturnType<typeof find>} said @param {string} char */
  async function both(said, char) {
    const articles = await said;
    if (!articles.size) return articles;
    const having = [...(await year.find([char]))].filter(([, at]) => at < TITLE_ENDS);
    return common([articles, new Map(having)]);
  }
  return found;
}
