import { goldfish, present, type Statistic } from "./statistic.ts";

/** Σₖ Σₘ [x(i, k) > 0] [x(k, m) > 0] [x(i, m) > 0]: transitive triads that start at an actor */
export const nodeTransitivity: Statistic = {
  id: "node_trans",
  name: "Transitivity around an actor",
  says: "Whether actors in closed circles act sooner.",
  means: "Σₖ Σₘ [x(i, k) > 0] [x(k, m) > 0] [x(i, m) > 0]: transitive triads that start at an actor",
  sources: [goldfish],
  networks: 1,
  attributes: 0,
  level: "actor",
  scales: () => false,
  start({ n, ties: [x], touch }) {
    const values = new Float64Array(n);
    return {
      values,
      tie(_which, a, b, before, after) {
        const change = present(after) - present(before);
        if (change === 0) return;
        for (let o = 0; o < n; o++) {
          if (o === a || o === b) continue;
          // a → b → o with a → o; a → o → b with a → b; o → a → b with o → b.
          if (x[b * n + o] > 0 && x[a * n + o] > 0) values[a] += change;
          if (x[a * n + o] > 0 && x[o * n + b] > 0) values[a] += change;
          if (x[o * n + a] > 0 && x[o * n + b] > 0) {
            values[o] += change;
            touch(o);
          }
        }
        touch(a);
      },
    };
  },
};
