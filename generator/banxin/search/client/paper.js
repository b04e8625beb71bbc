// The whole newspaper: its years, and a search that goes through them from the newest back.

import { asked } from "./asking.js";
import { answer, json, kept, script } from "./files.js";
import { bySound } from "./pinyin.js";
import { rank } from "./relevance.js";
import { fits } from "./rows.js";
import { describe, pairs, parse } from "./text.js";
import { Year } from "./year.js";

/**
 * @import { Filters, Row } from "./rows.js"
 * @import { Page, Phrase } from "./text.js"
 * @import { About, Forms, Hit } from "./year.js"
 * @typedef {Filters & {year?: string, order?: string}} Wanted days as 2022-04-01; order: new, old
 * @typedef {[name: string, count: number][]} Names
 * @typedef {[page: Page, count: number, words: string][]} Pages
 * @typedef {{client: string, engine: string, years: About[], sections: Names, columns: Names, pages: Pages, kinds: Names}} Manifest
 */

/**
 * @typedef {object} Paper
 * @property {string} manifest as it was read
 * @property {string} client of which scripts it is
 * @property {Year[]} years
 * @property {Names} sections
 * @property {Names} columns
 * @property {Pages} pages
 * @property {Names} kinds
 * @property {Forms} forms
 * @property {(name: string) => Promise<any>} table a file of the index
 */

const AT_ONCE = 7_000; // articles, as below: some 150 kB, a year of a daily
const AT_MOST = 20_000; // unless nothing was found yet
const FULL = 8; // results on a first page
const BUNDLE = 250; // articles: to open a bundle costs as much as they do
const SIGNS = /(^|\s)([-－−]\S|(OR|ＯＲ)\s)|(标题|记者|栏目|版块?)[:：]/u; // see asking.js

const NAMES_ISSUE = /^[\p{N}年月日号总第期./\s-]+$/u; // perhaps: offers.js tells

/**
 * base: the path of the site, with slashes at both ends.
 * @param {string} base
 * @returns {Promise<Paper>}
 */
export async function openPaper(base) {
  const response = await answer(`${base}pagefind/bundles.json`, { cache: "no-cache" });
  const text = await response.text();
  /** @type {Manifest} */
  const manifest = JSON.parse(text);
  /** @type {Map<string, Promise<any>>} */
  const tables = new Map();
  const table = (/** @type {string} */ name) =>
    kept(tables, name, () => json(`${base}pagefind/${name}.json`));
  const forms = () => kept(tables, "forms", () => table("variants").then(pairs));
  return {
    ...manifest,
    manifest: text,
    years: manifest.years.map((year) => new Year(year, base, manifest.engine, forms)),
    forms,
    table,
  };
}

/**
 * One search. Each of exact, pinyin and close is a list of hits, newest first unless the oldest
 * were asked for. rounds are the years that were searched together, one list after the other: what
 * a later one finds stands below. phrases are what to mark in their texts.
 */
export class Search {
  /** @type {Hit[]} */
  exact = [];
  /** @type {Hit[]} */
  pinyin = [];
  /** @type {Hit[]} */
  close = [];
  /** @type {any} */
  heard; // how it sounds, see pinyin.js
  /** @type {string[] | undefined} */
  meant; // texts, see suggest.js
  /** @type {{exact: Hit[], pinyin: Hit[]}} */
  unfiltered = { exact: [], pinyin: [] };
  /** @type {Year[][]} */
  rounds = [];
  /** @type {Set<number>} */
  lost = new Set(); // years of which something could not be read
  spent = 0; // see cost

  /** @param {Paper} paper @param {string} text @param {Wanted} wanted */
  constructor(paper, text, wanted = {}) {
    this.paper = paper;
    this.text = text;
    this.wanted = wanted;
    this.parts = parse(text);
    this.phrases = [...this.parts];
    this.signs = this.parts.length > 1 || SIGNS.test(text);
    this.waiting = paper.years.filter((y) => overlaps(y.about, wanted));
    if (wanted.order === "old") this.waiting.reverse();
  }

  /**
   * Search as many years at once as are cheap; then older ones until a page is full or enough was
   * read, and on until something is found, or lost; then what is only close. rounds: how many
   * years each of the first ones is to have. told: called after each
   * but the last.
   * @param {number[]} rounds
   */
  async first(rounds = [], told = () => {}) {
    for (const count of rounds) await this.next(count);
    for (let most = AT_ONCE; this.goesOn(); most = this.spent + AT_ONCE) {
      let cheap = 0;
      let spent = this.spent;
      do spent += cost(this.waiting[cheap++]);
      while (cheap < this.waiting.length && spent + cost(this.waiting[cheap]) <= most);
      await this.next(cheap);
      if (this.goesOn()) told();
    }
    if (this.found >= FULL || this.waiting.length || this.lost.size || !this.rounds[0]) return this;
    const also = (/** @type {"sounding" | "nearly"} */ name) =>
      this.reading(this.searched[0].year, script("./behind.js").then((all) => all[name](this)));
    if (this.heard) await also("sounding");
    return this.found ? this : Object.assign(this, await also("nearly"));
  }

