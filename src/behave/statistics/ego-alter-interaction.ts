import { goldfish, type Statistic } from "./statistic.ts";

/** z(i) · u(j) */
export const egoAlterInteraction: Statistic = {
  id: "ego_alter_interaction",
  name: "Sender by receiver attribute",
  says: "Whether an attribute of the sender goes with another of the receiver.",
  means: "z(i) · u(j)",
  sources: [goldfish],
  networks: 0,
  attributes: 2,
  level: "pair",
  scales: () => false,
  start({ n, traits: [z, u], touch }) {
    const values = new Float64Array(n * n);
    const set = (i: number, j: number): void => {
      if (i === j) return;
      values[i * n + j] = z[i] * u[j];
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
