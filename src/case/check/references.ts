import type { Item } from "../draft.ts";
import { labelOf } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { elementOf } from "../schema/case.ts";
import { type Thing, wordFor } from "../schema/references.ts";
import { eachReference, isObject } from "../schema/walk.ts";
import { type KnownNames, type Listed, listed, type Names } from "./names.ts";

/** Every id that names something else must name something of the case, and of the right kind. */
export function checkReferences(
  items: Iterable<Item>,
  names: Names,
  known: KnownNames,
  report: Report,
): void {
  for (const item of items) {
    eachReference(elementOf(item.section), item.raw, (id, to, path, part) => {
      if (resolves(id, to, names, known)) return;
      const keys = path.filter((step) => typeof step === "string").join(".");
      const { words, expected } = whatInstead(id, to, names, known, report);
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

/** The near miss: the thing by that name, another kind of thing with that id, or a similar id. */
function whatInstead(id: string, to: readonly Thing[], names: Names, known: KnownNames, report: Report) {
  const other = listed.find((kind) => names[kind].has(id));
  if (other !== undefined) {
    return { words: ` "${id}" is ${wordFor(other)}.`, expected: to.map(wordFor).join(" or ") };
  }
  const kinds = to.includes("any") ? listed : to.filter((thing): thing is Listed => thing in names);
  const byName = kinds.flatMap((kind) => [...names[kind]]).find(([, item]) => isCalled(item, id));
  if (byName !== undefined) return { words: ` Write its id: "${byName[0]}".`, expected: byName[0] };
  const candidates = [
    ...kinds.flatMap((kind) => [...names[kind].keys()]),
    ...(to.includes("move") ? (known.moves ?? []) : []),
    ...(to.includes("event-type") ? (known.eventTypes ?? []) : []),
  ];
  const near = report.suggestion(id, candidates);
  return { words: near.words, expected: near.id ?? to.map(wordFor).join(" or ") };
}

function isCalled(item: Item, name: string): boolean {
  if (!isObject(item.raw)) return false;
  const { name: own, aliases } = item.raw;
  const wanted = name.toLowerCase();
  return [own, ...(Array.isArray(aliases) ? aliases : [])].some(
    (text) => typeof text === "string" && text.toLowerCase() === wanted,
  );
}
