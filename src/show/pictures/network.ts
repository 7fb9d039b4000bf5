import { TawazunError } from "../../base/index.ts";
import { glyph, SHAPES } from "../draw/glyph.ts";
import { type Entry, legend, lineMark } from "../draw/legend.ts";
import { el } from "../draw/markup.ts";
import { clipped, textWidth } from "../draw/text.ts";
import { fill, SERIES, stroke } from "../draw/theme.ts";
import { framed, type Picture, type PictureOptions } from "../picture.ts";
import { number } from "../say/number.ts";
import { plural } from "../say/words.ts";
import { table } from "../tables/table.ts";
import { labelPlaces } from "./labels.ts";
import { layout } from "./layout.ts";
import {
  frustratedMark,
  type NetworkData,
  type NetworkNode,
  type TieLine,
  tieLines,
  tieMark,
} from "./network-ties.ts";

const WIDTH = 960;
const EDGE = { left: 84, right: 84, top: 34, bottom: 24 };

function radii(nodes: readonly NetworkNode[]): number[] {
  const most = Math.max(0, ...nodes.map((node) => node.size ?? 0));
  return nodes.map((node) => (most === 0 ? 8 : 5.5 + 12.5 * Math.sqrt((node.size ?? 0) / most)));
}

function key(data: NetworkData, blocs: readonly string[], lines: readonly TieLine[]): Entry[] {
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
      ? [{ mark: (x: number, y: number) => frustratedMark(x + 13, y + 7, 6), name: "frustrated tie" }]
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
 * @example
 * ```ts
 * import { network } from "tawazun/show";
 * const nodes = [{ id: "a", name: "A", faction: 0 }, { id: "b", name: "B", faction: 1 }];
 * const ties = [{ from: "a", to: "b", value: 0.6, frustrated: true }];
 * network({ nodes, ties, factions: ["One", "Two"] }, { id: "n", title: "Ties", method: "By hand." }).alt;
 * //=> "Network of 2 actors in 2 factions: 1 friendly tie, 0 hostile ties; one breaks the partition."
 * ```
 */
export function network(data: NetworkData, options: PictureOptions & { readonly seed?: string }): Picture {
  if (data.nodes.length === 0) throw new TawazunError("show/empty", "The network has no nodes.");
  const ties = tieLines(data);
  const radius = radii(data.nodes);
  const tall = Math.min(800, 510 + 6 * data.nodes.length);
  const inner = { width: WIDTH - EDGE.left - EDGE.right, height: tall - EDGE.top - EDGE.bottom };
  const blocs = [...new Set(data.nodes.flatMap((node) => node.bloc ?? []))];
  const entries = legend(key(data, blocs, ties), { x: 8, y: 4, width: WIDTH - 16 });
  const top = entries.height + EDGE.top;
  const points = layout(
    data.nodes.map((node, i) => ({ faction: node.faction, r: radius[i] })),
    ties,
    { ...inner, seed: options.seed ?? options.id },
  ).map((point) => ({
    x: point.x + EDGE.left,
    y: point.y + top,
  }));
  const words = data.nodes.map((node) => clipped(node.short ?? node.name, 170, 11.5));
  const places = labelPlaces(
    data.nodes.map((_, i) => ({
      ...points[i],
      r: radius[i],
      width: textWidth(words[i], 11.5) + 2,
      height: 15,
    })),
    { x: 0, y: entries.height, width: WIDTH, height: tall },
  );
  const names = data.nodes.map((node) => node.name);
  // Weak ties lie below strong ones, and those that break the partition above all.
  const weight = (tie: TieLine): number => Math.abs(tie.value) + (tie.frustrated ? 1 : 0);
  const drawn = [...ties].sort((a, b) => weight(a) - weight(b));
  const sides = data.factions ?? [];
  const part = inner.width / Math.max(1, sides.length);
  const colour = (node: NetworkNode): number => blocs.indexOf(node.bloc ?? "");
  const count = (test: (tie: TieLine) => boolean): number => ties.filter(test).length;
  const frustrated = count((tie) => tie.frustrated);
  const sources = [...(options.sources ?? []), { ref: "fruchterman1991" } as const];
  return framed(
    { ...options, sources },
    {
      width: WIDTH,
      height: tall + entries.height,
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
                    y2: tall + entries.height - 8,
                  }),
              el(
                "text",
                { class: "bold soft middle", x: EDGE.left + (i + 0.5) * part, y: entries.height + 18 },
                side,
              ),
            ])
          : []),
        ...drawn.map((tie) => tieMark(tie, points, radius, names)),
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
        ...data.nodes.map((_, i) =>
          el(
            "text",
            {
              class: `small halo${places[i].anchor === "start" ? "" : ` ${places[i].anchor}`}`,
              x: places[i].x,
              y: places[i].y,
            },
            words[i],
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
      { key: "value", name: "Tie", digits: 2, measure: "tie" },
      { key: "tone", name: "Sign" },
      { key: "frustrated", name: "Frustrated", measure: "breaks-balance" },
      { key: "fromSide", name: "Faction of from", measure: "faction" },
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
