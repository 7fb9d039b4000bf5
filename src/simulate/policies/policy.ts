import type { Source } from "../../base/index.ts";

/** What a policy sees of one option: nothing else of the state. */
export interface OptionView {
  /** Log-odds from behaviour: how often such a move is made, and to whom, given the past. */
  habit: number;
  /** Expected gain in points of utility, by the actor's own aims. */
  gain: number;
  /** What it costs in points. */
  price: number;
  /** κ of the actor: log-odds per point. */
  strategic: number;
  /** Spread of what may come of it, as a variance in points²: of success and failure, and of the answer to a hostile act. */
  risk: number;
  /** How much a cautious actor dislikes risk, per point. */
  aversion: number;
}

/** A decision rule: the value, in log-odds, of an option; the engine draws by multinomial logit. */
export interface Policy {
  readonly id: string;
  readonly name: string;
  /** How an option is valued, in a formula for a page. */
  readonly formula: string;
  readonly sources: readonly Source[];
  value(option: OptionView): number;
  /** Whether its value is habit + κ × (gain − price): then a kind that can be worth little need not be weighed. */
  readonly bounded?: boolean;
  /** For how many of its best options an actor thinks through the target's answer; absent: none. */
  readonly foresight?: number;
  /** Who makes no move unless a scenario forces one. */
  readonly waits?: boolean;
  /** Whether somebody outside the play is asked to choose. */
  readonly asks?: boolean;
}
