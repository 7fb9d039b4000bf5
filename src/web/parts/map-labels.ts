import { escapeText } from "../../show/index.ts";
import { PICTURE } from "./map-frame.ts";
import type { DrawnNode } from "./map-look.ts";

/** The room that a name takes. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** How much of a name is written: more where there is room; its tooltip has all of it. */
const LONGEST = [38, 22];
const MOST = 120;
/** Points that letters take in the widest of the fonts that a page falls back on. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[iljtrfI.,'’()| -]/, 4.1],
  [/[mwMW]/, 10.4],
  [/[A-Z]/, 7.9],
];
const LETTER = 6.7;

/** Names beside their marks, those of the largest first; a name that finds no free room is left to its tooltip. */
export function nameLabels(
  nodes: readonly (DrawnNode & { readonly at: readonly [number, number] })[],
  chosen: string | undefined,
): readonly string[] {
  const taken: Box[] = nodes.map(({ at: [x, y], r, pinned }) => ({
    ...{ left: x - r, right: x + r, top: y - r - (pinned ? 12 : 0), bottom: y + r },
  }));
  const first = (node: DrawnNode): number => (node.id === chosen ? 1000 : node.r);
  return [...nodes]
    .sort((a, b) => first(b) - first(a))
    .slice(0, MOST)
    .flatMap((node) => {
      const written = LONGEST.map((most) =>
        node.name.length > most ? `${node.name.slice(0, most - 1)}…` : node.name,
      );
      const found = written
        .flatMap((words) => beside(node, words))
        .find(({ box }) => isInside(box) && isFree(box, taken));
      if (found === undefined) return [];
      taken.push(found.box);
      return [
        `<text data-of="${escapeText(node.id)}" class="small halo${found.anchor}" x="${found.x.toFixed(1)}" y="${found.y.toFixed(1)}">${escapeText(found.words)}</text>`,
      ];
    });
}

interface Spot {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: "" | " end" | " middle";
  readonly box: Box;
}

/** Where a name can stand: right of its mark, left, above, below, then at the corners. */
function beside(
  { at: [x, y], r, pinned }: DrawnNode & { readonly at: readonly [number, number] },
  words: string,
): readonly Spot[] {
  const width = widthOf(words);
  const above = y - r - 4 - (pinned ? 12 : 0);
  const spots = [
    [x + r + 3, y + 4, ""],
    [x - r - 3, y + 4, " end"],
    [x, above, " middle"],
    [x, y + r + 12, " middle"],
    [x + r * 0.6, y - r - 2, ""],
    [x + r * 0.6, y + r + 10, ""],
    [x - r * 0.6, y - r - 2, " end"],
    [x - r * 0.6, y + r + 10, " end"],
  ] as const;
  return spots.map(([at, line, anchor]) => {
    const left = at - (anchor === " end" ? width : anchor === " middle" ? width / 2 : 0);
    return {
      words,
      x: at,
      y: line,
      anchor,
      box: { left, right: left + width, top: line - 10, bottom: line + 3 },
    };
  });
}

function widthOf(words: string): number {
  let width = 0;
  for (const letter of words) width += WIDTHS.find(([those]) => those.test(letter))?.[1] ?? LETTER;
  return width;
}

function isInside({ left, right, top, bottom }: Box): boolean {
  return left >= 0 && right <= PICTURE.width && top >= 0 && bottom <= PICTURE.height;
}

/** Whether nothing lies where a name would stand. */
export function isFree(box: Box, taken: readonly Box[]): boolean {
  return taken.every(
    (other) =>
      other.right < box.left || other.left > box.right || other.bottom < box.top || other.top > box.bottom,
  );
}
