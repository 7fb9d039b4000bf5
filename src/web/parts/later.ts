import { startTransition, useEffect, useState } from "react";

/** A value as it was when the page was painted last: what is slow to draw follows what is seen at once. */
export function useAfterPaint<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (Object.is(value, shown)) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setShown(value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [value, shown]);
  return shown;
}

/** A value that follows when the page has nothing else to do. */
export function useIdle<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (Object.is(value, shown)) return undefined;
    const wait = requestIdleCallback(() => startTransition(() => setShown(value)), { timeout: 1000 });
    return () => cancelIdleCallback(wait);
  }, [value, shown]);
  return shown;
}
