// Polygons in per cent of the image: arrays of [x, y], one decimal at most. No page, no state.

/** @typedef {[x: number, y: number]} Point */

const LEAST = 0.5; // per cent: a smaller rectangle was a click

/** @param {number} n */
export const snap = (n) => Math.round(Math.min(100, Math.max(0, n)) * 10) / 10;

/** @param {Point} from @param {Point} to @returns {Point[]} */
export const rectangle = ([a, b], [c, d]) => {
  const [left, right] = [snap(Math.min(a, c)), snap(Math.max(a, c))];
  const [top, bottom] = [snap(Math.min(b, d)), snap(Math.max(b, d))];
  return [[left, top], [right, top], [right, bottom], [left, bottom]];
};

/** @param {Point[]} points */
export const isArea = (points) => {
  const [xs, ys] = [0, 1].map((n) => points.map((point) => point[n]));
  const span = (/** @type {number[]} */ list) => Math.max(...list) - Math.min(...list);
  return points.length > 2 && span(xs) >= LEAST && span(ys) >= LEAST && area(points) >= 0.1;
};

/** @param {Point[]} points */
const area = (points) =>
  Math.abs(
    points.reduce((sum, [x, y], n) => {
      const [u, v] = points[(n + 1) % points.length];
      return sum + x * v - u * y;
    }, 0),
  ) / 2;

/**
 * Moved as a whole, as far as the image reaches.
 * @param {Point[]} points
 * @param {number} dx
 * @param {number} dy
 * @returns {Point[]}
 */
export const moved = (points, dx, dy) => {
  /** @param {0 | 1} n @param {number} d */
  const room = (n, d) => {
    const list = points.map((point) => point[n]);
    return Math.min(100 - Math.max(...list), Math.max(-Math.min(...list), d));
  };
  const [x, y] = [room(0, dx), room(1, dy)];
  return points.map((point) => [snap(point[0] + x), snap(point[1] + y)]);
};

/** @param {Point[]} points @param {number} at @param {Point} point @returns {Point[]} */
export const withPoint = (points, at, point) =>
  points.map((old, n) => (n === at ? [snap(point[0]), snap(point[1])] : old));

/**
 * One of its points moved, or with null all of it.
 * @param {Point[]} points
 * @param {number | null} at
 * @param {number} x
 * @param {number} y
 */
export const nudged = (points, at, x, y) =>
  at === null ? moved(points, x, y) : withPoint(points, at, [points[at][0] + x, points[at][1] + y]);

/** @param {Point[]} points @param {number} at @returns {Point} */
export const between = (points, at) => {
  const [[a, b], [c, d]] = [points[at], points[(at + 1) % points.length]];
  return [snap((a + c) / 2), snap((b + d) / 2)];
};

/** @param {Point[]} points @returns {Point} */
export const centre = (points) => {
  const middle = (/** @type {0 | 1} */ n) => {
    const list = points.map((point) => point[n]);
    return (Math.min(...list) + Math.max(...list)) / 2;
  };
  return [middle(0), middle(1)];
};

/** @param {Point[]} a @param {Point[]} b */
export const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

/** @param {Point[]} points */
export const written = (points) => points.map((point) => point.join(",")).join(" ");

/** Points as a person types them, or null if they are none. @param {string} text */
export const read = (text) => {
  const numbers = text.match(/\d+(\.\d+)?/g)?.map(Number) ?? [];
  if (/[^\d\s.,，、;；[\]]/.test(text) || numbers.length % 2) return null;
  /** @type {Point[]} */
  const points = [];
  for (let n = 0; n < numbers.length; n += 2) points.push([snap(numbers[n]), snap(numbers[n + 1])]);
  return numbers.every((n) => n <= 100) && isArea(points) ? points : null;
};
