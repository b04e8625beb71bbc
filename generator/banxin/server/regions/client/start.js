// The page around the image: pages, tools, the list of articles, saving.

import { Board } from "./board.js";
import { read, written } from "./shapes.js";
import { State } from "./state.js";

/**
 * The elements of page.html, by id.
 * @typedef {Record<"add" | "undo" | "save" | "remove" | "reread", HTMLButtonElement>} Buttons
 * @typedef {Record<"issue" | "pages" | "articles" | "chosen" | "stage", HTMLElement>} Places
 * @typedef {Record<"status" | "problems", HTMLElement>} Messages
 * @typedef {{plate: HTMLImageElement, zoom: HTMLInputElement, article: HTMLSelectElement}} Fields
 * @typedef {Buttons & Places & Messages & Fields & {points: HTMLTextAreaElement}} Elements
 */

/** @typedef {{place: string, what: string, why: string, todo: string}} Problem */

/** @type {<Id extends keyof Elements>(id: Id) => Elements[Id]} */
const byId = (id) => /** @type {Elements[typeof id]} */ (document.getElementById(id));

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} text
 * @param {Record<string, string>} attributes
 */
const make = (name, text, attributes = {}) => {
  const element = document.createElement(name);
  element.textContent = text;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};
/** @type {Record<string, string>} */
const STATUS = { draft: "草稿", withdrawn: "已撤稿" };

const state = new State();
const board = new Board(state);
/** @type {HTMLMetaElement | null} */
const meta = document.querySelector("meta[name=token]");
const token = meta?.content ?? "";

const say = (/** @type {string} */ text) => {
  byId("status").textContent = text;
};

// --- showing

const showPages = () => {
  const items = state.pages.map((page, at) => {
    const name = page.name ? `${page.label}：${page.name}` : page.label;
    const button = make("button", name, { type: "button" });
    if (at === state.at) button.setAttribute("aria-current", "page");
    button.addEventListener("click", () => {
      board.cancel();
      state.choosePage(at);
      byId("pages").querySelectorAll("button")[at].focus();
    });
    const item = document.createElement("li");
    item.append(button);
    return item;
  });
  byId("pages").replaceChildren(...items);
};

const showPlate = () => {
  const { number, label, width, height } = state.page;
  const plate = byId("plate");
  const source = `/plate/${number}`;
  if (plate.getAttribute("src") === source) return;
  Object.assign(plate, { width, height, src: source, alt: `${label}版面图` });
};

const showArticles = () => {
  const list = byId("articles");
  const { articles } = state.page;
  while (list.children.length > articles.length) list.lastElementChild?.remove();
  for (const [n, article] of articles.entries()) {
    const button = list.querySelectorAll("button")[n] ?? articleButton(list);
    const notes = [state.shapeOf(article.key) ? "" : "未画", STATUS[article.status]].filter(Boolean);
    button.dataset.key = article.key;
    button.setAttribute("aria-pressed", String(article.key === state.active));
    const small = make("small", notes.length ? `（${notes.join("，")}）` : "");
    button.replaceChildren(`${article.key.slice(3)}　${article.title || "（无题）"}`, small);
  }
};

const articleButton = (/** @type {HTMLElement} */ list) => {
  const button = make("button", "", { type: "button" });
  button.addEventListener("click", () => {
    state.chooseArticle(button.dataset.key ?? "");
    document.querySelector("polygon.chosen")?.scrollIntoView({ block: "nearest" });
  });
  const item = document.createElement("li");
  item.append(button);
  list.append(item);
  return button;
};

const showChosen = () => {
  const { shape } = state;
  byId("chosen").hidden = !shape;
  if (!shape) return;
  const options = state.page.articles.map((a) => {
    const other = state.shapeOf(a.key);
    const taken = other && other !== shape ? "（已有热区）" : "";
    return make("option", `${a.key.slice(3)}　${a.title}${taken}`, { value: a.key });
  });
  const select = byId("article");
  select.replaceChildren(make("option", "（未指定）", { value: "" }), ...options);
  select.value = shape.key;
  const points = byId("points");
  if (document.activeElement !== points) {
    points.value = written(shape.points);
    points.setAttribute("aria-invalid", "false");
  }
};

const show = () => {
  showPages();
  showPlate();
  showArticles();
  showChosen();
  board.show();
  const count = state.changes().length;
  byId("save").disabled = count === 0 && !state.nobodys();
  byId("save").textContent = count ? `保存（${count} 篇）` : "保存";
  byId("undo").disabled = !state.canUndo;
};

