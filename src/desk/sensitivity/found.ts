import type { Case, Question } from "../../case/index.ts";
import type { Flip, SobolIndex, TwoLevelEffect } from "../../forecast/index.ts";
import type { Stage } from "../../simulate/index.ts";
import type { Deciding } from "../whatif/compare.ts";

/** How large a sensitivity analysis is. */
export interface SensitivitySize {
  readonly seed: string;
  /** Futures in all. */
  readonly runs: number;
  readonly months: number;
  /** Ids of questions; none: all that the months can answer. */
  readonly questions: readonly string[];
  /** How actors decide; absent: all strategic, by the defaults of behaviour. */
  readonly deciding?: Deciding;
}

/** An input at the two ends of its range, on the same luck. */
export interface Ends {
  readonly name: string;
  readonly range: readonly [number, number, number];
  readonly atLow: number;
  readonly atHigh: number;
}

/** Main effects of all inputs on one answer, each at one of its ends in every point. */
export interface Screening {
  readonly points: number;
  readonly inputs: number;
  /** The greatest first; none where the answer does not vary. */
  readonly effects: readonly TwoLevelEffect[];
}

/** What drives one answer. */
export interface QuestionSensitivity {
  readonly question: Question;
  readonly screened: Screening;
  /** By input, widest bar first; `base` is the answer on the same futures with nothing held. */
  readonly base: number;
  readonly ends: readonly Ends[];
  /** Indices by design of the inputs in {@link Sensitivity.designed}; absent where the answer does not vary. */
  readonly indices: readonly SobolIndex[] | undefined;
  readonly flips: readonly (Flip & { readonly name: string; readonly from: number })[];
}

/** What drives the answers of a case. */
export interface Sensitivity {
  readonly source: Case;
  readonly stage: Stage;
  readonly size: SensitivitySize;
  readonly questions: readonly QuestionSensitivity[];
  /** The inputs that were run through a design of Saltelli et al., with samples and futures for each point. */
  readonly designed: { readonly inputs: readonly string[]; readonly samples: number; readonly each: number };
  readonly runs: number;
  readonly stopped: boolean;
}
