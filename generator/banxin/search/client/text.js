// Queries and texts folded as the index is: the counterpart of banxin/search/index/tokenizer.py.

const QUOTED = /["“”＂]([^"“”＂]+)["“”＂]|[^\s"“”＂]+/gu;
const SOUND = "ħ"; // a key that begins so stands for any of the characters that follow
const UNIT = /[ｦ-ﾝ][ﾞﾟ]|./gsu; // a character, of half-width kana with its mark
const EXCERPT = 70; // characters
const WINDOWS = 4; // in them

/**
 * @typedef {string[]} Phrase tokens that stand in a row
 * @typedef {number | string} Page its number, or what it is called: B1
 * @typedef {{key: string, shown: string}} Piece see spell
 * @typedef {[text: string, isHit?: boolean]} Run
 * @typedef {[from: number, to: number]} Span in pieces, the end not included
 * @typedef {Map<string, string>} Fold of the forms of characters to those that the index has
 * @typedef {{title: Piece[], heads: Piece[], body: Piece[], captions: Piece[]}} Fields
 * @typedef {Fields & {credit: Piece[], byline: string, names: string[], spot: string}} Texts what an article's page shows
 * @typedef {Texts & {url: string, day: string, page: string}} Article page: 第1版
 */

/** @param {string} c */
const isWord = (c) => /[\p{L}\p{N}\u{20000}-\u{3ffff}]/u.test(c);
/** @param {string} c */
const isPlain = (c) => /^[a-z0-9〇㐀-䶿一-鿿]$/.test(c);

/** @param {string} text */
export const units = (text) => text.match(UNIT) ?? [];

/** What is written of a character in one form. @param {string} c */
const plain = (c) => [...c.normalize("NFKC").toLowerCase().replace(/[○◯]/g, "〇")];

/**
 * The tokens of a text: its letters, digits and characters one by one, width and case folded.
 * @param {string} text
 */
export function tokens(text) {
  return units(text.normalize("NFC"))
    .flatMap(plain)
    .filter(isWord)
    .map((c) => (isPlain(c) ? c : `ŧ${c.codePointAt(0)?.toString(16)}z`));
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

/** Tokens in pairs: a form, and what the index has for it. @param {string} text @returns {Fold} */
export const pairs = (text) =>
  new Map((text.match(/../gu) ?? []).map((pair) => /** @type {[string, string]} */ (tokens(pair))));

/**
 * A text in pieces {key, shown}, where shown is what is written, with all that follows up to
 * the next letter, and key the token that the index has for it.
 * @param {string} text
 * @param {Fold} [fold]
 */
export function spell(text, fold) {
  /** @type {Piece[]} */
  const pieces = [];
  for (const char of units(text.normalize("NFC").replace(/\s+/g, " ").trim())) {
    const [key = "", ...others] = tokens(char).map((key) => fold?.get(key) ?? key);
    const last = pieces[pieces.length - 1];
    if (!key && last) last.shown += char;
    else pieces.push({ key, shown: char });
    pieces.push(...others.map((other) => ({ key: other, shown: "" })));
  }
  return pieces;
}

/** @param {Omit<Piece, "shown">} piece @param {string} key */
const fits = (piece, key) =>
  piece.key === key || (key[0] === SOUND && key.includes(piece.key));

/**
 * Phrases as an article writes them: by other characters, or by characters for their sound. With
 * the tokens of each.
 * @param {Phrase[]} phrases
 * @param {Piece[]} title where sounds are looked for, too
 * @param {Piece[][]} texts
 */
function written(phrases, title, texts) {
  const found = phrases.flatMap((phrase) =>
    [title, ...(phrase[0][0] === SOUND ? [] : texts)].flatMap((field) =>
      hits(field, [phrase]).map(([from, to]) => field.slice(from, to)),
    ),
  );
  return new Map(
    found.map((pieces) => [show(pieces).replace(/[\s"“”＂]/g, ""), pieces.map(({ key }) => key)]),
  );
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
 * A field as text with its hits. With a length, only so many pieces: a window for each phrase,
 * round where it stands first.
 * @param {Piece[]} field
 * @param {Phrase[]} phrases
 */
function excerpt(field, phrases, length = Infinity) {
  const firsts = phrases.flatMap((phrase) => hits(field, [phrase]).slice(0, 1));
  const about = [...new Set(firsts.map(([from]) => from))].slice(0, WINDOWS).sort((a, b) => a - b);
  const size = Math.floor(length / (about.length || 1));
  /** @type {Span[]} */
  const windows = [];
  for (const first of about.length ? about : [0]) {
    const end = Math.min(field.length, Math.max(0, first - (size >> 2)) + size);
    const start = Math.max(0, end - size);
    const last = windows[windows.length - 1];
    if (last && start <= last[1]) last[1] = end;
    else windows.push([start, end]);
  }
  const found = hits(field, phrases);
  const runs = windows.flatMap((window) => cut(field, found, window));
  if (windows[windows.length - 1][1] < field.length) runs.push(["…", false]);
  return runs;
}

/** @param {Piece[]} field @param {Span[]} found @param {Span} window */
function cut(field, found, [start, end]) {
  /** @type {Run[]} */
  const runs = start > 0 ? [["…", false]] : [];
  let at = start;
  /** @param {number} to @param {boolean} hit */
  const say = (to, hit) => {
    const text = show(field.slice(at, to));
    const bare = hit ? text.replace(/[^\p{L}\p{N}\p{M}\u{20000}-\u{3ffff}]+$/u, "") : text;
    if (bare) runs.push([bare, hit]);
    if (bare !== text) runs.push([text.slice(bare.length), false]);
    at = to;
  };
  for (const [from, to] of found) {
    if (from >= end || to <= at) continue;
    if (from > at) say(from, false);
    say(Math.min(to, end), true);
  }
  if (at < end) say(end, false);
  return runs;
}

/** @param {Piece[]} field */
const show = (field) => field.map((piece) => piece.shown).join("");

/**
 * What is shown of an article, from what client/year.js knows of it: {url, link, day, page, byline,
 * credit, title, excerpt, text}; credit, title and excerpt as runs, none if the article's page couldn't be read;
 * link is the url with what that page is to mark.
 * @param {Article} data
 * @param {Phrase[]} phrases
 */
export function describe(data, phrases, length = EXCERPT) {
  const { url, day, page, byline, credit, title, body, heads, captions, spot } = data;
  const texts = [body, heads, captions].filter((field) => field.length);
  const marks = written(phrases, title, texts);
  const found = [...phrases.filter(([key]) => key[0] !== SOUND), ...marks.values()];
  // a name in the byline is marked where that stands
  const credited = hits(credit, found).length;
  const says = texts.find((field) => hits(field, found).length > (field === heads ? credited : 0));
  return {
    url,
    link: url + (marks.size ? `?mark=${encodeURIComponent([...marks.keys()].join(" "))}` : ""),
    day,
    page,
    byline,
    spot,
    credit: excerpt(credit, found),
    title: excerpt(title, found),
    excerpt: excerpt(says ?? texts[0] ?? [], found, length),
    text: [title, ...texts].map(show).join("\n"),
  };
}
