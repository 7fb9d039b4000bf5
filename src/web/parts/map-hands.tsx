import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Frame, PICTURE, within } from "./map-frame.ts";
import type { DrawnNode } from "./map-look.ts";

type Place = readonly [x: number, y: number];

/** Shows a node elsewhere at once, before anything is drawn anew; whatever draws the map lends it. */
export type Mover = RefObject<((id: string, place: Place) => void) | undefined>;

/** Puts a node somewhere; without a place, it stands again where the map puts it. */
export type Pin = (id: string, place: Place | undefined) => void;

const ARROWS: Readonly<Record<string, Place>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Points of the picture that a key moves a node, and how many times that with Shift. */
const STEP = 8;
const FARTHER = 5;
/** Keys that follow each other faster make one change of the address. */
const REST_MS = 300;

/** The map as something to be moved in by keyboard: arrow keys move the chosen node, and it is said where it stands. */
export function MapHands({
  nodes,
  frame,
  chosen,
  mover,
  onPin,
  children,
}: {
  readonly nodes: readonly DrawnNode[];
  readonly frame: Frame;
  readonly chosen: string | undefined;
  readonly mover: Mover;
  readonly onPin: Pin;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const going = useRef<{ readonly id: string; readonly place: Place }>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [asked, setAsked] = useState(false);
  const node = nodes.find(({ id }) => id === chosen);
  const stop = (): void => {
    clearTimeout(timer.current);
    const arrived = going.current;
    going.current = undefined;
    if (arrived !== undefined) onPin(arrived.id, arrived.place);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // What was drawn anew meanwhile does not know of it yet.
    if (nodes.length > 0 && going.current !== undefined)
      mover.current?.(going.current.id, going.current.place);
  }, [nodes, mover]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = ARROWS[event.key];
    const lets = event.key === "Delete" || event.key === "Backspace";
    if ((by === undefined && !lets) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setAsked(true);
    if (node === undefined) return;
    if (by === undefined) {
      stop();
      onPin(node.id, undefined);
      return;
    }
    const [x, y] = going.current?.id === node.id ? going.current.place : [node.x, node.y];
    const points = STEP * (event.shiftKey ? FARTHER : 1);
    const across = (by[0] * points * (frame.x[1] - frame.x[0])) / (PICTURE.width - 2 * PICTURE.edge);
    const down = (by[1] * points * (frame.y[1] - frame.y[0])) / (PICTURE.height - 2 * PICTURE.edge);
    going.current = { id: node.id, place: within(frame, [x + across, y + down]) };
    mover.current?.(node.id, going.current.place);
    clearTimeout(timer.current);
    timer.current = setTimeout(stop, REST_MS);
  };
  return (
    <div>
      <div
        className="hands"
        role="application"
        aria-label={t("map.hands")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move what is chosen
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={stop}
      >
        {children}
      </div>
      <div role="status" className="off">
        {asked && (node === undefined ? t("map.chooseFirst") : where(node, frame, t))}
      </div>
    </div>
  );
}

function where(node: DrawnNode, { x, y }: Frame, t: ReturnType<typeof useTranslation>["t"]): string {
  const share = (value: number, [least, most]: readonly [number, number]): number =>
    Math.round((100 * (value - least)) / (most - least));
  return t(node.pinned ? "map.standsPinned" : "map.standsFree", {
    name: node.name,
    across: share(node.x, x),
    down: share(node.y, y),
  });
}
