// A year of the newspaper: its bundles, and the articles in them, newest first.

import { read } from "./article.js";

const EVERY = '"ħ"'; // a query for the token that every record has
const GROUP = 4; // of 256 beginnings of ids, as in generator/search/articles.py

/** A year: its bundles in one instance of Pagefind, and what filters need. */
export class Year {
  /**
   * about: the year's entry in bundles.json; engine: the folder of Pagefind's own files; variants:
   * loads the table of other characters.
   */
  constructor(about, base, engine, variants) {
    Object.assign(this, { about, base, engine, variants, year: about.year });
    this.phrases = new Map();
    this.files = new Map(); // those with the addresses of articles
    this.articles = new Map();
    // The weight tells a result's bundle: ids are unique in one bundle only. Newest is heaviest,
    // so that results come newest first.
    const named = about.bundles.map((bundle) => (bundle.path ? bundle : { path: bundle }));
    this.bundles = named.map((bundle, n) => ({ ...bundle, weight: named.length - n }));
    this.superseded = this.bundles.flatMap(({ weight, without = [] }) =>
      without.map((id) => `${weight} ${id}`),
    );
  }

  async _open() {
    const { createInstance } = await import(`${this.engine}pagefind.js`);
    const instance = createInstance({ basePath: this.engine, baseUrl: this.base });
    const open = ({ path, weight: indexWeight }) => {
      const options = { language: "und", baseUrl: this.base, indexWeight };
      return instance.mergeIndex(`${this.base}pagefind/${path}`, options);
    };
    await Promise.all(this.bundles.map(open));
    return instance;
  }

  /** Articles with these tokens in a row, newest first: Map of id to {at}. */
  find(phrase) {
    const query = `"${phrase.join(" ")}"`;
    if (!this.phrases.has(query)) this.phrases.set(query, this._find(query));
    return this.phrases.get(query);
  }

  async _find(query) {
    const found = await this.indexed(query);
    const late = [...found.keys()].some((id) => this.bundle(id).places);
    for (const id of this.superseded) found.delete(id);
    if (!late) return found;
    const place = await (this.places ??= this._places());
    return new Map([...found].sort(([a], [b]) => place.get(a) - place.get(b)));
  }

  /** What the bundles hold, superseded articles included, one bundle after the other. */
  async indexed(query = EVERY) {
    this.instance ??= this._open();
    const { results } = await (await this.instance).search(query);
    return new Map(
      results.map((r) => [`${r.score} ${r.id}`, { at: Math.min(...r.words) }]),
    );
  }

  /** Where an article is: {url, day, page, fold}; fold: see generator/search/articles.py. */
  async place(id) {
    const name = id.split(" ")[1];
    const group = Math.floor(parseInt(name.split("_")[1].slice(0, 2), 16) / GROUP);
    const file = `${this.base}pagefind/${this.bundle(id).path}articles/${group}.json`;
    if (!this.files.has(file)) this.files.set(file, fetch(file).then((r) => r.json()));
    const [url, page, fold, day = url.slice(1, 11)] = (await this.files.get(file))[name];
    return { url: this.base + url.slice(1), day, page, fold };
  }

  /** What is shown of an article, for text.js; what can't be read of it is empty. */
  article(id) {
    if (!this.articles.has(id)) this.articles.set(id, this._article(id));
    return this.articles.get(id);
  }

  async _article(id) {
    const place = await this.place(id);
    try {
      const fold = place.fold === "*" ? (await this.variants()).all : pairs(place.fold);
      return { ...place, ...(await read(place.url, fold)) };
    } catch (error) {
      console.warn(error);
      this.articles.delete(id); // and try again when it is shown again
      return { ...place, title: [], heads: [], body: [], captions: [], byline: "", names: [] };
    }
  }

  bundle(id) {
    return this.bundles[this.bundles.length - parseInt(id)];
  }

  /** Every article, newest first. */
  every() {
    return (this.all ??= this._find(EVERY));
  }

  /** All articles of what several searches found, newest first again. */
  async union(found) {
    const filled = found.filter((articles) => articles.size);
    const all = new Map(filled[0]);
    if (filled.length < 2) return all;
    for (const articles of filled)
      for (const [id, article] of articles)
        if (!all.has(id) || all.get(id).at > article.at) all.set(id, article);
    const every = [...(await this.every()).keys()];
    return new Map(every.filter((id) => all.has(id)).map((id) => [id, all.get(id)]));
  }

  /** Articles as a search lists them: {id, year, rank, data}; rank tells the rank of an id. */
  hits(articles, rank) {
    return [...articles].map(([id]) => ({
      id,
      year: this,
      data: () => this.article(id),
      rank: rank(id),
    }));
  }

  /** What every article can be filtered by: Map of id to {day, page, section, by}. */
  rows() {
    return (this.allRows ??= this._rows());
  }

  async _rows() {
    return (await import("./rows.js")).rows(this);
  }

  async _places() {
    return (await import("./rows.js")).places(this);
  }
}

/** A text of such pairs as a Map. */
export const pairs = (text) => new Map((text.match(/../gu) ?? []).map((pair) => [...pair]));
