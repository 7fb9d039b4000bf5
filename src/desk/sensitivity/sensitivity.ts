import { draw, seeded, TawazunError } from "../../base/index.ts";
import type { Case, Intervention } from "../../case/index.ts";
import {
  type Executor,
  type Flip,
  flipOf,
  type Observations,
  type Plan,
  type Shard,
  sobolDesign,
  sobolIndices,
  twoLevelDesign,
  twoLevelEffects,
} from "../../forecast/index.ts";
import { endOf, RUNS_PER_DRAW, type Scenario, stageOf, uncertainInputs } from "../../simulate/index.ts";
import { type StudyWatch, violenceOf } from "../study.ts";
import { foremostOf, questionsOf } from "./choose.ts";
import type { QuestionSensitivity, Screening, Sensitivity, SensitivitySize } from "./found.ts";

/** Futures at each point of the screening: few, for many points tell more than many futures at one. */
const EACH_SCREENED = 4;
const MOST_POINTS = 1000;
/** Points whose changes are held in memory at once. */
const BATCH = 50;
const MOST_ENDS = 8;
const FUTURES_AN_END = 60;
const EACH_POINT = 5;
const LEAST_SAMPLES = 32;
const MOST_DESIGNED = 6;
const STEPS = 6;

/**
 * Finds what drives the answers of a case: screens every uncertain input and every default of the engine
 * (each at one of its ends in every point), sets the foremost to their ends, runs them through a design, and
 * looks for the smallest change that turns an answer.
 *
 * @throws {TawazunError} `sensitivity/question` for a question that is not there or looks too far;
 * `sensitivity/runs` for too few futures.
 * @remarks Two fifths of the futures go to the screening, one quarter to the ends, the rest to the design,
 * which is left out where it would have fewer than 32 samples. All but the screening is played on the same
 * luck and draws, so that only the inputs that are set differ: the indices by design are those of the mean
 * over those futures.
 */
