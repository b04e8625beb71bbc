// The whole newspaper: its years, and a search that goes through them from the newest back.

import { describe, parse } from "./text.js";
import { answer, json, kept, script, Year } from "./year.js";

/**
 * @import { Filters } from "./rows.js"
 * @import { Sounds } from "./pinyin.js"
 * @import { Page, Phrase } from "./text.js"
 * @import { Variants } from "./variants.js"
 * @import { About, Articles, Hit } from "./year.js"
 * @typedef {Filters & {year?: string}} Wanted days as 2022-04-01
 * @typedef {[name: string, count: number][]} Sections
 * @typedef {[page: Page, count: number][]} Pages
 * @typedef {[name: string, count: number][]} Kinds
 * @typedef {{engine: string, years: About[], sections: Sections, pages: Pages, kinds: Kinds}} Manifest
 */

/**
 * @typedef {object} Paper
 * @property {string} manifest as it was read
 * @property {Year[]} years
 * @property {Sections} sections
 * @property {Pages} pages
 * @property {Kinds} kinds
 * @property {() => Promise<Variants>} variants
 * @property {() => Promise<Sounds>} sounds
 */

const TITLE_ENDS = 64; // positions, as in banxin/search/index/records.py
const HEADS_END = 128;

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
  const engine = `${base}pagefind/${manifest.engine}`;
  /** @type {Map<string, Promise<any>>} */
  const tables = new Map();
  const variants = () =>
    kept(tables, "variants", async () => (await script("./variants.js")).open(base));
  return {
    ...manifest,
    manifest: text,
    years: manifest.years.map((year) => new Year(year, base, engine, variants)),
    variants,
    sounds: () => kept(tables, "sounds", () => json(`${base}pagefind/sounds.json`)),
  };
}

/**
 * One search. Each of exact, pinyin and close is a list of hits, newest first. phrases are what
 * to mark in their texts.
 */
export class Search {
  /** @type {Hit[]} */
  exact = [];
  /** @type {Hit[]} */
  pinyin = [];
  /** @type {Hit[]} */
  close = [];
  /** @type {{exact: Hit[], pinyin: Hit[]}} */
  unfiltered = { exact: [], pinyin: [] };
  /** @type {Year[]} */
  searched = [];
  /** @type {Set<number>} */
  lost = new Set(); // years of which something could not be read

  /** @param {Paper} paper @param {string} text @param {Wanted} wanted */
  constructor(paper, text, wanted = {}) {
    this.paper = paper;
    this.text = text;
    this.wanted = wanted;
    this.parts = parse(text);
    this.phrases = [...this.parts];
    this.waiting = paper.years.filter((y) => overlaps(y.about, wanted));
  }

