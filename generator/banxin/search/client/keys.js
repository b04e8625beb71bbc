// The search page by its keys.

/**
 * Arrows go from the box through the results and back; Esc returns to the box, then empties it.
 * @param {KeyboardEvent} event
 */
function walk(event) {
  if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const input = /** @type {HTMLInputElement} */ (document.getElementById("q"));
  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll("#found a");
  const links = [...found];
  const at = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
  const boxed = document.activeElement === input;
  if (at < 0 && !boxed) return;
  /** @type {Record<string, HTMLElement | undefined>} */
  const ways = { ArrowDown: links[at + 1], ArrowUp: links[at - 1] ?? input, Escape: input };
  const to = ways[event.key];
  if (event.key === "Escape" && boxed && input.value) {
    input.value = "";
    input.form?.requestSubmit();
  } else if (!to) return;
  to?.focus();
  event.preventDefault();
}

document.addEventListener("keydown", walk);
