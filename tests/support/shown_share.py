"""How much of each picture of a laid-out page is shown, as a browser draws it.

A picture that fills a box of another shape loses what reaches out of it, above and below or at its
sides: heads go first, or hands. One that stands whole in its box is shown whole.
"""

from __future__ import annotations

# Of each picture the share of its area, and what is told of it where that is too little.
SHARES = r"""() => [...document.querySelectorAll('.sheet .story img')].filter((img) =>
    img.checkVisibility() && getComputedStyle(img).objectFit === 'cover').map((img) => {
  const frame = 2 * parseFloat(getComputedStyle(img).paddingTop);
  const drawn = (img.clientWidth - frame) / (img.clientHeight - frame);
  const own = img.getAttribute('width') / img.getAttribute('height');
  const story = img.closest('.story'), title = story.querySelector('h2').textContent.trim();
  return [Math.min(drawn / own, own / drawn), `${story.className}: ${title.slice(0, 16)}`];
})"""