const showProblems = (/** @type {Problem[]} */ problems) => {
  const items = problems.map(({ place, what, why, todo }) => {
    const item = make("li", `${place}：${what}`);
    if (why) item.append(document.createElement("br"), `原因：${why}`);
    item.append(document.createElement("br"), `怎么办：${todo}`);
    return item;
  });
  const list = document.createElement("ul");
  list.append(...items);
  byId("problems").replaceChildren(...(items.length ? [list] : []));
};

// --- talking with the program

const LOST = "连不上程序：它是不是已经停了？画好的还在这一页上，重新运行之后要重画。";

const sayError = (/** @type {unknown} */ error) => {
  say(error instanceof Error && !(error instanceof TypeError) ? error.message : LOST);
};

const reread = async () => {
  try {
    const answer = await fetch("/issue.json");
    if (!answer.ok) throw new Error(await answer.text());
    const { issue, pages, problems } = await answer.json();
    showProblems(problems);
    if (!pages.length) {
      say("现在没有哪一版有版面图。");
      return false;
    }
    byId("issue").textContent = issue;
    document.title = `画热区　${issue}`;
    board.cancel();
    state.take(pages);
    return true;
  } catch (error) {
    sayError(error);
    return false;
  }
};

const save = async () => {
  const nobodys = state.nobodys();
  if (nobodys) {
    state.at = nobodys.at;
    state.choose(nobodys.shape.id);
    byId("article").focus();
    say("这块热区还没有指定稿件：先指定或删除，再保存。");
    return;
  }
  const articles = state.changes();
  if (!articles.length) return;
  byId("save").disabled = true;
  try {
    const headers = { "Content-Type": "application/json", "X-Banxin-Token": token };
    const answer = await fetch("/save", { method: "POST", headers, body: JSON.stringify({ articles }) });
    if (!answer.headers.get("Content-Type")?.startsWith("application/json")) {
      throw new Error(await answer.text());
    }
    const { saved, problems } = await answer.json();
    showProblems(problems);
    say(saved.length ? `已保存 ${saved.length} 篇。` : "没有保存。");
    state.saved(articles, saved);
  } catch (error) {
    sayError(error);
    state.changed();
  }
};

// --- listening

/** @type {NodeListOf<HTMLInputElement>} */
const tools = document.querySelectorAll("input[name=tool]");

const choose = (/** @type {string} */ tool) => {
  board.cancel();
  state.tool = tool;
  document.body.dataset.tool = tool;
  for (const input of tools) input.checked = input.value === tool;
  state.changed();
};

for (const input of tools) {
  input.addEventListener("change", () => choose(input.value));
}
byId("add").addEventListener("click", () => {
  state.add([[30, 30], [70, 30], [70, 60], [30, 60]]);
  /** @type {SVGElement | null} */
  const polygon = document.querySelector("polygon.chosen");
  polygon?.focus();
});
byId("undo").addEventListener("click", () => state.undo());
byId("remove").addEventListener("click", () => state.remove());
byId("save").addEventListener("click", save);
byId("reread").addEventListener("click", async () => {
  if (await reread()) say("已重新读取；没保存的热区还在。");
});
byId("article").addEventListener("change", () => state.assign(byId("article").value));
byId("zoom").addEventListener("input", () => {
  byId("stage").style.setProperty("--zoom", String(Number(byId("zoom").value) / 100));
});
byId("points").addEventListener("change", () => {
  const points = read(byId("points").value);
  byId("points").setAttribute("aria-invalid", String(!points));
  if (!points) {
    say("看不懂这些点：写成 2,18 64,18 64,66 的样子，每个数从 0 到 100。");
    return;
  }
  state.remember();
  state.put(points);
});

document.addEventListener("keydown", (event) => {
  const typing = /** @type {Element} */ (event.target).closest("textarea, select");
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    save();
  } else if ((event.ctrlKey || event.metaKey) && event.key === "z" && !typing) {
    state.undo();
  } else if (event.key === "Escape" && board.cancel()) {
    state.changed();
  } else if (event.key === "Enter" && board.isDrawing) {
    board.close();
  } else if (event.key === "Backspace" && board.isDrawing) {
    board.stepBack();
  } else return;
  event.preventDefault();
});
addEventListener("beforeunload", (event) => {
  if (state.pages.length && (state.changes().length || state.nobodys())) event.preventDefault();
});

const begin = async () => {
  if (!(await reread())) return;
  const wanted = Number(new URLSearchParams(location.search).get("page"));
  state.at = Math.max(0, state.pages.findIndex((page) => page.number === wanted));
  state.onChange(show);
  choose("select");
};

begin();
