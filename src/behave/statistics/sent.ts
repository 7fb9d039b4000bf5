import type { Statistic } from "./statistic.ts";

/**
 * Decayed weight of all that an actor has done. Differs from a degree where a floor lets faded ties go: here the sum has the floor,
 * not each tie.
 */
export const sent: Statistic = {
  id: "sent",
  name: "Sent",
  says: "Whether those who did much lately act, or are chosen, sooner.",
  means: "decayed weight of all that an actor has done",
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
      tie(_which, i, _j, before, after, time) {
        if (floor > 0) {
          if (after < before) return;
          if (values[i] * factor(time) < floor) values[i] = 0;
        }
        values[i] += after - before;
        touch(i);
      },
    };
  },
};
