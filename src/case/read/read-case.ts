import type { Finding } from "../../base/index.ts";
import type { Case } from "../case.ts";
import { check } from "../check/index.ts";
import type { KnownNames } from "../check/names.ts";
import { type Draft, type Item, type ListName, type Sound, sound } from "../draft.ts";
import { leavesUsable } from "../findings/codes.ts";
import { newReport, type Report } from "../findings/report.ts";
import { type Folder, inNameOrder, limits, megabytes } from "../folder.ts";
import { expandRules } from "../language/expand.ts";
import { readDocuments } from "./documents.ts";
import { type Gathered, gather, TABLES } from "./gather.ts";
import { hashOf } from "./hash.ts";
import { readSeries } from "./series.ts";
import { shaped } from "./shape.ts";

/** A case, if there is one, and all that is to be said of its files. */
export interface ReadCase {
  /** Absent where an error leaves no case that could be used. */
  readonly world?: Case;
  /** By file, line and column. */
  readonly findings: readonly Finding[];
}

/**
 * Reads a case from the files of its folder, and checks it.
 *
 * Every `*.yaml` file at the top of the folder may hold any sections; a list that stands in several
 * files is joined in file-name order. Documents and series are read from the files they name.
 * `outcomes.yaml` is not read: see {@link readOutcomes}.
 *
 * @param options names of moves and event types, if references to them are to be checked.
 * @returns all findings at once. Never throws, whatever the bytes are.
 * @example
 * ```ts
 * import { newCase, readCase } from "tawazun/case";
 * const { world, findings } = readCase(
 *   newCase({ id: "example", title: "An example", asOf: "2012-01-10", horizon: "2012-12-31" }),
 * );
 * findings.length; //=> 0
 * world?.head.as_of; //=> "2012-01-10"
 * ```
 */
export function readCase(folder: Folder, options: KnownNames = {}): ReadCase {
  const report = newReport();
  const bytes = [...folder.values()].reduce((sum, file) => sum + file.length, 0);
  if (bytes > limits.folder) {
    const message = `The folder holds ${megabytes(bytes)}; at most ${megabytes(limits.folder)} are read.`;
    report("file/size", { file: "" }, message, { given: megabytes(bytes) });
    return { findings: report.findings() };
  }
  const gathered = gather(folder, report);
  if (gathered.files.length === 0) {
    const names = inNameOrder(folder.keys()).slice(0, 5).join(", ");
    const message = `There is no case here: the folder holds no YAML file at its top${names === "" ? "; it is empty" : ` (it holds ${names})`}.`;
    report("file/none", { file: "" }, message, { expected: "case.yaml" });
    return { findings: report.findings() };
  }
  const draft = draftOf(folder, gathered, report);
  const documents = sound(draft, "documents");
  const series = sound(draft, "series");
  const texts = readDocuments(folder, documents, report);
  const values = readSeries(folder, series, report);
  const files = [
    ...gathered.files,
    ...documents.map((d) => d.value.file),
    ...series.map((s) => s.value.file),
  ];
  reportUnread(folder, files, report);
  if (gathered.whole) check({ draft, texts, values, known: options, report });

  const findings = report
    .findings()
    .filter(({ code, place }) => !code.startsWith("case/") || gathered.trusted(place.file, place.line));
  if (draft.head === undefined || findings.some(({ code }) => !leavesUsable(code))) return { findings };
  const lists = Object.fromEntries(
    (Object.keys(draft.items) as ListName[]).map((name) => [
      name,
      sound(draft, name).map(({ value }) => value),
    ]),
  ) as Pick<Case, ListName>;
  return {
    world: { head: draft.head.value, ...lists, texts, values, hash: hashOf(folder, files) },
    findings,
  };
}

/** A table at the top of the folder that nothing reads has probably the wrong name. */
function reportUnread(folder: Folder, read: readonly string[], report: Report): void {
  const known = new Set(read);
  const tables = TABLES.map((name) => `${name}.csv`);
  for (const file of inNameOrder(folder.keys())) {
    if (!/^[^/]+\.csv$/.test(file) || known.has(file)) continue;
    const near = report.suggestion(file, tables);
    const message = `Nothing reads "${file}".${near.words} A table is named after its section (${tables.join(", ")}), or is the file of a series.`;
    report("file/unknown", { file }, message, { given: file, expected: near.id });
  }
}

/** Holds every item against the format. */
function draftOf(folder: Folder, gathered: Gathered, report: Report): Draft {
  const items = Object.fromEntries(
    Object.entries(gathered.items).map(([name, list]) => [
      name,
      (list as readonly Item[]).map((item) => shaped(expandRules(item, report), report)),
    ]),
  ) as unknown as Draft["items"];
  const [first, ...others] = gathered.heads;
  for (const other of others) {
    const message = `The section "case" already stands in ${first.place().file}. A case has one head.`;
    report("case/head", other.place([], "key"), message);
  }
  if (first === undefined && gathered.whole) {
    const message =
      "The section `case` is missing: it gives the id, title, polity, summary, as_of, horizon and format.";
    report("case/head", { file: gathered.files[0], line: 1, column: 1 }, message, { expected: "case:" });
  }
  const head = first === undefined ? undefined : shaped(first, report);
  return { folder, items, head: head?.value === undefined ? undefined : (head as Sound<"case">) };
}
