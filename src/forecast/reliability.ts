import type { Random } from "../base/index.ts";
import { decompose, type Judged } from "./scores.ts";

/** One bin of a reliability diagram. */
export interface ReliabilityBin {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  /** Mean of the forecasts in the bin; its middle where it is empty. */
  readonly mean: number;
  /** Part that came true. */
  readonly frequency: number;
  /** Where the frequency lies, at the level asked for, if every forecast is right; absent for an empty bin. */
  readonly consistent?: readonly [number, number];
}

/** Resamples from which the bars are read. */
const RESAMPLES = 1000;

/**
 * A reliability diagram with consistency bars: how often forecasts of about one probability came true, and
 * how often they would if all were right.
 *
 * @param options bins of equal width; `level` of the bars; the stream of chance for the resampling.
 * @remarks As Bröcker and Smith do it: forecasts are drawn anew from those given, each with an outcome drawn
 * by its own probability; the bar of a bin is the central span of the frequencies that it then shows. So the
 * bars hold what comes of few forecasts and of how they fall into bins, and no more: that questions depend
 * on each other would widen them.
 * @see Bröcker & Smith 2007, section 3
 * @example Ten forecasts of one half that all came true: outside what right forecasts would show.
 * ```ts
 * import { seeded } from "tawazun/base";
 * import { reliability } from "tawazun/forecast";
 * const judged = Array.from({ length: 10 }, () => ({ probability: 0.5, outcome: true }));
 * const [bin] = reliability(judged, { bins: 1, level: 0.9, random: seeded("bars") });
 * bin.consistent; //=> [0.2, 0.8]
 * ```
 */
export function reliability(
  judged: readonly Judged[],
  options: { readonly bins: number; readonly level: number; readonly random: Random },
): readonly ReliabilityBin[] {
  const { bins, level, random } = options;
  const frequencies = Array.from({ length: bins }, (): number[] => []);
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const luck = random.fork(resample);
    const yes = new Float64Array(bins);
    const count = new Float64Array(bins);
    for (let k = 0; k < judged.length; k++) {
      const { probability } = judged[luck.integer(judged.length)];
      const bin = Math.min(bins - 1, Math.floor(probability * bins));
      count[bin] += 1;
      if (luck.uniform() < probability) yes[bin] += 1;
    }
    for (let b = 0; b < bins; b++) if (count[b] > 0) frequencies[b].push(yes[b] / count[b]);
  }
  return decompose(judged, bins).bins.map(({ low, high, count, meanForecast, frequency }, b) => ({
    low,
    high,
    count,
    mean: meanForecast,
    frequency,
    ...(count === 0 ? {} : { consistent: centralSpan(frequencies[b], level) }),
  }));
}

function centralSpan(values: readonly number[], level: number): readonly [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  const at = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(part * sorted.length - 1e-9) - 1))];
  return [at(tail), at(1 - tail)];
}
