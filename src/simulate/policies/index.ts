import { learned } from "./learned.ts";
import type { Policy } from "./policy.ts";
import { random } from "./random.ts";
import { strategic } from "./strategic.ts";

/** Every decision rule. */
export const policies: readonly Policy[] = [strategic, learned, random];

export type { OptionView, Policy } from "./policy.ts";
