// What comes behind the results: a bar for each year, what each filter would leave, what else the
// reader may have meant. None of it holds up a result.

import { chart } from "./chart.js";
import { walkByKeys } from "./keys.js";
import { choices } from "./narrow.js";
import { offers } from "./offers.js";
import { offer } from "./suggest.js";

/**
 * @import { Search } from "./paper.js"
 * @import { Form as Choices } from "./narrow.js"
 * @typedef {HTMLFormElement & Choices} Form
 */

const LITTLE = 3; // results: something else may have been meant

/** @param {string} id */
const $ = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * Draw all that, as long as the search stands.
 * @param {Search} search @param {Form} form @param {string} base @param {() => boolean} stands
 */
export async function behind(search, form, base, stands) {
  walkByKeys(form, $("found"));
  if (!stands()) return;
  if (!$("chart").hidden)
    chart(search, $("chart"), (year) => {
      form.elements.year.value = year;
      form.requestSubmit();
    });
  if (/** @type {HTMLDetailsElement} */ ($("narrow")).open) await count(search, form, stands);
  const offered = await offers(search, base, form, $("offers").dataset);
  if (stands()) $("offers").replaceChildren(...offered);
  if (search.found < LITTLE && !(search.waiting.length || search.lost.size))
    await offer(search, $("meant"), stands);
}

/** How many results each choice would leave. @param {Search} search @param {Form} form @param {() => boolean} stands */
async function count(search, form, stands) {
  try {
    const show = await choices(search);
    if (stands()) show(form);
  } catch (error) {
    console.warn(error); // they have no counts
  }
}
