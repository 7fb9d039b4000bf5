import * as z from "zod";
import shipped from "../../../docs/backtests.json" with { type: "json" };
import { TawazunError } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import type { Scenario } from "../../simulate/index.ts";
import { learnedOf, readFit } from "../fit/fit-file.ts";
import { readRecord, type Trust, trustIn } from "../report/trust.ts";
import { type PlayedBehaviour, type StudySize, studyDefaults, violenceOf } from "../study.ts";
import type { Lent } from "../verb.ts";
import { POLICY_IDS, readPolicies } from "./policy-flag.ts";

/** Whence the coefficients of behaviour come, for the verbs that can be told. */
export const fitOptions = {
  fit: z.string().optional().meta({
    description: "file saved by tawazun fit, whose coefficients of behaviour take the place of the defaults",
  }),
  fitDraws: z.boolean().default(false).meta({
    description:
      "with --fit: draw them around the estimates for each set of inputs, as uncertain as they are",
  }),
};

/** Where it stands what answers on other cases were worth, for the verbs that can be told. */
export const recordOption = {
  record: z.string().default("shipped").meta({
    description:
      "what forecasts on other cases were worth, to say how far to trust the answers: a file as printed by tawazun backtest --json, shipped (that of this version), or none",
  }),
};

/** How far to trust answers to a case: nothing where nothing is asked, or where the shipped record is of other rules of play. */
export async function trustOf(
  lent: Lent,
  { head, questions }: Case,
  options: { readonly record: string; readonly policy: string; readonly fit?: string | undefined },
): Promise<Trust | undefined> {
  const { record } = options;
  if (record === "none") return undefined;
  const own = { id: head.id, questions: questions.map(({ id }) => id) };
  if (record !== "shipped") return trustIn(readRecord(record, await lent.readText(record)), own, record);
  return options.policy === sizeOptions.shape.policy.def.defaultValue && options.fit === undefined
    ? trustIn(shipped, own, "the shipped record")
    : undefined;
}

/** The flag that names a record of one's own, for a command that is written down. */
export function recordFlag({ record }: { readonly record: string }): string {
  return record === "shipped" ? "" : ` --record ${record}`;
}

/** Options of every verb that plays futures. */
export const sizeOptions = z.object({
  seed: z.string().default(studyDefaults.seed).meta({ description: "text from which all chance follows" }),
  runs: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(studyDefaults.runs)
    .meta({ description: "futures to play" }),
  months: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_200)
    .default(studyDefaults.months)
    .meta({ description: "calendar months of each future, the first being that of the as-of date" }),
  workers: z.coerce.number().int().min(0).max(256).default(0).meta({
    description: "worker threads; 0: as many as the machine can run at once; 1: none, all in this process",
  }),
  policy: z
    .string()
    .default("strategic")
    .meta({
      description: `how actors decide: for all, or ACTOR=bold,OTHER=cautious (${POLICY_IDS.join(", ")})`,
    }),
});

/** The size of a study from those options; the parts that nobody sets follow from the number of runs. */
export function sizeOf(options: z.infer<typeof sizeOptions>): StudySize {
  return {
    seed: options.seed,
    runs: options.runs,
    months: options.months,
    farRuns: Math.min(studyDefaults.farRuns, options.runs),
    pairs: Math.min(studyDefaults.pairs, options.runs),
    ...readPolicies(options.policy),
  };
}

/** The case played as it is, as those options have it. */
export function scenarioOf(
  source: Case,
  { seed, months, policy }: Pick<z.infer<typeof sizeOptions>, "seed" | "months" | "policy">,
  behaviour: PlayedBehaviour | undefined,
): Scenario {
  return {
    seed,
    months,
    ...readPolicies(policy),
    interventions: [],
    violence: violenceOf(source)?.model,
    ...(behaviour === undefined ? {} : { behaviour: behaviour.learned }),
  };
}

/** What was given for {@link fitOptions}. */
interface FitGiven {
  readonly fit?: string | undefined;
  readonly fitDraws: boolean;
}

/**
 * The coefficients of behaviour that those options name; nothing for the defaults.
 *
 * @throws {TawazunError} `fit-file/…` and `learned/…`, `fit-file/none` for draws around nothing.
 */
export async function behaviourOf(
  lent: Lent,
  source: Case,
  { fit, fitDraws }: FitGiven,
): Promise<PlayedBehaviour | undefined> {
  if (fit !== undefined) {
    const saved = readFit(fit, await lent.readText(fit));
    return learnedOf(fit, saved, { id: source.head.id, hash: source.hash }, fitDraws);
  }
  if (!fitDraws) return undefined;
  throw new TawazunError("fit-file/none", "--fit-draws needs a fit to draw around: give --fit FILE.json.");
}

/** The flags that name them, as they are repeated in the command that makes a report again. */
export function behaviourFlags({ fit, fitDraws }: FitGiven): string {
  return fit === undefined ? "" : ` --fit ${fit}${fitDraws ? " --fit-draws" : ""}`;
}

/** The flag that names decision rules, as it is repeated in the command that makes a report again. */
export function policyFlag({ policy }: Pick<z.infer<typeof sizeOptions>, "policy">): string {
  return policy === "strategic" ? "" : ` --policy ${policy}`;
}
