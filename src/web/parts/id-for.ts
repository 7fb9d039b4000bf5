const NONE: ReadonlySet<string> = new Set();

/** An id from the words of a name, which nothing has yet: lower-case letters, digits and single hyphens. */
export function idFor(name: string, otherwise: string, taken: ReadonlySet<string> = NONE): string {
  const words = name
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const base = (words ?? [otherwise])
    .join("-")
    .slice(0, 50)
    .replace(/-+$/, "")
    .replace(/^\d/, `${otherwise.slice(0, 1)}$&`);
  for (let k = 1; ; k++) {
    const id = k === 1 ? base : `${base}-${k}`;
    if (!taken.has(id)) return id;
  }
}
