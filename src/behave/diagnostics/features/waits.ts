import { type Feature, fiveNumbers, hunter } from "./feature.ts";

/** times between one event and the next */
export const waits: Feature = {
  id: "waits",
  name: "Waiting times",
  means: "times between one event and the next",
  sources: [hunter],
  timed: true,
  of({ time }) {
    const gaps: number[] = [];
    for (let e = 1; e < time.length; e++) gaps.push(time[e] - time[e - 1]);
    return fiveNumbers(gaps);
  },
};
