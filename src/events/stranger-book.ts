import { isoDate } from "../base/index.ts";
import type { FeedEvent } from "./feeds/feed.ts";
import type { Stranger } from "./who-of.ts";

/** Notes names that no actor of a case has. */
export interface StrangerBook {
  note(name: string, codes: readonly string[], event: FeedEvent): void;
  /** The most frequent first, equals by name. */
  list(): readonly Stranger[];
}

export function strangerBook(): StrangerBook {
  const met = new Map<string, { events: number; codes: readonly string[]; example: string }>();
  return {
    note(name, codes, event) {
      const known = met.get(name);
      if (known !== undefined) {
        known.events += 1;
        return;
      }
      const words = [isoDate(Math.floor(event.time)), event.source, event.type, event.target ?? ""];
      met.set(name, { events: 1, codes: [...codes], example: words.join(" ").trim() });
    },
    list: () =>
      [...met]
        .map(([name, seen]) => ({ name, ...seen }))
        .sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1)),
  };
}
