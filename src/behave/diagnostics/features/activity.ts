import { type Feature, fiveNumbers, hunter } from "./feature.ts";

/** events sent by each actor */
export const activity: Feature = {
  id: "activity",
  name: "Activity",
  means: "events sent by each actor",
  sources: [hunter],
  of({ n, sender }) {
    const counts = new Array<number>(n).fill(0);
    for (let e = 0; e < sender.length; e++) counts[sender[e]] += 1;
    return fiveNumbers(counts);
  },
};
