// The search page by keyboard, and the signs that are hard to type.

let listening = false;

/** From now on keys lead through the results. @param {HTMLFormElement} form @param {HTMLElement} found */
export function walkByKeys(form, found) {
  if (listening) return;
  listening = true;
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (walk(event.key, form, found)) event.preventDefault();
  });
}

/**
 * Arrows go from the box through the results and back; Esc returns to the box, then empties it.
 * @param {string} key @param {HTMLFormElement} form @param {HTMLElement} found
 */
function walk(key, form, found) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem("q"));
  const links = /** @type {HTMLElement[]} */ ([...found.querySelectorAll("h3 a")]);
  const boxed = document.activeElement === input;
  const at = links.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  if (at < 0 && !boxed && !found.contains(document.activeElement)) return false;
  /** @type {Record<string, HTMLElement | undefined>} */
  const ways = { ArrowDown: links[at + 1], ArrowUp: links[at - 1] ?? input, Escape: input };
  const to = ways[key];
  if (key === "Escape" && boxed && input.value) {
    input.value = "";
    form.requestSubmit();
  } else if (!to) return false;
  to?.focus();
  return true;
}

/** Put the sign of a button into the box. @param {HTMLButtonElement} button @param {HTMLInputElement} input */
export function insert({ value }, input) {
  if (!value) return; // between two of them
  const { selectionStart, selectionEnd } = input;
  input.setRangeText(value, selectionStart ?? 0, selectionEnd ?? 0, "end");
  input.focus();
}
