import { TawazunError } from "../../../base/index.ts";

/**
 * Solver of covering programs: minimise Σ weight · f, so that each row of pairs is covered: Σ f ≥ 1 over it, 0 ≤ f ≤ 1.
 * Made by {@link linearSolver}.
 */
export interface LinearSolver {
  /** A program over so many pairs; it is kept, and solved again from where it stood, until it is closed. */
  program(weights: Float64Array): CoveringProgram;
}

export interface CoveringProgram {
  /** Adds rows, each the pairs of one cycle; a pair may occur several times. */
  add(rows: readonly (readonly number[])[]): void;
  /** Solves it with parts of pairs allowed. */
  solve(): CoveringSolution;
  /** Solves it in whole pairs, as far as so many branches go. */
  solveWhole(branches: number): WholeSolution;
  close(): void;
}

export interface CoveringSolution {
  readonly f: Float64Array;
  /** The price of each row, in the order in which they were added: how much of its cycle a best packing takes. */
  readonly prices: Float64Array;
  readonly value: number;
}

export interface WholeSolution {
  readonly f: Float64Array;
  /** No cover in whole pairs weighs less. */
  readonly bound: number;
}

/** What is used of HiGHS; its own types describe far more. */
interface Model {
  readonly options: { set(values: { readonly [name: string]: boolean | number | string }): unknown };
  readonly info: { get(name: string): number | bigint };
  addRow(lower: number, upper: number, entries: { indices: Int32Array; values: Float64Array }): unknown;
  changeColsIntegrality(selection: { kind: "range"; from: number; to: number }, types: Int32Array): unknown;
  run(): unknown;
  getSolution(): { readonly colValue: Float64Array; readonly rowDual: Float64Array };
  getObjectiveValue(): number;
  getModelStatus(): number;
  dispose(): void;
}

interface Highs {
  createModel(source: unknown): Model;
}

let loading: Promise<Highs> | undefined;

/**
 * HiGHS as a solver for {@link frustration} and {@link blocs}: with it, networks that neither cycles nor elimination
 * settle are tackled by cuts and branches.
 *
 * @remarks Loaded when first asked for (3.5 MB of WebAssembly). Cuts are slower than all else, and used last.
 * @see Huangfu & Hall 2018, pp. 119–142.
 *
 * @example
 * ```ts
 * import { frustration, linearSolver, signedNetwork } from "tawazun/measure";
 * const network = signedNetwork([["a", "b", -1], ["b", "c", -1], ["a", "c", -1]]);
 * frustration(network, { linear: await linearSolver() }).value; //=> 1
 * ```
 */
export async function linearSolver(): Promise<LinearSolver> {
  loading ??= import("highs").then(({ default: load }) => (load as unknown as () => Promise<Highs>)());
  const highs = await loading;
  return { program: (weights) => coveringProgram(highs, weights) };
}

function coveringProgram(highs: Highs, weights: Float64Array): CoveringProgram {
  const columns = weights.length;
  const model = highs.createModel({
    numCols: columns,
    numRows: 0,
    colCost: weights,
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(1),
    rowLower: new Float64Array(0),
    rowUpper: new Float64Array(0),
    matrix: {
      format: "csc",
      numRows: 0,
      numCols: columns,
      starts: new Int32Array(columns + 1),
      indices: new Int32Array(0),
      values: new Float64Array(0),
    },
  });
  model.options.set({ output_flag: false, random_seed: 0 });
  const run = (kind: 0 | 1): void => {
    model.changeColsIntegrality(
      { kind: "range", from: 0, to: columns - 1 },
      new Int32Array(columns).fill(kind),
    );
    model.run();
    // 7: optimal; 13, 14 and 16: a limit was reached.
    if (![7, 13, 14, 16].includes(model.getModelStatus())) {
      throw new TawazunError("linear/unsolved", `HiGHS ended with status ${model.getModelStatus()}.`);
    }
  };
  return {
    add(rows) {
      for (const row of rows) {
        const count = new Map<number, number>();
        for (const pair of row) count.set(pair, (count.get(pair) ?? 0) + 1);
        model.addRow(1, Number.POSITIVE_INFINITY, {
          indices: Int32Array.from(count.keys()),
          values: Float64Array.from(count.values()),
        });
      }
    },
    solve() {
      run(0);
      const { colValue, rowDual } = model.getSolution();
      return { f: colValue, prices: rowDual, value: model.getObjectiveValue() };
    },
    solveWhole(branches) {
      model.options.set({ mip_max_nodes: branches });
      run(1);
      return { f: model.getSolution().colValue, bound: Number(model.info.get("mip_dual_bound")) };
    },
    close: () => model.dispose(),
  };
}
