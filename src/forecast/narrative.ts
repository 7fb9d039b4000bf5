import { type IsoDate, isoDate } from "../base/index.ts";
import { type Decision, firstScene, type Scenario, type Stage } from "../simulate/index.ts";
import { type Piece, piecesOf, type Reason } from "./story-pieces.ts";

/** One dated step of a story. */
export interface StoryStep {
  readonly at: IsoDate;
  /** Day and part of the day. */
  readonly time: number;
  readonly text: string;
  readonly why?: Reason;
  /** How much it matters: what is left out first has least. */
  readonly weight: number;
}

/** One future, told. */
export interface Story {
  readonly run: number;
  /** Moves made in all. */
  readonly moves: number;
  /** Steps that matter, before the least of them were left out. */
  readonly found: number;
  readonly steps: readonly StoryStep[];
}

/** Weight that a step loses for each of its kind already told. */
const REPEATED = 0.5;

/** A step with the kind of thing it is. */
interface Told extends StoryStep {
  readonly kind: string;
}

/**
 * Replays one run and tells it: the dated steps that mattered, each move with its maker's reason.
 *
 * @param options.most steps told at most; the weightiest are kept, in order of time.
 * @returns the same story whenever it is asked for: a run is a function of case, scenario and number.
 *
 * @remarks What matters is *ours*: changes of office first, then arms, warrants, votes and splits, then
 * boycotts, pledges and what comes from outside, each the more the greater the power of those in it.
 */
export function narrative(
  stage: Stage,
  scenario: Scenario,
  run: number,
  { most = 16 }: { readonly most?: number } = {},
): Story {
  const { world } = stage;
  const { weight } = firstScene(world);
  const decisions: Decision[] = [];
  let pieces: readonly Piece[] = [];
  stage.play(
    scenario,
    run,
    run + 1,
    (_, chronicle) => {
      pieces = piecesOf(world, weight, decisions, chronicle);
    },
    (decision) => decisions.push(decision),
  );
  const seen = new Set<string>();
  const steps = new Map<number, Told>();
  for (const piece of [...pieces].sort((a, b) => a.time - b.time)) {
    if (piece.key !== undefined && seen.has(piece.key)) continue;
    if (piece.key !== undefined) seen.add(piece.key);
    const before = steps.get(piece.time);
    steps.set(piece.time, {
      at: isoDate(Math.floor(piece.time)),
      time: piece.time,
      kind: before?.kind ?? piece.kind,
      text: before === undefined ? piece.text : `${before.text} ${piece.text}`,
      weight: Math.max(piece.weight, before?.weight ?? 0),
      ...((before?.why ?? piece.why) ? { why: before?.why ?? piece.why } : {}),
    });
  }
  const all = [...steps.values()];
  return {
    run,
    moves: decisions.length,
    found: all.length,
    steps: weightiest(all, most).sort((a, b) => a.time - b.time),
  };
}

/** The steps with most weight, each the less the more of its kind have been taken: a story is not one thing over and over. */
function weightiest(steps: readonly Told[], most: number): StoryStep[] {
  const left = [...steps];
  const taken = new Map<string, number>();
  const kept: StoryStep[] = [];
  while (kept.length < most && left.length > 0) {
    const worth = ({ weight, kind }: Told): number => weight - REPEATED * (taken.get(kind) ?? 0);
    const best = left.reduce((one, other) => (worth(other) > worth(one) ? other : one));
    left.splice(left.indexOf(best), 1);
    taken.set(best.kind, (taken.get(best.kind) ?? 0) + 1);
    const { kind, ...step } = best;
    kept.push(step);
  }
  return kept;
}
