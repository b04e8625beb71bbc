// Pagefind's own interface over this paper's search: whatever is made for a pagefind.js (its
// Component UI, for one) finds what it expects, and every result is exact.

import { byRank, openPaper, Search } from "./paper.js";
import { describe } from "./text.js";

const NAMES = { 年份: "year", 版次: "page", 栏目: "section", 记者: "by" };
const SITE = new URL("../", import.meta.url).pathname;

class Instance {
  constructor(options = {}) {
    this.settings = { ...options };
    this.latest = 0;
  }

  options = async (options) => {
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
    return (this.paper ??= openPaper(SITE));
  }

  filters = async () => {
    const paper = await this._paper();
    return count((await Promise.all(paper.years.map(rowsOf))).flat());
  };

  debouncedSearch = async (term, options, wait = 300) => {
    const mine = ++this.latest;
    await new Promise((done) => setTimeout(done, wait));
    if (mine !== this.latest) return null;
    const found = await this.search(term, options);
    return mine === this.latest ? found : null;
  };

  search = async (term, { filters = {}, sort = {} } = {}) => {
    const started = Date.now();
    const search = new Search(await this._paper(), term ?? "");
    if (term !== null && !search.parts.length) search.waiting = [];
    while (search.waiting.length) await search.next();
    await search.first();
    const kind = ["exact", "pinyin", "close"].find((k) => search[k].length) ?? "exact";
    const rows = new Map();
    const all = await Promise.all(search[kind].map((hit) => this._row(hit, rows)));
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

  async _row(hit, known) {
    if (!known.has(hit.year)) known.set(hit.year, hit.year.rows());
    return [hit, (await known.get(hit.year)).get(hit.id)];
  }

  _result(hit, search) {
    let data;
    const load = async () => {
      const [data, rows] = await Promise.all([hit.data(), hit.year.rows()]);
      return this._shown(data, rows.get(hit.id), search.phrases);
    };
    return { id: hit.id, score: 1 / (2 + hit.rank), words: [], data: () => (data ??= load()) };
  }

  _shown(data, row, phrases) {
    const article = describe(data, phrases, this.settings.excerptLength);
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

const escaped = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

const html = (runs) =>
  runs.map(([text, hit]) => (hit ? `<mark>${escaped(text)}</mark>` : escaped(text))).join("");

const filtersOf = (row) =>
  Object.fromEntries(Object.entries(NAMES).map(([label, name]) => [label, values(row, name)]));

const rowsOf = async (year) => [...(await year.rows()).values()];

const two = (number) => String(number).padStart(2, "0");

const values = (row, name) =>
  name === "year" ? [row.day.slice(0, 4)] : name === "page" ? [two(row.page)] : [row[name]].flat();

function count(rows) {
  const counts = Object.fromEntries(Object.keys(NAMES).map((label) => [label, {}]));
  for (const [label, name] of Object.entries(NAMES))
    for (const row of rows)
      for (const value of values(row, name)) counts[label][value] = (counts[label][value] ?? 0) + 1;
  return counts;
}

/** Pagefind's filters: a list means all of them; any, all, none and not can be nested. */
function matches(row, filter) {
  return Object.entries(filter).every(([key, wanted]) => {
    if (key === "any") return groups(wanted).some((one) => matches(row, one));
    if (key === "all") return groups(wanted).every((one) => matches(row, one));
    if (key === "none" || key === "not") return !groups(wanted).some((one) => matches(row, one));
    return has(values(row, NAMES[key] ?? key), wanted);
  });
}

const groups = (wanted) =>
  Array.isArray(wanted) ? wanted : Object.entries(wanted).map(([key, value]) => ({ [key]: value }));

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
export const createInstance = (settings) => new Instance(settings);
