/** Fading shares of events that were new of their kind. */
export interface Newness {
  hit(k: number, isNew: boolean): void;
  /** The share, drawn toward a half while little is known. */
  of(k: number): number;
}

/** What one event leaves of those before it. */
const KEPT = 0.97;

export function newness(size: number): Newness {
  const all = new Float64Array(size);
  const fresh = new Float64Array(size);
  return {
    hit(k, isNew) {
      all[k] = all[k] * KEPT + 1;
      fresh[k] = fresh[k] * KEPT + (isNew ? 1 : 0);
    },
    of: (k) => (fresh[k] + 1) / (all[k] + 2),
  };
}
