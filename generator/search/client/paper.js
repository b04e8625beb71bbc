// The whole newspaper: its years, and a search that goes through them from the newest back.

import { parse, tokens } from "./text.js";
import { Year } from "./year.js";

const TITLE_ENDS = 64; // positions, as in generator/search/records.py
const HEADS_END = 128;
const MOST_CLOSE = 30;
const MOST_READINGS = 16;

/** base: the path of the site, with slashes at both ends. */
export async function openPaper(base) {
  const response = await fetch(`${base}pagefind/bundles.json`, { cache: "no-cache" });
  if (!response.ok) throw new Error(`bundles.json: ${response.status}`);
  const manifest = await response.json();
  const engine = `${base}pagefind/${manifest.engine}`;
  let variants;
  return {
    ...manifest,
    years: manifest.years.map((year) => new Year(year, base, engine)),
    variants: () =>
      (variants ??= fetch(`${base}pagefind/variants.json`).then((r) => r.json()).then(maps)),
  };
}

const maps = ({ fold, also }) => ({ fold: pairs(fold), also: pairs(also) });

const pairs = (text) => new Map((text.match(/../gu) ?? []).map((pair) => [...pair]));

/**
 * One search. Each of exact, pinyin and close is a list of hits, newest first: {id, year, rank,
 * data}, where rank 0 is the most relevant. phrases are what to mark in their texts.
 *
 * wanted: {year, from, to, page, section, by}; days as 2022-04-01; all may be absent.
 */
export class Search {
  constructor(paper, text, wanted = {}) {
    this.paper = paper;
    this.text = text;
    this.wanted = wanted;
    this.parts = parse(text);
    this.phrases = [...this.parts];
    this.exact = [];
    this.pinyin = [];
    this.close = [];
    this.unfiltered = { exact: [], pinyin: [] };
    this.searched = [];
    this.waiting = paper.years.filter((y) => overlaps(y.about, wanted));
  }

  /** Search one year after another until something is found; then what is only close. */
  async first() {
    while (this.waiting.length && !this.found) await this.next();
    if (!this.found) await this._nearly();
    return this;
  }

  get found() {
    return this.exact.length + this.pinyin.length;
  }

  /** Search the next older year. */
  async next() {
    const year = this.waiting.shift();
    const [exact, pinyin] = await Promise.all([this._exactly(year), this._bySound(year)]);
    const others = pinyin.filter((hit) => !exact.some((e) => e.id === hit.id));
    const fitting = new Set(await this._fitting(year, [...exact, ...others]));
    for (const [kind, hits] of Object.entries({ exact, pinyin: others })) {
      this.unfiltered[kind].push(...hits);
      this[kind].push(...hits.filter((hit) => fitting.has(hit)));
    }
    this.searched.push(year);
  }

  async _exactly(year) {
    if (!this.parts.length) return this.text.trim() ? [] : hitsOf(year, await year.every(), () => 0);
    const found = await Promise.all(this.parts.map((part) => this._part(year, part)));
    return hitsOf(year, intersection(found), (id) =>
      found.reduce((sum, articles) => sum + rank(articles.get(id).at), 0),
    );
  }

  /** A part as it is written; if there is no such text, read as traditional characters. */
  async _part(year, part) {
    const literal = await year.find(part);
    if (literal.size || !part.some((key) => key > "㐀")) return literal;
    const readings = otherReadings(part, await this.paper.variants());
    this.phrases.push(...readings.filter((r) => !this.phrases.some((p) => same(p, r))));
    return union(year, await Promise.all(readings.map((reading) => year.find(reading))));
  }

