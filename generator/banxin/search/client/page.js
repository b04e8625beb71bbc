// The search page's own script; a page of another make takes paper.js instead.

import "./form.js";
