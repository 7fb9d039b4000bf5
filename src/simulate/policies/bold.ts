import type { Policy } from "./policy.ts";

/** A hawk: an uncertain gain is worth more than a sure one, by half its variance times the liking for risk. */
export const bold: Policy = {
  id: "bold",
  name: "bold (fond of risk)",
  formula: "habit + κ × (gain − price + aversion × risk / 2)",
  sources: [{ ref: "pratt1964" }],
  value: (option) =>
    option.habit + option.strategic * (option.gain - option.price + (option.aversion * option.risk) / 2),
};