  async _bySound(year) {
    if (!/^[a-zü'’\s]{2,}$/iu.test(this.text.trim())) return [];
    const { bySound } = await import("./pinyin.js");
    const [articles, phrases] = await bySound(year, this.text);
    this.phrases.push(...phrases);
    return hitsOf(year, articles, () => 0);
  }

  async _nearly() {
    const { grams, needed } = likeness(this.parts);
    if (!grams.length) return;
    for (const year of this.searched) {
      const found = await Promise.all(grams.map((gram) => year.find(gram)));
      const scores = new Map();
      for (const articles of found)
        for (const [id] of articles) {
          const [count, score] = scores.get(id) ?? [0, 0];
          scores.set(id, [count + 1, score + 1 / Math.log(2 + articles.size)]);
        }
      const near = [...(await union(year, found))].filter(([id]) => scores.get(id)[0] >= needed);
      const hits = hitsOf(year, new Map(near), (id) => -scores.get(id)[1]);
      this.close.push(...(await this._fitting(year, hits)));
    }
    this.close = byRank(this.close).slice(0, MOST_CLOSE);
    this.phrases = grams;
  }

  async _fitting(year, hits) {
    if (!hits.length || !needsRows(year.about, this.wanted)) return hits;
    const rows = await year.rows();
    return hits.filter((hit) => fits(rows.get(hit.id), this.wanted));
  }

  /**
   * How many of the exact hits so far, or else of those by sound, there would be for each value of
   * a filter, the others staying as they are: Maps of value to count. A year is there once it was
   * searched.
   */
  async counts() {
    const counts = { page: new Map(), section: new Map(), by: new Map() };
    const years = new Map();
    const kind = !this.exact.length && this.pinyin.length ? "pinyin" : "exact";
    for (const year of this.searched) {
      const hits = this.unfiltered[kind].filter((hit) => hit.year === year);
      const rows = hits.length ? await year.rows() : null;
      years.set(year.year, this[kind].filter((hit) => hit.year === year).length);
      for (const name of Object.keys(counts))
        for (const hit of hits) {
          const row = rows.get(hit.id);
          if (!fits(row, { ...this.wanted, [name]: "" })) continue;
          for (const value of [row[name]].flat())
            counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
        }
    }
    return { ...counts, year: years };
  }
}

/** Most relevant first; newest first among equals, as they came. */
export const byRank = (hits) => [...hits].sort((a, b) => a.rank - b.rank);

const hitsOf = (year, articles, rank) =>
  [...articles].map(([id, { data }]) => ({ id, year, data, rank: rank(id) }));

/** A title comes first, then kicker and subtitle; then, the earlier in the text the better. */
function rank(at) {
  if (at < TITLE_ENDS) return 0;
  if (at < HEADS_END) return 1;
  return 2 + Math.floor(Math.log2(1 + (at - HEADS_END) / 64));
}

function intersection([first, ...others]) {
  return new Map([...first].filter(([id]) => others.every((articles) => articles.has(id))));
}

/** All of them, newest first again. */
export async function union(year, found) {
  const filled = found.filter((articles) => articles.size);
  const all = new Map(filled[0]);
  if (filled.length < 2) return all;
  for (const articles of filled)
    for (const [id, article] of articles)
      if (!all.has(id) || all.get(id).at > article.at) all.set(id, article);
  const every = [...(await year.every()).keys()];
  return new Map(every.filter((id) => all.has(id)).map((id) => [id, all.get(id)]));
}

/** Every way to read a phrase with other characters than it is written with. */
function otherReadings(part, { fold, also }) {
  let readings = [[]];
  for (const key of part) {
    const ways = fold.has(key) ? [fold.get(key)] : also.has(key) ? [key, also.get(key)] : [key];
    readings = readings.flatMap((r) => ways.map((way) => [...r, ...tokens(way)]));
    readings = readings.slice(0, MOST_READINGS);
  }
  return readings.filter((reading) => !same(reading, part));
}

const same = (a, b) => a.join(" ") === b.join(" ");

/**
 * What a text that is nearly the same still has: half of the pairs of neighbours, or both of
 * two characters apart. Words in letters stay whole.
 */
function likeness(parts) {
  const all = parts.map(units);
  const pairs = all.flatMap((part) => part.slice(1).map((unit, i) => [...part[i], ...unit]));
  const apart = all.length > 1 || all.some((part) => part.length > 2) ? [] : all.flat();
  const grams = (apart.length > 1 ? apart : pairs).slice(0, MOST_READINGS);
  return { grams, needed: apart.length || Math.max(1, Math.floor(grams.length / 2)) };
}

function units(part) {
  const found = [];
  part.forEach((key, i) => {
    const word = /^[a-z0-9]$/;
    if (i && word.test(key) && word.test(part[i - 1])) found[found.length - 1].push(key);
    else found.push([key]);
  });
  return found;
}

function overlaps(about, { year, from, to }) {
  return (!year || String(about.year) === String(year)) &&
    (!from || about.last >= from) && (!to || about.first <= to);
}

const needsRows = (about, { from, to, page, section, by }) =>
  page || section || by || (from && from > about.first) || (to && to < about.last);

const fits = (row, { from, to, page, section, by }) =>
  (!from || row.day >= from) &&
  (!to || row.day <= to) &&
  (!page || row.page === Number(page)) &&
  (!section || row.section === section) &&
  (!by || row.by.includes(by));
