import * as z from "zod";
import { type StudySize, studyDefaults } from "../study.ts";

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
    .max(240)
    .default(studyDefaults.months)
    .meta({ description: "calendar months of each future, the first being that of the as-of date" }),
  workers: z.coerce.number().int().min(0).max(256).default(0).meta({
    description: "worker threads; 0: as many as the machine can run at once; 1: none, all in this process",
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
  };
}
