import type { Source } from "../../base/index.ts";

/** What a statistic is started with: live views that the replay keeps up to date. */
export interface Setting {
  /** Number of actors. */
  readonly n: number;
  /** Tie values of each network, [i·n + j]; changed before {@link Running.tie} is called. */
  readonly ties: readonly Float64Array[];
  /** Values of each attribute. */
  readonly traits: readonly Float64Array[];
  /** Whether the values of ties count, or only that there is one. */
  readonly weighted: boolean;
  /** For statistics of two-paths: whether the order in which the ties came counts. */
  readonly order: "any" | "sequential" | "consecutive";
  /** What stored ties of the first network are worth at a time; 1 where they do not fade. */
  factor(time: number): number;
  /** What has faded below it is gone; 0 keeps every trace. */
  readonly floor: number;
  /** To be called with the index of every value that changes. */
  touch(cell: number): void;
}

/** A statistic at work on a stream of changes. */
export interface Running {
  /** One value per actor, or per pair at [i·n + j]. The diagonal stays 0. */
  readonly values: Float64Array;
  /** Further sums that are held of ties and fade with them. */
  readonly kept?: readonly Float64Array[];
  /** A tie of network `which` from i to j, i ≠ j, has changed. */
  tie?(which: number, i: number, j: number, before: number, after: number, time: number): void;
  /** An attribute has changed. */
  trait?(which: number, actor: number, before: number, after: number): void;
}

/** A number computed from past events for an actor or for a pair: what a coefficient belongs to. */
export interface Statistic {
  /** As written in a formula. */
  readonly id: string;
  readonly name: string;
  /** What a coefficient of it tells, in plain words. */
  readonly says: string;
  /** The definition, in symbols; x is the network, z an attribute, i the sender, j the receiver. */
  readonly means: string;
  readonly sources: readonly Source[];
  readonly networks: 0 | 1 | 2;
  readonly attributes: 0 | 1 | 2;
  /** A value per actor enters a pair by its sender (ego) or its receiver (alter). */
  readonly level: "actor" | "pair";
  /** Whether doubling all ties doubles it: then it can be taken of ties that decay. */
  readonly scales: (weighted: boolean) => boolean;
  /** Takes the option `order`. */
  readonly ordered?: true;
  /** Its value changes with time even when nothing happens. */
  readonly ages?: true;
  /** The value shown at a time from the value held; where absent, the value itself. */
  readonly shown?: (held: number, time: number, floor: number) => number;
  start(setting: Setting): Running;
}

/** 1 for a tie, 0 for none. */
export const present = (value: number): number => (value > 0 ? 1 : 0);

export const goldfish: Source = { ref: "stadtfeld2017", at: "as in goldfish 1.7.0" };
