import * as z from "zod";
import { TawazunError } from "../../base/index.ts";
import type { EventFit } from "../../behave/index.ts";
import { type LearnedBehaviour, learnedFrom } from "../../simulate/index.ts";
import type { FittedModel } from "./fit-model.ts";

const FORMAT = "tawazun-fit/1";

const madeSchema = z.object({
  version: z.string(),
  command: z.string(),
  source: z.string(),
  caseId: z.string().optional(),
  caseHash: z.string().optional(),
  events: z.number(),
  actors: z.number(),
  first: z.string(),
  last: z.string(),
  prior: z.string(),
});

const priorSchema = z.object({ mean: z.number(), deviation: z.number().positive() });

const fitSchema = z.object({
  kind: z.enum(["rate", "rate-timed", "choice", "type", "coordination", "rem", "rem-timed", "rem-sampled"]),
  formula: z.string(),
  terms: z
    .array(
      z.object({
        name: z.string(),
        coefficient: z.number(),
        standardError: z.number().positive(),
        robustError: z.number().optional(),
      }),
    )
    .min(1),
  covariance: z.array(z.array(z.number())),
  logLikelihood: z.number(),
  nullLogLikelihood: z.number(),
  count: z.number(),
  events: z.number(),
  aic: z.number(),
  aicc: z.number().optional(),
  bic: z.number(),
  steps: z.number(),
  priors: z.array(priorSchema.nullable()),
});

const fileSchema = z.object({
  format: z.literal(FORMAT),
  made: madeSchema,
  models: z.array(fitSchema).min(1),
});

/** How a saved fit was made. */
export type Made = z.infer<typeof madeSchema>;

/** A fit read from a file. */
export interface SavedFit {
  readonly made: Made;
  readonly fits: readonly EventFit[];
}

/** The text of the file in which fits are kept: numbers in full, and how they were made. */
export function fitFile(models: readonly FittedModel[], made: Made): string {
  const fits = models.map(({ fit: { parts: _, ...fit }, dropped }) => ({
    ...fit,
    priors: fit.priors.map((prior) => prior ?? null),
    ...(dropped.length === 0 ? {} : { leftOut: dropped }),
  }));
  return `${JSON.stringify({ format: FORMAT, made, models: fits }, undefined, 2)}\n`;
}

/**
 * Reads a saved fit.
 *
 * @throws {TawazunError} `fit-file/json` for text that is not JSON, `fit-file/form` for JSON that is no fit,
 * with the place.
 */
export function readFit(file: string, text: string): SavedFit {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new TawazunError(
      "fit-file/json",
      `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}. A fit is written by tawazun fit … --save ${file}.`,
    );
  }
  const read = fileSchema.safeParse(data);
  if (!read.success) {
    const [{ path, message }] = read.error.issues;
    throw new TawazunError(
      "fit-file/form",
      `${file} is not a fit saved by tawazun fit: ${path.join(".") || "the whole"}: ${message}.`,
    );
  }
  const fits = read.data.models.map((fit): EventFit => {
    const { aicc, ...rest } = fit;
    if (
      fit.covariance.length !== fit.terms.length ||
      fit.covariance.some((row) => row.length !== fit.terms.length)
    ) {
      throw new TawazunError(
        "fit-file/form",
        `${file}: the covariance of the ${fit.kind} model is not ${fit.terms.length} by ${fit.terms.length}, one row and column a term.`,
      );
    }
    return {
      ...rest,
      ...(aicc === undefined ? {} : { aicc }),
      terms: fit.terms.map(({ robustError, ...term }) => ({
        ...term,
        ...(robustError === undefined ? {} : { robustError }),
      })),
      priors: fit.priors.map((prior) => prior ?? undefined),
    };
  });
  return { made: read.data.made, fits };
}

/** What a saved fit gives to the play, and a sentence that says so. */
export function learnedOf(
  file: string,
  { made, fits }: SavedFit,
  source: { readonly id: string; readonly hash: string },
  draws: boolean,
): { readonly learned: LearnedBehaviour; readonly says: string } {
  const learned = learnedFrom(fits, draws);
  const taken = learned.fits.flatMap(({ names }) => names.filter((name) => name !== undefined));
  const other =
    made.caseId === undefined
      ? ` It was made on events of no case (${made.source}).`
      : made.caseId !== source.id
        ? ` It was made on another case, ${made.caseId}.`
        : made.caseHash !== source.hash
          ? " The case has changed since the fit was made."
          : "";
  return {
    learned,
    says: `${taken.length} coefficients of behaviour are from ${file}, fitted to ${made.events} events from ${made.first} to ${made.last} with the prior "${made.prior}", ${draws ? "drawn around the estimates for each set of inputs" : "at their estimates"}; the memory's half-life is ${learned.halfLife} days; the rest are defaults.${other}`,
  };
}
