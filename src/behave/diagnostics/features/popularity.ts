import { type Feature, fiveNumbers, hunter } from "./feature.ts";

/** events received by each actor */
export const popularity: Feature = {
  id: "popularity",
  name: "Popularity",
  means: "events received by each actor",
  sources: [hunter],
  of({ n, receiver }) {
    const counts = new Array<number>(n).fill(0);
    for (let e = 0; e < receiver.length; e++) counts[receiver[e]] += 1;
    return fiveNumbers(counts);
  },
};
