import { monthIndex, TawazunError } from "../base/index.ts";
import type { Case, Measure, Rule } from "../case/index.ts";
import { endOf, moveKinds, type Scenario, type Stage, type World } from "../simulate/index.ts";
import { type Gauge, gaugeOf } from "./measures.ts";
import type { Record } from "./record.ts";
import { reachOf, testOf } from "./rules.ts";

export type Outcome = { readonly measure: Measure } | { readonly rule: Rule };

/** What to take from each run. */
export interface Plan {
  /** Ids of the case's questions to answer. */
  readonly questions: readonly string[];
  /** What experiments look at: a number, or a rule that counts 1 where it holds. */
  readonly outcomes: readonly Outcome[];
  /** Also keep shares by month, counts and routes: for the pictures. */
  readonly detail: boolean;
  /** Also keep every move made: for the chain of causes between two scenarios. */
  readonly deeds?: boolean;
}

/** Numbers by which {@link Observations.deeds} tells one move: run, day, kind, actor, target, whether it came off. */
export const DEED = 6;

/** Answer of a run to a question that looks beyond its last day. */
export const BEYOND = 2;

/** What was taken from runs `from` to before `to`, row by row. Typed arrays only: it travels between threads. */
export interface Observations {
  readonly from: number;
  readonly to: number;
  readonly months: number;
  /** run × question: 0, 1, or {@link BEYOND} */
  readonly answers: Uint8Array;
  /** run × outcome */
  readonly measures: Float64Array;
  /** run × month: marks of trouble */
  readonly trouble: Uint8Array;
  /** run × kind of move: how often it was made with success */
  readonly kinds: Uint16Array;
  /** Most signatures against the head of government at any time, run by run. */
  readonly signatures: Uint16Array;
  /** Run by run: 1 where a pace was held down or moves were ended, for there would have been too many. */
  readonly bounded: Uint8Array;
  /** run × month × mover: share of power; empty without detail */
  readonly share: Float32Array;
  /** run × month × group */
  readonly groupShare: Float32Array;
  /** run × month: count of the violence series */
  readonly count: Float32Array;
  /** run × month × route: whether open */
  readonly open: Uint8Array;
  /** Moves in order of run and time, {@link DEED} numbers each; absent unless asked for. */
  readonly deeds?: Int32Array;
}

/** What one worker is asked to do: plain data. */
export interface Shard {
  readonly scenario: Scenario;
  readonly plan: Plan;
  readonly from: number;
  readonly to: number;
}

/**
 * Plays a shard and takes from each run what the plan asks for.
 *
 * @remarks A pure function of the case and the shard; the same bytes on any machine, in any order.
 * @throws {TawazunError} `rule/…` for rules that name nothing, `intervention/…`, `policy/unknown`; `play/months` for
 * a horizon of no whole month, or one beyond the case's own.
 */
export function observe(stage: Stage, source: Case, shard: Shard): Observations {
  const { world } = stage;
  const { scenario, plan, from, to } = shard;
  const { months } = scenario;
  checkMonths(world, months);
  const runs = to - from;
  const end = endOf(world.start, months);
  const tests = plan.questions.map((id) => {
    const question = source.questions.find((candidate) => candidate.id === id);
    if (question === undefined || reachOf(question.rule) > end) return undefined;
    return testOf(world, question.rule);
  });
  const gauges = plan.outcomes.map((outcome) => outcomeGauge(world, outcome));
  const movers = world.movers.length;
  const groups = world.groupIds.length;
  const room = plan.detail ? runs * months : 0;
  const out: Observations = {
    from,
    to,
    months,
    answers: new Uint8Array(runs * tests.length),
    measures: new Float64Array(runs * gauges.length),
    trouble: new Uint8Array(runs * months),
    kinds: new Uint16Array(runs * moveKinds.length),
    signatures: new Uint16Array(runs),
    bounded: new Uint8Array(runs),
    share: new Float32Array(room * movers),
    groupShare: new Float32Array(room * groups),
    count: new Float32Array(room),
    open: new Uint8Array(room * world.routes.length),
  };
  const deeds: number[] = [];
  stage.play(scenario, from, to, (run, chronicle) => {
    const row = run - from;
    if (plan.deeds) keepDeeds(deeds, run, chronicle.move);
    const record: Record = { world, chronicle };
    tests.forEach((test, q) => {
      out.answers[row * tests.length + q] = test === undefined ? BEYOND : test(record) ? 1 : 0;
    });
    gauges.forEach((gauge, g) => {
      out.measures[row * gauges.length + g] = gauge(record);
    });
    out.trouble.set(chronicle.trouble.subarray(0, months), row * months);
    for (let e = 0; e < chronicle.move.kind.length; e++) {
      if (chronicle.move.success[e]) out.kinds[row * moveKinds.length + chronicle.move.kind[e]] += 1;
    }
    out.signatures[row] = chronicle.signatures.total.reduce((most, total) => Math.max(most, total), 0);
    out.bounded[row] = chronicle.bounded ? 1 : 0;
    if (plan.detail) keepDetail(world, record, out, row);
  });
  return plan.deeds ? { ...out, deeds: Int32Array.from(deeds) } : out;
}

