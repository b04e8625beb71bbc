// What a year's articles can be filtered by, and in which order they stand.

import { json } from "./files.js";

/**
 * @import { Page } from "./text.js"
 * @typedef {{day: string, page: Page, section: string, column: string, page_name: string, by: string[], kind: string, unasked: boolean}} Row
 * @typedef {{from?: string, to?: string, page?: string, section?: string, column?: string, by?: string, kind?: string}} Filters
 * @typedef {{path: string, places?: number[]}} Folder
 */

/**
 * A bundle's facets.json; names stand in a list and are meant by their place in it.
 * @typedef {object} Facets
 * @property {[day: string, count: number][]} days
 * @property {Page[]} pages
 * @property {string[]} sections
 * @property {number[]} section
 * @property {string[]} authors
 * @property {number[][]} by
 * @property {string[]} kinds
 * @property {number[]} kind
 * @property {string[]} [columns] if there are any
 * @property {number[]} [column]
 * @property {string[]} [page_names] if any has one
 * @property {number[]} [page_name]
 * @property {string[]} unasked kinds that are found only by who asks for them
 */

/**
 * What is needed of a year.
 * @typedef {object} Bundled
 * @property {string} base
 * @property {Folder[]} bundles
 * @property {string[]} superseded
 * @property {(id: string) => Folder} bundle
 * @property {() => Promise<Map<string, unknown>>} indexed
 */

/** By id. @param {Bundled} year @returns {Promise<Map<string, Row>>} */
export async function rows(year) {
  const load = async (/** @type {Folder} */ { path }) =>
    unpack(await json(`${year.base}pagefind/${path}facets.json`));
  const [all, ...rows] = await Promise.all([year.indexed(), ...year.bundles.map(load)]);
  const flat = rows.flat();
  const found = new Map([...all.keys()].map((id, n) => [id, flat[n]]));
  for (const id of year.superseded) found.delete(id);
  return found;
}

/** @param {Facets} facets @returns {Row[]} */
function unpack(facets) {
  const days = facets.days.flatMap(([day, count]) => Array(count).fill(day));
  return days.map((day, n) => ({
    day,
    page_name: facets.page_names?.[facets.page_name?.[n] ?? 0] ?? "",
    page: facets.pages[n],
    section: facets.sections[facets.section[n]],
    column: facets.columns?.[facets.column?.[n] ?? 0] ?? "",
    by: facets.by[n].map((author) => facets.authors[author]),
    kind: facets.kinds[facets.kind[n]],
    unasked: facets.unasked.includes(facets.kinds[facets.kind[n]]),
  }));
}

/**
 * Where each article stands in the year: those of an amendment among those of its bundle.
 * @param {Bundled} year
 */
export async function places(year) {
  /** @type {Map<string, number>} */
  const place = new Map();
  /** @type {Map<Folder, number>} */
  const rows = new Map();
  for (const id of (await year.indexed()).keys()) {
    const bundle = year.bundle(id);
    const row = rows.get(bundle) ?? 0;
    rows.set(bundle, row + 1);
    const n = year.bundles.indexOf(bundle);
    const [before, at] = bundle.places ? [n - 1, bundle.places[row] - 0.5] : [n, row];
    place.set(id, before * 1e6 + at);
  }
  return place;
}

/**
 * Whether an article is wanted, by what it can be filtered by.
 * @param {Row} row
 * @param {Filters} wanted
 */
export const fits = (row, { from, to, page, section, column, by, kind }) =>
  (!from || row.day >= from) &&
  (!to || row.day <= to) &&
  (!page || `${row.page}` === page) &&
  (!section || row.section === section) &&
  (!column || row.column === column) &&
  (!by || row.by.includes(by)) &&
  (kind ? row.kind === kind : !row.unasked);
