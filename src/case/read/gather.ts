import type { Item, ListName } from "../draft.ts";
import type { Report } from "../findings/report.ts";
import { type Folder, inNameOrder, isYaml } from "../folder.ts";
import { type SectionName, sections } from "../schema/case.ts";
import { isObject, keysOf, schemaUnder } from "../schema/walk.ts";
import { decode } from "./decode.ts";
import { readTable } from "./table.ts";
import { readYaml } from "./yaml.ts";

/** Sections that may be a table of their own, `<section>.csv`. */
export const TABLES = [
  "events",
  "stakes",
  "relations",
  "holdings",
  "memberships",
  "perceptions",
  "statements",
] as const satisfies readonly ListName[];

const sectionNames = Object.keys(sections) as readonly SectionName[];

/** What the files of a folder hold, section by section, and which files were read. */
export interface Gathered {
  readonly heads: readonly Item<"case">[];
  readonly items: { readonly [Name in ListName]: Item<Name>[] };
  readonly files: readonly string[];
  /** Whether every file could be read to its end. */
  readonly whole: boolean;
  /** Whether a finding is to be believed: what follows a line that is not YAML is not. */
  trusted(file: string, line: number | undefined): boolean;
}

/** The name of a file that only judging reads. */
export function isOutcomes(file: string): boolean {
  return /^outcomes\.ya?ml$/.test(file);
}

/** Joins the sections of all files at the top of a folder, in file-name order. */
export function gather(folder: Folder, report: Report): Gathered {
  const heads: Item<"case">[] = [];
  const lists = Object.fromEntries(
    sectionNames.filter((name) => name !== "case").map((name) => [name, [] as Item[]]),
  );
  const files: string[] = [];
  const broken = new Map<string, number>();
  const read = (file: string): string | undefined => {
    const text = decode(file, folder.get(file)!, report);
    if (text === undefined) broken.set(file, 1);
    return text;
  };

  for (const file of inNameOrder(folder.keys())) {
    if (file.includes("/") || isOutcomes(file)) continue;
    const table = TABLES.find((name) => file === `${name}.csv`);
    if (!isYaml(file) && table === undefined) continue;
    files.push(file);
    const text = read(file);
    if (text === undefined) continue;
    if (table !== undefined) {
      lists[table].push(...tableItems(file, text, table, report));
      continue;
    }
    const yaml = readYaml(file, text, report);
    if (yaml.brokenAt !== undefined) broken.set(file, yaml.brokenAt);
    if (yaml.data === null && yaml.brokenAt === undefined) {
      const holds = text.trim() === "" ? "is empty" : "holds nothing but comments";
      report("file/empty", { file, line: 1, column: 1 }, `The file ${file} ${holds}.`);
      continue;
    }
    if (!isObject(yaml.data)) {
      if (yaml.brokenAt !== undefined) continue;
      const message = "A file of a case holds sections, such as `actors:` with a list under it.";
      report("yaml/root", yaml.place([]), message);
      broken.set(file, 1);
      continue;
    }
    for (const [name, content] of Object.entries(yaml.data)) {
      const place: Item["place"] = (path = [], part) => yaml.place([name, ...path], part);
      if (name === "case") heads.push({ section: "case", raw: content, place });
      else if (!Object.hasOwn(lists, name)) {
        const near = report.suggestion(name, sectionNames);
        const message = `There is no section "${name}".${near.words} The sections are ${sectionNames.join(", ")}.`;
        report("case/unknown-key", place([], "key"), message, { given: name, expected: near.id });
      } else if (Array.isArray(content)) {
        for (const [i, raw] of content.entries()) {
          const under: Item["place"] = (path = [], part) => yaml.place([name, i, ...path], part);
          lists[name].push({ section: name as ListName, raw, place: under });
        }
      } else if (content !== null) {
        const message = `The section ${name} is a list: write each item under it, beginning with "- ".`;
        report("case/section", place([]), message, { expected: "a list" });
      }
    }
  }
  return {
    heads,
    items: lists as Gathered["items"],
    files,
    whole: broken.size === 0,
    trusted: (file, line) => (line ?? 0) < (broken.get(file) ?? Number.POSITIVE_INFINITY),
  };
}

function tableItems(file: string, text: string, name: (typeof TABLES)[number], report: Report): Item[] {
  const element = sections[name].element;
  const fields = keysOf(element);
  const table = readTable(file, text, (column) => schemaUnder(element, {}, column), report);
  const unknown = table.columns.filter((cell) => !fields.includes(cell.text));
  for (const cell of unknown) {
    const near = report.suggestion(cell.text, fields);
    const message = `The table ${name} has no column "${cell.text}".${near.words} The columns are ${fields.join(", ")}.`;
    const place = { file, line: cell.line, column: cell.column };
    report("case/unknown-key", place, message, { given: cell.text, expected: near.id });
  }
  return table.rows.map(({ value, cells, place }) => ({
    section: name,
    raw: Object.fromEntries(Object.entries(value).filter(([column]) => fields.includes(column))),
    place: (path = []) => {
      const cell = typeof path[0] === "string" && Object.hasOwn(cells, path[0]) ? cells[path[0]] : undefined;
      return cell === undefined ? place : { file, line: cell.line, column: cell.column };
    },
  }));
}
