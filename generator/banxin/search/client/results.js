// The list of results. It only ever grows at its end: nothing that was read moves.

import { span } from "./paper.js";
import { byRank } from "./relevance.js";

/**
 * @import { Search } from "./paper.js"
 * @import { describe, Run } from "./text.js"
 * @import { Hit, Year } from "./year.js"
 * @typedef {typeof KINDS[number] | "close" | "loose"} Kind
 * @typedef {{kind: Kind, years: Year[], hit: Hit}} Listing years: those it is listed under
 */

const KINDS = /** @type {const} */ (["exact", "pinyin"]);

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Partial<HTMLElementTagNameMap[Name]>} fields
 * @param {(Node | string)[]} children
 */
export const make = (name, fields, ...children) => {
  const element = Object.assign(document.createElement(name), fields);
  element.append(...children);
  return element;
};

/** Results of a search, drawn in a place whose data say in words what they are. */
export class Results {
  drawn = 0;
  heading = "";
  list = make("ol", {});

  /** order: "" for the most relevant first, among years that were asked together. @param {Search} search @param {string} order @param {HTMLElement} place */
  constructor(search, order, place) {
    this.search = search;
    this.order = order;
    this.place = place;
    place.replaceChildren();
  }

  /** All that was found so far, as it is listed. @returns {Listing[]} */
  all() {
    const { rounds, close, pinyin } = this.search;
    const years = this.order ? rounds.flat().map((year) => [year]) : rounds;
    const last = (/** @type {Kind} */ kind, /** @type {Hit[]} */ hits) =>
      hits.map((hit) => /** @type {Listing} */ ({ kind, years: [], hit }));
    const loose = last("loose", pinyin.filter(({ rank }) => rank));
    return [...years.flatMap((some) => this._of(some)), ...loose, ...last("close", close)];
  }

  /** @param {Year[]} years */
  _of(years) {
    return KINDS.flatMap((kind) => {
      const hits = this.search[kind].filter(
        ({ year, rank }) => years.includes(year) && !(rank && kind === "pinyin"),
      );
      return (this.order ? hits : byRank(hits)).map((hit) => ({ kind, years, hit }));
    });
  }

  /** Draw as many as that, each as soon as it was read. */
  draw(most = Infinity) {
    const some = this.all().slice(this.drawn, most);
    this.drawn += some.length;
    return Promise.all(some.map((one) => this._draw(one)));
  }

  /** @param {Listing} one */
  async _draw({ kind, years, hit }) {
    const { [kind]: said = "", untitled } = this.place.dataset;
    const heading = years.length ? `${span(years)}年${said}` : said;
    if (heading !== this.heading) this._section(heading);
    const item = make("li", { ariaBusy: "true" });
    this.list.append(item);
    const article = await this.search.described(hit);
    if (!article) return item.remove();
    item.ariaBusy = null;
    item.append(...lines(article, untitled));
  }

  /** @param {string} heading */
  _section(heading) {
    this.heading = heading;
    this.list = make("ol", { className: "results" });
    const title = make("h2", { className: "kind" }, heading);
    this.place.append(make("section", {}, title, this.list));
  }
}

/** @param {Run[]} runs */
const marked = (runs) => runs.map(([text, hit]) => (hit ? make("mark", {}, text) : text));

/** @param {ReturnType<typeof describe>} article */
function lines({ credit, day, excerpt, link, page, spot, title }, untitled = "") {
  const [year, month, date] = day.split("-").map(Number);
  const when = make("time", { dateTime: day }, `${year}年${month}月${date}日`);
  const by = credit.length ? ["　", ...marked(credit)] : [];
  const facts = make("p", { className: "facts" }, when, make("span", {}, `　${page}`, ...by));
  if (spot) facts.append("　", make("a", { href: spot }, "在版面上看"));
  return [
    make("h3", {}, make("a", { href: link }, ...(title.length ? marked(title) : [untitled]))),
    make("p", {}, ...marked(excerpt)),
    facts,
  ];
}
