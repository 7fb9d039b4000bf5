import { spanOf, surelyOverlap } from "../check/spans.ts";
import type { SectionName } from "../schema/case.ts";
import { isObject } from "../schema/walk.ts";

/** Of what an actor can have one in a section whose items have no id; an amount or a fact of another day is of the same. */
const ONE: { readonly [Name in SectionName]?: readonly string[] } = {
  holdings: ["actor", "resource"],
  standing: ["kind", "by", "of", "in"],
};

/** What tells the items of a section apart that have no id. */
const KEYS: { readonly [Name in SectionName]?: readonly string[] } = {
  stakes: ["actor", "issue"],
  perceptions: ["by", "of", "issue"],
  holdings: ["actor", "resource", "as_of"],
  standing: ["kind", "by", "of", "in", "since"],
};

/** In which two fields nobody may stand twice. */
const SIDES: { readonly [Name in SectionName]?: readonly [string, string] } = {
  relations: ["from", "to"],
  perceptions: ["by", "of"],
  demands: ["by", "of"],
  standing: ["by", "of"],
};

type Fields = { readonly [key: string]: unknown };

/** Whether an item is of one actor toward himself. */
export function isOfItself(section: SectionName, value: unknown): boolean {
  const sides = SIDES[section];
  if (sides === undefined || !isObject(value)) return false;
  const [one, other] = sides;
  return value[one] !== undefined && value[one] === value[other];
}

/** Remembers items of a section, and says of a further one whether it already stands there. */
export function standingItems(section: SectionName): {
  /** One that the actor kept has, or nobody of the two. */
  add(value: unknown): void;
  /** One that has just become the kept one's. */
  addMoved(value: unknown): void;
  has(value: unknown): boolean;
  /** Of a mutual tie one direction of which stands: the other, as a tie of its own. */
  leftOf(value: unknown): { readonly from: unknown; readonly to: unknown } | undefined;
} {
  const keys = new Set<string>();
  const ones = new Set<string>();
  const memberships: Fields[] = [];
  return {
    add(value) {
      if (!isObject(value)) return;
      this.addMoved(value);
      const one = oneOf(section, value);
      if (one !== undefined) ones.add(one);
    },
    addMoved(value) {
      if (!isObject(value)) return;
      for (const key of keysOf(section, value)) keys.add(key);
      if (section === "memberships") memberships.push(value);
    },
    has(value) {
      if (!isObject(value)) return false;
      if (section === "memberships") return memberships.some((other) => overlap(value, other));
      const mine = keysOf(section, value);
      return (mine.length > 0 && mine.every((key) => keys.has(key))) || ones.has(oneOf(section, value) ?? "");
    },
    leftOf(value) {
      if (section !== "relations" || !isObject(value) || value.mutual !== true) return undefined;
      const [there, back] = keysOf(section, value).map((key) => keys.has(key));
      if (there === back) return undefined;
      return there ? { from: value.to, to: value.from } : { from: value.from, to: value.to };
    },
  };
}

function keyOf(fields: readonly string[], value: Fields): string {
  return JSON.stringify(fields.map((name) => value[name] ?? null));
}

function oneOf(section: SectionName, value: Fields): string | undefined {
  const fields = ONE[section];
  return fields === undefined ? undefined : keyOf(fields, value);
}

/** Under what an item stands; a mutual tie stands in both directions. */
function keysOf(section: SectionName, value: Fields): readonly string[] {
  const key = (fields: readonly string[]): string => keyOf(fields, value);
  if (section === "relations") {
    return value.mutual === true ? [key(["from", "to"]), key(["to", "from"])] : [key(["from", "to"])];
  }
  const fields = KEYS[section];
  return fields === undefined ? [] : [key(fields)];
}

function overlap(a: Fields, b: Fields): boolean {
  if (a.actor !== b.actor || a.in !== b.in) return false;
  const span = ({ from, to }: Fields) =>
    spanOf(from === undefined ? undefined : String(from), to === undefined ? undefined : String(to));
  return surelyOverlap(span(a), span(b));
}
