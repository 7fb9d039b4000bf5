import { type Feature, hunter, pairsInUse, part } from "./feature.ts";

/** part of the two-paths i → k → j of pairs in use for which i → j is in use */
export const triangles: Feature = {
  id: "triangles",
  name: "Closed triangles",
  means: "part of the two-paths i → k → j of pairs in use for which i → j is in use",
  sources: [hunter],
  of(stream) {
    const { n } = stream;
    const used = pairsInUse(stream);
    let [paths, closed] = [0, 0];
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < n; k++) {
        if (used[i * n + k] === 0) continue;
        for (let j = 0; j < n; j++) {
          if (j === i || used[k * n + j] === 0) continue;
          paths += 1;
          closed += used[i * n + j];
        }
      }
    }
    return [["part", part(closed, paths)]];
  },
};
