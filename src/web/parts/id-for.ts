const NONE: ReadonlySet<string> = new Set();

/** The words of a text in the letters of an id: accents fall away, whatever else is no letter or digit parts words. */
export function wordsOf(text: string): readonly string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[a-z0-9]+/g) ?? [];
}

/** The first of `base`, `base-2`, `base-3` … that nothing has yet. */
export function untaken(base: string, taken: ReadonlySet<string>): string {
  for (let k = 1; ; k++) {
    const id = k === 1 ? base : `${base}-${k}`;
    if (!taken.has(id)) return id;
  }
}

/** An id from the words of a name, which nothing has yet: lower-case letters, digits and single hyphens. */
export function idFor(name: string, otherwise: string, taken: ReadonlySet<string> = NONE): string {
  const words = wordsOf(name);
  const base = (words.length === 0 ? [otherwise] : words)
    .join("-")
    .slice(0, 50)
    .replace(/-+$/, "")
    .replace(/^\d/, `${otherwise.slice(0, 1)}$&`);
  return untaken(base, taken);
}
