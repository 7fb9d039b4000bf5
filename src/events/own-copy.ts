/** The same text with memory of its own: a piece of a long text keeps all of that text alive. */
export function ownCopy(text: string): string {
  return text.length < 13 ? text : text.split("").join("");
}

/** So many texts are kept to be used again. */
const MOST = 200_000;

/** Gives texts memory of their own, the same one for those that come again. */
export function textPool(): (text: string) => string {
  const pool = new Map<string, string>();
  return (text) => {
    const known = pool.get(text);
    if (known !== undefined) return known;
    const own = ownCopy(text);
    if (pool.size < MOST) pool.set(own, own);
    return own;
  };
}
