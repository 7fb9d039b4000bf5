import { exp, mode, type Quantity, type Source, TawazunError } from "../base/index.ts";

/** Which of the three factors of behaviour a coefficient belongs to. */
export type Factor = "rate" | "choice" | "type";

/** A coefficient that stands where the events of a case are too few to fit one. */
export interface BehaviourDefault {
  readonly factor: Factor;
  /** The statistic as an analyst reads it. */
  readonly means: string;
  /** Change of log rate (rate), of log odds to be chosen (choice), or of log odds that the act is conflictual (type), as the statistic goes from none to much. */
  readonly coefficient: Quantity;
  /** Days in which a past event loses half its weight; absent where no past is counted. */
  readonly halfLife?: Quantity;
  /** Where the sign of the effect is from; the size is ours. */
  readonly sources: readonly Source[];
  /** How the number was chosen. */
  readonly chosen: string;
}

const lerner: Source = { ref: "lerner2013" };
const brandes: Source = { ref: "brandes2009" };
const stadtfeld: Source = { ref: "stadtfeld2017" };

/**
 * The engine's default coefficients of behaviour, by name `factor/statistic`.
 *
 * @remarks Every decayed weight w enters as {@link muchness}, w / (1 + w): 0 without a past, ½ at one event
 * of weight 1 just now, near 1 at many. So a coefficient is the most that the statistic can do, and no
 * burst of events can run away. An event weighs |Goldstein intensity| / 5: a demand or an arrest counts 1.
 *
 * The signs are those found in the literature named; the sizes are ours, weakly informative: the middle of
 * a range moves odds by what one would call a clear effect (e^0.7 ≈ 2) and its ends by a slight and a strong
 * one. They are the same for every case; none was tuned on one.
 */
