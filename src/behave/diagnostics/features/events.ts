import { type Feature, hunter } from "./feature.ts";

/** how many events there are */
export const eventCount: Feature = {
  id: "events",
  name: "Events",
  means: "how many events there are",
  sources: [hunter],
  timed: true,
  of({ time }) {
    return [["events", time.length]];
  },
};
