import type { Case } from "../../src/case/index.ts";

/** A line of a case's map: a row of the system described, its data, and the parts of the report that show it. */
export interface MapLine {
  readonly row: string;
  readonly data: readonly string[];
  readonly seen: readonly string[];
}

/** The table between `<!-- rows:begin -->` and `<!-- rows:end -->` of a case's README. */
export function tableOf(readme: string): readonly MapLine[] {
  const begin = readme.indexOf("<!-- rows:begin -->");
  const end = readme.indexOf("<!-- rows:end -->");
  const names = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]);
  return readme
    .slice(begin, end)
    .split("\n")
    .filter((line) => /^\| S\d+ \|/.test(line))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, row, , data, seen]) => ({ row, data: names(data), seen: names(seen) }));
}

/** What tells the items of a section apart that have no id of their own, in the order of a name. */
const KEYS: { readonly [section: string]: readonly string[] } = {
  memberships: ["actor", "in"],
  holdings: ["actor", "resource"],
  standing: ["kind", "by"],
  stakes: ["actor", "issue"],
  perceptions: ["by", "of", "issue"],
  relations: ["from", "to"],
};

/** Whether a case has what a name such as `actors/sadr` or `stakes/maliki/syria-stance` stands for. */
export function isThere(world: Case, name: string): boolean {
  const [section, ...parts] = name.split("/");
  const items = (world as unknown as { readonly [section: string]: unknown })[section];
  if (!Array.isArray(items)) return false;
  const keys = KEYS[section] ?? ["id"];
  if (keys.length !== parts.length) return false;
  const matches = (item: { readonly [key: string]: unknown }, wanted: readonly string[]): boolean =>
    keys.every((key, i) => item[key] === wanted[i]);
  return items.some(
    (item) =>
      matches(item, parts) ||
      (section === "relations" && item.mutual === true && matches(item, [...parts].reverse())),
  );
}
