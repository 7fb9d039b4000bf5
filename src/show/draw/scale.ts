import { civil, type Day, monthIndex, monthStart, TawazunError } from "../../base/index.ts";
import { monthName } from "../say/date.ts";

/** From a value to a place on the page. */
export type Scale = (value: number) => number;

/** A straight scale; a domain of no width maps to the middle. */
export function linear(from: readonly [number, number], to: readonly [number, number]): Scale {
  const [a, b] = from;
  const [c, d] = to;
  return (value) => (a === b ? (c + d) / 2 : c + ((value - a) / (b - a)) * (d - c));
}

/** A mark on an axis: where, and what is written there. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** Round numbers that span an interval, about as many as asked for. */
export function roundNumbers(low: number, high: number, about: number): { values: number[]; digits: number } {
  if (!(low <= high)) {
    throw new TawazunError("show/range", `An axis from ${low} to ${high} does not rise.`);
  }
  if (low === high) return { values: [low], digits: Number.isInteger(low) ? 0 : 2 };
  const rough = (high - low) / about;
  // A power of ten by repeated exact products: Math.log10 and ** differ between engines.
  let up = 1;
  while (up * 10 <= rough) up *= 10;
  let down = 1;
  let digits = 0;
  while (up === 1 && 1 / down > rough && digits < 12) {
    down *= 10;
    digits += 1;
  }
  const unit = up / down;
  const times = [1, 2, 5, 10].find((t) => t * unit >= rough * 0.999) ?? 10;
  const step = times * unit;
  const values: number[] = [];
  for (let i = Math.ceil((low - step * 1e-6) / step) + 0; i * step <= high + step * 1e-6; i++) {
    values.push((i * times * up) / down);
  }
  return { values, digits: times === 10 ? Math.max(0, digits - 1) : digits };
}

/** The interval widened to round ends. */
export function roundEnds(low: number, high: number, about = 5): [number, number] {
  if (low === high) return [Math.min(0, low), Math.max(low, 1)];
  const { values } = roundNumbers(low, high, about);
  const step = values.length > 1 ? values[1] - values[0] : high - low;
  const least = values[0] > low + step * 1e-6 ? values[0] - step : values[0];
  const last = values[values.length - 1];
  return [least, last < high - step * 1e-6 ? last + step : last];
}

const SPANS = [1, 2, 3, 6, 12, 24, 60, 120, 240];

/** First days of months, quarters or years that span an interval, about as many as asked for at most. */
export function timeTicks(first: Day, last: Day, atMost: number): Tick[] {
  const start = monthIndex(first);
  const end = monthIndex(last);
  const span = SPANS.find((months) => (end - start) / months <= atMost) ?? 480;
  const ticks: Tick[] = [];
  for (let month = Math.ceil(start / span) * span; month <= end; month += span) {
    const day = monthStart(month);
    if (day < first) continue;
    const { year, month: name } = civil(day);
    const withYear = ticks.length === 0 || name === 1 || span >= 12;
    const label = span >= 12 ? `${year}` : `${monthName(name).slice(0, 3)}${withYear ? ` ${year}` : ""}`;
    ticks.push({ value: day, label });
  }
  return ticks;
}
