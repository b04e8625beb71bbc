// The whole newspaper: its years, and a search that goes through them from the newest back.

import { parse } from "./text.js";
import { Year } from "./year.js";

/**
 * @import { Filters, Row } from "./rows.js"
 * @import { Phrase } from "./text.js"
 * @import { Variants } from "./variants.js"
 * @import { About, Articles, Hit } from "./year.js"
 * @typedef {Filters & {year?: string}} Wanted days as 2022-04-01
 * @typedef {Record<string, string>} Sounds by syllable, the characters that are read so
 * @typedef {[name: string, count: number][]} Sections
 * @typedef {[number: number, count: number][]} Pages
 * @typedef {{engine: string, years: About[], sections: Sections, pages: Pages}} Manifest
 */

/**
 * @typedef {object} Paper
 * @property {Year[]} years
 * @property {Sections} sections
 * @property {Pages} pages
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
  const response = await fetch(`${base}pagefind/bundles.json`, { cache: "no-cache" });
  if (!response.ok) throw new Error(`bundles.json: ${response.status}`);
  /** @type {Manifest} */
  const manifest = await response.json();
  const engine = `${base}pagefind/${manifest.engine}`;
  /** @type {Promise<Variants>} */
  let other;
  /** @type {Promise<Sounds>} */
  let sounds;
  const variants = () => (other ??= import("./variants.js").then(({ open }) => open(base)));
  return {
    ...manifest,
    years: manifest.years.map((year) => new Year(year, base, engine, variants)),
    variants,
    sounds: () => (sounds ??= fetch(`${base}pagefind/sounds.json`).then((r) => r.json())),
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

  /** @param {Paper} paper @param {string} text @param {Wanted} wanted */
  constructor(paper, text, wanted = {}) {
    this.paper = paper;
    this.text = text;
    this.wanted = wanted;
    this.parts = parse(text);
    this.phrases = [...this.parts];
    this.waiting = paper.years.filter((y) => overlaps(y.about, wanted));
  }

  /** Search one year after another until something is found; then what is only close. */
  async first() {
    while (this.waiting.length && !this.found) await this.next();
    if (this.found) return this;
    const { nearly } = await import("./close.js");
    return Object.assign(this, await nearly(this));
  }

  get found() {
    return this.exact.length + this.pinyin.length;
  }

  /** Search the next older year. */
  async next() {
    const year = /** @type {Year} */ (this.waiting.shift());
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
    const { bySound } = await import("./pinyin.js");
    const [articles, phrases] = await bySound(year, this.text);
    if (phrases.length) this.phrases.push(...spoken(phrases, await this.paper.sounds()));
    return year.hits(articles, () => 0);
  }

  /** Those of a year's hits that the filters leave. @param {Year} year @param {Hit[]} hits */
  async fitting(year, hits) {
    if (!hits.length || !needsRows(year.about, this.wanted)) return hits;
    const [rows, { fits }] = await Promise.all([year.rows(), import("./rows.js")]);
    return hits.filter((hit) => fits(/** @type {Row} */ (rows.get(hit.id)), this.wanted));
  }
}

/** Most relevant first; newest first among equals, as they came. @param {Hit[]} hits */
export const byRank = (hits) => [...hits].sort((a, b) => a.rank - b.rank);

/**
 * Syllables as the characters that they can stand for, which text.js finds in a page.
 * @param {Phrase[]} phrases
 * @param {Sounds} sounds
 */
const spoken = (phrases, sounds) =>
  phrases.map((phrase) => phrase.map((key) => `ħ${sounds[key.slice(1)] ?? ""}`));

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
const needsRows = (about, { from, to, page, section, by }) =>
  page || section || by || (from && from > about.first) || (to && to < about.last);
