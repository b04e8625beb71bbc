// The button of a story's page that copies it for the editor of WeChat's official accounts.
// Never part of the published site.
(() => {
  "use strict";

  const here = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { at = "", do: words = "", done = "", failed = "" } = here.dataset;
  const story = new URL(`story?at=${encodeURIComponent(at)}`, here.src);

  /** What the server makes of the story; throws what it complains of. */
  const made = async () => {
    const answer = await fetch(story);
    const text = await answer.text();
    if (!answer.ok) throw new Error(text);
    return text;
  };

  /**
   * For pages of another computer, where browsers have no clipboard to write to.
   * @param {string} html
   */
  const byCommand = (html) => {
    const put = (/** @type {ClipboardEvent} */ event) => {
      event.clipboardData?.setData("text/html", html);
      event.clipboardData?.setData("text/plain", plain(html));
      event.preventDefault();
    };
    document.addEventListener("copy", put, { once: true });
    if (!document.execCommand("copy")) throw new Error("");
  };

  /** @param {string} html */
  const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent ?? "";

  const copy = async () => {
    if (!navigator.clipboard?.write) return byCommand(await made());
    // promised, for some browsers forget the click while they wait
    const html = made();
    const blob = (/** @type {string} */ type, /** @type {Promise<string>} */ text) =>
      text.then((found) => new Blob([found], { type }));
    const item = new ClipboardItem({
      "text/html": blob("text/html", html),
      "text/plain": blob("text/plain", html.then(plain)),
    });
    await navigator.clipboard.write([item]);
  };

  const host = document.createElement("banxin-copy");
  const root = host.attachShadow({ mode: "open" });
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("live.css", here.src).href;
  const button = document.createElement("button");
  button.className = "copy";
  button.textContent = words;
  const said = document.createElement("p");
  said.className = "said";
  said.setAttribute("role", "status");
  const box = document.createElement("div");
  box.className = "copying";
  box.append(said, button);
  root.append(sheet, box);

  button.addEventListener("click", async () => {
    said.textContent = "";
    try {
      await copy();
      said.textContent = done;
    } catch (error) {
      // what a clipboard complains of hides what the server said
      const why = await made().then(() => "", (/** @type {Error} */ refusal) => refusal.message);
      said.textContent = `${failed}\n${why || (error instanceof Error ? error.message : "")}`.trim();
    }
  });
  document.documentElement.append(host);
})();
