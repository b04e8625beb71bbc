// The search page: its address says all, and everything shown follows from the address. Its
// elements are those of banxin/rendering/templates/search-form.html.

import { byRank, openPaper, Search, summary } from "./paper.js";
import { pageWords } from "./text.js";
import { script } from "./year.js";

/**
 * @import { Paper } from "./paper.js"
 * @import { describe, Run } from "./text.js"
 * @import { Hit } from "./year.js"
 * @typedef {typeof KINDS[number]} Kind
 * @typedef {ReturnType<typeof describe>} Described
 * @typedef {{typing?: boolean, shown?: number, years?: number}} Visit an entry of the history
 */

/**
 * The elements of the template, by id.
 * @typedef {Record<"year" | "page" | "section" | "kind" | "by" | "order", HTMLSelectElement>} Choices
 * @typedef {Choices & Record<"q" | "from" | "to", HTMLInputElement>} Named
 * @typedef {HTMLSelectElement | HTMLInputElement & {options?: undefined}} Field
 * @typedef {{elements: Named & Iterable<Field>} & HTMLFormElement} Form
 * @typedef {Record<"count" | "found" | "further" | "unready", HTMLElement>} Places
 * @typedef {Record<"again" | "everything" | "more" | "older", HTMLButtonElement>} Buttons
 * @typedef {Named & Places & Buttons & {find: Form, narrow: HTMLDetailsElement}} Elements
 */

const TYPING = 250; // milliseconds
const AT_ONCE = 8; // results: each is a page to be read
const BY_SCROLLING = 50; // more only when asked for: else nobody reaches the page's foot
const FILTERS = /** @type {const} */ (["year", "page", "section", "kind", "by", "from", "to"]);
const KINDS = /** @type {const} */ (["exact", "pinyin", "close"]);

/** @type {<Id extends keyof Elements>(id: Id) => Elements[Id]} */
const $ = (id) => /** @type {Elements[typeof id]} */ (document.getElementById(id));
const form = $("find");
const input = $("q");
const base = new URL("../", import.meta.url).pathname;

/** @type {Paper} */
let paper;
/** @type {Search | undefined} */
let current; // the search that is shown
let shown = 0; // how many of its results
let latest = 0; // number of the newest search: what comes back to an older one is dropped
let drawing = 0; // number of the newest drawing of its results, likewise
/** @type {number | undefined} */
let timer;

/** @param {string} name */
const asked = (name) => new URLSearchParams(location.search).get(name) ?? "";

/** @param {string} [text] */
const say = (text = "") => {
  $("count").textContent = text;
};

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {Partial<HTMLElementTagNameMap[Name]>} fields
 * @param {(Node | string)[]} children
 */
const make = (name, fields, ...children) => {
  const element = Object.assign(document.createElement(name), fields);
  element.append(...children);
  return element;
};

/** Set the form to what the address says; a list takes values that it doesn't know yet. */
function readAddress() {
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = asked(field.name);
    if (field.options && ![...field.options].some((o) => o.value === value))
      field.add(new Option(value, value));
    field.value = value;
  }
  if (FILTERS.some(asked)) $("narrow").open = true;
}

/** Search for what the form says. While somebody types, the address changes without a trace. */
function submit(typing = false) {
  clearTimeout(timer);
  const said = /** @type {Iterable<[string, string]>} */ (new FormData(form));
  const query = new URLSearchParams([...said].filter(([, value]) => value.trim()));
  const next = `${location.pathname}?${query}`.replace(/\?$/, "");
  const replace = typing || history.state?.typing || next === location.pathname + location.search;
  history[replace ? "replaceState" : "pushState"]({ typing }, "", next);
  run();
}

/** @param {boolean} [again] of a paper that was just opened */
async function run(again) {
  const mine = ++latest;
  const text = asked("q");
  const wanted = Object.fromEntries(FILTERS.map((name) => [name, asked(name)]));
  const { years = 0, shown: before = AT_ONCE } = /** @type {Visit} */ (history.state ?? {});
  document.title = document.title.replace(/^(.*：)?检索/, text ? `${text}：检索` : "检索");
  $("again").hidden = true;
  if (!text.trim() && !FILTERS.some(asked)) return clear();
  const slow = setTimeout(say, 400, "正在查……");
  try {
    const searching = new Search(paper, text, wanted).first(years);
    const search = await searching.finally(() => clearTimeout(slow)); // not after what it says
    if (mine !== latest) return;
    if (search.lost.size && !again) return retry(); // the site may have been published anew
    current = search;
    shown = before;
    await render(mine);
  } catch (error) {
    if (mine === latest) fail(error);
  }
}

/** Ask for everything anew. What could be read is in the browser's own cache. */
async function retry() {
  try {
    paper = await openPaper(base);
    await run(true);
  } catch (error) {
    fail(error);
  }
}

/** Nothing could be shown: what was shown before was of another query. @param {unknown} error */
function fail(error) {
  console.error(error);
  clear();
  say($("count").dataset.unread);
  $("again").hidden = false;
}

function clear() {
  current = undefined;
  $("found").replaceChildren();
  $("further").hidden = true;
  say("");
}

