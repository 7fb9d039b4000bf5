import { goldfish, present, type Statistic } from "./statistic.ts";

/** x(i, j) in another network */
export const tie: Statistic = {
  id: "tie",
  name: "Tie",
  says: "Whether a tie of another kind goes before the deed.",
  means: "x(i, j) in another network",
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
        const cell = i * n + j;
        values[cell] = weighted ? after : present(after);
        touch(cell);
      },
    };
  },
};
