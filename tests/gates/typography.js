// The measures of typography.py. A page is shown in a frame, one width after another.
"use strict";

const INVISIBLE = /[\s\u2060\u200b]/;
const NO_START = new Set("、。，．：；！？）》」』】〉”’％‰℃·～…");
const NO_END = new Set("（《「『【〈“‘");
const TOLERANCE = 8; // pixels by which the feet of one line's characters may differ

const upright = (element) =>
  element.ownerDocument.defaultView.getComputedStyle(element).writingMode !== "horizontal-tb";

/** The lines in which the text of an element stands. */
function linesOf(element) {
  const lines = [], across = upright(element);
  const range = element.ownerDocument.createRange();
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let lastFoot = null, lastStart = null;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    for (let i = 0; i < node.length; i++) {
      const character = node.data[i];
      if (INVISIBLE.test(character) && character !== "\u3000") continue;
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const box = [...range.getClientRects()].pop();
      if (!box) continue;
      const foot = Math.round(across ? box.left : box.bottom);
      const start = across ? box.top : box.left;
      if (lastFoot === null || Math.abs(foot - lastFoot) > TOLERANCE || start < lastStart - 4) lines.push("");
      lastFoot = foot;
      lastStart = start;
      lines[lines.length - 1] += character;
    }
  }
  return lines;
}

function faultsOf(document, selector) {
  const found = { paragraphs: 0, lines: 0, start: [], end: [], split: [], short: [] };
  const holders = [...document.querySelectorAll(selector)];
  for (const paragraph of new Set(holders.flatMap((e) => [...e.querySelectorAll("p")]))) {
    if (!paragraph.checkVisibility() || upright(paragraph)) continue;
    const lines = linesOf(paragraph);
    found.paragraphs += 1;
    found.lines += lines.length;
    lines.forEach((line, i) => {
      const next = lines[i + 1];
      if (i && NO_START.has(line[0])) found.start.push(line.slice(0, 6));
      if (next === undefined) return;
      if (NO_END.has(line.at(-1))) found.end.push(line.slice(-6));
      if ("…—".includes(line.at(-1)) && next[0] === line.at(-1)) found.split.push(line.slice(-4));
    });
    const last = lines.at(-1);
    if (lines.length > 1 && [...last].length <= 2) found.short.push(`${lines.at(-2).slice(-6)}/${last}`);
  }
  return found;
}

function headlinesOf(document, selector) {
  const shown = [...document.querySelectorAll(selector)].filter((e) => e.checkVisibility());
  return shown.map(linesOf).filter((lines) => lines.length > 1);
}

/** What a page shows at each of the widths. */
globalThis.measure = async ({ url, widths, text, headlines, style }) => {
  const frame = document.createElement("iframe");
  frame.style.cssText = `position:absolute;border:0;height:900px;width:${widths[0]}px`;
  const loaded = new Promise((done) => frame.addEventListener("load", done, { once: true }));
  frame.src = url;
  document.body.replaceChildren(frame);
  await loaded;
  const inside = frame.contentDocument;
  if (style) {
    const sheet = new frame.contentWindow.CSSStyleSheet();
    sheet.replaceSync(style);
    inside.adoptedStyleSheets = [sheet];
  }
  return widths.map((width) => {
    frame.style.width = `${width}px`;
    const root = inside.documentElement;
    return {
      width,
      ...faultsOf(inside, text),
      overflow: root.scrollWidth - root.clientWidth,
      headlines: headlinesOf(inside, headlines),
    };
  });
};
