// Marks in an article that was opened from a result.

import { hits, parse, tokens, units } from "./text.js";

/** @typedef {{key: string, node: Text, at: number, end: number}} Letter */

/**
 * Mark the parts of a query wherever an element has them, and scroll to the first.
 * @param {Element} root
 * @param {string} text
 */
export function mark(root, text) {
  const pieces = letters(root);
  const found = hits(pieces, parse(text));
  const marks = found.reverse().map(([from, to]) => wrap(pieces.slice(from, to)));
  const first = marks.pop();
  if (!first) return;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  first.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
}

/**
 * Every letter of the article with its place; a hit may run through several elements.
 * @param {Element} root
 */
function letters(root) {
  /** @type {Letter[]} */
  const found = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    let at = 0;
    for (const char of units(node.data)) {
      for (const key of tokens(char)) found.push({ key, node, at, end: at + char.length });
      at += char.length;
    }
  }
  return found;
}

/**
 * Marks round these letters, from the last to the first; the first mark.
 * @param {Letter[]} pieces
 */
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
