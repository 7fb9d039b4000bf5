import { goldfish, present, type Statistic } from "./statistic.ts";

/** Σₖ x(k, ·): how much, or by how many, an actor was acted upon */
export const indegree: Statistic = {
  id: "indeg",
  name: "Indegree",
  says: "Whether those toward whom much was done draw more of it.",
  means: "Σₖ x(k, ·): how much, or by how many, an actor was acted upon",
  sources: [goldfish],
  networks: 1,
  attributes: 0,
  level: "actor",
  scales: (weighted) => weighted,
  start({ n, weighted, touch }) {
    const values = new Float64Array(n);
    return {
      values,
      tie(_which, _i, j, before, after) {
        const change = weighted ? after - before : present(after) - present(before);
        if (change === 0) return;
        values[j] += change;
        touch(j);
      },
    };
  },
};
