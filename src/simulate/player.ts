import type { CountProcess } from "../behave/index.ts";
import type { Intervention } from "../case/index.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Inputs } from "./inputs.ts";
import type { Policy } from "./policies/index.ts";
import type { Decision, Watcher } from "./turn.ts";
import type { World } from "./world.ts";

/** A case ready to be played many times. */
export interface Player {
  readonly world: World;
  /** Takes up a setting: the runs that follow are played in it. */
  take(setting: Setting): void;
  /**
   * Plays one run to the end of the world or to an earlier day.
   *
   * @returns the chronicle; it is used again by the next run of this player.
   */
  play(run: number, options?: { readonly until?: number; readonly watch?: Watcher }): Chronicle;
}

/** In what runs are played: a draw of the inputs, the seed, what is changed, who decides how. */
export interface Setting {
  readonly inputs: Inputs;
  readonly seed: string;
  readonly interventions?: readonly Intervention[];
  /** The decision rule of all actors … */
  readonly policy: Policy;
  /** … but for these, by actor. */
  readonly policies?: readonly (Policy | undefined)[] | undefined;
  /** Asked for the turns of an actor whose policy asks: an option, −1 for no move; nothing leaves it to chance. */
  readonly ask?: ((decision: Decision) => number | undefined) | undefined;
  readonly violence?: CountProcess | undefined;
}
