// What is shown of a result, read from the article's own page: the index holds no texts.

import { spell } from "./text.js";

const AT_A_TIME = 6; // pages
const PATIENCE = 15_000; // milliseconds
const ROOTS = ["main article", "main", "body"];
const FIELDS = { H1: "title", HEADER: "heads", FIGURE: "captions" };
const UNREAD = "nav, footer, .note, script, style, noscript, template, [hidden]";
const PARTED = /^(BR|DD|DIV|DT|H.|LI|P|T[DH])$/; // from what stands before

let atWork = 0;
const waiting = [];

/** What a page shows: title, heads, body and captions in pieces; byline; names to find by sound. */
export async function read(url, fold) {
  if (atWork < AT_A_TIME) atWork++;
  else await new Promise((go) => waiting.push(go));
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout?.(PATIENCE) });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return { ...fields(page, fold), ...makers(page) };
  } finally {
    if (waiting.length) waiting.shift()();
    else atWork--;
  }
}

function fields(page, fold) {
  const root = ROOTS.map((name) => page.querySelector(name)).find(Boolean);
  const texts = { title: "", heads: "", body: "", captions: "" };
  const seen = (node) => (node.matches?.(UNREAD) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const walker = page.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, seen);
  while (walker.nextNode()) {
    const { data, tagName, parentElement } = walker.currentNode;
    const field = FIELDS[parentElement.closest("h1, header, figure")?.tagName] ?? "body";
    texts[field] += data ?? (PARTED.test(tagName) ? " " : "");
  }
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, spell(text, fold)]));
}

/** Who made it and who is in it, as the page tells machines in the terms of schema.org. */
function makers(page) {
  const { author = [], mentions = [], image = [] } = facts(page);
  const people = author.filter((one) => one["@type"] === "Person");
  const said = people.flatMap(({ jobTitle, name }, n) =>
    jobTitle === people[n - 1]?.jobTitle ? [name] : [jobTitle, name],
  );
  const credited = image.flatMap(({ creditText = "" }) => creditText.split("、"));
  const names = [...people, ...mentions].map(({ name }) => name);
  return { byline: said.filter(Boolean).join(" "), names: [...names, ...credited] };
}

function facts(page) {
  try {
    return JSON.parse(page.querySelector('script[type="application/ld+json"]').textContent);
  } catch {
    return {};
  }
}
