// The image with its shapes: shows the state, and turns pointer and keys into changes of it.

import { between, centre, isArea, moved, nudged, rectangle, snap, withPoint, written } from "./shapes.js";

/**
 * @import { Point } from "./shapes.js"
 * @import { State } from "./state.js"
 * @typedef {((to: Point) => void) & {end?: () => void}} Drag
 */

const NEAR = 10; // pixels: a click so close to a point means that point
/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {"polygon" | "polyline"} name */
const svg = (name) => document.createElementNS("http://www.w3.org/2000/svg", name);
/** @param {HTMLElement} element @param {Point} point */
const place = (element, [x, y]) => {
  element.style.left = `${x}%`;
  element.style.top = `${y}%`;
};

export class Board {
  #state;
  #layer = /** @type {HTMLElement} */ (document.getElementById("shapes"));
  #labels = /** @type {HTMLElement} */ (document.getElementById("labels"));
  #handles = /** @type {HTMLElement} */ (document.getElementById("handles"));
  /** @type {Map<number, SVGElement>} */
  #polygons = new Map(); // a shape's id: its element
  #draft = svg("polyline");
  /** @type {Point[]} */
  #points = []; // of a polygon that isn't closed yet
  /** @type {Drag | null} */
  #drag = null; // what the pointer does while it is down

  constructor(/** @type {State} */ state) {
    this.#state = state;
    this.#layer.append(this.#draft);
    this.#layer.addEventListener("pointerdown", (event) => this.#down(event));
    this.#layer.addEventListener("pointermove", (event) => this.#hover(event));
    this.#handles.addEventListener("pointerdown", (event) => this.#grab(event));
    for (const layer of [this.#layer, this.#handles]) {
      layer.addEventListener("pointermove", (event) => this.#drag?.(this.#at(event)));
      layer.addEventListener("pointerup", (event) => this.#up(event));
      layer.addEventListener("pointercancel", (event) => this.#up(event));
    }
    this.#layer.addEventListener("keydown", (event) => this.#key(event, null));
    this.#handles.addEventListener("keydown", (event) => {
      const { dataset, className } = /** @type {HTMLElement} */ (event.target);
      this.#key(event, Number(dataset.at), className === "between");
    });
    this.#handles.addEventListener("click", (event) => {
      const handle = /** @type {HTMLElement} */ (event.target);
      if (event.detail === 0 && handle.className === "between") this.#insert(handle);
    });
  }

  show() {
    this.#showPolygons();
    this.#showLabels();
    this.#showHandles();
    this.#draft.setAttribute("points", written(this.#points));
  }

  /** Give up what isn't finished. Whether there was anything. */
  cancel() {
    const had = this.#points.length > 0 || this.#drag !== null;
    this.#points = [];
    this.#drag = null;
    this.#draft.setAttribute("points", "");
    return had;
  }

  /** Close the polygon that is being clicked, if it has become an area. */
  close() {
    const points = this.#points;
    this.cancel();
    if (isArea(points)) this.#state.add(points);
    else this.#state.changed();
  }

  stepBack() {
    this.#points = this.#points.slice(0, -1);
    this.show();
    return this.#points.length > 0;
  }

  get isDrawing() {
    return this.#points.length > 0;
  }

