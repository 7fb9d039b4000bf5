import type { Drawing } from "./map-look.ts";

/** A node or a tie as the canvas paints it; changed in place, so that only what differs is painted anew. */
export interface NodePaint {
  x: number;
  y: number;
  size: number;
  color: string;
  label: string;
  forceLabel: boolean;
  hidden: boolean;
  zIndex: number;
}
export interface TiePaint {
  readonly from: string;
  readonly to: string;
  type: "line" | "dashed";
  size: number;
  color: string;
  hidden: boolean;
  zIndex: number;
}

/** The colours of the page as they are now. */
export interface Colours {
  readonly of: (tone: string) => string;
  readonly friendly: string;
  readonly hostile: string;
  readonly ink: string;
  readonly page: string;
}

/** What is marked on the map: an actor, and a way. */
export interface Marked {
  readonly chosen: string | undefined;
  readonly way: ReadonlySet<string>;
}

/** What the canvas knows of each node and tie. */
export interface Paints {
  readonly nodes: Map<string, NodePaint>;
  readonly ties: Map<string, TiePaint>;
  /** What the ties were painted from last: while it is the same, they are not looked at. */
  painted?: readonly unknown[];
}

/** What is to be painted anew: some nodes and ties; all, where any is new; "moved" where many stand elsewhere than before. */
export type Repaint =
  | "all"
  | "moved"
  | {
      readonly nodes: readonly string[];
      readonly edges: readonly string[];
      /** Those of the nodes that stand elsewhere than before. */
      readonly moved: readonly string[];
    };

/** Above so many, those who are put somewhere by hand have no name of their own right to be read. */
const MOST_NAMED = 40;
/** More nodes than this move only where the network is another: then all is painted anew. */
const FEW = 100;

const SHADES = 8;

/** A colour in nine steps from that of the page to its own; few, so that a day later most ties look the same. */
function shades(colour: string, page: string): readonly string[] {
  const [own, under] = [parts(colour), parts(page)];
  if (own === undefined || under === undefined) return new Array<string>(SHADES + 1).fill(colour);
  return Array.from({ length: SHADES + 1 }, (_, step) => {
    const mixed = own.map((part, i) => Math.round(under[i] + (part - under[i]) * (step / SHADES)));
    return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  });
}

function parts(colour: string): readonly number[] | undefined {
  const found = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  return found?.slice(1).map((part) => Number.parseInt(part, 16));
}

/** Brings the paints up to a drawing, and tells what differs. */
export function repaint(
  paints: Paints,
  drawing: Drawing,
  { chosen, way }: Marked,
  colours: Colours,
): Repaint {
  const [nodes, edges]: [string[], string[]] = [[], []];
  let all = false;
  const moved = new Set<string>();
  const pinned = drawing.nodes.reduce((count, node) => count + (node.pinned ? 1 : 0), 0);
  const seen = new Set<string>();
  // Lines that let others shine through would be brighter where many cross: these are as pale as the page.
  const [line, dashed] = [shades(colours.friendly, colours.page), shades(colours.hostile, colours.page)];
  for (const node of drawing.nodes) {
    seen.add(node.id);
    const marked = node.id === chosen;
    const color = marked ? colours.ink : colours.of(node.tone);
    const size = Math.max(2, marked ? node.r + 4 : node.r);
    const [x, y, label] = [node.x, -node.y, node.name];
    const old = paints.nodes.get(node.id);
    const named = marked || (node.pinned && pinned <= MOST_NAMED);
    if (old !== undefined && (old.x !== x || old.y !== y)) {
      [old.x, old.y] = [x, y];
      moved.add(node.id);
    }
    if (old === undefined) {
      all = true;
      const fresh = { x, y, size, color, label, forceLabel: named, hidden: false, zIndex: marked ? 1 : 0 };
      paints.nodes.set(node.id, fresh);
    } else if (
      moved.has(node.id) ||
      old.color !== color ||
      old.size !== size ||
      old.hidden ||
      old.label !== label ||
      old.forceLabel !== named
    ) {
      Object.assign(old, { color, size, label, hidden: false, forceLabel: named, zIndex: marked ? 1 : 0 });
      nodes.push(node.id);
    }
  }
  for (const [id, old] of paints.nodes) {
    if (old.hidden || seen.has(id)) continue;
    old.hidden = true;
    nodes.push(id);
  }
  const from = [drawing.ties, chosen, way, colours.page];
  const known = paints.painted?.every((value, i) => value === from[i]) === true;
  paints.painted = from;
  if (known && moved.size === 0 && !all) return { nodes, edges, moved: [] };
  const kept = new Set<string>();
  const faint = chosen === undefined && way.size === 0 ? 1 : 0.35;
  for (const tie of drawing.ties) {
    if (!seen.has(tie.from) || !seen.has(tie.to)) continue;
    kept.add(tie.key);
    const marked = tie.from === chosen || tie.to === chosen || way.has(tie.key);
    const opacity = tie.breaks ? 1 : 0.2 + 0.5 * tie.fresh;
    const step = Math.max(1, Math.round(SHADES * (marked ? 1 : opacity * faint)));
    const type = tie.value > 0 ? "line" : "dashed";
    const color = (type === "line" ? line : dashed)[step];
    const size = (tie.breaks ? 1 : 0.3) + 2 * Math.abs(tie.value) + (way.has(tie.key) ? 3 : 0);
    const old = paints.ties.get(tie.key);
    if (old === undefined || old.type !== type) {
      all = true;
      paints.ties.set(tie.key, {
        from: tie.from,
        to: tie.to,
        type,
        size,
        color,
        hidden: false,
        zIndex: tie.breaks ? 1 : 0,
      });
    } else if (
      old.color !== color ||
      old.size !== size ||
      old.hidden ||
      moved.has(tie.from) ||
      moved.has(tie.to)
    ) {
      Object.assign(old, { color, size, hidden: false });
      edges.push(tie.key);
    }
  }
  for (const [key, old] of paints.ties) {
    if (old.hidden || kept.has(key)) continue;
    old.hidden = true;
    edges.push(key);
  }
  return moved.size > FEW ? "moved" : all ? "all" : { nodes, edges, moved: [...moved] };
}
