import { escapeText } from "../../show/index.ts";
import type { Drawing, DrawnNode } from "./map-look.ts";
import type { Marked } from "./map-paint.ts";

const WIDTH = 960;
const HEIGHT = 640;
const EDGE = 36;
const NOTHING: Marked = { chosen: undefined, way: new Set() };

/** The map as an SVG without colours of its own: those of the page, or of a picture that stands alone. */
export function mapSvg(
  { nodes, ties }: Drawing,
  title: string,
  description: string,
  { chosen, way }: Marked = NOTHING,
): string {
  const [xs, ys] = [nodes.map((node) => node.x), nodes.map((node) => node.y)];
  const scaled = (values: readonly number[], room: number): ((value: number) => number) => {
    const [least, most] = values.reduce(([low, high], v) => [Math.min(low, v), Math.max(high, v)], [0, 0]);
    return (value) => EDGE + ((value - least) / (most - least || 1)) * (room - 2 * EDGE);
  };
  const [x, y] = [scaled(xs, WIDTH), scaled(ys, HEIGHT)];
  const at = new Map(nodes.map((node) => [node.id, [x(node.x), y(node.y)] as const]));
  const lines = [...ties]
    .sort((a, b) => Math.abs(a.value) - Math.abs(b.value))
    .map((tie) => {
      const [from, to] = [at.get(tie.from), at.get(tie.to)];
      if (from === undefined || to === undefined) return "";
      const tone = tie.value > 0 ? "kfriendly" : "khostile dash";
      const onWay = way.has(tie.key);
      const marked = onWay || (way.size === 0 && (tie.from === chosen || tie.to === chosen));
      const faint = (chosen !== undefined || way.size > 0) && !marked ? 0.12 : 1;
      const opacity = (onWay ? 1 : 0.2 + 0.7 * tie.fresh) * faint;
      const line = `<line class="none ${tone}" x1="${p(from[0])}" y1="${p(from[1])}" x2="${p(to[0])}" y2="${p(to[1])}" stroke-width="${p(0.6 + 3 * Math.abs(tie.value) + (onWay ? 2.5 : 0))}" stroke-opacity="${opacity.toFixed(2)}"/>`;
      if (!tie.breaks) return line;
      const [mx, my] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
      return `${line}<path class="none kink" opacity="${faint}" stroke-width="1.6" d="M${p(mx - 3.5)} ${p(my - 3.5)}l7 7m0 -7l-7 7"/>`;
    });
  const marks = nodes.map((node) => {
    const [cx, cy] = at.get(node.id) ?? [0, 0];
    return `<g data-id="${escapeText(node.id)}"><title>${escapeText(node.name)}</title>${shape(node, cx, cy, node.id === chosen)}</g>`;
  });
  const names = labels(
    nodes.map((node) => ({ ...node, at: at.get(node.id) ?? [0, 0] })),
    chosen,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" class="tz" role="img" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" aria-labelledby="map-title map-alt"><title id="map-title">${escapeText(title)}</title><desc id="map-alt">${escapeText(description)}</desc>${lines.join("")}${marks.join("")}${names.join("")}</svg>`;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Names beside their marks, those of the largest first; a name that finds no free room is left to its tooltip. */
function labels(
  nodes: readonly (DrawnNode & { readonly at: readonly [number, number] })[],
  chosen: string | undefined,
): readonly string[] {
  const taken: Box[] = nodes.map(({ at: [x, y], r }) => ({
    ...{ left: x - r * 0.8, right: x + r * 0.8 },
    ...{ top: y - r * 0.8, bottom: y + r * 0.8 },
  }));
  const first = (node: DrawnNode): number => (node.id === chosen ? 1000 : node.r);
  return [...nodes]
    .sort((a, b) => first(b) - first(a))
    .slice(0, 120)
    .flatMap(({ name, r, at: [x, y] }) => {
      const words = name.length > 26 ? `${name.slice(0, 25)}…` : name;
      const width = words.length * 6.4;
      const places = [
        { x: x + r + 3, y: y + 4, anchor: "" },
        { x: x - r - 3 - width, y: y + 4, anchor: " end" },
        { x: x - width / 2, y: y - r - 4, anchor: " middle" },
        { x: x - width / 2, y: y + r + 12, anchor: " middle" },
      ];
      for (const place of places) {
        const box = { left: place.x, right: place.x + width, top: place.y - 10, bottom: place.y + 3 };
        const free =
          box.left >= 0 &&
          box.right <= WIDTH &&
          taken.every(
            (other) =>
              other.right < box.left ||
              other.left > box.right ||
              other.bottom < box.top ||
              other.top > box.bottom,
          );
        if (!free) continue;
        taken.push(box);
        const anchored = place.x + (place.anchor === " end" ? width : place.anchor === "" ? 0 : width / 2);
        return [
          `<text class="small halo${place.anchor}" x="${p(anchored)}" y="${p(place.y)}">${escapeText(words)}</text>`,
        ];
      }
      return [];
    });
}

/** A circle in one faction, a square in the other, a diamond where there is none; a bloc has a double edge. */
function shape({ faction, tone, r, kind }: DrawnNode, x: number, y: number, chosen: boolean): string {
  const look = `class="f${tone} ${chosen ? "kink" : "kpage"}" stroke-width="${chosen ? 3 : 1.2}"`;
  const edge =
    kind === "bloc"
      ? `<circle class="none k${tone}" stroke-width="1.5" cx="${p(x)}" cy="${p(y)}" r="${p(r + 4)}"/>`
      : "";
  if (faction === 0) return `${edge}<circle ${look} cx="${p(x)}" cy="${p(y)}" r="${p(r)}"/>`;
  if (faction === 1) {
    const half = r * 0.9;
    return `${edge}<rect ${look} x="${p(x - half)}" y="${p(y - half)}" width="${p(2 * half)}" height="${p(2 * half)}"/>`;
  }
  return `${edge}<path ${look} d="M${p(x)} ${p(y - r)}L${p(x + r)} ${p(y)}L${p(x)} ${p(y + r)}L${p(x - r)} ${p(y)}Z"/>`;
}

function p(value: number): string {
  return value.toFixed(1);
}
