import type { Day } from "../../base/index.ts";
import { number, percent } from "../say/number.ts";
import { inPercent } from "../tables/table.ts";
import { type Child, el } from "./markup.ts";
import { linear, roundEnds, roundNumbers, type Scale, timeTicks } from "./scale.ts";
import { textWidth } from "./text.ts";

/** The part of a picture in which data stand. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A path through points, straight from each to the next. */
export function line(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], i) => `${i === 0 ? "M" : "L"}${x.toFixed(2)} ${y.toFixed(2)}`).join("");
}

/** A closed path along one row of points and back along another. */
export function area(
  upper: readonly (readonly [number, number])[],
  lower: readonly (readonly [number, number])[],
): string {
  return upper.length === 0 ? "" : `${line([...upper, ...[...lower].reverse()])}Z`;
}

/** How values of a unit are written on an axis: per cent for shares and probabilities. */
function tickText(value: number, unit: string | undefined, digits: number): string {
  return inPercent(unit) ? percent(value, Math.max(0, digits - 2)) : number(value, digits);
}

/** An upright axis with hair lines across the plot; its scale has round ends unless they are given. */
export function upright(
  plot: Plot,
  data: { readonly low: number; readonly high: number; readonly unit?: string; readonly about?: number },
): { readonly scale: Scale; readonly marks: Child[] } {
  const about = data.about ?? 5;
  const [low, high] = roundEnds(data.low, data.high, about);
  const scale = linear([low, high], [plot.bottom, plot.top]);
  const { values, digits } = roundNumbers(low, high, about);
  const marks = values.flatMap((value) => [
    el("line", {
      class: value === 0 ? "axis" : "hair",
      x1: plot.left,
      x2: plot.right,
      y1: scale(value),
      y2: scale(value),
    }),
    el(
      "text",
      { class: "soft end small", x: plot.left - 7, y: scale(value) + 4 },
      tickText(value, data.unit, digits),
    ),
  ]);
  return { scale, marks };
}

/** A level axis of numbers below the plot, with hair lines up through it. */
export function level(
  plot: Plot,
  data: { readonly low: number; readonly high: number; readonly unit?: string; readonly about?: number },
): { readonly scale: Scale; readonly marks: Child[] } {
  const about = data.about ?? 6;
  const scale = linear([data.low, data.high], [plot.left, plot.right]);
  const { values, digits } = roundNumbers(data.low, data.high, about);
  const marks = values.flatMap((value) => [
    el("line", {
      class: value === 0 ? "axis" : "hair",
      x1: scale(value),
      x2: scale(value),
      y1: plot.top,
      y2: plot.bottom,
    }),
    el(
      "text",
      { class: "soft middle small", x: scale(value), y: plot.bottom + 16 },
      tickText(value, data.unit, digits),
    ),
  ]);
  return { scale, marks };
}

/** A level axis of days below the plot, marked at months, quarters or years. */
export function days(plot: Plot, first: Day, last: Day): { readonly scale: Scale; readonly marks: Child[] } {
  const scale = linear([first, last], [plot.left, plot.right]);
  const ticks = timeTicks(first, last, Math.max(2, Math.floor((plot.right - plot.left) / 56)));
  const marks = [
    el("line", { class: "axis", x1: plot.left, x2: plot.right, y1: plot.bottom, y2: plot.bottom }),
    ...ticks.flatMap((tick) => [
      el("line", {
        class: "axis",
        x1: scale(tick.value),
        x2: scale(tick.value),
        y1: plot.bottom,
        y2: plot.bottom + 5,
      }),
      dayName(plot, scale(tick.value), tick.label),
    ]),
  ];
  return { scale, marks };
}

/** Room for names beyond the end of an axis. */
const BEYOND = 14;

/** The name of a day under its tick; one that would pass the end of the picture stands before it. */
function dayName(plot: Plot, x: number, name: string): Child {
  const y = plot.bottom + 19;
  return x + textWidth(name, 12) / 2 > plot.right + BEYOND
    ? el("text", { class: "soft small end", x: plot.right + BEYOND, y }, name)
    : el("text", { class: "soft small middle", x, y }, name);
}

/** An upright rule at a value, with its name at the top. */
export function ruleAt(plot: Plot, x: number, name: string): Child[] {
  const atEnd = x > plot.right - 90;
  return [
    el("line", { class: "when dash", x1: x, x2: x, y1: plot.top - 12, y2: plot.bottom }),
    el(
      "text",
      { class: `small soft halo${atEnd ? " end" : ""}`, x: atEnd ? x - 5 : x + 5, y: plot.top - 4 },
      name,
    ),
  ];
}
