// The search page: its address says all, and everything shown follows from the address.

import { fill, group, item, say, show } from "./view.js";

const TYPING = 250; // milliseconds
const AT_ONCE = 10; // results
const BY_SCROLLING = 50; // further ones only when asked for: else no one reaches the page's foot
const WANTED = ["year", "page", "section", "by", "from", "to"];

const by = (id) => document.getElementById(id);
const form = by("find");
const input = by("q");
const narrow = by("narrow");
const base = form.dataset.base;
const load = (name) => import(`${base}pagefind/${name}.js`);

let paper; // what can be searched
let current; // the search that is shown
let shown = 0; // how many of its results
let latest = 0; // number of the newest search: older ones are dropped when they come back
let timer;

const asked = () => new URLSearchParams(location.search);

function readAddress() {
  const address = asked();
  for (const field of form.elements)
    if (field.name) choose(field, address.get(field.name) ?? "");
  if (WANTED.some((name) => address.get(name))) narrow.open = true;
}

/** Set a field; a value that its list doesn't know yet is added to it. */
function choose(field, value) {
  if (field.tagName === "SELECT" && ![...field.options].some((o) => o.value === value))
    field.add(new Option(value, value));
  field.value = value;
}

/** What the form says, as an address; fields that are empty are left out. */
function address() {
  const values = [...new FormData(form)].filter(([, value]) => value.trim());
  const query = new URLSearchParams(values).toString();
  return location.pathname + (query ? `?${query}` : "");
}

/** Search for what the form says. While somebody types, the address changes without a trace. */
function submit({ typing = false } = {}) {
  clearTimeout(timer);
  const next = address();
  const same = next === location.pathname + location.search;
  const replace = same || typing || history.state?.typing;
  history[replace ? "replaceState" : "pushState"]({ typing, shown: AT_ONCE, years: 0 }, "", next);
  return run();
}

async function run() {
  const mine = ++latest;
  const values = asked();
  const text = values.get("q") ?? "";
  const wanted = Object.fromEntries(WANTED.map((name) => [name, values.get(name) ?? ""]));
  document.title = document.title.replace(/^(.*：)?检索/, text ? `${text}：检索` : "检索");
  if (!text.trim() && !WANTED.some((name) => wanted[name])) return clear();
  const slow = setTimeout(() => say(by("count"), "正在查……"), 400);
  try {
    const { Search } = await load("paper");
    const search = new Search(paper, text, wanted);
    await search.first();
    const { shown: before = AT_ONCE, years = 0 } = history.state ?? {};
    while (search.searched.length < years && search.waiting.length) await search.next();
    if (mine !== latest) return;
    current = search;
    shown = Math.max(AT_ONCE, before);
    await render(mine);
  } catch (error) {
    console.error(error);
    if (mine === latest) say(by("count"), "没有查成：索引没有读到。请看看网络，再试一次。");
  } finally {
    clearTimeout(slow);
  }
}

function clear() {
  current = undefined;
  by("found").replaceChildren();
  show(by("further"), false);
  say(by("count"), "");
}

const kindOf = (search) => ["exact", "pinyin", "close"].filter((kind) => search[kind].length);

async function ordered(search) {
  const { byRank } = await load("paper");
  const sort = asked().get("order") === "new" ? (hits) => hits : byRank;
  return kindOf(search).flatMap((kind) => {
    const hits = kind === "close" ? search.close : sort(search[kind]);
    return hits.map((hit) => ({ kind, hit }));
  });
}

async function render(mine) {
  const search = current;
  const { describe } = await load("text");
  const all = await ordered(search);
  const some = all.slice(0, shown);
  const articles = await Promise.all(
    some.map(async ({ hit }) => describe(await hit.data(), search.phrases)),
  );
  if (mine !== latest) return;
  const places = new Map();
  some.forEach(({ kind }, n) => {
    if (!places.has(kind)) places.set(kind, group(kind));
    places.get(kind).list.append(item(articles[n]));
  });
  by("found").replaceChildren(...[...places.values()].map(({ section }) => section));
  say(by("count"), summary(search));
  offer(search, all.length);
  history.replaceState({ ...history.state, shown, years: search.searched.length }, "");
  if (narrow.open) await countAll(search, mine);
}

