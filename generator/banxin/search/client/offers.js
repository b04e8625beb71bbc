// What a reader may have meant beside the words: the issue of a day, a number, fewer filters.

import { answer } from "./files.js";
import { Search } from "./paper.js";
import { make } from "./results.js";
import { fits } from "./rows.js";

/**
 * @import { Paper } from "./paper.js"
 * @typedef {{elements: {namedItem: (name: string) => any}, requestSubmit: () => void}} Form
 * @typedef {{text: string, path: string}} Issue where it would be
 */

const DATE = /^(?:(\d{4})\s*[-年./]\s*)?(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*[日号]?$/;
const NUMBER = /^(?:总?第)?\s*(\d{1,6})\s*期?$/;
const MOST = 10; // years that a day without one is looked for in

/**
 * All of it, as links, buttons and sentences. said: what to say of a day without an issue.
 * @param {Search} search @param {string} base @param {Form} form @param {DOMStringMap} said
 */
export async function offers(search, base, form, said) {
  const { found, lost, paper, text, wanted } = search;
  /** @type {(Node | string)[]} */
  const offered = await issues(paper, base, text, said);
  const button = (/** @type {string} */ name, /** @type {string} */ value, /** @type {string} */ label) => {
    const made = make("button", {}, label);
    made.addEventListener("click", () => {
      form.elements.namedItem(name).value = value;
      form.requestSubmit();
    });
    offered.push(made);
  };
  for (const [kind, count] of await unasked(search)) button("kind", kind, `“${kind}”里有${count}篇`);
  if (found || lost.size) return offered;
  for (const [name, value] of Object.entries(wanted)) {
    if (!value) continue;
    const { found, waiting } = await new Search(paper, text, { ...wanted, [name]: "" }).first();
    const label = form.elements.namedItem(name).labels[0].textContent;
    const most = waiting.length ? "至少" : "";
    if (found) button(name, "", `不限“${label}”，${most}有${found}篇`);
  }
  return offered;
}

/** How many there are of kinds that only who asks for them finds. @param {Search} search */
async function unasked({ unfiltered, wanted }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const hits = unfiltered.exact.filter(({ year }) => !wanted.kind && year.about.unasked);
  for (const { id, year } of hits) {
    const row = (await year.rows()).get(id);
    if (row?.unasked && fits(row, { ...wanted, kind: row.kind }))
      counts.set(row.kind, (counts.get(row.kind) ?? 0) + 1);
  }
  return counts;
}

/**
 * Issues that a text names: links to those there are; a sentence if none is, or nobody knows.
 * @param {Paper} paper @param {string} base @param {string} text @param {DOMStringMap} said
 */
async function issues(paper, base, text, said) {
  const meant = named(paper, text.normalize("NFKC").trim());
  const there = await Promise.all(meant.map(({ path }) => exists(base + path)));
  const links = meant.flatMap(({ text, path }, n) =>
    there[n] ? [make("a", { href: base + path }, text)] : [],
  );
  if (links.length || !meant.length) return links;
  if (there.includes(undefined)) return [`${said.unread}`];
  return meant[0].path.startsWith("n/") ? [] : [`${said.none}`];
}

/** @param {Paper} paper @param {string} text @returns {Issue[]} */
function named(paper, text) {
  const number = NUMBER.exec(text)?.[1];
  if (number) return [{ text: `第${Number(number)}期`, path: `n/${Number(number)}/` }];
  const [, year, month, day] = DATE.exec(text) ?? [];
  if (!day) return [];
  const two = [month, day].map((part) => part.padStart(2, "0"));
  const days = paper.years.flatMap(({ about }) => {
    const date = [about.year, ...two].join("-");
    return date >= about.first && date <= about.last ? [date] : [];
  });
  const dates = year ? [[year, ...two].join("-")] : days.slice(0, MOST);
  return dates.map((date) => {
    const [y, m, d] = date.split("-").map(Number);
    return { text: `${y}年${m}月${d}日的报纸`, path: `${date}/` };
  });
}

/** Whether there is such a page; undefined if that can't be known. @param {string} url */
async function exists(url) {
  try {
    return (await answer(url, { method: "HEAD" })).ok;
  } catch (error) {
    return /: 40[4]$/.test(String(error)) ? false : undefined;
  }
}
