import type { Statistic } from "./statistic.ts";

/**
 * Decayed weight of all that was done to an actor. Differs from a degree where a floor lets faded ties go: here the sum has the floor,
 * not each tie.
 */
export const received: Statistic = {
  id: "received",
  name: "Received",
  says: "Whether those to whom much was done lately act, or are chosen, sooner.",
  means: "decayed weight of all that was done to an actor",
  sources: [{ ref: "brandes2009" }],
  networks: 1,
  attributes: 0,
  level: "actor",
  scales: () => true,
  shown: (held, _time, floor) => (held < floor ? 0 : held),
  start({ n, factor, floor, touch }) {
    const values = new Float64Array(n);
    return {
      values,
      tie(_which, _i, j, before, after, time) {
        if (floor > 0) {
          if (after < before) return;
          if (values[j] * factor(time) < floor) values[j] = 0;
        }
        values[j] += after - before;
        touch(j);
      },
    };
  },
};
