import { goldfish, type Statistic } from "./statistic.ts";
import { neighbourMeans } from "./tertius.ts";

/** How far the sender is from the company that the receiver keeps. */
export const tertiusDifference: Statistic = {
  id: "tertius_diff",
  name: "Distance to company",
  says: "Whether it matters how unlike the others are who chose the same one.",
  means: "|z(i) − mean of z(k) over k with x(k, j) > 0|",
  sources: [goldfish],
  networks: 1,
  attributes: 1,
  level: "pair",
  scales: () => false,
  start(setting) {
    const {
      n,
      traits: [z],
      touch,
    } = setting;
    const values = new Float64Array(n * n);
    const { means, renew } = neighbourMeans(setting);
    const set = (i: number, j: number): void => {
      if (i === j) return;
      values[i * n + j] = Math.abs(z[i] - means[j]);
      touch(i * n + j);
    };
    const column = (j: number): void => {
      for (let i = 0; i < n; i++) set(i, j);
    };
    renew(() => {});
    for (let j = 0; j < n; j++) column(j);
    return {
      values,
      tie: () => renew(column),
      trait(_which, actor) {
        renew(column);
        for (let j = 0; j < n; j++) set(actor, j);
      },
    };
  },
};
