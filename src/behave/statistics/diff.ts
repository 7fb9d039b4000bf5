import { goldfish, type Statistic } from "./statistic.ts";

/** |z(i) − z(j)| */
export const different: Statistic = {
  id: "diff",
  name: "Difference",
  says: "Whether unlike actors, by an attribute, deal with each other.",
  means: "|z(i) − z(j)|",
  sources: [goldfish],
  networks: 0,
  attributes: 1,
  level: "pair",
  scales: () => false,
  start({ n, traits: [z], touch }) {
    const values = new Float64Array(n * n);
    const set = (i: number, j: number): void => {
      if (i === j) return;
      values[i * n + j] = Math.abs(z[i] - z[j]);
      touch(i * n + j);
    };
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) set(i, j);
    return {
      values,
      trait(_which, actor) {
        for (let o = 0; o < n; o++) {
          set(actor, o);
          set(o, actor);
        }
      },
    };
  },
};
