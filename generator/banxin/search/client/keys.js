// The search page by keyboard, and the signs that are hard to type.

/**
 * Arrows go from the box through the results and back; Esc returns to the box, then empties it.
 * @param {KeyboardEvent} event
 * @param {HTMLInputElement} input
 * @param {HTMLElement} found
 * @param {() => void} submit
 */
export function walk(event, input, found, submit) {
  const links = [...found.querySelectorAll("h3 a")];
  const at = links.indexOf(/** @type {Element} */ (document.activeElement));
  const boxed = document.activeElement === input;
  if (at < 0 && !boxed) return;
  const ways = { ArrowDown: links[at + 1], ArrowUp: links[at - 1] ?? input, Escape: input };
  const to = /** @type {Record<string, Element | undefined>} */ (ways)[event.key];
  if (event.key === "Escape" && boxed && input.value) {
    input.value = "";
    submit();
  } else if (!to) return;
  /** @type {HTMLElement | undefined} */ (to)?.focus();
}

/** Put the sign of a button into the box. @param {HTMLButtonElement} button @param {HTMLInputElement} input */
export function insert({ value }, input) {
  if (!value) return; // between two of them
  const { selectionStart, selectionEnd } = input;
  input.setRangeText(value, selectionStart ?? 0, selectionEnd ?? 0, "end");
  input.focus();
}
