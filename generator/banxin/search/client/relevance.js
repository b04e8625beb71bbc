// Which of two results is the better.

/** @import { Hit } from "./year.js" */

export const TITLE_ENDS = 64; // positions, as in banxin/search/index/records.py
export const HEADS_END = 128;

/** Most relevant first; newest first among equals, as they came. @param {Hit[]} hits */
export const byRank = (hits) => [...hits].sort((a, b) => a.rank - b.rank);

/**
 * A title comes first, then kicker and subtitle; then, the earlier in the text the better.
 * @param {number} at
 */
export function rank(at) {
  if (at < TITLE_ENDS) return 0;
  if (at < HEADS_END) return 1;
  return 2 + Math.floor(Math.log2(1 + (at - HEADS_END) / 64));
}
