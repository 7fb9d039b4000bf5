import { TawazunError } from "../base/index.ts";
import type { Intervention } from "../case/index.ts";
import type { Inputs } from "./inputs.ts";
import { refuseBeyond, refuseOverfull } from "./interventions-bounds.ts";
import { changedCase } from "./interventions-case.ts";
import { fixedInputs } from "./interventions-inputs.ts";
import { type Forced, forbiddenOf, forcedOf, shutsOut } from "./interventions-moves.ts";
import { contradiction, find, findIn } from "./interventions-names.ts";
import { type Change, changeOf, type FirstDay, ledger } from "./interventions-state.ts";
import type { Forbidden } from "./options.ts";
import type { State } from "./state.ts";
import type { World } from "./world.ts";

/** Interventions made ready: moves that are out of bounds or forced, changes on the first day, outside events decided. */
export interface Rules {
  readonly forbidden: readonly Forbidden[];
  readonly forced: readonly Forced[];
  readonly outside: ReadonlyMap<number, boolean>;
  /** Changes inputs and state before play begins; both are the caller's own copies. */
  prepare(inputs: Inputs, state: State): void;
}

/**
 * Makes interventions ready for play.
 *
 * @throws {TawazunError} `intervention/unknown` for a name that the case or the engine does not have,
 * `intervention/contradiction` where two of them cannot both hold, `intervention/date` for a day that is not
 * played, `intervention/range` and others for a value that cannot be.
 * @remarks Changes of what the case says (quotas, days of outside events) and inputs held fast are checked
 * here, and made where the case is made ready: {@link stageOf}.
 */
export function rulesOf(world: World, interventions: readonly Intervention[]): Rules {
  const rules = rulesOfParts(world, interventions);
  refuseOverfull(world, interventions);
  return rules;
}

/** The rules of interventions to which more may come. */
function rulesOfParts(world: World, interventions: readonly Intervention[]): Rules {
  const forbidden: Forbidden[] = [];
  const forced: Forced[] = [];
  const outside = new Map<number, boolean>();
  const changes: Change[] = [];
  const once = ledger();
  changedCase(world.source, interventions);
  fixedInputs(world, interventions);
  refuseBeyond(world, interventions);
  for (const intervention of interventions) {
    if ("forbid" in intervention) forbidden.push(...forbiddenOf(world, intervention.forbid));
    else if ("force" in intervention) forced.push(forcedOf(world, intervention.force));
    else if ("outside" in intervention) {
      const { event, happens = true } = intervention.outside;
      const index = findIn(world.source.outside, "outside event", event);
      once(`outside event ${event}`, happens ? "happens" : "does not happen");
      outside.set(index, happens);
    } else if (isFirstDay(intervention)) {
      changes.push(changeOf(world, intervention, once));
    }
  }
  refuseLifted(interventions);
  refuseShutOut(world, forbidden, forced);
  refuseAbsent(world, interventions);
  return {
    forbidden,
    forced,
    outside,
    prepare(inputs, state) {
      for (const change of changes) change(inputs, state);
    },
  };
}

/** What is wrong with one of several interventions. */
export interface InterventionFault {
  /** Its place in the list, from 0. */
  readonly at: number;
  readonly code: string;
  readonly message: string;
}

/**
 * Everything that is wrong with interventions, each with its place: those that name nothing, and those that
 * contradict an earlier one.
 */
export function interventionFaults(
  world: World,
  interventions: readonly Intervention[],
): readonly InterventionFault[] {
  const faults: InterventionFault[] = [];
  const sound: Intervention[] = [];
  for (const [at, intervention] of interventions.entries()) {
    try {
      rulesOfParts(world, [...sound, intervention]);
      sound.push(intervention);
    } catch (error) {
      if (!(error instanceof TawazunError)) throw error;
      faults.push({ at, code: error.code, message: error.message });
    }
  }
  try {
    refuseOverfull(world, sound);
  } catch (error) {
    if (!(error instanceof TawazunError)) throw error;
    const at = interventions.findLastIndex((one) => "holding" in one && sound.includes(one));
    faults.push({ at, code: error.code, message: error.message });
  }
  return faults;
}

/** What is changed on the first day, and neither in what the case says before it nor in what may be drawn. */
function isFirstDay(change: Intervention): change is FirstDay {
  return !["forbid", "force", "outside", "quota", "entitle", "demand", "route", "input"].some(
    (kind) => kind in change,
  );
}

/** A demand that is put cannot be lifted at once. */
function refuseLifted(interventions: readonly Intervention[]): void {
  for (const change of interventions) {
    if (!("lift" in change) || change.lift.kind !== "demand") continue;
    const { by, of } = change.lift;
    for (const other of interventions) {
      if (!("demand" in other) || other.demand.stands === false) continue;
      if ((by ?? other.demand.by) !== other.demand.by || (of ?? other.demand.of) !== other.demand.of)
        continue;
      throw contradiction(`the demand of ${other.demand.by} on ${other.demand.of} is put, and is lifted`);
    }
  }
}

function refuseShutOut(world: World, forbidden: readonly Forbidden[], forced: readonly Forced[]): void {
  for (const force of forced) {
    if (!forbidden.some((rule) => shutsOut(world, rule, force))) continue;
    throw contradiction(`${world.actors[force.actor].id} is forced to make a move that is forbidden to it`);
  }
}

/** An actor that is taken out can neither be put into a post nor be forced to move. */
function refuseAbsent(world: World, interventions: readonly Intervention[]): void {
  const gone = new Map<number, string>();
  for (const change of interventions) {
    if (!("remove" in change)) continue;
    const a = find(world.actorIndex, "actor", change.remove.actor);
    for (const led of world.led[a]) gone.set(led, change.remove.actor);
  }
  for (const change of interventions) {
    const [id, does] =
      "replace" in change
        ? [change.replace.by, `gets the post ${change.replace.post}`]
        : "fill" in change
          ? [change.fill.with, `gets the post ${change.fill.post}`]
          : "force" in change
            ? [change.force.by, "is forced to move"]
            : ["", ""];
    const by = gone.get(world.actorIndex.get(id) ?? -1);
    if (by === undefined) continue;
    throw contradiction(
      by === id ? `${id} is removed, and ${does}` : `${id} goes with ${by}, which is removed, and ${does}`,
    );
  }
}
