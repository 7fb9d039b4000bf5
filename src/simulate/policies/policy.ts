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
}

/** A decision rule: the value, in log-odds, of an option; the engine draws by multinomial logit. */
export interface Policy {
  readonly id: string;
  readonly name: string;
  readonly sources: readonly Source[];
  value(option: OptionView): number;
}
