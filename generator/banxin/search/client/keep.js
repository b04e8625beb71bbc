// To keep a search: its address, and its results as a table with citations.

/**
 * @import { Article } from "./text.js"
 * @import { Results } from "./results.js"
 * @typedef {{heads: string, paper: string, reading: string, unread: string, copied: string, failed: string}} Said
 */

const MOST = 1000; // results: each is a page to be read

/**
 * What a button does; said: its sentences, with {} for a number.
 * @param {HTMLButtonElement} button
 * @param {Results} results
 * @param {HTMLElement} place
 */
export async function keep(button, results, place) {
  const said = /** @type {Said & DOMStringMap} */ (place.dataset);
  const out = /** @type {HTMLElement} */ (place.querySelector("output"));
  const tell = (/** @type {string} */ text, count = 0) => {
    out.textContent = text.replace("{}", String(count));
  };
  try {
    if (button.name === "copy") tell(await copy(said));
    if (button.name === "csv") await table(results, said, tell);
  } catch (error) {
    console.warn(error);
    tell(said.failed);
  }
}

/** @param {Said} said */
async function copy({ copied }) {
  await navigator.clipboard.writeText(location.href);
  return copied;
}

/** @param {Results} results @param {Said} said @param {(text: string, count?: number) => void} tell */
async function table(results, said, tell) {
  const hits = results.all().slice(0, MOST).map(({ hit }) => hit);
  let done = 0;
  let lost = 0;
  const read = hits.map(async (hit) => {
    const article = await results.search.reading(hit.year.year, hit.data());
    if (!article?.title.length) lost++;
    tell(said.reading, hits.length - ++done);
    return article ? [row(article, said.paper)] : [];
  });
  const rows = (await Promise.all(read)).flat();
  const text = [said.heads.split("、"), ...rows].map((cells) => cells.map(cell).join(",")).join("\r\n");
  save(`\ufeff${text}\r\n`, `${results.search.text.trim() || said.paper}.csv`);
  tell(lost ? said.unread : "", lost);
}

/** @param {Article} article @param {string} paper */
function row({ title, byline, day, names, page, url }, paper) {
  const text = title.map(({ shown }) => shown).join("").trim();
  const { href } = new URL(url, location.href);
  const authors = names.length ? names : [byline];
  const by = authors[0] ? `${authors[0]}${authors.length > 1 ? "等" : ""}. ` : "";
  const cited = `${by}${text}[N/OL]. ${paper}，${day}（${page}）. ${href}`; // as in GB/T 7714
  return [text, byline, paper, day, `${page}`, href, cited];
}

/** A formula is none in a table program. @param {string} text */
const cell = (text) => `"${text.replace(/^[=+\-@\t]/, "'$&").replace(/"/g, '""')}"`;

/** @param {string} text @param {string} name */
function save(text, name) {
  const href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
