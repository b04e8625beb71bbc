// On every page: / goes to the search; an article opened from a result shows what was found.

const SEARCHES = 'form[role="search"] input[type="search"], a[rel~="search"]';

document.addEventListener("keydown", (event) => {
  const { tagName = "", isContentEditable } = /** @type {HTMLElement} */ (event.target);
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(tagName) || isContentEditable;
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  /** @type {HTMLInputElement & HTMLAnchorElement | null} */
  const search = document.querySelector(SEARCHES);
  if (!search) return;
  event.preventDefault();
  if (search.href) return search.click();
  search.focus();
  search.select();
});

const phrases = new URLSearchParams(location.search).get("mark");
const article = document.querySelector("main article");
if (phrases && article) import("./mark.js").then(({ mark }) => mark(article, phrases));
