import { type Source, TawazunError } from "../../../base/index.ts";
import { symmetricEigenpairs } from "../spectrum/symmetric.ts";

/** Where the flow of friendliness runs to. */
export interface BalanceFlow {
  /** When the strengths grow beyond all bounds; absent if they never do. */
  readonly blowUp?: number;
  /** 0 or 1 for each actor: the two factions, or all in 0 if all become friends. Absent without a blow-up. */
  readonly factions?: readonly number[];
  /** The matrix at the time asked, if it comes before the blow-up. */
  readonly at: (time: number) => readonly (readonly number[])[];
  readonly sources: readonly Source[];
}

/**
 * Continuous balance: how i and j stand to each other changes at the rate Σₖ xᵢₖ xₖⱼ, by what third parties make of it;
 * dX/dt = X².
 *
 * @param start symmetric, n × n; the diagonal is what an actor makes of itself, and counts.
 * @throws {TawazunError} `network/matrix` if it is not square and symmetric; `network/time` for a time after the blow-up;
 * `network/shared` if two directions grow equally fast, so that the factions are not determined.
 *
 * @remarks Solved exactly: X(t) = X₀ (I − t X₀)⁻¹. If X₀ has a largest eigenvalue λ > 0, all blows up at 1/λ, and X/‖X‖
 * runs to v vᵀ for its eigenvector v, whose signs are the factions. For matrices that are not symmetric the rule fails
 * (Traag, Van Dooren & De Leenheer 2013).
 *
 * @see Marvel, Kleinberg, Kleinberg & Strogatz 2011, pp. 1772–1773.
 *
 * @example Two friends, and one whom only the first dislikes: the three end as two against one.
 * ```ts
 * import { balanceFlow } from "tawazun/measure";
 * balanceFlow([[0, 1, -1], [1, 0, 0], [-1, 0, 0]]).factions; //=> [0, 0, 1]
 * ```
 */
export function balanceFlow(start: readonly (readonly number[])[]): BalanceFlow {
  check(start);
  const n = start.length;
  const { values, vectors } = symmetricEigenpairs(start);
  const largest = values[n - 1];
  const scale = Math.max(Math.abs(values[0]), Math.abs(largest));
  const grows = n > 0 && largest > 1e-12 * scale;
  const sources: Source[] = [{ ref: "marvel2011", at: "pp. 1772–1773" }];
  const at = (time: number): number[][] => {
    if (!(time >= 0) || (grows && time >= 1 / largest)) {
      throw new TawazunError(
        "network/time",
        grows
          ? `At time ${time} there is no state: all grows beyond bounds at ${1 / largest}.`
          : `At time ${time} there is no state; it must be 0 or more.`,
      );
    }
    return start.map((_, i) =>
      start.map((__, j) => {
        let sum = 0;
        for (let k = 0; k < n; k++)
          sum += (values[k] / (1 - time * values[k])) * vectors[k][i] * vectors[k][j];
        return sum;
      }),
    );
  };
  if (!grows) return { at, sources };
  if (n > 1 && largest - values[n - 2] < 1e-9 * scale) {
    throw new TawazunError(
      "network/shared",
      "Two directions grow equally fast, so that the factions are not determined: the network falls into parts.",
    );
  }
  const first = Math.sign(vectors[n - 1].find((x) => Math.abs(x) > 1e-9) ?? 1);
  const factions = Array.from(vectors[n - 1], (x) => (x * first < -1e-12 ? 1 : 0));
  return { blowUp: 1 / largest, factions, at, sources };
}

function check(start: readonly (readonly number[])[]): void {
  start.forEach((row, i) => {
    row.forEach((x, j) => {
      if (!Number.isFinite(x) || x !== start[j]?.[i]) {
        throw new TawazunError(
          "network/matrix",
          `The matrix has ${x} in row ${i + 1}, column ${j + 1}, and ${start[j]?.[i]} across; it must be symmetric.`,
        );
      }
    });
    if (row.length !== start.length) {
      throw new TawazunError(
        "network/matrix",
        `Row ${i + 1} has ${row.length} entries, not ${start.length}.`,
      );
    }
  });
}
