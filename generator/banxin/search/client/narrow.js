// The filters of the search page: how many results each of their choices would leave.

import { fits } from "./rows.js";

/** Counts them; what comes back shows them in a form, most first. */
export async function choices(search) {
  const { years, ...counts } = await count(search);
  return (form) => {
    for (const option of [...form.elements.year.options].slice(1)) {
      const found = years.get(Number(option.value));
      option.text = option.value + (found === undefined ? "" : `（${found}）`);
    }
    for (const [name, found] of Object.entries(counts)) offer(form.elements[name], name, found);
  };
}

function offer(select, name, found) {
  const { value, options } = select;
  const label = name === "page" ? (page) => `第${page}版` : (text) => text;
  if (value && ![...found.keys()].some((key) => String(key) === value)) found.set(value, 0);
  const rows = [...found].sort((a, b) => (name === "page" ? a[0] - b[0] : b[1] - a[1]));
  select.replaceChildren(options[0], ...rows.map(([key, n]) => new Option(`${label(key)}（${n}）`, key)));
  select.value = value;
}

/**
 * How many of the exact hits so far, or else of those by sound, there would be for each value of
 * a filter, the others staying as they are: Maps of value to count. A year is there once it was
 * searched.
 */
async function count(search) {
  const counts = { page: new Map(), section: new Map(), by: new Map() };
  const years = new Map();
  const kind = !search.exact.length && search.pinyin.length ? "pinyin" : "exact";
  for (const year of search.searched) {
    const hits = search.unfiltered[kind].filter((hit) => hit.year === year);
    const rows = hits.length ? await year.rows() : null;
    years.set(year.year, search[kind].filter((hit) => hit.year === year).length);
    for (const name of Object.keys(counts))
      for (const hit of hits) {
        const row = rows.get(hit.id);
        if (!fits(row, { ...search.wanted, [name]: "" })) continue;
        for (const value of [row[name]].flat())
          counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
      }
  }
  return { ...counts, years };
}
