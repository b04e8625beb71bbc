// Keeps a preview page in step with the files on disk. Never part of the published site.
//
// The page carries the marks of the site it was drawn from; the server tells the present marks.
// Where they differ the page is out of date, whichever messages it missed on the way.
(() => {
  "use strict";

  /**
   * What the server tells: the present marks, and what is wrong.
   * @typedef {{page: string, base: string, style: string}} Marks
   * @typedef {{where: string, severity: string, label: string, what: string}} Mistake
   * @typedef {Mistake & {why?: string, todo?: string}} Problem
   * @typedef {{language: string, failed: boolean, title: string, lost: string}} Texts
   * @typedef {Marks & Texts & {problems: Problem[]}} State
   */

  const here = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { page = "", base = "" } = here.dataset;
  let { style = "" } = here.dataset;
  const KEY = "banxin:scroll";
  const HIDDEN_FOR = 5000; // ms; browsers allow six streams a host, and there are more tabs
  const LOST_AFTER = 3000; // ms

  // --- scroll position over a reload

  const reload = () => {
    close();
    sessionStorage.setItem(KEY, JSON.stringify([location.href, scrollX, scrollY]));
    location.reload();
  };

  const restore = () => {
    const [href, left, top] = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
    sessionStorage.removeItem(KEY);
    if (href !== location.href) return;
    const scroll = () => scrollTo({ left, top, behavior: "instant" });
    scroll();
    const reached = scrollY;
    // late pictures may have kept the page too short; but never move a reader who has moved on
    addEventListener("load", () => scrollY === reached && scroll());
  };

  // --- style sheets in place

  const leaving = new WeakSet();

  const swap = () => {
    /** @type {NodeListOf<HTMLLinkElement>} */
    const links = document.querySelectorAll('link[rel~="stylesheet"][href]');
    for (const old of links) {
      const url = new URL(old.href);
      if (url.origin !== location.origin || leaving.has(old)) continue;
      leaving.add(old);
      const fresh = /** @type {HTMLLinkElement} */ (old.cloneNode());
      url.searchParams.set("banxin", style);
      fresh.href = url.href;
      fresh.addEventListener("load", () => old.remove());
      fresh.addEventListener("error", () => old.remove());
      old.after(fresh);
    }
  };

  // --- what is wrong, over the page; in a shadow root, so that page and panel can't disturb
  // each other's style

  /**
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   */
  const make = (name, text = "", className = "") => {
    const element = document.createElement(name);
    element.textContent = text;
    if (className) element.className = className;
    return element;
  };

  const host = document.createElement("banxin-live");
  const problems = make("div");
  const lost = make("p", "", "lost");

  const build = () => {
    if (host.shadowRoot) return;
    const root = host.attachShadow({ mode: "open" });
    const sheet = make("link");
    sheet.rel = "stylesheet";
    sheet.href = new URL("live.css", here.src).href;
    const panel = make("div", "", "panel");
    panel.hidden = true; // until it has its style
    const show = () => { panel.hidden = false; };
    sheet.addEventListener("load", show);
    sheet.addEventListener("error", show);
    lost.setAttribute("role", "status");
    panel.append(problems, lost);
    root.append(sheet, panel);
    document.documentElement.append(host);
  };

  const item = (/** @type {Problem} */ problem) => {
    const li = make("li", "", problem.severity);
    const head = make("p", "", "where");
    head.append(make("code", problem.where), " ", make("b", problem.label));
    li.append(head, make("p", problem.what, "what"));
    if (problem.why) li.append(make("p", problem.why, "why"));
    if (problem.todo) li.append(make("p", problem.todo, "todo"));
    return li;
  };

  let shown = "";

  const draw = (/** @type {State} */ state) => {
    const wanted = JSON.stringify([state.title, state.problems]);
    if (wanted === shown || (!shown && !state.problems.length)) return;
    shown = wanted;
    build();
    problems.replaceChildren();
    if (!state.problems.length) return;
    host.lang = state.language;
    const details = make("details", "", state.failed ? "failed" : "doubtful");
    details.open = state.failed;
    const list = make("ol");
    list.append(...state.problems.map(item));
    details.append(make("summary", state.title), list);
    problems.setAttribute("role", state.failed ? "alert" : "status");
    problems.append(details);
  };

  // --- the stream

  /** @type {EventSource | undefined} */
  let source;
  /** @type {Record<"retry" | "hide" | "gone", number | undefined>} */
  const timers = { retry: undefined, hide: undefined, gone: undefined };
  let text = "";

  const follow = (/** @type {State} */ state) => {
    text = state.lost;
    if (state.base !== base && location.pathname.startsWith(base)) {
      close();
      location.replace(
        state.base + location.pathname.slice(base.length) + location.search + location.hash,
      );
    } else if (state.page !== page) {
      reload();
    } else {
      if (state.style !== style) {
        style = state.style;
        swap();
      }
      draw(state);
    }
  };

  const found = () => {
    clearTimeout(timers.gone);
    timers.gone = undefined;
    lost.textContent = "";
  };

  const missing = () => {
    timers.gone ??= setTimeout(() => {
      build();
      lost.textContent = text;
    }, LOST_AFTER);
    if (source?.readyState !== EventSource.CLOSED) return; // it tries again by itself
    source = undefined;
    clearTimeout(timers.retry);
    timers.retry = setTimeout(open, 1000);
  };

  const open = () => {
    if (source || document.hidden) return;
    // a build that draws everything draws first what somebody looks at
    const at = encodeURIComponent(decodeURI(location.pathname));
    source = new EventSource(new URL(`events?at=${at}`, here.src));
    source.addEventListener("open", found);
    source.addEventListener("message", (message) => follow(JSON.parse(message.data)));
    source.addEventListener("error", missing);
  };

  const close = () => {
    clearTimeout(timers.retry);
    clearTimeout(timers.gone);
    timers.gone = undefined;
    source?.close();
    source = undefined;
  };

  document.addEventListener("visibilitychange", () => {
    clearTimeout(timers.hide);
    if (document.hidden) timers.hide = setTimeout(close, HIDDEN_FOR);
    else open();
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", open);

  restore();
  open();
})();
