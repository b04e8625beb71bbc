// What was drawn so far, page by page, and what of it isn't saved. Tells whoever asked of changes.

import { same } from "./shapes.js";

/**
 * @import { Point } from "./shapes.js"
 * @typedef {{id: number, key: string, points: Point[]}} Shape key: the article's; "": nobody's
 * @typedef {{digest: string, region: Point[]}} Read as it lies on the disk
 * @typedef {Read & {key: string, title: string, status: string}} Article
 * @typedef {{number: number, label: string, name: string, width: number, height: number}} Plate
 * @typedef {Plate & {articles: Article[]}} Sheet
 * @typedef {Sheet & {shapes: Shape[]}} Page
 * @typedef {{at: number, chosen: number, shapes: Shape[]}} Past
 * @typedef {{page: number, key: string, digest: string, region: Point[]}} Change
 */

/** @template V @param {V} value @returns {V} */
const clone = (value) => JSON.parse(JSON.stringify(value));

export class State {
  /** @type {Page[]} */
  pages = [];
  at = 0; // of the pages
  chosen = 0; // a shape's id; 0: none
  active = ""; // an article's key: the next shape is its
  tool = "select";
  #ids = 0;
  /** @type {Past[]} */
  #past = [];
  #told = () => {};

  /** @param {() => void} told */
  onChange(told) {
    this.#told = told;
  }

  changed() {
    this.#told();
  }

  get page() {
    return this.pages[this.at];
  }

  get shape() {
    return this.page.shapes.find((shape) => shape.id === this.chosen);
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  /** @param {string} key */
  article(key) {
    return this.page.articles.find((article) => article.key === key);
  }

  /** @param {string} key */
  shapeOf(key, page = this.page) {
    return page.shapes.find((shape) => shape.key === key);
  }

  /**
   * Take the issue as it lies on the disk; what was drawn here and isn't saved stays.
   * @param {Sheet[]} pages
   */
  take(pages) {
    const before = this.pages;
    const number = this.pages.length ? this.page.number : 0;
    this.pages = pages.map((page) => {
      const old = before.find((other) => other.number === page.number);
      return { ...page, shapes: this.#merged(page, old) };
    });
    this.at = Math.max(0, this.pages.findIndex((page) => page.number === number));
    this.#past = [];
    this.choose(0);
  }

  /** @param {Sheet} page @param {Page} [old] */
  #merged(page, old) {
    const kept = old ? old.shapes.filter((shape) => !shape.key || this.#differs(old, shape.key)) : [];
    const mine = new Set([...kept.map((shape) => shape.key), ...(old ? this.#removed(old) : [])]);
    const keys = new Set(page.articles.map((article) => article.key));
    for (const shape of kept) if (!keys.has(shape.key)) shape.key = "";
    const read = page.articles.filter((a) => a.region.length && !mine.has(a.key));
    return [...kept, ...read.map((a) => this.#made(a.key, a.region))];
  }

  /** @param {Page} page */
  #removed(page) {
    const gone = page.articles.filter((a) => a.region.length && !this.shapeOf(a.key, page));
    return gone.map((article) => article.key);
  }

  /** @param {Page} page @param {string} key */
  #differs(page, key) {
    const article = page.articles.find((other) => other.key === key);
    return !same(this.shapeOf(key, page)?.points ?? [], article?.region ?? []);
  }

  /** @param {string} key @param {Point[]} points @returns {Shape} */
  #made(key, points) {
    this.#ids += 1;
    return { id: this.#ids, key, points: clone(points) };
  }

  /** Call before a change that can be undone. */
  remember() {
    this.#past.push({ at: this.at, chosen: this.chosen, shapes: clone(this.page.shapes) });
    this.#past = this.#past.slice(-200);
  }

  undo() {
    const last = this.#past.pop();
    if (!last) return;
    this.at = last.at;
    this.page.shapes = last.shapes;
    this.choose(last.chosen);
  }

  /** @param {number} id */
  choose(id) {
    this.chosen = id;
    this.active = this.shape?.key || (this.active && this.article(this.active)?.key) || "";
    this.changed();
  }

  /** @param {number} at */
  choosePage(at) {
    this.at = at;
    this.choose(0);
  }

  /** @param {string} key */
  chooseArticle(key) {
    this.active = key;
    this.chosen = this.shapeOf(key)?.id ?? 0;
    this.changed();
  }

  /** A new shape: the active article's, unless it has one. @param {Point[]} points */
  add(points) {
    this.remember();
    const free = this.active && !this.shapeOf(this.active);
    const made = this.#made(free ? this.active : "", points);
    this.page.shapes.push(made);
    this.choose(made.id);
  }

  /** Move the chosen shape. @param {Point[]} points */
  put(points) {
    if (this.shape) this.shape.points = points;
    this.changed();
  }

  /**
   * Give the chosen shape to an article; another one that it had is nobody's then.
   * @param {string} key
   */
  assign(key) {
    this.remember();
    const other = key && this.shapeOf(key);
    if (other && other !== this.shape) other.key = "";
    if (this.shape) this.shape.key = key;
    this.choose(this.chosen);
  }

  remove() {
    this.remember();
    this.page.shapes = this.page.shapes.filter((shape) => shape.id !== this.chosen);
    this.choose(0);
  }

  /**
   * What the server is to write: every article whose area isn't as it was read.
   * @returns {Change[]}
   */
  changes() {
    return this.pages.flatMap((page) =>
      page.articles
        .filter((article) => this.#differs(page, article.key))
        .map(({ key, digest }) => {
          const region = this.shapeOf(key, page)?.points ?? [];
          return { page: page.number, key, digest, region };
        }),
    );
  }

  /** The first page and shape that belongs to no article. */
  nobodys() {
    for (const [at, page] of this.pages.entries()) {
      const shape = page.shapes.find((other) => !other.key);
      if (shape) return { at, shape };
    }
    return null;
  }

  /** @param {Change[]} sent @param {{key: string, digest: string}[]} saved */
  saved(sent, saved) {
    for (const { key, digest } of saved) {
      const change = sent.find((one) => one.key === key);
      const page = this.pages.find((p) => p.number === change?.page);
      const article = page?.articles.find((a) => a.key === key);
      if (article && change) Object.assign(article, { digest, region: clone(change.region) });
    }
    this.changed();
  }
}
