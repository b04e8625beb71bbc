// What only nearly sounds as it was typed, when few things do so exactly: each word by itself,
// initials, zh for z and ng for n, the other reading of a character in a title.

import { agrees, reader, spoken } from "./pinyin.js";
import { TITLE_ENDS } from "./relevance.js";
import { tokens } from "./text.js";

/**
 * @import { Asked, Heard, Reading, Sounds } from "./pinyin.js"
 * @import { Articles, Hit, Year } from "./year.js"
 */

/**
 * What is needed of a search by sound.
 * @typedef {object} Loosened
 * @property {Heard} heard
 * @property {Hit[]} exact
 * @property {Hit[]} pinyin
 * @property {Year[]} searched
 * @property {{pinyin: Hit[]}} unfiltered
 * @property {(year: Year, hits: Hit[]) => Promise<Hit[]>} fitting
 */

const MOST = 24; // names, or ways to read a title

/**
 * Add articles with a name or title of nearly this sound to a search, and what to mark in them.
 * @param {Asked & Loosened} search
 */
export async function sounding(search) {
  const [[sounds, names], words] = search.heard;
  /** @type {Sounds} */
  const wide = {};
  for (const [syllable, chars] of Object.entries(sounds))
    for (const typed of alike(syllable)) wide[typed] = (wide[typed] ?? "") + chars;
  const letters = words.join("");
  const ways = reader(wide)(letters).filter((way) => way[1]).slice(0, MOST);
  const heard = [...ways.map((way) => pair(way, (s) => wide[s])), ...begun(sounds, letters)];
  const called = names.map(tokens).filter((name) => heard.some((one) => agrees(name, ...one)));
  search.phrases.push(...called, ...ways.map((way) => way.map((s) => `ħ${wide[s] ?? s}`)));
  const known = [...search.exact, ...search.pinyin];
  for (const year of search.searched) {
    const hear = (/** @type {string} */ one) => spoken(search, year, [sounds, names], [one]);
    const found = await Promise.all([
      ...called.slice(0, MOST).map((name) => search.part(year, name)),
      ...ways.flatMap((way) => titled(year, way, sounds)),
      ...(words[1] ? [Promise.all(words.map(hear)).then(common)] : []),
    ]);
    const all = await year.union(found);
    for (const hit of known) if (hit.year === year) all.delete(hit.id);
    const hits = year.hits(all, () => 1);
    search.unfiltered.pinyin.push(...hits);
    search.pinyin.push(...(await search.fitting(year, hits)));
  }
}

/** What somebody may type for a syllable who doesn't tell zh from z or ng from n. @param {string} syllable */
export function alike(syllable) {
  const plain = syllable.replace(/^([zcs])h/, "$1").replace(/ng$/, "n");
  return [plain, plain.replace(/^[zcs]/, "$&h")].flatMap((s) => [s, s.replace(/n$/, "ng")]);
}

/** @param {Reading} way @param {(s: string) => string} chars @returns {[Reading, Sounds]} */
const pair = (way, chars) => [way, Object.fromEntries(way.map((s) => [s, chars(s) || s]))];

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
        if (sounds[typed]?.includes(char)) found.push(both(find(way.map((s, i) => (i === n ? syllable : s))), char));
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

/** What all of several searches found. @param {Articles[]} found @returns {Articles} */
const common = ([first, ...others]) =>
  new Map([...first].filter(([id]) => others.every((articles) => articles.has(id))));