  /**
   * Search one year after another until something is found, or lost; then what is only close.
   * years: how many at least.
   */
  async first(years = 0) {
    const goesOn = () => this.searched.length < years || !(this.found || this.lost.size);
    while (this.waiting.length && goesOn()) await this.next();
    if (this.found || this.lost.size || !this.searched.length) return this;
    const nearly = script("./close.js").then(({ nearly }) => nearly(this));
    return Object.assign(this, await this.reading(this.searched[0].year, nearly));
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

  /** Search the next older year. */
  async next() {
    const year = /** @type {Year} */ (this.waiting.shift());
    await this.reading(year.year, this._through(year));
  }

  /** @param {Year} year */
  async _through(year) {
    const [exact, pinyin] = await Promise.all([this._exactly(year), this._bySound(year)]);
    const others = pinyin.filter((hit) => !exact.some((e) => e.id === hit.id));
    const fitting = new Set(await this.fitting(year, [...exact, ...others]));
    for (const [kind, hits] of /** @type {const} */ ([["exact", exact], ["pinyin", others]])) {
      this.unfiltered[kind].push(...hits);
      this[kind].push(...hits.filter((hit) => fitting.has(hit)));
    }
    this.searched.push(year);
  }

  /** @param {Year} year */
  async _exactly(year) {
    if (!this.parts.length) return this.text.trim() ? [] : year.hits(await year.every(), () => 0);
    const found = await Promise.all(this.parts.map((part) => this._part(year, part)));
    return year.hits(intersection(found), (id) =>
      found.reduce((sum, articles) => sum + rank(/** @type {number} */ (articles.get(id))), 0),
    );
  }

  /**
   * A part as it is written; if there is no such text, read as traditional characters.
   * @param {Year} year
   * @param {Phrase} part
   */
  async _part(year, part) {
    const literal = await year.find(part);
    if (literal.size || !part.some((key) => key > "㐀")) return literal;
    const readings = (await this.paper.variants()).readings(part);
    this.phrases.push(...readings.filter((r) => !this.phrases.some((p) => `${p}` === `${r}`)));
    return year.union(await Promise.all(readings.map((reading) => year.find(reading))));
  }

  /** @param {Year} year */
  async _bySound(year) {
    if (!/^[a-zü'’\s]{2,}$/iu.test(this.text.trim())) return [];
    const [{ bySound }, sounds] = await Promise.all([script("./pinyin.js"), this.paper.sounds()]);
    const [articles, phrases] = await bySound(year, this.text, sounds);
    this.phrases.push(...phrases);
    return year.hits(articles, () => 0);
  }

  /** What is shown of a hit; nothing where even its address is lost. @param {Hit} hit */
  described(hit) {
    const described = hit.data().then((data) => describe(data, this.phrases));
    return this.reading(hit.year.year, described);
  }

  /** Those of a year's hits that the filters leave. @param {Year} year @param {Hit[]} hits */
  async fitting(year, hits) {
    if (!hits.length || !needsRows(year.about, this.wanted)) return hits;
    const [rows, { fits }] = await Promise.all([year.rows(), script("./rows.js")]);
    return hits.filter((hit) => fits(rows.get(hit.id), this.wanted));
  }
}

/** What a search came to, in words. @param {Search} search */
export function summary(search) {
  const { exact, pinyin, close, searched, waiting, lost } = search;
  const last = searched[searched.length - 1]?.year;
  const years = searched.length > 1 ? `${last}—${searched[0].year}` : last;
  const where = waiting.length || searched.length < 2 ? `${years}年里` : "";
  const found =
    (exact.length && `${where}找到${exact.length}篇。`) ||
    (pinyin.length && `${where}按拼音找到${pinyin.length}篇。`) || "";
  if (lost.size) return `${found}有一部分没有查到（${[...lost].join("、")}年）。`;
  if (close.length) return `没有一篇含有这些字；相近的有${close.length}篇。`;
  return found || "没有找到。换一个说法，或者少写几个字试试。";
}

/** Most relevant first; newest first among equals, as they came. @param {Hit[]} hits */
export const byRank = (hits) => [...hits].sort((a, b) => a.rank - b.rank);

/**
 * A title comes first, then kicker and subtitle; then, the earlier in the text the better.
 * @param {number} at
 */
function rank(at) {
  if (at < TITLE_ENDS) return 0;
  if (at < HEADS_END) return 1;
  return 2 + Math.floor(Math.log2(1 + (at - HEADS_END) / 64));
}

/** @param {Articles[]} found @returns {Articles} */
function intersection([first, ...others]) {
  return new Map([...first].filter(([id]) => others.every((articles) => articles.has(id))));
}

/** @param {About} about @param {Wanted} wanted */
function overlaps(about, { year, from, to }) {
  return (!year || String(about.year) === String(year)) &&
    (!from || about.last >= from) && (!to || about.first <= to);
}

/** @param {About} about @param {Wanted} wanted */
const needsRows = (about, { from, to, page, section, by, kind }) =>
  about.unasked || page || section || by || kind || (from && from > about.first) || (to && to < about.last);
