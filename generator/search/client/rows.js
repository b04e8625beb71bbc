// What a year's articles can be filtered by, and in which order they stand.

/** Map of id to {day, page, section, by}. */
export async function rows(year) {
  const load = async ({ path }) =>
    unpack(await (await fetch(`${year.base}pagefind/${path}facets.json`)).json());
  const [all, ...rows] = await Promise.all([year.indexed(), ...year.bundles.map(load)]);
  const flat = rows.flat();
  const found = new Map([...all.keys()].map((id, n) => [id, flat[n]]));
  for (const id of year.superseded) found.delete(id);
  return found;
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

/** Where each article stands in the year: those of an amendment among those of its bundle. */
export async function places(year) {
  const place = new Map();
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

/** Whether an article is wanted, by what it can be filtered by. */
export const fits = (row, { from, to, page, section, by }) =>
  (!from || row.day >= from) &&
  (!to || row.day <= to) &&
  (!page || row.page === Number(page)) &&
  (!section || row.section === section) &&
  (!by || row.by.includes(by));
