import { goldfish, present, type Statistic } from "./statistic.ts";

/** Σₖ Σₗ [x(i, k) > 0] [x(l, k) > 0] [x(l, j) > 0]: three-paths i → k ← l → j */
export const four: Statistic = {
  id: "four",
  name: "Four-cycle",
  says: "Whether those with one common target get further ones in common.",
  means: "Σₖ Σₗ [x(i, k) > 0] [x(l, k) > 0] [x(l, j) > 0]: three-paths i → k ← l → j",
  sources: [goldfish],
  networks: 1,
  attributes: 0,
  level: "pair",
  scales: () => false,
  start({ n, ties: [x], touch }) {
    const values = new Float64Array(n * n);
    const add = (cell: number, change: number): void => {
      values[cell] += change;
      touch(cell);
    };
    return {
      values,
      tie(_which, a, b, before, after) {
        const change = present(after) - present(before);
        if (change === 0) return;
        for (let o = 0; o < n; o++) {
          if (o === a || o === b) continue;
          // First leg: i = a, k = b, l = o.
          if (x[o * n + b] > 0) {
            for (let j = 0; j < n; j++) {
              if (j !== a && j !== b && j !== o && x[o * n + j] > 0) add(a * n + j, change);
            }
          }
          // Third leg: l = a, j = b, k = o.
          if (x[a * n + o] > 0) {
            for (let i = 0; i < n; i++) {
              if (i !== a && i !== b && i !== o && x[i * n + o] > 0) add(i * n + b, change);
            }
          }
          // Middle leg: l = a, k = b, i = o.
          if (x[o * n + b] > 0) {
            for (let j = 0; j < n; j++) {
              if (j !== a && j !== b && j !== o && x[a * n + j] > 0) add(o * n + j, change);
            }
          }
        }
      },
    };
  },
};
