import type { Policy } from "./policy.ts";

/** Every legal option alike: the baseline of baselines. */
export const random: Policy = {
  id: "random",
  name: "random",
  formula: "0",
  sources: [],
  value: () => 0,
};
