import { log } from "../base/index.ts";

/**
 * The Brier score of a probability for a yes-or-no question: (p − o)², 0…1, lower is better.
 *
 * @see Brier 1950, half of its eq. 2
 * @example
 * ```ts
 * import { brierScore } from "tawazun/forecast";
 * brierScore(0.5, true); //=> 0.25
 * ```
 */
export function brierScore(probability: number, outcome: boolean): number {
  const miss = probability - (outcome ? 1 : 0);
  return miss * miss;
}

/** The log score, −ln of the probability given to what came true; lower is better, infinite for a certainty that failed. */
export function logScore(probability: number, outcome: boolean): number {
  return -log(outcome ? probability : 1 - probability);
}

/** A forecast beside what came true. */
export interface Judged {
  readonly probability: number;
  readonly outcome: boolean;
}

/** The mean Brier score and its parts. */
export interface Decomposition {
  readonly brier: number;
  /** How far stated probabilities lie from frequencies, bin by bin; lower is better. */
  readonly reliability: number;
  /** How far the bins' frequencies differ from the whole; higher is better. */
  readonly resolution: number;
  /** Variance of the outcomes. */
  readonly uncertainty: number;
  /** What is left: spread of forecasts within bins, less twice how far it goes with outcomes; 0 if they are equal there. */
  readonly within: number;
  readonly bins: readonly {
    readonly low: number;
    readonly high: number;
    readonly count: number;
    readonly meanForecast: number;
    readonly frequency: number;
  }[];
}

/**
 * The Brier score's decomposition into reliability − resolution + uncertainty + what lies within bins.
 *
 * @remarks Murphy's three parts are all of it when forecasts within a bin are equal.
 * @see Murphy 1973; Stephenson, Coelho & Jolliffe 2008 for the part within bins
 */
export function decompose(judged: readonly Judged[], bins = 5): Decomposition {
  const count = judged.length;
  const base = count === 0 ? 0 : judged.filter((entry) => entry.outcome).length / count;
  const brier =
    count === 0
      ? 0
      : judged.reduce((sum, entry) => sum + brierScore(entry.probability, entry.outcome), 0) / count;
  const table = Array.from({ length: bins }, (_, b) => {
    const inside = judged.filter((entry) => Math.min(bins - 1, Math.floor(entry.probability * bins)) === b);
    return {
      low: b / bins,
      high: (b + 1) / bins,
      count: inside.length,
      meanForecast:
        inside.length === 0
          ? (b + 0.5) / bins
          : inside.reduce((sum, entry) => sum + entry.probability, 0) / inside.length,
      frequency: inside.length === 0 ? 0 : inside.filter((entry) => entry.outcome).length / inside.length,
    };
  });
  const mean = (term: (bin: (typeof table)[number]) => number): number =>
    count === 0 ? 0 : table.reduce((sum, bin) => sum + bin.count * term(bin), 0) / count;
  return {
    brier,
    reliability: mean((bin) => (bin.meanForecast - bin.frequency) * (bin.meanForecast - bin.frequency)),
    resolution: mean((bin) => (bin.frequency - base) * (bin.frequency - base)),
    uncertainty: base * (1 - base),
    within: withinBins(judged, table),
    bins: table,
  };
}

/** Mean over forecasts of (f − f̄)² − 2 (f − f̄)(o − ō), with f̄ and ō of the forecast's bin. */
function withinBins(judged: readonly Judged[], bins: Decomposition["bins"]): number {
  let sum = 0;
  for (const { probability, outcome } of judged) {
    const bin = bins[Math.min(bins.length - 1, Math.floor(probability * bins.length))];
    const apart = probability - bin.meanForecast;
    sum += apart * apart - 2 * apart * ((outcome ? 1 : 0) - bin.frequency);
  }
  return judged.length === 0 ? 0 : sum / judged.length;
}

/** Scores of one forecaster over the questions that were resolved. */
export interface Scorecard {
  readonly name: string;
  readonly questions: number;
  readonly brier: number;
  readonly log: number;
  /** 1 − Brier / Brier of always saying ½; above 0 is better than a coin. */
  readonly skill: number;
  /** What one should know of it: for instance that it looks at the outcomes. */
  readonly note?: string;
}

const SURE = 0.99;

/** A scorecard of probabilities beside outcomes; certainties are scored as 0.99, lest one miss be infinite. */
export function scorecard(name: string, judged: readonly Judged[], note?: string): Scorecard {
  const count = Math.max(1, judged.length);
  const bounded = judged.map((entry) => ({
    ...entry,
    probability: Math.min(SURE, Math.max(1 - SURE, entry.probability)),
  }));
  const brier = judged.reduce((sum, entry) => sum + brierScore(entry.probability, entry.outcome), 0) / count;
  return {
    name,
    questions: judged.length,
    brier,
    log: bounded.reduce((sum, entry) => sum + logScore(entry.probability, entry.outcome), 0) / count,
    skill: 1 - brier / 0.25,
    ...(note === undefined ? {} : { note }),
  };
}
