import type { Policy } from "./policy.ts";

/** A dove: an uncertain gain is worth less than a sure one, by half its variance times the aversion to risk. */
export const cautious: Policy = {
  id: "cautious",
  name: "cautious (averse to risk)",
  formula: "habit + κ × (gain − price − aversion × risk / 2)",
  sources: [{ ref: "pratt1964" }],
  value: (option) =>
    option.habit + option.strategic * (option.gain - option.price - (option.aversion * option.risk) / 2),
};
