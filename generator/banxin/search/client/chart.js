// How many results each year has: a bar for each, which leads to that year and back.

/**
 * @import { Search } from "./paper.js"
 * @typedef {{element: HTMLButtonElement, year: number, found: number | undefined}} Bar
 */

/** @type {Map<string, Map<number, number>>} */
const known = new Map(); // by what was asked: somebody who looks at one year sees the others, too

/**
 * Draw it in a place whose data say what stands for a year that wasn't asked, or was lost.
 * @param {Search} search
 * @param {HTMLElement} place
 * @param {(year: string) => void} choose
 */
export function chart(search, place, choose) {
  const found = counted(search);
  const most = Math.max(1, ...found.values());
  const years = search.paper.years.map(({ year }) => year).reverse();
  const bars = years.map((year) => {
    const text = search.lost.has(year) ? place.dataset.lost : place.dataset.unasked;
    return bar(year, found.get(year), most, text ?? "");
  });
  for (const { element, year } of bars) {
    const chosen = search.wanted.year === String(year);
    element.ariaPressed = String(chosen);
    element.addEventListener("click", () => choose(chosen ? "" : String(year)));
  }
  replace(place, bars.map(({ element }) => element));
}

/** Who is on a bar stays on it. @param {HTMLElement} place @param {HTMLElement[]} bars */
function replace(place, bars) {
  const at = [...place.children].indexOf(/** @type {Element} */ (document.activeElement));
  place.replaceChildren(...bars);
  bars[at]?.focus();
}

/** @param {Search} search */
function counted(search) {
  const { exact, lost, pinyin, searched, text, wanted } = search;
  const asked = JSON.stringify({ text, ...wanted, year: "", order: "" });
  const found = known.get(asked) ?? new Map();
  known.set(asked, found);
  const hits = exact.length ? exact : pinyin;
  for (const { year } of searched) found.set(year, 0);
  for (const { year } of hits) found.set(year.year, (found.get(year.year) ?? 0) + 1);
  for (const year of lost) found.delete(year);
  return found;
}

/** @param {number} year @param {number | undefined} found @param {number} most @param {string} unknown */
function bar(year, found, most, unknown) {
  const element = document.createElement("button");
  element.type = "button";
  const [column, label, count] = ["i", "span", "small"].map((name) => document.createElement(name));
  column.style.blockSize = `${(100 * (found ?? 0)) / most}%`;
  label.append(`${year}`);
  count.append(found === undefined ? unknown : `${found}篇`);
  const drawn = document.createElement("span");
  drawn.className = "column";
  drawn.append(column);
  element.append(drawn, label, " ", count);
  if (found === undefined) element.className = "unknown";
  return { element, year, found };
}
