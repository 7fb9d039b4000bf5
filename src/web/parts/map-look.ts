import type { Day } from "../../base/index.ts";
import type { Frame, Places } from "./map-frame.ts";
import { type Counts, countOf } from "./map-measures.ts";
import type { MapNetwork, MapNode, MapTie } from "./map-network.ts";

export const COLOUR_BY = ["bloc", "group", "front", "kind", "faction", "mood"] as const;
export const SIZE_BY = ["ties", "friends", "enemies", "strength", "between", "members", "same"] as const;

export type ColourBy = (typeof COLOUR_BY)[number];

/** A node as it is drawn. */
export interface DrawnNode extends MapNode, Counts {
  readonly x: number;
  readonly y: number;
  /** Half its width, in points of a picture 960 wide. */
  readonly r: number;
  /** Its colour: a series of pictures, or a sign. */
  readonly tone: string;
  /** What its size says. */
  readonly worth: number;
  /** It was put there by hand. */
  readonly pinned: boolean;
  /** 0 or 1; absent until the factions are known, or without ties. */
  readonly faction: number | undefined;
}

/** A tie as it is drawn. */
export interface DrawnTie extends MapTie {
  /** 0.25 old … 1 of the day. */
  readonly fresh: number;
  /** It breaks the balance: friends apart, or enemies together. */
  readonly breaks: boolean;
}

export interface Drawing {
  /** What a picture shows of the layout, and the whole of it. */
  readonly frame: Frame;
  readonly ground: Frame;
  readonly nodes: readonly DrawnNode[];
  readonly ties: readonly DrawnTie[];
  /** What the colours stand for, the commonest first. */
  readonly legend: readonly { readonly name: string; readonly tone: string; readonly count: number }[];
}

/** Where everybody stands, who of them was put there by hand, and what is shown of it. */
export interface Standing extends Pick<Drawing, "frame" | "ground"> {
  readonly places: Places;
  readonly pins: Places;
}

/** The grey of pictures: for what has no name, and for all names after the ninth. */
const REST = "8";
const TONES = ["0", "1", "2", "3", "4", "5", "6", "7", "9"];

/** The nodes of a network as they are drawn, and what their colours stand for. */
export function drawnNodes(
  network: MapNetwork,
  { places, pins }: Pick<Standing, "places" | "pins">,
  sides: ReadonlyMap<string, number>,
  counts: ReadonlyMap<string, Counts>,
  { colour, worthOf }: { readonly colour: ColourBy; readonly worthOf: (node: MapNode) => number },
): Pick<Drawing, "nodes" | "legend"> {
  const side = (node: MapNode): number | undefined => (counts.has(node.id) ? sides.get(node.id) : undefined);
  const label = (node: MapNode): string => {
    if (colour === "faction") return ["A", "B"][side(node) ?? -1] ?? "";
    if (colour === "mood") return mood(countOf(counts, node.id));
    return node[colour];
  };
  const labels = network.nodes.map(label);
  const times = new Map<string, number>();
  for (const one of labels) times.set(one, (times.get(one) ?? 0) + 1);
  const legend = [...times]
    .filter(([name]) => name !== "")
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([name, count], i) => ({ name, count, tone: MOODS[name] ?? TONES[i] ?? REST }));
  const tones = new Map(legend.map(({ name, tone }) => [name, tone]));
  const worths = network.nodes.map(worthOf);
  const most = worths.reduce((high, worth) => Math.max(high, worth), 1e-9);
  const scale = network.nodes.length > 300 ? 0.5 : 1;
  const nodes: DrawnNode[] = [];
  network.nodes.forEach((node, i) => {
    const place = places.get(node.id);
    if (place === undefined) return;
    const { id, name, kind, members, bloc, group, front } = node;
    const { friends, enemies, strength } = countOf(counts, id);
    const worth = worths[i];
    const [x, y] = place;
    const r = scale * (4 + 10 * Math.sqrt(worth / most));
    const tone = tones.get(labels[i]) ?? REST;
    const [faction, pinned] = [side(node), pins.has(id)];
    nodes.push({
      ...{ id, name, kind, members, bloc, group, front, x, y, r, worth, tone, faction, pinned },
      ...{ friends, enemies, strength },
    });
  });
  return { nodes, legend };
}

/** The ties of a network as they are drawn on a day; a faint one is old. */
export function drawnTies({ ties }: MapNetwork, broken: ReadonlySet<string>, day: Day): readonly DrawnTie[] {
  const ages = new Map<Day, number>();
  const freshOf = (last: Day): number => {
    let fresh = ages.get(last);
    if (fresh === undefined) {
      fresh = Math.max(0.25, 2 ** (-(day - last) / 730));
      ages.set(last, fresh);
    }
    return fresh;
  };
  const drawn: DrawnTie[] = [];
  for (const { key, from, to, value, last, rests } of ties) {
    if (value === 0) continue;
    const fresh = last === undefined ? 0.8 : freshOf(last);
    drawn.push({ key, from, to, value, last, rests, fresh, breaks: broken.has(key) });
  }
  return drawn;
}

/** Whether a node has mostly friends or enemies, and the colours of that: those of the signs, and grey between. */
const MOODS: Readonly<Record<string, string>> = {
  friends: "friendly",
  enemies: "hostile",
  both: REST,
};

function mood({ friends, enemies }: Counts): string {
  if (friends + enemies === 0) return "";
  const share = friends / (friends + enemies);
  return share > 2 / 3 ? "friends" : share < 1 / 3 ? "enemies" : "both";
}
