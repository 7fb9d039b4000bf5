import { goldfish, present, type Statistic } from "./statistic.ts";

/** x(j, i): what j did to i before */
export const reciprocity: Statistic = {
  id: "recip",
  name: "Reciprocity",
  says: "Whether deeds are answered.",
  means: "x(j, i): what j did to i before",
  sources: [goldfish],
  networks: 1,
  attributes: 0,
  level: "pair",
  scales: (weighted) => weighted,
  start({ n, weighted, touch }) {
    const values = new Float64Array(n * n);
    return {
      values,
      tie(_which, i, j, _before, after) {
        const cell = j * n + i;
        values[cell] = weighted ? after : present(after);
        touch(cell);
      },
    };
  },
};
