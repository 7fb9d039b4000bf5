import { TawazunError } from "../../base/index.ts";
import { type Child, el } from "../draw/markup.ts";
import { spread } from "../draw/spread.ts";
import { lines } from "../draw/text.ts";
import { fill, stroke } from "../draw/theme.ts";
import { halfTurn } from "../draw/turn.ts";
import { framed, type Picture, type PictureOptions } from "../picture.ts";
import { number } from "../say/number.ts";
import { firstOf, plural } from "../say/words.ts";
import { table } from "../tables/table.ts";
import { type Seat, seatPlan } from "./seat-plan.ts";

/** A list in the assembly, from left to right in the order given. */
export interface SeatList {
  readonly id: string;
  readonly name: string;
  readonly seats: number;
  /** Alliance it stands in; neighbours of one bloc get one bracket. */
  readonly bloc?: string;
  /** The groups that it has split into; their seats add up to its own. */
  readonly parts?: readonly { readonly name: string; readonly seats: number }[];
}

export interface HemicycleData {
  readonly lists: readonly SeatList[];
  readonly quota: number;
  /** What the quota is for; "a majority" if not given. */
  readonly quotaFor?: string;
}

const WIDTH = 960;
const CENTRE = 480;
const OUTER = 296;
const INNER = 118;
const BASE = 446;
const HEIGHT = 482;

interface Share {
  readonly name: string;
  readonly list: SeatList;
  readonly series: number;
  readonly part: number;
  readonly seats: readonly Seat[];
}

/** Each list, or each part of a split one, with its seats from left to right. */
function shares(lists: readonly SeatList[], plan: readonly Seat[]): Share[] {
  let next = 0;
  const made: Share[] = [];
  lists.forEach((list, series) => {
    const parts = list.parts ?? [{ name: list.name, seats: list.seats }];
    const sum = parts.reduce((total, part) => total + part.seats, 0);
    if (sum !== list.seats) {
      throw new TawazunError(
        "show/seats",
        `The parts of ${list.name} hold ${sum} seats; the list has ${list.seats}.`,
      );
    }
    parts.forEach((part, i) => {
      made.push({ name: part.name, list, series, part: i, seats: plan.slice(next, next + part.seats) });
      next += part.seats;
    });
  });
  return made.filter((share) => share.seats.length > 0);
}

/** A seat: discs, squares and diamonds by turns; later parts of a split list are hollow. */
function seatMark(seat: Seat, share: Share, size: number): Child {
  const x = CENTRE + OUTER * seat.x;
  const y = BASE - OUTER * seat.y;
  const hollow = share.part > 0;
  const r = hollow ? size * 0.82 : size;
  const colour = hollow ? `fpage ${stroke(share.series)}` : fill(share.series);
  const line = hollow ? size * 0.42 : undefined;
  const more = {
    class: colour,
    "stroke-width": line,
    "stroke-dasharray": share.part > 1 ? "2 1.6" : undefined,
  };
  if (share.series % 3 === 1) {
    const s = r * 0.9;
    return el("rect", { x: x - s, y: y - s, width: 2 * s, height: 2 * s, rx: s * 0.25, ...more });
  }
  if (share.series % 3 === 2) {
    const s = r * 1.18;
    const points = `${x},${y - s} ${x + s},${y} ${x},${y + s} ${x - s},${y}`;
    return el("polygon", { points: points.replace(/\d+\.\d+/g, (n) => Number(n).toFixed(2)), ...more });
  }
  return el("circle", { cx: x, cy: y, r, ...more });
}

function place(t: number, radius: number): { x: number; y: number } {
  const { x, y } = halfTurn(1 - t);
  return { x: CENTRE + radius * x, y: BASE - radius * y };
}

function middleOf(seats: readonly Seat[]): number {
  return (seats[0].t + seats[seats.length - 1].t) / 2;
}

/** Names and seats around the arc, each with a line to its seats. */
function labels(all: readonly Share[], radius: number): Child[] {
  const made: Child[] = [];
  for (const side of ["left", "right"] as const) {
    const mine = all.filter((share) => middleOf(share.seats) < 0.5 === (side === "left"));
    const ys = spread(
      mine.map((share) => place(middleOf(share.seats), radius).y),
      36,
      26,
      BASE + 8,
    );
    mine.forEach((share, i) => {
      const from = place(middleOf(share.seats), OUTER + 12);
      const up = Math.min(radius, Math.abs(BASE - ys[i]));
      const reach = Math.sqrt(radius * radius - up * up);
      const out = Math.max(reach, Math.abs(from.x - CENTRE) + 6);
      const x = side === "left" ? CENTRE - out : CENTRE + out;
      const turn = side === "left" ? 6 : -6;
      made.push(
        el("path", { class: "none ksoft", "stroke-width": 0.8, d: path(from, { x: x + turn, y: ys[i] }, x) }),
      );
      const words = lines(share.name, side === "left" ? x - 14 : WIDTH - x - 14, 13, 1);
      const text = { x: side === "left" ? x - 5 : x + 5, class: side === "left" ? "end" : undefined };
      made.push(
        el("text", { ...text, y: ys[i] - 2, class: `bold ${text.class ?? ""}`.trim() }, ...words),
        el("text", { ...text, y: ys[i] + 13, class: `soft ${text.class ?? ""}`.trim() }, seatsOf(share)),
      );
    });
  }
  return made;
}

