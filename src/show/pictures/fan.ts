import { dayOf, type IsoDate, TawazunError } from "../../base/index.ts";
import { area, days, line, type Plot, ruleAt, upright } from "../draw/axes.ts";
import { boxMark, legend, lineMark } from "../draw/legend.ts";
import { type Child, el } from "../draw/markup.ts";
import { clipped } from "../draw/text.ts";
import { framed, type Picture, type PictureOptions } from "../picture.ts";
import { dateInWords } from "../say/date.ts";
import { number, percent, range } from "../say/number.ts";
import { listOf } from "../say/words.ts";
import { inPercent, table } from "../tables/table.ts";

/** What is forecast for one date: the median and the ends of three central prediction intervals. */
export interface FanPoint {
  readonly at: IsoDate;
  readonly low95: number;
  readonly low80: number;
  readonly low50: number;
  readonly median: number;
  readonly high50: number;
  readonly high80: number;
  readonly high95: number;
}

/** One quantity over time: the record so far, and what comes. */
export interface FanPanel {
  readonly id: string;
  readonly name: string;
  readonly record?: readonly { readonly at: IsoDate; readonly value: number }[];
  readonly forecast: readonly FanPoint[];
  /** What came true, where it is known. */
  readonly outcome?: readonly { readonly at: IsoDate; readonly value: number }[];
}

export interface FanData {
  readonly panels: readonly FanPanel[];
  /** "share" and "probability" are kept 0…1 and shown as per cent. */
  readonly unit: string;
  /** From here on it is forecast. */
  readonly asOf: IsoDate;
  /** One scale for all panels (true if not given), or each its own. */
  readonly sameScale?: boolean;
}

const WIDTH = 960;
type Points = (readonly [number, number])[];

/** The bands, the median and the record of one panel, in its plot. */
export function fanMarks(panel: FanPanel, x: (day: number) => number, y: (value: number) => number): Child[] {
  const at = (pick: (point: FanPoint) => number): Points =>
    panel.forecast.map((point) => [x(dayOf(point.at)), y(pick(point))]);
  const record: Points = (panel.record ?? []).map((point) => [x(dayOf(point.at)), y(point.value)]);
  const bands = [
    ["fan95", at((p) => p.high95), at((p) => p.low95)],
    ["fan80", at((p) => p.high80), at((p) => p.low80)],
    ["fan50", at((p) => p.high50), at((p) => p.low50)],
  ] as const;
  return [
    ...bands.map(([name, high, low]) => el("path", { class: name, d: area(high, low) })),
    el("path", { class: "none kaccent", "stroke-width": 2, d: line(at((p) => p.median)) }),
    record.length === 0
      ? undefined
      : el("path", { class: "none kink", "stroke-width": 1.8, d: line(record) }),
    ...(panel.outcome ?? []).map((point) =>
      el(
        "circle",
        { class: "fpage kink", "stroke-width": 1.6, r: 3, cx: x(dayOf(point.at)), cy: y(point.value) },
        el("title", {}, `${dateInWords(point.at)}: ${number(point.value)} came true`),
      ),
    ),
  ];
}

/** The least and the greatest value in a panel. */
function fanRange(panel: FanPanel): [number, number] {
  const values = [
    ...(panel.record ?? []).map((point) => point.value),
    ...(panel.outcome ?? []).map((point) => point.value),
    ...panel.forecast.flatMap((point) => [point.low95, point.high95]),
  ];
  return [Math.min(...values), Math.max(...values)];
}

/** The entries of a fan's legend. */
export const FAN_ENTRIES = {
  record: { mark: lineMark("kink", 1.8), name: "record" },
  median: { mark: lineMark("kaccent"), name: "median of the futures" },
  half: { mark: boxMark("fan95", "fan80", "fan50"), name: "50%" },
  most: { mark: boxMark("fan95", "fan80"), name: "80%" },
  nearlyAll: { mark: boxMark("fan95"), name: "95% of the futures" },
  outcome: {
    mark: (x: number, y: number): Child =>
      el("circle", { class: "fpage kink", "stroke-width": 1.6, r: 3.4, cx: x + 13, cy: y + 7 }),
    name: "what came true",
  },
} as const;

/**
 * Quantities over time as small multiples: the record as a line, the futures as bands of 50, 80 and 95%.
 *
 * @throws {TawazunError} `show/empty` if there is no panel or a panel has no forecast.
 * @example
 * ```ts
 * import { fan } from "tawazun/show";
 * const forecast = [
 *   { at: "2012-06", low95: 0.1, low80: 0.15, low50: 0.2, median: 0.25, high50: 0.3, high80: 0.35, high95: 0.4 },
 * ];
 * const panels = [{ id: "a", name: "A", record: [{ at: "2012-01", value: 0.24 }], forecast }];
 * fan({ panels, unit: "share", asOf: "2012-01-10" }, { id: "f", title: "Share", method: "By hand." }).alt;
 * //=> "Fan chart from 10 January 2012: median at the end, with the 80% interval: A 25% (15–35%)."
 * ```
 */
