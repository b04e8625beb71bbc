// What was drawn so far, page by page, and what of it isn't saved. Tells whoever asked of changes.

import { same } from "./shapes.js";

const clone = (value) => JSON.parse(JSON.stringify(value));

export class State {
  pages = [];
  at = 0; // of the pages
  chosen = 0; // a shape's id; 0: none
  active = ""; // an article's key: the next shape is its
  tool = "select";
  #ids = 0;
  #past = [];
  #told = () => {};

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

  article(key) {
    return this.page.articles.find((article) => article.key === key);
  }

  shapeOf(key, page = this.page) {
    return page.shapes.find((shape) => shape.key === key);
  }

  /** Take the issue as it lies on the disk; what was drawn here and isn't saved stays. */
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

  #merged(page, old) {
    const kept = old ? old.shapes.filter((shape) => !shape.key || this.#differs(old, shape.key)) : [];
    const mine = new Set([...kept.map((shape) => shape.key), ...(old ? this.#removed(old) : [])]);
    const keys = new Set(page.articles.map((article) => article.key));
    for (const shape of kept) if (!keys.has(shape.key)) shape.key = "";
    const read = page.articles.filter((a) => a.region.length && !mine.has(a.key));
    return [...kept, ...read.map((a) => this.#made(a.key, a.region))];
  }

  #removed(page) {
    const gone = page.articles.filter((a) => a.region.length && !this.shapeOf(a.key, page));
    return gone.map((article) => article.key);
  }

  #differs(page, key) {
    const article = page.articles.find((other) => other.key === key);
    return !same(this.shapeOf(key, page)?.points ?? [], article?.region ?? []);
  }

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

  choose(id) {
    this.chosen = id;
    this.active = this.shape?.key || (this.active && this.article(this.active)?.key) || "";
    this.changed();
  }

  choosePage(at) {
    this.at = at;
    this.choose(0);
  }

  chooseArticle(key) {
    this.active = key;
    this.chosen = this.shapeOf(key)?.id ?? 0;
    this.changed();
  }

  /** A new shape: the active article's, unless it has one. */
  add(points) {
    this.remember();
    const free = this.active && !this.shapeOf(this.active);
    const made = this.#made(free ? this.active : "", points);
    this.page.shapes.push(made);
    this.choose(made.id);
  }

  put(points) {
    this.shape.points = points;
    this.changed();
  }

  /** Give the chosen shape to an article; another one that it had is nobody's then. */
  assign(key) {
    this.remember();
    const other = key && this.shapeOf(key);
    if (other && other !== this.shape) other.key = "";
    this.shape.key = key;
    this.choose(this.chosen);
  }

  remove() {
    this.remember();
    this.page.shapes = this.page.shapes.filter((shape) => shape.id !== this.chosen);
    this.choose(0);
  }

  /** What the server is to write: every article whose area isn't as it was read. */
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

  saved(sent, saved) {
    for (const { key, digest } of saved) {
      const { page, region } = sent.find((one) => one.key === key);
      const article = this.pages.find((p) => p.number === page)?.articles.find((a) => a.key === key);
      if (article) Object.assign(article, { digest, region: clone(region) });
    }
    this.changed();
  }
}