function path(from: { x: number; y: number }, to: { x: number; y: number }, x: number): string {
  const f = (value: number): string => value.toFixed(2);
  return `M${f(from.x)} ${f(from.y)}L${f(to.x)} ${f(to.y)}L${f(x)} ${f(to.y)}`;
}

function seatsOf(share: Share): string {
  return `${plural(share.seats.length, "seat")}${share.list.parts === undefined ? "" : `, of ${share.list.name}`}`;
}

/** Brackets over neighbours of one bloc, with their sum. */
function brackets(all: readonly Share[]): Child[] {
  const made: Child[] = [];
  let i = 0;
  while (i < all.length) {
    const bloc = all[i].list.bloc;
    let j = i;
    while (j + 1 < all.length && bloc !== undefined && all[j + 1].list.bloc === bloc) j += 1;
    if (bloc !== undefined) {
      const seats = all.slice(i, j + 1).flatMap((share) => share.seats);
      const a = place(Math.max(0, seats[0].t - 0.004), OUTER + 12);
      const b = place(Math.min(1, seats[seats.length - 1].t + 0.004), OUTER + 12);
      const f = (value: number): string => value.toFixed(2);
      made.push(
        el(
          "path",
          {
            class: "none kink",
            "stroke-width": 2,
            d: `M${f(a.x)} ${f(a.y)}A${OUTER + 12} ${OUTER + 12} 0 0 1 ${f(b.x)} ${f(b.y)}`,
          },
          el("title", {}, `${bloc}: ${plural(seats.length, "seat")}`),
        ),
      );
    }
    i = j + 1;
  }
  return made;
}

function blocSums(lists: readonly SeatList[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const list of lists) {
    if (list.bloc !== undefined) sums.set(list.bloc, (sums.get(list.bloc) ?? 0) + list.seats);
  }
  return sums;
}

/**
 * The seats of an assembly in a half circle, with the line where a majority is reached from the left.
 *
 * @param data up to 700 seats; lists stand from left to right as given.
 * @throws {TawazunError} `show/seats` if there are none, or if parts of a list do not add up.
 * @example
 * ```ts
 * import { hemicycle } from "tawazun/show";
 * const lists = [{ id: "a", name: "Left", seats: 40 }, { id: "b", name: "Right", seats: 60 }];
 * const picture = hemicycle({ lists, quota: 51 }, { id: "house", title: "The house", method: "Seats as elected." });
 * picture.alt; //=> "An assembly of 100 seats, 51 needed for a majority: Right 60 and Left 40. Right alone has a majority."
 * ```
 */
export function hemicycle(data: HemicycleData, options: PictureOptions): Picture {
  const total = data.lists.reduce((sum, list) => sum + list.seats, 0);
  if (!Number.isInteger(total) || total < 1 || total > 700) {
    throw new TawazunError("show/seats", `A hemicycle shows from 1 to 700 seats, not ${total}.`);
  }
  const { seats, size } = seatPlan(total, INNER / OUTER);
  const all = shares(data.lists, seats);
  const sums = blocSums(data.lists);
  const aim = data.quotaFor ?? "a majority";
  const turn = data.quota >= total ? 1 : (seats[data.quota - 1].t + seats[data.quota].t) / 2;
  const inner = place(turn, INNER - 16);
  const outer = place(turn, OUTER + 22);
  const blocs = [...sums].map(([name, count]) => `${name} ${count}`);
  const marks: Child[] = [
    ...all.map((share) =>
      el(
        "g",
        {},
        el("title", {}, `${share.name}: ${seatsOf(share)}`),
        ...share.seats.map((seat) => seatMark(seat, share, size * OUTER)),
      ),
    ),
    ...brackets(all),
    el("line", { class: "rule dash", x1: inner.x, y1: inner.y, x2: outer.x, y2: outer.y }),
    ...labels(all, OUTER + 40),
    el("text", { class: "middle big", x: CENTRE, y: BASE - 34 }, number(total)),
    el("text", { class: "middle soft", x: CENTRE, y: BASE - 14 }, "seats"),
    el("text", { class: "middle", x: CENTRE, y: BASE + 6 }, `${number(data.quota)} for ${aim}`),
    ...blocs.map((text, i) =>
      el("text", { class: "middle soft small", x: CENTRE, y: BASE + 24 + 15 * i }, `Bracket: ${text}`),
    ),
  ];
  const largest = [...all].sort((a, b) => b.seats.length - a.seats.length);
  return framed(options, {
    width: WIDTH,
    height: HEIGHT + Math.max(0, blocs.length - 1) * 15,
    alt: `An assembly of ${plural(total, "seat")}, ${number(data.quota)} needed for ${aim}: ${firstOf(
      largest.map((share) => `${share.name} ${share.seats.length}`),
      5,
    )}. No list alone has ${aim}.`.replace(
      / No list alone has [^.]*\.$/,
      largest[0].seats.length >= data.quota
        ? ` ${largest[0].name} alone has ${aim}.`
        : ` No one of them alone has ${aim}.`,
    ),
    table: table(
      options.title,
      [
        { key: "list", name: "List" },
        { key: "part", name: "Part" },
        { key: "bloc", name: "Bloc" },
        { key: "seats", name: "Seats" },
        { key: "share", name: "Share of seats", unit: "share", digits: 1, measure: "seat-share" },
      ],
      all.map((share) => ({
        list: share.list.name,
        part: share.list.parts === undefined ? undefined : share.name,
        bloc: share.list.bloc,
        seats: share.seats.length,
        share: share.seats.length / total,
      })),
    ),
    marks,
  });
}
