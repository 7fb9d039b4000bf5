import { type Feature, hunter, part } from "./feature.ts";

/** part of the events that go against the last one between the two */
export const answers: Feature = {
  id: "answers",
  name: "Answers",
  means: "part of the events that go against the last one between the two",
  sources: [hunter],
  of({ n, sender, receiver }) {
    // 1 if the last event between the two went from i to j.
    const last = new Uint8Array(n * n);
    let answered = 0;
    for (let e = 0; e < sender.length; e++) {
      const [i, j] = [sender[e], receiver[e]];
      answered += last[j * n + i];
      last[i * n + j] = 1;
      last[j * n + i] = 0;
    }
    return [["part", part(answered, sender.length)]];
  },
};
