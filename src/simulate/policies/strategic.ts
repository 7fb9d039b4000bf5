import type { Policy } from "./policy.ts";

/** Quantal response: habit, and expected gain less price, as strongly as the actor is strategic. */
export const strategic: Policy = {
  id: "strategic",
  name: "strategic (quantal response)",
  formula: "habit + κ × (gain − price)",
  sources: [{ ref: "mckelvey1995" }],
  value: (option) => option.habit + option.strategic * (option.gain - option.price),
  bounded: true,
};