export function fan(data: FanData, options: PictureOptions): Picture {
  if (data.panels.length === 0 || data.panels.some((panel) => panel.forecast.length === 0)) {
    throw new TawazunError("show/empty", "A fan chart needs at least one panel, each with a forecast.");
  }
  const columns = Math.min(data.panels.length, 3);
  const wide = (WIDTH - (columns - 1) * 14) / columns;
  const tall = columns === 1 ? 320 : 216;
  const all = data.panels.flatMap((panel) => fanRange(panel));
  const dates = data.panels.flatMap((panel) => [
    ...(panel.record ?? []).map((point) => dayOf(point.at)),
    ...panel.forecast.map((point) => dayOf(point.at)),
  ]);
  const [first, last] = [Math.min(...dates), Math.max(...dates)];
  const marks: Child[] = [];
  const hasOutcome = data.panels.some((panel) => (panel.outcome ?? []).length > 0);
  const hasRecord = data.panels.some((panel) => (panel.record ?? []).length > 0);
  const key = legend(
    [
      ...(hasRecord ? [FAN_ENTRIES.record] : []),
      FAN_ENTRIES.median,
      FAN_ENTRIES.half,
      FAN_ENTRIES.most,
      FAN_ENTRIES.nearlyAll,
      ...(hasOutcome ? [FAN_ENTRIES.outcome] : []),
    ],
    { x: 8, y: 4, width: WIDTH - 16 },
  );
  const rows = Math.ceil(data.panels.length / columns);
  data.panels.forEach((panel, i) => {
    const left = (i % columns) * (wide + 14);
    const top = key.height + 14 + Math.floor(i / columns) * (tall + 18);
    const plot: Plot = { left: left + 46, right: left + wide - 18, top: top + 34, bottom: top + tall - 26 };
    const [low, high] = data.sameScale === false ? fanRange(panel) : [Math.min(...all), Math.max(...all)];
    const zero = Math.min(0, low);
    const y = upright(plot, { low: zero, high, unit: data.unit, about: 4 });
    const x = days(plot, first, last);
    marks.push(
      el(
        "g",
        {},
        el("text", { class: "bold", x: left + 8, y: top + 14 }, clipped(panel.name, wide - 16, 13)),
        ...y.marks,
        ...x.marks,
        ...fanMarks(panel, x.scale, y.scale),
        ...ruleAt(plot, x.scale(dayOf(data.asOf)), columns === 1 ? dateInWords(data.asOf) : "now"),
      ),
    );
  });
  const ends = data.panels.map((panel) => {
    const end = panel.forecast[panel.forecast.length - 1];
    const say = (value: number): string => (inPercent(data.unit) ? percent(value) : number(value, 0));
    return `${panel.name} ${say(end.median)} (${range(say(end.low80), say(end.high80))})`;
  });
  return framed(options, {
    width: WIDTH,
    height: key.height + 14 + rows * (tall + 18),
    alt: `Fan chart from ${dateInWords(data.asOf)}: median at the end, with the 80% interval: ${listOf(ends.slice(0, 6))}.`,
    table: fanTable(data, options.title),
    marks: [...key.marks, ...marks],
  });
}

/** The rows behind a fan chart: record, forecast and outcome. */
function fanTable(data: FanData, title: string) {
  const unit = data.unit;
  const digits = inPercent(unit) ? 1 : undefined;
  return table(
    title,
    [
      { key: "name", name: "What" },
      { key: "at", name: "Date" },
      { key: "kind", name: "Kind" },
      ...(["low95", "low80", "low50", "median", "high50", "high80", "high95"] as const).map((key) => ({
        key,
        name:
          key === "median"
            ? "Median or value"
            : `${key.startsWith("low") ? "Low" : "High"}, ${key.slice(-2)}%`,
        unit,
        digits,
      })),
    ],
    data.panels.flatMap((panel) => [
      ...(panel.record ?? []).map((p) => ({ name: panel.name, at: p.at, kind: "record", median: p.value })),
      ...panel.forecast.map((p) => ({ name: panel.name, kind: "forecast", ...p })),
      ...(panel.outcome ?? []).map((p) => ({
        name: panel.name,
        at: p.at,
        kind: "came true",
        median: p.value,
      })),
    ]),
  );
}
