import type { Random, Source } from "../base/index.ts";
import type { BargainingProblem } from "./problem.ts";

/**
 * A bargaining model: an issue and who bargains over it go in, a settlement with its account comes out.
 * To add one: this record in one file, its test, and one line in `catalogue.ts`.
 */
export interface BargainingModel {
  /** Kebab-case, stable. */
  readonly id: string;
  readonly name: string;
  readonly sources: readonly Source[];
  /** Its settlement, or each actor's step toward it, in symbols; each is told. */
  readonly formula: string;
  /** What the model takes for granted, each a short sentence. */
  readonly assumes: readonly string[];
  /** Whether `settle` draws from `random`: its settlement is then one of many that may come. */
  readonly chance: boolean;
  /**
   * Where bargaining over one issue ends.
   *
   * @throws {TawazunError} `bargain/…` for what is no problem (see `checkProblem`) or is not defined.
   */
  settle(problem: BargainingProblem, random: Random): Settlement;
  /** Several issues that actors can set off against each other; only models that link issues have it. */
  settleTogether?(problems: readonly BargainingProblem[], random: Random): readonly Settlement[];
}

/** Where a bargaining model says it ends. */
export interface Settlement {
  /** On the issue's scale. */
  readonly position: number;
  readonly account: Account;
}

/** How a settlement came about, for whoever wants to check it. */
export interface Account {
  /** One or two sentences. */
  readonly summary: string;
  /** What each actor weighed in the settlement, in the problem's order; shares sum to 1. */
  readonly pulls: readonly Pull[];
  /** What happened, in order; empty where the model has no rounds. */
  readonly rounds: readonly Round[];
  /** Other figures that the model offers, by name, on the issue's scale unless the name says otherwise. */
  readonly figures: { readonly [name: string]: number };
}

/** An actor's share in the settlement: the settlement is the sum of share × position where a model averages. */
export interface Pull {
  readonly actor: string;
  /** The position that counted at the end. */
  readonly position: number;
  readonly share: number;
}

/** One round: who challenged whom, what each expected, where everyone stood afterwards. */
export interface Round {
  readonly challenges: readonly Challenge[];
  /** After the round, in the problem's order. */
  readonly positions: readonly number[];
  /** The settlement if bargaining ended here. */
  readonly outcome: number;
}

/** One actor's move on another. */
export interface Challenge {
  readonly by: string;
  readonly of: string;
  /** In the model's words: `challenge`, `exchange`, `compromise`, `capitulation` … */
  readonly kind: string;
  /** What each side expected to gain by it, in the model's utility. */
  readonly expected: { readonly by: number; readonly of?: number };
  /** Moves that came of it; empty if it was turned down. */
  readonly moves: readonly Move[];
}

/** A change of an actor's position. */
export interface Move {
  readonly actor: string;
  readonly from: number;
  readonly to: number;
  /** The issue, where several are settled together. */
  readonly issue?: string;
}
