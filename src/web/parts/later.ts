import { startTransition, useEffect, useRef, useState } from "react";

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

/**
 * A value made from others, kept while they are the same; so are those of the time before.
 *
 * @remarks What is drawn later is begun anew whenever a key or a click comes between, and then React forgets what it
 * had made: this does not.
 */
export function useMade<T>(make: () => T, from: readonly unknown[]): T {
  const known = useRef<readonly { readonly from: readonly unknown[]; readonly value: T }[]>([]);
  const found = known.current.find((one) => one.from.every((value, i) => Object.is(value, from[i])));
  if (found !== undefined) return found.value;
  const value = make();
  known.current = [{ from, value }, ...known.current.slice(0, 1)];
  return value;
}
