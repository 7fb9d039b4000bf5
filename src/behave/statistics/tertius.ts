import { goldfish, type Setting, type Statistic } from "./statistic.ts";

/** Mean of an attribute over the in-neighbours of each actor, kept up to date. */
export interface NeighbourMeans {
  readonly means: Float64Array;
  /** Works out all means anew; calls `changed` for each that is another than before. */
  renew(changed: (actor: number) => void): void;
}

/** Where an actor has no in-neighbour, the mean of the means that there are; 0 if there are none. */
export function neighbourMeans({ n, ties: [x], traits: [z] }: Setting): NeighbourMeans {
  const means = new Float64Array(n);
  const fresh = new Float64Array(n);
  return {
    means,
    renew(changed) {
      let sum = 0;
      let defined = 0;
      for (let j = 0; j < n; j++) {
        let total = 0;
        let count = 0;
        for (let k = 0; k < n; k++) {
          if (k === j || !(x[k * n + j] > 0)) continue;
          total += z[k];
          count += 1;
        }
        fresh[j] = count === 0 ? Number.NaN : total / count;
        if (count > 0) {
          sum += fresh[j];
          defined += 1;
        }
      }
      for (let j = 0; j < n; j++) {
        const mean = Number.isNaN(fresh[j]) ? (defined === 0 ? 0 : sum / defined) : fresh[j];
        if (mean === means[j]) continue;
        means[j] = mean;
        changed(j);
      }
    },
  };
}

/** Mean of z over the in-neighbours of an actor. */
export const tertius: Statistic = {
  id: "tertius",
  name: "Company",
  says: "Whether it matters who else acted toward the one that is chosen.",
  means: "mean of z(k) over k with x(k, j) > 0; where there is none, the mean of these means",
  sources: [goldfish],
  networks: 1,
  attributes: 1,
  level: "actor",
  scales: () => false,
  start(setting) {
    const { means, renew } = neighbourMeans(setting);
    renew(() => {});
    return { values: means, tie: () => renew(setting.touch), trait: () => renew(setting.touch) };
  },
};
