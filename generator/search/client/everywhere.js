// On every page: / goes to the search; an article opened from a result shows what was found.

const SEARCHES = 'form[role="search"] input[type="search"], a[rel~="search"]';

document.addEventListener("keydown", (event) => {
  const { tagName = "", isContentEditable } = event.target;
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(tagName) || isContentEditable;
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const search = document.querySelector(SEARCHES);
  if (!search) return;
  event.preventDefault();
  if (search.href) return search.click();
  search.focus();
  search.select();
});

const phrases = new URLSearchParams(location.search).get("mark");
const article = document.querySelector("main article");
if (phrases && article) mark(article, phrases);

async function mark(root, text) {
  const { hits, parse, tokens } = await import("./text.js");
  const pieces = letters(root, tokens);
  const found = hits(pieces, parse(text));
  const marks = found.reverse().map(([from, to]) => wrap(pieces.slice(from, to)));
  const first = marks.pop();
  if (!first) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  first.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

/** Every letter of the article with its place; a hit may run through several elements. */
function letters(root, tokens) {
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    let at = 0;
    for (const char of node.data) {
      for (const key of tokens(char)) found.push({ key, node, at, end: at + char.length });
      at += char.length;
    }
  }
  return found;
}

/** Marks round these letters, from the last to the first; the first mark. */
function wrap(pieces) {
  let first;
  const nodes = [...new Set(pieces.map((piece) => piece.node))].reverse();
  for (const node of nodes) {
    const mine = pieces.filter((piece) => piece.node === node);
    const range = document.createRange();
    range.setStart(node, mine[0].at);
    range.setEnd(node, mine[mine.length - 1].end);
    first = document.createElement("mark");
    range.surroundContents(first);
  }
  return first;
}
