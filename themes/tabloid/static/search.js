// The search page: the client that comes with the index (pagefind/paper.js), and a list.

const form = document.getElementById("find");
const [count, list, older] = ["count", "found", "older"].map((id) => document.getElementById(id));
const load = (name) => import(`${form.dataset.base}pagefind/${name}.js`);
const query = new URLSearchParams(location.search).get("q") ?? "";

const make = (name, attributes, ...children) => {
  const element = Object.assign(document.createElement(name), attributes);
  element.append(...children);
  return element;
};
const marked = (runs) => runs.map(([text, hit]) => (hit ? make("mark", {}, text) : text));

const item = ({ url, title, excerpt, day, page, byline }) =>
  make(
    "li",
    {},
    make("a", { href: url }, ...marked(title)),
    make("p", {}, ...marked(excerpt)),
    make("span", { className: "facts" }, `${day} 第${page}版 ${byline}`),
  );

const show = async (search) => {
  const { describe } = await load("text");
  const hits = search.found ? [...search.exact, ...search.pinyin] : search.close;
  const read = async (hit) => item(describe(await hit.data(), search.phrases));
  list.replaceChildren(...(await Promise.all(hits.slice(0, 100).map(read))));
  const kind = search.found ? "找到" : "没有完全相同的，相近的有";
  count.textContent = hits.length ? `${kind}${hits.length}篇。` : "没有找到。";
  older.hidden = !search.waiting.length || !search.found;
};

document.getElementById("q").value = query;
count.textContent = "";
if (query.trim()) {
  try {
    const { openPaper, Search } = await load("paper");
    const search = await new Search(await openPaper(form.dataset.base), query).first();
    older.addEventListener("click", () => search.next().then(() => show(search)));
    await show(search);
  } catch (error) {
    console.error(error);
    count.textContent = "检索的索引没有读到。";
  }
}
