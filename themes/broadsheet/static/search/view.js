// What the search page shows, made of elements: no text of the paper is ever read as HTML.

const HEADINGS = {
  exact: "检索结果",
  pinyin: "按拼音找到的",
  close: "没有完全相同的，下面这些只是相近",
};

const make = (name, attributes = {}, ...children) => {
  const element = Object.assign(document.createElement(name), attributes);
  element.append(...children);
  return element;
};

const marked = (runs) => runs.map(([text, hit]) => (hit ? make("mark", {}, text) : text));

export const show = (element, visible) => {
  element.hidden = !visible;
};

/** For ears as well: a live region speaks when its text changes. */
export function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A list with the heading of its kind. */
export function group(kind) {
  const id = `found-${kind}`;
  const heading = make("h2", { id, className: kind === "exact" ? "hidden" : "kind" }, HEADINGS[kind]);
  const list = make("ol", { className: "results" });
  const section = make("section", {}, heading, list);
  section.setAttribute("aria-labelledby", id);
  return { section, list };
}

/** One result; its link carries the phrases, so that the article can mark them. */
export function item(article) {
  const address = new URL(article.url, location.href);
  const letter = (key) => key.replace(/^ŧ(.+)z$/, (_, code) => String.fromCodePoint(`0x${code}`));
  const mark = article.phrases.map((phrase) => phrase.map(letter).join("")).join(" ");
  if (mark) address.searchParams.set("mark", mark);
  const [year, month, day] = article.day.split("-").map(Number);
  const when = make("time", { dateTime: article.day }, `${year}年${month}月${day}日`);
  const facts = [when, `　第${article.page}版`, article.byline && `　${article.byline}`];
  return make(
    "li",
    {},
    make("h3", {}, make("a", { href: address.href }, ...marked(article.title))),
    make("p", {}, ...marked(article.excerpt)),
    make("p", { className: "facts" }, ...facts.filter(Boolean)),
  );
}

/** The choices of a filter with their counts, most frequent first; what is chosen stays. */
export function fill(select, counts) {
  const [all] = select.options;
  const label = (value) => (select.name === "page" ? `第${value}版` : value);
  const rows = [...counts].sort((a, b) =>
    select.name === "page" ? a[0] - b[0] : b[1] - a[1] || (a[0] < b[0] ? -1 : 1),
  );
  const { value } = select;
  if (value && !rows.some(([name]) => String(name) === value)) rows.push([value, 0]);
  const options = rows.map(([name, count]) => new Option(`${label(name)}（${count}）`, name));
  select.replaceChildren(all, ...options);
  select.value = value;
}
