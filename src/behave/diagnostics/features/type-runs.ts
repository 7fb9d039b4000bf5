import { type Feature, hunter, part } from "./feature.ts";

/** part of the events of the same type as the last one between the two, of those that have one */
export const typeRuns: Feature = {
  id: "type_runs",
  name: "Types repeated",
  means: "part of the events of the same type as the last one between the two, of those that have one",
  sources: [hunter],
  typed: true,
  of({ n, sender, receiver, type = [] }) {
    const last = new Int32Array(n * n).fill(-1);
    let [all, alike] = [0, 0];
    for (let e = 0; e < type.length; e++) {
      const pair = Math.min(sender[e], receiver[e]) * n + Math.max(sender[e], receiver[e]);
      if (last[pair] >= 0) all += 1;
      if (last[pair] === type[e]) alike += 1;
      last[pair] = type[e];
    }
    return [["part", part(alike, all)]];
  },
};
