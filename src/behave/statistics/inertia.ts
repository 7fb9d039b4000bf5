import { goldfish, present, type Statistic } from "./statistic.ts";

/** x(i, j): what i did to j before */
export const inertia: Statistic = {
  id: "inertia",
  name: "Inertia",
  says: "Whether an actor goes on with what it did to the same one before.",
  means: "x(i, j): what i did to j before",
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
