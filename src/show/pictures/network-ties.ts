import { didYouMean, TawazunError } from "../../base/index.ts";
import { glyph } from "../draw/glyph.ts";
import { type Child, coordinate, el } from "../draw/markup.ts";
import { signed } from "../say/number.ts";
import type { Point } from "./layout.ts";

export interface NetworkNode {
  readonly id: string;
  readonly name: string;
  /** What is written beside it, if the name is long. */
  readonly short?: string;
  /** Gives the colour. */
  readonly bloc?: string;
  /** Gives the shape and the side, counted from 0. */
  readonly faction?: number;
  /** Any number from 0, such as a share of power; the area of the mark follows it. */
  readonly size?: number;
}

/** A directed tie, hostile −1 … +1 friendly. */
export interface NetworkTie {
  readonly from: string;
  readonly to: string;
  readonly value: number;
  /** It breaks the partition: friendly across factions, or hostile inside one. */
  readonly frustrated?: boolean;
}

export interface NetworkData {
  readonly nodes: readonly NetworkNode[];
  readonly ties: readonly NetworkTie[];
  /** Names of the factions, in order. */
  readonly factions?: readonly string[];
}

/** What is drawn between two nodes: one line where both directions have one sign, else two. */
export interface TieLine {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly frustrated: boolean;
  /** Known in one direction only, or different in the other: it has an arrow. */
  readonly arrow: boolean;
  readonly bent: boolean;
}

/** The lines to draw for ties; ties of value 0 and ties of an actor to itself have none. */
export function tieLines(data: NetworkData): TieLine[] {
  const place = new Map(data.nodes.map((node, i) => [node.id, i]));
  const find = (id: string): number => {
    const i = place.get(id);
    if (i !== undefined) return i;
    const hint = didYouMean(id, place.keys());
    throw new TawazunError("show/node", `A tie names "${id}", which is not among the nodes.${hint}`);
  };
  const by = new Map<string, NetworkTie>();
  for (const tie of data.ties) by.set(`${find(tie.from)} ${find(tie.to)}`, tie);
  const made: TieLine[] = [];
  for (const tie of data.ties) {
    const [from, to] = [find(tie.from), find(tie.to)];
    if (from === to || tie.value === 0) continue;
    const back = by.get(`${to} ${from}`);
    const same = back !== undefined && back.value * tie.value > 0;
    if (same && from > to) continue;
    made.push({
      from,
      to,
      value: same ? (tie.value + back.value) / 2 : tie.value,
      frustrated: tie.frustrated === true || (same && back.frustrated === true),
      arrow: !same,
      bent: !same && back !== undefined && back.value !== 0,
    });
  }
  return made;
}

/** A tie as a line: solid or dashed by its sign, wider and darker by its strength. */
export function tieMark(
  tie: TieLine,
  points: readonly Point[],
  radius: readonly number[],
  names: readonly string[],
): Child {
  const [a, b] = [points[tie.from], points[tie.to]];
  const length = Math.sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)) + 1e-9;
  const ux = (b.x - a.x) / length;
  const uy = (b.y - a.y) / length;
  const bend = tie.bent ? 14 : 0;
  const x1 = a.x + ux * radius[tie.from];
  const y1 = a.y + uy * radius[tie.from];
  const x2 = b.x - ux * (radius[tie.to] + (tie.arrow ? 3 : 0));
  const y2 = b.y - uy * (radius[tie.to] + (tie.arrow ? 3 : 0));
  const mx = (x1 + x2) / 2 - uy * bend;
  const my = (y1 + y2) / 2 + ux * bend;
  const tone = tie.value > 0 ? "friendly" : "hostile";
  const c = coordinate;
  const says = `${names[tie.from]} ${tie.arrow ? "to" : "and"} ${names[tie.to]}: ${tone}, ${signed(tie.value, 2)}`;
  return el(
    "g",
    {},
    el("title", {}, tie.frustrated ? `${says}; frustrated` : says),
    el("path", {
      class: `none k${tone}${tone === "hostile" ? " dash" : ""}`,
      "stroke-width": 0.7 + 2.1 * Math.abs(tie.value),
      "stroke-opacity": (tie.frustrated ? 0.3 : 0.15) + 0.6 * Math.abs(tie.value),
      d: `M${c(x1)} ${c(y1)}Q${c(mx)} ${c(my)} ${c(x2)} ${c(y2)}`,
    }),
    tie.arrow
      ? el("path", {
          class: `f${tone}`,
          "fill-opacity": 0.8,
          d: `M${c(x2 + ux * 3)} ${c(y2 + uy * 3)}L${c(x2 - ux * 5 - uy * 3.4)} ${c(y2 - uy * 5 + ux * 3.4)}L${c(
            x2 - ux * 5 + uy * 3.4,
          )} ${c(y2 - uy * 5 - ux * 3.4)}Z`,
        })
      : undefined,
    tie.frustrated
      ? frustratedMark((mx + (x1 + x2) / 2) / 2, (my + (y1 + y2) / 2) / 2, 3.5 + 3.5 * Math.abs(tie.value))
      : undefined,
  );
}

/** The mark of a tie that breaks the partition. */
export function frustratedMark(x: number, y: number, r: number): Child {
  return el(
    "g",
    {},
    el("circle", { class: "fpage kink", "stroke-width": 1.2, cx: x, cy: y, r }),
    glyph("cross", { x, y, r: r * 0.65 }, { fill: "fink", stroke: "kink" }),
  );
}
