// A year of the newspaper: its bundles, and the articles in them, newest first.

const EVERY = '"ħ"'; // a query for the token that every record has

/** A year: its bundles in one instance of Pagefind, and what filters need. */
export class Year {
  /** about: the year's entry in bundles.json; engine: the folder of Pagefind's own files. */
  constructor(about, base, engine) {
    Object.assign(this, { about, base, engine, year: about.year });
    this.phrases = new Map();
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

  /** Articles with these tokens in a row, newest first: Map of id to {at, data}. */
  find(phrase) {
    const query = `"${phrase.join(" ")}"`;
    if (!this.phrases.has(query)) this.phrases.set(query, this._find(query));
    return this.phrases.get(query);
  }

  async _find(query) {
    const found = await this._indexed(query);
    const late = [...found.keys()].some((id) => this._bundle(id).places);
    for (const id of this.superseded) found.delete(id);
    if (!late) return found;
    const place = await (this.places ??= this._places());
    return new Map([...found].sort(([a], [b]) => place.get(a) - place.get(b)));
  }

  /** What the bundles hold, superseded articles included, one bundle after the other. */
  async _indexed(query) {
    this.instance ??= this._open();
    const { results } = await (await this.instance).search(query);
    return new Map(
      results.map((r) => [`${r.score} ${r.id}`, { at: Math.min(...r.words), data: r.data }]),
    );
  }

  _bundle(id) {
    return this.bundles[this.bundles.length - parseInt(id)];
  }

  /** Where each article stands in the year: those of an amendment among those of its bundle. */
  async _places() {
    const place = new Map();
    const rows = new Map();
    for (const id of (await this._indexed(EVERY)).keys()) {
      const bundle = this._bundle(id);
      const row = rows.get(bundle) ?? 0;
      rows.set(bundle, row + 1);
      const n = this.bundles.indexOf(bundle);
      const [before, at] = bundle.places ? [n - 1, bundle.places[row] - 0.5] : [n, row];
      place.set(id, before * 1e6 + at);
    }
    return place;
  }

  /** Every article, newest first. */
  every() {
    return (this.all ??= this._find(EVERY));
  }

  /** What every article can be filtered by: Map of id to {day, page, section, by}. */
  rows() {
    return (this.allRows ??= this._rows());
  }

  async _rows() {
    const load = async ({ path }) =>
      unpack(await (await fetch(`${this.base}pagefind/${path}facets.json`)).json());
    const [all, ...rows] = await Promise.all([this._indexed(EVERY), ...this.bundles.map(load)]);
    const flat = rows.flat();
    const found = new Map([...all.keys()].map((id, n) => [id, flat[n]]));
    for (const id of this.superseded) found.delete(id);
    return found;
  }
}

function unpack(facets) {
  const days = facets.days.flatMap(([day, count]) => Array(count).fill(day));
  return days.map((day, n) => ({
    day,
    page: facets.pages[n],
    section: facets.sections[facets.section[n]],
    by: facets.by[n].map((author) => facets.authors[author]),
  }));
}
