import type { Statistic } from "./statistic.ts";

/** 1 / (1 + time since i last acted toward j), 0 if never */
export const recency: Statistic = {
  id: "recency",
  name: "Recency",
  says: "Whether the latest partner is the next.",
  means: "1 / (1 + time since i last acted toward j), 0 if never",
  sources: [{ ref: "butts2008" }],
  networks: 1,
  attributes: 0,
  level: "pair",
  scales: () => false,
  ages: true,
  shown: (last, time) => 1 / (1 + time - last),
  start({ n, touch }) {
    const values = new Float64Array(n * n).fill(Number.NEGATIVE_INFINITY);
    return {
      values,
      tie(_which, i, j, _before, _after, time) {
        values[i * n + j] = time;
        touch(i * n + j);
      },
    };
  },
};