/** @param {number} mine */
async function render(mine) {
  const search = /** @type {Search} */ (current);
  const turn = ++drawing;
  const order = asked("order") ? (/** @type {Hit[]} */ hits) => hits : byRank;
  const kinds = KINDS.filter((kind) => search[kind].length);
  const all = kinds.flatMap((kind) => order(search[kind]).map((hit) => ({ kind, hit })));
  const some = all.slice(0, shown);
  const articles = await Promise.all(some.map(({ hit }) => search.described(hit)));
  if (mine !== latest || turn !== drawing) return;
  const of = (/** @type {Kind} */ kind) =>
    articles.flatMap((article, n) => (article && some[n].kind === kind ? [article] : []));
  $("found").replaceChildren(...kinds.map((kind) => group(kind, of(kind))));
  say(summary(search));
  $("again").hidden = !search.lost.size;
  offer(search, all.length);
  history.replaceState({ ...history.state, shown, years: search.searched.length }, "");
  if ($("narrow").open) countAll(search, mine).catch(console.warn); // or they have no counts
}

/** @param {Kind} kind @param {Described[]} articles */
function group(kind, articles) {
  if (!articles.length) return "";
  const className = kind === "exact" ? "hidden" : "kind";
  const heading = make("h2", { id: kind, className }, $("found").dataset[kind] ?? "");
  const section = make("section", {}, heading, make("ol", { className: "results" }, ...articles.map(item)));
  section.setAttribute("aria-labelledby", kind);
  return section;
}

/** @param {Run[]} runs */
const marked = (runs) => runs.map(([text, hit]) => (hit ? make("mark", {}, text) : text));

/** @param {Described} article */
function item(article) {
  const [year, month, day] = article.day.split("-").map(Number);
  const when = make("time", { dateTime: article.day }, `${year}年${month}月${day}日`);
  const facts = `　${pageWords(article.page)}　${article.byline}`.trimEnd();
  /** @type {Run[]} */
  const title = article.title.length ? article.title : [[$("found").dataset.untitled ?? ""]];
  return make(
    "li",
    {},
    make("h3", {}, make("a", { href: article.link }, ...marked(title))),
    make("p", {}, ...marked(article.excerpt)),
    make("p", { className: "facts" }, when, facts),
  );
}

/** @param {Search} search @param {number} count */
function offer(search, count) {
  const older = search.waiting.length && (search.found || search.lost.size);
  $("more").hidden = shown >= count;
  $("older").hidden = !older;
  $("further").hidden = shown >= count && !older;
  if (older) $("older").textContent = `还可查${search.waiting[0].year + 1}年以前`;
  foot.disconnect(); // and look anew: it may still be in sight
  foot.observe($("further"));
}

/** Say how many results each choice would leave. @param {Search} search @param {number} mine */
async function countAll(search, mine) {
  const { choices } = await script("./narrow.js");
  const show = await choices(search);
  if (mine === latest) show(form);
}

function more() {
  $("more").hidden = true; // until these are there
  shown += AT_ONCE;
  render(latest).catch(fail);
}

async function older() {
  $("older").hidden = true; // until the next older year is there
  const mine = latest;
  await current?.next();
  if (mine === latest) await render(mine);
}

const foot = new IntersectionObserver((entries) => {
  const seen = entries.some((entry) => entry.isIntersecting);
  if (seen && !$("more").hidden && shown < BY_SCROLLING) more();
});

/**
 * Arrows go from the box through the results and back; Esc returns to the box, then empties it.
 * @param {KeyboardEvent} event
 */
function walk(event) {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [...$("found").getElementsByTagName("a")];
  const at = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
  const boxed = document.activeElement === input;
  if (at < 0 && !boxed) return;
  /** @type {Record<string, HTMLElement | undefined>} */
  const ways = { ArrowDown: links[at + 1], ArrowUp: links[at - 1] ?? input, Escape: input };
  const to = ways[event.key];
  if (event.key === "Escape" && boxed && input.value) {
    input.value = "";
    submit();
  } else if (!to) return;
  to?.focus();
  event.preventDefault();
}

function listen() {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  input.addEventListener("input", (/** @type {Event & {isComposing?: boolean}} */ event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(submit, TYPING, true);
  });
  input.addEventListener("compositionend", () => submit(true));
  form.addEventListener("change", ({ target }) => target !== input && submit());
  $("narrow").addEventListener("toggle", () => current && countAll(current, latest).catch(console.warn));
  $("everything").addEventListener("click", () => {
    for (const name of FILTERS) form.elements[name].value = "";
    submit();
  });
  $("more").addEventListener("click", more);
  $("older").addEventListener("click", () => older().catch(fail));
  $("again").addEventListener("click", retry);
  document.addEventListener("keydown", walk);
  addEventListener("popstate", () => {
    readAddress();
    run();
  });
}

async function start() {
  paper = await openPaper(base);
  $("unready").remove();
  form.hidden = false;
  /** @param {keyof Choices} name @param {string | number} value @param {number} count */
  const choose = (name, value, count, text = value) =>
    $(name).add(new Option(`${text}（${count}）`, `${value}`));
  for (const { about } of paper.years) choose("year", about.year, about.count);
  for (const [name, count] of paper.sections) choose("section", name, count);
  for (const [name, count] of paper.kinds) choose("kind", name, count);
  $("kind").parentElement?.toggleAttribute("hidden", !paper.kinds.length);
  for (const [page, count] of paper.pages) choose("page", page, count, pageWords(page));
  readAddress();
  listen();
  if (!input.value) input.focus();
  run();
}

start().catch((error) => {
  console.error(error);
  $("unready").classList.add("now");
  /** @type {Element} */ ($("unready").firstElementChild).textContent = $("count").dataset.unread ?? "";
});
