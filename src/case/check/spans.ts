import { type Day, readDate, TawazunError } from "../../base/index.ts";
import { allItems, type Draft, type Item } from "../draft.ts";
import { labelOf } from "../findings/labels.ts";
import type { Report } from "../findings/report.ts";
import { elementOf } from "../schema/case.ts";
import { date } from "../schema/parts.ts";
import { bare, isObject, type Path, schemaUnder } from "../schema/walk.ts";

/** A pair of keys of which the first may not lie after the second. */
const PAIRS = [
  ["from", "to"],
  ["since", "until"],
  ["since", "to"],
  ["asked", "by"],
] as const;

/** No span ends before it begins, in any section and at any depth. */
export function checkSpans(draft: Draft, report: Report): void {
  for (const item of allItems(draft)) {
    if (item.value === undefined) continue;
    eachObject(item.raw, [], (object, path) => {
      for (const [begin, end] of PAIRS) {
        const first = dateAt(item, object, [...path, begin]);
        const last = dateAt(item, object, [...path, end]);
        if (first === undefined || last === undefined || first.first <= last.last) continue;
        const given = `${first.text} … ${last.text}`;
        const message = `In ${labelOf(item.section, item.raw)}, "${end}" is ${last.text}, before "${begin}", which is ${first.text}.`;
        report("case/span", item.place([...path, end]), message, { given });
      }
    });
  }
}

function dateAt(item: Item, object: { readonly [key: string]: unknown }, path: Path) {
  const text = object[path[path.length - 1]];
  if (typeof text !== "string" && typeof text !== "number") return undefined;
  let schema: Parameters<typeof bare>[0] = elementOf(item.section);
  let value = item.raw;
  for (const key of path) {
    const under = schemaUnder(schema, value, key);
    if (under === undefined) return undefined;
    schema = under;
    value = (value as { readonly [key: string]: unknown })[key];
  }
  if (bare(schema) !== bare(date)) return undefined;
  return { text: String(text), ...days(String(text)) };
}

/** Calls `visit` for every mapping in a value. */
function eachObject(
  value: unknown,
  path: Path,
  visit: (object: { readonly [key: string]: unknown }, path: Path) => void,
): void {
  if (Array.isArray(value)) for (const [i, part] of value.entries()) eachObject(part, [...path, i], visit);
  if (!isObject(value)) return;
  visit(value, path);
  for (const [key, part] of Object.entries(value)) eachObject(part, [...path, key], visit);
}

/** The first and the last day that a date of a sound item may mean. */
export function days(text: string): { readonly first: Day; readonly last: Day } {
  const read = readDate(text);
  if (read === undefined) throw new TawazunError("date/none", `There is no date "${text}".`);
  return read;
}

/** A span in which a membership or a standing holds; open ends are infinite. */
export function spanOf(from: string | undefined, to: string | undefined) {
  return {
    from: from === undefined ? undefined : days(from),
    to: to === undefined ? undefined : days(to),
  };
}

/** Whether two spans share a day for sure, however their months and years are read. */
export function surelyOverlap(a: ReturnType<typeof spanOf>, b: ReturnType<typeof spanOf>): boolean {
  const begin = Math.max(a.from?.last ?? Number.NEGATIVE_INFINITY, b.from?.last ?? Number.NEGATIVE_INFINITY);
  const end = Math.min(a.to?.first ?? Number.POSITIVE_INFINITY, b.to?.first ?? Number.POSITIVE_INFINITY);
  return begin < end;
}
