// The search page: its address says all, and everything shown follows from the address. Its
// elements are those of banxin/rendering/templates/search-form.html.

import { script } from "./files.js";
import { openPaper, Search, summary } from "./paper.js";
import { Results } from "./results.js";

/**
 * @import { Paper } from "./paper.js"
 * @import { Page } from "./text.js"
 * @typedef {{typing?: boolean, shown?: number, rounds?: number[]}} Visit an entry of the history
 */

/**
 * The elements of the template, by id.
 * @typedef {Record<"year" | "page" | "section" | "column" | "kind" | "by" | "order", HTMLSelectElement>} Choices
 * @typedef {Choices & Record<"q" | "from" | "to", HTMLInputElement>} Named
 * @typedef {HTMLSelectElement | HTMLInputElement & {options?: undefined}} Field
 * @typedef {{elements: Named & Iterable<Field>} & HTMLFormElement} Form
 * @typedef {Record<"chart" | "count" | "keep" | "offers" | "signs" | "found" | "further" | "meant" | "unready", HTMLElement>} Places
 * @typedef {Record<"again" | "all" | "everything" | "more" | "older", HTMLButtonElement>} Buttons
 * @typedef {Named & Places & Buttons & {find: Form, narrow: HTMLDetailsElement}} Elements
 */

const TYPING = 250; // milliseconds
const A_PAGE = 8; // results: each is a page to be read
const BY_SCROLLING = 50; // more only when asked for: else nobody reaches the page's foot
const FILTERS = /** @type {const} */ (["year", "page", "section", "column", "kind", "by", "from", "to"]);

/** @type {<Id extends keyof Elements>(id: Id) => Elements[Id]} */
const $ = (id) => /** @type {Elements[typeof id]} */ (document.getElementById(id));
const form = $("find");
const input = $("q");
const base = new URL("../", import.meta.url).pathname;

/** @type {Paper} */
let paper;
/** @type {Results | undefined} */
let current; // what is shown
let shown = 0; // how many results
let latest = 0; // number of the newest search: what comes back to an older one is dropped
/** @type {number | undefined} */
let timer;

/** @param {string} name */
const asked = (name) => new URLSearchParams(location.search).get(name) ?? "";

/** @param {string} [text] */
const say = (text = "") => {
  $("count").textContent = text;
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
  const wanted = Object.fromEntries([...FILTERS, "order"].map((name) => [name, asked(name)]));
  const { rounds, shown: before = A_PAGE } = /** @type {Visit} */ (history.state ?? {});
  document.title = document.title.replace(/^(.*：)?检索/, text ? `${text}：检索` : "检索");
  $("again").hidden = true;
  $("meant").replaceChildren();
  $("offers").replaceChildren();
  if (!text.trim() && !FILTERS.some(asked)) return clear();
  const slow = setTimeout(say, 400, $("count").dataset.busy);
  const search = new Search(paper, text, wanted);
  /** The site may have been published anew: then it isn't shown, but asked again. */
  const told = () => {
    if (mine !== latest || (search.lost.size && !again)) return;
    clearTimeout(slow); // not after what it says
    if (current?.search !== search) {
      current = new Results(search, wanted.order, $("found"));
      shown = before;
    }
    return render();
  };
  try {
    await search.first(rounds, told).finally(() => clearTimeout(slow));
    if (mine === latest) await (search.lost.size && !again ? retry() : told());
  } catch (error) {
    if (mine === latest) fail(error);
  }
}

/**
 * Ask for everything anew. What could be read is in the browser's own cache. An index for other
 * scripts than these needs the page anew as well, whose address says all.
 */
async function retry() {
  try {
    const { client } = paper;
    paper = await openPaper(base);
    if (paper.client !== client) location.reload();
    else await run(true);
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
  $("chart").hidden = $("keep").hidden = $("further").hidden = true;
  say("");
}

/** How many they are at once, then each as it comes. */
async function render() {
  const { search } = /** @type {Results} */ (current);
  tell(search);
  await current?.draw(shown);
  if (search !== current?.search) return;
  tell(search); // what was lost since
  rest().catch(console.warn);
}

/** What isn't a result. */
async function rest() {
  const search = current?.search;
  if (!search) return;
  const { behind } = await script("./behind.js");
  await behind(search, form, base, () => search === current?.search);
}

/** @param {Search} search */
function tell(search) {
  const count = /** @type {Results} */ (current).all().length;
  const older = search.waiting.length && (search.found || search.lost.size);
  say(summary(search, $("count").dataset));
  $("again").hidden = !search.lost.size;
  $("chart").hidden = !search.found || paper.years.length < 2;
  $("keep").hidden = !count;
  $("more").hidden = shown >= count;
  $("older").hidden = $("all").hidden = !older || search.goesOn() || shown < count;
  $("further").hidden = $("more").hidden && $("older").hidden;
  if (older) $("older").textContent = `再查${search.waiting[0].year}年`;
  const rounds = search.rounds.map((years) => years.length);
  history.replaceState({ ...history.state, shown, rounds }, "");
  foot.disconnect(); // and look anew: it may still be in sight
  foot.observe($("further"));
}

function more() {
  $("more").hidden = true; // until these are there
  shown += A_PAGE;
  render().catch(fail);
}

/** The next older year, or so many. @param {number} [years] */
async function older(years) {
  $("older").hidden = $("all").hidden = true; // until they are there
  const search = current?.search;
  await search?.next(years);
  if (search !== current?.search) return;
  shown += A_PAGE;
  await render();
}

const foot = new IntersectionObserver((entries) => {
  const seen = entries.some((entry) => entry.isIntersecting);
  if (seen && !$("more").hidden && shown < BY_SCROLLING) more();
});

/** @type {Record<string, (button: HTMLButtonElement) => Promise<void> | void>} */
const CLICKS = {
  again: retry,
  all: () => older(paper.years.length),
  everything() {
    for (const name of FILTERS) form.elements[name].value = "";
    submit();
  },
  keep: async (button) => current && (await script("./behind.js")).keep(button, current, $("keep")),
  more,
  older: () => older(),
  signs: async (button) => (await script("./behind.js")).insert(button, input),
};

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
  $("narrow").addEventListener("toggle", () => rest().catch(console.warn));
  for (const [id, act] of Object.entries(CLICKS))
    $(/** @type {"more"} */ (id)).addEventListener("click", ({ target }) =>
      act(/** @type {HTMLButtonElement} */ (target))?.catch(console.warn),
    );
  addEventListener("popstate", () => {
    readAddress();
    run();
  });
}

/** @param {unknown} error */
function unready(error) {
  console.error(error);
  $("unready").classList.add("now");
  /** @type {Element} */ ($("unready").firstElementChild).textContent = $("count").dataset.unread ?? "";
}

/**
 * Fill a list; one that has nothing to choose isn't shown.
 * @param {keyof Choices} name @param {[value: Page, count: number, words?: string][]} found
 */
function offer(name, found) {
  for (const [value, count, words = value] of found)
    $(name).add(new Option(`${words}（${count}）`, `${value}`));
  /** @type {HTMLElement} */ ($(name).parentElement).hidden = !found.length;
}

async function open() {
  paper = await openPaper(base);
  paper.years[0]?.warm();
  $("unready").remove();
  form.hidden = false;
  const { years, sections, columns, kinds, pages } = paper;
  offer("year", years.map(({ about }) => [about.year, about.count]));
  offer("section", sections);
  offer("column", columns);
  offer("kind", kinds);
  offer("page", pages);
  readAddress();
  listen();
  if (!input.value) input.focus();
  run();
}

if (form) open().catch(unready); // else it is a page of another make
