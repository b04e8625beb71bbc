// What a reader may have meant beside the words: the issue of a day, a number, fewer filters.

import { answer } from "./files.js";
import { Search } from "./paper.js";
import { make } from "./results.js";

/**
 * @import { Paper, Wanted } from "./paper.js"
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
  if (!/\d/.test(text) && found) return [];
  /** @type {(Node | string)[]} */
  const offered = await issues(paper, base, text, said);
  if (found || lost.size) return offered;
  for (const [name, count, more] of await without(paper, text, wanted)) {
    const field = form.elements.namedItem(name);
    const label = field.labels[0].textContent;
    const button = make("button", {}, `不限“${label}”，${more ? "至少" : ""}有${count}篇`);
    button.addEventListener("click", () => {
      field.value = "";
      form.requestSubmit();
    });
    offered.push(button);
  }
  return offered;
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

/**
 * For each filter, how much there is without it: as [name, how many, whether there may be more].
 * @param {Paper} paper @param {string} text @param {Wanted} wanted
 */
async function without(paper, text, wanted) {
  const used = Object.entries(wanted).filter(([name, value]) => value && name !== "order");
  const all = await Promise.all(
    used.map(async ([name]) => {
      const search = await new Search(paper, text, { ...wanted, [name]: "" }).first();
      return /** @type {const} */ ([name, search.found, search.waiting.length > 0]);
    }),
  );
  return all.filter(([, found]) => found);
}
