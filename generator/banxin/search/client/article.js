// What is shown of a result, read from the article's own page: the index holds no texts.

import { spell } from "./text.js";

/**
 * @import { Fields, Fold, Texts } from "./text.js"
 * @typedef {{"@type"?: string, name: string, jobTitle?: string}} Maker
 * @typedef {{author?: Maker[], creditText?: string}} Facts
 */

const AT_A_TIME = 6; // pages
/** @type {Record<string, keyof Fields | "cells">} */
const FIELDS = { H1: "title", HEADER: "heads", FIGURE: "captions", TABLE: "cells" };
const WITHIN = "h1, header, figure, table";
const UNREAD = "nav, footer, .note, script, style, noscript, template, [hidden]";
const PARTED = /^(BR|DD|DIV|DT|H.|LI|P|T[DH])$/; // from what stands before

let atWork = 0;
/** @type {((nothing: void) => void)[]} */
const waiting = [];

/**
 * What a page shows: title, heads, body and captions in pieces, and credit, which is the byline;
 * byline and names in it.
 * @param {() => Promise<Response>} open
 * @param {Fold} fold
 * @returns {Promise<Texts>}
 */
export async function read(open, fold) {
  if (atWork < AT_A_TIME) atWork++;
  else await new Promise((go) => waiting.push(go));
  try {
    const html = await (await open()).text();
    const page = new DOMParser().parseFromString(html, "text/html");
    const said = told(page);
    return { ...fields(page, fold), ...said, credit: spell(said.byline, fold) };
  } finally {
    const next = waiting.shift();
    if (next) next();
    else atWork--;
  }
}

/** @param {Document} page @param {Fold} fold */
function fields(page, fold) {
  const root = page.querySelector("main article") ?? page.querySelector("main") ?? page.body;
  const texts = { title: "", heads: "", body: "", cells: "", captions: "" };
  const seen = (/** @type {Node} */ node) =>
    /** @type {Element} */ (node).matches?.(UNREAD)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT;
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, seen);
  while (walker.nextNode()) {
    const { nodeValue, nodeName, parentElement } = walker.currentNode;
    const field = FIELDS[parentElement?.closest(WITHIN)?.tagName ?? ""] ?? "body";
    texts[field] += nodeValue ?? (PARTED.test(nodeName) ? " " : "");
  }
  const { cells, ...others } = texts;
  others.body += cells; // last, or results would begin with them
  return /** @type {Fields} */ (
    Object.fromEntries(Object.entries(others).map(([name, text]) => [name, spell(text, fold)]))
  );
}

/**
 * Who made it, as the page tells machines in the terms of schema.org; and the link to where it
 * stands on the picture of its page: the one with an outline in it.
 * @param {Document} page
 */
function told(page) {
  const { author = [], creditText } = facts(page);
  const people = author.filter((one) => one["@type"] === "Person");
  const said = people.flatMap(({ jobTitle, name }, n) =>
    jobTitle === people[n - 1]?.jobTitle ? [name] : [jobTitle, name],
  );
  const spot = page.querySelector("main a polygon")?.closest("a")?.getAttribute("href") ?? "";
  const names = people.map(({ name }) => name);
  return { byline: creditText ?? said.filter(Boolean).join(" "), names, spot };
}

/** @param {Document} page @returns {Facts} */
function facts(page) {
  try {
    return JSON.parse(page.querySelector('script[type="application/ld+json"]')?.textContent ?? "");
  } catch {
    return {};
  }
}
