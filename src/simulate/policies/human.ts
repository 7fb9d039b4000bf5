import type { Policy } from "./policy.ts";
import { strategic } from "./strategic.ts";

/** Somebody sits in the actor's seat and is asked, each time its clock rings, which option to take or none. */
export const human: Policy = {
  id: "human",
  name: "human (asked at each turn)",
  formula: "shown as strategic would value it; the person chooses",
  sources: [],
  value: strategic.value,
  asks: true,
  bounded: true,
};
