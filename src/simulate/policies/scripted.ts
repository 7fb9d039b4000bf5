import type { Policy } from "./policy.ts";
import { strategic } from "./strategic.ts";

/** No move of its own: only what the scenario's forced moves say, on their days. */
export const scripted: Policy = {
  id: "scripted",
  name: "scripted (forced moves alone)",
  formula: "none: what is forced is done, of several ways the one of most value",
  sources: [],
  value: strategic.value,
  waits: true,
};