export const behaviourDefaults = {
  "rate/activity": {
    factor: "rate",
    means: "who has acted lately acts sooner again",
    coefficient: [0.2, 0.7, 1.2],
    halfLife: [14, 30, 60],
    sources: [stadtfeld],
    chosen: "twice as active after a burst of own events; a month's memory",
  },
  "rate/hostility-met": {
    factor: "rate",
    means: "who has met hostility lately acts sooner",
    coefficient: [0, 0.5, 1],
    halfLife: [14, 30, 60],
    sources: [lerner],
    chosen: "weaker than own activity",
  },
  "rate/front-coupling": {
    factor: "rate",
    means: "who has met hostility on another front lately acts sooner on this one",
    coefficient: [-0.3, 0.2, 0.7],
    halfLife: [30, 60, 120],
    sources: [],
    chosen:
      "sign open: pressure abroad may hasten action at home or bind hands; the middle leans to the first",
  },
  "choice/inertia": {
    factor: "choice",
    means: "toward whom one has acted lately, in whatever way",
    coefficient: [0.8, 1.6, 2.4],
    halfLife: [30, 60, 120],
    sources: [stadtfeld, lerner],
    chosen: "the strongest effect in every published event model; kept below those of calls and mails",
  },
  "choice/reciprocity": {
    factor: "choice",
    means: "toward whoever has acted toward one lately",
    coefficient: [0.4, 0.9, 1.4],
    halfLife: [14, 30, 60],
    sources: [stadtfeld, lerner],
    chosen: "about half of inertia",
  },
  "choice/friend-of-friend": {
    factor: "choice",
    means: "toward a friend of one's friends",
    coefficient: [0, 0.3, 0.6],
    halfLife: [60, 120, 240],
    sources: [lerner],
    chosen: "slight: balance says how one acts rather than toward whom",
  },
  "choice/friend-of-enemy": {
    factor: "choice",
    means: "toward a friend of one's enemies",
    coefficient: [0, 0.3, 0.6],
    halfLife: [60, 120, 240],
    sources: [lerner],
    chosen: "slight, as friend of friend",
  },
  "choice/enemy-of-friend": {
    factor: "choice",
    means: "toward an enemy of one's friends",
    coefficient: [0, 0.3, 0.6],
    halfLife: [60, 120, 240],
    sources: [lerner],
    chosen: "slight, as friend of friend",
  },
  "choice/enemy-of-enemy": {
    factor: "choice",
    means: "toward an enemy of one's enemies",
    coefficient: [-0.1, 0.2, 0.5],
    halfLife: [60, 120, 240],
    sources: [lerner],
    chosen: "the weakest of the four in the literature",
  },
  "type/hostile-inertia": {
    factor: "type",
    means: "hostile again toward whom one was hostile lately",
    coefficient: [0.6, 1.2, 1.8],
    halfLife: [30, 60, 120],
    sources: [lerner, brandes],
    chosen: "strong: the type of the last acts is the best guess of the next",
  },
  "type/friendly-inertia": {
    factor: "type",
    means: "friendly again toward whom one was friendly lately",
    coefficient: [-1.8, -1.2, -0.6],
    halfLife: [30, 60, 120],
    sources: [lerner, brandes],
    chosen: "the mirror of hostile inertia",
  },
  "type/hostile-reciprocity": {
    factor: "type",
    means: "hostility answers hostility",
    coefficient: [0.5, 1, 1.5],
    halfLife: [14, 30, 60],
    sources: [lerner, brandes],
    chosen: "a little weaker than inertia, shorter in memory",
  },
  "type/friendly-reciprocity": {
    factor: "type",
    means: "friendliness answers friendliness",
    coefficient: [-1.2, -0.8, -0.4],
    halfLife: [14, 30, 60],
    sources: [lerner, brandes],
    chosen: "weaker than hostile reciprocity: bad weighs more than good",
  },
  "type/friend-of-friend": {
    factor: "type",
    means: "friendly to a friend of one's friends",
    coefficient: [-0.8, -0.4, 0],
    halfLife: [60, 120, 240],
    sources: [lerner, brandes],
    chosen: "as balance theory has it, half as strong as direct experience",
  },
  "type/friend-of-enemy": {
    factor: "type",
    means: "hostile to a friend of one's enemies",
    coefficient: [0, 0.4, 0.8],
    halfLife: [60, 120, 240],
    sources: [lerner, brandes],
    chosen: "as balance theory has it",
  },
  "type/enemy-of-friend": {
    factor: "type",
    means: "hostile to an enemy of one's friends",
    coefficient: [0, 0.4, 0.8],
    halfLife: [60, 120, 240],
    sources: [lerner, brandes],
    chosen: "as balance theory has it",
  },
  "type/enemy-of-enemy": {
    factor: "type",
    means: "friendly to an enemy of one's enemies",
    coefficient: [-0.5, -0.2, 0.1],
    halfLife: [60, 120, 240],
    sources: [lerner, brandes],
    chosen: "the least certain of the four rules of balance; it may be absent",
  },
} as const satisfies { readonly [name: string]: BehaviourDefault };

/** A name in {@link behaviourDefaults}, such as `choice/inertia`. */
export type DefaultName = keyof typeof behaviourDefaults;

/** The names of one factor's defaults, in order. */
export function defaultNames(factor: Factor): readonly DefaultName[] {
  return (Object.keys(behaviourDefaults) as DefaultName[]).filter(
    (name) => behaviourDefaults[name].factor === factor,
  );
}

/**
 * A decayed weight turned into a number from 0 (nothing lately) to 1 (very much): w / (1 + w).
 *
 * @example
 * ```ts
 * import { muchness } from "tawazun/behave";
 * muchness(1); //=> 0.5
 * ```
 */
export function muchness(weight: number): number {
  return weight / (1 + weight);
}

/** What an event of a Goldstein intensity weighs in a history: |intensity| / 5. */
export function eventWeight(intensity: number): number {
  return Math.abs(intensity) / 5;
}

/**
 * A default as a sentence for the report.
 *
 * @example
 * ```ts
 * import { inWords } from "tawazun/behave";
 * inWords("choice/reciprocity"); //=> "toward whoever has acted toward one lately: up to 2.5 times the odds of being chosen"
 * ```
 */
export function inWords(name: DefaultName): string {
  const entry: BehaviourDefault | undefined = behaviourDefaults[name];
  if (entry === undefined) throw new TawazunError("behave/default", `There is no default "${name}".`);
  const odds = exp(mode(entry.coefficient));
  const of = { rate: "the pace", choice: "the odds of being chosen", type: "the odds of a hostile act" };
  return `${entry.means}: ${odds >= 1 ? "up to" : "down to"} ${odds.toFixed(1)} times ${of[entry.factor]}`;
}
