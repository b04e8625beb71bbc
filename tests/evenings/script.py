# ruff: noqa: E501 - JavaScript
"""What the browser is asked: one function that looks at a page as it stands.

``boxes`` are stories, cards and the like. Text that a frame cuts off (one that scrolls, an opening
on a telephone) counts as far as it is seen.
"""

from __future__ import annotations

MEASURE = r"""() => {
  const BOXES = '.story, .brief, .card, .glance > section, .ear, .titles > section, .contents > section';
  const BODIES = '.story .txt, .brief .txt, .card > p:not([class])';
  const PIECES = 'p, li, table, h2, h3, h4, img, figcaption, pre, hr, time, .kind-poem .txt';  // the white beside verse is its own
  const faults = {overflow: [], overlap: [], broken: [], holes: []};
  const root = document.documentElement, wide = root.clientWidth;
  const main = document.querySelector('main');
  const seen = (e) => e.checkVisibility() && e.getClientRects().length > 0 && !e.closest('.hidden');
  const shown = new Map();
  const clip = (e) => {  // what of an element is seen: null for all
    if (!e || e === document.body) return null;
    if (shown.has(e)) return shown.get(e);
    let found = clip(e.parentElement);
    const style = getComputedStyle(e);
    if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
      const box = e.getBoundingClientRect();
      const own = {left: box.left, right: box.right, top: box.top, bottom: box.bottom};
      found = found ? {left: Math.max(found.left, own.left), right: Math.min(found.right, own.right),
        top: Math.max(found.top, own.top), bottom: Math.min(found.bottom, own.bottom)} : own;
    }
    shown.set(e, found);
    return found;
  };
  const cut = (box, by) => {
    if (!by) return box;
    const found = {left: Math.max(box.left, by.left), right: Math.min(box.right, by.right),
      top: Math.max(box.top, by.top), bottom: Math.min(box.bottom, by.bottom)};
    const high = found.bottom - found.top;
    return found.right - found.left > 1 && high > 0.6 * (box.bottom - box.top) ? found : null;
  };
  const words = (e) => (e.textContent || '').trim().slice(0, 16);

  // Lines of text, each with the box it stands in.
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const texts = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.data.trim() && seen(node.parentElement)) texts.push(node);
  }
  for (const node of texts) {
    const parent = node.parentElement, by = clip(parent), box = parent.closest(BOXES);
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const line = rect.width > 0.5 && cut(rect, by);
      if (!line) continue;
      const em = parseFloat(getComputedStyle(parent).fontSize), spare = Math.max(0, (line.bottom - line.top - em) / 2);
      lines.push({line: {left: line.left, right: line.right, top: line.top + spare, bottom: line.bottom - spare}, box, node});
    }
  }
  if (root.scrollWidth > wide + 1) faults.overflow.push(`page: ${root.scrollWidth - wide} px`);
  const edges = new Map();
  for (const {line, box, node} of lines) {
    if (!box) continue;
    if (!edges.has(box)) edges.set(box, box.getBoundingClientRect());
    const frame = edges.get(box);
    const spare = /　/.test(node.data) ? parseFloat(getComputedStyle(node.parentElement).fontSize) : 4;  // a space hangs
    const over = Math.max(line.right - frame.right, frame.left - line.left, line.right - wide);
    if (over > spare + 1) faults.overflow.push(`“${node.data.trim().slice(0, 12)}” ${Math.round(over)} px`);
    if (line.bottom > frame.bottom + 6) faults.overflow.push(`“${node.data.trim().slice(0, 12)}” below its box`);
  }
  for (const e of main.querySelectorAll('table, img, svg, pre')) {
    const box = e.closest(BOXES), rect = seen(e) && cut(e.getBoundingClientRect(), clip(e.parentElement));
    if (!box || !rect) continue;
    const frame = box.getBoundingClientRect();
    if (rect.right > frame.right + 1.5) faults.overflow.push(`${e.tagName} ${Math.round(rect.right - frame.right)} px: ${words(e)}`);
    lines.push({line: rect, box, node: {data: e.tagName}, solid: e});
  }

  // Overlap: lines of different boxes or paragraphs on top of each other.
  const sorted = lines.filter(({box}) => box).sort((a, b) => a.line.top - b.line.top);
  for (let i = 0; i < sorted.length; i++) {
    const a = sorted[i];
    for (let j = i + 1; j < sorted.length && sorted[j].line.top < a.line.bottom - 6; j++) {
      const b = sorted[j];
      if (a.solid && a.solid.contains(b.node.parentElement || b.solid) || b.solid && b.solid.contains(a.node.parentElement || a.solid)) continue;
      if (a.box === b.box && !a.solid && !b.solid && a.node.parentElement.closest(PIECES) === b.node.parentElement.closest(PIECES)) continue;
      const across = Math.min(a.line.right, b.line.right) - Math.max(a.line.left, b.line.left);
      const down = Math.min(a.line.bottom, b.line.bottom) - Math.max(a.line.top, b.line.top);
      if (across > 3 && down > 6) faults.overlap.push(`“${a.node.data.trim().slice(0, 12)}” and “${b.node.data.trim().slice(0, 12)}” ${Math.round(down)} px`);
    }
  }

  // Numbers and codes that go on in the next line. Addresses may be cut.
  const TOKEN = /[A-Za-z0-9][A-Za-z0-9.,:%‰\/+-]*/g;
  for (const node of texts) {
    const by = clip(node.parentElement);
    if (!/\d/.test(node.data) || getComputedStyle(node.parentElement).writingMode !== 'horizontal-tb') continue;
    for (const found of node.data.matchAll(TOKEN)) {
      const token = found[0].replace(/[.,:\/+-]+$/, '');
      if (!/\d/.test(token) || token.length < 2 || token.length > 24 || node.parentElement.closest('.long')) continue;
      range.setStart(node, found.index);
      range.setEnd(node, found.index + token.length);
      const rects = [...range.getClientRects()].filter((r) => r.width > 0.5 && cut(r, by));
      const columns = rects.some((r) => Math.abs(r.top - rects[0].top) > r.height / 2);
      if (rects.length > 1 && columns) faults.broken.push(`${token} in “${node.data.slice(Math.max(0, found.index - 9), found.index + 14)}”`);
    }
  }

  // Holes: empty rectangles inside a box, higher than two lines and at least six characters wide.
  const step = 6;
  let worst = 0;
  for (const box of document.querySelectorAll('.story, .card, .glance > section')) {
    if (!seen(box)) continue;
    const style = getComputedStyle(box), frame = box.getBoundingClientRect();
    const left = frame.left + parseFloat(style.paddingLeft), right = frame.right - parseFloat(style.paddingRight);
    const top = frame.top + parseFloat(style.paddingTop), bottom = frame.bottom - parseFloat(style.paddingBottom);
    const across = Math.floor((right - left) / step), down = Math.floor((bottom - top) / step);
    if (across < 1 || down < 1) continue;
    const grid = new Uint8Array(across * down);
    for (const piece of box.querySelectorAll(PIECES)) {
      if (!seen(piece)) continue;
      const by = clip(piece.parentElement);
      for (const rect of piece.getClientRects()) {
        const r = by ? {left: Math.max(rect.left, by.left), right: Math.min(rect.right, by.right), top: Math.max(rect.top, by.top), bottom: Math.min(rect.bottom, by.bottom)} : rect;
        const whole = piece.matches('.kind-poem .txt');
        const a = whole ? 0 : Math.max(0, Math.floor((r.left - left) / step)), b = whole ? across : Math.min(across, Math.ceil((r.right - left) / step));
        for (let y = Math.max(0, Math.floor((r.top - top) / step)); y < Math.min(down, Math.ceil((r.bottom - top) / step)); y++) if (b > a) grid.fill(1, y * across + a, y * across + b);
      }
    }
    const text = box.querySelector('.txt') || box.querySelector('p') || box;
    const two = 2 * (parseFloat(getComputedStyle(text).lineHeight) || 30) + 12;
    const em = parseFloat(getComputedStyle(box).fontSize);
    const run = new Uint16Array(across);
    let deepest = 0;
    for (let y = 0; y < down; y++) {
      let wideRun = 0, least = 1e9;
      for (let x = 0; x < across; x++) {
        run[x] = grid[y * across + x] ? 0 : run[x] + 1;
        if (run[x] * step > two) { wideRun++; least = Math.min(least, run[x]); } else { wideRun = 0; least = 1e9; }
        if (wideRun * step >= 6 * em) deepest = Math.max(deepest, least * step);
      }
    }
    if (deepest) { worst = Math.max(worst, deepest); faults.holes.push(`${box.className}: ${deepest} px: ${words(box.querySelector('h2, h3') || box)}`); }
  }

  // Sizes of running text; lines stretched by justification.
  const sizes = new Set();
  let justified = 0, stretched = 0;
  for (const body of document.querySelectorAll(BODIES)) {
    if (!seen(body) || !body.textContent.trim()) continue;
    sizes.add(Math.round(parseFloat(getComputedStyle(body).fontSize) * 10) / 10);
    for (const p of body.matches('p') ? [body] : body.querySelectorAll('p, li')) {
      const style = getComputedStyle(p), em = parseFloat(style.fontSize);
      const inner = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
      const tops = new Map();
      while (inner.nextNode()) {
        const node = inner.currentNode, text = node.data;
        for (let i = 1; i + 1 < text.length; i++) {
          if (!/^[㐀-鿿]{3}$/.test(text.slice(i - 1, i + 2))) continue;
          range.setStart(node, i);
          range.setEnd(node, i + 1);
          const r = range.getBoundingClientRect();
          const key = `${Math.round(r.top)} ${style.columnCount === 'auto' ? 0 : Math.round(r.left / em / 12)}`;
          if (!tops.has(key)) tops.set(key, r.width - em);
        }
      }
      if (style.textAlign === 'justify') for (const gap of tops.values()) { justified++; if (gap > 0.25 * em) stretched++; }
    }
  }

  // Rows of tools above the masthead.
  const mast = document.querySelector('.mast, .heading, .brand, main h1');
  const above = [...document.querySelectorAll('body > header :is(a, button, input)')].filter((e) => seen(e) && !e.closest('.mast, .heading') && mast && e.compareDocumentPosition(mast) & 4 && !e.classList.contains('skip'));
  const rows = [];
  for (const e of above) { const r = e.getBoundingClientRect(), middle = (r.top + r.bottom) / 2; if (!rows.some((y) => Math.abs(y - middle) < 14)) rows.push(middle); }
  return {faults, worst, sizes: [...sizes].sort(), lines: justified, stretched, rows: rows.length, high: root.scrollHeight};
}"""
