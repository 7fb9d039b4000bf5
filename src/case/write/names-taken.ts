import { isObject } from "../schema/walk.ts";
import { same } from "./edit.ts";
import type { Plain } from "./render.ts";

/** Fields that are of the person, not of the entry: the one kept takes them over where it has none. */
const OF_THE_PERSON = ["script", "country", "wikidata", "founded", "front", "splitFrom"] as const;

/** What the one kept takes over of the other: names, codes, and what only the other's entry says of the person. */
export function namesTaken(
  kept: unknown,
  other: unknown,
  gone: string,
): {
  readonly fields: readonly (readonly [field: string, value: Plain])[];
  readonly aliases: readonly string[];
  readonly lost: readonly string[];
} {
  const mine = isObject(kept) ? kept : {};
  const theirs = isObject(other) ? other : {};
  const texts = (value: unknown): readonly string[] =>
    (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string");
  const own = new Set([...texts(mine.name), ...texts(mine.script)]);
  const before = texts(mine.aliases);
  const names = [...texts(theirs.name), ...texts(theirs.script), ...texts(theirs.aliases), gone];
  const aliases = [...new Set([...before, ...names])].filter(
    (name) => before.includes(name) || !own.has(name),
  );
  const codes = [...new Set([...texts(mine.codes), ...texts(theirs.codes)])];
  const taken = OF_THE_PERSON.filter(
    (field) => mine[field] === undefined && theirs[field] !== undefined && theirs[field] !== mine.id,
  );
  const fields: [string, Plain][] = [
    ["aliases", aliases],
    ...(codes.length === 0 ? [] : [["codes", codes] as [string, Plain]]),
    ...taken.map((field): [string, Plain] => [field, theirs[field] as Plain]),
  ];
  const told = new Set<string>(["id", "name", "aliases", "codes", "script", "source", "kind", ...taken]);
  const lost = Object.keys(theirs).filter((field) => !told.has(field) && !same(theirs[field], mine[field]));
  return { fields, aliases: aliases.filter((name) => !before.includes(name)), lost };
}
