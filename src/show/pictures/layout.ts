import { seeded } from "../../base/index.ts";
import { linear } from "../draw/scale.ts";

export interface LayoutNode {
  /** Which side it belongs to, counted from 0; absent: none. */
  readonly faction?: number;
  /** Half the room that it needs; 8 if not given. */
  readonly r?: number;
}

/** A tie between nodes by their place in the list; value −1 hostile … +1 friendly. */
export interface LayoutTie {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

export interface Point {
  x: number;
  y: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

const STEPS = 500;

/** Where each faction gathers: two face each other, more stand side by side. */
function home(faction: number | undefined, factions: number, box: Box): Point {
  if (faction === undefined || factions < 2) return { x: box.width / 2, y: box.height / 2 };
  return { x: ((faction + 0.5) / factions) * box.width, y: box.height / 2 };
}

/**
 * Places for nodes so that friends stand near and all keep their distance; factions keep to their part.
 *
 * @returns points inside the box, in the order of the nodes; the same seed gives the same bits.
 * @remarks Force-directed (Fruchterman & Reingold 1991) with cooling; hostile ties push apart once more,
 * and each node is drawn to the middle of its faction's part. Only + − × ÷ √ are used.
 */
export function layout(
  nodes: readonly LayoutNode[],
  ties: readonly LayoutTie[],
  box: Box & { readonly seed: string },
): Point[] {
  const factions = nodes.reduce((most, node) => Math.max(most, (node.faction ?? -1) + 1), 0);
  const random = seeded(box.seed).fork("layout");
  const homes = nodes.map((node) => home(node.faction, factions, box));
  const part = factions >= 2 ? box.width / factions : box.width;
  const points = homes.map((at) => ({
    x: at.x + (random.uniform() - 0.5) * part * 0.7,
    y: at.y + (random.uniform() - 0.5) * box.height * 0.8,
  }));
  const distance = 0.9 * Math.sqrt((box.width * box.height) / Math.max(1, nodes.length));
  const push = nodes.map(() => ({ x: 0, y: 0 }));
  for (let step = 0; step < STEPS; step++) {
    for (const each of push) each.x = each.y = 0;
    repel(points, push, distance);
    for (const tie of ties) pull(points, push, tie, distance);
    const heat = box.width * 0.06 * (1 - step / STEPS) + 0.5;
    points.forEach((point, i) => {
      push[i].x += (homes[i].x - point.x) * 0.35;
      push[i].y += (homes[i].y - point.y) * 0.35;
      const length = Math.sqrt(push[i].x * push[i].x + push[i].y * push[i].y);
      const part = length > heat ? heat / length : 1;
      point.x += push[i].x * part;
      point.y += push[i].y * part;
    });
  }
  if (nodes.length > 1) {
    stretch(points, nodes, { ...box, factions });
    setApart(points, nodes, { ...box, factions });
  }
  return points;
}

function repel(points: readonly Point[], push: readonly Point[], distance: number): void {
  for (let i = 0; i < points.length; i++) {
    for (let j = 0; j < i; j++) {
      // Two nodes on one spot are set apart by their order.
      const dx = points[i].x - points[j].x || 0.01 * (i - j);
      const dy = points[i].y - points[j].y || 0.01;
      const force = (distance * distance) / (dx * dx + dy * dy);
      push[i].x += dx * force;
      push[i].y += dy * force;
      push[j].x -= dx * force;
      push[j].y -= dy * force;
    }
  }
}

function pull(points: readonly Point[], push: readonly Point[], tie: LayoutTie, distance: number): void {
  const dx = points[tie.to].x - points[tie.from].x;
  const dy = points[tie.to].y - points[tie.from].y;
  const length = Math.sqrt(dx * dx + dy * dy) + 1e-9;
  const force =
    tie.value > 0 ? (0.5 * tie.value * length) / distance : (0.15 * tie.value * distance) / length;
  push[tie.from].x += dx * force;
  push[tie.from].y += dy * force;
  push[tie.to].x -= dx * force;
  push[tie.to].y -= dy * force;
}

/** Fills the box: heights together, widths each faction in its own part, so that none stands in another's. */
function stretch(
  points: readonly Point[],
  nodes: readonly LayoutNode[],
  box: Box & { readonly factions: number },
): void {
  const sides = new Set(nodes.map((node) => (box.factions < 2 ? undefined : node.faction)));
  const ys = evened(points.map((point) => point.y));
  const moved = points.map((point, i) => ({ x: point.x, y: ys[i] * box.height }));
  for (const side of sides) {
    const mine = points.flatMap((_, i) => (box.factions < 2 || nodes[i].faction === side ? [i] : []));
    const xs = evened(mine.map((i) => points[i].x));
    const fitX = linear([0, 1], ends(side, box));
    mine.forEach((i, k) => {
      moved[i].x = fitX(xs[k]);
    });
  }
  moved.forEach((to, i) => {
    points[i].x = to.x;
    points[i].y = to.y;
  });
}

/** Moves nodes that touch apart, up and down more than sideways, so that names fit between them. */
function setApart(
  points: readonly Point[],
  nodes: readonly LayoutNode[],
  box: Box & { readonly factions: number },
): void {
  for (let round = 0; round < 80; round++) {
    let moved = false;
    for (let i = 0; i < points.length; i++) {
      for (let j = 0; j < i; j++) {
        const room = (nodes[i].r ?? 8) + (nodes[j].r ?? 8) + 8;
        const dx = points[i].x - points[j].x;
        const dy = points[i].y - points[j].y || 0.1;
        const length = Math.sqrt(dx * dx + dy * dy);
        if (length >= room) continue;
        moved = true;
        const step = (0.5 * (room - length)) / length;
        points[i].x += 0.5 * dx * step;
        points[j].x -= 0.5 * dx * step;
        points[i].y += (dy < 0 ? -1 : 1) * Math.max(0.5, Math.abs(dy * step));
        points[j].y -= (dy < 0 ? -1 : 1) * Math.max(0.5, Math.abs(dy * step));
      }
    }
    points.forEach((point, i) => {
      const [left, right] = ends(box.factions < 2 ? undefined : nodes[i].faction, box);
      point.x = Math.min(right, Math.max(left, point.x));
      point.y = Math.min(box.height, Math.max(0, point.y));
    });
    if (!moved) return;
  }
}

/** Where a side's nodes may stand from left to right; those of no side keep to the middle. */
function ends(side: number | undefined, box: Box & { readonly factions: number }): [number, number] {
  const part = box.width / Math.max(1, box.factions);
  if (box.factions < 2) return [0, box.width];
  if (side === undefined) return [box.width / 2 - part * 0.12, box.width / 2 + part * 0.12];
  const left = side === 0 ? 0 : side * part + part * 0.15;
  return [left, side === box.factions - 1 ? box.width : (side + 1) * part - part * 0.15];
}

/** Places from 0 to 1: half by distance and half by rank, so that one far node does not crowd the others. */
function evened(places: readonly number[]): number[] {
  if (places.length < 2) return places.map(() => 0.5);
  const byPlace = linear([Math.min(...places), Math.max(...places)], [0, 1]);
  const rank = new Array<number>(places.length);
  places
    .map((_, i) => i)
    .sort((a, b) => places[a] - places[b] || a - b)
    .forEach((i, k) => {
      rank[i] = k / (places.length - 1);
    });
  return places.map((place, i) => 0.5 * byPlace(place) + 0.5 * rank[i]);
}
