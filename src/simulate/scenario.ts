import { monthIndex, monthStart, type Random, seeded } from "../base/index.ts";
import type { CountProcess } from "../behave/index.ts";
import type { Case, Intervention } from "../case/index.ts";
import type { Chronicle } from "./chronicle.ts";
import { disinherit, seeHeirs } from "./heirs.ts";
import { type Inputs, inputsOf } from "./inputs.ts";
import { changedCase, changesCase } from "./interventions-case.ts";
import { fixedInputs } from "./interventions-inputs.ts";
import type { LearnedBehaviour } from "./learned.ts";
import { playerOf } from "./play.ts";
import type { Player } from "./player.ts";
import { policiesOf, policyNamed } from "./policy-of.ts";
import type { Decision, Watcher } from "./turn.ts";
import { follow, takeOver } from "./who-leads.ts";
import { type World, worldOf } from "./world.ts";

/** How many runs share one draw of the uncertain inputs: what lets their spread be told from chance. */
export const RUNS_PER_DRAW = 50;

/** What is played: plain data, so that it can go to a worker or a file. */
export interface Scenario {
  /** Text from which all chance follows. */
  readonly seed: string;
  /** Calendar months played, the first being that of the as-of date. */
  readonly months: number;
  /** Id of the decision rule of all actors. */
  readonly policy: string;
  /** Ids of the decision rules of some actors, by the actor's id; they come before those that the case names. */
  readonly policies?: { readonly [actor: string]: string } | undefined;
  readonly interventions: readonly Intervention[];
  /** What the counts of violence are drawn from, where the case has a series of violence. */
  readonly violence?: CountProcess | undefined;
  /** Fitted coefficients of behaviour in place of the defaults. */
  readonly behaviour?: LearnedBehaviour | undefined;
}

/** How many draws of inputs a stage remembers. */
const MOST_KNOWN = 64;

/** The last day of so many calendar months from the as-of date's own. */
export function endOf(start: number, months: number): number {
  return monthStart(monthIndex(start) + months) - 1;
}

/** The draw of inputs on which a run is played. */
export function drawOf(seed: string, run: number): Random {
  return seeded(seed)
    .fork("inputs")
    .fork(Math.floor(run / RUNS_PER_DRAW));
}

/** A case made ready once, for any number of scenarios and runs. */
export interface Stage {
  readonly world: World;
  /**
   * Plays the runs from `from` to before `to`, in order, and shows each to a visitor.
   *
   * @remarks A pure function of the case and its arguments: runs can be played in any order, in any
   * process. The chronicle shown is used again for the next run; take from it what is to be kept.
   * `ask` is called for actors whose policy asks; the runs then depend on its answers too.
   */
  play(
    scenario: Scenario,
    from: number,
    to: number,
    visit: Visit,
    watch?: Watcher,
    ask?: (decision: Decision) => number | undefined,
  ): void;
}

export type Visit = (run: number, chronicle: Chronicle, drawn: ReadonlyMap<string, number>) => void;

/** Makes a case ready for play. */
export function stageOf(source: Case): Stage {
  const world = worldOf(source);
  const firstHolders = Int32Array.from(world.posts, (post) =>
    post.holder === undefined ? -1 : (world.actorIndex.get(post.holder) ?? -1),
  );
  const known = new Map<string, Inputs>();
  /** The draw of inputs of a run, remembered: every scenario of a study is played on the same few dozen. */
  function inputsAt({ seed, behaviour, interventions }: Scenario, run: number): Inputs {
    const fixed = fixedInputs(world, interventions);
    const key = JSON.stringify([Math.floor(run / RUNS_PER_DRAW), seed, behaviour, [...fixed]]);
    const drawn = known.get(key) ?? inputsOf(world, drawOf(seed, run), behaviour, { fixed });
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, drawn);
    return drawn;
  }
  const players = new Map<string, { readonly world: World; player?: Player }>();
  /** The case as the interventions change it, with its player; one that changes nothing is the case itself. */
  function playedWith({ interventions }: Scenario): { readonly world: World; player?: Player } {
    const changes = changesCase(interventions);
    const key = changes.length === 0 ? "" : JSON.stringify(changes);
    const made = players.get(key) ?? {
      world: changes.length === 0 ? world : worldOf(changedCase(source, changes)),
    };
    if (players.size >= MOST_KNOWN) players.clear();
    players.set(key, made);
    return made;
  }
  return {
    world,
    play(scenario, from, to, visit, watch, ask) {
      const policy = policyNamed(scenario.policy);
      const own = policiesOf(world, scenario.policies);
      const until = endOf(world.start, scenario.months);
      const played = playedWith(scenario);
      let draw = -1;
      let drawn: ReadonlyMap<string, number> = new Map();
      for (let run = from; run < to; run++) {
        const wanted = Math.floor(run / RUNS_PER_DRAW);
        if (wanted !== draw || played.player === undefined) {
          draw = wanted;
          const inputs = inputsAt(scenario, run);
          drawn = inputs.drawn;
          const setting = { ...scenario, inputs, policy, policies: own, ask };
          if (played.player === undefined) played.player = playerOf(played.world, setting);
          else played.player.take(setting);
        }
        const chronicle = played.player.play(run, watch === undefined ? { until } : { until, watch });
        // who decides for whom follows the posts: those who look at the run see it as the run left it
        if (played.world !== world) {
          for (const { actor } of world.followers) takeOver(world, actor, played.world.decider[actor]);
          seeHeirs(world, played.world);
        }
        visit(run, chronicle, drawn);
      }
      disinherit(played.world);
      disinherit(world);
      follow(played.world, firstHolders);
      follow(world, firstHolders);
    },
  };
}
