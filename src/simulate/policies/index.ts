import { anticipating } from "./anticipating.ts";
import { bold } from "./bold.ts";
import { cautious } from "./cautious.ts";
import { human } from "./human.ts";
import { learned } from "./learned.ts";
import type { Policy } from "./policy.ts";
import { random } from "./random.ts";
import { scripted } from "./scripted.ts";
import { strategic } from "./strategic.ts";

/** Every decision rule. */
export const policies: readonly Policy[] = [
  strategic,
  learned,
  random,
  anticipating,
  cautious,
  bold,
  scripted,
  human,
];

export type { OptionView, Policy } from "./policy.ts";
