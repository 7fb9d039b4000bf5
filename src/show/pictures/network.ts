import { didYouMean, TawazunError } from "../../base/index.ts";
import { glyph, SHAPES } from "../draw/glyph.ts";
import { type Entry, legend, lineMark } from "../draw/legend.ts";
import { type Child, coordinate, el } from "../draw/markup.ts";
import { textWidth } from "../draw/text.ts";
import { fill, SERIES, stroke } from "../draw/theme.ts";
import { framed, type Picture, type PictureOptions } from "../picture.ts";
import { number, signed } from "../say/number.ts";
import { plural } from "../say/words.ts";
import { table } from "../tables/table.ts";
import { labelPlaces } from "./labels.ts";
import { layout, type Point } from "./layout.ts";

export interface NetworkNode {
  readonly id: string;
  readonly name: string;
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

const WIDTH = 960;
const HEIGHT = 620;
const EDGE = { left: 84, right: 84, top: 34, bottom: 24 };

/** What is drawn between two nodes: one line where both directions have one sign, else two. */
interface Line {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly frustrated: boolean;
  /** Known in one direction only, or different in the other: it has an arrow. */
  readonly arrow: boolean;
  readonly bent: boolean;
}

function linesOf(data: NetworkData): Line[] {
  const place = new Map(data.nodes.map((node, i) => [node.id, i]));
  const find = (id: string): number => {
    const i = place.get(id);
    if (i !== undefined) return i;
    const hint = didYouMean(id, place.keys());
    throw new TawazunError("show/node", `A tie names "${id}", which is not among the nodes.${hint}`);
  };
  const by = new Map<string, NetworkTie>();
  for (const tie of data.ties) by.set(`${find(tie.from)} ${find(tie.to)}`, tie);
  const made: Line[] = [];
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

function radii(nodes: readonly NetworkNode[]): number[] {
  const most = Math.max(0, ...nodes.map((node) => node.size ?? 0));
  return nodes.map((node) => (most === 0 ? 8 : 5.5 + 12.5 * Math.sqrt((node.size ?? 0) / most)));
}

function tieMark(
  tie: Line,
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
      "stroke-opacity": tie.frustrated ? 1 : 0.55,
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
    tie.frustrated ? frustratedMark((mx + (x1 + x2) / 2) / 2, (my + (y1 + y2) / 2) / 2) : undefined,
  );
}

function frustratedMark(x: number, y: number): Child {
  return el(
    "g",
    {},
    el("circle", { class: "fpage kink", "stroke-width": 1.4, cx: x, cy: y, r: 6 }),
    glyph("cross", { x, y, r: 4 }, { fill: "fink", stroke: "kink" }),
  );
}

function key(data: NetworkData, blocs: readonly string[], lines: readonly Line[]): Entry[] {
  const shapes: Entry[] = (data.factions ?? []).map((name, i) => ({
    mark: (x, y) => glyph(SHAPES[i % 4], { x: x + 13, y: y + 7, r: 6 }, { fill: "fsoft", stroke: "ksoft" }),
    name,
  }));
  const colours: Entry[] = blocs.slice(0, SERIES).map((name, i) => ({
    mark: (x, y) => el("rect", { class: fill(i), x: x + 6, y: y + 1, width: 14, height: 12, rx: 2 }),
    name,
  }));
  return [
    { mark: lineMark("kfriendly"), name: "friendly" },
    { mark: lineMark("khostile dash"), name: "hostile" },
    ...(lines.some((line) => line.frustrated)
      ? [{ mark: (x: number, y: number) => frustratedMark(x + 13, y + 7), name: "frustrated tie" }]
      : []),
    ...(lines.some((line) => line.arrow)
      ? [
          {
            mark: (x: number, y: number) =>
              el("path", {
                class: "fsoft",
                d: `M${x + 20} ${y + 7}L${x + 11} ${y + 3}L${x + 11} ${y + 11}Z`,
              }),
            name: "known one way",
          },
        ]
      : []),
    ...shapes,
    ...colours,
  ];
}

/**
 * Actors and the signed ties between them, factions side by side: friendly ties solid, hostile ones dashed,
 * those that break the partition marked with a cross.
 *
 * @param options `seed` sets where the layout starts; the same seed gives the same picture.
 * @see Fruchterman & Reingold 1991 for the places of the actors, which carry no meaning but nearness.
 * @throws {TawazunError} `show/node` if a tie names a node that is not there; `show/empty` without nodes.
 */
export function network(data: NetworkData, options: PictureOptions & { readonly seed?: string }): Picture {
  if (data.nodes.length === 0) throw new TawazunError("show/empty", "The network has no nodes.");
  const ties = linesOf(data);
  const radius = radii(data.nodes);
  const inner = { width: WIDTH - EDGE.left - EDGE.right, height: HEIGHT - EDGE.top - EDGE.bottom };
  const blocs = [...new Set(data.nodes.flatMap((node) => node.bloc ?? []))];
  const entries = legend(key(data, blocs, ties), { x: 8, y: 4, width: WIDTH - 16 });
  const top = entries.height + EDGE.top;
  const points = layout(data.nodes, ties, { ...inner, seed: options.seed ?? options.id }).map((point) => ({
    x: point.x + EDGE.left,
    y: point.y + top,
  }));
  const places = labelPlaces(
    data.nodes.map((node, i) => ({
      ...points[i],
      r: radius[i],
      width: textWidth(node.name, 11.5) + 2,
      height: 15,
    })),
    { x: 0, y: entries.height, width: WIDTH, height: HEIGHT },
  );
  const names = data.nodes.map((node) => node.name);
  const sides = data.factions ?? [];
  const part = inner.width / Math.max(1, sides.length);
  const colour = (node: NetworkNode): number => blocs.indexOf(node.bloc ?? "");
  const count = (test: (tie: Line) => boolean): number => ties.filter(test).length;
  const frustrated = count((tie) => tie.frustrated);
  const sources = [...(options.sources ?? []), { ref: "fruchterman1991" } as const];
  return framed(
    { ...options, sources },
    {
      width: WIDTH,
      height: HEIGHT + entries.height,
      alt: `Network of ${plural(data.nodes.length, "actor")}${
        sides.length > 1 ? ` in ${sides.length} factions` : ""
      }: ${plural(
        count((tie) => tie.value > 0),
        "friendly tie",
      )}, ${plural(
        count((tie) => tie.value < 0),
        "hostile tie",
      )}; ${frustrated === 0 ? "none breaks" : frustrated === 1 ? "one breaks" : `${number(frustrated)} break`} the partition.`,
      table: networkTable(data, options.title),
      marks: [
        ...entries.marks,
        ...(sides.length > 1
          ? sides.flatMap((side, i) => [
              i === 0
                ? undefined
                : el("line", {
                    class: "axis dots",
                    x1: EDGE.left + i * part,
                    x2: EDGE.left + i * part,
                    y1: entries.height + 12,
                    y2: HEIGHT + entries.height - 8,
                  }),
              el(
                "text",
                { class: "bold soft middle", x: EDGE.left + (i + 0.5) * part, y: entries.height + 18 },
                side,
              ),
            ])
          : []),
        ...ties.filter((tie) => !tie.frustrated).map((tie) => tieMark(tie, points, radius, names)),
        ...ties.filter((tie) => tie.frustrated).map((tie) => tieMark(tie, points, radius, names)),
        ...data.nodes.map((node, i) =>
          glyph(
            node.faction === undefined ? "ring" : SHAPES[node.faction % 4],
            { ...points[i], r: radius[i] },
            colour(node) < 0 || colour(node) >= SERIES
              ? { fill: "fsoft", stroke: "ksoft" }
              : { fill: fill(colour(node)), stroke: stroke(colour(node)) },
            node.bloc === undefined ? node.name : `${node.name}, ${node.bloc}`,
          ),
        ),
        ...data.nodes.map((node, i) =>
          el(
            "text",
            {
              class: `small halo${places[i].anchor === "start" ? "" : ` ${places[i].anchor}`}`,
              x: places[i].x,
              y: places[i].y,
            },
            node.name,
          ),
        ),
      ],
    },
  );
}

function networkTable(data: NetworkData, title: string) {
  const by = new Map(data.nodes.map((node) => [node.id, node]));
  const side = (node: NetworkNode | undefined): string | undefined =>
    node?.faction === undefined
      ? undefined
      : (data.factions?.[node.faction] ?? `faction ${node.faction + 1}`);
  return table(
    title,
    [
      { key: "from", name: "From" },
      { key: "to", name: "To" },
      { key: "value", name: "Tie", digits: 2 },
      { key: "tone", name: "Sign" },
      { key: "frustrated", name: "Frustrated" },
      { key: "fromSide", name: "Faction of from" },
      { key: "toSide", name: "Faction of to" },
    ],
    data.ties.map((tie) => ({
      from: by.get(tie.from)?.name,
      to: by.get(tie.to)?.name,
      value: tie.value,
      tone: tie.value > 0 ? "friendly" : tie.value < 0 ? "hostile" : "neutral",
      frustrated: tie.frustrated === true,
      fromSide: side(by.get(tie.from)),
      toSide: side(by.get(tie.to)),
    })),
  );
}
