import { startTransition, useEffect, useRef, useState } from "react";
import { choose } from "../place.ts";
import { asDate } from "./map-network.ts";

/**
 * The day of the slider and the day that is drawn: the slider answers at once, the picture follows as it can,
 * and the URL once the slider rests.
 */
export function useDay(asked: number, last: number) {
  const [day, setDay] = useState(asked);
  const [shown, setShown] = useState(asked);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    setDay(asked);
    setShown(asked);
  }, [asked]);
  const move = (to: number): void => {
    setDay(to);
    startTransition(() => setShown(to));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => choose({ day: to === last ? undefined : asDate(to) }), 300);
  };
  return { day, shown, move };
}
