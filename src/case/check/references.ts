import type { Item } from "../draft.ts";
import { labelOf } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { elementOf } from "../schema/case.ts";
import { type Thing, wordFor } from "../schema/references.ts";
import { eachReference, isObject } from "../schema/walk.ts";
import { idOf, type KnownNames, type Listed, listed, type Names } from "./names.ts";

/** Every id that names something else must name something of the case, and of the right kind. */
export function checkReferences(
  items: Iterable<Item>,
  names: Names,
  known: KnownNames,
  report: Report,
): void {
  const called = new Map<Listed, ReadonlyMap<string, string>>();
  const idsByName = (kind: Listed): ReadonlyMap<string, string> => {
    const made = called.get(kind) ?? byName(names[kind].values());
    called.set(kind, made);
    return made;
  };
  /** The near miss: another kind of thing with that id, the thing by that name, or a similar id. */
  const instead = (id: string, to: readonly Thing[]): { words: string; expected: string } => {
    const wanted = to.map(wordFor).join(" or ");
    const other = listed.find((kind) => names[kind].has(id));
    if (other !== undefined) return { words: ` "${id}" is ${wordFor(other)}.`, expected: wanted };
    const kinds = to.includes("any") ? listed : to.filter((thing): thing is Listed => thing in names);
    const named = kinds.flatMap((kind) => idsByName(kind).get(id.toLowerCase()) ?? [])[0];
    if (named !== undefined) return { words: ` Write its id: "${named}".`, expected: named };
    const near = report.suggestion(id, candidates(kinds, to, names, known));
    return { words: near.words, expected: near.id ?? wanted };
  };
  for (const item of items) {
    eachReference(elementOf(item.section), item.raw, (id, to, path, part) => {
      if (resolves(id, to, names, known)) return;
      const keys = path.filter((step) => typeof step === "string").join(".");
      const { words, expected } = instead(id, to);
      const message = `In ${labelOf(item.section, item.raw)}, "${keys}" names "${id}"; there is no such ${kindsOf(to)}.${words}`;
      report("case/reference", item.place(path, part), message, { given: id, expected });
    });
  }
}

function resolves(id: string, to: readonly Thing[], names: Names, known: KnownNames): boolean {
  return to.some((thing) => {
    if (thing === "move") return known.moves?.includes(id) ?? true;
    if (thing === "event-type") return known.eventTypes?.includes(id) ?? true;
    if (thing === "any") return listed.some((kind) => names[kind].has(id));
    return names[thing].has(id);
  });
}

function kindsOf(to: readonly Thing[]): string {
  return to.map((thing) => wordFor(thing).replace(/^an? /, "")).join(" or ");
}

function* candidates(
  kinds: readonly Listed[],
  to: readonly Thing[],
  names: Names,
  known: KnownNames,
): Iterable<string> {
  for (const kind of kinds) yield* names[kind].keys();
  if (to.includes("move")) yield* known.moves ?? [];
  if (to.includes("event-type")) yield* known.eventTypes ?? [];
}

/** Ids by the names and aliases of things, in lower case. */
function byName(items: Iterable<Item>): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const item of items) {
    const id = idOf(item);
    if (id === undefined || !isObject(item.raw)) continue;
    const { name, aliases } = item.raw;
    for (const text of [name, ...(Array.isArray(aliases) ? aliases : [])]) {
      if (typeof text === "string") ids.set(text.toLowerCase(), id);
    }
  }
  return ids;
}
