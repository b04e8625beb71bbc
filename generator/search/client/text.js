// A query folded as the index is, and the index's text unfolded as the editor wrote it: the
// counterpart of generator/search/text.py, where the spelling is explained.

const MARKED = "，。、：！？（）《》“”—·\n ；…-.%,";
const MARKS = ",.;:!?()[]{}-*/=+'#$%@";
const DIGITS = "!#$%'()*+,-./:;=";
const TOKEN = /^([^!-/:-@[-`{-~]*)(?:\|([^|]*)\|)?(.*)$/s;
const QUOTED = /["“”＂]([^"“”＂]+)["“”＂]|[^\s"“”＂]+/gu;
const SYLLABLE = "ħ";
const EXCERPT = 70; // characters

const isWord = (c) => /[\p{L}\p{N}\u{20000}-\u{3ffff}]/u.test(c);
const isPlain = (c) => /[a-z0-9〇\u3400-\u4dbf\u4e00-\u9fff]/.test(c);

/** The tokens of a text: its letters, digits and characters one by one, width and case folded. */
export function tokens(text) {
  const folded = [...text.normalize("NFC")].flatMap((c) => [...c.normalize("NFKC").toLowerCase()]);
  return folded
    .filter(isWord)
    .map((c) => (c.length === 1 && isPlain(c) ? c : `ŧ${c.codePointAt(0).toString(16)}z`));
}

/** The parts of a query, each as tokens: cut at spaces, but not between quotation marks. */
export function parse(query) {
  const parts = [...query.matchAll(QUOTED)].map((m) => tokens(m[1] ?? m[0]));
  const seen = new Set();
  return parts.filter((p) => p.length && !seen.has(p.join(" ")) && seen.add(p.join(" ")));
}

/**
 * The fields of an article as the index holds it; each is a list of pieces {key, shown}, where
 * shown is what the editor wrote, with all that follows up to the next letter. After those of
 * the text come fields that spell title and names by sound.
 */
function unfold(content) {
  const fields = [[]];
  for (const token of content.split(" ")) {
    if (token === SYLLABLE) continue;
    if (token.startsWith("`")) fields.push([]);
    if (/^[`^]/.test(token)) add(fields, "", rest(token.slice(1)));
    else {
      const [, key, original, after] = TOKEN.exec(token);
      const shown = original === undefined ? key : original && spelled(original);
      add(fields, key.toLowerCase(), shown + rest(after));
    }
  }
  return fields;
}

function add(fields, key, shown) {
  if (key || shown) fields[fields.length - 1].push({ key, shown });
}

const spelled = (digits) =>
  String.fromCodePoint(parseInt([...digits].map((d) => DIGITS.indexOf(d).toString(16)).join(""), 16));

const rest = (marks) =>
  marks.replace(/~([^~]+)~|(.)/gs, (_, digits, mark) =>
    digits ? spelled(digits) : MARKED[MARKS.indexOf(mark)],
  );

/** Whether a field is there only to be found by its sound. */
const isSpoken = (field) => field.length > 0 && field[0].key.startsWith(SYLLABLE);

/** Phrases as these fields write them, for the article's own page: it knows no folding of 後來. */
function written(phrases, fields) {
  const found = phrases.flatMap((phrase) =>
    fields.flatMap((field) => hits(field, [phrase]).map(([from, to]) => field.slice(from, to))),
  );
  return [...new Set(found.map((pieces) => plain(pieces).replace(/[\s"“”＂]/g, "")))];
}

/** Where the phrases stand in a field: [from, to) in pieces, sorted, none inside another. */
export function hits(field, phrases) {
  const words = field.map((_, i) => i).filter((i) => field[i].key);
  const found = [];
  for (const phrase of phrases)
    for (let i = 0; i + phrase.length <= words.length; i++)
      if (phrase.every((key, k) => field[words[i + k]].key === key))
        found.push([words[i], words[i + phrase.length - 1] + 1]);
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const joined = [];
  for (const [from, to] of found) {
    const last = joined[joined.length - 1];
    if (last && from < last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/**
 * A field as text with its hits: a list of [text, whether it is a hit]. With a length, only
 * that many pieces round the first hit.
 */
function excerpt(field, phrases, length = Infinity) {
  const found = hits(field, phrases);
  const first = found.length ? found[0][0] : 0;
  const end = Math.min(field.length, Math.max(0, first - (length >> 2)) + length);
  const start = Math.max(0, end - length);
  const runs = [];
  let at = start;
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
  return runs.map(([text, hit]) => [text.replace(/\n/g, " "), hit]);
}

const plain = (field) => field.map((piece) => piece.shown).join("");

/**
 * What is shown of an article, from its file in the index: {url, link, day, page, byline, title,
 * excerpt, text}; title and excerpt as lists of [text, whether it is a hit]; link is the url with
 * what the article's page is to mark.
 */
export function describe(data, phrases, length = EXCERPT) {
  const fields = unfold(data.content);
  const marks = written(phrases, fields);
  const [title, kicker, subtitle, byline, body, ...others] = fields;
  const rest = others.filter((field) => !isSpoken(field));
  const shown = [body, kicker, subtitle, byline, ...rest].filter((field) => field.length);
  const found = [...phrases, ...marks.map(tokens)];
  const pieces = shown.map((field) => excerpt(field, found, length));
  const hit = pieces.find((runs) => runs.some(([, isHit]) => isHit));
  return {
    url: data.url,
    link: data.url + (marks.length ? `?mark=${encodeURIComponent(marks.join(" "))}` : ""),
    day: data.meta.date,
    page: Number(data.filters["版次"][0]),
    byline: plain(byline),
    title: excerpt(title, found),
    excerpt: hit ?? pieces[0] ?? [],
    text: [title, ...shown].map(plain).join("\n"),
  };
}
