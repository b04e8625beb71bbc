// 您是不是要找: names and titles that there are, one slip away from what was looked for.

import { alike } from "./loose.js";
import { TITLE_ENDS } from "./relevance.js";
import { tokens } from "./text.js";

/**
 * @import { Fold, Phrase, Piece } from "./text.js"
 * @import { Articles, Year } from "./year.js"
 * @typedef {(char: string) => [said: string[], alike: string[]]} Read its syllables
 * @typedef {[name: string, key: Phrase]} Called
 * @typedef {[closeness: number, text: string, key: Phrase]} Slip
 */

/**
 * What is needed of a search.
 * @typedef {object} Asked
 * @property {number} found
 * @property {Phrase[]} parts
 * @property {Year[]} searched
 * @property {{table: (name: string) => Promise<any>, forms: () => Promise<Fold>}} paper
 * @property {(year: Year, part: Phrase) => Promise<Articles>} part
 * @property {string[]} [meant]
 */

const MOST = 3;
const FAR = 3; // closeness: no slip any more
const LIKELY = 1; // closeness: such a name needs no title beside it
const PAGES = 4; // of articles, read for their titles
const WAYS = 8;
const LONGEST = 16; // characters of a part

/**
 * Put links to such searches into an element, unless that has become another search's.
 * @param {Asked} search @param {HTMLElement} place @param {() => boolean} stays
 */
export async function offer(search, place, stays) {
  const links = (search.meant ?? (await meant(search))).map((text) => {
    const query = new URLSearchParams(location.search);
    query.set("q", text);
    return Object.assign(document.createElement("a"), { href: `?${query}`, textContent: text });
  });
  if (links[0] && stays()) place.replaceChildren(place.dataset.ask ?? "", ...links);
}

/** Texts that somebody may have meant, likeliest first. @param {Asked} search */
export async function meant(search) {
  const [syllables, names] = await Promise.all(["syllables", "names"].map(search.paper.table));
  const forms = await search.paper.forms();
  const folded = (/** @type {string[]} */ keys) => keys.map((key) => forms.get(key) ?? key);
  const read = reader(syllables, alike);
  /** @type {Called[]} */
  const called = names.map((/** @type {string} */ name) => [name, folded(tokens(name))]);
  /** @type {Slip[]} */
  const slips = [];
  for (const [n, part] of search.parts.entries()) {
    if (part.length < 2 || part.length > LONGEST || part.some((key) => key < "ŧ")) continue;
    const found = await slipped(search, folded(part), called, read);
    for (const [how, text, key] of found) {
      const whole = search.parts.map((one, i) => (i === n ? text : one.join("")));
      slips.push([how, whole.join(" "), key]);
    }
  }
  slips.sort((a, b) => a[0] - b[0]);
  return [...new Set(slips.map(([, text]) => text))].slice(0, MOST);
}

/** @param {Asked} search @param {Phrase} part @param {Called[]} called @param {Read} read */
async function slipped(search, part, called, read) {
  /** @type {Slip[]} */
  const all = called.map(([name, key]) => [closeness(part, key, read), name, key]);
  const most = search.found ? 2 : FAR; // who has found something meant it
  const slips = all.filter(([how]) => how < most).sort((a, b) => a[0] - b[0]);
  /** @type {Slip[]} */
  const found = [];
  for (const slip of slips.slice(0, 4 * MOST))
    if (found.length < MOST && (await exists(search, slip[2]))) found.push(slip);
  if (search.found || part.length < 3 || found[0]?.[0] <= LIKELY) return found;
  return [...found, ...(await entitled(search, part, read))];
}

/** @param {Asked} search @param {Phrase} name */
async function exists(search, name) {
  if (search.found) return true; // in an older year, perhaps
  for (const year of search.searched) if ((await search.part(year, name)).size) return true;
  return false;
}

/**
 * How far one text is from another: 0 reads the same, 1 nearly, 2 has one character that is wrong,
 * lost, added or in its neighbour's place; FAR is more, or nothing.
 * @param {Phrase} asked @param {Phrase} other @param {Read} read
 */
function closeness(asked, other, read) {
  const [long, short] = asked.length < other.length ? [other, asked] : [asked, other];
  if (long.length > short.length) {
    const at = [...long.keys()].find((n) => long[n] !== short[n]) ?? 0;
    return `${long.filter((_, n) => n !== at)}` === `${short}` ? 2 : FAR;
  }
  const wrong = [...long.keys()].filter((n) => asked[n] !== other[n]);
  const shared = (/** @type {0 | 1} */ how) =>
    wrong.every((n) => read(asked[n])[how].some((s) => read(other[n])[how].includes(s)));
  if (!wrong.length) return FAR;
  if (shared(0)) return 0;
  if (shared(1)) return 1;
  const [a, b] = wrong;
  const swapped = b === a + 1 && asked[a] === other[b] && asked[b] === other[a];
  return wrong.length === 1 || (wrong.length === 2 && swapped) ? 2 : FAR;
}

/**
 * Titles, as far as they are nearly the part.
 * @param {Asked} search @param {Phrase} part @param {Read} read
 */
async function entitled(search, part, read) {
  /** @type {Slip[]} */
  const slips = [];
  for (const year of search.searched) {
    const ids = [...(await sounding(year, part, read)), ...(await having(year, part))];
    for (const id of [...new Set(ids)].slice(0, PAGES)) {
      const title = (await year.article(id)).title.filter(({ key }) => key);
      for (const text of windows(title, part.length)) {
        const key = text.map((piece) => piece.key);
        const shown = text.map((piece) => piece.shown).join("").replace(/\p{P}+/gu, "");
        slips.push([closeness(part, key, read), shown, key]);
      }
    }
    if (slips.some(([how]) => how < FAR)) break;
  }
  return slips.filter(([how]) => how < FAR);
}

/** @param {Piece[]} title @param {number} length */
const windows = (title, length) =>
  [length, length - 1, length + 1].flatMap((size) =>
    title.slice(0, Math.max(0, title.length - size + 1)).map((_, n) => title.slice(n, n + size)),
  );

/** Of articles whose title reads the same. @param {Year} year @param {Phrase} part @param {Read} read */
async function sounding(year, part, read) {
  /** @type {Phrase[]} */
  let ways = [[]];
  for (const char of part)
    ways = ways.flatMap((way) => read(char)[0].map((s) => [...way, `ħ${s}`])).slice(0, WAYS);
  return (await year.union(await Promise.all(ways.map((way) => year.find(way))))).keys();
}

/** Of articles in whose title all characters are but one. @param {Year} year @param {Phrase} part */
async function having(year, part) {
  const found = await Promise.all(part.map((key) => year.find([key])));
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const articles of found)
    for (const [id, at] of articles) if (at < TITLE_ENDS) counts.set(id, (counts.get(id) ?? 0) + 1);
  const likely = [...counts].filter(([, count]) => count > part.length - 2);
  return likely.sort((a, b) => b[1] - a[1]).map(([id]) => id);
}

/**
 * @param {Record<string, string>} syllables
 * @param {(syllable: string) => string[]} alike
 * @returns {Read}
 */
function reader(syllables, alike) {
  /** @type {Map<string, string[]>} */
  const read = new Map();
  for (const [syllable, chars] of Object.entries(syllables))
    for (const char of chars) read.set(char, [...(read.get(char) ?? []), syllable]);
  return (char) => {
    const said = read.get(char) ?? [];
    return [said, said.flatMap(alike)];
  };
}
