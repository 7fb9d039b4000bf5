import { type Child, el } from "../draw/markup.ts";
import { lines, textWidth } from "../draw/text.ts";

/** A row of a picture: its name in one or two lines at the left, and where its middle is. */
export interface PlacedRow {
  readonly y: number;
  readonly top: number;
  readonly height: number;
  readonly words: readonly string[];
}

/** Rows under each other, those of a new group after a heading. */
export function placeRows(
  rows: readonly { readonly name: string; readonly group?: string }[],
  room: { readonly top: number; readonly left: number; readonly width: number; readonly least?: number },
): { readonly rows: PlacedRow[]; readonly marks: Child[]; readonly bottom: number } {
  const least = room.least ?? 24;
  const placed: PlacedRow[] = [];
  const marks: Child[] = [];
  let top = room.top;
  let group: string | undefined;
  for (const row of rows) {
    if (row.group !== undefined && row.group !== group) {
      marks.push(el("text", { class: "bold soft small", x: room.left, y: top + 16 }, row.group));
      top += 24;
    }
    group = row.group;
    const words = lines(row.name, room.width, 12.5, 2);
    const height = Math.max(least, words.length > 1 ? 36 : 24);
    const y = top + height / 2;
    words.forEach((line, i) => {
      const shift = words.length === 1 ? 4.5 : i === 0 ? -3 : 12;
      marks.push(el("text", { class: "name", x: room.left, y: y + shift }, line));
    });
    placed.push({ y, top, height, words });
    top += height;
  }
  return { rows: placed, marks, bottom: top };
}

/** The width that the names of rows need, between two bounds. */
export function nameWidth(names: readonly string[], least: number, most: number): number {
  return Math.min(most, Math.max(least, ...names.map((name) => textWidth(name, 12.5) + 4)));
}

/** A thick interval on a thin one: `thick` the narrower, `thin` the wider. */
export function whisker(
  y: number,
  x: (value: number) => number,
  ends: { readonly thick?: readonly [number, number]; readonly thin?: readonly [number, number] },
  colour: string,
): Child[] {
  const bar = (pair: readonly [number, number] | undefined, width: number, more: string): Child =>
    pair === undefined
      ? undefined
      : el("line", {
          class: `${colour}${more}`,
          "stroke-width": width,
          x1: x(pair[0]),
          x2: x(pair[1]),
          y1: y,
          y2: y,
        });
  return [bar(ends.thin, 1.4, ""), bar(ends.thick, 4.5, " half")];
}
