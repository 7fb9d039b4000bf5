import { dayOf, type IsoDate, TawazunError } from "../../base/index.ts";
import { area, days, line, type Plot, ruleAt, upright } from "../draw/axes.ts";
import { type Entry, legend, lineMark } from "../draw/legend.ts";
import { type Child, el } from "../draw/markup.ts";
import { framed, type Picture, type PictureOptions } from "../picture.ts";
import { dateInWords } from "../say/date.ts";
import { number, range } from "../say/number.ts";
import { table } from "../tables/table.ts";
import { FAN_ENTRIES, type FanPoint, fanMarks } from "./fan.ts";

/** A count for one month, `2012-01`. */
export interface MonthCount {
  readonly at: IsoDate;
  readonly value: number;
}

export interface ViolenceData {
  /** What is counted, such as "deaths". */
  readonly unit: string;
  readonly observed: readonly MonthCount[];
  readonly forecast: readonly FanPoint[];
  /** What plain rules would say, each a line: persistence, the season's mean … */
  readonly baselines?: readonly { readonly name: string; readonly values: readonly MonthCount[] }[];
  /** What came true after the as-of date, where it is known. */
  readonly outcome?: readonly MonthCount[];
  readonly asOf: IsoDate;
}

const WIDTH = 960;
const HEIGHT = 400;
const DASHES = ["dash", "dots", "dashdot"];

/** Bars with the middle of their month in the middle. */
function bars(
  counts: readonly MonthCount[],
  x: (day: number) => number,
  y: (value: number) => number,
): Child[] {
  return counts.map((count) => {
    const first = dayOf(count.at);
    const [from, to] = [x(first), x(first + 30)];
    const gap = to - from > 5 ? 1 : 0;
    return el(
      "rect",
      { class: "fline", x: from, y: y(count.value), width: to - from - gap, height: y(0) - y(count.value) },
      el("title", {}, `${dateInWords(count.at)}: ${number(count.value)}`),
    );
  });
}

/**
 * Monthly counts of violence as bars, then the forecast as a fan, beside what plain baselines say.
 *
 * @throws {TawazunError} `show/empty` if nothing is observed or nothing is forecast.
 * @example
 * ```ts
 * import { violence } from "tawazun/show";
 * const forecast = [
 *   { at: "2012-02", low95: 90, low80: 120, low50: 160, median: 200, high50: 250, high80: 310, high95: 420 },
 * ];
 * const observed = [{ at: "2012-01", value: 233 }];
 * const data = { unit: "deaths", observed, forecast, asOf: "2012-01-31" };
 * violence(data, { id: "v", title: "Deaths", method: "By hand." }).table.rows.length; //=> 2
 * ```
 */
export function violence(data: ViolenceData, options: PictureOptions): Picture {
  if (data.observed.length === 0 || data.forecast.length === 0) {
    throw new TawazunError("show/empty", "The picture of violence needs observed months and a forecast.");
  }
  const baselines = data.baselines ?? [];
  const outcome = data.outcome ?? [];
  const entries: Entry[] = [
    { mark: (x, y) => el("rect", { class: "fline", x: x + 8, y, width: 10, height: 14 }), name: "observed" },
    FAN_ENTRIES.median,
    FAN_ENTRIES.half,
    FAN_ENTRIES.most,
    FAN_ENTRIES.nearlyAll,
    ...baselines.map((each, i) => ({
      mark: lineMark(`khostile ${DASHES[i % 3]}`),
      name: `baseline: ${each.name}`,
    })),
    ...(outcome.length > 0 ? [FAN_ENTRIES.outcome] : []),
  ];
  const key = legend(entries, { x: 8, y: 4, width: WIDTH - 16 });
  const plot: Plot = { left: 56, right: WIDTH - 14, top: key.height + 34, bottom: HEIGHT + key.height - 30 };
  const points = [...data.observed, ...outcome, ...baselines.flatMap((each) => each.values)];
  const all = [...points.map((p) => dayOf(p.at)), ...data.forecast.map((p) => dayOf(p.at))];
  const x = days(plot, Math.min(...all), Math.max(...all) + 30);
  const most = Math.max(...points.map((p) => p.value), ...data.forecast.map((p) => p.high95));
  const y = upright(plot, { low: 0, high: most });
  const middle = (day: number): number => x.scale(day + 15);
  const band = data.forecast.map((p) => [middle(dayOf(p.at)), y.scale(p.median)] as const);
  const end = data.forecast[data.forecast.length - 1];
  return framed(options, {
    width: WIDTH,
    height: HEIGHT + key.height,
    alt: `${number(data.observed.length)} months of ${data.unit} as bars, up to ${dateInWords(data.asOf)}; then the forecast, whose median for ${dateInWords(end.at)} is ${number(end.median, 0)}, with 95% of futures at ${range(number(end.low95, 0), number(end.high95, 0))}.`,
    table: violenceTable(data, options.title),
    marks: [
      ...key.marks,
      el("text", { class: "soft small", x: 8, y: key.height + 20 }, `${data.unit} a month`),
      ...y.marks,
      ...x.marks,
      ...bars(data.observed, x.scale, y.scale),
      // One point alone has no area: a stroke makes it seen.
      band.length === 1
        ? el("path", { class: "kaccent none", "stroke-width": 8, d: area(band, band) })
        : undefined,
      ...fanMarks({ id: "", name: "", forecast: data.forecast, outcome }, middle, y.scale),
      ...baselines.map((each, i) =>
        el("path", {
          class: `none khostile ${DASHES[i % 3]}`,
          "stroke-width": 1.8,
          d: line(each.values.map((p) => [middle(dayOf(p.at)), y.scale(p.value)])),
        }),
      ),
      ...ruleAt(plot, x.scale(dayOf(data.asOf)), dateInWords(data.asOf)),
    ],
  });
}

function violenceTable(data: ViolenceData, title: string) {
  const whole = { digits: 0 };
  const baselines = data.baselines ?? [];
  const months = [
    ...new Set([
      ...data.observed.map((p) => p.at),
      ...data.forecast.map((p) => p.at),
      ...baselines.flatMap((each) => each.values.map((p) => p.at)),
      ...(data.outcome ?? []).map((p) => p.at),
    ]),
  ].sort();
  const value = (counts: readonly MonthCount[] | undefined, at: string): number | undefined =>
    counts?.find((count) => count.at === at)?.value;
  return table(
    title,
    [
      { key: "at", name: "Month" },
      { key: "observed", name: "Observed", unit: data.unit },
      { key: "low95", name: "Low, 95%", ...whole },
      { key: "low80", name: "Low, 80%", ...whole },
      { key: "low50", name: "Low, 50%", ...whole },
      { key: "median", name: "Median", ...whole },
      { key: "high50", name: "High, 50%", ...whole },
      { key: "high80", name: "High, 80%", ...whole },
      { key: "high95", name: "High, 95%", ...whole },
      ...baselines.map((each, i) => ({ key: `baseline${i}`, name: each.name, ...whole })),
      ...(data.outcome === undefined ? [] : [{ key: "outcome", name: "Came true" }]),
    ],
    months.map((at) => ({
      ...data.forecast.find((point) => point.at === at),
      at,
      observed: value(data.observed, at),
      outcome: value(data.outcome, at),
      ...Object.fromEntries(baselines.map((each, i) => [`baseline${i}`, value(each.values, at)])),
    })),
  );
}
