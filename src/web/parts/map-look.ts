import type { Day } from "../../base/index.ts";
import type { MapNetwork, MapNode, MapTie } from "./map-network.ts";

export const COLOUR_BY = ["bloc", "group", "front", "kind", "faction"] as const;
export const SIZE_BY = ["ties", "friends", "enemies", "members", "same"] as const;

/** How nodes are encoded. */
export interface Encoding {
  readonly colour: (typeof COLOUR_BY)[number];
  readonly size: (typeof SIZE_BY)[number];
}

/** A node as it is drawn. */
export interface DrawnNode extends MapNode {
  readonly x: number;
  readonly y: number;
  /** Half its width, in points of a picture 960 wide. */
  readonly r: number;
  /** Series of its colour. */
  readonly series: number;
  readonly friends: number;
  readonly enemies: number;
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
  readonly nodes: readonly DrawnNode[];
  readonly ties: readonly DrawnTie[];
  /** Names of the colours, in order. */
  readonly legend: readonly string[];
}

/** What is drawn of a network: places, sizes, colours, and which ties break the balance. */
export function drawing(
  network: MapNetwork,
  places: ReadonlyMap<string, readonly [number, number]>,
  factions: { readonly sides: ReadonlyMap<string, number>; readonly broken: ReadonlySet<string> },
  { colour, size }: Encoding,
  day: Day,
): Drawing {
  const [friends, enemies] = [new Map<string, number>(), new Map<string, number>()];
  for (const { from, to, value } of network.ties) {
    if (value === 0) continue;
    const counts = value > 0 ? friends : enemies;
    for (const id of [from, to]) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const worth = (node: MapNode): number => {
    const [f, e] = [friends.get(node.id) ?? 0, enemies.get(node.id) ?? 0];
    return { ties: f + e, friends: f, enemies: e, members: node.members, same: 1 }[size];
  };
  const side = (node: MapNode): number | undefined =>
    friends.has(node.id) || enemies.has(node.id) ? factions.sides.get(node.id) : undefined;
  const label = (node: MapNode): string =>
    colour === "faction" ? (["A", "B"][side(node) ?? -1] ?? "") : node[colour];
  const times = new Map<string, number>();
  for (const node of network.nodes) times.set(label(node), (times.get(label(node)) ?? 0) + 1);
  const legend = [...times.keys()]
    .filter((name) => name !== "")
    .sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0) || (a < b ? -1 : 1));
  const most = network.nodes.reduce((high, node) => Math.max(high, worth(node)), 1);
  const scale = network.nodes.length > 300 ? 0.5 : 1;
  return {
    legend,
    nodes: network.nodes.flatMap((node) => {
      const place = places.get(node.id);
      if (place === undefined) return [];
      const series = legend.indexOf(label(node));
      return [
        {
          ...node,
          ...{ x: place[0], y: place[1], r: scale * (4 + 10 * Math.sqrt(worth(node) / most)) },
          ...{ series: series < 0 ? 8 : series % 10, faction: side(node) },
          ...{ friends: friends.get(node.id) ?? 0, enemies: enemies.get(node.id) ?? 0 },
        },
      ];
    }),
    ties: network.ties
      .filter((tie) => tie.value !== 0)
      .map((tie) => ({
        ...tie,
        fresh: tie.last === undefined ? 0.8 : Math.max(0.25, 2 ** (-(day - tie.last) / 730)),
        breaks: factions.broken.has(`${tie.from} ${tie.to}`),
      })),
  };
}
