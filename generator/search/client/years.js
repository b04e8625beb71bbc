// A year of the newspaper: its bundles in one instance of Pagefind, and what filters need.


const EVERY = "ħ"; // the token that every record has
const LANGUAGE = "und";

export class Year {
  /** about: the year's entry in bundles.json. */
  constructor(about, base, engine) {
    Object.assign(this, { about, base, engine, year: about.year });
    this.phrases = new Map();
  }

  async #open() {
    const pagefind = await this.engine;
    const instance = pagefind.createInstance({ basePath: pagefind.base, baseUrl: this.base });
    const { bundles } = this.about;
    // The weight tells a result's bundle: ids are unique in one bundle only. Newest is heaviest,
    // so that results come newest first.
    const opened = bundles.map((path, n) =>
      instance.mergeIndex(`${this.base}pagefind/${path}`, {
        language: LANGUAGE,
        baseUrl: this.base,
        indexWeight: bundles.length - n,
      }),
    );
    await Promise.all(opened);
    return instance;
  }

  /** Articles with these tokens in a row, newest first: Map of id to {at, data}. */
  find(phrase) {
    const query = `"${phrase.join(" ")}"`;
    if (!this.phrases.has(query)) this.phrases.set(query, this.#find(query));
    return this.phrases.get(query);
  }

  async #find(query) {
    this.instance ??= this.#open();
    const { results } = await (await this.instance).search(query);
    return new Map(
      results.map((r) => [`${r.score} ${r.id}`, { at: Math.min(...r.words), data: r.data }]),
    );
  }

  /** Every article, newest first. */
  every() {
    return this.find([EVERY]);
  }

  /** What every article can be filtered by: Map of id to {day, page, section, by}. */
  rows() {
    return (this.allRows ??= this.#rows());
  }

  async #rows() {
    const load = (path) => fetch(`${this.base}pagefind/${path}facets.json`).then((r) => r.json());
    const [every, ...facets] = await Promise.all([
      this.every(),
      ...this.about.bundles.map(load),
    ]);
    const rows = facets.flatMap(unpack);
    return new Map([...every.keys()].map((id, n) => [id, rows[n]]));
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

