import type { Apart, SectionName } from "../schema/case.ts";
import { isObject, type Path } from "../schema/walk.ts";
import { withValue } from "./edit.ts";
import type { Plain } from "./render.ts";
import type { ValueChange } from "./set-all.ts";

/**
 * Changes of one item in which an actor becomes another, without what makes no sense once the two are one: an actor
 * led by himself, a deed toward himself, a party of a pact named twice.
 */
export function tidied(
  section: SectionName | Apart,
  raw: unknown,
  renamed: readonly ValueChange[],
  keep: string,
  gone: string,
  names?: { readonly kept: unknown; readonly other: unknown },
): readonly ValueChange[] {
  if (!isObject(raw)) return renamed;
  const value = renamed.reduce<unknown>((item, change) => withValue(item, change.path, change.value), raw);
  const after = isObject(value) ? value : raw;
  switch (section) {
    case "actors":
      return raw.id === keep ? renamed.map(({ path }) => ({ path, value: undefined })) : renamed;
    case "events":
      return renamed.length > 0 && after.by === after.of
        ? [...renamed.filter(({ path }) => path[0] !== "of"), { path: ["of"], value: undefined }]
        : renamed;
    case "statements":
      return namedBy(raw.speaker, names?.other)
        ? [...renamed, { path: ["speaker"], value: nameOf(names?.kept) }]
        : renamed;
    case "pacts":
      return listed(renamed, after, "parties", (party) => party);
    case "routes":
      return listed(renamed, after, "value", (one) => (isObject(one) ? one.actor : one));
    case "views":
      return [
        ...listed(renamed, after, "places", (one) => (isObject(one) ? one.actor : one)),
        ...chosenIn(raw, keep, gone),
      ];
    case "scenarios":
    case "experiments":
      return [...renamed, ...inputsIn(raw, keep, gone)];
    default:
      return renamed;
  }
}

/** A list in which each may stand once: where the two stood in it both, it is written anew without the second. */
function listed(
  renamed: readonly ValueChange[],
  after: { readonly [key: string]: unknown },
  key: string,
  of: (part: unknown) => unknown,
): readonly ValueChange[] {
  const list = after[key];
  if (!Array.isArray(list) || !renamed.some(({ path }) => path[0] === key)) return renamed;
  const once = list.filter((part, i) => list.findIndex((earlier) => of(earlier) === of(part)) === i);
  if (once.length === list.length) return renamed;
  return [...renamed.filter(({ path }) => path[0] !== key), { path: [key], value: once as Plain }];
}

/** Uncertain inputs are named by a text with the ids of those whose they are: `position of moss on autonomy`. */
function inputsIn(value: unknown, keep: string, gone: string, path: Path = []): readonly ValueChange[] {
  if (Array.isArray(value)) return value.flatMap((part, i) => inputsIn(part, keep, gone, [...path, i]));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]): readonly ValueChange[] => {
    const under = [...path, key];
    if (key !== "input" || !isObject(part) || typeof part.name !== "string")
      return inputsIn(part, keep, gone, under);
    const name = part.name.replace(idAlone(gone), keep);
    return name === part.name ? [] : [{ path: [...under, "name"], value: name }];
  });
}

function idAlone(id: string): RegExp {
  return new RegExp(`(?<![\\w-])${id}(?![\\w-])`, "g");
}

/** What is chosen on a page stands in a view as text, ids among it. */
function chosenIn(
  raw: { readonly [key: string]: unknown },
  keep: string,
  gone: string,
): readonly ValueChange[] {
  if (!isObject(raw.chosen)) return [];
  return Object.entries(raw.chosen).flatMap(([key, text]): ValueChange[] => {
    const value = typeof text === "string" ? text.replace(idAlone(gone), keep) : text;
    return typeof value === "string" && value !== text ? [{ path: ["chosen", key], value }] : [];
  });
}

function nameOf(actor: unknown): string | undefined {
  return isObject(actor) && typeof actor.name === "string" ? actor.name : undefined;
}

/** Whether a speaker is this actor, by its full name. */
function namedBy(speaker: unknown, actor: unknown): boolean {
  return typeof speaker === "string" && speaker === nameOf(actor);
}