  /** Whether a first page wants older years. */
  goesOn() {
    const enough = this.spent < AT_MOST ? FULL : 1;
    return this.waiting.length > 0 && !this.lost.size && this.found < enough;
  }

  get searched() {
    return this.rounds.flat();
  }

  /**
   * What is read of a year; nothing, and the year is lost, if a file can't be read.
   * @template Made
   * @param {number} year @param {Promise<Made>} made
   */
  async reading(year, made) {
    try {
      return await made;
    } catch (error) {
      console.warn(error);
      this.lost.add(year);
      return undefined;
    }
  }

  get found() {
    return this.exact.length + this.pinyin.length;
  }

  /** Search so many more years, side by side. */
  async next(count = 1) {
    const years = this.waiting.slice(0, count);
    const all = years.map((year) => this.reading(year.year, this._through(year)));
    /** @type {Year[]} */
    const searched = [];
    this.rounds.push(searched);
    const answers = await Promise.all(all);
    this.waiting.splice(0, years.length); // not before: they are still to be asked
    for (const [n, found] of answers.entries()) {
      this.spent += cost(years[n]);
      if (!found) continue;
      searched.push(years[n]);
      for (const [kind, hits, fitting] of found) {
        this.unfiltered[kind].push(...hits);
        this[kind].push(...fitting);
      }
    }
  }

  /** @param {Year} year */
  async _through(year) {
    const [exact, pinyin] = await Promise.all([this._exactly(year), this._bySound(year)]);
    const others = pinyin.filter((hit) => !exact.some((e) => e.id === hit.id));
    const fitting = new Set(await this.fitting(year, [...exact, ...others]));
    return /** @type {const} */ ([["exact", exact], ["pinyin", others]]).map(([kind, hits]) => {
      if (this.wanted.order === "old") hits.reverse();
      return /** @type {const} */ ([kind, hits, hits.filter((hit) => fitting.has(hit))]);
    });
  }

  /** @param {Year} year @returns {Promise<Hit[]>} */
  async _exactly(year) {
    if (this.signs) return asked(this, year);
    if (!this.parts.length) return this.text.trim() ? [] : year.hits(await year.every(), () => 0);
    const found = await this.part(year, this.parts[0]);
    return year.hits(found, (id) => rank(/** @type {number} */ (found.get(id))));
  }

  /**
   * A part as it is written; if there is no such text, by the forms of its characters that the
   * index has, and so from then on.
   * @param {Year} year
   * @param {Phrase} part
   */
  async part(year, part) {
    const literal = await year.find(part);
    if (literal.size || part.every((key) => key < "ŧ")) return literal;
    const forms = await this.paper.forms();
    return year.find(Object.assign(part, part.map((key) => forms.get(key) ?? key)));
  }

  /** @param {Year} year @returns {Promise<Hit[]>} */
  async _bySound(year) {
    if (!/^(?=.*\p{sc=Latn})[\p{L}\p{M}'’\s]{2,}$/u.test(this.text)) return [];
    return bySound(this, year);
  }

  /** What is shown of a hit; nothing where even its address is lost. @param {Hit} hit */
  described(hit) {
    const described = hit.data().then((data) => describe(data, this.phrases));
    return this.reading(hit.year.year, described);
  }

  /** Those of a year's hits that the filters leave. @param {Year} year @param {Hit[]} hits */
  async fitting(year, hits) {
    if (!hits.length || !needsRows(year.about, this.wanted)) return hits;
    const rows = await year.rows();
    return hits.filter((hit) => fits(/** @type {Row} */ (rows.get(hit.id)), this.wanted));
  }
}

/** Which years these are, in words. @param {Year[]} years */
export function span(years) {
  const found = years.map(({ year }) => year);
  const [first, last] = [Math.min(...found), Math.max(...found)];
  return first === last ? `${last}` : `${first}—${last}`;
}

/**
 * What a search came to, in words; said: the sentences, with {} for a number.
 * @param {Search} search @param {DOMStringMap} said
 */
export function summary(search, said) {
  const { exact, found, close, searched, waiting, lost, text } = search;
  const tell = (text = "", count = 0) => text.replace("{}", String(count));
  const where = waiting.length || searched.length < 2 ? `${span(searched)}年里` : "";
  const sum = exact.length ? tell(said.exact, exact.length) : tell(said.pinyin, found);
  const so = found ? where + sum : "";
  if (search.goesOn()) return so.replace("。", "，") + said.busy;
  if (lost.size) return `${so}${said.lost}（${[...lost].sort().join("、")}年）。`;
  if (so || close.length) return so || tell(said.close, close.length);
  return tell(NAMES_ISSUE.test(text) ? said.unnamed : said.none);
}

/** What it costs to ask a year, in articles. @param {Year} year */
const cost = ({ about }) => about.count + BUNDLE * about.bundles.length;

/** @param {About} about @param {Wanted} wanted */
function overlaps(about, { year, from, to }) {
  return (!year || String(about.year) === String(year)) &&
    (!from || about.last >= from) && (!to || about.first <= to);
}

/** @param {About} about @param {Wanted} wanted */
const needsRows = (about, { from, to, page, section, column, by, kind }) =>
  page || section || column || kind || about.unasked || by || (from && from > about.first) || (to && to < about.last);
