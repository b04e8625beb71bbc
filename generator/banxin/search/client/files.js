// Files of the site and scripts, which may get lost on the way.

const PATIENCE = 15_000; // milliseconds, as in banxin/search/index/engine_repairs.py

let failures = 0; // of scripts

/**
 * A file of the site. One that can't be read is an error, and never remembered: whoever needs it
 * next asks for it again.
 * @param {string} url @param {RequestInit} [options] @returns {Promise<Response>}
 */
export async function answer(url, options = {}) {
  const response = await fetch(url, { signal: AbortSignal.timeout?.(PATIENCE), ...options });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response;
}

/** @param {string} url */
export const json = async (url) => (await answer(url)).json();

/**
 * A script, by its name beside this one or by its address. Browsers remember the address of one
 * that couldn't be read: from then on they get others.
 * @param {string} name
 */
export async function script(name) {
  const { href } = new URL(name, import.meta.url);
  const late = new Promise((_, refuse) => setTimeout(refuse, PATIENCE, href));
  try {
    return await Promise.race([import(failures ? `${href}?${failures}` : href), late]);
  } catch (error) {
    failures++;
    throw error;
  }
}

/**
 * What a map has for a key; if it has nothing yet, what is made for it, unless that fails.
 * @template K, V
 * @param {{get: (key: K) => Promise<V> | undefined, set: (key: K, value: Promise<V>) => unknown, delete: (key: K) => unknown}} map
 * @param {K} key
 * @param {() => Promise<V>} make
 */
export function kept(map, key, make) {
  const found = map.get(key) ?? make();
  map.set(key, found);
  found.catch(() => map.delete(key));
  return found;
}
