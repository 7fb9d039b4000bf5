import type { Day } from "../../base/index.ts";
import { civil, monthIndex, monthStart } from "../../base/index.ts";
import type { Plot } from "./axes.ts";
import { type Child, el } from "./markup.ts";
import { linear, type Scale, timeTicks } from "./scale.ts";

/** Two stretches of time, each even in itself; the later one is drawn wider. */
export interface StretchedTime {
  readonly scale: Scale;
  readonly marks: Child[];
  /** From this day on, a day is wider; absent where the whole is even. */
  readonly knee?: Day;
}

const EARLIER = 0.36;

/** The first of the month from which most dates lie, if that is less than two fifths of the whole time. */
function kneeOf(days: readonly Day[], first: Day, last: Day): Day | undefined {
  const sorted = [...days].sort((a, b) => a - b);
  const early = sorted[Math.floor(sorted.length * 0.35)];
  const knee = monthStart(monthIndex(early));
  const crowded = (last - knee) / (last - first) < 0.4;
  return sorted.length >= 12 && crowded && knee > first ? knee : undefined;
}

/**
 * A level axis of days that gives crowded recent months more room, and says so where the change is.
 *
 * @param dates the days that will be marked; where they spread over the whole time, the axis is even.
 */
export function stretchedDays(plot: Plot, dates: readonly Day[], first: Day, last: Day): StretchedTime {
  const knee = kneeOf(dates, first, last);
  if (knee === undefined) {
    const scale = linear([first, last], [plot.left, plot.right]);
    return { scale, marks: [base(plot), ...ticks(plot, scale, first, last)] };
  }
  const middle = plot.left + EARLIER * (plot.right - plot.left);
  const before = linear([first, knee], [plot.left, middle]);
  const after = linear([knee, last], [middle, plot.right]);
  const { year, month } = civil(knee);
  const atNewYear = month === 1;
  return {
    knee,
    scale: (day) => (day < knee ? before(day) : after(day)),
    marks: [
      base(plot),
      ...ticks({ ...plot, right: middle }, before, first, knee - 45),
      ...ticks({ ...plot, left: middle }, after, knee, last),
      el("line", { class: "when dots", x1: middle, x2: middle, y1: plot.top - 6, y2: plot.bottom + 6 }),
      el(
        "text",
        { class: "small soft halo", x: middle + 5, y: plot.top - 2 },
        atNewYear ? `wider from ${year}` : "wider from here",
      ),
    ],
  };
}

function base(plot: Plot): Child {
  return el("line", {
    class: "axis",
    x1: plot.left - 14,
    x2: plot.right + 12,
    y1: plot.bottom,
    y2: plot.bottom,
  });
}

function ticks(plot: Plot, scale: Scale, first: Day, last: Day): Child[] {
  const most = Math.max(2, Math.floor((plot.right - plot.left) / 66));
  return timeTicks(first, last, most).flatMap((tick) => [
    el("line", {
      class: "axis",
      x1: scale(tick.value),
      x2: scale(tick.value),
      y1: plot.bottom,
      y2: plot.bottom + 5,
    }),
    el("text", { class: "soft small middle", x: scale(tick.value), y: plot.bottom + 19 }, tick.label),
  ]);
}
