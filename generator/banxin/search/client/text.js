// Queries and texts folded as the index is: the counterpart of banxin/search/index/tokenizer.py.

const QUOTED = /["“”＂]([^"“”＂]+)["“”＂]|[^\s"“”＂]+/gu;
const SOUND = "ħ"; // a key that begins so stands for any of the characters that follow
const NAMES = "昇陞脩谿逕剋"; // never folded
const EXCERPT = 70; // characters

/**
 * @typedef {string[]} Phrase tokens that stand in a row
 * @typedef {number | string} Page its number, or what it is called: B1
 * @typedef {{key: string, alt?: string, shown: string}} Piece see spell
 * @typedef {[text: string, isHit?: boolean]} Run
 * @typedef {[from: number, to: number]} Span in pieces, the end not included
 * @typedef {Map<string, string>} Fold of traditional to simplified characters
 * @typedef {{title: Piece[], heads: Piece[], body: Piece[], captions: Piece[]}} Fields
 * @typedef {Fields & {byline: string, names: string[]}} Texts what an article's page shows
 * @typedef {Texts & {url: string, day: string, page: Page}} Article
 */

/** 第1版, 第B1版, 中缝; as in banxin/model/page_label.py. @param {Page} page */
export function pageWords(page) {
  const [pages, fold] = `${page}`.split("中缝");
  return (pages && `第${pages}版`) + (fold === undefined ? "" : "中缝");
}

/** @param {string} c */
const isWord = (c) => /[\p{L}\p{N}\u{20000}-\u{3ffff}]/u.test(c);
/** @param {string} c */
const isPlain = (c) => /[a-z0-9〇\u3400-\u4dbf\u4e00-\u9fff]/.test(c);

/**
 * The tokens of a text: its letters, digits and characters one by one, width and case folded.
 * @param {string} text
 */
export function tokens(text) {
  const folded = [...text.normalize("NFC")].flatMap((c) => [...c.normalize("NFKC").toLowerCase()]);
  return folded
    .filter(isWord)
    .map((c) => (c.length === 1 && isPlain(c) ? c : `ŧ${c.codePointAt(0)?.toString(16)}z`));
}

/**
 * The parts of a query, each as tokens: cut at spaces, but not between quotation marks.
 * @param {string} query
 * @returns {Phrase[]}
 */
export function parse(query) {
  const parts = [...query.matchAll(QUOTED)].map((m) => tokens(m[1] ?? m[0]));
  const seen = new Set();
  return parts.filter((p) => p.length && !seen.has(p.join(" ")) && seen.add(p.join(" ")));
}

/**
 * A text in pieces {key, alt, shown}, where shown is what is written, with all that follows up to
 * the next letter. fold: Map of traditional to simplified characters, of which the index may hold
 * either; alt is the second.
 * @param {string} text
 * @param {Fold} [fold]
 */
export function spell(text, fold) {
  /** @type {Piece[]} */
  const pieces = [];
  for (const char of text.normalize("NFC").replace(/\s+/g, " ").trim()) {
    const [key = "", ...others] = tokens(char);
    const last = pieces[pieces.length - 1];
    if (!key && last) last.shown += char;
    else pieces.push({ key, alt: NAMES.includes(char) ? key : fold?.get(char), shown: char });
    pieces.push(...others.map((other) => ({ key: other, shown: "" })));
  }
  return pieces;
}

/** @param {Omit<Piece, "shown">} piece @param {string} key */
const fits = (piece, key) =>
  piece.key === key || piece.alt === key || (key[0] === SOUND && key.includes(piece.key));

/**
 * Phrases as an article writes them: by other characters, or by characters for their sound.
 * @param {Phrase[]} phrases
 * @param {Piece[][]} fields
 * @param {Piece[][]} named
 */
function written(phrases, fields, named) {
  const found = phrases.flatMap((phrase) =>
    (phrase[0][0] === SOUND ? named : fields).flatMap((field) =>
      hits(field, [phrase]).map(([from, to]) => field.slice(from, to)),
    ),
  );
  return [...new Set(found.map((pieces) => plain(pieces).replace(/[\s"“”＂]/g, "")))];
}

/**
 * Where the phrases stand in a field: sorted, none inside another.
 * @param {Omit<Piece, "shown">[]} field
 * @param {Phrase[]} phrases
 */
export function hits(field, phrases) {
  const words = [...field.keys()].filter((i) => field[i].key);
  /** @type {Span[]} */
  const found = [];
  for (const phrase of phrases)
    for (let i = 0; i + phrase.length <= words.length; i++)
      if (phrase.every((key, k) => fits(field[words[i + k]], key)))
        found.push([words[i], words[i + phrase.length - 1] + 1]);
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  /** @type {Span[]} */
  const joined = [];
  for (const [from, to] of found) {
    const last = joined[joined.length - 1];
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/**
 * A field as text with its hits. With a length, only that many pieces round the first hit.
 * @param {Piece[]} field
 * @param {Phrase[]} phrases
 */
function excerpt(field, phrases, length = Infinity) {
  const found = hits(field, phrases);
  const first = found.length ? found[0][0] : 0;
  const end = Math.min(field.length, Math.max(0, first - (length >> 2)) + length);
  const start = Math.max(0, end - length);
  /** @type {Run[]} */
  const runs = [];
  let at = start;
  /** @param {number} to @param {boolean} hit */
  const say = (to, hit) => {
    const text = field.slice(at, to).map((piece) => piece.shown).join("");
    const bare = hit ? text.replace(/[^\p{L}\p{N}\p{M}\u{20000}-\u{3ffff}]+$/u, "") : text;
    if (bare) runs.push([bare, hit]);
    if (bare !== text) runs.push([text.slice(bare.length), false]);
    at = to;
  };
  for (const [from, to] of found) {
    if (from >= end) break;
    if (from > at) say(from, false);
    say(Math.min(to, end), true);
  }
  if (at < end) say(end, false);
  if (start > 0) runs.unshift(["…", false]);
  if (end < field.length) runs.push(["…", false]);
  return runs;
}

/** @param {Piece[]} field */
const plain = (field) => field.map((piece) => piece.shown).join("");

/**
 * What is shown of an article, from what client/year.js knows of it: {url, link, day, page, byline,
 * title, excerpt, text}; title and excerpt as runs, none if the article's page couldn't be read;
 * link is the url with what that page is to mark.
 * @param {Article} data
 * @param {Phrase[]} phrases
 */
export function describe(data, phrases, length = EXCERPT) {
  const { url, day, page, byline, title, body, heads, captions, names } = data;
  const named = [title, ...names.map((name) => spell(name))];
  const marks = written(phrases, [title, body, heads, captions], named);
  const shown = [body, heads, captions].filter((field) => field.length);
  /** @param {Phrase} phrase */
  const spoken = ([key]) => key[0] === SOUND;
  const found = [...phrases.filter((phrase) => !spoken(phrase)), ...marks.map(tokens)];
  const pieces = shown.map((field) => excerpt(field, found, length));
  const hit = pieces.find((runs) => runs.some(([, isHit]) => isHit));
  return {
    url,
    link: url + (marks.length ? `?mark=${encodeURIComponent(marks.join(" "))}` : ""),
    day,
    page,
    byline,
    title: excerpt(title, found),
    excerpt: hit ?? pieces[0] ?? [],
    text: [title, ...shown].map(plain).join("\n"),
  };
}
