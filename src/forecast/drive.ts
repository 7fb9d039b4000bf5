import { type IsoDate, isoDate } from "../base/index.ts";
import { moveKinds, type Scenario, type Stage, type State } from "../simulate/index.ts";

/** One step of a drive: what was done, and the signatures in hand after it. */
export interface DriveStep {
  readonly at: IsoDate;
  readonly text: string;
  readonly total: number;
}

/** The course of one future's drive against the head of government. */
export interface Drive {
  readonly run: number;
  /** The most signatures at any time … */
  readonly peak: number;
  /** … who had signed then, by actor: signatures, and the seats that it holds … */
  readonly signed: readonly { readonly actor: number; readonly signatures: number; readonly seats: number }[];
  /** … and every step that changed the count, or brought it to a motion or a vote. */
  readonly steps: readonly DriveStep[];
}

/** Kinds of move that belong to a drive even where they leave the count as it is. */
const OF_DRIVE = ["table-motion", "no-confidence"];

/**
 * Plays one future again and follows the signatures against the head of government.
 *
 * @returns the same drive whenever it is asked for: a run is a function of case, scenario and number. A future
 * without any signature has a peak of 0 and no steps.
 */
export function driveOf(stage: Stage, scenario: Scenario, run: number): Drive {
  const { world } = stage;
  const seats = world.resourceOf.get("seats");
  const steps: DriveStep[] = [];
  let peak = 0;
  let signed: Drive["signed"] = [];
  let before = -1;
  const follow = (state: State): number => {
    const total = state.pledged.reduce((sum, count) => sum + count, 0);
    if (total > peak) {
      peak = total;
      signed = [...state.pledged].flatMap((signatures, actor) =>
        signatures > 0
          ? [
              {
                actor,
                signatures,
                seats: seats === undefined ? 0 : state.holding[seats * world.actors.length + actor],
              },
            ]
          : [],
      );
    }
    return total;
  };
  stage.play(
    scenario,
    run,
    run + 1,
    () => undefined,
    ({ time, actor, chosen, success, options }, state) => {
      if (before < 0) before = follow(state);
      const { kind, target, object } = options[chosen];
      return () => {
        const total = follow(state);
        if (total !== before || OF_DRIVE.includes(moveKinds[kind].id)) {
          const text = moveKinds[kind].tell(world, { actor, target, object, amount: 0 }, success);
          steps.push({ at: isoDate(Math.floor(time)), text, total });
        }
        before = total;
      };
    },
  );
  return { run, peak, signed, steps };
}
