import { present, type Statistic } from "./statistic.ts";

/** Σₖ x(k, i) where y(i, j) > 0, else 0: what i met on the first front, toward those it has acted upon on the second */
export const frontCoupling: Statistic = {
  id: "front_coupling",
  name: "Front coupling",
  says: "Whether what an actor meets on one front shows in what it does on another.",
  means:
    "Σₖ x(k, i) where y(i, j) > 0, else 0: what i met on the first front, toward those it has acted upon on the second",
  sources: [{ ref: "putnam1988" }],
  networks: 2,
  attributes: 0,
  level: "pair",
  scales: (weighted) => weighted,
  start({ n, ties: [, y], weighted, touch }) {
    const values = new Float64Array(n * n);
    const met = new Float64Array(n);
    return {
      values,
      kept: [met],
      tie(which, a, b, before, after) {
        const change = which === 0 && weighted ? after - before : present(after) - present(before);
        if (change === 0) return;
        if (which === 1) {
          values[a * n + b] = change > 0 ? met[a] : 0;
          touch(a * n + b);
          return;
        }
        met[b] += change;
        for (let j = 0; j < n; j++) {
          if (!(y[b * n + j] > 0)) continue;
          values[b * n + j] = met[b];
          touch(b * n + j);
        }
      },
    };
  },
};
