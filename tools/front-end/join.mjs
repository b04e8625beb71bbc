// Joins the search's modules into the files that readers load, with short names: npm run join
// With --check it only names those that aren't what their sources come to.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rollup } from "rollup";
import { minify } from "terser";

const SOURCES = fileURLToPath(new URL("../../generator/banxin/search/client/", import.meta.url));
const JOINED = `${SOURCES}joined/`;

/** By file, its modules, each with what somebody outside the file asks for. */
const FILES = {
  // on every page
  everywhere: { everywhere: "" },
  // all that results need
  paper: {
    ...{ paper: "openPaper, Search, span", relevance: "byRank, TITLE_ENDS", results: "make, Results" },
    ...{ files: "answer", pinyin: "agrees, reader, spoken", rows: "fits" },
    ...{ text: "describe, pairs, tokens", article: "", asking: "", form: "", year: "" },
  },
  // when there are results, or none
  behind: {
    ...{ behind: "behind", close: "nearly", keep: "keep", keys: "insert", loose: "sounding" },
    ...{ chart: "", narrow: "", offers: "", suggest: "" },
  },
  // Pagefind's own interface
  pagefind: { pagefind: "*" },
};
/** An article's page has no other: what it needs is in it. */
const ALONE = { mark: { mark: "mark" } };
/** Names by which papers and themes know a file. */
const NAMES = { page: 'import"./paper.js";', text: 'export{describe,pairs,tokens}from"./paper.js";' };

const fileOf = Object.fromEntries(
  Object.entries(FILES).flatMap(([file, modules]) => Object.keys(modules).map((m) => [m, file])),
);

/** What a file of these modules is, and what it takes from others. */
async function join(file, modules) {
  const lines = Object.entries(modules).map(([module, names]) => {
    if (!names) return `import "${module}.js";`;
    return `export ${names === "*" ? names : `{ ${names} }`} from "${module}.js";`;
  });
  const resolveId = (id) => {
    const name = id.replace(/^.*\/|\.js$/g, "");
    if (id === file) return id;
    if (file in ALONE || fileOf[name] === file) return `${SOURCES}${name}.js`;
    return { id: `./${fileOf[name] ?? name}.js`, external: true };
  };
  const load = (id) => (id === file ? lines.join("\n") : null);
  const bundle = await rollup({ input: file, plugins: [{ name: file, resolveId, load }] });
  const { output: [chunk] } = await bundle.generate({ format: "es" });
  const compress = { passes: 3, inline: 1, unsafe_arrows: true };
  const mangle = { properties: { regex: /^_/ } }; // nobody outside a class asks for those
  const options = { module: true, ecma: 2020, compress, mangle };
  const { code } = await minify(chunk.code, options);
  return { code, exports: chunk.exports, taken: chunk.importedBindings };
}

/** All files, by name. */
async function joined() {
  const all = Object.entries({ ...FILES, ...ALONE });
  const made = new Map();
  for (const [file, modules] of all) made.set(`./${file}.js`, await join(file, modules));
  const taken = [...made.values()].flatMap(({ taken }) => Object.entries(taken));
  for (const [from, names] of taken) {
    const missing = names.filter((name) => !made.get(from)?.exports.includes(name));
    if (missing.length) throw new Error(`${from} has to give: ${missing}`);
  }
  const codes = [...made].map(([file, { code }]) => [file.slice(2), `${code}\n`]);
  return { ...Object.fromEntries(codes), ...named() };
}

const named = () =>
  Object.fromEntries(Object.entries(NAMES).map(([name, code]) => [`${name}.js`, `${code}\n`]));

const files = await joined();
mkdirSync(JOINED, { recursive: true });
const there = Object.fromEntries(readdirSync(JOINED).map((f) => [f, readFileSync(JOINED + f, "utf8")]));
const stale = Object.keys({ ...there, ...files }).filter((file) => there[file] !== files[file]);
if (process.argv.includes("--check")) {
  if (stale.length) console.error(`not up to date, run make joined: ${stale.join(" ")}`);
  process.exitCode = stale.length ? 1 : 0;
} else {
  for (const file of stale)
    if (file in files) writeFileSync(JOINED + file, files[file]);
    else rmSync(JOINED + file);
}
