import type { Sigma } from "sigma";
import type { Settings } from "sigma/settings";
import type { NodeDisplayData } from "sigma/types";
import { type Box, isFree } from "./map-labels.ts";

/** The colours in which names are written and what lies under them. */
interface Inks {
  readonly ink: string;
  readonly page: string;
}

interface Wanted extends Pick<NodeDisplayData, "x" | "y" | "size"> {
  readonly words: string;
  readonly first: number;
}

const FONT = "13px system-ui, sans-serif";
const LINE = 13;
const HALO = 3.5;

/** How names are written on the canvas: the largest first, none over another, each in a halo of the page's colour. */
export function canvasNames(inks: () => Inks): {
  readonly settings: Pick<Settings, "defaultDrawNodeLabel" | "defaultDrawNodeHover">;
  readonly writeOn: (mine: Sigma) => void;
} {
  let wanted: Wanted[] = [];
  let room = Number.POSITIVE_INFINITY;
  return {
    settings: {
      // What the canvas wants to write is kept until it has said all: then the larger come first.
      defaultDrawNodeLabel: (_, { label, x, y, size, ...data }) => {
        const forced = (data as Partial<NodeDisplayData>).forceLabel === true;
        if (label) wanted.push({ words: label, x, y, size, first: forced ? 1e6 : size });
      },
      defaultDrawNodeHover: (pen, { label, x, y, size }) => {
        pen.font = FONT;
        if (label)
          write(pen, label, sideOf({ x, size }, pen.measureText(label).width, room), y, inks(), 2 * HALO);
      },
    },
    writeOn: (mine) => {
      mine.on("beforeRender", () => {
        wanted = [];
      });
      mine.on("afterRender", () => {
        const pen = mine.getCanvases().labels?.getContext("2d");
        if (pen === null || pen === undefined) return;
        pen.font = FONT;
        room = mine.getDimensions().width;
        const taken: Box[] = [];
        for (const one of wanted.sort((a, b) => b.first - a.first)) {
          const { width } = pen.measureText(one.words);
          const left = sideOf(one, width, room);
          const box = { left, right: left + width, ...rows(one.y) };
          if (!isFree(box, taken)) continue;
          taken.push(box);
          write(pen, one.words, left, one.y, inks(), HALO);
        }
      });
    },
  };
}

function rows(y: number): Pick<Box, "top" | "bottom"> {
  return { top: y - LINE / 2, bottom: y + LINE / 2 };
}

/** Where a name begins: right of its mark, or left of it where the canvas ends before the name does. */
function sideOf({ x, size }: Pick<Wanted, "x" | "size">, width: number, room: number): number {
  const right = x + size + 3;
  return right + width > room && x < room ? x - size - 3 - width : right;
}

function write(
  pen: CanvasRenderingContext2D,
  words: string,
  left: number,
  y: number,
  { ink, page }: Inks,
  halo: number,
): void {
  const at = [left, y + LINE / 3] as const;
  pen.font = FONT;
  pen.lineJoin = "round";
  pen.lineWidth = halo;
  pen.strokeStyle = page;
  pen.strokeText(words, ...at);
  pen.fillStyle = ink;
  pen.fillText(words, ...at);
}
