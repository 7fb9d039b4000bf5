import type { Policy } from "./policy.ts";

/** The event model alone: habit without regard to gain. */
export const learned: Policy = {
  id: "learned",
  name: "learned (the event model alone)",
  formula: "habit",
  sources: [{ ref: "stadtfeld2017" }],
  value: (option) => option.habit,
};
