import { type Feature, hunter, pairsInUse, part } from "./feature.ts";

/** part of the ordered pairs in use whose opposite is in use too */
export const reciprocated: Feature = {
  id: "reciprocated",
  name: "Reciprocated pairs",
  means: "part of the ordered pairs in use whose opposite is in use too",
  sources: [hunter],
  of(stream) {
    const { n } = stream;
    const used = pairsInUse(stream);
    let [all, mutual] = [0, 0];
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        all += used[i * n + j];
        mutual += used[i * n + j] * used[j * n + i];
      }
    }
    return [["part", part(mutual, all)]];
  },
};
