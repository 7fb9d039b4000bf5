import { TawazunError } from "../../base/index.ts";
import { newReport } from "../findings/report.ts";
import { readTable, type TableRow } from "../read/table.ts";
import { elementOf, type SectionName, sections } from "../schema/case.ts";
import { isObject, schemaUnder } from "../schema/walk.ts";
import { caseFiles, type Editable, textOf, yamlOf } from "./editable.ts";
import type { Plain } from "./render.ts";
import type { YamlText } from "./yaml-edit.ts";

/**
 * Which item of a section: its id, its place in the section (from 0), or fields that single it out,
 * such as `{ actor: "maliki", issue: "federalism" }`. The head of a case needs none.
 */
export type ItemKey = string | number | { readonly [field: string]: Plain };

/** Where an item stands: in a YAML file under a path, or in a row of a table. */
export type Location =
  | {
      readonly kind: "yaml";
      readonly file: string;
      readonly yaml: YamlText;
      readonly path: readonly (string | number)[];
      readonly value: unknown;
    }
  | {
      readonly kind: "csv";
      readonly file: string;
      readonly text: string;
      readonly row: TableRow;
      readonly value: unknown;
    };

/** Every item of a section as it stands in the files, in the order in which reading joins them. */
export function itemsIn(document: Editable, section: SectionName): readonly Location[] {
  return caseFiles(document).flatMap((file) => itemsOf(document, file, [section]).get(section) ?? []);
}

/** The same of all sections; each file is read once. */
export function allItemsIn(document: Editable): ReadonlyMap<SectionName, readonly Location[]> {
  const all = new Map<SectionName, Location[]>();
  for (const file of caseFiles(document)) {
    for (const [section, items] of itemsOf(document, file, Object.keys(sections) as readonly SectionName[]))
      all.set(section, [...(all.get(section) ?? []), ...items]);
  }
  return all;
}

/** The items of these sections in one file. */
function itemsOf(
  document: Editable,
  file: string,
  wanted: readonly SectionName[],
): ReadonlyMap<SectionName, readonly Location[]> {
  if (file.endsWith(".csv")) {
    const section = wanted.find((name) => file === `${name}.csv`);
    if (section === undefined) return new Map();
    const text = textOf(document, file);
    const element = elementOf(section);
    const table = readTable(file, text, (column) => schemaUnder(element, {}, column), newReport());
    return new Map([
      [section, table.rows.map((row) => ({ kind: "csv", file, text, row, value: row.value }))],
    ]);
  }
  const yaml = yamlOf(file, textOf(document, file));
  return new Map(
    wanted.flatMap((section): [SectionName, readonly Location[]][] => {
      const content = isObject(yaml.data) ? yaml.data[section] : undefined;
      if (section === "case" && content !== undefined)
        return [[section, [{ kind: "yaml", file, yaml, path: ["case"], value: content }]]];
      if (!Array.isArray(content)) return [];
      const items = content.map(
        (value: unknown, i): Location => ({ kind: "yaml", file, yaml, path: [section, i], value }),
      );
      return [[section, items]];
    }),
  );
}

/**
 * The one item that a key means.
 *
 * @throws {TawazunError} `edit/none` or `edit/several` if the key means no item, or more than one.
 */
export function locate(document: Editable, section: SectionName, key: ItemKey): Location {
  const items = itemsIn(document, section);
  const wanted: { readonly [field: string]: Plain } | undefined =
    section === "case"
      ? {}
      : typeof key === "string"
        ? { id: key }
        : typeof key === "number"
          ? undefined
          : key;
  const found = items.filter(({ value }, i) =>
    wanted === undefined
      ? i === key
      : isObject(value) && Object.entries(wanted).every(([field, content]) => value[field] === content),
  );
  if (found.length === 1) return found[0];
  const name = JSON.stringify(key);
  if (found.length === 0) throw new TawazunError("edit/none", `There is no ${name} among the ${section}.`);
  throw new TawazunError("edit/several", `${found.length} of the ${section} answer to ${name}; say which.`);
}
