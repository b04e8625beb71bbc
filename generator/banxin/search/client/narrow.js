// The filters of the search page: how many results each of their choices would leave.

import { fits } from "./rows.js";

/**
 * @import { Search } from "./paper.js"
 * @typedef {"page" | "section" | "column" | "kind" | "by"} Name
 * @typedef {Map<string | number, number>} Found how many by value
 * @typedef {{elements: Record<Name | "year", HTMLSelectElement>}} Form
 */

/** @type {Name[]} */
const NAMES = ["page", "section", "column", "kind", "by"];

/** 第1版, 第B1版, 中缝; as in banxin/model/page_label.py. @param {string | number} page */
const pageWords = (page) => `${page}`.replace(/^[^中]+/, "第$&版");

const byPage = (/** @type {string | number} */ a, /** @type {string | number} */ b) =>
  `${a}`.localeCompare(`${b}`, "en", { numeric: true });

/** Counts them; what comes back shows them in a form, most first. @param {Search} search */
export async function choices(search) {
  const { years, counts } = await count(search);
  return (/** @type {Form} */ { elements }) => {
    for (const option of [...elements.year.options].slice(1)) {
      const found = years.get(Number(option.value));
      option.text = option.value + (found === undefined ? "" : `（${found}）`);
    }
    for (const name of NAMES) offer(elements[name], name, counts[name]);
    // a paper may have nothing but news, and no columns
    for (const { parentElement, options } of [elements.kind, elements.column])
      parentElement?.toggleAttribute("hidden", options.length < 2);
  };
}

/** @param {HTMLSelectElement} select @param {Name} name @param {Found} found */
function offer(select, name, found) {
  const { value, options } = select;
  const isPage = name === "page";
  if (value && ![...found.keys()].some((key) => String(key) === value)) found.set(value, 0);
  found.delete(""); // of no kind, of no column
  const rows = [...found].sort((a, b) => (isPage ? byPage(a[0], b[0]) : b[1] - a[1]));
  const offered = rows.map(
    ([key, n]) => new Option(`${isPage ? pageWords(key) : key}（${n}）`, String(key)),
  );
  select.replaceChildren(options[0], ...offered);
  select.value = value;
}

/**
 * How many of the exact hits so far, or else of those by sound, there would be for each value of
 * a filter, the others staying as they are. A year is there once it was searched.
 * @param {Search} search
 */
async function count(search) {
  const counts = /** @type {Record<Name, Found>} */ (
    Object.fromEntries(NAMES.map((name) => [name, new Map()]))
  );
  /** @type {Map<number, number>} */
  const years = new Map();
  const kind = !search.exact.length && search.pinyin.length ? "pinyin" : "exact";
  for (const year of search.searched) {
    const hits = search.unfiltered[kind].filter((hit) => hit.year === year);
    years.set(year.year, search[kind].filter((hit) => hit.year === year).length);
    if (!hits.length) continue;
    const rows = await year.rows();
    const found = hits.flatMap((hit) => rows.get(hit.id) ?? []);
    for (const name of NAMES) {
      const wanted = { ...search.wanted, [name]: "" };
      // every kind is offered, those too that nobody finds who doesn't ask for them
      const asked = name === "kind" ? { unasked: false } : {};
      const fitting = found.filter((row) => fits({ ...row, ...asked }, wanted));
      for (const value of fitting.flatMap((row) => row[name]))
        counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  return { counts, years };
}
