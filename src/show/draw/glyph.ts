import { type Child, coordinate, el } from "./markup.ts";

export type Shape = "disc" | "square" | "diamond" | "triangle" | "down" | "ring" | "cross" | "plus";

/** Shapes by turns, so that series differ without colour. */
export const SHAPES: readonly Shape[] = [
  "disc",
  "square",
  "diamond",
  "triangle",
  "ring",
  "cross",
  "down",
  "plus",
];

const polygon = (points: readonly (readonly [number, number])[]): string =>
  points.map(([x, y]) => `${coordinate(x)},${coordinate(y)}`).join(" ");

/**
 * A mark of about the same area whatever its shape.
 *
 * @param classes a fill and a stroke class; hollow shapes use the stroke alone.
 */
export function glyph(
  shape: Shape,
  at: { readonly x: number; readonly y: number; readonly r: number },
  classes: { readonly fill: string; readonly stroke: string },
  title?: string,
): Child {
  const { x, y, r } = at;
  const name = title === undefined ? undefined : el("title", {}, title);
  if (shape === "disc") return el("circle", { class: classes.fill, cx: x, cy: y, r }, name);
  if (shape === "ring") {
    return el(
      "circle",
      { class: `fpage ${classes.stroke}`, "stroke-width": r * 0.45, cx: x, cy: y, r: r * 0.85 },
      name,
    );
  }
  if (shape === "square") {
    const s = r * 0.88;
    return el("rect", { class: classes.fill, x: x - s, y: y - s, width: 2 * s, height: 2 * s }, name);
  }
  if (shape === "cross" || shape === "plus") {
    const s = shape === "cross" ? r * 0.8 : r;
    const [p, q] = [coordinate(x - s), coordinate(y - s)];
    const [u, v] = [coordinate(x + s), coordinate(y + s)];
    const [cx, cy] = [coordinate(x), coordinate(y)];
    const d =
      shape === "cross"
        ? `M${p} ${q}L${u} ${v}M${p} ${v}L${u} ${q}`
        : `M${p} ${cy}L${u} ${cy}M${cx} ${q}L${cx} ${v}`;
    return el("path", { class: `none ${classes.stroke}`, "stroke-width": r * 0.5, d }, name);
  }
  const s = r * 1.24;
  const points: Record<"diamond" | "triangle" | "down", readonly (readonly [number, number])[]> = {
    diamond: [
      [x, y - s],
      [x + s, y],
      [x, y + s],
      [x - s, y],
    ],
    triangle: [
      [x, y - s],
      [x + s, y + s * 0.8],
      [x - s, y + s * 0.8],
    ],
    down: [
      [x, y + s],
      [x + s, y - s * 0.8],
      [x - s, y - s * 0.8],
    ],
  };
  return el("polygon", { class: classes.fill, points: polygon(points[shape]) }, name);
}
