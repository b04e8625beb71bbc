// When nothing has what was looked for: articles that have most of it.

import { meant } from "./suggest.js";

/**
 * @import { Asked as AlsoMeant } from "./suggest.js"
 * @import { Phrase } from "./text.js"
 * @import { Hit, Year } from "./year.js"
 * @typedef {AlsoMeant & {fitting: (year: Year, hits: Hit[]) => Promise<Hit[]>}} Asked of a search
 */

const MOST_CLOSE = 30;
const MOST_GRAMS = 16;

/** What of a search these change: close and phrases; and meant, see suggest.js. @param {Asked} search */
export async function nearly(search) {
  const [near, texts] = await Promise.all([likely(search), meant(search)]);
  return { ...near, meant: texts };
}

/** @param {Asked} search */
async function likely(search) {
  const forms = await search.paper.forms();
  const parts = search.parts.map((part) => part.map((key) => forms.get(key) ?? key));
  const { grams, needed } = likeness(parts);
  /** @type {Hit[]} */
  const close = [];
  for (const year of grams.length ? search.searched : []) {
    const found = await Promise.all(grams.map((gram) => year.find(gram)));
    /** @type {Map<string, [count: number, score: number]>} */
    const scores = new Map();
    const tally = (/** @type {string} */ id) => scores.get(id) ?? [0, 0];
    for (const articles of found)
      for (const [id] of articles) {
        const [count, score] = tally(id);
        scores.set(id, [count + 1, score + 1 / Math.log(2 + articles.size)]);
      }
    const near = [...(await year.union(found))].filter(([id]) => tally(id)[0] >= needed);
    const hits = year.hits(new Map(near), (id) => -tally(id)[1]);
    close.push(...(await search.fitting(year, hits)));
  }
  close.sort((a, b) => a.rank - b.rank);
  return grams.length ? { close: close.slice(0, MOST_CLOSE), phrases: grams } : {};
}

/**
 * What a text that is nearly the same still has: half of the pairs of neighbours, or both of
 * two characters apart. Words in letters stay whole.
 * @param {Phrase[]} parts
 */
function likeness(parts) {
  const all = parts.map(units);
  const pairs = all.flatMap((part) => part.slice(1).map((unit, i) => [...part[i], ...unit]));
  const apart = all.length > 1 || all.some((part) => part.length > 2) ? [] : all.flat();
  const grams = (apart.length > 1 ? apart : pairs).slice(0, MOST_GRAMS);
  return { grams, needed: apart.length || Math.max(1, Math.floor(grams.length / 2)) };
}

/** @param {Phrase} part */
function units(part) {
  /** @type {string[][]} */
  const found = [];
  part.forEach((key, i) => {
    const word = /^[a-z0-9]$/;
    if (i && word.test(key) && word.test(part[i - 1])) found[found.length - 1].push(key);
    else found.push([key]);
  });
  return found;
}
