"""How much of a laid-out page is left empty, as a browser shows it.

Content is every box of running text, headline, picture and table, and the rules drawn between
articles and around them, which are ink as well. What lies between two pieces of
content no further apart than twice the page's usual gap (28 px) counts as filled, as it does to
the eye; the rest of ``.sheet`` is empty. In a text set in columns every column is a box of its own.
Verse stands in the midst of white, as it does in print: as far as that is no wider on either side
than the verse, it is the verse's own.
"""

from __future__ import annotations

UNFILLED = r"""() => {
  const sheet = document.querySelector('.sheet');
  if (!sheet) return null;
  const frame = sheet.getBoundingClientRect(), step = 4, reach = 7;
  const top = sheet.querySelector('.row').getBoundingClientRect().top;
  const wide = Math.floor(frame.width / step), high = Math.floor((frame.bottom - top) / step);
  let grid = new Uint8Array(wide * high);
  const pieces = 'p, li, tr, h2, h3, h4, img, figcaption, time, pre, hr';
  const ruled = '.row + .row, .story + .story, .story + .briefs';
  const rules = [...sheet.querySelectorAll(ruled)].map((row) => {
    const box = row.getBoundingClientRect();
    return {left: box.left, right: box.right, top: box.top, bottom: box.top + 1};
  });
  for (const framed of sheet.querySelectorAll('.box, .notice')) {
    const {left, right, top, bottom} = framed.getBoundingClientRect();
    rules.push({left, right, top, bottom: top + 1}, {left, right, top: bottom - 1, bottom});
    rules.push({left, right: left + 1, top, bottom}, {left: right - 1, right, top, bottom});
  }
  for (const verse of sheet.querySelectorAll('.kind-poem .txt')) {
    const {left, right, width} = verse.getBoundingClientRect();
    const story = verse.closest('.story').getBoundingClientRect();
    for (const stanza of verse.querySelectorAll('p')) {
      const {top, bottom} = stanza.getBoundingClientRect();
      const from = Math.max(story.left, left - width), to = Math.min(story.right, right + width);
      rules.push({left: from, right: to, top, bottom});
    }
  }
  for (const piece of [null, ...sheet.querySelectorAll(pieces)]) {
    for (const box of piece ? piece.getClientRects() : rules) {
      const left = Math.max(0, Math.floor((box.left - frame.left) / step));
      const right = Math.min(wide, Math.ceil((box.right - frame.left) / step));
      const above = Math.max(0, Math.floor((box.top - top) / step));
      const below = Math.min(high, Math.ceil((box.bottom - top) / step));
      for (let y = above; y < below; y++) grid.fill(1, y * wide + left, y * wide + right);
    }
  }
  // Closing: content grows by `reach`, then empty space does. Outside of the page is content.
  const spread = (from, value, across) => {
    const to = from.slice();
    const [n, m] = across ? [high, wide] : [wide, high];
    const at = (i, j) => (across ? i * wide + j : j * wide + i);
    for (let i = 0; i < n; i++) {
      let last = value ? -1 : -1e9;
      for (let j = 0; j < m; j++) {
        if (from[at(i, j)] === value) last = j;
        else if (j - last <= reach) to[at(i, j)] = value;
      }
      last = value ? m : 1e9;
      for (let j = m - 1; j >= 0; j--) {
        if (from[at(i, j)] === value) last = j;
        else if (last - j <= reach) to[at(i, j)] = value;
      }
    }
    return to;
  };
  for (const value of [1, 0]) {
    for (const across of [true, false]) grid = spread(grid, value, across);
  }
  const rows = [...sheet.querySelectorAll('.row')].map((row) => ({
    height: Math.round(row.getBoundingClientRect().height),
    cells: [...row.children].map((cell) => cell.className),
  }));
  return {unfilled: grid.reduce((sum, cell) => sum + (cell ? 0 : 1), 0) / grid.length, rows};
}"""
