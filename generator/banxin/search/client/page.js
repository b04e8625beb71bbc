// The search page's own script; a page of another make takes paper.js and text.js instead.

import { start } from "./form.js";

start();