function keepDeeds(deeds: number[], run: number, { time, ...move }: Record["chronicle"]["move"]): void {
  time.forEach((at, e) => {
    deeds.push(run, Math.floor(at), move.kind[e], move.actor[e], move.target[e], move.success[e] ? 1 : 0);
  });
}

function checkMonths(world: World, months: number): void {
  const most = monthIndex(world.end) - monthIndex(world.start) + 1;
  if (Number.isInteger(months) && months >= 1 && months <= most) return;
  throw new TawazunError(
    "play/months",
    most < 1
      ? "The case's horizon lies before its as-of date; set a later one."
      : `This case can be played for 1 to ${most} calendar months; ${months} were asked for. To play longer, give the case a later horizon.`,
  );
}

/** An outcome as a number. */
export function outcomeGauge(world: World, outcome: Outcome): Gauge {
  if ("measure" in outcome) return gaugeOf(world, outcome.measure);
  const test = testOf(world, outcome.rule);
  return (record) => (test(record) ? 1 : 0);
}

function keepDetail(world: World, { chronicle }: Record, out: Observations, row: number): void {
  const n = world.actors.length;
  const { months } = out;
  const movers = world.movers.length;
  const groups = world.groupIds.length;
  for (let m = 0; m < months; m++) {
    const at = (row * months + m) * movers;
    world.movers.forEach((mover, k) => {
      let sum = 0;
      for (const a of world.led[mover]) sum += chronicle.share[m * n + a];
      out.share[at + k] = sum;
    });
    for (let g = 0; g < groups; g++) {
      let sum = 0;
      for (let a = 0; a < n; a++) sum += chronicle.share[m * n + a] * world.belongs[a * groups + g];
      out.groupShare[(row * months + m) * groups + g] = sum;
    }
    out.count[row * months + m] = chronicle.count[m];
    for (let r = 0; r < world.routes.length; r++) {
      out.open[(row * months + m) * world.routes.length + r] = chronicle.open[m * world.routes.length + r];
    }
  }
}

/**
 * Puts shards of one scenario and plan together, in the order of their runs.
 *
 * @returns the same as if all had been one shard, whatever the order they came in.
 */
export function merge(parts: readonly Observations[]): Observations {
  const sorted = [...parts].sort((a, b) => a.from - b.from);
  const first = sorted[0];
  const last = sorted[sorted.length - 1];
  const join = <T extends Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array>(
    pick: (part: Observations) => T,
    make: (length: number) => T,
  ): T => {
    const whole = make(sorted.reduce((sum, part) => sum + pick(part).length, 0));
    let at = 0;
    for (const part of sorted) {
      whole.set(pick(part), at);
      at += pick(part).length;
    }
    return whole;
  };
  return {
    from: first.from,
    to: last.to,
    months: first.months,
    answers: join(
      (part) => part.answers,
      (length) => new Uint8Array(length),
    ),
    measures: join(
      (part) => part.measures,
      (length) => new Float64Array(length),
    ),
    trouble: join(
      (part) => part.trouble,
      (length) => new Uint8Array(length),
    ),
    kinds: join(
      (part) => part.kinds,
      (length) => new Uint16Array(length),
    ),
    signatures: join(
      (part) => part.signatures,
      (length) => new Uint16Array(length),
    ),
    bounded: join(
      (part) => part.bounded,
      (length) => new Uint8Array(length),
    ),
    share: join(
      (part) => part.share,
      (length) => new Float32Array(length),
    ),
    groupShare: join(
      (part) => part.groupShare,
      (length) => new Float32Array(length),
    ),
    count: join(
      (part) => part.count,
      (length) => new Float32Array(length),
    ),
    open: join(
      (part) => part.open,
      (length) => new Uint8Array(length),
    ),
    ...(sorted.every((part) => part.deeds !== undefined)
      ? {
          deeds: join(
            (part) => part.deeds ?? new Int32Array(0),
            (length) => new Int32Array(length),
          ),
        }
      : {}),
  };
}
