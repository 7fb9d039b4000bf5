import { TawazunError } from "../../base/index.ts";
import { level, type Plot, upright } from "../draw/axes.ts";
import { type Child, el } from "../draw/markup.ts";
import { framed, type Picture, type PictureOptions } from "../picture.ts";
import { percent, range } from "../say/number.ts";
import { listOf, plural } from "../say/words.ts";
import { table } from "../tables/table.ts";

/** Forecasts of about one probability, and how often they came true. */
export interface CalibrationBin {
  readonly low: number;
  readonly high: number;
  /** Mean of the probabilities forecast. */
  readonly mean: number;
  readonly count: number;
  /** Part of the questions that came true. */
  readonly frequency: number;
  /** Where the frequency would lie, with the chance of `level`, if the forecasts were right. */
  readonly consistent?: readonly [number, number];
}

export interface CalibrationData {
  /** Bins with no forecast are left out. */
  readonly bins: readonly CalibrationBin[];
  /** Of the consistency bars; 0.9 if not given. */
  readonly level?: number;
}

const WIDTH = 960;
const HEIGHT = 430;

/**
 * A reliability diagram: probability forecast against frequency observed, with bars that show how far
 * from the diagonal a right forecaster would be by chance, and beside it how many forecasts each bin has.
 *
 * @see Bröcker & Smith 2007 for the consistency bars.
 * @throws {TawazunError} `show/empty` if no bin has a forecast.
 * @example
 * ```ts
 * import { calibration } from "tawazun/show";
 * const bins = [{ low: 0, high: 0.2, mean: 0.1, count: 10, frequency: 0.1, consistent: [0, 0.3] as const }];
 * calibration({ bins }, { id: "c", title: "Calibration", method: "By hand." }).alt;
 * //=> "Reliability diagram of 10 forecasts in 1 bin. Every bin lies inside its 90% consistency bar."
 * ```
 */
export function calibration(data: CalibrationData, options: PictureOptions): Picture {
  const bins = data.bins.filter((bin) => bin.count > 0);
  if (bins.length === 0) throw new TawazunError("show/empty", "There are no forecasts to calibrate.");
  const chance = percent(data.level ?? 0.9);
  const plot: Plot = { left: 66, right: 446, top: 16, bottom: 376 };
  const bars: Plot = { left: 560, right: 940, top: 16, bottom: 376 };
  const x = level(plot, { low: 0, high: 1, unit: "probability", about: 5 });
  const y = upright(plot, { low: 0, high: 1, unit: "probability", about: 5 });
  const n = level(bars, { low: 0, high: 1, unit: "probability", about: 5 });
  const count = upright(bars, { low: 0, high: Math.max(4, ...bins.map((bin) => bin.count)), about: 4 });
  const total = bins.reduce((sum, bin) => sum + bin.count, 0);
  const most = Math.max(...bins.map((bin) => bin.count));
  const off = bins.filter(
    (bin) => bin.consistent && (bin.frequency < bin.consistent[0] || bin.frequency > bin.consistent[1]),
  );
  const sources = [...(options.sources ?? []), { ref: "brocker2007" } as const];
  return framed(
    { ...options, sources },
    {
      width: WIDTH,
      height: HEIGHT,
      alt: `Reliability diagram of ${plural(total, "forecast")} in ${plural(bins.length, "bin")}. ${
        bins.some((bin) => bin.consistent)
          ? off.length === 0
            ? `Every bin lies inside its ${chance} consistency bar.`
            : `Outside their ${chance} consistency bars: ${listOf(off.map((bin) => `the bin about ${percent(bin.mean)}`))}.`
          : `They came true ${listOf(bins.map((bin) => `${percent(bin.frequency)} where ${percent(bin.mean)} was forecast`))}.`
      }`,
      table: table(
        options.title,
        [
          { key: "bin", name: "Bin" },
          { key: "mean", name: "Mean forecast", unit: "probability", digits: 1, measure: "probability" },
          { key: "frequency", name: "Came true", unit: "share", digits: 1, measure: "calibration" },
          { key: "count", name: "Forecasts" },
          { key: "low", name: `Consistent from (${chance})`, unit: "share", digits: 1 },
          { key: "high", name: `Consistent to (${chance})`, unit: "share", digits: 1 },
        ],
        bins.map((bin) => ({
          bin: range(percent(bin.low), percent(bin.high)),
          mean: bin.mean,
          frequency: bin.frequency,
          count: bin.count,
          low: bin.consistent?.[0],
          high: bin.consistent?.[1],
        })),
      ),
      marks: [
        ...x.marks,
        ...y.marks,
        ...n.marks,
        ...count.marks,
        el("line", {
          class: "axis dash",
          x1: x.scale(0),
          y1: y.scale(0),
          x2: x.scale(1),
          y2: y.scale(1),
        }),
        ...bins.flatMap((bin) => consistency(bin, x.scale(bin.mean), y.scale)),
        ...bins.map((bin) =>
          el(
            "circle",
            {
              class: "faccent kpage",
              "stroke-width": 1.2,
              cx: x.scale(bin.mean),
              cy: y.scale(bin.frequency),
              r: 4 + 6 * Math.sqrt(bin.count / most),
            },
            el("title", {}, `${percent(bin.frequency)} of ${bin.count} at ${percent(bin.mean)}`),
          ),
        ),
        ...bins.map((bin) =>
          el("rect", {
            class: "faccent",
            "fill-opacity": 0.55,
            x: n.scale(bin.low) + 1,
            width: Math.max(1, n.scale(bin.high) - n.scale(bin.low) - 2),
            y: count.scale(bin.count),
            height: count.scale(0) - count.scale(bin.count),
          }),
        ),
        ...bins.map((bin) =>
          el(
            "text",
            {
              class: "middle small",
              x: (n.scale(bin.low) + n.scale(bin.high)) / 2,
              y: count.scale(bin.count) - 5,
            },
            `${bin.count}`,
          ),
        ),
        el(
          "text",
          { class: "soft small halo", x: x.scale(0.03), y: y.scale(0.97) },
          "came true more often than forecast",
        ),
        el("text", { class: "soft small end halo", x: x.scale(0.98), y: y.scale(0.03) }, "less often"),
        axisName("probability forecast", (plot.left + plot.right) / 2),
        axisName("probability forecast", (bars.left + bars.right) / 2),
        upName("came true", 20, (plot.top + plot.bottom) / 2),
        upName("forecasts", 516, (plot.top + plot.bottom) / 2),
      ],
    },
  );
}

function consistency(bin: CalibrationBin, x: number, y: (value: number) => number): Child[] {
  if (bin.consistent === undefined) return [];
  const [low, high] = bin.consistent.map(y);
  return [
    el("line", { class: "ksoft", "stroke-width": 1.4, x1: x, x2: x, y1: low, y2: high }),
    el("line", { class: "ksoft", "stroke-width": 1.4, x1: x - 5, x2: x + 5, y1: low, y2: low }),
    el("line", { class: "ksoft", "stroke-width": 1.4, x1: x - 5, x2: x + 5, y1: high, y2: high }),
  ];
}

function axisName(text: string, x: number): Child {
  return el("text", { class: "soft small middle", x, y: HEIGHT - 14 }, text);
}

function upName(text: string, x: number, y: number): Child {
  return el("text", { class: "soft small middle", transform: `translate(${x} ${y}) rotate(-90)` }, text);
}
