import { type Feature, hunter, part } from "./feature.ts";

/** part of the events that go back to whoever acted toward the sender last, and part that answer the event just before */
export const answers: Feature = {
  id: "answers",
  name: "Answers",
  means:
    "part of the events that go back to whoever acted toward the sender last, and part that answer the event just before",
  sources: [hunter, { ref: "butts2008", at: "participation shifts" }],
  of({ n, sender, receiver }) {
    const last = new Int32Array(n).fill(-1);
    let [back, next] = [0, 0];
    for (let e = 0; e < sender.length; e++) {
      const [i, j] = [sender[e], receiver[e]];
      if (last[i] === j) back += 1;
      if (e > 0 && sender[e - 1] === j && receiver[e - 1] === i) next += 1;
      last[j] = i;
    }
    return [
      ["to the last one", part(back, sender.length)],
      ["at once", part(next, sender.length)],
    ];
  },
};