  #showPolygons() {
    const { page, chosen } = this.#state;
    const there = new Set(page.shapes.map((shape) => shape.id));
    for (const [id, element] of this.#polygons) {
      if (there.has(id)) continue;
      element.remove();
      this.#polygons.delete(id);
    }
    for (const shape of page.shapes) {
      const element = this.#polygons.get(shape.id) ?? this.#polygon(shape.id);
      const title = this.#state.article(shape.key)?.title ?? "未指定稿件";
      element.setAttribute("points", written(shape.points));
      element.setAttribute("aria-label", title);
      element.setAttribute("aria-pressed", String(shape.id === chosen));
      element.classList.toggle("chosen", shape.id === chosen);
      element.classList.toggle("nobody", !shape.key);
    }
  }

  #polygon(/** @type {number} */ id) {
    const element = svg("polygon");
    element.dataset.id = String(id);
    element.setAttribute("tabindex", "0");
    element.setAttribute("role", "button");
    element.addEventListener("focus", () => {
      if (this.#state.chosen !== id && !this.#drag) this.#state.choose(id);
    });
    this.#draft.before(element);
    this.#polygons.set(id, element);
    return element;
  }

  #showLabels() {
    const labels = this.#state.page.shapes.map((shape) => {
      const label = document.createElement("span");
      label.textContent = this.#state.article(shape.key)?.title ?? "未指定";
      label.className = shape.key ? "" : "nobody";
      place(label, centre(shape.points));
      return label;
    });
    this.#labels.replaceChildren(...labels);
  }

  #showHandles() {
    const points = (!this.isDrawing && this.#state.shape?.points) || [];
    const wanted = points.flatMap((point, n) => [
      { kind: "corner", n, point, label: `第 ${n + 1} 点：${point.join("，")}` },
      { kind: "between", n, point: between(points, n), label: `在第 ${n + 1} 点之后添一点` },
    ]);
    while (this.#handles.children.length > wanted.length) this.#handles.lastElementChild?.remove();
    const handles = /** @type {HTMLCollectionOf<HTMLElement>} */ (this.#handles.children);
    for (const [at, { kind, n, point, label }] of wanted.entries()) {
      const handle = handles[at] ?? this.#handle();
      handle.className = kind;
      handle.dataset.at = String(n);
      handle.setAttribute("aria-label", label);
      place(handle, point);
    }
  }

  #handle() {
    const handle = document.createElement("button");
    handle.type = "button";
    this.#handles.append(handle);
    return handle;
  }

  /** @returns {Point} */
  #at(/** @type {MouseEvent} */ event) {
    const box = this.#layer.getBoundingClientRect();
    /** @param {number} at @param {number} from @param {number} size */
    const share = (at, from, size) => snap(((at - from) / size) * 100);
    return [share(event.clientX, box.left, box.width), share(event.clientY, box.top, box.height)];
  }

  /** @param {Point} point @param {MouseEvent} event */
  #isNear([x, y], event) {
    const box = this.#layer.getBoundingClientRect();
    const left = box.left + (x * box.width) / 100 - event.clientX;
    return Math.hypot(left, box.top + (y * box.height) / 100 - event.clientY) < NEAR;
  }

  #down(/** @type {PointerEvent} */ event) {
    if (event.button !== 0) return;
    const id = Number(/** @type {SVGElement} */ (event.target).dataset.id ?? 0);
    if (this.#state.tool === "polygon") {
      event.preventDefault();
      this.#click(event);
      return;
    }
    this.#layer.setPointerCapture(event.pointerId);
    if (this.#state.tool === "rectangle") this.#startRectangle(event, id);
    else this.#startMove(event, id);
  }

  #click(/** @type {PointerEvent} */ event) {
    const points = this.#points;
    const first = points.length > 0 && this.#isNear(points[0], event);
    const last = points.length > 0 && this.#isNear(points[points.length - 1], event);
    if (points.length > 2 && (first || last)) {
      this.close();
      return;
    }
    if (last) return;
    this.#points = [...points, this.#at(event)];
    this.show();
  }

  #hover(/** @type {PointerEvent} */ event) {
    if (!this.isDrawing) return;
    this.#draft.setAttribute("points", written([...this.#points, this.#at(event)]));
  }

  /** @param {PointerEvent} event @param {number} id */
  #startRectangle(event, id) {
    event.preventDefault();
    const from = this.#at(event);
    /** @type {Point[]} */
    let points = [];
    /** @type {Drag} */
    const drag = (to) => {
      points = rectangle(from, to);
      this.#draft.setAttribute("points", written([...points, points[0]]));
    };
    drag.end = () => {
      this.#draft.setAttribute("points", "");
      if (isArea(points)) this.#state.add(points);
      else this.#state.choose(id);
    };
    this.#drag = drag;
  }

  /** @param {PointerEvent} event @param {number} id */
  #startMove(event, id) {
    this.#state.choose(id);
    const before = this.#state.shape?.points;
    if (!before) return;
    const from = this.#at(event);
    this.#drag = this.#once((to) => moved(before, to[0] - from[0], to[1] - from[1]));
  }

  #grab(/** @type {PointerEvent} */ event) {
    const handle = /** @type {HTMLElement} */ (event.target).closest("button");
    const points = this.#state.shape?.points;
    if (!handle || !points || event.button !== 0) return;
    this.#handles.setPointerCapture(event.pointerId);
    const at = Number(handle.dataset.at);
    if (handle.className === "corner") {
      this.#drag = this.#once((to) => withPoint(points, at, to));
      return;
    }
    const more = points.toSpliced(at + 1, 0, between(points, at));
    this.#drag = this.#once((to) => withPoint(more, at + 1, to));
  }

  /** A drag that is remembered as one change, and as none if nothing moved. */
  #once(/** @type {(to: Point) => Point[]} */ change) {
    let remembered = false;
    return (/** @type {Point} */ to) => {
      if (!remembered) this.#state.remember();
      remembered = true;
      this.#state.put(change(to));
    };
  }

  #up(/** @type {PointerEvent} */ event) {
    const drag = this.#drag;
    this.#drag = null;
    if (event.type === "pointerup") drag?.end?.();
    else this.show();
  }

  #insert(/** @type {HTMLElement} */ handle) {
    const at = Number(handle.dataset.at);
    const points = this.#state.shape?.points;
    if (!points) return;
    this.#state.remember();
    this.#state.put(points.toSpliced(at + 1, 0, between(points, at)));
    /** @type {HTMLElement} */ (this.#handles.children[2 * (at + 1)]).focus();
  }

  /** @param {KeyboardEvent} event @param {number | null} corner */
  #key(event, corner, isBetween = false) {
    const shape = this.#state.shape;
    if (!shape || isBetween || event.ctrlKey || event.metaKey) return;
    if (ARROWS[event.key]) {
      const [x, y] = ARROWS[event.key].map((n) => n * (event.shiftKey ? 0.1 : 1));
      this.#state.remember();
      this.#state.put(nudged(shape.points, corner, x, y));
    } else if (event.key === "Delete" || (event.key === "Backspace" && !this.isDrawing)) {
      this.#delete(shape.points, corner);
    } else return;
    event.preventDefault();
  }

  /** @param {Point[]} points @param {number | null} corner */
  #delete(points, corner) {
    if (corner === null) {
      this.#state.remove();
      return;
    }
    const fewer = points.toSpliced(corner, 1);
    if (!isArea(fewer)) return;
    this.#state.remember();
    this.#state.put(fewer);
  }
}
