import { type Feature, hunter, part } from "./feature.ts";

/** part of the events whose sender has acted toward that receiver before, and part that go where its last one went */
export const repeats: Feature = {
  id: "repeats",
  name: "Repeats",
  means:
    "part of the events whose sender has acted toward that receiver before, and part that go where its last one went",
  sources: [hunter],
  of({ n, sender, receiver }) {
    const seen = new Uint8Array(n * n);
    const last = new Int32Array(n).fill(-1);
    let [before, again] = [0, 0];
    for (let e = 0; e < sender.length; e++) {
      const [i, j] = [sender[e], receiver[e]];
      before += seen[i * n + j];
      if (last[i] === j) again += 1;
      seen[i * n + j] = 1;
      last[i] = j;
    }
    return [
      ["seen before", part(before, sender.length)],
      ["same as last", part(again, sender.length)],
    ];
  },
};
