import { type Child, el } from "./markup.ts";
import { textWidth } from "./text.ts";

/** One entry: how it is drawn in a box of 26 by 14 whose corner is at 0, 0; and its name. */
export interface Entry {
  readonly mark: (x: number, y: number) => Child;
  readonly name: string;
}

const BOX = 26;

/** Entries side by side, in as many rows as they need. */
export function legend(
  entries: readonly Entry[],
  at: { readonly x: number; readonly y: number; readonly width: number },
): { readonly marks: Child[]; readonly height: number } {
  const marks: Child[] = [];
  let x = at.x;
  let y = at.y;
  for (const entry of entries) {
    const width = BOX + 6 + textWidth(entry.name, 11.5) + 18;
    if (x > at.x && x + width > at.x + at.width) {
      x = at.x;
      y += 20;
    }
    marks.push(entry.mark(x, y), el("text", { class: "small", x: x + BOX + 6, y: y + 11 }, entry.name));
    x += width;
  }
  return { marks, height: entries.length === 0 ? 0 : y - at.y + 20 };
}

/** A stretch of line, as an entry's mark. */
export function lineMark(classes: string, width = 2): Entry["mark"] {
  return (x, y) =>
    el("line", { class: classes, "stroke-width": width, x1: x, x2: x + BOX, y1: y + 7, y2: y + 7 });
}

/** A filled box, as an entry's mark. */
export function boxMark(...classes: readonly string[]): Entry["mark"] {
  return (x, y) =>
    el(
      "g",
      {},
      ...classes.map((each) => el("rect", { class: each, x: x + 2, y: y + 1, width: BOX - 4, height: 12 })),
    );
}
