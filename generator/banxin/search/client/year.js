// A year of the newspaper: its bundles, and the articles in them, newest first.

import { read } from "./article.js";
import { answer, json, kept, script } from "./files.js";
import { places, rows } from "./rows.js";
import { pairs } from "./text.js";

/**
 * @import { Article, Fold, Phrase } from "./text.js"
 * @import { Folder, Row } from "./rows.js"
 * @typedef {Folder & {without?: string[]}} Listed
 * @typedef {Listed & {tag: string, weight: number}} Bundle
 * @typedef {Map<string, number>} Articles by id, the position of the first hit
 * @typedef {{url: string, day: string, page: string, fold: string}} Place
 * @typedef {[url: string, page: string, fold: string, day?: string]} Entry
 * @typedef {() => Promise<Fold>} Forms loads the table of all forms of characters
 */

/**
 * A year's entry in bundles.json.
 * @typedef {object} About
 * @property {number} year
 * @property {number} count
 * @property {string} first
 * @property {string} last
 * @property {boolean} [unasked] some of its articles are found only by who asks for their kind
 * @property {(string | Listed)[]} bundles
 */

/**
 * What is used of Pagefind.
 * @typedef {{id: string, score: number, words: number[]}} Result
 * @typedef {object} Pagefind
 * @property {(path: string, options: object) => Promise<void>} mergeIndex
 * @property {(query: string) => Promise<{results: Result[]}>} search
 */

/**
 * An article as a search lists it; rank 0 is the most relevant.
 * @typedef {{id: string, year: Year, rank: number, data: () => Promise<Article>}} Hit
 */

const EVERY = "ħ"; // the token that every record has
const EACH = 32; // articles in a file, see banxin/search/index/articles.py

/** A year: its bundles in one instance of Pagefind, and what filters need. */
export class Year {
  /** @type {Map<string, Promise<Articles>>} */
  phrases = new Map();
  /** @type {Map<string, Map<string, number[]>>} */
  words = new Map(); // by query, then by id: where it stands
  /** @type {Map<string, Promise<Entry[]>>} */
  files = new Map(); // those with the addresses of articles
  /** @type {Map<string, Promise<Article>>} */
  articles = new Map();
  /** @type {Map<"engine" | "rows" | "places", Promise<any>>} */
  lists = new Map();

  /**
   * about: the year's entry in bundles.json; engine: that of Pagefind's own files; forms are
   * all.
   * @param {About} about
   * @param {string} base
   * @param {string} engine
   * @param {Forms} forms
   */
  constructor(about, base, engine, forms) {
    this.about = about;
    this.base = base;
    const [own, tag] = parts(engine);
    this.engine = `${base}pagefind/${own}`;
    this.tag = tag;
    this.forms = forms;
    this.year = about.year;
    // The weight tells a result's bundle: ids are unique in one bundle only. Newest is heaviest,
    // so that results come newest first.
    /** @type {Bundle[]} */
    this.bundles = about.bundles.map((bundle, n) => {
      const known = typeof bundle === "string" ? { path: bundle } : bundle;
      const [path, tag] = parts(known.path);
      return { ...known, path, tag, weight: about.bundles.length - n };
    });
    this.superseded = this.bundles.flatMap(({ weight, without = [] }) =>
      without.map((id) => `${weight} ${id}`),
    );
  }

  async _open() {
    /** @type {{createInstance: (options: object) => Pagefind}} */
    const { createInstance } = await script(`${this.engine}pagefind.js`);
    const instance = createInstance({ basePath: this.engine, metaCacheTag: this.tag });
    const open = (/** @type {Bundle} */ { path, tag, weight: indexWeight }) =>
      instance.mergeIndex(`${this.base}pagefind/${path}`, {
        language: "und",
        indexWeight,
        metaCacheTag: tag,
      });
    await Promise.all(this.bundles.map(open));
    return instance;
  }

  /** @returns {Promise<Pagefind>} */
  _opened() {
    return kept(this.lists, "engine", () => this._open());
  }

  /** Begin to load what every search needs, side by side: Pagefind asks for one after the other. */
  warm() {
    const metas = this.bundles.map(({ path, tag }) => meta(`${this.base}pagefind/${path}`, tag));
    const own = ["pagefind-worker.js", "wasm.unknown.pagefind"].map((name) => this.engine + name);
    this._opened().catch(() => {}); // who needs it asks again
    for (const file of [...own, ...metas]) answer(file).catch(() => {});
  }

