import type { EventData } from "../../behave/index.ts";
import { listOf, number, plural } from "../../show/index.ts";
import type { EventMaterial } from "./case-events.ts";

/** Into what the acts of a type model are told apart. */
export const TYPES = ["tone", "plover"] as const;

/** Events from which on an asked type model tells the types themselves apart, where nothing else is said. */
const ENOUGH = 1000;

/** What is asked of {@link withTypes}. */
export interface TypesAsked {
  readonly types: (typeof TYPES)[number] | undefined;
  /** Types with fewer events are joined. */
  readonly least: number;
  /** Whether a type model of the analyst's own is asked for, rather than the play's. */
  readonly own: boolean;
}

/** Events with the types that are told apart, and a sentence that names them where they are more than two. */
export function withTypes(
  material: EventMaterial,
  { types, least, own }: TypesAsked,
): { readonly material: EventMaterial; readonly says: readonly string[] } {
  const { explained, log, data } = material;
  const which = types ?? (own && explained.length >= ENOUGH ? "plover" : "tone");
  if (which === "tone") return { material, says: [] };
  const groups = joined(counted(material), least);
  if (groups.length < 2) {
    return {
      material,
      says: [
        `Types: hostile and friendly acts alone, for with at least ${plural(least, "event")} a type there are none to tell apart.`,
      ],
    };
  }
  const place = new Map(groups.flatMap(({ members }, k) => members.map((type) => [type, k] as const)));
  const dependent = {
    ...data.dependent,
    type: explained.map((e) => place.get(log.type[e]) ?? 0),
    types: groups.map(({ name }) => name),
  };
  const mixed = groups.filter(({ members }) => members.length > 1);
  return {
    material: { ...material, data: { ...data, dependent } },
    says: [
      `Types: ${listOf(groups.map(({ name, events }) => `${name} (${number(events)})`))}; each is weighed against ${groups[0].name}, the most frequent. ${
        mixed.length === 0
          ? `None has fewer than ${plural(least, "event")}.`
          : `Types with fewer than ${plural(least, "event")} are joined: ${mixed.map(({ name, members }) => `${name} holds ${listOf(members.map((type) => log.types[type]))}`).join("; ")}.`
      }`,
    ],
  };
}

interface Group {
  readonly name: string;
  readonly members: readonly number[];
  readonly events: number;
  readonly hostile: boolean;
}

/** Each type of the log that is explained, the most frequent first. */
function counted({ log, explained }: EventMaterial): readonly Group[] {
  return log.types
    .map((name, type) => {
      const own = explained.filter((e) => log.type[e] === type);
      const hostile = own.filter((e) => log.intensity[e] < 0).length;
      return {
        name: nameOf(name),
        members: [type],
        events: own.length,
        hostile: 2 * hostile > own.length,
      };
    })
    .filter(({ events }) => events > 0)
    .sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1));
}

/** The name of the network that holds the events of a type. */
function nameOf(type: string): string {
  return type.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
}

/** The rarest types of each tone joined until each group has enough, or is all of its tone. */
function joined(all: readonly Group[], least: number): readonly Group[] {
  return [false, true]
    .flatMap((hostile) => {
      const kept = all.filter((group) => group.hostile === hostile);
      const rare: Group[] = [];
      const events = (): number => rare.reduce((sum, group) => sum + group.events, 0);
      for (let last = kept.at(-1); last !== undefined; last = kept.at(-1)) {
        const enough = rare.length === 0 ? last.events >= least : events() >= least && last.events >= least;
        if (enough) break;
        rare.push(last);
        kept.pop();
      }
      if (rare.length < 2) return [...kept, ...rare];
      const name = `${kept.length === 0 ? "any" : "other"}_${hostile ? "conflictual" : "cooperative"}`;
      return [...kept, { name, members: rare.flatMap(({ members }) => members), events: events(), hostile }];
    })
    .sort((a, b) => b.events - a.events);
}

/** How often each type came among the explained events. */
export function typeCounts({ dependent: { type, types = [] } }: EventData): readonly number[] {
  const all = Array.from(type ?? []);
  return types.map((_, k) => all.filter((each) => each === k).length);
}
