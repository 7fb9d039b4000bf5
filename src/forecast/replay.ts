import { type IsoDate, isoDate, TawazunError } from "../base/index.ts";
import {
  type Chronicle,
  type Decision,
  moveKinds,
  type Scenario,
  type Stage,
  type State,
  type StateChange,
  stateChanges,
  type World,
} from "../simulate/index.ts";
import { heirText } from "./story-pieces.ts";

/** An option as its maker weighed it. */
export interface ReplayedOption {
  readonly move: string;
  /** Ids; absent where the kind has none. */
  readonly target?: string;
  readonly object?: string;
  /** Log-odds from what the actor is used to. */
  readonly habit: number;
  /** Expected gain and price, in points of utility. */
  readonly gain: number;
  readonly price: number;
  /** Log-odds in all. */
  readonly value: number;
  /** Chance that it was chosen, 0…1. */
  readonly probability: number;
  readonly chosen: boolean;
}

/** One step of a run: an actor's turn, or something that came by itself. */
export interface ReplayedStep {
  /** Number of the step in its run, from 1. */
  readonly step: number;
  readonly at: IsoDate;
  /** Day and part of the day. */
  readonly time: number;
  readonly text: string;
  /** Who moved; absent for what came by itself. */
  readonly actor?: string;
  readonly success?: boolean;
  /** Likeliest first. */
  readonly options: readonly ReplayedOption[];
  readonly changes: readonly StateChange[];
}

/** A run, step by step. */
export interface Replay {
  readonly run: number;
  readonly seed: string;
  readonly steps: readonly ReplayedStep[];
}

/**
 * Plays one run again and shows each step: who moved, what each option was worth to it and why, and what changed.
 *
 * @remarks A run is a function of case, scenario and number, so this is the run that an ensemble counted. What it costs
 * is paid here: a play that is not watched keeps nothing of this.
 * @throws {TawazunError} `replay/run` unless the number is whole and from 0 on; what a play throws.
 */
export function replayRun(stage: Stage, scenario: Scenario, run: number): Replay {
  if (!(Number.isInteger(run) && run >= 0)) {
    throw new TawazunError("replay/run", `The number of the run is ${run}; runs are numbered from 0.`);
  }
  const { world } = stage;
  const steps: Omit<ReplayedStep, "step">[] = [];
  const watch = (decision: Decision, state: State): (() => void) => {
    const before = structuredClone(state);
    return () => {
      steps.push(stepOf(world, decision, stateChanges(world, before, state)));
    };
  };
  stage.play(
    scenario,
    run,
    run + 1,
    (_, chronicle) => {
      steps.push(...unbidden(world, chronicle));
    },
    watch,
  );
  return {
    run,
    seed: scenario.seed,
    steps: steps
      .map((step, order) => ({ step, order }))
      .sort((a, b) => a.step.time - b.step.time || a.order - b.order)
      .map(({ step }, k) => ({ step: k + 1, ...step })),
  };
}

function stepOf(
  world: World,
  { time, actor, chosen, success, options }: Decision,
  changes: readonly StateChange[],
): Omit<ReplayedStep, "step"> {
  const { kind, target, object } = options[chosen];
  return {
    at: isoDate(Math.floor(time)),
    time,
    actor: world.actors[actor].id,
    success,
    text: moveKinds[kind].tell(world, { actor, target, object, amount: 0 }, success),
    options: options
      .map((option, o): ReplayedOption => {
        const about = objectOf(world, option.kind, option.object);
        return {
          move: moveKinds[option.kind].id,
          ...(option.target < 0 ? {} : { target: world.actors[option.target].id }),
          ...(about === undefined ? {} : { object: about }),
          habit: option.habit,
          gain: option.gain,
          price: option.price,
          value: option.value,
          probability: option.probability,
          chosen: o === chosen,
        };
      })
      .sort((a, b) => b.probability - a.probability),
    changes,
  };
}

/** The id of what a move is about. */
function objectOf(world: World, kind: number, object: number): string | undefined {
  if (object < 0) return undefined;
  switch (moveKinds[kind].object) {
    case "post":
      return world.posts[object].id;
    case "issue":
      return world.issues[object].id;
    case "arena":
      return world.arenas[object].id;
    case "list":
      return world.blocs[object].id;
    case "territory":
      return world.source.territories[object].id;
    case "stage":
      return world.routes[world.stageRoute[object]].id;
    default:
      return undefined;
  }
}

/** What came by itself: outside events, and elections. */
function unbidden(world: World, chronicle: Chronicle): readonly Omit<ReplayedStep, "step">[] {
  const told = (time: number, text: string): Omit<ReplayedStep, "step"> => ({
    at: isoDate(Math.floor(time)),
    time,
    text,
    options: [],
    changes: [],
  });
  return [
    ...[...chronicle.outside].flatMap((time, e) =>
      time < world.start ? [] : [told(time, `From outside: ${world.source.outside[e].name}.`)],
    ),
    ...chronicle.again.time.map((time, k) =>
      told(time, `From outside, again: ${world.source.outside[chronicle.again.event[k]].name}.`),
    ),
    ...chronicle.heir.time.map((time, k) =>
      told(time, heirText(world, chronicle.heir.gone[k], chronicle.heir.heir[k])),
    ),
    ...chronicle.elections.map((time) => told(time, "The assembly was elected anew.")),
  ];
}
