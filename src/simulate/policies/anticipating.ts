import type { Policy } from "./policy.ts";
import { strategic } from "./strategic.ts";

/**
 * Level-k with k = 2: like `strategic`, but the gain of the few options that look best includes what the
 * target, itself strategic, is likely to answer.
 */
export const anticipating: Policy = {
  id: "anticipating",
  name: "anticipating (level-k)",
  formula: "habit + κ × (gain + expected answer of the target − price)",
  sources: [{ ref: "camerer2004" }],
  value: strategic.value,
  foresight: 3,
};
