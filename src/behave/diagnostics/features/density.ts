import { type Feature, hunter, pairsInUse, part } from "./feature.ts";

/** part of the ordered pairs that occur at all */
export const density: Feature = {
  id: "density",
  name: "Pairs in use",
  means: "part of the ordered pairs that occur at all",
  sources: [hunter],
  of(stream) {
    const used = pairsInUse(stream).reduce((sum, one) => sum + one, 0);
    return [["part", part(used, stream.n * (stream.n - 1))]];
  },
};
