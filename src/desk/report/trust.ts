import * as z from "zod";
import { TawazunError } from "../../base/index.ts";
import { type Judged, type Recalibration, recalibrated, recalibration } from "../../forecast/index.ts";
import { number, plural } from "../../show/index.ts";

/** How far to trust the answers to a case, by what such answers were worth on others. */
export interface Trust {
  readonly recalibration: Recalibration;
  /** A sentence: on how much it rests, and which way it moves answers. */
  readonly says: string;
}

/** What is read of a record: what `tawazun backtest --json` prints, as far as it is needed. */
const recordSchema = z.object({
  cases: z.array(
    z.object({
      id: z.string(),
      answers: z.array(
        z.object({
          question: z.string().optional(),
          forecast: z.number().min(0).max(1),
          outcome: z.boolean(),
          /** The case's own probabilities decided it: it says nothing of the engine. */
          outside: z.boolean().optional(),
        }),
      ),
    }),
  ),
});

export type ForecastRecord = z.infer<typeof recordSchema>;

/**
 * Reads how forecasts on cases turned out.
 *
 * @throws {TawazunError} `record/json`, `record/form`.
 */
export function readRecord(file: string, text: string): ForecastRecord {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw new TawazunError(
      "record/json",
      `${file} is not JSON: ${error instanceof Error ? error.message : String(error)}. A record is what tawazun backtest --json prints.`,
    );
  }
  const read = recordSchema.safeParse(data);
  if (read.success) return read.data;
  const [{ path, message }] = read.error.issues;
  throw new TawazunError(
    "record/form",
    `${file} is no record of tawazun backtest --json: ${path.join(".") || "the whole"}: ${message}.`,
  );
}

/** A case by its id and those of its questions. */
export interface OwnQuestions {
  readonly id: string;
  readonly questions: readonly string[];
}

/**
 * What a record says of how far to trust the answers to a case.
 *
 * @param own that case: what the record holds of it, or of a case half of whose questions are its own, such as one that
 * it is a copy of, is left out, so that no case helps to foretell itself.
 * @param name of the record, for a refusal.
 * @throws {TawazunError} `record/empty`.
 */
export function trustIn(record: ForecastRecord, own: OwnQuestions, name: string): Trust {
  const others = record.cases.filter((one) => !isOf(one, own));
  const answers = others.flatMap((other) => other.answers.filter(({ outside }) => outside !== true));
  if (answers.length === 0)
    throw new TawazunError(
      "record/empty",
      `${name} holds no forecast on another case than ${own.id}; a case cannot say how far to trust itself.`,
    );
  const known: readonly Judged[] = answers.map(({ forecast, outcome }) => ({
    probability: forecast,
    outcome,
  }));
  const learned = recalibration(known);
  return { recalibration: learned, says: inWords(learned, others.length) };
}

function isOf({ id, answers }: ForecastRecord["cases"][number], own: OwnQuestions): boolean {
  const shared = answers.filter(({ question = "" }) => own.questions.includes(question)).length;
  return id === own.id || (shared > 0 && 2 * shared >= answers.length);
}

/** A forecast as the record says that it should be taken; one that the case's own probabilities decide stays as it is. */
export function trusted(forecast: number, outside: boolean, trust: Trust): number {
  return outside ? forecast : recalibrated(forecast, trust.recalibration);
}

function inWords(learned: Recalibration, cases: number): string {
  const sure = recalibrated(0.95, learned);
  const unsure = recalibrated(0.05, learned);
  return `Corrected: as answers of this engine turned out on ${plural(learned.questions, "question")} of ${plural(cases, "other case")}, one of 95 per cent is worth ${number(100 * sure, 0)}, one of 5 per cent ${number(100 * unsure, 0)} (slope ${number(learned.slope, 2)} on log-odds).`;
}
