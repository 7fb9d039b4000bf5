import { type PointerEvent, useLayoutEffect, useRef } from "react";
import { type Frame, inLayout, inPicture, within } from "./map-frame.ts";
import type { Mover, Pin } from "./map-hands.tsx";
import { moveMark, pointIn } from "./map-svg-move.ts";

/** A pointer that moves less than this many pixels has clicked. */
const CLICK = 4;

interface Drag {
  readonly id: string;
  readonly from: readonly [x: number, y: number];
  /** Where the middle of the mark was, and how far that is from the pointer, in points of the picture. */
  readonly middle: readonly [x: number, y: number];
  readonly grip: readonly [x: number, y: number];
  place: readonly [number, number] | undefined;
}

/** The map as a picture of lines: a click chooses a mark, dragging puts it elsewhere. */
export function MapLines({
  svg,
  frame,
  mover,
  onChoose,
  onPin,
}: {
  /** Names are escaped where it is written. */
  readonly svg: string;
  readonly frame: Frame;
  readonly mover: Mover;
  readonly onChoose: (id: string) => void;
  readonly onPin: Pin;
}) {
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag>(undefined);
  const dragged = useRef(false);
  const picture = (): SVGSVGElement | null => box.current?.querySelector("svg") ?? null;
  useLayoutEffect(() => {
    mover.current = (id, place) => {
      const drawn = picture();
      if (drawn !== null) moveMark(drawn, id, inPicture(frame, place));
    };
    // Drawn anew in the midst of it: the mark stays under the pointer.
    if (svg !== "" && drag.current?.place !== undefined) mover.current(drag.current.id, drag.current.place);
    const mine = mover.current;
    return () => {
      if (mover.current === mine) mover.current = undefined;
    };
  });
  const grasp = (event: PointerEvent): void => {
    dragged.current = false;
    const [id, drawn] = [markUnder(event.target), picture()];
    if (id === undefined || drawn === null || event.button !== 0) return;
    const at = pointIn(drawn, event.clientX, event.clientY);
    const [x = 0, y = 0] = middleOf(event.target);
    drag.current = {
      id,
      from: [event.clientX, event.clientY],
      middle: [x, y],
      grip: [x - at[0], y - at[1]],
      place: undefined,
    };
  };
  /** Puts the mark back where it was. */
  const letGo = (): void => {
    const [left, drawn] = [drag.current, picture()];
    drag.current = undefined;
    if (left?.place !== undefined && drawn !== null) moveMark(drawn, left.id, left.middle);
  };
  const move = (event: PointerEvent): void => {
    const [now, drawn] = [drag.current, picture()];
    if (now === undefined || drawn === null) return;
    // Let go outside of the picture before it was held fast: there is nothing in the hand.
    if (event.buttons === 0) {
      letGo();
      return;
    }
    const far = Math.abs(event.clientX - now.from[0]) + Math.abs(event.clientY - now.from[1]);
    if (now.place === undefined) {
      if (far < CLICK) return;
      box.current?.setPointerCapture(event.pointerId);
      dragged.current = true;
    }
    const [x, y] = pointIn(drawn, event.clientX, event.clientY);
    now.place = within(frame, inLayout(frame, [x + now.grip[0], y + now.grip[1]]));
    mover.current?.(now.id, now.place);
  };
  const drop = (): void => {
    const done = drag.current;
    drag.current = undefined;
    if (done?.place !== undefined) onPin(done.id, done.place);
  };
  return (
    // The menu of actors and the arrow keys do the same by keyboard.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      ref={box}
      className="drawing"
      dir="ltr"
      onPointerDown={grasp}
      onPointerMove={move}
      onPointerUp={drop}
      onPointerCancel={letGo}
      onClick={(event) => {
        const id = markUnder(event.target);
        if (id !== undefined && !dragged.current) onChoose(id);
      }}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: names are escaped where it is written
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

function markOf(target: EventTarget): SVGElement | undefined {
  const mark = target instanceof Element ? target.closest("[data-id]") : null;
  return mark instanceof SVGElement ? mark : undefined;
}

function markUnder(target: EventTarget): string | undefined {
  return markOf(target)?.dataset.id;
}

function middleOf(target: EventTarget): readonly number[] {
  return (markOf(target)?.dataset.at ?? "0 0").split(" ").map(Number);
}
