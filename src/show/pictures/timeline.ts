import { dayOf, type IsoDate, TawazunError } from "../../base/index.ts";
import { type Plot, ruleAt } from "../draw/axes.ts";
import { glyph, type Shape } from "../draw/glyph.ts";
import { type Entry, legend } from "../draw/legend.ts";
import { type Child, el } from "../draw/markup.ts";
import { stretchedDays } from "../draw/stretched.ts";
import { clipped } from "../draw/text.ts";
import { framed, type Picture, type PictureOptions } from "../picture.ts";
import { anchorId, leadsSomewhere } from "../report/link.ts";
import { dateInWords } from "../say/date.ts";
import { plural } from "../say/words.ts";
import { type Link, table } from "../tables/table.ts";

/** A dated deed on its actor's lane. */
export interface TimelineEvent {
  readonly id: string;
  readonly at: IsoDate;
  /** The actor, or whatever else has a lane. */
  readonly lane: string;
  /** The front, or whatever else groups lanes. */
  readonly group?: string;
  readonly text: string;
  readonly tone: "hostile" | "friendly" | "neutral";
  readonly type?: string;
  readonly of?: string;
  /** Where its evidence is: `#id` in the report or an address; the row of the list if not given. */
  readonly to?: string;
  /** Which text says so. */
  readonly source?: string | Link;
}

export interface TimelineData {
  readonly events: readonly TimelineEvent[];
  readonly asOf?: IsoDate;
}

const WIDTH = 960;
const LEFT = 178;
const SIZE = 8.5;

const SHAPE: Record<TimelineEvent["tone"], Shape> = {
  hostile: "diamond",
  friendly: "disc",
  neutral: "square",
};
const FILL: Record<TimelineEvent["tone"], string> = {
  hostile: "fhostile",
  friendly: "ffriendly",
  neutral: "fsoft",
};

interface Lane {
  readonly name: string;
  readonly group: string | undefined;
  readonly events: readonly number[];
}

function lanesOf(events: readonly TimelineEvent[]): Lane[] {
  const groups = [...new Set(events.map((event) => event.group))];
  return groups.flatMap((group) => {
    const mine = events.filter((event) => event.group === group);
    return [...new Set(mine.map((event) => event.lane))].map((name) => ({
      name,
      group,
      events: events.flatMap((event, i) => (event.group === group && event.lane === name ? [i] : [])),
    }));
  });
}

/** Marks that would touch go to further levels of the lane: the level of each, in order of place. */
function levels(xs: readonly number[]): number[] {
  const free: number[] = [];
  return xs.map((x) => {
    let level = free.findIndex((until) => until <= x);
    if (level < 0) level = free.length;
    free[level] = x + 2.25 * SIZE;
    return level;
  });
}

function mark(event: TimelineEvent, label: string, x: number, y: number): Child {
  const to =
    event.to !== undefined && leadsSomewhere(event.to) ? event.to : `#${anchorId(`event-${event.id}`)}`;
  return el(
    "a",
    { href: to, tabindex: "-1" },
    el("title", {}, `${label}. ${dateInWords(event.at)}: ${event.text}`),
    glyph(SHAPE[event.tone], { x, y, r: SIZE }, { fill: FILL[event.tone], stroke: "kink" }),
    el("text", { class: "middle count", x, y: y + 3.2 }, label),
  );
}

/**
 * Events in time, a lane for each actor, lanes gathered by front. Numbers lead to the list below:
 * a diamond is a hostile deed, a disc a friendly one, a square neither.
 *
 * @throws {TawazunError} `show/empty` if there are no events; `date/none` for a date that does not exist.
 * @example
 * ```ts
 * import { timeline } from "tawazun/show";
 * const events = [
 *   { id: "warrant", at: "2011-12-19", lane: "Maliki", text: "A warrant is issued.", tone: "hostile" as const },
 * ];
 * const picture = timeline({ events }, { id: "t", title: "The record", method: "From the sources." });
 * picture.table.rows[0].n; //=> 1
 * ```
 */
export function timeline(data: TimelineData, options: PictureOptions): Picture {
  if (data.events.length === 0) throw new TawazunError("show/empty", "The timeline has no events.");
  const events = [...data.events].sort((a, b) => dayOf(a.at) - dayOf(b.at) || (a.id < b.id ? -1 : 1));
  const ends = [...events.map((event) => dayOf(event.at)), ...(data.asOf ? [dayOf(data.asOf)] : [])];
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const key = legend(
    (["hostile", "friendly", "neutral"] as const).map(
      (tone): Entry => ({
        mark: (x, y) =>
          glyph(SHAPE[tone], { x: x + 13, y: y + 7, r: 6.5 }, { fill: FILL[tone], stroke: "kink" }),
        name: `${tone} deed`,
      }),
    ),
    { x: 8, y: 4, width: WIDTH },
  );
  const plot = { left: LEFT, right: WIDTH - 16, top: key.height + 18 };
  const dates = events.map((event) => dayOf(event.at));
  // Marks at the ends keep clear of the names at the left and of the edge at the right.
  const inner = { ...plot, left: plot.left + 14, right: plot.right - 12 };
  const axis = (bottom: number) => stretchedDays({ ...inner, bottom }, dates, first, last);
  const x = axis(0).scale;
  const marks: Child[] = [];
  let y = plot.top;
  let group: string | undefined;
  for (const lane of lanesOf(events)) {
    if (lane.group !== group && lane.group !== undefined) {
      marks.push(el("text", { class: "bold soft small", x: 8, y: y + 15 }, clipped(lane.group, LEFT, 12)));
      y += 22;
    }
    group = lane.group;
    const xs = lane.events.map((i) => x(dayOf(events[i].at)));
    const level = levels(xs);
    const height = 24 + Math.max(...level) * 19;
    marks.push(
      el("text", { class: "end small", x: LEFT - 10, y: y + 16 }, clipped(lane.name, LEFT - 18, 11.5)),
      el("line", { class: "hair", x1: plot.left, x2: plot.right, y1: y + height, y2: y + height }),
      ...lane.events.map((i, k) => mark(events[i], `${i + 1}`, xs[k], y + 12 + level[k] * 19)),
    );
    y += height;
  }
  const whole: Plot = { ...plot, bottom: y + 2 };
  const hostile = events.filter((event) => event.tone === "hostile").length;
  return framed(options, {
    width: WIDTH,
    height: y + 34,
    listed: true,
    alt: `Timeline of ${plural(events.length, "event")} from ${dateInWords(events[0].at)} to ${dateInWords(
      events[events.length - 1].at,
    )}, ${hostile} of them hostile; each number is a row of the list below.`,
    table: table(
      options.title,
      [
        { key: "n", name: "No." },
        { key: "at", name: "Date", unit: "date" },
        { key: "lane", name: "Who" },
        { key: "of", name: "To whom" },
        { key: "type", name: "Type" },
        { key: "tone", name: "Tone" },
        { key: "text", name: "What", wide: true },
        { key: "source", name: "Says who" },
      ],
      events.map((event, i) => ({
        id: `event-${event.id}`,
        n: i + 1,
        at: event.at,
        lane: event.lane,
        of: event.of,
        type: event.type,
        tone: event.tone,
        text: event.text,
        source: event.source,
      })),
      { anchor: "id" },
    ),
    marks: [
      ...key.marks,
      ...axis(whole.bottom).marks,
      ...(data.asOf === undefined
        ? []
        : ruleAt({ ...whole, top: plot.top - 8 }, x(dayOf(data.asOf)), "as of")),
      ...marks,
    ],
  });
}
