import { TawazunError } from "../../base/index.ts";

/** Σ coefficients · x ≥ or = a number. */
export interface LinearRow {
  readonly coefficients: readonly number[];
  readonly is: "atLeast" | "equal";
  readonly than: number;
}

/** Minimise Σ objective · x; x is free but for the rows and `least`. */
export interface LinearProgram {
  readonly objective: readonly number[];
  readonly rows: readonly LinearRow[];
  /** The lower bound of each variable. */
  readonly least: readonly number[];
}

export interface LinearSolution {
  readonly x: readonly number[];
  /** What a row would save if it asked for less: above 0 only where it is met exactly. */
  readonly prices: readonly number[];
}

interface Solver {
  solve(
    text: string,
    options: { readonly output_flag: boolean },
  ): {
    readonly Status: string;
    readonly Columns: { readonly [name: string]: { readonly Primal: number } };
    readonly Rows: readonly { readonly Name?: string; readonly Dual: number }[];
  };
}

let loading: Promise<Solver> | undefined;

/** HiGHS, loaded when it is first needed; in a browser, highs.wasm lies beside the script. */
async function solver(): Promise<Solver> {
  loading ??= import("highs").then(({ default: load }) => (load as unknown as () => Promise<Solver>)());
  return await loading;
}

const term = (coefficient: number, k: number): string =>
  `${coefficient < 0 ? "-" : "+"} ${Math.abs(coefficient)} x${k}`;
const sum = (coefficients: readonly number[]): string =>
  coefficients.flatMap((coefficient, k) => (coefficient === 0 ? [] : [term(coefficient, k)])).join(" ");

/**
 * Solves a linear program.
 *
 * @throws {TawazunError} `linear/unsolved` if it has no solution.
 */
export async function solveLinear({ objective, rows, least }: LinearProgram): Promise<LinearSolution> {
  const text = [
    "Minimize",
    ` cost: ${sum(objective)}`,
    "Subject To",
    ...rows.map(
      (row, r) => ` r${r}: ${sum(row.coefficients)} ${row.is === "equal" ? "=" : ">="} ${row.than}`,
    ),
    "Bounds",
    ...least.map((bound, k) => (bound === Number.NEGATIVE_INFINITY ? ` x${k} free` : ` x${k} >= ${bound}`)),
    "End",
  ].join("\n");
  const { Status, Columns, Rows } = (await solver()).solve(text, { output_flag: false });
  if (Status !== "Optimal") {
    throw new TawazunError(
      "linear/unsolved",
      `The linear program was not solved; the solver says "${Status}".`,
    );
  }
  return {
    x: objective.map((_, k) => Columns[`x${k}`]?.Primal ?? Math.max(0, least[k])),
    prices: rows.map((_, r) => Rows[r]?.Dual ?? 0),
  };
}
