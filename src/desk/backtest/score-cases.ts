import { mode } from "../../base/index.ts";
import {
  decompose,
  type Judged,
  type Recalibration,
  recalibrated,
  recalibration,
  scorecard,
} from "../../forecast/index.ts";
import { type Judging, persistenceOf } from "../report/judging.ts";

/** A case that was played and judged. */
export interface BacktestedCase {
  readonly id: string;
  readonly judging: Judging;
  readonly runs: number;
  /** What its futures draw their violence from, by name. */
  readonly violence?: string | undefined;
}

/** How one forecaster did on the questions of a case, or of all. */
export interface BacktestScore {
  /** Id of the case, or `all`. */
  readonly case: string;
  readonly forecaster: string;
  readonly questions: number;
  readonly brier: number;
  readonly reliability: number;
  readonly resolution: number;
  readonly uncertainty: number;
  readonly log: number;
  /** 1 − Brier / ¼: above 0 is better than always one half. */
  readonly skill: number;
  /** Brier score of the model on the same questions. */
  readonly model: number;
}

/** A question with what each forecaster said of it. */
interface Entry {
  readonly case: string;
  readonly outcome: boolean;
  readonly says: { readonly [forecaster: string]: number | undefined };
}

/** The model's forecasts as its record on other cases says that they should be taken. */
const CORRECTED = "This model, corrected by the other cases";

const forecasters = [
  "This model",
  CORRECTED,
  "Always one half",
  "Base rate of the other cases",
  "Persistence",
  "The text's own words as odds",
] as const;

/**
 * Scores of cases, each and together, beside plain baselines on the same questions.
 *
 * @remarks The model is corrected by how sure it was of the *other* cases, and right. The base rate is the part of yes among the outcomes of the *other* cases, so that no case helps to foretell
 * itself; a single case has none. Murphy's decomposition is by five bins: the Brier score is reliability − resolution +
 * uncertainty but for the spread within bins.
 */
export function scoreCases(cases: readonly BacktestedCase[]): readonly BacktestScore[] {
  const entries = cases.flatMap(({ id, judging }) =>
    entriesOf(id, judging, baseRate(cases, id), correctionOf(cases, id)),
  );
  const groups = [...cases.map(({ id }) => id), ...(cases.length > 1 ? ["all"] : [])];
  return groups.flatMap((group) => {
    const own = group === "all" ? entries : entries.filter((entry) => entry.case === group);
    return forecasters.flatMap((forecaster) => {
      const card = scoreOf(group, forecaster, own);
      return card === undefined ? [] : [card];
    });
  });
}

function baseRate(cases: readonly BacktestedCase[], but: string): number | undefined {
  const outcomes = cases.filter(({ id }) => id !== but).flatMap(({ judging }) => judging.judged);
  if (outcomes.length === 0) return undefined;
  return outcomes.filter(({ outcome }) => outcome.outcome).length / outcomes.length;
}

/** What the forecasts of all cases but one say of how far to trust the model; nothing where there are none. */
function correctionOf(cases: readonly BacktestedCase[], but: string): Recalibration | undefined {
  const record = cases
    .filter(({ id }) => id !== but)
    .flatMap(({ judging }) => judging.judged.filter(({ outside }) => !outside))
    .map(({ answer, outcome }) => ({ probability: answer.forecast, outcome: outcome.outcome }));
  return record.length === 0 ? undefined : recalibration(record);
}

function entriesOf(
  id: string,
  { judged }: Judging,
  base: number | undefined,
  correction: Recalibration | undefined,
): readonly Entry[] {
  return judged.map(({ question, answer, outcome, outside }) => ({
    case: id,
    outcome: outcome.outcome,
    says: {
      "This model": answer.forecast,
      [CORRECTED]:
        correction === undefined
          ? undefined
          : outside
            ? answer.forecast
            : recalibrated(answer.forecast, correction),
      "Always one half": 0.5,
      "Base rate of the other cases": base,
      Persistence: persistenceOf(question),
      "The text's own words as odds": question.text_odds === undefined ? undefined : mode(question.text_odds),
    },
  }));
}

function scoreOf(
  group: string,
  forecaster: (typeof forecasters)[number],
  entries: readonly Entry[],
): BacktestScore | undefined {
  const given = entries.filter(({ says }) => says[forecaster] !== undefined);
  if (given.length === 0) return undefined;
  const judged = (name: string): readonly Judged[] =>
    given.map(({ says, outcome }) => ({ probability: says[name] ?? 0.5, outcome }));
  const card = scorecard(forecaster, judged(forecaster));
  const { reliability, resolution, uncertainty } = decompose(judged(forecaster));
  return {
    case: group,
    forecaster,
    questions: card.questions,
    brier: card.brier,
    reliability,
    resolution,
    uncertainty,
    log: card.log,
    skill: card.skill,
    model: scorecard("This model", judged("This model")).brier,
  };
}
