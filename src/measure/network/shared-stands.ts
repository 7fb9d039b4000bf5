import { TawazunError } from "../../base/index.ts";

/** Where somebody stands on something: for it (1) or against it (−1). */
export interface Stand {
  readonly who: string;
  readonly about: string;
  readonly sign: 1 | -1;
}

/** Two who take stands on the same things. */
export interface SharedStands {
  readonly a: string;
  readonly b: string;
  readonly value: number;
  /** What both are for, or both against. */
  readonly agree: readonly string[];
  /** What one is for and the other against. */
  readonly differ: readonly string[];
}

export interface SharedStandsOptions {
  /** Count agreements, or disagreements, or the first less the second. */
  readonly counts: "congruence" | "conflict" | "subtract";
  /**
   * By what the count is divided: nothing; the mean number of things that the two speak of; the number of things that
   * either speaks of (Jaccard); the root of the product of their numbers (cosine).
   */
  readonly by: "nothing" | "average" | "jaccard" | "cosine";
}

/**
 * Who agrees with whom, and who is at odds, from what they say of the same things.
 *
 * @param stands in any order; one said twice counts once.
 * @returns a row for each pair that shares something of what is counted, the greatest value first; pairs of equal
 * value by name.
 * @throws {TawazunError} `stands/sign` for a sign that is neither 1 nor −1.
 *
 * @remarks The one-mode networks of discourse network analysis: congruence, conflict, and congruence less conflict. Who
 * says both of one thing stands on both sides of it, and agrees and differs with others alike.
 * @see {@link networkSources}, sharedStands
 * @example
 * ```ts
 * import { sharedStands } from "tawazun/measure";
 * const stands = [["Ann", "tax", 1], ["Bob", "tax", 1], ["Cy", "tax", -1], ["Ann", "road", 1], ["Cy", "road", 1]] as const;
 * const rows = stands.map(([who, about, sign]) => ({ who, about, sign }));
 * sharedStands(rows, { counts: "subtract", by: "nothing" }).map(({ a, b, value }) => [a, b, value]); //=> [["Ann", "Bob", 1], ["Ann", "Cy", 0], ["Bob", "Cy", -1]]
 * ```
 */
export function sharedStands(
  stands: readonly Stand[],
  { counts, by }: SharedStandsOptions,
): readonly SharedStands[] {
  const sides = new Map<string, Map<string, Set<number>>>();
  for (const { who, about, sign } of stands) {
    if (sign !== 1 && sign !== -1)
      throw new TawazunError("stands/sign", `${who} stands at ${sign} on ${about}; a stand is 1 or −1.`);
    const own = sides.get(who) ?? new Map<string, Set<number>>();
    sides.set(who, own);
    own.set(about, (own.get(about) ?? new Set()).add(sign));
  }
  const names = [...sides.keys()].sort();
  const rows: SharedStands[] = [];
  names.forEach((a, k) => {
    for (const b of names.slice(k + 1)) {
      const row = pairOf(a, b, sides, counts, by);
      const seen = counts === "congruence" ? row.agree : counts === "conflict" ? row.differ : undefined;
      if (seen === undefined ? row.agree.length + row.differ.length > 0 : seen.length > 0) rows.push(row);
    }
  });
  return rows.sort((x, y) => y.value - x.value || (x.a < y.a || (x.a === y.a && x.b < y.b) ? -1 : 1));
}

function pairOf(
  a: string,
  b: string,
  sides: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<number>>>,
  counts: SharedStandsOptions["counts"],
  by: SharedStandsOptions["by"],
): SharedStands {
  const [one, other] = [a, b].map((who) => sides.get(who) ?? new Map<string, ReadonlySet<number>>());
  const both = [...one.keys()].filter((about) => other.has(about)).sort();
  const has = (of: ReadonlyMap<string, ReadonlySet<number>>, about: string, sign: number): boolean =>
    of.get(about)?.has(sign) === true;
  const agree = both.filter((about) =>
    [1, -1].some((sign) => has(one, about, sign) && has(other, about, sign)),
  );
  const differ = both.filter((about) =>
    [1, -1].some((sign) => has(one, about, sign) && has(other, about, -sign)),
  );
  const [n, m] = [one.size, other.size];
  const divisor =
    by === "nothing"
      ? 1
      : by === "average"
        ? (n + m) / 2
        : by === "jaccard"
          ? n + m - both.length
          : Math.sqrt(n * m);
  const count =
    counts === "congruence"
      ? agree.length
      : counts === "conflict"
        ? differ.length
        : agree.length - differ.length;
  return { a, b, value: count / divisor, agree, differ };
}
