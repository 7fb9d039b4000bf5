import { isMap, isSeq } from "yaml";
import { TawazunError } from "../../base/index.ts";
import { newReport } from "../findings/report.ts";
import { isYaml } from "../folder.ts";
import { readTable } from "../read/table.ts";
import { elementOf, type SectionName } from "../schema/case.ts";
import { isObject, type Path, schemaUnder } from "../schema/walk.ts";
import { addingRow, removingRow, settingCell } from "./csv-edit.ts";
import { caseFiles, type Editable, textOf, withText, yamlOf } from "./editable.ts";
import { type ItemKey, itemsIn, locate } from "./locate.ts";
import { inline, type Plain } from "./render.ts";
import { removing, type Splice, setting } from "./yaml-edit.ts";
import { newlineOf } from "./yaml-places.ts";

/**
 * Changes one value of one item; every line that does not hold it keeps its bytes.
 *
 * @param path such as `["position"]` or `["terms", 0, "kept"]`.
 * @param value plain data; `undefined` takes the key out.
 * @returns the changed case; the same one if the value already stood there.
 * @throws {TawazunError} `edit/none`, `edit/several` if the key does not mean one item; `edit/path`,
 * `edit/value`, `edit/cell`, `edit/column` if the value cannot stand there; `edit/alias`, `edit/layout`,
 * `edit/unreadable` if it must be changed by hand.
 * @example
 * ```ts
 * import { editable, files, newCase, setDatum } from "tawazun/case";
 * const folder = newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" });
 * const changed = setDatum(editable(folder), "issues", "autonomy", ["status_quo"], [20, 30, 45]);
 * const text = new TextDecoder().decode(files(changed).get("issues.yaml"));
 * text.includes("status_quo: [20, 30, 45]"); //=> true
 * ```
 */
export function setDatum(
  document: Editable,
  section: SectionName,
  key: ItemKey,
  path: Path,
  value: Plain | undefined,
): Editable {
  const found = locate(document, section, key);
  if (same(valueAt(found.value, path), value)) return document;
  if (found.kind === "csv") {
    if (path.length !== 1) throw new TawazunError("edit/path", "A row of a table has one value a column.");
    return apply(document, found.file, found.text, settingCell(found.row, String(path[0]), value));
  }
  const full = [...found.path, ...path];
  const splice = value === undefined ? removing(found.yaml, full) : setting(found.yaml, full, value);
  return verified(document, { file: found.file, ...found.yaml }, splice, full, value);
}

/**
 * Adds an item at the end of a section: where the section stands last, or in `file`.
 *
 * @throws {TawazunError} as {@link setDatum}.
 * @example
 * ```ts
 * import { addDatum, editable, files, newCase, readCase } from "tawazun/case";
 * const before = editable(newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" }));
 * const after = addDatum(before, "actors", { id: "lake", name: "Lake Party", kind: "party" });
 * readCase(files(after)).world?.actors.at(-1)?.id; //=> "lake"
 * ```
 */
export function addDatum(
  document: Editable,
  section: Exclude<SectionName, "case">,
  value: { readonly [key: string]: Plain | undefined },
  file?: string,
): Editable {
  const target = file ?? fileFor(document, section);
  const known = caseFiles(document).includes(target);
  const text = known ? textOf(document, target) : "";
  if (target.endsWith(".csv")) {
    const element = elementOf(section);
    const table = readTable(target, text, (column) => schemaUnder(element, {}, column), newReport());
    return apply(document, target, text, addingRow(text, table, value));
  }
  if (!isYaml(target) || target.includes("/")) {
    throw new TawazunError("edit/file", `"${target}" is no file of sections; name a .yaml file at the top.`);
  }
  const yaml = yamlOf(target, text);
  const there = { file: target, ...yaml };
  const item = Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Plain;
  const root = yaml.document.contents;
  const content = isMap(root) ? root.get(section, true) : undefined;
  if (isSeq(content) && content.items.length > 0) {
    const path = [section, content.items.length];
    return verified(document, there, setting(yaml, path, item), path, item);
  }
  if (content !== undefined)
    return verified(document, there, setting(yaml, [section], [item]), [section], [item]);
  const newline = newlineOf(text);
  const before = text === "" ? "" : text.endsWith("\n") ? newline : newline + newline;
  const insert = `${before}${section}:${newline}  - ${inline(item)}${newline}`;
  return verified(document, there, { from: text.length, to: text.length, insert }, [section], [item]);
}

/**
 * Takes an item out of a section.
 *
 * @throws {TawazunError} as {@link setDatum}.
 * @example
 * ```ts
 * import { editable, files, newCase, readCase, removeDatum } from "tawazun/case";
 * const before = editable(newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" }));
 * const after = removeDatum(before, "relations", { from: "vale", to: "moss" });
 * readCase(files(after)).world?.relations.length; //=> 4
 * ```
 */
export function removeDatum(
  document: Editable,
  section: Exclude<SectionName, "case">,
  key: ItemKey,
): Editable {
  const found = locate(document, section, key);
  if (found.kind === "csv")
    return apply(document, found.file, found.text, removingRow(found.text, found.row));
  const splice = removing(found.yaml, found.path);
  return verified(document, { file: found.file, ...found.yaml }, splice, found.path, undefined);
}

function fileFor(document: Editable, section: SectionName): string {
  const names = caseFiles(document);
  const used = itemsIn(document, section).at(-1)?.file;
  const yaml = names.filter(isYaml);
  return (
    used ??
    names.find((name) => name === `${section}.csv`) ??
    (yaml.includes("case.yaml") ? "case.yaml" : (yaml[0] ?? "case.yaml"))
  );
}

function apply(document: Editable, file: string, text: string, { from, to, insert }: Splice): Editable {
  return withText(document, file, text.slice(0, from) + insert + text.slice(to));
}

/** The case with a changed file, once it is sure that nothing else in it reads differently. */
function verified(
  document: Editable,
  { file, text, data }: { readonly file: string; readonly text: string; readonly data: unknown },
  splice: Splice,
  path: Path,
  value: Plain | undefined,
): Editable {
  const changed = apply(document, file, text, splice);
  const expected = withValue(data ?? {}, path, value);
  if (same(dataOf(file, textOf(changed, file)), expected)) return changed;
  const message = `This cannot be changed in "${file}" without touching more than it; change it by hand.`;
  throw new TawazunError("edit/layout", message);
}

function dataOf(file: string, text: string): unknown {
  try {
    return yamlOf(file, text).data;
  } catch {
    return undefined;
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === "object" && at !== null ? (at as { [key: string]: unknown })[step] : undefined,
    value,
  );
}

/** A value with another under a path; the same value is not changed. */
export function withValue(item: unknown, [step, ...rest]: Path, value: Plain | undefined): unknown {
  if (step === undefined) return value;
  if (typeof step === "number") {
    const list: readonly unknown[] = Array.isArray(item) ? item : [];
    const part = withValue(list[step], rest, value);
    return part === undefined
      ? list.filter((_, i) => i !== step)
      : Object.assign([...list], { [step]: part });
  }
  const before = isObject(item) ? item : {};
  const part = withValue(before[step], rest, value);
  if (part !== undefined) return { ...before, [step]: part };
  const { [step]: _taken, ...others } = before;
  return others;
}

/** Whether two plain values are equal, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((x, i) => same(x, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]))
  );
}
