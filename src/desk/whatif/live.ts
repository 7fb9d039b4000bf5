import { isoDate, monthIndex, monthStart, sha256, TawazunError } from "../../base/index.ts";
import type { Case } from "../../case/index.ts";
import { type Executor, inProcess, type Observations, type Plan, reachOf } from "../../forecast/index.ts";
import { endOf, interventionFaults, type Scenario, stageOf, type World } from "../../simulate/index.ts";
import { violenceOf } from "../study.ts";
import { spreadShards } from "./compare.ts";
import { type ChangeFlags, changeOptions, changesOf } from "./flags.ts";

/** A few futures to be played at once, such as after each move of a slider. */
export interface LiveAsked {
  /** What is changed, as the flags of a what-if say it; nothing for the case as it is. */
  readonly changes: { readonly [Flag in keyof ChangeFlags]?: readonly string[] };
  readonly seed: string;
  readonly runs: number;
  readonly months: number;
}

/** The share of power of one actor at the end of a month over the futures: the median and three central intervals. */
export type LiveBand = readonly [
  low95: number,
  low80: number,
  low50: number,
  median: number,
  high50: number,
  high80: number,
  high95: number,
];

/** What the futures played so far say. */
export interface LiveAnswer {
  /** Futures played so far. */
  readonly runs: number;
  /** By question that the months played can answer: the part of the futures that answer yes. */
  readonly questions: readonly { readonly id: string; readonly text: string; readonly share: number }[];
  /** By month, its last day and the part of the futures in which it is quiet. */
  readonly quiet: readonly { readonly at: string; readonly share: number }[];
  /** By actor that moves, a band for each month. */
  readonly power: readonly {
    readonly actor: string;
    readonly name: string;
    readonly months: readonly LiveBand[];
  }[];
  /** Whoever heads the government as the case stands, if anybody does. */
  readonly head: string | undefined;
  /** SHA-256 of everything that was taken from the futures: the same bytes on any machine, in Node and in a browser. */
  readonly digest: string;
}

/** Where the bands' ends lie among the futures. */
const ENDS = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975] as const;

/** Plays a few futures of one case at a time, as often as it is asked. */
export interface LivePlayer {
  /**
   * Plays futures with changes, and says after each part what they say so far.
   *
   * @param onPart is told after every few futures.
   * @returns what all of them say; nothing where it was stopped.
   * @throws {TawazunError} `whatif/flag` and `intervention/…` for changes that cannot be made.
   * @remarks The same seed gives the same luck with any change. Two plays may go on side by side.
   */
  play(
    asked: LiveAsked,
    onPart?: (answer: LiveAnswer) => void,
    signal?: AbortSignal,
  ): Promise<LiveAnswer | undefined>;
}

/** Makes a case ready for plays after each move of a slider. */
export function livePlayer(source: Case, executor: Executor = inProcess()): LivePlayer {
  const { world } = stageOf(source);
  const violence = violenceOf(source)?.model;
  return {
    play: (asked, onPart, signal) => playLive(source, world, violence, executor, asked, onPart, signal),
  };
}

async function playLive(
  source: Case,
  world: World,
  violence: Scenario["violence"],
  executor: Executor,
  { changes, seed, runs, months }: LiveAsked,
  onPart: (answer: LiveAnswer) => void = () => undefined,
  signal?: AbortSignal,
): Promise<LiveAnswer | undefined> {
  const none = Object.fromEntries(Object.keys(changeOptions).map((flag) => [flag, []]));
  const interventions = changesOf({ ...(none as unknown as ChangeFlags), ...changes });
  const faults = interventionFaults(world, interventions);
  if (faults.length > 0)
    throw new TawazunError(faults[0].code, faults.map(({ message }) => message).join("\n"));
  const end = endOf(world.start, months);
  const questions = source.questions.filter((question) => reachOf(question.rule) <= end);
  const scenario: Scenario = { seed, months, policy: "strategic", interventions, violence };
  const plan: Plan = { questions: questions.map(({ id }) => id), outcomes: [], detail: true };
  const parts: Observations[] = [];
  const digests: string[] = [];
  const answer = (): LiveAnswer => ({
    runs: parts.reduce((sum, part) => sum + part.to - part.from, 0),
    questions: questions.map(({ id, text }, q) => ({
      id,
      text,
      share: meanOf(parts, (part, row) => part.answers[row * questions.length + q]),
    })),
    quiet: Array.from({ length: months }, (_, m) => ({
      at: isoDate(monthStart(monthIndex(world.start) + m + 1) - 1),
      share: meanOf(parts, (part, row) => (part.trouble[row * months + m] === 0 ? 1 : 0)),
    })),
    power: world.movers.map((mover, k) => ({
      actor: world.actors[mover].id,
      name: world.actors[mover].name,
      months: Array.from({ length: months }, (_, m) =>
        bandOf(valuesOf(parts, (part, row) => part.share[(row * months + m) * world.movers.length + k])),
      ),
    })),
    head: world.headPost < 0 ? undefined : world.posts[world.headPost].holder,
    digest: sha256(new TextEncoder().encode(digests.join("\n"))),
  });
  await executor.stream(
    source,
    spreadShards(scenario, plan, runs),
    (part) => {
      parts.push(part);
      digests.push(digestOf(part));
      onPart(answer());
    },
    signal === undefined ? {} : { signal },
  );
  return signal?.aborted || parts.length === 0 ? undefined : answer();
}

function valuesOf(
  parts: readonly Observations[],
  of: (part: Observations, row: number) => number,
): readonly number[] {
  return parts.flatMap((part) => Array.from({ length: part.to - part.from }, (_, row) => of(part, row)));
}

function meanOf(parts: readonly Observations[], of: (part: Observations, row: number) => number): number {
  const values = valuesOf(parts, of);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The values at those places of the sorted row, straight between neighbours. */
function bandOf(values: readonly number[]): LiveBand {
  const sorted = Float64Array.from(values).sort();
  const at = (place: number): number => {
    const wanted = place * (sorted.length - 1);
    const below = Math.floor(wanted);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (wanted - below);
  };
  return ENDS.map(at) as unknown as LiveBand;
}

/** One hash of all that a part holds, byte by byte. */
function digestOf(part: Observations): string {
  const { answers, measures, trouble, kinds, signatures, bounded, share, groupShare, count, open } = part;
  const arrays = [
    answers,
    measures,
    trouble,
    kinds,
    signatures,
    bounded,
    share,
    groupShare,
    count,
    open,
  ] as const;
  const bytes = arrays.map((one) => new Uint8Array(one.buffer, one.byteOffset, one.byteLength));
  const all = new Uint8Array(bytes.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of bytes) {
    all.set(one, at);
    at += one.length;
  }
  return `${part.from}-${part.to} ${sha256(all)}`;
}
