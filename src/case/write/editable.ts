import { parseDocument } from "yaml";
import { TawazunError } from "../../base/index.ts";
import { newReport } from "../findings/report.ts";
import { type Folder, inNameOrder, isYaml } from "../folder.ts";
import { decode } from "../read/decode.ts";
import { isOutcomes, TABLES } from "../read/gather.ts";
import { plainData, yamlOptions } from "../read/yaml.ts";
import type { YamlText } from "./yaml-edit.ts";

/**
 * A case folder that can be changed value by value. Changing gives a new one; the old one stays as it was.
 *
 * Text that is not touched keeps its bytes: comments, order, quotation marks, line ends.
 */
export interface Editable {
  readonly original: Folder;
  /** Files whose text was changed, without their byte order mark. */
  readonly changed: ReadonlyMap<string, string>;
}

/** A folder ready to be changed. */
export function editable(folder: Folder): Editable {
  return { original: folder, changed: new Map() };
}

/**
 * The files of a changed case: those that were not changed with the bytes they had.
 *
 * @returns all files of the folder.
 * @example
 * ```ts
 * import { editable, files, newCase } from "tawazun/case";
 * const folder = newCase({ id: "mine", title: "Mine", asOf: "2024-05-01", horizon: "2025-04-30" });
 * files(editable(folder)).get("case.yaml") === folder.get("case.yaml"); //=> true
 * ```
 */
export function files(document: Editable): Folder {
  const result = new Map(document.original);
  for (const [file, text] of document.changed) {
    const mark = hasMark(document.original.get(file)) ? "\uFEFF" : "";
    result.set(file, new TextEncoder().encode(mark + text));
  }
  return result;
}

/** The files that were changed or added: what has to be written. */
export function changedFiles(document: Editable): Folder {
  const all = files(document);
  return new Map([...document.changed.keys()].map((file) => [file, all.get(file)!]));
}

function hasMark(bytes: Uint8Array | undefined): boolean {
  return bytes !== undefined && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** The YAML files that hold sections, in name order. */
export function caseFiles(document: Editable): readonly string[] {
  const names = inNameOrder(new Set([...document.original.keys(), ...document.changed.keys()]));
  return names.filter(
    (file) =>
      !file.includes("/") &&
      !isOutcomes(file) &&
      (isYaml(file) || TABLES.some((name) => file === `${name}.csv`)),
  );
}

/**
 * The text of a file as it now stands.
 *
 * @throws {TawazunError} `edit/unreadable` if it cannot be read as text.
 */
export function textOf(document: Editable, file: string): string {
  const changed = document.changed.get(file);
  if (changed !== undefined) return changed;
  const report = newReport();
  const text = decode(file, document.original.get(file) ?? new Uint8Array(), report);
  if (text === undefined)
    throw new TawazunError("edit/unreadable", `"${file}": ${report.findings()[0].message}`);
  return text;
}

/**
 * A YAML file with its nodes.
 *
 * @throws {TawazunError} `edit/unreadable` if it is not YAML: it must be mended by hand first.
 */
export function yamlOf(file: string, text: string): YamlText {
  const document = parseDocument(text, yamlOptions);
  const report = newReport();
  const data = plainData(document, () => ({ file }), report);
  if (document.errors.length > 0 || report.findings().length > 0) {
    throw new TawazunError("edit/unreadable", `"${file}" is not YAML throughout; mend it by hand first.`);
  }
  return { text, document, data };
}

/** The same case with another text for a file. */
export function withText(document: Editable, file: string, text: string): Editable {
  return { ...document, changed: new Map(document.changed).set(file, text) };
}
