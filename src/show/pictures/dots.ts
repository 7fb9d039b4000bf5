import { TawazunError } from "../../base/index.ts";
import { level, type Plot } from "../draw/axes.ts";
import { glyph, SHAPES } from "../draw/glyph.ts";
import { legend } from "../draw/legend.ts";
import { type Child, el } from "../draw/markup.ts";
import { roundEnds } from "../draw/scale.ts";
import { fill, stroke } from "../draw/theme.ts";
import { framed, type Picture, type PictureOptions } from "../picture.ts";
import { number, percent } from "../say/number.ts";
import { listOf, plural } from "../say/words.ts";
import { inPercent, table } from "../tables/table.ts";
import { nameWidth, placeRows, whisker } from "./rows.ts";

/** A value of one series in one row, with its interval if it has one. */
export interface DotPoint {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

export interface DotsData {
  /** Series with the id of the measure whose values they are, if they are of one. */
  readonly series: readonly { readonly id: string; readonly name: string; readonly measure?: string }[];
  readonly rows: readonly {
    readonly name: string;
    readonly group?: string;
    /** By series id; one that is left out is unknown. */
    readonly points: { readonly [series: string]: DotPoint };
  }[];
  readonly unit: string;
  /** What the intervals are, such as "95% confidence interval of sampling". */
  readonly intervals?: string;
  /** Named rules across all rows. */
  readonly references?: readonly { readonly name: string; readonly value: number }[];
  /** The ends of the axis, if they should not follow from the data. */
  readonly ends?: readonly [number, number];
}

const WIDTH = 960;

/**
 * Numbers of several series side by side, a row for each thing measured: a mark of its own shape for each
 * series, with its interval.
 *
 * @throws {TawazunError} `show/empty` if there is no number to show.
 * @example
 * ```ts
 * import { dots } from "tawazun/show";
 * const series = [{ id: "seats", name: "seats" }, { id: "power", name: "power" }];
 * const rows = [{ name: "Luxembourg", points: { seats: { value: 0.059 }, power: { value: 0 } } }];
 * dots({ series, rows, unit: "share" }, { id: "d", title: "Seats and power", method: "By hand." }).alt;
 * //=> "Seats and power: seats and power for 1 row; the highest seats is that of Luxembourg, 5.9%."
 * ```
 */
export function dots(data: DotsData, options: PictureOptions): Picture {
  const points = data.rows.flatMap((row) => Object.values(row.points));
  if (points.length === 0) throw new TawazunError("show/empty", `"${options.title}" has no number to show.`);
  const values = [
    ...points.flatMap((point) => [point.value, point.low ?? point.value, point.high ?? point.value]),
    ...(data.references ?? []).map((reference) => reference.value),
  ];
  const [low, high] = data.ends ?? roundEnds(Math.min(0, ...values), Math.max(...values), 6);
  const key = legend(
    data.series.map((each, i) => ({
      mark: (x, y) =>
        glyph(SHAPES[i % 8], { x: x + 13, y: y + 7, r: 5.5 }, { fill: fill(i), stroke: stroke(i) }),
      name: each.name,
    })),
    { x: 8, y: 4, width: WIDTH - 16 },
  );
  const names = nameWidth(
    data.rows.map((row) => row.name),
    90,
    300,
  );
  const spreadOut = points.some((point) => point.low !== undefined) && data.series.length > 1;
  const top = key.height + (data.references?.length ? 26 : 10);
  const rows = placeRows(data.rows, {
    top,
    left: 8,
    width: names,
    least: spreadOut ? 10 + 9 * data.series.length : 26,
  });
  const plot: Plot = { left: names + 30, right: WIDTH - 24, top, bottom: rows.bottom + 4 };
  const x = level(plot, { low, high, unit: data.unit });
  const marks = data.rows.flatMap((row, i): Child[] => {
    const { y } = rows.rows[i];
    return [
      el("line", { class: "hair", x1: plot.left, x2: plot.right, y1: y, y2: y }),
      ...data.series.flatMap((each, k): Child[] => {
        const point = row.points[each.id];
        if (point === undefined) return [];
        const at = spreadOut ? y + (k - (data.series.length - 1) / 2) * 9 : y;
        const text = `${row.name}, ${each.name}: ${say(point.value, data.unit)}`;
        return [
          ...(point.low === undefined || point.high === undefined
            ? []
            : whisker(at, x.scale, { thin: [point.low, point.high] }, stroke(k))),
          glyph(
            SHAPES[k % 8],
            { x: x.scale(point.value), y: at, r: 5.5 },
            { fill: fill(k), stroke: stroke(k) },
            text,
          ),
        ];
      }),
    ];
  });
  const hasIntervals = points.some((point) => point.low !== undefined);
  const interval = data.intervals ?? "interval";
  return framed(options, {
    width: WIDTH,
    height: rows.bottom + (data.unit === "" || inPercent(data.unit) ? 30 : 46),
    alt: `${options.title}: ${listOf(data.series.map((each) => each.name))} for ${plural(data.rows.length, "row")}; ${highest(data)}.`,
    table: table(
      options.title,
      [
        ...(data.rows.some((row) => row.group !== undefined) ? [{ key: "group", name: "Group" }] : []),
        { key: "name", name: "Name" },
        ...data.series.flatMap((each) => [
          {
            ...{ key: each.id, name: each.name, unit: data.unit },
            digits: inPercent(data.unit) ? 1 : undefined,
            ...(each.measure === undefined ? {} : { measure: each.measure }),
          },
          ...(hasIntervals
            ? [
                { key: `${each.id} low`, name: `${each.name}: low`, unit: data.unit },
                { key: `${each.id} high`, name: `${each.name}: high`, unit: data.unit },
              ]
            : []),
        ]),
      ],
      data.rows.map((row) => ({
        group: row.group,
        name: row.name,
        ...Object.fromEntries(
          data.series.flatMap((each) => {
            const point = row.points[each.id];
            return [
              [each.id, point?.value],
              [`${each.id} low`, point?.low],
              [`${each.id} high`, point?.high],
            ];
          }),
        ),
      })),
      hasIntervals ? { note: `Low and high: ${interval}.` } : {},
    ),
    marks: [
      ...key.marks,
      ...x.marks,
      ...rows.marks,
      ...(data.references ?? []).flatMap((reference) => [
        el("line", {
          class: "rule dash",
          x1: x.scale(reference.value),
          x2: x.scale(reference.value),
          y1: plot.top - 4,
          y2: plot.bottom,
        }),
        el(
          "text",
          { class: "small soft middle", x: x.scale(reference.value), y: plot.top - 9 },
          reference.name,
        ),
      ]),
      ...marks,
      data.unit === "" || inPercent(data.unit)
        ? undefined
        : el(
            "text",
            { class: "small soft middle", x: (plot.left + plot.right) / 2, y: rows.bottom + 38 },
            data.unit,
          ),
    ],
  });
}

function say(value: number, unit: string): string {
  return inPercent(unit) ? percent(value, 1) : `${number(value)}${unit === "" ? "" : ` ${unit}`}`;
}

function highest(data: DotsData): string {
  const first = data.series[0];
  const rows = data.rows.filter((row) => row.points[first.id] !== undefined);
  if (rows.length === 0) return "no value of the first series";
  const best = rows.reduce((a, b) => (b.points[first.id].value > a.points[first.id].value ? b : a));
  return `the highest ${first.name} is that of ${best.name}, ${say(best.points[first.id].value, data.unit)}`;
}
