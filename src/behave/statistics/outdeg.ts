import { goldfish, present, type Statistic } from "./statistic.ts";

/** Σₖ x(·, k): how much, or toward how many, an actor has acted */
export const outdegree: Statistic = {
  id: "outdeg",
  name: "Outdegree",
  says: "Whether those who have acted much act more.",
  means: "Σₖ x(·, k): how much, or toward how many, an actor has acted",
  sources: [goldfish],
  networks: 1,
  attributes: 0,
  level: "actor",
  scales: (weighted) => weighted,
  start({ n, weighted, touch }) {
    const values = new Float64Array(n);
    return {
      values,
      tie(_which, i, _j, before, after) {
        const change = weighted ? after - before : present(after) - present(before);
        if (change === 0) return;
        values[i] += change;
        touch(i);
      },
    };
  },
};
