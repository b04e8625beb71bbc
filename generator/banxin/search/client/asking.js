// A query of several parts, or with signs: -词, OR, 标题: 记者: 栏目: 版块: 版:. Parts that stand near
// each other make an article more relevant.

import { HEADS_END, rank, TITLE_ENDS } from "./relevance.js";
import { tokens } from "./text.js";

/**
 * @import { Search } from "./paper.js"
 * @import { Row } from "./rows.js"
 * @import { Phrase } from "./text.js"
 * @import { Articles, Year } from "./year.js"
 * @typedef {{text: string, phrase: Phrase, field?: string}} Term
 * @typedef {{not: boolean, any: Term[]}} Group any of these terms, or none if not
 */

const TERM = /([-－−])?(?:(标题|记者|栏目|版块?)[:：]\s*)?(?:["“”＂]([^"“”＂]+)["“”＂]|([^\s"“”＂]+))/gu;
/** @type {WeakSet<Search>} */
const begun = new WeakSet(); // those whose first year was asked
const FAR = 4; // what parts that stand apart lose at most; see rank in paper.js
const SPOTS = 40; // of a part in an article: more make no difference

/** What a text asks for: all of these. @param {string} text */
export function groups(text) {
  /** @type {Group[]} */
  const found = [];
  let or = false;
  for (const [whole, minus, field, quoted, word = ""] of text.matchAll(TERM)) {
    const term = { text: quoted ?? word, phrase: tokens(quoted ?? word), field };
    const last = found[found.length - 1];
    if (whole.normalize("NFKC") === "OR") or = !!last;
    else if (term.phrase.length) {
      if (or && !minus) last.any.push(term);
      else found.push({ not: !!minus, any: [term] });
      or = false;
    }
  }
  const some = found.some(({ not }) => !not); // or it is a piece of a text that begins so
  return some ? found : found.map(({ any }) => ({ not: false, any }));
}

/** Those of a year's articles that a search asks for. @param {Search} search @param {Year} year */
export async function asked(search, year) {
  const all = groups(search.text);
  const wanted = all.filter(({ not }) => !not);
  if (all.some(({ not, any }) => not || any.length > 1 || any[0].field)) search.parts = [];
  const marks = wanted.flatMap(({ any }) => any.filter(inText).map(({ phrase }) => phrase));
  if (!begun.has(search)) search.phrases = marks;
  begun.add(search);
  const sets = await Promise.all(all.map((group) => either(search, year, group)));
  const [some, ...others] = sets.filter((_, n) => !all[n].not);
  const never = sets.filter((_, n) => all[n].not);
  const ids = [...some.keys()].filter(
    (id) => others.every((set) => set.has(id)) && !never.some((set) => set.has(id)),
  );
  const ranked = [some, ...others];
  const sum = (/** @type {string} */ id) =>
    ranked.reduce((so, set) => so + rank(set.get(id) ?? HEADS_END), far(year, wanted, id));
  return year.hits(new Map(ids.map((id) => [id, 0])), sum);
}

/** @param {Term} term */
const inText = ({ field }) => !field || field === "标题";

/** @param {Search} search @param {Year} year @param {Group} group */
async function either(search, year, { any }) {
  const found = await Promise.all(any.map((term) => having(search, year, term)));
  return found.length > 1 ? year.union(found) : found[0];
}

/** @param {Search} search @param {Year} year @param {Term} term @returns {Promise<Articles>} */
async function having(search, year, term) {
  if (inText(term)) {
    const found = await search.part(year, term.phrase);
    return term.field ? new Map([...found].filter(([, at]) => at < TITLE_ENDS)) : found;
  }
  const [every, rows] = await Promise.all([year.every(), year.rows()]);
  const ids = [...every.keys()].filter((id) => of(/** @type {Row} */ (rows.get(id)), term));
  return new Map(ids.map((id) => [id, HEADS_END]));
}

/** @param {Row} row @param {Term} term */
function of({ by, column, page_name, page, section }, { field = "", text }) {
  if (field === "版") {
    const asked = text.normalize("NFKC").toUpperCase().replace(/^第?0*|版$/g, "");
    return `${page}` === asked || (asked && page_name.toUpperCase().includes(asked));
  }
  /** @type {Record<string, string[]>} */
  const names = { 记者: by, 栏目: [section, column], 版块: [section] };
  return names[field].some((name) => name.includes(text));
}

/** How far apart an article has the parts. @param {Year} year @param {Group[]} wanted @param {string} id */
function far(year, wanted, id) {
  const stand = wanted.flatMap(({ any }) => {
    const found = any.filter(inText).flatMap(({ phrase }) => spots(year, phrase, id));
    return found.length ? [found.slice(0, SPOTS)] : [];
  });
  const gaps = stand.slice(1).map((some, n) => gap(stand[n], some));
  return gaps.reduce((sum, apart) => sum + Math.min(FAR, Math.log2(1 + apart / 4)), 0);
}

/** @param {Year} year @param {Phrase} phrase @param {string} id */
const spots = (year, phrase, id) => year.words.get(`"${phrase.join(" ")}"`)?.get(id) ?? [];

/** @param {number[]} some @param {number[]} others */
const gap = (some, others) =>
  Math.min(...some.flatMap((at) => others.map((other) => Math.abs(at - other))));
