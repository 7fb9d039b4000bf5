import type { Policy } from "./policy.ts";

/** Every legal option alike: the baseline of baselines. */
export const random: Policy = {
  id: "random",
  name: "random",
  sources: [],
  value: () => 0,
};