export async function sensitivity(
  source: Case,
  size: SensitivitySize,
  executor: Executor,
  watch: StudyWatch = {},
): Promise<Sensitivity> {
  const stage = stageOf(source);
  const { world } = stage;
  const questions = questionsOf(source, size, endOf(world.start, size.months));
  const ranges = uncertainInputs(world);
  const plan: Plan = {
    questions: [],
    outcomes: questions.map(({ rule }) => ({ rule })),
    detail: false,
  };
  const scenario: Scenario = {
    seed: size.seed,
    months: size.months,
    policy: "strategic",
    ...size.deciding,
    interventions: [],
    violence: violenceOf(source)?.model,
  };
  let played = 0;
  const play = async (shards: readonly Shard[], doing: string): Promise<readonly Observations[]> => {
    const before = played;
    const parts = await executor.carryOut(source, shards, {
      signal: watch.signal,
      onRuns: (done) =>
        watch.onProgress?.({ done: before + done, total: Math.max(size.runs, before + done), doing }),
    });
    played += parts.reduce((sum, part) => sum + part.to - part.from, 0);
    return parts;
  };
  const stopped = (): boolean => watch.signal?.aborted ?? false;

  const answer = (q: number) => (part: Observations, row: number) =>
    part.measures[row * questions.length + q];
  const hold = (name: string, to: number): Intervention => ({ input: { name, to } });
  const names = [...ranges.keys()];
  const points = twoLevelDesign(
    names.length,
    Math.max(16, Math.min(MOST_POINTS, Math.floor((0.4 * size.runs) / EACH_SCREENED))),
    seeded(size.seed).fork("screening"),
  );
  const each = Math.min(RUNS_PER_DRAW, Math.max(1, Math.floor((0.4 * size.runs) / points.length)));
  const screening: Observations[] = [];
  for (let from = 0; from < points.length && !stopped(); from += BATCH) {
    const shards = points.slice(from, from + BATCH).map((point, k) => ({
      scenario: {
        ...scenario,
        interventions: names.map((name, i) => hold(name, (ranges.get(name) ?? [0, 0, 0])[2 * point[i]])),
      },
      plan,
      from: (from + k) * RUNS_PER_DRAW,
      to: (from + k) * RUNS_PER_DRAW + each,
    }));
    screening.push(
      ...(await play(shards, `screening ${ranges.size} uncertain inputs at ${points.length} points`)),
    );
  }
  if (screening.length === 0)
    throw new TawazunError(
      "study/stopped",
      "The analysis was stopped before any future was played to its end.",
    );
  const screened = questions.map((_, q): Screening => {
    const rates = screening.map((part) => meanAnswer(part, answer(q)));
    const at = screening.map((part) => points[Math.floor(part.from / RUNS_PER_DRAW)]);
    return {
      points: screening.length,
      inputs: names.length,
      effects: twoLevelEffects(names, at, rates, seeded(size.seed).fork("sensitivity")),
    };
  });

  /** Mean answers with inputs held at values, over futures of as many draws. */
  const shardsAt = (changes: readonly Intervention[], futures: number): readonly Shard[] =>
    Array.from({ length: futures }, (_, d) => ({
      scenario: { ...scenario, interventions: changes },
      plan,
      from: d * RUNS_PER_DRAW,
      to: d * RUNS_PER_DRAW + 1,
    }));
  const meanOf = (parts: readonly Observations[], q: number): number =>
    parts.reduce((sum, part) => sum + answer(q)(part, 0), 0) / Math.max(1, parts.length);

  const left = size.runs - played;
  const wanted = EACH_POINT * LEAST_SAMPLES * 3;
  // what cannot pay for a design of even one input goes to the ends
  const forEnds = left - 0.25 * size.runs < wanted ? left : 0.25 * size.runs;
  const foremost = foremostOf(screened, Math.min(MOST_ENDS, Math.floor(forEnds / FUTURES_AN_END / 2)));
  const futures = foremost.length === 0 ? 0 : Math.max(10, Math.floor(forEnds / (2 * foremost.length + 1)));
  const asIs = futures === 0 ? [] : await play(shardsAt([], futures), "playing the case as it is");
  const ends: { name: string; low: readonly Observations[]; high: readonly Observations[] }[] = [];
  for (const name of foremost) {
    if (stopped()) break;
    const [low, , high] = ranges.get(name) ?? [0, 0, 0];
    const doing = `setting “${name}” to its ends`;
    ends.push({
      name,
      low: await play(shardsAt([hold(name, low)], futures), doing),
      high: await play(shardsAt([hold(name, high)], futures), doing),
    });
  }

  const room = size.runs - played;
  const count = Math.min(MOST_DESIGNED, foremost.length, Math.floor(room / (EACH_POINT * LEAST_SAMPLES)) - 2);
  const inputs = foremost.slice(0, Math.max(0, count));
  const samples = inputs.length === 0 ? 0 : Math.floor(room / (EACH_POINT * (inputs.length + 2)));
  const designed =
    stopped() || inputs.length === 0
      ? undefined
      : sobolDesign(
          inputs.map((name) => (random) => draw(ranges.get(name) ?? 0, random)),
          samples,
          seeded(size.seed).fork("design"),
        );
  const designParts =
    designed === undefined
      ? []
      : await play(
          designed.points.flatMap((point) =>
            shardsAt(
              inputs.map((name, i) => hold(name, point[i])),
              EACH_POINT,
            ),
          ),
          `a design of ${inputs.length} inputs and ${samples} samples`,
        );
  const whole = designed !== undefined && designParts.length === designed.points.length * EACH_POINT;

  const found: QuestionSensitivity[] = [];
  for (const [q, question] of questions.entries()) {
    const bars = ends
      .filter(({ low, high }) => low.length === futures && high.length === futures)
      .map(({ name, low, high }) => ({
        name,
        range: ranges.get(name) ?? ([0, 0, 0] as const),
        atLow: meanOf(low, q),
        atHigh: meanOf(high, q),
      }))
      .sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow));
    const base = meanOf(asIs, q);
    const flips: (Flip & { name: string; from: number })[] = [];
    for (const { name, range, atLow, atHigh } of size.questions.length === 0 ? [] : bars) {
      for (const [end, at] of [
        [range[0], atLow],
        [range[2], atHigh],
      ] as const) {
        if (at >= 0.5 === base >= 0.5 || stopped()) continue;
        const flip = await flipOf(
          async (value) =>
            meanOf(
              await play(
                shardsAt([hold(name, value)], futures),
                `looking where “${name}” turns ${question.id}`,
              ),
              q,
            ),
          range[1],
          end,
          { steps: STEPS },
        );
        if (flip !== undefined && !stopped()) flips.push({ ...flip, name, from: range[1] });
      }
    }
    found.push({
      question,
      screened: screened[q],
      base,
      ends: bars,
      indices: whole
        ? sobolIndices(
            designed,
            designed.points.map((_, p) => meanOf(designParts.slice(p * EACH_POINT, (p + 1) * EACH_POINT), q)),
          )
        : undefined,
      flips: flips.sort((a, b) => a.part - b.part),
    });
  }
  return {
    source,
    stage,
    size,
    questions: found,
    designed: { inputs: whole ? inputs : [], samples: whole ? samples : 0, each: EACH_POINT },
    runs: played,
    stopped: stopped(),
  };
}

/** The part of the futures of a piece that answer yes. */
function meanAnswer(part: Observations, answer: (part: Observations, row: number) => number): number {
  let sum = 0;
  for (let row = 0; row < part.to - part.from; row++) sum += answer(part, row);
  return sum / Math.max(1, part.to - part.from);
}
