import type { Source } from "../../base/index.ts";
import type { Changes } from "../changes.ts";
import type { Reach } from "../reach.ts";
import type { Scene } from "../scene.ts";
import type { World } from "../world.ts";

/** A move on its way: indices of who, to whom, about what; −1 for none. Reused in the hot loop. */
export interface Move {
  actor: number;
  target: number;
  /** Post, issue, arena, stage, territory or list, as the kind says. */
  object: number;
  amount: number;
}

/** Takes one legal option: its target, object and amount. */
export type Offer = (target: number, object?: number, amount?: number) => void;

/**
 * A kind of move: a record with facts about itself and pure functions.
 *
 * The engine alone decides who may move and keeps the rules of an intervention; a kind says
 * what is open to an actor now, what it costs, how likely it is to come off, and what changes.
 */
export interface MoveKind {
  readonly id: string;
  /** For people: "co-opt a splinter". */
  readonly name: string;
  /** PLOVER type of the event it makes. */
  readonly type: string;
  /** Goldstein intensity divided by 10: −1 hostile … +1 friendly. */
  readonly tone: number;
  /** What `object` is. */
  readonly object?: "post" | "issue" | "arena" | "stage" | "territory" | "list";
  /** Rows of the founding case that it makes playable. */
  readonly rows: readonly string[];
  readonly sources: readonly Source[];
  /** Log-odds of the kind, all else equal, beside a consultation (0). Ours; see the page on moves. */
  readonly commonness: number;
  /** Whether the engine draws `amount` anew, 0…1, when the move is made: something in it is left to chance. */
  readonly chance?: boolean;
  /** Nobody without these roles, see `role`, has an option of it; absent: it is open to anybody. */
  readonly by?: number;
  /** Legal options of an actor now; finite, distinct. */
  options(scene: Scene, actor: number, offer: Offer): void;
  /** What the move costs its maker beyond its effects, in points of utility; absent: 0. */
  price?(scene: Scene, move: Move): number;
  /** Probability that it comes off; absent: 1. */
  odds?(scene: Scene, move: Move): number;
  /** Worth to the maker that is not in the effects, in points: a prospect opened or shut. */
  prospect?(scene: Scene, move: Move): number;
  /**
   * More points than this no option is worth to its maker, whatever the state: effects and prospect, less price, but not
   * how the target takes it, which the engine adds. Spares a play to weigh what it need not; absent: no bound is known.
   */
  most?(reach: Reach): number;
  /**
   * The same of one option as things now stand, where that is far cheaper to know than its worth, and no bound for all
   * is of use; Infinity where none is known.
   */
  cap?(scene: Scene, move: Move): number;
  succeed(scene: Scene, move: Move, change: Changes): void;
  fail?(scene: Scene, move: Move, change: Changes): void;
  /** One sentence for a narrative, in the past tense. */
  tell(world: World, move: Move, success: boolean): string;
}

/** The name of an actor for a sentence. */
export function nameOf(world: World, actor: number): string {
  return actor < 0 ? "nobody" : world.actors[actor].name;
}