  /** Articles with these tokens in a row, newest first. @param {Phrase} phrase */
  find(phrase) {
    const query = `"${phrase.join(" ")}"`;
    return kept(this.phrases, query, () => this._find(query));
  }

  /** @param {string} query @returns {Promise<Articles>} */
  async _find(query) {
    const found = await this.indexed(query);
    const late = [...found.keys()].some((id) => this.bundle(id).places);
    for (const id of this.superseded) found.delete(id);
    if (!late) return found;
    const place = await kept(this.lists, "places", () => places(this));
    const at = (/** @type {string} */ id) => /** @type {number} */ (place.get(id));
    return new Map([...found].sort(([a], [b]) => at(a) - at(b)));
  }

  /** What the bundles hold, superseded articles included, one bundle after the other. */
  async indexed(query = `"${EVERY}"`) {
    const engine = await this._opened();
    const { results } = await engine.search(query);
    /** @type {[id: string, words: number[]][]} */
    const found = results.map((r) => [`${r.score} ${r.id}`, r.words]);
    this.words.set(query, new Map(found));
    return new Map(found.map(([id, words]) => [id, Math.min(...words)]));
  }

  /**
   * Where an article is; fold: see banxin/search/index/articles.py.
   * @param {string} id
   * @returns {Promise<Place>}
   */
  async place(id) {
    const number = parseInt(id.split(" ")[1], 16);
    const { path } = this.bundle(id);
    const file = `${this.base}pagefind/${path}articles/${Math.floor(number / EACH)}.json`;
    const entries = await kept(this.files, file, () => json(file));
    const [url, page, fold, day = url.slice(1, 11)] = entries[number % EACH];
    return { url: this.base + url.slice(1), day, page, fold };
  }

  /** What is shown of an article; what can't be read of it is empty. @param {string} id */
  article(id) {
    return kept(this.articles, id, () => this._article(id));
  }

  /** @param {string} id @returns {Promise<Article>} */
  async _article(id) {
    const place = await this.place(id);
    try {
      const fold = place.fold === "*" ? await this.forms() : pairs(place.fold);
      return { ...place, ...(await read(() => answer(place.url), fold)) };
    } catch (error) {
      console.warn(error);
      this.articles.delete(id); // and try again when it is shown again
      const nothing = { title: [], heads: [], body: [], captions: [], credit: [], names: [] };
      return { ...place, ...nothing, byline: "", spot: "" };
    }
  }

  /** @param {string} id */
  bundle(id) {
    return this.bundles[this.bundles.length - parseInt(id, 10)];
  }

  /** Every article, newest first. */
  every() {
    return this.find([EVERY]);
  }

  /**
   * All articles of what several searches found, newest first again.
   * @param {Articles[]} found
   * @returns {Promise<Articles>}
   */
  async union(found) {
    const filled = found.filter((articles) => articles.size);
    const all = new Map(filled[0]);
    if (filled.length < 2) return all;
    for (const articles of filled)
      for (const [id, at] of articles) all.set(id, Math.min(at, all.get(id) ?? at));
    const every = [...(await this.every()).keys()].filter((id) => all.has(id));
    return /** @type {Articles} */ (new Map(every.map((id) => [id, all.get(id)])));
  }

  /**
   * @param {Articles} articles
   * @param {(id: string) => number} rank
   * @returns {Hit[]}
   */
  hits(articles, rank) {
    return [...articles.keys()].map((id) => ({
      id,
      year: this,
      data: () => this.article(id),
      rank: rank(id),
    }));
  }

  /** What every article can be filtered by, by id. @returns {Promise<Map<string, Row>>} */
  rows() {
    return kept(this.lists, "rows", () => rows(this));
  }
}

/**
 * Of a bundle's entry: its folder, and the tag of the file that Pagefind opens it by.
 * @param {string} entry
 */
function parts(entry) {
  const [folder, tag] = entry.split("/");
  return [`${folder}/`, tag];
}

/** The file that Pagefind opens a bundle by. @param {string} folder @param {string} tag */
const meta = (folder, tag) => `${folder}pagefind.und_${tag}.pf_meta`;
