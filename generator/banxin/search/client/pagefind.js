// Pagefind's own interface over this paper's search: whatever is made for a pagefind.js (its
// Component UI, for one) finds what it expects, and every result is exact.

import { openPaper, Search } from "./paper.js";
import { byRank } from "./relevance.js";
import { describe } from "./text.js";

/**
 * @import { Paper } from "./paper.js"
 * @import { Row } from "./rows.js"
 * @import { Article, Page, Phrase, Run } from "./text.js"
 * @import { Hit, Year } from "./year.js"
 * @typedef {"year" | "page" | "section" | "by"} Name
 * @typedef {{[key: string]: Wanted}} Filter
 * @typedef {string | number | Filter} Condition
 * @typedef {Condition | Condition[]} Wanted
 * @typedef {{excerptLength?: number}} Settings
 * @typedef {{filters?: Filter, sort?: {date?: "asc" | "desc"}}} Options
 */

/** @type {Record<string, Name>} */
const NAMES = { 年份: "year", 版次: "page", 栏目: "section", 记者: "by" };
const SITE = new URL("../", import.meta.url).pathname;

class Instance {
  latest = 0;
  /** @type {Promise<Paper> | undefined} */
  paper;

  /** @param {Settings} options */
  constructor(options = {}) {
    this.settings = { ...options };
  }

  options = async (/** @type {Settings} */ options) => {
    Object.assign(this.settings, options);
  };

  init = async () => {
    await this._paper();
  };

  destroy = async () => {
    this.paper = undefined;
  };

  /** All is in one index: there is nothing to merge with. */
  mergeIndex = async () => {};

  preload = async () => {};

  _paper() {
    this.paper ??= openPaper(SITE);
    return this.paper;
  }

  filters = async () => {
    const paper = await this._paper();
    return count((await Promise.all(paper.years.map(rowsOf))).flat());
  };

  /** @param {string | null} term @param {Options} [options] */
  debouncedSearch = async (term, options, wait = 300) => {
    const mine = ++this.latest;
    await new Promise((done) => setTimeout(done, wait));
    if (mine !== this.latest) return null;
    const found = await this.search(term, options);
    return mine === this.latest ? found : null;
  };

  /** @param {string | null} term @param {Options} options */
  search = async (term, { filters = {}, sort = {} } = {}) => {
    const started = Date.now();
    const search = new Search(await this._paper(), term ?? "");
    if (term !== null && !search.parts.length) search.waiting = [];
    while (search.waiting.length) await search.next();
    await search.first();
    if (search.lost.size) throw new Error(`not read: ${[...search.lost]}`);
    const kinds = /** @type {const} */ (["exact", "pinyin", "close"]);
    const kind = kinds.find((k) => search[k].length) ?? "exact";
    const all = await Promise.all(search[kind].map(withRow));
    const fitting = all.filter(([, row]) => matches(row, filters));
    const hits = fitting.map(([hit]) => hit);
    const ordered = sort.date === "asc" ? hits.reverse() : sort.date ? hits : byRank(hits);
    return {
      kind,
      results: ordered.map((hit) => this._result(hit, search)),
      unfilteredResultCount: all.length,
      filters: count(fitting.map(([, row]) => row)),
      totalFilters: count(all.map(([, row]) => row)),
      timings: { preload: 0, search: Date.now() - started, total: Date.now() - started },
    };
  };

  /** @param {Hit} hit @param {Search} search */
  _result(hit, search) {
    /** @type {Promise<ReturnType<Instance["_shown"]>>} */
    let data;
    const load = async () => {
      const [, row] = await withRow(hit);
      return this._shown(await hit.data(), row, search.phrases);
    };
    return { id: hit.id, score: 1 / (2 + hit.rank), words: [], data: () => (data ??= load()) };
  }

  /** @param {Article} data @param {Row} row @param {Phrase[]} phrases */
  _shown(data, row, phrases) {
    // nothing shows a byline: a name in it is in the excerpt
    const article = describe({ ...data, credit: [] }, phrases, this.settings.excerptLength);
    const marked = html(article.excerpt);
    const title = article.title.map(([text]) => text).join("") || article.url;
    const meta = { date: article.day, title };
    return {
      url: article.url,
      raw_url: article.url,
      content: article.text,
      raw_content: article.text,
      excerpt: marked,
      plain_excerpt: article.excerpt.map(([text]) => text).join(""),
      meta,
      filters: filtersOf(row),
      word_count: article.text.length,
      anchors: [],
      locations: [],
      weighted_locations: [],
      sub_results: [{ title: meta.title, url: article.url, excerpt: marked, locations: [] }],
    };
  }
}

/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"]/g, (c) => ESCAPES[c]);

/** @param {Run[]} runs */
const html = (runs) =>
  runs.map(([text, hit]) => (hit ? `<mark>${escaped(text)}</mark>` : escaped(text))).join("");

/** @param {Row} row */
const filtersOf = (row) =>
  Object.fromEntries(Object.entries(NAMES).map(([label, name]) => [label, values(row, name)]));

/** @param {Year} year */
const rowsOf = async (year) => [...(await year.rows()).values()];

/** @param {Hit} hit */
const withRow = async (hit) =>
  /** @type {[Hit, Row]} */ ([hit, (await hit.year.rows()).get(hit.id)]);

/** @param {Page} page */
const two = (page) => String(page).padStart(2, "0");

/** @param {Row} row @param {Name} name */
const values = (row, name) =>
  ({
    year: [row.day.slice(0, 4)],
    page: [two(row.page)],
    section: [row.section, ...(row.column ? [row.column] : [])],
    by: row.by,
  })[name];

/** @param {Row[]} rows */
function count(rows) {
  /** @type {Record<string, Record<string, number>>} */
  const counts = {};
  for (const [label, name] of Object.entries(NAMES)) {
    counts[label] = {};
    for (const value of rows.flatMap((row) => values(row, name)))
      counts[label][value] = (counts[label][value] ?? 0) + 1;
  }
  return counts;
}

/**
 * Pagefind's filters: a list means all of them; any, all, none and not can be nested.
 * @param {Row} row
 * @param {Filter} filter
 * @returns {boolean}
 */
function matches(row, filter) {
  return Object.entries(filter).every(([key, wanted]) => {
    if (key === "any") return groups(wanted).some((one) => matches(row, one));
    if (key === "all") return groups(wanted).every((one) => matches(row, one));
    if (key === "none" || key === "not") return !groups(wanted).some((one) => matches(row, one));
    return has(values(row, NAMES[key] ?? /** @type {Name} */ (key)), wanted);
  });
}

/** @param {Wanted} wanted @returns {Filter[]} */
const groups = (wanted) =>
  Array.isArray(wanted)
    ? /** @type {Filter[]} */ (wanted)
    : Object.entries(wanted).map(([key, value]) => ({ [key]: value }));

/** @param {string[]} found @param {Wanted} wanted @returns {boolean} */
function has(found, wanted) {
  if (Array.isArray(wanted)) return wanted.every((one) => has(found, one));
  if (wanted && typeof wanted === "object")
    return Object.entries(wanted).every(([how, ones]) => {
      const some = [ones].flat().some((one) => has(found, one));
      if (how === "all") return [ones].flat().every((one) => has(found, one));
      return how === "any" ? some : !some;
    });
  return found.includes(String(wanted));
}

const main = new Instance();

export const { options, init, destroy, mergeIndex, search, debouncedSearch, preload, filters } =
  main;
export const createInstance = (/** @type {Settings} */ settings) => new Instance(settings);
