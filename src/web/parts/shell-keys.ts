import { useEffect } from "react";

/** How long the digit of a page may come after its g. */
const SOON_MS = 1500;

interface ShellKeys {
  /** Whether keys of one letter do anything: who speaks to the machine may not want them. */
  readonly single: boolean;
  palette(): void;
  keyboard(): void;
  page(place: number): void;
}

/** The keys that work on every page: Ctrl+K, ?, and g with a digit. */
export function useShellKeys({ single, palette, keyboard, page }: ShellKeys): void {
  useEffect(() => {
    let begun = Number.NEGATIVE_INFINITY;
    const press = (event: KeyboardEvent): void => {
      const { key } = event;
      if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === "k") {
        event.preventDefault();
        palette();
        return;
      }
      const inField = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (!single || inField || event.ctrlKey || event.metaKey || event.altKey) return;
      if (key === "?") keyboard();
      else if (/^\d$/.test(key) && event.timeStamp - begun < SOON_MS) page((Number(key) + 9) % 10);
      begun = key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [single, palette, keyboard, page]);
}