function summary(search) {
  const years = search.searched.map(({ year }) => year);
  const whole = search.waiting.length === 0;
  const span = years.length > 1 ? `${years[years.length - 1]}—${years[0]}年` : `${years[0]}年`;
  const where = whole && years.length !== 1 ? "" : `${span}里`;
  if (search.exact.length) return `${where}找到${search.exact.length}篇。`;
  if (search.pinyin.length) return `${where}按拼音找到${search.pinyin.length}篇。`;
  if (search.close.length) return `没有一篇含有这些字；相近的有${search.close.length}篇。`;
  return "没有找到。换一个说法，或者少写几个字试试。";
}

function offer(search, count) {
  const years = search.searched.map(({ year }) => year);
  const older = search.waiting.length > 0 && search.found > 0;
  show(by("more"), shown < count);
  show(by("older"), older);
  show(by("further"), shown < count || older);
  foot.disconnect(); // and look anew: it may still be in sight
  foot.observe(by("further"));
  if (older) by("older").textContent = `还可查${years[years.length - 1]}年以前`;
}

async function countAll(search, mine) {
  const counts = await search.counts();
  if (mine !== latest) return;
  for (const [name, values] of Object.entries(counts)) fill(by(name), values);
}

async function more() {
  by("more").hidden = true; // until these are there
  shown += AT_ONCE;
  await render(latest);
}

/** More when the end of the list comes into sight. */
const foot = new IntersectionObserver((entries) => {
  const seen = entries.some((entry) => entry.isIntersecting);
  if (seen && !by("more").hidden && shown < BY_SCROLLING) more();
});

async function older() {
  const mine = latest;
  await current.next();
  if (mine === latest) await render(mine);
}

function start() {
  by("unready").remove();
  show(form, true);
  for (const { year, count } of paper.years) by("year").add(new Option(`${year}（${count}）`, year));
  for (const [name] of paper.sections) by("section").add(new Option(name, name));
  for (const [page] of paper.pages) by("page").add(new Option(`第${page}版`, page));
  readAddress();
  listen();
  if (!input.value) input.focus();
  run();
}

function listen() {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(() => submit({ typing: true }), TYPING);
  });
  input.addEventListener("compositionend", () => submit({ typing: true }));
  form.addEventListener("change", (event) => event.target !== input && submit());
  narrow.addEventListener("toggle", () => narrow.open && current && countAll(current, latest));
  by("everything").addEventListener("click", () => {
    for (const name of WANTED) form.elements[name].value = "";
    submit();
  });
  by("more").addEventListener("click", more);
  by("older").addEventListener("click", older);
  addEventListener("popstate", () => {
    readAddress();
    run();
  });
  document.addEventListener("keydown", walk);
}

/** Arrows go from the box through the results and back; Esc returns to the box, then empties it. */
function walk(event) {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const links = [...document.querySelectorAll("#found h3 a")];
  const at = links.indexOf(document.activeElement);
  const boxed = document.activeElement === input;
  const to = { ArrowDown: links[at + 1], ArrowUp: at > 0 ? links[at - 1] : input }[event.key];
  if (to && (at >= 0 || (boxed && event.key === "ArrowDown"))) {
    event.preventDefault();
    to.focus();
  } else if (event.key === "Escape" && at >= 0) input.focus();
  else if (event.key === "Escape" && boxed && input.value) {
    event.preventDefault();
    input.value = "";
    submit();
  }
}

async function open() {
  try {
    const { openPaper } = await load("paper");
    paper = await openPaper(base);
    start();
  } catch (error) {
    console.error(error);
    const [why] = by("unready").querySelectorAll("p");
    why.textContent = "检索的索引没有读到：可能还没有建好，也可能网络不通。";
    by("unready").classList.add("now");
  }
}

open();
